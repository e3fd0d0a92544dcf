s = "Hello, wORLD 123 it's"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("".upper(), "a".upper(), "[`{@az".upper(), "[`{@AZ".lower(), "abcdefghijklmnopqrstuvwxyz{|}~".upper(), sep="|")

s = "a\nb\r\nc\rd\ve\ff\x1cg\x1dh\x1ei\x85j\u2028k\u2029l"
print(ascii(s.splitlines()))
print(ascii(s.splitlines(keepends=True)))
print("".splitlines(), "\n".splitlines(), "a\n\nb\n".splitlines(), "a".splitlines(True), "\r\n\r".splitlines(True))

# One number for each case mapping of all characters.
def checksum(f):
    total = 0
    for c in range(0x110000):
        m = f(chr(c))
        if m != chr(c):
            for x in m:
                total = (total * 31 + ord(x) + c) % 1000000007
    return total
for f in (str.upper, str.lower, str.title, str.casefold):
    print(f.__name__, checksum(f))

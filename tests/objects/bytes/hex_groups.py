# hex with separators at every width, and back, across the sizes at which it works in blocks.
def grouped(data, width):
    digits = [f"{byte:02x}" for byte in data]
    if width < 0:
        groups = [digits[at:at - width] for at in range(0, len(digits), -width)]
    else:
        first = len(digits) % width
        groups = ([digits[:first]] if first else []) + [digits[at:at + width] for at in range(first, len(digits), width)]
    return "-".join("".join(group) for group in groups)


wrong = 0
for size in (0, 1, 2, 3, 7, 16, 31, 32, 33, 63, 64, 65, 500, 512, 513, 1500):
    data = bytes((i * 37 + size) % 256 for i in range(size))
    wrong += bytes.fromhex(data.hex()) != data or bytes.fromhex(data.hex().upper()) != data
    for width in (1, 2, 3, 4, 5, 8, 16, 511, 512, 513, 5000, -1, -2, -3, -4, -7, -600):
        wrong += data.hex("-", width) != grouped(data, width)
        wrong += bytearray(data).hex(b"-", width) != memoryview(data).hex("-", width)
        wrong += bytes.fromhex(data.hex(" ", width)) != data
print(wrong)
for at in (0, 1, 63, 64, 65, 130):
    for letter in "g/:@`G x\xff\u20ac":
        text = "ab" * 70
        try:
            print(len(bytes.fromhex(text[:at] + letter + text[at + 1:])))
        except ValueError as error:
            print(at, ascii(letter), error)
for text in ("a", "a ", " a", "ab c", "ab cd e", "a b", "ab\tcd\ne\x0bf", "ab\x1ccd", ""):
    try:
        print(repr(text), bytearray.fromhex(text))
    except ValueError as error:
        print(repr(text), error)

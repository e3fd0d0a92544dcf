from shared import Index, t

SIZES = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8}
VALUES = [0, 1, -1, 127, 128, 255, 256, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 2**70, -2**31 - 1, -2**63 - 1, 1.5,
          'a', b'a', b'ab', None, True, Index(5), 1e40, bytearray(b'a'), float('nan'), 65519.9, 65520.0, 5e-8, 10**400]

for format, size in SIZES.items():
    for value in VALUES:
        view = memoryview(bytearray(size)).cast(format)
        shown = 'Index' if isinstance(value, Index) else str(value)[:30] if value != 10**400 else '10**400'
        try:
            view[0] = value
            print(format, shown, '->', view[0], bytes(view))
        except Exception as error:
            print(format, shown, '->', type(error).__name__, error)

from shared import Index, t

CASES = [
    'o[0], o[-1]',
    'o[10]',
    'o[-4]',
    "o['a']",
    'o[2**70]',
    'o[1.5]',
    'o[None]',
    'o[True]',
    'o[Index(1)]',
    'o[::0]',
    'o[(1,)]',
    'o[...]',
    "o['a':]",
    'o[:2**80]',
    'o[-2**80:]',
    'o[1:]',
    'o[::-1]',
    'o[::-2]',
    'o[5:]',
    'o[2:1]',
    'o[1:2] is o',
    'o[:] is o',
    "o.__getitem__('a')",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)

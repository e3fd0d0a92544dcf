from shared import Index, t

CASES = [
    "o.find('a')",
    'o.find(300)',
    'o.find(None)',
    'o.find(1.5)',
    'o.find()',
    "o.find(b'a', 'x')",
    "o.find(b'a', None, None, None)",
    "o.find(b'a', 1.5)",
    "o.find(Index(97)), o.find(97), o.find(b'c', -1), o.find(b'b', Index(1), Index(2)), o.find(b'bc', 0, 2)",
    'o.find(2**70)',
    "o.index(b'z')",
    'o.index(300)',
    "o.rindex(b'z')",
    "o.index(b'c'), o.rindex(b'a')",
    "o.count('a')",
    "o.count(b''), o.count(b'', 3), o.count(b'', 4), o.count(b'', 10), o.count(b'', 2, 1)",
    "o.find(b'', 3), o.find(b'', 4), o.rfind(b'', 4), o.rfind(b''), o.rfind(b'', 0, 2)",
    'o.count(97), o.count(Index(97), 1)',
    "kind(b'aaaa').count(b'aa'), kind(b'abababa').count(b'aba')",
    "o.rfind(b'c', -1, 100), o.find(b'a', -100)",
    "kind(b'x' * 1000 + b'needle' + b'x' * 1000).find(b'needle'), kind(b'x' * 1000 + b'needle' + b'y' * 1000).rfind(b'needle')",
    "kind(b'a' * 100).find(b'a' * 50 + b'b'), kind(b'a' * 100).rfind(b'b' + b'a' * 50)",
    "o.find(memoryview(b'bc')), o.find(memoryview(b'b-c')[::2])",
    'o.find(o)',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)

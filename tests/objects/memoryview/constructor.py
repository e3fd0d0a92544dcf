from shared import Index, t

CASES = [
    'memoryview()',
    'memoryview(5)',
    "memoryview('a')",
    'memoryview(1, 2)',
    "memoryview(object=b'a').tobytes()",
    "memoryview(obj=b'a')",
    "memoryview(memoryview(b'ab')).obj",
    "memoryview._from_flags(b'a', 1)",
    "memoryview._from_flags(bytearray(b'a'), 1).readonly",
    'memoryview._from_flags(5, 0)',
    "memoryview._from_flags(b'a', 0).format",
    "memoryview._from_flags(b'a', 0).strides",
    "memoryview._from_flags(b'a', 'x')",
    'memoryview[int]',
    'memoryview.__name__, memoryview.__module__',
    "type('Sub', (memoryview,), {})",
    "b'a'.__buffer__(0).tobytes()",
    "b'a'.__buffer__(1)",
    "bytearray(b'a').__buffer__(1).readonly",
    "b'a'.__buffer__('x')",
    "bytearray(b'a').__release_buffer__(5)",
    "bytearray(b'a').__release_buffer__(memoryview(b'a'))",
    "(lambda m: (m.__buffer__(0).obj is m))(memoryview(b'a'))",
]

for case in CASES:
    pass
    t(case)

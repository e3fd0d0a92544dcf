def t(text):
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


from array import array as A


class Sub(A):
    pass


CASES = [
    'a[0], a[-1], a[1:3], a[::2], a[::-1], a[Index(2)]',
    'a[10]',
    "a['a']",
    'a[1.5]',
    'a[2**70]',
    'a[::0]',
    'a.__setitem__(10, 1)',
    "a.__setitem__(0, 'a')",
    "a.__setitem__('a', 1)",
    'a.__setitem__(slice(0, 2), [1, 2])',
    "a.__setitem__(slice(0, 2), A('b', [1]))",
    "a.__setitem__(slice(0, 2), A('i', [7, 8, 9])) or a",
    "a.__setitem__(slice(0, 3), A('i', [7])) or a",
    "a.__setitem__(slice(None, None, 2), A('i', [7, 8])) or a",
    "a.__setitem__(slice(None, None, 2), A('i', [7]))",
    "a.__setitem__(slice(None, None, 2), A('i')) or a",
    'a.__setitem__(slice(0, 2), a) or a',
    'a.__delitem__(0) or a',
    'a.__delitem__(10)',
    "a.__delitem__('a')",
    'a.__delitem__(slice(0, 2)) or a',
    'a.__delitem__(slice(None, None, 2)) or a',
    'a.__delitem__(slice(None, None, -2)) or a',
    "a + A('i', [1])",
    "a + A('b', [1])",
    'a + [1]',
    'a + 5',
    'a * 2, 2 * a, a * -1',
    "a * 'a'",
    "a.__iadd__(A('i', [9]))",
    "a.__iadd__(A('b', [9]))",
    'a.__iadd__([9])',
    'a.__imul__(2)',
    'a.__imul__(-2)',
    "3 in a, 'a' in a, 3.0 in a",
    "A('B', [1, 2]) == A('i', [1, 2]), A('B', [1, 2]) < A('i', [1, 3]), A('B', [1, 2]) == [1, 2]",
    "A('B', [1, 2]) < [1, 2]",
    "A('d', [float('nan')]) == A('d', [float('nan')])",
    'a < a, a <= a, a > a, a != a',
    "A('i', [1, 2]) < A('i', [1, 2, 3]), A('i', [2]) > A('i', [1, 2, 3]), A('i', [1, 2]).__lt__(5)",
    'a.append(5) or a',
    "a.append('a')",
    'a.append()',
    'a.extend([5]) or a',
    "a.extend(A('i', [5])) or a",
    "a.extend(A('b', [5]))",
    'a.extend(5)',
    "a.extend(['a'])",
    'a.extend(a) or a',
    'a.fromlist([5, 6]) or a',
    'a.fromlist((5,))',
    "a.fromlist([5, 'a'])",
    "a.frombytes(b'abcd') or a",
    "a.frombytes(b'abc')",
    "a.frombytes('abcd')",
    "a.frombytes(A('B', b'abcd')) or a",
    "a.fromunicode('ab')",
    "A('w', 'x').fromunicode(5)",
    'a.tounicode()',
    "A('w', 'ab').tounicode()",
    'a.tobytes(), a.tolist()',
    'a.tofile(5)',
    'a.byteswap() or a',
    'a.index(3), a.index(1, -10, 10), a.index(3, 0, 3)',
    'a.index(9)',
    'a.index(3, 3)',
    "a.index(1, 'a')",
    "a.count(1), a.count('a')",
    'a.remove(1) or a',
    'a.remove(9)',
    'a.insert(0, 9) or a',
    'a.insert(-1, 9) or a',
    'a.insert(100, 9) or a',
    "a.insert('a', 9)",
    "a.insert(0, 'a')",
    '(a.pop(), a.pop(0), a)',
    'a.pop(10)',
    "a.pop('a')",
    "A('i').pop()",
    'a.reverse() or a',
    'a.buffer_info()[1], a.typecode, a.itemsize',
    'a.__copy__(), a.__deepcopy__({})',
    'a.__reduce_ex__(2)',
    'a.__reduce_ex__(3)[1]',
    'a.clear() or a',
    'type(iter(a)).__name__, list(iter(a))',
    "A('i'), A('w', 'a\\xe9'), A('f', [0.1]), A('b', [-1])",
    "Sub('i', [1]), Sub('i', [1])[0:1], Sub('i', [1]) + Sub('i', [2]), Sub('i', [1]) * 2",
    "memoryview(a).format, memoryview(a).itemsize, memoryview(a).shape, memoryview(A('w', 'a')).format",
    "memoryview(A('w', 'a'))[0]",
    "len(a), bool(A('i')), bytes(a), bytearray(a), b''.join([a])",
    'A[int]',
]

for case in CASES:
    a = A('i', [1, 2, 3, 4])
    t(case)

# Views whose items cannot be read ('w' is no format of memoryview's): what needs no item works.
import array
w = memoryview(array.array('w', 'ab'))
x = memoryview(array.array('w', 'ab'))
for code in ['w.cast("B").tolist()', 'w.cast("i")', 'w.cast("c")[0]', 'w.cast("B", [2, 4]).tolist()', 'w.cast("w")', 'w.tolist()', 'list(w)',
             'list(w[:0])', 'w[:0].tolist()', 'next(iter(w))', 'list(reversed(w))', '97 in w', '97 in w[:0]', 'w.count(97)', 'w[:0].count(97)',
             'w.index(97)', 'w[:0].index(97)', 'w.index(97, 5)', 'w == x', 'w == w', 'w != x', 'w[:0] == x[:0]', 'hash(w.toreadonly())',
             'w.tobytes()', 'w.hex()', 'w[0]', 'w[5]', 'w[0,]', 'w[2,]', 'w[0, 0]', 'w[()]', 'w["a"]', 'len(w)', 'w[::-1].tobytes()', 'sum(w)',
             'w.__setitem__(0, "c")', 'w.__setitem__(5, "c")', 'w.__setitem__(slice(1), x[1:])', 'w.tobytes()',
             'w.__setitem__(slice(None), b"abcdefgh")', 'w.__delitem__(0)', 'w.__setitem__("a", 1)', 'w.toreadonly().__setitem__(0, 1)']:
    try:
        print(code, eval(code))
    except Exception as error:
        print(code, type(error).__name__, error)

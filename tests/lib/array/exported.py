from array import array as A


CASES = """a.append(1);a.pop();a.extend([1]);a.clear();a.__delitem__(0);a.__setitem__(slice(0, 2), A('i', [1]))
a.__setitem__(slice(0, 2), A('i', [1, 2]));a.__imul__(2);a.insert(0, 1);a.byteswap();a.reverse();a.remove(3);a.__iadd__(A('i', [1]))
a.frombytes(b'abcd');a.frombytes(b'');a.fromlist([]);a.fromlist([1]);a.__imul__(1);a.__iadd__(A('i'))""".replace('\n', ';').split(';')
for case in CASES:
    a = A('i', [1, 2, 3, 4])
    view = memoryview(a)
    try:
        eval(case)
        print(case, '->', a)
    except BufferError as error:
        print(case, '->', error)
    view.release()
    eval(case)
    print(a)

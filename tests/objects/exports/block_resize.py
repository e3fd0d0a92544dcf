def t(text):
    try:
        eval(text)
        print(text, '->', b)
    except BufferError as error:
        print(text, '->', error)


CASES = """b.append(1);b.extend(b'x');b.extend(b'');b.insert(0, 1);b.pop();b.remove(98);b.clear();b.resize(3);b.resize(4);b.resize(2)
b.__iadd__(b'x');b.__iadd__(b'');b.__imul__(2);b.__imul__(1);b.__delitem__(0);b.__delitem__(slice(0, 1));b.__delitem__(slice(0, 0))
b.__delitem__(slice(None, None, 2));b.__setitem__(slice(0, 1), b'');b.__setitem__(slice(0, 1), b'x');b.__setitem__(slice(0, 1), b'xy')
b.__setitem__(0, 5);b.reverse();b.__init__(b'new');b.__setitem__(slice(None), view)""".replace('\n', ';').split(';')
for case in CASES:
    b = bytearray(b'abc')
    view = memoryview(b)
    t(case)
    view.release()
    if 'view' not in case:
        t(case)

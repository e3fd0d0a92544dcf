# Methods of arguments change the array that the operation works on.
class Clears:
    def __init__(self, value=0):
        self.value = value

    def __index__(self):
        b.clear()
        return self.value

    def __len__(self):
        b.clear()
        return 1


class Grows(Clears):
    def __index__(self):
        b.extend(b'x' * 1000)
        return self.value


def clearing():
    yield 65
    b.clear()
    yield 66


def items():
    yield b'one'
    b.clear()
    yield b'two'


CASES = """b[Clears()];b[Clears():];b[Clears()::2];b.__setitem__(Clears(), 5);b.__setitem__(5, Clears());b.__setitem__(5, Grows())
b.__setitem__(slice(Clears(), 5), b'new');b.__setitem__(slice(0, Clears(4), 2), b'xy');b.__setitem__(slice(2, 4), clearing())
b.__setitem__(slice(0, 4, 2), clearing());b.__delitem__(Clears(3));b.__delitem__(slice(0, Clears(9), 2))
b.append(Clears(5));b.extend(clearing());b.insert(Clears(5), 1);b.insert(3, Clears(5));b.pop(Clears(3));b.remove(Clears(98))
b.find(98, Clears());b.find(98, 0, Clears(9));b.rfind(98, Clears());b.count(98, Clears());b.index(98, Grows());b.startswith(b'a', Clears())
b.endswith(b'', Clears());Clears(97) in b;b.split(b'c', Clears(5));b.split(None, Clears(5));b.rsplit(b'c', Clears(5));b.replace(b'a', b'x', Clears(5))
b.center(Clears(30));b.ljust(Clears(30));b.zfill(Clears(12));b.expandtabs(Clears(4));b.hex(':', Clears(1));b.join(items());b * Clears(3)
b.__imul__(Clears(3));b.__imul__(Grows(2));b.resize(Clears(3));b.resize(Grows(2));b.__init__(clearing());b == Clears();bytes(clearing())
b.translate(None, b'a');b % (Clears(5),);bytearray(b'%d') % (Clears(5),)""".replace('\n', ';').split(';')
for case in CASES:
    b = bytearray(b'abcdefghij')
    try:
        result = eval(case)
        print(case, '->', result, len(b), b[:30])
    except Exception as error:
        print(case, '->', type(error).__name__, error, len(b))

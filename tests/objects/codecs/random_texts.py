# Texts of all kinds of characters, long enough for whole blocks and with faults anywhere, through every encoding and
# simple error handler; a checksum of all results for each kind.
import random
import zlib

r = random.Random(20)
ranges = [(32, 127), (128, 256), (0x100, 0x800), (0x800, 0xd800), (0xe000, 0x10000), (0x10000, 0x110000), (0xd800, 0xe000)]
encodings = ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'ascii', 'latin-1', 'cp1252', 'koi8-r']
handlers = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace']


def text(weights):
    return ''.join(chr(r.randrange(*r.choices(ranges, weights)[0])) for _ in range(r.choice([5, 17, 40, 130, 600])))


def result(function, *args):
    try:
        return ascii(function(*args))
    except (UnicodeError, TypeError) as e:
        return f'{type(e).__name__}: {e}'


for weights in [(1, 0, 0, 0, 0, 0, 0), (5, 1, 0, 0, 0, 0, 0), (1, 5, 1, 0, 0, 0, 0), (1, 0, 0, 9, 1, 0, 0), (9, 1, 1, 1, 1, 1, 0),
                (0, 0, 0, 1, 0, 0, 0), (0, 0, 1, 0, 0, 0, 0), (0, 0, 0, 0, 0, 1, 0), (20, 0, 0, 20, 1, 1, 1), (1, 1, 1, 1, 1, 1, 1)]:
    total = 0
    for _ in range(12):
        s = text(weights)
        for encoding in encodings:
            results = [result(s.encode, encoding, handler) for handler in handlers]
            data = bytearray(s.encode(encoding, 'ignore'))
            for _ in range(r.randrange(3)):
                if data:
                    data[r.randrange(len(data))] = r.randrange(256)
            del data[len(data) - r.randrange(3):]
            results += [result(data.decode, encoding, handler) for handler in handlers]
            total = zlib.crc32('\n'.join(results).encode(), total)
        results = [ascii(s[::step]) for step in (2, 3, 33, 70, -1, -2, -40)]
        results += [ascii(s[start:start + 30]) for start in range(0, len(s), 7)]
        total = zlib.crc32('\n'.join(results).encode(), total)
    print(weights, '%08x' % total)

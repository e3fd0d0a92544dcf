# Makes xid.inc and nfkc.inc, beside this file, from the Unicode data of the Python that runs it. The language takes its
# identifiers from Unicode 16, so that is to be CPython 3.14.
import os
import unicodedata

BEYOND_ASCII = range(0x80, 0x110000)
HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
INDEX_STEP = 64


def write(name, comment, parts):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), 'w', encoding='ascii') as file:
        for line in comment.strip().split('\n'):
            file.write(f'// {line}\n')
        for declaration, items in parts:
            file.write(f'\nstatic const {declaration} = {{\n')
            line = '   '
            for item in items:
                if len(line) + len(item) > 108:
                    file.write(line + '\n')
                    line = '   '
                line += ' ' + item + ','
            file.write(line + '\n};\n')


def in_name(code):
    return ('a' + chr(code)).isidentifier()


def character_class(code):
    character = chr(code)
    return 3 if character.isidentifier() else 2 if in_name(code) else 1 if character.isprintable() else 0


def runs(codes, value):
    last = None
    for code in codes:
        if value(code) != last:
            last = value(code)
            yield code, last


# The pairs that compose into one character (excluding those that normalization leaves apart).
def compositions():
    for code in BEYOND_ASCII:
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and in_name(code) and unicodedata.normalize('NFKC', chr(code)) == chr(code):
            yield int(parts[0], 16), int(parts[1], 16), code


# Runs of characters whose decompositions count on together: [first, how many, decomposition of the first, is it in NFKC].
def decompositions():
    entries = []
    for code in BEYOND_ASCII:
        text = unicodedata.normalize('NFKD', chr(code))
        if text == chr(code) or not in_name(code) or code in HANGUL_SYLLABLES:
            continue
        stable = unicodedata.normalize('NFKC', chr(code)) == chr(code)
        if entries:
            first, count, start, start_stable = entries[-1]
            joins = first + count == code and len(text) == len(start) == 1 and ord(text) == ord(start) + count
            if joins and stable == start_stable and count < 255:
                entries[-1][1] += 1
                continue
        entries.append([code, 1, text, stable])
    return entries


def varint(number):
    while number >= 0x80:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def decomposition_tables():
    data, index, previous = [], [], 0
    for number, (code, count, text, stable) in enumerate(decompositions()):
        if number % INDEX_STEP == 0:
            index.append((code, len(data)))
            previous = code
        spelling = text.encode()
        assert len(spelling) < 64
        data += varint(code - previous)
        data.append(len(spelling) | stable << 6 | (count > 1) << 7)
        if count > 1:
            data.append(count)
        data += spelling
        previous = code
    return data, index


version = f'Unicode {unicodedata.unidata_version}; made by unicode_tables.py.'
write('xid.inc', f'''
Classes of the characters from U+0080. {version}
Each entry is (first code point of a run) << 2 | class, sorted. Class 3: may start an identifier (XID_Start); 2: may be in
one (XID_Continue); 1: other printable character; 0: not printable (categories Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs).
''', [('uint32_t class_runs[]', (f'0x{code << 2 | value:x}' for code, value in runs(BEYOND_ASCII, character_class)))])

pairs = sorted(compositions())
seconds = {second for first, second, composed in pairs} | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))
combining = list(runs(BEYOND_ASCII, lambda code: unicodedata.combining(chr(code)) | (code in seconds) << 8))
data, index = decomposition_tables()
write('nfkc.inc', f'''
What NFKC asks about the characters of identifiers, Hangul syllables excepted. {version}

decompositions: the characters that NFKD changes. For each: the distance from the one before (7 bits a byte, low ones first,
bit 7: more follow), a byte with the length of the decomposition in its low 6 bits, bit 6 if NFKC does not change the
character, bit 7 if a byte with the length of a run follows, in which the decompositions count on; the decomposition in UTF-8.
decomposition_index: code point and place of every {INDEX_STEP}th of them, where the distances start again from 0.
combining_runs: first code point of a run << 9 | 256 if it may compose with what is before it | combining class.
composition_pairs: first << 42 | second << 21 | what they compose into, sorted.
''', [
    ('unsigned char decompositions[]', (str(byte) for byte in data)),
    ('struct { uint32_t character; uint16_t place; } decomposition_index[]', (f'{{0x{c:x}, {place}}}' for c, place in index)),
    ('uint32_t combining_runs[]', (f'0x{code << 9 | value:x}' for code, value in combining)),
    ('uint64_t composition_pairs[]', (f'0x{a << 42 | b << 21 | c:x}' for a, b, c in pairs)),
])

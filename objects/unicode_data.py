"""Writes unicode_data.inc: python3.14 objects/unicode_data.py NameAliases.txt NamedSequences.txt > objects/unicode_data.inc

What is known about characters but their names (those are unicode_names.py's) comes from the str methods and the module
unicodedata of the Python that runs this, so that both agree to the letter; it must be one with Unicode 16. The two files
are Unicode's, from www.unicode.org/Public/16.0.0/ucd/. Not needed for building.

The data is one deflated stream of numbers of 7 bits a byte, low ones first, bit 7 set where more follow; what unicode.c,
unicode_decompose.c and unicode_names.c read from it, in this order.
"""
import os
import sys
import unicodedata
import zlib

LAST = 0x110000
BLOCK = 128             # code points that a block of unicode.c's table holds
FORMS = "NFC", "NFKC", "NFD", "NFKD"
KINDS = ("", "<font>", "<compat>", "<square>", "<super>", "<circle>", "<final>", "<isolated>", "<initial>", "<narrow>",
         "<wide>", "<medial>", "<sub>", "<vertical>", "<small>", "<fraction>", "<noBreak>")
BIDIRECTIONAL = ("", "L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRE", "LRO", "RLE",
                 "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
WIDTHS = "N A H Na F W".split()


def is_case_ignorable(c):
    # A capital sigma becomes final when a cased letter stands before it; case-ignorable characters between do not count.
    if c.isupper() or c.islower() or c.istitle():
        return (c + "Σ").lower()[-1] == "σ"
    return ("A" + c + "Σ").lower()[-1] == "ς"


FLAGS = [
    ("ALPHA", str.isalpha), ("DECIMAL", str.isdecimal), ("DIGIT", str.isdigit), ("NUMERIC", str.isnumeric),
    ("SPACE", str.isspace), ("PRINTABLE", str.isprintable), ("UPPER", str.isupper), ("LOWER", str.islower),
    ("TITLE", lambda c: c.istitle() and not c.isupper()), ("CASE_IGNORABLE", is_case_ignorable),
    ("ID_START", str.isidentifier), ("ID_CONTINUE", lambda c: ("a" + c).isidentifier()),
    ("MIRRORED", unicodedata.mirrored), ("COMPOSES_BACK", None),
] + [("NOT_" + form, lambda c, form=form: not unicodedata.is_normalized(form, c)) for form in FORMS]

composing = set()       # what may compose with a character before it


def find_compositions():
    for code in range(LAST):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.is_normalized("NFC", chr(code)):
            composing.add(int(parts[1], 16))
    composing.update(range(0x1161, 0x1176), range(0x11A8, 0x11C3))


expansions = []         # flat code points
expansion_at = {}


def mapping(c, mapped):
    """A difference of code points, doubled and for a negative one inverted; or the place of an expansion: its length, above
    that the index, above that a mark."""
    if len(mapped) == 1:
        difference = ord(mapped) - ord(c)
        return difference << 1 ^ difference >> 31
    if mapped not in expansion_at:
        expansion_at[mapped] = len(expansions)
        expansions.extend(map(ord, mapped))
    return 1 << 22 | expansion_at[mapped] << 2 | len(mapped)


case_records = {}


def record(code):
    c = chr(code)
    flags = sum(1 << i for i, (_, test) in enumerate(FLAGS) if (test(c) if test else code in composing))
    case = tuple(mapping(c, f(c)) for f in (str.upper, str.lower, str.title, str.casefold))
    return (flags, int(c) + 1 if c.isdecimal() else 0, CATEGORIES.index(unicodedata.category(c)),
            BIDIRECTIONAL.index(unicodedata.bidirectional(c)), WIDTHS.index(unicodedata.east_asian_width(c)),
            unicodedata.combining(c), case_records.setdefault(case, len(case_records)))


def runs(function, codes):
    """[[first code, length, value]]"""
    found = []
    for code in codes:
        value = function(code)
        if found and found[-1][2] == value:
            found[-1][1] += 1
        else:
            found.append([code, 1, value])
    return found


def numerics():
    """[first code, length, numerator, denominator]: in a run the numerators count on."""
    found = []
    for code in range(LAST):
        value = unicodedata.numeric(chr(code), None)
        if value is None:
            continue
        for denominator in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 64, 80, 160, 320):
            numerator = round(value * denominator)
            if numerator / denominator == value:
                break
        else:
            raise ValueError(value)
        if found and sum(found[-1][:2]) == code and found[-1][2] + found[-1][1] == numerator and found[-1][3] == denominator:
            found[-1][1] += 1
        else:
            found.append([code, 1, numerator, denominator])
    return found


def decompositions():
    """(code, kind, length, code points)"""
    for code in range(LAST):
        parts = unicodedata.decomposition(chr(code)).split()
        if not parts:
            continue
        kind = KINDS.index(parts.pop(0)) if parts[0][0] == "<" else 0
        yield code, kind, [int(part, 16) for part in parts]


def zigzag(n):
    return n << 1 ^ n >> 63


out = bytearray()


def put(*numbers):
    for n in numbers:
        assert n >= 0
        while n >= 0x80:
            out.append(n & 0x7F | 0x80)
            n >>= 7
        out.append(n)


def put_columns(rows):
    for column in zip(*rows):
        put(*column)


sections = {}


def section(name):
    sections[name] = len(out)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in (line.split("#")[0].strip() for line in file) if line]


def write(name, comment, *text):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w", encoding="ascii") as file:
        print(f"// {comment}", f"// Made by unicode_data.py from Unicode {unicodedata.unidata_version}; not to be edited.", *text,
              sep="\n", file=file)


def rows_of(numbers):
    rows = ["   "]
    for number in numbers:
        if len(rows[-1]) > 106:
            rows.append("   ")
        rows[-1] += f" {number},"
    return rows


def main():
    assert sys.version_info >= (3, 14) and unicodedata.unidata_version == "16.0.0"
    find_compositions()
    records = {}
    ranges = runs(lambda code: records.setdefault(record(code), len(records)), range(LAST))
    section("runs")
    put_columns((length - 1, index) for _, length, index in ranges)
    section("records")
    put_columns(records)
    section("cases")
    put_columns(case_records)
    put(*expansions)
    section("decompositions")
    decomposed = list(decompositions())
    put(*(b[0] - a[0] for a, b in zip([[0]] + decomposed, decomposed)))
    put(*(kind | len(points) << 5 for _, kind, points in decomposed))
    firsts = [points[0] for _, _, points in decomposed]
    put(*(zigzag(b - a - 1) for a, b in zip([0] + firsts, firsts)))
    put(*(point for _, _, points in decomposed for point in points[1:]))
    section("numbers")
    values = numerics()
    put_columns((b[0] - a[0] - a[1], b[1], zigzag(b[2]), b[3]) for a, b in zip([[0, 0]] + values, values))
    section("aliases")
    aliases = [line.split(";") for line in lines(sys.argv[1])]
    assert all(unicodedata.lookup(name) == chr(int(code, 16)) for code, name, _ in aliases)
    put(*(int(code, 16) for code, _, _ in aliases))
    section("sequences")
    sequences = [(name, [int(code, 16) for code in codes.split()]) for name, codes in
                 (line.split(";") for line in lines(sys.argv[2]))]
    assert all(unicodedata.lookup(name) == "".join(map(chr, codes)) for name, codes in sequences)
    put(*(len(codes) for _, codes in sequences))
    put(*(code for _, codes in sequences for code in codes))
    # Blocks of one record throughout are shared.
    blocks = [{record(code) for code in range(first, first + BLOCK)} for first in range(0, LAST, BLOCK)]
    mixed = sum(len(block) > 1 for block in blocks)
    uniform = len({tuple(block) for block in blocks if len(block) == 1})
    write("unicode_data.h", "Sizes of what unicode_data.inc holds, and where its parts begin.",
          "#pragma once", "", "enum {", f"    UNICODE_BLOCK = {BLOCK},", *(f"    UNICODE_{name} = 1 << {i}," for i, (name, _) in enumerate(FLAGS)),
          *(f"    UNICODE_{name}_COUNT = {count}," for name, count in (
              ("RUN", len(ranges)), ("RECORD", len(records)), ("BLOCK", mixed + uniform), ("CASE", len(case_records)),
              ("EXPANSION", len(expansions)), ("DECOMPOSITION", len(decomposed)),
              ("POINT", sum(len(points) for _, _, points in decomposed)),
              ("COMPOSITION", sum(unicodedata.is_normalized("NFC", chr(code)) for code, kind, points in decomposed
                                  if kind == 0 and len(points) == 2)),
              ("NUMBER", len(values)), ("ALIAS", len(aliases)), ("SEQUENCE", len(sequences)))),
          *(f"    UNICODE_AT_{name.upper()} = {place}," for name, place in sections.items()),
          f"    UNICODE_DATA_SIZE = {len(out)},", "};")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    packed = packer.compress(bytes(out)) + packer.flush()
    write("unicode_data.inc", "The data, deflated, and the flags of ASCII for those who need no more.",
          "static const unsigned char packed[] = {", *rows_of(packed), "};",
          "const uint16_t unicode_ascii_flags[128] = {", *rows_of(record(code)[0] & 0xFFF for code in range(128)), "};")
    print(f"{len(out)} bytes, {len(packed)} deflated", file=sys.stderr)


main()

"""Writes unicode_tables.inc to stdout: python3.14 objects/unicode_tables.py > objects/unicode_tables.inc

What is known about a character is taken from the str methods of the Python that runs this, so that both agree to the
letter; it must be one with the Unicode version that the interpreter is to have. Not needed for building.
"""
import sys
import unicodedata

LAST = 0x110000


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
]


def char_class(c):
    flags = sum(1 << i for i, (_, test) in enumerate(FLAGS) if test(c))
    return flags, int(c) if c.isdecimal() else -1


expansions = []         # flat code points
expansion_at = {}


def mapping(c, mapped):
    """A difference of code points, or the place of an expansion: (length << 24 | index) marked by a far number."""
    if len(mapped) == 1:
        return ord(mapped) - ord(c)
    if mapped not in expansion_at:
        expansion_at[mapped] = len(expansions)
        expansions.extend(map(ord, mapped))
    return 0x40000000 | len(mapped) << 24 | expansion_at[mapped]


def char_case(c):
    return tuple(mapping(c, f(c)) for f in (str.upper, str.lower, str.title, str.casefold))


def records(function):
    found, indices = {}, []
    for i in range(LAST):
        record = function(chr(i))
        indices.append(found.setdefault(record, len(found)))
    return list(found), indices


def split(indices, shift):
    blocks, tops = {}, []
    for i in range(0, len(indices), 1 << shift):
        block = tuple(indices[i:i + (1 << shift)])
        tops.append(blocks.setdefault(block, len(blocks)))
    return tops, [i for block in blocks for i in block]


def size(values):
    return len(values) * (1 if max(values) < 256 else 2)


def array(name, values):
    kind = "uint8_t" if max(values) < 256 else "uint16_t"
    print(f"static const {kind} {name}[] = {{")
    line = "   "
    for v in values:
        if len(line) + len(str(v)) > 106:
            print(line)
            line = "   "
        line += f" {v},"
    print(line + "\n};")


def three_stages(name, indices):
    best = None
    for low in range(3, 8):
        tops, bottom = split(indices, low)
        for high in range(3, 8):
            top, middle = split(tops, high)
            total = size(top) + size(middle) + size(bottom)
            if best is None or total < best[0]:
                best = total, low, high, top, middle, bottom
    total, low, high, top, middle, bottom = best
    print(f"// {total} bytes")
    print(f"enum {{ {name.upper()}_LOW = {low}, {name.upper()}_HIGH = {high} }};")
    array(f"{name}_top", top)
    array(f"{name}_middle", middle)
    array(f"{name}_bottom", bottom)


def main():
    assert sys.version_info >= (3, 14)
    print(f"// Made by unicode_tables.py from Unicode {unicodedata.unidata_version}; not to be edited.")
    print("enum {")
    for i, (name, _) in enumerate(FLAGS):
        print(f"    UNICODE_{name} = 1 << {i},")
    print("};")
    classes, indices = records(char_class)
    print("static const CharClass class_records[] = {")
    for flags, decimal in classes:
        print(f"    {{0x{flags:04x}, {decimal}}},")
    print("};")
    three_stages("class", indices)
    cases, indices = records(char_case)
    print("static const CharCase case_records[] = {")
    for record in cases:
        print("    {{%s}}," % ", ".join(map(str, record)))
    print("};")
    three_stages("case", indices)
    array("case_expansions", expansions)


main()

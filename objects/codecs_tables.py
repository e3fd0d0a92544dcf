"""Writes codecs_tables.inc to stdout: python3 objects/codecs_tables.py > objects/codecs_tables.inc

The encodings of one byte a character whose lower half is ASCII: what bytes 128 to 255 stand for, 0xFFFE for nothing, taken
from the codecs of the Python that runs this. Not needed for building.
"""
import codecs
from encodings.aliases import aliases

NAMES = ("cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 "
         "cp861 cp862 cp863 cp865 cp866 cp869 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 "
         "iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u mac_roman mac_cyrillic tis_620").split()


def entry(name, byte):
    try:
        return ord(bytes([byte]).decode(name))
    except UnicodeDecodeError:
        return 0xFFFE


def names_of(name):
    found = {name, name.replace("_", "-").replace("iso8859-", "iso8859_")} | {a for a, n in aliases.items() if n == name}
    return " " + " ".join(sorted(n.lower().replace("-", "_") for n in found)) + " "


def main():
    print("// Made by codecs_tables.py; not to be edited. Rows of codecs.c's table.")
    for name in NAMES:
        assert all(bytes([b]).decode(name) == chr(b) for b in range(128))
        names = " ".join(dict.fromkeys(names_of(name).split()))
        print(f'{{"charmap", "{codecs.lookup(name).name}", " {names} ", CODEC_CHARMAP, 0, false, (const uint16_t[128]){{')
        line = "   "
        for byte in range(128, 256):
            text = f" 0x{entry(name, byte):x},"
            if len(line) + len(text) > 110:
                print(line)
                line = "   "
            line += text
        print(line + "\n}},")


main()

"""Writes codecs_tables.inc and codecs_maps.inc: python3 objects/codecs_tables.py

The encodings of one byte a character whose lower half is ASCII: what bytes 128 to 255 stand for, 0xFFFE for nothing, taken
from the codecs of the Python that runs this. The maps are deflated: each code as its difference from the one before + 1,
doubled and for a negative one inverted, in 7 bits a byte, low ones first, bit 7 set where more follow. Not needed for building.
"""
import codecs
import os
import zlib
from encodings.aliases import aliases

NAMES = ("cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 "
         "cp861 cp862 cp863 cp865 cp866 cp869 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 "
         "iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u mac_roman mac_cyrillic tis_620 "
         "cp720 cp856 cp874 cp1125 hp_roman8 koi8_t kz1048 mac_croatian mac_greek mac_iceland mac_latin2 mac_romanian mac_turkish "
         "ptcp154").split()


def entry(name, byte):
    try:
        return ord(bytes([byte]).decode(name))
    except UnicodeDecodeError:
        return 0xFFFE


LATER = {"cp874": {"windows_874"}}      # aliases that this Python need not have


def names_of(name):
    found = LATER.get(name, set()) | {name, name.replace("_", "-").replace("iso8859-", "iso8859_")} | {a for a, n in aliases.items() if n == name}
    return " " + " ".join(sorted(n.lower().replace("-", "_") for n in found)) + " "


def packed():
    out = bytearray()
    for name in NAMES:
        last = 127
        for byte in range(128, 256):
            difference = entry(name, byte) - last - 1
            last = entry(name, byte)
            number = difference << 1 ^ difference >> 31
            while number >= 0x80:
                out.append(number & 0x7F | 0x80)
                number >>= 7
            out.append(number)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return len(out), packer.compress(bytes(out)) + packer.flush()


def write(name, lines):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w", encoding="ascii") as file:
        print("// Made by codecs_tables.py; not to be edited.", *lines, sep="\n", file=file)


def main():
    rows = []
    for i, name in enumerate(NAMES):
        assert all(bytes([b]).decode(name) == chr(b) for b in range(128))
        names = " ".join(dict.fromkeys(names_of(name).split()))
        rows.append(f'{{"charmap", "{codecs.lookup(name).name}", " {names} ", CODEC_CHARMAP, 0, false, maps[{i}]}},')
    write("codecs_tables.inc", rows)
    size, data = packed()
    write("codecs_maps.inc", [
        f"enum {{ MAP_COUNT = {len(NAMES)}, MAPS_SIZE = {size} }};", "static const unsigned char packed_maps[] = {",
        *("    " + " ".join(f"{byte}," for byte in data[i:i + 24]) for i in range(0, len(data), 24)), "};"])


main()

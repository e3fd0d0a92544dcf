# Every property of every 37th character and of the first 12,288 ones, as checksums.
import unicodedata
import zlib

codes = [*range(0x3000), *range(0x3000, 0x110000, 37)]
print(unicodedata.unidata_version)


def show(name, function):
    text = '\n'.join(repr(function(chr(code))) for code in codes)
    print(name, hex(zlib.crc32(text.encode('utf-8', 'surrogatepass'))))


for name in 'category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width', 'decomposition':
    show(name, getattr(unicodedata, name))
for name in 'name', 'decimal', 'digit', 'numeric':
    show(name, lambda c: getattr(unicodedata, name)(c, None))
for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
    show(form, lambda c: unicodedata.normalize(form, c))
    show(form, lambda c: unicodedata.is_normalized(form, c))
    show(form, lambda c: unicodedata.normalize(form, 'a\u0301' + c + '\u0323\u0301\u11a8'))
print(unicodedata.numeric('京'), unicodedata.numeric('༳'), unicodedata.numeric('⅐'))

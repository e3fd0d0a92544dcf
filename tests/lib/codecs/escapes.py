# unicode_escape, raw_unicode_escape, and the escapes of bytes literals.
import codecs


def show(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


print(codecs.lookup('unicode-escape').name, codecs.lookup('raw_unicode_escape').name)
text = ''.join(map(chr, range(0, 260))) + '\u20ac\ud800\U0001f600'
show(text.encode, 'unicode_escape')
show(text.encode, 'raw_unicode_escape')
show(codecs.escape_encode, bytes(range(256)))
samples = [rb'a\n\t\\\'\"\a\b\f\v\r', rb'\x41\101\1\18\u20ac\U0001f600', b'a\\\nb', rb'\x4', rb'\x4z', rb'\u12', rb'\u123x', rb'\U0001f60',
           rb'\U00110000', b'\\', b'\xe9\xff', rb'\\u0041', rb'\\\u0041', b'\\\\\\', rb'\uzz\xzz\Uz', rb'\ud83d\ude00', b'\\u20ac\\']
for sample in samples:
    print(sample)
    for encoding in 'unicode_escape', 'raw_unicode_escape':
        for errors in 'strict', 'replace', 'ignore', 'backslashreplace':
            show(sample.decode, encoding, errors)
    for errors in 'strict', 'replace', 'ignore', 'other':
        show(codecs.escape_decode, sample, errors)
show(codecs.unicode_escape_decode, 'a\\n')
show(codecs.unicode_escape_decode, rb'a\u20', 'strict', False)
show(codecs.raw_unicode_escape_decode, rb'a\u20', 'strict', False)
show(codecs.raw_unicode_escape_decode, b'a\\', 'strict', False)
decoder = codecs.getincrementaldecoder('unicode_escape')()
print([decoder.decode(bytes([c])) for c in rb'a\u20ac\x41\n'])

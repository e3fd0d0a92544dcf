import codecs
import warnings

def show(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print(args, function(*args))
        except Exception as error:
            print(args, type(error).__name__, error)
        for warning in caught:
            print('   ', warning.category.__name__, repr(str(warning.message)), warning.lineno)

for data in br'\z', br'\501', br'\7778\8', rb'\x4\q', br'ab\qc\wd', br'\377', br'\u0041', br'\N{DIGIT ONE}':
    show(codecs.escape_decode, data)
    show(codecs.unicode_escape_decode, data)
    show(codecs.raw_unicode_escape_decode, data)
    show(data.decode, 'unicode_escape')
decoder = codecs.getincrementaldecoder('unicode_escape')()
show(decoder.decode, b'\\U0011ffff')
for value in 42, None, 'ä', bytearray(b'x'):
    show(codecs.readbuffer_encode, value)

# Error handlers of the program's own, and what they may answer.
import codecs
import io

def show(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


def mark(error):
    print(repr(error), error.encoding, error.start, error.end, error.reason)
    return f'<{error.object[error.start:error.end]!a}>', error.end


codecs.register_error('mark', mark)
for text, encoding in ('hé€llo', 'ascii'), ('h€€llo', 'latin-1'), ('a\ud800b', 'utf-8'), ('a\ud800\ud801b', 'utf-16'), ('€π', 'cp1252'):
    show(text.encode, encoding, 'mark')
for data, encoding in ((b'h\xe9\xe8', 'ascii'), (b'a\xff\xe2\x82b', 'utf-8'), (b'a\0\0\xd8', 'utf-16-le'), (b'\x81\x80', 'cp1252'),
                       (b'\0\0\0\0\1', 'utf-32')):
    show(data.decode, encoding, 'mark')

answers = {'five': 5, 'bytes': (b'XY', 2), 'odd bytes': (b'X', 2), 'far': ('', 9), 'near': ('', -1), 'before': ('', -9), 'not encodable': ('€', 2),
           'no position': ('', 'x'), 'three': ('', 1, 2), 'all': ('?', 3)}
for name, answer in answers.items():
    codecs.register_error(name, lambda error, answer=answer: answer)
    show('aéb'.encode, 'ascii', name)
    show('a\udcffb'.encode, 'utf-8', name)
    show('a\udcffb'.encode, 'utf-16-be', name)
    show(b'a\xffb'.decode, 'ascii', name)


def replace_input(error):
    error.object = b'other'
    return '|', 1


codecs.register_error('other', replace_input)
show(b'a\xffbc'.decode, 'ascii', 'other')
codecs.register_error('raises', lambda error: 1 / 0)
show('é'.encode, 'ascii', 'raises')
print(codecs.lookup_error('other') is replace_input)
show(codecs.lookup_error, 'nobody knows')
show('é'.encode, 'ascii', 'nobody knows')
show(codecs.register_error, 'x', 5)
show(codecs.register_error, 5, mark)

codecs.register_error('dots', lambda error: ('.' * (error.end - error.start), error.end))
print(io.TextIOWrapper(io.BytesIO(b'a\xff\xfeb\n'), encoding='utf-8', errors='dots').read())
file = io.BytesIO()
text = io.TextIOWrapper(file, encoding='ascii', errors='dots')
text.write('aéè€b')
text.flush()
print(file.getvalue())
for name in 'surrogateescape', 'surrogatepass', 'backslashreplace', 'xmlcharrefreplace':
    show(codecs.lookup_error(name), UnicodeEncodeError('utf-8', 'a\udcffb', 1, 2, 'why'))
    show(codecs.lookup_error(name), UnicodeDecodeError('utf-8', b'a\xed\xb3\xbfb', 1, 2, 'why'))

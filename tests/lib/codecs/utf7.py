# UTF-7 and Punycode.
import codecs


def show(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ('plain text', 'hi € there', 'a+b', '€', '€-', '€a', '€+€', '\U0001f600', 'a\\b~c', '€\U0001f600π-x', '\ud800', '1 + 1 = 2\n', '~', 'A≢Α.'):
    show(text.encode, 'utf-7')
    assert text.encode('utf-7').decode('utf-7') == text
for data in (b'+', b'+-', b'+!', b'+AGEAYg-', b'+AGEAYg', b'+AGEAYgx', b'+2D3eAA-', b'+2D3-', b'+2D3!', b'+IKx', b'\xff', b'a+IKw-b+IKw.c', b'+AGF-x',
             b'+A-', b'+IKwB-', b'+IKw\x80', b'+2D0AYQ-', b'+3gA-'):
    print(data)
    show(data.decode, 'utf-7')
    show(data.decode, 'utf-7', 'replace')
    show(data.decode, 'utf-7', 'ignore')
    show(codecs.utf_7_decode, data)
decoder = codecs.getincrementaldecoder('utf-7')()
print([decoder.decode(bytes([c])) for c in b'a+IKw-b+AGE-'])
for text in 'bücher', 'abc', '', 'ü', 'München-Ost', '他们为什么不说中文', 'Pročprostěnemluvíčesky':
    show(text.encode, 'punycode')
    assert text.encode('punycode').decode('punycode') == text
for data in b'bcher-kva', b'bcher-kv!', b'-', b'9999999', b'bcher-kv':
    show(data.decode, 'punycode')
    show(data.decode, 'punycode', 'replace')

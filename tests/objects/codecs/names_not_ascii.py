# Characters outside ASCII in the name of an encoding count as punctuation.
import codecs
for name in 'utf\xe98', 'utf-\xe98', '\xe9utf-8', 'utf-8\xe9', 'latin\xe91', 'utf\U0001f40d8', '\xe9', 'lat\xe9in-1':
    try:
        print(ascii(name), b'a'.decode(name), 'a'.encode(name), codecs.lookup(name).name)
    except LookupError as e:
        print(ascii(name), ascii(str(e)))

# Encodings of one byte a character, EBCDIC's among them: all bytes there and back, pieces, what is not in them.
import codecs
allb=bytes(range(256))
for n in "cp037 cp500 cp1140 cp273 cp1026 IBM037 037 ebcdic-cp-us cp720 cp856 cp874 cp1125 hp_roman8 roman8 koi8_t kz1048 rk1048 mac_croatian mac_greek mac_iceland mac_latin2 mac_romanian mac_turkish macturkish ptcp154 1140 cp1051 windows-874 cp1252 koi8-r iso8859-8 866".split():
    try:
        t=allb.decode(n,'replace'); print(n, codecs.lookup(n).name, sum(ord(c)*(i+1) for i,c in enumerate(t)), t.encode(n,'replace')==allb, 'aé€ж'.encode(n,'replace'), 'abc'.encode(n))
        print(codecs.getincrementaldecoder(n)().decode(b'abc\xc1'), codecs.getincrementalencoder(n)().encode('xyz'))
        'aжθĞ漢'.encode(n)
    except Exception as e: print(n, type(e).__name__, e, getattr(e,'__notes__',0))

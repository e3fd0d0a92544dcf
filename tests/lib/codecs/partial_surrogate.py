# Of an encoded surrogate that comes in pieces a decoder waits for the last byte.
import codecs
import io

d=codecs.getincrementaldecoder('utf-8')
for h in ('strict','surrogatepass','replace','ignore','backslashreplace','surrogateescape'):
    for parts in ((b'\xed',b'\xa0',b'\x80'),(b'\xed\xa0',b'\x80'),(b'\xed\xa0',b''),(b'a\xed\xb0',b'x'),(b'\xed\x9f',b'\xbf'),(b'\xed\xa0\x80',),(b'\xf4\x90',b'\x80'),(b'\xe0\x80',b'')):
        x=d(h)
        out=[]
        try:
            for i,p in enumerate(parts): out.append(x.decode(p)); out.append(x.getstate())
            out.append(x.decode(b'',True))
        except Exception as e: out.append('%s: %s'%(type(e).__name__,e))
        print(h,parts,ascii(out))
    w=io.TextIOWrapper(io.BytesIO(b'a\xed\xa0\x80b'),'utf-8',errors=h); w._CHUNK_SIZE=3
    try: print(ascii(w.read(1)),ascii(w.read(1)),ascii(w.read()))
    except Exception as e: print(e)

import zlib
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
d = b'hello world ' * 50
c = zlib.compress(d)
t(lambda: zlib.decompress(c) == d); t(lambda: zlib.decompress(b'')); t(lambda: zlib.decompress(b'x')); t(lambda: zlib.decompress(c[:-1])); t(lambda: zlib.decompress(c[:-4]+b'1234')); t(lambda: zlib.decompress(c+b'x')); t(lambda: zlib.compress('x')); t(lambda: zlib.compress(b'a', 10)); t(lambda: zlib.compress(b'a', -2)); t(lambda: zlib.compress(b'a', wbits=50)); t(lambda: zlib.decompress(c, wbits=-15)); t(lambda: zlib.decompress(c, bufsize=0)); t(lambda: zlib.decompress(c, bufsize=-1)); t(lambda: zlib.decompress(c, bufsize=1)==d); t(lambda: zlib.decompress(zlib.compress(d, wbits=31), wbits=47)==d); t(lambda: zlib.decompress(zlib.compress(d, wbits=-9), wbits=-15)==d)
t(lambda: zlib.compressobj(10)); t(lambda: zlib.compressobj(wbits=99)); t(lambda: zlib.compressobj(method=5)); t(lambda: zlib.compressobj(memLevel=77)); t(lambda: zlib.compressobj(strategy=77)); t(lambda: zlib.compressobj(zdict='x')); t(lambda: zlib.decompressobj(zdict='x')); t(lambda: zlib.decompressobj(99)); t(lambda: type(zlib.compressobj())); t(lambda: type(zlib.decompressobj()));
o = zlib.compressobj(); t(lambda: len(o.compress(d))); t(lambda: len(o.flush(zlib.Z_SYNC_FLUSH))); q=o.copy(); t(lambda: o.flush()); t(lambda: o.compress(b'x')); t(lambda: o.flush()); t(lambda: o.copy()); t(lambda: q.flush()); t(lambda: q.flush(99)); t(lambda: o.flush(zlib.Z_NO_FLUSH))
o = zlib.compressobj(); t(lambda: o.flush(99)); t(lambda: o.compress('a'))
p = zlib.decompressobj(); t(lambda: (p.eof, p.unused_data, p.unconsumed_tail)); t(lambda: p.decompress(c[:10])); t(lambda: (p.eof, p.unused_data, p.unconsumed_tail)); t(lambda: p.decompress(c[10:]+b'tail', 10)); t(lambda: (p.eof, p.unused_data, len(p.unconsumed_tail))); t(lambda: p.decompress(p.unconsumed_tail)[:20]); t(lambda: (p.eof, p.unused_data, p.unconsumed_tail)); t(lambda: p.flush()); t(lambda: p.decompress(b'more')); t(lambda: p.unused_data); t(lambda: p.decompress(b'', -1)); t(lambda: p.flush(0)); t(lambda: p.flush(-1)); t(lambda: p.copy().eof); t(lambda: p.decompress(b'x'*10)); t(lambda: p.unused_data)
p = zlib.decompressobj(); t(lambda: p.decompress(b'xxxx')); t(lambda: p.decompress(c)); 
p = zlib.decompressobj(); p.decompress(c, 5); t(lambda: p.flush(3)==d[5:]); t(lambda: (p.eof,p.unconsumed_tail))
p = zlib.decompressobj(); p.decompress(c[:20]); t(lambda: p.flush()); t(lambda: p.eof)
zd=b'hello world'; o=zlib.compressobj(zdict=zd); cc=o.compress(d)+o.flush(); t(lambda: zlib.decompressobj(zdict=zd).decompress(cc)==d); t(lambda: zlib.decompressobj().decompress(cc)); t(lambda: zlib.decompressobj(zdict=b'wrong').decompress(cc)); t(lambda: zlib.decompress(cc)); t(lambda: zlib.decompressobj(-15, zdict=zd).decompress(b''))
o=zlib.compressobj(wbits=-15, zdict=zd); cr=o.compress(d)+o.flush(); t(lambda: zlib.decompressobj(-15, zdict=zd).decompress(cr)==d)
t(lambda: zlib.adler32(d)); t(lambda: zlib.adler32(b'')); t(lambda: zlib.adler32(b'a', 5)); t(lambda: zlib.adler32(b'a', -1)); t(lambda: zlib.crc32(d)); t(lambda: zlib.crc32(b'a', 7)); t(lambda: zlib.adler32('a')); t(lambda: zlib.crc32(b'', 1<<70)); t(lambda: zlib.adler32(b'', 'a'))
x = zlib._ZlibDecompressor(); t(lambda: (x.eof, x.needs_input, x.unused_data)); t(lambda: x.decompress(c, 5)); t(lambda: (x.eof, x.needs_input, x.unused_data)); t(lambda: x.decompress(b'')[:5]); t(lambda: (x.eof, x.needs_input, x.unused_data)); t(lambda: x.decompress(b'a')); x=zlib._ZlibDecompressor(); t(lambda: x.decompress(c[:50])); t(lambda: x.needs_input); t(lambda: x.decompress(c[50:]+b'xx')[-5:]); t(lambda: (x.eof, x.needs_input, x.unused_data)); t(lambda: zlib._ZlibDecompressor().decompress(b'xxx'))
t(lambda: zlib.decompressobj().decompress(c, max_length=-1)); t(lambda: type(zlib.compressobj())()); t(lambda: zlib.error.__mro__); t(lambda: zlib.ZLIB_VERSION[0])
import copy
t(lambda: type(copy.copy(zlib.compressobj())).__name__); t(lambda: type(copy.deepcopy(zlib.decompressobj())).__name__)
t(lambda: zlib.decompressobj(wbits=0).decompress(c)==d); t(lambda: len(zlib.compress(bytearray(d), level=9))); t(lambda: zlib.compress(memoryview(d)[::2]) != b'')

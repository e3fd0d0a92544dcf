# Error handlers, codecs, __index__ and __buffer__ that change what is being worked on.
import codecs, io, zlib, mmap, os, binascii, base64, hashlib
def t(name, f):
    try: print(name, repr(f())[:150])
    except BaseException as e: print(name, type(e).__name__, str(e)[:150])
# handler that changes the exception object
def h(e):
    e.object = e.object*2 if isinstance(e.object, bytes) else e.object
    return ('?', e.end)
codecs.register_error('dbl', h)
n=[0]
def h2(e):
    n[0]+=1
    if n[0]>5: raise ValueError('enough')
    e.object=b'\xff'*n[0]*100
    return ('x', 0)
codecs.register_error('h2', h2)
t('h2', lambda: b'a\xffb'.decode('ascii','h2'))
def h3(e): e.start=-5; e.end=10**6; return ('y', e.end)
codecs.register_error('h3', h3)
t('h3', lambda: b'a\xffb'.decode('ascii','h3'))
t('h3e', lambda: 'a\xffb'.encode('ascii','h3'))
def h4(e): e.object=5; return ('y', 1)
codecs.register_error('h4', h4)
t('h4', lambda: b'a\xffb'.decode('ascii','h4'))
def h5(e): del e.object; return ('y', 1)
codecs.register_error('h5', h5)
t('h5', lambda: b'a\xffb'.decode('ascii','h5'))
def h6(e): return ('\ud800', e.end)
codecs.register_error('h6', h6)
t('h6', lambda: '\xff'.encode('ascii','h6')); t('h6u', lambda: '\ud800'.encode('utf-8','h6')); t('h6d', lambda: b'\xff'.decode('ascii','h6'))
ba=bytearray(b'a\xffb\xff'*10)
def h7(e):
    try: ba.clear()
    except BufferError as x: return ('B', e.end)
    return ('cleared', e.end)
codecs.register_error('h7', h7)
t('h7', lambda: ba.decode('ascii','h7')); t('h7', lambda: str(ba,'utf-8','h7')); t('h7', lambda: codecs.decode(ba,'ascii','h7')); t('h7', lambda: codecs.ascii_decode(ba,'h7'))
t('h7', lambda: str(memoryview(ba),'ascii','h7')); print(len(ba))
# text io with handler that uses the file
bio=io.BytesIO(b'ab\xffcd\xffef\n'*1000)
def h8(e):
    try: tt.read(3)
    except Exception as x: pass
    return ('_', e.end)
codecs.register_error('h8', h8)
tt=io.TextIOWrapper(bio, 'ascii', 'h8'); t('h8', lambda: len(tt.read(100))); t('h8', lambda: len(tt.readline())); t('h8', lambda: tt.tell()>=0)
def h9(e): tt.close(); return ('_', e.end)
codecs.register_error('h9', h9)
tt=io.TextIOWrapper(io.BufferedReader(io.BytesIO(b'ab\xffcd\n'*1000)), 'ascii', 'h9'); t('h9', lambda: len(tt.read(100))); t('h9', lambda: tt.readline())
open('/tmp/bitis-hostile-1','wb').write(b'ab\xffcd\n'*5000)
tt=open('/tmp/bitis-hostile-1', encoding='ascii', errors='h8'); t('h8f', lambda: len(list(tt))>0)
def h10(e): tt.detach(); return ('_', e.end)
codecs.register_error('h10', h10)
tt=open('/tmp/bitis-hostile-1', encoding='ascii', errors='h10'); t('h10', lambda: len(tt.readline())); t('h10b', lambda: tt.readline())
def h11(e): tt.seek(0); return ('_', e.end)
codecs.register_error('h11', h11)
tt=open('/tmp/bitis-hostile-1', encoding='ascii', errors='h11'); t('h11', lambda: len(tt.readline())); t('h11b', lambda: tt.readline())
# write side
def h12(e): tt.write('in'); return ('_', e.end)
codecs.register_error('h12', h12)
tt=open('/tmp/bitis-hostile-2','w', encoding='ascii', errors='h12'); t('h12', lambda: tt.write('a\xffb')); t('c', lambda: tt.close()); print(open('/tmp/bitis-hostile-2','rb').read())
def h13(e): tt.close(); return ('_', e.end)
codecs.register_error('h13', h13)
tt=open('/tmp/bitis-hostile-2','w', encoding='ascii', errors='h13'); t('h13', lambda: tt.write('a\xffb')); t('c', lambda: tt.close())
# hostile codecs
class Dec(codecs.IncrementalDecoder):
    def decode(self, b, final=False): 
        acts and acts.pop()(); return 'x'*len(b)
class Enc(codecs.IncrementalEncoder):
    def encode(self, s, final=False):
        acts and acts.pop()(); return s.encode()
acts=[]
codecs.register(lambda n: codecs.CodecInfo(lambda s,e='strict':(s.encode(),len(s)), lambda b,e='strict':('x',1), None, None, Enc, Dec, n) if n=='evil' else None)
for act in ('close','detach','seek','read'):
    tt=io.TextIOWrapper(io.BytesIO(b'hello\nworld\n'*5), 'evil'); acts[:]=[{'close':lambda: tt.close(),'detach':lambda: tt.detach(),'seek':lambda: tt.seek(0),'read':lambda: tt.read(2)}[act]]
    t(('dec',act), lambda: tt.read(3)); t(('dec2',act), lambda: tt.readline()); t('tell', lambda: tt.tell())
    tt=io.TextIOWrapper(io.BytesIO(), 'evil'); acts[:]=[{'close':lambda: tt.close(),'detach':lambda: tt.detach(),'seek':lambda: tt.seek(0),'read':lambda: tt.write('zz')}[act]]
    t(('enc',act), lambda: tt.write('abc')); t(('enc2',act), lambda: tt.write('def'))
class Dec5(codecs.IncrementalDecoder):
    def decode(self, b, final=False): return 5
codecs.register(lambda n: codecs.CodecInfo(lambda s,e='strict':5, lambda b,e='strict':(5,), None, None, None, Dec5, n) if n=='five' else None)
t('five', lambda: io.TextIOWrapper(io.BytesIO(),'five').write('x'))
# zlib hostile
class B:
    def __init__(s,f): s.f=f
    def __buffer__(s,fl): s.f(); return memoryview(b'hello'*100)
c=zlib.compressobj()
t('z1', lambda: len(c.compress(B(lambda: c.flush()))))
t('z2', lambda: c.compress(b'x'))
d=zlib.decompressobj(); z=zlib.compress(b'hello'*1000)
t('z3', lambda: d.decompress(B(lambda: d.decompress(z))))
class I:
    def __index__(s): d.flush(); return 10
d=zlib.decompressobj(); d.decompress(z, 10)
t('z4', lambda: d.decompress(b'', I())); t('z5', lambda: d.flush(I()))
src=bytearray(z)
class I2:
    def __index__(s): src.clear(); return 10
t('z6', lambda: zlib.decompress(src, bufsize=I2())); src[:]=z
t('z7', lambda: len(zlib.decompressobj().decompress(src, I2()))); src[:]=z
t('z8', lambda: zlib.crc32(src, I2())); src[:]=z
# mmap hostile
m=mmap.mmap(-1,4096)
class I3:
    def __init__(s,f,v=5): s.f=f; s.v=v
    def __index__(s): s.f(); return s.v
for name,f in dict(get=lambda: m[I3(m.close)], set=lambda: m.__setitem__(0, I3(m.close)), sl=lambda: m[I3(m.close):10], setsl=lambda: m.__setitem__(slice(0,I3(m.close)), b'hello'), read=lambda: m.read(I3(m.close)), seek=lambda: m.seek(I3(m.close)), wb=lambda: m.write_byte(I3(m.close)), move=lambda: m.move(0,I3(m.close),1), find=lambda: m.find(b'x', I3(m.close)), resize=lambda: m.resize(I3(m.close)), madv=lambda: m.madvise(I3(m.close)), wr=lambda: m.write(B(m.close)), setsl2=lambda: m.__setitem__(slice(0,500), B(m.close)), fb=lambda: m.find(B(m.close))).items():
    m=mmap.mmap(-1,4096)
    t(('mm',name), f)
    m=mmap.mmap(-1,4096) 
it=iter(mmap.mmap(-1,10)); next(it)
m=mmap.mmap(-1,10); it=iter(m); next(it); m.close(); t('iter closed', lambda: next(it))
# binascii/base64 hostile
ba=bytearray(b'abcd'*100)
class S:
    def __index__(s): ba.clear(); return 2
t('hex', lambda: binascii.hexlify(ba, '-', S())); print(len(ba))
ba[:]=b'abcd'*100
t('hex', lambda: ba.hex('-', S())); print(len(ba))
hh=hashlib.sha256(); t('h', lambda: hh.update(B(lambda: hh.update(b'x'))))
t('hb', lambda: hashlib.blake2b(B(lambda: None), key=B(lambda: None)).hexdigest()[:8])
f=io.BytesIO(b'abc'*1000)
class FD(io.BytesIO):
    def readinto(self, b): kept.append(b); return super().readinto(b)
kept=[]; t('fd', lambda: hashlib.file_digest(FD(b'abc'*1000),'md5').hexdigest())
for k in kept:
    try: k[0]=1
    except Exception as e: print(type(e).__name__)
    break
os.unlink('/tmp/bitis-hostile-1')
os.unlink('/tmp/bitis-hostile-2')

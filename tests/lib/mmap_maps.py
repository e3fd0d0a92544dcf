import mmap, os
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, str(e) if not isinstance(e, OSError) else str(e).split(']')[-1])
m = mmap.mmap(-1, 16)
t(lambda: len(m)); t(lambda: m[:]); m[0:5]=b'hello'; t(lambda: m[0:6]); t(lambda: m[0]); m[1]=65; t(lambda: m[-16]); t(lambda: m[16]); t(lambda: m.__setitem__(16, 1)); t(lambda: m.__setitem__(0, 256)); t(lambda: m.__setitem__(0, b'a')); t(lambda: m.__setitem__(slice(0,2), b'abc')); t(lambda: m.__setitem__(slice(0,6,2), b'xyz')); t(lambda: m[:8]); t(lambda: m[0:8:3]); t(lambda: m['a']); t(lambda: m.__delitem__(0)); t(lambda: m + b'a'); t(lambda: b'x' in m); t(lambda: 120 in m); t(lambda: list(m)[:3])
t(lambda: m.read(3)); t(lambda: m.tell()); t(lambda: m.read_byte()); t(lambda: m.seek(0)); t(lambda: m.seek(-1, 2)); t(lambda: m.read_byte()); t(lambda: m.read_byte()); t(lambda: m.read()); t(lambda: m.seek(17)); t(lambda: m.seek(-1)); t(lambda: m.seek(0, 9)); t(lambda: m.seek(0)); t(lambda: m.write(b'abc\ndef')); t(lambda: m.write(b'x'*20)); t(lambda: m.write_byte(7)); t(lambda: m.write_byte(256)); t(lambda: m.seek(0)); t(lambda: m.readline()); t(lambda: m.readline()); t(lambda: m.readline()); t(lambda: m.find(b'e')); t(lambda: m.find(b'e', 0)); t(lambda: m.find(b'd', 2, 4)); t(lambda: m.rfind(b'\0')); t(lambda: m.find(b'zz')); t(lambda: m.find('a')); t(lambda: m.move(8, 0, 4)); t(lambda: m[:]); t(lambda: m.move(10, 0, 10)); t(lambda: m.move(-1,0,1)); t(lambda: m.size()); t(lambda: m.flush()); t(lambda: m.flush(0, 16)); t(lambda: m.flush(1, 100)); t(lambda: m.closed); t(lambda: repr(m)); t(lambda: m.seekable())
v = memoryview(m); t(lambda: (v.readonly, v.format, len(v), v[0])); v[0] = 90; t(lambda: m[0]); t(lambda: m.close()); t(lambda: m.resize(32)); v.release(); t(lambda: m.close()); t(lambda: m.close()); t(lambda: m.closed); t(lambda: len(m)); t(lambda: m[0]); t(lambda: m.read()); t(lambda: memoryview(m)); t(lambda: m.__enter__()); t(lambda: repr(m))
p='/tmp/_mm_%d' % os.getpid()
with open(p, 'wb') as f: f.write(b'hello world')
with open(p, 'r+b') as f:
    with mmap.mmap(f.fileno(), 0) as m: t(lambda: (m[:], m.size(), len(m))); m[0:5] = b'HELLO'; t(lambda: m.flush())
    with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
        t(lambda: m[:]); t(lambda: m.__setitem__(0, 1)); t(lambda: m.write(b'a')); t(lambda: memoryview(m).readonly); t(lambda: m.resize(5)); t(lambda: m.move(0,1,1)); t(lambda: m.write_byte(1)); t(lambda: repr(m))
    with mmap.mmap(f.fileno(), 5, access=mmap.ACCESS_COPY) as m: m[0]=33; t(lambda: m[:])
    t(lambda: mmap.mmap(f.fileno(), 100)); t(lambda: mmap.mmap(f.fileno(), -1)); t(lambda: mmap.mmap(f.fileno(), 0, access=9)); t(lambda: mmap.mmap(f.fileno(), 0, offset=-1)); t(lambda: mmap.mmap(f.fileno(), 0, offset=mmap.PAGESIZE*5)); t(lambda: mmap.mmap(f.fileno(), 0, offset=1)); t(lambda: mmap.mmap(f.fileno(), 0, flags=mmap.MAP_SHARED, access=mmap.ACCESS_READ)); t(lambda: mmap.mmap('a', 5)); t(lambda: mmap.mmap(-1, 'a')); t(lambda: mmap.mmap(9999, 5)); t(lambda: mmap.mmap())
t(lambda: open(p,'rb').read()); 
with open(p, 'wb') as f: pass
with open(p, 'rb') as f: t(lambda: mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ))
os.remove(p)
t(lambda: mmap.error is OSError); t(lambda: mmap.ALLOCATIONGRANULARITY == mmap.PAGESIZE)
import re
m = mmap.mmap(-1, 20); m[:]=b'abc 123 def 456 ghi\0'; t(lambda: re.findall(rb'\d+', m)); t(lambda: bytes(m)); t(lambda: bytearray(m)[:4]); t(lambda: m.seek(1,1)); t(lambda: m == m); t(lambda: isinstance(m, mmap.mmap)); t(lambda: m.read(None)[:3]); t(lambda: m.read(-1)); m.seek(0); t(lambda: m.read(-5)[:3]); t(lambda: m.find(b'1', -18)); t(lambda: m.find(b'')); t(lambda: m.rfind(b'')); t(lambda: m[::-1]); t(lambda: m.madvise(mmap.MADV_NORMAL)); m[::2]=b'0123456789'; t(lambda: m[:])
class X(mmap.mmap): pass
x=X(-1, 4); x.a=1; t(lambda: (x.a, x[:]))
t(lambda: x.write(memoryview(b'ab'))); t(lambda: x.write('s'))
m = mmap.mmap(-1, 8)
def use():
    v = memoryview(m); w = v[2:]; w[0] = 5
    return bytes(v)
t(use); t(lambda: m.close())

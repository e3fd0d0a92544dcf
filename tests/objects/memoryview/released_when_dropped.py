# A view of a class with __release_buffer__ is released when it is dropped, in whatever way.
class X:
    def __init__(self): self.d = bytearray(b'hello')
    def __buffer__(self, flags):
        log.append('get'); return memoryview(self.d)
    def __release_buffer__(self, view):
        log.append('rel')
def show(label):
    print(label, log); log.clear()
log = []
memoryview(X())[0]; show('expr')
bytes(X()); show('bytes')
x = X()
with memoryview(x) as m: m[0]
show('with')
def f():
    v = memoryview(x); return v[0]
f(); show('func')
y = f(); show('func2')
v = memoryview(x); v = None; show('rebind')
v = memoryview(x); del v; show('del')
v = memoryview(x)[1:3]; show('held'); v = None; show('dropped')
def g():
    v = memoryview(x); yield v[0]; yield 2
h = g(); next(h); show('gen'); h.close(); show('closed')
h = g(); next(h); show('gen'); del h; show('gen del')
L = [memoryview(x) for i in range(3)]; show('list'); L.pop(); show('pop'); L.clear(); show('clear')
try: memoryview(x)[100]
except IndexError: pass
show('except')
try: raise ValueError(memoryview(x))
except ValueError as e: show('in handler')
show('after handler')
sum(memoryview(x)); show('sum')
for b in memoryview(x): pass
show('for')
list(map(abs, memoryview(x))); show('map')
a, b, *c = memoryview(x); show('unpack')
print(memoryview(x).tolist(), len(memoryview(x))); show('print')
d = {1: memoryview(x)}; d[1] = 2; show('dict')
class H: pass
h = H(); h.v = memoryview(x); show('attr'); del h.v; show('attr del'); h.v = memoryview(x); h = None; show('obj')
def deep(n): return deep(n - 1) if n else memoryview(x)[0]
deep(5); show('deep')
if memoryview(x)[0]: show('if')
assert memoryview(x)[0]; assert log == ['get', 'rel'], log; log.clear()
z = memoryview(x)[0]
if log != ['get', 'rel']: print('late', log)
log.clear()
def loop():
    for i in range(3):
        v = memoryview(x)
        v[0]
    show('in loop end')
loop(); show('loop')
memoryview(X()).tobytes(); show('m')
import struct
struct.unpack_from('b', x); show('struct'); it = struct.iter_unpack('b', x); next(it); show('iter'); it = None; show('iter end')
b''.join([x, x]); show('join'); bytearray(x); show('ba'); x2 = b'' + x if 0 else None
def nested():
    v = memoryview(x)
    def inner(): return v[0]
    return inner
k = nested(); show('closure'); k(); show('call'); del k; show('closure del')
m = memoryview(x); n = m[1:]; m.release(); show('one of two'); n.release(); show('both')
m = memoryview(x); m2 = memoryview(m); del m; show('again'); del m2; show('gone')

progs = r'''
return 1
class A: return 1
yield 1
class A: yield 1
await x
def f(): await x
[await x for x in y]
def f(): [await z for x in y]
def f(): [x async for x in y]
def f():\n  async for x in y: pass
def f():\n  async with x: pass
async for x in y: pass
async with x: pass
break
continue
def f():\n  for x in y:\n    def g(): break
if 1:\n  break
x=1\nglobal x
def f():\n  x=1\n  global x
def f():\n  print(x)\n  global x
def f():\n  x: int\n  global x
def f(x):\n  global x
def f(x):\n  nonlocal x
def f():\n  nonlocal x
nonlocal x
class A:\n  nonlocal x
def f():\n  x=1\n  def g():\n    x=2\n    nonlocal x
def f():\n  x=1\n  def g():\n    print(x)\n    nonlocal x
def f():\n  x=1\n  def g():\n    x: int\n    nonlocal x
def f():\n  global x\n  nonlocal x
def f():\n  nonlocal x\n  global x
def f():\n  global x\n  x: int = 3
def f():\n  x=1\n  def g():\n    nonlocal x\n    x: int = 3
def f(x, x): pass
def f(x, *x): pass
lambda x, x: 0
def f(x, *, x): pass
try: pass\nexcept: pass\nexcept E: pass
def f():\n  from x import *
class A:\n  from x import *
x=1\nfrom __future__ import annotations
from __future__ import foo
from __future__ import braces
from __future__ import annotations, foo
a, *b, *c = x
*a = x
a = *x
*x
[*a, *b] = c
for *x in y: pass
del *x
match x:\n  case a | b: pass
match x:\n  case [a] | [b]: pass
match x:\n  case a: pass\n  case b: pass
match x:\n  case _: pass\n  case b: pass
match x:\n  case (_ | a): pass
match x:\n  case [a, a]: pass
match x:\n  case [*a, *b]: pass
match x:\n  case {**a, 'x': 1}: pass
match x:\n  case {'x': 1, 'x': 2}: pass
match x:\n  case A(x=1, x=2): pass
match x:\n  case [1, a, *_, _] | [a]: pass
match x:\n  case f"a": pass
match x:\n  case {f"a": 1}: pass
match x:\n  case A(a, a): pass
match x:\n  case [a, b] as a: pass
match x:\n  case {"k": a, **a}: pass
f(a=1, a=2)
f(a=1, b=2, a=3)
class A(a=1, a=2): pass
[x := 1 for x in y]
[(x := 1) for x in y]
[[(x := 1) for z in y] for x in y]
class A: [x := 1 for z in y]
[z for z in (x := 1)]
[z for z in y if (z := 1)]
[1 for z in y for w in (q := 1)]
lambda: [(x := 1) for x in y]
def f():\n  [(yield) for x in y]
def f():\n  ((yield) for x in y)
def f():\n  [x for x in (yield)]
def f():\n  {(yield from x): 1 for x in y}
[x async for x in y]
async def f():\n  def g(): [x async for x in y]
async def f():\n  yield from x
async def f():\n  yield 1\n  return 2
__debug__ = 1
def __debug__(): pass
def f(__debug__): pass
lambda __debug__: 0
del __debug__
x.__debug__ = 1
del x.__debug__
f(__debug__=1)
import __debug__
import a as __debug__
from a import __debug__
for __debug__ in x: pass
(__debug__ := 1)
class __debug__: pass
__debug__: int
global __debug__
__debug__ += 1
with a as __debug__: pass
try: pass\nexcept E as __debug__: pass
match x:\n  case __debug__: pass
def f[__debug__](): pass
try: pass\nexcept* E:\n  return 1
def f():\n  try: pass\n  except* E:\n    return 1
for x in y:\n  try: pass\n  except* E:\n    break
for x in y:\n  try: pass\n  except* E:\n    continue
for x in y:\n  try: pass\n  except* E:\n    for z in w: break
def f[T, T](): pass
def f[T: (yield)](): pass
def f[T: (x := 1)](): pass
def f[T: (await x)](): pass
class A[T]((yield)): pass
class A[T](x := 1): pass
type A = (yield)
type A = (x := 1)
type A[T] = (await x)
x: (yield)
x: (y := 1)
def f(a: (yield)): pass
def f(a: (y:=1)): pass
async def f(a: (await y)): pass
def f[T=3, U](): pass
def f[T](x: (y := 1)): pass
class A:\n  def f(self):\n    nonlocal __class__
def f():\n  nonlocal __class__
class A[T]:\n  def f(self):\n    nonlocal T\n    T = 1
def f[T]():\n  nonlocal T
def f():\n  def g[x]():\n    nonlocal x
class A:\n  x = [__class__ for y in z]
def f():\n  import x\n  global x
def f():\n  for x in y: pass\n  global x
def f():\n  [(a := 1) for x in y]\n  global a
def f():\n  global a\n  [(a := 1) for x in y]
def f():\n  global x, x
def f():\n  global x\n  global x
def f():\n  x = 1\n  class A:\n    global x\n    nonlocal x
(a, b): int = 3
x = yield = 1
"a" "b": int
a.b: int = (yield)
def f(a=(yield)): pass
def f(): x = {**a, 'b': *c}
print(*a, b=1, *c)
f(**a, *b)
f(a for a in b, c)
1 is 1
assert (x, y)
1()
"a"[1.5]
async def f():\n  [[x async for x in y] for z in w]
async def f():\n  ([x async for x in y] for z in w)
async def f():\n  (await x for z in w)
def f():\n  (await x for z in w)
def f():\n  (x async for x in y)
(x async for x in y)
async def f(): return [lambda: await x]
async def f():\n  lambda: (await x)
class A:\n  await x
lambda: (yield)
f"{yield}"
f"{await x}"
async def f():\n yield\n return
with (yield): pass
t"{x!r}{(yield)}"
a, b += 1
a, (*b, *c) = d
for a, *b, *c in d: pass
[*a for a in b]
{**a for a in b}
'''
for line in progs.strip('\n').split('\n'):
    src = line.replace('\\n','\n')
    try:
        compile(src+'\n','f','exec')
        print(repr(src), 'ok')
    except SyntaxError as e:
        print(repr(src), '|', type(e).__name__, e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset)

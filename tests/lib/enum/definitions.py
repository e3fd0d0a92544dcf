from enum import *


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def mk(source):
    namespace = {"t": t, "__name__": "__main__"}
    try:
        exec("from enum import *\n" + source, namespace)
        print("ok", namespace.get("r"))
    except BaseException as e:
        print(type(e).__name__, e)


mk("class A(Enum):\n  X=1\nclass B(A): pass")
mk("class A(Enum):\n  X=1\n  X=2")
mk("@unique\nclass A(Enum):\n  X=1\n  Y=1\n  Z=1")
mk("class A(Enum):\n  X=auto()\n  Y=auto()\n  Z=10\n  W=auto()\nr=list(A)")
mk("class A(Enum):\n  X='a'\n  Y=auto()\nr=list(A)")
mk("class A(Enum):\n  def _generate_next_value_(name, start, count, last): return name.lower()\n  X=auto()\n  Y=auto()\nr=list(A)")
mk("class C(Enum):\n  def __new__(cls, v, label):\n    o=object.__new__(cls); o._value_=v; o.label=label; return o\n  A=(1,'a')\n  B=(2,'b')\nr=(C.A, C(1), C.B.label)")
mk("class M(Enum):\n  @classmethod\n  def _missing_(cls, v):\n    return cls.A if v == 'alias' else None\n  A=1\nr=M('alias')\nt(lambda: M('zz'))")
mk("class M(Enum):\n  _ignore_='x y'\n  x=5\n  A=1\nr=(list(M), hasattr(M,'x'))")
mk("class M(Enum):\n  _order_='A B'\n  A=1\n  B=2\nr=list(M)")
mk("class M(Enum):\n  _order_='B A'\n  A=1\n  B=2\nr=list(M)")
mk("class M(Enum):\n  A=1\n  __private=3\n  _sunder=4\n  __dunder__=5\nr=(list(M), M.__dunder__)")
mk("class M(Enum):\n  mro=1")
mk("class M(Enum):\n  _bad_=1")
mk("class M(Enum):\n  A=1\n  def __str__(self): return 'custom'\n  def __repr__(self): return 'rep'\nr=(str(M.A), repr(M.A), f'{M.A}', format(M.A,'>8'))")
mk("@verify(CONTINUOUS)\nclass M(Enum):\n  A=1\n  B=3")
mk("@verify(UNIQUE)\nclass M(Enum):\n  A=1\n  B=1")
mk("class Base(Enum):\n  def hi(self): return self.name+'hi'\nclass D(Base):\n  A=1\nr=(D.A.hi(), D.__mro__)")
mk("@global_enum\nclass G(Enum):\n  AAA=1\nr=(G.AAA, str(G.AAA))")
mk("class N(Enum):\n  A=None\n  B=[1,2]\n  C={}\nr=(list(N), N([1,2]), N(None))")
mk("class W(Enum):\n  A=1\n  B=2\nimport copy\nr=(copy.copy(W.A) is W.A, copy.deepcopy(W.A) is W.A, {W.A: 1}[W.A], sorted(W, key=lambda m: m.value), W.A is W(W.A), W.A != W.B)")
mk("class W(Enum):\n  A=1\nmatch W(1):\n  case W.A: r='matched'")
mk("class L(Enum):\n  A=1\n  L2=A\nr=(L.A.name, L.__members__)\nL.Z=5; r=r+(L.Z,)")
mk("class Q(Enum):\n  A = 1\nQ.A._add_alias_('AA'); Q.A._add_value_alias_(5); r=(Q.AA, Q(5))")

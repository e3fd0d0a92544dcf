from enum import *
from shared import mk, t

mk("class A(IntEnum):\n  X=1\n  Y=2\nr=(A.X, str(A.X), A.X+1, A.X<A.Y, A.X==1, f'{A.X:>3}', list(A), A(2), repr(A.X), '%d' % A.X, [10,20,30][A.X], A.X.real, int(A.Y), hash(A.X)==hash(1))")
mk("class A(StrEnum):\n  X=auto()\n  Yy=auto()\n  Z='q'\nr=(A.X, str(A.X), A.Yy+'!', A.X=='x', f'{A.X:>3}', list(A), repr(A.Z), A('q'), A.X.upper())")
mk("class A(StrEnum):\n  X=1")
mk("class A(StrEnum):\n  X='a','b','c','d'")
mk("class S(str, Enum):\n  A='x'\n  B='y'\nr=(S.A, str(S.A), S.A=='x', f'{S.A}', S.A.upper(), repr(S.A), S('x'))")
mk("class S(int, Enum):\n  A=1\nr=(S.A, str(S.A), S.A==1, f'{S.A}', S.A+1)")
mk("class S(bytes, Enum):\n  A=b'x'\nr=(S.A, S.A==b'x')")
mk("class T(tuple, Enum):\n  A=(1,2)\nr=(T.A, T.A.value, T.A[0])")
mk("class M(IntEnum):\n  A='x'")
mk("class M(IntEnum):\n  A=1\n  def __str__(self): return 'custom'\nr=(str(M.A), f'{M.A}')")
mk("import dataclasses\n@dataclasses.dataclass\nclass X:\n  a: int\n  b: str='q'\nclass E(X, Enum):\n  P=1,'z'\n  Q=2\nr=(E.P, E.P.a, E.Q.b)")
mk("class O(IntEnum):\n  A=1\n  def _generate_next_value_(name, *a): return 9\n  B=auto()\n")

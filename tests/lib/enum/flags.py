from enum import *
from shared import mk, t

mk("class P(Flag):\n  R=4\n  W=2\n  X=1\nr=(P.R|P.W, repr(P.R|P.W), ~P.R, P(0), P(7), P.R&P.W, P.R^P.R, P.R in (P.R|P.W), bool(P(0)), list(P.R|P.X), len(P.R|P.W), str(P.R|P.W), P.R.value, P(3), P['R'], (P.R|P.W).name, P(0).name, iter(P).__class__.__name__)")
mk("class P(Flag):\n  R=auto()\n  W=auto()\n  X=auto()\n  RW=R|W\nr=(list(P), P.RW, P.__members__, P(3), P.RW.value, P.X|P.RW, list(P.RW), ~P.X, P.R|1 if 0 else 0)\nt(lambda: P(8)); t(lambda: P(-1)); t(lambda: P.R | 3)")
mk("class P(IntFlag):\n  R=4\n  W=2\n  X=1\nr=(P.R|P.W, P.R|8, P(16), P.R+1, ~P.R, P(0), str(P.R|P.W), repr(P.R), P(7) , P(-1), f'{P.R}', P.R==4, P(8).name, (P.R|8).name, list(P(15)), P.R|1, 2|P.R, isinstance(P.R|8, P), hash(P.R)==hash(4))")
mk("class P(Flag, boundary=CONFORM):\n  A=1\n  B=2\nr=(P(5), P(4))")
mk("class P(Flag, boundary=EJECT):\n  A=1\n  B=2\nr=(P(5), P(4))")
mk("class P(Flag, boundary=KEEP):\n  A=1\n  B=2\nr=(P(5), P(4), list(P(5)))")
mk("class P(Flag):\n  A=1\n  C=4\nr=(P(5), ~P.A, P.A|P.C)\nt(lambda: P(2)); t(lambda: P(7))")
mk("r=IntFlag('F', 'A B C'); r=(list(r), r.A|r.C)")
mk("@verify(NAMED_FLAGS)\nclass M(Flag):\n  A=1\n  B=7")
mk("class Aut(Flag):\n  A=auto()\n  B=auto()\n  N=0\nr=(list(Aut), Aut.N, Aut(0), Aut.A|Aut.N, repr(Aut.N))")

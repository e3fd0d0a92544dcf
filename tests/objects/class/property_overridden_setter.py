class P1:
    @property
    def p(self): return 1
class P2(P1):
    @P1.p.setter
    def p(self, v): print('set', v)
p = P2(); p.p = 3; print(p.p)

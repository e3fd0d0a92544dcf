é = 1
変数 = 2
ﬁn = 3
print(é, é, 変数, fin, ﬁn)
class C:
    ª = 4
print(C.a, C().a, sorted(n for n in vars(C) if len(n) == 1))

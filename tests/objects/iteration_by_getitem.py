def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 9 in Seq(), list(reversed([1,2])), sum(Seq()), max(Seq()))
class SeqL(Seq):
    def __len__(self): return 4
print(list(reversed(SeqL())))
show(lambda: reversed(Seq()))

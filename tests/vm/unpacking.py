a, *b, c = range(5); print(a, b, c)
(a, b), [c, *d] = (1, 2), 'xyz'; print(a,b,c,d)
print(f'{3.14159:.2f} {"x"!r:>5} {a=} {1+1=} {"nested " + f"{a}"} {{}} {a:{b}}')

x = [sorted(locals()) for q in 'ab']
print(x)
y = [eval('q') for q in 'ab']
print(y)
z = [eval('x[0]') for q in 'a']
print(z)
class A:
    w = 3
    v = [eval('q') for q in 'ab']
    try: u = [eval('w') for q in 'ab']
    except NameError as e: print(e)
    t = [sorted(vars()) for q in 'a']
print(A.v, A.t)
print([exec('k = q') for q in 'a'], 'k' in globals())
print({q: (lambda: q)() for q in 'ab'}, [dir() for q in 'a'])
print([[sorted(locals()) for b in 'x'] for a in 'y'])

class CM:
    def __init__(s, n, sup=False): s.n=n; s.sup=sup
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sup
with CM(1) as a, CM(2, True) as b:
    raise ValueError('in with')
with (CM(3), CM(4) as d): print(d.n)

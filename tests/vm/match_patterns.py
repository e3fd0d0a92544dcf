match {'k': [1, 2, 3], 'z': 0}:
    case {'k': [a, *rest], **kw}: print(a, rest, kw)
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x=x; s.y=y
for v in (P(1,2), P(0,0), 5, 'str', [1], (1,2), None, 3.5, b'x', {1:2}):
    match v:
        case P(x=0, y=0): print('origin')
        case P(x, y) if x < y: print('P', x, y)
        case int(n): print('int', n)
        case str() as s: print('str', s)
        case [x]: print('one', x)
        case (a, b): print('two', a, b)
        case None: print('none')
        case float(): print('float')
        case {1: q}: print('map', q)
        case _: print('other')

class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return 'small'
        case -5: return 'minus five'
        case 2.5 | 1+2j: return 'float or complex'
        case 'a' | b'b': return 'text'
        case None: return 'none'
        case True: return 'true'
        case []: return 'empty'
        case [x]: return 'one', x
        case [x, y, *rest] if rest: return 'many', x, y, rest
        case (x, _): return 'pair', x
        case {'k': [a, b], **kw}: return 'map', a, b, kw
        case {'t': int(n) | float(n)}: return 'num', n
        case {}: return 'anymap'
        case P(x=0, y=yy): return 'P0', yy
        case P(1, [q, *_]): return 'P1', q
        case P() as p: return 'P', p.x
        case str() | bytes() as s: return 'str', s
        case float(f): return 'f', f
        case _: return 'other'
for v in (0, 1, True, -5, 2.5, 1+2j, 'a', b'b', None, [], [7], [1, 2], [1, 2, 3, 4], (1, 2), {'k': [1, 2], 'z': 3}, {'t': 5}, {'t': 5.5},
          {'t': 'x'}, {}, P(0, 9), P(1, [4, 5]), P(2, 3), 'zz', bytearray(b'x'), 3.5, {1, 2}, range(3)):
    print(m(v))
def n(v):
    match v:
        case [1, *_, 9]: return 'ends'
        case [*_, [a, b]]: return a, b
        case [a, *b, c] | {'a': a, 'b': b, 'c': c}: return a, b, c
        case x if x == 4: return 'guard'
    return 'none', 'x' in locals()
for v in ([1, 2, 9], [0, [3, 4]], [1, 2, 3], {'a': 1, 'b': 2, 'c': 3}, 4, 5): print(n(v))
match 1, 2:
    case a, b: print(a, b)
class K: C = 3
match 3:
    case K.C: print('dotted')
match {'x': 1}:
    case {'x': 1, **r} if not r: print('exact')
def names(v):
    match v:
        case [a, b] | [a, b, _]: pass
        case {'q': a} as b: pass
        case _: return None
    return a, b
print(names([1, 2]), names([1, 2, 3]), names({'q': 5}), names(0))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
match [1, [2, [3]]]:
    case [a, [b, [c]]]: print(a, b, c)
match = case = type = 5
print(match, case, type)

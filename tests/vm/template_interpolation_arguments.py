# What Interpolation takes, and patterns of templates.
import string.templatelib as tl
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: tl.Interpolation(1, 2)); t(lambda: tl.Interpolation(1, 'a', 2)); t(lambda: tl.Interpolation(1, 'a', None, None)); t(lambda: tl.Interpolation()); t(lambda: tl.Interpolation(1, x=2)); t(lambda: tl.Interpolation(1, '', '')); t(lambda: tl.Interpolation(1, '', 'rs')); t(lambda: tl.Interpolation.__match_args__); t(lambda: tl.Interpolation(1, format_spec='x', conversion='a', expression='q')); t(lambda: tl.Template(x=1)); t(lambda: tl.Template()); t(lambda: tl.Template('a', 5)); t(lambda: class_()) if 0 else 0
match t'{5!r:x}'.interpolations[0]:
    case tl.Interpolation(v, e, c, s): print(v, e, c, s)
match t'a{5}':
    case tl.Template(strings=s, interpolations=(tl.Interpolation(value=v),)): print(s, v)
def html(t):
    out = []
    for p in t:
        match p:
            case str() as s: out.append(s)
            case tl.Interpolation(value, _, conv, spec): out.append(format(tl.convert(value, conv), spec).replace('<', '&lt;'))
    return ''.join(out)
name = '<script>'; n = 3.14159
print(html(t'<p>{name} {n:.2f} {name!r:>15}</p>'))
class S(tl.Template if 0 else object): pass
try:
    class S(tl.Template): pass
except TypeError as e: print(e)
try:
    class S(tl.Interpolation): pass
except TypeError as e: print(e)

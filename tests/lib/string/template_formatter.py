import string
from string import Template, Formatter


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable), string.capwords('hello  wORLD x'), string.capwords('a-b-c', '-'))
tm = Template('$who likes ${what} $$5'); print(tm.substitute(who='tim', what='kung'), tm.safe_substitute(who='x'), tm.get_identifiers(), tm.is_valid(), tm.template)
t(lambda: tm.substitute(who=1)); t(lambda: Template('$').substitute()); t(lambda: Template('a\nb $1').substitute()); t(lambda: Template('$').safe_substitute()); t(lambda: Template('${').is_valid())
t(lambda: tm.substitute({'who': 1}, what=2))
class MyT(Template): delimiter='%'
print(MyT('%a_b %%x $y').safe_substitute(a_b=4))
f = Formatter(); print(f.format('{0} {x!r:>5} {a[0]} {b.real}', 1, x='y', a=[3], b=4), f.vformat('{} {}', (1,2), {}), list(f.parse('a{b!r:c}d{{x}}')))
t(lambda: f.format('{}')); t(lambda: f.format('{x}')); t(lambda: f.format('{} {0}', 1)); t(lambda: f.format()); t(lambda: f.format('{0:{1}}', 5, '>4')); t(lambda: f.format('{0} {}', 1))
class F2(Formatter):
    def get_value(self, k, a, kw): return f'<{k}>'
    def format_field(self, v, s): return f'{v}:{s}'
print(F2().format('{a} {b:x} {0}'))
print(f.get_field('a.b[c]', (), {'a': type('X', (), {'b': {'c': 5}})}))

import os, os.path as p
def t(f, *a):
    try: return f(*a)
    except Exception as e: return f'{type(e).__name__}: {e}'
os.environ['HOME'] = '/home/me/'; os.environ['X_1'] = 'value'; os.environ.pop('NOPE', None)
paths = ['', '/', '//', '///', 'a', 'a/', '/a', '//a', '///a', 'a/b', '/a/b/', 'a//b', './a', '../a', 'a/..', 'a/../..', '/..', '/../a', 'a/./b', '.', '..', '...', 'a.txt', '.bashrc', '..x', 'a.b.c', 'a/.b', 'a/b.', 'a.d/b', '~', '~/x', '~root', '~nobodyhere/x', '$X_1/y', '${X_1}y', '$NOPE', '${NOPE}', '${X_1', '$', '$$X_1', 'a$', '${}', 'é/ü.ß', 'a\\b', ' a ', '//a//b///c', '/a/../../b', '..//..', '$X_1é', '~/', '/a/b/../c/./d//']
for s in paths:
    for f in (p.normcase, p.isabs, p.split, p.splitext, p.splitdrive, p.splitroot, p.basename, p.dirname, p.normpath, p.expanduser, p.expandvars):
        if s == '~root': continue
        print(f.__name__.replace("_path_", "").replace("_ex", ""), repr(s), t(f, s), t(f, os.fsencode(s)))
os.chdir('/')
for a in paths[:30]:
    print(a, t(p.abspath, a), t(p.relpath, a), t(p.relpath, a, '/a/c'), [t(p.join, a, b) for b in ('', 'x', '/x', 'x/', b'x')], t(p.join, a, 'b', '', 'c'))
for l in ([], ['a'], ['/a/b', '/a/c'], ['/a/b', '/a'], ['a/b', 'a/bc'], ['/a', 'a'], ['/'], ['/a//b', '/a/./b'], [b'/a/b', b'/a'], ['', 'a'], ['a', b'a'], [5]):
    print(l, t(p.commonpath, l), t(p.commonprefix, l))
print(p.commonprefix([['a', 'b'], ['a', 'c']]), t(p.relpath, 5), t(p.join, 'a', None), t(p.splitext, None), t(p.abspath, 5), p is os.path, p.__name__)
print(p.sep, p.altsep, p.pathsep, p.curdir, p.pardir, p.extsep, p.defpath, p.devnull, p.supports_unicode_filenames, sorted(p.__all__), p.ALLOW_MISSING)

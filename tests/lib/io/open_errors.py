def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


path = '/tmp/bitis_open_errors'
open(path, 'w').close()
for arguments in ((3.5,), (-1,), (None,), ([],), (Path(3),), ('a\0b',), (b'a\0b',), ('/nonexistent/x',), (b'/nonexistent/x',),
                  (Path('/nonexistent/x'),), ('/tmp',), ('/tmp', 'w'), (path, 'x'), (path, ''), (path, 'z'), (path, 'rw'), (path, 'rr'),
                  (path, 'r++'), (path, '+'), (path, 'b'), (path, 'rbt'), (path, 'U'), (path, 1), (path, 'r\0'), (bytearray(b'x'),), ()):
    def fail():
        open(*arguments)
    show(f'{arguments}' if not isinstance(arguments and arguments[0], Path) else 'Path', fail)
for options in (dict(mode='rb', encoding='utf-8'), dict(mode='rb', errors='x'), dict(mode='rb', newline=''), dict(newline='x'),
                dict(newline=1), dict(encoding='nope'), dict(encoding=3), dict(errors=3), dict(buffering=0), dict(buffering='x'),
                dict(buffering=1.5), dict(encoding='hex'), dict(encoding='a\0'), dict(foo=1), dict(closefd=False),
                dict(opener=lambda name, flags: 'x'), dict(opener=lambda name, flags: -2)):
    def fail():
        open(path, **options)
    show(', '.join(f'{k}={v!r}' if k != 'opener' else k for k, v in options.items()), fail)

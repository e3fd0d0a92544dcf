# Writing drops what has been decoded ahead only where a place to tell is remembered: iteration remembers none. No byte order mark
# gets into the middle of a stream that is reconfigured there.
import io


def run(*steps, encoding='utf-8', newline=''):
    f = io.TextIOWrapper(io.BytesIO('one\ntwö\r\nthree\r€'.encode(encoding)), encoding, newline=newline)
    out = []
    for name, *args in steps:
        try:
            out.append(getattr(f, name)(*args))
        except Exception as e:
            out.append(f'{type(e).__name__}: {e}')
    f.flush()
    print(out, f.buffer.getvalue())


run(('__next__',), ('write', 'a'), ('read', 2), ('write', 'b'), ('readline',))
run(('readline',), ('write', 'a'), ('read', 2), ('write', 'b'), ('readline',))
run(('seek', 0), ('__next__',), ('write', 'a'), ('readline',))
run(('__next__',), ('read',), ('reconfigure', None, None, '\n'))
run(('__next__',), ('write', 'a'), ('seek', 0, 1), ('flush',), ('seek', 0, 1), ('tell',))
for encoding in 'utf-16', 'utf-8-sig', 'utf-32':
    for change in {'newline': '\n'}, {'errors': 'replace'}, {'line_buffering': True}:
        f = io.TextIOWrapper(io.BytesIO('one\nß'.encode(encoding)), encoding)
        list(f)
        f.seek(0)
        f.seek(0, 2)
        f.reconfigure(**change)
        f.write('x')
        f.flush()
        print(encoding, change, f.buffer.getvalue())
f = io.TextIOWrapper(io.BytesIO(b'a\0b'), 'utf-16-le')
for i in range(3):
    try:
        print(f.read())
    except UnicodeDecodeError as e:
        print(e)

for source in ('é = 1 2', 'f(é y)', 'ж(a=1, 2)', 'if é = 1: pass'):
    try:
        compile(source, 'source', 'exec')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)

def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except BaseException as e:
        return f'{type(e).__name__}: {e}'

for arguments in (('1', 'f', 'eval', 12345678), ('1', 'f', 'eval', 'a'), ('1', 'f', 'eval', 0, False, 5), ('1', 'a\0b', 'eval'),
                  ('1', 5, 'eval'), ('1', 'f', 5), ('1', 'f', 'func_type'), ('', 'f', 'single'), ('# c', 'f', 'single'), ('', 'f', 'eval')):
    print(arguments, attempt(compile, *arguments))
print(compile('1', b'name', 'eval').co_filename)
source = '"""module"""\nassert False\ndef f(): "function"\nclass C: "class"\nprint(__debug__, f.__doc__, C.__doc__, __doc__)'
for level in (1, 2):
    exec(compile(source, 'f', 'exec', optimize=level), {'__doc__': 'none'})
print(attempt(exec, compile(source, 'f', 'exec', optimize=0), {}))
print(attempt(eval, '1' * 5000), attempt(exec, (lambda x: x).__code__), attempt(eval, 'x', []), sep='\n')

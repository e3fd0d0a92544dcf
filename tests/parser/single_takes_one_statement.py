exec(compile('x = 1; y = 2\n', 'source', 'single'))
exec(compile('if x:\n    y += x\n\n', 'source', 'single'))
print(x, y)
try:
    compile('x\ny\n', 'source', 'single')
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset)

print(eval('  1 + 2\n'), eval('(3,\n4)'), eval('5, 6'), eval('lambda: 7')())
for source in ('x = 1', 'pass', '*a', 'a := 1', 'yield', '1; 2', '', 'a b'):
    try:
        eval(source)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)

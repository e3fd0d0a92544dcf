# What is wrong in a case's guard, or in an augmented assignment's value, is explained as elsewhere.
guards = ('[1 2]', 'f(a=)', '{1:}', 'a = 1', 'a if b', 'a if b else', 'f(a b)', 'f(a for b in c, d)', 'f(**a, *b)', 'print a', '(a = 1)')
values = ('1 z[', 'y z - [', '1  ~a[', '1 if 2', '[a b]', 'f(a=)', 'a b')

for text in [f'match x:\n    case 1 if {guard}: pass\n' for guard in guards] + [f'x += {value}\n' for value in values]:
    try:
        compile(text, 'file', 'exec')
    except SyntaxError as e:
        print(repr(text), e.msg, e.lineno, e.offset, e.end_offset)

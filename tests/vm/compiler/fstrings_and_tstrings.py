a, b, w = 1, 'x', 6
def f():
    a, b, w = 3.14159, 'q', 8
    print(f'{a}{b!r}{a:.2f}|{b:>{w}}|{a:{w}.{2}f}|{{}}|{b!s:^5}|{a=}|{b = !r:5}')
    print(f'', f'lit', f'{b}', f'{"nested " + f"{b}"}', f'{b:{"<"}{w}}')
    return f'{(lambda x: x * 2)(3)} { {1: 2}[1] }' f' tail' 'plain {b}'
print(f())
t = t'hello {a} and {b!r:>{w}} end'
print(t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
t = t'{a}{b}'
print(t.strings, t.values)
print(t''.strings, t't{a}' .strings)
class F:
    def __format__(self, s): return f'<{s}>'
print(f'{F()}{F():abc}{F():{a}{b}}')
print(''.join([f'{i}{i}' for i in range(3)]), f'''{
    a}''')

a, b, w = 'x', 3.14159, 10
print(f'{a}{{{a}}}{a!r}', f"{f'{f"{a}"}'}", f'{a:>{w}}|{b:{w}.{3}}|', f'{ {1: 2}[1] }', f'{(lambda x: x + 1)(2)}')
print(f'{a=}', f'{b = :.2f}', f'{a!r:>{w}}', f'{a != 'y'}', f'{(c := 5)}', f'{c:=+5}', rf'\d{a}\n', f'\x41{a}\n', end='|\n')
print(f'''{
    a  # a comment with } and '
}
{b:.1f}''', f'{a
}', f'{'a' 'b'}', f"{'\n'.join(['1', '2'])}")

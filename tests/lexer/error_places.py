sources = [
    '(', 'x = (1,\ny\n', '(]', '(\n]', ')', 'x = \\ 1\n', "x = 'abc", "x = '''abc\ndef", "f'abc", "f'{a", "f'}'", "f'{a]}'", '1abc', '0x',
    '0o18', '1__0', '0777', '1e+', 'if x:\n    y\n  z\n', 'if 1:\n\ty\n        z\n', 'a€', 'x = a\xa0+ b', "'\\x'", "b'\\x4'", "b'é'",
    "'\\ud8'", 'x = 1 \\', "ub''", '\0', '9' * 4301,
]
for source in sources:
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)

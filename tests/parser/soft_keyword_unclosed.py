# A bracket left open behind a soft keyword that begins no statement.
for text in ('case Point(\n', 'case {"a"\n', 'type {"a": [1\n', '_ [\n', 'match = case (\n'):
    try:
        compile(text, 'file', 'exec')
    except SyntaxError as e:
        print(repr(text), e.msg, e.lineno, e.offset)

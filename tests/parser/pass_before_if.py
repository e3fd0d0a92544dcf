# A statement where a conditional expression begins.
for text in ('pass if 1 else 2', 'x = 1; break if x else pass', 'if a: continue if b else c', 'x = pass if 1 else 2',
             'pass if 1', 'pass if', 'continue if a:'):
    try:
        compile(text, 'file', 'exec')
    except SyntaxError as e:
        print(text, '|', e.msg, e.offset, e.end_offset)

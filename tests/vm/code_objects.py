def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as e:
        return f'{type(e).__name__}: {e}'

text = 'x = 1\ny = x + 2\ndef f(a): return a'
c = compile(text, 'f', 'exec')
print(c == compile(text, 'f', 'exec'), hash(c) == hash(compile(text, 'f', 'exec')), c == compile(text, 'g', 'exec'))
print(c == compile(text.replace('+', '-'), 'f', 'exec'), c == compile(text.replace('2', '2.0'), 'f', 'exec'), c != 5)
print(c == compile('\n' + text, 'f', 'exec'), attempt(lambda: c < c))
print(attempt(c.replace, co_name=5), attempt(c.replace, foo=1), attempt(c.replace, 1), sep='\n')
print(attempt(c.replace, co_flags='a'), attempt(c.replace, co_consts=5), attempt(c.replace, co_filename=b'a'), sep='\n')
moved = c.replace(co_name='zz', co_firstlineno=100)
print(moved.co_name, moved.co_firstlineno, {line for *_, line in moved.co_lines()} >= {100, 101, 102}, c.co_name)


def function(a, b=2):
    total = a + b
    raise KeyError(total)


print(sorted({line - function.__code__.co_firstlineno for *_, line in function.__code__.co_lines() if line} - {0}))
print((2, 2, 12, 17) in {(p[0] - function.__code__.co_firstlineno + 1, p[1] - function.__code__.co_firstlineno + 1, *p[2:])
                        for p in function.__code__.co_positions() if p[0]})
function.__code__ = function.__code__.replace(co_consts=function.__code__.co_consts)
try:
    function(1)
except KeyError as e:
    tb = e.__traceback__.tb_next
    print(list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2][2:], e)
print(isinstance(function.__code__.co_code, bytes), attempt(setattr, function.__code__, 'co_name', 'x'))

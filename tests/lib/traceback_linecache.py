# Tracebacks show the text that a program has put into linecache.cache.
import linecache
import traceback

text = 'def half(x):\n    return x / 0\n'
linecache.cache['<made>'] = len(text), None, text.splitlines(True), '<made>'
names = {}
exec(compile(text, '<made>', 'exec'), names)
try:
    names['half'](1)
except ZeroDivisionError as e:
    print(''.join(traceback.format_tb(e.__traceback__)[1:]))
    print(traceback.extract_tb(e.__traceback__)[-1].line)
print(traceback.FrameSummary('<made>', 1, 'half') == ('<made>', 1, 'half', 'def half(x):'))
def caller():
    return [frame.f_code.co_name for frame, line in traceback.walk_stack(None)][:1]
print(caller())

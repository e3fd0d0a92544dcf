def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io
import sys


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


class Pieces:
    def write(self, text):
        sys.stdout.write(f'<{text}>')


stream = Upper()
print('abc', 1, file=stream)
print(repr(stream.getvalue()))
print('a', 'b', file=Pieces())
print()
show('no flush', lambda: print(1, file=Pieces(), flush=True))
show('no write', lambda: print(1, file=5))
show('sep', lambda: print(1, sep=5))
show('end', lambda: print(1, end=5))
target = io.BytesIO()
text = io.TextIOWrapper(target, encoding='utf-8')
print('\xe4', 1, 2.5, None, file=text, sep='|', end='!', flush=True)
print(target.getvalue())
original, sys.stdout = sys.stdout, io.StringIO()
print('hidden')
sys.stdout, hidden = original, sys.stdout
print(repr(hidden.getvalue()))
lines = []
text.write = lines.append
print('to a list', file=text)
print(lines)

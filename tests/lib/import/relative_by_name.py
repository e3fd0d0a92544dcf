# Where a relative import starts: __package__, else __spec__.parent, else __name__ with a warning.
import warnings


class Spec:
    def __init__(self, parent):
        self.parent = parent


def load(name, *args, **keywords):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter('always')
        try:
            print(name, __import__(name, *args, **keywords).__name__)
        except Exception as e:
            print(ascii(name), type(e).__name__, e)
    for w in given:
        print('   ', w.category.__name__, w.message)


for space in ({'__package__': 'collections'}, {'__spec__': Spec('collections')}, {'__name__': 'collections.x'},
              {'__package__': 'collections', '__spec__': Spec('sys')}, {'__spec__': Spec(5)}, {'__spec__': 5}, {'__package__': 5},
              {'__name__': 5}, {'__package__': ''}, {}, None, [], {'__name__': 'collections', '__path__': []}):
    load('abc', space, {}, ('Sized',), 1)
load('abc', level=1)
load('abc', {'__package__': 'collections'}, {}, ('Sized',), 3)
for name in '/', '/.', 'tmp/..', '/tmp', '\0', '':
    load(name)

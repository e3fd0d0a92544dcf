import sys

sys.stderr = sys.stdout
try:
    {}['x']
except KeyError as e:
    sys.excepthook(KeyError, e, None)


def hook(kind, value, traceback):
    print('hooked', kind, value, traceback is value.__traceback__)


sys.excepthook = hook
raise ValueError('last')

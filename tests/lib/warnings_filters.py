import warnings


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('hey'); warnings.warn('dep', DeprecationWarning)
    print(len(w), w[0].category, w[0].message, w[1].category, w[0].lineno, w[0].filename.split('/')[-1])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t(lambda: warnings.warn('boom'))
    t(lambda: warnings.warn(ResourceWarning('rw')))
with warnings.catch_warnings():
    warnings.simplefilter('ignore'); warnings.warn('x')
t(lambda: warnings.warn('x', int))
t(lambda: warnings.simplefilter('zork'))
print(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'line'), end='')
@warnings.deprecated("use g")
def old(): return 5
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); print(old(), str(w[0].message), w[0].category, old.__deprecated__)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('default')
    for i in range(3): warnings.warn('same')
    print(len(w))
    warnings.resetwarnings()

# Numbers of users that do not fit, relative paths in a folder that a test pretends, dates without a year.
import collections
import os
import pprint
import random
import time
import warnings

for user, group in (2 ** 32, 0), (-2, 0), (1.0, 0), (0, 2 ** 64), (0, '0'):
    try:
        os.chown('/nowhere/at/all', user, group)
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
os.getcwd, os.getcwdb = lambda: '/home/user/here', lambda: b'/home/user/here'
print(os.path.relpath('a', '../b'), os.path.abspath('x'), os.path.relpath(b'a', b'../b'))
for format, text in ('%d %b', '10 Dec'), ('%m-%d', '3-4'), ('%d %y', '3 20'):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter('always')
        print(time.strptime(text, format)[:3], [(w.category.__name__, str(w.message)[:40]) for w in given])
print(pprint.pformat(collections.defaultdict(int), width=1))
try:
    random.Random().setstate((2, (int(x) for x in [float('nan')]), None))
except TypeError as error:
    print(repr(error.__cause__))

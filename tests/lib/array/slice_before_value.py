# An impossible slice is found out before an impossible value.
from array import array
a = array('h', range(5))
for key in slice(None, None, 0), slice('a', 1), slice(1, 2):
    for value in [1], 5, array('b', [1]):
        try:
            a[key] = value
        except Exception as e:
            print(key, value, type(e).__name__, e)
print(a)

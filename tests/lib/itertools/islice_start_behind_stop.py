# islice() skips to its start even where that lies behind its stop; what comes after its last item stays.
from itertools import islice

for bounds in (5, 2), (0, 5, 3), (3, 3), (2, None, 2), (0, 0), (1, 2, 5), (7,), (12, 3), (0, 10, 4), (0, 9, 1 << 30):
    iterator = iter(range(10))
    print(bounds, list(islice(iterator, *bounds)), list(iterator))

# Keywords that follow a number without a blank.
from shared import show

SOURCES = r'''
1if x else 2
---
[0x1for x in y]
---
1.5or 2jor 3
---
0b1and 0o7or 1_0in x
---
(1if 2else 3)
---
1 if x else 2
'''

show(SOURCES)

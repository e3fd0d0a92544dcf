# Escapes that mean nothing, in strings of every kind.
from shared import show

SOURCES = r'''
x = "\d" "\e" b"\q"
---
x = """a
\d
"""
---
x = "\777" "\377" "\8"
---
x = r"\d" "\\d" "\'" "\x41"
---
x = f"\d{x}\e{'\w':\p}"
---
x = rf"\d{x:\d}"
---
x = f"\{x}"
---
x = "\d" +
---
x +
"\d"
---
x = b"\N{x} \u1234"
---
"""\ """
---
return "\d"
'''

show(SOURCES)

from string.templatelib import *
import string.templatelib as tl
x=5
q=t'a{x!r:>3}b'; print(q, type(q), type(q) is Template, Interpolation, tl.convert(3,'r'), tl.convert('x', None))


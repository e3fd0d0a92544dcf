def a():
    """First line.

        Indented more.
      Less.
    """
def b(): 'one'
def c():
    ''
def d():
    b'bytes'
def e():
    f'f'
def g():
    '\n    x\n      y\n'
class C:
    '''   Lead

    body
	tab
    '''
for f in (a, b, c, d, e, g, C): print(repr(f.__doc__))
async def h():
    "async"
print(h.__doc__, (lambda: 'x').__doc__, __doc__)

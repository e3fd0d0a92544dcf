# Annotations that are never evaluated do not make variables of an enclosing function live on.
source = '''
%s
def outer():
    kind = 1
    def local():
        inner: kind = 1
    def parameter(a: kind) -> kind:
        pass
    class Field:
        x: kind
    return local, parameter, Field
'''
for line in '', 'from __future__ import annotations':
    names = {}
    exec(source % line, names)
    local, parameter, Field = names['outer']()
    print(local.__closure__, parameter.__closure__, names['outer'].__code__.co_cellvars)
    print(parameter.__annotations__, Field.__annotations__)

def documented():
    "what it does"
    return 2.5

code = documented.__code__
print(code.co_consts[0], code.replace(co_consts=code.co_consts) == code)
documented.__code__ = code.replace(co_consts=('new', *code.co_consts[1:]))
print(documented(), documented.__code__.co_consts[0])

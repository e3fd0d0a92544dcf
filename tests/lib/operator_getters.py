# attrgetter, itemgetter, methodcaller.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import operator, copy
from operator import *
show(lambda: attrgetter('real')(3)); show(lambda: attrgetter('real','imag')(3)); show(lambda: attrgetter('a.b')); show(lambda: attrgetter('real.imag')(3)); show(lambda: attrgetter('x')(3)); show(lambda: attrgetter('real.x')(3)); show(lambda: attrgetter()); show(lambda: attrgetter(3)); show(lambda: attrgetter('a')()); show(lambda: attrgetter('a')(1,2)); show(lambda: attrgetter('a',x=1)); show(lambda: attrgetter('a')(x=1)); show(lambda: attrgetter('a','b.c')); show(lambda: attrgetter('a','b').__reduce__())
show(lambda: itemgetter(0)('ab')); show(lambda: itemgetter(0,1)('ab')); show(lambda: itemgetter(5)('ab')); show(lambda: itemgetter()); show(lambda: itemgetter('x')({'x':1})); show(lambda: itemgetter(0)); show(lambda: itemgetter('a',1)); show(lambda: itemgetter(slice(1,2))('abc')); show(lambda: itemgetter(0)()); show(lambda: itemgetter(1).__reduce__()); show(lambda: itemgetter(0)(3)); show(lambda: itemgetter(0)((1,))); show(lambda: itemgetter(-1)((1,2))); show(lambda: itemgetter(0,x=1)); show(lambda: itemgetter(True)((1,2)))
show(lambda: methodcaller('upper')('a')); show(lambda: methodcaller('split','b')('abc')); show(lambda: methodcaller('x')(1)); show(lambda: methodcaller()); show(lambda: methodcaller(3)); show(lambda: methodcaller('f',1,a=2)); show(lambda: methodcaller('f')); show(lambda: methodcaller('f')()); show(lambda: methodcaller('sort',key=lambda x:-x)([1])); show(lambda: methodcaller('f',1).__reduce__()); show(lambda: methodcaller('f',a=1).__reduce__()); show(lambda: methodcaller('f')(1,2)); show(lambda: methodcaller('format',1,a=2)('{}{a}'))
show(lambda: (type(attrgetter('a')),type(itemgetter(1)),type(methodcaller('x'))))
show(lambda: copy.copy(attrgetter('a','b')))
show(lambda: copy.deepcopy(itemgetter([1])))
show(lambda: copy.copy(methodcaller('f',1,a=2)))
show(lambda: operator.__add__ is add)
show(lambda: operator.__add__.__name__)
from _operator import _compare_digest
show(lambda: _compare_digest(b'a',b'ab'))
show(lambda: _compare_digest('a',b'a'))
show(lambda: _compare_digest('\xe9','a'))
show(lambda: sorted([(1,'b'),(0,'c')],key=itemgetter(1)))
class A: pass
a=A(); a.b=A(); a.b.c=5
show(lambda: attrgetter('b.c')(a))

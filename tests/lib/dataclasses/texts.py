# Annotations that are text, fields that are their own type, and what pprint makes of a __repr__ of one's own.
import dataclasses
import mmap
import pprint
import typing
import weakref

for annotation in ('typing.ClassVar[int]', 'typing .ClassVar[str]', 'typing. ClassVar[str]', 'typing.ClassVar+', 'ClassVar[int]', 'typingClassVar',
                   'dataclasses .InitVar[str]', 'dataclasses.InitVar.[int]', 'InitVar[int]', 'dataclasses.KW_ONLY', '', ' ', '.', '[x]', 'int | None'):
    cls = dataclasses.dataclass(type('C', (), {'__annotations__': {'x': annotation}, '__module__': __name__}))
    print(repr(annotation), [(name, str(f._field_type)) for name, f in cls.__dataclass_fields__.items()])

recursive = dataclasses.field()
recursive.type = recursive
print('type=...' in repr(recursive))

@dataclasses.dataclass
class Own:
    a: int = 1
    def __repr__(self):
        return 'a text that does not fit within the width'
@dataclasses.dataclass
class Plain:
    first: str = 'a text that does not fit'
    second: str = 'within the width'
pprint.pprint(Own(), width=20)
pprint.pprint(Plain(), width=20)

class A:
    def m(self): pass
a = A()
method = weakref.WeakMethod(a.m)
print(weakref.ref(method)() is method)
memory = mmap.mmap(-1, 10)
print(weakref.ref(memory)() is memory)

from typing import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class TD(TypedDict):
    a: int
    b: NotRequired[str]
class TD2(TD, total=False):
    c: Required[int]; d: ReadOnly[str]
print(TD(a=1), TD2.__required_keys__==frozenset({'a','c'}), sorted(TD2.__optional_keys__), TD.__total__, TD2.__total__, TD2.__annotations__, TD2.__readonly_keys__, sorted(TD2.__mutable_keys__), TD.__bases__, type(TD), type(TD(a=1)))
print(TypedDict('X', {'a': int}), is_typeddict(TD))
t(lambda: isinstance({}, TD))
print(get_type_hints(TD2), get_type_hints(TD2, include_extras=True))

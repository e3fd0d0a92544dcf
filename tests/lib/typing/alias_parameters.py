# __parameters__ of type aliases have what takes any number unpacked; parts of a ParamSpec can be weakly referenced.
import weakref
from typing import ParamSpec, TypeAliasType, TypeVar, TypeVarTuple

T = TypeVar('T')
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')
type Alias[A, *B, **C] = int
type Plain = int
for alias in Alias, Plain, TypeAliasType('Made', list[T], type_params=(T, Ts, P)), TypeAliasType('Empty', int):
    print(alias, alias.__parameters__, alias.__type_params__, list[alias].__parameters__)
for part in P.args, P.kwargs:
    print(weakref.ref(part)() is part)

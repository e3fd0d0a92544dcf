"""Copies of objects: shallow, deep, or with other values in some fields.

How a class's objects are copied it may say itself by __copy__ and __deepcopy__; otherwise they are made again
from what __reduce_ex__ answers.
"""

__all__ = ['Error', 'copy', 'deepcopy', 'replace']

from _weakref import ref


class Error(Exception):
    """An object cannot be copied."""


error = Error

# What cannot change is its own copy.
_atomic = frozenset((
    type(None), int, float, bool, complex, bytes, str, type, range, type(Ellipsis), type(NotImplemented),
    type(len), type(lambda: None), property, type(str.join), type((lambda: None).__code__), ref))

_immutable = _atomic | {tuple, frozenset, slice}
_copiers = {cls: cls.copy for cls in (list, dict, set, bytearray)}


def _reduce(x, cls):
    """What says how to make the object again."""
    from copyreg import dispatch_table
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is not None:
        return reductor()
    raise Error(f'un(deep)copyable object of type {cls}')


def copy(x):
    """A shallow copy."""
    cls = type(x)
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    if cls in _immutable:
        return x
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of an object and of all it consists of. `memo` leads from ids of the originals to copies."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    else:
        made = memo.get(id(x), _nil)
        if made is not _nil:
            return made
    copier = _deep.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            made = copier(memo)
        else:
            reduced = _reduce(x, cls)
            if isinstance(reduced, str):
                made = x
            else:
                made = _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[id(x)] = made
        # What was copied must live as long as its id is in use here.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return made


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    # A tuple that contains itself, by way of something else, has been copied by now.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, made):
        if old is not new:
            return tuple(made)
    return x


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict}


class _Any:
    def method(self):
        pass


_deep[type(_Any().method)] = _deep_method
del _Any


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """Makes an object from what __reduce_ex__ answered; its parts are copied, too, when there is a memo."""
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def replace(obj, /, **changes):
    """A copy of an object with other values in some fields. The object's class supports it by __replace__."""
    cls = obj.__class__
    method = getattr(cls, '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return method(obj, **changes)

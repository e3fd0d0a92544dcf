# help() shows the parameters of what a function wraps, and the texts that __slots__ gives.
import functools


def original(a, b: int = 1, *, c=None):
    """What it does."""


@functools.wraps(original)
def wrapper(*args, **kwargs):
    return original(*args, **kwargs)


@functools.lru_cache
def cached(x):
    """Kept."""


class Slotted:
    __slots__ = {'first': 'the first one', 'second': None}


help(wrapper)
help(cached)
help(Slotted)

"""Texts and comparisons that the other modules of the package share."""

from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER = 12                       # characters that "[... chars]" may take
_LEAST = 5                              # characters kept at each end
_LEAST_DIFFERENCE = _MAX_LENGTH - 2 * _PLACEHOLDER - 3 * _LEAST


def safe_repr(obj, short=False):
    """repr(), also where that raises; `short`: cut to 80 characters."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text[:_MAX_LENGTH] + ' [truncated]...' if short and len(text) >= _MAX_LENGTH else text


def _shorten(text, head, tail):
    skipped = len(text) - head - tail
    if skipped > _PLACEHOLDER:
        return f'{text[:head]}[{skipped} chars]{text[len(text) - tail:]}'
    return text


def _common_shorten_repr(*args):
    """The representations, of long ones but a little of what they have in common."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = commonprefix(texts)
    size = len(common)
    room = _MAX_LENGTH - (longest - size + _LEAST + _PLACEHOLDER)
    if room > _LEAST:
        common = _shorten(common, _LEAST, room)
        return tuple(common + text[size:] for text in texts)
    common = _shorten(common, _LEAST, _LEAST)
    return tuple(common + _shorten(text[size:], _LEAST_DIFFERENCE, _LEAST) for text in texts)


def strclass(cls):
    """A class with its module."""
    return f'{cls.__module__}.{cls.__qualname__}'


def count_differences(first, second):
    """A list of (times in first, times in second, item) for items that are not there as often."""
    try:
        from collections import Counter
        counts, others = Counter(first), Counter(second)
        found = [(count, others.get(item, 0), item) for item, count in counts.items() if count != others.get(item, 0)]
        return found + [(0, count, item) for item, count in others.items() if item not in counts]
    except TypeError:
        return _count_by_comparing(list(first), list(second))


def _count_by_comparing(first, second):
    found = []
    while first or second:
        item = first[0] if first else second[0]
        counts = []
        for items in first, second:
            kept = [other for other in items if not other == item]
            counts.append(len(items) - len(kept))
            items[:] = kept
        if counts[0] != counts[1]:
            found.append((*counts, item))
    return found

"""Lines of source files, kept in memory."""

import os
import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}                              # file name: (size, time of change or None, lines, full name), or (function,)


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end; '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """The lines of a file; [] when it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget the lines of files that have changed; of one file, or of all."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue
        try:
            stat = os.stat(entry[3])
        except (OSError, ValueError):
            del cache[name]
            continue
        if (stat.st_size, stat.st_mtime) != entry[:2]:
            del cache[name]


def updatecache(filename, module_globals=None):
    """Read a file anew, as it is or in a folder of sys.path."""
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    places = [filename]
    if not os.path.isabs(filename):
        places += [os.path.join(folder, filename) for folder in sys.path if isinstance(folder, str)]
    for name in places:
        try:
            stat = os.stat(name)
            with open(name, encoding='utf-8') as file:
                lines = file.readlines()
        except (OSError, UnicodeDecodeError, SyntaxError, ValueError):
            continue
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
        cache[filename] = stat.st_size, stat.st_mtime, lines, name
        return lines
    return []


def lazycache(filename, module_globals):
    """Whether the lines are known by a function that would read them; there are none such here."""
    return filename in cache and len(cache[filename]) == 1

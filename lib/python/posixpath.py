"""Path names on POSIX systems; what os.path is."""
import posix
import stat
from posix import fspath

__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
    'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount',
    'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep',
    'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames', 'relpath',
    'commonpath', 'isjunction', 'isdevdrive', 'ALLOW_MISSING',
]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


class ALLOW_MISSING:
    """realpath(strict=ALLOW_MISSING): only missing files are no error."""

    def __repr__(self):
        return 'os.path.ALLOW_MISSING'

    def __reduce__(self):
        return 'ALLOW_MISSING'


ALLOW_MISSING = ALLOW_MISSING()


def _slash(path):
    return b'/' if isinstance(path, bytes) else '/'


def _check_arg_types(function, *args):
    has_str = has_bytes = False
    for arg in args:
        if isinstance(arg, str):
            has_str = True
        elif isinstance(arg, bytes):
            has_bytes = True
        else:
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, '
                            f'not {arg.__class__.__name__!r}') from None
    if has_str and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


# --- taking apart and putting together

def normcase(s):
    """The path itself: case matters."""
    return fspath(s)


def isabs(s):
    """Whether a path is absolute."""
    s = fspath(s)
    return s.startswith(_slash(s))


def join(a, *p):
    """Join paths with '/'; an absolute one drops all before it."""
    path = fspath(a)
    slash = _slash(path)
    try:
        for part in map(fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _check_arg_types('join', a, *p)
        raise
    return path


def split(p):
    """Split a path into everything before the last '/', and the rest."""
    p = fspath(p)
    slash = _slash(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """Split the extension off: the last dot and what follows it; leading dots of a name do not count."""
    p = fspath(p)
    slash, dot = (b'/', b'.') if isinstance(p, bytes) else ('/', '.')
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """Split a path into drive, which is always empty, and the rest."""
    p = fspath(p)
    return p[:0], p


def _text(path, function):
    """A path as text or bytes, for functions that complain in words of their own."""
    try:
        return fspath(path)
    except TypeError:
        if hasattr(path, '__fspath__'):
            raise
    raise TypeError(f'{function}: path should be string, bytes or os.PathLike, not {type(path).__name__}')


def splitroot(p):
    """Split a path into drive, root and the rest; the root is '', '/' or '//'."""
    p = _text(p, '_path_splitroot_ex')
    slash = _slash(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The part behind the last '/'."""
    p = fspath(p)
    return p[p.rfind(_slash(p)) + 1:]


def dirname(p):
    """The part before the last '/'."""
    return split(p)[0]


def normpath(path):
    """The path without '.', '..' and double slashes."""
    return posix._path_normpath(_text(path, '_path_normpath'))


def abspath(path):
    """The path made absolute and normal."""
    path = fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    """The way from `start`, or the current folder, to the path."""
    path = fspath(path)
    if not path:
        raise ValueError('no path specified')
    slash, dot, dots = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    start = dot if start is None else fspath(start)
    try:
        start_parts = [x for x in abspath(start).split(slash) if x]
        path_parts = [x for x in abspath(path).split(slash) if x]
        common = len(commonprefix([start_parts, path_parts]))
        return slash.join([dots] * (len(start_parts) - common) + path_parts[common:]) or dot
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        _check_arg_types('relpath', path, start)
        raise


def commonprefix(m, /):
    """The longest beginning that all of a list of paths have in common, by characters."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all of the paths are below."""
    paths = tuple(map(fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        split_paths = [path.split(slash) for path in paths]
        try:
            absolute, = {path.startswith(slash) for path in paths}
        except ValueError:
            raise ValueError("Can't mix absolute and relative paths") from None
        common = commonprefix([[c for c in parts if c and c != dot] for parts in split_paths])
        return (slash if absolute else slash[:0]) + slash.join(common)
    except (TypeError, AttributeError):
        _check_arg_types('commonpath', *paths)
        raise


# --- asking the system

def exists(path):
    """Whether the path, or file descriptor, exists; False for a broken symbolic link."""
    try:
        os.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    """Whether the path exists, symbolic links not followed."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def isfile(path):
    """Whether the path is a regular file."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def isdir(s):
    """Whether the path is a folder."""
    try:
        return stat.S_ISDIR(os.stat(s).st_mode)
    except (OSError, ValueError):
        return False


def islink(path):
    """Whether the path is a symbolic link."""
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def isjunction(path):
    """Whether the path is a junction: never."""
    fspath(path)
    return False


def isdevdrive(path):
    """Whether the path is on a Windows Dev Drive: never."""
    fspath(path)
    return False


def ismount(path):
    """Whether the path is where a file system is mounted."""
    try:
        own = os.lstat(path)
    except (OSError, ValueError):
        return False
    if stat.S_ISLNK(own.st_mode):
        return False
    path = fspath(path)
    try:
        above = os.lstat(realpath(join(path, b'..' if isinstance(path, bytes) else '..')))
    except OSError:
        return False
    return own.st_dev != above.st_dev or own.st_ino == above.st_ino


def getsize(filename):
    """The size of a file in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was last written."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When a file was last read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When a file's metadata last changed."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two stat results are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths are the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two file descriptors are the same file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


# --- home folders and variables

def _to_bytes(path):
    return path.encode('utf-8', 'surrogateescape') if isinstance(path, str) else path


def _to_str(path):
    return path.decode('utf-8', 'surrogateescape') if isinstance(path, bytes) else path


def _home_of(name):
    """The home folder of a user as the password file has it (the caller's for b''), or None."""
    try:
        with open('/etc/passwd', 'rb') as file:
            for line in file:
                fields = line.rstrip(b'\n').split(b':')
                if len(fields) > 5 and (fields[0] == name if name else fields[2] == b'%d' % posix.getuid()):
                    return fields[5]
    except OSError:
        pass
    return None


def expanduser(path):
    """The path with '~' or '~user' at its beginning replaced by a home folder."""
    path = fspath(path)
    slash, tilde = (b'/', b'~') if isinstance(path, bytes) else ('/', '~')
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    from os import environ
    if end == 1 and 'HOME' in environ:
        home = environ['HOME']
    else:
        name = path[1:end]
        home = _home_of(_to_bytes(name))
        if home is None:
            return path
        home = _to_str(home)
    if isinstance(path, bytes):
        home = _to_bytes(home)
    home = home.rstrip(slash)
    return home + path[end:] or slash


def _is_name(c):
    return c == '_' or (c.isascii() and c.isalnum())


def expandvars(path):
    """The path with $name and ${name} replaced by environment variables; unknown ones stay."""
    path = fspath(path)
    if isinstance(path, bytes):
        return _to_bytes(expandvars(_to_str(path))) if b'$' in path else path
    from os import environ
    parts = []
    at = 0
    while (found := path.find('$', at)) >= 0:
        parts.append(path[at:found])
        at = end = found + 1
        if path[at:at + 1] == '{':
            end = path.find('}', at)
            name, end = (path[at + 1:end], end + 1) if end >= 0 else ('', at)
        else:
            while end < len(path) and _is_name(path[end]):
                end += 1
            name = path[at:end]
        if name in environ:
            parts.append(environ[name])
        else:
            parts.append(path[found:end])
        at = end
    return ''.join(parts) + path[at:]


# --- real paths

def realpath(filename, /, *, strict=False):
    """The path without symbolic links. strict: what is missing or a loop is an error."""
    filename = fspath(filename)
    slash, dot, dots = (b'/', b'.', b'..') if isinstance(filename, bytes) else ('/', '.', '..')
    if strict is ALLOW_MISSING:
        ignored = FileNotFoundError
    elif strict:
        ignored = ()
    else:
        ignored = OSError
    path = slash if filename.startswith(slash) else os.getcwdb() if isinstance(filename, bytes) else os.getcwd()
    rest = filename.split(slash)[::-1]
    left = len(rest)                    # names in `rest`; marks of links lie among them
    seen = {}                           # link: what it leads to, None while that is being found out
    while rest:
        name = rest.pop()
        if name is None:                # the link below is done
            seen[rest.pop()] = path
            continue
        left -= 1
        if not name or name == dot:
            continue
        if name == dots:
            path = path[:path.rindex(slash)] or slash
            continue
        new = path + name if path == slash else path + slash + name
        try:
            mode = os.lstat(new).st_mode
            if not stat.S_ISLNK(mode):
                if strict and left and not stat.S_ISDIR(mode):
                    raise NotADirectoryError(20, os.strerror(20), new)
                path = new
                continue
            if new in seen:
                path = seen[new]
                if path is not None:
                    continue
                if strict:
                    os.stat(new)
                path = new
                continue
            target = os.readlink(new)
        except ignored:
            path = new
            continue
        seen[new] = None
        if target.startswith(slash):
            path = slash
        names = target.split(slash)[::-1]
        left += len(names)
        rest += [new, None, *names]
    return path


import os                               # at the end: it imports this module

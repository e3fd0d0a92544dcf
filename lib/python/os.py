"""What the operating system offers: files, folders, the environment, this process."""
import abc
import sys
import posix
import posixpath as path
import stat as st
from posix import *
from posix import _exit
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull
from collections.abc import MutableMapping, Mapping

sys.modules['os.path'] = path
name = 'posix'
linesep = '\n'
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1
supports_bytes_environ = True

__all__ = [n for n in dir(posix) if n[0] != '_'] + [
    '_exit', 'altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull', 'SEEK_SET',
    'SEEK_CUR', 'SEEK_END', 'P_WAIT', 'P_NOWAIT', 'P_NOWAITO', 'fsencode', 'fsdecode', 'get_exec_path', 'fdopen', 'extsep',
    'makedirs', 'removedirs', 'renames', 'walk', 'fwalk', 'getenv', 'getenvb', 'environb', 'supports_bytes_environ',
    'process_cpu_count', 'reload_environ', 'PathLike', 'execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'popen',
    'spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp', 'spawnvpe',
]
supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, open, readlink, remove, rename, replace, rmdir, stat,
                   symlink, unlink, utime}
supports_fd = {chdir, chmod, chown, listdir, scandir, stat, statvfs, truncate, utime}
supports_effective_ids = {access}
supports_follow_symlinks = {access, chown, link, stat, utime}


# --- paths

class PathLike(abc.ABC):
    """What has __fspath__(), which answers a path as str or bytes."""
    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    __subclasshook__ = abc._hook('__fspath__')
    __class_getitem__ = classmethod(type(list[int]))


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


# --- folders

def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and all that are missing above it."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b'.' if isinstance(tail, bytes) else '.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder, and all above it that are empty then."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, making folders for the new name and removing what gets empty of the old one."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Go through a tree of folders: (path, names of folders, names of files) for each.

    topdown: a folder comes before what is in it, and the list of folders can be changed to say what comes next.
    """
    waiting = [fspath(top)]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        folders = []
        files = []
        below = []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_folder = entry.is_dir()
                    except OSError:
                        is_folder = False
                    (folders if is_folder else files).append(entry.name)
                    if not topdown and is_folder and (followlinks or not _is_link(entry)):
                        below.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, folders, files
            for folder in reversed(folders):
                new = path.join(top, folder)
                if followlinks or not path.islink(new):
                    waiting.append(new)
        else:
            waiting.append((top, folders, files))
            waiting.extend(reversed(below))


def _is_link(entry):
    try:
        return entry.is_symlink()
    except OSError:
        return False


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like walk(), with a file descriptor of the folder as a fourth item, valid until the next step."""
    top = fspath(top)
    try:
        fd = open(top, O_RDONLY | O_NONBLOCK | (0 if follow_symlinks else O_NOFOLLOW), dir_fd=dir_fd)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        yield from _fwalk(fd, top, topdown, onerror, follow_symlinks)
    finally:
        close(fd)


def _fwalk(fd, top, topdown, onerror, follow_symlinks):
    folders = []
    files = []
    try:
        for entry in scandir(fd):
            entry_name = entry.name
            if isinstance(top, bytes):
                entry_name = fsencode(entry_name)
            (folders if entry.is_dir() else files).append(entry_name)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, folders, files, fd
    for folder in folders:
        try:
            below = open(folder, O_RDONLY | O_NONBLOCK | (0 if follow_symlinks else O_NOFOLLOW), dir_fd=fd)
        except OSError as error:
            if follow_symlinks or not path.islink(path.join(top, folder)):
                if onerror is not None:
                    onerror(error)
            continue
        try:
            yield from _fwalk(below, path.join(top, folder), topdown, onerror, follow_symlinks)
        finally:
            close(below)
    if not topdown:
        yield top, folders, files, fd


# --- environment

class _Environ(MutableMapping):
    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{self.decodekey(key)!r}: {self.decodevalue(value)!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')
    return value.encode('utf-8', 'surrogateescape')


def _decode(value):
    return value.decode('utf-8', 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected, not {type(value).__name__}')
    return value


environ = _Environ(posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def reload_environ():
    """Read the environment again, in case something else than os.environ changed it."""
    data = posix._create_environ()
    environ._data.clear()
    environ._data.update(data)


def getenv(key, default=None):
    """An environment variable, or `default`."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """An environment variable as bytes, or `default`."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    env = environ if env is None else env
    found = env.get('PATH')
    if b'PATH' in env if not isinstance(env, _Environ) else False:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = env[b'PATH']
    if found is None:
        found = defpath
    return fsdecode(found).split(pathsep)


def process_cpu_count():
    """The number of processors that this process may use."""
    return cpu_count()


# --- other programs
# The letters at the end: l, the arguments follow one by one; v, in a list; p, the program is looked for in PATH; e, the last argument
# is its environment.

def execl(file, *args):
    """Run another program in place of this one."""
    execv(file, args)


def execle(file, *args):
    """Run another program, with an environment, in place of this one."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Run a program found in PATH in place of this one."""
    execvp(file, args)


def execlpe(file, *args):
    """Run a program found in PATH, with an environment, in place of this one."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Run a program found in PATH in place of this one."""
    _exec_found(file, execv, args)


def execvpe(file, args, env):
    """Run a program found in PATH, with an environment, in place of this one."""
    _exec_found(file, execve, args, env)


def _exec_found(file, run, args, env=None):
    rest = (args,) if env is None else (args, env)
    if path.dirname(file):
        run(file, *rest)
        return
    refused = missing = None
    for folder in map(fsencode, get_exec_path(env)):
        try:
            run(path.join(folder, fsencode(file)), *rest)
        except (FileNotFoundError, NotADirectoryError) as error:
            missing = error
        except OSError as error:
            refused = refused or error
    raise refused or missing


def _spawn(mode, file, args, run, *env):
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    pid = fork()
    if not pid:
        try:
            run(file, args, *env)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while WIFSTOPPED(status := waitpid(pid, 0)[1]):
        pass
    return waitstatus_to_exitcode(status)


def spawnl(mode, file, *args):
    """Run a program in a process of its own; its exit status, or its number if mode is P_NOWAIT."""
    return _spawn(mode, file, args, execv)


def spawnle(mode, file, *args):
    """As spawnl, with an environment."""
    return _spawn(mode, file, args[:-1], execve, args[-1])


def spawnlp(mode, file, *args):
    """As spawnl, of a program found in PATH."""
    return _spawn(mode, file, args, execvp)


def spawnlpe(mode, file, *args):
    """As spawnl, of a program found in PATH, with an environment."""
    return _spawn(mode, file, args[:-1], execvpe, args[-1])


def spawnv(mode, file, args):
    """As spawnl, with the arguments in a list."""
    return _spawn(mode, file, args, execv)


def spawnve(mode, file, args, env):
    """As spawnl, with the arguments in a list and an environment."""
    return _spawn(mode, file, args, execve, env)


def spawnvp(mode, file, args):
    """As spawnl, with the arguments in a list, of a program found in PATH."""
    return _spawn(mode, file, args, execvp)


def spawnvpe(mode, file, args, env):
    """As spawnl, with the arguments in a list, of a program found in PATH, with an environment."""
    return _spawn(mode, file, args, execvpe, env)


class _wrap_close:
    """One end of a pipe, as a stream; close() waits for the process at the other end."""

    def __init__(self, stream, pid):
        self._stream = stream
        self._pid = pid
        self._code = None

    def close(self):
        """Close the stream. None, or what became of the process if that is not 0."""
        self._stream.close()
        if self._code is None:
            self._code = waitstatus_to_exitcode(waitpid(self._pid, 0)[1])
        return self._code << 8 if self._code else None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode='r', buffering=-1):
    """A stream to read what a command of the shell writes, or ('w') to write what it reads."""
    if not isinstance(cmd, str):
        raise TypeError(f'invalid cmd type ({type(cmd)}, expected string)')
    if mode not in ('r', 'w'):
        raise ValueError(f'invalid mode {mode!r}')
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    reader, writer = pipe()
    ours, theirs, as_theirs = (reader, writer, 1) if mode == 'r' else (writer, reader, 0)
    pid = fork()
    if not pid:
        try:
            dup2(theirs, as_theirs)
            if theirs != as_theirs:
                close(theirs)
            execv('/bin/sh', ['/bin/sh', '-c', cmd])
        finally:
            _exit(127)
    close(theirs)
    return _wrap_close(fdopen(ours, mode, buffering), pid)


# --- files

def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    """A file object on a file descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    import io
    if 'b' not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)

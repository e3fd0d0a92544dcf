# Other programs: in place of this process, as children, at the other end of a pipe; what became of them. Users and groups.
import os


def show(name, *args, **kwargs):
    try:
        result = getattr(os, name)(*args, **kwargs)
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(name, *(repr(arg) for arg in args), kwargs or '', '->', result)


class Path:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return 'Path'

    def __fspath__(self):
        arguments.clear()
        return self.path


print('exec')
arguments = [Path('/nonexistent'), 'a']
for args in [(1, []), ('/nonexistent', []), ('/nonexistent', ['']), ('/nonexistent', ('a',)), ('/nonexistent', {}),
             ('/nonexistent', [1]), ('/nonexistent', ['a\0']), (b'/nonexistent', [b'a']), ('/nonexistent', arguments)]:
    show('execv', *args)
for env in [{}, None, {1: 2}, {'a': 2}, {'a=b': 'c'}, {'a': 'c\0'}, {'': 'b'}, [1], os.environ]:
    print('PATH' in env if env is os.environ else env)
    try:
        os.execve('/nonexistent', ['a'], env)
    except Exception as error:
        print(type(error).__name__, error)
show('execve', '/nonexistent', [''], {})
show('execve', '/nonexistent', (), {})
show('execve', '/nonexistent', 3, {})
show('execve', 99, ['a'], {})
show('execve', path='/nonexistent', argv=['x'], env={})
show('execl', '/nonexistent')
show('execl', '/nonexistent', 'a', 'b')
show('execle', '/nonexistent', 'a', {})
show('execlp', 'nonexistent', 'a')
show('execlpe', 'nonexistent', 'a', {'PATH': '/bin:/sbin'})
show('execvp', 'nonexistent', [''])
show('execvpe', 'nonexistent', ['a'], {'PATH': '/'})

print('wait')
show('wait')
for status in (0, 256, 9, 139, 0x137f, 0xffff):
    print(status, *(getattr(os, name)(status) for name in (
        'WIFEXITED', 'WEXITSTATUS', 'WIFSIGNALED', 'WTERMSIG', 'WIFSTOPPED', 'WSTOPSIG', 'WIFCONTINUED', 'WCOREDUMP')))
show('WIFEXITED', 'a')
show('WEXITSTATUS', 1 << 40)
pid = os.fork()
if pid == 0:
    os._exit(7)
print(os.wait() == (pid, 7 << 8))

print('spawn')
show('spawnv', os.P_WAIT, '/bin/true', ['true'])
show('spawnv', os.P_WAIT, '/nonexistent', ['true'])
show('spawnv', os.P_WAIT, '/bin/true', [])
show('spawnv', os.P_WAIT, '/bin/true', [''])
show('spawnv', os.P_WAIT, '/bin/true', 3)
show('spawnl', os.P_WAIT, '/bin/sh', 'sh', '-c', 'exit 3')
show('spawnlp', os.P_WAIT, 'sh', 'sh', '-c', 'kill -9 $$')
show('spawnvp', os.P_WAIT, 'false', ['false'])
show('spawnve', os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit $A'], {'A': '5'})
show('spawnle', os.P_WAIT, '/bin/sh', 'sh', '-c', 'exit $A', {'A': '6'})
show('spawnlpe', os.P_WAIT, 'sh', 'sh', '-c', 'exit $A', {'A': '7', 'PATH': '/bin'})
show('spawnvpe', os.P_WAIT, 'sh', ['sh', '-c', 'exit $A'], {'A': '8', 'PATH': '/bin'})
pid = os.spawnl(os.P_NOWAIT, '/bin/sh', 'sh', '-c', 'exit 4')
print(os.waitpid(pid, 0) == (pid, 4 << 8))

print('popen')
show('popen', 1)
show('popen', 'ls', 'rb')
show('popen', 'ls', buffering=0)
stream = os.popen('echo hi; exit 3')
print(stream.read(), stream.close(), stream.close(), stream.closed)
print(list(os.popen('echo one; echo two')))
with os.popen('cat >&2', 'w') as stream:
    print(stream.write('abc\n'))
stream = os.popen('cat >/dev/null; exit 2', 'w', 1)
stream.write('x')
print(stream.close())
print(os.popen('kill -9 $$').close())

print('users and groups')
show('setuid', 'a')
show('setuid', -2)
show('setgid', 1 << 40)
show('setgid', 1.0)
show('seteuid', 1 << 70)
show('setuid', os.getuid())
show('setegid', os.getegid())
print(os.getgroups() == [group for group in os.getgroups() if isinstance(group, int)])
show('killpg', 999999, 0)
show('killpg', 'a', 0)
show('setpgid', 999999, 0)
show('lchown', '/nonexistent', 0, 0)
show('lchown', '/nonexistent', 'a', 0)
show('chown', '/nonexistent', -2, 0)
pid = os.fork()
if pid == 0:
    os.setsid()
    os._exit(os.getsid(0) == os.getpid() == os.getpgrp())
print(os.waitpid(pid, 0)[1])

print('links')
try:
    os.symlink('/nonexistent', 'programs.link')
    show('chmod', 'programs.link', 0o600, follow_symlinks=False)
finally:
    os.unlink('programs.link')

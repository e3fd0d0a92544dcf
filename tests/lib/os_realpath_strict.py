# os.path.realpath(strict=...): links to files, files in the place of folders, what is missing.
import os

folder = os.path.realpath('.') + f'/realpath_strict_{os.getpid()}'
os.makedirs(folder + '/dir/sub')
open(folder + '/file', 'w').close()
links = {'to_dir': 'dir', 'to_file': 'file', 'broken': 'missing', 'dir/up': '../to_dir', 'chain': 'to_file'}
for name, target in links.items():
    os.symlink(target, f'{folder}/{name}')
try:
    for strict in False, True, os.path.ALLOW_MISSING:
        for path in ('file', 'file/', 'file/x', 'file/..', 'to_file', 'to_file/', 'to_file/..', 'chain', 'to_dir/', 'to_dir/sub/..',
                     'broken', 'broken/x', 'missing', 'missing/x', 'dir/up/sub', 'dir/up/../file', ''):
            try:
                print(path, strict, os.path.realpath(f'{folder}/{path}', strict=strict).replace(folder, 'here'))
            except OSError as error:
                print(path, strict, type(error).__name__, error.filename.replace(folder, 'here'))
finally:
    for name in [*links, 'file']:
        os.unlink(f'{folder}/{name}')
    for name in '/dir/sub', '/dir', '':
        os.rmdir(folder + name)

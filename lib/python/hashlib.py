"""Secure hashes and message digests."""
from _hash import (md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256,
                   blake2b, blake2s, pbkdf2_hmac)

_constructors = {
    'md5': md5, 'sha1': sha1, 'sha224': sha224, 'sha256': sha256, 'sha384': sha384, 'sha512': sha512,
    'blake2b': blake2b, 'blake2s': blake2s, 'sha3_224': sha3_224, 'sha3_256': sha3_256, 'sha3_384': sha3_384,
    'sha3_512': sha3_512, 'shake_128': shake_128, 'shake_256': shake_256,
}
algorithms_guaranteed = set(_constructors)
algorithms_available = set(_constructors)
__all__ = tuple(_constructors) + ('new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac')
for _name in 'MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512':
    _constructors[_name] = _constructors[_name.lower()]


def new(name, *args, **kwargs):
    """A new hash object by the name of its algorithm; the rest is for its constructor."""
    if name not in _constructors:
        raise ValueError('unsupported hash type ' + name)
    return _constructors[name](*args, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object fed with all of a binary file. digest: the name of an algorithm, or what makes a hash object."""
    hashing = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        hashing.update(fileobj.getbuffer())
        return hashing
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        hashing.update(view[:size])
    if size is None:
        raise BlockingIOError('I/O operation would block.')
    return hashing

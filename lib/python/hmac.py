"""Keyed hashing for message authentication (RFC 2104)."""
import hashlib
from _hash import compare_digest

__all__ = ['new', 'digest', 'compare_digest', 'HMAC', 'trans_5C', 'trans_36', 'digest_size']
trans_5C = bytes(x ^ 0x5c for x in range(256))
trans_36 = bytes(x ^ 0x36 for x in range(256))
digest_size = None


class HMAC:
    """A hash object with a key."""
    blocksize = 64
    __slots__ = '_inner', '_outer', 'digest_size', 'block_size'

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = _maker(digestmod)
        self._inner = make()
        self._outer = make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, 'block_size', self.blocksize)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b'\0')
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        """Feed data."""
        self._inner.update(msg)

    def copy(self):
        """A copy that goes on by itself."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def digest(self):
        """The code of all data so far, as bytes."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The code of all data so far, as hexadecimal digits."""
        return self.digest().hex()


def _maker(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b'': hashlib.new(digestmod, data)
    return lambda data=b'': digestmod.new(data)


def new(key, msg=None, digestmod=''):
    """A new HMAC object. digestmod: the name of a hash algorithm, or what makes a hash object."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a message at once."""
    if isinstance(digest, str):
        hashlib.new(digest)
        for data in key, msg:
            if not isinstance(data, (bytes, bytearray)):
                hashlib.new(digest, data)       # raises what hashes say to it
        key = bytes(key)
    return HMAC(key, msg, digest).digest()

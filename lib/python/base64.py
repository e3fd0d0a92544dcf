"""Base16, base32, base64 and base85 encodings (RFC 4648, Ascii85, git's base85, ZeroMQ's Z85)."""
import binascii
import struct

__all__ = [
    'encode', 'decode', 'encodebytes', 'decodebytes',
    'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode',
    'b85encode', 'b85decode', 'a85encode', 'a85decode', 'z85encode', 'z85decode',
    'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode',
]

bytes_types = (bytes, bytearray)


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, bytes_types):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


def _to_bytes(s):
    return s if isinstance(s, bytes_types) else memoryview(s).tobytes()


# --- base64

def b64encode(s, altchars=None):
    """Encode bytes in base64; altchars: two bytes to use for '+' and '/'."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode base64; characters outside the alphabet are skipped, or with validate refused."""
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encode bytes in the standard base64 alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode the standard base64 alphabet."""
    return b64decode(s)


_urlsafe_encode_table = bytes.maketrans(b'+/', b'-_')
_urlsafe_decode_table = bytes.maketrans(b'-_', b'+/')


def urlsafe_b64encode(s):
    """Encode bytes in base64 with '-' and '_' for '+' and '/'."""
    return b64encode(s).translate(_urlsafe_encode_table)


def urlsafe_b64decode(s):
    """Decode base64 with '-' and '_' for '+' and '/'."""
    return b64decode(_bytes_from_decode_data(s).translate(_urlsafe_decode_table))


# --- base32

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_b32_pairs = {}
_b32_values = {}


def _b32encode(alphabet, s):
    if alphabet not in _b32_pairs:
        _b32_pairs[alphabet] = [bytes((a, b)) for a in alphabet for b in alphabet]
    pairs = _b32_pairs[alphabet]
    s = _to_bytes(s)
    short = -len(s) % 5
    if short:
        s = s + bytes(short)
    encoded = bytearray()
    for i in range(0, len(s), 5):
        c = int.from_bytes(s[i:i + 5])
        encoded += pairs[c >> 30] + pairs[c >> 20 & 0x3ff] + pairs[c >> 10 & 0x3ff] + pairs[c & 0x3ff]
    if short:
        fill = (0, 1, 3, 4, 6)[short]
        encoded[-fill:] = b'=' * fill
    return bytes(encoded)


def _b32decode(alphabet, s, casefold=False, map01=None):
    if alphabet not in _b32_values:
        _b32_values[alphabet] = {c: i for i, c in enumerate(alphabet)}
    values = _b32_values[alphabet]
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    fill = length - len(s)
    decoded = bytearray()
    group = 0
    for i in range(0, len(s), 8):
        group = 0
        try:
            for c in s[i:i + 8]:
                group = (group << 5) + values[c]
        except KeyError:
            raise binascii.Error('Non-base32 digit found') from None
        decoded += group.to_bytes(5)
    if fill not in {0, 1, 3, 4, 6}:
        raise binascii.Error('Incorrect padding')
    if fill and decoded:
        group <<= 5 * fill
        decoded[-5:] = group.to_bytes(5)[:(43 - 5 * fill) // 8]
    return bytes(decoded)


def b32encode(s):
    """Encode bytes in base32."""
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode base32; map01: the letter that the digit 1 stands for (0 is then the letter O)."""
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """Encode bytes in base32 with the extended hexadecimal alphabet."""
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode base32 with the extended hexadecimal alphabet."""
    return _b32decode(_B32HEX, s, casefold)


# --- base16

def b16encode(s):
    """Encode bytes in base16: upper case hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode base16; lower case digits only with casefold."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# --- base85

_A85 = bytes(range(33, 118))
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_85_pairs = {}
_85_values = {}
_A85START = b'<~'
_A85END = b'~>'


def _85encode(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    if alphabet not in _85_pairs:
        _85_pairs[alphabet] = [bytes((x, y)) for x in alphabet for y in alphabet]
    pairs = _85_pairs[alphabet]
    b = _to_bytes(b)
    short = -len(b) % 4
    if short:
        b = b + bytes(short)
    pieces = []
    for word in struct.unpack(f'!{len(b) // 4}I', b):
        if foldnuls and not word:
            pieces.append(b'z')
        elif foldspaces and word == 0x20202020:
            pieces.append(b'y')
        else:
            pieces.append(pairs[word // 614125] + pairs[word // 85 % 7225] + alphabet[word % 85:word % 85 + 1])
    if short and not pad:
        if pieces[-1] == b'z':
            pieces[-1] = alphabet[:1] * 5
        pieces[-1] = pieces[-1][:-short]
    return b''.join(pieces)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode bytes in Ascii85; foldspaces: 'y' for four blanks; wrapcol: longest line; adobe: between <~ and ~>."""
    result = _85encode(b, _A85, pad, True, foldspaces)
    if adobe:
        result = _A85START + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + _A85END if adobe else result


def _a85_strip_frame(b):
    if not b.endswith(_A85END):
        raise ValueError(f'Ascii85 encoded byte sequences must end with {_A85END!r}')
    return b[2:-2] if b.startswith(_A85START) else b[:-2]


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """Decode Ascii85; ignorechars: bytes to skip."""
    b = _bytes_from_decode_data(b)
    if adobe:
        b = _a85_strip_frame(b)
    decoded = bytearray()
    word = count = 0
    for x in b + b'u' * 4:
        if 33 <= x <= 117:
            word = word * 85 + x - 33
            count += 1
            if count == 5:
                if word >> 32:
                    raise ValueError('Ascii85 overflow')
                decoded += word.to_bytes(4)
                word = count = 0
        elif x == 122:
            if count:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded += bytes(4)
        elif foldspaces and x == 121:
            if count:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded += b'    '
        elif x not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % x)
    excess = 4 - count
    if excess:
        del decoded[-excess:]
    return bytes(decoded)


def _85decode(b, alphabet, name):
    if alphabet not in _85_values:
        values = [None] * 256
        for i, c in enumerate(alphabet):
            values[c] = i
        _85_values[alphabet] = values
    values = _85_values[alphabet]
    b = _bytes_from_decode_data(b)
    short = -len(b) % 5
    b = b + alphabet[84:] * short
    decoded = bytearray()
    for i in range(0, len(b), 5):
        word = 0
        for j, c in enumerate(b[i:i + 5]):
            value = values[c]
            if value is None:
                raise ValueError(f'bad {name} character at position {i + j}')
            word = word * 85 + value
        if word >> 32:
            raise ValueError(f'{name} overflow in hunk starting at byte {i}')
        decoded += word.to_bytes(4)
    if short:
        del decoded[-short:]
    return bytes(decoded)


def b85encode(b, pad=False):
    """Encode bytes in the base85 of git; pad: fill up to a multiple of four bytes first."""
    return _85encode(b, _B85, pad)


def b85decode(b):
    """Decode the base85 of git."""
    return _85decode(b, _B85, 'base85')


def z85encode(s):
    """Encode bytes in Z85."""
    return _85encode(s, _Z85)


def z85decode(s):
    """Decode Z85."""
    return _85decode(s, _Z85, 'z85')


# --- files and lines, as in MIME

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def encode(input, output):
    """Encode a binary file into another, in lines."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a binary file into another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_input(s):
    try:
        m = memoryview(s)
    except TypeError as error:
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from error
    if m.format not in ('c', 'b', 'B'):
        raise TypeError(f'expected single byte elements, not {m.format!r} from {s.__class__.__name__}')
    if m.ndim != 1:
        raise TypeError(f'expected 1-D data, not {m.ndim}-D data from {s.__class__.__name__}')


def encodebytes(s):
    """Encode bytes in base64, in lines of at most 76 characters."""
    _check_input(s)
    return b''.join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """Decode lines of base64."""
    _check_input(s)
    return binascii.a2b_base64(s)

"""Codecs that are seldom asked for: escape sequences, maps of characters, UTF-7, Punycode.

Each is a pair of functions which answer the result and how much of the input they took."""
import _codecs
from codecs import lookup_error
from operator import index


def _text(value, function):
    if not isinstance(value, str):
        raise TypeError(f'{function}() argument 1 must be str, not {type(value).__name__ if value is not None else "None"}')


def _bytes(data):
    return data.encode() if isinstance(data, str) else memoryview(data).tobytes()


def _handle_decoding(errors, encoding, data, start, end, reason):
    """What the error handler puts in place of data[start:end], where to go on, and in what: it may have put other data there."""
    error = UnicodeDecodeError(encoding, data, start, end, reason)
    if errors in (None, 'strict'):
        raise error
    answer = lookup_error(errors)(error)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], str)):
        raise TypeError('decoding error handler must return (str, int) tuple')
    if not isinstance(data := error.object, bytes):
        raise TypeError("UnicodeError 'object' attribute must be a bytes")
    return answer[0], _position(answer[1], len(data)), data


def _position(at, length):
    at = index(at)
    position = at + length if at < 0 else at
    if not 0 <= position <= length:
        raise IndexError(f'position {position} from error handler out of bounds')
    return position


# --- escape sequences

_SIMPLE = {'\\': '\\', "'": "'", '"': '"', 'b': '\b', 'f': '\f', 't': '\t', 'n': '\n', 'r': '\r', 'v': '\v', 'a': '\a', '\n': ''}
_HEX = {'x': (2, 'truncated \\xXX escape'), 'u': (4, 'truncated \\uXXXX escape'), 'U': (8, 'truncated \\UXXXXXXXX escape')}


def _digits(text, at, most, digits):
    end = at
    while end < at + most and end < len(text) and text[end] in digits:
        end += 1
    return end


def _warn(escape, prefix=''):
    """Tells who called the codec of an escape sequence that is none."""
    import warnings
    warnings.warn(f'{prefix}"{escape}" is an invalid {'octal ' * (len(escape) > 2)}escape sequence. '
                  'Such sequences will not work in the future. ', DeprecationWarning, skip_file_prefixes=('<bitis ',))


def _decode_escapes(data, errors, final, encoding, escape):
    """Text in Latin-1 with sequences that escape(text, at) reads: (character, end) or (None, end, reason), where an empty reason is one only if more may follow."""
    data = _bytes(data)
    size = len(data)
    text = data.decode('latin-1')
    parts = []
    at = 0
    invalid = None
    while (found := text.find('\\', at)) >= 0:
        parts.append(text[at:found])
        part, at, *reason = escape(text, found)
        if reason:
            if at == len(text) and not final and reason[0][:7] not in ('illegal', 'unknown', '\\Uxxxxx'):
                return ''.join(parts), found
            if reason[0]:
                part, at, data = _handle_decoding(errors, encoding, data, found, at, reason[0])
                text = data.decode('latin-1')
        elif escape == _read_escape and not invalid and (len(part) > 1 or part > '\377' and text[found + 1] < '8'):
            invalid = text[found:at]
        parts.append(part)
    parts.append(text[at:])
    if invalid:
        _warn(invalid)
    return ''.join(parts), size


def _read_hex(text, found, kind):
    count, reason = _HEX[kind]
    end = _digits(text, found + 2, count, '0123456789abcdefABCDEF')
    if end < found + 2 + count:
        return None, end, reason
    number = int(text[found + 2:end], 16)
    if number > 0x10ffff:
        return None, end, 'illegal Unicode character'
    return chr(number), end


def _read_escape(text, found):
    kind = text[found + 1:found + 2]
    if not kind:
        return None, found + 1, '\\ at end of string'
    if kind in _SIMPLE:
        return _SIMPLE[kind], found + 2
    if kind in _HEX:
        return _read_hex(text, found, kind)
    if kind in '01234567':
        end = _digits(text, found + 1, 3, '01234567')
        return chr(int(text[found + 1:end], 8)), end
    if kind == 'N':
        return _read_name(text, found)
    return '\\' + kind, found + 2


def _read_name(text, found):
    reason = 'malformed \\N character escape'
    if text[found + 2:found + 3] != '{':
        return None, found + 2, reason
    end = text.find('}', found + 3)
    if end <= found + 3:
        return None, len(text) if end < 0 else end, reason
    import unicodedata
    try:
        character = unicodedata.lookup(text[found + 3:end])
    except KeyError:
        character = ''
    return (character, end + 1) if len(character) == 1 else (None, end + 1, 'unknown Unicode character name')


def _read_raw_escape(text, found):
    kind = text[found + 1:found + 2]
    if not kind:
        return '\\', found + 1, ''
    if kind not in 'uU':
        return '\\' + kind, found + 2
    character, end, *reason = _read_hex(text, found, kind)
    return character, end, *('\\Uxxxxxxxx out of range' if part.startswith('ill') else part for part in reason)


def unicode_escape_decode(data, errors=None, final=True, /):
    return _decode_escapes(data, errors, final, 'unicodeescape', _read_escape)


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    return _decode_escapes(data, errors, final, 'rawunicodeescape', _read_raw_escape)


def unicode_escape_encode(text, errors=None, /):
    _text(text, 'unicode_escape_encode')
    escapes = {c: f'\\x{c:02x}' for c in (*range(32), *range(127, 256))} | {9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\'}
    return text.translate(escapes).encode('ascii', 'backslashreplace'), len(text)


def raw_unicode_escape_encode(text, errors=None, /):
    _text(text, 'raw_unicode_escape_encode')
    return text.encode('latin-1', 'backslashreplace'), len(text)


def escape_decode(data, errors='strict', /):
    data = _bytes(data)
    parts = []
    at = 0
    invalid = None
    while (found := data.find(b'\\', at)) >= 0:
        parts.append(data[at:found])
        kind = data[found + 1:found + 2].decode('latin-1')
        if not kind:
            raise ValueError('Trailing \\ in string')
        at = found + 2
        if kind in _SIMPLE:
            part = _SIMPLE[kind].encode()
        elif kind in '01234567':
            at = _digits(data, found + 1, 3, b'01234567')
            value = int(data[found + 1:at], 8)
            part = bytes([value & 255])
            if value > 255:
                invalid = invalid or data[found:at]
        elif kind != 'x':
            part = data[found:at]
            invalid = invalid or part
        else:
            at = _digits(data, found + 2, 2, b'0123456789abcdefABCDEF')
            if at == found + 4:
                part = bytes([int(data[found + 2:at], 16)])
            elif errors in (None, 'strict'):
                raise ValueError(f'invalid \\x escape at position {found}')
            elif errors not in ('replace', 'ignore'):
                raise ValueError(f'decoding error; unknown error handling code: {errors}')
            else:
                part = b'?' if errors == 'replace' else b''
        parts.append(part)
    parts.append(data[at:])
    if invalid:
        _warn(invalid.decode('latin-1'), 'b')
    return b''.join(parts), len(data)


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    escaped = unicode_escape_encode(data.decode('latin-1'))[0].replace(b"'", b"\\'")
    return escaped, len(data)


def readbuffer_encode(data, errors=None, /):
    try:
        data = _bytes(data)
    except TypeError:
        raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}') from None
    return data, len(data)


# --- maps of characters

def charmap_build(map, /):
    return {ord(c): byte for byte, c in enumerate(map[:256]) if c != '\ufffe'}


def _mapped(mapping, c):
    """The bytes for a character, None: there are none."""
    try:
        value = mapping[ord(c)]
    except LookupError:
        return None
    if value is None or isinstance(value, bytes):
        return value
    if not isinstance(value, int):
        raise TypeError(f'character mapping must return integer, bytes or None, not {type(value).__name__}')
    if not 0 <= value < 256:
        raise TypeError('character mapping must be in range(256)')
    return bytes([value])


def _map_replacement(errors, mapping, text, start, end):
    error = UnicodeEncodeError('charmap', text, start, end, 'character maps to <undefined>')
    if errors in (None, 'strict'):
        raise error
    answer = lookup_error(errors)(error)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], (str, bytes))):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple')
    replacement, at = answer
    if isinstance(replacement, str):
        parts = [_mapped(mapping, c) for c in replacement]
        if None in parts:
            raise error
        replacement = b''.join(parts)
    return replacement, _position(at, len(text))


def charmap_encode(text, errors=None, mapping=None, /):
    _text(text, 'charmap_encode')
    if mapping is None:
        return text.encode('latin-1', errors or 'strict'), len(text)
    parts = []
    at = 0
    while at < len(text):
        part = _mapped(mapping, text[at])
        if part is None:
            end = at + 1
            while end < len(text) and _mapped(mapping, text[end]) is None:
                end += 1
            part, at = _map_replacement(errors, mapping, text, at, end)
        else:
            at += 1
        parts.append(part)
    return b''.join(parts), len(text)


def _unmapped(mapping, byte):
    """The text for a byte, None: there is none."""
    try:
        value = mapping[byte]
    except LookupError:
        return None
    if isinstance(value, int):
        if not 0 <= value < 0x110000:
            raise TypeError('character mapping must be in range(0x110000)')
        value = chr(value)
    if value is not None and not isinstance(value, str):
        raise TypeError('character mapping must return integer, None or str')
    return None if value == '\ufffe' else value


def charmap_decode(data, errors=None, mapping=None, /):
    data = bytes(data)
    if mapping is None:
        return data.decode('latin-1'), len(data)
    parts = []
    at = 0
    while at < len(data):
        part = _unmapped(mapping, data[at])
        if part is None:
            part, at, data = _handle_decoding(errors, 'charmap', data, at, at + 1, 'character maps to <undefined>')
        else:
            at += 1
        parts.append(part)
    return ''.join(parts), len(data)


def undefined(data, errors=None):
    raise UnicodeError('undefined encoding')


# --- UTF-7 (RFC 2152)

_BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_DIRECT = set(_BASE64[:-2] + '/\'(),-.:?!"#$%&*;<=>@[]^_`{|} \t\r\n')


def _pack(text):
    """UTF-16 in groups of six bits."""
    data = text.encode('utf-16-be', 'surrogatepass')
    count = -(-len(data) * 8 // 6)
    number = int.from_bytes(data) << count * 6 - len(data) * 8
    return ''.join(_BASE64[number >> shift & 63] for shift in range((count - 1) * 6, -6, -6))


def utf_7_encode(text, errors=None, /):
    _text(text, 'utf_7_encode')
    parts = []
    at = 0
    while at < len(text):
        end = at
        if text[at] in _DIRECT:
            while end < len(text) and text[end] in _DIRECT:
                end += 1
            parts.append(text[at:end])
        elif text[at] == '+':
            end += 1
            parts.append('+-')
        else:
            while end < len(text) and text[end] not in _DIRECT:
                end += 1
            parts.append('+' + _pack(text[at:end]))
            if end == len(text) or text[end] in _BASE64 or text[end] == '-':
                parts.append('-')
        at = end
    return ''.join(parts).encode(), len(text)


class _Shift:
    """A base64 section: what it has given so far."""

    def __init__(self):
        self.units = bytearray()
        self.bits = self.left = 0

    def add(self, digit):
        self.left = self.left << 6 | digit
        self.bits += 6
        if self.bits >= 16:
            self.bits -= 16
            self.units += (self.left >> self.bits).to_bytes(2)
            self.left &= (1 << self.bits) - 1

    def text(self, whole):
        """whole: a last half of a pair counts."""
        if not whole and self.half():
            del self.units[-2:]
        return self.units.decode('utf-16-be', 'surrogatepass')

    def half(self):
        return len(self.units) > 1 and self.units[-2] & 0xfc == 0xd8


def utf_7_decode(data, errors=None, final=False, /):
    data = _codecs.decode(data, 'latin-1', 'strict').encode('latin-1')
    values = {ord(c): i for i, c in enumerate(_BASE64)}
    parts = []
    at = 0
    while at < len(data):
        start = at
        byte = data[at]
        at += 1
        reason = None
        if byte >= 128:
            reason = 'unexpected special character'
        elif byte != 43:
            parts.append(chr(byte))
        elif data[at:at + 1] == b'-':
            at += 1
            parts.append('+')
        elif at < len(data) and data[at] not in values:
            at += 1
            reason = 'ill-formed sequence'
        else:
            shift = _Shift()
            while at < len(data) and data[at] in values:
                shift.add(values[data[at]])
                at += 1
            if at == len(data):
                if not final:
                    return ''.join(parts), start
                if shift.half() or shift.bits >= 6 or shift.left:
                    reason = 'unterminated shift sequence'
                parts.append(shift.text(False))
            else:
                if shift.bits >= 6:
                    reason = 'partial character in shift sequence'
                elif shift.left:
                    reason = 'non-zero padding bits in shift sequence'
                parts.append(shift.text(not reason and data[at] < 128))
                if reason or data[at] == 45:
                    at += 1
        if reason:
            text, at, data = _handle_decoding(errors, 'utf7', data, start, at, reason)
            parts.append(text)
    return ''.join(parts), at


# --- UTF-16 and UTF-32 with the byte order that was found: -1 little, 1 big

def _ex_decode(encoding, data, errors, byteorder, final):
    decoder = _codecs.Decoder(encoding, errors or 'strict')
    if byteorder:
        decoder.setstate(b'', ord('l' if byteorder < 0 else 'b'))
    text = decoder.decode(data, final)
    pending, mark = decoder.getstate()
    marks = ['\ufeff'.encode(encoding + end) for end in ('-le', '-be')]
    if not byteorder and bytes(data[:len(marks[0])]) not in marks:
        mark = 0
    return text, len(data) - len(pending), {ord('l'): -1, ord('b'): 1}.get(mark, 0)


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode('utf-16', data, errors, byteorder, final)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode('utf-32', data, errors, byteorder, final)


# --- Punycode (RFC 3492)

_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'


def _adapt(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    bias = 0
    while delta > 455:
        delta //= 35
        bias += 36
    return bias + 36 * delta // (delta + 38)


def _threshold(k, bias):
    return min(max(36 * (k + 1) - bias, 1), 26)


def _write_number(number, bias):
    out = ''
    k = 0
    while number >= (t := _threshold(k, bias)):
        out += _DIGITS[t + (number - t) % (36 - t)]
        number = (number - t) // (36 - t)
        k += 1
    return out + _DIGITS[number]


def punycode_encode(text, errors='strict'):
    base = ''.join(c for c in text if c < '\x80')
    out = base + '-' if base else ''
    done = len(base)
    delta, bias, last = 0, 72, 128
    for c in sorted({c for c in text if c >= '\x80'}):
        delta += (ord(c) - last) * (done + 1)
        last = ord(c)
        for other in text:
            if other < c:
                delta += 1
            elif other == c:
                out += _write_number(delta, bias)
                bias = _adapt(delta, done == len(base), done + 1)
                delta = 0
                done += 1
        delta += 1
        last += 1
    return out.encode(), len(text)


def punycode_decode(data, errors='strict'):
    data = bytes(data)
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError(f'Unsupported error handling: {errors}')
    base, _, extended = data.rpartition(b'-')
    out = list(base.decode('ascii', errors))
    text = extended.lower().decode('latin-1')
    code, position, bias, at = 128, 0, 72, 0
    while at < len(text):
        before, weight, k = position, 1, 0
        while True:
            if at == len(text):
                if errors == 'strict':
                    raise UnicodeDecodeError('punycode', data, len(data), len(data) + 1, 'incomplete punycode string')
                return ''.join(out), len(data)
            digit = _DIGITS.find(text[at])
            if digit < 0:
                if errors == 'strict':
                    place = len(data) - len(extended) + at
                    raise UnicodeDecodeError('punycode', data, place, place + 1, f"Invalid extended code point '{ord(text[at])}'")
                return ''.join(out), len(data)
            at += 1
            position += digit * weight
            t = _threshold(k, bias)
            if digit < t:
                break
            weight *= 36 - t
            k += 1
        bias = _adapt(position - before, before == 0, len(out) + 1)
        code += position // (len(out) + 1)
        position %= len(out) + 1
        if code > 0x10ffff:
            if errors == 'strict':
                raise UnicodeDecodeError('punycode', data, at, at + 1, f'Invalid character U+{code:x}')
            code = ord('?')
        out.insert(position, chr(code))
        position += 1
    return ''.join(out), len(data)


# --- EBCDIC: what the bytes stand for in cp037, in Latin-1; and what other code pages have in their places

_CP037 = bytes.fromhex(
    '000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f80818283840a171b88898a8b8c0506079091169394959604'
    '98999a9b14159e1a20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac2d2fc2c4c0c1c3c5c7d1a62c255f3e3f'
    'f8c9cacbc8cdcecfcc603a2340273d22d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4b57e737475767778'
    '797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d77b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff'
    '5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f').decode('latin-1')
_EBCDIC = {
    'cp037': (b'', ''),
    'cp500': (bytes.fromhex('4a4f5a5fb0babb'), '[!]^¢¬|'),
    'cp1140': (bytes.fromhex('9f'), '€'),
    'cp273': (bytes.fromhex('434a4f595a5f636a7ca1b0b5babbbcc0ccd0dce0ecfc'), '{Ä!~Ü^[ö§ß¢@¬|‾ä¦ü}Ö\\]'),
    'cp1026': (bytes.fromhex('484a4f5a5b5f686a797b7c7f8c8d8ea1acadaeb0babbc0ccd0dce0ecfc'), '{Ç!Ğİ^[şıÖŞÜ}`¦ö]$@¢¬|ç~ğ\\ü#"'),
}


def _ebcdic(name):
    places, characters = _EBCDIC[name]
    table = list(_CP037)
    for place, c in zip(places, characters):
        table[place] = c
    table = ''.join(table)
    back = charmap_build(table)
    return (name, lambda text, errors='strict': charmap_encode(text, errors, back),
            lambda data, errors='strict': charmap_decode(data, errors, table), False)


CODECS = {
    'unicode_escape': ('unicode-escape', unicode_escape_encode, unicode_escape_decode, True),
    'raw_unicode_escape': ('raw-unicode-escape', raw_unicode_escape_encode, raw_unicode_escape_decode, True),
    'utf_7': ('utf-7', utf_7_encode, utf_7_decode, True),
    'punycode': ('punycode', punycode_encode, punycode_decode, False),
    'charmap': ('charmap', charmap_encode, charmap_decode, False),
    'undefined': ('undefined', undefined, undefined, False),
}
for _alias, _name in {'utf7': 'utf_7', 'u7': 'utf_7', 'unicode_1_1_utf_7': 'utf_7', 'unicodeescape': 'unicode_escape',
                      'rawunicodeescape': 'raw_unicode_escape'}.items():
    CODECS[_alias] = CODECS[_name]
for _name in _EBCDIC:
    CODECS[_name] = CODECS[_name[2:]] = CODECS['ibm' + _name[2:]] = _ebcdic(_name)
for _alias in 'csibm037', 'ebcdic_cp_ca', 'ebcdic_cp_nl', 'ebcdic_cp_us', 'ebcdic_cp_wt', 'ibm039':
    CODECS[_alias] = CODECS['cp037']
for _alias in 'csibm500', 'ebcdic_cp_be', 'ebcdic_cp_ch':
    CODECS[_alias] = CODECS['cp500']

"""Encodings by name: text to bytes and back, bytes to bytes, and streams that do so."""
import builtins
import sys
import _codecs
from _codecs_classes import *

__all__ = [
    'register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE',
    'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE',
    'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter',
    'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter',
    'encode', 'decode', 'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors',
    'xmlcharrefreplace_errors', 'backslashreplace_errors', 'namereplace_errors', 'register_error', 'lookup_error',
]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == 'little' else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == 'little' else BOM_UTF32_BE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE


# --- lookup

_infos = {}


def _text_info(name):
    function = {'iso8859-1': 'latin_1'}.get(name, name.replace('-', '_'))
    buffered = name.startswith('utf')
    called = function.removesuffix('_sig') if buffered or function in ('ascii', 'latin_1') else 'charmap'

    def encode(input, errors='strict'):
        if not isinstance(input, str):
            raise TypeError(f'{called}_encode() argument 1 must be str, not {_kind(input)}')
        return _codecs.encode(input, name, errors), len(input)

    def decode(input, errors='strict'):
        return _codecs.decode(input, name, errors), memoryview(input).nbytes

    def decode_part(self, input, errors='strict'):
        text, consumed, mark = _decode_part(input, name if not self._mark else _markless[name], errors, self._mark, marked=True)
        if name in _markless:
            self._mark = self._mark or mark
        return text, consumed

    class Encoder(_TextEncoder if name in _markless else IncrementalEncoder):
        _encoding = name

        if name not in _markless:
            def encode(self, input, final=False):
                return encode(input, self.errors)[0]

    class Decoder(_TextDecoder if buffered else IncrementalDecoder):
        _encoding = name

        if not buffered:
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class Reader(StreamReader):
        _mark = 0
        decode = decode_part

        def reset(self):
            super().reset()
            self._mark = 0

    class Writer(StreamWriter):
        _coder = None

        def encode(self, input, errors='strict'):
            if self._coder is None:
                self._coder = Encoder(errors)
            return self._coder.encode(input), len(input)

        def reset(self):
            self._coder = None

    return _info(name, function, encode, decode, Reader, Writer, Encoder, Decoder)


def _info(name, module, encode, decode, Reader, Writer, Encoder, Decoder, is_text=None):
    """The CodecInfo, whose classes get the names that they have in a module of `encodings`."""
    for cls, title in (Reader, 'StreamReader'), (Writer, 'StreamWriter'), (Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'):
        cls.__name__ = cls.__qualname__ = title
        for function in vars(cls).values():
            if hasattr(function, '__code__'):
                function.__qualname__ = f'{title}.{function.__name__}'
        cls.__module__ = 'encodings.' + module
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=is_text)


def _decode_part(data, encoding, errors, mark, final=False, marked=False):
    """Decodes what is complete: (text, bytes consumed, the byte order mark found); marked: there must be a mark."""
    decoder = _codecs.Decoder(encoding, 'strict' if errors is None else errors, marked)
    if mark:
        decoder.setstate(b'', mark)
    text = decoder.decode(data, final)
    pending, mark = decoder.getstate()
    return text, memoryview(data).nbytes - len(pending), mark


def _hex(data):
    import binascii
    return binascii.b2a_hex(data)


def _unhex(data):
    import binascii
    return binascii.a2b_hex(data)


def _base64(data):
    import base64
    return base64.encodebytes(data)


def _unbase64(data):
    import base64
    return base64.decodebytes(data)


def _zlib(data):
    import zlib
    return zlib.compress(data)


def _unzlib(data):
    import zlib
    return zlib.decompress(data)


def _zlib_coders():
    import zlib

    class Encoder(IncrementalEncoder):
        def __init__(self, errors='strict'):
            super().__init__(errors)
            self.reset()

        def encode(self, input, final=False):
            return self._object.compress(input) + (self._object.flush() if final else b'')

        def reset(self):
            self._object = zlib.compressobj()

    class Decoder(IncrementalDecoder):
        def __init__(self, errors='strict'):
            super().__init__(errors)
            self.reset()

        def decode(self, input, final=False):
            return self._object.decompress(input) + (self._object.flush() if final else b'')

        def reset(self):
            self._object = zlib.decompressobj()

    return Encoder, Decoder


def _buffer(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data


def _quopri(data):
    import binascii
    return binascii.b2a_qp(data, quotetabs=True)


def _unquopri(data):
    import binascii
    return binascii.a2b_qp(_buffer(data))


def _uu(data):
    import binascii
    data = _buffer(data)
    lines = [binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45)]
    return b'begin 666 <data>\n' + b''.join(lines) + b' \nend\n'


def _ununu(data):
    import binascii
    lines = iter(bytes(data).splitlines())
    for line in lines:
        if line.startswith(b'begin'):
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    parts = []
    for line in lines:
        if line == b'end':
            return b''.join(parts)
        parts.append(binascii.a2b_uu(line))
    raise ValueError('Truncated input data')


_rot13_table = {}
for _a in 65, 97:
    for _i in range(26):
        _rot13_table[_a + _i] = _a + (_i + 13) % 26


def _rot13(text):
    return str.translate(text, _rot13_table)


_transforms = {'hex': (_hex, _unhex), 'base64': (_base64, _unbase64), 'zlib': (_zlib, _unzlib), 'quopri': (_quopri, _unquopri),
               'uu': (_uu, _ununu), 'rot-13': (_rot13, _rot13)}
_transform_names = {
    'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64', 'zlib': 'zlib',
    'zip': 'zlib', 'zlib_codec': 'zlib', 'quopri': 'quopri', 'quopri_codec': 'quopri', 'quoted_printable': 'quopri',
    'quotedprintable': 'quopri', 'uu': 'uu', 'uu_codec': 'uu', 'rot13': 'rot-13', 'rot_13': 'rot-13',
}


def _transform_info(name):
    forth, back = _transforms[name]

    def encode(input, errors='strict'):
        assert errors == 'strict' or name == 'rot-13'
        return forth(input), len(input)

    def decode(input, errors='strict'):
        assert errors == 'strict' or name == 'rot-13'
        return back(input), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return forth(input)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return back(input)

    if name == 'zlib':
        Encoder, Decoder = _zlib_coders()

    class Reader(StreamReader):
        charbuffertype = str if name == 'rot-13' else bytes

        def decode(self, input, errors='strict'):
            return back(input), len(input)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return forth(input), len(input)

    module = name.replace('-', '_') if name in ('quopri', 'rot-13') else name + '_codec'
    return _info(name, module, encode, decode, Reader, Writer, Encoder, Decoder, False)


_searchers = []


def _extra_info(name, encode, decode, keeps):
    """A codec of two functions; keeps: decode() may leave a rest for more input, with a third argument False."""

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if keeps:
        class Decoder(BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return decode(input, errors, final)
    else:
        class Decoder(IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors, False) if keeps else decode(input, errors)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    def decode_all(input, errors='strict'):
        return decode(input, errors, True) if keeps else decode(input, errors)

    return _info(name, name.replace('-', '_'), encode, decode_all, Reader, Writer, Encoder, Decoder)


def _search(name, encoding):
    if name in _transform_names:
        return _transform_info(_transform_names[name])
    try:
        return _text_info(_codecs.name(encoding))
    except LookupError:
        pass
    import _codecs_more
    if name in _codecs_more.CODECS:
        return _extra_info(*_codecs_more.CODECS[name])
    for function in _searchers:
        info = function(name)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        return info
    raise LookupError(f'unknown encoding: {encoding}')


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError when there is none."""
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {_kind(encoding)}')
    if '\0' in encoding:
        raise ValueError('embedded null character')
    name = '_'.join(''.join(c if c == '.' or c.isascii() and c.isalnum() else ' ' for c in encoding.lower()).split())
    if name not in _infos:
        _infos[name] = _search(name, encoding)
    return _infos[name]


def _kind(value):
    return 'None' if value is None else type(value).__name__


# The default of `errors`, told by its identity: a coder gets only what the caller has given.
_strict = ''.join(['str', 'ict'])


def _run(function, index, obj, encoding, errors):
    for name, value in ('encoding', encoding), ('errors', errors):
        if not isinstance(value, str):
            raise TypeError(f"{function}() argument {name!r} must be str, not {_kind(value)}")
    coder = lookup(encoding)[index]
    try:
        answer = coder(obj) if errors is _strict else coder(obj, errors)
    except Exception as error:
        error.add_note(f'{function[:-1]}ing with {encoding!r} codec failed')
        raise
    if isinstance(answer, tuple) and len(answer) == 2:
        return answer[0]
    raise TypeError(f'{function}r must return a tuple (object,{' ' * (not index)}integer)')


def encode(obj, encoding='utf-8', errors=_strict):
    """Encode by any codec."""
    return _run('encode', 0, obj, encoding, errors)


def decode(obj, encoding='utf-8', errors=_strict):
    """Decode by any codec."""
    return _run('decode', 1, obj, encoding, errors)


def register(search_function, /):
    """Add a function that finds codecs: it gets a name and answers a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searchers.append(search_function)


def unregister(search_function, /):
    """Remove such a function."""
    if search_function in _searchers:
        _searchers.remove(search_function)
        _infos.clear()


def getencoder(encoding):
    """The encoder function of a codec."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The decoder function of a codec."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The incremental encoder class of a codec."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The incremental decoder class of a codec."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The StreamReader class of a codec."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The StreamWriter class of a codec."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encode what an iterator yields, piece by piece."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode('', True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decode what an iterator yields, piece by piece."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b'', True):
        yield output


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open a file that is read and written by a codec."""
    import warnings
    warnings.warn('codecs.open() is deprecated. Use open() instead.', DeprecationWarning, stacklevel=2)
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A binary stream in data_encoding on one that is in file_encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data = lookup(data_encoding)
    there = lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, there.streamreader, there.streamwriter, errors)
    recoder.data_encoding = data_encoding
    recoder.file_encoding = file_encoding
    return recoder


# --- the functions of single codecs

def _define(function, encoding):
    def encode(str, errors=None, byteorder=0, /):
        if byteorder and encoding not in ('utf-16', 'utf-32'):
            raise TypeError(f'{function}_encode expected at most 2 arguments, got 3')
        order = '-be' if byteorder > 0 else '-le' if byteorder else ''
        return lookup(encoding + order).encode(str, errors)

    def decode(data, errors=None, final=False, /):
        return _decode_part(data, encoding, errors, 0, final)[:2]

    encode.__name__ = encode.__qualname__ = function + '_encode'
    decode.__name__ = decode.__qualname__ = function + '_decode'
    globals()[encode.__name__] = encode
    globals()[decode.__name__] = decode


for _function, _encoding in {'utf_8': 'utf-8', 'utf_16': 'utf-16', 'utf_16_le': 'utf-16-le', 'utf_16_be': 'utf-16-be',
                             'utf_32': 'utf-32', 'utf_32_le': 'utf-32-le', 'utf_32_be': 'utf-32-be', 'latin_1': 'latin-1',
                             'ascii': 'ascii'}.items():
    _define(_function, _encoding)


def make_identity_dict(rng):
    """A dict that maps each number of a range to itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The reverse of a decoding map; what is not unique maps to None."""
    encoding_map = {}
    for key, value in decoding_map.items():
        encoding_map[value] = None if value in encoding_map else key
    return encoding_map


# --- error handlers

def _part(exception, *kinds):
    """What could not be converted, and its end; both within the object, whatever the exception says."""
    if not issubclass(type(exception), kinds or (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    kind = bytes if isinstance(exception, UnicodeDecodeError) else str
    if not isinstance(exception.object, kind):
        raise TypeError(f"UnicodeError 'object' attribute must be a {'bytes' if kind is bytes else 'string'}")
    size = len(exception.object)
    start = max(min(exception.start, size - 1), 0)
    end = min(max(exception.end, 1), size)
    return exception.object[start:end], end


def strict_errors(exception):
    """Raise the error."""
    if issubclass(type(exception), BaseException):
        raise exception
    raise TypeError('codec must pass exception instance')


def ignore_errors(exception):
    """Leave out what is wrong."""
    return '', _part(exception)[1]


def replace_errors(exception):
    """Put a question mark, or U+FFFD when decoding."""
    part, end = _part(exception)
    if isinstance(exception, UnicodeEncodeError):
        return '?' * len(part), end
    return '\ufffd' * (1 if isinstance(exception, UnicodeDecodeError) else len(part)), end


def xmlcharrefreplace_errors(exception):
    """Put the numbers of characters as XML has them."""
    part, end = _part(exception, UnicodeEncodeError)
    return ''.join(f'&#{ord(c)};' for c in part), end


def backslashreplace_errors(exception):
    """Put escape sequences."""
    part, end = _part(exception)
    codes = part if isinstance(part, bytes) else map(ord, part)
    return ''.join(map(_escaped, codes)), end


def _escaped(c):
    return f'\\x{c:02x}' if c < 256 else f'\\u{c:04x}' if c < 65536 else f'\\U{c:08x}'


def namereplace_errors(exception):
    """Put the names of characters."""
    part, end = _part(exception, UnicodeEncodeError)
    import unicodedata
    return ''.join(f'\\N{{{name}}}' if (name := unicodedata.name(c, '')) else _escaped(ord(c)) for c in part), end


def _surrogateescape(exception):
    part, end = _part(exception, UnicodeEncodeError, UnicodeDecodeError)
    if isinstance(exception, UnicodeEncodeError):
        if all('\udc80' <= c <= '\udcff' for c in part):
            return bytes(ord(c) & 255 for c in part), end
    else:
        kept = part[:4].decode('latin-1').lstrip(_high_half)
        taken = min(len(part), 4) - len(kept)
        if taken:
            return ''.join(chr(0xdc00 + c) for c in part[:taken]), exception.start + taken
    raise exception


_high_half = ''.join(map(chr, range(128, 256)))


def _surrogatepass(exception):
    part, end = _part(exception, UnicodeEncodeError, UnicodeDecodeError)
    start = exception.start
    if not isinstance(exception.encoding, str):
        raise TypeError("UnicodeError 'encoding' attribute must be a string")
    encoding = exception.encoding.lower().replace('-', '').replace('_', '')
    width = {'utf8': 3, 'cp65001': 3, 'utf16': 2, 'utf32': 4}.get(encoding.removesuffix('le').removesuffix('be'))
    encoding = 'utf8' if width == 3 else f'utf_{encoding[3:5]}_{encoding[5:] or sys.byteorder[0] + "e"}'
    if width and isinstance(exception, UnicodeEncodeError):
        if all('\ud800' <= c <= '\udfff' for c in part):
            return part.encode(encoding, 'surrogatepass'), end
    elif width and isinstance(exception, UnicodeDecodeError):
        try:
            c = exception.object[start:start + width].decode(encoding, 'surrogatepass')
            if '\ud800' <= c <= '\udfff':
                return c, start + width
        except UnicodeDecodeError:
            pass
    raise exception


for _name, _handler in ('surrogateescape', _surrogateescape), ('surrogatepass', _surrogatepass):
    _handler.__name__ = _handler.__qualname__ = _name

_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape, 'surrogatepass': _surrogatepass}


def lookup_error(name, /):
    """The error handler of that name."""
    if not isinstance(name, str):
        raise TypeError(f'lookup_error() argument must be str, not {_kind(name)}')
    handler = _codecs.handlers.get(name) or _handlers.get(name)
    if handler is None:
        raise LookupError(f'unknown error handler name {name!r}')
    return handler


def register_error(errors, handler, /):
    """Add an error handler: it gets an exception and answers (replacement, position to go on from)."""
    if not isinstance(errors, str):
        raise TypeError(f'register_error() argument 1 must be str, not {_kind(errors)}')
    if not callable(handler):
        raise TypeError('handler must be callable')
    _codecs.handlers[errors] = handler


def __getattr__(name):
    import _codecs_more
    if name.endswith(('code', '_build')) and hasattr(_codecs_more, name):
        return getattr(_codecs_more, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')

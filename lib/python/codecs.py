"""Encodings by name: text to bytes and back, bytes to bytes, and streams that do so."""
import builtins
import sys
import _codecs

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


class CodecInfo(tuple):
    """What lookup() answers: (encode, decode, streamreader, streamwriter), and more by name."""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} at {id(self):#x}>'


# --- coders

class Codec:
    """An encoder and a decoder without state: each answers the result and how much of the input it took."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes input that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin again."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go on from what getstate() answered."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps input which _buffer_encode() did not take."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes input that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin again."""

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        """Go on from what getstate() answered."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps input which _buffer_decode() did not take."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# The encodings that write a mark first: what they are when that has been written.
_markless = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}
if sys.byteorder != 'little':
    _markless.update({'utf-16': 'utf-16-be', 'utf-32': 'utf-32-be'})


class _TextEncoder(IncrementalEncoder):
    _encoding = 'utf-8'
    _started = False

    def encode(self, input, final=False):
        encoding = _markless.get(self._encoding, self._encoding) if self._started else self._encoding
        result = _codecs.encode(input, encoding, self.errors)
        self._started = True
        return result

    def reset(self):
        self._started = False

    def getstate(self):
        return 0 if self._started or self._encoding not in _markless else 1 if self._encoding == 'utf-8-sig' else 2

    def setstate(self, state):
        self._started = not state


class _TextDecoder(IncrementalDecoder):
    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self._decoder = _codecs.Decoder(self._encoding, errors, True)

    def decode(self, input, final=False):
        text = self._decoder.decode(input, final)
        if final:
            pending, mark = self._decoder.getstate()
            self._decoder = _codecs.Decoder(self._encoding, self.errors, True)
            if mark:
                self._decoder.setstate(b'', mark)
        return text

    def reset(self):
        self._decoder = _codecs.Decoder(self._encoding, self.errors, True)

    def getstate(self):
        pending, mark = self._decoder.getstate()
        if self._encoding in _markless:
            if self._encoding == 'utf-8-sig':
                return pending, int(not mark)
            return pending, {0: 2, ord('l'): 0}.get(mark, 1)
        return pending, 0

    def setstate(self, state):
        pending, flag = state
        if self._encoding in _markless and self._encoding != 'utf-8-sig':
            mark = {0: ord('l'), 1: ord('b')}.get(flag, 0)
        else:
            mark = int(self._encoding in _markless and not flag)
        self._decoder.setstate(pending, mark)


# --- streams

class StreamWriter(Codec):
    """Writes text to a binary stream."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        """Begin again."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReader(Codec):
    """Reads text from a binary stream."""
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b''
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        """Text of about `size` bytes, or of `chars` characters; firstline: errors behind the first line wait."""
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while chars < 0 or len(self.charbuffer) < chars:
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, consumed = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                if not firstline:
                    raise
                text, consumed = self.decode(data[:error.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[consumed:]
            self.charbuffer += text
            if not new:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """The next line."""
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer.pop()
                self.linebuffer = None
            return line if keepends else line.splitlines(False)[0]
        step = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(step, firstline=True)
            # Behind a "\r" a "\n" may follow.
            if data and data[-1] in '\r' and (more := self.read(1, 1)):
                data += more
            line += data
            lines = line.splitlines(keepends=True)
            if len(lines) > 1 or (lines and lines[0] != lines[0].splitlines(False)[0]):
                first = lines.pop(0)
                self.charbuffer = self._empty_charbuffer.join(lines) + self.charbuffer
                return first if keepends else first.splitlines(False)[0]
            if not data or size is not None:
                return line if keepends or not lines else lines[0].splitlines(False)[0]
            step = min(step * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        """All lines that are left."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what was read ahead."""
        self.bytebuffer = b''
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReaderWriter:
    """A reader and a writer on one binary stream."""
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamRecoder:
    """Shows a binary stream in one encoding as one in another."""
    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


# --- lookup

_infos = {}


def _noted(error, doing, encoding):
    if not isinstance(error, UnicodeError):
        error.add_note(f'{doing} with {encoding!r} codec failed')


def _text_info(name):
    function = {'iso8859-1': 'latin_1'}.get(name, name.replace('-', '_'))

    def encode(input, errors='strict'):
        if not isinstance(input, str):
            raise TypeError(f'{function}_encode() argument 1 must be str, not {type(input).__name__}')
        return _codecs.encode(input, name, errors), len(input)

    def decode(input, errors='strict'):
        return _codecs.decode(input, name, errors), memoryview(input).nbytes

    def decode_part(self, input, errors='strict'):
        text, consumed, mark = _decode_part(input, name if not self._mark else _markless[name], errors, self._mark)
        if name in _markless:
            self._mark = self._mark or mark
        return text, consumed

    class Encoder(_TextEncoder):
        _encoding = name

    class Decoder(_TextDecoder):
        _encoding = name

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

    Encoder.__name__ = Encoder.__qualname__ = 'IncrementalEncoder'
    Decoder.__name__ = Decoder.__qualname__ = 'IncrementalDecoder'
    Reader.__name__ = Reader.__qualname__ = 'StreamReader'
    Writer.__name__ = Writer.__qualname__ = 'StreamWriter'
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _decode_part(data, encoding, errors, mark, final=False):
    """Decodes what is complete: (text, bytes consumed, the byte order mark found)."""
    decoder = _codecs.Decoder(encoding, 'strict' if errors is None else errors)
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


def _quopri(data):
    import binascii
    return binascii.b2a_qp(data, quotetabs=True)


def _unquopri(data):
    import binascii
    return binascii.a2b_qp(data)


def _uu(data):
    import binascii
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
        assert errors == 'strict'
        return forth(input), len(input)

    def decode(input, errors='strict'):
        assert errors == 'strict'
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

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=False)


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

    return CodecInfo(encode, decode_all, Reader, Writer, Encoder, Decoder, name)


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


def _coder(encoding, function, index):
    if not isinstance(encoding, str):
        raise TypeError(f"{function}() argument 'encoding' must be str, not {_kind(encoding)}")
    return lookup(encoding)[index]


def _result(answer, complaint):
    if isinstance(answer, tuple) and len(answer) == 2:
        return answer[0]
    raise TypeError(complaint)


def encode(obj, encoding='utf-8', errors='strict'):
    """Encode by any codec."""
    encoder = _coder(encoding, 'encode', 0)
    try:
        return _result(encoder(obj, errors), 'encoder must return a tuple (object, integer)')
    except Exception as error:
        _noted(error, 'encoding', encoding)
        raise


def decode(obj, encoding='utf-8', errors='strict'):
    """Decode by any codec."""
    decoder = _coder(encoding, 'decode', 1)
    try:
        return _result(decoder(obj, errors), 'decoder must return a tuple (object,integer)')
    except Exception as error:
        _noted(error, 'decoding', encoding)
        raise


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
    def encode(str, errors=None, /):
        return lookup(encoding).encode(str, errors)

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

def _part(exception):
    if not isinstance(exception, UnicodeError):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return exception.object[exception.start:exception.end]


def strict_errors(exception):
    """Raise the error."""
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError('codec must pass exception instance')


def ignore_errors(exception):
    """Leave out what is wrong."""
    _part(exception)
    return '', exception.end


def replace_errors(exception):
    """Put a question mark, or U+FFFD when decoding."""
    size = len(_part(exception))
    if isinstance(exception, UnicodeEncodeError):
        return '?' * size, exception.end
    return '\ufffd' * (1 if isinstance(exception, UnicodeDecodeError) else size), exception.end


def xmlcharrefreplace_errors(exception):
    """Put the numbers of characters as XML has them."""
    part = _part(exception)
    if not isinstance(exception, UnicodeEncodeError):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return ''.join(f'&#{ord(c)};' for c in part), exception.end


def backslashreplace_errors(exception):
    """Put escape sequences."""
    part = _part(exception)
    codes = part if isinstance(part, bytes) else map(ord, part)
    return ''.join(f'\\x{c:02x}' if c < 256 else f'\\u{c:04x}' if c < 65536 else f'\\U{c:08x}' for c in codes), exception.end


def namereplace_errors(exception):
    """Put the names of characters."""
    part = _part(exception)
    if not isinstance(exception, UnicodeEncodeError):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return part.encode('ascii', 'namereplace').decode(), exception.end


def _surrogateescape(exception):
    part = _part(exception)
    if isinstance(exception, UnicodeEncodeError):
        if all('\udc80' <= c <= '\udcff' for c in part):
            return bytes(ord(c) & 255 for c in part), exception.end
    elif isinstance(exception, UnicodeDecodeError):
        kept = part[:4].decode('latin-1').lstrip(_high_half)
        taken = min(len(part), 4) - len(kept)
        if taken:
            return ''.join(chr(0xdc00 + c) for c in part[:taken]), exception.start + taken
    else:
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    raise exception


_high_half = ''.join(map(chr, range(128, 256)))


def _surrogatepass(exception):
    _part(exception)
    start = exception.start
    width = {'utf-8': 3, 'utf8': 3, 'utf-16-le': 2, 'utf-16-be': 2, 'utf-32-le': 4, 'utf-32-be': 4}.get(
        {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le'}.get(exception.encoding, exception.encoding))
    if width and isinstance(exception, UnicodeEncodeError):
        part = exception.object[start:exception.end]
        if all('\ud800' <= c <= '\udfff' for c in part):
            return part.encode(_plain(exception.encoding), 'surrogatepass'), exception.end
    elif width and isinstance(exception, UnicodeDecodeError):
        try:
            c = exception.object[start:start + width].decode(_plain(exception.encoding), 'surrogatepass')
            if '\ud800' <= c <= '\udfff':
                return c, start + width
        except UnicodeDecodeError:
            pass
    raise exception


def _plain(encoding):
    return _markless.get(encoding, encoding)


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

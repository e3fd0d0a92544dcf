"""The classes of codecs: what lookup() answers, coders, and streams."""
import sys
import _codecs

__all__ = ['CodecInfo', 'Codec', 'IncrementalEncoder', 'BufferedIncrementalEncoder', 'IncrementalDecoder', 'BufferedIncrementalDecoder',
           'StreamWriter', 'StreamReader', 'StreamReaderWriter', 'StreamRecoder', '_TextEncoder', '_TextDecoder', '_markless']


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


class _TextDecoder(BufferedIncrementalDecoder):
    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self._decoder = _codecs.Decoder(self._encoding, errors, True)

    @property
    def buffer(self):
        return self._decoder.getstate()[0]

    def decode(self, input, final=False):
        text = self._decoder.decode(input if isinstance(input, bytes) else b'' + input, final)
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
        pending, flag = state[0], state[1]
        if self._encoding in _markless and self._encoding != 'utf-8-sig':
            mark = {0: ord('l'), 1: ord('b')}.get(flag, 0)
        else:
            mark = int(self._encoding in _markless and not flag)
        self._decoder.setstate(pending, mark)


_TextEncoder.encode.__qualname__ = 'IncrementalEncoder.encode'
_TextDecoder.decode.__qualname__ = 'BufferedIncrementalDecoder.decode'


# --- streams

def _around_stream(cls):
    """Gives a class what all have that stand around a `stream`."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")

    for method in (__getattr__, __enter__, __exit__, __reduce_ex__):
        setattr(cls, method.__name__, method)
    return cls


@_around_stream
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


@_around_stream
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
            if data[-1:] in ('\r', b'\r') and (more := self.read(1, 1)):
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


@_around_stream
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

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

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


@_around_stream
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


for _name in __all__[:-1]:
    globals()[_name].__module__ = 'codecs'

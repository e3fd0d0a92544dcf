"""Text in lines of limited width, and its indentation."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_WHITESPACE = '\t\n\x0b\x0c\r '
_PUNCTUATION = '!"\'&.,?'



class TextWrapper:
    """Wraps text as its attributes say."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _WHITESPACE), ord(' '))

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    # --- from text to chunks that are not broken

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """Words, the blanks between them, and dashes between words."""
        chunks = []
        for word in _runs(text):
            if '-' in word and self.break_on_hyphens:
                chunks.extend(_split_word(word))
            else:
                chunks.append(word)
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i].rstrip('"\'')
            if chunks[i + 1] == ' ' and len(chunks[i]) - len(word) <= 1 and word[-1:] in ('.', '!', '?') and \
                    len(word) > 1 and word[-2].isascii() and word[-2].islower():
                chunks[i + 1] = '  '

    # --- from chunks to lines

    def _handle_long_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end = room
        chunk = chunks[-1]
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind('-', 0, room)
            if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                end = hyphen + 1
        if end:
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]

    def _take_line(self, chunks, width):
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
        return line

    def _is_blank(self, chunk):
        return self.drop_whitespace and not chunk.strip()

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if lines and self._is_blank(chunks[-1]):
                chunks.pop()
            line = self._take_line(chunks, width)
            if line and self._is_blank(line[-1]):
                line.pop()
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and sum(map(len, line)) <= width:
                lines.append(indent + ''.join(line))
                continue
            self._end_with_placeholder(lines, line, indent, width)
            break
        return lines

    def _end_with_placeholder(self, lines, line, indent, width):
        while line:
            if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        """A list of lines, without line ends."""
        chunks = [chunk for chunk in self._split(self._munge_whitespace(text)) if chunk]
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines as one text."""
        return '\n'.join(self.wrap(text))


def _runs(text):
    """Words and the blanks between them."""
    if any(c in text for c in _WHITESPACE[:-1]):
        return list(_mixed_runs(text))
    runs, blanks = [], 0
    for word in text.split(' '):
        if word:
            if blanks:
                runs.append(' ' * blanks)
            runs.append(word)
            blanks = 1
        else:
            blanks += 1
    if blanks > 1:
        runs.append(' ' * (blanks - 1))
    return runs


def _mixed_runs(text):
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or (text[i] in _WHITESPACE) != (text[start] in _WHITESPACE):
            yield text[start:i]
            start = i


def _is_word(c):
    return c.isalnum() or c == '_'


def _split_word(word):
    """A word in pieces: it may be broken behind hyphens between letters, and around dashes."""
    pieces = []
    start = i = 0
    while i < len(word):
        end = _piece_end(word, start, i)
        if end:
            pieces.append(word[start:end])
            start = i = end
        elif _dash_end(word, i) and i > start and (_is_word(word[i - 1]) or word[i - 1] in _PUNCTUATION):
            pieces.append(word[start:i])
            start = i
        else:
            i += 1
    if start < len(word):
        pieces.append(word[start:])
    return pieces


def _dash_end(word, i):
    """The end of two or more hyphens between words that begin at i; 0: there are none."""
    end = i
    while end < len(word) and word[end] == '-':
        end += 1
    return end if end - i >= 2 and end < len(word) and _is_word(word[end]) else 0


def _piece_end(word, start, i):
    """Where a piece that begins at `start` ends, if it does by the character at i; else 0."""
    if word[i] != '-':
        return 0
    if i == start:
        before_ok = start > 0 and (_is_word(word[start - 1]) or word[start - 1] in _PUNCTUATION)
        return _dash_end(word, i) if before_ok else 0
    # A hyphen with two letters before it and two behind, where a hyphen may stand between the two.
    return i + 1 if _two_letters(word[i - 1::-1]) and _two_letters(word[i + 1:i + 4]) else 0


def _two_letters(text):
    return _is_letter(text[:1]) and _is_letter(text[2:3] if text[1:2] == '-' else text[1:2])


def _is_letter(c):
    return c == '_' or c.isalnum() and not c.isdecimal()


def wrap(text, width=70, **kwargs):
    """A list of the lines that a paragraph is wrapped to."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph wrapped, as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text with single blanks between words, cut to fit the width, a placeholder for what was cut off."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """A text without the indentation that all its lines have; lines of blanks become empty."""
    try:
        lines = text.split('\n')
    except (AttributeError, TypeError):
        raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
    written = [line for line in lines if line and not line.isspace()]
    first, last = min(written, default=''), max(written, default='')
    margin = 0
    while margin < len(first) and first[margin] == last[margin] and first[margin] in ' \t':
        margin += 1
    return '\n'.join([line[margin:] if line and not line.isspace() else '' for line in lines])


def indent(text, prefix, predicate=None):
    """A text with a prefix before each line that is not blank, or that the predicate says yes to."""
    return ''.join(prefix + line if (predicate(line) if predicate else not line.isspace()) else line
                   for line in text.splitlines(True))

"""Differences between sequences: how alike they are, and what to change to get from one to the other.

The matching is that of Ratcliff and Obershelp (1988): the longest common run, then the same on both sides of it.
"""

from collections import namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size')
_CUTOFF = 0.74999                       # lines less alike than this are not compared character by character
_WINDOW = 10


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Choose both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Choose the first sequence."""
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Choose the second sequence, of which an index is made."""
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index()

    def _index(self):
        self.b2j = places = {}
        for j, item in enumerate(self.b):
            places.setdefault(item, []).append(j)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(self.b) >= 200:
            most = len(self.b) // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > most}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run that a[alo:ahi] and b[blo:bhi] have in common, the first of several."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i0, j0, size = alo, blo, 0
        ending = {}                     # index in b: length of the run that ends there
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = longer[j] = ending.get(j - 1, 0) + 1
                if k > size:
                    i0, j0, size = i - k + 1, j - k + 1, k
            ending = longer
        # What is not in the index is added at both ends: first popular items, then junk.
        for wanted in (False, True):
            while i0 > alo and j0 > blo and (b[j0 - 1] in junk) == wanted and a[i0 - 1] == b[j0 - 1]:
                i0, j0, size = i0 - 1, j0 - 1, size + 1
            while i0 + size < ahi and j0 + size < bhi and (b[j0 + size] in junk) == wanted and a[i0 + size] == b[j0 + size]:
                size += 1
        return Match(i0, j0, size)

    def get_matching_blocks(self):
        """A list of Match, the last one empty and at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        end = len(self.a), len(self.b)
        pending, found = [(0, end[0], 0, end[1])], []
        while pending:
            alo, ahi, blo, bhi = pending.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    pending.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    pending.append((i + size, ahi, j + size, bhi))
        joined = []
        for i, j, size in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += size
            else:
                joined.append([i, j, size])
        self.matching_blocks = [Match(*block) for block in joined] + [Match(*end, 0)]
        return self.matching_blocks

    def get_opcodes(self):
        """A list of (tag, i1, i2, j1, j2): what becomes of a[i1:i2]; tags are replace, delete, insert and equal."""
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for at, to, size in self.get_matching_blocks():
                tag = {(True, True): 'replace', (True, False): 'delete', (False, True): 'insert'}.get((i < at, j < to))
                if tag:
                    self.opcodes.append((tag, i, at, j, to))
                i, j = at + size, to + size
                if size:
                    self.opcodes.append(('equal', at, i, to, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Yields lists of opcodes that lie together, with up to n equal items around."""
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        codes = list(codes)
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike the sequences are, from 0 to 1."""
        return _ratio(sum(block[2] for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio(): the items without their order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            count = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio(): the lengths alone."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    __class_getitem__ = classmethod(type(list[int]))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """A list of the at most n texts that are most like a word, the best first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for text in possibilities:
        matcher.set_seq1(text)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), text))
    found.sort(reverse=True)
    return [text for ratio, text in found[:n]]


# --- lines, for people

class Differ:
    """Compares lists of lines; lines that are alike are compared by characters."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Yields lines that begin with '- ', '+ ', '  ' or '? '."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked('-' if tag == 'delete' else ' ', a, alo, ahi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Pairs of lines that are alike are shown together, with marks; what is between them as a block."""
        matcher = SequenceMatcher(self.charjunk)
        done_a, done_b = alo, blo
        for j in range(blo, bhi):
            near = alo + j - blo
            candidates = range(max(near - _WINDOW, done_a), min(near + _WINDOW + 1, ahi))
            if not candidates:
                break
            i = _most_alike(matcher, a, candidates, b[j])
            if i is None:
                continue
            yield from _block(a, done_a, i, b, done_b, j)
            if a[i] == b[j]:
                yield '  ' + a[i]
            else:
                matcher.set_seqs(a[i], b[j])
                yield from _with_marks(a[i], b[j], matcher.get_opcodes())
            done_a, done_b = i + 1, j + 1
        yield from _block(a, done_a, ahi, b, done_b, bhi)


def _most_alike(matcher, lines, candidates, line):
    best, found = _CUTOFF, None
    matcher.set_seq2(line)
    for i in candidates:
        matcher.set_seq1(lines[i])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), i
    return found


def _marked(mark, lines, start, end):
    for line in lines[start:end]:
        yield f'{mark} {line}'


def _block(a, alo, ahi, b, blo, bhi):
    """All of the one and all of the other, the shorter first."""
    removed, added = _marked('-', a, alo, ahi), _marked('+', b, blo, bhi)
    if 0 < bhi - blo < ahi - alo:
        removed, added = added, removed
    yield from removed
    yield from added


_TAGS = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}


def _with_marks(old, new, opcodes):
    below_old = below_new = ''
    for tag, i1, i2, j1, j2 in opcodes:
        below_old += _TAGS[tag][0] * (i2 - i1)
        below_new += _TAGS[tag][1] * (j2 - j1)
    for mark, line, below in ('-', old, below_old), ('+', new, below_new):
        yield f'{mark} {line}'
        below = ''.join(c if m == ' ' and c.isspace() else m for c, m in zip(line, below)).rstrip()
        if below:
            yield f'? {below}\n'


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank or has but a #."""
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    """Whether a character is a blank."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The differences of two lists of lines, as Differ shows them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Yields the lines of the first (which=1) or second list that ndiff() compared."""
    try:
        mark = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', mark):
            yield line[2:]


# --- lines, for programs

def _check_types(a, b, *names):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError('input must be a sequence of strings, not str')
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f'all arguments must be str, not: {name!r}')


def _heading(mark, name, date, lineterm):
    return f'{mark} {name}' + (f'\t{date}' if date else '') + lineterm


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f'{start + 1 if length else start},{length}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Yields the lines of a diff in the unified format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading('---', fromfile, fromfiledate, lineterm)
            yield _heading('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag != 'insert':
                yield from ('-' + line for line in a[i1:i2])
            if tag != 'delete':
                yield from ('+' + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    start += 1
    if not length:
        start -= 1
    return str(start) if length <= 1 else f'{start},{start + length - 1}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Yields the lines of a diff in the context format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading('***', fromfile, fromfiledate, lineterm)
            yield _heading('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, *rest in group):
            yield from (prefix[tag] + line for tag, i1, i2, j1, j2 in group if tag != 'insert' for line in a[i1:i2])
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, *rest in group):
            yield from (prefix[tag] + line for tag, i1, i2, j1, j2 in group if tag != 'delete' for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """unified_diff() or context_diff() of lines that are bytes."""
    def text(data):
        try:
            return data.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(data).__name__} ({data!r})') from error
    for line in dfunc(list(map(text, a)), list(map(text, b)), text(fromfile), text(tofile), text(fromfiledate),
                      text(tofiledate), n, text(lineterm)):
        yield line.encode('ascii', 'surrogateescape')

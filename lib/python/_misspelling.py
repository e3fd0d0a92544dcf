"""Explains an "invalid syntax" by a keyword that is misspelt: "Did you mean 'while'?"."""

import difflib
import keyword
import re
import textwrap
from _traceback import is_program, nearest

_STRING = r"""[bBrRuUfFtT]{0,2}(?:'''.*?'''|\"\"\".*?\"\"\"|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")"""
_WORDS = re.compile(_STRING + r'|\#[^\n]*|\d\w*|(\w+)', re.S)


def _candidates(word):
    found = [nearest(keyword.kwlist, word), *difflib.get_close_matches(word, keyword.kwlist, 3, 0.5)]
    return [candidate for candidate in found if candidate][:3]


def _source(error, source):
    """The lines to look at, and whether only the last of them counts."""
    if source is not None:
        return source.splitlines(), False
    with open(error.filename, encoding='utf-8') as file:
        return file.read().splitlines(), True


def find(error):
    """A SyntaxError that names the keyword, or None."""
    first, _, source = error._metadata
    if error.msg != 'invalid syntax' and 'Perhaps you forgot a comma' not in error.msg:
        return None
    last = int(error.lineno)
    try:
        lines, only_last = _source(error, source)
    except OSError:
        first, last, lines, only_last = 0, 1, error.text.splitlines(), False
    code = textwrap.dedent('\n'.join(lines[max(first - 1, 0):last]))
    if len(code) > 1024:
        return None
    tries = 10
    for match in _WORDS.finditer(code):
        word, start, end = match[1], match.start(), match.end()
        if not word or keyword.iskeyword(word) or only_last and '\n' in code[end:]:
            continue
        tries -= 1
        if tries < 0:
            return None
        for candidate in _candidates(word):
            if candidate != word and is_program(code[:start] + candidate + code[end:]):
                begin = code.rfind('\n', 0, start) + 1
                text = code[begin:].partition('\n')[0]
                place = error.filename, error.lineno, start - begin + 1, text, error.lineno, end - begin + 1
                return SyntaxError(f"invalid syntax. Did you mean '{candidate}'?", place)
    return None

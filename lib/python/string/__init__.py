"""Constants of characters, templates with $names, and the machinery of str.format() to build on."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of a text capitalized, one `sep` between them; by default single blanks."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    """A text with $name and ${name} for values, and $$ for a $."""

    delimiter = '$'
    idpattern = None                    # a regular expression; None: ASCII identifiers
    braceidpattern = None
    flags = None

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Yields text, or a triple (kind, name, position); kinds are 'named', 'escaped' and 'invalid'."""
        delimiter, text = self.delimiter, self.template
        at = 0
        while True:
            found = text.find(delimiter, at)
            if found < 0:
                yield text[at:]
                return
            yield text[at:found]
            behind = found + len(delimiter)
            if text.startswith(delimiter, behind):
                yield 'escaped', delimiter, found
                at = behind + len(delimiter)
                continue
            braced = text.startswith('{', behind)
            end = self._name_end(behind + braced, self.braceidpattern if braced else None)
            if end is not None and (not braced or text.startswith('}', end)):
                yield 'named', text[behind + braced:end], found
                at = end + braced
            else:
                yield 'invalid', None, found
                at = behind

    def _name_end(self, start, pattern):
        """The end of a name in the template, or None."""
        pattern = pattern or self.idpattern
        text = self.template
        if pattern is not None:
            import re
            flags = re.IGNORECASE if self.flags is None else self.flags
            match = re.compile(pattern, flags).match(text, start)
            return match.end() if match else None
        end = start
        while end < len(text) and (text[end] == '_' or text[end].isascii() and
                                   (text[end].isalpha() or end > start and text[end].isdigit())):
            end += 1
        return end if end > start else None

    def _raise_invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        line = len(lines) or 1
        column = position - len(''.join(lines[:-1])) + (1 if lines else 1)
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def _filled(self, mapping, kws, safe):
        values = mapping if not kws else _Chain(kws, mapping)
        pieces = []
        for part in self._parts():
            if isinstance(part, str):
                pieces.append(part)
                continue
            kind, name, position = part
            if kind == 'escaped':
                pieces.append(name)
            elif kind == 'invalid':
                if not safe:
                    self._raise_invalid(position)
                pieces.append(self.delimiter)
            else:
                try:
                    pieces.append(str(values[name]))
                except KeyError:
                    if not safe:
                        raise
                    braced = self.template.startswith('{', position + len(self.delimiter))
                    pieces.append(f'{self.delimiter}{{{name}}}' if braced else self.delimiter + name)
        return ''.join(pieces)

    def substitute(self, mapping={}, /, **kws):
        """The text with values in place of names. KeyError for an unknown name."""
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The same, but what is unknown or wrong stays as it is."""
        return self._filled(mapping, kws, True)

    def is_valid(self):
        """Whether there is no $ that begins nothing."""
        return all(isinstance(part, str) or part[0] != 'invalid' for part in self._parts())

    def get_identifiers(self):
        """A list of the names, each once, in order."""
        names = []
        for part in self._parts():
            if isinstance(part, str):
                continue
            if part[0] == 'named' and part[1] not in names:
                names.append(part[1])
        return names


class _Chain:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        return self.first[key] if key in self.first else self.second[key]


class Formatter:
    """str.format() in steps that subclasses can change."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with values in place of its fields."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with the values in a sequence and a mapping."""
        used = set()
        result, count = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, count):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first, rest = _string.formatter_field_name_split(name)
            if first == '':
                if count is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(count) + name
                count += 1
            elif isinstance(first, int):
                if count:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                count = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, count = self._vformat(spec, args, kwargs, used, depth - 1, count)
            result.append(self.format_field(value, spec))
        return ''.join(result), count

    def get_value(self, key, args, kwargs):
        """The value of a field's first part: an int or a str."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called with the keys that were used."""

    def format_field(self, value, format_spec):
        """A value as text."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """A value as !r, !s or !a change it."""
        if conversion is None:
            return value
        if conversion in ('r', 's', 'a'):
            return {'r': repr, 's': str, 'a': ascii}[conversion](value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """Yields (text, field name, format specification, conversion)."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value of a field with its attributes and indices, and the key of its first part."""
        first, rest = _string.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first


from string import _format as _string   # at the end: a submodule

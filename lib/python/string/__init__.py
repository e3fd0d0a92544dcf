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


class _Pattern:
    """The regular expression of a Template class, made when it is first asked for."""

    def __get__(self, instance, cls):
        cls.pattern = made = _template_pattern(cls)
        return made


def _template_pattern(cls):
    import re
    pattern = cls.__dict__.get('pattern', '')
    if not isinstance(pattern, (str, re.Pattern)) or not pattern:
        braced = cls.braceidpattern or cls.idpattern
        sign = re.escape(cls.delimiter)
        pattern = fr'{sign}(?:(?P<escaped>{sign})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))'
    if cls.flags is None:
        cls.flags = re.IGNORECASE
    return re.compile(pattern, cls.flags | re.VERBOSE)


class Template:
    """Text with $name and ${name} for values, and $$ for a dollar sign."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None                        # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _template_pattern(cls)

    def __init__(self, template):
        self.template = template

    def _raise_invalid(self, found):
        position = found.start('invalid')
        lines = self.template[:position].splitlines(keepends=True) or ['']
        column = position - len(''.join(lines[:-1])) or 1
        raise ValueError(f'Invalid placeholder in string: line {len(lines)}, col {column}')

    def _filled(self, mapping, kws, safe):
        def value(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                try:
                    return str(kws[name] if name in kws else mapping[name])
                except KeyError:
                    if safe:
                        return found.group()
                    raise
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            return found.group() if safe else self._raise_invalid(found)
        return self.pattern.sub(value, self.template)

    def substitute(self, mapping={}, /, **kws):
        """The text with values in place of names. KeyError for an unknown name."""
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The same, but what is unknown or wrong stays as it is."""
        return self._filled(mapping, kws, True)

    def _check(self, found):
        if all(found.group(name) is None for name in ('invalid', 'named', 'braced', 'escaped')):
            raise ValueError('Unrecognized named group in pattern', self.pattern)

    def is_valid(self):
        """Whether there is no $ that begins nothing."""
        for found in self.pattern.finditer(self.template):
            if found.group('invalid') is not None:
                return False
            self._check(found)
        return True

    def get_identifiers(self):
        """A list of the names, each once, in order."""
        names = []
        for found in self.pattern.finditer(self.template):
            self._check(found)
            name = found.group('named') or found.group('braced')
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    """str.format() in steps that subclasses can change."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with values in place of its fields."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with the values in a sequence and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first, rest = _string.formatter_field_name_split(name)
            if first == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto_arg_index = False
            value, key = self.get_field(name, args, kwargs)
            used_args.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto_arg_index

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

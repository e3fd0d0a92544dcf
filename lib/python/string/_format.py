"""The notation of replacement fields, as str.format() reads it."""


def formatter_parser(text):
    """Yields (text, field name or None, format specification, conversion or None)."""
    at, size = 0, len(text)
    while at < size:
        literal, at, is_field = _literal(text, at)
        if not is_field:
            yield literal, None, None, None
            continue
        end = _field_end(text, at)
        yield literal, *_field(text[at:end])
        at = end + 1


def _literal(text, at):
    """The text up to a field: (text, where to go on, whether a field is there)."""
    start = at
    while at < len(text):
        c = text[at]
        at += 1
        if c not in '{}':
            continue
        if at < len(text) and text[at] == c:
            return text[start:at], at + 1, False
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        if at == len(text):
            raise ValueError("Single '{' encountered in format string")
        return text[start:at - 1], at, True
    return text[start:], at, False


def _field_end(text, at):
    """Where the } is that ends a field."""
    depth, in_index = 1, False
    for i in range(at, len(text)):
        c = text[i]
        if c == '[':
            in_index = True
        elif c == ']':
            in_index = False
        elif in_index:
            continue
        elif c == '{':
            depth += 1
        elif c == '}':
            depth -= 1
            if depth == 0:
                return i
    rest = text[at:]
    if rest.endswith('!') and rest.count('!') == 1:
        raise ValueError('end of string while looking for conversion specifier')
    raise ValueError("unmatched '{' in format spec" if ':' in rest or '!' in rest else "expected '}' before end of string")


def _field(text):
    """(name, specification, conversion) of what stands between { and }."""
    in_index = False
    for i, c in enumerate(text):
        if c == '[':
            in_index = True
        elif c == ']':
            in_index = False
        elif in_index:
            continue
        elif c == '{':
            raise ValueError("unexpected '{' in field name")
        elif c == ':':
            return text[:i], text[i + 1:], None
        elif c == '!':
            return text[:i], *_conversion(text[i + 1:])
    return text, '', None


def _conversion(text):
    if not text:
        raise ValueError("unmatched '{' in format spec")
    if len(text) > 1:
        if text[1] != ':':
            raise ValueError("expected ':' after conversion specifier")
        return text[2:], text[0]
    return '', text[0]


def formatter_field_name_split(name):
    """The first part, an int or a str, and a list of (is attribute, key) for the others."""
    end = min((i for i in (name.find('.'), name.find('[')) if i >= 0), default=len(name))
    return _key(name[:end]), _rest(name, end)


def _key(text):
    return int(text) if text.isdecimal() and text.isascii() else text


def _rest(name, at):
    parts = []
    while at < len(name):
        if name[at] == '.':
            end = min((i for i in (name.find('.', at + 1), name.find('[', at + 1)) if i >= 0), default=len(name))
            part, is_attribute, next_at = name[at + 1:end], True, end
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part, is_attribute, next_at = name[at + 1:end], False, end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not part:
            raise ValueError('Empty attribute in format string')
        parts.append((is_attribute, part if is_attribute else _key(part)))
        at = next_at
    return parts

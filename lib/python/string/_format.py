"""The notation of replacement fields, as str.format() reads it."""


def formatter_parser(text):
    """Yields (text, field name or None, format specification, conversion or None)."""
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    at, size, opening = 0, len(text), -1
    while at < size:
        if opening < at:
            opening = text.find('{', at)
            if opening < 0:
                opening = size
        brace = text.find('}', at, opening)
        if brace < 0:
            brace = opening
        if brace == size:
            yield text[at:], None, None, None
            return
        if text.startswith(text[brace], brace + 1):
            yield text[at:brace + 1], None, None, None
            at = brace + 2
            continue
        if brace < opening:
            raise ValueError("Single '}' encountered in format string")
        if brace + 1 == size:
            raise ValueError("Single '{' encountered in format string")
        literal, at = text[at:brace], brace + 1
        end = text.find('}', at)
        name = text[at:end]
        if end >= 0 and (not name or name.isidentifier() or name.isdecimal()):
            yield literal, name, '', None
        else:
            end = _field_end(text, at)
            yield literal, *_field(text[at:end])
        at = end + 1


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
    if name.isidentifier() or name.isdecimal():
        return _key(name), []
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

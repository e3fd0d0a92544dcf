"""The types of t-strings (PEP 750)."""

Template = type(t'')
Interpolation = type(t'{0}'.interpolations[0])


def convert(obj, /, conversion):
    """The object as !r, !s or !a change it; None leaves it as it is."""
    if conversion is None:
        return obj
    if conversion in ('r', 's', 'a'):
        return {'r': repr, 's': str, 'a': ascii}[conversion](obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')

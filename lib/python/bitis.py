"""Looking at buffers: their bytes, and the views that lie on them."""

import sys
from _bitis import colors, exports, tracks

__all__ = ['exports', 'hexdump', 'picture', 'show']

_DIM, _ZERO, _TEXT, _HIGH, _RESET = '\033[2m', '\033[90m', '\033[32m', '\033[33m', '\033[0m'
_COLUMNS = 64
_ITEMS_MAX = 1 << 16                    # of views with more, the whole extent is marked


def _colored(file, wanted):
    if wanted is not None:
        return wanted
    try:
        return colors(file.fileno())
    except Exception:
        return False


def _bytes_of(buffer):
    view = memoryview(buffer)
    if not view.c_contiguous or not view.nbytes:
        return memoryview(view.tobytes())
    return view if view.format == 'B' and view.ndim == 1 else view.cast('B')


def _style(byte):
    return _ZERO if byte == 0 else _TEXT if 32 <= byte < 127 else _HIGH if byte >= 128 else ''


def _hex_line(row, width, offset, digits, color):
    cells = [f'{byte:02x}' for byte in row] + ['  '] * (width - len(row))
    text = [chr(byte) if 32 <= byte < 127 else '.' for byte in row]
    address = f'{offset:0{digits}x}'
    if color:
        address = _DIM + address + _RESET
        styles = [_style(byte) for byte in row]
        cells = [style + cell + _RESET if style else cell for style, cell in zip(styles, cells)] + cells[len(row):]
        text = [style + cell + _RESET if style else cell for style, cell in zip(styles, text)]
    half = (width + 1) // 2 if width > 8 else width
    hexes = ' '.join(cells[:half]) + ('  ' + ' '.join(cells[half:]) if width > half else '')
    return f'{address}  {hexes}  |{"".join(text)}|'


def hexdump(buffer, width=16, start=0, stop=None, *, base=0, squeeze=True, color=None, file=None):
    """Print the bytes of any buffer: offset, hexadecimal, text.

    width is the number of bytes a line, start and stop choose a part of the buffer, base is added to the offsets
    shown. Equal lines in a row are shown once, then as *, unless squeeze is false. color: by default on terminals.
    """
    if width < 1:
        raise ValueError('width must be at least 1')
    file = file or sys.stdout
    color = _colored(file, color)
    data = _bytes_of(buffer)
    start, stop, _ = slice(start, stop).indices(len(data))
    digits = max(8, len(f'{base + stop:x}'))
    last, starred = None, False
    for at in range(start, stop, width):
        row = bytes(data[at:min(at + width, stop)])
        if squeeze and row == last and at + width < stop:
            if not starred:
                print('*', file=file)
            starred = True
            continue
        last, starred = row, False
        print(_hex_line(row, width, base + at, digits, color), file=file)
    if start < stop:
        print(f'{base + stop:0{digits}x}', file=file)


def _offsets(view, offset):
    """Where the items of a view begin, in bytes of its exporter."""
    if view.nbytes > _ITEMS_MAX * view.itemsize:
        ends = [step * (length - 1) for length, step in zip(view.shape, view.strides)]
        return range(offset + sum(end for end in ends if end < 0), offset + sum(end for end in ends if end > 0) + 1)
    places = [offset]
    for length, step in zip(view.shape or (), view.strides or ()):
        places = [place + k * step for place in places for k in range(length)]
    return places


def _row(view, offset, scale, columns):
    touched = [' '] * columns
    mark = '-' if view.readonly else '#'
    places = _offsets(view, offset)
    for place in places[::scale] if isinstance(places, range) else places:
        for byte in range(place, place + view.itemsize, 1 if view.itemsize < scale else scale):
            if 0 <= byte // scale < columns:
                touched[byte // scale] = mark
    return ''.join(touched)


def _number(count, noun):
    return f'{count} {noun}' + ('' if count == 1 else 's')


def _tuple_text(numbers):
    return '×'.join(str(number) for number in numbers) if numbers else '1'


def _describe(view, offset, file, line):
    step = view.strides[0] if view.ndim == 1 else view.strides
    return (f'offset {offset}', f'{_tuple_text(view.shape)} of {view.format!r}', f'step {step}',
            'read-only' if view.readonly else 'writable', f'{file}:{line}' if file else '')


def picture(object):
    """The text that show() prints."""
    if isinstance(object, memoryview):
        object = object.obj
    with memoryview(object) as own:
        size = own.nbytes
    rows = exports(object)
    name = type(object).__name__
    heading = f'{name} of {_number(size, "byte")} at 0x{id(object):x}'
    if not tracks(object):
        return f'{heading}: it never moves, so its views are not counted\n'
    if not rows:
        return f'{heading}: no views, it can be resized\n'
    scale = max(1, -(-size // _COLUMNS))
    columns = -(-size // scale)
    ruler = ''.join(f'{k * scale:<8}'[:8] for k in range(0, columns, 8))[:columns].ljust(columns)
    lines = [f'{heading}: {_number(len(rows), "view")}, it cannot be resized']
    if scale > 1:
        lines[0] += f' (a column is {scale} bytes)'
    lines.append(f'  |{ruler}|')
    described = [_describe(*row) for row in reversed(rows)]
    widths = [max(len(cells[k]) for cells in described) for k in range(5)]
    for row, cells in zip(reversed(rows), described):
        text = '  '.join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip()
        lines.append(f'  |{_row(row[0], row[1], scale, columns)}|  {text}')
    return '\n'.join(lines) + '\n'


def show(object, *, file=None):
    """Print which views lie on a buffer: where, how long, in which steps, of which format, and who made them.

    '#' stands for bytes that can be written through the view, '-' for bytes that can only be read.
    """
    print(picture(object), end='', file=file or sys.stdout)

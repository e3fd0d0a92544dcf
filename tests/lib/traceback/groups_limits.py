# The width and depth to which TracebackException shows groups.
import traceback
def group(count, depth):
    members = [ValueError(k) for k in range(count)]
    if depth:
        members.append(group(count, depth - 1))
    return ExceptionGroup(f'depth {depth}', members)
def show(exception, **options):
    print(''.join(traceback.TracebackException.from_exception(exception, **options).format()))
show(group(3, 1), max_group_width=2)
show(group(2, 3), max_group_depth=2)
show(group(20, 0))
show(group(1, 12))
try:
    raise group(2, 1)
except ExceptionGroup as error:
    error.__traceback__ = None
    error.add_note('a note\nof two lines')
    show(error)

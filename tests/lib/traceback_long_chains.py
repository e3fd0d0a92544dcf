# TracebackException of a long chain of contexts; compact ones leave out contexts that would not be shown.
import traceback

def chain():
    error = None
    for k in range(3000):
        new = ValueError(k)
        new.__context__ = error
        error = new
    return error

summary = traceback.TracebackException.from_exception(chain())
depth = 0
while summary is not None:
    depth += 1
    summary = summary.__context__
print(depth, sum(1 for _ in traceback.TracebackException.from_exception(chain()).format()))

try:
    try:
        1 / 0
    finally:
        raise LookupError('caused') from Exception('cause')
except LookupError as e:
    error = e
for compact in False, True:
    summary = traceback.TracebackException.from_exception(error, compact=compact)
    print(str(summary.__cause__), summary.__context__ and str(summary.__context__), summary.__suppress_context__)
group = ExceptionGroup('g', [ValueError(1), ExceptionGroup('in', [KeyError('k')])])
try:
    raise group from error
except ExceptionGroup as e:
    summary = traceback.TracebackException.from_exception(e)
print([str(member) for member in summary.exceptions], [str(member) for member in summary.exceptions[1].exceptions], str(summary.__cause__))
try:
    raise error
except LookupError as e:
    e.__cause__ = ValueError('loop')
    e.__cause__.__context__ = e
    print(''.join(traceback.TracebackException.from_exception(e).format()).count('LookupError'))

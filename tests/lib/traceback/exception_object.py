import sys
import traceback


def show(texts):
    print("".join(texts).replace(show.__code__.co_filename, "FILE"))


try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as e:
    made = traceback.TracebackException.from_exception(e)
    again = traceback.TracebackException(type(e), e, e.__traceback__)
show(made.format())
show(made.format(chain=False))
print(made == again, str(made), made.exc_type_str, made.__cause__, made.__context__, made.__suppress_context__, len(made.stack))
print(list(made.format_exception_only()))
try:
    compile("x=(", "<s>", "exec")
except SyntaxError as e:
    made = traceback.TracebackException.from_exception(e)
    print(made.filename, made.lineno, made.offset, repr(made.text), made.msg)
made = traceback.TracebackException.from_exception(ExceptionGroup("m", [ValueError(1), TypeError(2)]))
print([str(member) for member in made.exceptions], list(made.format_exception_only(show_group=True)))
made.print(file=sys.stdout)
cause = ValueError("x")
cause.add_note("n1")
error = KeyError("y")
error.__cause__ = cause
made = traceback.TracebackException.from_exception(error)
print(made.__cause__, made.__suppress_context__, made.__cause__.__notes__)

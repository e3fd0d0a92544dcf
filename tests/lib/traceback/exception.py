import sys
import traceback


def recurse(n):
    if n: recurse(n - 1)
    else: 1 / 0


def show(texts):
    print("".join(texts).replace(show.__code__.co_filename, "FILE"))


try:
    recurse(10)
except ZeroDivisionError as e:
    error = e
    show(traceback.format_exc())
    show(traceback.format_exc(limit=0))
    show(traceback.format_exception(e, limit=2))
    show(traceback.format_exception(e, limit=-1))
    show(traceback.format_exception(type(e), e, e.__traceback__.tb_next))
show(traceback.format_tb(error.__traceback__))
show(traceback.extract_tb(error.__traceback__).format())
traceback.print_exception(ValueError("to stdout"), file=sys.stdout)
print(traceback.format_exc(), traceback.format_exception(None))
try:
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("v") from e
except ValueError as e:
    show(traceback.format_exception(e))
    show(traceback.format_exception(e, chain=False))
print(traceback.format_exception_only(ValueError("a")), traceback.format_exception_only(ValueError, ValueError("b")))
noted = TypeError("No such file")
noted.add_note("one\ntwo")
print(traceback.format_exception_only(noted))
print(traceback.format_exception_only(ExceptionGroup("m", [ValueError(1), noted]), show_group=True))
for wrong in (lambda: traceback.format_exception(3), lambda: traceback.format_exception(ValueError, 3)):
    try:
        wrong()
    except Exception as e:
        print(repr(e))

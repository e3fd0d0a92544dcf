# Causes, contexts, notes and names of types as they are printed.
import traceback


def show(function):
    try:
        function()
    except BaseException:
        print(traceback.format_exc().replace(__file__, 'FILE'))


def cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None


def long_chain():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            raise TypeError("two")
    except TypeError as e:
        raise RuntimeError("three\nlines\nlong") from e


def circle():
    a, b = ValueError("a"), ValueError("b")
    a.__context__, b.__context__ = b, a
    raise a


def reraised():
    try:
        raise ValueError("one")
    except ValueError:
        raise


def raised_later():
    try:
        raise ValueError("one")
    except ValueError as e:
        kept = e
    raise kept


class Own(Exception):
    class Inner(ValueError):
        pass


class Silent(Exception):
    def __str__(self):
        return ""


class Broken(Exception):
    def __str__(self):
        1 / 0


class Elsewhere(Exception):
    pass


Elsewhere.__module__ = "some.module"


def local_class():
    class Local(Exception):
        pass
    raise Local("x")


def notes(value):
    e = ValueError("v")
    e.__notes__ = value
    raise e


for function in (cause, context, suppressed, long_chain, circle, reraised, raised_later, local_class):
    show(function)
for e in (Own(1, 2), Own.Inner("x"), Silent("abc"), Broken("abc"), Elsewhere("y"), KeyboardInterrupt(), SystemExit(3)):
    def function():
        raise e
    show(function)
for value in ([], ["one", "two\nlines"], ("tuple",), "text", 17, ["a", 5, None], None):
    show(lambda: notes(value))

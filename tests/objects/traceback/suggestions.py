# "Did you mean" for names, attributes and imports.
import traceback


def last_line(function):
    try:
        function()
    except Exception as e:
        print(traceback.format_exception(e)[-1], end='')


def local():
    my_local = 1
    return my_locl


def free():
    outer_name = 1

    def inner():
        return outer_nam, outer_name
    inner()


class Thing:
    foobar = 1
    _hidden = 2

    def __init__(self):
        self.value = 1

    def forgets_self(self):
        return value

    def wants_hidden(self):
        return self.hidden


a_global_name = 1
last_line(local)
last_line(free)
last_line(lambda: a_globl_name)
last_line(lambda: prnt(1))
last_line(lambda: xyzzy_nothing_like_it)
last_line(lambda: sys.path)
last_line(lambda: Thing().forgets_self())
last_line(lambda: Thing().wants_hidden())
last_line(lambda: Thing().hidden)
last_line(lambda: Thing().foobaz)
last_line(lambda: Thing().FooBar)
last_line(lambda: Thing.foobaz)
last_line(lambda: Thing().zzz)
last_line(lambda: [].apend(1))
last_line(lambda: "".uper())
last_line(lambda: None.foo)
last_line(lambda: (1).bit_lenght())
last_line(lambda: b"".strp())
last_line(lambda: traceback.format_exct())


def from_import():
    from sys import pathh


def from_import_nothing():
    from sys import zzzqqqyyy


last_line(from_import)
last_line(from_import_nothing)

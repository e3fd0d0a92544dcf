# Exception groups as trees.
import traceback


def caught(e):
    try:
        raise e
    except BaseException as raised:
        return raised


def show(e):
    print(''.join(traceback.format_exception(e)).replace(__file__, 'FILE'))


show(ExceptionGroup("plain", [ValueError(1), TypeError(2)]))
inner = ExceptionGroup("inner", [caught(KeyError("a")), caught(OSError("b"))])
inner.add_note("inner note")
outer = caught(ExceptionGroup("outer", [caught(ValueError("two\nlines")), caught(inner), TypeError("last")]))
outer.add_note("outer note")
show(outer)
for count in (15, 16, 17, 20):
    show(ExceptionGroup("many", [ValueError(i) for i in range(count)]))
deep = ValueError("leaf")
for i in range(14):
    deep = ExceptionGroup("g%d" % i, [deep, TypeError(i)])
show(deep)
with_cause = ExceptionGroup("with cause", [ValueError(1)])
with_cause.__cause__ = caught(KeyError("cause"))
show(with_cause)
member = ValueError("member")
member.__context__ = caught(ExceptionGroup("context", [OSError("o")]))
show(ExceptionGroup("context in a member", [member, with_cause]))
show(KeyError("not a group"))
print(traceback.format_exception_only(outer, show_group=True))

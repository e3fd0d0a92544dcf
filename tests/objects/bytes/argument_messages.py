# Refusals that name what was given: by the class of self, None as None, in the order in which arguments are asked for.
class Bytes(bytes):
    pass


class Array(bytearray):
    pass


class Index:
    def __index__(self):
        raise KeyError("no index")


class NoIterator:
    def __iter__(self):
        return 5


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if self.hint is None:
            raise KeyError("hint")
        return self.hint


class Text(str):
    def __bytes__(self):
        return b"from __bytes__"


class View:
    def __buffer__(self, flags):
        return 5


strided = memoryview(b"a-b-")[::2]
CASES = """b"a" + 1; Bytes(b"a") + 1; bytearray(b"a") + None; Array(b"a") + "x"; Array().__iadd__(5); Index() in b"a"; 2 ** 70 in b"a"
b"a".__mul__(None); b"a".__rmul__("x"); bytearray().__imul__(1.5); b"a" * None; b"".join(NoIterator()); b"".join(5); bytes(NoIterator())
bytearray(NoIterator()); bytes(Hint(-1)); bytes(Hint("x")); bytes(Hint(2 ** 70)); bytes(Hint(None)); bytes(Hint(NotImplemented)); bytes(Text("x"))
bytearray(Text("x")); bytes(Text("x"), errors="strict"); bytearray().extend(Hint(None)); bytearray().extend(Hint(-1)); b"a".startswith(View())
b"a".endswith(5); b"a".endswith((5,)); b"x".partition(strided); bytearray(b"xaby").partition(strided); bytearray(b"xaby").rpartition(strided)
bytearray(b"x").partition("x"); b"a".replace(b"a", 5, "x"); b"a".replace(5, b"a", Index()); b"a".replace(b"a", b"b", Index()); b"a".center(5, None)
b"a".decode(None); b"a".decode("\\ud800"); b"a".decode("utf-8", "\\udfff"); bytes("a", "\\ud800"); bytes("a", "utf-8", "\\ud800"); bytes("a", "a\\0b")
Bytes(b"abc").partition(b"z")[0]; type(Bytes(b"abc").partition(b"z")[0]).__name__; type(Bytes(b"abc").rpartition(b"z")[2]).__name__
type(Array(b"abc").partition(b"z")[0]).__name__; Bytes.upper(b"", 1); Bytes().upper(1)
b"%e" % Index(); b"%c" % Index(); b"%s" % strided; iter(b"a").__setstate__(None); b"a".__delitem__
bytearray(b"abc").__setitem__(slice(0, 2), 1j)"""
for case in CASES.replace("\n", ";").split(";"):
    try:
        print(case, eval(case))
    except Exception as error:
        print(case, type(error).__name__, error)
try:
    del b"abc"[2 ** 70]
except Exception as error:
    print(type(error).__name__, error)

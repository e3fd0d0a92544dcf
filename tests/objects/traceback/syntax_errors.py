# SyntaxErrors made by hand: the line, and the marks below it.
import traceback

for where in (("f.py", 3, 5, "  some text here\n", 3, 9), ("f.py", 3, None, "  some text here\n", 3, 9),
              ("f.py", 3, 50, "  some text here\n", 3, 90), ("f.py", None, 5, "  some text here\n"),
              (None, 1, 3, "\ta\tb c\n", 1, 0), ("f", 1, 1, "\ta\tb c\n", 2, 3), ("f", 1, 2, "\u00e9\u65e5 x\n", 1, 4),
              ("f", 1, 0, "text", 1, 0), ("f", 1, 2, "text", 1, -1), ("f", 1, 2, "", 1, 3), ("f", 1, 2, None, 1, 3),
              ("f", "x", 2, "text"), ("f", 1, "2", "text")):
    print(''.join(traceback.format_exception_only(SyntaxError("message", where))))
for e in (SyntaxError(), SyntaxError("only a message"), SyntaxError(None, ("f", 1, 1, "t"))):
    print(''.join(traceback.format_exception_only(e)))

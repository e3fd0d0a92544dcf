def show(*arguments):
    try:
        e = SyntaxError(*arguments)
    except TypeError as error:
        print(error)
        return
    print(e, "|", e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)

show()
show("m")
show("m", ("f", 1, 2, "text"))
show("m", ("a/b/f", 1, 2, "text", 3, 4))
show("m", ("f", None, 2, "t"))
show("m", (None, 5, 2, "t"))
show("m", ("f", 1))
show("m", ("f", 1, 2, "t", 5))
show("m", ("f", 1, 2, "t", 3, 4, 5, 6))
show("m", 5)
show("m", "abcd")
show("a", "b", "c")
e = SyntaxError("m", ("f", 1, 2, "t"))
e.msg, e.filename, e.lineno = None, "x/y", 8
print(e, repr(e))

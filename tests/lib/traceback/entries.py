import traceback


def divide(x):
    return (x +
            1 / 0)


def call():
    try: divide(1)
    except Exception as e:
        return e


error = call()
stack = traceback.extract_tb(error.__traceback__)
for entry in stack:
    print(tuple(entry)[1:], repr(entry.line), entry.lineno, entry.end_lineno, entry.colno, entry.end_colno, entry.locals, len(entry))
print(type(stack).__name__, isinstance(stack, list))
print([text.split("\n", 1)[1] for text in stack.format()])
print(len(traceback.extract_tb(error.__traceback__, limit=1)), traceback.extract_tb(error.__traceback__, limit=-1)[0].name)
print([line for frame, line in traceback.walk_tb(error.__traceback__)])
print(traceback.format_list([("a.py", 3, "f", "  hello "), ("b.py", 4, "g", None)]))
print(traceback.FrameSummary("a", 1, "f") == ("a", 1, "f", None), traceback.FrameSummary("a", 1, "f") == traceback.FrameSummary("a", 1, "f"))
entry = traceback.FrameSummary("a", 1, "f", locals={"x": 3})
print(entry, entry.locals, repr(entry.line))
print(traceback.StackSummary.from_list([entry, ("b", 2, "g", "text")]).format())

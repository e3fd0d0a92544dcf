e = ValueError("v")
print(e.with_traceback(None) is e)
try:
    e.with_traceback(1)
except TypeError as error:
    print(error)
try:
    e.with_traceback()
except TypeError as error:
    print(error)
try:
    raise e
except ValueError as caught:
    print(type(caught.__traceback__).__name__, caught.__traceback__.tb_lineno, caught.__traceback__.tb_next)

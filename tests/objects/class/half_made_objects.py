# Objects whose __init__ has not run behave.
def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


for kind in (staticmethod, classmethod):
    show(lambda: repr(kind.__new__(kind)))
    show(lambda: kind.__new__(kind).__func__)
    show(lambda: kind.__new__(kind).__isabstractmethod__)
    show(lambda: kind.__new__(kind).__get__(1, int))
    show(lambda: kind.__new__(kind).__dict__)

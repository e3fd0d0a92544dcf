def f():
    try:
        try: 1/0
        finally: print('f1')
    except ZeroDivisionError as e:
        try: raise KeyError('k') from e
        except KeyError as k:
            print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
            return 'r'
    finally: print('f2')
print(f())

import sys
try:
    try: raise ValueError(1)
    except ValueError:
        raise TypeError(2)
except TypeError as e: print(repr(e.__context__))
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [KeyError(3)])])
except* ValueError as e: print('V', e.exceptions)
except* (TypeError, KeyError) as e: print('T', e, e.exceptions)
try:
    try: raise ExceptionGroup('g', [ValueError(1), OSError(2)])
    except* ValueError as e: raise RuntimeError('new')
except ExceptionGroup as e: print(repr(e))

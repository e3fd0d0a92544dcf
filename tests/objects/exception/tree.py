for cls in (BaseException, Exception, ExceptionGroup, UnicodeDecodeError, TabError, FileNotFoundError, BrokenPipeError,
            ModuleNotFoundError, RecursionError, NotImplementedError, KeyError, IndexError, StopIteration, UserWarning):
    print([c.__name__ for c in cls.__mro__])
print(IOError is OSError, EnvironmentError is OSError)

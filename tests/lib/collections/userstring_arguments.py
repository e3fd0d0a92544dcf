from collections import UserString
import inspect

text = UserString('hello')
for name, *arguments in [('find',), ('find', 'l', 1, 2, 3), ('rindex', UserString('l')), ('index', UserString('he'), 1), ('count', UserString('l')),
                         ('startswith', UserString('he')), ('upper', 1), ('replace', UserString('l'), UserString('L'), 1),
                         ('partition', UserString('l')), ('strip', UserString('h')), ('zfill',), ('center', 9, '*', 3)]:
    try:
        print(name, repr(getattr(text, name)(*arguments)))
    except Exception as error:
        print(name, type(error).__name__, error)
print(text.find(sub='l'), text.replace('l', 'x', maxsplit=1), text.strip(chars='h'), text.splitlines(keepends=True))
print(inspect.signature(UserString.removeprefix), inspect.signature(UserString.expandtabs), inspect.signature(UserString.ljust))

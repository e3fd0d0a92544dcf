def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import sys

v = sys.version_info
print(v[:2], v >= (3, 10), v == (3, 14, 2, 'final', 0), len(v), v, hash(v) == hash(tuple(v)), isinstance(v, tuple))
print(v.n_fields, v.n_sequence_fields, v.n_unnamed_fields, type(v).__match_args__, v + (1,), v.__replace__(major=4))
print(type(v).__mro__, type(v).major, sys.version[:4], hex(sys.hexversion), sys.api_version)
show('new', lambda: type(v)((1, 2, 3, 4, 5)))
show('set', lambda: setattr(v, 'major', 3))
show('attribute', lambda: v.foo)
print(sys.float_info, sys.int_info)
print(sys.byteorder, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(sys.dont_write_bytecode, sys.warnoptions, sys.float_repr_style, sys.is_finalizing(), sys.flags.optimize, sys.flags.dev_mode)
print(type(sys.implementation), sys.implementation.version == v, sys.modules['sys'] is sys, sys.argv, type(sys.path))

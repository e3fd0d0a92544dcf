# __init__ of a bytearray checks names of encodings before it throws the bytes away.
for args in ('a', None), ('a', 'utf-8', None), ('a', 3), ('a', 'utf-8\0'), ('a', 'utf-8', b's'), ('é', 'ascii'), (3, 'ascii'), (b'xy',), ():
    b = bytearray(b'zz')
    try:
        b.__init__(*args)
    except Exception as e:
        print(args, type(e).__name__, e)
    print(args, b)

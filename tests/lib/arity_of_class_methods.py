# Wrong numbers of arguments to methods that are told their class: worded as if the arguments had names.
import array
import hashlib
import io

a = array.array('i', [1])
raw = io.FileIO(0, closefd=False)
writer = io.BufferedWriter(io.BytesIO())
for method in (a.extend, a.fromfile, a.tofile, a.__reduce_ex__, io.BytesIO().getbuffer, io.BytesIO().detach, io.StringIO().detach,
               raw.close, raw.read, raw.readinto, raw.write, raw.truncate, writer.read, writer.read1, writer.truncate,
               io.BufferedReader(io.BytesIO()).write, hashlib.md5().copy, hashlib.sha3_256().copy, io.RawIOBase().seek,
               io.TextIOBase().read, io.TextIOBase().readline, io.TextIOBase().write):
    for args, keywords in ((1, 2, 3), {}), ((), {'x': 1}), ((1,), {'x': 1}), ((1, 2), {'x': 1}):
        try:
            method(*args, **keywords)
        except TypeError as e:
            print(method.__name__, args, keywords, e)
        else:
            print(method.__name__, args, keywords)
for method in writer.read, writer.read1, io.TextIOBase().read, io.TextIOBase().readline:
    for size in None, 'x', 1.5, 2 ** 70, 3:
        try:
            method(size)
        except Exception as e:
            print(method.__name__, type(e).__name__, e)

# Signatures of what is written in C, whose defaults are constants of sys and of the module.
import array
import inspect
import sys
import zlib

for function in list.index, tuple.index, memoryview.index, array.array.index:
    print(inspect.signature(function).parameters['stop'].default == sys.maxsize)
for function in zlib.compress, zlib.compressobj, zlib.decompress, zlib.decompressobj, zlib.compressobj().flush, zlib.decompressobj().flush:
    print(inspect.signature(function))

# What zlib's streams and FileIO say to arguments that they do not take.
import io
import zlib

for text in ('zlib.compressobj(zdict=None)', 'zlib.decompressobj(zdict=None)', 'zlib._ZlibDecompressor(zdict=None) and 1', "io.FileIO('x', 3)",
             "io.FileIO('x', None)", "io.FileIO('x', 'r\\0')", 'zlib.compressobj().copy(1)', 'zlib.compressobj().compress()',
             'zlib.compressobj().compress(1, 2)', 'zlib.compressobj().flush(1, 2)', 'zlib.decompressobj().flush(1, 2)',
             'zlib.decompressobj().copy(x=1)'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)

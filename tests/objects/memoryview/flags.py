# What each request answers, with flags as in the C API: by _from_flags, and by __buffer__ of the exporter.
import array
exporters = {'bytes': b'abcdef', 'bytearray': bytearray(b'abcdef'), 'array': array.array('i', [1, 2]), 'view': memoryview(bytearray(b'abc')),
             '2-D': memoryview(b'abcdef').cast('B', [2, 3]), 'strided': memoryview(b'abcdef')[::-2], '0-D': memoryview(b'abcd').cast('i', []),
             '2-D strided': memoryview(b'abcdef').cast('B', [3, 2])[::2], 'row': memoryview(b'abcdef').cast('B', [1, 6])}
for name, exporter in exporters.items():
    for flags in 0, 1, 4, 8, 9, 12, 0x18, 0x1c, 0x1d, 0x38, 0x58, 0x98, 0x118, 0x11c, 0x11d, 2, 0x10, 0x400, -1:
        for request in (lambda: memoryview._from_flags(exporter, flags)), (lambda: exporter.__buffer__(flags)):
            try:
                view = request()
                print(name, hex(flags), view.format, view.shape, view.strides, view.readonly, view.tobytes())
            except Exception as error:
                print(name, hex(flags), type(error).__name__, error)

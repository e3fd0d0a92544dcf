def t(text):
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


import struct


CASES = [
    'struct.pack()',
    'struct.pack(5)',
    "struct.pack('z', 1)",
    "struct.pack('<n', 1)",
    "struct.pack('<P', 1)",
    "struct.pack('B', 256)",
    "struct.pack('b', 128)",
    "struct.pack('B', 'a')",
    "struct.pack('B', 1.5)",
    "struct.pack('h', 40000)",
    "struct.pack('H', 70000)",
    "struct.pack('i', 2**31)",
    "struct.pack('I', 2**32)",
    "struct.pack('q', 2**63)",
    "struct.pack('Q', 2**64)",
    "struct.pack('Q', -1)",
    "struct.pack('P', 2**70)",
    "struct.pack('P', 'a')",
    "struct.pack('<l', 2**31)",
    "struct.pack('<L', 2**32)",
    "struct.pack('c', b'ab')",
    "struct.pack('c', 5)",
    "struct.pack('c', bytearray(b'a'))",
    "struct.pack('?', []), struct.pack('?', [1]), struct.pack('f', 1e40), struct.pack('c', b'a')",
    "struct.pack('f', 'a')",
    "struct.pack('<f', 1e40)",
    "struct.pack('d', 'a')",
    "struct.pack('e', 70000.0)",
    "struct.pack('f', 10**400)",
    "struct.pack('s', 'a')",
    "struct.pack('3s', b'ab'), struct.pack('3s', b'abcd'), struct.pack('3s', bytearray(b'ab')), struct.pack('s', b'')",
    "struct.pack('3s', memoryview(b'ab'))",
    "struct.pack('p', b'ab'), struct.pack('0p', b'ab'), struct.pack('1p', b'ab'), struct.pack('3p', b'abcd'), struct.pack('300p', b'a' * 299)[:3]",
    "struct.pack('p', 'a')",
    "struct.pack('3x')",
    "struct.pack('3x', 1)",
    "struct.pack('2B', 1)",
    "struct.pack('0B')",
    "struct.pack('2')",
    "struct.pack('B2', 1)",
    "struct.pack(' B  B ', 1, 2)",
    "struct.pack('B<B', 1, 2)",
    "struct.pack('2 B', 1, 2)",
    "struct.pack('B\\x00', 1)",
    "struct.pack('\\xe9', 1)",
    "struct.pack('99999999999999999999B')",
    "struct.calcsize('9223372036854775807BB')",
    "struct.unpack('B', b'')",
    "struct.unpack('B', 'a')",
    "struct.unpack('2B', b'ab'), struct.unpack('?', b'\\x02'), struct.unpack('3s', b'abc'), struct.unpack('x', b'a')",
    "struct.unpack('3p', b'\\x02ab'), struct.unpack('3p', b'\\x09ab'), struct.unpack('0p', b''), struct.unpack('0s', b'')",
    "struct.unpack('<e', b'\\x00\\x7e'), struct.unpack('>f', struct.pack('>f', 1.5)), struct.unpack('<d', struct.pack('<d', 1.5))",
    "struct.unpack_from('B', b'ab', 1), struct.unpack_from('B', b'ab', -1), struct.unpack_from('B', buffer=b'ab', offset=1)",
    "struct.unpack_from('B', b'ab', 2)",
    "struct.unpack_from('B', b'ab', -3)",
    "struct.unpack_from('I', b'ab', -1)",
    "struct.unpack_from('I', b'abcdef', 10)",
    "struct.unpack_from('B', b'ab', 'a')",
    "struct.unpack_from('B')",
    "struct.pack_into('B', bytearray(2), 2, 5)",
    "struct.pack_into('B', bytearray(2), -3, 5)",
    "struct.pack_into('I', bytearray(2), -1, 5)",
    "struct.pack_into('I', bytearray(6), 4, 5)",
    "struct.pack_into('I', bytearray(6), 2**70, 5)",
    "struct.pack_into('B', b'ab', 0, 1)",
    "struct.pack_into('B', 'ab', 0, 1)",
    "struct.pack_into('B', bytearray(2))",
    "struct.pack_into('B')",
    'struct.pack_into()',
    "struct.pack_into('B', bytearray(2), 0)",
    "struct.pack_into('B', bytearray(2), 'a', 1)",
    "list(struct.iter_unpack('2B', b'abcd')), struct.iter_unpack('B', b'ab').__length_hint__()",
    "struct.iter_unpack('2B', b'abc')",
    "struct.iter_unpack('', b'abc')",
    "struct.iter_unpack('B', 5)",
    'struct.calcsize(5)',
    "struct.calcsize('ci'), struct.calcsize('cq'), struct.calcsize('ic'), struct.calcsize('c0i'), struct.calcsize('=ci'), struct.calcsize('c2si'), struct.calcsize('cxh'), struct.calcsize('bD')",
    'struct.Struct()',
    'struct.Struct(5)',
    "struct.Struct('B'), struct.Struct('B').size, struct.Struct(b'B').format, struct.Struct('B') == struct.Struct('B')",
    "struct.Struct('B').pack()",
    "struct.Struct('B').unpack_from(b'')",
    "struct.pack('d', Index(5)), struct.pack('B', Index(5))",
    "struct.pack('F', 1 + 2j), struct.pack('>F', 1), struct.unpack('<D', bytes(16))",
    "struct.pack('F', 'a')",
    "struct.unpack('B', memoryview(b'abcd')[::2])",
    "struct.pack_into('B', memoryview(bytearray(4))[::2], 0, 1)",
    'struct.error.__module__, struct.error.__name__, struct.error.__mro__',
]

for case in CASES:
    pass
    t(case)

# Methods and operators with arguments of all kinds.
from shared import *

ops = ['a[0]', 'a[-1]', 'a[5]', 'a[-6]', 'a[2**70]', 'a["x"]', 'a[1.5]', 'a[None]', 'a[Idx(1)]', 'a[Idx(KeyError)]',
       'a[True]', 'a[:]', 'a[1:3]', 'a[::2]', 'a[::-1]', 'a[3:1]', 'a[10:]', 'a[-2:]', 'a[::0]', 'a[4:0:-2]',
       'a["x":]', 'a[:2**70]', 'a[()]', 'a[1,2]', 'a + a', 'a + [1]', 'a + A("d")', '[1] + a', 'a * 2', '2 * a',
       'a * 0', 'a * -1', 'a * 1.5', 'a * "x"', 'a * 2**70', 'a * Idx(2)', 'a == a', 'a == [1,2,3,4,5]',
       'a == A("d",[1,2,3,4,5])', 'a < A("i",[1,3])', 'a <= A("i",[1,2,3,4,5])', 'a > A("i",[1,2])',
       'a >= A("d",[1.5])', 'a < [1]', 'a != A("i")', 'a != 1', '3 in a', '3.0 in a', '"x" in a', 'a.count(3)',
       'a.count("x")', 'a.index(3)', 'a.index(9)', 'a.index(3,1)', 'a.index(3,3)', 'a.index(3,-3,-1)',
       'a.index(3,0,2)', 'a.index("x")', 'a.index()', 'a.index(1,"x")', 'a.index(1,2,3,4)',
       'a.index(5,-2**70,2**70)', 'list(a)', 'tuple(a)', 'list(reversed(a))', 'sorted(a)', 'sum(a)', 'max(a)',
       'bytes(a)', 'bytearray(a)', 'a.tobytes()', 'a.tolist()', 'a.tounicode()', 'a.byteswap()', 'a.reverse()',
       'a.copy()', 'a.__copy__()', 'a.__deepcopy__({})', 'a.__deepcopy__()', 'a.__reduce_ex__(0)',
       'a.__reduce_ex__(2)', 'a.__reduce_ex__(3)', 'a.__reduce_ex__(4)', 'a.__reduce_ex__("x")', 'a.__reduce__()',
       'memoryview(a).format', 'memoryview(a).tolist()', 'a.append(1,2)', 'a.append()', 'a.extend(5)',
       'a.extend("x")', 'a.extend([1,"x"])', 'a.extend(A("d",[1]))', 'a.extend(b"ab")', 'a.insert(0)',
       'a.insert("x",1)', 'a.insert(0,"x")', 'a.insert(1.5,1)', 'a.insert(2**70,1)', 'a.pop("x")', 'a.pop(5)',
       'a.pop(-6)', 'a.pop(1,2)', 'a.pop(2**70)', 'a.remove(9)', 'a.remove("x")', 'a.remove()', 'a.fromlist((1,))',
       'a.fromlist([1,"x"])', 'a.fromlist(5)', 'a.frombytes(b"abc")', 'a.frombytes("abcd")', 'a.frombytes(5)',
       'a.frombytes(memoryview(b"abcdefgh")[::2])', 'a.frombytes(A("i",[1]))', 'a.frombytes(A("b",[1,2,3,4]))',
       'a.fromunicode("x")', 'a.fromunicode(5)', 'a.fromfile(io.BytesIO(b"abcdefgh"),1)',
       'a.fromfile(io.BytesIO(b"abcdefgh"),3)', 'a.fromfile(io.BytesIO(b"abcdefghi"),3)',
       'a.fromfile(io.BytesIO(b"ab"),1)', 'a.fromfile(io.BytesIO(),0)', 'a.fromfile(io.BytesIO(),-1)',
       'a.fromfile(io.StringIO("abcd"),1)', 'a.fromfile(5,1)', 'a.fromfile(io.BytesIO(),"x")', 'a.tofile(5)',
       'a.tofile(io.StringIO())', 'a.clear()', 'a.clear(1)', 'a.typecode', 'a.itemsize', 'setattr(a,"x",1)',
       'setattr(a,"typecode","b")', 'del_(a,0)', 'del_(a,-1)', 'del_(a,5)', 'del_(a,slice(1,3))',
       'del_(a,slice(None,None,2))', 'del_(a,slice(None,None,-2))', 'del_(a,slice(3,1))', 'del_(a,"x")',
       'set_(a,slice(1,3),A("i",[9]))', 'set_(a,slice(1,3),A("i",[7,8,9]))', 'set_(a,slice(1,1),A("i",[7,8,9]))',
       'set_(a,slice(None,None,2),A("i",[7,8,9]))', 'set_(a,slice(None,None,2),A("i",[7,8]))',
       'set_(a,slice(None,None,-1),a)', 'set_(a,slice(1,2),a)', 'set_(a,slice(None,None,2),A("i"))',
       'set_(a,slice(3,1),A("i",[5]))', 'set_(a,slice(0,1),[1])', 'set_(a,slice(0,1),A("d",[1]))',
       'set_(a,slice(0,1),b"abcd")', 'set_(a,slice(0,"x"),A("i"))', 'set_(a,slice(None,None,0),A("i"))',
       'set_(a,5,1)', 'set_(a,"x",1)', 'set_(a,0,"x")', 'iadd(a,A("i",[1]))', 'iadd(a,a)', 'iadd(a,[1])',
       'iadd(a,A("d"))', 'imul(a,2)', 'imul(a,0)', 'imul(a,-1)', 'imul(a,"x")', 'imul(a,1.5)', '[*a]', 'f"{a}"',
       'format(a,"x")']

for make in ['A("i", [1, 2, 3, 4, 5])', 'A("b", [1, 2, 3, 4, 5])', 'A("d", [1, 2, 3, 4, 5])', 'A("w", "abcde")', 'A("i")', 'A("q", [1, 2, 3])']:
    for op in ops:
        a = eval(make)
        show(make + ' ' + op, lambda: eval(op, globals(), {'a': a}))
        if a.typecode != 'w' or 'bytes' not in op and 'file' not in op:
            print(a)

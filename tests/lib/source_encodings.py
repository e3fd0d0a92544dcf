# Sources in the encoding that their first lines name.
import os
import sys
import traceback

def show(source):
    names = {}
    try:
        exec(compile(source, 'f.py', 'exec'), names)
        print(ascii(names['x']))
    except SyntaxError as e:
        print('SyntaxError', ascii(e.args))

for source in [
    b'# coding: koi8-r\nx = "\xc1\xc2"', b'# -*- coding: cp1251 -*-\nx = "\xcf\xb3"', b'# coding: latin-1\nx = "\xe9"',
    b'#coding=iso-8859-15\nx = "\xa4"', b'\n# coding: foobar\nx = 1', b'x = 1\n# coding: foobar\nx = 2', b'# coding: ascii\nx = "\xe9"',
    b'# coding: cp1252\nx = "\x81"', b'# coding: hex\n31', b'x = "\xe9"', b'# coding: utf-8\nx = "\xe9"', b'#coding: utf8\n\nx= "\xff"',
    b'\xef\xbb\xbf# coding: latin-1\nx = 1', b'\xef\xbb\xbf# coding: utf-8\nx = "\xc3\xa9"',
    '# coding: latin-1\nx = "\xe9"', '# coding: foobar\nx = "\xe9"', b'# coding: utf-7\nx = "+AOk-"', b'# coding: latin-1-unix\nx = "\xe9"',
    b'# coding: cp1251\nx = "\xf3" +', b'# coding: cp1251\n\xf3\xf3 = 0xI', b'# coding: mac-roman\r\nx = "\x8e"\r\n', b'# coding: cp437\rx = "\x82"\r',
    b'x = "\xe9" # coding: latin-1', b'# vim: set fileencoding=latin-1 :\nx = "\xe9"', b'"""doc"""\n# coding: latin-1\nx = "\xe9"',
]:
    show(source)
print(ascii(eval(b'# coding: latin-1\n"\xe9"')), ascii(eval(b'"\xc3\xa9"')))


folder = '/tmp/source_encodings_%d' % os.getpid()
os.mkdir(folder)
path = folder + '/in_koi8.py'
open(path, 'wb').write(b'# coding: koi8-r\nx = "\xc1"\ndef f():\n    raise ValueError("\xc1\xc2") # \xc1\n')
sys.path.insert(0, folder)
import in_koi8
print(ascii(in_koi8.x))
try:
    in_koi8.f()
except ValueError as e:
    print(ascii([line.replace(folder, '') for line in traceback.format_exception(e)][2:]))
os.remove(path)
for name in os.listdir(folder):
    if name.startswith("__"):
        for inner in os.listdir(folder + "/" + name): os.remove(folder + "/" + name + "/" + inner)
        os.rmdir(folder + "/" + name)
os.rmdir(folder)

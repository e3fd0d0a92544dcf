import codecs, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e, getattr(e,'__notes__',''))
for n in ('utf-8','UTF8','latin-1','latin1','iso-8859-1','ascii','us-ascii','utf-16','utf_16_le','utf-16be','utf-32','utf-32-le','utf-8-sig','cp1252','cp437','iso-8859-15','hex','base64','zlib','rot13','quopri','uu','foo','koi8-r','u8','cp65001','ISO8859_1','mbcs'):
    print(n, end=' '); t(lambda: codecs.lookup(n).name)
i=codecs.lookup('utf-8'); t(lambda: (len(i), i[0] is i.encode, type(i).__mro__, repr(i).split(' at')[0], i._is_text_encoding, i.encode('é'), i.decode(b'\xc3\xa9'), i.decode(bytearray(b'a'))))
t(lambda: codecs.encode('é')); t(lambda: codecs.decode(b'\xc3\xa9')); t(lambda: codecs.encode('é','latin-1')); t(lambda: codecs.encode('é','ascii','replace')); t(lambda: codecs.encode(b'ab','hex')); t(lambda: codecs.decode(b'6162','hex')); t(lambda: codecs.decode(b'zz','hex')); t(lambda: codecs.encode(b'ab','base64')); t(lambda: codecs.decode(b'YWI=\n','base64')); t(lambda: codecs.encode('Hello','rot13')); t(lambda: codecs.decode('Uryyb','rot_13')); t(lambda: codecs.decode(codecs.encode(b'xx','zlib'),'zip')); t(lambda: codecs.encode('ab','hex')); t(lambda: codecs.encode(b'a=b','quopri')); t(lambda: codecs.decode(b'a=3Db','quopri')); t(lambda: codecs.encode(b'ab','uu')); t(lambda: codecs.encode('a','foo')); t(lambda: codecs.encode(5)); t(lambda: codecs.decode(5)); t(lambda: codecs.decode('a')); t(lambda: codecs.encode(b'a'))
t(lambda: b'a'.decode('hex')); t(lambda: 'a'.encode('rot13'))
d=codecs.getincrementaldecoder('utf-8')(); t(lambda: (d.decode(b'\xc3'), d.getstate(), d.decode(b'\xa9'), d.getstate())); t(lambda: d.decode(b'\xe2\x82', True)); d.reset(); t(lambda: d.decode(b'abc', final=True)); t(lambda: d.errors)
for n in ('utf-16','utf-16-le','latin-1','utf-8-sig','ascii','utf-32'):
    d=codecs.getincrementaldecoder(n)('strict'); b='aé€😀'.encode(n,'ignore'); t(lambda: [d.decode(b[i:i+1]) for i in range(len(b))]+[d.decode(b'',True)]) if n!='ascii' and n!='latin-1' else t(lambda: d.decode(b'ab'))
    e=codecs.getincrementalencoder(n)('replace'); t(lambda: (e.encode('a'), e.encode('b', True), e.reset(), e.encode('c')))
t(lambda: ''.join(codecs.iterdecode([b'\xc3',b'\xa9x'],'utf-8'))); t(lambda: b''.join(codecs.iterencode(['a','é'],'utf-16')))
t(lambda: codecs.utf_8_decode(b'a\xc3')); t(lambda: codecs.utf_8_decode(b'a\xc3','strict',True)); t(lambda: codecs.utf_8_decode(b'a\xc3','ignore',True)); t(lambda: codecs.utf_8_encode('é')); t(lambda: codecs.latin_1_decode(b'\xe9')); t(lambda: codecs.ascii_encode('é','ignore')); t(lambda: codecs.utf_16_le_decode(b'a\0b')); t(lambda: codecs.utf_16_decode(b'\xff\xfea\0')); t(lambda: codecs.latin_1_encode('é'))
r=codecs.getreader('utf-8')(io.BytesIO('aé\nbü\r\nc'.encode())); t(lambda: r.read(2)); t(lambda: r.readline()); t(lambda: r.readline()); t(lambda: r.read()); t(lambda: r.read())
r=codecs.getreader('utf-8')(io.BytesIO('aé\nbü\r\nc'.encode())); t(lambda: list(r)); r.seek(0); t(lambda: r.readlines()); r.seek(0); t(lambda: r.readlines(keepends=False) if 0 else r.readline(keepends=False)); t(lambda: r.read(chars=1)); t(lambda: r.read(-1, 2))
o=io.BytesIO(); w=codecs.getwriter('utf-16')(o); w.write('a'); w.write('b'); w.writelines(['c','d']); t(lambda: o.getvalue()); t(lambda: w.stream is o)
t(lambda: [codecs.BOM, codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32_BE, codecs.BOM_LE, codecs.BOM64_BE, codecs.BOM32_LE])
import os
p='/tmp/_codecs_test%d' % os.getpid()
with codecs.open(p,'w','utf-8') as f: f.write('é\nx')
t(lambda: open(p,'rb').read()); f=codecs.open(p,encoding='utf-8'); t(lambda: (f.read(), type(f).__name__, f.encoding, f.closed)); f.close()
with codecs.open(p,'rb') as f: t(lambda: f.read())
os.remove(p)
t(lambda: codecs.lookup_error('foo')); t(lambda: codecs.strict_errors(ValueError('x'))); t(lambda: codecs.strict_errors(5)); e=UnicodeEncodeError('ascii','aéb',1,2,'x'); t(lambda: (codecs.ignore_errors(e), codecs.replace_errors(e), codecs.xmlcharrefreplace_errors(e), codecs.backslashreplace_errors(e)));  t(lambda: codecs.strict_errors(e)); t(lambda: codecs.ignore_errors(ValueError()))
t(lambda: codecs.EncodedFile(io.BytesIO(b'\xe9'),'utf-8','latin-1').read())
t(lambda: codecs.getencoder('utf-8')('é')); t(lambda: codecs.getdecoder('hex')(b'61')); t(lambda: codecs.getencoder('foo')); t(lambda: codecs.getincrementaldecoder('hex')().decode(b'61')); 

for s in ['é','\u20ac\0\x80','\ud800','日本','\U0001f600a','\ue000','가','\u0378', '\x85','\U000e0041\U00013460']:
    for enc in 'ascii','latin-1','cp1252','utf-8','utf-16-le','cp437':
        try: print(ascii(s), enc, s.encode(enc,'namereplace'))
        except UnicodeError as e: print(ascii(s), enc, e)
import codecs
try: codecs.namereplace_errors(UnicodeDecodeError('a',b'x',0,1,'r'))
except Exception as e: print(type(e),e)
try: codecs.namereplace_errors(ValueError('x'))
except Exception as e: print(type(e),e)
print(codecs.namereplace_errors(UnicodeEncodeError('a','xé€y',1,3,'r')))

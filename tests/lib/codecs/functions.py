# The functions of single codecs.
import codecs

for f,a in ((codecs.utf_8_decode,(b'\xed\xa0','surrogatepass')),(codecs.utf_8_decode,(b'\xed\xa0','surrogatepass',True)),(codecs.utf_8_decode,(b'\xed\xa0',)),(codecs.utf_16_encode,('a',None,1)),(codecs.utf_16_encode,('a',None,-1)),(codecs.utf_32_encode,('a','strict',1)),(codecs.utf_16_ex_decode,(b'\xff\xfea\0',)),(codecs.escape_decode,(rb'\x41\n\101',)),(codecs.escape_encode,(b'\x00\n\xff\\\'"',)),(codecs.readbuffer_encode,('é',)),(codecs.unicode_escape_decode,(b'\\u20ac\\x',)),(codecs.charmap_encode,('ab','strict',{97:b'xx',98:0x41})),(codecs.charmap_decode,(b'ab','strict','x'*98+'y'))):
    try: print(f.__name__, f(*a))
    except Exception as e: print(f.__name__,type(e).__name__, e)

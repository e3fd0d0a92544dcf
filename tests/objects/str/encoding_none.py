for f in (lambda: str(b'a',None), lambda: str(b'a','utf8',None), lambda: str(b'a',encoding=None), lambda: str(b'a',errors=None), lambda: str(b'a','utf8',errors=None), lambda: str(b'a',1), lambda: str('a',None), lambda: b'a'.decode(None), lambda: bytes('a',None), lambda: bytearray('a', None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

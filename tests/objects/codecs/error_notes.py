for f in [
          lambda: b'\xff'.decode('ascii'),
          lambda: b'\xff'.decode('utf-8'),
          lambda: b'\xff'.decode('utf_8'),
          lambda: b'\xff'.decode('U8'),
          lambda: b'\xff'.decode('utf-16'),
          lambda: b'\xff'.decode('utf-16-le'),
          lambda: b'\xff'.decode('utf-32'),
          lambda: b'\xff'.decode('utf-32-be'),
          lambda: b'\xff'.decode('utf-8-sig'),
          lambda: b'\x81'.decode('cp1252'),
          lambda: b'\xff'.decode('us-ascii'),
          lambda: b'\xff'.decode('646'),

          lambda: '\u1234'.encode('latin-1'),
          lambda: '\u1234'.encode('l1'),
          lambda: '\u1234'.encode('iso-8859-1'),
          lambda: '\u1234'.encode('cp1252'),
          lambda: '\ud800'.encode('utf-16'),
          lambda: '\ud800'.encode('utf-8-sig'),
          lambda: '\ud800'.encode('utf8'),
          lambda: '\ud800'.encode('utf-32'),
          lambda: '\ud800'.encode('utf-16-be'),
          lambda: 'é'.encode('us-ascii'),
          lambda: b'\xff'.decode('utf-16','nope'),
          lambda: b'\xff'.decode('ascii','nope'),
          lambda: b'\xff'.decode('646','nope'),
          lambda: b'\x81'.decode('cp1252','nope')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, '__notes__', None))

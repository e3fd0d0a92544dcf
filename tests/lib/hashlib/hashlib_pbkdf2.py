import hashlib as h
print(h.pbkdf2_hmac('sha256', b'pw', b'salt', 1000).hex(), h.pbkdf2_hmac('sha1', b'pw', b'salt', 2, 50).hex(), h.pbkdf2_hmac('md5', b'p'*100, bytearray(b'salt'), 3, dklen=5).hex())

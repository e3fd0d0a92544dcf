# What hmac.digest says to wrong keys and messages; HMAC objects take no other attributes.
import hashlib
import hmac

for key, message, name in (('k', b'm', 'md5'), (b'k', 'm', 'md5'), (b'k', None, 'sha256'), (None, b'm', 'sha1'), (bytearray(b'k'), b'm', 'md5'),
                           (memoryview(b'k'), memoryview(b'm'), 'md5'), (b'k', b'm', 'nope'), (b'k', b'm', '')):
    try:
        print(hmac.digest(key, message, name).hex())
    except Exception as e:
        print(type(e).__name__, e)
code = hmac.new(b'k', digestmod='md5')
try:
    code.extra = 1
except AttributeError as e:
    print(e)
print(code.block_size, code.digest_size, code.name, code.copy().hexdigest())
try:
    class Sub(hashlib.blake2b):
        pass
except TypeError as e:
    print(e)

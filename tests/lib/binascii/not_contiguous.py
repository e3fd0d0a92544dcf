# What decodes text says of any buffer it cannot have that it is none.
import base64
import binascii

view = memoryview(b'YWJjYWJj')
released = memoryview(b'ab')
released.release()
for function in binascii.a2b_hex, binascii.a2b_base64, binascii.a2b_uu, binascii.a2b_qp, base64.decodebytes, base64.b64decode:
    for argument in view[::2], view[::-1], view.cast('B', [2, 4]), view.cast('H'), released, 3:
        try:
            print(function.__name__, function(argument))
        except Exception as e:
            print(function.__name__, type(e).__name__, e)

# What wants text or a number from any buffer, given one that it cannot read.
strided = memoryview(b'12345')[::2]
released = memoryview(b'1')
released.release()
class Refuses:
    def __buffer__(self, flags):
        raise KeyError('no')
for v in strided, released, Refuses():
    for function in int, float, b'%s'.__mod__, b'%b'.__mod__, memoryview(b'').hex:
        try:
            print(function(v))
        except Exception as error:
            print(type(error).__name__, str(error).partition(' object at')[0])

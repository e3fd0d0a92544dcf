# What flags a class's __buffer__ is asked for, and what becomes of its refusal.
import io

class Exporter:
    refusal = None
    def __buffer__(self, flags):
        print('flags', flags)
        if self.refusal: raise self.refusal
        return memoryview(b'1+1')

def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)

exporter = Exporter()
attempt(lambda: io.BytesIO(exporter).read())
attempt(lambda: io.BytesIO().write(exporter))
attempt(lambda: eval(exporter))
exporter.refusal = KeyError('no')
attempt(lambda: io.BytesIO(exporter))
attempt(lambda: eval(exporter))
attempt(lambda: exec(exporter))
attempt(lambda: compile(exporter, '', 'eval'))
attempt(lambda: eval(memoryview(b'1+1+')[::2]))
attempt(lambda: bytearray(b'a').__release_buffer__())
attempt(lambda: bytearray(b'a').__buffer__(1, 2))

# CPython frees a view when the last reference to it goes. Here a collector does, so that a __release_buffer__ written in
# Python runs some time later. release(), `with` and the end of a function in C release at once.
class Exporter:
    def __init__(self):
        self.data = bytearray(b'data')

    def __buffer__(self, flags):
        log.append('get')
        return memoryview(self.data)

    def __release_buffer__(self, view):
        log.append('release')
        view.release()


def drop():
    view = memoryview(exporter)
    return view[0]


log = []
exporter = Exporter()
bytes(exporter)
memoryview(exporter).release()
with memoryview(exporter):
    pass
print(log)
log.clear()
drop()
print(log)
while 'release' not in log:
    block = bytes(1 << 20)
print(log)

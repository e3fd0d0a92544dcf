# The owner of a view made by __buffer__ is the object itself. CPython shows a wrapper of its own there, which leads nowhere.
class Exporter:
    def __buffer__(self, flags):
        return memoryview(b'data')


exporter = Exporter()
print(memoryview(exporter).obj is exporter)

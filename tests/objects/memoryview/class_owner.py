# The owner of a view of a class with __buffer__ is an object that stands for the request; it is the same for all views made from one.
class Exporter:
    __hash__ = None
    def __buffer__(self, flags):
        return memoryview(b'data')

exporter = Exporter()
view = memoryview(exporter)
print(view.obj is exporter, type(view.obj).__name__, view.obj is view[1:].obj, view.obj is memoryview(view).obj)
print(view.obj is memoryview(exporter).obj, type(exporter.__buffer__(0).obj).__name__)
print(hash(view) == hash(b'data'))
try:
    type(view.obj)()
except TypeError as error:
    print(error)

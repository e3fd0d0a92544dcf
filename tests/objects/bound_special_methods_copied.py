# Special methods bound to an object are copied by getattr(object, name).
import copy

items = [1, 2]
for method in items.__len__, (1).__add__, print.__call__:
    print(method.__reduce_ex__(4)[0].__name__, method.__reduce_ex__(4)[1][1], copy.copy(method) == method)
print(copy.deepcopy(items.__len__) == items.__len__, copy.deepcopy(items.__len__)())

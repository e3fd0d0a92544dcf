print(StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value)
e = StopIteration(3)
e.value = 4
print(e.args, e.value)
del e.value
print(e.value)

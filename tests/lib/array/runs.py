# Reversing, turning and slicing with steps, in every size of items and for numbers of items around a word.
from array import array

for code in 'bHiQ':
    for n in (0, 1, 2, 3, 5, 8, 9, 17):
        items = array(code, range(n))
        turned = items[:]
        turned.reverse()
        print(code, n, turned.tolist() == list(range(n))[::-1], items[::-1] == turned,
              all(items[a:b:s].tolist() == list(range(n))[a:b:s] for a in (None, 0, 2, -1) for b in (None, 3, -2) for s in (1, 2, 3, -1, -2, 1 << 62)))
        swapped = items[:]
        swapped.byteswap()
        size = items.itemsize
        print(swapped.tobytes() == b''.join(items.tobytes()[i:i + size][::-1] for i in range(0, n * size, size)))
        target = array(code, [7] * n)
        target[::-1] = items
        print(target == turned, memoryview(items)[::2] == memoryview(items)[::2].tolist() or memoryview(items)[::2] == items[::2])
print(array('I', [1, 2]) == array('d', [1, 2]), array('Q', [1 << 63]) == array('d', [2.0 ** 63]), array('b', [-1]) < array('Q', [0]),
      array('f', [0.5]) == array('d', [0.5]), array('d', [float('nan')]) == array('f', [float('nan')]))

for start in 0, 1, 3:
    for step in 1, 2, -1, -2:
        for other in 0, 1, 2:
            for back in 1, -1, 2:
                data = bytearray(range(12))
                view = memoryview(data)
                target = view[start:start + 6:step] if step > 0 else view[start + 6:start:step]
                source = view[other:][::back][:len(target)]
                if len(source) == len(target):
                    target[:] = source
                    print(start, step, other, back, data.hex())

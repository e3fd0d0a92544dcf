# Length-prefixed records: written into a growing bytearray, read back through slices of a view.
def write(count):
    out = bytearray()
    for i in range(count):
        size = (i * 7) % 61
        out.append(size)
        out += bytes([i & 255]) * size
    return out


def read(view):
    pos = total = 0
    while pos < len(view):
        size = view[pos]
        body = view[pos + 1:pos + 1 + size]
        if size:
            total += body[0] + body[-1] + len(body)
        pos += 1 + size
    return total


buffer = write(60000)
result = 0
for turn in range(12):
    result = result * 3 + read(memoryview(buffer)) & 0xFFFFFFFF
print(result)

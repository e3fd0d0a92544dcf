# Bytes by index and by iteration: parity bits and a running checksum over a bytearray seen through a view.
def fill(n):
    out = bytearray(n)
    x = 1
    for i in range(n):
        x = (x * 69069 + 1) & 0xFFFFFFFF
        out[i] = x >> 24
    return out


def parity(view):
    ones = 0
    for b in view:
        b ^= b >> 4
        b ^= b >> 2
        b ^= b >> 1
        ones += b & 1
    return ones


def fletcher(view):
    a = b = 0
    i = 0
    n = len(view)
    while i < n:
        a = (a + view[i]) % 255
        b = (b + a) % 255
        i += 1
    return b << 8 | a


data = fill(200000)
view = memoryview(data)
total = 0
for turn in range(12):
    data[turn] ^= 0x55
    total = (total * 31 + parity(view) + fletcher(view[turn:])) & 0xFFFFFF
print(total)

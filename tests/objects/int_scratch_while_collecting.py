# The scratch memory of long operations is in use though nothing else refers to it: collections must leave it alone.
P = 2 ** 61 - 1
good = 0
for exponent in 700_000, 900_000, 1_100_000:
    keep = [bytearray(1 << 16) for _ in range(40)]
    a, b, c = 3 ** exponent, 5 ** (exponent // 2), 7 ** (exponent + 5)
    good += a % P == pow(3, exponent, P)
    good += c % P == pow(7, exponent + 5, P)
    good += a * b % P == (a % P) * (b % P) % P
    good += a * c % P == (a % P) * (c % P) % P
    quotient, rest = divmod(c, b)
    good += quotient * b + rest == c and 0 <= rest < b
    good += divmod(a * c + 1, a) == (c, 1)
print(good)

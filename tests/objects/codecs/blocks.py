# Latin-1 and UTF-16 both ways, with ASCII, other characters, pairs and lone surrogates in and across blocks of 8 and 16.
import random
import zlib

random.seed(11)
POOLS = ["ab", "ab\x80\xe9\xff", "\xe9\xff", "abcdefghij\xe9", "a\u65e5", "\u65e5\u0800\uffff", "a\u0416\U0001f600", "aaaaaaaaaaaa\U0010ffff",
         "\U00010000", "ab\ud800\udc80", "aaaaaaaaaaaaaaa\udfff\u65e5\xe9"]
sums = {}
for turn in range(600):
    text = "".join(random.choices(POOLS[turn % len(POOLS)], k=random.choice([0, 1, 7, 8, 9, 15, 16, 17, 33, 100])))
    text = "x" * (turn % 19) + text
    data = bytes(random.choices([0, 65, 0xd8, 0xdc, 0xe9, 0x80], k=turn % 70))
    for codec in ("latin-1", "utf-16", "utf-16-le", "utf-16-be"):
        for errors in ("strict", "replace", "surrogatepass", "backslashreplace"):
            results = []
            for work in (lambda: text.encode(codec, errors), lambda: data.decode(codec, errors).encode("utf-8", "surrogatepass")):
                try:
                    results.append(work())
                except UnicodeError as error:
                    results.append(str(error).encode())
            sums[codec, errors] = zlib.crc32(b"|".join(results), sums.get((codec, errors), 0))
for key, value in sums.items():
    print(*key, value)
print(len(("\u65e5a\U0001f600" * 50000).encode("utf-16").decode("utf-16")), ("\xe9" * 100001).encode("latin-1") == b"\xe9" * 100001)

s = "héllo wörld €😀"
print([s[i] for i in range(len(s))])
print([s[-i] for i in range(1, len(s) + 1)])
for i in (len(s), -len(s) - 1, 1 << 70, "a", 1.5, None):
    try:
        print(s[i])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
print(s[2:5], s[:-3], s[-2:], s[::2], s[::-1], s[10:2], s[10:2:-3], s[100:], repr(s[1:1]))
long = "aé€😀" * 1000
print(all(long[i] == "aé€😀"[i % 4] for i in range(len(long))))
print(long[63:66], long[64], long[3999], long[128:136:2], len(long[1:-1]))

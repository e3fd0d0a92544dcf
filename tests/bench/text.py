# Words: splitting, counting, sorting, formatting.
seed = 11
words = []
for i in range(30000):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    words.append("w%d" % (seed >> 8 & 2047) + "abc"[seed >> 20 & 1:])
text = " ".join(words)
size = 0
for turn in range(12):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    lines = []
    for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(f"{word:<10}{n:>6} {n / len(words):.4%}")
    table = "\n".join(lines).upper().replace("W", "x")
    size += len(table) + table.count("x1") + table.find("x99")
print(size)

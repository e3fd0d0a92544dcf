words = "the quick brown fox jumps over the lazy dog and runs away from the bear".split()
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
print(sorted(words))
print(sorted(words, reverse=True))
pairs = [(i * 7919 % 13, i) for i in range(60)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted(pairs))

# Counting and replacing in long rows of one byte, in words of 64 and blocks of 16, agrees with taking matches one by one.
def slow_count(text, part):
    found = at = 0
    while (at := text.find(part, at)) >= 0:
        found += 1
        at += len(part)
    return found

texts = [b'a' * n for n in (1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200)]
texts += [b'a' * n + b'b' + b'a' * m for n in (0, 1, 31, 62, 63, 64, 65) for m in (0, 1, 2, 63, 64, 66)]
texts += [bytes(97 + (i * i // k) % 2 for i in range(300)) for k in (1, 3, 7, 20)]
parts = [b'a', b'aa', b'aaa', b'aaaa', b'ab', b'ba', b'aab', b'baa', b'a' * 9, b'a' * 16, b'a' * 20 + b'b', b'b' + b'a' * 31]
print(all(text.count(part) == slow_count(text, part) for text in texts for part in parts))
print(all(len(text.split(part)) == slow_count(text, part) + 1 for text in texts for part in parts))
print(all(text.replace(part, part[::-1]) == part[::-1].join(text.split(part)) for text in texts for part in parts))
print(all(text.replace(part, b'xyz', 2) == b'xyz'.join(text.split(part, 2)) for text in texts for part in parts))
print(all(text[::-1].find(part[::-1]) == (len(text) - text.rfind(part) - len(part) if part in text else -1)
          for text in texts for part in parts))

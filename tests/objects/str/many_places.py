# Replacing, splitting, indexing and slicing in long texts of one, two, three and four bytes a character, against lists of
# their characters.
import random

r = random.Random(7)
alphabets = ['ab ,', 'aé ,', 'éüя,', '日本aé', '日本語、', 'a😀日é']


def replaced(characters, old, new, most):
    result, at = [], 0
    while at < len(characters):
        if most and characters[at:at + len(old)] == old:
            result += new
            at += len(old)
            most -= 1
        else:
            result.append(characters[at])
            at += 1
    return ''.join(result)


for alphabet in alphabets:
    wrong = places = 0
    for size in 5, 70, 300, 2000:
        characters = r.choices(alphabet, k=size)
        text = ''.join(characters)
        for width in 1, 2, 3:
            old = r.choices(alphabet, k=width)
            for new in '', 'x', 'é', 'xyz', '日', alphabet[:width], 'longer than eight 日本':
                for most in -1, 1, 65:
                    wrong += text.replace(''.join(old), new, most) != replaced(characters, old, list(new), most)
            parts = text.split(''.join(old))
            places += len(parts)
            wrong += ''.join(old).join(parts) != text or replaced(characters, old, ['|'], -1).count('|') != len(parts) - 1
        for _ in range(50):
            i, j = r.randrange(size), r.randrange(size)
            wrong += text[i] != characters[i] or text[i:j] != ''.join(characters[i:j])
            wrong += text.find(text[i:i + 4], i) != i or text.index(characters[i]) != characters.index(characters[i])
        for step in -70, -33, -2, -1, 2, 5, 9, 33, 70:
            wrong += text[::step] != ''.join(characters[::step]) or text[size // 2::step] != ''.join(characters[size // 2::step])
    print(alphabet, places, wrong)
print(''.join(reversed('aé日😀' * 9)) == ('aé日😀' * 9)[::-1], 'é' in 'abc' * 500, ('abc' * 500).replace('é', 'x') == 'abc' * 500)

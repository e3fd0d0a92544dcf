# Occurrences at every distance, up to and beyond what is found at once, agree with cutting and joining.
def check(text, old, new):
    expected = new.join(text.split(old))
    wrong = [] if text.replace(old, new) == expected else [-1]
    for most in (1, 2, 63, 64, 65, 128, 9000):
        if text.replace(old, new, most) != new.join(text.split(old, most)):
            wrong.append(most)
    data = text.encode().replace(old.encode(), new.encode())
    if data != expected.encode():
        wrong.append('bytes')
    return wrong

for old in ('a', 'ab', 'é', '字', 'aab', 'a' * 9):
    for new in ('', 'b', 'xy', 'ü', '漢', 'z' * 16, 'z' * 17):
        for gap in list(range(20)) + [31, 33, 63, 65, 200]:
            for times in (1, 3, 70, 300):
                wrong = check(('-' * gap + old) * times, old, new) or check(old * times + '-' * gap, old, new)
                if wrong:
                    print(repr(old), repr(new), gap, times, wrong)
long = '字か' * 10000
print(check(long, '字', 'x'), len(long.replace('字', '')), long.count('字'), long.replace('字か', '-', 9000)[8999:9003])

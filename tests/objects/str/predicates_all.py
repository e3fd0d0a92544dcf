# How many characters each predicate accepts, and where they change.
for f in (str.isalnum, str.isalpha, str.isascii, str.isdecimal, str.isdigit, str.isidentifier, str.islower, str.isnumeric,
          str.isprintable, str.isspace, str.istitle, str.isupper):
    count = changes = total = 0
    before = False
    for c in range(0x110000):
        now = f(chr(c))
        if now:
            count += 1
        if now != before:
            changes += 1
            total = (total * 31 + c) % 1000000007
        before = now
    print(f.__name__, count, changes, total)

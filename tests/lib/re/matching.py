# Patterns made at random: what each matches where.
import re
N = 500
state = 20
def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (state >> 33) % n
ATOMS = ['a', 'b', 'c', '.', r'\w', r'\d', '[ab]', '[^a]', '[a-c1]', 'ab', r'\b', r'\B', '^', '$', r'\A', r'\Z', '1', r'\s', r'\W', 'é', '[é-ü]', 'ß', 'K', '[^\\W]', r'\n', '(?i:A)', '(?s:.)', '(?m:^)', '(?m:$)', 'σ', '[\\dé]', '\\.', 's', '(?i:ſ)', '(?a:\\w)']
QUANT = ['*', '+', '?', '*?', '+?', '??', '*+', '++', '?+', '{2}', '{1,2}', '{0,2}?', '{2,}', '{1,}+', '{,2}', '{1,3}+', '{2}+']
def gen(d, st):
    k = rnd(12)
    if d <= 0 or k < 4: return ATOMS[rnd(len(ATOMS))]
    if k == 4: return gen(d-1, st) + gen(d-1, st)
    if k == 5: return gen(d-1, st) + gen(d-1, st) + gen(d-1, st)
    if k == 6: return '(?:' + gen(d-1, st) + '|' + gen(d-1, st) + ')'
    if k == 7:
        st[0] += 1; return '(' + gen(d-1, st) + ('|' + gen(d-1, st) if rnd(2) else '') + ')'
    if k == 8: return '(?:' + gen(d-1, st) + ')' + QUANT[rnd(len(QUANT))]
    if k == 9:
        st[0] += 1; return '(' + gen(d-1, st) + ')' + QUANT[rnd(len(QUANT))]
    if k == 10:
        j = rnd(8)
        x = gen(d-1, st)
        if j == 0: return '(?=' + x + ')'
        if j == 1: return '(?!' + x + ')'
        if j == 2: return '(?<=' + x + ')'
        if j == 3: return '(?<!' + x + ')'
        if j == 4: return '(?>' + x + ')'
        if j == 5 and st[0]: return '\\' + str(1 + rnd(st[0])) + '(?:)' + x
        if j == 6 and st[0]: return '(?(' + str(1 + rnd(st[0])) + ')' + x + '|' + gen(d-1, st) + ')'
        return x
    a = ATOMS[rnd(len(ATOMS))]
    return a + (QUANT[rnd(len(QUANT))] if a[0] not in '^$(' and a not in (r'\b', r'\B', r'\A', r'\Z', 'ab') else '')
CH = 'aaabbbcc1 \n.éßKkſsσςA_'
for i in range(N):
    st = [0]
    p = gen(4, st)
    fl = [0, 0, re.I, re.M, re.S, re.A, re.I|re.A, re.I|re.M|re.S][rnd(8)]
    asb = rnd(4) == 0
    try:
        pat = p.encode('latin1') if asb else p
        c = re.compile(pat, fl)
    except UnicodeEncodeError:
        continue
    except Exception as e:
        print(i, repr(p), int(fl), 'ERR', type(e).__name__, e); continue
    for _ in range(4):
        s = ''.join(CH[rnd(len(CH))] for _ in range(rnd(14)))
        if asb: s = s.encode('latin1', 'replace')
        r = []
        for f in (c.match, c.fullmatch, c.search):
            m = f(s)
            r.append(m and (m.regs, m.lastindex))
        r.append([m.regs for m in c.finditer(s)])
        r.append(c.findall(s)); r.append(c.split(s)); r.append(c.sub(b'<\\g<0>>' if asb else '<\\g<0>>', s))
        pos = rnd(5); m = c.search(s, pos, pos + rnd(8)); r.append(m and m.regs)
        print(i, repr(p), int(fl), repr(s), r)

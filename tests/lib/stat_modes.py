import stat
for m in (0o100644, 0o40755, 0o120777, 0o104755, 0o102654, 0o1777, 0o41777, 0o41776, 0o20666, 0o60660, 0o10600, 0o140777, 0):
    print(oct(m), stat.filemode(m), oct(stat.S_IMODE(m)), oct(stat.S_IFMT(m)), [n for n in sorted(dir(stat)) if n.startswith('S_IS') and callable(getattr(stat, n)) and getattr(stat, n)(m)])
print({n: v for n, v in sorted(vars(stat).items()) if isinstance(v, int) and n != 'SF_SETTABLE'})

print([name for name in dir(list[int]) if not name.startswith('_')])
print(sorted(set(dir(dict[str, int])) - set(dir(dict))))
print(list[len], dict[str, print], tuple[int, ...], list[str.join])

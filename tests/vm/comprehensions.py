x = [i*j for i in range(3) for j in range(3) if i != j]; print(x)
print({k: v for k, v in zip('abc', range(3))}, {i % 3 for i in range(10)}, list(i for i in range(3)))

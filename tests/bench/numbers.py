# Floats, small and large integers, nested loops, lists.
def mandelbrot(size, limit):
    inside = 0
    for row in range(size):
        y = 2.0 * row / size - 1.0
        for column in range(size):
            x = 3.0 * column / size - 2.0
            a = b = 0.0
            for step in range(limit):
                a, b = a * a - b * b + x, 2.0 * a * b + y
                if a * a + b * b > 4.0:
                    break
            else:
                inside += 1
    return inside


def multiply(a, b):
    n = len(a)
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        row = a[i]
        for j in range(n):
            total = 0
            for k in range(n):
                total += row[k] * b[k][j]
            out[i][j] = total % 1000003
    return out


def digits(n):
    value = 1
    for i in range(2, n):
        value *= i
    return sum(int(c) for c in str(value % 10 ** 4000))


matrix = [[(i * 31 + j * 17) % 100 for j in range(70)] for i in range(70)]
for turn in range(4):
    matrix = multiply(matrix, matrix)
print(mandelbrot(160, 60), matrix[3][5], digits(1500))

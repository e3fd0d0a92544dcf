body = '\n'.join('        t += x ^ %d' % i for i in range(20000))
src = 'def f(xs, flag):\n    t = 0\n    for x in xs:\n' + body + '\n        if flag:\n' + body.replace('        ', '            ') + '\n    return t\n'
ns = {}
exec(src, ns)
print(ns['f']([1, 2], 0), ns['f']([3], 1), ns['f']([], 1))
names = '\n'.join('v%d = %d' % (i, i) for i in range(400))
src = 'def g():\n' + '\n'.join('    v%d = %d' % (i, i) for i in range(400)) + '\n    v399 += v300 * v2\n    l = [v0, v399]\n    l[1] += v398\n    return v399 + v1, l, sum(v395 for v395 in [v396])\n'
exec(src, ns)
print(ns['g']())
src = 'x = 1\ny = ' + ' + '.join(['x'] * 3000) + '\nz = ' + ' and '.join(['x'] * 3000) + '\nw = [' + ', '.join(['x'] * 3000) + ']'
exec(src, ns)
print(ns['y'], ns['z'], len(ns['w']))
src = 'def h(n):\n    if n == 0: return 0\n' + ''.join('    elif n == %d: return %d\n' % (i, i * 2) for i in range(1, 3000)) + '    else: return -1\n'
exec(src, ns)
print(ns['h'](0), ns['h'](2999), ns['h'](5000))

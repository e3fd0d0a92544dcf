# Methods that have nothing to change answer the text itself.
y = 'abc' * 40
print(y.strip() is y, y[:] is y, y * 1 is y, y + '' is y, '' + y is y, y.replace('q', 'r') is y, str(y) is y, y.ljust(2) is y,
      y.format() is y, f'{y}' is y, ''.join([y]) is y, y.removeprefix('q') is y, y.expandtabs() is y, y.zfill(1) is y,
      y.center(1) is y, y.split('q')[0] is y, y.partition('q')[0] is y, '%s' % y is y, format(y) is y, y.__str__() is y,
      '{}'.format(y) is y, f'{y:>3}' is y, '{a}'.format_map({'a': y}) is y)


class Text(str):
    pass


x = Text('abc')
print(type(x.format()), type(x.partition('q')[0]), type(x.rpartition('q')[2]), type(x.split('q')[0]), type(x % ()), type(f'{x:>2}'))
print('{{}}'.format(), 'a{{'.format(), '{}{}'.format('', ''), '{}'.format(''), repr('{:>4}'.format('ab')), '{0}{0}'.format('é'))

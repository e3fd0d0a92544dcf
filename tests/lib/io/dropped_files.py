# A file that nobody holds any more is written and closed, before somebody else looks at it.
path = '/tmp/bitis_dropped_files'
open(path, 'w').write('one')
print(open(path).read())


def write(text):
    open(path, 'w').write(text)


write('two')
print(open(path).read())
open(path, 'a').write('three')
print(open(path, 'rb').read())
file = open(path, 'w')
file.write('live')
print(repr(open(path).read()))
file.close()
print(open(path).read())
for number in range(3000):
    open(path)
print(number)

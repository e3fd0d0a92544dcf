path = '/tmp/bitis_text_update'
with open(path, 'w') as file:
    print(file.write('one\ntwo\nthree\n'), file.tell())
with open(path, 'r+') as file:
    print(repr(file.readline()), file.tell())
    file.seek(file.tell())
    print(file.write('TWO'), file.tell(), repr(file.readline()))
    file.seek(0)
    print(repr(file.read()))
with open(path, 'a+') as file:
    print(file.tell(), file.write('X'), file.seek(0), repr(file.read()))
with open(path, 'w+') as file:
    print(file.write('hello'), file.truncate(3), file.tell(), file.seek(0), repr(file.read()))

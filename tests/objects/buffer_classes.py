log = []


class Exporter:
    def __init__(self):
        self.data = bytearray(b'hello')

    def __buffer__(self, flags):
        log.append('get %d' % flags)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        log.append('release %s' % view.tobytes())
        view.release()


class Silent:
    def __buffer__(self, flags):
        return memoryview(b'silent')


class Wrong:
    def __buffer__(self, flags):
        return 5


class Raises:
    def __buffer__(self, flags):
        raise ZeroDivisionError('mine')


class Sub(bytearray):
    def __buffer__(self, flags):
        log.append('sub get')
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        log.append('sub release')
        super().__release_buffer__(view)


def t(text):
    log.clear()
    try:
        print(text, '->', repr(eval(text)), log)
    except Exception as error:
        print(text, '->', type(error).__name__, error, log)


e = Exporter()
t('bytes(e)')
t('bytearray(e)')
t("b'x' + e")
t("b','.join([e, e])")
t("b'hello world'.find(e)")
t('e.data.append(33)')
with memoryview(e) as m:
    t('m[0], m.format, m.readonly, m.nbytes')
    t('m.__setitem__(0, 72)')
    t('e.data.append(33)')
    n = m[1:]
t('n.tobytes()')
n.release()
t('e.data.append(33)')
t('e.data')
for kind in 'Silent', 'Wrong', 'Raises':
    t('bytes(%s())' % kind)
    t('memoryview(%s())[0]' % kind)
    t("b'a' + %s()" % kind)
    t("b'a'.join([%s()])" % kind)
    t("b'a'.find(%s())" % kind)
s = Sub(b'abc')
t('bytes(s)')
m = memoryview(s)
t('s.append(1)')
t('m.release()')
t('s.append(1)')
t('s')

# io.IncrementalNewlineDecoder
import codecs
import io


def run(source):
    try:
        exec(source, {'io': io, 'codecs': codecs})
    except Exception as error:
        print(type(error).__name__, error)


run("d=io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\\r')), repr(d.decode('\\nb')), d.newlines, d.getstate(), repr(d.decode('x\\r', True)), d.newlines, d.reset(), d.newlines)")
run("d=io.IncrementalNewlineDecoder(None, False); print(repr(d.decode('a\\r')), repr(d.decode('\\nb\\r\\r\\n')), d.newlines)")
run("d=io.IncrementalNewlineDecoder(decoder=None, translate=True, errors='strict'); print(d.decode(input='a\\r\\n', final=False))")
run('io.IncrementalNewlineDecoder()')
run('io.IncrementalNewlineDecoder(None)')
run("io.IncrementalNewlineDecoder(None, True).decode(b'x')")
run('io.IncrementalNewlineDecoder(None, True).decode(5)')
run("io.IncrementalNewlineDecoder(5, True).decode('x')")
run("d=io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), True); print(repr(d.decode(b'\\xe2\\x82')), d.getstate(), repr(d.decode(b'\\xac\\r')), d.getstate(), d.setstate((b'', 0)), repr(d.decode(b'\\n')))")
run('d=io.IncrementalNewlineDecoder(None, True); d.setstate(5)')
run("d=io.IncrementalNewlineDecoder(None, True); d.setstate((b'',1)); print(repr(d.decode('\\n')), d.getstate())")
run("d=io.IncrementalNewlineDecoder(None, True); d.setstate(('x','y'))")
run("d=io.IncrementalNewlineDecoder.__new__(io.IncrementalNewlineDecoder); d.decode('x')")

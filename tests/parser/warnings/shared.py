# Shows the warnings of compiling texts, once given and once raised.
import warnings


def attempt(action, source):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter(action)
        try:
            compile(source, '<test>', 'exec')
            error = None
        except SyntaxError as e:
            error = f'{e.msg} at {e.lineno}:{e.offset} to {e.end_lineno}:{e.end_offset} in {e.text!r}'
    for warning in given:
        print('   ', warning.category.__name__, warning.lineno, warning.message)
    if error:
        print('    SyntaxError', error)


def show(sources):
    for source in sources[1:-1].split('\n---\n'):
        print(source)
        attempt('always', source)
        attempt('error', source)

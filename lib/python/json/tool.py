"""python -m json: check JSON text and print it anew."""

import json
import sys

_USAGE = 'usage: {}[-h] [--sort-keys] [--no-ensure-ascii] [--json-lines]\n' \
    '{:{}}[--indent INDENT | --tab | --no-indent | --compact]\n{:{}}[infile] [outfile]\n'
_HELP = '''
A simple command line interface for json module to validate and pretty-print
JSON objects.

positional arguments:
  infile             a JSON file to be validated or pretty-printed
  outfile            write the output of infile to outfile

options:
  -h, --help         show this help message and exit
  --sort-keys        sort the output of dictionaries alphabetically by key
  --no-ensure-ascii  disable escaping of non-ASCII characters
  --json-lines       parse input using the JSON Lines format. Use with --no-
                     indent or --compact to produce valid JSON Lines output.
  --indent INDENT    separate items with newlines and use this number of
                     spaces for indentation
  --tab              separate items with newlines and use tabs for indentation
  --no-indent        separate items with spaces rather than newlines
  --compact          suppress all whitespace separation (most compact)
'''
_OPTIONS = ['--help', '--sort-keys', '--no-ensure-ascii', '--json-lines', '--indent', '--tab', '--no-indent', '--compact']


def _program():
    name = sys.argv[0].rpartition('/')[2]
    return f'{sys.executable.rpartition("/")[2]} -m {name[8:-1]}' if name.startswith('<frozen ') else name


def _usage():
    program = _program()
    margin = len(program) + 8
    return _USAGE.format(program + ' ', '', margin, '', margin)


def _fail(message):
    sys.stderr.write(f'{_usage()}{_program()}: error: {message}\n')
    sys.exit(2)


def _option(word):
    """The option that a word is, perhaps shortened, and what follows its equals sign."""
    name, equals, given = word.partition('=')
    found = [option for option in _OPTIONS if option.startswith(name)] if len(name) > 2 else []
    if name == '-h':
        found = ['--help']
    if name in found:
        found = [name]
    if len(found) > 1:
        _fail(f'ambiguous option: {word} could match {', '.join(found)}')
    return found[0] if found else None, given if equals else None


def _arguments(words):
    """The options that are given, as a dict, and the files."""
    chosen, files, unknown = {}, [], []
    words = iter(words)
    for word in words:
        if word == '--':
            files += words
            break
        if word[:1] != '-' or word == '-':
            files.append(word)
            continue
        option, given = _option(word)
        if option is None:
            unknown.append(word)
            continue
        if option == '--help':
            sys.stdout.write(_usage() + _HELP)
            sys.exit(0)
        if option == '--indent':
            given = next(words, None) if given is None else given
            if given is None:
                _fail('argument --indent: expected one argument')
            try:
                given = int(given)
            except ValueError:
                _fail(f'argument --indent: invalid int value: {given!r}')
        elif given is not None:
            _fail(f'argument {option}: ignored explicit argument {given!r}')
        for other in chosen:
            if other != option and other in _OPTIONS[4:] and option in _OPTIONS[4:]:
                _fail(f'argument {option}: not allowed with argument {other}')
        chosen[option] = given
    if unknown or len(files) > 2:
        _fail(f'unrecognized arguments: {' '.join(unknown + files[2:])}')
    return chosen, files


def main():
    """Do what sys.argv says."""
    chosen, files = _arguments(sys.argv[1:])
    how = {'sort_keys': '--sort-keys' in chosen, 'ensure_ascii': '--no-ensure-ascii' not in chosen, 'indent': 4}
    if '--indent' in chosen:
        how['indent'] = chosen['--indent']
    elif '--tab' in chosen:
        how['indent'] = '\t'
    elif '--no-indent' in chosen:
        how['indent'] = None
    elif '--compact' in chosen:
        how['indent'], how['separators'] = None, (',', ':')
    try:
        if not files or files[0] == '-':
            text = sys.stdin.read()
        else:
            with open(files[0], encoding='utf-8') as infile:
                text = infile.read()
        values = [json.loads(line) for line in text.splitlines()] if '--json-lines' in chosen else [json.loads(text)]
        outfile = open(files[1], 'w', encoding='utf-8') if len(files) > 1 else sys.stdout
        for value in values:
            outfile.write(json.dumps(value, **how) + '\n')
        if outfile is not sys.stdout:
            outfile.close()
    except ValueError as error:
        raise SystemExit(error)


if __name__ == '__main__':
    main()

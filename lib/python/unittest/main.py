"""The command line: unittest.main()."""

import os
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner

__unittest = True

_FLAGS = {'-v': 'verbose', '-q': 'quiet', '-f': 'failfast', '-c': 'catch', '-b': 'buffer', '-h': 'help',
          '--verbose': 'verbose', '--quiet': 'quiet', '--failfast': 'failfast', '--catch': 'catch', '--buffer': 'buffer',
          '--locals': 'locals', '--help': 'help'}
_VALUES = {'-k': 'k', '--durations': 'durations'}
_DISCOVERY = {'-s': 'start', '--start-directory': 'start', '-p': 'pattern', '--pattern': 'pattern', '-t': 'top',
              '--top-level-directory': 'top'}
_SHOWN = ['[-h]', '[-v]', '[-q]', '[--locals]', '[--durations N]', '[-f]', '[-c]', '[-b]', '[-k TESTNAMEPATTERNS]']
_OPTIONS = '''\
options:
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  --durations N        Show the N slowest test cases (N=0 for all)
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring
'''
_DISCOVERY_OPTIONS = '''\
  -s, --start-directory START
                        Directory to start discovery ('.' default)
  -p, --pattern PATTERN
                        Pattern to match tests ('test*.py' default)
  -t, --top-level-directory TOP
                        Top level directory of project (defaults to start
                        directory)

For test discovery all test modules must be importable from the top level
directory of the project.
'''
_TESTS = '''
positional arguments:
  tests                a list of any number of test modules, classes and test
                       methods.

'''
_MODULE_EXAMPLES = '''
Examples:
  {0}                           - run default set of tests
  {0} MyTestSuite               - run suite 'MyTestSuite'
  {0} MyTestCase.testSomething  - run MyTestCase.testSomething
  {0} MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
'''
_MAIN_EXAMPLES = '''
Examples:
  {0} test_module               - run tests from test_module
  {0} module.TestClass          - run tests from module.TestClass
  {0} module.Class.test_method  - run specified test method
  {0} path/to/test_file.py      - run tests from test_file.py

'''
_NO_TESTS = 5                           # exit status
_WIDTH = 78


def _usage(name, parts, last):
    """The usage, its parts on as many lines as they need."""
    margin = ' ' * len(f'usage: {name} ')
    lines = [f'usage: {name}']
    for part in parts:
        if len(lines[-1]) + 1 + len(part) > _WIDTH:
            lines.append(margin[:-1])
        lines[-1] += ' ' + part
    return '\n'.join(lines + ([margin + last] if last else [])) + '\n'


def _module_name(name):
    """The module that a file name stands for."""
    if not (os.path.isfile(name) and name.lower().endswith('.py')):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace('\\', '.').replace('/', '.')


class TestProgram:
    """Finds the tests that the command line names, by default all of the module, and runs them."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _discovery_help(self):
        parts = _SHOWN + ['[-s START]', '[-p PATTERN]', '[-t TOP]']
        options = ''.join(                      # as in the other help, but one column further to the right
            line[:23].rstrip().ljust(23) + ' ' + line[23:] if line.startswith('  ') else line
            for line in _OPTIONS.splitlines(True))
        return f'{_usage(self.progName + " discover", parts, None)}\n{options}{_DISCOVERY_OPTIONS}'

    def _help(self):
        text = _usage(self.progName, _SHOWN, '[tests ...]') + _TESTS + _OPTIONS
        if self.module is not None:
            return text + _MODULE_EXAMPLES.format(self.progName) + '\n'
        return text + _MAIN_EXAMPLES.format(self.progName) + self._discovery_help()

    def _fail(self, message):
        sys.stderr.write(f'{_usage(self.progName, _SHOWN, "[tests ...]")}{self.progName}: error: {message}\n')
        sys.exit(2)

    def parseArgs(self, argv):
        """Take options and names of tests from the command line."""
        words = argv[1:]
        discovery = self.module is None and words[:1] == ['discover']
        self._given = {}
        names = self._read(words[discovery:], discovery)
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if discovery:
            self._given.update(zip(('start', 'pattern', 'top'), names))
            self._discover()
        elif names:
            self.testNames = [_module_name(name) for name in names]
            if argv[0].endswith(' -m unittest'):
                self.module = None
            self.createTests()
        elif self.module is None:
            self._discover()
        else:
            default = self.defaultTest
            self.testNames = None if default is None else (default,) if isinstance(default, str) else list(default)
            self.createTests()

    def _read(self, words, discovery):
        names, words = [], iter(words)
        for word in words:
            name, equals, value = word.partition('=') if word.startswith('--') else (word[:2], len(word) > 2, word[2:])
            options = {**_VALUES, **_DISCOVERY} if discovery else _VALUES
            if word in _FLAGS:
                self._set(_FLAGS[word], discovery)
            elif word[0:1] == '-' and name in options:
                if not equals:
                    value = next(words, None)
                    if value is None:
                        shown = '/'.join(o for o in options if options[o] == options[name])
                        self._fail(f'argument {shown}: expected one argument')
                self._take(options[name], value)
            elif word.startswith('-') and word[1:2] != '-' and all('-' + letter in _FLAGS for letter in word[1:]) and len(word) > 1:
                for letter in word[1:]:
                    self._set(_FLAGS['-' + letter], discovery)
            elif word.startswith('-') and len(word) > 1:
                self._fail(f'unrecognized arguments: {word}')
            else:
                names.append(word)
        return names

    def _set(self, flag, discovery):
        if flag == 'help':
            sys.stdout.write(self._discovery_help() if discovery else self._help())
            sys.exit(0)
        elif flag == 'verbose':
            self.verbosity = 2
        elif flag == 'quiet':
            self.verbosity = 0
        elif flag == 'failfast':
            self.failfast = True
        elif flag == 'buffer':
            self.buffer = True
        elif flag == 'locals':
            self.tb_locals = True

    def _take(self, name, value):
        if name == 'k':
            self.testNamePatterns = [*(self.testNamePatterns or ()), value if '*' in value else f'*{value}*']
        elif name == 'durations':
            try:
                self.durations = int(value)
            except ValueError:
                self._fail(f'argument --durations: invalid int value: {value!r}')
        else:
            self._given[name] = value

    def createTests(self):
        """Load the tests that are named."""
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _discover(self):
        self.test = self.testLoader.discover(self._given.get('start', '.'), self._given.get('pattern', 'test*.py'),
                                             self._given.get('top'))

    def runTests(self):
        """Run the tests and, if so wished, leave the program."""
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                            tb_locals=self.tb_locals, durations=self.durations)
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram

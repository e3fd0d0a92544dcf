"""The command line: unittest.main()."""

import os
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner

__unittest = True

_USAGE = """\
usage: {name} [-h] [-v] [-q] [-f] [-b] [-k PATTERN] [tests ...]

  tests          modules, classes or methods: test_module, test_module.TestClass, TestClass.test_method
  -v, --verbose  a line for each test
  -q, --quiet    nothing for each test
  -f, --failfast stop at the first failure
  -b, --buffer   keep standard output of tests that pass
  -k PATTERN     only tests whose name contains the text, or fits the pattern
"""
_NO_TESTS = 5                           # exit status


class TestProgram:
    """Finds the tests that the command line names, by default all of the module, and runs them."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        argv = sys.argv if argv is None else argv
        self.progName = os.path.basename(argv[0])
        self._read(argv[1:])
        self.runTests()

    def _read(self, words):
        names, patterns = [], []
        words = iter(words)
        for word in words:
            if word in ('-h', '--help'):
                print(_USAGE.format(name=self.progName), end='')
                sys.exit(0)
            elif word in ('-v', '--verbose'):
                self.verbosity = 2
            elif word in ('-q', '--quiet'):
                self.verbosity = 0
            elif word in ('-f', '--failfast'):
                self.failfast = True if self.failfast is None else self.failfast
            elif word in ('-b', '--buffer'):
                self.buffer = True if self.buffer is None else self.buffer
            elif word in ('-c', '--catch'):
                pass
            elif word == '-k' or word.startswith('-k'):
                text = word[2:] or next(words, '')
                patterns.append(text if '*' in text else f'*{text}*')
            elif word.startswith('-'):
                print(_USAGE.format(name=self.progName), end='', file=sys.stderr)
                print(f'{self.progName}: error: unrecognized arguments: {word}', file=sys.stderr)
                sys.exit(2)
            else:
                names.append(word)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        self._find(names)

    def _find(self, names):
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        elif self.module is None:
            self.test = self.testLoader.discover('.')
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        """Run the tests and, if so wished, leave the program."""
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings)
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram

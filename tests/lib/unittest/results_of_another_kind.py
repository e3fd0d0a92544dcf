# Results that lack methods, tests that return something, load_tests() that fails, warnings of several kinds.
import io
import types
import unittest
import warnings


class Returns(unittest.TestCase):
    def test_number(self):
        return 1

    def test_several_kinds(self):
        with self.assertWarns((DeprecationWarning, UserWarning)) as caught:
            warnings.warn('expected')
        print(caught.warning)


class Outcomes(unittest.TestCase):
    def test_passes(self):
        pass

    def test_skips(self):
        self.skipTest('why')

    @unittest.expectedFailure
    def test_fails(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


class Result:
    shouldStop = False
    failures = errors = skipped = ()
    testsRun = 1
    separator2 = ''

    def startTest(self, test):
        print('start', test)

    def stopTest(self, test):
        pass

    def addSuccess(self, test):
        print('success')

    def addFailure(self, test, error):
        print('failure')

    def wasSuccessful(self):
        return True

    def printErrors(self):
        pass


class Runner(unittest.TextTestRunner):
    def _makeResult(self):
        return Result()


with warnings.catch_warnings(record=True) as given:
    warnings.simplefilter('always')
    for name in 'test_number', 'test_several_kinds':
        print(Returns(name).run())
    Runner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Outcomes))
for warning in given:
    print(warning.category.__name__, warning.message)


class Cleanup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(lambda: 1 / 0)

    def test(self):
        pass


try:
    unittest.TestSuite([Cleanup('test')]).debug()
except ZeroDivisionError as error:
    print(error)

module = types.ModuleType('module')
module.load_tests = lambda loader, tests, pattern: {}['missing']
loader = unittest.TestLoader()
print(loader.loadTestsFromModule(module), loader.errors[0].splitlines()[0])
print(loader.loadTestsFromName('json.missing.name'), loader.errors[1].splitlines()[-1])
print(warnings.catch_warnings(record=True, module=module))

import io
import unittest


def setUpModule():
    print("module up")
    unittest.addModuleCleanup(print, "module cleanup")


def tearDownModule():
    print("module down")


class Manager:
    def __enter__(self):
        print("enter")
        return 5

    def __exit__(self, *details):
        print("exit")


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def setUp(self):
        print("up", self.id())
        self.addCleanup(print, "cleanup")

    def tearDown(self):
        print("down")

    def test_a(self):
        print(self.enterContext(Manager()))

    def test_b(self):
        self.addTypeEqualityFunc(int, lambda a, b, msg=None: print("compared", a, b))
        self.assertEqual(1, 2)


class Second(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("not here")

    def test_c(self):
        pass


class Third(unittest.TestCase):
    def tearDown(self):
        raise RuntimeError("down")

    def test_d(self):
        self.addCleanup(lambda: 1 / 0)
        self.fail("first")


out = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__"))
result = unittest.TextTestRunner(stream=out, verbosity=2, failfast=False).run(suite)
print(out.getvalue().split("Ran ")[0].replace(setUpModule.__code__.co_filename, "FILE"))
print(result)

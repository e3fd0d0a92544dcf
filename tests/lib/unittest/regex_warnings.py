import io
import unittest
import warnings


class Tests(unittest.TestCase):
    def check(self, function):
        try:
            function()
            print("no failure")
        except AssertionError as e:
            print(e)

    def test_regex(self):
        self.check(lambda: self.assertRegex("abc", "b+"))
        self.check(lambda: self.assertRegex("abc", "x+"))
        self.check(lambda: self.assertNotRegex("abc", "b+"))
        self.check(lambda: self.assertRaisesRegex(ValueError, "base 10", int, "x"))
        self.check(lambda: self.assertRaisesRegex(ValueError, "base 11", int, "x"))
        self.check(lambda: self.assertRaisesRegex(KeyError, "k", dict().get, 1))

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn("old", DeprecationWarning)
        print(repr(cm.warning), cm.lineno)
        self.check(lambda: self.assertWarns(UserWarning, len, []))
        self.check(lambda: self.assertWarnsRegex(UserWarning, "x", warnings.warn, "abc"))

    def test_wrong_arguments(self):
        for function in (lambda: self.assertRaises(3), lambda: self.assertRaises(ValueError, foo=1),
                         lambda: self.assertWarns(ValueError), lambda: self.assertAlmostEqual(1, 2, places=1, delta=1)):
            try:
                function()
            except TypeError as e:
                print(e)


unittest.main(argv=["x"], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))

# Cases of every outcome.
import unittest

class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("suc")
    @classmethod
    def tearDownClass(cls): print("tdc")
    def setUp(self): self.x = 1
    def tearDown(self): pass
    def test_ok(self):
        """A doc line.

        more"""
        self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual(1, 2)
    def test_err(self): 1/0
    @unittest.skip("why")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail("x")
    @unittest.expectedFailure
    def test_xs(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i, k='a'):
                self.assertNotEqual(i, 1)
    def test_cleanup(self):
        self.addCleanup(print, "cleanup1"); self.addCleanup(print, "cleanup2")
    def test_skip_inside(self): self.skipTest("inside")
    @unittest.skipIf(True, "cond")
    def test_skipif(self): pass
    @unittest.skipUnless(True, "cond")
    def test_skipunless(self): pass
    def helper(self): pass
@unittest.skip("whole class")
class S(unittest.TestCase):
    def test_a(self): pass
class BadSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError("nope")
    def test_z(self): pass
class E2(unittest.TestCase):
    def setUp(self): raise KeyError('setup')
    def tearDown(self): print("not reached")
    def test_q(self): pass

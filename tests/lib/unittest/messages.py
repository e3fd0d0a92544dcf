import unittest, sys, io


class Messages(unittest.TestCase):
    def test_msgs(self):
        def m(f):
            try: f(); print("no failure")
            except self.failureException as e: print(str(e)); print('--')
        m(lambda: self.assertEqual([1,2,3], [1,2,4]))
        m(lambda: self.assertEqual([1,2], [1,2,4], 'note'))
        m(lambda: self.assertEqual({'a':1}, {'a':2}))
        m(lambda: self.assertEqual({1,2}, {2,3}))
        m(lambda: self.assertEqual((1,), (2,)))
        m(lambda: self.assertEqual("abc\ndef\n", "abc\ndeg\n"))
        m(lambda: self.assertEqual("abc", "abd"))
        m(lambda: self.assertEqual(1, 'x', 'msg'))
        m(lambda: self.assertNotEqual(1, 1))
        m(lambda: self.assertTrue(0)); m(lambda: self.assertFalse([1])); m(lambda: self.assertIs([], [])); m(lambda: self.assertIsNot(None, None))
        m(lambda: self.assertIsNone(3)); m(lambda: self.assertIsNotNone(None)); m(lambda: self.assertIn(1, [2])); m(lambda: self.assertNotIn(1, [1]))
        m(lambda: self.assertIsInstance(1, str)); m(lambda: self.assertNotIsInstance(1, int)); m(lambda: self.assertIsInstance(1, (str, list)))
        m(lambda: self.assertGreater(1, 2)); m(lambda: self.assertLess(2, 1)); m(lambda: self.assertGreaterEqual(1, 2)); m(lambda: self.assertLessEqual(2,1))
        m(lambda: self.assertAlmostEqual(1.0, 1.1)); m(lambda: self.assertAlmostEqual(1.0, 1.1, places=2)); m(lambda: self.assertAlmostEqual(1.0,1.1,delta=.01)); m(lambda: self.assertNotAlmostEqual(1.0, 1.0)); m(lambda: self.assertAlmostEqual(1.0, 1.00000001))
        m(lambda: self.assertCountEqual([1,2,2], [2,1,3])); m(lambda: self.assertCountEqual([[1],[2]], [[2],[1]])); m(lambda: self.assertRaises(ValueError, int, '3')); m(lambda: self.assertRaises(ValueError, int, 'x'))
        m(lambda: self.assertSequenceEqual([1,2],(1,2))); m(lambda: self.assertSequenceEqual([1,2],(1,3))); m(lambda: self.assertListEqual([1],(1,))); m(lambda: self.assertDictEqual({}, [])); m(lambda: self.assertSetEqual({1},{2})); m(lambda: self.assertMultiLineEqual('a','b')); m(lambda: self.assertTupleEqual((1,2),(1,)))
        m(lambda: self.fail()); m(lambda: self.fail('because'))
        m(lambda: self.assertEqual([1]*50, [1]*49+[2])); m(lambda: self.assertEqual(list(range(5)), [])); m(lambda: self.assertEqual({}, {'k': 'v'}))
        m(lambda: self.assertStartsWith('abc','x')); m(lambda: self.assertEndsWith('abc','x')); m(lambda: self.assertHasAttr(1,'x')); m(lambda: self.assertNotHasAttr(1,'real')); m(lambda: self.assertIsSubclass(int, str)); m(lambda: self.assertNotIsSubclass(bool, int)); m(lambda: self.assertNotStartsWith('abc','a')); m(lambda: self.assertNotEndsWith('abc','c'))
        with self.assertRaises(ZeroDivisionError) as cm: 1/0
        print(repr(cm.exception))
        def r():
            with self.assertRaises(ZeroDivisionError): pass
        m(r)
        def r():
            with self.assertRaises((ZeroDivisionError, KeyError), msg='mm'): pass
        m(r)


unittest.main(argv=['x'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))

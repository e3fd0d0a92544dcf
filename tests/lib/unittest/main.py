import unittest, sys, io
from shared import *

suite = unittest.TestLoader().loadTestsFromTestCase(T)
ld = unittest.TestLoader()
t=T('test_ok'); print(t, repr(t), t.id(), t.shortDescription(), t.countTestCases(), suite.countTestCases(), unittest.TestSuite([t]), ld.getTestCaseNames(T))
ld2=unittest.TestLoader(); s=ld2.loadTestsFromName('T.test_ok', sys.modules['__main__']); print(s, s.countTestCases()); 
try: unittest.main(argv=['x', 'T.test_ok'], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
except SystemExit as e: print('exit', e.code)
p = unittest.main(argv=['x', '-v', 'T.test_fail'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO())); print(p.result)
with T('test_ok').assertRaises(KeyError): raise KeyError
try: T('nosuch')
except ValueError as e: print(e)
class FT(unittest.TestCase):
    def runTest(self): print("runTest")
FT().run(); FT().debug(); print(unittest.FunctionTestCase(lambda: print("ft")).run())

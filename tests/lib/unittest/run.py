import unittest, sys, io
from shared import *

for v in (0, 1, 2):
    out = io.StringIO()
    suite = unittest.TestSuite()
    ld = unittest.TestLoader()
    for c in (T, S, BadSetup, E2): suite.addTests(ld.loadTestsFromTestCase(c))
    r = unittest.TextTestRunner(stream=out, verbosity=v).run(suite)
    txt = out.getvalue()
    i = txt.find(' in '); 
    print('\n'.join(l if not l.startswith('Ran ') else l.split(' in ')[0] for l in txt.split('\n')).replace(T.helper.__code__.co_filename, 'FILE'))
    print(r, r.wasSuccessful(), r.testsRun, len(r.failures), len(r.errors), len(r.skipped))

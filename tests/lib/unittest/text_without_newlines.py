# The difference of two texts, one of which may be empty or end without a newline.
import unittest

case = unittest.TestCase()
texts = '', 'one', 'one\n', 'two', 'two\n', 'one\ntwo', 'one\ntwo\n'
for first in texts:
    for second in texts:
        try:
            case.assertEqual(first, second)
        except AssertionError as error:
            print([str(error)])

"""The assertions of TestCase."""

from unittest.util import _common_shorten_repr, count_differences, safe_repr

__unittest = True

_TOO_LONG = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class _RaisesContext:
    """What assertRaises() without a function is: the with block must raise."""

    def __init__(self, test_case, expected, regex=None):
        self.test_case = test_case
        self.expected = expected
        self.msg = self.function_name = None
        if regex is not None and not hasattr(regex, 'search'):
            import re
            regex = re.compile(regex)
        self.regex = regex

    def handle(self, name, args, kwargs):
        """Call a function in the block, or answer the context itself."""
        if not (isinstance(self.expected, type) and issubclass(self.expected, self.base) or
                isinstance(self.expected, tuple) and all(isinstance(item, type) and issubclass(item, self.base)
                                                         for item in self.expected)):
            raise TypeError(f'{name}() arg 1 must be {self.base_text}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.function_name = getattr(function, '__name__', str(function))
        with self:
            function(*args, **kwargs)

    def fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def missing(self, what):
        name = getattr(self.expected, '__name__', str(self.expected))
        self.fail(f'{name} not {what} by {self.function_name}' if self.function_name else f'{name} not {what}')


class _AssertRaises(_RaisesContext):
    base, base_text = BaseException, 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self.missing('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(exc_value)):
            self.fail(f'"{self.regex.pattern}" does not match "{exc_value}"')
        return True


class _AssertWarns(_RaisesContext):
    base, base_text = Warning, 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        found = [item for item in self.warnings if isinstance(item.message, self.expected)]
        for item in found:
            if self.regex is None or self.regex.search(str(item.message)):
                self.warning, self.filename, self.lineno = item.message, item.filename, item.lineno
                return
        if found:
            self.fail(f'"{self.regex.pattern}" does not match "{found[0].message}"')
        self.missing('triggered')


def _difference(first, second):
    import difflib
    import pprint
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def _with_newlines(first, second):
    # An empty text has no line.
    if all(text.endswith('\n') for text in (first, second) if text):
        return first, second
    return first and first + '\n', second and second + '\n'


class Assertions:
    """Methods that raise failureException where what they say is not so; `msg` is added to their messages."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f'{standardMsg} : {msg}'

    def _fail(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _TOO_LONG % len(diff)

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    # --- truth, identity, membership

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {"any of " if isinstance(cls, tuple) else ""}{cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            found = next((item for item in cls if isinstance(obj, item)), cls) if isinstance(cls, tuple) else cls
            self._fail(msg, f'{safe_repr(obj)} is an instance of {found!r}')

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not isinstance(cls, type):
            self._fail(msg, f'{cls!r} is not a class')
        if not issubclass(cls, superclass):
            self._fail(msg, f'{cls!r} is not a subclass of {"any of " if isinstance(superclass, tuple) else ""}{superclass!r}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if not isinstance(cls, type):
            self._fail(msg, f'{cls!r} is not a class')
        if issubclass(cls, superclass):
            found = next((c for c in superclass if issubclass(cls, c)), superclass) if isinstance(superclass, tuple) else superclass
            self._fail(msg, f'{cls!r} is a subclass of {found!r}')

    def _whose(self, obj):
        if isinstance(obj, type(__import__('sys'))):
            return f'module {obj.__name__!r}'
        return f'type object {obj.__name__!r}' if isinstance(obj, type) else f'{type(obj).__name__!r} object'

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._fail(msg, f'{self._whose(obj)} has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._fail(msg, f'{self._whose(obj)} has unexpected attribute {name!r}')

    # --- order and nearness

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def _is_near(self, first, second, places, delta):
        """(whether they are near, their difference, what near means)"""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f'{safe_repr(delta)} delta'
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, difference, how = self._is_near(first, second, places, delta)
        if not near:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} within {how} ({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, how = self._is_near(first, second, places, delta)
        if first == second or near:
            more = '' if delta is None else f' ({safe_repr(difference)} difference)'
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {how}{more}')

    # --- equality

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual() call a function, or a method by its name, for two values of a type."""
        self._type_equality_funcs[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if isinstance(function, str):
            function = getattr(self, function)
        if function is not None:
            function(first, second, msg=msg)
        elif not first == second:
            self._fail(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else 'sequence'
        for seq, which in (seq1, 'First'), (seq2, 'Second'):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f'{which} sequence is not a {name}: {safe_repr(seq)}')
        for seq, which in (seq1, 'First'), (seq2, 'Second'):
            try:
                len(seq)
            except (TypeError, NotImplementedError):
                self._fail(msg, self._truncateMessage(f'{which} {name} has no length.    Non-sequence?', _difference(seq1, seq2)))
        if seq1 == seq2:
            return
        text = '%ss differ: %s != %s\n' % (name.capitalize(), *_common_shorten_repr(seq1, seq2))
        for i in range(min(len(seq1), len(seq2))):
            if seq1[i] != seq2[i]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % (i, *_common_shorten_repr(seq1[i], seq2[i]))
                break
        else:
            if len(seq1) == len(seq2) and seq_type is None and type(seq1) is not type(seq2):
                return
        text += self._additional_elements(seq1, seq2, name)
        self._fail(msg, self._truncateMessage(text, _difference(seq1, seq2)))

    @staticmethod
    def _additional_elements(seq1, seq2, name):
        if len(seq1) == len(seq2):
            return ''
        which, longer, shorter = ('First', seq1, seq2) if len(seq1) > len(seq2) else ('Second', seq2, seq1)
        at = len(shorter)
        return (f'\n{which} {name} contains {len(longer) - at} additional elements.\n'
                f'First extra element {at}:\n{safe_repr(longer[at])}\n')

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for left, right, which in (set1, set2, 'first'), (set2, set1, 'second'):
            try:
                differences.append(left.difference(right))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{which} argument does not support set difference: {e}')
        lines = []
        for items, text in zip(differences, ('first set but not the second:', 'second set but not the first:')):
            if items:
                lines += ['Items in the ' + text, *map(repr, items)]
        if lines:
            self._fail(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._fail(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), _difference(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        found = count_differences(list(first), list(second))
        if found:
            lines = '\n'.join('First has %d, Second has %d:  %r' % item for item in found)
            self._fail(msg, self._truncateMessage('Element counts were not equal:\n', lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        text = '%s != %s' % _common_shorten_repr(first, second)
        if max(len(first), len(second)) > self._diffThreshold:
            self._fail(msg, text)
        import difflib
        lines = [part.splitlines(keepends=True) for part in _with_newlines(first, second)]
        self._fail(msg, self._truncateMessage(text, '\n' + ''.join(difflib.ndiff(*lines))))

    # --- text

    def _check_end(self, s, part, msg, method, verb, wanted):
        kinds = part if isinstance(part, tuple) else (part,)
        if not isinstance(s, (str, bytes, bytearray)):
            self._fail(msg, f'Expected str, not {type(s).__name__}')
        for item in kinds:
            if isinstance(s, str) is not isinstance(item, str):
                self._fail(msg, f'Expected {type(item).__name__}, not {type(s).__name__}')
        if getattr(s, method)(part) is not wanted:
            some = 'any of ' if isinstance(part, tuple) and wanted else ''
            if isinstance(part, tuple) and not wanted:
                part = next(item for item in part if getattr(s, method)(item))
            self._fail(msg, f'{safe_repr(s, short=True)} {verb} {some}{safe_repr(part)}')

    def assertStartsWith(self, s, prefix, msg=None):
        self._check_end(s, prefix, msg, 'startswith', "doesn't start with", True)

    def assertNotStartsWith(self, s, prefix, msg=None):
        self._check_end(s, prefix, msg, 'startswith', 'starts with', False)

    def assertEndsWith(self, s, suffix, msg=None):
        self._check_end(s, suffix, msg, 'endswith', "doesn't end with", True)

    def assertNotEndsWith(self, s, suffix, msg=None):
        self._check_end(s, suffix, msg, 'endswith', 'ends with', False)

    @staticmethod
    def _compiled(regex):
        if isinstance(regex, (str, bytes)):
            import re
            assert regex, 'expected_regex must not be empty.'
            return re.compile(regex)
        return regex

    def assertRegex(self, text, expected_regex, msg=None):
        regex = self._compiled(expected_regex)
        if not regex.search(text):
            self._fail(msg, f"Regex didn't match: {regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        regex = self._compiled(unexpected_regex)
        match = regex.search(text)
        if match:
            self._fail(msg, f'Regex matched: {text[match.start():match.end()]!r} matches {regex.pattern!r} in {text!r}')

    # --- exceptions and warnings

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Call a function that must raise; without one, answer a context manager."""
        return _AssertRaises(self, expected_exception).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, and the text must match a regular expression."""
        return _AssertRaises(self, expected_exception, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Call a function that must give a warning; without one, answer a context manager."""
        return _AssertWarns(self, expected_warning).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, and the text must match a regular expression."""
        return _AssertWarns(self, expected_warning, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """A context manager: the block must log something; `as` names what has .records and .output."""
        from unittest._log import AssertLogs
        return AssertLogs(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """A context manager: the block must not log anything."""
        from unittest._log import AssertLogs
        return AssertLogs(self, logger, level, no_logs=True)

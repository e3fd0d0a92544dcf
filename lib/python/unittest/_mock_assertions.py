"""What mocks say about the calls that they have recorded."""

from unittest._call import _Call, _CallList
from unittest.util import safe_repr

__name__ = 'unittest.mock'              # what is defined here says that it is of that module


class Assertions:
    """Methods that raise AssertionError where mocks were not called as they should have been."""

    def _name(self):
        return self._mock_name or 'mock'

    def _calls_text(self, prefix='Calls'):
        return f'\n{prefix}: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _wanted(self, args, kwargs):
        return (self._mock_name or 'mock') + repr(_Call((args, kwargs), two=True))[4:]

    def _bound(self, one):
        """A call by the parameters that it is for; what it is compared as."""
        at = self
        if not isinstance(one, tuple):
            return one
        name = one[0] if len(one) > 2 else ''
        for part in name.removesuffix('()').replace('().', '.').split('.') if name else ():
            at = getattr(at, '_mock_children', {}).get(part)
        spec = getattr(at, '_signed', None)
        from unittest._autospec import _signature
        signature = spec and _signature(*spec)
        if not signature:
            return one
        try:
            args, kwargs = one[-2:]
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error
        return _Call((name, bound.args, bound.kwargs))

    def _is_among(self, wanted, calls):
        """Whether a call is one of these; answers what was wrong with it as well."""
        wanted, calls = self._bound(wanted), [self._bound(one) for one in calls]
        if isinstance(wanted, Exception):
            return str(wanted) in map(str, calls), wanted
        return wanted in calls, None

    def assert_called(self):
        """It was called."""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._name()}' to have been called.")

    def assert_not_called(self):
        """It was not called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_once(self):
        """It was called once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        """The last call was like this."""
        wanted = self._wanted(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n  Actual: not called.')
        found, cause = self._is_among(_Call((args, kwargs), two=True), [self.call_args])
        if not found:
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n'
                                 f'  Actual: {self._wanted(*self.call_args)}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """It was called once, like this."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to be called once. Called {self.call_count} times."
                                 f'{self._calls_text()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """One of the calls was like this."""
        found, cause = self._is_among(_Call((args, kwargs), two=True), self.call_args_list)
        if not found:
            raise AssertionError(f'{self._wanted(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        """These calls are among mock_calls, one after the other or in any order."""
        calls = list(calls)
        wanted = [self._bound(one) for one in calls]
        cause = next((one for one in wanted if isinstance(one, Exception)), None)
        if not any_order:
            if calls not in self.mock_calls and wanted not in _CallList(self._bound(one) for one in self.mock_calls):
                wrong = [one if isinstance(one, Exception) else None for one in wanted]
                problem = f'Error processing expected calls.\nErrors: {wrong}' if any(wrong) else 'Calls not found.'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\n  Actual: {self.mock_calls}') from cause
            return
        left, missing = [self._bound(one) for one in self.mock_calls], []
        for one in wanted:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._name()!r} does not contain all of {tuple(missing)!r} in its call list, '
                                 f'found {_CallList(left)!r} instead') from cause

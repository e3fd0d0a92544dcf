"""Objects that record how they are used, to stand in for others in tests; patch() puts them there."""

from types import CodeType, FunctionType, SimpleNamespace
from unittest._call import ANY, DEFAULT, _Call, _CallList, call, sentinel
from unittest._mock_assertions import Assertions

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal', 'InvalidSpecError']

FILTER_DIR = True
_ASSERTION_PREFIXES = ('assert', 'assret', 'asert', 'aseert', 'assrt')
_MINE = frozenset({'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
                   'method_calls', '_mock_sealed'})
_ARITHMETIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'.split()
_MAGICS = frozenset(f'__{name}__' for name in [
    *'hash str sizeof lt gt le ge eq ne int contains len enter exit complex ceil floor trunc float bool index round'.split(),
    *'getitem setitem delitem iter reversed missing reduce get set delete format fspath aiter aenter aexit anext'.split(),
    *'next neg pos abs invert getformat getnewargs copy deepcopy prepare dir subclasses repr call getstate setstate'.split(),
    *_ARITHMETIC, *('r' + name for name in _ARITHMETIC), *('i' + name for name in _ARITHMETIC if name != 'divmod')])
_RESULTS = {'__hash__': None, '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j,
            '__float__': 1.0, '__bool__': True, '__index__': 1, '__fspath__': None, '__aexit__': False}
_NOT_BY_DEFAULT = frozenset('__reduce__ __get__ __set__ __delete__ __missing__ __reversed__ __getformat__ __getnewargs__ '
                            '__copy__ __deepcopy__ __prepare__ __dir__ __subclasses__ __repr__ __call__ __getstate__ '
                            '__setstate__ __format__'.split())
_UNSUPPORTED = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__', '__subclasscheck__',
                '__del__'}
_UNARY_FRIENDS = {'__lt__', '__gt__', '__le__', '__ge__'}


class InvalidSpecError(Exception):
    """A mock was given as a spec."""


def _is_magic(name):
    return name in _MAGICS


def _is_async(function):
    """Whether a call of it must be awaited."""
    if isinstance(function, Base):
        return isinstance(function, AsyncMockMixin)
    code = getattr(getattr(function, '__func__', function), '__code__', None)
    return type(code) is CodeType and code.co_flags & 0x80 != 0


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class Base(Assertions):
    """What mocks of all kinds have."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own, which can get special methods and properties.
        body = {'__doc__': cls.__doc__, '__module__': cls.__module__}
        spec = kwargs.get('spec_set', kwargs.get('spec', args[0] if args else None))
        if issubclass(cls, MagicMixin):
            body.update(_proxies if spec is None else _allowed(spec))
        bases = (AsyncMockMixin, cls) if not issubclass(cls, AsyncMockMixin) and _is_async(spec) else (cls,)
        return object.__new__(type(cls.__name__, bases, body))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, unsafe=False, side_effect=None, return_value=DEFAULT, _spec_as_instance=False, _eat_self=None, **kwargs):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        own['_mock_sealed'] = False
        own['_mock_unsafe'] = unsafe
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_return_value'] = return_value
        own['_mock_side_effect'] = None
        own['_mock_delegate'] = None
        own['_spec_set'] = None
        own['_mock_methods'] = None
        own['_spec_class'] = None
        own['_spec_asyncs'] = ()
        own['_signed'] = None               # what calls are compared by: see _autospec
        own['_enforced'] = None             # the signature that calls must fit
        self._clear()
        if spec_set is not None:
            spec = spec_set
        if spec is not None:
            self._mock_add_spec(spec, spec_set is not None, _spec_as_instance, _eat_self)
        if side_effect is not None:
            self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear(self):
        own = self.__dict__
        own['called'] = False
        own['call_count'] = 0
        own['call_args'] = None
        own['call_args_list'] = _CallList()
        own['mock_calls'] = _CallList()
        own['method_calls'] = _CallList()
        self._share()

    def _share(self):
        """Show the function that stands before this mock what was recorded."""
        if self._mock_delegate is not None:
            for name in _RECORDED:
                if name in self.__dict__:
                    setattr(self._mock_delegate, name, self.__dict__[name])

    # --- specifications

    def _mock_add_spec(self, spec, spec_set=False, as_instance=False, eat_self=False):
        if isinstance(spec, Base):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        own = self.__dict__
        if type(spec) in (list, tuple):
            own['_mock_methods'] = list(spec)
        else:
            own['_mock_methods'] = [*dir(spec), *getattr(spec, '__annotations__', ())]
            own['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            own['_spec_asyncs'] = [name for name in dir(spec) if _is_async(_static(spec, name))]
            own['_signed'] = spec, as_instance, eat_self
        own['_spec_set'] = spec_set

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of `spec`."""
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    # --- attributes

    def __getattr__(self, name):
        if name in {'_mock_methods', '_mock_children', '_spec_class'}:
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or _is_magic(name):
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif f'__{name[2:-2]}__' == name:
            raise AttributeError(name)
        if not self._mock_unsafe and (self._mock_methods is None or name not in self._mock_methods) and \
                (name.startswith(_ASSERTION_PREFIXES) or f'assert_{name}' in _PUBLIC):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be '
                                 'an attribute.')
        found = self._mock_children.get(name)
        if found is _deleted:
            raise AttributeError(name)
        if type(found) is _Later:
            found = self._mock_children[name] = found.make()
        if found is None:
            if self._mock_sealed:
                raise AttributeError(f'{self._extract_mock_name()}.{name}')
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            found = self._mock_children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                                                     _new_parent=self)
        return found

    def __setattr__(self, name, value):
        if name in _MINE:
            if name in ('return_value', 'side_effect'):
                return object.__setattr__(self, name, value)
            self.__dict__[name] = value
            return
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if _is_magic(name):
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, Base):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                setattr(type(self), name, lambda self, /, *args, **kw: value(self, *args, **kw))
            return
        if any(hasattr(vars(base).get(name), '__set__') for base in type(self).__mro__):
            return object.__setattr__(self, name, value)
        inner = _behind(value)
        if inner is not None and _adopt(self, inner, name):
            self._mock_children[name] = value
            return
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if _is_magic(name) and name in vars(type(self)):
            delattr(type(self), name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = object.__dir__(self) if self._mock_methods is None else [*self._mock_methods, *_PUBLIC]
        names = [name for name in names if not name.startswith('_mock_') and not name.startswith('_spec')]
        return sorted({*names, *(k for k, v in self._mock_children.items() if v is not _deleted)})

    def _get_child_mock(self, /, **kw):
        """Make the mock of an attribute or a result; for subclasses to change."""
        kind, name = type(self), kw.get('_new_name')
        if name in self._spec_asyncs or name in _ASYNC_MAGICS and issubclass(kind, MagicMixin):
            kind = AsyncMock
        elif issubclass(kind, AsyncMockMixin):
            kind = MagicMock if name in _MAGICS or self._mock_methods and name in self._mock_methods else AsyncMock
        elif not issubclass(kind, CallableMixin):
            kind = MagicMock if issubclass(kind, MagicMixin) else Mock
        else:
            kind = kind.__mro__[1]
        return kind(**kw)

    # --- names

    def _extract_mock_name(self):
        parts, at = [], self
        while at._mock_new_parent is not None:
            name = at._mock_new_name
            if name:
                parts.append(name if name.startswith('()') else '.' + name)
            at = at._mock_new_parent
        return ''.join([at._mock_name or 'mock', *reversed(parts)])

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f' {"spec_set" if self._spec_set else "spec"}={self._spec_class.__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # --- results

    @property
    def return_value(self):
        """What calls answer."""
        found = self._mock_return_value if self._mock_delegate is None else self._mock_delegate.return_value
        if found is DEFAULT and self._mock_wraps is None:
            if self._mock_sealed:
                raise AttributeError(f'{self._extract_mock_name()}.return_value')
            found = self.__dict__['_mock_return_value'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return found

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
            return
        self.__dict__['_mock_return_value'] = value
        if isinstance(value, Base):
            _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        """A function that is called, an exception that is raised, or results one by one."""
        if self._mock_delegate is None:
            return self._mock_side_effect
        found = self._mock_delegate.side_effect = _effect(self._mock_delegate.side_effect)
        return found

    @side_effect.setter
    def side_effect(self, value):
        self.__dict__['_mock_side_effect'] = value = _effect(value)
        if self._mock_delegate is not None:
            self._mock_delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._clear()
        own = self.__dict__
        if return_value:
            own['_mock_return_value'] = DEFAULT
        if side_effect:
            own['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, Base):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if isinstance(result, Base) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; names may have dots: **{'method.return_value': 3}."""
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = name.split('.')
            at = self
            for part in path:
                at = getattr(at, part)
            setattr(at, last, value)

    def attach_mock(self, mock, attribute):
        """Make a mock an attribute of this one, so that its calls are recorded here."""
        inner = _behind(mock)
        if inner is None:
            raise AttributeError(f"{type(mock).__name__!r} object has no attribute '_mock_parent' and no __dict__ for setting "
                                 'new attributes')
        own = inner.__dict__
        own['_mock_parent'] = own['_mock_new_parent'] = None
        own['_mock_name'], own['_mock_new_name'] = '', None
        setattr(self, attribute, mock)


def _effect(value):
    """What a side effect is kept as: results one by one as an iterator."""
    if value is None or callable(value) or _is_exception(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _behind(value):
    """The mock that a value is, or that a function stands before; None for others."""
    value = value.mock if isinstance(value, FunctionType) and hasattr(value, 'mock') else value
    return value if isinstance(value, Base) else None


def _static(spec, name):
    """An attribute as its class has it, nothing bound."""
    for place in (spec, *(spec if isinstance(spec, type) else type(spec)).__mro__):
        found = getattr(place, '__dict__', {}).get(name)
        if found is not None:
            return found


_deleted = object()
_PUBLIC = ['assert_any_call', 'assert_called', 'assert_called_once', 'assert_called_once_with', 'assert_called_with',
           'assert_has_calls', 'assert_not_called', 'attach_mock', 'call_args', 'call_args_list', 'call_count', 'called',
           'configure_mock', 'method_calls', 'mock_add_spec', 'mock_calls', 'reset_mock', 'return_value', 'side_effect']
_RECORDED = ['called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls',
             'await_count', 'await_args', 'await_args_list']
_ASYNC_MAGICS = {'__aenter__', '__aexit__', '__anext__'}


def _adopt(parent, child, name, new_name=None):
    """Have calls of a mock recorded in its parent too, unless it has a name or a parent of its own."""
    if child._mock_name or child._mock_new_name or child._mock_parent is not None or child._mock_new_parent is not None:
        return False
    at = parent
    while at is not None:
        if at is child:
            return False
        at = at._mock_new_parent
    own = child.__dict__
    if new_name or name:
        own['_mock_new_parent'], own['_mock_new_name'] = parent, new_name or name
    if name:
        own['_mock_parent'], own['_mock_name'] = parent, name
    return True


class NonCallableMock(Base):
    """A mock that cannot be called."""


class CallableMixin(Base):
    """What mocks have that can be called."""

    def __call__(self, /, *args, **kwargs):
        if self._enforced is not None:
            self._enforced.bind(*args, **kwargs)
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def _record(self, args, kwargs):
        own = self.__dict__
        one = _Call((args, kwargs), two=True)
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = one
        self.call_args_list.append(one)
        self.mock_calls.append(_Call(('', args, kwargs)))
        self._share()
        # The same for those that this is a part of.
        is_method, method_name, name, above = self._mock_parent is not None, self._mock_name, self._mock_new_name, self._mock_new_parent
        while above is not None:
            if is_method:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = above._mock_parent is not None
                if is_method:
                    method_name = f'{above._mock_name}.{method_name}'
            above.mock_calls.append(_Call((name, args, kwargs)))
            if above._mock_new_name:
                name = above._mock_new_name + ('' if name.startswith('()') else '.') + name
            above = above._mock_new_parent

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        result = self.return_value
        return self._mock_wraps(*args, **kwargs) if result is DEFAULT and self._mock_wraps is not None else result


class Mock(CallableMixin, NonCallableMock):
    """Can be called and asked for any attribute; remembers all of it."""


class _MagicProxy:
    """A special method that becomes a mock when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name = self.name
        found = obj._mock_children.get(name)
        if found is None:
            found = obj._mock_children[name] = obj._get_child_mock(name=name, _new_name=name, parent=obj, _new_parent=obj)
            _set_default(obj, found, name)
        return found

    def __set__(self, obj, value):
        raise AttributeError(self.name)


def _set_default(obj, found, name):
    if name in ('__hash__', '__str__', '__sizeof__'):
        result = getattr(object, name)(obj)
        found.__dict__['_mock_return_value'] = result
    elif name == '__eq__':
        found.side_effect = lambda other: (found._mock_return_value if found._mock_return_value is not DEFAULT
                                           else True if obj is other else NotImplemented)
    elif name == '__ne__':
        found.side_effect = lambda other: (DEFAULT if found._mock_return_value is not DEFAULT
                                           else False if obj is other else NotImplemented)
    elif name == '__iter__':
        found.side_effect = lambda: iter([] if found._mock_return_value is DEFAULT else found._mock_return_value)
    elif name == '__aiter__':
        found.side_effect = lambda: _AsyncIterator([] if found._mock_return_value is DEFAULT else found._mock_return_value)
    elif name in _UNARY_FRIENDS:
        found.__dict__['_mock_return_value'] = NotImplemented
    elif name == '__fspath__':
        found.__dict__['_mock_return_value'] = f'{type(obj).__name__}/{obj._extract_mock_name()}/{id(obj)}'
    elif name in _RESULTS:
        found.__dict__['_mock_return_value'] = _RESULTS[name]


class _AsyncIterator:
    """Gives the items of an iterable to `async for`."""

    def __init__(self, items):
        self.iterator = iter(items)

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


class MagicMixin(Base):
    """What mocks with special methods have."""

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        own = type(self)
        for name in _proxies:
            if name not in self._mock_methods and isinstance(vars(own).get(name), _MagicProxy):
                delattr(own, name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""


_proxies = {name: _MagicProxy(name) for name in _MAGICS - _NOT_BY_DEFAULT}


def _allowed(spec):
    """The special methods of a mock that has only what `spec` has."""
    names = spec if isinstance(spec, (list, tuple)) else dir(spec)
    return {name: _proxies[name] for name in names if name in _proxies}


class MagicMock(MagicMixin, Mock):
    """A Mock that has special methods as well: it can be a context manager, a sequence, a number ..."""


class AsyncMockMixin(Base):
    """What mocks have whose calls must be awaited."""

    __code__ = SimpleNamespace(co_flags=0x80)

    @property
    def _is_coroutine_mark(self):
        from _object_kinds import _mark
        return _mark

    def _clear(self):
        own = self.__dict__
        own['await_count'], own['await_args'], own['await_args_list'] = 0, None, _CallList()
        super()._clear()

    async def _execute_mock_call(self, /, *args, **kwargs):
        own = self.__dict__
        own['await_count'] += 1
        own['await_args'] = one = _Call((args, kwargs), two=True)
        own['await_args_list'].append(one)
        self._share()
        effect = self.side_effect
        if hasattr(effect, '__next__'):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return self.return_value if result is DEFAULT else result
        result = self._answer(args, kwargs)
        awaited = _is_async(effect) or effect is None and self._mock_return_value is DEFAULT and _is_async(self._mock_wraps)
        return await result if awaited else result

    def __call__(self, /, *args, **kwargs):
        if self._enforced is not None:
            self._enforced.bind(*args, **kwargs)
        self._record(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def assert_awaited(self):
        """It was awaited."""
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._name()} to have been awaited.')

    def assert_awaited_once(self):
        """It was awaited once."""
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await was of a call like this."""
        wanted = self._wanted(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {wanted}\nNot awaited')
        found, cause = self._is_among(_Call((args, kwargs), two=True), [self.await_args])
        if not found:
            raise AssertionError(f'expected await not found.\nExpected: {wanted}\n'
                                 f'  Actual: {self._wanted(*self.await_args)}') from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """It was awaited once, called like this."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """One of the awaits was of a call like this."""
        found, cause = self._is_among(_Call((args, kwargs), two=True), self.await_args_list)
        if not found:
            raise AssertionError(f'{self._wanted(args, kwargs)} await not found') from cause

    def assert_has_awaits(self, calls, any_order=False):
        """These calls were awaited, one after the other or in any order."""
        calls, left = list(calls), list(self.await_args_list)
        if not any_order:
            if calls not in self.await_args_list:
                raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}')
            return
        missing = [one for one in calls if one not in left or left.remove(one)]
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in await list')

    def assert_not_awaited(self):
        """It was not awaited."""
        if self.await_count:
            raise AssertionError(f'Expected {self._name()} to not have been awaited. Awaited {self.await_count} times.')


class AsyncMagicMixin(MagicMixin):
    """What mocks with special methods have whose calls must be awaited."""


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A MagicMock whose calls must be awaited."""


class PropertyMock(Mock):
    """A property for a class, most often that of a mock: type(m).name = PropertyMock(...)."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """Make no more attributes."""
    mock.__dict__['_mock_sealed'] = True
    for child in (*mock._mock_children.values(), mock._mock_return_value):
        if isinstance(child, Base) and child._mock_new_parent is mock:
            seal(child)


from unittest._autospec import _Later, _signature, create_autospec, mock_open      # noqa: E402  these use the classes above
from unittest._patch import patch       # noqa: E402

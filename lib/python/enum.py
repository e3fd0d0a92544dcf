"""Enumerations: classes whose attributes are their only instances.

The class statement fills an EnumDict, which tells members from methods. Each member's value is replaced by a _Member,
whose __set_name__ makes the member while the class is made.
"""

import builtins
import sys
from types import DynamicClassAttribute
from _enum_namespace import (EnumDict, auto, bin, member, nonmember, show_flag_values, _absent, _bits, _is_descriptor,
                             _is_single_bit, _words)

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS',
           'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

# Made below; while they are None, the machinery takes no class for one of theirs.
Enum = Flag = EJECT = KEEP = ReprEnum = None
_MappingProxy = type(type.__dict__)
_builtin_property = builtins.property


class property(DynamicClassAttribute):
    """A property of members; the class may have a member of the same name."""

    _of_value = False           # whether members have the attribute of their value instead

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if instance is not None and self._of_value:
            return getattr(instance._value_, self.name)
        if owner is not None and self.name in owner._member_map_:
            return owner._member_map_[self.name]
        raise AttributeError(f'{owner!r} has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)


# --- members

class _Member:
    """Stands for a member in the namespace; __set_name__ makes the member."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        made = self._make(cls, name)
        is_flag = Flag is not None and issubclass(cls, Flag)
        found = _find_by_value(cls, made._value_)
        if found is not None:
            made = found
        elif not is_flag or isinstance(made._value_, int) and _is_single_bit(made._value_):
            cls._member_names_.append(name)
        if is_flag and isinstance(made._value_, int):
            cls._flag_mask_ |= made._value_
            if _is_single_bit(made._value_):
                cls._singles_mask_ |= made._value_
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        cls._add_member_(name, made)
        try:
            cls._value2member_map_.setdefault(made._value_, made)
        except TypeError:
            cls._unhashable_values_.append(made._value_)

    def _make(self, cls, name):
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        return made


def _find_by_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for made in cls._member_map_.values():
            if made._value_ == value:
                return made
    return None


# --- the metaclass

class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(classdict._member_names)
        for name in (*classdict.get('_ignore_', ()), '_ignore_'):
            classdict.pop(name, None)
        wrong = {'mro', ''} & set(names)
        if wrong:
            raise ValueError(f'invalid enum member name(s) {",".join(map(repr, wrong))}')
        order = classdict.pop('_order_', None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        for name in names:
            dict.__setitem__(classdict, name, _Member(classdict[name]))
        for name, value in {
                '_new_member_': new, '_use_args_': use_args, '_member_names_': [], '_member_map_': {}, '_value2member_map_': {},
                '_unhashable_values_': [], '_member_type_': member_type, '_value_repr_': metacls._find_data_repr_(cls, bases),
                '_boundary_': boundary or getattr(first_enum, '_boundary_', None), '_flag_mask_': 0, '_singles_mask_': 0,
                '_all_bits_': 0, '_inverted_': None}.items():
            dict.__setitem__(classdict, name, value)
        try:
            made = super().__new__(metacls, cls, bases, classdict, **kwds)
        except Exception as error:
            if hasattr(error, '__notes__'):         # that __set_name__ was called is nobody's business
                del error.__notes__
            raise
        metacls._choose_methods(made, classdict, bases, member_type, first_enum)
        if Enum is not None:
            if save_new:
                type.__setattr__(made, '__new_member__', new)
            type.__setattr__(made, '__new__', Enum.__new__)
        if order is not None:
            metacls._check_order(made, _words(order))
        if Flag is not None and issubclass(made, Flag):
            metacls._finish_flag(made)
        return made

    def __init__(cls, *args, **kwds):
        pass

    @staticmethod
    def _choose_methods(made, classdict, bases, member_type, first_enum):
        """Representations come from the enumeration, not from the type mixed in; but str() of a ReprEnum does."""
        if first_enum is None:
            return
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in classdict:
                found = getattr(made, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    type.__setattr__(made, name, getattr(first_enum, name))
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in classdict:
                type.__setattr__(made, '__format__', member_type.__format__)
            if '__str__' not in classdict:
                method = member_type.__str__
                type.__setattr__(made, '__str__', member_type.__repr__ if method is object.__str__ else method)
        if Flag is not None and issubclass(made, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in classdict:
                    type.__setattr__(made, name, getattr(Flag, name))

    @staticmethod
    def _check_order(made, order):
        known = [name for name in order if name in made._member_names_]
        order = [name for name in order if name not in made._member_map_ or name in known]
        if order != made._member_names_:
            raise TypeError(f'member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}')

    @staticmethod
    def _finish_flag(made):
        values = [made._member_map_[name]._value_ for name in made._member_names_]
        if values != sorted(values):
            type.__setattr__(made, '_iter_member_', made._iter_member_by_def_)

    # --- what a class is made of

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for base in bases:
            for cls in base.__mro__:
                if isinstance(cls, EnumType) and cls._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {cls!r}')

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The type of the data, object if there is none, and the last base, an enumeration."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @staticmethod
    def _find_data_type_(class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif '__new__' in vars(base) or '__dataclass_fields__' in vars(base):
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        types = list(dict.fromkeys(found))
        if len(types) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(types)!r}')
        return types[0] if types else None

    @staticmethod
    def _find_data_repr_(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in vars(base):
                    if '__dataclass_fields__' in vars(base) and base.__dataclass_params__.repr:
                        return _dataclass_repr
                    return vars(base)['__repr__']
        return None

    @staticmethod
    def _find_new_(classdict, member_type, first_enum):
        """The function that makes members, whether the class defines it, and whether it takes the value."""
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is None:
            usual = (None, None.__new__, object.__new__, Enum.__new__ if Enum is not None else None)
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in usual:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = not (first_enum is None or new in (Enum.__new__ if Enum is not None else None, object.__new__))
        return new, save_new, use_args

    def _add_member_(cls, name, made):
        if name in cls._member_map_ and cls._member_map_[name] is not made:
            raise NameError(f'{name!r} is already bound: {cls._member_map_[name]!r}')
        cls._member_map_[name] = made
        found = [vars(base)[name] for base in cls.__mro__[1:] if vars(base).get(name) is not None]
        known = next((item for item in found if isinstance(item, DynamicClassAttribute)), None)
        if known is None:
            known = next((item for item in reversed(found) if _is_descriptor(item)), None)
        if known is not None:
            # A member named like a property or a method: the class has the one, members the other.
            made = property(*(getattr(known, part, None) for part in ('fget', 'fset', 'fdel')))
            made._of_value = _is_descriptor(found[0]) and not isinstance(known, DynamicClassAttribute)
            made.__set_name__(cls, name)
        type.__setattr__(cls, name, made)

    # --- the class as a container

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_absent, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """Find the member with a value, or make an enumeration: Enum('Name', 'A B C')."""
        if cls._member_map_:
            if names is not _absent:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _absent and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, None if names is _absent else names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in vars(cls).get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return _MappingProxy(cls._member_map_)

    def __repr__(cls):
        return f'<{"flag" if Flag is not None and issubclass(cls, Flag) else "enum"} {cls.__name__!r}>'

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """What Enum('Name', names) does."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        names = _words(names) if isinstance(names, str) else names
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
                namespace[name] = values[-1]
        else:
            for item in () if names is None else names:
                name, value = (item, names[item]) if isinstance(item, str) else item
                namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)


EnumMeta = EnumType


def _dataclass_repr(self):
    return ', '.join(f'{name}={getattr(self, name)!r}' for name, field in self.__dataclass_fields__.items() if field.repr)


# --- enumerations

class Enum(metaclass=EnumType):
    """The base of enumerations."""

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _find_by_value(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            if cls.__new__ is not Enum.__new__:
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly')
            raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        try:
            result = cls._missing_(value)
            if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                                           and isinstance(result, int)):
                return result
            if result is None:
                raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        except Exception as error:
            if not isinstance(error, ValueError):
                error.__context__ = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            raise

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return '(*values)'
        return '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        found = _find_by_value(cls, value)
        if found is not None and found is not self:
            raise ValueError(f'{value!r} is already bound: {found!r}')
        cls._value2member_map_.setdefault(value, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        text = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {text(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        cls = self.__class__
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        names.update(name for name in self.__dict__ if name[0] != '_')
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        for base in cls.__mro__:
            for name, value in vars(base).items():
                if name[0] != '_' and name not in cls._member_map_ and base not in (Enum, object):
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    """Enumerations that keep the str() and format() of the type mixed in."""


class IntEnum(int, ReprEnum):
    """Enumerations whose members are ints."""


class StrEnum(str, ReprEnum):
    """Enumerations whose members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for value, what in zip(values[1:], ('encoding', 'errors')):
            if not isinstance(value, str):
                raise TypeError(f'{what} must be a string, not {value!r}')
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of values outside of a flag's members."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Enumerations whose members can be combined with | & ^ ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}')
            if cls._boundary_ is EJECT:
                return value
            if cls._boundary_ is CONFORM:
                value &= mask
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value = all_bits + 1 + value if cls._boundary_ in (EJECT, KEEP) else singles & value
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value):
        """The names of the members in a value, joined by |; None when there are none."""
        members = list(cls._iter_member_(value & cls._singles_mask_))
        combined = value & cls._singles_mask_
        if combined != value:
            for known in cls._member_map_.values():
                bits = known._value_
                if known not in members and bits and bits & value == bits:
                    members.append(known)
                    combined |= bits
        if not combined:
            return None
        unknown = value ^ combined
        names = [known._name_ for known in members]
        if unknown:
            if cls._boundary_ is STRICT:
                raise ValueError(f'{cls!r}: no members with value {unknown!r}')
            names.append(cls._numeric_repr_(unknown))
        return '|'.join(names)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        text = (self.__class__._value_repr_ or repr)(self._value_)
        name = self.__class__.__name__
        return f'<{name}: {text}>' if self._name_ is None else f'<{name}.{self._name_}: {text}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag, operator):
        if isinstance(flag, self.__class__):
            for one in self, flag:
                if one._value_ is None:
                    raise TypeError(f"'{one}' cannot be combined with other flags with {operator}")
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other, '|')
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other, '&')
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other, '^')
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            keeps = self._boundary_ in (EJECT, KEEP)
            self._inverted_ = self.__class__(~self._value_ if keeps else self._singles_mask_ & ~self._value_)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags whose members are ints."""


# At the end: they need the classes above.
from _enum_checks import (CONTINUOUS, EnumCheck, NAMED_FLAGS, UNIQUE, global_enum, global_enum_repr, global_flag_repr,
                          global_str, unique, verify)

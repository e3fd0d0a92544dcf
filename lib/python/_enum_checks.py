"""Decorators of enumerations: checks, and members as names of the module."""

import sys
from enum import Flag, ReprEnum, StrEnum, _bits

__name__ = 'enum'                       # what is defined here says that it is of that module


def unique(enumeration):
    """Refuse two names for one value."""
    found = [(name, known.name) for name, known in enumeration.__members__.items() if name != known.name]
    if found:
        raise ValueError(f'duplicate values found in {enumeration!r}: ' + ', '.join(f'{alias} -> {name}' for alias, name in found))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Check an enumeration: UNIQUE, CONTINUOUS, NAMED_FLAGS."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        kind = 'Flag' if issubclass(enumeration, Flag) else 'enum'
        for check in self.checks:
            if check is UNIQUE:
                found = [(name, known.name) for name, known in enumeration.__members__.items() if name != known.name]
                if found:
                    raise ValueError(f'aliases found in {enumeration!r}: ' + ', '.join(f'{alias} -> {name}' for alias, name in found))
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, kind)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration, kind)
        return enumeration

    @staticmethod
    def _check_continuous(enumeration, kind):
        values = {known.value for known in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == 'Flag':
            wanted = [1 << i for i in range(low.bit_length() - 1, high.bit_length())]
        else:
            wanted = range(low, high + 1)
        missing = [value for value in wanted if value not in values]
        if missing:
            raise ValueError(f'invalid {kind.lower()} {enumeration.__name__!r}: missing values {", ".join(map(str, missing))}'[:256])

    @staticmethod
    def _check_named(enumeration, kind):
        names, missing = [], 0
        values = {known.value for known in enumeration}
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            unnamed = [bit for bit in _bits(alias.value) if bit not in values]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if names:
            which = f'alias {names[0]} is missing' if len(names) == 1 else f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
            which += ' combined values of' if missing & missing - 1 else ' value'
            raise ValueError(f'invalid {kind} {enumeration.__name__!r}: {which} {hex(missing)} '
                             '[use enum.show_flag_values(value) for details]')


def global_enum_repr(self):
    """module.NAME instead of <Class.NAME: value>."""
    return f'{self.__class__.__module__.split(".")[-1]}.{self._name_}'


def global_flag_repr(self):
    """The same for the members of a flag."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_})'
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|'))


def global_str(self):
    """NAME instead of Class.NAME."""
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Put the members into the module's namespace."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    module = sys.modules.get(cls.__module__)
    if module is not None:
        vars(module).update(cls.__members__)
    return cls

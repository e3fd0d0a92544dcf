# Attribute names in class patterns are not mangled; patterns may be nested deeply.
class Thing:
    _Outer__part = 'mangled'


class Outer:
    def part(self, thing):
        match thing:
            case Thing(__part=found):
                return found


thing = Thing()
print(Outer().part(thing))
setattr(thing, '__part', 'plain')
print(Outer().part(thing))

for opening, closing in ('{1: ', '}'), ('[', ']'), ('int(real=', ')'):
    nested = opening * 90 + '_' + closing * 90
    names = {'subject': 5}
    exec(f'match subject:\n    case {nested}: matched = True\n    case _: matched = False\n', names)
    print(names['matched'])

# The truth of a str of a class with __len__ is what that says; str has no __bool__.
class Text(str):
    def __len__(self):
        return self.count('x')


print(bool(Text('abc')), bool(Text('x')), not Text('abc'), 'yes' if Text('') else 'no', len(Text('xx')))
print(hasattr(str, '__bool__'))

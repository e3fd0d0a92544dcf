def hide(text):
    at = text.find('0x')
    return text if at < 0 else text[:at] + '0x..>'
def show(v): print(hide(repr(v)))
for v in [int.__add__, (1).__add__, list.append, [].append, len, int.__new__, dict.fromkeys, dict.__dict__['fromkeys'], int.real, object.__init__, object().__init__,
          type(len), type(list.append), type(int.__add__), type((1).__add__), type(dict.__dict__['fromkeys']), type(int.real), object(), type, object, None, ..., NotImplemented,
          object.__init_subclass__, str.maketrans, print]:
    show(v)
print(list.append.__name__, list.append.__qualname__, list.append.__objclass__, len.__module__, len.__name__, len.__qualname__, [].append.__qualname__, [].append.__self__, [].append.__module__)
print(int.__add__.__name__, int.__add__.__qualname__, int.__add__.__objclass__, (1).__add__.__self__, (1).__add__.__name__)
print(list.append.__text_signature__, len.__text_signature__, int.__add__.__text_signature__, object.__text_signature__)
print([].append == [].append, list.append == list.append, (1).__add__ == (1).__add__)
x = []
print(x.append == x.append, hash(x.append) == hash(x.append), x.append is x.append)

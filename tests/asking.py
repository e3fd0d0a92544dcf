# What tests of several folders ask with. They run in folders two below this one.
import sys


def t(text):
    """Shows what the text gives in the namespace of the test."""
    try:
        print(text, '->', repr(eval(text, sys._getframe(1).f_globals)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

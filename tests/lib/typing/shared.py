# Shows what a text evaluates to; some type variables for it.
from typing import *
import typing


T, K, P, Ts = TypeVar("T"), TypeVar("K"), ParamSpec("P"), TypeVarTuple("Ts")


def show(expression):
    try:
        print(expression, "=>", eval(expression))
    except Exception as e:
        print(expression, "!", type(e).__name__, e)

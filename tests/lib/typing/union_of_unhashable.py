# Unions may have members that have no hash; only their own hash fails.
from typing import Annotated, Union

one = Annotated[int, {}]
print(one | str == Union[str, one], one | one | int == one | int, one | str == one | int, one | str != str | one)
print(Union[one, str, Annotated[str, 1], int])
try:
    hash(one | str)
except TypeError as error:
    print(error)
print(hash(int | str) == hash(str | int), int | str == str | int, int | str == int | bytes, (int | str) == 5)

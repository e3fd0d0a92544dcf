from shared import show

for expression in """
isinstance([], List[int])
List()
List[int]()
Dict[str, int](a=1)
Any()
List[int, str]
Dict[int]
Optional[int, str]
Union[()]
Callable[int]
ClassVar[int, str]
Annotated[int]
TypeVar('T', int)
Generic[int]
NoReturn()
Union()
assert_never(3)
""".strip().split("\n"):
    show(expression)

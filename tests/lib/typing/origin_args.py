from shared import show

for expression in """
get_origin(List[int]), get_args(List[int])
get_origin(Optional[int]), get_args(Optional[int])
get_origin(Callable[[int], str]), get_args(Callable[[int], str])
get_origin(list[int]), get_args(dict[str, int])
get_origin(Annotated[int, 1]), get_args(Annotated[int, 1])
get_origin(Literal[1]), get_args(Literal[1, 'a'])
get_origin(int), get_args(int), get_origin(Generic[T]), get_origin(Generic), get_origin(ClassVar[int]), get_origin(List), get_origin(Union)
List[int].__origin__, List[int].__args__, List[T].__parameters__, List.__origin__
Annotated[int, 1].__metadata__, Annotated[int, 1].__origin__
TypeVar('T', int, str).__constraints__, TypeVar('T', bound=int).__bound__, TypeVar('T', covariant=True), TypeVar('T', contravariant=True)
List.__name__, List[int].__name__, Optional.__class__, typing.Any.__class__
get_type_hints(int)
typing.NoDefault, T.__default__, T.has_default()
typing.Sequence.__origin__, typing.Text is str
""".strip().split("\n"):
    show(expression)

from shared import show

for expression in """
Any
Union
Optional
Optional[int]
Union[int, str]
Union[int]
Union[int, None, 'X']
Union[int, int]
Union[Union[int, str], float]
List
List[int]
Dict[str, List[int]]
Dict
Set[int]
FrozenSet[int]
Tuple[int, ...]
Tuple[()]
Tuple
Type[int]
Callable
Callable[[int], str]
Callable[..., str]
Callable[[], None]
Callable[P, int]
Callable[Concatenate[int, P], int]
Iterable[int]
Iterator[int]
Generator[int, str, None]
Generator[int]
Sequence[int]
Mapping[str, int]
MutableMapping[str, int]
DefaultDict[str, int]
OrderedDict[str, int]
Counter[str]
ChainMap[str, int]
Deque[int]
Literal[1, 'a', None]
Literal[1, 1, True]
Literal[Literal[1], 2]
Final[int]
ClassVar[int]
Annotated[int, 'x', 3]
Annotated[Annotated[int, 1], 2]
Type
Hashable
Sized
Text
IO[str]
TextIO
AnyStr
NoReturn
Never
Self
LiteralString
TypeAlias
Concatenate[int, P]
TypeGuard[int]
TypeIs[int]
Required[int]
NotRequired[int]
ReadOnly[int]
Unpack[Ts]
List[T]
List[T][int]
Dict[K, T]
Dict[K, T][int, str]
Callable[[T], K][int, str]
Union[T, int][str]
Optional[T][int]
List['Foo']
ForwardRef('x')
Generic[T]
Protocol[T]
Awaitable[int]
Coroutine[int, str, bytes]
AsyncIterator[int]
ContextManager[int]
ContextManager
AbstractSet[int]
ByteString
Container[int]
Collection[int]
Reversible[int]
KeysView[int]
SupportsInt
SupportsAbs[int]
NewType('UserId', int)
T
int | List[int]
List[int] | None
Any | None
Literal[1] | None
List[int] == List[int], List[int] == list[int], hash(List[int]) == hash(List[int])
isinstance([], List), issubclass(list, Sequence), isinstance(3, Any)
Optional
Literal[()]
Callable[int, str]
List[3]
Final[1]
Tuple[int, 3]
cast(int, 'x')
cast('int', 3)
Literal[1] == Literal[1], Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True]
class_ := type('X', (List[int],), {})
type('X', (Any,), {})
TYPE_CHECKING
is_typeddict(int), is_protocol(SupportsInt), is_protocol(int)
assert_type(1, int)
Unpack[Tuple[int, str]]
typing.Self | None
int | T
T | None
Type[T][int]
list[T][int], dict[T, K][int, str]
Tuple[T, ...][int]
Optional['Foo']
Union['A', 'B']
Union[int, str] == (int | str), Optional[int] == Union[None, int], type(Optional[int])
typing.get_protocol_members(SupportsInt)
SupportsIndex, SupportsFloat, SupportsBytes, SupportsRound, SupportsComplex
isinstance(3, SupportsInt), isinstance('x', SupportsInt), isinstance(3, SupportsIndex)
Protocol
Generic
evaluate_forward_ref(ForwardRef('int'))
typing.BinaryIO, typing.IO
typing.NoExtraItems
typing.Buffer
""".strip().split("\n"):
    show(expression)

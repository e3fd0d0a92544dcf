import typing, annotationlib
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ['', '1 +', 'int', '*tuple[int]', 'a b', ' int', 'x = 1', 'yield', 'lambda: 0', 'é']:
    t(lambda: typing.ForwardRef(s)); t(lambda: typing.List[s]); t(lambda: typing.Optional[s]); t(lambda: typing.ClassVar[s]); t(lambda: typing.Final[s]); t(lambda: typing.Tuple[s, ...]); t(lambda: annotationlib.ForwardRef(s).__forward_code__ and 1)
t(lambda: typing.ForwardRef(3)); t(lambda: typing.ForwardRef('x', is_class=True)); t(lambda: typing.ForwardRef('x', module='m')); t(lambda: typing.ForwardRef('x').__forward_is_class__); t(lambda: typing.ForwardRef('x', False).__forward_is_argument__); t(lambda: typing.ForwardRef('int').evaluate()); t(lambda: typing.ForwardRef('list[zz]').evaluate()); t(lambda: hash(typing.ForwardRef('x')) == hash(typing.ForwardRef('x'))); t(lambda: typing.ForwardRef('x') | int); t(lambda: typing.Union['a', 'b']); t(lambda: typing.get_type_hints(type('Q', (), {'__annotations__': {'a': 'int', 'b': typing.ClassVar['str']}}))); t(lambda: typing.Optional['X'].__args__)
t(lambda: typing.Union[len, None]); t(lambda: typing.Optional[...]); t(lambda: typing.Union[int, ...]) ; t(lambda: list[len] | None); t(lambda: int | 'str'); t(lambda: typing.Union[int, 'str'])

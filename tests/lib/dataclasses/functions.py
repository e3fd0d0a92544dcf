from shared import check

check("r=make_dataclass('C', [('x', int), 'y', ('z', int, field(default=5))], namespace={'add': lambda s: s.x+s.y}); r=(r(1,2), r(1,2).add(), r.__annotations__, r.__module__)")
check("r=make_dataclass('C', ['a','a'])")
check("r=make_dataclass('C', ['1a'])")
check("r=make_dataclass('C', ['for'])")
check("r=make_dataclass('C', [('a',)])")
check("r=make_dataclass('C', [3])")
check("fields(3)"); check("fields(int)"); check("asdict(3)"); check("astuple(int)"); check("replace(3)")
check("@dataclass\nclass A:\n  x: int\n  y: int=field(init=False, default=3)\nr=replace(A(1), x=5)\nreplace(A(1), y=4)")
check("@dataclass\nclass A:\n  x: int\n  y: InitVar[int]\nreplace(A(1,2), x=5)")
check("@dataclass\nclass A:\n  x: int\nr=replace(A(1), z=5)")
check("@dataclass\nclass A:\n  x: int\nr=A(1)\nimport copy\nr=asdict(A([A({'k':(A(1),)})])), astuple(A([A({'k':(A(1),)})])), asdict(A(2), dict_factory=list)")
check("@dataclass\nclass A:\n  x: int\nr=(is_dataclass(A), is_dataclass(A(1)), is_dataclass(3), is_dataclass(int))")

def check(src):
    namespace = {}
    try:
        exec("from dataclasses import *\nfrom typing import ClassVar\n" + src, namespace)
        print("ok", namespace.get("r"))
    except BaseException as e:
        print(type(e).__name__, e)


check("@dataclass\nclass A:\n  x: int=1\n  y: int")
check("@dataclass\nclass A:\n  x: list=[]")
check("@dataclass\nclass A:\n  x: dict={}")
check("@dataclass\nclass A:\n  x: set=field(default=set())")
check("@dataclass\nclass A:\n  x: int=field(default=1, default_factory=int)")
check("@dataclass(order=True, eq=False)\nclass A:\n  x: int")
check("@dataclass(frozen=True)\nclass A:\n  x: int\n@dataclass\nclass B(A):\n  y: int")
check("@dataclass\nclass A:\n  x: int\n@dataclass(frozen=True)\nclass B(A):\n  y: int")
check("@dataclass(order=True)\nclass A:\n  x: int\n  def __lt__(self,o): pass")
check("@dataclass(frozen=True)\nclass A:\n  x: int\n  def __setattr__(self,o): pass")
check("@dataclass(unsafe_hash=True)\nclass A:\n  x: int\n  def __hash__(self): return 1")
check("@dataclass(slots=True)\nclass A:\n  x: int\n  __slots__=('x',)")
check("@dataclass(weakref_slot=True)\nclass A:\n  x: int")
check("@dataclass\nclass A:\n  x: ClassVar[int]=field(kw_only=True)")
check("@dataclass\nclass A:\n  x: ClassVar[int]=field(default_factory=int)")
check("@dataclass\nclass A:\n  x: InitVar[int]=field(default_factory=int)")
check("@dataclass\nclass A:\n  x: int\n  _: KW_ONLY\n  y: int\nr=A(1,y=2)")
check("@dataclass\nclass A:\n  x: int\n  _: KW_ONLY\n  y: int\n  __: KW_ONLY")
check("@dataclass\nclass A:\n  x=field()")
check("@dataclass\nclass A:\n  x: int\n  d: InitVar[int]=5\n  def __post_init__(self, d): self.x+=d\nr=A(1)")
check("@dataclass(slots=True)\nclass A:\n  x: int\n  y: int=3\nr=A(1); r.z=3")
check("@dataclass(slots=True)\nclass A:\n  x: int\n  y: int=3\nr=(A(1),A.__slots__, hasattr(A(1),'__dict__'))")
check("@dataclass\nclass A:\n  x: int=0\n  y: str=''\n@dataclass\nclass B(A):\n  x: float=2.5\n  z: int=1\nr=(B(), B.__match_args__)")
check("@dataclass(repr=False, eq=False, init=False, match_args=False)\nclass A:\n  x: int=0\nr=('__repr__' in vars(A), '__eq__' in vars(A), '__init__' in vars(A), '__match_args__' in vars(A))")

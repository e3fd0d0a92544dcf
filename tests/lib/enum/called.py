from enum import *
from shared import mk, t

mk("r=Enum('Animal', 'CAT DOG'); r=(list(r), r.CAT, r.__module__, r.__qualname__)")
mk("r=Enum('Animal', ['CAT','DOG'], start=5); r=list(r)")
mk("r=Enum('Animal', {'CAT': 'c','DOG':'d'}); r=list(r)")
mk("r=Enum('Animal', [('CAT', 3)], type=int); r=(list(r), r.CAT+1)")
mk("r=Enum('Animal', 'A,B C', module='mm', qualname='q.w'); r=(r, r.A)")

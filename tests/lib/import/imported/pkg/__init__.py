VALUE=1
from . import a
from .sub import deep

from .. import a
from ... import z

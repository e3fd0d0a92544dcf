from . import VALUE; x = VALUE + 1

"""python -m unittest: see unittest.main."""

import sys
from unittest.main import main

sys.argv[0] = sys.executable.rpartition('/')[2] + ' -m unittest'
__unittest = True
main(module=None)

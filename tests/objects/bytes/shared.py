# What several tests use.
import sys

sys.path.insert(1, '../..')
from asking import Index, t

import sys
sys.path.insert(0, 'imported')
import circ1
print(circ1.ok)
try:
    from circ3 import y
except ImportError as e:
    print(str(e).split(' (')[0], 'partially' in str(e))
print('circ3' in sys.modules, 'circ4' in sys.modules)

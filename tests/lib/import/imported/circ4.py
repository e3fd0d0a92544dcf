from circ3 import y

import circ1
def late(): return hasattr(circ1, "__name__")

import sys

sys.breakpointhook = lambda *args, **kwargs: print("hook", args, kwargs)
breakpoint()
print(breakpoint(1, x=2))

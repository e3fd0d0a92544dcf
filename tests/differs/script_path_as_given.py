# CPython makes the path of a script absolute. bitis leaves it as the user gave it, in __file__ and in tracebacks: shorter
# to read, and the same wherever the program lies.
import sys
import traceback

print(__file__, sys.argv[0])
try:
    1 / 0
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[1])

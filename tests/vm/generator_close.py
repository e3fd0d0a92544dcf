def closer():
    try: yield 1
    except GeneratorExit: print('GE'); raise
c = closer(); next(c); c.close(); c.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)

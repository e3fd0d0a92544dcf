# Entries for one line in a row are shown three times.
import traceback


def down(n):
    if n:
        return down(n - 1)
    1 / 0


def ping(n):
    if n == 0:
        1 / 0
    return pong(n - 1)


def pong(n):
    return ping(n)


for n in range(6):
    try:
        down(n)
    except ZeroDivisionError:
        print(traceback.format_exc().replace(__file__, 'FILE'))
try:
    ping(3)
except ZeroDivisionError:
    print(traceback.format_exc().replace(__file__, 'FILE'))

def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import time

for when in 0, 1e9, -1, 1.5, 10**11, 10**20, 'a', float('nan'), float('inf'), -1.5, True, 1700000000:
    show(f'gmtime({when})', lambda: time.gmtime(when))
moment = time.gmtime(1700000000)
for format in '%Y-%m-%d %H:%M:%S', '%a %A %b %B %c %d %H %I %j %m %M %p %S %U %w %W %x %X %y %%', '', 'a\0b', 'é %Y', '%D %e %F':
    show(format, lambda: time.strftime(format, moment))
for argument in ((1,), 5, (2020, 13, 1, 0, 0, 0, 0, 1, 0), (2020, 1, 32, 0, 0, 0, 0, 1, 0), (2020, 1, 1, 24, 0, 0, 0, 1, 0),
                 (2020, 1, 1, 0, 60, 0, 0, 1, 0), (2020, 1, 1, 0, 0, 62, 0, 1, 0), (2020, 1, 1, 0, 0, 0, -2, 1, 0),
                 (2020, 1, 1, 0, 0, 0, 0, 367, 0), ('a', 1, 1, 0, 0, 0, 0, 1, 0)):
    show(f'strftime {argument}', lambda: time.strftime('%Y', argument))
show('format', lambda: time.strftime(5))
show('asctime', lambda: time.asctime(moment))
show('asctime', lambda: time.asctime((2020, 1, 5, 1, 2, 3, 6, 5, 0)))
for argument in 5, (1, 2), (2020, 1, 1, 0, 0, 0, 0, 1, 'a'):
    show(f'mktime {argument}', lambda: time.mktime(argument))
show('mktime', lambda: time.gmtime(time.mktime(time.localtime(86400)))[:3])
for length in -1, 'a', 0, 0.001, float('nan'), 1e20, None:
    show(f'sleep {length}', lambda: time.sleep(length))
print([type(clock()).__name__ for clock in (time.time, time.time_ns, time.monotonic, time.perf_counter_ns, time.process_time)])
before = time.monotonic()
time.sleep(0.01)
print(0.01 <= time.monotonic() - before < 5, time.time() > 1.7e9, time.clock_gettime(time.CLOCK_MONOTONIC) > before)
show('clock', lambda: time.get_clock_info('x'))

# While a generator closes or throws into what it delegates to, it counts as running.
class Source:
    def __iter__(self):
        return self

    def __next__(self):
        return 42

    def close(self):
        print('close', made.gi_running)
        for step in made.__next__, made.close, lambda: made.throw(KeyError):
            try:
                step()
            except ValueError as error:
                print(error)
        print(made.gi_running)


def delegate():
    yield from Source()


made = delegate()
print(next(made), made.gi_running)
made.close()
print(made.gi_running)
made = delegate()
next(made)
try:
    made.throw(GeneratorExit)
except GeneratorExit:
    print('ended')

# TracebackException shows the locals of frames that have ended.
import traceback
def outer(x):
    y = [x]
    return inner(x=y)
def inner(x):
    class Bad:
        def __repr__(self):
            raise RuntimeError
    bad = Bad()
    return x[5]
def run():
    outer(3)
try:
    run()
except IndexError as error:
    made = traceback.TracebackException.from_exception(error, capture_locals=True)
    for entry in made.stack[1:]:
        print(entry.name, {name: text for name, text in (entry.locals or {}).items() if name != 'Bad'})
    frame = error.__traceback__.tb_next.tb_next.tb_frame
    print(sorted(frame.f_locals))
    traceback.clear_frames(error.__traceback__)
    print(frame.f_locals)

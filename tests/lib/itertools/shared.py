# Shows what a call gives.

def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

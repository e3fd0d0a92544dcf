# An unexpected keyword argument: the parameter with the nearest name is suggested, for natives and for Python functions.
def function(first, /, second, *, third):
    pass

calls = ['int("1", bas=2)', 'sorted([], ky=1)', 'b"".split(sp=1)', 'memoryview(b"").cast("B", shap=[1])', 'print(spe=1)', 'open("x", mod=1)',
         'function(1, secnd=1)', 'function(1, 2, thrid=1)', 'function(1, 2, fist=1)', 'function(1, 2, other=1)', 'sum([], zzz=1)']
for call in calls:
    try:
        print(eval(call))
    except TypeError as error:
        print(call, '->', error)

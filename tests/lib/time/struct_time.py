def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import time

moment = time.gmtime(0)
print(moment, moment.tm_gmtoff, len(moment), moment[:], moment.n_fields, moment.n_sequence_fields, moment.n_unnamed_fields)
print(time.struct_time.__match_args__, type(time.struct_time.tm_year).__name__)
print(time.struct_time(range(9)), time.struct_time(range(11)).tm_gmtoff, time.struct_time(range(10)).tm_zone)
for arguments in ((range(8),), (range(12),), (5,), (), ((1,) * 9, 5), ((1,) * 9, dict(foo=5))):
    show(f'{arguments}', lambda: time.struct_time(*arguments))
print(time.struct_time((1,) * 9, {'tm_zone': 'X'}).tm_zone, moment.__replace__(tm_year=4)[:2], moment.__replace__(tm_zone='Q').tm_zone)
show('replace', lambda: moment.__replace__(foo='Q'))
show('set', lambda: setattr(moment, 'tm_year', 1))

# What iterencode() yields, one piece a line; too deep text and values.
import json
for value in [1, 'a', [], {}, [1, 'b', None], {'a': 1, 'b': [True, {'c': 1.5}]}, (1, [2, [3]]), {1: 2, 3: 3}]:
    for options in {}, {'indent': 2}, {'sort_keys': True, 'separators': (',', ':')}:
        print(list(json.JSONEncoder(**options).iterencode(value)))
for text in '[' * 100000, '{"a":' * 100000:
    try:
        json.loads(text)
    except RecursionError:
        print('too deep')
deep = []
deep.append(deep)
for options in {}, {'indent': 1}:
    try:
        json.dumps(deep, check_circular=False, **options)
    except RecursionError:
        print('too deep')
    try:
        list(json.JSONEncoder(**options).iterencode(deep))
    except ValueError as error:
        print(error, error.__notes__)

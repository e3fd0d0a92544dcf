# Annotations below `if` as text: all of them, whether their statements are reached or not.
import annotationlib

class Both:
    a: unknown
    if 1:
        b: str
    else:
        c: list[int]
    for i in range(0):
        d: bytes

print(annotationlib.get_annotations(Both, format=annotationlib.Format.STRING))
print(list(annotationlib.get_annotations(Both, format=annotationlib.Format.FORWARDREF)))
unknown = 1
print(Both.__annotations__)

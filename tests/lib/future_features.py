# __future__.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import __future__
show(lambda: __future__.all_feature_names)
show(lambda: __future__.annotations)
show(lambda: __future__.annotations.getMandatoryRelease())
show(lambda: __future__.division.getOptionalRelease())
show(lambda: __future__.annotations.compiler_flag)
show(lambda: __future__.__all__)
for n in __future__.all_feature_names: print(n, getattr(__future__,n), getattr(__future__,n).compiler_flag)

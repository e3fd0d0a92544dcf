// Methods of `object` that have files of their own.
#pragma once
#include "objects/value.h"

Value object_py_reduce(Value self, Value *args);
Value object_py_reduce_ex(Value self, Value *args);
Value object_py_getstate(Value self, Value *args);

// Methods of `object` that have files of their own.
#pragma once
#include "objects/value.h"

Value object_py_reduce(Value self, Value *args);
Value object_py_reduce_ex(Value self, Value *args);
Value object_py_getstate(Value self, Value *args);
Value object_reduce_own(Value self);            // of a built-in object that a call makes again; 0, nothing pending: no such
extern Value (*object_import)(const char *name);         // imports a module; set by lib

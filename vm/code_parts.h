// What the files of the type of code objects share: code.c, code_object.c.
#pragma once
#include "objects/object.h"

Value code_py_lines(Value self, Value *args);
Value code_py_positions(Value self, Value *args);
Value code_py_replace(Value self, Value *args, size_t count, Value keywords);
Value code_compare(Value self, Value other, CompareOp op);
int64_t code_hash(Value self);

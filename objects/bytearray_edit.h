// What bytearray_edit.c gives to bytearray.c: assignment to slices, and the table of methods.
#pragma once
#include "objects/object.h"

bool bytearray_set_slice(Value self, Value slice, Value source) must_use;
bool bytearray_delete_slice(Value self, Value slice) must_use;
extern const MethodDef bytearray_methods[];

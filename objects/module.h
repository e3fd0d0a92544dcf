// Modules: an object with a dict, and filling it with functions written in C.
#pragma once
#include "objects/dict.h"
#include "objects/object.h"

typedef struct {
    Object head;
    Dict *dict;
    bool built_in;              // has functions written in C
} ModuleObject;
extern Type module_type;
Value module_new(Value name) must_use;
Value module_dict(Value module);
Value module_of_function(const MethodDef *def);                 // the name of the module that it was added to, or 0
bool module_add_functions(Value module, const MethodDef *functions) must_use;          // ended by a row with name 0

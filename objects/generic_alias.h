// GenericAlias: what list[int] is. `origin` is the class, `args` a tuple. Calls and attributes go to the origin.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value origin, args;         // args: tuple
    Value parameters;           // tuple of type variables among args, or 0: not computed yet
    bool starred;               // *list[int]
} GenericAlias;
extern Type generic_alias_type;
Value generic_alias_new(Value origin, Value item) must_use;    // item: a tuple of arguments, or one argument
// How an argument is shown: by its qualified name where it has one.
Value generic_alias_repr_part(Value part) must_use;
// A class method's function: `CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "...")`.
Value generic_alias_py_class_getitem(Value self, Value *args);
// As many arguments as there are parameters in `all`, of those in brackets, a tuple or one; `alias` is for messages.
Value generic_alias_prepare(Value alias, Value all, Value item) must_use;

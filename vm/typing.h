// What `class C[T]`, `def f[T]` and `type X = ...` make; the module typing shows these types.
#pragma once
#include "objects/object.h"

extern Type type_var_type, type_var_tuple_type, param_spec_type, type_alias_type, generic_type, param_spec_args_type,
    param_spec_kwargs_type;
extern Object no_default_object;

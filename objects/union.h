// Union: what int | str is, typing.Union. `args` is a tuple of its different members, None as NoneType.
#pragma once
#include "objects/object.h"
#include "objects/tuple.h"

typedef struct {
    Object head;
    Value args;
} Union;
extern Type union_type;
Value union_new(Value left, Value right);                      // NOT_IMPLEMENTED when one is nothing a union can hold
// Makes a member of what Union[...] is given; set by the module typing. 0: members are taken as they are.
extern Value (*union_member_hook)(Value v);
static inline Value union_args(Value v) { return ((Union *)value_object(v))->args; }

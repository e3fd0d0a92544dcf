// operator: its types are in operator_getters.c, its functions in module__operator.c.
#pragma once
#include "objects/object.h"

extern Type operator_attrgetter_type, operator_itemgetter_type, operator_methodcaller_type;
extern const MethodDef operator_functions[];            // those that a special method is named after

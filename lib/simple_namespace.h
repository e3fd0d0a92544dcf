// types.SimpleNamespace: an object with the attributes it was made with. sys.implementation is one.
#pragma once
#include "objects/object.h"

extern Type simple_namespace_type;
Value simple_namespace_new(void) must_use;              // empty; fill by object_set_attribute

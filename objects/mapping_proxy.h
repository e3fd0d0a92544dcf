// mappingproxy: a read-only view of a mapping; what `type.__dict__` is.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value mapping;
} MappingProxy;
extern Type mapping_proxy_type;
Value mapping_proxy_new(Value mapping) must_use;

// functools: the parts of the module written in C. partial is in functools_partial.c, lru_cache's wrapper in
// functools_cache.c, the rest in module__functools.c.
#pragma once
#include "objects/object.h"

extern Type functools_partial_type, functools_placeholder_type, functools_cache_type;
extern Object functools_placeholder;

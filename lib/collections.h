// collections: the types of the module written in C; each is in a file collections_NAME.c.
#pragma once
#include "objects/object.h"

extern Type deque_type, default_dict_type, ordered_dict_type;

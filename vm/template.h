// What a t-string makes; the module string.templatelib shows these types.
#pragma once
#include "objects/object.h"

extern Type interpolation_type, template_type;

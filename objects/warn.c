// Warnings given by types: through warnings.warn(), with the running line as their place.
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/object.h"
#include "objects/object_parts.h"

Value (*object_import)(const char *name);

bool warn_of(Type *category, Value message) {
    Value warnings = message ? object_import("warnings") : 0;
    Value warn = warnings ? object_get_attribute_c(warnings, "warn") : 0;
    return warn && object_call2(warn, message, VALUE(category));
}

bool warn_deprecated(Value message) { return warn_of(&DeprecationWarning_type, message); }

// Key: the error for what cannot be hashed, with the container named.
#include "objects/key.h"
#include "objects/exception.h"

int64_t key_refuse(Value key, const char *role) {
    Value error = error_take();
    if (type_of(error) == &TypeError_type)
        raise_type_error("cannot use '%T' as a %s (%S)", key, role, error);
    else
        error_set(error);
    return -1;
}

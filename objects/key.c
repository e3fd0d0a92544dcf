// Key: the hash of what shall be a key, with an error that names the container.
#include "objects/key.h"
#include "objects/exception.h"

int64_t key_hash_as(Value key, const char *role) {
    int64_t hash = key_hash(key);
    if (likely(hash != -1)) return hash;
    Value error = error_take();
    if (type_of(error) == &TypeError_type)
        raise_type_error("cannot use '%Q' as a %s (%S)", key, role, error);
    else
        error_set(error);
    return -1;
}

// Key: hashing and comparing two values the quick way, for containers. Small ints and exact strs never leave this file.
#pragma once
#include "objects/object.h"
#include "objects/str.h"

// The hash of a tagged int: its remainder by 2^61 - 1 with its sign, -2 in place of -1.
static inline int64_t key_hash_small(int64_t i) {
    const int64_t modulus = ((int64_t)1 << 61) - 1;
    if (unlikely(i >= modulus || i <= -modulus)) i %= modulus;
    return i == -1 ? -2 : i;
}

static inline int64_t key_hash_str(Value s) {
    int64_t hash = str_of(s)->hash;
    return likely(hash != 0) ? hash : str_hash_value(s);
}

// As object_hash: -1 when it raised.
static inline int64_t must_use key_hash(Value v) {
    if (value_is_small(v)) return key_hash_small(small_int(v));
    if (value_is(v, &str_type)) return key_hash_str(v);
    return object_hash(v);
}

// The same for a container: a TypeError becomes "cannot use 'list' as a ROLE (unhashable type: 'list')".
int64_t key_hash_as(Value key, const char *role) must_use;

// True when comparing a with b by == cannot run user code; *equal is the answer then.
static inline bool key_equal_quick(Value a, Value b, bool *equal) {
    if (a == b) return *equal = true;
    if (value_is_small(a) && value_is_small(b)) {
        *equal = false;
        return true;
    }
    if (value_is(a, &str_type) && value_is(b, &str_type)) {
        Str *x = str_of(a), *y = str_of(b);
        *equal = x->size == y->size && !(x->interned && y->interned) && memcmp(x->data, y->data, x->size) == 0;
        return true;
    }
    return false;
}

// As object_equal: 0, 1, -1: raised.
static inline int must_use key_equal(Value a, Value b) {
    bool equal;
    return likely(key_equal_quick(a, b, &equal)) ? equal : object_equal(a, b);
}

#pragma once
#include "objects/object.h"

typedef struct {
    int64_t hash;
    Value key;                  // 0: free; SET_DELETED: was deleted
} SetEntry;
typedef struct {
    Object head;
    SetEntry *table;            // open addressing, a power of two; 0 while empty
    size_t mask, count, fill;   // count: live; fill: live and deleted
    int64_t hash;               // frozenset: 0 not computed
} Set;
extern Type set_type, frozenset_type;
static inline bool set_check(Value v) { return v && value_has(v, TYPE_IS_SET); }       // set, frozenset or a subclass
Value set_new(void) must_use;
Value frozenset_from_iterable(Value iterable) must_use;
bool set_add(Value set, Value key) must_use;
int set_contains(Value set, Value key) must_use;               // 0, 1, -1
int set_discard(Value set, Value key) must_use;                // 1: removed, 0: absent, -1: raised
bool set_update(Value set, Value iterable) must_use;
size_t set_count(Value set);
bool set_next(Value set, size_t *at, Value *key);              // walk; the set must not change meanwhile

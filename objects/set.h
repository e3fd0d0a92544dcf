// set, frozenset: open addressing over (hash, key). The order in which a set gives its items is that of CPython, as far as
// hashes agree: same table sizes, same probe sequence (a few neighbours first, then a jump that takes in more of the hash).
#pragma once
#include "objects/object.h"

typedef struct {
    int64_t hash;
    Value key;                  // 0: free, or deleted when hash is -1
} SetEntry;
typedef struct {
    Object head;
    SetEntry *table;            // open addressing, a power of two; 0 while empty
    size_t mask, count, fill;   // count: live; fill: live and deleted
    int64_t hash;               // frozenset: 0 not computed
} Set;
typedef struct {
    Object head;
    Set *set;                   // 0 when exhausted
    size_t at;
    size_t expected, left;      // set->count at the start; items still to come
} SetIterator;
extern Type set_type, frozenset_type, set_iterator_type;
static inline bool set_check(Value v) { return v && value_has(v, TYPE_IS_SET); }       // set, frozenset or a subclass
Value set_new(void) must_use;
Value frozenset_from_iterable(Value iterable) must_use;
bool set_add(Value set, Value key) must_use;
int set_contains(Value set, Value key) must_use;               // 0, 1, -1
int set_discard(Value set, Value key) must_use;                // 1: removed, 0: absent, -1: raised
bool set_update(Value set, Value iterable) must_use;
bool set_subtract(Value set, Value iterable) must_use;         // removes the iterable's items
bool set_toggle(Value set, Value iterable) must_use;           // symmetric difference, in place
Value set_copy(Value set) must_use;                            // an exact set
void set_clear(Value set);
size_t set_count(Value set);
bool set_next(Value set, size_t *at, Value *key);              // walk; the set must not change meanwhile

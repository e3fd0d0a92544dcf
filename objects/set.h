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
    SetEntry *table;            // 0 until something is added
    size_t mask, count, fill;   // table size less one; live entries; live and deleted ones
    size_t finger;              // where pop() looks next, whatever became of the table
    int64_t hash;               // frozenset: 0 not computed
} Set;
// While set is not 0 and set->count equals expected, set_next(set, &at, &key) steps it.
typedef struct {
    Object head;
    Set *set;                   // 0 when exhausted
    size_t at;
    size_t expected, left;      // set->count at the start, SIZE_MAX once it was found to differ; items still to come
} SetIterator;
extern Type set_type, frozenset_type, set_iterator_type;
static inline bool set_check(Value v) { return v && value_has(v, TYPE_IS_SET); }       // set, frozenset or a subclass
static inline Set *set_of(Value v) { return (Set *)value_object(v); }
Value set_new(void) must_use;
Value set_make(Type *type, Value *args, size_t count, Value keywords);         // the slot: an empty set of any set type
Value set_copy_as(Type *type, Value set) must_use;             // type: set_type or frozenset_type
Value set_union_as(Type *type, Value a, Value b) must_use;     // of two sets
Value frozenset_from_iterable(Value iterable) must_use;
bool set_add(Value set, Value key) must_use;
bool set_add_hashed(Set *set, Value key, int64_t hash) must_use;
int set_contains(Value set, Value key) must_use;               // 0, 1, -1
int set_contains_hashed(Set *set, Value key, int64_t hash) must_use;
int set_discard(Value set, Value key) must_use;                // 1: removed, 0: absent, -1: raised
int64_t set_hash_key(Value key) must_use;                      // -1: "cannot use 'list' as a set element (...)" is pending
bool set_update(Value set, Value iterable) must_use;
bool set_subtract(Value set, Value iterable) must_use;         // removes the iterable's items
bool set_toggle(Value set, Value iterable) must_use;           // symmetric difference, in place
void set_clear(Value set);
void set_swap(Set *a, Set *b);                                 // exchanges the contents
Value set_pop(Value set) must_use;                             // 0, nothing pending: empty
size_t set_count(Value set);
bool set_next(Value set, size_t *at, Value *key);              // walk; the set must not change meanwhile
// The same, checked anew at each step; 0: end.
static inline SetEntry *set_next_entry(Set *set, size_t *at) {
    while (set->table && *at <= set->mask) {
        SetEntry *entry = set->table + (*at)++;
        if (entry->key) return entry;
    }
    return 0;
}

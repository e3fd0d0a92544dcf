// tuple: a fixed array of values, stored behind the header. There is one empty exact tuple.
#pragma once
#include "objects/object.h"

struct Tuple {
    Object head;
    size_t count;
    Value items[];
};
extern Type tuple_type, tuple_iterator_type;
typedef struct {
    Object head;
    Tuple *tuple;               // 0 when exhausted
    size_t index;
} TupleIterator;
static inline bool tuple_check(Value v) { return v && value_has(v, TYPE_IS_TUPLE); }
static inline Tuple *tuple_of(Value v) { return (Tuple *)value_object(v); }
static inline size_t tuple_count(Value v) { return tuple_of(v)->count; }
static inline Value tuple_get(Value v, size_t index) { return tuple_of(v)->items[index]; }     // index < count
Value tuple_new(const Value *items, size_t count) must_use;    // items 0: all slots 0, to be filled in before anyone sees it
Value tuple_pack(size_t count, ...) must_use;                  // Values
static inline must_use Value tuple_pair(Value a, Value b) {
    Tuple *pair = mem_object(&tuple_type, sizeof(Tuple) + 2 * sizeof(Value));
    if (unlikely(!pair)) return 0;
    pair->count = 2;
    pair->items[0] = a;
    pair->items[1] = b;
    return VALUE(pair);
}
// Takes apart an exact tuple, not empty, that was just made and that nobody else has seen: its items go to `to`, the last one
// first, and its memory is given back.
static inline void tuple_unpack_new(Value tuple, Value *to) {
    Tuple *t = tuple_of(tuple);
    size_t count = t->count;
    for (size_t i = count; i-- > 0; t->items[i] = 0) {
        *to++ = t->items[i];
        __asm__ volatile("" ::: "memory");      // for a few items memset() takes longer
    }
    t->count = 0;
    mem_recycle(t, sizeof(Tuple) + count * sizeof(Value));
}
Value tuple_from_iterable(Value iterable) must_use;            // an exact tuple is returned as it is
Value tuple_slice(Value tuple, size_t from, size_t to) must_use;        // from <= to <= count
int tuple_equal_items(const Value *a, const Value *b, size_t count) must_use;   // 0, 1, -1: raised
extern Value tuple_empty;

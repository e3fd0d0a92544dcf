// list: a growing array of values. While a list is sorted it looks empty (see sort.c). Slots behind `count` are always 0,
// so that what was removed can be collected.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value *items;
    size_t count, capacity;
} List;
extern Type list_type, list_iterator_type, list_reverse_iterator_type;
typedef struct {
    Object head;
    List *list;                 // 0 when exhausted
    size_t index;
} ListIterator;                 // also list_reverseiterator: index is one more than the next item's then
static inline bool list_check(Value v) { return v && value_has(v, TYPE_IS_LIST); }
static inline List *list_of(Value v) { return (List *)value_object(v); }
Value list_new(const Value *items, size_t count) must_use;     // items 0: `count` slots 0, to be filled in
Value list_with_capacity(size_t capacity) must_use;            // empty
bool list_append_grow(List *list, Value item) must_use;        // list_append's slow half
static inline bool must_use list_append(Value list, Value item) {
    List *l = list_of(list);
    if (unlikely(l->count >= l->capacity)) return list_append_grow(l, item);
    l->items[l->count++] = item;
    return true;
}
bool list_insert(Value list, size_t index, Value item) must_use;       // index <= count
bool list_extend(Value list, Value iterable) must_use;
bool list_delete_range(Value list, size_t from, size_t to) must_use;
Value list_from_iterable(Value iterable) must_use;             // always a new list
Value list_to_tuple(Value list) must_use;
Value list_pop_last(Value list) must_use;                      // count > 0
void list_reverse_values(Value *items, size_t count);
bool list_sort(Value list, Value key, bool reverse) must_use;  // key 0: none

// dict: insertion-ordered and compact. A table of small indices points into an array of entries in insertion order;
// a deleted entry keeps its place with key 0 until the next rebuild. A key that is an interned str is found by
// comparing pointers. `version` changes (to a number never used before by any dict) whenever an entry is added, removed or
// moved, not when a value is replaced: an inline cache that saw version v may use entries[i].value directly.
#pragma once
#include "objects/object.h"

typedef struct {
    int64_t hash;
    Value key, value;           // key 0: deleted
} DictEntry;

struct Dict {
    Object head;
    DictEntry *entries;
    void *indices;              // int8_t, int16_t or int32_t each, by capacity; -1 empty, -2 deleted; 0 while tiny
    size_t used;                // entries in use, deleted ones included: the end of the order
    size_t count;               // live entries
    size_t capacity;            // room in entries
    uint64_t version;
    uint32_t mask;              // of the index table
    uint32_t filled;            // places of the index table that are not empty
};
extern Type dict_type, dict_keys_type, dict_values_type, dict_items_type;
extern Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type;
extern Type dict_reverse_key_iterator_type, dict_reverse_value_iterator_type, dict_reverse_item_iterator_type;
static inline bool dict_check(Value v) { return v && value_has(v, TYPE_IS_DICT); }
static inline Dict *dict_of(Value v) { return (Dict *)value_object(v); }
Value dict_new(void) must_use;
Value dict_with_room(size_t count) must_use;
// Lookups answer 0 when the key is absent: a pending exception then says whether hashing or comparing failed.
Value dict_get(Value dict, Value key) must_use;
Value dict_get_name(Dict *dict, Value interned);               // key is an interned str: cannot fail
ptrdiff_t dict_find_name(const Dict *dict, Value interned);    // index of its entry, -1: absent; for inline caches
bool dict_set(Value dict, Value key, Value value) must_use;
bool dict_set_name(Dict *dict, Value interned, Value value) must_use;
bool dict_set_c(Value dict, const char *key, Value value) must_use;
// Tables of a module's constants, ended by {0}.
typedef struct {
    const char *name;
    int number;
} NamedNumber;
typedef struct {
    const char *name;
    const void *object;         // a static heap object
} NamedObject;
bool dict_set_numbers(Value dict, const NamedNumber *rows) must_use;
bool dict_set_objects(Value dict, const NamedObject *rows) must_use;
int dict_delete(Value dict, Value key) must_use;               // 1: deleted, 0: absent, -1: raised
int dict_delete_hashed(Dict *dict, Value key, int64_t hash) must_use;
int dict_contains(Value dict, Value key) must_use;
Value dict_set_default(Value dict, Value key, Value value) must_use;   // the value that is there afterwards
Value dict_pop(Value dict, Value key) must_use;                // 0 and nothing pending: absent
bool dict_update(Value dict, Value mapping_or_pairs) must_use;
bool dict_merge_keywords(Value dict, Value mapping, Value callable) must_use;  // f(**m): TypeErrors for double and non-str keys
Value callable_name(Value callable) must_use;                  // as messages about a call's arguments have it: "f()"
Value dict_copy(Value dict) must_use;
void dict_clear(Value dict);
// Walks live entries: size_t at = 0; while ((entry = dict_next(dict, &at))) ...; the dict must not change meanwhile.
DictEntry *dict_next_slow(Dict *dict, size_t *at);             // where deleted entries are to be skipped
static inline DictEntry *dict_next(Dict *dict, size_t *at) {
    if (*at >= dict->used) return 0;
    DictEntry *entry = dict->entries + *at;
    if (unlikely(!entry->key)) return dict_next_slow(dict, at);
    ++*at;
    return entry;
}
DictEntry *dict_previous(Dict *dict, size_t *at);              // the same backwards: start with at = dict->used

// An entry by key: its index, -1: absent, -2: raised. Runs user code when keys are not str or int.
#define DICT_ABSENT ((ptrdiff_t)-1)
#define DICT_RAISED ((ptrdiff_t)-2)
ptrdiff_t dict_find(Dict *dict, Value key, int64_t hash) must_use;
bool dict_set_hashed(Dict *dict, Value key, int64_t hash, Value value) must_use;
// The last entry, removed: 0 when the dict is empty.
bool dict_pop_last(Dict *dict, Value *key, Value *value) must_use;
bool dict_move(Dict *dict, size_t at, bool last) must_use;     // the entry at an index becomes the last or the first one
bool dict_set_all(Dict *dict, Dict *other) must_use;           // other's entries, as update() does
Value dict_make(Type *type, Value *args, size_t count, Value keywords);        // the slot: an empty dict of a subclass
Value dict_get_or_missing(Value dict, Value key) must_use;     // dict[key], __missing__ included

// dict.keys(), values(), items(): `dict` is read through to.
typedef struct {
    Object head;
    Dict *dict;
} DictView;
Value dict_view_new(Type *type, Value dict) must_use;

// Iterators over keys, values, items, in either direction. The VM may step one itself: while dict is not 0 and
// dict->count equals expected, the next entry is dict_next(dict, &at); one found when `left` is 0 means that keys changed.
typedef struct {
    Object head;
    Dict *dict;                 // 0 when exhausted
    size_t at;
    size_t expected;            // dict->count at the start; SIZE_MAX once it was found to differ
    size_t left;                // entries still to come
} DictIterator;
Value dict_iterator_new(Type *type, Dict *dict) must_use;
// The next entry of an iterator over items without a tuple for it, for `for k, v in d.items()`. False: exhausted or raised.
bool dict_item_step(Value iterator, Value *key, Value *value) must_use;

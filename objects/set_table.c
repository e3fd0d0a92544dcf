// The table of a set: finding, adding, removing and walking. set.h has the picture.
//
// A lookup that calls __eq__ starts again when the set changed meanwhile. Old tables stay intact while there are such lookups
// (then they are collected, not freed), so comparing table addresses tells a change of table for certain. All others read the
// table anew at each step.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/tuple.h"

#define SMALLEST 8
#define NEIGHBOURS 9
#define SET_DELETED ((int64_t)-1)

// --- making

Value set_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    bool plain = type == &set_type || type == &frozenset_type;
    Set *set = plain ? mem_object(type, sizeof(Set)) : instance_allocate(type, sizeof(Set));
    if (set) set->mask = SMALLEST - 1;
    return VALUE(set);
}

Value set_new(void) {
    return set_make(&set_type, 0, 0, 0);
}

// --- probing

typedef struct {
    size_t place, neighbours;   // neighbours still to look at after this one
    size_t home;
    uint64_t rest;
} Probe;

static inline size_t neighbours_of(size_t home, size_t mask) {
    return home + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
}

static inline Probe probe_start(size_t mask, int64_t hash) {
    size_t home = (size_t)hash & mask;
    return (Probe){home, neighbours_of(home, mask), home, (uint64_t)hash};
}

static inline void probe_step(size_t mask, Probe *probe) {
    if (probe->neighbours) {
        probe->neighbours--;
        probe->place++;
        return;
    }
    probe->rest >>= 5;
    probe->home = (probe->home * 5 + 1 + probe->rest) & mask;
    probe->place = probe->home;
    probe->neighbours = neighbours_of(probe->home, mask);
}

static inline bool ensure_table(Set *set) {
    if (likely(set->table != 0)) return true;
    set->table = mem_alloc((set->mask + 1) * sizeof(SetEntry));
    return set->table != 0;
}

static unsigned comparing;          // lookups that are calling __eq__

static __attribute__((noinline)) int compare_slowly(Value a, Value b) {
    comparing++;
    int equal = object_equal(a, b);
    comparing--;
    return equal;
}

static SetEntry taken = {.key = NONE};

// The entry of `key`, or the free entry that ends its probe sequence; 0: raised. *deleted is the last deleted entry on
// the way, which an addition uses again, or 0. For an addition an equal key ends the search even where it is gone by then.
static __attribute__((noinline)) SetEntry *find(Set *set, Value key, int64_t hash, SetEntry **deleted, bool adding) {
    while (ensure_table(set)) {
        SetEntry *table = set->table;
        size_t mask = set->mask;
        *deleted = 0;
        Probe probe = probe_start(mask, hash);
        for (;; probe_step(mask, &probe)) {
            SetEntry *entry = table + probe.place;
            Value present = entry->key;
            if (entry->hash != hash || !present) {
                if (present) continue;
                if (entry->hash != SET_DELETED) return entry;
                *deleted = entry;
                continue;
            }
            bool same;
            int equal = likely(key_equal_quick(present, key, &same)) ? same : compare_slowly(present, key);
            if (unlikely(equal < 0)) return 0;
            if (unlikely(set->table != table || entry->key != present)) {
                if (adding && equal) return &taken;
                break;
            }
            if (equal) return entry;
        }
    }
    return 0;
}

// The first entry of the key's probe sequence, where that is its own or free; 0: it must be looked for.
static inline SetEntry *find_at_once(const Set *set, Value key, int64_t hash) {
    if (unlikely(!set->table)) return 0;
    SetEntry *home = set->table + ((size_t)hash & set->mask);
    return likely(home->key ? home->key == key && home->hash == hash : home->hash != SET_DELETED) ? home : 0;
}

// Where there are neither equal keys nor deleted entries.
static inline void insert_new(SetEntry *table, size_t mask, Value key, int64_t hash) {
    size_t place = (size_t)hash & mask;
    if (table[place].key) {
        Probe probe = probe_start(mask, hash);
        while (table[probe.place].key) probe_step(mask, &probe);
        place = probe.place;
    }
    table[place] = (SetEntry){hash, key};
}

// --- room

static size_t mask_for(size_t minimum) {
    size_t size = SMALLEST;
    while (size <= minimum) size *= 2;
    return size - 1;
}

// Gives back a set's table that it does not need any more. (Small ones are not worth it.)
static void drop_table(const Set *set) {
    if (set->table && !comparing && (set->mask + 1) * sizeof(SetEntry) > MEM_SMALL_MAX) mem_free(set->table);
}

// Gives `set` a new table with the entries of `other`, which may be the set itself, without the deleted ones.
static bool take_entries(Set *set, const Set *other, size_t mask) {
    SetEntry *table = mem_alloc((mask + 1) * sizeof(SetEntry));
    if (!table) return false;
    const SetEntry *entry = other->table;
    size_t count = other->count;
    for (size_t left = count; left; entry++) {
        if (!entry->key) continue;
        insert_new(table, mask, entry->key, entry->hash);
        left--;
    }
    drop_table(set);
    set->table = table;
    set->mask = mask;
    set->fill = set->count = count;
    return true;
}

// A table for more than `minimum` entries.
static bool resize(Set *set, size_t minimum) {
    return take_entries(set, set, mask_for(minimum));
}

static size_t grown(const Set *set) {
    return set->count > 50000 ? set->count * 2 : set->count * 4;
}

// The mask of a table with room for `more` entries at once.
static size_t mask_with(const Set *set, size_t more) {
    return (set->fill + more) * 5 < set->mask * 3 ? set->mask : mask_for((set->count + more) * 2);
}

static bool reserve(Set *set, size_t more) {
    return (set->fill + more) * 5 < set->mask * 3 || take_entries(set, set, mask_with(set, more));
}

// --- single items

int64_t set_hash_key(Value key) { return key_hash_as(key, "set element"); }

static inline int64_t hash_key(Value key) {
    return value_is_small(key) ? key_hash_small(small_int(key)) : value_is(key, &str_type) ? key_hash_str(key) : set_hash_key(key);
}

bool set_add_hashed(Set *set, Value key, int64_t hash) {
    SetEntry *deleted = 0, *entry = find_at_once(set, key, hash);
    if (!entry) entry = find(set, key, hash, &deleted, true);
    if (!entry) return false;
    if (entry->key) return true;
    set->count++;
    if (deleted) {
        *deleted = (SetEntry){hash, key};
        return true;
    }
    *entry = (SetEntry){hash, key};
    set->fill++;
    return set->fill * 5 < set->mask * 3 || resize(set, grown(set));
}

bool set_add(Value set, Value key) {
    int64_t hash = hash_key(key);
    return hash != -1 && set_add_hashed(set_of(set), key, hash);
}

int set_contains_hashed(Set *set, Value key, int64_t hash) {
    if (!set->table) return 0;
    SetEntry *deleted, *entry = find_at_once(set, key, hash);
    if (!entry) entry = find(set, key, hash, &deleted, false);
    return entry ? entry->key != 0 : -1;
}

static int discard_hashed(Set *set, Value key, int64_t hash) {
    if (!set->table) return 0;
    SetEntry *deleted, *entry = find_at_once(set, key, hash);
    if (!entry) entry = find(set, key, hash, &deleted, false);
    if (!entry) return -1;
    if (!entry->key) return 0;
    *entry = (SetEntry){.hash = SET_DELETED};
    set->count--;
    return 1;
}

// A set looks for an equal frozenset: `{1} in {frozenset({1})}`. -1 with TypeError pending for other unhashable keys.
static int64_t hash_or_freeze(Value *key) {
    int64_t hash = hash_key(*key);
    if (hash != -1 || !set_check(*key) || !error_clear_if(&TypeError_type)) return hash;
    *key = set_copy_as(&frozenset_type, *key);
    return *key ? object_hash(*key) : -1;
}

int set_contains(Value set, Value key) {
    int64_t hash = hash_or_freeze(&key);
    return hash == -1 ? -1 : set_contains_hashed(set_of(set), key, hash);
}

int set_discard(Value set, Value key) {
    int64_t hash = hash_or_freeze(&key);
    return hash == -1 ? -1 : discard_hashed(set_of(set), key, hash);
}

Value set_pop(Value set) {
    Set *s = set_of(set);
    if (!s->count) return 0;
    size_t at = s->finger & s->mask;
    while (!s->table[at].key) at = (at + 1) & s->mask;
    Value key = s->table[at].key;
    s->table[at] = (SetEntry){.hash = SET_DELETED};
    s->count--;
    s->finger = at + 1;
    return key;
}

void set_clear(Value set) {
    Set *s = set_of(set);
    drop_table(s);
    s->table = 0;
    s->mask = SMALLEST - 1;
    s->count = s->fill = 0;
}

void set_swap(Set *a, Set *b) {
    Set old = *a;
    a->table = b->table, a->mask = b->mask, a->count = b->count, a->fill = b->fill;
    b->table = old.table, b->mask = old.mask, b->count = old.count, b->fill = old.fill;
}

size_t set_count(Value set) {
    return set_of(set)->count;
}

bool set_next(Value set, size_t *at, Value *key) {
    SetEntry *entry = set_next_entry(set_of(set), at);
    if (entry) *key = entry->key;
    return entry != 0;
}

// --- whole collections

// The arrangement of entries that an empty set takes over as it is.
static bool is_tidy(const Set *set, size_t mask) {
    return set->mask == mask && set->fill == set->count;
}

// Gives the empty `set` the entries of `other`, which has some.
static bool copy_into(Set *set, const Set *other) {
    size_t mask = mask_with(set, other->count), size = (mask + 1) * sizeof(SetEntry);
    if (!is_tidy(other, mask)) return take_entries(set, other, mask);
    SetEntry *table = mem_alloc_filled(size);
    if (!table) return false;
    memcpy(table, other->table, size);
    set->table = table;
    set->mask = mask;
    set->count = set->fill = other->count;
    return true;
}

// Adds all of `other`.
static bool merge(Set *set, Set *other) {
    if (set == other || !other->count) return true;
    if (set->fill && !reserve(set, other->count)) return false;
    if (!set->fill) return copy_into(set, other);
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(other, &at));)
        if (!set_add_hashed(set, entry->key, entry->hash)) return false;
    return true;
}

static bool merge_dict(Set *set, Dict *dict) {
    if (!reserve(set, dict->count)) return false;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &at));)
        if (!set_add_hashed(set, entry->key, entry->hash)) return false;
    return true;
}

static bool merge_list(Value set, Value list) {
    for (size_t i = 0; i < list_of(list)->count; i++)
        if (!set_add(set, list_of(list)->items[i])) return false;
    return true;
}

bool set_update(Value set, Value iterable) {
    if (set_check(iterable)) return merge(set_of(set), set_of(iterable));
    if (value_is(iterable, &dict_type)) return merge_dict(set_of(set), dict_of(iterable));
    if (value_is(iterable, &list_type)) return merge_list(set, iterable);
    Value iterator = object_iter(iterable);
    if (!iterator) return false;
    for (Value item; (item = object_next(iterator));)
        if (!set_add(set, item)) return false;
    return !error_occurred();
}

// Gets rid of deleted entries when there are many.
static bool tidy(Set *set) {
    return set->fill - set->count <= set->mask / 4 || resize(set, grown(set));
}

static bool subtract_set(Set *set, Set *other) {
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(other, &at));)
        if (discard_hashed(set, entry->key, entry->hash) < 0) return false;
    return tidy(set);
}

bool set_subtract(Value set, Value iterable) {
    if (set == iterable) {
        set_clear(set);
        return true;
    }
    if (set_check(iterable)) return subtract_set(set_of(set), set_of(iterable));
    Value iterator = object_iter(iterable);
    if (!iterator) return false;
    for (Value item; (item = object_next(iterator));) {
        int64_t hash = set_hash_key(item);
        if (hash == -1 || discard_hashed(set_of(set), item, hash) < 0) return false;
    }
    return !error_occurred() && tidy(set_of(set));
}

static bool toggle(Set *set, Value key, int64_t hash) {
    int removed = discard_hashed(set, key, hash);
    return removed > 0 || (removed == 0 && set_add_hashed(set, key, hash));
}

static bool toggle_keys(Set *set, Dict *dict) {
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &at));)
        if (!toggle(set, entry->key, entry->hash)) return false;
    return true;
}

bool set_toggle(Value set, Value iterable) {
    if (set == iterable) {
        set_clear(set);
        return true;
    }
    if (value_is(iterable, &dict_type)) return toggle_keys(set_of(set), dict_of(iterable));
    Value other = iterable;
    if (!set_check(iterable)) {
        other = set_new();
        if (!other || !set_update(other, iterable)) return false;
    }
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(set_of(other), &at));)
        if (!toggle(set_of(set), entry->key, entry->hash)) return false;
    return true;
}

Value set_copy_as(Type *type, Value set) {
    Value copy = set_make(type, 0, 0, 0);
    return copy && merge(set_of(copy), set_of(set)) ? copy : 0;
}

Value set_union_as(Type *type, Value a, Value b) {
    if (a == b) return set_copy_as(type, a);
    Value result = set_make(type, 0, 0, 0);
    if (!result) return 0;
    // A copy that would have to grow for what is to come is made large enough at once.
    Set *set = set_of(result), *first = set_of(a), *second = set_of(b);
    size_t mask = mask_with(first, second->count);
    bool direct = mask > first->mask && second->count && is_tidy(first, mask_with(set, first->count));
    if (direct && !take_entries(set, first, mask)) return 0;
    return (direct || merge(set, first)) && merge(set, second) ? result : 0;
}

Value frozenset_from_iterable(Value iterable) {
    if (value_is(iterable, &frozenset_type)) return iterable;
    Value set = set_make(&frozenset_type, 0, 0, 0);
    return set && set_update(set, iterable) ? set : 0;
}

// The table of a dict: finding, adding, removing entries and walking them. dict.h has the picture.
//
// Up to TINY entries are searched one by one; beyond that a table of small indices, at most two thirds full, is probed by
// open addressing. The probe sequence visits every place in the end and takes in all bits of the hash. A lookup that must
// call __eq__ starts again when the dict changed meanwhile, which its version tells.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/key.h"
#include "objects/str.h"

#define TINY 10
#define SMALLEST 5
enum { INDEX_EMPTY = -1, INDEX_DELETED = -2 };

static uint64_t last_version;

static inline void changed(Dict *dict) {
    dict->version = ++last_version;
}

// --- making

static Dict *dict_allocate(Type *type) {
    Dict *dict = type == &dict_type ? mem_object(type, sizeof(Dict)) : instance_allocate(type, sizeof(Dict));
    if (dict) changed(dict);
    return dict;
}

Value dict_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(dict_allocate(type));
}

Value dict_new(void) {
    return VALUE(dict_allocate(&dict_type));
}

// --- the index table

static size_t index_width(size_t capacity) {
    return capacity <= INT8_MAX ? 1 : capacity <= INT16_MAX ? 2 : 4;
}

static inline int64_t index_read(const Dict *dict, size_t place) {
    if (dict->capacity <= INT8_MAX) return ((int8_t *)dict->indices)[place];
    if (dict->capacity <= INT16_MAX) return ((int16_t *)dict->indices)[place];
    return ((int32_t *)dict->indices)[place];
}

static inline void index_write(Dict *dict, size_t place, int64_t index) {
    if (dict->capacity <= INT8_MAX) ((int8_t *)dict->indices)[place] = (int8_t)index;
    else if (dict->capacity <= INT16_MAX) ((int16_t *)dict->indices)[place] = (int16_t)index;
    else ((int32_t *)dict->indices)[place] = (int32_t)index;
}

// A walk over the places where an entry of some hash may be noted.
typedef struct {
    size_t place;
    uint64_t rest;
} Probe;

static inline Probe probe_start(const Dict *dict, int64_t hash) {
    return (Probe){(size_t)hash & dict->mask, (uint64_t)hash};
}

static inline void probe_step(const Dict *dict, Probe *probe) {
    probe->rest >>= 5;
    probe->place = (probe->place * 5 + probe->rest + 1) & dict->mask;
}

static void index_add(Dict *dict, int64_t hash, size_t at) {
    Probe probe = probe_start(dict, hash);
    int64_t old;
    while ((old = index_read(dict, probe.place)) >= 0) probe_step(dict, &probe);
    if (old == INDEX_EMPTY) dict->filled++;
    index_write(dict, probe.place, (int64_t)at);
}

static void index_remove(Dict *dict, int64_t hash, size_t at) {
    if (!dict->indices) return;
    Probe probe = probe_start(dict, hash);
    while (index_read(dict, probe.place) != (int64_t)at) probe_step(dict, &probe);
    index_write(dict, probe.place, INDEX_DELETED);
}

// The next candidate among entries at or behind *at (tiny) or along the probe: its index, or -1 at the end.
static inline ptrdiff_t candidate(const Dict *dict, int64_t hash, Probe *probe, size_t *at) {
    if (!dict->indices) {
        while (*at < dict->used) {
            size_t i = (*at)++;
            if (dict->entries[i].hash == hash && dict->entries[i].key) return (ptrdiff_t)i;
        }
        return -1;
    }
    for (;;) {
        int64_t index = index_read(dict, probe->place);
        if (index == INDEX_EMPTY) return -1;
        probe_step(dict, probe);
        if (index >= 0 && dict->entries[index].hash == hash) return (ptrdiff_t)index;
    }
}

// --- room

// The smallest capacity of the series that has room for `count` entries, and its index table's size (0: none).
static size_t fitting_capacity(size_t count, size_t *table) {
    *table = 0;
    if (count <= SMALLEST) return SMALLEST;
    if (count <= TINY) return TINY;
    for (*table = 32; *table / 3 * 2 < count; *table *= 2) {}
    return *table / 3 * 2;
}

// A deleted entry's hash says how many entries on the next live one may be looked for; see dict_next_slow.
static const DictEntry gap = {.hash = 1};

// Moves the live entries to storage for `room` entries, closing gaps, behind `front` free places.
static bool rebuild_behind(Dict *dict, size_t front, size_t room) {
    if (room > (size_t)INT32_MAX) return raise_memory_error();
    size_t table, capacity = fitting_capacity(room, &table);
    DictEntry *entries = mem_alloc_filled(capacity * sizeof(DictEntry));
    void *indices = table ? mem_alloc_atomic(table * index_width(capacity)) : 0;
    if (!entries || (table && !indices)) return false;
    size_t count = front, at = 0;
    for (size_t i = 0; i < front; i++) entries[i] = (DictEntry){.hash = (int64_t)(front - i)};
    for (DictEntry *entry; (entry = dict_next(dict, &at));) entries[count++] = *entry;
    memset(entries + count, 0, (capacity - count) * sizeof(DictEntry));
    dict->entries = entries;
    dict->indices = indices;
    dict->used = count;
    dict->capacity = capacity;
    dict->mask = (uint32_t)(table ? table - 1 : 0);
    dict->filled = 0;
    if (indices) {
        memset(indices, 0xff, table * index_width(capacity));
        for (size_t i = front; i < count; i++) index_add(dict, entries[i].hash, i);
    }
    changed(dict);
    return true;
}

static bool rebuild(Dict *dict, size_t room) {
    return rebuild_behind(dict, 0, room);
}

static inline bool is_full(const Dict *dict) {
    return dict->used >= dict->capacity || (dict->indices && dict->filled >= dict->capacity);
}

Value dict_with_room(size_t count) {
    Value dict = dict_new();
    if (!dict || (count && !rebuild(dict_of(dict), count))) return 0;
    return dict;
}

static bool add_entry(Dict *dict, Value key, int64_t hash, Value value) {
    if (unlikely(is_full(dict)) && !rebuild(dict, dict->count + dict->count / 2 + 1)) return false;
    size_t at = dict->used++;
    dict->entries[at] = (DictEntry){hash, key, value};
    dict->count++;
    if (dict->indices) index_add(dict, hash, at);
    changed(dict);
    return true;
}

static void remove_entry(Dict *dict, size_t at) {
    index_remove(dict, dict->entries[at].hash, at);
    dict->entries[at] = gap;
    dict->count--;
    changed(dict);
}

// --- finding

ptrdiff_t dict_find_name(const Dict *dict, Value name) {
    int64_t hash = key_hash_str(name);
    Probe probe = probe_start(dict, hash);
    size_t at = 0;
    for (ptrdiff_t i; (i = candidate(dict, hash, &probe, &at)) >= 0;) {
        Value key = dict->entries[i].key;
        if (likely(key == name) || (str_check(key) && str_equal(key, name))) return i;
    }
    return DICT_ABSENT;
}

ptrdiff_t dict_find(Dict *dict, Value key, int64_t hash) {
    for (;;) {
        uint64_t version = dict->version;
        Probe probe = probe_start(dict, hash);
        size_t at = 0;
        for (;;) {
            ptrdiff_t i = candidate(dict, hash, &probe, &at);
            if (i < 0) return DICT_ABSENT;
            int equal = key_equal(dict->entries[i].key, key);
            if (unlikely(equal < 0)) return DICT_RAISED;
            if (unlikely(dict->version != version)) break;
            if (equal) return i;
        }
    }
}

static int64_t checked_hash(Value key) { return key_hash_as(key, "dict key"); }

// dict_find with the key's hash computed: for the functions below.
static inline ptrdiff_t find_key(Dict *dict, Value key, int64_t *hash) {
    *hash = checked_hash(key);
    if (unlikely(*hash == -1)) return DICT_RAISED;
    return dict_find(dict, key, *hash);
}

// --- reading

Value dict_get_name(Dict *dict, Value name) {
    ptrdiff_t at = dict_find_name(dict, name);
    return at < 0 ? 0 : dict->entries[at].value;
}

Value dict_get(Value dict, Value key) {
    int64_t hash;
    ptrdiff_t at = find_key(dict_of(dict), key, &hash);
    return at < 0 ? 0 : dict_of(dict)->entries[at].value;
}

int dict_contains(Value dict, Value key) {
    int64_t hash;
    ptrdiff_t at = find_key(dict_of(dict), key, &hash);
    return at >= 0 ? 1 : at == DICT_RAISED ? -1 : 0;
}

// --- writing

// Sets a key in one walk, where there is room for it and no __eq__ to be called on the way. False: nothing was done.
static inline bool set_quickly(Dict *dict, Value key, int64_t hash, Value value) {
    if (!dict->indices || is_full(dict)) return false;
    for (Probe probe = probe_start(dict, hash);; probe_step(dict, &probe)) {
        int64_t index = index_read(dict, probe.place);
        if (index == INDEX_EMPTY) {
            index_write(dict, probe.place, (int64_t)dict->used);
            dict->entries[dict->used++] = (DictEntry){hash, key, value};
            dict->count++;
            dict->filled++;
            changed(dict);
            return true;
        }
        if (index < 0 || dict->entries[index].hash != hash) continue;
        bool equal;
        if (!key_equal_quick(dict->entries[index].key, key, &equal)) return false;
        if (!equal) continue;
        dict->entries[index].value = value;
        return true;
    }
}

bool dict_set_hashed(Dict *dict, Value key, int64_t hash, Value value) {
    if (set_quickly(dict, key, hash, value)) return true;
    ptrdiff_t at = dict_find(dict, key, hash);
    if (at == DICT_RAISED) return false;
    if (at == DICT_ABSENT) return add_entry(dict, key, hash, value);
    dict->entries[at].value = value;
    return true;
}

bool dict_set(Value dict, Value key, Value value) {
    int64_t hash = checked_hash(key);
    return hash != -1 && dict_set_hashed(dict_of(dict), key, hash, value);
}

bool dict_set_name(Dict *dict, Value name, Value value) {
    ptrdiff_t at = dict_find_name(dict, name);
    if (at < 0) return add_entry(dict, name, key_hash_str(name), value);
    dict->entries[at].value = value;
    return true;
}

bool dict_set_c(Value dict, const char *key, Value value) {
    Value name = intern(key);
    return name && dict_set_name(dict_of(dict), name, value);
}

bool dict_set_numbers(Value dict, const NamedNumber *rows) {
    for (; rows->name; rows++)
        if (!dict_set_c(dict, rows->name, SMALL(rows->number))) return false;
    return true;
}

bool dict_set_objects(Value dict, const NamedObject *rows) {
    for (; rows->name; rows++)
        if (!dict_set_c(dict, rows->name, VALUE(rows->object))) return false;
    return true;
}

Value dict_set_default(Value dict, Value key, Value value) {
    int64_t hash;
    ptrdiff_t at = find_key(dict_of(dict), key, &hash);
    if (at == DICT_RAISED) return 0;
    if (at >= 0) return dict_of(dict)->entries[at].value;
    return add_entry(dict_of(dict), key, hash, value) ? value : 0;
}

// --- removing

Value dict_pop(Value dict, Value key) {
    int64_t hash;
    if (!dict_of(dict)->count) return 0;
    ptrdiff_t at = find_key(dict_of(dict), key, &hash);
    if (at < 0) return 0;
    Value value = dict_of(dict)->entries[at].value;
    remove_entry(dict_of(dict), (size_t)at);
    return value;
}

int dict_delete_hashed(Dict *dict, Value key, int64_t hash) {
    ptrdiff_t at = dict_find(dict, key, hash);
    if (at < 0) return at == DICT_RAISED ? -1 : 0;
    remove_entry(dict, (size_t)at);
    return 1;
}

int dict_delete(Value dict, Value key) {
    int64_t hash = checked_hash(key);
    return hash == -1 ? -1 : dict_delete_hashed(dict_of(dict), key, hash);
}

bool dict_pop_last(Dict *dict, Value *key, Value *value) {
    size_t at = dict->used;
    DictEntry *entry = dict_previous(dict, &at);
    if (!entry) return false;
    *key = entry->key;
    *value = entry->value;
    remove_entry(dict, at);
    dict->used = at;
    return true;
}

void dict_clear(Value dict) {
    Dict *d = dict_of(dict);
    d->entries = 0;
    d->indices = 0;
    d->used = d->count = d->capacity = 0;
    d->mask = d->filled = 0;
    changed(d);
}

// --- moving

// A place just before the first live entry: one that is free already, or one of as many as there are entries.
static bool find_place_in_front(Dict *dict, size_t *place) {
    size_t first = 0;
    if (dict_next(dict, &first) && first > 1) {
        *place = first - 2;
        return true;
    }
    *place = dict->count ? dict->count - 1 : 0;
    return rebuild_behind(dict, *place + 1, dict->count * 2 + 1);
}

bool dict_move(Dict *dict, size_t at, bool last) {
    DictEntry entry = dict->entries[at];
    remove_entry(dict, at);
    if (last) return add_entry(dict, entry.key, entry.hash, entry.value);
    if (is_full(dict) && !rebuild(dict, dict->count + dict->count / 2 + 1)) return false;
    size_t place;
    if (!find_place_in_front(dict, &place)) return false;
    // Walks begin at place 0: how far they skip there must not go over the new first entry.
    if (place) dict->entries[0].hash = (int64_t)place;
    dict->entries[place] = entry;
    dict->count++;
    if (dict->used <= place) dict->used = place + 1;
    if (dict->indices) index_add(dict, entry.hash, place);
    changed(dict);
    return true;
}

// --- walking

// Skips deleted entries, and notes at the first of them how many there were: who takes the oldest entry again and again
// (`del d[next(iter(d))]`) must not pass over all earlier ones each time.
DictEntry *dict_next_slow(Dict *dict, size_t *at) {
    size_t from = *at, i = from;
    while (i < dict->used && !dict->entries[i].key) i += (size_t)dict->entries[i].hash;
    if (i > dict->used) i = dict->used;
    dict->entries[from].hash = (int64_t)(i - from);
    *at = i;
    if (i >= dict->used) return 0;
    ++*at;
    return dict->entries + i;
}

DictEntry *dict_previous(Dict *dict, size_t *at) {
    size_t i = *at < dict->used ? *at : dict->used;
    while (i > 0 && !dict->entries[i - 1].key) i--;
    *at = i ? i - 1 : 0;
    return i ? dict->entries + i - 1 : 0;
}

// --- copying

// Gives the empty `dict` the entries of `other`, gaps included, and room for a few more: no key is hashed or compared.
static bool clone_into(Dict *dict, Dict *other) {
    size_t table = other->indices ? (size_t)other->mask + 1 : 0, width = index_width(other->capacity);
    size_t capacity = other->used + other->used / 8 + 2;
    if (index_width(capacity) < width) capacity = (width == 2 ? INT8_MAX : INT16_MAX) + 1;
    if (!table || capacity > other->capacity) capacity = other->capacity;
    DictEntry *entries = mem_alloc_filled(capacity * sizeof(DictEntry));
    void *indices = table ? mem_alloc_atomic(table * width) : 0;
    if (!entries || (table && !indices)) return false;
    if (table) memcpy(indices, other->indices, table * width);
    memcpy(entries, other->entries, other->used * sizeof(DictEntry));
    memset(entries + other->used, 0, (capacity - other->used) * sizeof(DictEntry));
    dict->entries = entries;
    dict->indices = indices;
    dict->used = other->used;
    dict->count = other->count;
    dict->capacity = capacity;
    dict->mask = other->mask;
    dict->filled = other->filled;
    changed(dict);
    return true;
}

bool dict_set_all(Dict *dict, Dict *other) {
    if (dict == other || !other->count) return true;
    if (!dict->count && other->count == other->used) return clone_into(dict, other);
    if (dict->capacity < dict->count + other->count && !rebuild(dict, dict->count + other->count)) return false;
    uint64_t version = other->version;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(other, &at));) {
        if (!dict_set_hashed(dict, entry->key, entry->hash, entry->value)) return false;
        if (other->version != version) return raise_runtime_error("dict mutated during update");
    }
    return true;
}

Value dict_copy(Value dict) {
    Value copy = dict_new();
    return copy && dict_set_all(dict_of(copy), dict_of(dict)) ? copy : 0;
}

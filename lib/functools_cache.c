// functools._lru_cache_wrapper: a callable that keeps the results of the calls made last.
//
// A dict leads from a call's key to a Link; links form a ring in the order of use, its root before the
// oldest. With no limit there is no ring, and the dict's values are the results.
#include "lib/functools.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/key.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct Link {
    struct Link *before, *after;
    Value key, result;
    int64_t hash;
} Link;

typedef struct Cache {
    Object head;
    Value function;
    Value info_type;            // called with hits, misses, maxsize, currsize
    Value results;              // dict
    Link *ring;
    ptrdiff_t limit;            // -1: none
    int64_t hits, misses;
    bool typed;
} Cache;

static Cache *cache_of(Value v) { return (Cache *)value_object(v); }

// --- keys

static Object keyword_mark = {&object_type};

static bool is_simple_key(Value v) { return value_is(v, &int_type) || value_is(v, &str_type); }

// One value that stands for the call's arguments, and for their types where `typed`.
static Value make_key(const Value *args, size_t count, Value keywords, bool typed) {
    size_t named = keywords ? tuple_count(keywords) : 0, all = count + named;
    if (!typed && !named && count == 1 && is_simple_key(args[0])) return args[0];
    Value key = tuple_new(0, count + (named ? 1 + 2 * named : 0) + (typed ? all : 0));
    if (!key) return 0;
    Value *next = tuple_of(key)->items;
    for (size_t i = 0; i < count; i++) *next++ = args[i];
    if (named) *next++ = VALUE(&keyword_mark);
    for (size_t i = 0; i < named; i++) {
        *next++ = tuple_get(keywords, i);
        *next++ = args[count + i];
    }
    for (size_t i = 0; typed && i < all; i++) *next++ = VALUE(type_of(args[i]));
    return key;
}

// --- the ring

static void ring_clear(Cache *cache) {
    if (cache->ring) cache->ring->before = cache->ring->after = cache->ring;
}

static void link_out(Link *link) {
    link->before->after = link->after;
    link->after->before = link->before;
}

static void link_last(Link *ring, Link *link) {
    link->before = ring->before;
    link->after = ring;
    ring->before->after = link;
    ring->before = link;
}

// --- calls

static Value find(const Cache *cache, Value key, int64_t hash) {
    ptrdiff_t at = dict_find(dict_of(cache->results), key, hash);
    return at < 0 ? 0 : dict_of(cache->results)->entries[at].value;
}

static Value call_unlimited(Cache *cache, Value *args, size_t count, Value keywords, Value key,
                            int64_t hash) {
    Value result = find(cache, key, hash);
    if (result) return cache->hits++, result;
    if (error_occurred()) return 0;
    cache->misses++;
    result = object_call(cache->function, args, count, keywords);
    return result && dict_set_hashed(dict_of(cache->results), key, hash, result) ? result : 0;
}

// Drops what was used longest ago.
static bool drop_oldest(Cache *cache) {
    Link *oldest = cache->ring->after;
    if (oldest == cache->ring) return true;
    link_out(oldest);
    return dict_delete_hashed(dict_of(cache->results), oldest->key, oldest->hash) >= 0;
}

static bool remember(Cache *cache, Value key, int64_t hash, Value result) {
    // The function may have called the cache with the same arguments: what that call kept stays.
    if (find(cache, key, hash)) return true;
    if (error_occurred()) return false;
    if ((ptrdiff_t)dict_of(cache->results)->count >= cache->limit && !drop_oldest(cache)) return false;
    Link *link = mem_alloc(sizeof *link);
    if (!link) return false;
    link->key = key;
    link->hash = hash;
    link->result = result;
    if (!dict_set_hashed(dict_of(cache->results), key, hash, VALUE(link))) return false;
    link_last(cache->ring, link);
    return true;
}

static Value call_limited(Cache *cache, Value *args, size_t count, Value keywords, Value key, int64_t hash) {
    Link *link = (Link *)(uintptr_t)find(cache, key, hash);
    if (link) {
        cache->hits++;
        link_out(link);
        link_last(cache->ring, link);
        return link->result;
    }
    if (error_occurred()) return 0;
    cache->misses++;
    Value result = object_call(cache->function, args, count, keywords);
    return result && remember(cache, key, hash, result) ? result : 0;
}

static Value cache_call(Value self, Value *args, size_t count, Value keywords) {
    Cache *cache = cache_of(self);
    if (cache->limit == 0) {
        cache->misses++;
        return object_call(cache->function, args, count, keywords);
    }
    Value key = make_key(args, count, keywords, cache->typed);
    int64_t hash = key ? key_hash(key) : -1;
    if (hash == -1) return 0;
    if (cache->limit < 0) return call_unlimited(cache, args, count, keywords, key, hash);
    return call_limited(cache, args, count, keywords, key, hash);
}

// --- making

static bool read_limit(Value maxsize, ptrdiff_t *limit) {
    *limit = -1;
    if (maxsize == NONE) return true;
    if (!sequence_has_index(maxsize)) return raise_type_error("maxsize should be integer or None");
    if (!sequence_size(maxsize, limit)) return false;
    if (*limit < 0) *limit = 0;
    return true;
}

static Value cache_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[4];
    if (!NATIVE_BIND("lru_cache", "user_function, maxsize, typed, cache_info_type", bound)) return 0;
    if (!object_callable(bound[0])) return raise_type_error("the first argument must be callable");
    ptrdiff_t limit;
    int typed = object_truth(bound[2]);
    if (typed < 0 || !read_limit(bound[1], &limit)) return 0;
    Value self = instance_new(type), results = dict_new();
    Link *ring = mem_alloc(sizeof *ring);
    if (!self || !results || !ring) return 0;
    Cache *cache = cache_of(self);
    cache->function = bound[0];
    cache->info_type = bound[3];
    cache->results = results;
    cache->limit = limit;
    cache->typed = typed;
    cache->ring = ring;
    ring_clear(cache);
    return self;
}

static Value cache_descriptor_get(Value self, Value object, Type *owner) {
    (void)owner;
    return !object || object == NONE ? self : method_new(self, object);
}

// --- Python methods

static Value cache_py_info(Value self, Value *args) {
    (void)args;
    const Cache *cache = cache_of(self);
    Value limit = cache->limit < 0 ? NONE : small_value(cache->limit);
    return object_call(cache->info_type,
                       (Value[]){small_value(cache->hits), small_value(cache->misses), limit,
                                 small_value((int64_t)dict_of(cache->results)->count)},
                       4, 0);
}

static Value cache_py_clear(Value self, Value *args) {
    (void)args;
    Cache *cache = cache_of(self);
    cache->hits = cache->misses = 0;
    ring_clear(cache);
    dict_clear(cache->results);
    return NONE;
}

static Value cache_py_reduce(Value self, Value *args) {
    (void)args;
    return object_get_attribute(self, NAME(__qualname__));
}

static Value cache_py_copy(Value self, Value *args) {
    (void)args;
    return self;
}

static const MethodDef cache_methods[] = {
    METHOD("cache_info", cache_py_info, "", "Report cache statistics"),
    METHOD("cache_clear", cache_py_clear, "", "Clear the cache and cache statistics"),
    METHOD("__reduce__", cache_py_reduce, "", "The name it is known by."),
    METHOD("__copy__", cache_py_copy, "", "The object itself."),
    METHOD("__deepcopy__", cache_py_copy, "memo, /", "The object itself."),
    METHODS_END
};

Type functools_cache_type = {
    .head = {&type_type},
    .name = "functools._lru_cache_wrapper",
    .doc = "Create a cached callable that wraps another function.",
    .signature = "user_function, maxsize, typed, cache_info_type",
    .size = sizeof(Cache),
    .attributes_offset = sizeof(Cache),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES | TYPE_BINDS_SELF | TYPE_WEAK,
    .make = cache_make,
    .call = cache_call,
    .descriptor_get = cache_descriptor_get,
    .methods = cache_methods,
};

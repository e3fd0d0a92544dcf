// Calls with * and **, and calls of natives from a site that remembers what it called.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/signature.h"
#include "objects/tuple.h"
#include "vm/ops.h"

typedef struct {
    Value *args;                // positional, then those of `names`
    size_t count;               // positional ones
    Value names;                // tuple, or 0
} Flat;

// f(*iterable): what is neither list nor tuple is run through.
static Value as_sequence(Value callable, Value iterable) {
    if (value_is(iterable, &tuple_type) || value_is(iterable, &list_type)) return iterable;
    Value sequence = tuple_from_iterable(iterable);
    Type *type = type_of(iterable);
    if (sequence || !error_is(&TypeError_type) || type_iterates(type)) return sequence;
    (void)error_take();
    Value name = callable_name(callable);
    return name ? raise_type_error("%S argument after * must be an iterable, not %T", name, iterable) : 0;
}

static bool flatten(Value callable, Value positional, Value keywords, Flat *out) {
    positional = as_sequence(callable, positional);
    if (!positional) return false;
    bool tuple = tuple_check(positional);
    Value *items = tuple ? tuple_of(positional)->items : list_of(positional)->items;
    out->count = tuple ? tuple_count(positional) : list_of(positional)->count;
    out->names = 0;
    out->args = items;
    size_t extra = keywords ? dict_of(keywords)->count : 0;
    if (!extra) return true;
    out->names = tuple_new(0, extra);
    out->args = mem_alloc((out->count + extra) * sizeof(Value));
    if (!out->names || !out->args) return false;
    if (out->count) memcpy(out->args, items, out->count * sizeof(Value));
    size_t at = 0, k = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(keywords), &at)); k++) {
        tuple_of(out->names)->items[k] = entry->key;
        out->args[out->count + k] = entry->value;
    }
    return true;
}

Value op_call_unpacked(Value callable, Value positional, Value keywords) {
    Flat flat;
    return flatten(callable, positional, keywords, &flat) ? object_call(callable, flat.args, flat.count, flat.names) : 0;
}

Frame *op_enter_unpacked(Frame *frame, Value function, Value positional, Value keywords) {
    Flat flat;
    (void)frame;
    if (!flatten(function, positional, keywords, &flat)) return 0;
    Value *locals = frame_free_stack();
    if (!function_bind(function_of(function), locals, flat.args, flat.count, flat.names)) return 0;
    return frame_push(function_of(function), locals, 0);
}

// ------------------------------------------------------------------------------------------------ natives

// Remembers that this site's `count` arguments are just what the native wants (CACHE_NATIVE, which the loop itself looks
// for), or that trailing optional ones are left out (CACHE_NATIVE_FILL; CACHE_NATIVE_OUT: or not, and it calls what it is given), or that
// it takes them as they come (CACHE_NATIVE_RAW).
static void remember(Cache *cache, const MethodDef *def, const Signature *signature, size_t count) {
    size_t all = (size_t)signature->count;
    if (signature->raw) {
        cache->kind = CACHE_NATIVE_RAW;
        cache->key = (uintptr_t)def;
        return;
    }
    if (count < (size_t)signature->required || count > (size_t)signature->positional) return;
    if (signature->keyword_required || signature->star >= 0 || signature->double_star >= 0) return;
    cache->kind = signature->calls_out ? CACHE_NATIVE_OUT : count == all ? CACHE_NATIVE : CACHE_NATIVE_FILL;
    cache->key = (uintptr_t)def;
    cache->slot = (uint32_t)all;
}

// With 0 for the arguments that are left out. A function of its own, and no longer an array than needed: words of the
// C stack that nothing was written to can hold what an earlier call left there, and keep dropped objects alive.
__attribute__((noinline)) static Value call_filled(const MethodDef *def, Value self, const Value *args,
                                                   size_t count, size_t all) {
    Value bound[all];
    for (size_t k = 0; k < count; k++) bound[k] = args[k];
    for (size_t k = count; k < all; k++) {
        bound[k] = 0;
        __asm__ volatile("" ::: "memory");      // for a few words memset() takes longer
    }
    return def->function(self, bound);
}

Value op_call_native(Cache *cache, const MethodDef *def, Value self, Value *args, size_t count) {
    if (cache->key != (uintptr_t)def) {
        Signature *signature = native_signature(def);
        if (!signature) return 0;
        remember(cache, def, signature, count);
        return native_call(def, self, args, count, 0);
    }
    if (cache->kind == CACHE_NATIVE) return def->function(self, args);
    if (cache->kind == CACHE_NATIVE_RAW) return ((RawFunction)(void *)def->function)(self, args, count, 0);
    if (cache->kind == CACHE_NATIVE_OUT) mem_before_call_out();
    return call_filled(def, self, args, count, cache->slot);
}

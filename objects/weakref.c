// weakref.ref: see weakref.h.
//
// Nothing here is allocated from the collected heap when references are cleared: that happens inside a
// collection.
#include "objects/weakref.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <stdlib.h>

void (*weakref_failed)(Value exception, Value callback);

// ---------------------------------------------------------------------------------------------------------------
// The table: object -> its references. In malloc'd memory, which the collector does not look at.

typedef struct {
    uintptr_t object;           // hidden; 0: free; DELETED
    uintptr_t first, last;      // hidden WeakRefs; 0: none
} Entry;

#define DELETED ((uintptr_t)1)  // no object's hidden address: those are of even addresses

static Entry *table;
static size_t table_size, table_used;   // a power of two; places that are not free
static uintptr_t waiting_first, waiting_last;
static size_t awaited;                  // references with a callback that have their target

static WeakRef *revealed(uintptr_t hidden) { return hidden ? mem_reveal(hidden) : NULL; }
static uintptr_t hidden(const WeakRef *reference) { return reference ? mem_hide(reference) : 0; }

static size_t place_of(uintptr_t object) {
    return (size_t)((object * 0x9e3779b97f4a7c15ull) >> 32) & (table_size - 1);
}

static Entry *find_entry(uintptr_t object) {
    if (!table_size) return NULL;
    for (size_t at = place_of(object);; at = (at + 1) & (table_size - 1)) {
        if (table[at].object == object) return &table[at];
        if (!table[at].object) return NULL;
    }
}

static bool grow_table(void) {
    size_t live = 0, old_size = table_size;
    for (size_t i = 0; i < old_size; i++) live += table[i].object && table[i].object != DELETED;
    size_t size = 64;
    while (size < live * 3) size *= 2;
    Entry *old = table, *grown = calloc(size, sizeof *grown);
    if (!grown) return raise_memory_error();
    table = grown;
    table_size = size;
    table_used = live;
    for (size_t i = 0; i < old_size; i++) {
        if (!old[i].object || old[i].object == DELETED) continue;
        size_t at = place_of(old[i].object);
        while (table[at].object) at = (at + 1) & (table_size - 1);
        table[at] = old[i];
    }
    free(old);
    return true;
}

static void target_dropped(void *object);

// Classes that are not made by a program live for ever.
static bool is_static(Value v) { return type_check(v) && !(type_from(v)->flags & TYPE_HEAP); }

// The entry of an object, made when there is none. NULL: raised.
static Entry *need_entry(Value v) {
    uintptr_t object = mem_hide(value_object(v));
    Entry *entry = find_entry(object);
    if (entry) return entry;
    if (table_used * 3 >= table_size * 2 && !grow_table()) return NULL;
    if (!is_static(v) && !mem_when_dropped(value_object(v), target_dropped)) return NULL;
    size_t at = place_of(object);
    while (table[at].object && table[at].object != DELETED) at = (at + 1) & (table_size - 1);
    table_used += !table[at].object;
    table[at] = (Entry){.object = object};
    return &table[at];
}

// ---------------------------------------------------------------------------------------------------------------
// Lists of references: those of an entry, and those that wait for their callback

static void link_last(uintptr_t *first, uintptr_t *last, WeakRef *reference) {
    reference->before = *last;
    reference->after = 0;
    if (*last) revealed(*last)->after = hidden(reference);
    else *first = hidden(reference);
    *last = hidden(reference);
}

// All share one reference, and one proxy, without a callback.
static bool is_shared(const WeakRef *r) { return !r->callback && !(r->head.type->flags & TYPE_HEAP); }

// Into the list of an entry: the shared reference, the shared proxy, then the others, the newest first.
static void link_in(Entry *entry, WeakRef *reference) {
    uintptr_t before = 0, after = entry->first;
    for (WeakRef *r; (r = revealed(after)) && is_shared(r); after = r->after) {
        if (is_shared(reference) && (reference->head.type == &weakref_type || r->head.type != &weakref_type)) break;
        before = after;
    }
    reference->before = before;
    reference->after = after;
    *(before ? &revealed(before)->after : &entry->first) = hidden(reference);
    *(after ? &revealed(after)->before : &entry->last) = hidden(reference);
}

static void link_out(uintptr_t *first, uintptr_t *last, WeakRef *reference) {
    if (reference->before) revealed(reference->before)->after = reference->after;
    else *first = reference->after;
    if (reference->after) revealed(reference->after)->before = reference->before;
    else *last = reference->before;
    reference->before = reference->after = 0;
}

static void await_end(ptrdiff_t change) {
    awaited += (size_t)change;
    mem_reach_interest += (size_t)change;
}

static void clear_references(Entry *entry) {
    while (entry->first) {
        WeakRef *reference = revealed(entry->first);
        link_out(&entry->first, &entry->last, reference);
        reference->target = 0;
        if (!reference->callback) continue;
        await_end(-1);
        reference->waits = true;
        link_last(&waiting_first, &waiting_last, reference);
        if (mem_finalizables_notify) mem_finalizables_notify();
    }
}

static void target_dropped(void *object) {
    Entry *entry = find_entry(mem_hide(object));
    if (!entry) return;
    clear_references(entry);
    *entry = (Entry){.object = DELETED};
}

// The reference itself was dropped.
void weakref_reclaim(Value self) {
    WeakRef *reference = weakref_of(self);
    Entry *entry = reference->target ? find_entry(reference->target) : NULL;
    if (reference->target && reference->callback) await_end(-1);
    if (entry) link_out(&entry->first, &entry->last, reference);
    else if (reference->waits) link_out(&waiting_first, &waiting_last, reference);
    reference->target = 0;
    reference->waits = false;
}

void weakref_call_waiting(void) {
    while (waiting_first) {
        WeakRef *reference = revealed(waiting_first);
        link_out(&waiting_first, &waiting_last, reference);
        reference->waits = false;
        Value pending = error_take(), callback = reference->callback;
        reference->callback = 0;
        if (callback && !object_call1(callback, VALUE(reference)) && weakref_failed)
            weakref_failed(error_take(), callback);
        if (pending) error_set(pending);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// What the program can still reach

// Clears references to what is only kept by words that mean nothing. The arrays are of malloc'd memory,
// hidden.
static void clear_unreachable(void) {
    size_t count = 0;
    for (size_t i = 0; i < table_size; i++) count += table[i].first != 0;
    void **objects = malloc((count + 1) * sizeof *objects);
    bool *reached = malloc(count + 1);
    size_t at = 0;
    for (size_t i = 0; objects && reached && i < table_size; i++)
        if (table[i].first) objects[at++] = mem_reveal(table[i].object);
    if (objects && reached && count && mem_reach(objects, count, reached)) {
        for (size_t i = 0; i < count; i++) {
            Entry *entry =
                reached[i] || is_static(VALUE(objects[i])) ? NULL : find_entry(mem_hide(objects[i]));
            if (entry) clear_references(entry);
        }
    }
    free(objects);
    free(reached);
}

size_t weakref_awaited(void) { return awaited; }

bool weakref_clear_dropped(void) {
    size_t before = awaited;
    clear_unreachable();
    return awaited != before;
}

void weakref_settle(void) {
    mem_collect(true);
    if (table_used) clear_unreachable();
}

#define SETTLED_MOST 100                // so many questions are answered exactly,
#define SETTLED_HEAP ((size_t)16 << 20) // as long as no more than this is in use

// Whether another question may cost a collection.
static bool may_settle(void) {
    static int asked;
    if (asked >= SETTLED_MOST || mem_used() >= SETTLED_HEAP) return false;
    asked++;
    return true;
}

// What it leads to, or 0: gone.
static Value target_of(Value reference) {
    uintptr_t target = weakref_of(reference)->target;
    return target ? VALUE(mem_reveal(target)) : 0;
}

Value weakref_get_settled(Value reference) {
    if (weakref_of(reference)->target && may_settle()) {
        weakref_settle();
        finalize_waiting();
    }
    return target_of(reference);
}

// ---------------------------------------------------------------------------------------------------------------
// Making

// Objects of classes made by a program, unless their __slots__ leave no place for it or they are of varying
// size; those of the built-in types that say so.
static bool is_allowed(Value v) {
    Type *type = type_of(v);
    if (type->flags & TYPE_HEAP && type_lookup(type, NAME(__weakref__)))
        return !(type->flags & (TYPE_IS_INT | TYPE_IS_TUPLE | TYPE_IS_BYTES));
    for (; type; type = type->base)
        if (type->flags & TYPE_WEAK) return true;
    return false;
}

// The reference of exactly this type without a callback, which all share; 0: there is none.
static Value find_shared(Type *type, const Entry *entry) {
    for (WeakRef *r = revealed(entry->first); r; r = revealed(r->after))
        if (!r->callback && r->head.type == type) return VALUE(r);
    return 0;
}

Value weakref_new(Type *type, Value v, Value callback) {
    if (!value_is_object(v) || !is_allowed(v))
        return raise_type_error("cannot create weak reference to '%T' object", v);
    Entry *entry = need_entry(v);
    if (!entry) return 0;
    bool shared = !callback && !(type->flags & TYPE_HEAP);
    Value known = shared ? find_shared(type, entry) : 0;
    WeakRef *reference = known ? NULL : instance_allocate(type, sizeof(WeakRef));
    if (!reference) return known;
    reference->target = mem_hide(value_object(v));
    reference->callback = callback;
    reference->hash = -1;
    // Allocating may have collected, and that may have changed the table; v itself is alive.
    if (!(entry = need_entry(v))) return 0;
    link_in(entry, reference);
    if (callback) {
        await_end(1);
        finalize_watch();
    }
    return VALUE(reference);
}

Value weakref_list(Value v) {
    if (may_settle()) mem_collect(true);
    Value list = list_with_capacity(0);
    const Entry *entry = list && value_is_object(v) ? find_entry(mem_hide(value_object(v))) : NULL;
    for (WeakRef *r = entry ? revealed(entry->first) : NULL; r; r = revealed(r->after))
        if (!list_append(list, VALUE(r))) return 0;
    return list;
}

// ---------------------------------------------------------------------------------------------------------------
// ref

static bool check_arguments(Value *args, size_t count, Value keywords, const char *name) {
    (void)args;
    if (keywords && tuple_count(keywords)) return raise_type_error("ref() takes no keyword arguments");
    if (count < 1) return raise_type_error("%s expected at least 1 argument, got 0", name);
    return count <= 2 || raise_type_error("%s expected at most 2 arguments, got %zu", name, count);
}

// A subclass may take more in its __init__; then it has a __new__ of its own and calls this with two.
static Value ref_make(Type *type, Value *args, size_t count, Value keywords) {
    if (type != &weakref_type) keywords = 0;
    if (!check_arguments(args, count, keywords, "__new__")) return 0;
    return weakref_new(type, args[0], count > 1 && args[1] != NONE ? args[1] : 0);
}

static bool ref_init(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    return check_arguments(args, count, keywords, "__init__");
}

static Value ref_call(Value self, Value *args, size_t count, Value keywords) {
    (void)args;
    if (keywords && tuple_count(keywords)) return raise_type_error("weakref() takes no keyword arguments");
    if (count) return raise_type_error("weakref expected 0 arguments, got %zu", count);
    Value target = weakref_get_settled(self);
    return target ? target : NONE;
}

static Value ref_repr(Value self) {
    Value target = target_of(self);
    if (!target) return str_format("<weakref at %p; dead>", self);
    Value name = object_find_special(target, NAME(__name__));
    if (error_pending) return 0;
    if (name && str_check(name)) {
        return str_format("<weakref at %p; to '%T' at %p (%S)>", self, target, target, name);
    }
    return str_format("<weakref at %p; to '%T' at %p>", self, target, target);
}

static int64_t ref_hash(Value self) {
    WeakRef *reference = weakref_of(self);
    if (reference->hash != -1) return reference->hash;
    Value target = target_of(self);
    if (!target) return raise_type_error("weak object has gone away"), -1;
    return reference->hash = object_hash(target);
}

static Value ref_compare(Value self, Value other, CompareOp op) {
    bool comparable = object_is_instance(self, &weakref_type) && object_is_instance(other, &weakref_type);
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !comparable) return NOT_IMPLEMENTED;
    Value a = target_of(self), b = target_of(other);
    if (a && b) return object_compare(a, b, op);
    return bool_value((self == other) == (op == COMPARE_EQ));
}

static Value ref_get_callback(Value self) {
    Value callback = target_of(self) ? weakref_of(self)->callback : 0;
    return callback ? callback : NONE;
}

static const MethodDef ref_methods[] = {
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "ref[T] for type hints."),
    METHODS_END
};

static const AttributeDef ref_attributes[] = {
    {"__callback__", ref_get_callback, 0, 0},
    {0},
};

Type weakref_type = {
    .head = {&type_type},
    .name = "weakref.ReferenceType",
    .doc = "A weak reference: when called it gives the object that it leads to, or None when that is gone. "
           "The callback is\n"
           "called with the reference then.",
    .size = sizeof(WeakRef),
    .flags = TYPE_BASE,
    .make = ref_make,
    .init = ref_init,
    .reclaim = weakref_reclaim,
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .methods = ref_methods,
    .attributes = ref_attributes,
};

// gc: the collector as a module. Everything is collected by one collector, which runs when memory asks for it
// whatever enable() and the thresholds say: those are only kept. How many objects a collection found is not
// known; it answers 0.
#include "lib/lib.h"
#include "objects/finalize.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

static bool enabled = true;
static int64_t thresholds[3] = {2000, 10, 0};
static int64_t debug_flags;
#define GENERATIONS 3

static Value py_enable(Value self, Value *args) {
    (void)self, (void)args;
    enabled = true;
    return NONE;
}

static Value py_disable(Value self, Value *args) {
    (void)self, (void)args;
    enabled = false;
    return NONE;
}

static Value py_isenabled(Value self, Value *args) {
    (void)self, (void)args;
    return bool_value(enabled);
}

// Objects with __del__ live one round longer, so what only they hold is found in a second one.
static Value py_collect(Value self, Value *args) {
    (void)self;
    int64_t generation = GENERATIONS - 1;
    if (args[0] && !object_to_int64(args[0], &generation)) return 0;
    if (generation < 0 || generation >= GENERATIONS) return raise_value_error("invalid generation");
    weakref_settle();
    if (mem_finalizables_waiting) {
        finalize_waiting();
        weakref_settle();
    }
    finalize_waiting();
    return error_occurred() ? 0 : SMALL(0);
}

static Value py_get_count(Value self, Value *args) {
    (void)self, (void)args;
    return tuple_pack(3, SMALL(0), SMALL(0), SMALL(0));
}

static Value py_get_threshold(Value self, Value *args) {
    (void)self, (void)args;
    return tuple_pack(3, int_from_int64(thresholds[0]), int_from_int64(thresholds[1]),
                      int_from_int64(thresholds[2]));
}

static Value py_set_threshold(Value self, Value *args) {
    (void)self;
    size_t count = tuple_count(args[0]);
    int64_t given[3];
    if (count < 1 || count > 3) return raise_type_error("gc.set_threshold requires 1 to 3 arguments");
    for (size_t i = 0; i < count; i++)
        if (!object_to_int64(tuple_get(args[0], i), &given[i])) return 0;
    for (size_t i = 0; i < count && i < 2; i++) thresholds[i] = given[i];
    return NONE;
}

static Value py_get_debug(Value self, Value *args) {
    (void)self, (void)args;
    return int_from_int64(debug_flags);
}

static Value py_set_debug(Value self, Value *args) {
    (void)self;
    int64_t flags;
    if (!object_to_int64(args[0], &flags)) return 0;
    if (flags) return raise_not_implemented("gc.set_debug() with flags");
    debug_flags = flags;
    return NONE;
}

// What cannot be part of a cycle: numbers, text, bytes, singletons.
static Value py_is_tracked(Value self, Value *args) {
    (void)self;
    Value v = args[0];
    Type *type = type_of(v);
    if (type->flags & TYPE_HEAP) return TRUE;
    const uint32_t plain = TYPE_IS_INT | TYPE_IS_FLOAT | TYPE_IS_STR | TYPE_IS_BYTES | TYPE_IS_BYTEARRAY;
    bool single = v == NONE || v == ELLIPSIS || v == NOT_IMPLEMENTED || type == &object_type;
    return bool_value(!(type->flags & plain) && !single && v != tuple_empty &&
                      strcmp(type->name, "complex") != 0);
}

static Value py_is_finalized(Value self, Value *args) {
    (void)self, (void)args;
    return FALSE;
}

static Value py_freeze(Value self, Value *args) {
    (void)self, (void)args;
    return NONE;
}

static Value py_get_freeze_count(Value self, Value *args) {
    (void)self, (void)args;
    return SMALL(0);
}

static Value py_get_stats(Value self, Value *args) {
    (void)self, (void)args;
    Value list = list_with_capacity(GENERATIONS);
    for (int i = 0; list && i < GENERATIONS; i++) {
        Value row = dict_new(), collections = int_from_int64(i ? 0 : (int64_t)mem_collections());
        if (!row || !dict_set_c(row, "collections", collections) || !dict_set_c(row, "collected", SMALL(0)) ||
            !dict_set_c(row, "uncollectable", SMALL(0)) || !list_append(list, row))
            return 0;
    }
    return list;
}

static Value py_get_objects(Value self, Value *args) {
    (void)self, (void)args;
    return raise_not_implemented("gc.get_objects(): the collector keeps no list of objects");
}

static Value py_get_referrers(Value self, Value *args) {
    (void)self, (void)args;
    return raise_not_implemented("gc.get_referrers(): the collector keeps no list of objects");
}

static Value py_get_referents(Value self, Value *args) {
    (void)self, (void)args;
    return raise_not_implemented("gc.get_referents()");
}

static const MethodDef functions[] = {
    FUNCTION("enable", py_enable, "", "Set what isenabled() says to True."),
    FUNCTION("disable", py_disable, "",
             "Set what isenabled() says to False; memory is collected nevertheless."),
    FUNCTION("isenabled", py_isenabled, "", "Whether enable() or disable() was called last."),
    FUNCTION("collect", py_collect, "generation=2", "Collect all garbage now."),
    FUNCTION("get_count", py_get_count, "",
             "Counts of objects in the generations: always 0, there are none."),
    FUNCTION("get_threshold", py_get_threshold, "", "What set_threshold() was told."),
    FUNCTION("set_threshold", py_set_threshold, "*args", "Keep thresholds, for get_threshold()."),
    FUNCTION("get_debug", py_get_debug, "", "The debugging flags: always 0."),
    FUNCTION("set_debug", py_set_debug, "flags, /", "Set debugging flags; only 0 is supported."),
    FUNCTION("is_tracked", py_is_tracked, "obj, /", "Whether the object can be part of a cycle."),
    FUNCTION("is_finalized", py_is_finalized, "obj, /",
             "Whether __del__ was called for the object: no, as it is in use."),
    FUNCTION("freeze", py_freeze, "", "Nothing: there are no generations."),
    FUNCTION("unfreeze", py_freeze, "", "Nothing: there are no generations."),
    FUNCTION("get_freeze_count", py_get_freeze_count, "", "How many objects are frozen: always 0."),
    FUNCTION("get_stats", py_get_stats, "", "A list of dicts, one a generation: how often was collected."),
    FUNCTION("get_objects", py_get_objects, "generation=None", "Not supported."),
    FUNCTION("get_referrers", py_get_referrers, "*objs", "Not supported."),
    FUNCTION("get_referents", py_get_referents, "*objs", "Not supported."),
    METHODS_END
};

Value module_gc_make(void) {
    static const NamedNumber flags[] = {
        {"DEBUG_STATS", 1},    {"DEBUG_COLLECTABLE", 2}, {"DEBUG_UNCOLLECTABLE", 4},
        {"DEBUG_SAVEALL", 32}, {"DEBUG_LEAK", 38},     {0},
    };
    Value module = module_new(intern("gc"));
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    bool made = dict_set_numbers(dict, flags) &&
                dict_set_c(dict, "garbage", list_with_capacity(0)) &&
                dict_set_c(dict, "callbacks", list_with_capacity(0));
    return made ? module : 0;
}

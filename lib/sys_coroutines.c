// What sys says about coroutines and async generators: the hooks with which event loops follow the latter, and how much of its
// origin a coroutine remembers.
#include "lib/lib.h"
#include "lib/struct_sequence.h"
#include "lib/sys_info.h"
#include "objects/module.h"
#include "objects/native.h"
#include "vm/generator.h"

static const AttributeDef fields[] = {
    STRUCT_FIELD(0, "firstiter", "Called with an async generator when it is first iterated"),
    STRUCT_FIELD(1, "finalizer", "Called with an async generator that is dropped before its end"), {0}};
static Type hooks_type = {
    STRUCT_SEQUENCE("asyncgen_hooks", "What follows async generators.", fields, 2), .flags = TYPE_NO_NEW,
};

static Value py_get_asyncgen_hooks(Value self, Value *args) {
    (void)self, (void)args;
    static bool ready;
    if (!ready && !(ready = struct_sequence_ready(&hooks_type))) return 0;
    Value first = async_hooks.first, finalizer = async_hooks.finalizer;
    return struct_sequence_new(&hooks_type, (Value[]){first ? first : NONE, finalizer ? finalizer : NONE});
}

// What is not given stays; None is nobody.
static bool choose_hook(Value given, const char *name, Value *hook) {
    if (given && given != NONE && !type_of(given)->call)
        return raise_type_error("callable %s expected, got %P", name, given);
    if (given) *hook = given == NONE ? 0 : given;
    return true;
}

static Value py_set_asyncgen_hooks(Value self, Value *args) {
    (void)self;
    AsyncHooks hooks = async_hooks;
    if (!choose_hook(args[1], "finalizer", &hooks.finalizer) || !choose_hook(args[0], "firstiter", &hooks.first)) return 0;
    async_hooks = hooks;
    return NONE;
}

static Value py_get_origin_depth(Value self, Value *args) { return (void)self, (void)args, SMALL(coroutine_origin_depth); }

static Value py_set_origin_depth(Value self, Value *args) {
    (void)self;
    int depth;
    if (!object_to_int(args[0], &depth)) return 0;
    if (depth < 0) return raise_value_error("depth must be >= 0");
    coroutine_origin_depth = depth;
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("get_asyncgen_hooks", py_get_asyncgen_hooks, "", "The hooks that follow async generators."),
    FUNCTION("get_coroutine_origin_tracking_depth", py_get_origin_depth, "", "How many frames cr_origin tells."),
    FUNCTION("set_asyncgen_hooks", py_set_asyncgen_hooks, "firstiter=None, finalizer=None",
             "Set who is called with async generators: when first iterated, when dropped before the end."),
    FUNCTION("set_coroutine_origin_tracking_depth", py_set_origin_depth, "depth", "Set how many frames cr_origin of new coroutines tells."),
    METHODS_END
};

bool sys_add_coroutines(Value module) { return module_add_functions(module, functions); }

// atexit: functions that are called at the end of the program, the one registered last first.
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/tuple.h"

static Value callbacks;         // list of tuples: function, *args, **kwargs as a dict; or 0

static Value py_register(Value self, Value *args) {
    (void)self;
    if (!object_callable(args[0])) return raise_type_error("the first argument must be callable");
    Value callback = tuple_pack(3, args[0], args[1], args[2]);
    if (!callback || (!callbacks && !(callbacks = list_with_capacity(4))) ||
        !list_append(callbacks, callback))
        return 0;
    return args[0];
}

static Value py_unregister(Value self, Value *args) {
    (void)self;
    for (size_t i = callbacks ? list_of(callbacks)->count : 0; i-- > 0;) {
        if (i >= list_of(callbacks)->count) continue;
        Value callback = list_of(callbacks)->items[i];
        int equal = object_equal(tuple_get(callback, 0), args[0]);
        if (equal < 0) return 0;
        if (equal && i < list_of(callbacks)->count && list_of(callbacks)->items[i] == callback &&
            !list_delete_range(callbacks, i, i + 1))
            return 0;
    }
    return NONE;
}

static Value call(Value callback) {
    Value positional = tuple_get(callback, 1);
    Dict *named = dict_of(tuple_get(callback, 2));
    size_t count = tuple_count(positional), at = 0, i = 0;
    Value *all = mem_alloc((count + named->count + 1) * sizeof *all), names = tuple_new(0, named->count);
    if (!all || !names) return 0;
    memcpy(all, tuple_of(positional)->items, count * sizeof *all);
    for (DictEntry *entry; (entry = dict_next(named, &at)); i++) {
        tuple_of(names)->items[i] = entry->key;
        all[count + i] = entry->value;
    }
    return object_call(tuple_get(callback, 0), all, count, i ? names : 0);
}

static void run_all(void) {
    while (callbacks && list_of(callbacks)->count) {
        Value callback = list_pop_last(callbacks);
        if (call(callback)) continue;
        Value exception = error_take();
        unraisable_report(exception, str_format("Exception ignored in atexit callback %R", tuple_get(callback, 0)));
    }
}

static Value py_run(Value self, Value *args) {
    (void)self, (void)args;
    run_all();
    return NONE;
}

static Value py_clear(Value self, Value *args) {
    (void)self, (void)args;
    callbacks = 0;
    return NONE;
}

static Value py_count(Value self, Value *args) {
    (void)self, (void)args;
    return small_value(callbacks ? (int64_t)list_of(callbacks)->count : 0);
}

static const MethodDef functions[] = {
    FUNCTION("register", py_register, "func, /, *args, **kwargs",
             "Have a function called with these arguments at the end."),
    FUNCTION("unregister", py_unregister, "func, /", "Take all registrations of a function back."),
    FUNCTION("_run_exitfuncs", py_run, "", "Call all functions now, and forget them."),
    FUNCTION("_clear", py_clear, "", "Forget all functions."),
    FUNCTION("_ncallbacks", py_count, "", "How many functions are registered."),
    METHODS_END
};

Value module_atexit_make(void) {
    finalize_at_end = run_all;
    Value module = module_new(intern("atexit"));
    return module && module_add_functions(module, functions) ? module : 0;
}

// _functools: what functools has in C. reduce and cmp_to_key are here.
#include "lib/functools.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/module.h"
#include "objects/type.h"

// --- cmp_to_key: objects that compare by calling a function of two values

typedef struct {
    Object head;
    Value compare;
    Value object;               // 0: the key function itself, which makes the keys when called
} KeyWrapper;

static Type key_wrapper_type;

static KeyWrapper *key_wrapper_of(Value v) { return (KeyWrapper *)value_object(v); }

static Value key_wrapper_new(Value compare, Value object) {
    KeyWrapper *key = mem_object(&key_wrapper_type, sizeof *key);
    if (!key) return 0;
    key->compare = compare;
    key->object = object;
    return VALUE(key);
}

static Value key_wrapper_call(Value self, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND("K", "obj", bound)) return 0;
    return key_wrapper_new(key_wrapper_of(self)->compare, bound[0]);
}

static Value key_wrapper_compare(Value self, Value other, CompareOp op) {
    if (!value_is(other, &key_wrapper_type)) return raise_type_error("other argument must be K instance");
    Value x = key_wrapper_of(self)->object, y = key_wrapper_of(other)->object;
    if (!x || !y) return raise_format(&AttributeError_type, "object");
    Value order = object_call2(key_wrapper_of(self)->compare, x, y);
    return order ? object_compare(order, SMALL(0), op) : 0;
}

static Value key_wrapper_get_obj(Value self) {
    Value object = key_wrapper_of(self)->object;
    return object ? object : NONE;
}

static bool key_wrapper_set_obj(Value self, Value value) {
    key_wrapper_of(self)->object = value;
    return true;
}

static const AttributeDef key_wrapper_attributes[] = {
    {"obj", key_wrapper_get_obj, key_wrapper_set_obj, "Value wrapped by a key function."},
    {0},
};

static Type key_wrapper_type = {
    .head = {&type_type},
    .name = "functools.KeyWrapper",
    .size = sizeof(KeyWrapper),
    .flags = TYPE_NO_NEW,
    .compare = key_wrapper_compare,
    .call = key_wrapper_call,
    .attributes = key_wrapper_attributes,
};

// --- functions

static Value py_cmp_to_key(Value self, Value *args) {
    (void)self;
    return key_wrapper_new(args[0], 0);
}

static Value py_reduce(Value self, Value *args) {
    (void)self;
    Value iterator = object_iter(args[1]);
    if (!iterator) {
        if (!error_clear_if(&TypeError_type)) return 0;
        return raise_type_error("reduce() arg 2 must support iteration");
    }
    Value result = args[2] ? args[2] : object_next(iterator);
    if (!result)
        return error_occurred() ? 0 : raise_type_error("reduce() of empty iterable with no initial value");
    for (Value item; (item = object_next(iterator));) {
        if (!(result = object_call2(args[0], result, item))) return 0;
    }
    return error_occurred() ? 0 : result;
}

static const MethodDef functions[] = {
    FUNCTION(
        "reduce", py_reduce, "function, iterable, /, initial=<functools._initial_missing>",
        "Apply a function of two arguments cumulatively to the items of an iterable, from left to right."),
    FUNCTION("cmp_to_key", py_cmp_to_key, "mycmp", "Convert a cmp= function into a key= function."),
    METHODS_END
};

Value module__functools_make(void) {
    Value module = module_new(intern("_functools"));
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "partial", VALUE(&functools_partial_type)) ||
        !dict_set_c(dict, "Placeholder", VALUE(&functools_placeholder)) ||
        !dict_set_c(dict, "_PlaceholderType", VALUE(&functools_placeholder_type)) ||
        !dict_set_c(dict, "_lru_cache_wrapper", VALUE(&functools_cache_type)))
        return 0;
    return module;
}

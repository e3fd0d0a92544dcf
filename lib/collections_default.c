// defaultdict: a dict that makes a value for a key that is not there, by calling `factory`.
#include "lib/collections.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    Dict dict;
    Value factory;              // 0 or NONE: there is none
} DefaultDict;

static DefaultDict *default_of(Value v) { return (DefaultDict *)value_object(v); }

static Value factory_of(Value self) {
    Value factory = default_of(self)->factory;
    return factory ? factory : NONE;
}

static bool default_init(Value self, Value *args, size_t count, Value keywords) {
    Value factory = count ? args[0] : NONE;
    if (factory != NONE && !object_callable(factory))
        return raise_type_error("first argument must be callable or None");
    default_of(self)->factory = factory;
    return dict_type.init(self, args + (count > 0), count - (count > 0), keywords);
}

static Value make_missing(Value self, Value key) {
    Value factory = factory_of(self);
    if (factory == NONE) return raise_key_error(key);
    Value value = object_call0(factory);
    return value && object_set_item(self, key, value) ? value : 0;
}

// --- slots

static Value default_get_item(Value self, Value key) {
    if (type_of(self) != &default_dict_type) return dict_get_or_missing(self, key);
    Value value = dict_get(self, key);
    return value || error_occurred() ? value : make_missing(self, key);
}

static Value default_repr(Value self) {
    Value name = type_name(type_of(self)), items = dict_type.repr(self), factory = factory_of(self);
    if (!name || !items) return 0;
    // A factory that is a method of this very dict would go round.
    if (!repr_enter(factory)) return error_occurred() ? 0 : str_format("%S(..., %S)", name, items);
    Value text = str_format("%S(%R, %S)", name, factory, items);
    repr_leave(factory);
    return text;
}

// A dict of the class of `self`, with its factory and the items of `items`.
static Value new_like(Value self, Value items) {
    return object_call2(VALUE(type_of(self)), factory_of(self), items);
}

static Value default_or(Value left, Value right) {
    if (!dict_check(left) || !dict_check(right)) return NOT_IMPLEMENTED;
    Value result = new_like(object_is_instance(left, &default_dict_type) ? left : right, left);
    return result && dict_update(result, right) ? result : 0;
}

// --- Python methods

static Value default_py_missing(Value self, Value *args) { return make_missing(self, args[0]); }

static Value default_py_copy(Value self, Value *args) {
    (void)args;
    return new_like(self, self);
}

static Value default_py_reduce(Value self, Value *args) {
    (void)args;
    Value arguments = factory_of(self) == NONE ? tuple_empty : tuple_pack(1, factory_of(self));
    Value items = object_call_method(self, NAME(items), 0, 0), iterator = items ? object_iter(items) : 0;
    return arguments && iterator ? tuple_pack(5, VALUE(type_of(self)), arguments, NONE, NONE, iterator) : 0;
}

static Value default_get_factory(Value self) { return factory_of(self); }

static bool default_set_factory(Value self, Value value) {
    default_of(self)->factory = value;
    return true;
}

static const MethodDef default_methods[] = {
    METHOD("__missing__", default_py_missing, "key, /",
           "Store what the factory makes under the key and return it; KeyError without a factory."),
    METHOD("copy", default_py_copy, "", "A defaultdict with the same factory and items."),
    METHOD("__copy__", default_py_copy, "", "A defaultdict with the same factory and items."),
    METHOD("__reduce__", default_py_reduce, "", "How to make this dictionary again."), METHODS_END};

static const AttributeDef default_attributes[] = {
    {"default_factory", default_get_factory, default_set_factory,
     "What is called for a missing key, or None."},
    METHODS_END
};

Type default_dict_type = {
    .head = {&type_type},
    .name = "collections.defaultdict",
    .doc = "A dictionary that calls default_factory for a value when d[key] finds none, and stores it. "
           "Further arguments are\n"
           "those of dict().",
    .signature = "default_factory=None, /, *args, **kwargs",
    .base = &dict_type,
    .size = sizeof(DefaultDict),
    .flags = TYPE_BASE | TYPE_IS_DICT,
    .make = dict_make,
    .init = default_init,
    .repr = default_repr,
    .get_item = default_get_item,
    .operators = OPERATORS(.binary[BINARY_OR] = default_or),
    .methods = default_methods,
    .attributes = default_attributes,
};

// types.SimpleNamespace (simple_namespace.h).
#include "lib/simple_namespace.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static Value namespace_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Object)));
}

Value simple_namespace_new(void) { return namespace_make(&simple_namespace_type, 0, 0, 0); }

static bool set_all(Value self, Value dict) {
    DictEntry *entry;
    for (size_t at = 0; (entry = dict_next(dict_of(dict), &at));) {
        if (!str_check(entry->key)) return raise_type_error("keywords must be strings");
        if (!object_set_attribute(self, str_intern(entry->key), entry->value)) return false;
    }
    return true;
}

static bool namespace_init(Value self, Value *args, size_t count, Value keywords) {
    if (count > 1)
        return raise_type_error("%s expected at most 1 argument, got %zu", "SimpleNamespace", count);
    if (count) {
        Value dict = value_is(args[0], &dict_type) ? dict_copy(args[0]) : dict_new();
        if (!dict || (!value_is(args[0], &dict_type) && !dict_update(dict, args[0])) || !set_all(self, dict))
            return false;
    }
    for (size_t k = 0; keywords && k < tuple_count(keywords); k++)
        if (!object_set_attribute(self, str_intern(tuple_get(keywords, k)), args[count + k])) return false;
    return true;
}

static Value attributes_of_namespace(Value v) { return object_get_attribute(v, NAME(__dict__)); }

static Value namespace_repr(Value self) {
    Value name = value_is(self, &simple_namespace_type) ? str_from("namespace") : type_name(type_of(self));
    Value dict = name ? attributes_of_namespace(self) : 0;
    if (!dict) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_format("%S(...)", name);
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_format(&out, "%S(", name);
    Value items = dict_copy(dict);
    DictEntry *entry;
    bool first = true;
    for (size_t at = 0; items && !error_occurred() && (entry = dict_next(dict_of(items), &at)); first = false)
        str_builder_add_format(&out, "%s%S=%R", first ? "" : ", ", entry->key, entry->value);
    str_builder_add_c(&out, ")");
    repr_leave(self);
    return error_occurred() ? 0 : str_builder_finish(&out);
}

static Value namespace_compare(Value self, Value other, CompareOp op) {
    if (!object_is_instance(self, &simple_namespace_type) ||
        !object_is_instance(other, &simple_namespace_type))
        return NOT_IMPLEMENTED;
    Value a = attributes_of_namespace(self), b = a ? attributes_of_namespace(other) : 0;
    return b ? object_compare(a, b, op) : 0;
}

static Value namespace_py_reduce(Value self, Value *args) {
    (void)args;
    Value dict = attributes_of_namespace(self);
    return dict ? tuple_pack(3, VALUE(type_of(self)), tuple_empty, dict) : 0;
}

static Value namespace_py_replace(Value self, Value *args) {
    if (tuple_count(args[0])) return raise_type_error("__replace__() takes no positional arguments");
    Value copy = object_call0(VALUE(type_of(self))), dict = copy ? attributes_of_namespace(self) : 0;
    return dict && set_all(copy, dict) && set_all(copy, args[1]) ? copy : 0;
}

static const MethodDef namespace_methods[] = {
    METHOD("__reduce__", namespace_py_reduce, "", "Return state information for pickling."),
    METHOD("__replace__", namespace_py_replace, "*args, **changes", "A copy with some attributes changed."),
    METHODS_END
};

Type simple_namespace_type = {
    .head = {&type_type},
    .name = "types.SimpleNamespace",
    .doc = "An object with the attributes given: SimpleNamespace(mapping_or_iterable=(), /, **attributes).",
    .signature = "mapping_or_iterable=(), /, **kwargs",
    .size = sizeof(Object),
    .attributes_offset = sizeof(Object),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .make = namespace_make,
    .init = namespace_init,
    .repr = namespace_repr,
    .compare = namespace_compare,
    .methods = namespace_methods,
    .attributes = (const AttributeDef[]){{0}},
};

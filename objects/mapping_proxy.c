// mappingproxy: everything but changes goes to the mapping behind it.
#include "objects/mapping_proxy.h"
#include "objects/dict.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static Value mapping_of(Value v) {
    return ((MappingProxy *)value_object(v))->mapping;
}

Value mapping_proxy_new(Value mapping) {
    MappingProxy *proxy = mem_object(&mapping_proxy_type, sizeof(MappingProxy));
    if (proxy) proxy->mapping = mapping;
    return VALUE(proxy);
}

// --- slots

static Value mapping_proxy_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[1];
    if (!NATIVE_BIND("mappingproxy", "mapping", bound)) return 0;
    type_ensure_ready(type_of(bound[0]));
    if (!type_of(bound[0])->get_item || list_check(bound[0]) || tuple_check(bound[0]))
        return raise_type_error("mappingproxy() argument must be a mapping, not %T", bound[0]);
    return mapping_proxy_new(bound[0]);
}

static Value mapping_proxy_repr(Value self) {
    if (!mem_stack_check()) return 0;
    return str_format("mappingproxy(%R)", mapping_of(self));
}

static Value mapping_proxy_str(Value self) { return object_str(mapping_of(self)); }
static int64_t mapping_proxy_hash(Value self) { return mem_stack_check() ? object_hash(mapping_of(self)) : -1; }
static ptrdiff_t mapping_proxy_length(Value self) { return mem_stack_check() ? object_length(mapping_of(self)) : -1; }
static Value mapping_proxy_get_item(Value self, Value key) {
    return mem_stack_check() ? object_get_item(mapping_of(self), key) : 0;
}
static int mapping_proxy_contains(Value self, Value key) {
    return mem_stack_check() ? object_contains(mapping_of(self), key) : -1;
}
static Value mapping_proxy_iter(Value self) { return object_iter(mapping_of(self)); }

static Value mapping_proxy_compare(Value self, Value other, CompareOp op) {
    return mem_stack_check() ? object_compare(mapping_of(self), other, op) : 0;
}

static Value mapping_proxy_reversed(Value self) {
    return object_call_method(mapping_of(self), NAME(__reversed__), 0, 0);
}

static Value behind(Value v) {
    return value_is(v, &mapping_proxy_type) ? mapping_of(v) : v;
}

static Value mapping_proxy_or(Value left, Value right) {
    return mem_stack_check() ? object_binary(BINARY_OR, behind(left), behind(right)) : 0;
}

static Value mapping_proxy_inplace_or(Value self, Value other) {
    (void)other;
    return raise_type_error("'|=' is not supported by %T; use '|' instead", self);
}

// --- Python methods

static Value mapping_proxy_py_get(Value self, Value *args) {
    Value arguments[] = {args[0], args[1] ? args[1] : NONE};
    Value name = intern("get");
    return name ? object_call_method(mapping_of(self), name, arguments, 2) : 0;
}

static Value mapping_proxy_py_keys(Value self, Value *args) {
    (void)args;
    return object_call_method(mapping_of(self), NAME(keys), 0, 0);
}

static Value mapping_proxy_py_values(Value self, Value *args) {
    (void)args;
    return object_call_method(mapping_of(self), NAME(values), 0, 0);
}

static Value mapping_proxy_py_items(Value self, Value *args) {
    (void)args;
    return object_call_method(mapping_of(self), NAME(items), 0, 0);
}

static Value mapping_proxy_py_copy(Value self, Value *args) {
    (void)args;
    Value name = intern("copy");
    return name ? object_call_method(mapping_of(self), name, 0, 0) : 0;
}

static const MethodDef mapping_proxy_methods[] = {
    METHOD("get", mapping_proxy_py_get, "key, default=None, /", "The value for key, or default when there is none."),
    METHOD("keys", mapping_proxy_py_keys, "", "A view of the mapping's keys."),
    METHOD("values", mapping_proxy_py_values, "", "A view of the mapping's values."),
    METHOD("items", mapping_proxy_py_items, "", "A view of the mapping's pairs (key, value)."),
    METHOD("copy", mapping_proxy_py_copy, "", "A copy of the mapping, which can be changed."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};

Type mapping_proxy_type = {
    .head = {&type_type},
    .name = "mappingproxy",
    .doc = "A read-only view of a mapping.",
    .signature = "mapping",
    .size = sizeof(MappingProxy),
    .flags = TYPE_MAPPING_PATTERN,
    .make = mapping_proxy_make,
    .repr = mapping_proxy_repr,
    .str = mapping_proxy_str,
    .hash = mapping_proxy_hash,
    .compare = mapping_proxy_compare,
    .iter = mapping_proxy_iter,
    .reversed = mapping_proxy_reversed,
    .length = mapping_proxy_length,
    .get_item = mapping_proxy_get_item,
    .contains = mapping_proxy_contains,
    .operators = OPERATORS(
        .binary[BINARY_OR] = mapping_proxy_or, .inplace[BINARY_OR] = mapping_proxy_inplace_or),
    .methods = mapping_proxy_methods,
};

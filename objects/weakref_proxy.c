// weakref.proxy: an object that passes on what is asked of it to one that it does not keep alive. Operators
// see what is behind the proxies among their operands.
#include "objects/exception.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/weakref.h"

static bool is_proxy(Value v) {
    return value_is(v, &weakref_proxy_type) || value_is(v, &weakref_callable_proxy_type);
}

// Proxies are asked by functions written in C, whose variables must count.
static Value get(Value proxy) {
    MEM_INNER_BEGIN();
    Value target = weakref_get_settled(proxy);
    MEM_INNER_END();
    return target;
}

// What stands behind a proxy; any other value is returned as it is. 0: ReferenceError.
static Value unwrap(Value v) {
    if (!is_proxy(v)) return v;
    Value target = get(v);
    return target ? target : raise_format(&ReferenceError_type, "weakly-referenced object no longer exists");
}

static Value proxy_repr(Value self) {
    Value target = weakref_get_settled(self);
    if (!target) return str_format("<weakproxy at %p; dead>", self);
    return str_format("<weakproxy at %p; to '%T' at %p>", self, target, target);
}

static Value proxy_str(Value self) {
    Value target = unwrap(self);
    return target ? object_str(target) : 0;
}

static Value proxy_compare(Value self, Value other, CompareOp op) {
    Value a = unwrap(self), b = a ? unwrap(other) : 0;
    return b ? object_compare(a, b, op) : 0;
}

static Value proxy_call(Value self, Value *args, size_t count, Value keywords) {
    Value target = unwrap(self);
    return target ? object_call(target, args, count, keywords) : 0;
}

static int proxy_truth(Value self) {
    Value target = unwrap(self);
    return target ? object_truth(target) : -1;
}

static Value proxy_get_attribute(Value self, Value name) {
    Value target = unwrap(self);
    return target ? object_get_attribute(target, name) : 0;
}

static bool proxy_set_attribute(Value self, Value name, Value value) {
    Value target = unwrap(self);
    return target && object_set_attribute(target, name, value);
}

static Value proxy_iter(Value self) {
    Value target = unwrap(self);
    return target ? object_iter(target) : 0;
}

static Value proxy_next(Value self) {
    Value target = unwrap(self);
    if (!target) return 0;
    if (!type_of(target)->next)
        return raise_type_error("Weakref proxy referenced a non-iterator '%T' object", target);
    return object_next(target);
}

static Value proxy_reversed(Value self) {
    Value target = unwrap(self),
          method = target ? object_find_special(target, NAME(__reversed__)) : 0;
    if (method || error_occurred()) return method ? object_call0(method) : 0;
    return raise_type_error("'%T' object is not reversible", target);
}

static ptrdiff_t proxy_length(Value self) {
    Value target = unwrap(self);
    return target ? object_length(target) : -1;
}

static Value proxy_get_item(Value self, Value key) {
    Value target = unwrap(self);
    return target ? object_get_item(target, key) : 0;
}

static bool proxy_set_item(Value self, Value key, Value value) {
    Value target = unwrap(self);
    return target && object_set_item(target, key, value);
}

static int proxy_contains(Value self, Value item) {
    Value target = unwrap(self);
    return target ? object_contains(target, item) : -1;
}

#define BINARY(op, method, symbol) \
    static Value proxy_##method(Value left, Value right) { \
        Value a = unwrap(left), b = a ? unwrap(right) : 0; \
        return b ? object_binary(BINARY_##op, a, b) : 0; \
    } \
    static Value proxy_inplace_##method(Value self, Value other) { \
        Value a = unwrap(self), b = a ? unwrap(other) : 0; \
        return b ? object_inplace(BINARY_##op, a, b) : 0; \
    }
BINARY_OPERATORS(BINARY)

static Value proxy_power(Value base, Value exponent, Value modulus) {
    Value a = unwrap(base), b = a ? unwrap(exponent) : 0, c = b ? unwrap(modulus) : 0;
    return c ? object_power(a, b, c) : 0;
}

#define UNARY(op, name) \
    static Value proxy_##name(Value self) { \
        Value target = unwrap(self); \
        return target ? object_unary(UNARY_##op, target) : 0; \
    }
UNARY(NEG, neg)
UNARY(POS, pos)
UNARY(INVERT, invert)
UNARY(ABS, abs)

static Value proxy_index(Value self) {
    Value target = unwrap(self);
    return target ? object_index(target) : 0;
}

static Value convert(Value self, Type *type) {
    Value target = unwrap(self);
    return target ? object_call1(VALUE(type), target) : 0;
}

static Value proxy_to_int(Value self) { return convert(self, &int_type); }
static Value proxy_to_float(Value self) { return convert(self, &float_type); }

static Value proxy_py_bytes(Value self, Value *args) {
    (void)args;
    Value target = unwrap(self);
    return target ? object_call_method(target, NAME(__bytes__), 0, 0) : 0;
}

static const MethodDef proxy_methods[] = {
    METHOD("__bytes__", proxy_py_bytes, "", "Implement bytes(self)."),
    METHODS_END
};

#define BINARY_SLOTS(op, method, symbol) \
    .binary[BINARY_##op] = proxy_##method, .inplace[BINARY_##op] = proxy_inplace_##method,
static const Operators proxy_operators = {
    BINARY_OPERATORS(BINARY_SLOTS) .power = proxy_power,
    .unary = {[UNARY_NEG] = proxy_neg, [UNARY_POS] = proxy_pos, [UNARY_INVERT] = proxy_invert, [UNARY_ABS] = proxy_abs},
};

#define PROXY_SLOTS \
    .head = {&type_type}, .size = sizeof(WeakRef), .flags = TYPE_NO_NEW, .reclaim = weakref_reclaim, .repr = proxy_repr, \
    .str = proxy_str, .compare = proxy_compare, .truth = proxy_truth, .get_attribute = proxy_get_attribute, \
    .set_attribute = proxy_set_attribute, .iter = proxy_iter, .next = proxy_next, .reversed = proxy_reversed, \
    .length = proxy_length, .get_item = proxy_get_item, .set_item = proxy_set_item, .contains = proxy_contains, \
    .operators = &proxy_operators, .index = proxy_index, .to_int = proxy_to_int, .to_float = proxy_to_float, .methods = proxy_methods

Type weakref_proxy_type = {PROXY_SLOTS, .name = "weakref.ProxyType", .doc = "Stands for an object without keeping it."};
Type weakref_callable_proxy_type = {PROXY_SLOTS, .name = "weakref.CallableProxyType", .doc = "Stands for a callable object without keeping it.", .call = proxy_call};

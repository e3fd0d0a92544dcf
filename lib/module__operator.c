// _operator: the operators as functions. They are shown as functions of this module also where operator is
// imported.
#include "lib/lib.h"
#include "lib/operator.h"
#include "objects/buffer.h"
#include "objects/int.h"
#include "objects/key.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

#define NATIVE(name) static Value py_##name(Value self, Value *args)

#define BINARY(name, op) \
    NATIVE(name) { \
        (void)self; \
        return object_binary(BINARY_##op, args[0], args[1]); \
    }
BINARY(add, ADD) BINARY(and_, AND) BINARY(floordiv, FLOORDIV) BINARY(lshift, LSHIFT) BINARY(matmul, MATMUL)
BINARY(mod, MOD) BINARY(mul, MUL) BINARY(or_, OR) BINARY(pow, POW) BINARY(rshift, RSHIFT) BINARY(sub, SUB)
BINARY(truediv, TRUEDIV) BINARY(xor, XOR)

#define INPLACE(name, op) \
    NATIVE(name) { \
        (void)self; \
        return object_inplace(BINARY_##op, args[0], args[1]); \
    }
INPLACE(iadd, ADD) INPLACE(iand, AND) INPLACE(ifloordiv, FLOORDIV) INPLACE(ilshift, LSHIFT) INPLACE(imatmul, MATMUL)
INPLACE(imod, MOD) INPLACE(imul, MUL) INPLACE(ior, OR) INPLACE(ipow, POW) INPLACE(irshift, RSHIFT) INPLACE(isub, SUB)
INPLACE(itruediv, TRUEDIV) INPLACE(ixor, XOR)

#define COMPARE(name, op) \
    NATIVE(name) { \
        (void)self; \
        return object_compare(args[0], args[1], COMPARE_##op); \
    }
COMPARE(lt, LT) COMPARE(le, LE) COMPARE(eq, EQ) COMPARE(ne, NE) COMPARE(gt, GT) COMPARE(ge, GE)

#define UNARY(name, op) \
    NATIVE(name) { \
        (void)self; \
        return object_unary(UNARY_##op, args[0]); \
    }
UNARY(abs, ABS) UNARY(invert, INVERT) UNARY(neg, NEG) UNARY(pos, POS)

#define TEST(name, test) \
    NATIVE(name) { \
        (void)self; \
        return bool_value(test); \
    }
TEST(is_, args[0] == args[1])
TEST(is_not, args[0] != args[1])
TEST(is_none, args[0] == NONE)
TEST(is_not_none, args[0] != NONE)

static Value truth_value(int truth) { return truth < 0 ? 0 : bool_value(truth); }

NATIVE(truth) {
    (void)self;
    return truth_value(object_truth(args[0]));
}

NATIVE(not_) {
    (void)self;
    int truth = object_truth(args[0]);
    return truth < 0 ? 0 : bool_value(!truth);
}

NATIVE(index) {
    (void)self;
    return object_index(args[0]);
}

static Value call_raw(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    if (!count) return raise_type_error("call expected at least 1 argument, got 0");
    return object_call(args[0], args + 1, count - 1, keywords);
}

// --- sequences

static bool is_sequence(Value v) { return type_of(v)->get_item && !dict_check(v); }

static bool adds(Value v) { return type_of(v)->operators && type_of(v)->operators->binary[BINARY_ADD]; }

static Value concat(Value a, Value b, bool in_place) {
    Type *type = type_of(a);
    type_ensure_ready(type);
    if (in_place && type->inplace_concat) return type->inplace_concat(a, b);
    if (type->concat) return type->concat(a, b);
    if (!is_sequence(a) || !is_sequence(b) || !(adds(a) || adds(b)))
        return raise_type_error("'%T' object can't be concatenated", a);
    return in_place ? object_inplace(BINARY_ADD, a, b) : object_binary(BINARY_ADD, a, b);
}

NATIVE(concat) {
    (void)self;
    return concat(args[0], args[1], false);
}

NATIVE(iconcat) {
    (void)self;
    return concat(args[0], args[1], true);
}

NATIVE(contains) {
    (void)self;
    return truth_value(object_contains(args[0], args[1]));
}

NATIVE(getitem) {
    (void)self;
    return object_get_item(args[0], args[1]);
}

NATIVE(setitem) {
    (void)self;
    return object_set_item(args[0], args[1], args[2]) ? NONE : 0;
}

NATIVE(delitem) {
    (void)self;
    return object_set_item(args[0], args[1], 0) ? NONE : 0;
}

static Value iterate(Value v) {
    type_ensure_ready(type_of(v));
    if (!type_iterates(type_of(v)))
        return raise_type_error("argument of type '%T' is not iterable", v);
    return object_iter(v);
}

NATIVE(countOf) {
    (void)self;
    Value iterator = iterate(args[0]);
    if (!iterator) return 0;
    int64_t found = 0;
    for (Value item; (item = object_next(iterator));) {
        int equal = key_equal(item, args[1]);
        if (equal < 0) return 0;
        found += equal;
    }
    return error_occurred() ? 0 : small_value(found);
}

NATIVE(indexOf) {
    (void)self;
    Value iterator = iterate(args[0]);
    if (!iterator) return 0;
    int64_t at = 0;
    for (Value item; (item = object_next(iterator)); at++) {
        int equal = key_equal(item, args[1]);
        if (equal) return equal < 0 ? 0 : small_value(at);
    }
    return error_occurred() ? 0 : raise_value_error("sequence.index(x): x not in sequence");
}

NATIVE(length_hint) {
    (void)self;
    ptrdiff_t fallback = 0;
    if (args[1] && !sequence_size(args[1], &fallback)) return 0;
    ptrdiff_t hint = object_length_hint(args[0], fallback);
    return hint < 0 && error_occurred() ? 0 : int_from_int64(hint);
}

// --- comparing secrets: the time taken tells nothing but the lengths

static bool same_bytes(const void *a, size_t a_size, const void *b, size_t b_size) {
    const volatile uint8_t *x = a, *y = b;
    volatile uint8_t difference = a_size != b_size;
    if (a_size != b_size) x = y;
    for (size_t i = 0; i < b_size; i++) difference = (uint8_t)(difference | (x[i] ^ y[i]));
    return difference == 0;
}

NATIVE(compare_digest) {
    (void)self;
    Value a = args[0], b = args[1];
    if (str_check(a) && str_check(b)) {
        if (!str_is_ascii(a) || !str_is_ascii(b))
            return raise_type_error("comparing strings with non-ASCII characters is not supported");
        return bool_value(same_bytes(str_data(a), str_size(a), str_data(b), str_size(b)));
    }
    Buffer x, y;
    if (!buffer_get_bytes(a, &x)) return 0;
    if (!buffer_get_bytes(b, &y)) {
        buffer_release(&x);
        return 0;
    }
    bool same = same_bytes(x.data, (size_t)x.size, y.data, (size_t)y.size);
    buffer_release(&x);
    buffer_release(&y);
    return bool_value(same);
}

// --- the module

#define UNARY_ROW(name, doc) FUNCTION(#name, py_##name, "a, /", doc)
#define BINARY_ROW(name, doc) FUNCTION(#name, py_##name, "a, b, /", doc)

const MethodDef operator_functions[] = {
    UNARY_ROW(abs, "abs(a)"),
    BINARY_ROW(add, "a + b"),
    BINARY_ROW(and_, "a & b"),
    FUNCTION("call", (NativeFunction)(void *)call_raw, NATIVE_RAW,
             "call(obj, *args, **kwargs) is obj(*args, **kwargs)."),
    BINARY_ROW(concat, "a + b, for sequences"),
    BINARY_ROW(contains, "b in a (note the order)"),
    BINARY_ROW(delitem, "del a[b]"),
    BINARY_ROW(eq, "a == b"),
    BINARY_ROW(floordiv, "a // b"),
    BINARY_ROW(ge, "a >= b"),
    BINARY_ROW(getitem, "a[b]"),
    BINARY_ROW(gt, "a > b"),
    BINARY_ROW(iadd, "a += b"),
    BINARY_ROW(iand, "a &= b"),
    BINARY_ROW(iconcat, "a += b, for sequences"),
    BINARY_ROW(ifloordiv, "a //= b"),
    BINARY_ROW(ilshift, "a <<= b"),
    BINARY_ROW(imatmul, "a @= b"),
    BINARY_ROW(imod, "a %= b"),
    BINARY_ROW(imul, "a *= b"),
    UNARY_ROW(index, "a as an int, by __index__"),
    FUNCTION("inv", py_invert, "a, /", "~a"),
    UNARY_ROW(invert, "~a"),
    BINARY_ROW(ior, "a |= b"),
    BINARY_ROW(ipow, "a **= b"),
    BINARY_ROW(irshift, "a >>= b"),
    BINARY_ROW(isub, "a -= b"),
    BINARY_ROW(itruediv, "a /= b"),
    BINARY_ROW(ixor, "a ^= b"),
    BINARY_ROW(le, "a <= b"),
    BINARY_ROW(lshift, "a << b"),
    BINARY_ROW(lt, "a < b"),
    BINARY_ROW(matmul, "a @ b"),
    BINARY_ROW(mod, "a % b"),
    BINARY_ROW(mul, "a * b"),
    BINARY_ROW(ne, "a != b"),
    UNARY_ROW(neg, "-a"),
    UNARY_ROW(not_, "not a"),
    BINARY_ROW(or_, "a | b"),
    UNARY_ROW(pos, "+a"),
    BINARY_ROW(pow, "a ** b"),
    BINARY_ROW(rshift, "a >> b"),
    FUNCTION("setitem", py_setitem, "a, b, c, /", "a[b] = c"),
    BINARY_ROW(sub, "a - b"),
    BINARY_ROW(truediv, "a / b"),
    BINARY_ROW(xor, "a ^ b"),
    METHODS_END
};

// Those without a special method of the same name.
static const MethodDef more_functions[] = {
    BINARY_ROW(countOf, "How many items of a are equal to b."),
    BINARY_ROW(indexOf, "The index of the first item of a that is equal to b."),
    BINARY_ROW(is_, "a is b"),
    UNARY_ROW(is_none, "a is None"),
    BINARY_ROW(is_not, "a is not b"),
    UNARY_ROW(is_not_none, "a is not None"),
    FUNCTION("length_hint", py_length_hint, "obj, default=0, /",
             "How many items obj probably has; default when it cannot say."),
    UNARY_ROW(truth, "Whether a is true."),
    METHODS_END
};

static const MethodDef private_functions[] = {
    FUNCTION("_compare_digest", py_compare_digest, "a, b, /",
             "a == b, in a time that does not depend on where they differ."),
    METHODS_END
};

Value module__operator_make(void) {
    Value module = module_new(intern("_operator"));
    Value dict = module ? module_dict(module) : 0;
    bool made = dict && module_add_functions(module, operator_functions) &&
                module_add_functions(module, more_functions) &&
                module_add_functions(module, private_functions) &&
                dict_set_c(dict, "attrgetter", VALUE(&operator_attrgetter_type)) &&
                dict_set_c(dict, "itemgetter", VALUE(&operator_itemgetter_type)) &&
                dict_set_c(dict, "methodcaller", VALUE(&operator_methodcaller_type));
    return made ? module : 0;
}

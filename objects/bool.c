// bool: True and False, a subclass of int with two instances.
#include "objects/exception.h"
#include "objects/int_parts.h"
#include "objects/str.h"

Bool true_object = {{&bool_type}, 1}, false_object = {{&bool_type}, 0};

static Value bool_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    (void)type;
    if (!NATIVE_BIND("bool", "object=False, /", bound)) return 0;
    int truth = bound[0] ? object_truth(bound[0]) : 0;
    return truth < 0 ? 0 : bool_value(truth);
}

static Value bool_repr(Value v) { return intern(v == TRUE ? "True" : "False"); }
static int bool_truth(Value v) { return v == TRUE; }

// Two bools give a bool; with another int it is int's business.
static bool both(Value a, Value b) { return type_of(a) == &bool_type && type_of(b) == &bool_type; }
static Value bool_and(Value a, Value b) {
    return both(a, b) ? bool_value(a == TRUE && b == TRUE) : int_type.operators->binary[BINARY_AND](a, b);
}
static Value bool_or(Value a, Value b) {
    return both(a, b) ? bool_value(a == TRUE || b == TRUE) : int_type.operators->binary[BINARY_OR](a, b);
}
static Value bool_xor(Value a, Value b) {
    return both(a, b) ? bool_value(a != b) : int_type.operators->binary[BINARY_XOR](a, b);
}

static Value bool_invert(Value v) {
    static const char text[] = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the "
                               "bitwise inversion of the underlying int object and is usually not what you expect from "
                               "negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want "
                               "the bitwise inversion of the underlying int.";
    return warn_deprecated(str_from(text)) ? SMALL(v == TRUE ? -2 : -1) : 0;
}

Type bool_type = {
    .head = {&type_type},
    .name = "bool",
    .doc = "True or False. bool(x) is the truth of x.",
    .base = &int_type,
    .size = sizeof(Bool),
    .flags = TYPE_IS_INT | TYPE_MATCH_SELF,
    .signature = "object=False, /",
    .make = bool_make,
    .repr = bool_repr,
    .truth = bool_truth,
    .operators = OPERATORS(
        .unary[UNARY_INVERT] = bool_invert, .binary[BINARY_AND] = bool_and, .binary[BINARY_OR] = bool_or,
        .binary[BINARY_XOR] = bool_xor),
};

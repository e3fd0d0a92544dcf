// Operators on any values. The rules are CPython's (reference, 3.3.8): the left operand's slot is asked
// first, the right one's before it when its type is a subclass that does it differently; what both decline is
// tried as concatenation or repetition of sequences, and is a TypeError otherwise.
#include "objects/int.h"
#include "objects/object.h"
#include "objects/type.h"

static const char *const symbols[] = {
#define X(name, method, symbol) symbol,
    BINARY_OPERATORS(X)
#undef X
};

static inline Type *ready_type(Value v) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    return type;
}

typedef Value Binary(Value, Value);
typedef Value Power(Value, Value, Value);

static inline Binary *binary_slot(const Type *type, BinaryOp op) {
    return type->operators ? type->operators->binary[op] : 0;
}

static Power *power_slot(const Type *type) { return type->operators ? type->operators->power : 0; }

// NOT_IMPLEMENTED when neither operand's number slots know how.
static Value try_binary(BinaryOp op, Value a, Value b) {
    Type *left = ready_type(a), *right = ready_type(b);
    Binary *first = binary_slot(left, op), *second = right == left ? 0 : binary_slot(right, op);
    if (second == first) second = 0;
    if (first) {
        if (second && type_is_subtype(right, left)) {
            Value result = second(a, b);
            if (result != NOT_IMPLEMENTED) return result;
            second = 0;
        }
        Value result = first(a, b);
        if (result != NOT_IMPLEMENTED) return result;
    }
    return second ? second(a, b) : NOT_IMPLEMENTED;
}

static Value repeat(Binary *slot, Value sequence, Value count) {
    if (!value_is_small(count) && !ready_type(count)->index) {
        return raise_type_error("can't multiply sequence by non-int of type '%T'", count);
    }
    return slot(sequence, count);
}

static Value try_sequence(BinaryOp op, Value a, Value b) {
    Type *left = type_of(a), *right = type_of(b);
    if (op == BINARY_ADD && left->concat) return left->concat(a, b);
    if (op == BINARY_MUL && left->repeat) return repeat(left->repeat, a, b);
    if (op == BINARY_MUL && right->repeat) return repeat(right->repeat, b, a);
    return NOT_IMPLEMENTED;
}

static Value unsupported(const char *symbol, const char *suffix, Value a, Value b) {
    return raise_type_error("unsupported operand type(s) for %s%s: '%T' and '%T'", symbol, suffix, a, b);
}

Value object_binary(BinaryOp op, Value a, Value b) {
    if (!mem_stack_check()) return 0;
    Value result = try_binary(op, a, b);
    if (likely(result != NOT_IMPLEMENTED)) return result;
    result = try_sequence(op, a, b);
    return result != NOT_IMPLEMENTED ? result : unsupported(symbols[op], "", a, b);
}

Value object_inplace(BinaryOp op, Value a, Value b) {
    Type *left = ready_type(a);
    if (left->operators && left->operators->inplace[op]) {
        Value result = left->operators->inplace[op](a, b);
        if (result != NOT_IMPLEMENTED) return result;
    } else if (op == BINARY_ADD && left->inplace_concat && left->flags & TYPE_HEAP) {
        return left->inplace_concat(a, b);      // what a class inherits counts as its __iadd__
    }
    Value result = try_binary(op, a, b);
    if (result != NOT_IMPLEMENTED) return result;
    if (op == BINARY_ADD && left->inplace_concat) return left->inplace_concat(a, b);
    if (op == BINARY_MUL && left->inplace_repeat) return repeat(left->inplace_repeat, a, b);
    // What could be a sequence, but cannot be repeated, does not become the count for the other one here.
    bool counts = left->repeat || !(left->flags & TYPE_HEAP || left->length || left->contains || left->get_item);
    result = op == BINARY_MUL && !counts ? NOT_IMPLEMENTED : try_sequence(op, a, b);
    if (result != NOT_IMPLEMENTED) return result;
    return unsupported(op == BINARY_POW ? "**" : symbols[op], "=", a, b);
}

Value object_power(Value base, Value exponent, Value modulus) {
    if (!modulus || modulus == NONE) return object_binary(BINARY_POW, base, exponent);
    Type *types[] = {ready_type(base), ready_type(exponent), ready_type(modulus)};
    Power *asked[3] = {0};
    int order[] = {0, 1, 2};
    if (types[0] != types[1] && power_slot(types[1]) != power_slot(types[0]) && type_is_subtype(types[1], types[0])) {
        order[0] = 1, order[1] = 0;
    }
    for (int i = 0; i < 3; i++) {
        Power *slot = power_slot(types[order[i]]);
        if (!slot || slot == asked[0] || slot == asked[1]) continue;
        asked[i] = slot;
        Value result = slot(base, exponent, modulus);
        if (result != NOT_IMPLEMENTED) return result;
    }
    return raise_type_error("unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent,
                            modulus);
}

Value object_unary(UnaryOp op, Value v) {
    static const char *const names[] = {"unary -", "unary +", "unary ~", "abs()"};
    Type *type = ready_type(v);
    if (type->operators && type->operators->unary[op]) return type->operators->unary[op](v);
    return raise_type_error("bad operand type for %s: '%T'", names[op], v);
}

// --- integers from values

Value object_index(Value v) {
    if (likely(value_is_small(v))) return v;
    if (int_check(v)) return int_exact(v);
    Type *type = ready_type(v);
    if (type->index) return type->index(v);
    return raise_type_error("'%T' object cannot be interpreted as an integer", v);
}

bool object_to_size(Value v, ptrdiff_t *out) {
    int64_t number;
    if (!(v = object_index(v))) return false;
    if (!int_get64(v, &number)) number = int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
    *out = (ptrdiff_t)number;
    return true;
}

bool object_to_int64(Value v, int64_t *out) {
    if (!(v = object_index(v))) return false;
    if (int_get64(v, out)) return true;
    return raise_overflow_error("Python int too large to convert to C long");
}

bool object_to_int(Value v, int *out) {
    int64_t number;
    if (!(v = object_index(v))) return false;
    if (!int_get64(v, &number) || number != (int)number)
        return raise_overflow_error("Python int too large to convert to C int");
    *out = (int)number;
    return true;
}

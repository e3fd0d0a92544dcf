// Fold: the value of an expression that is known before the program runs. What would raise, or grow large, is
// left to the program.
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

#define INT_BITS_MAX 128
#define COLLECTION_MAX 256
#define TEXT_MAX 4096

// Drops what a failed evaluation left behind; the program will meet it itself.
static Value settle(Value value) {
    if (!value && error_occurred()) (void)error_take();
    return value;
}

static bool is_name_like(Text text) {
    for (size_t i = 0; i < text.size; i++) {
        char ch = text.data[i];
        bool word =
            (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
        if (!word) return false;
    }
    return true;
}

static Value constant_str(Text text) {
    Value s = str_new(text.data, text.size);
    return s && is_name_like(text) ? str_intern(s) : s;
}

static Value constant_value(const Constant *constant) {
    switch (constant->kind) {
    case CONSTANT_NONE: return NONE;
    case CONSTANT_TRUE: return TRUE;
    case CONSTANT_FALSE: return FALSE;
    case CONSTANT_ELLIPSIS: return ELLIPSIS;
    case CONSTANT_INT: return int_from_int64(constant->integer);
    case CONSTANT_BIG_INT: return int_from_literal(constant->text.data, constant->text.size);
    case CONSTANT_FLOAT: return float_value(constant->real);
    case CONSTANT_IMAGINARY: return complex_new(0.0, constant->real);
    case CONSTANT_STR: return constant_str(constant->text);
    case CONSTANT_BYTES: return bytes_new(constant->text.data, constant->text.size);
    }
    return 0;
}

// Decimal literals have the limit that int() has.
static bool fits_limit(Compiler *c, const Expr *e) {
    Text text = e->constant.text;
    if (e->constant.kind != CONSTANT_BIG_INT || !int_max_str_digits || (int64_t)text.size <= int_max_str_digits) return true;
    if (text.size > 1 && text.data[0] == '0' && text.data[1] > '9') return true;
    compile_error(c, e->span,
                  "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; use "
                  "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
                  "avoid decimal conversion limits.", (long long)int_max_str_digits, text.size);
    return false;
}

Value fold_constant(Compiler *c, const Expr *e) {
    if (c->failed || !fits_limit(c, e)) return NONE;
    Value value = constant_value(&e->constant);
    if (value) return value;
    compile_fail(c);
    return NONE;
}

// ---------------------------------------------------------------------------------------------------- limits

static size_t int_bits(Value v) {
    IntView room;
    mpz_srcptr number = int_view(v, &room);
    return mpz_sgn(number) ? mpz_sizeinbase(number, 2) : 0;
}

static bool repeat_is_small(Value sequence, Value times) {
    int64_t count;
    if (!int_get64(times, &count)) return false;
    if (count <= 0) return true;
    size_t size, limit = TEXT_MAX;
    if (value_is(sequence, &tuple_type)) size = tuple_count(sequence), limit = COLLECTION_MAX;
    else if (value_is(sequence, &str_type)) size = str_length(sequence);
    else if (value_is(sequence, &bytes_type)) size = bytes_size(sequence);
    else return true;
    return size == 0 || (uint64_t)count <= limit / size;
}

static bool product_is_small(Value left, Value right) {
    bool left_int = value_is(left, &int_type), right_int = value_is(right, &int_type);
    if (left_int && right_int) return int_bits(left) + int_bits(right) <= INT_BITS_MAX;
    if (left_int) return repeat_is_small(right, left);
    if (right_int) return repeat_is_small(left, right);
    return true;
}

static bool power_is_small(Value base, Value exponent) {
    int64_t count;
    if (!value_is(base, &int_type) || !value_is(exponent, &int_type) || int_sign(exponent) <= 0) return true;
    if (!int_get64(exponent, &count)) return false;
    size_t bits = int_bits(base);
    return bits == 0 || (uint64_t)count <= INT_BITS_MAX / bits;
}

static bool shift_is_small(Value number, Value count_value) {
    int64_t count;
    if (!value_is(number, &int_type) || !value_is(count_value, &int_type)) return true;
    if (!int_get64(count_value, &count) || count > INT_BITS_MAX) return false;
    return count < 0 || int_bits(number) + (size_t)count <= INT_BITS_MAX;
}

static bool is_worth_it(BinaryOperator op, Value left, Value right) {
    switch (op) {
    case AST_MULT: return product_is_small(left, right);
    case AST_POW: return power_is_small(left, right);
    case AST_L_SHIFT: return shift_is_small(left, right);
    case AST_MOD: return !value_is(left, &str_type) && !value_is(left, &bytes_type);
    default: return true;
    }
}

// ------------------------------------------------------------------------------------------------ evaluation

static const BinaryOp operations[] = {
    [AST_ADD] = BINARY_ADD,
    [AST_SUB] = BINARY_SUB,
    [AST_MULT] = BINARY_MUL,
    [AST_MAT_MULT] = BINARY_MATMUL,
    [AST_DIV] = BINARY_TRUEDIV,
    [AST_MOD] = BINARY_MOD,
    [AST_POW] = BINARY_POW,
    [AST_L_SHIFT] = BINARY_LSHIFT,
    [AST_R_SHIFT] = BINARY_RSHIFT,
    [AST_BIT_OR] = BINARY_OR,
    [AST_BIT_XOR] = BINARY_XOR,
    [AST_BIT_AND] = BINARY_AND,
    [AST_FLOOR_DIV] = BINARY_FLOORDIV,
};
BinaryOp fold_operation(BinaryOperator op) { return operations[op]; }

int fold_spine(Expr *e, Expr **spine, Expr **base) {
    int count = 0;
    for (; e->kind == AST_BIN_OP && count < FOLD_SPINE; e = e->bin_op.left) spine[count++] = e;
    *base = e;
    return count;
}

static Value fold_binary(Compiler *c, Expr *e) {
    Expr *spine[FOLD_SPINE], *base;
    int count = fold_spine(e, spine, &base);
    Value value = fold_expression(c, base);
    while (value && count > 0) {
        Expr *node = spine[--count];
        Value right = fold_expression(c, node->bin_op.right);
        if (!right || !is_worth_it(node->bin_op.op, value, right)) return 0;
        value = settle(object_binary(operations[node->bin_op.op], value, right));
    }
    return value;
}

static Value fold_unary(Compiler *c, Expr *e) {
    Value operand = fold_expression(c, e->unary_op.operand);
    if (!operand) return 0;
    switch (e->unary_op.op) {
    case AST_NOT: {
        int truth = object_truth(operand);
        if (truth < 0) return settle(0);
        return bool_value(!truth);
    }
    case AST_INVERT:
        if (value_is(operand, &bool_type)) return 0;    // deprecated: the program shall warn
        return settle(object_unary(UNARY_INVERT, operand));
    case AST_U_ADD: return settle(object_unary(UNARY_POS, operand));
    case AST_U_SUB: return settle(object_unary(UNARY_NEG, operand));
    }
    return 0;
}

static Value fold_tuple(Compiler *c, Expr *e) {
    ExprList elements = e->tuple.elements;
    Value tuple = 0;
    for (int i = 0; i < elements.count; i++) {
        Value item = fold_expression(c, elements.items[i]);
        if (!item) return 0;
        if (!tuple && !(tuple = tuple_new(0, (size_t)elements.count))) return settle(0);
        tuple_of(tuple)->items[i] = item;
    }
    return tuple ? tuple : tuple_empty;
}

static Value fold_subscript(Compiler *c, Expr *e) {
    if (e->subscript.index->kind == AST_SLICE) return 0;
    Value container = fold_expression(c, e->subscript.value);
    if (!container || !(value_is(container, &str_type) || value_is(container, &tuple_type) ||
                        value_is(container, &bytes_type)))
        return 0;
    Value index = fold_expression(c, e->subscript.index);
    return index ? settle(object_get_item(container, index)) : 0;
}

Value fold_expression(Compiler *c, Expr *e) {
    if (c->failed || !compile_enter(c, e->span)) return 0;
    Value value = 0;
    switch (e->kind) {
    case AST_CONSTANT: value = fold_constant(c, e); break;
    case AST_BIN_OP: value = fold_binary(c, e); break;
    case AST_UNARY_OP: value = fold_unary(c, e); break;
    case AST_TUPLE: value = fold_tuple(c, e); break;
    case AST_SUBSCRIPT: value = fold_subscript(c, e); break;
    case AST_NAME:
        if (e->name.id == c->known.debug) value = bool_value(!c->options->optimize);
        break;
    default: break;
    }
    compile_leave(c);
    return value;
}

int fold_truth(Compiler *c, Expr *e) {
    Value value = fold_expression(c, e);
    if (!value) return -1;
    int truth = object_truth(value);
    if (truth < 0) (void)settle(0);
    return truth;
}

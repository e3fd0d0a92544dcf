// Built-in functions on numbers and characters: abs, bin, chr, divmod, hash, hex, id, oct, ord, pow, round, sum, min, max.
#include "lib/builtins.h"
#include "lib/item_source.h"
#include "objects/bytespan.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/arith.h"

static Value py_abs(Value self, Value *args) { (void)self; return object_unary(UNARY_ABS, args[0]); }

// "0x" and digits, with the sign before the prefix.
static Value prefixed(Value v, int base, const char *prefix) {
    if (!(v = object_index(v))) return 0;
    if (value_is_small(v)) {
        char room[80], *end = room + sizeof room, *p = end;
        uint64_t magnitude = small_int(v) < 0 ? 0 - (uint64_t)small_int(v) : (uint64_t)small_int(v);
        int bits = base == 16 ? 4 : base == 8 ? 3 : 1;
        do *--p = "0123456789abcdef"[magnitude & (uint64_t)(base - 1)];
        while (magnitude >>= bits);
        *--p = prefix[1];
        *--p = prefix[0];
        if (small_int(v) < 0) *--p = '-';
        return str_ascii(p, (size_t)(end - p));
    }
    Value digits = int_to_str(v, base);
    if (!digits) return 0;
    const char *text = str_data(digits);
    return text[0] == '-' ? str_format("-%s%s", prefix, text + 1) : str_format("%s%s", prefix, text);
}
static Value py_bin(Value self, Value *args) { (void)self; return prefixed(args[0], 2, "0b"); }
static Value py_hex(Value self, Value *args) { (void)self; return prefixed(args[0], 16, "0x"); }
static Value py_oct(Value self, Value *args) { (void)self; return prefixed(args[0], 8, "0o"); }

static Value py_chr(Value self, Value *args) {
    (void)self;
    int64_t code;
    Value index = object_index(args[0]);
    if (!index) return 0;
    if (!int_get64(index, &code) || code < 0 || code > 0x10ffff)
        return raise_value_error("chr() arg not in range(0x110000)");
    return str_from_code_point((uint32_t)code);
}

static Value py_ord(Value self, Value *args) {
    (void)self;
    Value v = args[0];
    size_t length;
    if (str_check(v)) {
        if ((length = str_length(v)) == 1) return SMALL(str_at(v, 0));
    } else if (value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY)) {
        ByteSpan *span = (ByteSpan *)value_object(v);
        if ((length = span->size) == 1) return SMALL(span->data[0]);
    } else {
        return raise_type_error("ord() expected string of length 1, but %T found", v);
    }
    return raise_type_error("ord() expected a character, but string of length %zu found", length);
}

static Value py_divmod(Value self, Value *args) { (void)self; return object_binary(BINARY_DIVMOD, args[0], args[1]); }

static Value py_pow(Value self, Value *args) {
    (void)self;
    if (!args[2] || args[2] == NONE) return object_power(args[0], args[1], NONE);
    return object_power(args[0], args[1], args[2]);
}

static Value py_round(Value self, Value *args) {
    (void)self;
    Value method = object_find_special(args[0], NAME(__round__));
    if (!method && error_pending && !error_clear_if(&AttributeError_type)) return 0;
    if (!method) return raise_type_error("type %T doesn't define __round__ method", args[0]);
    return args[1] && args[1] != NONE ? object_call1(method, args[1]) : object_call0(method);
}

static Value py_hash(Value self, Value *args) {
    (void)self;
    int64_t hash = object_hash(args[0]);
    return hash == -1 ? 0 : int_from_int64(hash);
}

static Value py_id(Value self, Value *args) { (void)self; return int_from_uint64(value_id(args[0])); }

// ------------------------------------------------------------------------------------------------ sum

static bool refuse_sum_start(Value start) {
    if (str_check(start)) return raise_type_error("sum() can't sum strings [use ''.join(seq) instead]");
    if (value_has(start, TYPE_IS_BYTES)) return raise_type_error("sum() can't sum bytes [use b''.join(seq) instead]");
    if (value_has(start, TYPE_IS_BYTEARRAY))
        return raise_type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
    return true;
}

// Compensated summation, which CPython uses for floats since 3.12.
typedef struct { double high, low; } Compensated;
static void compensated_add(Compensated *sum, double x) {
    double total = sum->high + x, rest = total - sum->high;
    sum->low += (sum->high - (total - rest)) + (x - rest);
    sum->high = total;
}
static double compensated_number(const Compensated *sum) {
    return sum->low && __builtin_isfinite(sum->low) ? sum->high + sum->low : sum->high;
}
static Value compensated_value(const Compensated *sum) { return float_value(compensated_number(sum)); }

// A real number that takes part in compensated sums; ints beyond 64 bits do not.
static inline bool real_summand(Value v, double *out) {
    int64_t number;
    if (value_is_tagged_float(v)) return *out = float_untag(v), true;
    if (value_is(v, &float_type)) return *out = float_get(v), true;
    if (value_is_small(v)) return *out = (double)small_int(v), true;
    return int_check(v) && int_get64(v, &number) && (*out = (double)number, true);
}

// Adds floats (and small ints among them) until something else comes, which is left in *item; 0: the end, or raised.
static bool sum_floats(ItemSource *source, Value *total, Value *item) {
    Compensated sum = {float_get(*total), 0};
    for (double x; *item && real_summand(*item, &x);) {
        compensated_add(&sum, x);
        *item = source_next(source);
    }
    *total = compensated_value(&sum);
    return *total && (*item || !error_pending);
}

static bool sum_complex(ItemSource *source, Value *total, Value *item) {
    Complex *start = (Complex *)value_object(*total);
    Compensated real = {start->real, 0}, imag = {start->imag, 0};
    for (double x; *item; *item = source_next(source)) {
        if (value_is(*item, &complex_type)) {
            compensated_add(&real, ((Complex *)value_object(*item))->real);
            compensated_add(&imag, ((Complex *)value_object(*item))->imag);
        } else if (real_summand(*item, &x)) {
            compensated_add(&real, x);
        } else {
            break;
        }
    }
    *total = complex_new(compensated_number(&real), compensated_number(&imag));
    return *total && (*item || !error_pending);
}

static Value py_sum(Value self, Value *args) {
    (void)self;
    Value total = args[1] ? args[1] : SMALL(0);
    if (value_has(args[0], TYPE_BYTE_SPAN) && !value_has(args[0], TYPE_HEAP) && value_is_small(total) &&
        span_of(args[0])->size)
        return int_add(total, int_from_uint64(bytes_sum(span_of(args[0])->data, span_of(args[0])->size)));
    ItemSource source;
    if (!source_open(&source, args[0]) || !refuse_sum_start(total)) return 0;
    Value item = source_next(&source);
    double x;
    while (item) {
        bool real = !value_is_small(total) && real_summand(item, &x);
        if (real && value_is(total, &float_type)) {
            if (!sum_floats(&source, &total, &item)) return 0;
        } else if (value_is(total, &complex_type) && (real || value_is(item, &complex_type))) {
            if (!sum_complex(&source, &total, &item)) return 0;
        } else {
            Value next = fast_add(total, item);
            if (!next && !(next = object_binary(BINARY_ADD, total, item))) return 0;
            total = next;
            item = source_next(&source);
        }
    }
    return error_pending ? 0 : total;
}

// ------------------------------------------------------------------------------------------------ min, max

static Value extreme(const char *name, Value *args, CompareOp op) {
    Value values = args[0], key = args[1] == NONE ? 0 : args[1], fallback = args[2];
    bool several = tuple_count(values) > 1;
    if (tuple_count(values) == 0) return raise_type_error("%s expected at least 1 argument, got 0", name);
    if (several && fallback)
        return raise_type_error("Cannot specify a default for %s() with multiple positional arguments", name);
    Value iterator = object_iter(several ? values : tuple_get(values, 0)), best = 0, best_key = 0;
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        Value item_key = key ? object_call1(key, item) : item;
        if (!item_key) return 0;
        int better = best ? object_compare_truth(item_key, best_key, op) : 1;
        if (better < 0) return 0;
        if (better) {
            best = item;
            best_key = item_key;
        }
    }
    if (error_pending) return 0;
    if (best) return best;
    return fallback ? fallback : raise_value_error("%s() iterable argument is empty", name);
}
static Value py_min(Value self, Value *args) { (void)self; return extreme("min", args, COMPARE_LT); }
static Value py_max(Value self, Value *args) { (void)self; return extreme("max", args, COMPARE_GT); }

const MethodDef builtins_number_functions[] = {
    FUNCTION("abs", py_abs, "x, /", "Return the absolute value of a number."),
    FUNCTION("bin", py_bin, "number, /", "Return the binary digits of an integer as a str: bin(10) == '0b1010'."),
    FUNCTION("chr", py_chr, "i, /", "Return the one-character str of a code point, 0 <= i <= 0x10ffff."),
    FUNCTION("divmod", py_divmod, "x, y, /", "Return (x // y, x % y)."),
    FUNCTION("hash", py_hash, "obj, /", "Return the hash of an object: equal objects have equal hashes."),
    FUNCTION("hex", py_hex, "number, /", "Return the hexadecimal digits of an integer as a str: hex(255) == '0xff'."),
    FUNCTION("id", py_id, "obj, /", "Return a number that no other object alive has."),
    FUNCTION("max", py_max, "*args, key=None, default=None", "Return the greatest item of an iterable, or the greatest argument."),
    FUNCTION("min", py_min, "*args, key=None, default=None", "Return the least item of an iterable, or the least argument."),
    FUNCTION("oct", py_oct, "number, /", "Return the octal digits of an integer as a str: oct(8) == '0o10'."),
    FUNCTION("ord", py_ord, "character, /", "Return the code point of a one-character str, or the value of one byte."),
    FUNCTION("pow", py_pow, "base, exp, mod=None", "Return base ** exp, or base ** exp % mod computed without the large power."),
    FUNCTION("round", py_round, "number, ndigits=None", "Round a number to a given number of digits, halves to even."),
    FUNCTION("sum", py_sum, "iterable, /, start=0", "Return start plus the sum of the items."),
    METHODS_END
};

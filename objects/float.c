// float: double precision. Everyday magnitudes are tagged values (value.h); the others are heap objects.
#include "objects/float.h"
#include "objects/bytespan.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/float_parts.h"
#include <errno.h>
#include <math.h>
#include <string.h>

// ------------------------------------------------------------------------------------------------ making

static Float zero = {{&float_type}, 0.0}, minus_zero = {{&float_type}, -0.0}, infinity = {{&float_type}, INFINITY},
             minus_infinity = {{&float_type}, -INFINITY};
#define STATIC_FLOAT(object) VALUE(&object)

Value float_slow(double x) {
    if (x == 0) return signbit(x) ? STATIC_FLOAT(minus_zero) : STATIC_FLOAT(zero);
    if (isinf(x)) return x > 0 ? STATIC_FLOAT(infinity) : STATIC_FLOAT(minus_infinity);
    Float *made = mem_object_atomic(&float_type, sizeof(Float));
    if (!made) return 0;
    made->number = x;
    return VALUE(made);
}

bool float_from_object(Value v, double *out) {
    if (float_check(v)) return *out = float_get(v), true;
    Type *type = type_of(v);
    if (int_check(v) && (!(type->flags & TYPE_HEAP) || type->to_float == int_type.to_float)) return int_to_double(v, out);
    if (type->to_float) {
        Value made = type->to_float(v);
        if (!made) return false;
        if (!float_check(made)) return raise_type_error("%T.__float__() must return a float, not %T", v, made);
        return *out = float_get(made), true;
    }
    if (type->index) {
        Value index = object_index(v);
        return index && int_to_double(index, out);
    }
    return raise_type_error("must be real number, not %T", v);
}

// ------------------------------------------------------------------------------------------------ arithmetic

// The operands as doubles: 1; 0 when one of them is not a real number (NOT_IMPLEMENTED); -1 raised.
static int operands(Value a, Value b, double *x, double *y) {
    if (float_check(a)) *x = float_get(a);
    else if (!int_check(a)) return 0;
    else if (!int_to_double(a, x)) return -1;
    if (float_check(b)) *y = float_get(b);
    else if (!int_check(b)) return 0;
    else if (!int_to_double(b, y)) return -1;
    return 1;
}
#define OPERANDS(a, b) \
    double x, y; \
    int usable = operands(a, b, &x, &y); \
    if (usable <= 0) return usable ? 0 : NOT_IMPLEMENTED

static Value slot_add(Value a, Value b) { OPERANDS(a, b); return float_value(x + y); }
static Value slot_sub(Value a, Value b) { OPERANDS(a, b); return float_value(x - y); }
static Value slot_mul(Value a, Value b) { OPERANDS(a, b); return float_value(x * y); }
static Value slot_truediv(Value a, Value b) {
    OPERANDS(a, b);
    return y == 0 ? raise_zero_division("division by zero") : float_value(x / y);
}

// x modulo y with the sign of y, and the floor of the quotient that goes with it.
static double modulo(double x, double y, double *quotient) {
    double rest = fmod(x, y), q = (x - rest) / y;
    if (rest) {
        if ((y < 0) != (rest < 0)) {
            rest += y;
            q -= 1;
        }
    } else {
        rest = copysign(0.0, y);
    }
    if (q) {
        double floored = floor(q);
        *quotient = q - floored > 0.5 ? floored + 1 : floored;
    } else {
        *quotient = copysign(0.0, x / y);
    }
    return rest;
}
static Value slot_mod(Value a, Value b) {
    OPERANDS(a, b);
    double quotient;
    return y == 0 ? raise_zero_division("division by zero") : float_value(modulo(x, y, &quotient));
}
static Value slot_floordiv(Value a, Value b) {
    OPERANDS(a, b);
    double quotient;
    if (y == 0) return raise_zero_division("division by zero");
    (void)modulo(x, y, &quotient);
    return float_value(quotient);
}
static Value slot_divmod(Value a, Value b) {
    OPERANDS(a, b);
    double quotient;
    if (y == 0) return raise_zero_division("division by zero");
    double rest = modulo(x, y, &quotient);
    return tuple_pack(2, float_value(quotient), float_value(rest));
}

// OverflowError(errno, text), as for every other range error of the C library.
static Value raise_range_error(void) {
    Value text = str_from(strerror(ERANGE)), args = text ? tuple_pack(2, SMALL(ERANGE), text) : 0;
    Value exception = args ? object_call(VALUE(&OverflowError_type), tuple_of(args)->items, 2, 0) : 0;
    return exception ? raise_exception(exception) : 0;
}

static Value slot_pow(Value a, Value b) {
    OPERANDS(a, b);
    if (y == 0 || x == 1) return float_value(1.0);
    if (x == 0 && y < 0 && isfinite(y)) return raise_zero_division("zero to a negative power");
    if (x < 0 && isfinite(x) && isfinite(y) && y != floor(y)) {
        Value base = complex_new(x, 0), exponent = base ? complex_new(y, 0) : 0;
        return exponent ? object_binary(BINARY_POW, base, exponent) : 0;
    }
    double result = pow(x, y);
    if (isinf(result) && isfinite(x) && isfinite(y)) return raise_range_error();
    return float_value(result);
}
static Value slot_power(Value base, Value exponent, Value modulus) {
    if (modulus != NONE) return raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
    return slot_pow(base, exponent);
}

static Value slot_neg(Value v) { return float_value(-float_get(v)); }
static Value slot_pos(Value v) { return float_value(float_get(v)); }
static Value slot_abs(Value v) { return float_value(fabs(float_get(v))); }
static Value slot_to_int(Value v) { return int_from_double(trunc(float_get(v))); }
static int float_truth(Value v) { return float_get(v) != 0; }

// ------------------------------------------------------------------------------------------------ comparing, hashing

// A float against an int, exactly: -1, 0, 1. x is finite.
static int compare_with_int(double x, Value i) {
    int64_t small;
    if (int_get64(i, &small) && small <= (int64_t)1 << 53 && small >= -((int64_t)1 << 53)) {
        double y = (double)small;
        return (x > y) - (x < y);
    }
    int sign = int_sign(i);
    if ((x > 0) - (x < 0) != sign) return x > 0 ? 1 : x < 0 ? -1 : -sign;
    IntView room;
    return -mpz_cmp_d(int_view(i, &room), x);
}

static Value float_compare(Value a, Value b, CompareOp op) {
    double x = float_get(a), y;
    if (float_check(b)) {
        y = float_get(b);
        if (isnan(x) || isnan(y)) return bool_value(op == COMPARE_NE);
        return compare_answer((x > y) - (x < y), op);
    }
    if (!int_check(b)) return NOT_IMPLEMENTED;
    if (isnan(x)) return bool_value(op == COMPARE_NE);
    return compare_answer(isinf(x) ? (x > 0 ? 1 : -1) : compare_with_int(x, b), op);
}

// CPython's numeric hash: the value as a fraction modulo the prime 2**61 - 1.
int64_t float_hash_number(double x) {
    const int bits = 61;
    const uint64_t modulus = ((uint64_t)1 << bits) - 1;
    if (isinf(x)) return x > 0 ? 314159 : -314159;
    int exponent;
    double mantissa = frexp(fabs(x), &exponent);
    uint64_t h = 0;
    while (mantissa) {
        h = ((h << 28) & modulus) | h >> (bits - 28);
        mantissa *= 268435456.0;
        exponent -= 28;
        uint64_t digits = (uint64_t)mantissa;
        mantissa -= (double)digits;
        h += digits;
        if (h >= modulus) h -= modulus;
    }
    exponent = exponent >= 0 ? exponent % bits : bits - 1 - ((-1 - exponent) % bits);
    h = ((h << exponent) & modulus) | h >> (bits - exponent);
    int64_t result = x < 0 ? -(int64_t)h : (int64_t)h;
    return result == -1 ? -2 : result;
}

static int64_t float_hash(Value v) {
    double x = float_get(v);
    if (!isnan(x)) return float_hash_number(x);
    int64_t h = (int64_t)(v >> 4);      // by identity
    return h == -1 ? -2 : h;
}

// ------------------------------------------------------------------------------------------------ text, construction

static Value float_repr(Value v) { return float_repr_value(float_get(v)); }

static Value float_format(Value v, Value spec) {
    if (str_size(spec) == 0) return object_str(v);
    FormatSpec parsed;
    return format_parse(spec, &parsed, type_of(v)) ? format_float(float_get(v), &parsed) : 0;
}

static Value from_object(Value v) {
    if (value_is(v, &float_type)) return v;
    bool number = type_of(v)->to_float || type_of(v)->index;        // subclasses of str and bytes may be numbers, too
    if (!number && str_check(v)) return float_from_text(str_data(v), str_size(v), v);
    if (!number && value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY)) {
        ByteSpan *span = (ByteSpan *)value_object(v);
        return float_from_text((const char *)span->data, span->size, v);
    }
    double x;
    if (!number && !int_check(v)) {
        Buffer buffer;
        if (!buffer_get_bytes(v, &buffer)) {
            error_take();
            return raise_type_error("float() argument must be a string or a real number, not '%T'", v);
        }
        Value made = float_from_text((const char *)buffer.data, (size_t)buffer.size, v);
        buffer_release(&buffer);
        return made;
    }
    bool converts = float_check(v) && type_of(v)->to_float != float_type.to_float;  // a subclass with its own __float__
    if (converts && !(v = type_of(v)->to_float(v))) return 0;
    return float_from_object(v, &x) ? float_value(x) : 0;
}

static Value float_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND_NEW("float", "x=0, /", bound)) return 0;
    Value made = bound[0] ? from_object(bound[0]) : VALUE(&zero);
    if (!made || type == &float_type) return made;
    Float *copy = instance_allocate(type, sizeof(Float));
    if (!copy) return 0;
    copy->number = float_get(made);
    return VALUE(copy);
}

Type float_type = {
    .head = {&type_type},
    .name = "float",
    .doc = "A floating-point number. float(x) converts a number or reads a str.",
    .size = sizeof(Float),
    .flags = TYPE_BASE | TYPE_IS_FLOAT | TYPE_MATCH_SELF,
    .signature = "x=0, /",
    .make = float_make,
    .repr = float_repr,
    .hash = float_hash,
    .compare = float_compare,
    .truth = float_truth,
    .format = float_format,
    .operators = OPERATORS(
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv,
            [BINARY_FLOORDIV] = slot_floordiv, [BINARY_MOD] = slot_mod, [BINARY_DIVMOD] = slot_divmod, [BINARY_POW] = slot_pow,
        },
        .power = slot_power,
        .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs}),
    .to_int = slot_to_int,
    .to_float = slot_pos,
    .methods = float_methods,
    .attributes = float_attributes,
};

// float: methods and attributes.
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/float_parts.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static Value float_py_is_integer(Value self, Value *args) {
    (void)args;
    double x = float_get(self);
    return bool_value(isfinite(x) && floor(x) == x);
}
static Value float_py_conjugate(Value self, Value *args) { (void)args; return float_value(float_get(self)); }
static Value float_py_trunc(Value self, Value *args) { (void)args; return int_from_double(trunc(float_get(self))); }
static Value float_py_floor(Value self, Value *args) { (void)args; return int_from_double(floor(float_get(self))); }
static Value float_py_ceil(Value self, Value *args) { (void)args; return int_from_double(ceil(float_get(self))); }

static Value float_py_as_integer_ratio(Value self, Value *args) {
    (void)args;
    double x = float_get(self);
    if (isinf(x)) return raise_overflow_error("cannot convert Infinity to integer ratio");
    if (isnan(x)) return raise_value_error("cannot convert NaN to integer ratio");
    int exponent;
    double mantissa = frexp(x, &exponent);
    for (int k = 0; k < 300 && mantissa != floor(mantissa); k++) {
        mantissa *= 2;
        exponent--;
    }
    Value numerator = int_from_double(mantissa), denominator = SMALL(1);
    if (!numerator) return 0;
    if (exponent > 0) numerator = int_shift_left(numerator, exponent);
    else denominator = int_shift_left(denominator, -exponent);
    return numerator && denominator ? tuple_pack(2, numerator, denominator) : 0;
}

// ------------------------------------------------------------------------------------------------ round

// round(x, digits) correctly rounded, halves to even.
static double round_to(double x, int64_t digits) {
    if (!isfinite(x) || digits > 323) return x;
    if (digits < -308) return copysign(0.0, x);
    uint64_t scaled;
    double rounded;
    if (digits >= 0 && float_to_fixed(fabs(x), (int)digits, &scaled) && float_from_decimal(scaled, (int)-digits, &rounded))
        return copysign(rounded, x);
    // Exact decimal digits, correctly rounded by printf, read back.
    char text[700];
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*f", (int)digits, x);
        return strtod(text, 0);
    }
    int exponent = x == 0 ? 0 : (int)floor(log10(fabs(x)));
    int precision = exponent + (int)digits;
    if (precision < -1) return copysign(0.0, x);
    if (precision < 0) {
        // At most one step of 10**-digits away: compare with half of it.
        double half = 5 * pow(10, (double)(-digits - 1)), one = pow(10, (double)-digits);
        return copysign(fabs(x) > half ? one : 0.0, x);
    }
    snprintf(text, sizeof text, "%.*e", precision, x);
    return strtod(text, 0);
}

static Value float_py_round(Value self, Value *args) {
    double x = float_get(self);
    if (!args[0] || args[0] == NONE) {
        if (!isfinite(x)) return int_from_double(x);
        return int_from_double(rint(x));
    }
    Value index = object_index(args[0]);
    if (!index) return 0;
    int64_t digits;
    if (!int_get64(index, &digits)) digits = int_sign(index) < 0 ? -1000 : 1000;
    double rounded = round_to(x, digits);
    if (isinf(rounded) && isfinite(x)) return raise_overflow_error("rounded value too large to represent");
    return float_value(rounded);
}

// ------------------------------------------------------------------------------------------------ hex

static Value float_py_hex(Value self, Value *args) {
    (void)args;
    double x = float_get(self);
    if (!isfinite(x)) return float_repr_value(x);
    int exponent;
    double mantissa = frexp(fabs(x), &exponent);
    if (mantissa == 0) return str_from(signbit(x) ? "-0x0.0p+0" : "0x0.0p+0");
    int shift = 1 - (exponent < -1021 ? -1021 - exponent : 0);
    mantissa = ldexp(mantissa, shift);
    exponent -= shift;
    char digits[16];
    int first = (int)mantissa;
    mantissa -= first;
    for (int k = 0; k < 13; k++) {
        mantissa *= 16;
        int digit = (int)mantissa;
        digits[k] = "0123456789abcdef"[digit];
        mantissa -= digit;
    }
    digits[13] = 0;
    return str_format("%s0x%d.%sp%c%d", signbit(x) ? "-" : "", first, digits, exponent < 0 ? '-' : '+', abs(exponent));
}

static Value raise_bad_hex(void) { return raise_value_error("invalid hexadecimal floating-point string"); }

static Value made_by(Value class, double x) {
    Value made = float_value(x);
    return !made || class == VALUE(&float_type) ? made : object_call1(class, made);
}

// The double nearest to mantissa * 2**exponent, halves to even; `more`: the mantissa had further digits. The C library's strtod()
// errs where a number is nearly normal.
static double scale(uint64_t mantissa, int64_t exponent, bool more) {
    if (mantissa == 0 || exponent < -5000) return 0;
    if (exponent > 5000) return HUGE_VAL;
    int bits = 64 - __builtin_clzll(mantissa), lowest = (int)exponent + bits - 53;
    if (lowest < -1074) lowest = -1074;
    int drop = lowest - (int)exponent;
    if (drop <= 0) return ldexp((double)mantissa, (int)exponent);
    if (drop >= 64) return 0;
    uint64_t kept = mantissa >> drop, rest = mantissa - (kept << drop), half = (uint64_t)1 << (drop - 1);
    kept += rest > half || (rest == half && (more || kept & 1));
    return ldexp((double)kept, lowest);
}

// digits[.digits][p[+-]digits]; false: it is something else.
static bool scan_hex(const char *p, const char *end, double *out) {
    uint64_t mantissa = 0;
    int64_t exponent = 0, power = 0;
    bool more = false, any = false, point = false;
    for (; p < end && (isxdigit((unsigned char)*p) || (*p == '.' && !point)); p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        unsigned digit = *p <= '9' ? (unsigned)*p - '0' : ((unsigned)*p | 0x20) - 'a' + 10;
        any = true;
        if (mantissa >> 56) more |= digit != 0;
        else mantissa = mantissa << 4 | digit, exponent -= 4;
        exponent += point ? 0 : 4;
    }
    if (!any) return false;
    if (p < end && (*p | 0x20) == 'p') {
        bool negative = ++p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+')) p++;
        if (p == end) return false;
        for (; p < end && isdigit((unsigned char)*p); p++)
            if (power < INT64_MAX / 100) power = 10 * power + (*p - '0');
        exponent += negative ? -power : power;
    }
    *out = scale(mantissa, exponent, more);
    return p == end;
}

static Value float_py_fromhex(Value class, Value *args) {
    if (!str_check(args[0])) return raise_type_error("bad argument type for built-in operation");
    const char *p = str_data(args[0]), *end = p + str_size(args[0]);
    while (p < end && isspace((unsigned char)*p)) p++;
    while (end > p && isspace((unsigned char)end[-1])) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '+' || *p == '-')) p++;
    double x;
    if (!float_scan_special(p, (size_t)(end - p), &x)) {
        if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x') p += 2;
        if (!scan_hex(p, end, &x)) return raise_bad_hex();
        if (isinf(x)) return raise_overflow_error("hexadecimal value too large to represent as a float");
    }
    return made_by(class, negative ? -x : x);
}

static Value float_py_from_number(Value class, Value *args) {
    double x;
    if (!float_check(args[0]) && !int_check(args[0]) && !type_of(args[0])->to_float && !type_of(args[0])->index)
        return raise_type_error("must be real number, not %T", args[0]);
    return float_from_object(args[0], &x) ? made_by(class, x) : 0;
}

static Value float_py_getformat(Value class, Value *args) {
    (void)class;
    if (!str_check(args[0])) return raise_type_error("__getformat__() argument must be str, not %P", args[0]);
    if (!str_equal_c(args[0], "double") && !str_equal_c(args[0], "float"))
        return raise_value_error("__getformat__() argument 1 must be 'double' or 'float'");
    return str_from(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "IEEE, little-endian" : "IEEE, big-endian");
}

static Value float_py_getnewargs(Value self, Value *args) {
    (void)args;
    Value exact = float_value(float_get(self));
    return exact ? tuple_pack(1, exact) : 0;
}

const MethodDef float_methods[] = {
    METHOD("as_integer_ratio", float_py_as_integer_ratio, "", "Return the number as a pair of ints, in lowest terms."),
    METHOD("conjugate", float_py_conjugate, "", "Return the number itself."),
    METHOD("hex", float_py_hex, "", "Return the number in hexadecimal: (1.5).hex() == '0x1.8000000000000p+0'."),
    METHOD("is_integer", float_py_is_integer, "", "Say whether the number has no fraction."),
    CLASS_METHOD("fromhex", float_py_fromhex, "string, /", "Read a number in hexadecimal."),
    CLASS_METHOD("from_number", float_py_from_number, "number, /", "Convert a real number."),
    CLASS_METHOD("__getformat__", float_py_getformat, "typestr, /", "Name the machine's format for 'double' or 'float'."),
    METHOD("__round__", float_py_round, "ndigits=None, /", "Round, halves to even; without digits to an int."),
    METHOD("__trunc__", float_py_trunc, "", "Cut off the fraction."),
    METHOD("__floor__", float_py_floor, "", "Round down to an int."),
    METHOD("__ceil__", float_py_ceil, "", "Round up to an int."),
    METHOD("__getnewargs__", float_py_getnewargs, "", "Arguments for __new__, for copies."),
    {0},
};

static Value get_real(Value self) { return float_value(float_get(self)); }
static Value get_imag(Value self) { (void)self; return float_value(0.0); }
const AttributeDef float_attributes[] = {
    {"real", get_real, 0, "the number itself"}, {"imag", get_imag, 0, "0.0"}, {0},
};

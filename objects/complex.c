// complex: a pair of doubles.
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/float_parts.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ making

Value complex_new(double real, double imag) {
    Complex *made = mem_object_atomic(&complex_type, sizeof(Complex));
    if (!made) return 0;
    made->real = real;
    made->imag = imag;
    return VALUE(made);
}

static bool complex_check(Value v) { return object_is_instance(v, &complex_type); }
static Complex *complex_of(Value v) { return (Complex *)value_object(v); }

// An operand. A real number is not a complex one with an imaginary part of 0: it leaves the other's imaginary part alone,
// down to the sign of its zeros (C99, Annex G).
typedef struct {
    double real, imag;
    bool is_real;
} Number;

// 1; 0 not a number, -1 raised.
static int operand(Value v, Number *out) {
    if (complex_check(v)) {
        *out = (Number){complex_of(v)->real, complex_of(v)->imag, false};
        return 1;
    }
    *out = (Number){0, 0, true};
    if (float_check(v)) return out->real = float_get(v), 1;
    if (!int_check(v)) return 0;
    return int_to_double(v, &out->real) ? 1 : -1;
}
#define OPERANDS(a, b) \
    Number x, y; \
    int usable = operand(a, &x); \
    if (usable > 0) usable = operand(b, &y); \
    if (usable <= 0) return usable ? 0 : NOT_IMPLEMENTED

static Value made_of(Number z) { return complex_new(z.real, z.imag); }

// ------------------------------------------------------------------------------------------------ arithmetic

static Value slot_add(Value a, Value b) {
    OPERANDS(a, b);
    return complex_new(x.real + y.real, x.is_real ? y.imag : y.is_real ? x.imag : x.imag + y.imag);
}

static Value slot_sub(Value a, Value b) {
    OPERANDS(a, b);
    return complex_new(x.real - y.real, x.is_real ? -y.imag : y.is_real ? x.imag : x.imag - y.imag);
}

// An infinite number as the corner or edge of a square it points to; any other part becomes a zero of its sign.
static Number boxed(Number z) {
    return (Number){copysign(isinf(z.real) ? 1 : 0, z.real), copysign(isinf(z.imag) ? 1 : 0, z.imag), z.is_real};
}
static double nan_to_zero(double x) { return isnan(x) ? copysign(0, x) : x; }
static bool infinite(Number z) { return isinf(z.real) || isinf(z.imag); }

// What came out as nan+nanj is infinite when an operand was, or when a product overflowed.
static Number recover_product(Number x, Number y, Number product) {
    bool overflowed = isinf(x.real * y.real) || isinf(x.imag * y.imag) || isinf(x.real * y.imag) || isinf(x.imag * y.real);
    if (!infinite(x) && !infinite(y) && !overflowed) return product;
    if (infinite(y)) x = (Number){nan_to_zero(x.real), nan_to_zero(x.imag), false};
    if (infinite(x)) y = (Number){nan_to_zero(y.real), nan_to_zero(y.imag), false};
    if (infinite(x)) x = boxed(x);
    if (infinite(y)) y = boxed(y);
    if (!infinite(x) && !infinite(y) && overflowed) {
        x = (Number){nan_to_zero(x.real), nan_to_zero(x.imag), false};
        y = (Number){nan_to_zero(y.real), nan_to_zero(y.imag), false};
    }
    return (Number){INFINITY * (x.real * y.real - x.imag * y.imag), INFINITY * (x.real * y.imag + x.imag * y.real), false};
}

static Number multiply(Number x, Number y) {
    Number product = {x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real, false};
    return isnan(product.real) && isnan(product.imag) ? recover_product(x, y, product) : product;
}

static Value slot_mul(Value a, Value b) {
    OPERANDS(a, b);
    if (x.is_real) return complex_new(x.real * y.real, x.real * y.imag);
    if (y.is_real) return complex_new(x.real * y.real, x.imag * y.real);
    return made_of(multiply(x, y));
}

// x times the conjugate of y, times the factor.
static Number scaled_product(Number x, Number y, double factor) {
    if (x.is_real) return (Number){factor * (x.real * y.real), factor * (-x.real * y.imag), false};
    return (Number){factor * (x.real * y.real + x.imag * y.imag), factor * (x.imag * y.real - x.real * y.imag), false};
}

static Number recover_quotient(Number x, Number y, Number quotient) {
    if (infinite(x) && isfinite(y.real) && isfinite(y.imag)) return scaled_product(boxed(x), y, INFINITY);
    if (infinite(y) && isfinite(x.real) && isfinite(x.imag)) return scaled_product(x, boxed(y), 0.0);
    return quotient;
}

// Smith's method: scale by the larger part of the divisor.
static bool divide(Number x, Number y, Number *out) {
    double re = fabs(y.real), im = fabs(y.imag);
    if (re == 0 && im == 0) return raise_zero_division("division by zero");
    *out = (Number){NAN, NAN, false};
    if (re >= im) {
        double ratio = y.imag / y.real, scale = y.real + y.imag * ratio;
        out->real = (x.is_real ? x.real : x.real + x.imag * ratio) / scale;
        out->imag = (x.is_real ? -x.real * ratio : x.imag - x.real * ratio) / scale;
    } else if (im >= re) {
        double ratio = y.real / y.imag, scale = y.real * ratio + y.imag;
        out->real = (x.is_real ? x.real * ratio : x.real * ratio + x.imag) / scale;
        out->imag = (x.is_real ? -x.real : x.imag * ratio - x.real) / scale;
    }
    if (isnan(out->real) && isnan(out->imag)) *out = recover_quotient(x, y, *out);
    return true;
}

static Value slot_truediv(Value a, Value b) {
    OPERANDS(a, b);
    Number quotient;
    if (y.is_real)
        return y.real == 0 ? raise_zero_division("division by zero")
                           : complex_new(x.real / y.real, x.imag / y.real);
    return divide(x, y, &quotient) ? made_of(quotient) : 0;
}

// By squaring; n is small.
static bool integer_power(Number base, int n, Number *out) {
    Number one = {1, 0, false}, result = one;
    for (unsigned k = (unsigned)abs(n); k; k >>= 1) {
        if (k & 1) result = multiply(result, base);
        if (k > 1) base = multiply(base, base);
    }
    if (n < 0) return divide(one, result, out);
    return *out = result, true;
}

static Number general_power(Number x, Number y) {
    double size = hypot(x.real, x.imag), length = pow(size, y.real), angle = atan2(x.imag, x.real), phase = angle * y.real;
    if (y.imag != 0) {
        length *= exp(-angle * y.imag);
        phase += y.imag * log(size);
    }
    return (Number){length * cos(phase), length * sin(phase), false};
}

static Value slot_pow(Value a, Value b) {
    OPERANDS(a, b);
    Number power;
    if (y.real == 0 && y.imag == 0) return complex_new(1, 0);
    if (x.real == 0 && x.imag == 0) {
        if (y.imag != 0 || y.real < 0) return raise_zero_division("zero to a negative or complex power");
        return complex_new(0, 0);
    }
    if (y.imag == 0 && y.real == floor(y.real) && fabs(y.real) <= 100) {
        if (!integer_power(x, (int)y.real, &power)) return 0;
    } else {
        power = general_power(x, y);
    }
    if (infinite(power)) return raise_overflow_error("complex exponentiation");
    return made_of(power);
}
static Value slot_power(Value base, Value exponent, Value modulus) {
    OPERANDS(base, exponent);
    return modulus == NONE ? slot_pow(base, exponent) : raise_value_error("complex modulo");
}
static Value slot_neg(Value v) { return complex_new(-complex_of(v)->real, -complex_of(v)->imag); }
static Value slot_pos(Value v) { return complex_new(complex_of(v)->real, complex_of(v)->imag); }
static Value slot_abs(Value v) {
    double size = hypot(complex_of(v)->real, complex_of(v)->imag);
    if (isinf(size) && isfinite(complex_of(v)->real) && isfinite(complex_of(v)->imag))
        return raise_overflow_error("absolute value too large");
    return float_value(size);
}
static int complex_truth(Value v) { return complex_of(v)->real != 0 || complex_of(v)->imag != 0; }

static Value complex_compare(Value a, Value b, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return NOT_IMPLEMENTED;
    Complex *x = complex_of(a);
    bool equal;
    if (complex_check(b)) {
        equal = x->real == complex_of(b)->real && x->imag == complex_of(b)->imag;
    } else if (int_check(b) || float_check(b)) {
        int same = x->imag == 0 ? object_equal(float_value(x->real), b) : 0;
        if (same < 0) return 0;
        equal = same;
    } else {
        return NOT_IMPLEMENTED;
    }
    return bool_value(equal == (op == COMPARE_EQ));
}

static int64_t complex_hash(Value v) {
    Complex *z = complex_of(v);
    int64_t re = isnan(z->real) ? (int64_t)(v >> 4) : float_hash_number(z->real);
    int64_t im = isnan(z->imag) ? (int64_t)(v >> 4) : float_hash_number(z->imag);
    int64_t h = (int64_t)((uint64_t)re + 1000003u * (uint64_t)im);
    return h == -1 ? -2 : h;
}

// ------------------------------------------------------------------------------------------------ text

static Value complex_repr(Value v) {
    FormatSpec spec = {.fill = ' ', .width = -1, .precision = -1};
    return format_complex(v, &spec);
}
static Value complex_format(Value v, Value text) {
    FormatSpec spec;
    if (str_size(text) == 0) return object_str(v);
    return format_parse(text, &spec, type_of(v)) ? format_complex(v, &spec) : 0;
}

// The end of what may be a float at p, sign included; 0 when there is nothing.
static const char *double_end(const char *p, const char *end) {
    if (p < end && (*p == '+' || *p == '-')) p++;
    const char *digits = p;
    if (end - p >= 3 && (strncasecmp(p, "inf", 3) == 0 || strncasecmp(p, "nan", 3) == 0))
        return p + (end - p >= 8 && strncasecmp(p, "infinity", 8) == 0 ? 8 : 3);
    while (p < end && ((*p >= '0' && *p <= '9') || *p == '.')) p++;
    if (p == digits) return 0;
    const char *exponent = p + 1;
    if (p < end && (*p | 0x20) == 'e') {
        if (exponent < end && (*exponent == '+' || *exponent == '-')) exponent++;
        if (exponent < end && *exponent >= '0' && *exponent <= '9')
            for (p = exponent; p < end && *p >= '0' && *p <= '9';) p++;
    }
    return p;
}

static bool read_double(const char **p, const char *end, double *out) {
    const char *stop = double_end(*p, end);
    Value made = stop ? float_from_text(*p, (size_t)(stop - *p), NAME(empty)) : 0;
    if (!made) return error_pending ? (void)error_take(), false : false;
    *out = float_get(made);
    *p = stop;
    return true;
}

// real, imaginary or both, without blanks and parentheses.
static bool read_parts(const char *p, const char *end, Number *out) {
    bool imaginary = end > p && (end[-1] | 0x20) == 'j';
    const char *stop = imaginary ? end - 1 : end;
    *out = (Number){0, 0, false};
    if (p == end) return false;
    bool got = read_double(&p, stop, &out->real);
    if (!imaginary) return got && p == stop;
    if (got && p == stop) {
        out->imag = out->real;
        out->real = 0;
        return true;
    }
    if (got && *p != '+' && *p != '-') return false;
    if (p == stop || (p + 1 == stop && (*p == '+' || *p == '-'))) return out->imag = p < stop && *p == '-' ? -1 : 1, true;
    return got && read_double(&p, stop, &out->imag) && p == stop;
}

// The text without its underscores, which must stand between digits; false when one does not.
static bool drop_underscores(const char **text, size_t *size) {
    if (!memchr(*text, '_', *size)) return true;
    char *out = mem_alloc_atomic(*size), *o = out;
    if (!out) return false;
    for (size_t k = 0; k < *size; k++) {
        char c = (*text)[k], before = k ? (*text)[k - 1] : 0, after = k + 1 < *size ? (*text)[k + 1] : 0;
        if (c != '_') *o++ = c;
        else if (!isdigit((unsigned char)before) || !isdigit((unsigned char)after)) return false;
    }
    *text = out;
    *size = (size_t)(o - out);
    return true;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static Value from_text(Value s) {
    const char *p = str_data(s);
    size_t size = str_size(s);
    if (!float_text_to_ascii(&p, &size)) return 0;
    if (!drop_underscores(&p, &size))
        return error_pending ? 0 : raise_value_error("could not convert string to complex: %R", s);
    const char *end = p + size;
    while (p < end && is_blank(*p)) p++;
    while (end > p && is_blank(end[-1])) end--;
    if (end - p >= 2 && *p == '(' && end[-1] == ')') {
        p++, end--;
        while (p < end && is_blank(*p)) p++;
        while (end > p && is_blank(end[-1])) end--;
    }
    Number z;
    return read_parts(p, end, &z) ? made_of(z) : raise_value_error("complex() arg is a malformed string");
}

// ------------------------------------------------------------------------------------------------ complex(...)

// What __complex__ answers, or v itself.
static Value converted(Value v) {
    Value special = complex_check(v) ? 0 : object_find_special(v, NAME(dunder_complex));
    if (!special) return error_pending ? 0 : v;
    Value made = object_call0(special);
    if (!made || value_is(made, &complex_type)) return made;
    if (complex_check(made)) {
        return warn_deprecated(str_format(
                   "__complex__ returned non-complex (type %T).  The ability to return an instance of a "
                   "strict subclass of complex is deprecated, and may be removed in a future version of "
                   "Python.",
                   made))
                   ? made
                   : 0;
    }
    return raise_type_error("__complex__ returned non-complex (type %T)", made);
}

// A complex number as it is, any real number by its __float__ or __index__. 1; 0 not a number, -1 raised.
static int read_number(Value v, Number *out) {
    bool asks = int_check(v) && type_of(v)->flags & TYPE_HEAP;      // it may have a __float__ of its own
    int usable = asks ? 0 : operand(v, out);
    if (asks) *out = (Number){0, 0, true};
    if (usable || (!type_of(v)->to_float && !type_of(v)->index)) return usable;
    return float_from_object(v, &out->real) ? 1 : -1;
}

static bool read_argument(Value v, const char *name, Number *out) {
    int usable = v ? read_number(v, out) : 1;
    return usable > 0 || (usable == 0 && raise_type_error("complex() argument '%s' must be a real number, not %T", name, v));
}

static Value from_number(Value v, const char *complaint) {
    Number z;
    if (value_is(v, &complex_type)) return v;
    Value number = converted(v);
    int usable = number ? read_number(number, &z) : -1;
    if (usable == 0) return raise_type_error(complaint, v);
    return usable > 0 ? made_of(z) : 0;
}

static Value from_one(Value v) {
    if (str_check(v)) return from_text(v);
    return from_number(v, "complex() argument must be a string or a number, not %Q");
}

// complex(a, b) is a + b * 1j; of two real numbers the parts are these numbers.
static bool accept_complex(Value given, const Number *number, const char *name) {
    if (number->is_real) return true;
    return warn_deprecated(str_format("complex() argument '%s' must be a real number, not %T", name, given));
}

static Value from_parts(Value a, Value b) {
    Number real = {0, 0, true}, imag = {0, 0, true};
    Value given = a;
    if (a && !(a = converted(a))) return 0;
    if (!read_argument(a, "real", &real) || !accept_complex(given, &real, "real")) return 0;
    if (!read_argument(b, "imag", &imag) || !accept_complex(b, &imag, "imag")) return 0;
    return complex_new(imag.is_real ? real.real : real.real - imag.imag, real.is_real ? imag.real : real.imag + imag.real);
}

static Value complex_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("complex", "real=0, imag=0", bound)) return 0;
    Value made = count == 1 && !keywords ? from_one(bound[0]) : from_parts(bound[0], bound[1]);
    if (!made || type == &complex_type) return made;
    Complex *copy = instance_allocate(type, sizeof(Complex));
    if (!copy) return 0;
    copy->real = complex_of(made)->real;
    copy->imag = complex_of(made)->imag;
    return VALUE(copy);
}

static Value complex_py_conjugate(Value self, Value *args) {
    (void)args;
    return complex_new(complex_of(self)->real, -complex_of(self)->imag);
}
static Value complex_py_complex(Value self, Value *args) { (void)args; return slot_pos(self); }
static Value complex_py_getnewargs(Value self, Value *args) {
    (void)args;
    return tuple_pack(2, float_value(complex_of(self)->real), float_value(complex_of(self)->imag));
}
static Value complex_py_from_number(Value class, Value *args) {
    Value made = from_number(args[0], "must be real number, not %T");
    return !made || class == VALUE(&complex_type) ? made : object_call1(class, made);
}
static const MethodDef complex_methods[] = {
    METHOD("conjugate", complex_py_conjugate, "", "Return the number with the sign of the imaginary part changed."),
    METHOD("__complex__", complex_py_complex, "", "Return the number itself."),
    METHOD("__getnewargs__", complex_py_getnewargs, "", "Arguments for __new__, for copies."),
    CLASS_METHOD("from_number", complex_py_from_number, "number, /", "Convert a number."),
    METHODS_END
};
static Value get_real(Value self) { return float_value(complex_of(self)->real); }
static Value get_imag(Value self) { return float_value(complex_of(self)->imag); }
static const AttributeDef complex_attributes[] = {
    MEMBER("real", get_real, "the real part"), MEMBER("imag", get_imag, "the imaginary part"), {0},
};

Type complex_type = {
    .head = {&type_type},
    .name = "complex",
    .doc = "A complex number.",
    .size = sizeof(Complex),
    .flags = TYPE_BASE,
    .signature = "real=0, imag=0",
    .make = complex_make,
    .repr = complex_repr,
    .hash = complex_hash,
    .compare = complex_compare,
    .truth = complex_truth,
    .format = complex_format,
    .operators = OPERATORS(
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv, [BINARY_POW] = slot_pow,
        },
        .power = slot_power,
        .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs}),
    .methods = complex_methods,
    .attributes = complex_attributes,
};

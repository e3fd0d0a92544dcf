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
#include <errno.h>
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

// Any number as complex: 1, 0 not a number, -1 raised.
static int operand(Value v, Complex *out) {
    if (complex_check(v)) {
        *out = *complex_of(v);
        return 1;
    }
    *out = (Complex){{&complex_type}, 0, 0};
    if (float_check(v)) return out->real = float_get(v), 1;
    if (!int_check(v)) return 0;
    return int_to_double(v, &out->real) ? 1 : -1;
}
#define OPERANDS(a, b) \
    Complex x, y; \
    int usable = operand(a, &x); \
    if (usable > 0) usable = operand(b, &y); \
    if (usable <= 0) return usable ? 0 : NOT_IMPLEMENTED

// ------------------------------------------------------------------------------------------------ arithmetic

static Value slot_add(Value a, Value b) { OPERANDS(a, b); return complex_new(x.real + y.real, x.imag + y.imag); }
static Value slot_sub(Value a, Value b) { OPERANDS(a, b); return complex_new(x.real - y.real, x.imag - y.imag); }
static Value slot_mul(Value a, Value b) {
    OPERANDS(a, b);
    return complex_new(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real);
}

// Smith's method: scale by the larger part of the divisor.
static bool divide(const Complex *x, const Complex *y, Complex *out) {
    double re = fabs(y->real), im = fabs(y->imag);
    if (re >= im) {
        if (re == 0) return raise_zero_division("division by zero");
        double ratio = y->imag / y->real, scale = y->real + y->imag * ratio;
        out->real = (x->real + x->imag * ratio) / scale;
        out->imag = (x->imag - x->real * ratio) / scale;
    } else if (im >= re) {
        double ratio = y->real / y->imag, scale = y->real * ratio + y->imag;
        out->real = (x->real * ratio + x->imag) / scale;
        out->imag = (x->imag * ratio - x->real) / scale;
    } else {
        out->real = out->imag = NAN;
    }
    return true;
}
static Value slot_truediv(Value a, Value b) {
    OPERANDS(a, b);
    Complex q;
    return divide(&x, &y, &q) ? complex_new(q.real, q.imag) : 0;
}

static Value integer_power(Complex base, int64_t n) {
    Complex result = {{0}, 1, 0}, x = base;
    for (uint64_t k = n < 0 ? 0 - (uint64_t)n : (uint64_t)n; k; k >>= 1) {
        if (k & 1) result = (Complex){{0}, result.real * x.real - result.imag * x.imag, result.real * x.imag + result.imag * x.real};
        x = (Complex){{0}, x.real * x.real - x.imag * x.imag, 2 * x.real * x.imag};
    }
    if (n < 0) {
        Complex one = {{0}, 1, 0}, q;
        if (!divide(&one, &result, &q)) return 0;
        result = q;
    }
    return complex_new(result.real, result.imag);
}
static Value slot_pow(Value a, Value b) {
    OPERANDS(a, b);
    if (y.real == 0 && y.imag == 0) return complex_new(1, 0);
    if (x.real == 0 && x.imag == 0) {
        if (y.imag != 0 || y.real < 0) return raise_zero_division("zero to a negative or complex power");
        return complex_new(0, 0);
    }
    if (y.imag == 0 && y.real == floor(y.real) && fabs(y.real) <= 100) return integer_power(x, (int64_t)y.real);
    double size = hypot(x.real, x.imag), length = pow(size, y.real), angle = atan2(x.imag, x.real), phase = angle * y.real;
    if (y.imag != 0) {
        length *= exp(-angle * y.imag);
        phase += y.imag * log(size);
    }
    double re = length * cos(phase), im = length * sin(phase);
    if ((isinf(re) || isinf(im)) && isfinite(x.real) && isfinite(x.imag)) return raise_overflow_error("complex exponentiation");
    return complex_new(re, im);
}
static Value slot_power(Value base, Value exponent, Value modulus) {
    return modulus == NONE ? slot_pow(base, exponent) : raise_value_error("complex modulo");
}
static Value slot_neg(Value v) { return complex_new(-complex_of(v)->real, -complex_of(v)->imag); }
static Value slot_pos(Value v) { return complex_new(complex_of(v)->real, complex_of(v)->imag); }
static Value slot_abs(Value v) {
    double size = hypot(complex_of(v)->real, complex_of(v)->imag);
    if (isinf(size) && isfinite(complex_of(v)->real) && isfinite(complex_of(v)->imag)) return raise_overflow_error("absolute value too large");
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

static Value raise_malformed(void) { return raise_value_error("complex() arg is a malformed string"); }

// A number in text[*p..): its end by the characters a float may have.
static bool read_double(const char **p, const char *end, double *out) {
    const char *q = *p;
    if (q < end && (*q == '+' || *q == '-')) q++;
    const char *digits = q;
    if (end - q >= 3 && (strncasecmp(q, "inf", 3) == 0 || strncasecmp(q, "nan", 3) == 0))
        q += end - q >= 8 && strncasecmp(q, "infinity", 8) == 0 ? 8 : 3;
    else
        while (q < end && (strchr("0123456789._", *q) || ((*q | 0x20) == 'e' && q > digits) ||
                           ((*q == '+' || *q == '-') && (q[-1] | 0x20) == 'e' && q - 1 > digits)))
            q++;
    if (q == digits) return false;
    Value what = str_new(*p, (size_t)(q - *p)), made = what ? float_from_text(*p, (size_t)(q - *p), what) : 0;
    if (!made) return false;
    *out = float_get(made);
    *p = q;
    return true;
}

static Value from_text(Value s) {
    const char *p = str_data(s), *end = p + str_size(s);
    while (p < end && strchr(" \t\n\v\f\r", *p)) p++;
    while (end > p && strchr(" \t\n\v\f\r", end[-1])) end--;
    bool parenthesised = p < end && *p == '(' && end[-1] == ')';
    if (parenthesised) {
        p++, end--;
        while (p < end && *p == ' ') p++;
        while (end > p && end[-1] == ' ') end--;
    }
    double first = 0, second = 0;
    bool imaginary = end > p && (end[-1] | 0x20) == 'j';
    const char *stop = imaginary ? end - 1 : end;
    if (p == end) return raise_malformed();
    bool got = read_double(&p, stop, &first);
    (void)error_take();
    if (!imaginary) return got && p == stop ? complex_new(first, 0) : raise_malformed();
    if (!got) {
        if (p == stop) return complex_new(0, 1);
        if (p + 1 == stop && (*p == '+' || *p == '-')) return complex_new(0, *p == '-' ? -1 : 1);
        return raise_malformed();
    }
    if (p == stop) return complex_new(0, first);
    if (*p != '+' && *p != '-') return raise_malformed();
    if (p + 1 == stop) return complex_new(first, *p == '-' ? -1 : 1);
    got = read_double(&p, stop, &second);
    (void)error_take();
    return got && p == stop ? complex_new(first, second) : raise_malformed();
}

// ------------------------------------------------------------------------------------------------ complex(...)

static bool part(Value v, const char *name, Complex *out) {
    Value special = complex_check(v) ? 0 : object_find_special(v, NAME(dunder_complex));
    if (error_pending) return false;
    if (special) {
        Value made = object_call0(special);
        if (!made) return false;
        if (!complex_check(made)) return raise_type_error("%T.__complex__() must return a complex, not %T", v, made);
        v = made;
    }
    int usable = operand(v, out);
    if (usable) return usable > 0;
    if (type_of(v)->to_float || type_of(v)->index) return float_from_object(v, &out->real);
    if (name) return raise_type_error("complex() argument '%s' must be a real number, not %T", name, v);
    return raise_type_error("complex() argument must be a string or a number, not %T", v);
}

static Value complex_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2], made;
    if (!NATIVE_BIND("complex", "real=0, imag=0", bound)) return 0;
    if (bound[0] && !bound[1] && value_is(bound[0], &complex_type) && type == &complex_type) return bound[0];
    if (bound[0] && str_check(bound[0])) {
        if (bound[1]) return raise_type_error("complex() can't take second arg if first is a string");
        made = from_text(bound[0]);
    } else {
        Complex real = {0}, imag = {0};
        if (bound[1] && str_check(bound[1])) return raise_type_error("complex() second arg can't be a string");
        if (bound[0] && !part(bound[0], bound[1] ? "real" : 0, &real)) return 0;
        if (bound[1] && !part(bound[1], "imag", &imag)) return 0;
        made = bound[1] ? complex_new(real.real - imag.imag, real.imag + imag.real) : complex_new(real.real, real.imag);
    }
    if (!made || type == &complex_type) return made;
    Complex *copy = instance_allocate(type, sizeof(Complex));
    if (!copy) return 0;
    copy->real = complex_of(made)->real;
    copy->imag = complex_of(made)->imag;
    return VALUE(copy);
}

static Value complex_py_conjugate(Value self, Value *args) { (void)args; return complex_new(complex_of(self)->real, -complex_of(self)->imag); }
static Value complex_py_complex(Value self, Value *args) { (void)args; return slot_pos(self); }
static Value complex_py_getnewargs(Value self, Value *args) {
    (void)args;
    return tuple_pack(2, float_value(complex_of(self)->real), float_value(complex_of(self)->imag));
}
static Value complex_py_from_number(Value class, Value *args) {
    Complex z = {0};
    if (str_check(args[0])) return raise_type_error("must be real number, not %T", args[0]);
    if (!part(args[0], 0, &z)) return 0;
    Value made = complex_new(z.real, z.imag);
    return !made || class == VALUE(&complex_type) ? made : object_call1(class, made);
}
static const MethodDef complex_methods[] = {
    METHOD("conjugate", complex_py_conjugate, "", "Return the number with the sign of the imaginary part changed."),
    METHOD("__complex__", complex_py_complex, "", "Return the number itself."),
    METHOD("__getnewargs__", complex_py_getnewargs, "", 0),
    CLASS_METHOD("from_number", complex_py_from_number, "number, /", "Convert a number."),
    {0},
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
    .binary = {
        [BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv, [BINARY_POW] = slot_pow,
    },
    .power = slot_power,
    .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs},
    .methods = complex_methods,
    .attributes = complex_attributes,
};

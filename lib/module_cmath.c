// cmath: functions of complex numbers, with Python's errors: ValueError outside the domain, OverflowError where the result is
// too large. Finite numbers go to cmath_finite.c, infinities and nans to the C library.
#include "lib/lib.h"
#include "lib/math_parts.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include <complex.h>
#include <math.h>
#undef I

typedef double complex Number;

// x + y * I would spoil infinities and signs of zeros; CMPLX is not in every C library's header for every compiler.
static Number number(double real, double imag) {
    union {
        double parts[2];
        Number z;
    } made = {{real, imag}};
    return made.z;
}

// Any number: TypeError "must be real number, not T".
static bool take(Value v, Number *out) {
    bool found = value_is(v, &complex_type);
    if (!found && object_find_special(v, intern("__complex__"))) {
        if (!(v = object_call1(VALUE(&complex_type), v))) return false;
        found = true;
    }
    if (error_occurred()) return false;
    double real, imag = 0;
    if (found) {
        real = ((Complex *)value_object(v))->real;
        imag = ((Complex *)value_object(v))->imag;
    } else if (!float_from_object(v, &real)) {
        return false;
    }
    *out = number(real, imag);
    return true;
}

static bool is_nan(Number z) { return isnan(creal(z)) || isnan(cimag(z)); }
static bool is_inf(Number z) { return isinf(creal(z)) || isinf(cimag(z)); }
static bool is_finite(Number z) { return isfinite(creal(z)) && isfinite(cimag(z)); }
static Value wrap(Number z) { return complex_new(creal(z), cimag(z)); }

static Number apply_finite(ComplexNumber (*function)(ComplexNumber), Number z) {
    ComplexNumber r = function((ComplexNumber){creal(z), cimag(z)});
    return number(r.real, r.imag);
}

// `pole`: an infinite result of a finite argument is no overflow, there is none.
static Value apply(ComplexNumber (*finite)(ComplexNumber), Number (*special)(Number), Value argument, bool pole) {
    Number z;
    if (!take(argument, &z)) return 0;
    Number r = is_finite(z) ? apply_finite(finite, z) : special(z);
    if (is_nan(r) && !is_nan(z) && !is_inf(r)) return math_domain_error();
    if (is_inf(r) && is_finite(z)) return pole ? math_domain_error() : math_range_error();
    // The angle of what is infinitely far is not known to trigonometry.
    if (is_nan(r) && !is_nan(z)) return math_domain_error();
    return wrap(r);
}

#define ONE(name, pole) static Value py_##name(Value self, Value *args) { return (void)self, apply(cmath_##name, c##name, args[0], pole); }
ONE(acos, false)
ONE(acosh, false)
ONE(asin, false)
ONE(asinh, false)
ONE(atan, true)
ONE(atanh, true)
ONE(cos, false)
ONE(cosh, false)
ONE(exp, false)
ONE(sin, false)
ONE(sinh, false)
ONE(sqrt, false)
ONE(tan, false)
ONE(tanh, false)

static Number special_log10(Number z) { return number(creal(clog(z)) / M_LN10, cimag(clog(z)) / M_LN10); }
static Value py_log10(Value self, Value *args) { return (void)self, apply(cmath_log10, special_log10, args[0], true); }

static Value py_log(Value self, Value *args) {
    (void)self;
    if (!args[1]) return apply(cmath_log, clog, args[0], true);
    Number z;
    Value base = take(args[0], &z) ? apply(cmath_log, clog, args[1], true) : 0;
    Value logarithm = base ? wrap(is_finite(z) ? apply_finite(cmath_log, z) : clog(z)) : 0;
    if (logarithm && !object_truth(base)) return math_domain_error();
    return logarithm ? object_binary(BINARY_TRUEDIV, logarithm, base) : 0;
}

static Value py_phase(Value self, Value *args) {
    Number z;
    return (void)self, take(args[0], &z) ? float_value(carg(z)) : 0;
}

static Value py_polar(Value self, Value *args) {
    (void)self;
    Number z;
    if (!take(args[0], &z)) return 0;
    double length = cabs(z);
    if (isinf(length) && is_finite(z)) return math_range_error();
    return tuple_pack(2, float_value(length), float_value(carg(z)));
}

static Value py_rect(Value self, Value *args) {
    (void)self;
    double r, phi;
    if (!float_from_object(args[0], &r) || !float_from_object(args[1], &phi)) return 0;
    if (isinf(phi) && r != 0 && !isnan(r)) return math_domain_error();
    if (phi == 0) return complex_new(r, isfinite(r) ? r * phi : phi);
    if (isinf(r) && isfinite(phi)) return complex_new(copysign(r, r * cos(phi)), copysign(r, r * sin(phi)));
    if (r == 0 && !isfinite(phi)) return complex_new(0, 0);
    return complex_new(r * cos(phi), r * sin(phi));
}

#define TEST(name, test) \
    static Value py_##name(Value self, Value *args) { \
        Number z; \
        return (void)self, take(args[0], &z) ? bool_value(test(z)) : 0; \
    }
TEST(isfinite, is_finite)
TEST(isinf, is_inf)
TEST(isnan, is_nan)

static Value py_isclose(Value self, Value *args) {
    (void)self;
    Number a, b;
    double relative = 1e-9, absolute = 0;
    if (!take(args[0], &a) || !take(args[1], &b)) return 0;
    if ((args[2] && !float_from_object(args[2], &relative)) || (args[3] && !float_from_object(args[3], &absolute)))
        return 0;
    if (relative < 0 || absolute < 0) return raise_value_error("tolerances must be non-negative");
    if (creal(a) == creal(b) && cimag(a) == cimag(b)) return TRUE;
    if (is_inf(a) || is_inf(b)) return FALSE;
    double difference = cabs(a - b);
    return bool_value(difference <= relative * cabs(b) || difference <= relative * cabs(a) || difference <= absolute);
}

#define ROW(name, doc) FUNCTION(#name, py_##name, "z, /", doc)
static const MethodDef functions[] = {
    ROW(acos, "The arc cosine."),
    ROW(acosh, "The inverse hyperbolic cosine."),
    ROW(asin, "The arc sine."),
    ROW(asinh, "The inverse hyperbolic sine."),
    ROW(atan, "The arc tangent."),
    ROW(atanh, "The inverse hyperbolic tangent."),
    ROW(cos, "The cosine."),
    ROW(cosh, "The hyperbolic cosine."),
    ROW(exp, "e to the power z."),
    FUNCTION("isclose", py_isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Whether two numbers are nearly equal."),
    ROW(isfinite, "Whether both parts are finite."),
    ROW(isinf, "Whether a part is infinite."),
    ROW(isnan, "Whether a part is nan."),
    FUNCTION("log", py_log, "z, base=<unrepresentable>, /", "The logarithm to the base given, e by default."),
    ROW(log10, "The logarithm to base 10."),
    ROW(phase, "The angle, between -pi and pi."),
    ROW(polar, "Distance from 0 and angle."),
    FUNCTION("rect", py_rect, "r, phi, /", "The number at this distance and angle."),
    ROW(sin, "The sine."),
    ROW(sinh, "The hyperbolic sine."),
    ROW(sqrt, "The square root."),
    ROW(tan, "The tangent."),
    ROW(tanh, "The hyperbolic tangent."),
    METHODS_END
};

Value module_cmath_make(void) {
    Value name = intern("cmath"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    return dict_set_c(dict, "pi", float_value(M_PI)) && dict_set_c(dict, "e", float_value(M_E)) &&
           dict_set_c(dict, "tau", float_value(2 * M_PI)) && dict_set_c(dict, "inf", float_value(HUGE_VAL)) &&
           dict_set_c(dict, "nan", float_value(NAN)) && dict_set_c(dict, "infj", complex_new(0, HUGE_VAL)) &&
           dict_set_c(dict, "nanj", complex_new(0, NAN)) ? module : 0;
}

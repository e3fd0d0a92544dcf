// math: functions of the C library on Python's numbers, with Python's errors: ValueError outside the domain,
// OverflowError where the result is too large. Integer functions, sums and gamma have files of their own
// (math_*.c).
#include "lib/lib.h"
#include "lib/math_parts.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include <math.h>

Value math_range_error(void) { return raise_overflow_error("math range error"); }
bool math_refuse_keywords(const char *name, Value keywords) {
    return !keywords || !tuple_count(keywords) || raise_type_error("math.%s() takes no keyword arguments", name);
}
Value math_domain_error(void) { return raise_value_error("math domain error"); }

// ------------------------------------------------------------------------------------------- of one argument

// `message` has one %R for the argument; 0: "math domain error". An infinite result of a finite argument is
// an overflow.
static Value apply(double (*function)(double), Value argument, const char *message) {
    double x;
    if (!float_from_object(argument, &x)) return 0;
    double r = function(x);
    if (isnan(r) && !isnan(x))
        return message ? raise_value_error(message, float_value(x)) : math_domain_error();
    return isinf(r) && isfinite(x) ? math_range_error() : float_value(r);
}

#define ONE(name, message) \
    static Value py_##name(Value self, Value *args) { return (void)self, apply(name, args[0], message); }
#define FINITE "expected a finite input, got %R"
#define UNIT "expected a number in range from -1 up to 1, got %R"
ONE(acos, UNIT)
ONE(acosh, "expected argument value not less than 1, got %R")
ONE(asin, UNIT)
ONE(asinh, 0)
ONE(atan, 0)
ONE(cos, FINITE)
ONE(cosh, 0)
ONE(erf, 0)
ONE(erfc, 0)
ONE(exp, 0)
ONE(exp2, 0)
ONE(expm1, 0)
ONE(fabs, 0)
ONE(sin, FINITE)
ONE(sinh, 0)
ONE(sqrt, "expected a nonnegative input, got %R")
ONE(tan, FINITE)
ONE(tanh, 0)

// The C library's cbrt() is wrong in the last bit for many cubes.
static double cube_root(double x) { return (double)cbrtl(x); }
static Value py_cbrt(Value self, Value *args) { return (void)self, apply(cube_root, args[0], 0); }

// Those with infinite results at the border of their domain.
static Value py_atanh(Value self, Value *args) {
    (void)self;
    double x;
    if (!float_from_object(args[0], &x)) return 0;
    if (fabs(x) >= 1) return raise_value_error("expected a number between -1 and 1, got %R", float_value(x));
    return float_value(atanh(x));
}

static Value py_log1p(Value self, Value *args) {
    (void)self;
    double x;
    if (!float_from_object(args[0], &x)) return 0;
    return x <= -1 ? raise_value_error("expected argument value > -1, got %R", float_value(x))
                   : float_value(log1p(x));
}

static Value py_degrees(Value self, Value *args) {
    (void)self;
    double x;
    return float_from_object(args[0], &x) ? float_value(x * (180 / M_PI)) : 0;
}

static Value py_radians(Value self, Value *args) {
    (void)self;
    double x;
    return float_from_object(args[0], &x) ? float_value(x * (M_PI / 180)) : 0;
}

static Value py_isfinite(Value self, Value *args) {
    (void)self;
    double x;
    return float_from_object(args[0], &x) ? bool_value(isfinite(x)) : 0;
}

static Value py_isinf(Value self, Value *args) {
    (void)self;
    double x;
    return float_from_object(args[0], &x) ? bool_value(isinf(x)) : 0;
}

static Value py_isnan(Value self, Value *args) {
    (void)self;
    double x;
    return float_from_object(args[0], &x) ? bool_value(isnan(x)) : 0;
}

static Value py_ulp(Value self, Value *args) {
    (void)self;
    double x;
    if (!float_from_object(args[0], &x)) return 0;
    x = fabs(x);
    if (!isfinite(x)) return float_value(x);
    double next = nextafter(x, HUGE_VAL);
    return float_value(isinf(next) ? x - nextafter(x, -HUGE_VAL) : next - x);
}

static Value py_frexp(Value self, Value *args) {
    (void)self;
    double x;
    int exponent = 0;
    if (!float_from_object(args[0], &x)) return 0;
    if (isfinite(x)) x = frexp(x, &exponent);
    return tuple_pair(float_value(x), SMALL(exponent));
}

static Value py_modf(Value self, Value *args) {
    (void)self;
    double x, whole;
    if (!float_from_object(args[0], &x)) return 0;
    double rest = modf(x, &whole);
    return tuple_pair(float_value(rest), float_value(whole));
}

// ------------------------------------------------------------------------------------------------ rounding

static Value round_by(Value v, double (*function)(double), Value name) {
    if (value_is_small(v)) return v;
    double x;
    if (!value_is(v, &float_type)) {
        Value method = object_find_special(v, name);
        if (method) return object_call0(method);
        if (error_occurred()) return 0;
    }
    return float_from_object(v, &x) ? int_from_double(function(x)) : 0;
}

static Value py_ceil(Value self, Value *args) { return (void)self, round_by(args[0], ceil, NAME(__ceil__)); }
static Value py_floor(Value self, Value *args) {
    return (void)self, round_by(args[0], floor, NAME(__floor__));
}

static Value py_trunc(Value self, Value *args) {
    (void)self;
    if (value_is(args[0], &float_type)) return int_from_double(trunc(float_get(args[0])));
    Value method = object_find_special(args[0], NAME(__trunc__));
    if (method) return object_call0(method);
    if (error_occurred() && !error_clear_if(&AttributeError_type)) return 0;
    return raise_type_error("type %T doesn't define __trunc__ method", args[0]);
}

// ------------------------------------------------------------------------------------------------ logarithms

// An int beyond the range of float is mantissa * 2**exponent.
static Value log_of_great(Value v, double (*function)(double)) {
    IntView room;
    long exponent;
    double mantissa = mpz_get_d_2exp(&exponent, int_view(v, &room));
    return float_value(function(mantissa) + function(2) * (double)exponent);
}

static Value logarithm(Value v, double (*function)(double)) {
    double x;
    bool is_int = value_is_small(v) || int_check(v);
    if (is_int && int_sign(v) <= 0) return raise_value_error("expected a positive input");
    if (!float_from_object(v, &x)) {
        if (!error_is(&OverflowError_type)) return 0;
        Value number = is_int   ? v
            : type_of(v)->index ? (error_clear_if(&OverflowError_type), object_index(v))
                                : 0;
        if (!number) return 0;
        error_clear_if(&OverflowError_type);
        return int_sign(number) > 0 ? log_of_great(number, function)
                                    : raise_value_error("expected a positive input");
    }
    if (x <= 0) return raise_value_error("expected a positive input, got %R", float_value(x));
    return float_value(function(x));
}

static Value py_log(Value self, Value *args) {
    (void)self;
    Value numerator = logarithm(args[0], log);
    if (!numerator || !args[1]) return numerator;
    Value denominator = logarithm(args[1], log);
    return denominator ? object_binary(BINARY_TRUEDIV, numerator, denominator) : 0;
}

static Value py_log2(Value self, Value *args) { return (void)self, logarithm(args[0], log2); }
static Value py_log10(Value self, Value *args) { return (void)self, logarithm(args[0], log10); }

// ------------------------------------------------------------------------------------------ of two arguments

static bool two_doubles(Value *args, double *x, double *y) {
    return float_from_object(args[0], x) && float_from_object(args[1], y);
}

static Value py_atan2(Value self, Value *args) {
    (void)self;
    double x, y;
    return two_doubles(args, &y, &x) ? float_value(atan2(y, x)) : 0;
}

static Value py_copysign(Value self, Value *args) {
    (void)self;
    double x, y;
    return two_doubles(args, &x, &y) ? float_value(copysign(x, y)) : 0;
}

// A result that is no number, of numbers, is outside the domain.
static Value checked(double r, double x, double y) {
    return isnan(r) && !isnan(x) && !isnan(y) ? math_domain_error() : float_value(r);
}

static Value py_fmod(Value self, Value *args) {
    (void)self;
    double x, y;
    return two_doubles(args, &x, &y) ? checked(fmod(x, y), x, y) : 0;
}

static Value py_remainder(Value self, Value *args) {
    (void)self;
    double x, y;
    return two_doubles(args, &x, &y) ? checked(remainder(x, y), x, y) : 0;
}

static Value py_pow(Value self, Value *args) {
    (void)self;
    double x, y;
    if (!two_doubles(args, &x, &y)) return 0;
    double r = pow(x, y);
    if (isinf(r) && isfinite(x) && isfinite(y)) return x == 0 ? math_domain_error() : math_range_error();
    return checked(r, x, y);
}

static Value py_ldexp(Value self, Value *args) {
    (void)self;
    double x;
    int64_t exponent;
    if (!float_from_object(args[0], &x)) return 0;
    if (!int_check(args[1])) return raise_type_error("Expected an int as second argument to ldexp.");
    if (!int_get64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? INT32_MIN : INT32_MAX;
    if (exponent > INT32_MAX) exponent = INT32_MAX;
    if (exponent < INT32_MIN) exponent = INT32_MIN;
    double r = ldexp(x, (int)exponent);
    return isinf(r) && isfinite(x) ? math_range_error() : float_value(r);
}

// Three arguments
static Value py_fma(Value self, Value *args) {
    (void)self;
    double x, y, z;
    if (!two_doubles(args, &x, &y) || !float_from_object(args[2], &z)) return 0;
    double r = fma(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z)) return raise_value_error("invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z)) return raise_overflow_error("overflow in fma");
    return float_value(r);
}

// --- floats in their order, numbered: neighbours have neighbouring numbers
static int64_t float_number(double x) {
    int64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double float_numbered(int64_t number) {
    int64_t bits = number < 0 ? INT64_MIN - number : number;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static double step_towards(double x, double y, uint64_t steps) {
    int64_t from = float_number(x), to = float_number(y);
    uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (steps >= distance) return y;
    return float_numbered((int64_t)(from < to ? (uint64_t)from + steps : (uint64_t)from - steps));
}

static Value py_nextafter(Value self, Value *args) {
    (void)self;
    double x, y;
    if (!two_doubles(args, &x, &y)) return 0;
    if (!args[2] || args[2] == NONE) return float_value(nextafter(x, y));
    Value steps = object_index(args[2]);
    int64_t count;
    if (!steps) return 0;
    if (int_sign(steps) < 0) return raise_value_error("steps must be a non-negative integer");
    bool fits = int_get64(steps, &count);
    if (isnan(x) || isnan(y)) return float_value(isnan(x) ? x : y);
    if (fits && count == 0) return float_value(x);
    return float_value(step_towards(x, y, fits ? (uint64_t)count : UINT64_MAX));
}

static Value py_isclose(Value self, Value *args) {
    (void)self;
    double a, b, relative = 1e-9, absolute = 0;
    if (!two_doubles(args, &a, &b)) return 0;
    if ((args[2] && !float_from_object(args[2], &relative)) ||
        (args[3] && !float_from_object(args[3], &absolute)))
        return 0;
    if (relative < 0 || absolute < 0) return raise_value_error("tolerances must be non-negative");
    if (a == b) return TRUE;
    if (isinf(a) || isinf(b)) return FALSE;
    double difference = fabs(b - a);
    return bool_value(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                      difference <= absolute);
}

// ------------------------------------------------------------------------------------------------ the module

static const MethodDef functions[] = {
    FUNCTION("acos", py_acos, "x, /", "The arc cosine in radians."),
    FUNCTION("acosh", py_acosh, "x, /", "The inverse hyperbolic cosine."),
    FUNCTION("asin", py_asin, "x, /", "The arc sine in radians."),
    FUNCTION("asinh", py_asinh, "x, /", "The inverse hyperbolic sine."),
    FUNCTION("atan", py_atan, "x, /", "The arc tangent in radians."),
    FUNCTION("atan2", py_atan2, "y, x, /", "The angle of the point (x, y) in radians."),
    FUNCTION("atanh", py_atanh, "x, /", "The inverse hyperbolic tangent."),
    FUNCTION("cbrt", py_cbrt, "x, /", "The cube root."),
    FUNCTION("ceil", py_ceil, "x, /", "The least integer that is not less than x."),
    FUNCTION("comb", math_py_comb, "n, k, /", "How many ways there are to choose k of n items, in no order."),
    FUNCTION("copysign", py_copysign, "x, y, /", "x with the sign of y."),
    FUNCTION("cos", py_cos, "x, /", "The cosine of x radians."),
    FUNCTION("cosh", py_cosh, "x, /", "The hyperbolic cosine."),
    FUNCTION("degrees", py_degrees, "x, /", "Radians to degrees."),
    FUNCTION("dist", math_py_dist, "p, q, /", "The distance between two points, given by their coordinates."),
    FUNCTION("erf", py_erf, "x, /", "The error function."),
    FUNCTION("erfc", py_erfc, "x, /", "1 - erf(x)."),
    FUNCTION("exp", py_exp, "x, /", "e to the power x."),
    FUNCTION("exp2", py_exp2, "x, /", "2 to the power x."),
    FUNCTION("expm1", py_expm1, "x, /", "exp(x) - 1, exact for small x."),
    FUNCTION("fabs", py_fabs, "x, /", "The absolute value as a float."),
    FUNCTION("factorial", math_py_factorial, "n, /", "1 * 2 * ... * n."),
    FUNCTION("floor", py_floor, "x, /", "The greatest integer that is not greater than x."),
    FUNCTION("fma", py_fma, "x, y, z, /", "x * y + z, rounded once."),
    FUNCTION("fmod", py_fmod, "x, y, /", "The remainder of x / y with the sign of x."),
    FUNCTION("frexp", py_frexp, "x, /", "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."),
    FUNCTION("fsum", math_py_fsum, "seq, /", "The sum of floats, rounded once."),
    FUNCTION("gamma", math_py_gamma, "x, /", "The gamma function."),
    FUNCTION("gcd", (NativeFunction)(void *)math_py_gcd, NATIVE_RAW "*integers", "The greatest common divisor."),
    FUNCTION("hypot", (NativeFunction)(void *)math_py_hypot, NATIVE_RAW "*coordinates", "The distance of a point from the origin."),
    FUNCTION("isclose", py_isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0",
             "Whether two numbers are nearly equal."),
    FUNCTION("isfinite", py_isfinite, "x, /", "Whether it is neither infinite nor nan."),
    FUNCTION("isinf", py_isinf, "x, /", "Whether it is infinite."),
    FUNCTION("isnan", py_isnan, "x, /", "Whether it is nan."),
    FUNCTION("isqrt", math_py_isqrt, "n, /", "The integer part of the square root of an integer."),
    FUNCTION("lcm", (NativeFunction)(void *)math_py_lcm, NATIVE_RAW "*integers", "The least common multiple."),
    FUNCTION("ldexp", py_ldexp, "x, i, /", "x * 2**i."),
    FUNCTION("lgamma", math_py_lgamma, "x, /", "The logarithm of the absolute value of gamma(x)."),
    FUNCTION("log", py_log, "x, base=0, /", "The logarithm to the base given, e by default."),
    FUNCTION("log10", py_log10, "x, /", "The logarithm to base 10."),
    FUNCTION("log1p", py_log1p, "x, /", "log(1 + x), exact for small x."),
    FUNCTION("log2", py_log2, "x, /", "The logarithm to base 2."),
    FUNCTION("modf", py_modf, "x, /", "Fraction and integer part, both with the sign of x."),
    FUNCTION("nextafter", py_nextafter, "x, y, /, *, steps=None",
             "The float `steps` steps from x towards y."),
    FUNCTION("perm", math_py_perm, "n, k=None, /",
             "How many ways there are to choose k of n items, in order."),
    FUNCTION("pow", py_pow, "x, y, /", "x to the power y."),
    FUNCTION("prod", math_py_prod, "iterable, /, *, start=1", "The product of all items."),
    FUNCTION("radians", py_radians, "x, /", "Degrees to radians."),
    FUNCTION("remainder", py_remainder, "x, y, /", "x minus the nearest multiple of y."),
    FUNCTION("sin", py_sin, "x, /", "The sine of x radians."),
    FUNCTION("sinh", py_sinh, "x, /", "The hyperbolic sine."),
    FUNCTION("sqrt", py_sqrt, "x, /", "The square root."),
    FUNCTION("sumprod", math_py_sumprod, "p, q, /", "The sum of the products of corresponding items."),
    FUNCTION("tan", py_tan, "x, /", "The tangent of x radians."),
    FUNCTION("tanh", py_tanh, "x, /", "The hyperbolic tangent."),
    FUNCTION("trunc", py_trunc, "x, /", "The integer part."),
    FUNCTION("ulp", py_ulp, "x, /", "The value of the last bit of x."),
    METHODS_END
};

Value module_math_make(void) {
    Value name = intern("math"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    return dict_set_c(dict, "pi", float_value(M_PI)) && dict_set_c(dict, "e", float_value(M_E)) &&
           dict_set_c(dict, "tau", float_value(2 * M_PI)) && dict_set_c(dict, "inf", float_value(HUGE_VAL)) &&
           dict_set_c(dict, "nan", float_value(NAN)) ? module : 0;
}

// gamma and lgamma by Lanczos' approximation, with the coefficients that Boost and CPython use (13 terms, g =
// 6.0247), so that results agree to the last digit. For negative arguments: the reflection formula.
#include "lib/math_parts.h"
#include "objects/error.h"
#include "objects/float.h"
#include <math.h>

#define TERMS 13
static const double lanczos_g = 6.024680040776729583740234375, lanczos_g_half = 5.524680040776729583740234375;
static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double denominator[TERMS] = {0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535,
                                          2637558, 357423, 32670, 1925, 66, 1};

#define INTEGERS_MOST 23                // (n - 1)! is exact in a double up to here

// x > 0. Horner's scheme in x, or for greater arguments in 1/x, where powers of x would overflow.
static double lanczos_sum(double x) {
    double above = 0, below = 0;
    if (x < 5) {
        for (int k = TERMS - 1; k >= 0; k--) {
            above = above * x + numerator[k];
            below = below * x + denominator[k];
        }
    } else {
        for (int k = 0; k < TERMS; k++) {
            above = above / x + numerator[k];
            below = below / x + denominator[k];
        }
    }
    return above / below;
}

// sin(pi * x), exact for half integers; |x| is finite.
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2), result = 0;
    switch ((int)round(2 * y)) {
    case 0: result = sin(M_PI * y); break;
    case 1: result = cos(M_PI * (y - 0.5)); break;
    case 2: result = sin(M_PI * (1 - y)); break;
    case 3: result = -cos(M_PI * (y - 1.5)); break;
    case 4: result = sin(M_PI * (y - 2)); break;
    }
    return copysign(1, x) * result;
}

static Value gamma_domain_error(Value x) {
    return raise_value_error("expected a noninteger or positive integer, got %R", x);
}

// base ** exponent is applied in two halves where it would overflow in one.
static double scale_by_power(double r, double base, double exponent, bool divide, bool halve) {
    if (!halve) return divide ? r / pow(base, exponent) : r * pow(base, exponent);
    double root = pow(base, exponent / 2);
    return divide ? r / root / root : r * root * root;
}

// x is finite, no integer up to 0, and 1e-20 < |x| <= 200.
static double gamma_of(double x) {
    double size = fabs(x), y = size + lanczos_g_half;
    // What was rounded off when y was added up.
    double lost = size > lanczos_g_half ? y - size - lanczos_g_half : y - lanczos_g_half - size;
    double correction = lost * lanczos_g / y, r;
    if (x < 0) {
        r = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= correction * r;
    } else {
        r = lanczos_sum(size) / exp(y);
        r += correction * r;
    }
    return scale_by_power(r, y, size - 0.5, x < 0, size >= 140);
}

static double factorial_below(int n) {
    double product = 1;
    for (int k = 2; k < n; k++) product *= k;
    return product;
}

Value math_py_gamma(Value self, Value *args) {
    (void)self;
    double x;
    if (!float_from_object(args[0], &x)) return 0;
    if (isnan(x) || (isinf(x) && x > 0)) return float_value(x);
    if (isinf(x) || x == 0) return gamma_domain_error(float_value(x));
    if (x == floor(x)) {
        if (x < 0) return gamma_domain_error(float_value(x));
        if (x <= INTEGERS_MOST) return float_value(factorial_below((int)x));
    }
    double r;
    if (fabs(x) < 1e-20) r = 1 / x;
    else if (fabs(x) > 200) r = x < 0 ? 0 / sin_pi(x) : HUGE_VAL;
    else r = gamma_of(x);
    return isinf(r) ? math_range_error() : float_value(r);
}

Value math_py_lgamma(Value self, Value *args) {
    (void)self;
    double x;
    if (!float_from_object(args[0], &x)) return 0;
    if (isnan(x)) return float_value(x);
    if (isinf(x)) return float_value(HUGE_VAL);
    if (x == floor(x) && x <= 2) return x <= 0 ? gamma_domain_error(float_value(x)) : float_value(0);
    double size = fabs(x), r;
    if (size < 1e-20) return float_value(-log(size));
    r = log(lanczos_sum(size)) - lanczos_g;
    r += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    if (x < 0) r = log(M_PI) - log(fabs(sin_pi(size))) - log(size) - r;
    return isinf(r) ? math_range_error() : float_value(r);
}

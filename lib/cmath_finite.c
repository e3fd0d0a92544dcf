// The elementary functions of finite complex numbers: Kahan's formulas ("Branch Cuts for Complex Elementary Functions", 1987),
// scaled where squares would leave the range of double. Signs of zeros choose the side of a branch cut. An infinite part of a
// result is an overflow or a pole, for the caller to tell.
#include "lib/math_parts.h"
#include <float.h>
#include <math.h>

#define LARGE (DBL_MAX / 4)
static const double log_large = 708.3964185322641;      // where exp() still leaves room for a factor of four
static const double root_large = 6.703903964971298e+153;
static const double root_small = 1.4916681462400413e-154;

static ComplexNumber times_i(ComplexNumber z) { return (ComplexNumber){-z.imag, z.real}; }
static ComplexNumber over_i(ComplexNumber z) { return (ComplexNumber){z.imag, -z.real}; }
static bool is_large(ComplexNumber z) { return fabs(z.real) > LARGE || fabs(z.imag) > LARGE; }
static double log_of_large(ComplexNumber z) { return log(hypot(z.real / 2, z.imag / 2)); }

ComplexNumber cmath_sqrt(ComplexNumber z) {
    double x = fabs(z.real), y = fabs(z.imag), s;
    if (x == 0 && y == 0) return (ComplexNumber){0, z.imag};
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, 53);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, 53))), -27);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return z.real >= 0 ? (ComplexNumber){s, copysign(d, z.imag)} : (ComplexNumber){d, copysign(s, z.imag)};
}

ComplexNumber cmath_log(ComplexNumber z) {
    double x = fabs(z.real), y = fabs(z.imag), size = hypot(x, y), real;
    if (is_large(z)) {
        real = log_of_large(z) + M_LN2;
    } else if (x < DBL_MIN && y < DBL_MIN) {
        real = log(hypot(ldexp(x, 53), ldexp(y, 53))) - 53 * M_LN2;
    } else if (size >= 0.71 && size <= 1.73) {
        double more = fmax(x, y), less = fmin(x, y);
        real = log1p((more - 1) * (more + 1) + less * less) / 2;
    } else {
        real = log(size);
    }
    return (ComplexNumber){real, atan2(z.imag, z.real)};
}

ComplexNumber cmath_log10(ComplexNumber z) {
    ComplexNumber r = cmath_log(z);
    return (ComplexNumber){r.real / M_LN10, r.imag / M_LN10};
}

// ------------------------------------------------------------------------------------------------ exponentials

ComplexNumber cmath_exp(ComplexNumber z) {
    bool large = z.real > log_large;
    double size = large ? exp(z.real - 1) : exp(z.real), back = large ? M_E : 1;
    return (ComplexNumber){size * cos(z.imag) * back, size * sin(z.imag) * back};
}

// Where cosh(x) and sinh(x) are too large, they are e times those of what is left of `x` here.
static double take_e(double *x) {
    if (fabs(*x) <= log_large) return 1;
    *x -= copysign(1, *x);
    return M_E;
}

ComplexNumber cmath_cosh(ComplexNumber z) {
    double back = take_e(&z.real);
    return (ComplexNumber){cos(z.imag) * cosh(z.real) * back, sin(z.imag) * sinh(z.real) * back};
}

ComplexNumber cmath_sinh(ComplexNumber z) {
    double back = take_e(&z.real);
    return (ComplexNumber){cos(z.imag) * sinh(z.real) * back, sin(z.imag) * cosh(z.real) * back};
}

ComplexNumber cmath_tanh(ComplexNumber z) {
    if (fabs(z.real) > log_large)
        return (ComplexNumber){copysign(1, z.real), 4 * sin(z.imag) * cos(z.imag) * exp(-2 * fabs(z.real))};
    double tx = tanh(z.real), ty = tan(z.imag), cx = 1 / cosh(z.real), product = tx * ty, below = 1 + product * product;
    return (ComplexNumber){tx * (1 + ty * ty) / below, ty / below * cx * cx};
}

ComplexNumber cmath_cos(ComplexNumber z) { return cmath_cosh(times_i(z)); }
ComplexNumber cmath_sin(ComplexNumber z) { return over_i(cmath_sinh(times_i(z))); }
ComplexNumber cmath_tan(ComplexNumber z) { return over_i(cmath_tanh(times_i(z))); }

// ------------------------------------------------------------------------------------------------ their inverses

ComplexNumber cmath_acos(ComplexNumber z) {
    if (is_large(z)) {
        double size = log_of_large(z) + 2 * M_LN2;
        return (ComplexNumber){atan2(fabs(z.imag), z.real), copysign(size, -z.imag)};
    }
    ComplexNumber a = cmath_sqrt((ComplexNumber){1 - z.real, -z.imag}), b = cmath_sqrt((ComplexNumber){1 + z.real, z.imag});
    return (ComplexNumber){2 * atan2(a.real, b.real), asinh(b.real * a.imag - b.imag * a.real)};
}

ComplexNumber cmath_acosh(ComplexNumber z) {
    if (is_large(z)) return (ComplexNumber){log_of_large(z) + 2 * M_LN2, atan2(z.imag, z.real)};
    ComplexNumber a = cmath_sqrt((ComplexNumber){z.real - 1, z.imag}), b = cmath_sqrt((ComplexNumber){z.real + 1, z.imag});
    return (ComplexNumber){asinh(a.real * b.real + a.imag * b.imag), 2 * atan2(a.imag, b.real)};
}

ComplexNumber cmath_asinh(ComplexNumber z) {
    if (is_large(z)) return (ComplexNumber){copysign(log_of_large(z) + 2 * M_LN2, z.real), atan2(z.imag, fabs(z.real))};
    ComplexNumber a = cmath_sqrt((ComplexNumber){1 + z.imag, -z.real}), b = cmath_sqrt((ComplexNumber){1 - z.imag, z.real});
    return (ComplexNumber){asinh(a.real * b.imag - b.real * a.imag), atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

ComplexNumber cmath_atanh(ComplexNumber z) {
    if (signbit(z.real)) {
        ComplexNumber r = cmath_atanh((ComplexNumber){-z.real, -z.imag});
        return (ComplexNumber){-r.real, -r.imag};
    }
    double x = z.real, y = fabs(z.imag);
    if (x > root_large || y > root_large) {
        double size = hypot(x / 2, y / 2);
        return (ComplexNumber){x / 4 / size / size, -copysign(M_PI_2, -z.imag)};
    }
    if (x == 1 && y < root_small) {
        if (y == 0) return (ComplexNumber){INFINITY, z.imag};
        return (ComplexNumber){-log(sqrt(y) / sqrt(hypot(y, 2))), copysign(atan2(2, -y) / 2, z.imag)};
    }
    return (ComplexNumber){log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4,
                           -atan2(-2 * z.imag, (1 - x) * (1 + x) - y * y) / 2};
}

ComplexNumber cmath_asin(ComplexNumber z) { return over_i(cmath_asinh(times_i(z))); }
ComplexNumber cmath_atan(ComplexNumber z) { return over_i(cmath_atanh(times_i(z))); }

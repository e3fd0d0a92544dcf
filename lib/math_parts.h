// What the files of the modules math and cmath share.
#pragma once
#include "objects/object.h"

// math_gamma.c
Value math_py_gamma(Value self, Value *args);
Value math_py_lgamma(Value self, Value *args);
// math_integer.c
Value math_py_comb(Value self, Value *args);
Value math_py_factorial(Value self, Value *args);
Value math_py_gcd(Value self, Value *args, size_t count, Value keywords);
Value math_py_isqrt(Value self, Value *args);
Value math_py_lcm(Value self, Value *args, size_t count, Value keywords);
Value math_py_perm(Value self, Value *args);
// math_sum.c
Value math_py_dist(Value self, Value *args);
Value math_py_fsum(Value self, Value *args);
Value math_py_hypot(Value self, Value *args, size_t count, Value keywords);
Value math_py_prod(Value self, Value *args);
Value math_py_sumprod(Value self, Value *args);
// cmath_finite.c
typedef struct {
    double real, imag;
} ComplexNumber;
ComplexNumber cmath_acos(ComplexNumber z);
ComplexNumber cmath_acosh(ComplexNumber z);
ComplexNumber cmath_asin(ComplexNumber z);
ComplexNumber cmath_asinh(ComplexNumber z);
ComplexNumber cmath_atan(ComplexNumber z);
ComplexNumber cmath_atanh(ComplexNumber z);
ComplexNumber cmath_cos(ComplexNumber z);
ComplexNumber cmath_cosh(ComplexNumber z);
ComplexNumber cmath_exp(ComplexNumber z);
ComplexNumber cmath_log(ComplexNumber z);
ComplexNumber cmath_log10(ComplexNumber z);
ComplexNumber cmath_sin(ComplexNumber z);
ComplexNumber cmath_sinh(ComplexNumber z);
ComplexNumber cmath_sqrt(ComplexNumber z);
ComplexNumber cmath_tan(ComplexNumber z);
ComplexNumber cmath_tanh(ComplexNumber z);

Value math_range_error(void) must_use;          // OverflowError
Value math_domain_error(void) must_use;         // ValueError
bool math_refuse_keywords(const char *name, Value keywords) must_use;      // of a function with any number of arguments

// What the files of the module math share.
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

Value math_range_error(void) must_use;          // OverflowError
Value math_domain_error(void) must_use;         // ValueError
bool math_refuse_keywords(const char *name, Value keywords) must_use;      // of a function with any number of arguments

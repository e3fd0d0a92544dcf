// What the float_*.c files share.
#pragma once
#include "objects/float.h"

extern const MethodDef float_methods[];
extern const AttributeDef float_attributes[];
int64_t float_hash_number(double x);            // not for nan
// round(x, digits) correctly rounded, halves to even.
double float_round(double x, int64_t digits);

// complex: two floats. Immutable.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    double real, imag;
} Complex;
extern Type complex_type;
Value complex_new(double real, double imag) must_use;

// float: a tagged word if its magnitude is an everyday one, else a heap object (see value.h).
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    double number;
} Float;                        // floats that do not fit the tag, and instances of float's subclasses
Value float_slow(double x) must_use;                           // zero, inf, nan, extreme magnitudes
static inline Value float_value(double x) {
    Value v = float_tag(x);
    return likely(v != 0) ? v : float_slow(x);
}
static inline bool float_check(Value v) { return v && ((v & 3) == 2 || (value_has(v, TYPE_IS_FLOAT))); }
static inline double float_get(Value v) { return (v & 3) == 2 ? float_untag(v) : ((Float *)value_object(v))->number; }
// A real number's value: float, int, bool, __float__, __index__. TypeError "must be real number, not str".
bool float_from_object(Value v, double *out) must_use;
Value float_repr_value(double x) must_use;                     // shortest digits that read back the same
int float_shortest(double x, char *out);                       // the same into out[0..40), not terminated; the number of characters
Value float_from_text(const char *text, size_t size, Value what) must_use;

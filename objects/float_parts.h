// What the float_*.c files share.
#pragma once
#include "objects/float.h"

extern const MethodDef float_methods[];
extern const AttributeDef float_attributes[];
int64_t float_hash_number(double x);            // not for nan

// --- float_decimal.c

typedef struct {
    uint64_t digits;
    int exponent;                               // digits * 10**exponent
} Decimal;
// The fewest digits that read back as x, and of these the nearest to x; no zero ends them. x is finite and above 0.
Decimal float_to_decimal(double x);
// The double nearest to digits * 10**exponent, halves to even. False: not decided, ask strtod.
bool float_from_decimal(uint64_t digits, int exponent, double *out);
// x * 10**places rounded to an integer, halves to even. x is finite and at least 0. False: it does not fit, ask snprintf.
bool float_to_fixed(double x, int places, uint64_t *out);
// x > 0 rounded to `count` significant digits, of which the last may be zeros. False: not decided, ask snprintf.
bool float_to_digits(double x, int count, Decimal *out);

// --- float_text.c

bool float_scan_special(const char *p, size_t size, double *out);       // inf, infinity, nan in any case
// digits[0..count) with a point behind the first and an exponent of at least two digits; answers the end.
char *float_lay_out_exponent(char *out, const char *digits, int count, int exponent, char letter, bool keep_point);
// Decimal digits and blanks of other scripts become ASCII ones, what else is not ASCII a '?'.
bool float_text_to_ascii(const char **text, size_t *size) must_use;

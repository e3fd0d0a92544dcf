// int: tagged when it fits in 63 bits, else a heap object with GMP limbs. Always normalised: a heap Int of the exact type
// int never holds a number that fits the tag. bool and subclasses of int are heap objects of their own layout:
// int_get64 and int_mpz read all of them.
#pragma once
#include "objects/object.h"
#include <gmp.h>

typedef struct {
    Object head;
    mpz_t number;               // limbs in the collected heap
} Int;                          // also the payload of instances of int's subclasses
static inline bool int_check(Value v) { return v && value_has(v, TYPE_IS_INT); }        // int, bool or a subclass
static inline bool int_check_exact(Value v) { return value_is(v, &int_type); }
Value int_from_int64(int64_t i) must_use;
Value int_from_uint64(uint64_t u) must_use;
Value int_from_double(double truncated) must_use;              // OverflowError, ValueError for inf, nan
Value int_from_mpz(const mpz_t z) must_use;                    // a normalised copy
// Digits in `base` (0: by prefix), underscores allowed, blanks around allowed; `what` is the object for the ValueError
// "invalid literal for int() with base 10: '...'".
Value int_from_text(const char *text, size_t size, int base, Value what) must_use;
Value int_from_literal(const char *text, size_t size) must_use;        // a token's text for numbers beyond 62 bits
bool int_get64(Value v, int64_t *out);                         // false, nothing pending, when it does not fit
int int_sign(Value v);
uint64_t int_low_bits(Value v);                                // the lowest 64, in two's complement

// A read-only GMP view of any int value without copying.
typedef struct {
    mpz_t number;
    mp_limb_t limb;
} IntView;
static inline mpz_srcptr int_view(Value v, IntView *room) {
    int64_t small;
    if (value_is_small(v)) small = small_int(v);
    else if (value_object(v)->type == &bool_type) small = v == TRUE;
    else return ((Int *)value_object(v))->number;
    room->limb = small < 0 ? (mp_limb_t)0 - (mp_limb_t)small : (mp_limb_t)small;
    return mpz_roinit_n(room->number, &room->limb, small < 0 ? -1 : small > 0);
}
// Whether GMP may work on a result of so many bits, with room for its scratch; else a MemoryError is pending. GMP ends the
// process when it cannot have what it asks for.
bool int_check_bits(uint64_t bits) must_use;
Value int_exact(Value v) must_use;                             // int, bool, subclass -> exact int
Value int_add(Value a, Value b) must_use;                      // exact ints, overflow from the VM's fast path ends here
Value int_subtract(Value a, Value b) must_use;
Value int_multiply(Value a, Value b) must_use;
Value int_shift_left(Value a, int64_t bits) must_use;
Value int_floor_divide(Value a, Value b) must_use;             // ZeroDivisionError
Value int_modulo(Value a, Value b) must_use;
int int_compare(Value a, Value b);                             // <0, 0, >0; any int_check values
Value int_to_str(Value v, int base) must_use;                  // no prefix; ValueError beyond the digit limit for base 10
bool int_to_double(Value v, double *out) must_use;             // correctly rounded; OverflowError "int too large to convert to float"
int64_t int_hash_value(Value v);
extern int64_t int_max_str_digits;                              // most digits of conversions from and to decimal text; 0: any

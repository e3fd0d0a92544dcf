// What the int_*.c files share.
#pragma once
#include "objects/int.h"

// A read-only GMP view of any int value without copying: INT_VIEW(a, v); mpz_add(r, a, b).
typedef struct {
    mpz_t number;
    mp_limb_t limb;
} IntView;
static inline mpz_srcptr int_view(Value v, IntView *view) {
    int64_t small;
    if (value_is_small(v)) small = small_int(v);
    else if (value_object(v)->type == &bool_type) small = v == TRUE;
    else return ((Int *)value_object(v))->number;
    view->limb = small < 0 ? (mp_limb_t)0 - (mp_limb_t)small : (mp_limb_t)small;
    return mpz_roinit_n(view->number, &view->limb, small < 0 ? -1 : small > 0);
}

// A new heap Int whose number is initialised to 0; fill it and pass it to int_finish.
Int *int_start(void) must_use;
// The tagged int when the number fits, else the Int itself.
Value int_finish(Int *made);

// Numbers of more bits are refused.
#define INT_BITS_MAX ((uint64_t)1 << 33)

extern const MethodDef int_methods[];                   // int_methods.c
extern const AttributeDef int_attributes[];
Value int_make(Type *type, Value *args, size_t count, Value keywords);          // int_text.c
Value int_power(Value base, Value exponent, Value modulus);                     // int_power.c
Value int_power_operator(Value base, Value exponent);
Value int_round_to(Value v, Value digits) must_use;

// What the int_*.c files share.
#pragma once
#include "objects/int.h"

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

// One item in native format: what memoryviews, arrays and the struct module read and write.
//
// Format codes are those of the struct module in native mode: c b B ? h H i I l L q Q n N P e f d.
#pragma once
#include "objects/object.h"

#define ITEM_SIZE_MAX 8

size_t item_size(char code);                                   // 0: no such native format
// The code of a format of one native character with an optional '@'; 0: it is something else.
char item_code(const char *format);
// A static string for the code, the second with the '@': formats of views live as long as the program.
const char *item_format(char code, bool with_at);
Value item_unpack(char code, const uint8_t *p) must_use;       // code is a native format; p need not be aligned
// Writes item_size(code) bytes. May run Python code (__index__, __float__, __bool__): pack into a buffer of your own first.
// TypeError "memoryview: invalid type for format 'c'", ValueError "memoryview: invalid value for format 'c'".
bool item_pack(char code, uint8_t *p, Value v) must_use;
// Whether two items are equal as numbers (or as bytes, for 'c').
bool item_equal(char code_a, const uint8_t *a, char code_b, const uint8_t *b);
// For others who pack integers with messages of their own: an exact int in 64 bits, and whether it fits them as int64_t, only
// as uint64_t, or not at all (*out is its sign then).
typedef enum { ITEM_SIGNED, ITEM_UNSIGNED, ITEM_BEYOND } ItemRange;
ItemRange item_integer(Value v, int64_t *out);
bool item_is_signed(char code);
bool item_store_integer(char code, uint8_t *p, int64_t number, ItemRange range);      // false: out of range, nothing stored
double item_half_to_double(uint16_t half);
bool item_half_from_double(double x, uint16_t *out);           // false: too large. Rounds half to even.

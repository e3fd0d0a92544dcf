// One item in native format: what memoryviews, arrays and the struct module read and write.
//
// Format codes are those of the struct module in native mode: c b B ? h H i I l L q Q n N P e f d.
#pragma once
#include "objects/object.h"

#define ITEM_SIZE_MAX 8

enum { ITEM_SIZE = 15, ITEM_INTEGER = 16, ITEM_IS_SIGNED = 32 };
extern const uint8_t item_info[128];                            // by code: size, what it is ('P' does not count as an integer)
size_t item_size(char code);                                   // 0: no such native format
// The code of a format of one native character with an optional '@'; 0: it is something else.
char item_code(const char *format);
// A static string for the code, the second with the '@': formats of views live as long as the program.
const char *item_format(char code, bool with_at);
Value item_unpack(char code, const uint8_t *p) must_use;       // code is a native format; p need not be aligned
// `count` of them, at every `stride` bytes.
bool items_unpack(char code, const uint8_t *p, ptrdiff_t stride, size_t count, Value *out) must_use;
// Writes item_size(code) bytes. May run Python code (__index__, __float__, __bool__): pack into a buffer of your own first.
// TypeError "memoryview: invalid type for format 'c'", ValueError "memoryview: invalid value for format 'c'".
bool item_pack(char code, uint8_t *p, Value v) must_use;
// Whether two items are equal as numbers (or as bytes, for 'c').
bool item_equal(char code_a, const uint8_t *a, char code_b, const uint8_t *b);
// The same for `count` items of one code, at every so many bytes.
bool items_equal_run(char code, const uint8_t *a, ptrdiff_t step_a, const uint8_t *b, ptrdiff_t step_b, size_t count) must_use;
// For others who pack integers with messages of their own: an exact int in 64 bits, and whether it fits them as int64_t, only
// as uint64_t, or not at all (*out is its sign then).
typedef enum { ITEM_SIGNED, ITEM_UNSIGNED, ITEM_BEYOND } ItemRange;
ItemRange item_integer(Value v, int64_t *out);
bool item_store_integer(char code, uint8_t *p, int64_t number, ItemRange range);      // false: out of range, nothing stored
// The number of a small int, for codes with ITEM_INTEGER. false: out of range, nothing stored.
static inline bool item_store_small(char code, uint8_t *p, int64_t number) {
    unsigned info = item_info[(uint8_t)code], shift = 64 - (info & ITEM_SIZE) * 8;
    uint64_t bits = (uint64_t)number << shift;
    if (info & ITEM_IS_SIGNED ? (int64_t)bits >> shift != number : bits >> shift != (uint64_t)number || number < 0) return false;
    switch (info & ITEM_SIZE) {
    case 1: *p = (uint8_t)number; break;
    case 2: memcpy(p, &(uint16_t){(uint16_t)number}, 2); break;
    case 4: memcpy(p, &(uint32_t){(uint32_t)number}, 4); break;
    default: memcpy(p, &number, 8);
    }
    return true;
}
// An item with its bytes in the other order; out may be in.
static inline void item_turn(uint8_t *out, const uint8_t *in, size_t size) {
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (size) {
    case 2: memcpy(&two, in, 2); two = __builtin_bswap16(two); memcpy(out, &two, 2); break;
    case 4: memcpy(&four, in, 4); four = __builtin_bswap32(four); memcpy(out, &four, 4); break;
    case 8: memcpy(&eight, in, 8); eight = __builtin_bswap64(eight); memcpy(out, &eight, 8);
    }
}
// `count` items of 1, 2, 4 or 8 bytes, at any address.
void items_turn(uint8_t *data, size_t size, size_t count);      // each with its bytes in the other order
bool items_same(const uint8_t *a, ptrdiff_t a_step, const uint8_t *b, ptrdiff_t b_step, size_t size, size_t count);     // byte for byte
void items_reverse(uint8_t *data, size_t size, size_t count);
void items_copy(uint8_t *out, ptrdiff_t out_step, const uint8_t *in, ptrdiff_t in_step, size_t size, size_t count);    // no overlap
bool item_half_from_double(double x, uint16_t *out);           // false: too large. Rounds half to even.

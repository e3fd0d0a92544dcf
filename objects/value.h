// Value: every Python object as one machine word.
//
//   ...1   int of 63 bits, shifted left by one
//   ..10   float of everyday magnitude (2^-255 <= |x| < 2^257), its bits rotated left by one so that the exponent
//          leads, re-based so that they fit in 62, and shifted left by two (float self-tagging; Melancon, Serrano and
//          Feeley, "Float Self-Tagging", 2024)
//   ..00   address of an Object on the collected heap or in static memory; unmodified, so the collector sees it
//   0      no value: absent, or an exception is pending (error.h)
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;
typedef struct Type Type;
typedef struct Object Object;

// What every heap object starts with.
struct Object {
    Type *type;
};

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define must_use __attribute__((warn_unused_result))

#define VALUE(object) ((Value)(uintptr_t)(object))

static inline bool value_is_small(Value v) { return v & 1; }
static inline bool value_is_tagged_float(Value v) { return (v & 3) == 2; }
static inline bool value_is_object(Value v) { return (v & 3) == 0; }      // true for 0 also
static inline Object *value_object(Value v) { return (Object *)(uintptr_t)v; }

// Tagged integers: -2^62 .. 2^62-1.
#define SMALL_MAX ((int64_t)0x3fffffffffffffff)
#define SMALL_MIN (-SMALL_MAX - 1)
#define SMALL(i) ((Value)((uint64_t)(int64_t)(i) << 1 | 1))
static inline bool small_fits(int64_t i) { return i >= SMALL_MIN && i <= SMALL_MAX; }
static inline Value small_value(int64_t i) { return (Value)((uint64_t)i << 1 | 1); }
static inline int64_t small_int(Value v) { return (int64_t)v >> 1; }

// Tagged floats. float_tag() answers 0 when the number does not fit; use float_value() of float.h in general.
#define FLOAT_REBASE (768ull << 53)
static inline Value float_tag(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint64_t turned = (bits << 1 | bits >> 63) - FLOAT_REBASE;
    return turned >> 62 ? 0 : turned << 2 | 2;
}
static inline double float_untag(Value v) {
    uint64_t turned = (v >> 2) + FLOAT_REBASE;
    uint64_t bits = turned >> 1 | turned << 63;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// Static objects that are compared by address.
typedef struct { Object head; int64_t value; } Bool;
extern Object none_object, not_implemented_object, ellipsis_object;
extern Bool true_object, false_object;
#define NONE VALUE(&none_object)
#define TRUE VALUE(&true_object)
#define FALSE VALUE(&false_object)
#define NOT_IMPLEMENTED VALUE(&not_implemented_object)
#define ELLIPSIS VALUE(&ellipsis_object)
static inline Value bool_value(bool b) { return b ? TRUE : FALSE; }

// What id() gives and reprs show. Not the address itself: a table of hashes, for instance, in which it lay as a number would keep
// the object alive.
static inline uint64_t value_id(Value v) { return v ^ (uint64_t)1 << 48; }

extern Type int_type, float_type;
static inline Type *type_of(Value v) {
    if (v & 1) return &int_type;
    if (v & 2) return &float_type;
    return value_object(v)->type;
}
// Exactly this type (not a subclass); false for 0 as well.
static inline bool value_is(Value v, const Type *type) { return v && type_of(v) == type; }

// Fast paths of the operators: what the loop tries before it calls object_binary. Each answers 0 when the operands are
// not what it knows, or when the result does not fit.
#pragma once
#include "objects/bytearray.h"
#include "objects/bytespan.h"
#include "objects/float.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/tuple.h"
#include "objects/value.h"

static inline bool both_small(Value a, Value b) { return a & b & 1; }
static inline bool both_tagged_floats(Value a, Value b) { return (((a ^ 2) | (b ^ 2)) & 3) == 0; }

// (2x+1) + 2y == 2(x+y)+1, and so on: the tag is part of the sum.
static inline Value fast_add(Value a, Value b) {
    int64_t r;
    if (likely(both_small(a, b))) return __builtin_add_overflow((int64_t)a, (int64_t)(b - 1), &r) ? 0 : (Value)r;
    if (both_tagged_floats(a, b)) return float_value(float_untag(a) + float_untag(b));
    return 0;
}
static inline Value fast_sub(Value a, Value b) {
    int64_t r;
    if (likely(both_small(a, b))) return __builtin_sub_overflow((int64_t)a, (int64_t)(b - 1), &r) ? 0 : (Value)r;
    if (both_tagged_floats(a, b)) return float_value(float_untag(a) - float_untag(b));
    return 0;
}
static inline Value fast_mul(Value a, Value b) {
    int64_t r;
    if (likely(both_small(a, b)))
        return __builtin_mul_overflow(small_int(a), (int64_t)(b - 1), &r) ? 0 : (Value)r + 1;
    if (both_tagged_floats(a, b)) return float_value(float_untag(a) * float_untag(b));
    return 0;
}
#define EXACT_DOUBLE ((int64_t)1 << 53)
static inline Value fast_truediv(Value a, Value b) {
    if (both_tagged_floats(a, b)) return float_value(float_untag(a) / float_untag(b));      // b is not zero: zero is not tagged
    if (both_small(a, b)) {
        int64_t x = small_int(a), y = small_int(b);
        if (y != 0 && x < EXACT_DOUBLE && x > -EXACT_DOUBLE && y < EXACT_DOUBLE && y > -EXACT_DOUBLE)
            return float_value((double)x / (double)y);
    }
    return 0;
}
static inline Value fast_floordiv(Value a, Value b) {
    if (likely(both_small(a, b))) {
        int64_t x = small_int(a), y = small_int(b);
        if (likely(((uint64_t)(x | y) >> 32) == 0)) return y ? SMALL((uint32_t)x / (uint32_t)y) : 0;
        if (y > 0) return SMALL(x / y - (x % y < 0));
    }
    return 0;
}
static inline Value fast_mod(Value a, Value b) {
    if (likely(both_small(a, b))) {
        int64_t x = small_int(a), y = small_int(b);
        if (likely(((uint64_t)(x | y) >> 32) == 0)) return y ? SMALL((uint32_t)x % (uint32_t)y) : 0;
        if (y > 0) {
            int64_t r = x % y;
            return SMALL(r < 0 ? r + y : r);
        }
    }
    return 0;
}
static inline Value fast_lshift(Value a, Value b) {
    if (likely(both_small(a, b))) {
        int64_t bits = small_int(b), x = (int64_t)(a - 1);
        if ((uint64_t)bits < 62) {
            int64_t r = (int64_t)((uint64_t)x << bits);
            if (r >> bits == x) return (Value)r | 1;
        }
    }
    return 0;
}
static inline Value fast_rshift(Value a, Value b) {
    if (likely(both_small(a, b))) {
        int64_t bits = small_int(b);
        if (likely((uint64_t)bits < 64)) return (Value)((int64_t)a >> bits) | 1;
    }
    return 0;
}
static inline Value fast_and(Value a, Value b) { return both_small(a, b) ? a & b : 0; }
static inline Value fast_or(Value a, Value b) { return both_small(a, b) ? a | b : 0; }
static inline Value fast_xor(Value a, Value b) { return both_small(a, b) ? (a ^ b) | 1 : 0; }

static inline Value fast_neg(Value a) {
    int64_t r;
    if (value_is_small(a)) return __builtin_sub_overflow((int64_t)2, (int64_t)a, &r) ? 0 : (Value)r;        // -(2x+1) + 2
    return value_is_tagged_float(a) ? float_value(-float_untag(a)) : 0;
}

// container[key] for lists, tuples and byte spans at a non-negative index within range.
static inline bool plain_byte_span(const Type *type) { return (type->flags & (TYPE_BYTE_SPAN | TYPE_HEAP)) == TYPE_BYTE_SPAN; }
static inline Value fast_item(Value container, Value key) {
    if (unlikely(!(key & 1) || (container & 3) || !container)) return 0;
    size_t index = (size_t)small_int(key);
    Type *type = value_object(container)->type;
    if (type == &list_type) {
        List *list = list_of(container);
        return index < list->count ? list->items[index] : 0;
    }
    if (plain_byte_span(type)) {
        ByteSpan *span = (ByteSpan *)value_object(container);
        return index < span->size ? SMALL(span->data[index]) : 0;
    }
    if (type == &tuple_type) return index < tuple_count(container) ? tuple_get(container, index) : 0;
    return 0;
}
// container[key] = value for lists, bytearrays and writable views of bytes.
static inline bool fast_store_item(Value container, Value key, Value value) {
    if (unlikely(!(key & 1) || (container & 3) || !container)) return false;
    size_t index = (size_t)small_int(key);
    Type *type = value_object(container)->type;
    if (type == &list_type) {
        List *list = list_of(container);
        if (unlikely(index >= list->count)) return false;
        list->items[index] = value;
        return true;
    }
    if (type == &bytearray_type || (type == &memoryview_type && !((MemoryView *)value_object(container))->readonly)) {
        ByteSpan *span = (ByteSpan *)value_object(container);
        if (unlikely(index >= span->size || !(value & 1) || (uint64_t)small_int(value) > 255)) return false;
        span->data[index] = (uint8_t)small_int(value);
        return true;
    }
    return false;
}

static inline bool values_identical(Value a, Value b) { return a == b; }

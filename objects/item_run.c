// Many items of one size at once (struct_item.h): copied between strides, reversed, their bytes turned.
#include "objects/bytespan.h"
#include "objects/struct_item.h"

#define inlined static inline __attribute__((always_inline))
typedef uint16_t Two __attribute__((aligned(1), may_alias));
typedef uint32_t Four __attribute__((aligned(1), may_alias));
typedef uint64_t Eight __attribute__((aligned(1), may_alias));

// ---------------------------------------------------------------------------------------------------------------
// Reversing, a word at a time

// The items in a word in reverse.
inlined uint64_t reverse_word(uint64_t word, size_t size) {
    const uint64_t low_bytes = 0x00ff00ff00ff00ff;
    switch (size) {
    case 1: return __builtin_bswap64(word);
    case 2: word = __builtin_bswap64(word); return (word & low_bytes) << 8 | (word >> 8 & low_bytes);
    case 4: return word << 32 | word >> 32;
    default: return word;
    }
}

inlined void reverse_items(uint8_t *low, size_t size, size_t count) {
    uint8_t *high = low + size * count, item[ITEM_SIZE_MAX];
    for (; high - low >= 16; low += 8) {
        uint64_t a = *(Eight *)low, b = *(Eight *)(high -= 8);
        *(Eight *)low = reverse_word(b, size);
        *(Eight *)high = reverse_word(a, size);
    }
    for (; high - low > (ptrdiff_t)size; low += size) {
        memcpy(item, low, size);
        memcpy(low, high -= size, size);
        memcpy(high, item, size);
    }
}

void items_reverse(uint8_t *data, size_t size, size_t count) {
    switch (size) {
    case 1: reverse_items(data, 1, count); break;
    case 2: reverse_items(data, 2, count); break;
    case 4: reverse_items(data, 4, count); break;
    default: reverse_items(data, 8, count);
    }
}

// Reads downwards from the last of the items.
inlined void copy_reversed(uint8_t *out, const uint8_t *last, size_t size, size_t count) {
    const uint8_t *end = last + size;
    for (; count * size >= 8; count -= 8 / size, out += 8) *(Eight *)out = reverse_word(*(const Eight *)(end -= 8), size);
    for (; count; count--, out += size) memcpy(out, end -= size, size);
}

// ---------------------------------------------------------------------------------------------------------------
// Copying

inlined void copy_each(uint8_t *out, ptrdiff_t out_step, const uint8_t *in, ptrdiff_t in_step, size_t size, size_t count) {
    if (in_step == -(ptrdiff_t)size && out_step == (ptrdiff_t)size) {
        copy_reversed(out, in, size, count);
        return;
    }
    for (;; out += out_step, in += in_step) {
        memcpy(out, in, size);
        if (!--count) return;
    }
}

void items_copy(uint8_t *out, ptrdiff_t out_step, const uint8_t *in, ptrdiff_t in_step, size_t size, size_t count) {
    if (out_step == (ptrdiff_t)size && in_step == (ptrdiff_t)size) {
        if (count) memcpy(out, in, size * count);
        return;
    }
    if (!count) return;
    switch (size) {
    case 1:
        if (out_step == 1) bytes_copy_step(out, in, in_step, count);
        else if (in_step == 1) bytes_store_step(out, out_step, in, count);
        else copy_each(out, out_step, in, in_step, 1, count);
        break;
    case 2: copy_each(out, out_step, in, in_step, 2, count); break;
    case 4: copy_each(out, out_step, in, in_step, 4, count); break;
    default: copy_each(out, out_step, in, in_step, 8, count);
    }
}

inlined bool each_same(const uint8_t *a, ptrdiff_t a_step, const uint8_t *b, ptrdiff_t b_step, size_t size, size_t count) {
    while (count && !memcmp(a, b, size))
        if (--count) a += a_step, b += b_step;
    return !count;
}

bool items_same(const uint8_t *a, ptrdiff_t a_step, const uint8_t *b, ptrdiff_t b_step, size_t size, size_t count) {
    if (a_step == (ptrdiff_t)size && b_step == a_step) return !count || !memcmp(a, b, size * count);
    switch (size) {
    case 1: return each_same(a, a_step, b, b_step, 1, count);
    case 2: return each_same(a, a_step, b, b_step, 2, count);
    case 4: return each_same(a, a_step, b, b_step, 4, count);
    default: return each_same(a, a_step, b, b_step, 8, count);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Turning. Shifts and masks, unlike the machine's instruction for it, can be vectorised.

vectorised void items_turn(uint8_t *data, size_t size, size_t count) {
    Two *two = (Two *)data;
    Four *four = (Four *)data;
    Eight *eight = (Eight *)data;
    const uint64_t bytes = 0x00ff00ff00ff00ff, pairs = 0x0000ffff0000ffff;
    if (size == 2) {
        for (size_t i = 0; i < count; i++) two[i] = (uint16_t)(two[i] << 8 | two[i] >> 8);
    } else if (size == 4) {
        for (size_t i = 0; i < count; i++) {
            uint32_t x = (four[i] & (uint32_t)bytes) << 8 | (four[i] >> 8 & (uint32_t)bytes);
            four[i] = x << 16 | x >> 16;
        }
    } else if (size == 8) {
        for (size_t i = 0; i < count; i++) {
            uint64_t x = (eight[i] & bytes) << 8 | (eight[i] >> 8 & bytes);
            x = (x & pairs) << 16 | (x >> 16 & pairs);
            eight[i] = x << 32 | x >> 32;
        }
    }
}

// UTF-8 over runs of bytes: counting, skipping, validating. Eight bytes at a time where it pays; most text is
// ASCII.
#include "objects/utf8_lanes.h"

static inline uint64_t load8(const void *p) {
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

size_t utf8_ascii_prefix(const void *text, size_t size) {
    const char *t = text, *p = t, *end = t + size;
    for (; end - p >= 32; p += 32)
        if ((load8(p) | load8(p + 8) | load8(p + 16) | load8(p + 24)) & UTF8_HIGH_BITS) break;
    for (; end - p >= 8; p += 8)
        if (load8(p) & UTF8_HIGH_BITS) break;
    while (p < end && (uint8_t)*p < 0x80) p++;
    return (size_t)(p - t);
}

#define EACH_BYTE 0x0101010101010101u

// The sum of the 8 bytes of a word; none is above 127.
static inline size_t byte_sum(uint64_t word) {
    const uint64_t every_second = 0x00FF00FF00FF00FFu;
    return ((word & every_second) + (word >> 8 & every_second)) * 0x0001000100010001u >> 48;
}

size_t utf8_count(const char *text, size_t size) {
    typedef int8_t Bytes __attribute__((vector_size(16)));
    const char *end = text + size;
    size_t count = 0;
    while (end - text >= 16) {
        // A comparison gives -1 for each byte that is not a continuation byte; at most 127 of them fit into a sum.
        Bytes sums = {0}, bytes;
        const char *stop = end - text >= 16 * 127 ? text + 16 * 127 : text + (end - text) / 16 * 16;
        for (; text < stop; text += 16) {
            memcpy(&bytes, text, sizeof bytes);
            sums -= bytes > (int8_t)0xBF;
        }
        uint64_t halves[2];
        memcpy(halves, &sums, sizeof halves);
        count += byte_sum(halves[0]) + byte_sum(halves[1]);
    }
    for (; end - text >= 8; text += 8) {
        uint64_t word = load8(text);
        count += byte_sum((~(word >> 7) | word >> 6) & EACH_BYTE);
    }
    for (; text < end; text++) count += !utf8_is_continuation(*text);
    return count;
}

const char *utf8_skip(const char *text, size_t count) {
    while (count--) text += utf8_width(*text);
    return text;
}

static inline bool continues(const uint8_t *p, const uint8_t *end, size_t count) {
    if ((size_t)(end - p) <= count) return false;
    for (size_t i = 1; i <= count; i++)
        if ((p[i] & 0xC0) != 0x80) return false;
    return true;
}

// Width of the strict sequence at p, which does not start with an ASCII byte; 0: there is none.
static size_t sequence(const uint8_t *p, const uint8_t *end) {
    if (p[0] < 0xC2 || p[0] > 0xF4) return 0;
    if (p[0] < 0xE0) return continues(p, end, 1) ? 2 : 0;
    if (p[0] < 0xF0) {
        if (!continues(p, end, 2)) return 0;
        if (p[0] == 0xE0 && p[1] < 0xA0) return 0;
        return p[0] == 0xED && p[1] >= 0xA0 ? 0 : 3;
    }
    if (!continues(p, end, 3)) return 0;
    if (p[0] == 0xF0 && p[1] < 0x90) return 0;
    return p[0] == 0xF4 && p[1] >= 0x90 ? 0 : 4;
}

size_t utf8_validate(const uint8_t *data, size_t size, size_t *count) {
    const uint8_t *p = data + utf8_valid_lanes(data, size, count), *end = data + size;
    size_t found = 0;
    while (p < end) {
        size_t ascii = utf8_ascii_prefix(p, (size_t)(end - p));
        p += ascii;
        found += ascii;
        while (p < end && *p >= 0x80) {
            size_t width = sequence(p, end);
            if (width == 0) {
                *count += found;
                return (size_t)(p - data);
            }
            p += width;
            found++;
        }
    }
    *count += found;
    return size;
}

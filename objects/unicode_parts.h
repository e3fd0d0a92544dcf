// What the files of unicode*.c share: the unpacked data (unicode_data.py says what is in it) and the records of characters.
#pragma once
#include "objects/unicode.h"
#include "objects/unicode_data.h"

enum { UNICODE_LAST = 0x10FFFF };
enum { WIDTH_F = 4, WIDTH_W = 5 };       // places in unicode_data.py's WIDTHS

typedef struct {
    uint32_t flags;             // UNICODE_ALPHA ...
    uint16_t cases;             // which of the case mappings
    uint8_t decimal;            // value + 1, or 0
    uint8_t category, bidirectional, width, combining;
} UnicodeRecord;

const UnicodeRecord *unicode_record(uint32_t c);

// The unpacked data from one of UNICODE_AT_...
const uint8_t *unicode_data_at(size_t place);

// The number at *at, which moves behind it.
static inline uint64_t unicode_next(const uint8_t **at) {
    uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint8_t byte = *(*at)++;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) return number;
    }
}

// A difference that was made a number: 0, -1, 1, -2 ...
static inline int64_t unicode_difference(uint64_t number) { return (int64_t)(number >> 1) ^ -(int64_t)(number & 1); }

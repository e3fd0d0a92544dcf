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

// unicode.c's tables: the number of the block that holds a character, 0 where it is not filled in yet; in it the number of the
// character's record.
extern uint16_t unicode_block_of[(UNICODE_LAST + 1) / UNICODE_BLOCK], unicode_blocks[UNICODE_BLOCK_COUNT + 1][UNICODE_BLOCK];
extern UnicodeRecord unicode_records[UNICODE_RECORD_COUNT];
extern const uint16_t unicode_ascii_flags[128];
void unicode_make_block(uint32_t c);

static inline const UnicodeRecord *unicode_record(uint32_t c) {
    const uint16_t *block = &unicode_block_of[c / UNICODE_BLOCK];
    if (__builtin_expect(!*block, 0)) unicode_make_block(c);
    return &unicode_records[unicode_blocks[*block][c % UNICODE_BLOCK]];
}

// Of UNICODE_ALPHA to UNICODE_ID_CONTINUE.
static inline uint32_t unicode_flags(uint32_t c) { return c < 128 ? unicode_ascii_flags[c] : unicode_record(c)->flags; }

// For each UnicodeCase a difference, or an expansion: UNICODE_EXPANDS | index << 2 | length.
enum { UNICODE_EXPANDS = 1 << 22 };
extern uint32_t unicode_cases[UNICODE_CASE_COUNT][4];

// The unpacked data from one of UNICODE_AT_...
const uint8_t *unicode_data_at(size_t place);

// Inflates data of the binary; needs no memory but the room for the result.
void unicode_unpack(const unsigned char *from, size_t size, uint8_t *to, size_t room);

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

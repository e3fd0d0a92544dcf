// Character properties from tables of three stages: the code point's high bits lead to a middle block, its
// middle bits to a bottom block, its low bits to the number of a record.
#include "objects/unicode.h"

typedef struct {
    uint16_t flags;
    int8_t decimal;
} CharClass;

// For each UnicodeCase what to add to the code point, or EXPANDS | length << 24 | index into case_expansions.
typedef struct {
    int32_t to[4];
} CharCase;
enum { EXPANDS = 0x40000000 };

#include "objects/unicode_tables.inc"

static inline const CharClass *class_of(uint32_t c) {
    uint32_t high = class_top[c >> (CLASS_LOW + CLASS_HIGH)];
    uint32_t middle = class_middle[high << CLASS_HIGH | (c >> CLASS_LOW & ((1u << CLASS_HIGH) - 1))];
    return &class_records[class_bottom[middle << CLASS_LOW | (c & ((1u << CLASS_LOW) - 1))]];
}

static inline const CharCase *case_of(uint32_t c) {
    uint32_t high = case_top[c >> (CASE_LOW + CASE_HIGH)];
    uint32_t middle = case_middle[high << CASE_HIGH | (c >> CASE_LOW & ((1u << CASE_HIGH) - 1))];
    return &case_records[case_bottom[middle << CASE_LOW | (c & ((1u << CASE_LOW) - 1))]];
}

bool unicode_is_alpha(uint32_t c) { return class_of(c)->flags & UNICODE_ALPHA; }
bool unicode_is_decimal(uint32_t c) { return class_of(c)->flags & UNICODE_DECIMAL; }
bool unicode_is_digit(uint32_t c) { return class_of(c)->flags & UNICODE_DIGIT; }
bool unicode_is_numeric(uint32_t c) { return class_of(c)->flags & UNICODE_NUMERIC; }
bool unicode_is_space(uint32_t c) { return class_of(c)->flags & UNICODE_SPACE; }
bool unicode_is_printable(uint32_t c) { return class_of(c)->flags & UNICODE_PRINTABLE; }
bool unicode_is_upper(uint32_t c) { return class_of(c)->flags & UNICODE_UPPER; }
bool unicode_is_lower(uint32_t c) { return class_of(c)->flags & UNICODE_LOWER; }
bool unicode_is_title(uint32_t c) { return class_of(c)->flags & UNICODE_TITLE; }
bool unicode_is_cased(uint32_t c) { return class_of(c)->flags & (UNICODE_UPPER | UNICODE_LOWER | UNICODE_TITLE); }
bool unicode_is_case_ignorable(uint32_t c) { return class_of(c)->flags & UNICODE_CASE_IGNORABLE; }
bool unicode_is_identifier_start(uint32_t c) { return class_of(c)->flags & UNICODE_ID_START; }
bool unicode_is_identifier(uint32_t c) { return class_of(c)->flags & UNICODE_ID_CONTINUE; }
int unicode_decimal(uint32_t c) { return class_of(c)->decimal; }

size_t unicode_map(uint32_t c, UnicodeCase to, uint32_t out[UNICODE_CASE_MAX]) {
    int32_t change = case_of(c)->to[to];
    if (!(change >= 0 && (change & EXPANDS))) {
        out[0] = (uint32_t)((int32_t)c + change);
        return 1;
    }
    size_t length = (size_t)change >> 24 & 3;
    const uint16_t *expansion = case_expansions + (change & 0xFFFFFF);
    for (size_t i = 0; i < length; i++) out[i] = expansion[i];
    return length;
}

// NFKC: the normal form in which identifiers are compared (PEP 3131; Unicode Standard Annex 15). Only what
// may be in an identifier is known here. A name in normal form, which nearly all are, is recognised without
// being copied.
#include "lexer/state.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/nfkc.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { MAY_COMPOSE = 256, CLASS = 255 };
enum { HANGUL_L = 0x1100, HANGUL_V = 0x1161, HANGUL_T = 0x11A7, HANGUL_SYLLABLE = 0xAC00 };
enum { HANGUL_LS = 19, HANGUL_VS = 21, HANGUL_TS = 28 };

// ---- tables

// The combining class, with MAY_COMPOSE.
static unsigned combining(uint32_t character) {
    if (character < 0x300) return 0;
    size_t low = 0, high = COUNT(combining_runs);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (combining_runs[middle] >> 9 <= character) low = middle;
        else high = middle;
    }
    return combining_runs[low] & (MAY_COMPOSE | CLASS);
}

typedef struct {
    const unsigned char *text;   // UTF-8
    size_t size;                 // 0: the character has no decomposition
    uint32_t offset;             // to be added to the last character of the text
    bool stable;                 // NFKC does not change the character
} Decomposition;

static Decomposition decompose(uint32_t character) {
    size_t low = 0, high = COUNT(decomposition_index);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (decomposition_index[middle].character <= character) low = middle;
        else high = middle;
    }
    const unsigned char *next = decompositions + decomposition_index[low].place;
    bool is_last = low + 1 == COUNT(decomposition_index);
    size_t end_place = is_last ? sizeof decompositions : decomposition_index[low + 1].place;
    const unsigned char *end = decompositions + end_place;
    uint32_t first = decomposition_index[low].character;
    while (next < end && first <= character) {
        uint32_t distance = 0;
        unsigned shift = 0;
        for (; *next & 0x80; shift += 7) distance |= (uint32_t)(*next++ & 0x7F) << shift;
        first += distance | (uint32_t)*next++ << shift;
        unsigned flags = *next++;
        uint32_t count = flags & 0x80 ? *next++ : 1;
        if (character >= first && character - first < count) {
            return (Decomposition){next, flags & 63, character - first, flags & 0x40};
        }
        next += flags & 63;
    }
    return (Decomposition){NULL, 0, 0, true};
}

// The character that two compose into, 0 if they do not.
static uint32_t compose(uint32_t first, uint32_t second) {
    if (first - HANGUL_L < HANGUL_LS && second - HANGUL_V < HANGUL_VS) {
        return HANGUL_SYLLABLE + ((first - HANGUL_L) * HANGUL_VS + second - HANGUL_V) * HANGUL_TS;
    }
    uint32_t syllable = first - HANGUL_SYLLABLE;
    bool is_lv = syllable < HANGUL_LS * HANGUL_VS * HANGUL_TS && syllable % HANGUL_TS == 0;
    if (is_lv && second > HANGUL_T && second < HANGUL_T + HANGUL_TS) return first + second - HANGUL_T;
    uint64_t pair = (uint64_t)first << 42 | (uint64_t)second << 21;
    size_t low = 0, high = COUNT(composition_pairs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (composition_pairs[middle] < pair) low = middle + 1;
        else high = middle;
    }
    const uint64_t mask = ((uint64_t)1 << 21) - 1;
    bool found = low < COUNT(composition_pairs) && (composition_pairs[low] & ~mask) == pair;
    return found ? (uint32_t)(composition_pairs[low] & mask) : 0;
}

// ---- the algorithm

// The standard's quick check, with "maybe" taken as "no".
static bool is_normal(const char *next, const char *end) {
    unsigned last_class = 0;
    while (next < end) {
        uint32_t character = read_character(&next);
        if (character < 0x80) {
            last_class = 0;
            continue;
        }
        unsigned entry = combining(character), class = entry & CLASS;
        if (entry & MAY_COMPOSE || (class && class < last_class)) return false;
        if (!decompose(character).stable) return false;
        last_class = class;
    }
    return true;
}

// Decomposes all characters into `out`, if it is not NULL; returns how many that makes.
static size_t decompose_all(const char *next, const char *end, uint32_t *out) {
    size_t count = 0;
    while (next < end) {
        uint32_t character = read_character(&next);
        Decomposition parts = character < 0x80 ? (Decomposition){NULL, 0, 0, true} : decompose(character);
        const char *part = (const char *)parts.text;
        if (!part) {
            if (out) out[count] = character;
            count++;
            continue;
        }
        while (part < (const char *)parts.text + parts.size) {
            uint32_t piece = read_character(&part);
            if (out) out[count] = piece;
            count++;
        }
        if (out) out[count - 1] += parts.offset;
    }
    return count;
}

static int compare_keys(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

// Sorts each run of combining characters by class; those of one class stay in order.
static void put_in_order(uint32_t *text, size_t count, uint64_t *keys) {
    for (size_t begin = 0, end; begin < count; begin = end + 1) {
        for (end = begin; end < count && combining(text[end]) & CLASS; end++) {
            uint64_t class = combining(text[end]) & CLASS;
            keys[end - begin] = class << 53 | (uint64_t)(end - begin) << 21 | text[end];
        }
        if (end - begin < 2) continue;
        qsort(keys, end - begin, sizeof *keys, compare_keys);
        for (size_t i = begin; i < end; i++) text[i] = (uint32_t)(keys[i - begin] & 0x1FFFFF);
    }
}

// Composes in place; returns how many characters are left.
static size_t compose_all(uint32_t *text, size_t count) {
    const size_t none = SIZE_MAX;
    size_t starter = none, out = 0;
    unsigned last_class = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned class = combining(text[i]) & CLASS;
        bool blocked = starter == none || (starter + 1 < out && last_class >= class);
        uint32_t composed = blocked ? 0 : compose(text[starter], text[i]);
        if (composed) {
            text[starter] = composed;
            continue;
        }
        last_class = class;
        text[out] = text[i];
        if (!class) starter = out;
        out++;
    }
    return out;
}

bool nfkc_normalize(Arena *arena, const char *begin, const char *end, Text *normal) {
    *normal = (Text){begin, (size_t)(end - begin)};
    if (is_normal(begin, end)) return true;
    size_t count = decompose_all(begin, end, NULL);
    uint32_t *text = arena_alloc(arena, count * sizeof *text);
    uint64_t *keys = arena_alloc(arena, count * sizeof *keys);
    char *spelling = arena_alloc(arena, count * 4);
    if (!text || !keys || !spelling) return false;
    decompose_all(begin, end, text);
    put_in_order(text, count, keys);
    count = compose_all(text, count);
    char *out = spelling;
    for (size_t i = 0; i < count; i++) out = write_character(out, text[i]);
    *normal = (Text){spelling, (size_t)(out - spelling)};
    return true;
}

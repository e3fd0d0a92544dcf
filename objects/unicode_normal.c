// Decompositions and the four normal forms (Unicode Standard Annex 15).
//
// Text is normalised as an array of code points: decomposed, marks put in order, composed where the form says so. Hangul
// syllables are computed. Text that is seen to be normal, as nearly all is, is left as it is.
#include "objects/unicode_normal.h"
#include "objects/mem.h"
#include "objects/unicode_parts.h"
#include "objects/utf8.h"
#include <stdlib.h>

enum { HANGUL_L = 0x1100, HANGUL_V = 0x1161, HANGUL_T = 0x11A7, HANGUL_SYLLABLE = 0xAC00 };
enum { HANGUL_LS = 19, HANGUL_VS = 21, HANGUL_TS = 28, HANGUL_SYLLABLES = HANGUL_LS * HANGUL_VS * HANGUL_TS };

// --- tables, read when first needed, into memory of malloc: that of the program is scanned in every collection

static struct {
    struct { uint64_t pair; uint32_t composed; } compositions[UNICODE_COMPOSITION_COUNT];
    uint32_t codes[UNICODE_DECOMPOSITION_COUNT], points[UNICODE_POINT_COUNT];
    uint16_t places[UNICODE_DECOMPOSITION_COUNT + 1];   // in points
    uint8_t kinds[UNICODE_DECOMPOSITION_COUNT];
} *tables;

static int compare_pairs(const void *a, const void *b) {
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

static uint64_t pair_of(uint32_t first, uint32_t second) { return (uint64_t)first << 21 | second; }

static bool prepare(void) {
    if (tables) return true;
    tables = calloc(1, sizeof *tables);
    if (!tables) return false;
    const uint8_t *at = unicode_data_at(UNICODE_AT_DECOMPOSITIONS);
    uint32_t code = 0, first = 0;
    for (size_t i = 0; i < UNICODE_DECOMPOSITION_COUNT; i++) tables->codes[i] = code += (uint32_t)unicode_next(&at);
    for (size_t i = 0; i < UNICODE_DECOMPOSITION_COUNT; i++) {
        uint32_t number = (uint32_t)unicode_next(&at);
        tables->kinds[i] = number & 31;
        tables->places[i + 1] = (uint16_t)(tables->places[i] + (number >> 5));
    }
    for (size_t i = 0; i < UNICODE_DECOMPOSITION_COUNT; i++) {
        first += (uint32_t)unicode_difference(unicode_next(&at)) + 1;
        tables->points[tables->places[i]] = first;
    }
    size_t pairs = 0;
    for (size_t i = 0; i < UNICODE_DECOMPOSITION_COUNT; i++) {
        for (size_t k = tables->places[i] + 1u; k < tables->places[i + 1]; k++)
            tables->points[k] = (uint32_t)unicode_next(&at);
        if (tables->kinds[i] || tables->places[i + 1] - tables->places[i] != 2 ||
            unicode_record(tables->codes[i])->flags & UNICODE_NOT_NFC)
            continue;
        tables->compositions[pairs].pair = pair_of(tables->points[tables->places[i]], tables->points[tables->places[i] + 1]);
        tables->compositions[pairs++].composed = tables->codes[i];
    }
    qsort(tables->compositions, pairs, sizeof *tables->compositions, compare_pairs);
    return true;
}

ptrdiff_t unicode_decomposition(uint32_t c, unsigned *kind, const uint32_t **out) {
    if (!prepare()) return -1;
    size_t low = 0, high = UNICODE_DECOMPOSITION_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tables->codes[middle] < c) low = middle + 1;
        else high = middle;
    }
    if (low == UNICODE_DECOMPOSITION_COUNT || tables->codes[low] != c) return 0;
    *kind = tables->kinds[low];
    *out = tables->points + tables->places[low];
    return (ptrdiff_t)(tables->places[low + 1] - tables->places[low]);
}

// The character that two compose into, 0 if they do not.
static uint32_t compose(uint32_t first, uint32_t second) {
    if (first - HANGUL_L < HANGUL_LS && second - HANGUL_V < HANGUL_VS)
        return HANGUL_SYLLABLE + ((first - HANGUL_L) * HANGUL_VS + second - HANGUL_V) * HANGUL_TS;
    uint32_t syllable = first - HANGUL_SYLLABLE;
    bool is_lv = syllable < HANGUL_SYLLABLES && syllable % HANGUL_TS == 0;
    if (is_lv && second > HANGUL_T && second < HANGUL_T + HANGUL_TS) return first + second - HANGUL_T;
    uint64_t pair = pair_of(first, second);
    size_t low = 0, high = UNICODE_COMPOSITION_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tables->compositions[middle].pair < pair) low = middle + 1;
        else high = middle;
    }
    return low < UNICODE_COMPOSITION_COUNT && tables->compositions[low].pair == pair
               ? tables->compositions[low].composed
               : 0;
}

// --- is it normal?

static bool composes(UnicodeForm form) { return form == UNICODE_NFC || form == UNICODE_NFKC; }

bool unicode_seems_normal(const char *text, size_t size, UnicodeForm form) {
    uint32_t changed = (uint32_t)UNICODE_NOT_NFC << form | (composes(form) ? UNICODE_COMPOSES_BACK : 0);
    uint8_t last = 0;
    for (const char *end = text + size; text < end;) {
        if ((uint8_t)*text < 0x80) {
            last = 0;
            text++;
            continue;
        }
        const UnicodeRecord *record = unicode_record(utf8_read(&text));
        if (record->flags & changed || (record->combining && record->combining < last)) return false;
        last = record->combining;
    }
    return true;
}

// --- normalising

// What c decomposes into in the end: written to `out` if that is there. Answers how many.
static size_t decompose(uint32_t c, bool compatible, uint32_t *out) {
    uint32_t syllable = c - HANGUL_SYLLABLE;
    if (syllable < HANGUL_SYLLABLES) {
        uint32_t tail = syllable % HANGUL_TS;
        if (out) {
            out[0] = HANGUL_L + syllable / (HANGUL_VS * HANGUL_TS);
            out[1] = HANGUL_V + syllable / HANGUL_TS % HANGUL_VS;
            if (tail) out[2] = HANGUL_T + tail;
        }
        return tail ? 3 : 2;
    }
    unsigned kind;
    const uint32_t *parts;
    uint32_t flag = compatible ? UNICODE_NOT_NFKD : UNICODE_NOT_NFD;
    ptrdiff_t length = unicode_record(c)->flags & flag ? unicode_decomposition(c, &kind, &parts) : 0;
    size_t count = 0;
    if (!length) {
        if (out) *out = c;
        return 1;
    }
    for (ptrdiff_t i = 0; i < length; i++) count += decompose(parts[i], compatible, out ? out + count : NULL);
    return count;
}

static size_t decompose_all(const char *text, size_t size, bool compatible, uint32_t *out) {
    size_t count = 0;
    for (const char *end = text + size; text < end;) {
        uint32_t c = utf8_read(&text);
        if (c >= 0xA0) {
            count += decompose(c, compatible, out ? out + count : NULL);
        } else {
            if (out) out[count] = c;
            count++;
        }
    }
    return count;
}

static int compare_marks(const void *a, const void *b) { return compare_pairs(a, b); }

// Puts each run of marks in the order of their combining classes, equal ones as they were. `keys` has room for all.
static void put_in_order(uint32_t *text, size_t count, uint64_t *keys) {
    for (size_t i = 0; i < count;) {
        size_t length = 0;
        bool ordered = true;
        for (; i + length < count; length++) {
            uint8_t class = text[i + length] < 0x300 ? 0 : unicode_record(text[i + length])->combining;
            if (!class) break;
            keys[length] = (uint64_t)class << 56 | (uint64_t)length << 21 | text[i + length];
            if (length && keys[length] >> 56 < keys[length - 1] >> 56) ordered = false;
        }
        if (!ordered) {
            qsort(keys, length, sizeof *keys, compare_marks);
            for (size_t k = 0; k < length; k++) text[i + k] = keys[k] & 0x1FFFFF;
        }
        i += length + 1;
    }
}

// Composes within the text; answers the new count.
static size_t compose_all(uint32_t *text, size_t count) {
    const size_t none = SIZE_MAX;
    size_t starter = none, out = 0;
    uint8_t last = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t class = text[i] < 0x300 ? 0 : unicode_record(text[i])->combining;
        bool blocked = starter == none || (starter + 1 < out && last >= class);
        uint32_t composed = blocked || text[i] < 0x300 ? 0 : compose(text[starter], text[i]);
        if (composed) {
            text[starter] = composed;
            continue;
        }
        last = class;
        if (!class) starter = out;
        text[out++] = text[i];
    }
    return out;
}

uint32_t *unicode_normalize(const char *text, size_t size, UnicodeForm form, size_t *count) {
    if (!prepare()) return NULL;
    bool compatible = form == UNICODE_NFKC || form == UNICODE_NFKD;
    *count = decompose_all(text, size, compatible, NULL);
    uint32_t *out = malloc(*count * sizeof *out + 1);
    uint64_t *keys = malloc(*count * sizeof *keys + 1);
    if (out && keys) {
        decompose_all(text, size, compatible, out);
        put_in_order(out, *count, keys);
        if (composes(form)) *count = compose_all(out, *count);
    } else {
        free(out);
        out = NULL;
    }
    free(keys);
    return out;
}

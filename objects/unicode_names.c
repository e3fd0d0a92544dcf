// From characters to names and back.
//
// Ideographs and the like are named by their code point; Hangul syllables by their letters. All other names are unpacked when the
// first is asked for, and found again by an open hash table.
#include "objects/unicode_names.h"
#include "objects/unicode_parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CATEGORY_CN = 0, CATEGORY_CC = 26, CATEGORY_CS = 28, CATEGORY_CO = 29 };         // unicode_data.py's CATEGORIES

static bool is_assigned(uint32_t c) { return unicode_record(c)->category != CATEGORY_CN; }

// --- names that follow a rule

static const char ideograph[] = "CJK UNIFIED IDEOGRAPH-", compatibility[] = "CJK COMPATIBILITY IDEOGRAPH-";
static const char hangul[] = "HANGUL SYLLABLE ";

// Ranges whose names are a prefix and the code point; those without a prefix have no names. In order.
static const struct {
    uint32_t first, last;
    const char *prefix;
} coded[] = {
    {0x3400, 0x4DBF, ideograph}, {0x4E00, 0x9FFF, ideograph}, {0xAC00, 0xD7A3, hangul}, {0xF900, 0xFAFF, compatibility},
    {0x13460, 0x143FF, "EGYPTIAN HIEROGLYPH-"}, {0x17000, 0x187FF, NULL},
    {0x18B00, 0x18CFF, "KHITAN SMALL SCRIPT CHARACTER-"}, {0x18D00, 0x18D7F, NULL}, {0x1B170, 0x1B2FF, "NUSHU CHARACTER-"},
    {0x20000, 0x2F7FF, ideograph}, {0x2F800, 0x2FFFF, compatibility}, {0x30000, 0x3FFFF, ideograph},
};
enum { CODED = sizeof coded / sizeof *coded };

static size_t find_coded(uint32_t c) {
    for (size_t i = 0; i < CODED && coded[i].first <= c; i++)
        if (c <= coded[i].last) return i;
    return CODED;
}

static const char lead[][3] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char vowel[][4] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
                                "WI", "YU", "EU", "YI", "I"};
static const char tail[][3] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B",
                               "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
enum { LEADS = 19, VOWELS = 21, TAILS = 28, FIRST_SYLLABLE = 0xAC00 };

// The longest of `count` texts of `width` bytes that begins text[0..size).
static int longest(const char *text, size_t size, const char *texts, int count, size_t width) {
    int best = -1;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(texts + (size_t)i * width);
        if (length <= size && !memcmp(text, texts + (size_t)i * width, length) &&
            (best < 0 || length > strlen(texts + (size_t)best * width)))
            best = i;
    }
    return best;
}

// The syllable of text[0..size), 0 if there is none.
static uint32_t read_syllable(const char *text, size_t size) {
    const char *end = text + size;
    int l = longest(text, size, lead[0], LEADS, sizeof *lead);
    text += strlen(lead[l]);
    int v = longest(text, (size_t)(end - text), vowel[0], VOWELS, sizeof *vowel);
    if (v < 0) return 0;
    text += strlen(vowel[v]);
    int t = longest(text, (size_t)(end - text), tail[0], TAILS, sizeof *tail);
    text += strlen(tail[t]);
    return text == end ? FIRST_SYLLABLE + (uint32_t)((l * VOWELS + v) * TAILS + t) : 0;
}

// Four or five capital hexadecimal digits that are the code of an ideograph, which is the answer, or 0.
static uint32_t read_ideograph(const char *text, size_t size) {
    uint32_t c = 0;
    if (size != 4 && size != 5) return 0;
    for (size_t i = 0; i < size; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (!digit && !(text[i] >= 'A' && text[i] <= 'F')) return 0;
        c = c << 4 | (uint32_t)(digit ? text[i] - '0' : text[i] - 'A' + 10);
    }
    size_t range = find_coded(c);
    return range < CODED && coded[range].prefix == ideograph && is_assigned(c) ? c : 0;
}

static bool begins(const char *name, size_t size, const char *prefix, size_t length) {
    return size >= length && !memcmp(name, prefix, length);
}

// The other ranges: in capitals, exactly as the name is.
static uint32_t read_coded(const char *name, size_t size) {
    for (size_t i = 0; i < CODED; i++) {
        const char *prefix = coded[i].prefix;
        if (!prefix || prefix == ideograph || prefix == hangul || !begins(name, size, prefix, strlen(prefix))) continue;
        uint32_t c = (uint32_t)strtoul(name + strlen(prefix), NULL, 16);
        char exact[UNICODE_NAME_MAX];
        if (c < coded[i].first || c > coded[i].last || !is_assigned(c)) continue;
        if ((size_t)snprintf(exact, sizeof exact, "%s%04X", prefix, (unsigned)c) == size &&
            !memcmp(exact, name, size))
            return c;
    }
    return 0;
}

// --- the others

static UnicodeNames names;
static uint32_t *characters;    // of each name but those of sequences
static uint16_t *table;         // by hash: number of a name + 1
enum { TABLE = 1 << 16 };
static struct { uint32_t points[UNICODE_SEQUENCE_MAX]; int count; } *sequences;

static uint32_t hash(const char *name, size_t size) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++) h = (h ^ (uint8_t)name[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool has_own_name(uint32_t c) {
    uint8_t category = unicode_record(c)->category;
    return category != CATEGORY_CN && category != CATEGORY_CC && category != CATEGORY_CS && category != CATEGORY_CO &&
           find_coded(c) == CODED;
}

static void number_characters(void) {
    size_t count = 0;
    for (uint32_t c = 0; c <= UNICODE_LAST; c++)
        if (has_own_name(c)) characters[count++] = c;
    const uint8_t *at = unicode_data_at(UNICODE_AT_ALIASES);
    for (size_t i = 0; i < UNICODE_ALIAS_COUNT; i++) characters[count++] = (uint32_t)unicode_next(&at);
    for (size_t i = 0; i < UNICODE_SEQUENCE_COUNT; i++) sequences[i].count = (int)unicode_next(&at);
    for (size_t i = 0; i < UNICODE_SEQUENCE_COUNT; i++)
        for (int k = 0; k < sequences[i].count; k++) sequences[i].points[k] = (uint32_t)unicode_next(&at);
}

static bool prepare(void) {
    if (table) return true;
    if (!names.text && !unicode_names_unpack(&names)) return false;
    if (!characters) characters = malloc(names.count * sizeof *characters);
    if (!sequences) sequences = calloc(UNICODE_SEQUENCE_COUNT, sizeof *sequences);
    if (!characters || !sequences || !(table = calloc(TABLE, sizeof *table))) return false;
    number_characters();
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.text + names.starts[i];
        uint32_t place = hash(name, strlen(name)) % TABLE;
        while (table[place]) place = (place + 1) % TABLE;
        table[place] = (uint16_t)(i + 1);
    }
    return true;
}

int unicode_name(uint32_t c, char out[UNICODE_NAME_MAX]) {
    size_t range = find_coded(c);
    if (range < CODED) {
        const char *prefix = coded[range].prefix;
        uint32_t syllable = c - FIRST_SYLLABLE;
        if (!prefix || !is_assigned(c)) return 0;
        if (prefix != hangul) return sprintf(out, "%s%04X", prefix, (unsigned)c);
        return sprintf(out, "%s%s%s%s", hangul, lead[syllable / (VOWELS * TAILS)], vowel[syllable / TAILS % VOWELS],
                       tail[syllable % TAILS]);
    }
    if (!has_own_name(c)) return 0;
    if (!prepare()) return -1;
    size_t low = 0, high = names.count - UNICODE_ALIAS_COUNT - UNICODE_SEQUENCE_COUNT;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (characters[middle] <= c) low = middle;
        else high = middle;
    }
    return (int)(stpcpy(out, names.text + names.starts[low]) - out);
}

// The number of the name, or -1.
static long find_name(const char *name, size_t size) {
    for (uint32_t place = hash(name, size) % TABLE; table[place]; place = (place + 1) % TABLE) {
        const char *found = names.text + names.starts[table[place] - 1];
        if (!strncmp(found, name, size) && !found[size]) return table[place] - 1;
    }
    return -1;
}

static int one(uint32_t c, uint32_t *out) {
    *out = c;
    return c != 0;
}

int unicode_lookup(const char *name, size_t size, bool with_sequences, uint32_t out[UNICODE_SEQUENCE_MAX]) {
    enum { HANGUL = sizeof hangul - 1, IDEOGRAPH = sizeof ideograph - 1 };
    char capitals[UNICODE_NAME_MAX];
    if (size >= sizeof capitals || memchr(name, 0, size)) return 0;
    if (begins(name, size, hangul, HANGUL)) return one(read_syllable(name + HANGUL, size - HANGUL), out);
    if (begins(name, size, ideograph, IDEOGRAPH)) return one(read_ideograph(name + IDEOGRAPH, size - IDEOGRAPH), out);
    for (size_t i = 0; i < size; i++) capitals[i] = name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i];
    capitals[size] = 0;
    uint32_t c = read_coded(capitals, size);
    if (c) return one(c, out);
    if (!prepare()) return -1;
    long found = find_name(capitals, size);
    long sequence = found - (long)(names.count - UNICODE_SEQUENCE_COUNT);
    if (found < 0 || (sequence >= 0 && !with_sequences)) return 0;
    if (sequence < 0) {
        *out = characters[found];
        return 1;
    }
    memcpy(out, sequences[sequence].points, sizeof sequences[sequence].points);
    return sequences[sequence].count;
}

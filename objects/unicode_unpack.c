// Unpacks the names of characters: 35,000 names, nearly a megabyte, from 70 kB.
//
// A name is a row of tokens: a word of letters or a number, with the separator before it; the last is END. For each token
// six contexts (the tokens before it, and `column`, the token at this place in the name before) remember what followed
// them last, and these candidates are offered, best first. A token that was none of them is given by its number, a new one
// by its letters. Every decision is a bit, coded by an arithmetic decoder with a chance that is mixed, with
// weights that learn, from the chances that several contexts had before. So whatever packs the names must take the same steps
// in the same order: unicode_names.py.
#include "objects/unicode_names.h"
#include <stdlib.h>
#include <string.h>

#include "objects/unicode_names.inc"

enum { BITS = 20, SLOTS = 15, RECENT = 3, CONTEXTS = 6, CANDIDATES = 6, INPUTS = 7, SEEN_MAX = 250 };
enum { NONE = 0xFFFF, NO_COLUMN = 0xFFFE, NAME_TOKENS = 64, END = 0 };
typedef enum { FLAG, NEW, TOKEN, LETTER, SEPARATOR, WORD, KINDS } Kind;

typedef struct {
    uint16_t chance, seen;      // of a 1, in 65536ths; how often
} Bit;

// What has followed a context, the most recent first: numbers of tokens + 1.
typedef struct {
    uint16_t tokens[RECENT];
    uint8_t counts[RECENT];
} Slot;

typedef struct {
    unsigned token, score, sources;
} Candidate;

typedef struct {
    const uint8_t *at;
    uint32_t low, high, value;
    int16_t stretched[4096];
    uint16_t rates[SEEN_MAX + 1];       // how far a bit moves its chance, in 65536ths, by how often it was seen
    int32_t weights[KINDS][8][64][INPUTS];
    Bit bits[1 << BITS];
    Slot slots[CONTEXTS][1 << SLOTS];
    struct { uint16_t word; uint8_t separator; } tokens[UNICODE_NAMES_TOKENS];
    uint32_t word_starts[UNICODE_NAMES_WORDS + 1];
    char letters[UNICODE_NAMES_LETTERS];
    unsigned token_count, word_count;
    unsigned now[NAME_TOKENS], before[NAME_TOKENS], now_count, before_count;
} Reader;

// --- bits

static int squash(int64_t x) {
    static const int16_t curve[] = {1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607,
                                    3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094};
    if (x > 2047) x = 2047;
    if (x < -2047) x = -2047;
    int place = (int)(x >> 7) + 16, part = x & 127;
    return (curve[place] * (128 - part) + curve[place + 1] * part + 64) >> 7;
}

static void reader_start(Reader *reader) {
    for (int chance = 0, x = -2047; chance < 4096; chance++) {
        while (x < 2047 && squash(x) < chance) x++;
        reader->stretched[chance] = (int16_t)x;
    }
    for (int seen = 0; seen <= SEEN_MAX; seen++) reader->rates[seen] = (uint16_t)(131072 / (2 * seen + 3));
    int32_t *weights = &reader->weights[0][0][0][0];
    for (size_t i = 0; i < sizeof reader->weights / sizeof *weights; i++) weights[i] = 26000;
    for (size_t i = 0; i < 1 << BITS; i++) reader->bits[i].chance = 32768;
    reader->at = packed;
    reader->high = UINT32_MAX;
    for (int i = 0; i < 4; i++) reader->value = reader->value << 8 | *reader->at++;
    reader->token_count = reader->word_count = 1;       // END, and the empty word
}

static unsigned decode(Reader *reader, int chance) {
    uint32_t middle = reader->low + ((reader->high - reader->low) >> 12) * (uint32_t)chance;
    unsigned bit = reader->value <= middle;
    if (bit) reader->high = middle;
    else reader->low = middle + 1;
    while ((reader->low ^ reader->high) >> 24 == 0) {
        reader->low <<= 8;
        reader->high = reader->high << 8 | 255;
        reader->value = reader->value << 8 | *reader->at++;
    }
    return bit;
}

static void learn(Bit *cell, unsigned bit, unsigned limit, const uint16_t *rates) {
    int step = (int)(bit << 16) - (int)bit - cell->chance;
    int64_t moved = cell->chance + (((int64_t)step * rates[cell->seen]) >> 16);
    cell->chance = (uint16_t)(moved < 32 ? 32 : moved > 65503 ? 65503 : moved);
    if (cell->seen < limit) cell->seen++;
}

static uint32_t hash(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t h = a * 0x9E3779B1u ^ b * 0x85EBCA77u ^ c * 0xC2B2AE3Du;
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    return h ^ h >> 13;
}

static uint32_t base_of(uint32_t h) { return ((h ^ h >> 15) * 0x2C1B3C6Du) >> (32 - BITS); }

// A number of so many bits, the high ones first, expected from `count` contexts.
static unsigned read_number(Reader *reader, Kind kind, unsigned select, unsigned bits,
                            const uint32_t *contexts, size_t count) {
    unsigned node = 1, local = 1;
    uint32_t bases[INPUTS];
    for (unsigned place = bits; place--;) {
        if ((bits - 1 - place) % 4 == 0) {          // the cells of four bits lie together, which the caches like
            for (size_t i = 0; i < count; i++) bases[i] = base_of(contexts[i] + node * 0x9E3779B1u);
            local = 1;
        }
        int32_t *weights = reader->weights[kind][select][kind == LETTER ? node : kind == TOKEN ? place : 0];
        Bit *cells[INPUTS];
        int inputs[INPUTS];
        int64_t total = 0;
        for (size_t i = 0; i < count; i++) {
            cells[i] = &reader->bits[bases[i] ^ local];
            inputs[i] = reader->stretched[cells[i]->chance >> 4];
            total += (int64_t)weights[i] * inputs[i];
        }
        int chance = squash(total >> 16);
        unsigned bit = decode(reader, chance);
        int error = ((int)(bit << 12) - chance) * 14;
        for (size_t i = 0; i < count; i++) {
            weights[i] += (inputs[i] * error + 0x2000) >> 14;
            learn(cells[i], bit, kind == FLAG ? SEEN_MAX : 30, reader->rates);
        }
        node = node * 2 + bit;
        local = local * 2 + bit;
    }
    return node - (1u << bits);
}
#define READ(kind, select, bits, ...) ({ \
    const uint32_t contexts_[] = {__VA_ARGS__}; \
    read_number(reader, kind, select, bits, contexts_, sizeof contexts_ / sizeof *contexts_); })

// --- tokens

static void slot_add(Slot *slot, unsigned token) {
    uint16_t *tokens = slot->tokens;
    uint8_t *counts = slot->counts;
    unsigned i = 0;
    while (i < RECENT - 1 && tokens[i] != token) i++;
    if (tokens[i] != token) tokens[i] = (uint16_t)token, counts[i] = 0;
    uint8_t count = counts[i] < 7 ? counts[i] + 1 : 7;
    if (i == 0)
        for (unsigned k = 1; k < RECENT; k++) counts[k] -= counts[k] > 1;
    for (; i > 0; i--) {
        tokens[i] = tokens[i - 1];
        counts[i] = (uint8_t)((counts[i - 1] + 1) / 2);
    }
    tokens[0] = (uint16_t)token;
    counts[0] = count;
}

static size_t add_candidate(Candidate *found, size_t count, unsigned token, unsigned score, unsigned source) {
    size_t i = 0;
    while (i < count && found[i].token != token) i++;
    if (i == count) found[count++] = (Candidate){.token = token};
    found[i].score += score;
    found[i].sources |= 1u << source;
    return count;
}

static size_t find_candidates(Slot *slots[CONTEXTS], unsigned column, Candidate *found) {
    static const unsigned scores[CONTEXTS] = {14, 10, 9, 14, 3, 2};
    size_t count = 0;
    for (unsigned rank = 0; rank < RECENT; rank++)
        for (unsigned i = 0; i < CONTEXTS; i++)
            if (slots[i]->tokens[rank])
                count = add_candidate(found, count, slots[i]->tokens[rank] - 1u,
                                      (scores[i] * (slots[i]->counts[rank] + 1u)) >> rank, i);
    return column == NO_COLUMN ? count : add_candidate(found, count, column, 12, CONTEXTS);
}

// The token if it is one of the candidates, or NONE.
static unsigned read_candidate(Reader *reader, Slot *slots[CONTEXTS], unsigned a, unsigned b, unsigned column) {
    Candidate found[CONTEXTS * RECENT + 1];
    size_t count = find_candidates(slots, column, found);
    for (unsigned k = 0; k < CANDIDATES && k < count; k++) {
        size_t best = k;
        for (size_t i = k + 1; i < count; i++)
            if (found[i].score > found[best].score) best = i;
        Candidate candidate = found[best];
        found[best] = found[k];
        unsigned token = candidate.token, size = candidate.score ? 32 - (unsigned)__builtin_clz(candidate.score) : 0;
        if (size > 7) size = 7;
        if (READ(FLAG, k, 1, hash(candidate.sources << 3 | size, k * 4 + (token == END) + 2 * (token == column), 20),
                 hash(token, a, k + 21), hash(token, column, candidate.sources + 100), hash(a | b << 16, k, size + 30),
                 hash(k | column << 16, a, (uint32_t)count + 41)))
            return token;
    }
    return NONE;
}

static const char *word_text(const Reader *reader, unsigned word, size_t *size) {
    uint32_t start = reader->word_starts[word];
    *size = reader->word_starts[word + 1] - start;
    return reader->letters + start;
}

// A new word; `above` is the one in the column, `a` the token before, `first` that at the beginning of the name.
static void read_letters(Reader *reader, unsigned above, unsigned a, unsigned first) {
    size_t above_size;
    const char *over = word_text(reader, above, &above_size);
    char *out = reader->letters + reader->word_starts[reader->word_count];
    uint32_t p = 0, q = 0, r = 0, s = 0;        // the letters before
    for (uint32_t i = 0;; i++) {
        uint32_t here = i < above_size ? (uint8_t)over[i] : 0, next = i + 1 < above_size ? (uint8_t)over[i + 1] : 0;
        uint32_t three = p | q << 8 | r << 16;
        unsigned symbol = READ(LETTER, i > 7 ? 7 : i, 6, hash(p, 0, 70), hash(p, q, 71), hash(three, 0, 72),
                               hash(three, s, 73), hash(here, p, 74 + (next << 8)),
                               hash(i, first, 75 + (p << 8)), hash(a, i, 76 + (p << 8)));
        if (!symbol) break;
        *out++ = (char)(symbol < 11 ? symbol + 47 : symbol + 54);
        s = r, r = q, q = p, p = symbol + 1;
    }
    reader->word_starts[++reader->word_count] = (uint32_t)(out - reader->letters);
}

static unsigned read_new_token(Reader *reader, unsigned a, unsigned first, unsigned column) {
    uint32_t index = reader->now_count, kind = 2, above = column == NO_COLUMN ? 0 : column;
    size_t size;
    if (index) {
        const char *text = word_text(reader, reader->tokens[a].word, &size);
        kind = size && *text <= '9';
    }
    unsigned separator = READ(SEPARATOR, 0, 3, hash(a, 0, 60), hash(reader->tokens[above].separator, kind, 61));
    unsigned word = reader->word_count;
    if (READ(NEW, 1, 1, hash(separator, index, 62), hash(a, separator, 63)))
        read_letters(reader, reader->tokens[above].word, a, first);
    else word = READ(WORD, 0, 14, hash(0, 0, 80), hash(separator, 0, 81));
    unsigned token = reader->token_count++;
    reader->tokens[token].word = (uint16_t)word;
    reader->tokens[token].separator = (uint8_t)separator;
    return token;
}

static unsigned read_token(Reader *reader, unsigned column) {
    const unsigned *now = reader->now;
    uint32_t index = reader->now_count;
    uint32_t a = index > 0 ? now[index - 1] : NONE, b = index > 1 ? now[index - 2] : NONE,
             c = index > 2 ? now[index - 3] : NONE;
    uint32_t first = index ? now[0] : NONE;
    uint32_t keys[CONTEXTS] = {hash(a, b, c), hash(a, b, 1), hash(a, column, 2), hash(a | b << 16, column, 4), hash(a, 0, 5),
                               hash(column, index, 9)};
    Slot *slots[CONTEXTS];
    for (size_t i = 0; i < CONTEXTS; i++) slots[i] = &reader->slots[i][keys[i] >> (32 - SLOTS)];
    unsigned token = read_candidate(reader, slots, a, b, column);
    if (token == NONE) {
        if (READ(NEW, 0, 1, hash(index, 0, 50), hash(a, 1, 51), hash(column, 2, 52)))
            token = read_new_token(reader, a, first, column);
        else token = READ(TOKEN, 0, 14, hash(a, 0, 91), hash(0, 0, 90), hash(first, 0, 92), hash(column, 0, 93));
    }
    for (size_t i = 0; i < CONTEXTS; i++) slot_add(slots[i], token + 1);
    return token;
}

// Writes one name and a NUL; answers the end.
static char *read_name(Reader *reader, char *out) {
    static const char separators[][3] = {"", " ", "-", " -", "- "};
    unsigned token, column = 0;
    reader->now_count = 0;
    do {
        token = read_token(reader, column < reader->before_count ? reader->before[column] : NO_COLUMN);
        reader->now[reader->now_count++] = token;
        unsigned k = column;
        while (k < column + 4 && k < reader->before_count && reader->before[k] != token) k++;
        column = k < column + 4 && k < reader->before_count ? k + 1 : column + 1;
        size_t size;
        const char *text = word_text(reader, reader->tokens[token].word, &size);
        out = stpcpy(out, separators[reader->tokens[token].separator]);
        memcpy(out, text, size);
        out += size;
    } while (token != END);
    memcpy(reader->before, reader->now, sizeof reader->now);
    reader->before_count = reader->now_count;
    *out++ = 0;
    return out;
}

bool unicode_names_unpack(UnicodeNames *names) {
    Reader *reader = calloc(1, sizeof *reader);
    names->text = malloc(UNICODE_NAMES_SIZE);
    names->starts = malloc(UNICODE_NAMES_COUNT * sizeof *names->starts);
    bool good = reader && names->text && names->starts;
    if (good) {
        reader_start(reader);
        char *out = names->text;
        for (size_t i = 0; i < UNICODE_NAMES_COUNT; i++) {
            names->starts[i] = (uint32_t)(out - names->text);
            out = read_name(reader, out);
        }
    } else {
        free(names->text);
        free(names->starts);
        names->text = NULL;
    }
    free(reader);
    names->count = UNICODE_NAMES_COUNT;
    return good;
}

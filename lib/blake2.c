// BLAKE2 (RFC 7693). Both sizes do the same with other words, rotations and numbers of rounds.
#include "lib/blake2.h"
#include <string.h>

static const uint8_t order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};
static const uint64_t start64[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};
static const uint32_t start32[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint64_t read_little(const uint8_t *bytes, size_t size) {
    uint64_t word = 0;
    while (size--) word = word << 8 | bytes[size];
    return word;
}

#define MIX(word, v, a, b, c, d, x, y, r1, r2, r3, r4) \
    do { \
        v[a] += v[b] + (x), v[d] = ROTATE(word, v[d] ^ v[a], r1); \
        v[c] += v[d], v[b] = ROTATE(word, v[b] ^ v[c], r2); \
        v[a] += v[b] + (y), v[d] = ROTATE(word, v[d] ^ v[a], r3); \
        v[c] += v[d], v[b] = ROTATE(word, v[b] ^ v[c], r4); \
    } while (0)
#define ROTATE(word, x, n) ((word)((x) >> (n) | (x) << (8 * sizeof(word) - (n))))

// Works one block into the state. `final`: it is the last.
#define DEFINE_COMPRESS(name, word, h, start, rounds, ...) \
    static void name(Blake2 *state, const uint8_t *block, bool final) { \
        word m[16], v[16]; \
        for (int i = 0; i < 16; i++) m[i] = (word)read_little(block + i * sizeof(word), sizeof(word)); \
        for (int i = 0; i < 8; i++) v[i] = state->h, v[i + 8] = start[i]; \
        v[12] ^= (word)state->low; \
        v[13] ^= (word)(sizeof(word) == 8 ? state->high : state->low >> 32); \
        if (final) v[14] = ~v[14]; \
        if (final && state->last_node) v[15] = ~v[15]; \
        for (int r = 0; r < rounds; r++) { \
            const uint8_t *s = order[r % 10]; \
            for (int i = 0; i < 4; i++) MIX(word, v, i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]], __VA_ARGS__); \
            for (int i = 0; i < 4; i++) \
                MIX(word, v, i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[2 * i + 8]], m[s[2 * i + 9]], __VA_ARGS__); \
        } \
        for (int i = 0; i < 8; i++) state->h ^= v[i] ^ v[i + 8]; \
    }

#if defined __GNUC__ && !defined __clang__
#pragma GCC optimize("O3", "no-tree-vectorize", "no-tree-slp-vectorize")
#endif
DEFINE_COMPRESS(compress64, uint64_t, h64[i], start64, 12, 32, 24, 16, 63)
DEFINE_COMPRESS(compress32, uint32_t, h32[i], start32, 10, 16, 12, 8, 7)

void blake2_start(Blake2 *state, bool wide, const uint8_t *parameters, bool last_node) {
    memset(state, 0, sizeof *state);
    state->wide = wide;
    state->last_node = last_node;
    state->digest_size = parameters[0];
    for (size_t i = 0; i < 8; i++) {
        if (wide)
            state->h64[i] = start64[i] ^ read_little(parameters + 8 * i, 8);
        else
            state->h32[i] = start32[i] ^ (uint32_t)read_little(parameters + 4 * i, 4);
    }
}

static void compress(Blake2 *state, const uint8_t *block, size_t counted, bool final) {
    state->low += counted;
    if (state->low < counted) state->high++;
    if (state->wide)
        compress64(state, block, final);
    else
        compress32(state, block, final);
}

void blake2_update(Blake2 *state, const uint8_t *data, size_t size) {
    size_t block = state->wide ? 128 : 64;
    while (size) {
        if (state->filled == block) {
            compress(state, state->block, block, false);
            state->filled = 0;
        }
        for (; state->filled == 0 && size > block; data += block, size -= block)
            compress(state, data, block, false);
        size_t room = block - state->filled, part = size < room ? size : room;
        memcpy(state->block + state->filled, data, part);
        state->filled += part;
        data += part;
        size -= part;
    }
}

void blake2_finish(Blake2 *state, uint8_t *digest) {
    memset(state->block + state->filled, 0, sizeof state->block - state->filled);
    compress(state, state->block, state->filled, true);
    for (size_t i = 0; i < state->digest_size; i++)
        digest[i] =
            (uint8_t)(state->wide ? state->h64[i / 8] >> 8 * (i % 8) : state->h32[i / 4] >> 8 * (i % 4));
}

// CRC-32 for x86-64, in place of zlib's, whose functions of these names then stay out of the program: several times as fast
// where the processor multiplies without carries, and without 9 KB of tables, which are made at the first call.
//
// Long data are folded 64 bytes at a time (Gopal and others, "Fast CRC Computation Using PCLMULQDQ"): what is left are 16
// bytes with the same sum. Tables take eight bytes a step (Kounavis and Berry, "slicing").
#ifdef __x86_64__
#include "objects/mem.h"
#include <cpuid.h>
#include <immintrin.h>
#include <string.h>
#include <zlib.h>

enum { STEP = 8, LANES = 4, BLOCK = sizeof(__m128i) };
static uint32_t tables[STEP][256] MEM_UNSCANNED;      // [k][b]: what byte b does to the sum when k zero bytes follow it

static void make_tables(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t sum = byte;
        for (int bit = 0; bit < 8; bit++) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
        tables[0][byte] = sum;
    }
    for (int k = 1; k < STEP; k++)
        for (int byte = 0; byte < 256; byte++)
            tables[k][byte] = tables[k - 1][byte] >> 8 ^ tables[0][tables[k - 1][byte] & 255];
}

// The sum after four bytes, which `step` - 4 zero bytes follow.
static inline uint32_t four(uint32_t word, int step) {
    return tables[step - 1][word & 255] ^ tables[step - 2][word >> 8 & 255] ^
           tables[step - 3][word >> 16 & 255] ^ tables[step - 4][word >> 24];
}

static uint32_t sum_by_tables(uint32_t sum, const unsigned char *data, size_t size) {
    for (; size >= STEP; data += STEP, size -= STEP) {
        uint32_t words[2];
        memcpy(words, data, sizeof words);
        sum = four(sum ^ words[0], 8) ^ four(words[1], 4);
    }
    for (; size; size--) sum = sum >> 8 ^ tables[0][(sum ^ *data++) & 255];
    return sum;
}

// `block`, moved over as many bytes as `powers` stand for, and what is there.
__attribute__((target("pclmul"))) static inline __m128i fold(__m128i block, __m128i powers, const unsigned char *there) {
    __m128i moved = _mm_xor_si128(_mm_clmulepi64_si128(block, powers, 0x00), _mm_clmulepi64_si128(block, powers, 0x11));
    return _mm_xor_si128(moved, _mm_loadu_si128((const __m128i *)there));
}

// Of at least LANES blocks. Leaves off before the last, incomplete block.
__attribute__((target("pclmul"))) static uint32_t sum_by_folding(uint32_t sum, const unsigned char **data, size_t *size) {
    // Powers of x, reflected, that move by 64 bytes and by 16.
    const __m128i by_lanes = _mm_set_epi64x(0x1C6E41596, 0x154442BD4), by_block = _mm_set_epi64x(0x0CCAA009E, 0x1751997D0);
    const unsigned char *at = *data, *end = at + *size;
    __m128i lanes[LANES];
    memcpy(lanes, at, sizeof lanes);
    lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128((int)sum));
    for (at += sizeof lanes; (size_t)(end - at) >= sizeof lanes; at += sizeof lanes)
        for (int i = 0; i < LANES; i++) lanes[i] = fold(lanes[i], by_lanes, at + i * BLOCK);
    __m128i block = lanes[0];
    for (int i = 1; i < LANES; i++) block = fold(block, by_block, (const unsigned char *)&lanes[i]);
    for (; (size_t)(end - at) >= BLOCK; at += BLOCK) block = fold(block, by_block, at);
    *data = at;
    *size = (size_t)(end - at);
    return sum_by_tables(0, (const unsigned char *)&block, BLOCK);
}

// Asked when first needed: on a virtual machine each question takes 20 microseconds and more.
static bool can_fold(void) {
    static enum { UNKNOWN, ABLE, UNABLE } state;
    unsigned a, b, c = 0, d;
    if (state == UNKNOWN) state = __get_cpuid(1, &a, &b, &c, &d) && c & bit_PCLMUL ? ABLE : UNABLE;
    return state == ABLE;
}

uLong crc32_z(uLong start, const Bytef *data, z_size_t size) {
    if (!data) return 0;
    if (!tables[0][1]) make_tables();
    uint32_t sum = ~(uint32_t)start;
    if (size >= LANES * BLOCK && can_fold()) sum = sum_by_folding(sum, &data, &size);
    return (uint32_t)~sum_by_tables(sum, data, size);
}

uLong crc32(uLong start, const Bytef *data, uInt size) { return crc32_z(start, data, size); }
#endif

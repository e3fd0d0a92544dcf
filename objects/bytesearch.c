// Searching runs of bytes (bytesearch.h).
//
// The scan follows Mula's "SIMD-friendly algorithms for substring searching": positions where both the first byte of the
// needle and another one match are candidates. Comparing candidates is charged to a budget that grows with the text
// passed; when it is used up, the rest is searched by memmem (forwards) or by Knuth, Morris and Pratt (backwards).
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include <endian.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK 16
#define GROUP 64                        // positions that Matches looks at together
typedef ByteLanes Lanes;

#define BUDGET_START 4096               // bytes of candidates compared before the text counts
#define BUDGET_PER_BYTE 2

static inline Lanes lanes_load(const uint8_t *p) {
    Lanes lanes;
    memcpy(&lanes, p, BLOCK);
    return lanes;
}

static inline Lanes lanes_all(uint8_t byte) {
    return (Lanes){0} + byte;
}

// A bit for each lane, the first lowest; every lane is 0 or 0xff.
#ifdef __SSE2__
static inline unsigned lanes_mask(Lanes lanes) {
    typedef char Chars __attribute__((vector_size(BLOCK)));
    return (unsigned)__builtin_ia32_pmovmskb128((Chars)lanes);
}
#else
static inline unsigned lanes_mask(Lanes lanes) {
    uint64_t halves[2];
    const uint64_t bits = 0x8080808080808080, gather = 0x0002040810204081;
    memcpy(halves, &lanes, BLOCK);
    return (unsigned)((le64toh(halves[0]) & bits) * gather >> 56 | (le64toh(halves[1]) & bits) * gather >> 56 << 8);
}
#endif

// Where a needle may begin of which `first` is the first byte and `other` the one at `offset`.
static inline Lanes candidates(const uint8_t *at, size_t offset, Lanes first, Lanes other) {
    return (Lanes)(lanes_load(at) == first) & (Lanes)(lanes_load(at + offset) == other);
}

// The offset of the byte to look at besides the needle's first: the last one that differs from that.
static inline size_t telling_offset(const uint8_t *needle, size_t m) {
    size_t offset = m - 1;
    while (offset && needle[offset] == *needle) offset--;
    return offset ? offset : m - 1;
}

void matches_begin(Matches *s, const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    s->hay = hay;
    s->needle = needle;
    s->n = n;
    s->m = m;
    s->positions = 0;
    s->base = -(size_t)GROUP;
    s->from = s->spent = s->left = s->start = 0;
    s->plain = false;
    if (m > n) return;
    s->positions = n - m + 1;
    s->offset = telling_offset(needle, m);
    s->first = lanes_all(*needle);
    s->other = lanes_all(needle[s->offset]);
    s->start_mask = m < 8 ? ((uint64_t)1 << m * 8) - 1 : UINT64_MAX;
    if (m > 2) bytes_copy(&s->start, needle, m < 8 ? m : 8);        // of shorter ones the two lanes are all there is
}

// A bit for each candidate among the GROUP positions from `at` on, or as many as there are.
static inline uint64_t group_candidates(const Matches *s, size_t at) {
    const uint8_t *hay = s->hay + at;
    size_t left = s->positions - at, i = 0;
    uint64_t bits = 0;
    if (left >= GROUP) {
#pragma GCC unroll 4
        for (; i < GROUP; i += BLOCK) bits |= (uint64_t)lanes_mask(candidates(hay + i, s->offset, s->first, s->other)) << i;
        return bits;
    }
    if (s->positions < BLOCK) {
        for (; i < left; i++)
            bits |= (uint64_t)(hay[i] == *s->needle && hay[i + s->offset] == s->needle[s->offset]) << i;
        return bits;
    }
    // The last block of all overlaps what is before it.
    bits = lanes_mask(candidates(hay + left - BLOCK, s->offset, s->first, s->other));
    if (left < BLOCK) return bits >> (BLOCK - left);
    bits <<= left - BLOCK;
    for (; i < left - BLOCK; i += BLOCK)
        bits |= (uint64_t)lanes_mask(candidates(hay + i, s->offset, s->first, s->other)) << i;
    return bits;
}

// Whether the needle stands at a candidate.
static inline bool stands_at(const Matches *s, size_t at) {
    if (s->m <= 2) return true;
    if (s->n - at < 8) return !memcmp(s->hay + at, s->needle, s->m);
    uint64_t word;
    memcpy(&word, s->hay + at, sizeof word);
    return !((word ^ s->start) & s->start_mask) && (s->m <= 8 || !memcmp(s->hay + at + 8, s->needle + 8, s->m - 8));
}

static ptrdiff_t next_guaranteed(Matches *s) {
    const uint8_t *found = s->from < s->n ? memmem(s->hay + s->from, s->n - s->from, s->needle, s->m) : NULL;
    s->from = found ? (size_t)(found - s->hay) + s->m : s->n;
    return found ? found - s->hay : -1;
}

// Candidates before `from` overlap the last match.
static inline __attribute__((always_inline)) ptrdiff_t next_match(Matches *s) {
    if (s->plain) return next_guaranteed(s);
    uint64_t left = s->left;
    for (size_t base = s->base;;) {
        for (; left; left &= left - 1) {
            size_t at = base + __builtin_ctzll(left);
            if (at < s->from) continue;
            if (stands_at(s, at)) {
                s->left = left & (left - 1);
                s->from = at + s->m;
                return at;
            }
            s->spent += s->m;
        }
        base += GROUP;
        if (base < s->from) base = s->from;
        s->base = base;
        s->left = 0;
        if (base >= s->positions) return -1;
        if (s->spent > BUDGET_START + BUDGET_PER_BYTE * base) {
            s->plain = true;
            s->from = base;
            return next_guaranteed(s);
        }
        left = group_candidates(s, base);
    }
}

ptrdiff_t matches_next(Matches *s) {
    return next_match(s);
}

size_t matches_fill(Matches *s, size_t *places, size_t room) {
    ptrdiff_t at;
    size_t count = 0;
    for (; count < room && (at = next_match(s)) >= 0; count++)
        if (places) places[count] = at;
    return count;
}

ptrdiff_t bytes_find(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    if (m == 0) return 0;
    if (m == 1) {
        const uint8_t *found = memchr(hay, needle[0], n);
        return found ? found - hay : -1;
    }
    Matches matches;
    matches_begin(&matches, hay, n, needle, m);
    return matches_next(&matches);
}

// Knuth-Morris-Pratt from the right. fail[i]: length of the longest proper suffix-side border of the needle's last i
// bytes. Without memory for the table it compares position by position, which is slow but right.
static ptrdiff_t rfind_guaranteed(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    size_t *fail = malloc((m + 1) * sizeof *fail);
    if (!fail) {
        for (size_t at = n - m + 1; at-- > 0; )
            if (!memcmp(hay + at, needle, m)) return at;
        return -1;
    }
    fail[0] = fail[1] = 0;
    for (size_t i = 2, k = 0; i <= m; i++) {
        while (k && needle[m - 1 - k] != needle[m - i]) k = fail[k];
        if (needle[m - 1 - k] == needle[m - i]) k++;
        fail[i] = k;
    }
    ptrdiff_t result = -1;
    for (size_t at = n, k = 0; at-- > 0; ) {
        while (k && needle[m - 1 - k] != hay[at]) k = fail[k];
        if (needle[m - 1 - k] == hay[at]) k++;
        if (k == m) {
            result = at;
            break;
        }
    }
    free(fail);
    return result;
}

ptrdiff_t bytes_rfind(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    if (m == 0) return n;
    if (m > n) return -1;
    if (m == 1) {
        const uint8_t *found = memrchr(hay, needle[0], n);
        return found ? found - hay : -1;
    }
    size_t positions = n - m + 1, spent = 0, offset = telling_offset(needle, m);
    Lanes first = lanes_all(needle[0]), other = lanes_all(needle[offset]);
    for (; positions >= BLOCK; positions -= BLOCK) {
        size_t at = positions - BLOCK;
        for (unsigned mask = lanes_mask(candidates(hay + at, offset, first, other)), lane; mask; mask ^= 1u << lane) {
            lane = 31 - __builtin_clz(mask);
            if (!memcmp(hay + at + lane + 1, needle + 1, m - 1)) return at + lane;
            spent += m;
        }
        if (spent > BUDGET_START + BUDGET_PER_BYTE * (n - at)) {
            return at ? rfind_guaranteed(hay, at + m - 1, needle, m) : -1;
        }
    }
    for (size_t at = positions; at-- > 0; )
        if (hay[at] == needle[0] && !memcmp(hay + at, needle, m)) return at;
    return -1;
}

size_t bytes_count_byte(const uint8_t *data, size_t n, uint8_t byte) {
    Lanes wanted = lanes_all(byte);
    size_t total = 0, at = 0;
    while (n - at >= BLOCK) {
        size_t blocks = (n - at) / BLOCK;
        if (blocks > 255) blocks = 255;         // more would overflow a lane
        Lanes sums = {0};
        for (size_t i = 0; i < blocks; i++, at += BLOCK) sums -= (Lanes)(lanes_load(data + at) == wanted);
        for (int i = 0; i < BLOCK; i++) total += sums[i];
    }
    for (; at < n; at++) total += data[at] == byte;
    return total;
}

// Places of two different bytes, which cannot overlap.
static size_t count_pairs(const uint8_t *hay, size_t n, uint8_t a, uint8_t b) {
    Lanes first = lanes_all(a), last = lanes_all(b);
    size_t total = 0, at = 0;
    while (n - at > BLOCK) {
        size_t blocks = (n - at - 1) / BLOCK;
        if (blocks > 255) blocks = 255;         // more would overflow a lane
        Lanes sums = {0};
        for (size_t i = 0; i < blocks; i++, at += BLOCK) sums -= candidates(hay + at, 1, first, last);
        for (int i = 0; i < BLOCK; i++) total += sums[i];
    }
    for (; at + 1 < n; at++) total += hay[at] == a && hay[at + 1] == b;
    return total;
}

// Places of the same byte twice: half of each row of it, rounded down. A word has a bit for each of 64 bytes; rows of odd
// length begin at an even bit and end before an odd one, or the other way round, and a carry runs to where a row ends.
static size_t count_doubles(const uint8_t *hay, size_t n, uint8_t byte) {
    Lanes wanted = lanes_all(byte);
    const uint64_t even = 0x5555555555555555;
    size_t total = 0, at = 0;
    bool open = false;                          // the byte before is one that has no other to go with
    for (; n - at >= 64; at += 64) {
        uint64_t bits = 0, after_odd;
        for (int i = 0; i < 64; i += BLOCK) bits |= (uint64_t)lanes_mask((Lanes)(lanes_load(hay + at + i) == wanted)) << i;
        if (bits + 1 <= 1) {
            total += bits & 32;
            open &= bits & 1;
            continue;
        }
        if (open & bits) total++, bits--;
        uint64_t starts = bits & ~(bits << 1), after_even = bits + (starts & even);
        open = __builtin_add_overflow(bits, starts & ~even, &after_odd);
        unsigned odd = __builtin_popcountll(((after_even & ~even) | (after_odd & even)) & ~bits) + open;
        total += (__builtin_popcountll(bits) - odd) / 2;
    }
    for (; at < n; at++) {
        bool equal = hay[at] == byte, pair = equal & open;
        total += pair;
        open = equal ^ pair;
    }
    return total;
}

size_t bytes_count(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m, size_t most) {
    if (m == 0) return n < most ? n + 1 : most;
    if (m == 1) {
        size_t count = bytes_count_byte(hay, n, needle[0]);
        return count < most ? count : most;
    }
    if (m == 2 && n >= 2) {
        size_t count = needle[0] == needle[1] ? count_doubles(hay, n, needle[0]) : count_pairs(hay, n, needle[0], needle[1]);
        return count < most ? count : most;
    }
    Matches matches;
    matches_begin(&matches, hay, n, needle, m);
    return matches_fill(&matches, NULL, most);
}

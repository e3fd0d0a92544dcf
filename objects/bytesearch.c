// Searching runs of bytes (bytesearch.h).
//
// The scan follows Mula's "SIMD-friendly algorithms for substring searching": positions where both the first and the
// last byte of the needle match are candidates. Comparing candidates is charged to a budget that grows with the text
// passed; when it is used up, the rest is searched by memmem (forwards) or by Knuth, Morris and Pratt (backwards).
#include "objects/bytesearch.h"
#include <stdlib.h>
#include <string.h>

#define BLOCK 16
typedef uint8_t Lanes __attribute__((vector_size(BLOCK)));
typedef uint64_t Halves __attribute__((vector_size(BLOCK)));

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

// 0xff in every lane where a needle with these two ends may begin.
static inline Halves candidates(const uint8_t *at, size_t last_offset, Lanes first, Lanes last) {
    return (Halves)((lanes_load(at) == first) & (lanes_load(at + last_offset) == last));
}

// Offset of the lowest or highest nonzero byte of `half`, as it lay in memory.
static inline unsigned lowest(uint64_t half) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return __builtin_ctzll(half) / 8;
#else
    return __builtin_clzll(half) / 8;
#endif
}

static inline unsigned highest(uint64_t half) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return 7 - __builtin_clzll(half) / 8;
#else
    return 7 - __builtin_ctzll(half) / 8;
#endif
}

static inline uint64_t without(uint64_t half, unsigned byte) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return half & ~(0xffull << byte * 8);
#else
    return half & ~(0xffull << (7 - byte) * 8);
#endif
}

static ptrdiff_t find_guaranteed(const uint8_t *hay, size_t n, size_t from, const uint8_t *needle, size_t m) {
    const uint8_t *found = memmem(hay + from, n - from, needle, m);
    return found ? found - hay : -1;
}

ptrdiff_t bytes_find(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    if (m == 0) return 0;
    if (m > n) return -1;
    if (m == 1) {
        const uint8_t *found = memchr(hay, needle[0], n);
        return found ? found - hay : -1;
    }
    Lanes first = lanes_all(needle[0]), last = lanes_all(needle[m - 1]);
    size_t positions = n - m + 1, spent = 0, at = 0;
    for (; at + BLOCK <= positions; at += BLOCK) {
        Halves found = candidates(hay + at, m - 1, first, last);
        if (!(found[0] | found[1])) continue;
        for (int h = 0; h < 2; h++) {
            for (uint64_t half = found[h]; half; ) {
                unsigned lane = lowest(half);
                size_t here = at + h * 8 + lane;
                if (!memcmp(hay + here + 1, needle + 1, m - 1)) return here;
                half = without(half, lane);
                spent += m;
            }
        }
        if (spent > BUDGET_START + BUDGET_PER_BYTE * at) return find_guaranteed(hay, n, at + BLOCK, needle, m);
    }
    return at < positions ? find_guaranteed(hay, n, at, needle, m) : -1;
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
    Lanes first = lanes_all(needle[0]), last = lanes_all(needle[m - 1]);
    size_t positions = n - m + 1, spent = 0;
    for (; positions >= BLOCK; positions -= BLOCK) {
        size_t at = positions - BLOCK;
        Halves found = candidates(hay + at, m - 1, first, last);
        if (!(found[0] | found[1])) continue;
        for (int h = 1; h >= 0; h--) {
            for (uint64_t half = found[h]; half; ) {
                unsigned lane = highest(half);
                size_t here = at + h * 8 + lane;
                if (!memcmp(hay + here + 1, needle + 1, m - 1)) return here;
                half = without(half, lane);
                spent += m;
            }
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

static inline void load_block(Matches *s, Lanes first, Lanes last) {
    Halves found = candidates(s->hay + s->base, s->m - 1, first, last);
    s->left = found[0];
    s->later = found[1];
    s->next = s->base + BLOCK;
}

// The candidates at `base` and the 7 positions behind it are in `left`; those before `from` overlap the last match.
static inline ptrdiff_t next_match(Matches *s) {
    size_t positions = s->n - s->m + 1;
    Lanes first = lanes_all(s->needle[0]), last = lanes_all(s->needle[s->m - 1]);
    while (!s->plain) {
        while (s->left) {
            unsigned lane = lowest(s->left);
            size_t at = s->base + lane;
            s->left = without(s->left, lane);
            if (at < s->from) continue;
            if (s->m <= 2 || !memcmp(s->hay + at + 1, s->needle + 1, s->m - 2)) {
                s->from = at + s->m;
                return at;
            }
            s->spent += s->m;
        }
        s->base += BLOCK / 2;
        s->left = s->later;
        s->later = 0;
        if (s->left) continue;
        s->base = s->next > s->from ? s->next : s->from;
        s->plain = s->base + BLOCK > positions || s->spent > BUDGET_START + BUDGET_PER_BYTE * s->base;
        if (s->plain) s->from = s->base;
        else load_block(s, first, last);
    }
    if (s->from >= positions) return -1;
    ptrdiff_t found;
    if (s->m == 1) {
        const uint8_t *place = memchr(s->hay + s->from, *s->needle, s->n - s->from);
        found = place ? place - s->hay : -1;
    } else {
        found = bytes_find(s->hay + s->from, s->n - s->from, s->needle, s->m);
        if (found >= 0) found += s->from;
    }
    if (found < 0) {
        s->from = s->n;
        return -1;
    }
    s->from = found + s->m;
    return found;
}

Matches matches_begin(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m) {
    Matches s = {.hay = hay, .needle = needle, .n = n, .m = m};
    if (m > n) {
        s.plain = true;
        s.from = s.n = m;       // no position is left
    } else if (n - m + 1 < BLOCK) {
        s.plain = true;
    } else {
        load_block(&s, lanes_all(needle[0]), lanes_all(needle[m - 1]));
    }
    return s;
}

ptrdiff_t matches_next(Matches *s) {
    return next_match(s);
}

// Places of two different bytes, which cannot overlap.
static size_t count_pairs(const uint8_t *hay, size_t n, uint8_t a, uint8_t b) {
    Lanes first = lanes_all(a), last = lanes_all(b);
    size_t total = 0, at = 0;
    while (n - at > BLOCK) {
        size_t blocks = (n - at - 1) / BLOCK;
        if (blocks > 255) blocks = 255;         // more would overflow a lane
        Lanes sums = {0};
        for (size_t i = 0; i < blocks; i++, at += BLOCK) sums -= (Lanes)candidates(hay + at, 1, first, last);
        for (int i = 0; i < BLOCK; i++) total += sums[i];
    }
    for (; at + 1 < n; at++) total += hay[at] == a && hay[at + 1] == b;
    return total;
}

// Places of the same byte twice: each second one of a row.
static size_t count_doubles(const uint8_t *hay, size_t n, uint8_t byte) {
    Lanes wanted = lanes_all(byte);
    size_t total = 0, at = 0;
    for (unsigned open = 0; at < n; ) {         // open: the byte before is one that stands alone so far
        size_t stop = n - at < BLOCK ? n : at + BLOCK;
        if (stop - at == BLOCK) {
            Halves found = (Halves)(lanes_load(hay + at) == wanted);
            if (!(found[0] | found[1])) {
                open = 0;
                at = stop;
                continue;
            }
        }
        for (; at < stop; at++) {
            unsigned equal = hay[at] == byte, pair = equal & open;
            total += pair;
            open = equal ^ pair;
        }
    }
    return total;
}

size_t bytes_count(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m, size_t most) {
    if (m == 0) return n < most ? n + 1 : most;
    if (m == 1) {
        size_t count = bytes_count_byte(hay, n, needle[0]);
        return count < most ? count : most;
    }
    size_t count = 0;
    if (m == 2 && n >= 2) {
        count = needle[0] == needle[1] ? count_doubles(hay, n, needle[0]) : count_pairs(hay, n, needle[0], needle[1]);
        return count < most ? count : most;
    }
    Matches matches = matches_begin(hay, n, needle, m);
    while (count < most && next_match(&matches) >= 0) count++;
    return count;
}

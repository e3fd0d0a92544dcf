// The loops of the encodings that need no tables, for runs without faults (codecs_parts.h).
#include "objects/bytespan.h"
#include "objects/codecs_parts.h"

#define BLOCK 16
typedef uint8_t Lanes __attribute__((vector_size(BLOCK)));
typedef uint16_t Units __attribute__((vector_size(BLOCK)));
typedef uint8_t HalfLanes __attribute__((vector_size(BLOCK / 2)));
typedef uint8_t QuarterLanes __attribute__((vector_size(BLOCK / 4)));
typedef uint32_t Points __attribute__((vector_size(BLOCK)));
typedef uint64_t Words __attribute__((vector_size(BLOCK)));

#define any_bit(lanes) (((Words)(lanes))[0] | ((Words)(lanes))[1])
#define native_big (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

static inline Units swap_units(Units v) { return v << 8 | v >> 8; }

static inline Lanes load(const void *p) {
    Lanes lanes;
    memcpy(&lanes, p, BLOCK);
    return lanes;
}

// --- Latin-1

vectorised size_t bulk_latin1_size(const uint8_t *data, size_t size) {
    size_t total = size;
    while (size) {
        size_t part = size < 255 ? size : 255;
        uint8_t high = 0;
        for (size_t i = 0; i < part; i++) high += data[i] >> 7;
        total += high;
        data += part;
        size -= part;
    }
    return total;
}

// A byte from 128 on becomes two; the first of them is written for the others as well, and overwritten.
static inline char *latin1_byte(char *out, uint8_t byte) {
    uint8_t high = byte >> 7;
    out[0] = (char)(high ? 0xC0 | byte >> 6 : byte);
    out[1] = (char)(0x80 | (byte & 0x3F));
    return out + 1 + high;
}

void bulk_latin1_decode(char *out, const uint8_t *data, size_t size) {
    size_t at = 0;
    for (; size - at >= BLOCK; at += BLOCK) {
        Lanes v = load(data + at), high = v >> 7;
        if (!any_bit(high)) {
            memcpy(out, &v, BLOCK);
            out += BLOCK;
        } else if (!any_bit(high ^ 1)) {
            Lanes a = 0xC0 | v >> 6, b = 0x80 | (v & 0x3F);
            Lanes low = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
            Lanes rest = __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
            memcpy(out, &low, BLOCK);
            memcpy(out + BLOCK, &rest, BLOCK);
            out += 2 * BLOCK;
        } else {
            for (size_t i = 0; i < BLOCK; i++) out = latin1_byte(out, data[at + i]);
        }
    }
    for (; at < size; at++) out = latin1_byte(out, data[at]);
}

// 8 characters of two bytes each, at once; false: they are not such, or not below U+0100.
static inline bool latin1_pairs(char *out, const char *at) {
    Units v = (Units)load(at);
    if (native_big) v = swap_units(v);
    if (any_bit((v & 0xFE) ^ 0xC2)) return false;
    HalfLanes bytes = __builtin_convertvector((v << 6 & 0xC0) | (v >> 8 & 0x3F), HalfLanes);
    memcpy(out, &bytes, sizeof bytes);
    return true;
}

vectorised bool bulk_below(const char *at, size_t size, uint8_t limit) {
    for (size_t part; size; size -= part, at += part) {
        uint8_t most = 0;
        part = size < 4096 ? size : 4096;
        for (size_t i = 0; i < part; i++) most = (uint8_t)at[i] > most ? (uint8_t)at[i] : most;
        if (most >= limit) return false;
    }
    return true;
}

// Without branches, as no two texts have their characters in the same order. A first byte of two writes nothing, and
// the second one, from 0x80 to 0xBF, is already the character that C2 begins; C3 adds 0x40.
static inline char *narrow_bytes(char *out, const char *p, const char *stop, bool latin, char fill) {
    uint8_t before = 0, most = latin ? 0xC3 : 0xBF;
    for (; p < stop; p++) {
        uint8_t byte = (uint8_t)*p;
        uint8_t fits = (byte < 0x80) | (latin & ((before & 0xFE) == 0xC2)), mask = -fits;
        *out = (char)(((byte + ((before == 0xC3) << 6)) & mask) | (fill & ~mask));
        out += fits | ((fill != 0) & (byte > most));
        before = byte;
    }
    return out;
}

// The same where all characters are known to fit.
static inline char *latin1_bytes(char *out, const char *p, const char *stop) {
    for (uint8_t before = 0; p < stop; before = (uint8_t)*p++) {
        *out = (char)((uint8_t)*p + ((before == 0xC3) << 6));
        out += (uint8_t)*p < 0xC0;
    }
    return out;
}

char *bulk_narrow(char *out, const char *p, const char *end, bool latin, char fill) {
    bool all = latin && bulk_below(p, (size_t)(end - p), 0xC4);
    while (end - p >= 2 * BLOCK) {
        Lanes v = load(p);
        if (!any_bit(v >> 7)) {
            memcpy(out, &v, BLOCK);
            out += BLOCK;
            p += BLOCK;
        } else if (latin && latin1_pairs(out, p)) {
            out += BLOCK / 2;
            p += BLOCK;
        } else {
            const char *stop = p + BLOCK;
            while (utf8_is_continuation(*stop)) stop++;
            out = all ? latin1_bytes(out, p, stop) : narrow_bytes(out, p, stop, latin, fill);
            p = stop;
        }
    }
    return narrow_bytes(out, p, end, latin, fill);
}

// --- UTF-16

vectorised size_t bulk_utf16_size(const uint8_t *data, size_t units, bool big) {
    size_t total = units;
    for (size_t part; units; units -= part, data += part * 2) {
        uint16_t more = 0;
        part = units < 4096 ? units : 4096;
        for (size_t i = 0; i < part; i++) {
            uint8_t high = data[2 * i + !big], low = data[2 * i + big];
            more += (uint16_t)(((high != 0) | (low >> 7)) + (high >= 8) - ((high & 0xF8) == 0xD8));
        }
        total += more;
    }
    return total;
}

// As utf8_write, but may write a byte behind it.
static inline char *write_point(char *out, uint32_t c) {
    if (c < 0x800 || c >= 0x10000 || native_big) return utf8_write(out, c);
    uint32_t bytes = 0x8080E0 | c >> 12 | (c << 2 & 0x3F00) | (c << 16 & 0x3F0000);
    memcpy(out, &bytes, sizeof bytes);
    return out + 3;
}

// The character of the pair of surrogates that begins at `data`, or 0.
static inline uint32_t utf16_pair(const uint8_t *data, bool big) {
    uint16_t high, low;
    memcpy(&high, data, sizeof high);
    memcpy(&low, data + 2, sizeof low);
    if (big != native_big) high = __builtin_bswap16(high), low = __builtin_bswap16(low);
    if ((high & 0xFC00) != 0xD800 || (low & 0xFC00) != 0xDC00) return 0;
    return 0x10000 + ((high & 0x3FFu) << 10) + (low & 0x3FF);
}

size_t bulk_utf16_decode(char **out, const uint8_t *data, size_t units, bool big, size_t *pairs) {
    size_t at = 0;
    char *to = *out;
    while (at < units) {
        if (units - at >= BLOCK / 2) {
            Units v = (Units)load(data + at * 2);
            if (big != native_big) v = swap_units(v);
            if (!any_bit(v & 0xFF80)) {
                HalfLanes bytes = __builtin_convertvector(v, HalfLanes);
                memcpy(to, &bytes, sizeof bytes);
                to += sizeof bytes;
                at += BLOCK / 2;
                continue;
            }
        }
        size_t stop = units - at < BLOCK / 2 ? units : at + BLOCK / 2;
        for (; at < stop; at++) {
            uint16_t c;
            memcpy(&c, data + at * 2, sizeof c);
            if (big != native_big) c = __builtin_bswap16(c);
            if (unlikely((c & 0xF800) == 0xD800)) {
                uint32_t point = units - at >= 2 ? utf16_pair(data + at * 2, big) : 0;
                if (!point) goto done;
                to = utf8_write(to, point);
                at++;
                ++*pairs;
                continue;
            }
            to = write_point(to, c);
        }
    }
done:
    *out = to;
    return at;
}

static inline char *utf16_unit(char *out, uint32_t unit, bool big) {
    uint16_t stored = big == native_big ? (uint16_t)unit : __builtin_bswap16((uint16_t)unit);
    memcpy(out, &stored, sizeof stored);
    return out + 2;
}

static inline char *utf32_unit(char *out, uint32_t c, bool big) {
    if (big != native_big) c = __builtin_bswap32(c);
    memcpy(out, &c, sizeof c);
    return out + 4;
}

static inline char *wide_ascii(char *to, HalfLanes bytes, bool utf32, bool big) {
    if (!utf32) {
        Units v = __builtin_convertvector(bytes, Units);
        if (big != native_big) v = swap_units(v);
        memcpy(to, &v, BLOCK);
        return to + BLOCK;
    }
    for (int half = 0; half < 2; half++, to += BLOCK) {
        QuarterLanes part;
        memcpy(&part, (char *)&bytes + half * sizeof part, sizeof part);
        Points v = __builtin_convertvector(part, Points);
        if (big != native_big) v <<= 24;
        memcpy(to, &v, BLOCK);
    }
    return to;
}

static inline char *wide_point(char *to, uint32_t c, bool utf32, bool big) {
    if (utf32) return utf32_unit(to, c, big);
    if (c < 0x10000) return utf16_unit(to, c, big);
    to = utf16_unit(to, 0xD800 + ((c - 0x10000) >> 10), big);
    return utf16_unit(to, 0xDC00 + ((c - 0x10000) & 0x3FF), big);
}

static inline char *wide_encode(char *to, const char **at, const char *end, bool utf32, bool big) {
    const char *p = *at;
    while (p < end) {
        if (end - p >= BLOCK / 2) {
            uint64_t word;
            memcpy(&word, p, sizeof word);
            if (!(word & UTF8_HIGH_BITS)) {
                HalfLanes bytes;
                memcpy(&bytes, &word, sizeof bytes);
                to = wide_ascii(to, bytes, utf32, big);
                p += BLOCK / 2;
                continue;
            }
        }
        const char *stop = end - p < BLOCK / 2 ? end : p + BLOCK / 2;
        while (p < stop) {
            const char *next = p;
            uint32_t c = utf8_read(&next);
            if ((c & 0xFFFFF800) == 0xD800) goto done;
            to = wide_point(to, c, utf32, big);
            p = next;
        }
    }
done:
    *at = p;
    return to;
}

char *bulk_wide_encode(char *to, const char **at, const char *end, bool utf32, bool big) {
    return utf32 ? wide_encode(to, at, end, true, big) : wide_encode(to, at, end, false, big);
}

// --- UTF-32

size_t bulk_utf32_decode(char **out, const uint8_t *data, size_t units, bool big) {
    size_t at = 0;
    char *to = *out;
    while (at < units) {
        if (units - at >= BLOCK / 4) {
            Points v = (Points)load(data + at * 4);
            if (big != native_big) v = v << 24 | ((v & 0xFF00) << 8) | (v >> 8 & 0xFF00) | v >> 24;
            if (!any_bit(v & ~0x7Fu)) {
                QuarterLanes bytes = __builtin_convertvector(v, QuarterLanes);
                memcpy(to, &bytes, sizeof bytes);
                to += sizeof bytes;
                at += BLOCK / 4;
                continue;
            }
        }
        size_t stop = units - at < BLOCK / 4 ? units : at + BLOCK / 4;
        for (; at < stop; at++) {
            uint32_t c;
            memcpy(&c, data + at * 4, sizeof c);
            if (big != native_big) c = __builtin_bswap32(c);
            if (c > 0x10FFFF || (c & 0xFFFFF800) == 0xD800) goto done;
            to = write_point(to, c);
        }
    }
done:
    *out = to;
    return at;
}

vectorised size_t bulk_wide_characters(const char *at, const char *end) {
    size_t total = 0;
    for (size_t part, left = (size_t)(end - at); left; left -= part, at += part) {
        uint8_t wide = 0;
        part = left < 255 ? left : 255;
        for (size_t i = 0; i < part; i++) wide += (uint8_t)at[i] >= 0xF0;
        total += wide;
    }
    return total;
}

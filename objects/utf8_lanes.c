// UTF-8 by vectors of sixteen bytes (utf8_lanes.h). A table says for each set of lanes how to move these
// together; it is made when first needed.
#include "objects/mem.h"
#include "objects/utf8_lanes.h"

#define BLOCK 16
typedef uint8_t Lanes __attribute__((vector_size(BLOCK)));
typedef int8_t SignedLanes __attribute__((vector_size(BLOCK)));
typedef uint16_t Units __attribute__((vector_size(BLOCK)));
typedef uint64_t Words __attribute__((vector_size(BLOCK)));

// What differs between processors: shuffling bytes, the lanes' highest bits as a number, and whether they are
// able to.
#if defined __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#define BY_LANES __attribute__((target("ssse3,popcnt")))

static inline BY_LANES Lanes shuffle(Lanes v, Lanes order) {
    return (Lanes)_mm_shuffle_epi8((__m128i)v, (__m128i)order);
}

static inline BY_LANES unsigned high_bits(Lanes v) { return (unsigned)_mm_movemask_epi8((__m128i)v); }

static bool able(void) {
    unsigned a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && c & bit_SSSE3 && c & bit_POPCNT;
}
#elif defined __aarch64__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#include <arm_neon.h>
#define BY_LANES

static inline Lanes shuffle(Lanes v, Lanes order) { return (Lanes)vqtbl1q_u8((uint8x16_t)v, (uint8x16_t)order); }

static inline unsigned high_bits(Lanes v) {
    Words bits = ((Words)v >> 7 & 0x0101010101010101) * 0x0102040810204080 >> 56;
    return (unsigned)(bits[0] | bits[1] << 8);
}

static bool able(void) { return true; }
#else
#define BY_LANES
static inline Lanes shuffle(Lanes v, Lanes order) { return v + order; }
static inline unsigned high_bits(Lanes v) { return v[0]; }
static bool able(void) { return false; }
#endif

#define any_bit(lanes) (((Words)(lanes))[0] | ((Words)(lanes))[1])

static inline Lanes load(const void *p) {
    Lanes lanes;
    memcpy(&lanes, p, BLOCK);
    return lanes;
}

// A read order takes the bytes of 8 low and 8 high halves, of those lanes that are in its index, to units. A
// write order leaves out of 4 lanes of 4 bytes what each does not need: the index has a bit for each that has
// a second byte, and 4 bits higher for a third. A pair order does that for 8 lanes of 2 bytes.
MEM_UNSCANNED static uint8_t read_orders[256][BLOCK], write_orders[256][BLOCK], pair_orders[256][BLOCK];

static void make_orders(void) {
    for (unsigned index = 0; index < 256; index++) {
        uint8_t *read = read_orders[index], *write = write_orders[index], *pair = pair_orders[index];
        for (uint8_t lane = 0; lane < 8; lane++) {
            *pair++ = 2 * lane;
            if (index >> lane & 1) *pair++ = 2 * lane + 1;
            if (!(index >> lane & 1)) continue;
            *read++ = lane;
            *read++ = lane + 8;
        }
        for (uint8_t lane = 0; lane < 4; lane++) {
            *write++ = 4 * lane;
            if (index >> lane & 1) *write++ = 4 * lane + 1;
            if (index >> lane & 16) *write++ = 4 * lane + 2;
        }
    }
}

static bool ready(void) {
    static enum { UNKNOWN, ABLE, UNABLE } state;
    if (state == UNKNOWN) {
        state = able() ? ABLE : UNABLE;
        make_orders();
    }
    return state == ABLE;
}

// A bit for each lane in which a character begins.
static inline BY_LANES unsigned first_bytes(Lanes v) { return ~high_bits((Lanes)((SignedLanes)v < -64)) & 0xFFFF; }

// --- to units

// 5 characters of 3 bytes each.
static inline BY_LANES Units triples(Lanes v) {
    Units heads = (Units)shuffle(v, (Lanes){1, 0, 4, 3, 7, 6, 10, 9, 13, 12, 255, 255, 255, 255, 255, 255});
    Units tails = (Units)shuffle(v, (Lanes){2, 255, 5, 255, 8, 255, 11, 255, 14, 255, 255, 255, 255, 255, 255, 255});
    return (heads & 0x0F00) << 4 | (heads & 0x3F) << 6 | (tails & 0x3F);
}

// The low and the high bytes of the characters that begin in each lane of a, whose next bytes are in b and c.
static inline BY_LANES void any_characters(Lanes a, Lanes b, Lanes c, Lanes *low, Lanes *high) {
    Lanes ascii = (Lanes)((SignedLanes)a >= 0), three = (Lanes)(a >= 0xE0);
    Lanes x = (b & three) | (a & ~three), y = (c & three) | (b & ~three);
    *low = (a & ascii) | ((x << 6 | (y & 0x3F)) & ~ascii);
    *high = ((x >> 2 & 0x0F) | (a << 4 & three)) & ~ascii;
}

// The lanes of `half`, low bytes and then high ones, that are in the index.
static inline BY_LANES uint16_t *put_units(uint16_t *out, Words half, unsigned index) {
    Lanes units = shuffle((Lanes)half, load(read_orders[index]));
    memcpy(out, &units, BLOCK);
    return out + __builtin_popcount(index);
}

static BY_LANES size_t read_lanes(uint16_t *out, size_t room, const char **at, const char *end) {
    const char *p = *at;
    uint16_t *to = out, *last = out + room;
    while (end - p >= BLOCK + 2 && last - to >= BLOCK) {
        Lanes v = load(p), low, high;
        if (!high_bits(v)) {
            Lanes first = __builtin_shufflevector(v, (Lanes){0}, 0, 16, 1, 16, 2, 16, 3, 16, 4, 16, 5, 16, 6, 16, 7, 16);
            Lanes second = __builtin_shufflevector(v, (Lanes){0}, 8, 16, 9, 16, 10, 16, 11, 16, 12, 16, 13,
                                                   16, 14, 16, 15, 16);
            memcpy(to, &first, BLOCK);
            memcpy(to + 8, &second, BLOCK);
            to += BLOCK;
            p += BLOCK;
            continue;
        }
        unsigned leads = first_bytes(v);
        if (leads == 0x9249) {
            Units units = triples(v);
            memcpy(to, &units, BLOCK);
            to += 5;
            p += 15;
            continue;
        }
        if (high_bits((Lanes)(v >= 0xF0))) break;
        any_characters(v, load(p + 1), load(p + 2), &low, &high);
        to = put_units(to, __builtin_shufflevector((Words)low, (Words)high, 0, 2), leads & 0xFF);
        to = put_units(to, __builtin_shufflevector((Words)low, (Words)high, 1, 3), leads >> 8);
        p += BLOCK;
    }
    // The last character was taken whole.
    while (p < end && utf8_is_continuation(*p)) p++;
    *at = p;
    return (size_t)(to - out);
}

size_t utf8_to_units(uint16_t *out, size_t room, const char **at, const char *end) {
    size_t count = ready() ? read_lanes(out, room, at, end) : 0;
    for (; count < room && *at < end && (uint8_t)**at < 0xF0; count++) out[count] = (uint16_t)utf8_read(at);
    return count;
}

// --- from units

// 4 lanes of a first byte, a second and a third each, of which those in the index are there.
static inline BY_LANES char *put_characters(char *out, Lanes four, unsigned index) {
    Lanes bytes = shuffle(four, load(write_orders[index]));
    memcpy(out, &bytes, BLOCK);
    return out + 4 + __builtin_popcount(index);
}

static BY_LANES char *write_lanes(char *out, const uint8_t *units, size_t blocks) {
    for (; blocks; blocks--, units += BLOCK) {
        Units c = (Units)load(units), one = (Units)((c & 0xFF80) == 0), two = (Units)((c & 0xF800) == 0);
        Units heads = (c & one) | ((c >> 6 | (c << 8 & 0x3F00) | 0x80C0) & ~one);
        unsigned wide = ~high_bits(__builtin_shufflevector((Lanes)one, (Lanes)two, 0, 2, 4, 6, 8, 10, 12, 14,
                                                           16, 18, 20, 22, 24, 26, 28, 30));
        if (!(wide & 0xFF00)) {
            Lanes bytes = shuffle((Lanes)heads, load(pair_orders[wide & 0xFF]));
            memcpy(out, &bytes, BLOCK);
            out += 8 + __builtin_popcount(wide & 0xFF);
            continue;
        }
        Units tails = (c & 0x3F) | 0x80;
        heads = (heads & two) | ((c >> 12 | (c << 2 & 0x3F00) | 0x80E0) & ~two);
        Lanes low = (Lanes)__builtin_shufflevector(heads, tails, 0, 8, 1, 9, 2, 10, 3, 11);
        Lanes high = (Lanes)__builtin_shufflevector(heads, tails, 4, 12, 5, 13, 6, 14, 7, 15);
        out = put_characters(out, low, (wide & 0x0F) | (wide >> 4 & 0xF0));
        out = put_characters(out, high, (wide >> 4 & 0x0F) | (wide >> 8 & 0xF0));
    }
    return out;
}

char *utf8_from_units(char *out, const void *units, size_t count) {
    const uint8_t *p = units, *end = p + 2 * count;
    if (count >= 8 && ready()) {
        out = write_lanes(out, p, count / 8);
        p += count / 8 * BLOCK;
    }
    for (; p < end; p += 2) {
        uint16_t c;
        memcpy(&c, p, sizeof c);
        out = utf8_write(out, c);
    }
    return out;
}

// --- moving and turning round

static BY_LANES const char *advance_lanes(const char *text, const char *end, size_t *count) {
    while (end - text >= BLOCK) {
        unsigned leads = first_bytes(load(text));
        size_t have = (size_t)__builtin_popcount(leads);
        if (have > *count) {
            for (; *count; --*count) leads &= leads - 1;
            return text + __builtin_ctz(leads);
        }
        *count -= have;
        text += BLOCK;
    }
    while (text < end && utf8_is_continuation(*text)) text++;
    return text;
}

const char *utf8_advance(const char *text, const char *end, size_t count) {
    if (count > 4 && ready()) text = advance_lanes(text, end, &count);
    return utf8_skip(text, count);
}

// All bytes in the opposite order, and then the bytes of each character back again.
static inline BY_LANES Lanes turn(Lanes v) {
    Lanes r = shuffle(v, (Lanes){15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    Lanes next = shuffle(r, (Lanes){1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255});
    Lanes second_next = shuffle(r, (Lanes){2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255, 255});
    Lanes before = shuffle(r, (Lanes){255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
    Lanes second_before = shuffle(r, (Lanes){255, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});
    Lanes last_of_3 = (Lanes)(second_next >= 0xE0), last_of_2 = (Lanes)(next >= 0xC0) & (Lanes)(next < 0xE0);
    Lanes first_of_3 = (Lanes)(r >= 0xE0), first_of_2 = (Lanes)(r >= 0xC0) & ~first_of_3;
    Lanes moved = last_of_3 | last_of_2 | first_of_3 | first_of_2;
    return (second_next & last_of_3) | (next & last_of_2) | (second_before & first_of_3) |
           (before & first_of_2) | (r & ~moved);
}

static BY_LANES char *reverse_lanes(char *out, const char *start, const char **end) {
    const char *p = *end;
    while (p - start >= BLOCK) {
        Lanes v = load(p - BLOCK);
        if (high_bits((Lanes)(v >= 0xF0))) break;
        Lanes turned = turn(v);
        memcpy(out, &turned, BLOCK);
        // What the first character has outside of the block is written over.
        // Branches can be guessed, so that the next block need not wait.
        int whole = BLOCK;
        for (unsigned leads = first_bytes(v); !(leads & 1); leads >>= 1) whole--;
        out += whole;
        p -= whole;
    }
    *end = p;
    return out;
}

char *utf8_reversed(char *out, const char *start, const char *end) {
    while (end > start) {
        if (ready()) out = reverse_lanes(out, start, &end);
        for (int i = 0; i < BLOCK && end > start; i++) out = utf8_write(out, utf8_read_back(&end));
    }
    return out;
}

// --- validating

// What can be wrong with two bytes that follow each other, a bit each. The three tables, by the halves of the
// first and the high half of the second, have them where such a half is part of it (Keiser and Lemire,
// "Validating UTF-8 in less than one instruction per byte").
enum {
    SHORT = 1,                  // a first byte, and no continuation
    ORPHAN = 2,                 // a continuation behind ASCII
    LONG_3 = 4, LONG_2 = 32, LONG_4 = 64,       // more bytes than needed
    SURROGATE = 16,
    TOO_LARGE = 8, FAR_TOO_LARGE = 64,
    SECOND = 128,               // two continuations, as in the middle of a longer character
};

static inline BY_LANES Lanes faults(Lanes v, Lanes before, Lanes second, Lanes third) {
    enum { LARGE = TOO_LARGE | FAR_TOO_LARGE };
    Lanes by_high = {ORPHAN, ORPHAN, ORPHAN, ORPHAN, ORPHAN, ORPHAN, ORPHAN, ORPHAN, SECOND, SECOND, SECOND, SECOND,
                     SHORT | LONG_2, SHORT, SHORT | LONG_3 | SURROGATE, SHORT | LARGE | LONG_4};
    const uint8_t every = SHORT | ORPHAN | SECOND;
    Lanes by_low = {every | LONG_2 | LONG_3 | LONG_4, every | LONG_2, every, every, every | TOO_LARGE, every | LARGE,
                    every | LARGE, every | LARGE, every | LARGE, every | LARGE, every | LARGE, every | LARGE, every | LARGE,
                    every | LARGE | SURROGATE, every | LARGE, every | LARGE};
    const uint8_t continuation = ORPHAN | LONG_2 | SECOND;
    Lanes by_next = {SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, continuation | LONG_3 | FAR_TOO_LARGE | LONG_4,
                     continuation | LONG_3 | TOO_LARGE, continuation | SURROGATE | TOO_LARGE,
                     continuation | SURROGATE | TOO_LARGE, SHORT, SHORT, SHORT, SHORT};
    Lanes special = shuffle(by_high, before >> 4) & shuffle(by_low, before & 0x0F) & shuffle(by_next, v >> 4);
    Lanes inside = (Lanes)(second >= 0xE0) | (Lanes)(third >= 0xF0);
    return special ^ (inside & SECOND);
}

static BY_LANES size_t valid_lanes(const uint8_t *data, size_t size, size_t *count) {
    Lanes last = {0};
    size_t at = 0, found = 0;
    for (; size - at >= BLOCK; at += BLOCK) {
        Lanes v = load(data + at);
        if (!high_bits(v | last)) {
            found += BLOCK;
            continue;
        }
        Lanes before = __builtin_shufflevector(last, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
        Lanes second = __builtin_shufflevector(last, v, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
        Lanes third = __builtin_shufflevector(last, v, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
        if (any_bit(faults(v, before, second, third))) break;
        found += (size_t)__builtin_popcount(first_bytes(v));
        last = v;
    }
    // The last character may go on.
    size_t whole = at;
    while (whole && utf8_is_continuation((char)data[whole - 1])) whole--;
    whole -= whole && data[whole - 1] >= 0xC0;
    *count += found - (whole < at);
    return whole;
}

size_t utf8_valid_lanes(const uint8_t *data, size_t size, size_t *count) {
    return size >= BLOCK && ready() ? valid_lanes(data, size, count) : 0;
}

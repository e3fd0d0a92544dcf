// Runs of characters below U+10000, as units of 16 bits, to what the encodings make of them and back
// (codecs_parts.h). utf8_lanes.c has what is between the units and text.
#include "objects/bytespan.h"
#include "objects/codecs_parts.h"

#define BLOCK 16
typedef uint16_t UnitLanes __attribute__((vector_size(BLOCK)));
typedef uint32_t Points __attribute__((vector_size(BLOCK)));
typedef int32_t SignedPoints __attribute__((vector_size(BLOCK)));
typedef uint64_t Words __attribute__((vector_size(BLOCK)));

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "units lie in memory with their low byte first");

// --- sizes

vectorised size_t bulk_count_from(const uint8_t *data, size_t size, uint8_t least) {
    size_t total = 0;
    for (size_t part; size; size -= part, data += part) {
        uint8_t found = 0;
        part = size < 255 ? size : 255;
        for (size_t i = 0; i < part; i++) found += data[i] >= least;
        total += found;
    }
    return total;
}

// How many bytes less than 3 each of 8 units needs, subtracted from `sums`. A surrogate needs 2, half of what a pair does.
static inline UnitLanes add_savings(UnitLanes sums, const void *units, bool big) {
    UnitLanes v;
    memcpy(&v, units, BLOCK);
    if (big) v = v << 8 | v >> 8;
    return sums + (UnitLanes)((v & 0xFF80) == 0) + (UnitLanes)((v & 0xF800) == 0) + (UnitLanes)((v & 0xF800) == 0xD800);
}

size_t bulk_utf16_size(const uint8_t *data, size_t units, bool big) {
    size_t total = 3 * units, i = 0;
    while (i < units) {
        UnitLanes sums = {0};
        uint16_t last[8] = {0};
        size_t stop = units - i < 8 * 4096 ? units / 8 * 8 : i + 8 * 4096;
        for (; i < stop; i += 8) sums = add_savings(sums, data + 2 * i, big);
        if (i + 8 > units) {            // what is not there counts as zeros, which save 2
            memcpy(last, data + 2 * i, 2 * (units - i));
            sums = add_savings(sums, last, big);
            total += 2 * (8 - (units - i));
            i = units;
        }
        for (int k = 0; k < 8; k++) total -= (uint16_t)-sums[k];
    }
    return total;
}

static inline Points load_points(const uint8_t *data, bool big) {
    Points v;
    memcpy(&v, data, BLOCK);
    return !big ? v : v << 24 | (v << 8 & 0xFF0000) | (v >> 8 & 0xFF00) | v >> 24;
}

static inline uint32_t point_at(const uint8_t *data, bool big) {
    uint32_t point;
    memcpy(&point, data, sizeof point);
    return !big ? point : __builtin_bswap32(point);
}

size_t bulk_utf32_size(const uint8_t *data, size_t points, bool big) {
    Points sums = {0};
    size_t i = 0, total = points;
    for (; points - i >= 4; i += 4) {
        SignedPoints v = (SignedPoints)load_points(data + 4 * i, big);
        sums -= (Points)(v > 0x7F) + (Points)(v > 0x7FF) + (Points)(v > 0xFFFF);
        if (i % (1 << 24)) continue;
        for (int k = 0; k < 4; k++) total += sums[k], sums[k] = 0;
    }
    for (int k = 0; k < 4; k++) total += sums[k];
    for (; i < points; i++) total += utf8_size(point_at(data + 4 * i, big)) - 1;
    return total;
}

// --- to units

vectorised void bulk_bytes(uint16_t *units, const uint8_t *data, size_t count) {
    for (size_t i = 0; i < count; i++) units[i] = data[i];
}

size_t bulk_look_up(const uint16_t *upper, const uint8_t *data, size_t size, bool dropping, uint16_t *units, size_t *count) {
    size_t n = 0, i = 0;
    for (; i < size; i++) {
        uint16_t c = upper[data[i] & 0x7F];
        c = data[i] < 0x80 ? data[i] : c;
        if (c == CODEC_UNDEFINED && !dropping) break;
        units[n] = c;
        n += c != CODEC_UNDEFINED;
    }
    *count = n;
    return i;
}

vectorised void bulk_units(uint16_t *units, const void *data, size_t count, bool big) {
    if (units != data) memcpy(units, data, 2 * count);
    if (!big) return;
    for (size_t i = 0; i < count; i++) units[i] = (uint16_t)(units[i] << 8 | units[i] >> 8);
}

size_t bulk_plain(const uint16_t *units, size_t count) {
    size_t i = 0;
    for (; count - i >= BLOCK / 2; i += BLOCK / 2) {
        UnitLanes lanes;
        memcpy(&lanes, units + i, BLOCK);
        Words found = (Words)((lanes & 0xF800) == 0xD800);
        if (found[0] | found[1]) break;
    }
    while (i < count && (units[i] & 0xF800) != 0xD800) i++;
    return i;
}

size_t bulk_points(uint16_t *units, const uint8_t *data, size_t count, bool big) {
    size_t i = 0;
    for (; count - i >= 8; i += 8) {
        Points a = load_points(data + 4 * i, big), b = load_points(data + 4 * i + BLOCK, big);
        UnitLanes v = __builtin_shufflevector((UnitLanes)a, (UnitLanes)b, 0, 2, 4, 6, 8, 10, 12, 14);
        Words bad = (Words)((a | b) >> 16) | (Words)((v & 0xF800) == 0xD800);
        if (bad[0] | bad[1]) break;
        memcpy(units + i, &v, BLOCK);
    }
    for (uint32_t c; i < count; i++) {
        c = point_at(data + 4 * i, big);
        if (c > 0xFFFF || (c & 0xF800) == 0xD800) break;
        units[i] = (uint16_t)c;
    }
    return i;
}

// --- from units

// As 32 bits each, of which the others are 0.
char *bulk_put_points(char *out, const uint16_t *units, size_t count, bool big) {
    const UnitLanes zero = {0};
    size_t i = 0;
    for (; count - i >= 8; i += 8, out += 2 * BLOCK) {
        UnitLanes v;
        memcpy(&v, units + i, BLOCK);
        UnitLanes low = big ? zero : v, high = big ? v << 8 | v >> 8 : zero;
        UnitLanes first = __builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11);
        UnitLanes second = __builtin_shufflevector(low, high, 4, 12, 5, 13, 6, 14, 7, 15);
        memcpy(out, &first, BLOCK);
        memcpy(out + BLOCK, &second, BLOCK);
    }
    for (; i < count; i++, out += 4) {
        uint32_t c = big ? __builtin_bswap32(units[i]) : units[i];
        memcpy(out, &c, sizeof c);
    }
    return out;
}

static vectorised bool narrow(char *out, const uint16_t *units, size_t count, uint16_t limit) {
    uint16_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most |= units[i];
        out[i] = (char)units[i];
    }
    return most < limit;
}

static vectorised void narrow_filled(char *out, const uint16_t *units, size_t count, uint16_t most, uint8_t fill) {
    for (size_t i = 0; i < count; i++) out[i] = (char)(units[i] > most ? fill : units[i]);
}

char *bulk_narrow(char *out, const uint16_t *units, size_t count, uint16_t limit, int fill, size_t *done) {
    *done = count;
    if (fill && narrow(out, units, count, limit)) return out + count;
    if (fill > 0) {
        narrow_filled(out, units, count, limit - 1, (uint8_t)fill);
        return out + count;
    }
    for (size_t i = 0; i < count; i++) {
        *out = (char)units[i];
        out += units[i] < limit;
        if (fill < 0 && units[i] >= limit) {
            *done = i;
            break;
        }
    }
    return out;
}

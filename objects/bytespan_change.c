// Methods of bytes and bytearray that make a changed copy, but for case and hex: replace, translate, padding (bytespan.h).
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include <endian.h>

// ---------------------------------------------------------------------------------------------------------------
// replace

typedef struct {
    const uint8_t *old, *new;
    size_t old_size, new_size;
    size_t most;
} Replacement;

vectorised void bytes_replace_byte(uint8_t *restrict out, const uint8_t *restrict data, size_t size,
                                   uint8_t old, uint8_t new) {
    for (size_t i = 0; i < size; i++) out[i] = data[i] == old ? new : data[i];
}

// `new` before each of the first `count` bytes, and at the end if there are more places than bytes.
static void interleave(uint8_t *out, const uint8_t *data, size_t size, const Replacement *r, size_t count) {
    size_t i = 0, places = count < size ? count : size;
    if (r->new_size == 1) {
        for (uint8_t new = *r->new; i < places; i++, out += 2) out[0] = new, out[1] = data[i];
    }
    for (; i < places; i++) {
        memcpy(out, r->new, r->new_size);
        out += r->new_size;
        *out++ = data[i];
    }
    memcpy(out, data + i, size - i);
    out += size - i;
    if (count > size) memcpy(out, r->new, r->new_size);
}

// Writes `new` over occurrences in the copy at `out`; both are of one size.
static void overwrite(uint8_t *out, const uint8_t *data, size_t size, const Replacement *r) {
    Matches matches;
    matches_begin(&matches, data, size, r->old, r->old_size);
    size_t most = r->most;
    for (ptrdiff_t found; most-- && (found = matches_next(&matches)) >= 0; ) {
        if (r->new_size == 1) out[found] = *r->new;
        else if (r->new_size == 2) memcpy(out + found, r->new, 2);
        else bytes_copy(out + found, r->new, r->new_size);
    }
}

// When both are of one size, nothing need be counted.
static Value replace_same_size(Value self, const Replacement *r) {
    size_t size = span_of(self)->size;
    const uint8_t *data = span_of(self)->data;
    ptrdiff_t first = r->most ? bytes_find(data, size, r->old, r->old_size) : -1;
    if (first < 0) return span_same(self);
    Value result = span_new(self, 0, size);
    if (!result) return 0;
    uint8_t *out = span_of(result)->data;
    bool all_bytes = r->old_size == 1 && r->most == SIZE_MAX;
    memcpy(out, data, all_bytes ? (size_t)first : size);
    if (all_bytes) bytes_replace_byte(out + first, data + first, size - first, *r->old, *r->new);
    else overwrite(out + first, data + first, size - first, r);
    return result;
}

static void replace_copy(uint8_t *out, const uint8_t *data, size_t size, const Replacement *r, size_t count) {
    size_t at = 0, places[64];
    Matches matches;
    matches_begin(&matches, data, size, r->old, r->old_size);
    while (count) {
        size_t known = matches_fill(&matches, places, count < 64 ? count : 64);
        count -= known;
        for (size_t i = 0; i < known; i++) {
            size_t before = places[i] - at;
            bytes_copy(out, data + at, before);
            out += before;
            bytes_copy(out, r->new, r->new_size);
            out += r->new_size;
            at = places[i] + r->old_size;
        }
    }
    memcpy(out, data + at, size - at);
}

static Value replace(Value self, const Replacement *r) {
    size_t size = span_of(self)->size, added, total;
    const uint8_t *data = span_of(self)->data;
    if (r->old_size && r->old_size == r->new_size) return replace_same_size(self, r);
    size_t count = r->most ? bytes_count(data, size, r->old, r->old_size, r->most) : 0;
    if (count == 0) return span_same(self);
    if (__builtin_mul_overflow(count, r->new_size, &added) ||
        __builtin_add_overflow(size - count * r->old_size, added, &total) || total > PTRDIFF_MAX)
        return raise_overflow_error("replace bytes is too long");
    Value result = span_new(self, 0, total);
    if (!result) return 0;
    uint8_t *out = span_of(result)->data;
    if (r->old_size == 0)
        interleave(out, data, size, r, count);
    else
        replace_copy(out, data, size, r, count);
    return result;
}

Value span_py_replace(Value self, Value *args) {
    ptrdiff_t most = -1;
    Borrowed old, new;
    if (!span_borrow(args[0], &old)) return 0;
    Value result = 0;
    if (span_borrow(args[1], &new)) {
        if (!args[2] || sequence_size(args[2], &most)) {
            Replacement r = {old.data, new.data, old.size, new.size, most < 0 ? SIZE_MAX : (size_t)most};
            result = replace(self, &r);
        }
        span_return(&new);
    }
    span_return(&old);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// translate, maketrans

static const uint8_t *identity_table(void) {
    static uint8_t table[256];
    if (!table[255])
        for (int i = 0; i < 256; i++) table[i] = i;
    return table;
}

// Into a room of its own first, because the size of the result is not known.
static Value translate(Value self, const uint8_t *table, const bool *drop) {
    size_t size = span_of(self)->size;
    const uint8_t *data = span_of(self)->data;
    uint8_t few[256], *room = size < sizeof few ? few : mem_alloc_atomic(size + 1), *out = room;       // the loops write before they know
    if (!room) return 0;
    uint16_t steps[256];                        // what a byte becomes, and in the high byte whether it stays
    size_t i = 0;
    if (room == few) {
        for (; i < size; i++) {
            *out = table[data[i]];
            out += !drop[data[i]];
        }
    } else {
        for (int c = 0; c < 256; c++) steps[c] = table[c] | !drop[c] << 8;
    }
    for (; i < size; i++) {
        uint16_t step = steps[data[i]];
        *out = (uint8_t)step;
        out += step >> 8;
    }
    size_t left = out - room;
    if (value_is(self, &bytes_type) && left == size && !memcmp(room, data, size)) return self;
    return span_new(self, room, left);
}

static Value translate_all(Value self, const uint8_t *table) {
    const uint8_t *data = span_of(self)->data;
    size_t size = span_of(self)->size, same = 0;
    while (same < size && table[data[same]] == data[same]) same++;
    if (same == size) return span_same(self);
    Value result = span_new(self, 0, size);
    if (!result) return 0;
    uint8_t *out = span_of(result)->data;
    for (size_t i = 0; i < size; i++) out[i] = table[data[i]];
    return result;
}

static Value translate_deleting(Value self, const uint8_t *table, Value deleted) {
    Borrowed set;
    bool drop[256] = {false};
    if (!span_borrow(deleted, &set)) return 0;
    for (size_t i = 0; i < set.size; i++) drop[set.data[i]] = true;
    Value result = set.size > 0 ? translate(self, table, drop) : translate_all(self, table);
    span_return(&set);
    return result;
}

static Value translate_by(Value self, const uint8_t *table, Value deleted) {
    return deleted ? translate_deleting(self, table, deleted) : translate_all(self, table);
}

Value span_py_translate(Value self, Value *args) {
    if (args[0] == NONE) return translate_by(self, identity_table(), args[1]);
    Borrowed given;
    if (!span_borrow(args[0], &given)) return 0;
    Value result = given.size == 256 ? translate_by(self, given.data, args[1])
                                     : raise_value_error("translation table must be 256 characters long");
    span_return(&given);
    return result;
}

static Value make_table(const Borrowed *from, const Borrowed *to) {
    if (from->size != to->size) return raise_value_error("maketrans arguments must have same length");
    Value table = bytes_new(0, 256);
    if (!table) return 0;
    uint8_t *out = bytes_data(table);
    memcpy(out, identity_table(), 256);
    for (size_t i = 0; i < from->size; i++) out[from->data[i]] = to->data[i];
    return table;
}

Value span_py_maketrans(Value self, Value *args) {
    (void)self;
    Borrowed from, to;
    if (!span_borrow(args[0], &from)) return 0;
    Value table = 0;
    if (span_borrow(args[1], &to)) {
        table = make_table(&from, &to);
        span_return(&to);
    }
    span_return(&from);
    return table;
}

// ---------------------------------------------------------------------------------------------------------------
// Padding

static Value pad(Value self, size_t left, size_t right, uint8_t fill) {
    if (!left && !right) return span_same(self);
    size_t size = span_of(self)->size;
    Value result = span_new(self, 0, left + size + right);
    if (!result) return 0;
    uint8_t *out = span_of(result)->data;
    memset(out, fill, left);
    memcpy(out + left, span_of(self)->data, size);
    memset(out + left + size, fill, right);
    return result;
}

static bool fill_byte(Value v, const char *name, uint8_t *fill) {
    *fill = ' ';
    if (!v) return true;
    if (!span_check(v)) return raise_type_error("%s() argument 2 must be a byte string of length 1, not %P", name, v);
    if (span_of(v)->size != 1) {
        return raise_type_error("%s(): argument 2 must be a byte string of length 1, not a %s object of length %zd", name,
                                bytearray_check(v) ? "bytearray" : "bytes", (ptrdiff_t)span_of(v)->size);
    }
    *fill = span_of(v)->data[0];
    return true;
}

// Reads (width, fillchar); *missing is how many bytes self is short of width.
static bool justify(Value self, Value *args, const char *name, uint8_t *fill, ptrdiff_t *width, size_t *missing) {
    if (!sequence_size(args[0], width) || !fill_byte(args[1], name, fill)) return false;
    ptrdiff_t size = span_of(self)->size;
    *missing = *width > size ? *width - size : 0;
    return true;
}

Value span_py_ljust(Value self, Value *args) {
    uint8_t fill;
    ptrdiff_t width;
    size_t missing;
    return justify(self, args, "ljust", &fill, &width, &missing) ? pad(self, 0, missing, fill) : 0;
}

Value span_py_rjust(Value self, Value *args) {
    uint8_t fill;
    ptrdiff_t width;
    size_t missing;
    return justify(self, args, "rjust", &fill, &width, &missing) ? pad(self, missing, 0, fill) : 0;
}

// An odd byte goes to the left when the width is odd.
Value span_py_center(Value self, Value *args) {
    uint8_t fill;
    ptrdiff_t width;
    size_t missing;
    if (!justify(self, args, "center", &fill, &width, &missing)) return 0;
    size_t left = missing / 2 + (missing & width & 1);
    return pad(self, left, missing - left, fill);
}

Value span_py_zfill(Value self, Value *args) {
    ptrdiff_t width;
    if (!sequence_size(args[0], &width)) return 0;
    ptrdiff_t size = span_of(self)->size;
    if (width <= size) return span_same(self);
    Value result = pad(self, width - size, 0, '0');
    if (!result || size == 0) return result;
    uint8_t *out = span_of(result)->data, *sign = out + (width - size);
    if (*sign == '+' || *sign == '-') {
        out[0] = *sign;
        *sign = '0';
    }
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// expandtabs

// The first tab or end of a line at or behind `at`, or size. The lowest of the bytes below 14 in a word is found exactly.
static inline size_t piece_end(const uint8_t *data, size_t at, size_t size) {
    for (; at < size; at++) {
        while (size - at >= 8) {
            uint64_t word;
            memcpy(&word, data + at, sizeof word);
            word = le64toh(word);
            word = (word - 14 * (uint64_t)0x0101010101010101) & ~word & 0x8080808080808080;
            at += word ? __builtin_ctzll(word) / 8 : 8;
            if (word) break;
        }
        if (at < size && (data[at] == '\t' || data[at] == '\n' || data[at] == '\r')) return at;
    }
    return size;
}

// Writes the expanded text to `out`, or only measures it when out is 0. The size; -1: too large. Columns are those of a piece
// alone: whatever ends one, a tab or the end of a line, the next one begins where `tab` divides the column.
static ptrdiff_t expand(uint8_t *out, const uint8_t *data, size_t size, int tab) {
    ptrdiff_t total = 0;
    for (size_t at = 0, i = 0; at < size; at = i) {
        i = piece_end(data, i, size);
        size_t run = i - at, width = 0;
        if (i < size && data[i] != '\t') run++;
        else if (i < size && tab > 0) width = tab - run % tab;
        if (__builtin_add_overflow(total, run + width, &total)) return -1;
        if (out) {
            bytes_copy(out, data + at, run);
            memset(out += run, ' ', width);
            out += width;
        }
        i++;
    }
    return total;
}

Value span_py_expandtabs(Value self, Value *args) {
    int tab = 8;
    if (args[0] && !object_to_int(args[0], &tab)) return 0;
    size_t size = span_of(self)->size;
    const uint8_t *data = span_of(self)->data;
    if (size && !memchr(data, '\t', size)) return span_new(self, data, size);
    ptrdiff_t total = expand(0, data, size, tab);
    if (total < 0) return raise_overflow_error("result too long");
    Value result = span_new(self, 0, total);
    if (result) expand(span_of(result)->data, data, size, tab);
    return result;
}

// Where the code points of a str are: offsets, items, slices.
//
// ASCII text is its own index. Other text of more than 64 code points gets a table, at the first question,
// with the byte offset of each 64th code point, so that no question costs more than 63 steps. A str with its
// text behind the header has room for the table behind the text (str_room reserves it); the others point to a
// block of its own.
#include "objects/slice.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include "objects/utf8_lanes.h"

#define STRIDE 64

// The table's place; NULL: no memory, which costs time and nothing else.
static uint32_t *table_place(Str *s, size_t entries) {
    if (s->data == s->store) {
        uintptr_t end = (uintptr_t)(s->store + s->size + 1);
        return (uint32_t *)((end + 3) & ~(uintptr_t)3);
    }
    return mem_alloc_atomic(entries * sizeof(uint32_t));
}

static uint32_t *table_of(Str *s) {
    if (s->offsets || s->size > UINT32_MAX) return s->offsets;
    size_t entries = (s->length - 1) / STRIDE;
    uint32_t *table = table_place(s, entries);
    if (!table) {
        (void)error_take();
        return NULL;
    }
    const char *at = s->data;
    for (size_t i = 0; i < entries; i++) {
        at = utf8_advance(at, s->data + s->size, STRIDE);
        table[i] = (uint32_t)(at - s->data);
    }
    return s->offsets = table;
}

size_t str_offset(Value v, size_t index) {
    Str *s = str_of(v);
    if (s->size == s->length || index == 0) return index;
    if (index == s->length) return s->size;
    const char *at = s->data;
    if (index >= STRIDE) {
        uint32_t *table = table_of(s);
        if (table) {
            at += table[index / STRIDE - 1];
            index %= STRIDE;
        }
    }
    return (size_t)(utf8_advance(at, s->data + s->size, index) - s->data);
}

size_t str_index_of(Value v, size_t offset) {
    Str *s = str_of(v);
    if (s->size == s->length) return offset;
    uint32_t *table = offset > 8 * STRIDE ? table_of(s) : NULL;
    if (!table) return utf8_count(s->data, offset);
    // Entries below `low` are at most the offset, those from `high` on are greater.
    size_t low = 0, high = (s->length - 1) / STRIDE;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table[middle] <= offset) low = middle + 1;
        else high = middle;
    }
    size_t from = low ? table[low - 1] : 0;
    return low * STRIDE + utf8_count(s->data + from, offset - from);
}

uint32_t str_at(Value v, size_t index) {
    const char *at = str_data(v) + str_offset(v, index);
    return utf8_read(&at);
}

Value str_from_bytes(Value v, size_t from, size_t to) {
    Str *s = str_of(v);
    if (from == 0 && to == s->size) return str_self(v);
    size_t size = to - from;
    if (s->size == s->length) return str_ascii(s->data + from, size);
    if (size < 64) return str_new(s->data + from, size);
    // What is left out is counted instead where it is less.
    size_t length = s->size - size < size ? s->length - utf8_count(s->data, from) - utf8_count(s->data + to, s->size - to)
                                          : utf8_count(s->data + from, size);
    Value result = str_room(size, length);
    if (result) memcpy(str_of(result)->data, s->data + from, size);
    return result;
}

Value str_substring(Value v, size_t start, size_t end) {
    const Str *s = str_of(v);
    size_t from = str_offset(v, start), size;
    if (end - start <= STRIDE && end < s->length && s->size > s->length)
        size = (size_t)(utf8_advance(s->data + from, s->data + s->size, end - start) - s->data) - from;
    else size = str_offset(v, end) - from;
    if (size < 64 || size == str_size(v)) return str_from_bytes(v, from, from + size);
    Value result = str_room(size, end - start);
    if (result) memcpy(str_of(result)->data, str_data(v) + from, size);
    return result;
}

static Value ascii_stepped(Value v, ptrdiff_t start, ptrdiff_t step, size_t count) {
    Value result = str_room(count, count);
    if (!result) return 0;
    char *out = str_of(result)->data;
    const char *data = str_data(v);
    for (size_t i = 0; i < count; i++, start += step) out[i] = data[start];
    return result;
}

// From the code point `index` at `at` to the one `step` away: by walking where that is near.
static const char *moved(Value v, const char *at, size_t index, ptrdiff_t step) {
    if (step > 32 || step < -32) return str_data(v) + str_offset(v, index + (size_t)step);
    if (step > 0) return utf8_advance(at, str_data(v) + str_size(v), (size_t)step);
    for (; step < 0; step++)
        do at--; while (utf8_is_continuation(*at));
    return at;
}

// A character of `width` bytes; short copies by a call cost more than the bytes.
static inline char *put(char *out, const char *at, size_t width) {
    out[0] = at[0];
    if (width > 1) out[1] = at[1];
    if (width > 2) out[2] = at[2];
    if (width > 3) out[3] = at[3];
    return out + width;
}

// Every step-th of `count` characters from `at` on. May write 15 bytes behind the end.
static char *picked(char *out, const char *at, const char *end, size_t step, size_t count) {
    enum { MOST = 256 };
    uint16_t units[MOST];
    size_t skip = 0;            // characters before the next one to take
    while (count) {
        size_t have = utf8_to_units(units, MOST, &at, end), taken = 0, i = skip;
        for (; i < have && taken < count; i += step) units[taken++] = units[i];
        out = utf8_from_units(out, units, taken);
        count -= taken;
        skip = i - have;
        if (count == 0 || have == MOST) continue;
        const char *beyond = at;        // of 4 bytes
        at += 4;
        if (skip--) continue;
        out = put(out, beyond, 4);
        count--;
        skip = step - 1;
    }
    return out;
}

static Value stepped(Value v, ptrdiff_t start, ptrdiff_t step, size_t count) {
    if (count == 0) return NAME(empty);
    if (str_is_ascii(v)) return ascii_stepped(v, start, step, count);
    StrBuilder builder;
    str_builder_init(&builder);
    // Each character is taken once at most.
    char *out = str_builder_reserve(&builder, str_size(v) + 16);
    if (!out) return 0;
    const char *data = str_data(v), *at = data + str_offset(v, (size_t)start);
    if (step == -1 && count == str_length(v)) {
        out = utf8_reversed(out, data, data + str_size(v));
    } else if (step > 0 && step <= 32) {
        out = picked(out, at, data + str_size(v), (size_t)step, count);
    } else {
        for (size_t i = 0;;) {
            out = put(out, at, utf8_width(*at));
            if (++i == count) break;
            at = moved(v, at, (size_t)start, step);
            start += step;
        }
    }
    builder.size = (size_t)(out - builder.data);
    builder.length = count;
    return str_builder_finish(&builder);
}

static Value get_slice(Value v, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return 0;
    size_t count = slice_adjust((ptrdiff_t)str_length(v), &start, &stop, step);
    if (step == 1) return count ? str_substring(v, (size_t)start, (size_t)start + count) : NAME(empty);
    return stepped(v, start, step, count);
}

Value str_get_item(Value v, Value key) {
    if (slice_check(key)) return get_slice(v, key);
    ptrdiff_t index;
    if (value_is_small(key)) {
        index = small_int(key);
    } else {
        if (!sequence_has_index(key)) return raise_type_error("string indices must be integers, not '%T'", key);
        if (!object_to_size(key, &index)) return 0;
        if (index == PTRDIFF_MAX || index == PTRDIFF_MIN)
            return raise_index_error("cannot fit '%T' into an index-sized integer", key);
    }
    ptrdiff_t length = (ptrdiff_t)str_length(v);
    if (index < 0) index += length;
    if (index < 0 || index >= length) return raise_index_error("string index out of range");
    return str_from_code_point(str_at(v, (size_t)index));
}

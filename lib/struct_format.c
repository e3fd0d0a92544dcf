// Formats of the struct module (struct_format.h).
#include "lib/struct_format.h"
#include "objects/bytes.h"
#include "objects/bytespan.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"

Type struct_error_type = {EXCEPTION_TYPE(struct.error, Exception_type, "A format, or data that does not fit it, is wrong.")};

Value struct_error(const char *message) {
    return raise_format(&struct_error_type, "%s", message);
}

// ---------------------------------------------------------------------------------------------------------------
// Compiling formats

typedef struct {
    bool native;                // native sizes and alignment
    bool turned;
} Mode;

#define LITTLE_ENDIAN_MACHINE (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

static Mode read_mode(const char **text) {
    switch (**text) {
    case '<': ++*text; return (Mode){false, !LITTLE_ENDIAN_MACHINE};
    case '>': case '!': ++*text; return (Mode){false, LITTLE_ENDIAN_MACHINE};
    case '=': ++*text; return (Mode){false, false};
    case '@': ++*text; return (Mode){true, false};
    default: return (Mode){true, false};
    }
}

// What one code stands for in this mode; false: there is no such code.
static bool read_code(char code, Mode mode, StructRow *row, size_t *alignment) {
    row->code = code;
    row->item = 0;
    *alignment = 1;
    if (strchr("xsp", code)) {
        row->size = 1;
        return true;
    }
    if (code == 'F' || code == 'D') {
        row->size = code == 'F' ? 8 : 16;
        if (mode.native) *alignment = row->size / 2;
        return true;
    }
    if (!item_size(code) || (!mode.native && strchr("nNP", code))) return false;
    row->item = mode.native ? code : code == 'l' ? 'i' : code == 'L' ? 'I' : code;
    row->size = item_size(row->item);
    if (mode.native) *alignment = row->size;
    return true;
}

// The count before a code, 1 when there is none. false: struct.error.
static bool read_count(const char **text, size_t *count, bool *given) {
    *count = 1;
    *given = **text >= '0' && **text <= '9';
    if (!*given) return true;
    *count = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (__builtin_mul_overflow(*count, 10, count) || __builtin_add_overflow(*count, **text - '0', count) ||
            *count > PTRDIFF_MAX)
            return struct_error("total struct size too long");
    }
    return **text ? true : struct_error("repeat count given without format specifier");
}

// Places a row at the end of the struct so far.
static bool place(StructFormat *s, StructRow *row, size_t count, size_t alignment) {
    size_t bytes, end;
    row->offset = (s->size + alignment - 1) / alignment * alignment;
    if (__builtin_mul_overflow(count, row->size, &bytes) ||
        __builtin_add_overflow(row->offset, bytes, &end) || end > PTRDIFF_MAX)
        return struct_error("total struct size too long");
    row->count = count;
    if (strchr("xsp", row->code)) {
        row->size = bytes;
        row->count = row->code != 'x';
    }
    s->size = end;
    s->items += row->count;
    return true;
}

bool struct_compile(StructFormat *s, const char *text, size_t length) {
    Mode mode = read_mode(&text);
    StructRow *rows = mem_alloc_atomic((length + 1) * sizeof *rows);
    if (!rows) return false;
    s->rows = rows;
    s->row_count = s->size = s->items = 0;
    s->turned = mode.turned;
    s->standard = !mode.native;
    while (*text) {
        size_t count, alignment;
        bool given;
        if (*text == ' ' || (*text >= '\t' && *text <= '\r')) {
            text++;
            continue;
        }
        if (!read_count(&text, &count, &given)) return false;
        StructRow *row = &rows[s->row_count++];
        if (!read_code(*text++, mode, row, &alignment)) return struct_error("bad char in struct format");
        if (!place(s, row, count, alignment)) return false;
    }
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Packing

static bool integer_range_error(const StructRow *row) {
    size_t bits = row->size * 8;
    if (row->code == 'P') return struct_error("int too large to convert");
    if (item_info[(uint8_t)row->item] & ITEM_IS_SIGNED) {
        long long top = (long long)(UINT64_MAX >> (65 - bits));
        return raise_format(&struct_error_type, "'%c' format requires %lld <= number <= %lld", row->code, -top - 1, top);
    }
    return raise_format(&struct_error_type, "'%c' format requires 0 <= number <= %zu", row->code,
                        (size_t)(UINT64_MAX >> (64 - bits)));
}

static bool pack_integer(const StructRow *row, uint8_t *out, Value v) {
    int64_t number;
    if (!value_is_small(v)) {
        if (!value_has_index(v)) return struct_error("required argument is not an integer");
        mem_before_call_out();
        if (!(v = object_index(v))) return false;
    }
    ItemRange range = item_integer(v, &number);
    return item_store_integer(row->item, out, number, range) ? true : integer_range_error(row);
}

static bool too_large(char code) {
    return raise_overflow_error("float too large to pack with %c format", code);
}

// In standard formats a float that is too large is refused and not made infinite.
static bool pack_float(char code, uint8_t *out, double x, bool standard) {
    if (code == 'd') {
        memcpy(out, &x, 8);
        return true;
    }
    if (code == 'f') {
        float narrow = (float)x;
        memcpy(out, &narrow, 4);
        return !(standard && __builtin_isinf(narrow) && !__builtin_isinf(x)) || too_large('f');
    }
    uint16_t half;
    if (!item_half_from_double(x, &half)) return too_large('e');
    memcpy(out, &half, 2);
    return true;
}

static bool pack_real(const StructFormat *s, const StructRow *row, uint8_t *out, Value v) {
    double x;
    if (value_is_tagged_float(v)) return pack_float(row->item, out, float_untag(v), s->standard);
    mem_before_call_out();
    if (float_from_object(v, &x)) return pack_float(row->item, out, x, s->standard);
    error_take();
    return struct_error("required argument is not a float");
}

static bool pack_complex(const StructFormat *s, const StructRow *row, uint8_t *out, Value v) {
    mem_before_call_out();
    if (!object_is_instance(v, &complex_type)) v = str_check(v) ? 0 : object_call1(VALUE(&complex_type), v);
    if (!v) {
        error_take();
        return struct_error("required argument is not a complex");
    }
    const Complex *c = (Complex *)value_object(v);
    size_t half = row->size / 2;
    char code = row->code == 'F' ? 'f' : 'd';
    bool must_fit = s->standard && s->turned;   // CPython checks this in one of the two orders alone
    if (!pack_float(code, out, c->real, must_fit) || !pack_float(code, out + half, c->imag, must_fit)) return false;
    if (s->turned) {
        item_turn(out, out, half);
        item_turn(out + half, out + half, half);
    }
    return true;
}

// s: cut or filled with zeros. p: the same behind a byte with the length.
static bool pack_text(const StructRow *row, uint8_t *out, Value v) {
    if (!span_check(v)) return raise_format(&struct_error_type, "argument for '%c' must be a bytes object", row->code);
    bool counted = row->code == 'p';
    size_t room = row->size - (counted && row->size), size = span_of(v)->size, taken = size < room ? size : room;
    memmove(out + counted, span_of(v)->data, taken);       // may be the very memory that is packed into
    if (counted && row->size) *out = taken < 255 ? taken : 255;
    return true;
}

static bool pack_character(uint8_t *out, Value v) {
    if (!bytes_check(v) || bytes_size(v) != 1) return struct_error("char format requires a bytes object of length 1");
    *out = *bytes_data(v);
    return true;
}

static bool pack_truth(uint8_t *out, Value v) {
    mem_before_call_out();
    int truth = object_truth(v);
    *out = truth > 0;
    return truth >= 0;
}

// One value, in the machine's byte order but for F and D.
static bool pack_any(const StructFormat *s, const StructRow *row, uint8_t *out, Value v) {
    switch (row->code) {
    case 's': case 'p': return pack_text(row, out, v);
    case 'F': case 'D': return pack_complex(s, row, out, v);
    case 'c': return pack_character(out, v);
    case '?': return pack_truth(out, v);
    case 'e': case 'f': case 'd': return pack_real(s, row, out, v);
    default: return pack_integer(row, out, v);
    }
}

static bool pack_slowly(const StructFormat *s, const StructRow *row, uint8_t *out, Value v) {
    if (pack_any(s, row, out, v)) return true;
    return int_check(v) && error_clear_if(&OverflowError_type) ? struct_error("int too large to convert") : false;
}

bool struct_pack(const StructFormat *s, uint8_t *out, const Value *values) {
    memset(out, 0, s->size);
    for (const StructRow *row = s->rows, *end = row + s->row_count; row < end; row++) {
        uint8_t *at = out + row->offset;
        bool is_integer = item_info[(uint8_t)row->item] & ITEM_INTEGER, turned = s->turned && row->item && row->size > 1;
        for (size_t i = 0; i < row->count; i++, at += row->size) {
            Value v = *values++;
            bool done = is_integer && value_is_small(v) && item_store_small(row->item, at, small_int(v));
            if (!done && !pack_slowly(s, row, at, v)) return false;
            if (turned) item_turn(at, at, row->size);
        }
    }
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Unpacking

static Value unpack_text(const StructRow *row, const uint8_t *at) {
    size_t size = row->size;
    if (row->code == 's' || size == 0) return bytes_new(at, size);
    size_t length = *at < size ? *at : size - 1;
    return bytes_new(at + 1, length);
}

static double complex_part(const uint8_t *at, size_t size, bool turned) {
    uint8_t item[8];
    float narrow;
    double wide;
    memcpy(item, at, size);
    if (turned) item_turn(item, at, size);
    memcpy(size == 4 ? (void *)&narrow : &wide, item, size);
    return size == 4 ? (double)narrow : wide;
}

static bool unpack_row(const StructRow *row, const uint8_t *at, bool turned, Value *out) {
    if (row->item && !(turned && row->size > 1)) return items_unpack(row->item, at, row->size, row->count, out);
    for (size_t i = 0; i < row->count; i++, at += row->size) {
        uint8_t item[8];
        if (row->item) {
            item_turn(item, at, row->size);
            out[i] = item_unpack(row->item, item);
        } else if (row->code == 'F' || row->code == 'D') {
            size_t half = row->size / 2;
            out[i] = complex_new(complex_part(at, half, turned), complex_part(at + half, half, turned));
        } else {
            out[i] = unpack_text(row, at);
        }
        if (!out[i]) return false;
    }
    return true;
}

Value struct_unpack(const StructFormat *s, const uint8_t *data) {
    Value tuple = tuple_new(0, s->items);
    if (!tuple) return 0;
    Value *out = tuple_of(tuple)->items;
    for (const StructRow *row = s->rows, *end = row + s->row_count; row < end; out += row->count, row++)
        if (row->count && !unpack_row(row, data + row->offset, s->turned, out)) return 0;
    return tuple;
}

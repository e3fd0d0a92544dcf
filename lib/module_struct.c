// struct: bytes from and to numbers by a format.
//
// A format is compiled to rows, one for each code with its count, with the offsets worked out; formats used by name are
// kept. Items are read and written by struct_item.c in the machine's byte order and turned round where the format wants
// the other one. In the standard sizes `l` is the machine's `i`.
#include "lib/lib.h"
#include "objects/buffer.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"
#include "objects/type.h"

static Type struct_error_type = {EXCEPTION_TYPE(struct.error, Exception_type, "A format, or data that does not fit it, is wrong.")};

typedef struct {
    char code;                  // as written
    char item;                  // the native code of the same size and kind; 0: x, s, p, F, D
    size_t count, size, offset; // `size` of one item; for x, s and p all of it, and count is the number of values: 0 or 1
} Row;

typedef struct {
    Object head;
    Value format;               // str
    Row *rows;
    size_t row_count, size, items;
    bool turned;                // the other byte order than the machine's
} Struct;

static Type struct_type;

static inline Struct *struct_of(Value v) {
    return (Struct *)value_object(v);
}

static Value struct_error(const char *message) {
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
static bool read_code(char code, Mode mode, Row *row, size_t *alignment) {
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
static bool place(Struct *s, Row *row, size_t count, size_t alignment) {
    size_t bytes, end;
    row->offset = (s->size + alignment - 1) / alignment * alignment;
    if (__builtin_mul_overflow(count, row->size, &bytes) || __builtin_add_overflow(row->offset, bytes, &end) || end > PTRDIFF_MAX)
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

static bool compile(Struct *s, const char *text, size_t length) {
    Mode mode = read_mode(&text);
    Row *rows = mem_alloc_atomic((length + 1) * sizeof *rows);
    if (!rows) return false;
    s->rows = rows;
    s->row_count = s->size = s->items = 0;
    s->turned = mode.turned;
    while (*text) {
        size_t count, alignment;
        bool given;
        if (*text == ' ' || (*text >= '\t' && *text <= '\r')) {
            text++;
            continue;
        }
        if (!read_count(&text, &count, &given)) return false;
        Row *row = &rows[s->row_count++];
        if (!read_code(*text++, mode, row, &alignment)) return struct_error("bad char in struct format");
        if (!place(s, row, count, alignment)) return false;
    }
    return true;
}

// The format as a str, from str or bytes.
static Value format_text(Value format) {
    if (str_check(format)) return str_is_ascii(format) ? format : codec_encode(format, "ascii", NULL);
    if (bytes_check(format)) return codec_decode(bytes_data(format), bytes_size(format), "latin-1", NULL);
    return raise_type_error("Struct() argument 1 must be a str or bytes object, not %T", format);
}

static bool set_format(Struct *s, Value format) {
    Value text = format_text(format);
    const char *characters = text ? str_c(text) : NULL;
    if (!characters) return false;
    if (strlen(characters) != str_size(text)) return struct_error("embedded null character");
    s->format = text;
    return compile(s, characters, str_size(text));
}

static Value struct_new(Value format) {
    Struct *s = mem_object(&struct_type, sizeof *s);
    return s && set_format(s, format) ? VALUE(s) : 0;
}

#define KEPT_MAX 100
static Value kept;                      // dict: format -> Struct
static Value last_format, last_struct;  // the one used last

// The compiled form of a format that a function of the module was given.
static Struct *struct_for(Value format) {
    if (likely(format == last_format)) return struct_of(last_struct);
    if (!value_is(format, &str_type) && !bytes_check(format)) {
        if (format_text(format)) return struct_of(struct_new(format));
        return NULL;
    }
    if (!kept && !(kept = dict_new())) return NULL;
    Value s = dict_get(kept, format);
    if (!s) {
        if (error_occurred() || !(s = struct_new(format))) return NULL;
        if (dict_of(kept)->count >= KEPT_MAX) dict_clear(kept);
        if (!dict_set(kept, format, s)) return NULL;
    }
    last_format = format;
    last_struct = s;
    return struct_of(s);
}

// ---------------------------------------------------------------------------------------------------------------
// Packing

static void copy_turned(uint8_t *out, const uint8_t *in, size_t size, bool turned) {
    if (turned)
        bytes_reverse(out, in, size);
    else
        memcpy(out, in, size);
}

static bool integer_range_error(const Row *row) {
    size_t bits = row->size * 8;
    if (row->code == 'P') return struct_error("int too large to convert");
    if (item_is_signed(row->item)) {
        long long top = (long long)(UINT64_MAX >> (65 - bits));
        return raise_format(&struct_error_type, "'%c' format requires %lld <= number <= %lld", row->code, -top - 1, top);
    }
    return raise_format(&struct_error_type, "'%c' format requires 0 <= number <= %zu", row->code,
                        (size_t)(UINT64_MAX >> (64 - bits)));
}

static bool pack_integer(const Row *row, uint8_t *out, Value v) {
    int64_t number;
    if (!value_is_small(v)) {
        if (!value_has_index(v)) return struct_error("required argument is not an integer");
        if (!(v = object_index(v))) return false;
    }
    ItemRange range = item_integer(v, &number);
    return item_store_integer(row->item, out, number, range) ? true : integer_range_error(row);
}

static bool real_argument(Value v, double *out, const char *message) {
    if (float_from_object(v, out)) return true;
    if (!error_clear_if(&TypeError_type) && !error_clear_if(&OverflowError_type)) return false;
    return struct_error(message);
}

// `standard`: the format names a byte order, then a float that is too large is refused and not made infinite.
static bool pack_float(char code, uint8_t *out, double x, bool standard) {
    if (code == 'd') {
        memcpy(out, &x, 8);
        return true;
    }
    if (code == 'f') {
        float narrow = (float)x;
        if (standard && __builtin_isinf(narrow) && !__builtin_isinf(x))
            return raise_overflow_error("float too large to pack with f format");
        memcpy(out, &narrow, 4);
        return true;
    }
    uint16_t half;
    if (!item_half_from_double(x, &half)) return raise_overflow_error("float too large to pack with e format");
    memcpy(out, &half, 2);
    return true;
}

static bool is_standard(const Struct *s) {
    return str_size(s->format) && strchr("<>!=", str_data(s->format)[0]);
}

static bool pack_complex(const Struct *s, const Row *row, uint8_t *out, Value v) {
    double parts[2] = {0, 0};
    if (object_is_instance(v, &complex_type)) {
        Complex *c = (Complex *)value_object(v);
        parts[0] = c->real;
        parts[1] = c->imag;
    } else if (!real_argument(v, &parts[0], "required argument is not a complex")) {
        return false;
    }
    size_t half = row->size / 2;
    for (int i = 0; i < 2; i++) {
        uint8_t item[8];
        if (!pack_float(row->code == 'F' ? 'f' : 'd', item, parts[i], is_standard(s))) return false;
        copy_turned(out + i * half, item, half, s->turned);
    }
    return true;
}

// s: cut or filled with zeros. p: the same behind a byte with the length.
static bool pack_text(const Row *row, uint8_t *out, Value v) {
    if (!span_check(v)) return raise_format(&struct_error_type, "argument for '%c' must be a bytes object", row->code);
    size_t room = row->size, size = span_of(v)->size;
    if (room == 0) return true;
    if (row->code == 'p') {
        room--;
        size_t length = size < room ? size : room;
        *out++ = length < 255 ? length : 255;
    }
    memcpy(out, span_of(v)->data, size < room ? size : room);
    return true;
}

static bool pack_character(uint8_t *out, Value v) {
    if (!bytes_check(v) || bytes_size(v) != 1) return struct_error("char format requires a bytes object of length 1");
    *out = *bytes_data(v);
    return true;
}

// One item in the machine's byte order.
static bool pack_item(const Struct *s, const Row *row, uint8_t *out, Value v) {
    double x;
    int truth;
    switch (row->item) {
    case 'c':
        return pack_character(out, v);
    case '?':
        if ((truth = object_truth(v)) < 0) return false;
        *out = truth;
        return true;
    case 'e': case 'f': case 'd':
        return real_argument(v, &x, "required argument is not a float") && pack_float(row->item, out, x, is_standard(s));
    default:
        return pack_integer(row, out, v);
    }
}

// Values to `out`, which is zeroed. The values' methods are Python code: `out` must stay where it is.
static bool pack_all(const Struct *s, uint8_t *out, const Value *values) {
    for (size_t r = 0; r < s->row_count; r++) {
        const Row *row = &s->rows[r];
        for (size_t i = 0; i < row->count; i++) {
            uint8_t *at = out + row->offset + i * row->size, item[ITEM_SIZE_MAX];
            Value v = *values++;
            if (row->item) {
                if (!pack_item(s, row, item, v)) return false;
                copy_turned(at, item, row->size, s->turned);
            } else if (!(row->code == 'F' || row->code == 'D' ? pack_complex(s, row, at, v) : pack_text(row, at, v))) {
                return false;
            }
        }
    }
    return true;
}

static bool check_count(const Struct *s, const char *name, size_t count) {
    if (count == s->items) return true;
    return raise_format(&struct_error_type, "%s expected %zu items for packing (got %zu)", name, s->items, count);
}

static Value pack(const Struct *s, const Value *values, size_t count) {
    if (!check_count(s, "pack", count)) return 0;
    Value result = bytes_new(0, s->size);
    if (!result || s->size == 0) return result;
    memset(bytes_data(result), 0, s->size);
    return pack_all(s, bytes_data(result), values) ? result : 0;
}

// Moves a negative offset by the buffer's size, and checks that the struct fits there.
static bool check_place(const Struct *s, ptrdiff_t *offset, size_t room, bool packing) {
    const char *name = packing ? "pack_into" : "unpack_from", *verb = packing ? "packing" : "unpacking";
    if (*offset < 0) {
        if (*offset + (ptrdiff_t)s->size > 0) {
            return raise_format(&struct_error_type, packing ? "no space to pack %zd bytes at offset %zd"
                                                            : "not enough data to unpack %zd bytes at offset %zd",
                                (ptrdiff_t)s->size, *offset);
        }
        if (*offset + (ptrdiff_t)room < 0)
            return raise_format(&struct_error_type, "offset %zd out of range for %zd-byte buffer", *offset, (ptrdiff_t)room);
        *offset += room;
    }
    if ((size_t)*offset <= room && room - *offset >= s->size) return true;
    return raise_format(&struct_error_type,
                        "%s requires a buffer of at least %zu bytes for %s %zu bytes at offset %zd (actual buffer size is %zu)",
                        name, s->size + *offset, verb, s->size, *offset, room);
}

// values: buffer, offset, then those to be packed.
static Value pack_into(const Struct *s, const Value *values, size_t count) {
    if (count == 0) return struct_error("pack_into expected buffer argument");
    if (count == 1) return struct_error("pack_into expected offset argument");
    if (!check_count(s, "pack_into", count - 2)) return 0;
    Buffer buffer;
    if (!buffer_get(values[0], &buffer, BUFFER_WRITABLE)) {
        error_take();
        return raise_type_error("argument must be read-write bytes-like object, not %P", values[0]);
    }
    ptrdiff_t offset;
    Value index = object_index(values[1]);
    int64_t number = 0;
    bool done = index != 0;
    if (done && !int_get64(index, &number)) done = raise_index_error("cannot fit '%T' into an index-sized integer", values[1]);
    offset = number;
    done = done && check_place(s, &offset, buffer.size, true);
    if (done) {
        memset(buffer.data + offset, 0, s->size);
        done = pack_all(s, buffer.data + offset, values + 2);
    }
    buffer_release(&buffer);
    return done ? NONE : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Unpacking

static Value unpack_text(const Row *row, const uint8_t *at) {
    size_t size = row->size;
    if (row->code == 's' || size == 0) return bytes_new(at, size);
    size_t length = *at < size ? *at : size - 1;
    return bytes_new(at + 1, length);
}

static Value unpack_item(const Struct *s, const Row *row, const uint8_t *at) {
    uint8_t item[ITEM_SIZE_MAX];
    if (likely(row->item)) {
        if (!s->turned) return item_unpack(row->item, at);
        bytes_reverse(item, at, row->size);
        return item_unpack(row->item, item);
    }
    if (row->code == 's' || row->code == 'p') return unpack_text(row, at);
    double parts[2];
    size_t half = row->size / 2;
    for (int i = 0; i < 2; i++) {
        float narrow;
        copy_turned(item, at + i * half, half, s->turned);
        memcpy(row->code == 'F' ? (void *)&narrow : &parts[i], item, half);
        if (row->code == 'F') parts[i] = narrow;
    }
    return complex_new(parts[0], parts[1]);
}

static Value unpack(const Struct *s, const uint8_t *data) {
    Value tuple = tuple_new(0, s->items);
    if (!tuple) return 0;
    Value *out = tuple_of(tuple)->items;
    for (size_t r = 0; r < s->row_count; r++) {
        const Row *row = &s->rows[r];
        for (size_t i = 0; i < row->count; i++) {
            Value item = unpack_item(s, row, data + row->offset + i * row->size);
            if (!item) return 0;
            *out++ = item;
        }
    }
    return tuple;
}

static Value unpack_exactly(const Struct *s, Value source) {
    Borrowed bytes;
    if (!span_borrow(source, &bytes)) return 0;
    Value result = bytes.size == s->size ? unpack(s, bytes.data) : 0;
    if (bytes.size != s->size) raise_format(&struct_error_type, "unpack requires a buffer of %zu bytes", s->size);
    span_return(&bytes);
    return result;
}

static Value unpack_from(const Struct *s, Value source, Value offset_argument) {
    Borrowed bytes;
    ptrdiff_t offset = 0;
    if (offset_argument && !sequence_size(offset_argument, &offset)) return 0;
    if (!span_borrow(source, &bytes)) return 0;
    Value result = check_place(s, &offset, bytes.size, false) ? unpack(s, bytes.data + offset) : 0;
    span_return(&bytes);
    return result;
}

// The iterator's export is that of a memoryview, so that a dropped iterator holds up nobody.
typedef struct {
    Object head;
    Struct *format;
    Value view;                 // 0: exhausted
    size_t offset;
} UnpackIterator;
static Type unpack_iterator_type;

static Value iter_unpack(Struct *s, Value source) {
    if (s->size == 0) return struct_error("cannot iteratively unpack with a struct of length 0");
    if (!buffer_supported(source)) return raise_type_error("a bytes-like object is required, not '%T'", source);
    Value view = memoryview_from_slots(type_of(source), source, BUFFER_SIMPLE);
    if (!view) return 0;
    if (view_size(memoryview_of(view)) % s->size) {
        view_discard(memoryview_of(view));
        return raise_format(&struct_error_type, "iterative unpacking requires a buffer of a multiple of %zu bytes", s->size);
    }
    UnpackIterator *iterator = mem_object(&unpack_iterator_type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->format = s;
    iterator->view = view;
    return VALUE(iterator);
}

static size_t bytes_left(const UnpackIterator *iterator) {
    return iterator->view ? view_size(memoryview_of(iterator->view)) - iterator->offset : 0;
}

static Value unpack_iterator_next(Value self) {
    UnpackIterator *iterator = (UnpackIterator *)value_object(self);
    if (!iterator->view) return 0;
    if (bytes_left(iterator)) {
        const uint8_t *at = memoryview_of(iterator->view)->span.data + iterator->offset;
        iterator->offset += iterator->format->size;
        return unpack(iterator->format, at);
    }
    Value view = iterator->view;
    iterator->view = 0;
    return view_discard(memoryview_of(view));
}

static Value unpack_iterator_iter(Value self) {
    return self;
}

static Value unpack_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    UnpackIterator *iterator = (UnpackIterator *)value_object(self);
    return SMALL(bytes_left(iterator) / iterator->format->size);
}

static const MethodDef unpack_iterator_methods[] = {
    METHOD("__length_hint__", unpack_iterator_py_length_hint, "", "How many tuples are left."),
    METHODS_END
};

static Type unpack_iterator_type = {
    .head = {&type_type},
    .name = "_struct.unpack_iterator",
    .size = sizeof(UnpackIterator),
    .flags = TYPE_NO_NEW,
    .iter = unpack_iterator_iter,
    .next = unpack_iterator_next,
    .methods = unpack_iterator_methods,
};

// ---------------------------------------------------------------------------------------------------------------
// Struct

static Value struct_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    Struct *s = type == &struct_type ? mem_object(type, sizeof *s) : instance_allocate(type, sizeof *s);
    if (!s) return 0;
    s->format = NAME(empty);
    return VALUE(s);
}

static bool struct_init(Value self, Value *args, size_t count, Value keywords) {
    Value format;
    return NATIVE_BIND("Struct", "format", &format) && set_format(struct_of(self), format);
}

static Value struct_repr(Value self) {
    Value name = type_name(type_of(self));
    return name ? str_format("%S(%R)", name, struct_of(self)->format) : 0;
}

static Value struct_get_format(Value self) {
    return struct_of(self)->format;
}

static Value struct_get_size(Value self) {
    return int_from_int64(struct_of(self)->size);
}

static Value struct_py_pack(Value self, Value *args) {
    return pack(struct_of(self), tuple_of(args[0])->items, tuple_count(args[0]));
}

static Value struct_py_pack_into(Value self, Value *args) {
    return pack_into(struct_of(self), tuple_of(args[0])->items, tuple_count(args[0]));
}

static Value struct_py_unpack(Value self, Value *args) {
    return unpack_exactly(struct_of(self), args[0]);
}

static Value struct_py_unpack_from(Value self, Value *args) {
    return unpack_from(struct_of(self), args[0], args[1]);
}

static Value struct_py_iter_unpack(Value self, Value *args) {
    return iter_unpack(struct_of(self), args[0]);
}

static const MethodDef struct_methods[] = {
    METHOD("pack", struct_py_pack, "*values", "The values as bytes."),
    METHOD("pack_into", struct_py_pack_into, "*values", "Writes values to a buffer: pack_into(buffer, offset, *values)."),
    METHOD("unpack", struct_py_unpack, "buffer, /", "The values in a buffer of exactly this size."),
    METHOD("unpack_from", struct_py_unpack_from, "buffer, offset=0", "The values at the offset of a buffer."),
    METHOD("iter_unpack", struct_py_iter_unpack, "buffer, /", "An iterator over the structs that a buffer consists of."),
    METHODS_END
};

static const AttributeDef struct_attributes[] = {
    {"format", struct_get_format, NULL, "The format."},
    {"size", struct_get_size, NULL, "The size of the bytes that pack() makes."},
    {0},
};

static Type struct_type = {
    .head = {&type_type},
    .name = "_struct.Struct",
    .doc = "A compiled format: Struct(format).",
    .signature = "format",
    .size = sizeof(Struct),
    .flags = TYPE_BASE,
    .make = struct_make,
    .init = struct_init,
    .repr = struct_repr,
    .methods = struct_methods,
    .attributes = struct_attributes,
};

// ---------------------------------------------------------------------------------------------------------------
// The module

// The compiled first one of *args; the others are left in *values.
static Struct *format_of(Value tuple, Value **values, size_t *count) {
    if (tuple_count(tuple) == 0) {
        raise_type_error("missing format argument");
        return NULL;
    }
    *values = tuple_of(tuple)->items + 1;
    *count = tuple_count(tuple) - 1;
    return struct_for(tuple_get(tuple, 0));
}

static Value py_pack(Value self, Value *args) {
    (void)self;
    Value *values;
    size_t count;
    Struct *s = format_of(args[0], &values, &count);
    return s ? pack(s, values, count) : 0;
}

static Value py_pack_into(Value self, Value *args) {
    (void)self;
    Value *values;
    size_t count;
    Struct *s = format_of(args[0], &values, &count);
    return s ? pack_into(s, values, count) : 0;
}

static Value py_unpack(Value self, Value *args) {
    (void)self;
    Struct *s = struct_for(args[0]);
    return s ? unpack_exactly(s, args[1]) : 0;
}

static Value py_unpack_from(Value self, Value *args) {
    (void)self;
    Struct *s = struct_for(args[0]);
    return s ? unpack_from(s, args[1], args[2]) : 0;
}

static Value py_iter_unpack(Value self, Value *args) {
    (void)self;
    Struct *s = struct_for(args[0]);
    return s ? iter_unpack(s, args[1]) : 0;
}

static Value py_calcsize(Value self, Value *args) {
    (void)self;
    Struct *s = struct_for(args[0]);
    return s ? int_from_int64(s->size) : 0;
}

static Value py_clearcache(Value self, Value *args) {
    (void)self, (void)args;
    kept = last_format = last_struct = 0;
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("calcsize", py_calcsize, "format, /", "The size of the struct that the format describes."),
    FUNCTION("pack", py_pack, "*values", "The values as bytes: pack(format, *values)."),
    FUNCTION("pack_into", py_pack_into, "*values", "Writes values to a buffer: pack_into(format, buffer, offset, *values)."),
    FUNCTION("unpack", py_unpack, "format, buffer, /", "The values in a buffer of exactly the format's size."),
    FUNCTION("unpack_from", py_unpack_from, "format, /, buffer, offset=0", "The values at the offset of a buffer."),
    FUNCTION("iter_unpack", py_iter_unpack, "format, buffer, /", "An iterator over the structs that a buffer consists of."),
    FUNCTION("_clearcache", py_clearcache, "", "Forgets the compiled formats."),
    METHODS_END
};

Value module_struct_make(void) {
    static const char *const public[] = {"calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"};
    Value name = intern("struct"), module = name ? module_new(name) : 0, all = list_with_capacity(8);
    if (!module || !all || !module_add_functions(module, functions)) return 0;
    type_ready(&struct_error_type);
    type_ready(&struct_type);
    for (size_t i = 0; i < sizeof public / sizeof *public; i++)
        if (!list_append(all, intern(public[i]))) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "error", VALUE(&struct_error_type)) || !dict_set_c(dict, "Struct", VALUE(&struct_type)) ||
        !dict_set_c(dict, "__all__", all))
        return 0;
    return module;
}

// struct: bytes from and to numbers by a format.
//
// Formats are compiled and applied by struct_format.c; those used by name are kept.
#include "lib/lib.h"
#include "lib/struct_format.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    Object head;
    Value format;               // str
    StructFormat compiled;
} Struct;

static Type struct_type;

static inline Struct *struct_of(Value v) {
    return (Struct *)value_object(v);
}

// ---------------------------------------------------------------------------------------------------------------
// Structs, and those that are kept

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
    return struct_compile(&s->compiled, characters, str_size(text));
}

static Value struct_new(Value format) {
    Struct *s = mem_object(&struct_type, sizeof *s);
    return s && set_format(s, format) ? VALUE(s) : 0;
}

#define KEPT_MAX 100
#define RECENT_MAX 32
static Value kept;                      // dict: format -> Struct
static struct { Value format; Struct *s; } recent[RECENT_MAX];      // of the very same str objects, by their addresses

static Struct *keep(Value format) {
    if (!kept && !(kept = dict_new())) return NULL;
    Value s = dict_get(kept, format);
    if (s) return struct_of(s);
    if (error_occurred() || !(s = struct_new(format))) return NULL;
    if (dict_of(kept)->count >= KEPT_MAX) dict_clear(kept);
    return dict_set(kept, format, s) ? struct_of(s) : NULL;
}

// The compiled form of a format that a function of the module was given.
static Struct *struct_for(Value format) {
    size_t place = (format >> 4 ^ format >> 9) % RECENT_MAX;
    if (likely(recent[place].format == format)) return recent[place].s;
    Struct *s = keep(format);
    if (s && (str_check(format) || bytes_check(format))) {
        recent[place].format = format;
        recent[place].s = s;
    }
    return s;
}

// ---------------------------------------------------------------------------------------------------------------
// Packing

static bool check_count(const StructFormat *format, const char *name, size_t count) {
    if (likely(count == format->items)) return true;
    return raise_format(&struct_error_type, "%s expected %zu items for packing (got %zu)", name, format->items, count);
}

// Methods of the values may compile another format into the Struct: this one stays as it is.
static Value pack(const Struct *s, const Value *values, size_t count) {
    const StructFormat format = s->compiled;
    if (!check_count(&format, "pack", count)) return 0;
    Value result = bytes_new(0, format.size);
    return result && struct_pack(&format, bytes_data(result), values) ? result : 0;
}

// Moves a negative offset by the buffer's size, and checks that the struct fits there.
static bool check_place(const StructFormat *s, ptrdiff_t *offset, size_t room, bool packing) {
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
    const StructFormat format = s->compiled;
    if (count == 0) return struct_error("pack_into expected buffer argument");
    if (count == 1) return struct_error("pack_into expected offset argument");
    if (!check_count(&format, "pack_into", count - 2)) return 0;
    Buffer buffer;
    if (!buffer_get(values[0], &buffer, BUFFER_WRITABLE)) {
        error_take();
        return raise_type_error("argument must be read-write bytes-like object, not %P", values[0]);
    }
    Value index = object_index(values[1]);
    int64_t number = 0;
    bool done = index != 0;
    if (done && !int_get64(index, &number))
        done = raise_index_error("cannot fit '%T' into an index-sized integer", values[1]);
    ptrdiff_t offset = number;
    done = done && check_place(&format, &offset, buffer.size, true) &&
           struct_pack(&format, buffer.data + offset, values + 2);
    buffer_release(&buffer);
    return done ? NONE : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Unpacking

static Value unpack_exactly(const Struct *s, Value source) {
    const StructFormat *format = &s->compiled;
    Borrowed bytes;
    if (!span_borrow(source, &bytes)) return 0;
    Value result = bytes.size == format->size ? struct_unpack(format, bytes.data) : 0;
    if (bytes.size != format->size) raise_format(&struct_error_type, "unpack requires a buffer of %zu bytes", format->size);
    span_return(&bytes);
    return result;
}

static Value unpack_from(const Struct *s, Value source, Value offset_argument) {
    const StructFormat *format = &s->compiled;
    Borrowed bytes;
    ptrdiff_t offset = 0;
    if (!span_borrow(source, &bytes)) return 0;
    bool known = !offset_argument || sequence_size(offset_argument, &offset);
    Value result = known && check_place(format, &offset, bytes.size, false) ? struct_unpack(format, bytes.data + offset) : 0;
    span_return(&bytes);
    return result;
}

// The iterator's export is that of a memoryview, so that a dropped iterator holds up nobody.
typedef struct {
    Object head;
    StructFormat format;
    Value view;                 // 0: exhausted
    size_t offset;
} UnpackIterator;
static Type unpack_iterator_type;

static Value iter_unpack(const Struct *s, Value source) {
    const StructFormat format = s->compiled;
    if (format.size == 0) return struct_error("cannot iteratively unpack with a struct of length 0");
    if (!buffer_supported(source)) return raise_type_error("a bytes-like object is required, not '%T'", source);
    Value view = memoryview_from_slots(type_of(source), source, BUFFER_SIMPLE);
    if (!view) return 0;
    if (view_size(memoryview_of(view)) % format.size) {
        view_discard(memoryview_of(view));
        return raise_format(&struct_error_type,
                            "iterative unpacking requires a buffer of a multiple of %zu bytes", format.size);
    }
    UnpackIterator *iterator = mem_object(&unpack_iterator_type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->format = format;
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
        iterator->offset += iterator->format.size;
        return struct_unpack(&iterator->format, at);
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
    return SMALL(bytes_left(iterator) / iterator->format.size);
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

static Value no_keywords(const char *function) {
    return raise_type_error("%s() takes no keyword arguments", function);
}

#define RAW(function) ((NativeFunction)(void *)(function))

static Value struct_repr(Value self) {
    Value name = type_name(type_of(self));
    return name ? str_format("%S(%R)", name, struct_of(self)->format) : 0;
}

static Value struct_get_format(Value self) {
    return struct_of(self)->format;
}

static Value struct_get_size(Value self) {
    return int_from_int64(struct_of(self)->compiled.size);
}

// Raw: what they are called with is not gathered in a tuple.
static Value struct_py_pack(Value self, Value *args, size_t count, Value keywords) {
    return keywords ? no_keywords("Struct.pack") : pack(struct_of(self), args, count);
}

static Value struct_py_pack_into(Value self, Value *args, size_t count, Value keywords) {
    return keywords ? no_keywords("Struct.pack_into") : pack_into(struct_of(self), args, count);
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
    METHOD("pack", RAW(struct_py_pack), NATIVE_RAW "*values", "The values as bytes."),
    METHOD("pack_into", RAW(struct_py_pack_into), NATIVE_RAW "buffer, offset, /, *values", "Writes values to a buffer."),
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

static Struct *format_of(Value *args, size_t count, const char *function, Value keywords) {
    if (keywords) return (Struct *)no_keywords(function);
    if (count) return struct_for(args[0]);
    raise_type_error("missing format argument");
    return NULL;
}

static Value py_pack(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Struct *s = format_of(args, count, "_struct.pack", keywords);
    return s ? pack(s, args + 1, count - 1) : 0;
}

static Value py_pack_into(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Struct *s = format_of(args, count, "_struct.pack_into", keywords);
    return s ? pack_into(s, args + 1, count - 1) : 0;
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
    return s ? int_from_int64(s->compiled.size) : 0;
}

static Value py_clearcache(Value self, Value *args) {
    (void)self, (void)args;
    kept = 0;
    memset(recent, 0, sizeof recent);
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("calcsize", py_calcsize, "format, /", "The size of the struct that the format describes."),
    FUNCTION("pack", RAW(py_pack), NATIVE_RAW "format, /, *values", "The values as bytes."),
    FUNCTION("pack_into", RAW(py_pack_into), NATIVE_RAW "format, buffer, offset, /, *values", "Writes values to a buffer."),
    FUNCTION("unpack", py_unpack, "format, buffer, /", "The values in a buffer of exactly the format's size."),
    FUNCTION("unpack_from", py_unpack_from, "format, /, buffer, offset=0", "The values at the offset of a buffer."),
    FUNCTION("iter_unpack", py_iter_unpack, "format, buffer, /", "An iterator over the structs that a buffer consists of."),
    FUNCTION("_clearcache", py_clearcache, "", "Forgets the compiled formats."),
    METHODS_END
};

Value module_struct_make(void) {
    static const char *const public[] = {"calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"};
    Value name = intern("_struct"), module = name ? module_new(name) : 0, all = list_with_capacity(8);
    if (!module || !all || !module_add_functions(module, functions)) return 0;      // the functions tell this name
    type_ready(&struct_error_type);
    type_ready(&struct_type);
    for (size_t i = 0; i < sizeof public / sizeof *public; i++)
        if (!list_append(all, intern(public[i]))) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "__name__", intern("struct")) ||
        !dict_set_c(dict, "error", VALUE(&struct_error_type)) ||
        !dict_set_c(dict, "Struct", VALUE(&struct_type)) || !dict_set_c(dict, "__all__", all))
        return 0;
    return module;
}

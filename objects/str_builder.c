// StrBuilder: text in the making, and the formats of error.h.
//
// A short text stays in the builder's own 128 bytes. A longer one is written into what will be the Str: the
// block has the header in front, and finishing fills the header in, without a copy.
#include "objects/bytespan.h"
#include "objects/str_parts.h"
#include "objects/type.h"
#include <stdio.h>

#define HEADER offsetof(Str, store)

void str_builder_init(StrBuilder *builder) {
    builder->data = builder->small;
    builder->size = builder->length = 0;
    builder->capacity = sizeof builder->small;
    builder->failed = false;
}

static char *block_of(const StrBuilder *builder) { return builder->data - HEADER; }

// One byte of the capacity is kept for the NUL, and what a table of offsets needs at most (one entry of 4 for
// 64).
static size_t block_size(size_t capacity) { return HEADER + capacity + 1 + capacity / 16 + 8; }

static char *grow(StrBuilder *builder, size_t size) {
    if (builder->failed) return NULL;
    size_t needed, capacity, old = builder->capacity;
    char *block = NULL;
    if (__builtin_add_overflow(builder->size, size, &needed) || needed > PTRDIFF_MAX / 4) {
        (void)raise_memory_error();
    } else {
        capacity = needed < 2 * old ? 2 * old : needed + needed / 8;
        if (builder->data == builder->small) block = mem_alloc_atomic(block_size(capacity));
        else block = mem_realloc_atomic(block_of(builder), block_size(old), block_size(capacity));
    }
    if (!block) {
        builder->failed = true;
        return NULL;
    }
    if (builder->data == builder->small) memcpy(block + HEADER, builder->small, builder->size);
    builder->data = block + HEADER;
    builder->capacity = capacity;
    return builder->data + builder->size;
}

char *str_builder_reserve(StrBuilder *builder, size_t size) {
    if (likely(builder->capacity - builder->size >= size && !builder->failed))
        return builder->data + builder->size;
    return grow(builder, size);
}

void str_builder_add(StrBuilder *builder, const char *utf8, size_t size) {
    char *out = str_builder_reserve(builder, size);
    if (!out) return;
    memcpy(out, utf8, size);
    builder->size += size;
    builder->length += size == 1 ? 1 : utf8_count(utf8, size);
}

void str_builder_add_ascii(StrBuilder *builder, const char *ascii, size_t size) {
    char *out = str_builder_reserve(builder, size);
    if (!out) return;
    bytes_copy(out, ascii, size);
    builder->size += size;
    builder->length += size;
}

void str_builder_add_c(StrBuilder *builder, const char *c_string) {
    str_builder_add(builder, c_string, strlen(c_string));
}

void str_builder_add_char(StrBuilder *builder, uint32_t code_point) {
    char *out = str_builder_reserve(builder, 4);
    if (!out) return;
    builder->size = (size_t)(utf8_write(out, code_point) - builder->data);
    builder->length++;
}

void str_builder_add_fill(StrBuilder *builder, uint32_t code_point, size_t count) {
    size_t width = utf8_size(code_point);
    if (count > PTRDIFF_MAX / 4) {
        if (!builder->failed) (void)raise_memory_error();
        builder->failed = true;
        return;
    }
    char *out = str_builder_reserve(builder, count * width);
    if (!out) return;
    if (width == 1) memset(out, (int)code_point, count);
    else for (size_t i = 0; i < count; i++) out = utf8_write(out, code_point);
    builder->size += count * width;
    builder->length += count;
}

void str_builder_add_str(StrBuilder *builder, Value s) {
    if (!s) {
        builder->failed = true;
        return;
    }
    char *out = str_builder_reserve(builder, str_size(s));
    if (!out) return;
    bytes_copy(out, str_data(s), str_size(s));
    builder->size += str_size(s);
    builder->length += str_length(s);
}

void str_builder_add_repr(StrBuilder *builder, Value v) {
    if (builder->failed) return;
    if (value_is(v, &str_type)) str_repr_into(builder, v);
    else str_builder_add_str(builder, object_repr(v));
}

static Value finish_block(StrBuilder *builder) {
    Str *s = (Str *)block_of(builder);
    s->head.type = &str_type;
    s->hash = 0;
    s->data = s->store;
    s->size = builder->size;
    s->length = builder->length;
    s->offsets = NULL;
    s->concatenated = s->interned = s->grown = false;
    s->store[s->size] = 0;
    return VALUE(s);
}

Value str_builder_finish(StrBuilder *builder) {
    if (builder->failed) return 0;
    size_t size = builder->size;
    if (builder->data != builder->small && size > builder->capacity - builder->capacity / 4)
        return finish_block(builder);
    bool known = size > 1 && builder->length > 1 && builder->length < size;
    Value result = size == builder->length ? str_ascii(builder->data, size) : known ? str_room(size, builder->length)
                                                                                    : str_new(builder->data, size);
    if (known && result) memcpy(str_of(result)->data, builder->data, size);
    if (builder->data != builder->small) mem_free(block_of(builder));
    str_builder_init(builder);
    return result;
}

// --- formats

#define PRECISION_ARGUMENT (-2)         // .*: an int among the arguments
typedef struct {
    char text[16];              // the directive as printf takes it
    int precision;              // -1: none
    int longs;                  // l and ll count 1 and 2, z 3
    char kind;
} Directive;

// Reads the directive behind a '%' and moves *format behind it.
static Directive read_directive(const char **format) {
    Directive d = {.precision = -1};
    const char *p = *format;
    while (strchr("-+ #0123456789", *p)) p++;
    if (*p == '.') {
        d.precision = 0;
        if (p[1] == '*') {
            d.precision = PRECISION_ARGUMENT;
            p++;
        }
        for (p++; *p >= '0' && *p <= '9'; p++) d.precision = d.precision * 10 + (*p - '0');
    }
    for (; *p == 'l' || *p == 'z' || *p == 'j' || *p == 't'; p++) d.longs += *p == 'l' ? 1 : 3;
    d.kind = *p++;
    size_t size = (size_t)(p - *format);
    if (size > sizeof d.text - 2) size = sizeof d.text - 2;
    d.text[0] = '%';
    memcpy(d.text + 1, *format, size);
    *format = p;
    return d;
}

static void add_number(StrBuilder *builder, const Directive *d, va_list *arguments) {
    char text[64];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    if (d->kind == 'p') snprintf(text, sizeof text, "%#llx", (long long)value_id(va_arg(*arguments, Value)));
    else if (d->longs == 0) snprintf(text, sizeof text, d->text, va_arg(*arguments, int));
    else snprintf(text, sizeof text, d->text, va_arg(*arguments, long long));
#pragma GCC diagnostic pop
    str_builder_add_c(builder, text);
}

static void add_c_string(StrBuilder *builder, const Directive *d, const char *text) {
    if (!text) text = "(null)";
    size_t size = d->precision < 0 ? strlen(text) : strnlen(text, (size_t)d->precision);
    // Cutting must not leave a part of a character.
    while (size && d->precision >= 0 && utf8_is_continuation(text[size])) size--;
    str_builder_add(builder, text, size);
}

static void add_value(StrBuilder *builder, char kind, Value v) {
    if (builder->failed) return;
    if (kind == 'T') str_builder_add_c(builder, type_of(v)->name);
    else if (kind == 'P') str_builder_add_c(builder, v == NONE ? "None" : type_of(v)->name);
    else if (kind == 'R') str_builder_add_repr(builder, v);
    else if (kind == 'Q') str_builder_add_str(builder, type_full_name(type_of(v)));
    else str_builder_add_str(builder, kind == 'A' ? object_ascii(v) : object_str(v));
}

static void add_directive(StrBuilder *builder, const Directive *d, va_list *arguments) {
    switch (d->kind) {
    case 's': add_c_string(builder, d, va_arg(*arguments, const char *)); break;
    case 'c': str_builder_add_char(builder, (uint32_t)va_arg(*arguments, int)); break;
    case 'N': str_builder_add_c(builder, va_arg(*arguments, Type *)->name); break;
    case 'S': case 'R': case 'A': case 'T': case 'P': case 'Q': add_value(builder, d->kind, va_arg(*arguments, Value)); break;
    case '%': str_builder_add_char(builder, '%'); break;
    default: add_number(builder, d, arguments);
    }
}

static void add_format_list(StrBuilder *builder, const char *format, va_list arguments) {
    va_list list;
    va_copy(list, arguments);
    for (;;) {
        const char *percent = strchr(format, '%');
        if (!percent) break;
        str_builder_add(builder, format, (size_t)(percent - format));
        format = percent + 1;
        Directive d = read_directive(&format);
        if (d.precision == PRECISION_ARGUMENT) d.precision = va_arg(list, int);
        add_directive(builder, &d, &list);
    }
    str_builder_add_c(builder, format);
    va_end(list);
}

void str_builder_add_format(StrBuilder *builder, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add_format_list(builder, format, arguments);
    va_end(arguments);
}

Value str_format_list(const char *format, va_list arguments) {
    StrBuilder builder;
    str_builder_init(&builder);
    add_format_list(&builder, format, arguments);
    return str_builder_finish(&builder);
}

Value str_format(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value result = str_format_list(format, arguments);
    va_end(arguments);
    return result;
}

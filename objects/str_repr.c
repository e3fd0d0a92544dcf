// repr() of str: quotes and escapes.
#include "objects/str_parts.h"
#include "objects/unicode_parts.h"

// ' unless the text has ' and no ".
static char quote_for(const char *data, size_t size) {
    return memchr(data, '\'', size) && !memchr(data, '"', size) ? '"' : '\'';
}

static inline bool plain_ascii(uint8_t c, char quote) {
    return c >= ' ' && c < 0x7F && c != '\\' && c != (uint8_t)quote;
}

char *str_write_escape(char *out, uint32_t c) {
    int kind = (c >= 0x100) + (c >= 0x10000);
    *out++ = '\\';
    *out++ = "xuU"[kind];
    for (int shift = (8 << kind) - 4; shift >= 0; shift -= 4) *out++ = "0123456789abcdef"[c >> shift & 15];
    return out;
}

void str_add_escape(StrBuilder *builder, uint32_t c) {
    char *out = str_builder_reserve(builder, 10);
    if (!out) return;
    size_t size = (size_t)(str_write_escape(out, c) - out);
    builder->size += size;
    builder->length += size;
}

Value str_escaped(Value s) {
    StrBuilder builder;
    str_builder_init(&builder);
    for (const char *at = str_data(s), *end = at + str_size(s); at < end && !builder.failed;) {
        size_t run = utf8_ascii_prefix(at, (size_t)(end - at));
        str_builder_add_ascii(&builder, at, run);
        at += run;
        while (at < end && (uint8_t)*at >= 0x80) str_add_escape(&builder, utf8_read(&at));
    }
    return str_builder_finish(&builder);
}

static void add_escaped(StrBuilder *builder, uint32_t c, char quote) {
    switch (c) {
    case '\n': str_builder_add(builder, "\\n", 2); return;
    case '\r': str_builder_add(builder, "\\r", 2); return;
    case '\t': str_builder_add(builder, "\\t", 2); return;
    }
    if (c == '\\' || c == (uint8_t)quote) {
        str_builder_add_char(builder, '\\');
        str_builder_add_char(builder, c);
    } else {
        str_add_escape(builder, c);
    }
}

void str_repr_into(StrBuilder *builder, Value s) {
    const char *at = str_data(s), *end = at + str_size(s);
    char quote = quote_for(at, str_size(s));
    if (!str_builder_reserve(builder, str_size(s) + 2)) return;
    str_builder_add_char(builder, (uint8_t)quote);
    while (at < end) {
        const char *run = at, *next = at;
        uint32_t c = 0;
        for (; at < end; at = next) {
            c = utf8_read(&next);
            if (c < 0x80 ? !plain_ascii((uint8_t)c, quote) : !(unicode_record(c)->flags & UNICODE_PRINTABLE)) break;
        }
        if (at > run) str_builder_add(builder, run, (size_t)(at - run));
        if (at == end) break;
        add_escaped(builder, c, quote);
        at = next;
    }
    str_builder_add_char(builder, (uint8_t)quote);
}

Value str_repr(Value s) {
    StrBuilder builder;
    str_builder_init(&builder);
    str_repr_into(&builder, s);
    return str_builder_finish(&builder);
}

// The format mini-language: reading a specification, padding, text. Numbers are in format_number.c.
#include "objects/exception.h"
#include "objects/format.h"
#include "objects/format_parts.h"
#include "objects/type.h"
#include "objects/unicode.h"
#include "objects/utf8.h"

// ------------------------------------------------------------------------------------------------ reading

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A decimal number; -1 when there is none. False: too large.
static bool read_number(const char **p, const char *end, ptrdiff_t *out) {
    *out = -1;
    while (*p < end) {
        const char *next = *p;
        uint32_t c = utf8_read(&next);
        int digit = c < 0x80 ? (int)c - '0' : unicode_decimal(c);
        if (digit < 0 || digit > 9) break;
        if (*out < 0) *out = 0;
        if (*out > (PTRDIFF_MAX - digit) / 10) return raise_value_error("Too many decimal digits in format string");
        *out = *out * 10 + digit;
        *p = next;
    }
    return true;
}

// ',' or '_', and not both.
static bool read_grouping(const char **p, const char *end, char *out) {
    bool comma = *p < end && **p == ',';
    if (comma) ++*p, *out = ',';
    if (*p < end && **p == '_') {
        if (comma) return raise_value_error("Cannot specify both ',' and '_'.");
        ++*p, *out = '_';
    }
    if (*p < end && **p == ',') {
        if (*out == '_') return raise_value_error("Cannot specify both ',' and '_'.");
    }
    return true;
}

static void read_alignment(const char **p, const char *end, FormatSpec *out) {
    const char *next = *p;
    uint32_t first = utf8_read(&next);
    if (next < end && is_align((unsigned char)*next)) {
        out->fill = first;
        out->align = *next;
        *p = next + 1;
    } else if (is_align(first)) {
        out->align = (char)first;
        *p = next;
    }
}

static bool raise_grouping(char grouping, uint32_t type) {
    if (type > 32 && type < 128) return raise_value_error("Cannot specify '%c' with '%c'.", grouping, (int)type);
    return raise_value_error("Cannot specify '%c' with '\\x%x'.", grouping, type);
}

static bool check_grouping(const FormatSpec *s, uint32_t type) {
    if (s->grouping && type && (type >= 128 || !strchr("defgEGF%", (int)type))) {
        bool by_four = s->grouping == '_' && type < 128 && strchr("boxX", (int)type);
        if (!by_four) return raise_grouping(s->grouping, type);
    }
    return !s->fraction_grouping || type != 'n' || raise_grouping(s->fraction_grouping, type);
}

bool format_parse(Value spec, FormatSpec *out, Type *for_type) {
    const char *p = str_data(spec), *end = p + str_size(spec);
    bool text = (for_type->flags & TYPE_IS_STR) != 0, fill_given;
    *out = (FormatSpec){.fill = ' ', .width = -1, .precision = -1, .type_name = for_type->name};
    if (p < end) read_alignment(&p, end, out);
    fill_given = p - str_data(spec) > 1;
    if (p < end && (*p == '+' || *p == '-' || *p == ' ')) out->sign = *p++;
    if (p < end && *p == 'z') p++, out->no_negative_zero = true;
    if (p < end && *p == '#') p++, out->alternate = true;
    if (!fill_given && p < end && *p == '0') {
        p++;
        out->zero_pad = true;
        out->fill = '0';
        if (!out->align && !text) out->align = '=';
    }
    if (!read_number(&p, end, &out->width)) return false;
    if (!read_grouping(&p, end, &out->grouping)) return false;
    if (p < end && *p == '.') {
        p++;
        if (!read_number(&p, end, &out->precision)) return false;
        if (!read_grouping(&p, end, &out->fraction_grouping)) return false;
        if (out->precision < 0 && !out->fraction_grouping) return raise_value_error("Format specifier missing precision");
    }
    if (p < end) {
        out->type = utf8_read(&p);
        if (!out->type) out->type = FORMAT_TYPE_NUL;
        if (p < end) return raise_value_error("Invalid format specifier '%S' for object of type '%N'", spec, for_type);
    }
    return check_grouping(out, out->type ? out->type % FORMAT_TYPE_NUL : text ? 's' : 0);
}

bool format_unknown_code(uint32_t code, const char *type_name) {
    code %= FORMAT_TYPE_NUL;
    if (code > 32 && code < 128)
        return raise_value_error("Unknown format code '%c' for object of type '%s'", (int)code, type_name);
    return raise_value_error("Unknown format code '\\x%x' for object of type '%s'", code, type_name);
}

// ------------------------------------------------------------------------------------------------ padding

Value format_pad(const char *text, size_t size, size_t length, const FormatSpec *spec, char usual_align) {
    size_t room = spec->width > 0 && (size_t)spec->width > length ? (size_t)spec->width - length : 0;
    char align = spec->align ? spec->align : usual_align;
    size_t left = align == '<' ? 0 : align == '^' ? room / 2 : room;
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_fill(&out, spec->fill, left);
    str_builder_add(&out, text, size);
    str_builder_add_fill(&out, spec->fill, room - left);
    return str_builder_finish(&out);
}

// ------------------------------------------------------------------------------------------------ str

Value format_str(Value v, const FormatSpec *spec) {
    if (spec->type && spec->type != 's') return format_unknown_code(spec->type, spec->type_name);
    if (spec->sign == ' ') return raise_value_error("Space not allowed in string format specifier");
    if (spec->sign) return raise_value_error("Sign not allowed in string format specifier");
    if (spec->no_negative_zero)
        return raise_value_error("Negative zero coercion (z) not allowed in string format specifier");
    if (spec->alternate) return raise_value_error("Alternate form (#) not allowed in string format specifier");
    if (spec->align == '=') return raise_value_error("'=' alignment not allowed in string format specifier");
    if (spec->precision >= 0 && (size_t)spec->precision < str_length(v) &&
        !(v = str_substring(v, 0, (size_t)spec->precision)))
        return 0;
    if (spec->width <= (ptrdiff_t)str_length(v)) return v;
    return format_pad(str_data(v), str_size(v), str_length(v), spec, '<');
}

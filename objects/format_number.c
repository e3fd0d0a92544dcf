// Formatting numbers: int, float and complex by the mini-language, and doubles for printf-style formats.
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/format_parts.h"
#include "objects/int.h"
#include "objects/type.h"
#include "objects/utf8.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ grouping, zero padding

// Digits with a separator every `group` of them from the right, at least `least` characters wide by zeros in front.
static void add_grouped(StrBuilder *out, const char *digits, size_t count, char separator, size_t group, size_t least) {
    if (!separator) {
        for (size_t k = count; k < least; k++) str_builder_add_char(out, '0');
        str_builder_add(out, digits, count);
        return;
    }
    size_t total = count;
    while (total + (total ? (total - 1) / group : 0) < least) total++;
    for (size_t k = 0; k < total; k++) {
        if (k && (total - k) % group == 0) str_builder_add_char(out, (uint32_t)separator);
        str_builder_add_char(out, k < total - count ? '0' : (uint32_t)(unsigned char)digits[k - (total - count)]);
    }
}

static char sign_character(bool negative, const FormatSpec *spec) { return negative ? '-' : spec->sign == '-' ? 0 : spec->sign; }

// Zero padding goes between sign (and prefix) and digits, and takes part in the grouping.
static Value finish(const char *sign, size_t sign_size, const char *digits, size_t count, const char *tail, size_t tail_size,
                    const FormatSpec *spec, size_t group) {
    size_t least = 0;
    if (spec->fill == '0' && spec->align == '=' && spec->width > 0 && (size_t)spec->width > sign_size + tail_size)
        least = (size_t)spec->width - sign_size - tail_size;
    StrBuilder body;
    str_builder_init(&body);
    add_grouped(&body, digits, count, spec->grouping, group, least);
    str_builder_add(&body, tail, tail_size);
    Value text = str_builder_finish(&body);
    return text ? format_pad(sign, sign_size, str_data(text), str_size(text), str_length(text), spec, '>') : 0;
}

// ------------------------------------------------------------------------------------------------ int

static Value format_character(Value v, const FormatSpec *spec) {
    int64_t code;
    if (spec->sign) return raise_value_error("Sign not allowed with integer format specifier 'c'");
    if (spec->alternate) return raise_value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_get64(v, &code)) return raise_overflow_error("Python int too large to convert to C long");
    if (code < 0 || code > 0x10ffff) return raise_overflow_error("%%c arg not in range(0x110000)");
    char text[4];
    size_t size = (size_t)(utf8_write(text, (uint32_t)code) - text);
    return format_pad("", 0, text, size, 1, spec, '>');
}

Value format_int(Value v, const FormatSpec *spec) {
    uint32_t type = spec->type ? spec->type : 'd';
    if (type < 128 && strchr("eEfFgG%", (int)type)) {
        double x;
        return int_to_double(v, &x) ? format_float(x, spec) : 0;
    }
    int base = type == 'd' || type == 'n' ? 10 : type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 0;
    if (!base && type != 'c') return format_unknown_code(type, type_of(v)->name), 0;
    if (spec->precision >= 0 || spec->fraction_grouping) return raise_value_error("Precision not allowed in integer format specifier");
    if (spec->no_negative_zero) return raise_value_error("Negative zero coercion (z) not allowed in integer format specifier");
    if (type == 'c') return format_character(v, spec);
    Value text = int_to_str(v, base);
    if (!text) return 0;
    const char *digits = str_data(text);
    size_t count = str_size(text), signs = 0;
    char sign[4], kind = sign_character(digits[0] == '-', spec);
    if (digits[0] == '-') digits++, count--;
    if (kind) sign[signs++] = kind;
    if (spec->alternate && base != 10) {
        sign[signs++] = '0';
        sign[signs++] = (char)type;
    }
    if (type == 'X') {
        char *upper = mem_alloc_atomic(count);
        if (!upper) return 0;
        for (size_t k = 0; k < count; k++) upper[k] = (char)toupper((unsigned char)digits[k]);
        digits = upper;
    }
    return finish(sign, signs, digits, count, "", 0, spec, base == 10 ? 3 : 4);
}

// ------------------------------------------------------------------------------------------------ doubles as text

// Exact digits of a finite |x| by printf, which rounds correctly at any precision.
static char *printed(double x, char kind, int precision, bool alternate, size_t *size) {
    char format[8] = {'%', 0};
    int at = 1;
    if (alternate) format[at++] = '#';
    memcpy(format + at, ".*", 2);
    format[at + 2] = kind;
    int needed = snprintf(0, 0, format, precision, x);
    char *text = needed < 0 ? 0 : mem_alloc_atomic((size_t)needed + 1);
    if (!text) return needed < 0 ? (void)!raise_memory_error(), (char *)0 : 0;
    *size = (size_t)snprintf(text, (size_t)needed + 1, format, precision, x);
    return text;
}

bool format_double(StrBuilder *out, double x, char kind, int precision, bool alternate, bool sign_always) {
    char room[64], *text = room;
    size_t size;
    bool upper = isupper((unsigned char)kind);
    if (signbit(x) && !isnan(x)) str_builder_add_c(out, "-");
    else if (sign_always) str_builder_add_c(out, "+");
    x = fabs(x);
    if (!isfinite(x)) {
        str_builder_add_c(out, isnan(x) ? upper ? "NAN" : "nan" : upper ? "INF" : "inf");
        return true;
    }
    if (kind == 'r' || kind == 's') {
        size = (size_t)float_shortest(x, room);
    } else {
        text = printed(x, kind, precision, alternate, &size);
        if (!text) return false;
    }
    str_builder_add(out, text, size);
    return true;
}

// ------------------------------------------------------------------------------------------------ float

// The text of |x| by type and precision, as format() wants it: without a type it is repr with at least one digit after the point.
static char *magnitude_text(double x, const FormatSpec *spec, size_t *size) {
    uint32_t type = spec->type;
    int precision = (int)spec->precision;
    bool percent = type == '%';
    if (percent) x *= 100;
    if (!isfinite(x)) {
        bool upper = type < 128 && isupper((int)type);
        char *text = mem_alloc_atomic(8);
        if (text) *size = (size_t)sprintf(text, "%s%s", isnan(x) ? upper ? "NAN" : "nan" : upper ? "INF" : "inf", percent ? "%" : "");
        return text;
    }
    char *text;
    if (!type && precision < 0) {
        if ((text = mem_alloc_atomic(64))) *size = (size_t)float_shortest(x, text);
    } else if (!type) {
        // Like g, but an exponent is used one digit earlier and ".0" is added to what looks like an int.
        if (precision == 0) precision = 1;
        char probe[40];
        snprintf(probe, sizeof probe, "%.*e", precision > 30 ? 30 : precision - 1, x);
        int exponent = atoi(strchr(probe, 'e') + 1);
        if (x != 0 && exponent == precision - 1 && !spec->alternate) {
            text = printed(x, 'e', precision - 1, false, size);
            char *e = text ? strchr(text, 'e') : 0, *end = e;
            if (e && strchr(text, '.')) {
                while (end[-1] == '0') end--;
                if (end[-1] == '.') end--;
                memmove(end, e, strlen(e) + 1);
                *size = strlen(text);
            }
        } else {
            text = printed(x, 'g', precision, spec->alternate, size);
            if (text && !strpbrk(text, ".e")) {
                char *longer = mem_alloc_atomic(*size + 3);
                if (longer) *size = (size_t)sprintf(longer, "%s.0", text);
                text = longer;
            }
        }
    } else {
        char kind = percent ? 'f' : type == 'n' ? 'g' : (char)type;
        text = printed(x, kind, precision < 0 ? 6 : precision, spec->alternate, size);
        if (text && percent) {
            char *longer = mem_alloc_atomic(*size + 2);
            if (longer) *size = (size_t)sprintf(longer, "%s%%", text);
            text = longer;
        }
    }
    return text;
}

static bool is_zero_text(const char *text, size_t size) {
    for (size_t k = 0; k < size && text[k] != 'e' && text[k] != 'E'; k++)
        if (text[k] >= '1' && text[k] <= '9') return false;
    return size && (isdigit((unsigned char)text[0]) || text[0] == '.');
}

// The part behind the integer digits, its fraction grouped from the left if asked for.
static const char *group_fraction(const char *tail, size_t *size, char separator) {
    if (!separator || *size == 0 || tail[0] != '.') return tail;
    char *out = mem_alloc_atomic(*size * 2), *o = out;
    if (!out) return 0;
    *o++ = '.';
    size_t k = 1, digits = 0;
    for (; k < *size && isdigit((unsigned char)tail[k]); k++) {
        if (digits && digits % 3 == 0) *o++ = separator;
        *o++ = tail[k];
        digits++;
    }
    memcpy(o, tail + k, *size - k);
    *size = (size_t)(o - out) + *size - k;
    return out;
}

static bool check_float_type(const FormatSpec *spec, const char *type_name) {
    if (spec->type && (spec->type >= 128 || !strchr("eEfFgGn%", (int)spec->type))) return format_unknown_code(spec->type, type_name);
    if (spec->precision > 2147483646) return raise_value_error("precision too big");
    return true;
}

Value format_float(double x, const FormatSpec *spec) {
    if (!check_float_type(spec, "float")) return 0;
    size_t size = 0, count = 0;
    char *text = magnitude_text(fabs(x), spec, &size);
    if (!text) return 0;
    bool negative = signbit(x) && !isnan(x);
    if (negative && spec->no_negative_zero && is_zero_text(text, size)) negative = false;
    char sign = sign_character(negative, spec);
    while (count < size && isdigit((unsigned char)text[count])) count++;
    size_t tail_size = size - count;
    const char *tail = group_fraction(text + count, &tail_size, spec->fraction_grouping);
    if (!tail) return 0;
    if (!count) {       // inf, nan: zeros in front all the same
        FormatSpec plain = *spec;
        plain.grouping = 0;
        return finish(&sign, sign != 0, "", 0, tail, tail_size, &plain, 3);
    }
    return finish(&sign, sign != 0, text, count, tail, tail_size, spec, 3);
}

// ------------------------------------------------------------------------------------------------ complex

Value format_complex(Value v, const FormatSpec *spec) {
    Complex *z = (Complex *)value_object(v);
    if (!check_float_type(spec, "complex")) return 0;
    if (spec->fill == '0' && spec->align == '=') return raise_value_error("Zero padding is not allowed in complex format specifier");
    if (spec->align == '=') return raise_value_error("'=' alignment flag is not allowed in complex format specifier");
    FormatSpec part = *spec;
    part.width = -1;
    part.align = 0;
    part.fill = ' ';
    bool like_repr = !spec->type, only_imaginary = like_repr && z->real == 0 && !signbit(z->real);
    if (like_repr && spec->precision < 0) part.type = 0;
    Value real = only_imaginary ? NAME(empty) : format_float(z->real, &part);
    if (!only_imaginary) part.sign = '+';
    Value imag = real ? format_float(z->imag, &part) : 0;
    if (!imag) return 0;
    if (like_repr && spec->precision < 0) {
        // As in repr: whole numbers without ".0".
        if (str_size(real) > 2 && memcmp(str_data(real) + str_size(real) - 2, ".0", 2) == 0 && !(real = str_substring(real, 0, str_length(real) - 2))) return 0;
        if (str_size(imag) > 2 && memcmp(str_data(imag) + str_size(imag) - 2, ".0", 2) == 0 && !(imag = str_substring(imag, 0, str_length(imag) - 2))) return 0;
    }
    Value text = like_repr && !only_imaginary ? str_format("(%S%Sj)", real, imag) : str_format("%S%Sj", real, imag);
    return text ? format_pad("", 0, str_data(text), str_size(text), str_length(text), spec, '>') : 0;
}

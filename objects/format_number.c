// Formatting numbers: int, float and complex by the mini-language, and doubles for printf-style formats.
#include "objects/complex.h"
#include "objects/digits.h"
#include "objects/exception.h"
#include "objects/float_parts.h"
#include "objects/format_parts.h"
#include "objects/int.h"
#include "objects/type.h"
#include "objects/utf8.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ grouping, zero padding

// How many digits, zeros in front included, make `count` digits with separators at least `least` characters wide.
static size_t grouped_digits(size_t count, char separator, size_t group, size_t least) {
    if (!separator) return count > least ? count : least;
    // A separator goes before a digit, so the last character to be added is never one.
    size_t rest = least % (group + 1), needed = least / (group + 1) * group + (rest ? rest : least > 0);
    return count > needed ? count : needed;
}

static size_t grouped_size(size_t count, char separator, size_t group, size_t least) {
    size_t total = grouped_digits(count, separator, group, least);
    return separator && total ? total + (total - 1) / group : total;
}

// Digits with a separator every `group` of them from the right, at least `least` characters wide by zeros in front.
static void add_grouped(StrBuilder *out, const char *digits, size_t count, char separator, size_t group, size_t least) {
    size_t total = grouped_digits(count, separator, group, least), zeros = total - count;
    if (!separator) {
        str_builder_add_fill(out, '0', zeros);
        str_builder_add_ascii(out, digits, count);
        return;
    }
    for (size_t k = 0; k < total; k++) {
        if (k && (total - k) % group == 0) str_builder_add_char(out, (uint32_t)separator);
        str_builder_add_char(out, k < zeros ? '0' : (uint32_t)(unsigned char)digits[k - zeros]);
    }
}

static char sign_character(bool negative, const FormatSpec *spec) {
    return negative ? '-' : spec->sign == '-' ? 0 : spec->sign;
}

// sign, digits and tail, padded. Zero padding goes between sign (and prefix) and digits, and takes part in the grouping.
static Value finish(const char *sign, size_t sign_size, const char *digits, size_t count, const char *tail, size_t tail_size,
                    const FormatSpec *spec, size_t group) {
    size_t width = spec->width < 0 ? 0 : (size_t)spec->width, least = 0;
    char align = spec->align ? spec->align : '>';
    if (width > PTRDIFF_MAX / 8) return raise_memory_error();
    if (spec->fill == '0' && align == '=' && width > sign_size + tail_size) least = width - sign_size - tail_size;
    StrBuilder out;
    str_builder_init(&out);
    size_t used = sign_size + grouped_size(count, spec->grouping, group, least) + tail_size,
           room = width > used ? width - used : 0;
    size_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
    str_builder_add_fill(&out, spec->fill, left);
    str_builder_add_ascii(&out, sign, sign_size);
    if (align == '=') str_builder_add_fill(&out, spec->fill, room);
    add_grouped(&out, digits, count, spec->grouping, group, least);
    str_builder_add_ascii(&out, tail, tail_size);
    if (align != '=') str_builder_add_fill(&out, spec->fill, room - left);
    return str_builder_finish(&out);
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
    return format_pad(text, size, 1, spec, '>');
}

Value format_int(Value v, const FormatSpec *spec) {
    uint32_t type = spec->type ? spec->type : 'd';
    if (type < 128 && strchr("eEfFgG%", (int)type)) {
        double x;
        return int_to_double(v, &x) ? format_float(x, spec) : 0;
    }
    int base = type == 'd' || type == 'n' ? 10 : type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 0;
    if (!base && type != 'c') return format_unknown_code(type, spec->type_name);
    if (spec->precision >= 0) return raise_value_error("Precision not allowed in integer format specifier");
    if (spec->no_negative_zero)
        return raise_value_error("Negative zero coercion (z) not allowed in integer format specifier");
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

// The text of a double; one character may be put before it and one behind.
typedef struct {
    char room[100], *text;
    size_t size;
} Rendered;

static char *make_room(Rendered *out, size_t size) {
    char *block = size + 2 <= sizeof out->room ? out->room : mem_alloc_atomic(size + 2);
    return out->text = block ? block + 1 : 0;
}

static bool render_text(Rendered *out, const char *text) {
    out->size = strlen(text);
    out->text = memcpy(out->room + 1, text, out->size);
    return true;
}

// No double has more digits than this behind the point, or significant ones: zeros follow.
#define DIGITS_ALL 1080

// Exactly by printf, which rounds correctly at any precision. `room` is what more than that must fit.
static bool print(double x, const char *format, int precision, size_t room, Rendered *out) {
    char text[DIGITS_ALL + 400];
    if (precision > DIGITS_ALL) precision = DIGITS_ALL;
    out->size = (size_t)snprintf(text, sizeof text, format, precision, x);
    if (!make_room(out, out->size + room)) return false;
    memcpy(out->text, text, out->size + 1);
    return true;
}

static bool render_fixed(double x, int precision, bool alternate, Rendered *out) {
    uint64_t scaled;
    if (!float_to_fixed(x, precision, &scaled)) {
        size_t more = precision > DIGITS_ALL ? (size_t)(precision - DIGITS_ALL) : 0;
        if (!print(x, alternate ? "%#.*f" : "%.*f", precision, more, out)) return false;
        memset(out->text + out->size, '0', more);
        return out->size += more, true;
    }
    char *end = make_room(out, sizeof out->room - 2) + 48, *p = digits_write(scaled, end);
    while (end - p <= precision) *--p = '0';
    if (precision || alternate) {
        size_t whole = (size_t)(end - p) - (size_t)precision;
        memmove(p - 1, p, whole);
        *(--p + whole) = '.';
    }
    out->text = p;
    out->size = (size_t)(end - p);
    return true;
}

// `count` significant digits of x, the first worth 10**exponent.
static const char *significant_digits(double x, int count, Rendered *room, int *exponent) {
    Decimal decimal;
    if (x && float_to_digits(x, count, &decimal)) {
        *exponent = decimal.exponent + count - 1;
        return digits_write(decimal.digits, room->room + 30);
    }
    if (!print(x, "%.*e", count - 1, (size_t)count, room)) return 0;
    char *e = memchr(room->text, 'e', room->size);
    *exponent = atoi(e + 1);
    ptrdiff_t printed = e - room->text - (count > 1);
    if (count > 1) memmove(room->text + 1, room->text + 2, (size_t)printed - 1);
    memset(room->text + printed, '0', (size_t)(count - printed));
    return room->text;
}

// How render_general lays out.
typedef struct {
    char letter;                // of the exponent
    bool exponent_always;       // e
    bool keep_zeros;            // of the precision; and the point
    bool add_zero;              // ".0" to what looks like an int; an exponent is used one digit earlier
} Layout;

static bool render_general(double x, int precision, Layout layout, Rendered *out) {
    Rendered room;
    if (precision == INT32_MAX) return raise_memory_error();
    int exponent, count = layout.exponent_always ? precision + 1 : precision ? precision : 1;
    int limit = count - layout.add_zero;
    const char *digits = significant_digits(x, count, &room, &exponent);
    char *p = digits ? make_room(out, (size_t)count + 12) : 0;
    if (!p) return false;
    while (!layout.keep_zeros && !layout.exponent_always && count > 1 && digits[count - 1] == '0') count--;
    if (layout.exponent_always || exponent < -4 || exponent >= limit) {
        p = float_lay_out_exponent(p, digits, count, exponent, layout.letter, layout.keep_zeros);
        return out->size = (size_t)(p - out->text), true;
    }
    for (int k = exponent < 0 ? exponent : 0; k <= exponent || k < count; k++) {
        if (k == (exponent < 0 ? exponent : exponent) + 1) *p++ = '.';
        *p++ = k >= 0 && k < count ? digits[k] : '0';
    }
    if (count <= exponent + 1) {
        if (layout.keep_zeros || layout.add_zero) *p++ = '.';
        if (layout.add_zero) *p++ = '0';
    }
    return out->size = (size_t)(p - out->text), true;
}

// As repr(), whole numbers without ".0" if so wished; a point always, if so wished.
static bool render_shortest(double x, bool bare, bool alternate, Rendered *out) {
    out->size = (size_t)float_shortest(x, make_room(out, sizeof out->room - 2));
    bool whole = out->size > 2 && memcmp(out->text + out->size - 2, ".0", 2) == 0;
    if (bare && whole) out->size -= alternate ? 1 : 2;
    if (alternate && !memchr(out->text, '.', out->size)) {
        memmove(out->text + 2, out->text + 1, out->size++ - 1);
        out->text[1] = '.';
    }
    return true;
}

// |x| in format e, f, g (or upper case), r for that of repr(), R the same but 1 for 1.0, s for that of a precision alone.
static bool render(double x, char kind, int precision, bool alternate, Rendered *out) {
    bool upper = isupper((unsigned char)kind) && kind != 'R';
    if (isnan(x)) return render_text(out, upper ? "NAN" : "nan");
    if (isinf(x)) return render_text(out, upper ? "INF" : "inf");
    switch (kind | 0x20) {
    case 'r': return render_shortest(x, kind == 'R', alternate, out);
    case 'f': return render_fixed(x, precision, alternate, out);
    case 'e': return render_general(x, precision, (Layout){.letter = kind, .exponent_always = true, .keep_zeros = alternate}, out);
    case 's': return render_general(x, precision, (Layout){.letter = 'e', .add_zero = true, .keep_zeros = alternate}, out);
    default: return render_general(x, precision, (Layout){.letter = upper ? 'E' : 'e', .keep_zeros = alternate}, out);
    }
}

bool format_double(StrBuilder *out, double x, char kind, int precision, bool alternate, bool sign_always) {
    Rendered rendered;
    if (!render(fabs(x), kind, precision, alternate, &rendered)) return false;
    if (signbit(x) && !isnan(x)) str_builder_add_c(out, "-");
    else if (sign_always) str_builder_add_c(out, "+");
    str_builder_add_ascii(out, rendered.text, rendered.size);
    return true;
}

// ------------------------------------------------------------------------------------------------ float

// |x| by type and precision, as format() wants it.
static bool render_spec(double x, const FormatSpec *spec, Rendered *out) {
    uint32_t type = spec->type % FORMAT_TYPE_NUL;
    int precision = (int)spec->precision;
    if (type == '%') {
        if (!render(x * 100, 'f', precision < 0 ? 6 : precision, spec->alternate, out)) return false;
        out->text[out->size++] = '%';
        return true;
    }
    char kind = type ? type == 'n' ? 'g' : (char)type : precision < 0 ? spec->bare ? 'R' : 'r' : spec->bare ? 'g' : 's';
    return render(x, kind, type && precision < 0 ? 6 : precision, spec->alternate, out);
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

static bool check_float_type(const FormatSpec *spec, const char *types) {
    uint32_t type = spec->type % FORMAT_TYPE_NUL;
    if (type && (type >= 128 || !strchr(types, (int)type))) return format_unknown_code(type, spec->type_name);
    return spec->precision <= INT32_MAX || raise_value_error("precision too big");
}

Value format_float(double x, const FormatSpec *spec) {
    if (!check_float_type(spec, "eEfFgGn%")) return 0;
    Rendered rendered;
    if (!render_spec(fabs(x), spec, &rendered)) return 0;
    const char *text = rendered.text;
    size_t size = rendered.size, count = 0;
    bool negative = signbit(x) && !isnan(x) && !(spec->no_negative_zero && is_zero_text(text, size));
    char sign = sign_character(negative, spec);
    if (!spec->grouping && !spec->fraction_grouping && spec->width <= (ptrdiff_t)size) {
        if (sign) *--rendered.text = sign, rendered.size++;
        return str_ascii(rendered.text, rendered.size);
    }
    while (count < size && isdigit((unsigned char)text[count])) count++;
    size_t tail_size = size - count;
    const char *tail = group_fraction(text + count, &tail_size, spec->fraction_grouping);
    if (!tail) return 0;
    if (count) return finish(&sign, sign != 0, text, count, tail, tail_size, spec, 3);
    FormatSpec plain = *spec;       // inf, nan: zeros in front all the same
    plain.grouping = 0;
    return finish(&sign, sign != 0, "", 0, tail, tail_size, &plain, 3);
}

// ------------------------------------------------------------------------------------------------ complex

Value format_complex(Value v, const FormatSpec *spec) {
    Complex *z = (Complex *)value_object(v);
    if (!check_float_type(spec, "eEfFgGn")) return 0;
    if (spec->fill == '0') return raise_value_error("Zero padding is not allowed in complex format specifier");
    if (spec->align == '=') return raise_value_error("'=' alignment flag is not allowed in complex format specifier");
    FormatSpec part = *spec;
    part.width = -1;
    part.align = 0;
    part.fill = ' ';
    part.bare = true;
    bool plain = !(spec->type % FORMAT_TYPE_NUL);
    bool only_imaginary = plain && z->real == 0 && !signbit(z->real);
    Value real = only_imaginary ? NAME(empty) : format_float(z->real, &part);
    if (!only_imaginary) part.sign = '+';
    Value imag = real ? format_float(z->imag, &part) : 0;
    if (!imag) return 0;
    Value text = plain && !only_imaginary ? str_format("(%S%Sj)", real, imag) : str_format("%S%Sj", real, imag);
    return text ? format_pad(str_data(text), str_size(text), str_length(text), spec, '>') : 0;
}

// printf-style formatting: str % values, and the same for bytes and bytearray.
//
// One walk over the format serves both: a str's format is UTF-8 and its directives are ASCII. What differs is
// the text that %s, %r and %c make, the keys of mappings, and some words of messages.
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytespan.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"
#include <limits.h>

typedef struct {
    bool bytes;
    const char *start, *at, *end;       // of the format
    Value values;               // a tuple, or the only value
    Value mapping;              // what (keys) are looked up in, or 0
    size_t next;                // of the tuple's items; for an only value 0 or 1
    StrBuilder out;
} Formatter;

typedef struct {
    bool left, plus, space, alternate, zero;
    ptrdiff_t width;            // -1: none
    int precision;              // -1: none
    uint32_t kind;
    size_t index;               // of the kind's character in the format
} Directive;

// --- the values

static bool is_mapping(const Formatter *f, Value v) {
    if (tuple_check(v) || str_check(v) || !type_of(v)->get_item) return false;
    return !f->bytes || !(bytes_check(v) || bytearray_check(v));
}

static Value next_value(Formatter *f) {
    if (tuple_check(f->values)) {
        if (f->next < tuple_count(f->values)) return tuple_get(f->values, f->next++);
    } else if (f->next == 0) {
        f->next = 1;
        return f->values;
    }
    return raise_type_error("not enough arguments for format string");
}

static bool all_used(const Formatter *f) {
    if (f->mapping || f->next >= (tuple_check(f->values) ? tuple_count(f->values) : 1)) return true;
    return raise_type_error("not all arguments converted during %s formatting", f->bytes ? "bytes" : "string");
}

// (key): what follows is formatted from the mapping's item, which is an only value from now on.
static bool take_key(Formatter *f) {
    if (!f->mapping) return raise_type_error("format requires a mapping");
    const char *key = ++f->at;
    int open = 1;
    for (; f->at < f->end && open; f->at++) open += (*f->at == '(') - (*f->at == ')');
    if (open) return raise_value_error("incomplete format key");
    size_t size = (size_t)(f->at - 1 - key);
    Value name = f->bytes ? bytes_new(key, size) : str_new(key, size);
    Value item = name ? object_get_item(f->mapping, name) : 0;
    if (!item) return false;
    f->values = item;
    f->next = 0;
    // A tuple among a mapping's items is one value.
    if (tuple_check(item)) f->values = tuple_new(&item, 1);
    return f->values != 0;
}

// --- reading a directive

static void take_flags(Formatter *f, Directive *d) {
    for (; f->at < f->end; f->at++) {
        switch (*f->at) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->space = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

// Digits, or -1 when the number exceeds `most`; no digits are 0.
static ptrdiff_t take_digits(Formatter *f, ptrdiff_t most) {
    ptrdiff_t n = 0;
    for (; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++) {
        int digit = *f->at - '0';
        if (n > (most - digit) / 10) return -1;
        n = n * 10 + digit;
    }
    return n;
}

// A '*': the next value, which must be an int.
static bool take_star(Formatter *f, int64_t least, int64_t most, const char *c_type, int64_t *out) {
    f->at++;
    Value v = next_value(f);
    if (!v) return false;
    if (!int_check(v)) return raise_type_error("* wants int");
    if (!int_get64(v, out) || *out < least || *out > most)
        return raise_overflow_error("Python int too large to convert to C %s", c_type);
    return true;
}

static bool take_width(Formatter *f, Directive *d) {
    if (f->at == f->end) return true;
    if (*f->at == '*') {
        int64_t width;
        if (!take_star(f, -PTRDIFF_MAX, PTRDIFF_MAX, "ssize_t", &width)) return false;
        if (width < 0) d->left = true;
        d->width = width < 0 ? -width : width;
    } else if (*f->at >= '0' && *f->at <= '9') {
        d->width = take_digits(f, PTRDIFF_MAX);
        if (d->width < 0) return raise_value_error("width too big");
    }
    return true;
}

static bool take_precision(Formatter *f, Directive *d) {
    if (f->at == f->end || *f->at != '.') return true;
    f->at++;
    int64_t precision;
    if (f->at < f->end && *f->at == '*') {
        if (!take_star(f, INT_MIN, INT_MAX, "int", &precision)) return false;
        if (precision < 0) precision = 0;
    } else {
        precision = take_digits(f, INT_MAX);
        if (precision < 0) return raise_value_error("precision too big");
    }
    d->precision = (int)precision;
    return true;
}

// What stands behind a '%'.
static bool take_directive(Formatter *f, Directive *d) {
    *d = (Directive){.width = -1, .precision = -1};
    if (f->at < f->end && *f->at == '(' && !take_key(f)) return false;
    take_flags(f, d);
    if (!take_width(f, d) || !take_precision(f, d)) return false;
    if (f->at < f->end && (*f->at == 'h' || *f->at == 'l' || *f->at == 'L')) f->at++;
    if (f->at == f->end) return raise_value_error("incomplete format");
    size_t before = (size_t)(f->at - f->start);
    d->index = f->bytes ? before : utf8_count(f->start, before);
    d->kind = f->bytes ? (uint8_t)*f->at++ : utf8_read(&f->at);
    return true;
}

// --- adding text

// Text of `length` characters that does not begin with a sign, filled up to the width.
static void add_filled(Formatter *f, const Directive *d, const char *text, size_t size, size_t length) {
    size_t width = d->width < 0 ? 0 : (size_t)d->width, missing = width > length ? width - length : 0;
    if (!d->left) str_builder_add_fill(&f->out, ' ', missing);
    str_builder_add(&f->out, text, size);
    if (d->left) str_builder_add_fill(&f->out, ' ', missing);
}

// A number's digits with its sign or none in front; `prefix` is 0x and the like. Zeros go between prefix and
// digits.
static void add_number(Formatter *f, const Directive *d, const char *digits, size_t size, const char *prefix,
                       size_t zeros) {
    char sign = 0;
    if (*digits == '-' || *digits == '+') {
        sign = *digits++;
        size--;
    } else if (d->plus) {
        sign = '+';
    } else if (d->space) {
        sign = ' ';
    }
    size_t length = (sign != 0) + strlen(prefix) + zeros + size, width = d->width < 0 ? 0 : (size_t)d->width;
    size_t missing = width > length ? width - length : 0;
    if (d->zero && !d->left) {
        zeros += missing;
        missing = 0;
    }
    if (!d->left) str_builder_add_fill(&f->out, ' ', missing);
    if (sign) str_builder_add(&f->out, &sign, 1);
    str_builder_add_c(&f->out, prefix);
    str_builder_add_fill(&f->out, '0', zeros);
    str_builder_add(&f->out, digits, size);
    if (d->left) str_builder_add_fill(&f->out, ' ', missing);
}

// --- integers

// int(v) for %d, v.__index__() for %x and %o; 0 without exception when v is of a wrong type.
static Value integer_of(Value v, bool truncate) {
    const Type *type = type_of(v);
    Value result = 0;
    if (int_check(v)) return int_exact(v);
    if (!truncate) {
        if (type->index) result = object_index(v);
    } else if (value_is(v, &float_type)) {
        result = int_from_double(float_get(v));
    } else if (type->to_int || type->index) {
        result = type->to_int ? type->to_int(v) : object_index(v);
        if (result && !int_check(result)) result = 0;
    }
    if (!result) (void)error_clear_if(&TypeError_type);
    return result;
}

static bool add_int(Formatter *f, const Directive *d, Value v) {
    bool hexadecimal = d->kind == 'x' || d->kind == 'X', decimal = !hexadecimal && d->kind != 'o';
    Value number = integer_of(v, decimal);
    if (!number) {
        if (error_occurred()) return false;
        return raise_type_error("%%%c format: %s is required, not %T", (int)d->kind,
                                decimal ? "a real number" : "an integer", v);
    }
    Value text = int_to_str(number, decimal ? 10 : hexadecimal ? 16 : 8);
    if (!text) return false;
    const char *digits = str_data(text), *prefix = "";
    size_t size = str_size(text), count = size - (*digits == '-');
    if (d->alternate && !decimal) prefix = d->kind == 'o' ? "0o" : d->kind == 'x' ? "0x" : "0X";
    if (d->kind == 'X') {
        Value upper = str_py_upper(text, NULL);
        if (!upper) return false;
        digits = str_data(upper);
    }
    size_t zeros = d->precision > 0 && (size_t)d->precision > count ? (size_t)d->precision - count : 0;
    add_number(f, d, digits, size, prefix, zeros);
    return !f->out.failed;
}

// Writes the digits of u so that they end at `end` and answers where they begin. A constant base lets the
// compiler do without division.
static char *write_digits(char *end, uint64_t u, uint32_t kind) {
    if (kind == 'x') {
        do *--end = "0123456789abcdef"[u & 15]; while (u >>= 4);
    } else if (kind == 'o') {
        do *--end = (char)('0' + (u & 7)); while (u >>= 3);
    } else {
        do *--end = (char)('0' + u % 10); while (u /= 10);
    }
    return end;
}

// Small ints as %d, %x or %02x have them: no object is made for their digits.
static bool add_small_int(Formatter *f, const Directive *d, Value v) {
    if (!value_is_small(v) || d->precision >= 0 || d->alternate || d->kind == 'X') return false;
    char digits[32], *end = digits + sizeof digits;
    int64_t i = small_int(v);
    char *p = write_digits(end, i < 0 ? -(uint64_t)i : (uint64_t)i, d->kind);
    if (i < 0) *--p = '-';
    if (d->width < 0 && !d->plus && !d->space) str_builder_add_ascii(&f->out, p, (size_t)(end - p));
    else add_number(f, d, p, (size_t)(end - p), "", 0);
    return true;
}

// --- floats

static bool float_of(const Formatter *f, Value v, double *x) {
    if (float_from_object(v, x)) return true;
    if (!f->bytes) return false;
    error_take();
    return raise_type_error("float argument required, not %T", v);
}

static bool add_float(Formatter *f, const Directive *d, Value v) {
    double x;
    if (!float_of(f, v, &x)) return false;
    StrBuilder text;
    str_builder_init(&text);
    bool upper = d->kind < 'a';
    char kind = (char)(d->kind | 0x20);
    if (!format_double(&text, x, kind, d->precision < 0 ? 6 : d->precision, d->alternate, false)) return false;
    for (size_t i = 0; upper && i < text.size; i++)
        if (text.data[i] >= 'a' && text.data[i] <= 'z') text.data[i] = (char)(text.data[i] - 32);
    add_number(f, d, text.data, text.size, "", 0);
    return !f->out.failed;
}

// --- text

// The text of v cut to the precision, which counts characters.
static bool add_text(Formatter *f, const Directive *d, Value text) {
    if (!text) return false;
    if (d->width < 0 && d->precision < 0) {
        str_builder_add_str(&f->out, text);
        return !f->out.failed;
    }
    size_t length = str_length(text);
    if (d->precision >= 0 && (size_t)d->precision < length) length = (size_t)d->precision;
    add_filled(f, d, str_data(text), str_offset(text, length), length);
    return !f->out.failed;
}

static bool add_run(Formatter *f, const Directive *d, const void *data, size_t size) {
    if (d->precision >= 0 && (size_t)d->precision < size) size = (size_t)d->precision;
    add_filled(f, d, data, size, size);
    return !f->out.failed;
}

// %s and %b of bytes: the bytes of an object that has some.
static bool add_bytes(Formatter *f, const Directive *d, Value v) {
    if (!span_check(v)) {
        Value method = object_find_special(v, NAME(__bytes__));
        if (error_occurred()) return false;
        if (method) {
            Value result = object_call0(method);
            if (!result) return false;
            if (!bytes_check(result))
                return raise_type_error("__bytes__ returned non-bytes (type %T)", result);
            v = result;
        } else if (!buffer_supported(v)) {
            return raise_type_error("%%b requires a bytes-like object, or an object that implements __bytes__, "
                                    "not '%T'", v);
        }
    }
    if (span_check(v)) return add_run(f, d, span_of(v)->data, span_of(v)->size);
    Buffer buffer;
    if (!buffer_get(v, &buffer, BUFFER_FULL_RO)) return false;
    uint8_t *data = buffer.data;
    if (!buffer_is_contiguous(&buffer, 'C') && (data = mem_alloc_atomic(buffer.size))) buffer_copy_out(&buffer, data, 'C');
    bool added = (data || !buffer.size) && add_run(f, d, data, (size_t)buffer.size);
    buffer_release(&buffer);
    return added;
}

static bool add_string(Formatter *f, const Directive *d, Value v) {
    if (f->bytes) {
        if (d->kind == 's' || d->kind == 'b') return add_bytes(f, d, v);
        Value text = object_ascii(v);
        return text && add_run(f, d, str_data(text), str_size(text));
    }
    if (d->kind == 'r') return add_text(f, d, object_repr(v));
    return add_text(f, d, d->kind == 'a' ? object_ascii(v) : object_str(v));
}

// --- %c

static bool char_refused(const Formatter *f, Value v) {
    if (f->bytes) {
        if (bytes_check(v) || bytearray_check(v)) {
            return raise_type_error("%%c requires an integer in range(256) or a single byte, "
                                    "not a %s object of length %zu", bytes_check(v) ? "bytes" : "bytearray", bytes_size(v));
        }
        return raise_type_error("%%c requires an integer in range(256) or a single byte, not %T", v);
    }
    if (str_check(v)) {
        return raise_type_error("%%c requires an int or a unicode character, not a string of length %zu",
                                str_length(v));
    }
    return raise_type_error("%%c requires an int or a unicode character, not %Q", v);
}

static bool add_char(Formatter *f, const Directive *d, Value v) {
    char text[4];
    uint32_t limit = f->bytes ? 256 : 0x110000;
    bool one_byte = f->bytes && (bytes_check(v) || bytearray_check(v)) && bytes_size(v) == 1;
    if (one_byte || (!f->bytes && str_check(v) && str_length(v) == 1)) {
        if (f->bytes) add_filled(f, d, (const char *)bytes_data(v), 1, 1);
        else add_filled(f, d, str_data(v), str_size(v), 1);
        return !f->out.failed;
    }
    if (!value_has_index(v)) return char_refused(f, v);
    Value index = object_index(v);
    if (!index) return !f->bytes && error_clear_if(&TypeError_type) ? char_refused(f, v) : false;
    int64_t c;
    if (!int_get64(index, &c) || c < 0 || c >= limit)
        return raise_overflow_error(f->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
    size_t size = 1;
    if (f->bytes) text[0] = (char)c;
    else size = (size_t)(utf8_write(text, (uint32_t)c) - text);
    add_filled(f, d, text, size, 1);
    return !f->out.failed;
}

// --- the walk

static bool unsupported(const Formatter *f, const Directive *d) {
    uint32_t shown = d->kind;
    if (f->bytes && shown >= 0x80) return raise_overflow_error("character argument not in range(0x110000)");
    if (!f->bytes && (shown < 31 || shown > 126)) shown = '?';
    return raise_value_error("unsupported format character '%c' (0x%x) at index %zu", (int)shown, d->kind, d->index);
}

static bool add_value(Formatter *f, const Directive *d, Value v) {
    switch (d->kind) {
    case 'b':
        if (!f->bytes) return unsupported(f, d);
        return add_string(f, d, v);
    case 's': case 'r': case 'a': return add_string(f, d, v);
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        return add_small_int(f, d, v) || add_int(f, d, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return add_float(f, d, v);
    case 'c': return add_char(f, d, v);
    }
    return unsupported(f, d);
}

static bool run(Formatter *f) {
    while (f->at < f->end) {
        const char *percent = memchr(f->at, '%', (size_t)(f->end - f->at));
        if (!percent) percent = f->end;
        if (percent > f->at) str_builder_add(&f->out, f->at, (size_t)(percent - f->at));
        f->at = percent + 1;
        if (percent == f->end) break;
        if (f->at < f->end && *f->at == '%') {
            str_builder_add(&f->out, f->at++, 1);
            continue;
        }
        Directive d = {.width = -1, .precision = -1, .kind = 's'};
        bool plain = !f->bytes && f->at < f->end && *f->at == 's';
        if (plain) f->at++;
        else if (!take_directive(f, &d)) return false;
        Value v = next_value(f);
        if (!v) return false;
        if (plain && value_is(v, &str_type)) str_builder_add_str(&f->out, v);
        else if (!add_value(f, &d, v)) return false;
    }
    return all_used(f) && !f->out.failed;
}

static void formatter_init(Formatter *f, const char *format, size_t size, Value values, bool bytes) {
    f->bytes = bytes;
    f->start = f->at = format;
    f->end = format + size;
    f->values = values;
    f->mapping = is_mapping(f, values) ? values : 0;
    f->next = 0;
    str_builder_init(&f->out);
}

Value format_percent_str(Value format, Value values) {
    Formatter f;
    formatter_init(&f, str_data(format), str_size(format), values, false);
    if (!memchr(str_data(format), '%', str_size(format))) return all_used(&f) ? format : 0;
    if (str_equal_c(format, "%s")) {
        bool tuple = tuple_check(values);
        Value only = !tuple ? values : tuple_count(values) == 1 ? tuple_get(values, 0) : 0;
        if (only && value_is(only, &str_type)) return only;
    }
    // One block for long texts.
    size_t expected = str_size(format);
    bool tuple = value_is(values, &tuple_type);
    for (size_t i = 0; i < (tuple ? tuple_count(values) : 1); i++) {
        Value v = tuple ? tuple_get(values, i) : values;
        if (value_is(v, &str_type)) expected += str_size(v);
    }
    if (expected > sizeof f.out.small && !str_builder_reserve(&f.out, expected)) return 0;
    return run(&f) ? str_builder_finish(&f.out) : 0;
}

Value format_percent_bytes(const uint8_t *format, size_t size, Value values, bool bytearray) {
    // The values' own methods may change the bytearray that the format is from.
    char *copy = bytearray ? mem_alloc_atomic(size + 1) : NULL;
    if (bytearray && !copy) return 0;
    if (bytearray) memcpy(copy, format, size);
    Formatter f;
    formatter_init(&f, bytearray ? copy : (const char *)format, size, values, true);
    if (!run(&f)) return 0;
    return bytearray ? bytearray_new(f.out.data, f.out.size) : bytes_new(f.out.data, f.out.size);
}

// float and text: the shortest digits that read back as the same number, and reading.
#include "objects/digits.h"
#include "objects/exception.h"
#include "objects/float_parts.h"
#include "objects/str.h"
#include "objects/unicode.h"
#include "objects/utf8.h"
#include <math.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ writing

// |x| in the form of repr(): digits[0..count), the first of them worth 10**exponent.
static char *lay_out(char *p, const char *digits, int count, int exponent) {
    if (exponent < -4 || exponent >= 16) return float_lay_out_exponent(p, digits, count, exponent, 'e', false);
    if (exponent < 0) {
        memcpy(p, "0.0000", 6);
        p += 1 - exponent;
        memcpy(p, digits, (size_t)count);
        return p + count;
    }
    int whole = exponent + 1, given = count < whole ? count : whole;
    memcpy(p, digits, (size_t)given);
    memset(p + given, '0', (size_t)(whole - given));
    p += whole;
    *p++ = '.';
    if (count <= whole) return *p++ = '0', p;
    memcpy(p, digits + whole, (size_t)(count - whole));
    return p + count - whole;
}

char *float_lay_out_exponent(char *p, const char *digits, int count, int exponent, char letter, bool keep_point) {
    *p++ = digits[0];
    if (count > 1 || keep_point) *p++ = '.';
    memcpy(p, digits + 1, (size_t)count - 1);
    p += count - 1;
    *p++ = letter;
    *p++ = exponent < 0 ? '-' : '+';
    if (abs(exponent) < 10) *p++ = '0';
    char room[DIGITS_MOST], *end = room + sizeof room, *start = digits_write((uint64_t)abs(exponent), end);
    memcpy(p, start, (size_t)(end - start));
    return p + (end - start);
}

int float_shortest(double x, char *out) {
    char *p = out;
    if (isnan(x)) return memcpy(out, "nan", 3), 3;
    if (signbit(x)) *p++ = '-';
    if (isinf(x)) return memcpy(p, "inf", 3), (int)(p - out) + 3;
    if (x == 0) return memcpy(p, "0.0", 3), (int)(p - out) + 3;
    Decimal decimal = float_to_decimal(fabs(x));
    char room[DIGITS_MOST], *end = room + sizeof room, *digits = digits_write(decimal.digits, end);
    int count = (int)(end - digits);
    return (int)(lay_out(p, digits, count, decimal.exponent + count - 1) - out);
}

Value float_repr_value(double x) {
    char text[64];
    int size = float_shortest(x, text);
    return str_ascii(text, (size_t)size);
}

// ------------------------------------------------------------------------------------------------ reading

static bool equal_ignoring_case(const char *a, size_t size, const char *b) {
    for (size_t k = 0; k < size; k++)
        if ((a[k] | 0x20) != b[k]) return false;
    return b[size] == 0;
}

bool float_scan_special(const char *p, size_t size, double *out) {
    if (equal_ignoring_case(p, size, "inf") || equal_ignoring_case(p, size, "infinity")) return *out = INFINITY, true;
    if (equal_ignoring_case(p, size, "nan")) return *out = NAN, true;
    return false;
}

// Digits with single underscores between digits, into `out`. Answers where it stopped, or 0 when malformed.
static const char *copy_digits(const char *p, const char *end, char **out, bool *any) {
    bool digit = false;
    for (; p < end; p++) {
        if (*p >= '0' && *p <= '9') {
            *(*out)++ = *p;
            *any = digit = true;
        } else if (*p == '_' && digit && p + 1 < end && p[1] >= '0' && p[1] <= '9') {
            digit = false;
        } else {
            return *p == '_' ? 0 : p;
        }
    }
    return p;
}

// [digits][.digits][e[+-]digits] and nothing else; underscores are left out of `out`.
static bool clean_number(const char *p, const char *end, char *out) {
    bool any = false, exponent = false;
    if (!(p = copy_digits(p, end, &out, &any))) return false;
    if (p < end && *p == '.') {
        *out++ = *p++;
        if (!(p = copy_digits(p, end, &out, &any))) return false;
    }
    if (!any) return false;
    if (p < end && (*p | 0x20) == 'e') {
        *out++ = *p++;
        if (p < end && (*p == '+' || *p == '-')) *out++ = *p++;
        if (!(p = copy_digits(p, end, &out, &exponent)) || !exponent) return false;
    }
    *out = 0;
    return p == end;
}

// An exponent's digits, up to four.
static bool scan_exponent(const char *p, const char *end, int *exponent) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || end - p > 4) return false;
    int n = 0;
    for (; p < end; p++) {
        if (*p < '0' || *p > '9') return false;
        n = 10 * n + (*p - '0');
    }
    *exponent += negative ? -n : n;
    return true;
}

// The usual number: at most 19 digits, no underscores, decided by arithmetic on machine words. False: look closer.
static bool scan_usual(const char *p, const char *end, double *out) {
    uint64_t digits = 0;
    int count = 0, exponent = 0;
    const char *start = p, *point = 0;
    for (; p < end; p++) {
        if (*p >= '0' && *p <= '9') {
            digits = 10 * digits + (uint64_t)(*p - '0');
            count += digits != 0;
            if (count > 19) return false;
        } else if (*p == '.' && !point) {
            point = p;
        } else {
            break;
        }
    }
    if (p - start == (point != 0)) return false;
    if (point) exponent = -(int)(p - point - 1);
    if (p < end && ((*p | 0x20) != 'e' || !scan_exponent(p + 1, end, &exponent))) return false;
    return float_from_decimal(digits, exponent, out);
}

static bool parse(const char *p, const char *end, double *out) {
    while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r'))) p++;
    while (end > p && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end) return false;
    if (!scan_usual(p, end, out) && !float_scan_special(p, (size_t)(end - p), out)) {
        char few[128], *text = end - p < 120 ? few : mem_alloc_atomic((size_t)(end - p) + 1);
        if (!text || !clean_number(p, end, text)) return false;
        *out = strtod(text, 0);
    }
    if (negative) *out = -*out;
    return true;
}

// Decimal digits and blanks of other scripts become ASCII ones.
bool float_text_to_ascii(const char **text, size_t *size) {
    if (utf8_is_ascii(*text, *size)) return true;
    char *out = mem_alloc_atomic(*size + 1), *o = out;
    if (!out) return false;
    const char *p = *text, *end = p + *size;
    while (p < end) {
        uint32_t c = utf8_read(&p);
        int digit = c < 128 ? -1 : unicode_decimal(c);
        *o++ = c < 128 ? (char)c : digit >= 0 ? (char)('0' + digit) : unicode_is_space(c) ? ' ' : '?';
    }
    *text = out;
    *size = (size_t)(o - out);
    return true;
}

Value float_from_text(const char *text, size_t size, Value what) {
    double x;
    if (str_check(what) && !float_text_to_ascii(&text, &size)) return 0;
    if (parse(text, text + size, &x)) return float_value(x);
    return error_pending ? 0 : raise_value_error("could not convert string to float: %R", what);
}

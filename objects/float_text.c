// float and text: the shortest digits that read back as the same number, and reading.
#include "objects/exception.h"
#include "objects/float_parts.h"
#include "objects/format.h"
#include "objects/str.h"
#include "objects/unicode.h"
#include "objects/utf8.h"
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ writing

// Reads "d.ddde-xx" with its last digit changed by `step`; writes it back when that is x.
static bool neighbour_reads_back(char *text, int step, double x) {
    char other[40];
    strcpy(other, text);
    char *last = strchr(other, 'e') - 1;
    if (*last + step < '0' || *last + step > '9') return false;
    *last = (char)(*last + step);
    if (strtod(other, 0) != x) return false;
    strcpy(text, other);
    return true;
}

// The fewest significant digits that read back as x: digits without point, their number; the decimal exponent of the first.
static int shortest_digits(double x, char *digits, int *exponent) {
    char text[40];
    for (int precision = fabs(x) < 2.3e-308 ? 0 : 14;; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, x);
        double back = strtod(text, 0);
        // Below a power of two floats lie closer: then the digits next to the nearest ones may be those that read back.
        if (precision >= 16 || back == x || neighbour_reads_back(text, back < x ? 1 : -1, x)) break;
    }
    // What has fewer than 15 digits shows as such with zeros behind it (DBL_DIG); subnormal numbers have fewer to begin with.
    int count = 0;
    char *p = text;
    for (; *p && *p != 'e'; p++)
        if (*p >= '0' && *p <= '9') digits[count++] = *p;
    while (count > 1 && digits[count - 1] == '0') count--;
    *exponent = atoi(p + 1);
    return count;
}

int float_shortest(double x, char *out) {
    char digits[40], *p = out;
    int exponent, count;
    if (isnan(x)) return memcpy(out, "nan", 4), 3;
    if (signbit(x)) *p++ = '-';
    if (isinf(x)) return memcpy(p, "inf", 4), (int)(p - out) + 3;
    if (x == 0) return memcpy(p, "0.0", 4), (int)(p - out) + 3;
    count = shortest_digits(fabs(x), digits, &exponent);
    if (exponent < -4 || exponent >= 16) {
        *p++ = digits[0];
        if (count > 1) {
            *p++ = '.';
            memcpy(p, digits + 1, (size_t)count - 1);
            p += count - 1;
        }
        return (int)(p - out) + sprintf(p, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
    }
    if (exponent < 0) {
        p += sprintf(p, "0.%.*s", -exponent - 1, "0000");
        memcpy(p, digits, (size_t)count);
        return (int)(p + count - out);
    }
    for (int k = 0; k <= exponent || k < count; k++) {
        if (k == exponent + 1) *p++ = '.';
        *p++ = k < count ? digits[k] : '0';
    }
    if (count <= exponent + 1) {
        *p++ = '.';
        *p++ = '0';
    }
    return (int)(p - out);
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

static bool special(const char *p, size_t size, double *out) {
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

static bool parse(const char *p, const char *end, double *out) {
    while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r'))) p++;
    while (end > p && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end) return false;
    if (!special(p, (size_t)(end - p), out)) {
        char few[128], *text = end - p < 120 ? few : mem_alloc_atomic((size_t)(end - p) + 1);
        if (!text || !clean_number(p, end, text)) return false;
        *out = strtod(text, 0);
    }
    if (negative) *out = -*out;
    return true;
}

// Decimal digits and blanks of other scripts become ASCII ones.
static bool to_ascii(const char **text, size_t *size) {
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
    if (str_check(what) && !to_ascii(&text, &size)) return 0;
    if (parse(text, text + size, &x)) return float_value(x);
    return error_pending ? 0 : raise_value_error("could not convert string to float: %R", what);
}

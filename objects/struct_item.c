// One item in native format (struct_item.h).
#include "objects/struct_item.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include <limits.h>
#include <math.h>

static const char codes[] = "cbB?hHiIlLqQnNPefd";
static const char formats[][3] = {"@c", "@b", "@B", "@?", "@h", "@H", "@i", "@I", "@l", "@L", "@q", "@Q", "@n", "@N", "@P",
                                  "@e", "@f", "@d"};

size_t item_size(char code) {
    switch (code) {
    case 'c': case 'b': case 'B': return 1;
    case '?': return sizeof(bool);
    case 'h': case 'H': return sizeof(short);
    case 'i': case 'I': return sizeof(int);
    case 'l': case 'L': return sizeof(long);
    case 'q': case 'Q': return sizeof(long long);
    case 'n': case 'N': return sizeof(size_t);
    case 'P': return sizeof(void *);
    case 'e': return 2;
    case 'f': return sizeof(float);
    case 'd': return sizeof(double);
    default: return 0;
    }
}

char item_code(const char *format) {
    if (!format) return 'B';
    if (*format == '@') format++;
    return *format && !format[1] && item_size(*format) ? *format : 0;
}

const char *item_format(char code, bool with_at) {
    return &formats[strchr(codes, code) - codes][with_at ? 0 : 1];
}

// ---------------------------------------------------------------------------------------------------------------
// Half precision: 1 bit sign, 5 bits exponent, 10 bits fraction (IEEE 754 binary16)

double item_half_to_double(uint16_t half) {
    int exponent = half >> 10 & 0x1f, fraction = half & 0x3ff;
    double magnitude;
    if (exponent == 0x1f)
        magnitude = fraction ? NAN : INFINITY;
    else if (exponent == 0)
        magnitude = ldexp(fraction, -24);
    else
        magnitude = ldexp(fraction + 0x400, exponent - 25);
    return half & 0x8000 ? -magnitude : magnitude;
}

bool item_half_from_double(double x, uint16_t *out) {
    uint16_t sign = signbit(x) ? 0x8000 : 0;
    x = fabs(x);
    if (isnan(x)) {
        *out = sign | 0x7e00;
        return true;
    }
    if (isinf(x) || x == 0) {
        *out = sign | (x == 0 ? 0 : 0x7c00);
        return true;
    }
    int exponent;
    frexp(x, &exponent);                                // x = m * 2^exponent, 0.5 <= m < 1
    int shift = exponent - 1 < -14 ? 24 : 11 - exponent;       // the unit in the last place is 2^-shift
    double units = nearbyint(ldexp(x, shift));          // 0 .. 0x800; a carry runs into the exponent by itself
    uint32_t bits = exponent - 1 < -14 ? (uint32_t)units : (uint32_t)units - 0x400 + ((uint32_t)(exponent + 14) << 10);
    *out = sign | (uint16_t)bits;
    return bits < 0x7c00;
}

// ---------------------------------------------------------------------------------------------------------------
// Reading

typedef union {
    int8_t b; uint8_t B; short h; unsigned short H; int i; unsigned I; long l; unsigned long L;
    long long q; unsigned long long Q; ptrdiff_t n; size_t N; uintptr_t P; uint16_t e; float f; double d;
} Item;

// An integer code's number in 64 bits; *is_unsigned when it is to be read as uint64_t.
static int64_t integer(char code, const uint8_t *p, bool *is_unsigned) {
    Item item;
    *is_unsigned = false;
    memcpy(&item, p, item_size(code));
    switch (code) {
    case 'b': return item.b;
    case '?': return item.B != 0;
    case 'h': return item.h;
    case 'H': return item.H;
    case 'i': return item.i;
    case 'I': return item.I;
    case 'l': return item.l;
    case 'q': return item.q;
    case 'n': return item.n;
    case 'L': *is_unsigned = true; return item.L;
    case 'Q': *is_unsigned = true; return item.Q;
    case 'N': *is_unsigned = true; return item.N;
    case 'P': *is_unsigned = true; return item.P;
    default: return item.B;
    }
}

static double real(char code, const uint8_t *p) {
    Item item;
    memcpy(&item, p, item_size(code));
    return code == 'f' ? item.f : code == 'd' ? item.d : item_half_to_double(item.e);
}

static inline bool is_real(char code) {
    return code == 'f' || code == 'd' || code == 'e';
}

Value item_unpack(char code, const uint8_t *p) {
    if (code == 'B') return SMALL(*p);
    if (code == 'c') return bytes_new(p, 1);
    if (code == '?') return bool_value(*p != 0);
    if (is_real(code)) return float_value(real(code, p));
    bool is_unsigned;
    int64_t number = integer(code, p, &is_unsigned);
    return is_unsigned ? int_from_uint64(number) : int_from_int64(number);
}

bool item_equal(char code_a, const uint8_t *a, char code_b, const uint8_t *b) {
    if (code_a == 'c' || code_b == 'c') return code_a == code_b && *a == *b;
    if (is_real(code_a) && is_real(code_b)) return real(code_a, a) == real(code_b, b);
    if (is_real(code_a)) return item_equal(code_b, b, code_a, a);
    bool is_unsigned, other_unsigned;
    int64_t number = integer(code_a, a, &is_unsigned);
    if (is_real(code_b)) {
        double x = real(code_b, b);                     // equal when converting back loses nothing either
        if (!(x >= -0x1p63 && x < 0x1p64) || x != trunc(x)) return false;
        if (x < 0) return !(is_unsigned) && number == (int64_t)x;
        return (is_unsigned || number >= 0) && (uint64_t)number == (uint64_t)x;
    }
    int64_t other = integer(code_b, b, &other_unsigned);
    bool negative = !is_unsigned && number < 0, other_negative = !other_unsigned && other < 0;
    return number == other && negative == other_negative;
}

// ---------------------------------------------------------------------------------------------------------------
// Writing

static bool invalid_value(char code) {
    return raise_value_error("memoryview: invalid value for format '%c'", code);
}

static bool invalid_type(char code) {
    return raise_type_error("memoryview: invalid type for format '%c'", code);
}

// Words a conversion's error anew, unless it is one that user code raised on purpose.
static bool failed(char code) {
    if (error_clear_if(&TypeError_type)) return invalid_type(code);
    if (error_clear_if(&OverflowError_type) || error_clear_if(&ValueError_type)) return invalid_value(code);
    return false;
}

ItemRange item_integer(Value v, int64_t *out) {
    if (value_is_small(v)) {
        *out = small_int(v);
        return ITEM_SIGNED;
    }
    if (int_get64(v, out)) return ITEM_SIGNED;
    mpz_t z;
    int_load(v, z);
    *out = mpz_sgn(z);
    if (mpz_sgn(z) < 0 || mpz_sizeinbase(z, 2) > 64) return ITEM_BEYOND;
    *out = mpz_getlimbn(z, 0);
    return ITEM_UNSIGNED;
}

bool item_is_signed(char code) {
    return strchr("bhilqn", code) != NULL;
}

bool item_store_integer(char code, uint8_t *p, int64_t number, ItemRange range) {
    size_t size = item_size(code);
    if (range == ITEM_BEYOND) return false;
    if (item_is_signed(code)) {
        int64_t top = size == 8 ? INT64_MAX : ((int64_t)1 << (size * 8 - 1)) - 1;
        if (range == ITEM_UNSIGNED || number > top || number < -top - 1) return false;
    } else {
        if (range == ITEM_SIGNED && number < 0 && code != 'P') return false;   // addresses may be given as negative numbers
        if (size < 8 && (uint64_t)number >> size * 8) return false;
    }
    Item item;
    switch (size) {
    case 1: item.B = number; break;
    case 2: item.H = number; break;
    case 4: item.I = number; break;
    default: item.Q = number;
    }
    memcpy(p, &item, size);
    return true;
}

static bool pack_integer(char code, uint8_t *p, Value v) {
    int64_t number;
    if (!value_is_small(v)) {
        if (!value_has_index(v) || (code == 'P' && !int_check(v))) return invalid_type(code);
        v = object_index(v);
        if (!v) return failed(code);
    }
    ItemRange range = item_integer(v, &number);
    return item_store_integer(code, p, number, range) ? true : invalid_value(code);
}

static bool pack_real(char code, uint8_t *p, Value v) {
    double x;
    if (!float_from_object(v, &x)) return failed(code);
    Item item;
    if (code == 'e') {
        if (!item_half_from_double(x, &item.e)) return invalid_value(code);
    } else if (code == 'f') {
        item.f = x;
    } else {
        item.d = x;
    }
    memcpy(p, &item, item_size(code));
    return true;
}

static bool pack_truth(uint8_t *p, Value v) {
    int truth = object_truth(v);
    if (truth < 0) return failed('?');
    *p = truth;
    return true;
}

static bool pack_char(uint8_t *p, Value v) {
    if (!bytes_check(v)) return invalid_type('c');
    if (bytes_size(v) != 1) return invalid_value('c');
    *p = *bytes_data(v);
    return true;
}

bool item_pack(char code, uint8_t *p, Value v) {
    if (is_real(code)) return pack_real(code, p, v);
    if (code == '?') return pack_truth(p, v);
    if (code == 'c') return pack_char(p, v);
    return pack_integer(code, p, v);
}

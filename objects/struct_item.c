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

#define SIGNED(type) sizeof(type) | ITEM_INTEGER | ITEM_IS_SIGNED
#define UNSIGNED(type) sizeof(type) | ITEM_INTEGER
const uint8_t item_info[128] = {
    ['c'] = 1, ['?'] = sizeof(bool), ['P'] = sizeof(void *), ['e'] = 2, ['f'] = sizeof(float), ['d'] = sizeof(double),
    ['b'] = SIGNED(int8_t), ['B'] = UNSIGNED(uint8_t), ['h'] = SIGNED(short), ['H'] = UNSIGNED(short),
    ['i'] = SIGNED(int), ['I'] = UNSIGNED(int), ['l'] = SIGNED(long), ['L'] = UNSIGNED(long),
    ['q'] = SIGNED(long long), ['Q'] = UNSIGNED(long long), ['n'] = SIGNED(ptrdiff_t), ['N'] = UNSIGNED(size_t),
};

size_t item_size(char code) {
    return (uint8_t)code < 128 ? item_info[(uint8_t)code] & ITEM_SIZE : 0;
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

static double half_to_double(uint16_t half) {
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

// Anything at any address.
typedef union {
    int8_t b; uint8_t B; short h; unsigned short H; int i; unsigned I; long l; unsigned long L;
    long long q; unsigned long long Q; ptrdiff_t n; size_t N; uintptr_t P; uint16_t e; float f; double d;
} __attribute__((packed)) Item;

// An integer code's number in 64 bits; *is_unsigned when it is to be read as uint64_t.
static int64_t integer(char code, const uint8_t *p, bool *is_unsigned) {
    const Item *item = (const Item *)p;
    *is_unsigned = false;
    switch (code) {
    case 'b': return item->b;
    case '?': return item->B != 0;
    case 'h': return item->h;
    case 'H': return item->H;
    case 'i': return item->i;
    case 'I': return item->I;
    case 'l': return item->l;
    case 'q': return item->q;
    case 'n': return item->n;
    case 'L': *is_unsigned = true; return item->L;
    case 'Q': *is_unsigned = true; return item->Q;
    case 'N': *is_unsigned = true; return item->N;
    case 'P': *is_unsigned = true; return item->P;
    default: return item->B;
    }
}

static double real(char code, const uint8_t *p) {
    const Item *item = (const Item *)p;
    return code == 'f' ? item->f : code == 'd' ? item->d : half_to_double(item->e);
}

static inline bool is_real(char code) {
    return code == 'f' || code == 'd' || code == 'e';
}

static inline Value wide(int64_t number) {
    return likely(small_fits(number)) ? small_value(number) : int_from_int64(number);
}

static inline Value wide_unsigned(uint64_t number) {
    return likely(number <= (uint64_t)SMALL_MAX) ? small_value((int64_t)number) : int_from_uint64(number);
}

Value item_unpack(char code, const uint8_t *p) {
    const Item *item = (const Item *)p;
    switch (code) {
    case 'c': return bytes_new(p, 1);
    case '?': return bool_value(*p != 0);
    case 'b': return small_value(item->b);
    case 'h': return small_value(item->h);
    case 'H': return small_value(item->H);
    case 'i': return small_value(item->i);
    case 'I': return small_value(item->I);
    case 'l': return wide(item->l);
    case 'q': return wide(item->q);
    case 'n': return wide(item->n);
    case 'L': return wide_unsigned(item->L);
    case 'Q': return wide_unsigned(item->Q);
    case 'N': return wide_unsigned(item->N);
    case 'P': return wide_unsigned(item->P);
    case 'f': return float_value(item->f);
    case 'd': return float_value(item->d);
    case 'e': return float_value(half_to_double(item->e));
    default: return small_value(*p);
    }
}

bool items_unpack(char code, const uint8_t *p, ptrdiff_t stride, size_t count, Value *out) {
    for (size_t i = 0; i < count; i++, p += stride)
        if (unlikely(!(out[i] = item_unpack(code, p)))) return false;
    return true;
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

bool items_equal_run(char code, const uint8_t *a, ptrdiff_t step_a, const uint8_t *b, ptrdiff_t step_b, size_t count) {
    bool equal = true;
    for (; count && equal; count--, a += step_a, b += step_b) {
        const Item *x = (const Item *)a, *y = (const Item *)b;
        equal = code == 'd' ? x->d == y->d : code == 'f' ? x->f == y->f : item_equal(code, a, code, b);
    }
    return equal;
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
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    *out = mpz_sgn(z);
    if (mpz_sgn(z) < 0 || mpz_sizeinbase(z, 2) > 64) return ITEM_BEYOND;
    *out = mpz_getlimbn(z, 0);
    return ITEM_UNSIGNED;
}

bool item_store_integer(char code, uint8_t *p, int64_t number, ItemRange range) {
    if (code == 'P') {                  // addresses may be given as negative numbers
        if (range != ITEM_BEYOND) memcpy(p, &number, sizeof(void *));
        return range != ITEM_BEYOND;
    }
    if (range == ITEM_SIGNED) return item_store_small(code, p, number);
    if (range == ITEM_BEYOND || item_info[(uint8_t)code] & ITEM_IS_SIGNED || item_size(code) < 8) return false;
    memcpy(p, &number, 8);
    return true;
}

static bool pack_integer(char code, uint8_t *p, Value v) {
    int64_t number;
    if (likely(value_is_small(v)) && item_info[(uint8_t)code] & ITEM_INTEGER)
        return item_store_small(code, p, small_int(v)) ? true : invalid_value(code);
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
    Item *item = (Item *)p;
    uint16_t half;
    if (value_is_tagged_float(v))
        x = float_untag(v);
    else if (!float_from_object(v, &x))
        return failed(code);
    if (code == 'd')
        item->d = x;
    else if (code == 'f')
        item->f = x;
    else if (item_half_from_double(x, &half))
        item->e = half;
    else
        return invalid_value(code);
    return true;
}

static bool pack_truth(uint8_t *p, Value v) {
    int truth = object_truth(v);
    if (truth < 0) return false;
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

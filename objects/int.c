// int: tagged 63-bit numbers, GMP beyond them. Results are normalised, so that a number has one representation.
#include "objects/float.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/int_parts.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include <math.h>

// GMP's operations need a few times as much as their result; about little nobody asks.
#define SCRATCH 6
#define BITS_ALWAYS ((uint64_t)1 << 20)

// ------------------------------------------------------------------------------------------------ making

Int *int_start(void) {
    Int *made = mem_object(&int_type, sizeof(Int));
    if (made) mpz_init(made->number);
    return made;
}

Value int_finish(Int *made) {
    if (mem_gmp_is_elsewhere(made->number->_mp_d, false)) return int_from_mpz(made->number);
    if (mpz_fits_slong_p(made->number)) {
        int64_t small = mpz_get_si(made->number);
        if (small_fits(small)) return small_value(small);
    }
    return VALUE(made);
}

// int_start with room for so many limbs behind it, in one allocation. Where GMP needed more after all, or much less,
// finish_room copies the number once more.
static Int *start_room(size_t limbs) {
    Int *made = mem_object_atomic(&int_type, sizeof(Int) + limbs * sizeof(mp_limb_t));
    if (made) *made->number = (__mpz_struct){._mp_alloc = (int)limbs, ._mp_d = (mp_limb_t *)(made + 1)};
    return made;
}

static Value finish_room(Int *made) {
    size_t used = mpz_size(made->number);
    mpz_t whole = {*made->number};              // its limbs are to be seen by the collector
    bool moved = whole->_mp_d != (mp_limb_t *)(made + 1), spacious = (size_t)whole->_mp_alloc > 2 * used + 16;
    return unlikely(moved || spacious) ? int_from_mpz(whole) : used <= 1 ? int_finish(made) : VALUE(made);
}

Value int_from_int64(int64_t i) {
    if (likely(small_fits(i))) return small_value(i);
    Int *made = start_room(1);
    if (!made) return 0;
    mpz_set_si(made->number, i);
    return VALUE(made);
}

Value int_from_uint64(uint64_t u) {
    if (likely(u <= (uint64_t)SMALL_MAX)) return small_value((int64_t)u);
    Int *made = start_room(1);
    if (!made) return 0;
    mpz_set_ui(made->number, u);
    return VALUE(made);
}

Value int_from_double(double x) {
    if (isnan(x)) return raise_value_error("cannot convert float NaN to integer");
    if (isinf(x)) return raise_overflow_error("cannot convert float infinity to integer");
    if (x >= -4611686018427387904.0 && x < 4611686018427387904.0) return small_value((int64_t)x);
    Int *made = int_start();
    if (!made) return 0;
    mpz_set_d(made->number, x);
    return int_finish(made);
}

Value int_from_mpz(const mpz_t z) {
    Int *made = start_room(mpz_size(z) + 1);
    if (made) mpz_set(made->number, z);
    (void)mem_gmp_is_elsewhere(z->_mp_d, true);
    return made ? int_finish(made) : 0;
}

// A product of machine words.
static Value from_wide(__int128 wide) {
    if (wide >= SMALL_MIN && wide <= SMALL_MAX) return small_value((int64_t)wide);
    Int *made = start_room(2);
    if (!made) return 0;
    unsigned __int128 magnitude = wide < 0 ? -(unsigned __int128)wide : (unsigned __int128)wide;
    mp_limb_t *limbs = made->number->_mp_d;
    limbs[0] = (mp_limb_t)magnitude;
    limbs[1] = (mp_limb_t)(magnitude >> 64);
    made->number->_mp_size = (limbs[1] ? 2 : 1) * (wide < 0 ? -1 : 1);
    return VALUE(made);
}

Value int_exact(Value v) {
    if (value_is_small(v) || value_object(v)->type == &int_type) return v;
    if (value_object(v)->type == &bool_type) return SMALL(v == TRUE);
    return int_from_mpz(((Int *)value_object(v))->number);
}

bool int_check_bits(uint64_t bits) {
    if (bits <= BITS_ALWAYS) return true;
    return bits <= INT_BITS_MAX ? mem_ensure_room(bits / 8 * SCRATCH) : raise_memory_error();
}

// ------------------------------------------------------------------------------------------------ reading

bool int_get64(Value v, int64_t *out) {
    if (value_is_small(v)) return *out = small_int(v), true;
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    if (!mpz_fits_slong_p(z)) return false;
    return *out = mpz_get_si(z), true;
}

int int_sign(Value v) {
    IntView room;
    if (value_is_small(v)) return small_int(v) > 0 ? 1 : small_int(v) < 0 ? -1 : 0;
    return mpz_sgn(int_view(v, &room));
}

uint64_t int_low_bits(Value v) {
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    uint64_t low = mpz_getlimbn(z, 0);
    return mpz_sgn(z) < 0 ? 0 - low : low;
}

// The nearest double, halves to even: the top 64 bits with a sticky bit below, scaled.
static double nearest_double(mpz_srcptr z) {
    size_t bits = mpz_sizeinbase(z, 2);
    if (bits <= 53) return mpz_get_d(z);
    uint64_t head;
    if (bits > 64) {
        size_t shift = bits - 64;
        mpz_t top;
        mpz_init(top);
        mpz_tdiv_q_2exp(top, z, shift);
        head = mpz_get_ui(top) | (mpz_scan1(z, 0) < shift);
        mpz_clear(top);
    } else {
        head = mpz_get_ui(z) << (64 - bits);
    }
    double x = ldexp((double)head, (int)bits - 64);
    return mpz_sgn(z) < 0 ? -x : x;
}

bool int_to_double(Value v, double *out) {
    if (value_is_small(v)) return *out = (double)small_int(v), true;
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    if (mpz_sizeinbase(z, 2) > 1024) return raise_overflow_error("int too large to convert to float");
    *out = nearest_double(z);
    return isinf(*out) ? raise_overflow_error("int too large to convert to float") : true;
}

// CPython's: the number modulo the prime 2**61 - 1, with the sign; -1 becomes -2.
#define HASH_MODULUS (((uint64_t)1 << 61) - 1)
int64_t int_hash_value(Value v) {
    IntView room;
    int64_t h;
    if (value_is_small(v)) {
        int64_t i = small_int(v);
        uint64_t magnitude = (i < 0 ? 0 - (uint64_t)i : (uint64_t)i) % HASH_MODULUS;
        h = i < 0 ? -(int64_t)magnitude : (int64_t)magnitude;
    } else {
        mpz_srcptr z = int_view(v, &room);
        h = (int64_t)mpz_tdiv_ui(z, HASH_MODULUS);
        if (mpz_sgn(z) < 0) h = -h;
    }
    return h == -1 ? -2 : h;
}

int int_compare(Value a, Value b) {
    if (value_is_small(a) && value_is_small(b)) return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
    IntView x, y;
    return mpz_cmp(int_view(a, &x), int_view(b, &y));
}

// ------------------------------------------------------------------------------------------------ arithmetic

// `room` is how many limbs the result needs at most, of operands of m and n limbs.
#define BIG(name, operation, room) \
    Value name(Value a, Value b) { \
        IntView x, y; \
        mpz_srcptr p = int_view(a, &x), q = int_view(b, &y); \
        size_t m = mpz_size(p), n = mpz_size(q), most = m > n ? m : n; \
        (void)most; \
        if (unlikely(!int_check_bits((uint64_t)(m + n) * GMP_NUMB_BITS))) return 0; \
        Int *made = start_room(room); \
        if (!made) return 0; \
        operation(made->number, p, q); \
        return finish_room(made); \
    }
static BIG(big_add, mpz_add, most + 1)
static BIG(big_subtract, mpz_sub, most + 1)
static BIG(big_multiply, mpz_mul, m + n)
static BIG(big_floor_divide, mpz_fdiv_q, (m > n ? m - n : 0) + 3)
static BIG(big_modulo, mpz_fdiv_r, n + 2)
static BIG(big_and, mpz_and, most + 2)
static BIG(big_or, mpz_ior, most + 2)
static BIG(big_xor, mpz_xor, most + 2)

static size_t bits_of(Value v) {
    IntView room;
    return mpz_sizeinbase(int_view(v, &room), 2);
}

Value int_add(Value a, Value b) {
    return value_is_small(a) && value_is_small(b) ? int_from_int64(small_int(a) + small_int(b)) : big_add(a, b);
}

Value int_subtract(Value a, Value b) {
    return value_is_small(a) && value_is_small(b) ? int_from_int64(small_int(a) - small_int(b)) : big_subtract(a, b);
}

Value int_multiply(Value a, Value b) {
    if (value_is_small(a) && value_is_small(b)) return from_wide((__int128)small_int(a) * small_int(b));
    return big_multiply(a, b);
}

Value int_floor_divide(Value a, Value b) {
    if (int_sign(b) == 0) return raise_zero_division("division by zero");
    if (!value_is_small(a) || !value_is_small(b)) return big_floor_divide(a, b);
    int64_t x = small_int(a), y = small_int(b), quotient = x / y;
    return int_from_int64(quotient - (x % y != 0 && (x < 0) != (y < 0)));
}

Value int_modulo(Value a, Value b) {
    if (value_is_small(a) && value_is_small(b) && b != SMALL(0)) {
        int64_t y = small_int(b), rest = small_int(a) % y;
        return small_value(rest && (rest < 0) != (y < 0) ? rest + y : rest);
    }
    if (value_is_small(b) && small_int(b) > 0) {
        IntView room;
        return small_value((int64_t)mpz_fdiv_ui(int_view(a, &room), (unsigned long)small_int(b)));
    }
    if (int_sign(b) == 0) return raise_zero_division("division by zero");
    return big_modulo(a, b);
}

static Value int_and(Value a, Value b) {
    // With a mask of machine size nothing is allocated.
    if (value_is_small(b) && small_int(b) >= 0) return small_value((int64_t)(int_low_bits(a) & (uint64_t)small_int(b)));
    if (value_is_small(a) && small_int(a) >= 0) return int_and(b, a);
    return big_and(a, b);
}

Value int_shift_left(Value a, int64_t bits) {
    if (int_sign(a) == 0) return SMALL(0);
    if ((uint64_t)bits + bits_of(a) > INT_BITS_MAX) return raise_memory_error();
    IntView room;
    mpz_srcptr z = int_view(a, &room);
    Int *made = start_room(mpz_size(z) + (size_t)bits / 64 + 1);
    if (!made) return 0;
    mpz_mul_2exp(made->number, z, (mp_bitcnt_t)bits);
    return finish_room(made);
}

static Value shift_right(Value a, uint64_t bits) {
    IntView room;
    mpz_srcptr z = int_view(a, &room);
    size_t size = mpz_size(z);
    Int *made = start_room((size > bits / 64 ? size - bits / 64 : 0) + 2);
    if (!made) return 0;
    mpz_fdiv_q_2exp(made->number, z, bits);
    return finish_room(made);
}

// a / b correctly rounded: the quotient with at least 55 significant bits and a sticky bit, scaled.
static Value true_divide(Value a, Value b) {
    IntView x, y;
    mpz_srcptr n = int_view(a, &x), d = int_view(b, &y);
    if (mpz_sgn(d) == 0) return raise_zero_division("division by zero");
    if (mpz_sgn(n) == 0) return float_value(mpz_sgn(d) < 0 ? -0.0 : 0.0);
    int64_t n_bits = (int64_t)mpz_sizeinbase(n, 2), d_bits = (int64_t)mpz_sizeinbase(d, 2);
    if (n_bits <= 53 && d_bits <= 53) return float_value(mpz_get_d(n) / mpz_get_d(d));
    int64_t exponent = n_bits - d_bits;
    if (exponent > 1024) return raise_overflow_error("integer division result too large for a float");
    if (exponent < -1080) return float_value(mpz_sgn(n) * mpz_sgn(d) < 0 ? -0.0 : 0.0);
    // Keep 53 bits and two more, fewer where the result is subnormal.
    int64_t wanted = 55, lowest = -1074;
    int64_t shift = wanted - exponent;
    if (-shift < lowest - 2) shift = -(lowest - 2);
    if (!int_check_bits((uint64_t)(n_bits + d_bits))) return 0;
    mpz_t q, r, scaled;
    mpz_inits(q, r, scaled, NULL);
    if (shift >= 0) {
        mpz_mul_2exp(scaled, n, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(q, r, scaled, d);
    } else {
        mpz_mul_2exp(scaled, d, (mp_bitcnt_t)-shift);
        mpz_tdiv_qr(q, r, n, scaled);
    }
    bool negative = mpz_sgn(n) * mpz_sgn(d) < 0, exact = mpz_sgn(r) == 0;
    uint64_t head = mpz_get_ui(q);
    mpz_clears(q, r, scaled, NULL);
    // Round by hand to the bits that the double will have; ldexp must not round a second time.
    int head_bits = head ? 64 - __builtin_clzll(head) : 0;
    int drop = head_bits - 53;
    if (-shift + head_bits - 1 < -1022) drop = (int)(lowest + shift);
    if (drop > 0 && drop < 64) {
        uint64_t half = (uint64_t)1 << (drop - 1), low = head & ((half << 1) - 1);
        head >>= drop;
        bool up = low > half || (low == half && (!exact || (head & 1)));
        head += up;
    } else {
        drop = 0;
    }
    double value = ldexp((double)head, (int)(drop - shift));
    if (isinf(value)) return raise_overflow_error("integer division result too large for a float");
    return float_value(negative ? -value : value);
}

// ------------------------------------------------------------------------------------------------ slots

#define BOTH_INTS(a, b) do { if (!int_check(a) || !int_check(b)) return NOT_IMPLEMENTED; } while (0)
static Value slot_add(Value a, Value b) { BOTH_INTS(a, b); return int_add(a, b); }
static Value slot_sub(Value a, Value b) { BOTH_INTS(a, b); return int_subtract(a, b); }
static Value slot_mul(Value a, Value b) { BOTH_INTS(a, b); return int_multiply(a, b); }
static Value slot_floordiv(Value a, Value b) { BOTH_INTS(a, b); return int_floor_divide(a, b); }
static Value slot_mod(Value a, Value b) { BOTH_INTS(a, b); return int_modulo(a, b); }
static Value slot_truediv(Value a, Value b) { BOTH_INTS(a, b); return true_divide(a, b); }
static Value slot_and(Value a, Value b) { BOTH_INTS(a, b); return int_and(a, b); }
static Value slot_or(Value a, Value b) { BOTH_INTS(a, b); return big_or(a, b); }
static Value slot_xor(Value a, Value b) { BOTH_INTS(a, b); return big_xor(a, b); }

static Value slot_divmod(Value a, Value b) {
    BOTH_INTS(a, b);
    if (int_sign(b) == 0) return raise_zero_division("division by zero");
    if (value_is_small(a) && value_is_small(b)) {
        int64_t x = small_int(a), y = small_int(b), q = x / y, r = x % y;
        if (r && (r < 0) != (y < 0)) q--, r += y;
        return tuple_pack(2, int_from_int64(q), small_value(r));
    }
    if (!value_is_small(b)) {
        IntView x, y;
        mpz_srcptr n = int_view(a, &x), d = int_view(b, &y);
        Int *whole = int_check_bits((mpz_size(n) + mpz_size(d)) * GMP_NUMB_BITS) ? int_start() : 0, *left = whole ? int_start() : 0;
        if (!left) return 0;
        mpz_fdiv_qr(whole->number, left->number, n, d);
        Value quotient = int_finish(whole), rest = int_finish(left);
        return quotient && rest ? tuple_pack(2, quotient, rest) : 0;
    }
    if (value_is_small(a) && value_is_small(b) && b != SMALL(0)) {
        int64_t y = small_int(b), rest = small_int(a) % y;
        return small_value(rest && (rest < 0) != (y < 0) ? rest + y : rest);
    }
    if (value_is_small(b) && small_int(b) > 0) {
        IntView x;
        mpz_srcptr z = int_view(a, &x);
        Int *whole = start_room(mpz_size(z) + 1);
        if (!whole) return 0;
        Value rest = small_value((int64_t)mpz_fdiv_q_ui(whole->number, z, (unsigned long)small_int(b))), quotient = finish_room(whole);
        return quotient ? tuple_pack(2, quotient, rest) : 0;
    }
    Value quotient = big_floor_divide(a, b), rest = quotient ? big_modulo(a, b) : 0;
    return rest ? tuple_pack(2, quotient, rest) : 0;
}

static Value slot_lshift(Value a, Value b) {
    BOTH_INTS(a, b);
    int64_t bits;
    if (int_sign(b) < 0) return raise_value_error("negative shift count");
    if (int_sign(a) == 0) return SMALL(0);
    if (!int_get64(b, &bits)) return raise_overflow_error("too many digits in integer");
    return int_shift_left(a, bits);
}

static Value slot_rshift(Value a, Value b) {
    BOTH_INTS(a, b);
    int64_t bits;
    if (int_sign(b) < 0) return raise_value_error("negative shift count");
    if (!int_get64(b, &bits)) return SMALL(int_sign(a) < 0 ? -1 : 0);
    return shift_right(a, (uint64_t)bits);
}

#define UNARY(name, operation) \
    static Value name(Value v) { \
        IntView x; \
        mpz_srcptr z = int_view(v, &x); \
        Int *made = start_room(mpz_size(z) + 1); \
        if (!made) return 0; \
        operation(made->number, z); \
        return finish_room(made); \
    }
UNARY(slot_neg, mpz_neg)
UNARY(big_abs, mpz_abs)
UNARY(slot_invert, mpz_com)
static Value slot_abs(Value v) {
    if (value_is_small(v)) return small_int(v) < 0 ? int_from_int64(-small_int(v)) : v;
    return big_abs(v);
}

static Value int_compare_slot(Value a, Value b, CompareOp op) {
    if (!int_check(b)) return NOT_IMPLEMENTED;
    return compare_answer(int_compare(a, b), op);
}

static Value int_repr(Value v) { return int_to_str(v, 10); }
static int int_truth(Value v) { return int_sign(v) != 0; }

static Value int_to_float_slot(Value v) {
    double x;
    return int_to_double(v, &x) ? float_value(x) : 0;
}

static Value int_format(Value v, Value spec) {
    if (str_size(spec) == 0) return object_str(v);
    FormatSpec parsed;
    return format_parse(spec, &parsed, type_of(v)) ? format_int(v, &parsed) : 0;
}

Type int_type = {
    .head = {&type_type},
    .name = "int",
    .doc = "A whole number of any size. int(x) truncates a number, or reads a str in base 10; int(s, base) reads any base.",
    .size = sizeof(Int),
    .flags = TYPE_BASE | TYPE_IS_INT | TYPE_MATCH_SELF,
    .signature = "x=0, /, base=10",
    .make = int_make,
    .repr = int_repr,
    .hash = int_hash_value,
    .compare = int_compare_slot,
    .truth = int_truth,
    .format = int_format,
    .operators = OPERATORS(
        .binary = {
            [BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv,
            [BINARY_FLOORDIV] = slot_floordiv, [BINARY_MOD] = slot_mod, [BINARY_DIVMOD] = slot_divmod,
            [BINARY_POW] = int_power_operator, [BINARY_LSHIFT] = slot_lshift, [BINARY_RSHIFT] = slot_rshift,
            [BINARY_AND] = slot_and, [BINARY_XOR] = slot_xor, [BINARY_OR] = slot_or,
        },
        .power = int_power,
        .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = int_exact, [UNARY_INVERT] = slot_invert, [UNARY_ABS] = slot_abs}),
    .index = int_exact,
    .to_int = int_exact,
    .to_float = int_to_float_slot,
    .methods = int_methods,
    .attributes = int_attributes,
};

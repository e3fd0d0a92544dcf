// The functions of math on integers.
#include "lib/math_parts.h"
#include "objects/error.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include <limits.h>
#include <math.h>


// ------------------------------------------------------------------------------------------------ gcd, lcm

static uint64_t magnitude(int64_t i) { return i < 0 ? -(uint64_t)i : (uint64_t)i; }

static uint64_t small_gcd(uint64_t a, uint64_t b) {
    if (a && b > a) b %= a;             // of arguments of very different sizes little is left
    if (a == 0 || b == 0) return a | b;
    int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b) {
        b >>= __builtin_ctzll(b);
        if (a > b) {
            uint64_t greater = a;
            a = b;
            b = greater;
        }
        b -= a;
    }
    return a << shift;
}

static Value combine_great(Value a, Value b, void (*combine)(mpz_ptr, mpz_srcptr, mpz_srcptr)) {
    IntView a_room, b_room;
    mpz_srcptr x = int_view(a, &a_room), y = int_view(b, &b_room);
    if (!int_check_bits(64 * (uint64_t)(mpz_size(x) + mpz_size(y)))) return 0;
    mpz_t out;
    mpz_init(out);
    combine(out, x, y);
    return int_from_mpz(out);
}

static Value gcd(Value a, Value b) {
    if (value_is_small(a) && value_is_small(b))
        return int_from_uint64(small_gcd(magnitude(small_int(a)), magnitude(small_int(b))));
    return combine_great(a, b, mpz_gcd);
}

static Value lcm(Value a, Value b) { return combine_great(a, b, mpz_lcm); }

// Combines all arguments, beginning with `result`, by an operation whose results are never negative.
static inline Value fold(Value *args, size_t count, Value result, Value (*combine)(Value, Value)) {
    for (size_t k = 0; k < count; k++) {
        Value next = object_index(args[k]);
        if (!next || !(result = combine(result, next))) return 0;
    }
    return result;
}

Value math_py_gcd(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    return math_refuse_keywords("gcd", keywords) ? fold(args, count, SMALL(0), gcd) : 0;
}

Value math_py_lcm(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    return math_refuse_keywords("lcm", keywords) ? fold(args, count, SMALL(1), lcm) : 0;
}

// ------------------------------------------------------------------------------------------------ roots

Value math_py_isqrt(Value self, Value *args) {
    (void)self;
    Value n = object_index(args[0]);
    if (!n) return 0;
    if (int_sign(n) < 0) return raise_value_error("isqrt() argument must be nonnegative");
    if (value_is_small(n)) {
        int64_t number = small_int(n), root = (int64_t)sqrt((double)number);
        while (root * root > number) root--;
        while ((root + 1) * (root + 1) <= number) root++;
        return small_value(root);
    }
    IntView room;
    mpz_srcptr z = int_view(n, &room);
    if (!int_check_bits(64 * (uint64_t)mpz_size(z))) return 0;
    mpz_t root;
    mpz_init(root);
    mpz_sqrt(root, z);
    return int_from_mpz(root);
}

// ------------------------------------------------------------------------------------------------ products

// Whether a product of k factors up to n does; its size is estimated from above.
static bool fits_memory(Value n, int64_t k) {
    IntView room;
    double bits = (double)k * (double)mpz_sizeinbase(int_view(n, &room), 2);
    return int_check_bits(bits < 1e18 ? (uint64_t)bits : UINT64_MAX);
}

Value math_py_factorial(Value self, Value *args) {
    (void)self;
    Value n = object_index(args[0]);
    int64_t count;
    if (!n) return 0;
    if (int_sign(n) < 0) return raise_value_error("factorial() not defined for negative values");
    if (!int_get64(n, &count))
        return raise_overflow_error("factorial() argument should not exceed %lld", (long long)LONG_MAX);
    if (!fits_memory(n, count)) return 0;
    mpz_t z;
    mpz_init(z);
    mpz_fac_ui(z, (unsigned long)count);
    return int_from_mpz(z);
}

// n and k of comb and perm; k may exceed int64, then *k_fits is false.
static bool read_arguments(Value *args, Value *n, Value *k) {
    if (!(*n = object_index(args[0])) || !(*k = object_index(args[1]))) return false;
    if (int_sign(*n) < 0) return raise_value_error("n must be a non-negative integer");
    return int_sign(*k) >= 0 || raise_value_error("k must be a non-negative integer");
}

Value math_py_comb(Value self, Value *args) {
    (void)self;
    Value n, k;
    if (!read_arguments(args, &n, &k)) return 0;
    Value rest = int_subtract(n, k);
    if (!rest) return 0;
    if (int_sign(rest) < 0) return SMALL(0);
    if (int_compare(rest, k) < 0) k = rest;
    int64_t count;
    if (!int_get64(k, &count))
        return raise_overflow_error("min(n - k, k) must not exceed %lld", (long long)LLONG_MAX);
    if (!fits_memory(n, count)) return 0;
    IntView room;
    mpz_t z;
    mpz_init(z);
    mpz_bin_ui(z, int_view(n, &room), (unsigned long)count);
    return int_from_mpz(z);
}

// out = (n - from) * ... * (n - to + 1), in halves so that the factors are of similar size.
static void falling_product(mpz_t out, mpz_srcptr n, uint64_t from, uint64_t to) {
    if (to - from == 1) {
        mpz_sub_ui(out, n, from);
        return;
    }
    uint64_t middle = from + (to - from) / 2;
    mpz_t right;
    mpz_init(right);
    falling_product(out, n, from, middle);
    falling_product(right, n, middle, to);
    mpz_mul(out, out, right);
    mpz_clear(right);
}

Value math_py_perm(Value self, Value *args) {
    if (!args[1] || args[1] == NONE) return math_py_factorial(self, args);
    Value n, k;
    if (!read_arguments(args, &n, &k)) return 0;
    if (int_compare(n, k) < 0) return SMALL(0);
    int64_t count;
    if (!int_get64(k, &count)) return raise_overflow_error("k must not exceed %lld", (long long)LLONG_MAX);
    if (count == 0) return SMALL(1);
    if (!fits_memory(n, count)) return 0;
    IntView room;
    mpz_t out;
    mpz_init(out);
    falling_product(out, int_view(n, &room), 0, (uint64_t)count);
    return int_from_mpz(out);
}

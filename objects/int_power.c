// int: powers, and rounding to tens.
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int_parts.h"

static Value big_power(Value base, uint64_t exponent) {
    IntView room;
    mpz_srcptr z = int_view(base, &room);
    if (exponent > 1 && mpz_cmpabs_ui(z, 1) > 0) {
        uint64_t bits = mpz_sizeinbase(z, 2);
        if (exponent > INT_BITS_MAX || !int_check_bits((bits - 1) * exponent))
            return error_pending ? 0 : raise_memory_error();
    }
    Int *made = int_start();
    if (!made) return 0;
    if (mpz_cmpabs_ui(z, 1) <= 0) exponent = exponent == 0 ? 0 : 2 - (exponent & 1);
    mpz_pow_ui(made->number, z, exponent);
    return int_finish(made);
}

// By squaring in machine words; 0 when the result does not fit.
static Value small_power(int64_t base, int64_t exponent) {
    int64_t result = 1;
    for (;; base *= base) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return 0;
        if (!(exponent >>= 1)) return int_from_int64(result);
        if (base > INT32_MAX || base < -INT32_MAX) return 0;
    }
}

static Value power(Value base, Value exponent) {
    if (value_is_small(base) && value_is_small(exponent) && small_int(exponent) >= 0) {
        Value small = small_power(small_int(base), small_int(exponent));
        if (small) return small;
    }
    if (int_sign(exponent) < 0) {
        double x, y;
        if (!int_to_double(base, &x) || !int_to_double(exponent, &y)) return 0;
        return object_binary(BINARY_POW, float_value(x), float_value(y));
    }
    int64_t n;
    if (!int_get64(exponent, &n)) {
        IntView room;
        mpz_srcptr z = int_view(base, &room);
        if (mpz_cmpabs_ui(z, 1) > 0) return raise_memory_error();
        IntView e;
        return big_power(base, mpz_odd_p(int_view(exponent, &e)) ? 1 : 2);
    }
    return big_power(base, (uint64_t)n);
}

static Value small_power_modulo(int64_t base, uint64_t exponent, int64_t modulus) {
    uint64_t m = (uint64_t)modulus, result = 1 % m, x = (uint64_t)(base % modulus + (base % modulus < 0 ? modulus : 0));
    bool half = m <= UINT32_MAX;        // products fit in a word
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = half ? result * x % m : (uint64_t)((unsigned __int128)result * x % m);
        x = half ? x * x % m : (uint64_t)((unsigned __int128)x * x % m);
    }
    return small_value((int64_t)result);
}

static Value power_modulo(Value base, Value exponent, Value modulus) {
    if (value_is_small(base) && value_is_small(exponent) && small_int(exponent) >= 0 &&
        value_is_small(modulus) && small_int(modulus) > 0)
        return small_power_modulo(small_int(base), (uint64_t)small_int(exponent), small_int(modulus));
    IntView b, e, m;
    mpz_srcptr z = int_view(base, &b), n = int_view(exponent, &e), mod = int_view(modulus, &m);
    if (mpz_sgn(mod) == 0) return raise_value_error("pow() 3rd argument cannot be 0");
    // GMP keeps a table of powers, the larger the longer the exponent.
    size_t bits = mpz_sizeinbase(mod, 2), powers = mpz_sizeinbase(n, 2) / 8;
    if (!int_check_bits(mpz_sizeinbase(z, 2) + bits + bits * (powers < 512 ? powers : 512) / 6)) return 0;
    Int *made = int_start();
    if (!made) return 0;
    mpz_t positive, inverse;
    mpz_init(positive);
    mpz_abs(positive, mod);
    if (mpz_sgn(n) < 0) {
        mpz_init(inverse);
        if (!mpz_invert(inverse, z, positive)) return raise_value_error("base is not invertible for the given modulus");
        mpz_t minus;
        mpz_init(minus);
        mpz_neg(minus, n);
        mpz_powm(made->number, inverse, minus, positive);
        mpz_clears(inverse, minus, NULL);
    } else {
        mpz_powm(made->number, z, n, positive);
    }
    if (mpz_sgn(mod) < 0 && mpz_sgn(made->number) > 0) mpz_add(made->number, made->number, mod);
    mpz_clear(positive);
    return int_finish(made);
}

Value int_power_operator(Value base, Value exponent) {
    if (!int_check(base) || !int_check(exponent)) return NOT_IMPLEMENTED;
    return power(base, exponent);
}

Value int_power(Value base, Value exponent, Value modulus) {
    if (modulus == NONE) return int_power_operator(base, exponent);
    if (!int_check(base) || !int_check(exponent) || !int_check(modulus)) return NOT_IMPLEMENTED;
    return power_modulo(base, exponent, modulus);
}

// round(v, digits): to the nearest multiple of 10**-digits, halves to even.
Value int_round_to(Value v, Value digits) {
    Value n = object_index(digits);
    if (!n) return 0;
    if (int_sign(n) >= 0) return int_exact(v);
    int64_t places;
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    if (!int_get64(n, &places) || 0 - (uint64_t)places > mpz_sizeinbase(z, 10) + 1) return SMALL(0);
    Int *made = int_check_bits(64 * (uint64_t)mpz_size(z)) ? int_start() : NULL;
    if (!made) return 0;
    mpz_t unit, twice;
    mpz_inits(unit, twice, NULL);
    mpz_ui_pow_ui(unit, 10, (unsigned long)-places);
    mpz_fdiv_qr(made->number, twice, z, unit);
    mpz_mul_2exp(twice, twice, 1);
    int c = mpz_cmp(twice, unit);
    if (c > 0 || (c == 0 && mpz_odd_p(made->number))) mpz_add_ui(made->number, made->number, 1);
    mpz_mul(made->number, made->number, unit);
    mpz_clears(unit, twice, NULL);
    return int_finish(made);
}

// Between binary and decimal, fast: the shortest digits of a double (Raffaello Giulietti, "The Schubfach way to render
// doubles", 2021), the double nearest to decimal digits (after Daniel Lemire, "Number Parsing at a Gigabyte per Second",
// 2021), and rounding to a fixed number of places. What 128 bits cannot decide is left to the caller, who asks libc.
#include "objects/float_parts.h"
#include <gmp.h>

typedef unsigned __int128 Wide;

// ------------------------------------------------------------------------------------------------ powers of ten

// 10**k = (high * 2**64 + low) * 2**(log2_power(k) - 127), rounded up where 128 bits cannot hold it; high has its top bit set.
typedef struct {
    uint64_t high, low;
} Power;

#define POWER_LEAST (-345)
#define POWER_MOST 325

// The floors of log10(2**q), log10(3/4 * 2**q) and log2(10**k), for the exponents that doubles have.
static int log10_of_power(int q) { return (int)((int64_t)q * 1262611 >> 22); }
static int log10_of_three_quarters(int q) { return (int)(((int64_t)q * 1262611 - 524031) >> 22); }
static int log2_of_power(int k) { return (int)((int64_t)k * 1741647 >> 19); }

static Power compute_power(int k) {
    mpz_t ten, scaled;
    mpz_inits(ten, scaled, NULL);
    mpz_ui_pow_ui(ten, 10, (unsigned long)(k < 0 ? -k : k));
    int shift = 127 - log2_of_power(k);
    if (k < 0) {
        mpz_setbit(scaled, (mp_bitcnt_t)shift);
        mpz_cdiv_q(scaled, scaled, ten);
    } else if (shift >= 0) {
        mpz_mul_2exp(scaled, ten, (mp_bitcnt_t)shift);
    } else {
        mpz_cdiv_q_2exp(scaled, ten, (mp_bitcnt_t)-shift);
    }
    Power power = {.low = mpz_get_ui(scaled)};
    mpz_tdiv_q_2exp(scaled, scaled, 64);
    power.high = mpz_get_ui(scaled);
    mpz_clears(ten, scaled, NULL);
    return power;
}

// Computed when first asked for: a program uses few of them.
static Power power_of_ten(int k) {
    MEM_UNSCANNED static Power powers[POWER_MOST - POWER_LEAST + 1];
    Power *power = &powers[k - POWER_LEAST];
    if (unlikely(!power->high)) *power = compute_power(k);
    return *power;
}

// ------------------------------------------------------------------------------------------------ taking apart

typedef struct {
    uint64_t mantissa;
    int exponent;               // x = mantissa * 2**exponent
    bool lowest;                // a power of two: the next lower double is half as far away as the next higher one
} Parts;

static Parts take_apart(double x) {
    uint64_t bits, hidden = (uint64_t)1 << 52;
    memcpy(&bits, &x, sizeof bits);
    uint64_t fraction = bits & (hidden - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    if (!biased) return (Parts){fraction, -1074, false};
    return (Parts){fraction | hidden, biased - 1075, !fraction && biased > 1};
}

// ------------------------------------------------------------------------------------------------ shortest digits

// The integer part of power * x / 2**128, its last bit set when there is a fraction: enough to compare with.
static uint64_t scale_to_odd(Power power, uint64_t x) {
    Wide low = (Wide)power.low * x, high = (Wide)power.high * x + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

static Decimal without_zeros(uint64_t digits, int exponent) {
    while (digits % 100 == 0) digits /= 100, exponent += 2;
    if (digits % 10 == 0) digits /= 10, exponent++;
    return (Decimal){digits, exponent};
}

// All is in quarters of the decimal unit: x itself, and the middles between it and its neighbours, which belong to
// x when its mantissa is even.
static Decimal shortest(Parts x) {
    int k = x.lowest ? log10_of_three_quarters(x.exponent) : log10_of_power(x.exponent);
    int shift = x.exponent + log2_of_power(-k) + 1, odd = x.mantissa & 1;
    Power power = power_of_ten(-k);
    uint64_t middle = scale_to_odd(power, 4 * x.mantissa << shift);
    uint64_t lower = scale_to_odd(power, (4 * x.mantissa - 2 + x.lowest) << shift) + (uint64_t)odd;
    uint64_t upper = scale_to_odd(power, (4 * x.mantissa + 2) << shift) - (uint64_t)odd;
    uint64_t s = middle / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) return without_zeros(tens + up, k + 1);
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down == up) up = middle > 4 * s + 2 || (middle == 4 * s + 2 && (s & 1));
    return without_zeros(s + up, k);
}

Decimal float_to_decimal(double x) {
    Parts parts = take_apart(x);
    int places = -parts.exponent;
    if (places >= 0 && places < 53 && !(parts.mantissa & (((uint64_t)1 << places) - 1)))
        return without_zeros(parts.mantissa >> places, 0);
    return shortest(parts);
}

// ------------------------------------------------------------------------------------------------ the nearest double

static const double exact_tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// The product with a power rounded up is too large by less than one unit of its upper 128 bits, and cutting off the rest
// makes it too small by less than one: the bits to be rounded away decide unless they are within that of a half.
static bool nearest(uint64_t digits, int exponent, double *out) {
    int zeros = __builtin_clzll(digits);
    Power power = power_of_ten(exponent);
    digits <<= zeros;
    Wide product = (Wide)power.high * digits + (uint64_t)((Wide)power.low * digits >> 64);
    int drop = product >> 127 ? 75 : 74;
    Wide rest = product & (((Wide)1 << drop) - 1), half = (Wide)1 << (drop - 1);
    if (rest >= half - 2 && rest <= half + 2) return false;
    uint64_t mantissa = (uint64_t)(product >> drop) + (rest > half);
    int binary = log2_of_power(exponent) - 127 + 64 - zeros + drop;
    if (binary < -1022 || binary > 970) return false;           // the scale or the result is subnormal, or too large
    uint64_t scale_bits = (uint64_t)(binary + 1023) << 52;
    double scale;
    memcpy(&scale, &scale_bits, sizeof scale);
    return *out = (double)mantissa * scale, true;
}

bool float_from_decimal(uint64_t digits, int exponent, double *out) {
    if (!digits) return *out = 0, true;
    if (digits <= (uint64_t)1 << 53 && exponent >= -22 && exponent <= 22) {
        double exact = (double)digits;
        return *out = exponent < 0 ? exact / exact_tens[-exponent] : exact * exact_tens[exponent], true;
    }
    return exponent >= POWER_LEAST && exponent <= 308 && nearest(digits, exponent, out);
}

// ------------------------------------------------------------------------------------------------ fixed digits and places

static const uint64_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
                                1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000,
                                100000000000000000, 1000000000000000000};

bool float_to_fixed(double x, int places, uint64_t *out) {
    Parts parts = take_apart(x);
    if (places > 18 || parts.exponent > 10) return false;
    Wide scaled = (Wide)parts.mantissa * tens[places];          // below 2**113
    if (parts.exponent >= 0) {
        scaled <<= parts.exponent;
    } else if (parts.exponent <= -115) {
        scaled = 0;
    } else {
        Wide half = (Wide)1 << (-parts.exponent - 1), rest = scaled & (2 * half - 1);
        scaled >>= -parts.exponent;
        scaled += rest > half || (rest == half && (scaled & 1));
    }
    return *out = (uint64_t)scaled, scaled >> 64 == 0;
}

bool float_to_digits(double x, int count, Decimal *out) {
    if (count > 17) return false;
    Parts parts = take_apart(x);
    int zeros = __builtin_clzll(parts.mantissa), binary = parts.exponent - zeros;
    uint64_t mantissa = parts.mantissa << zeros;
    // 2**binary tells the decimal exponent to within one; the second try is for those where it was one too low.
    for (int exponent = log10_of_power(binary + 63);; exponent++) {
        int k = count - 1 - exponent;
        if (k > POWER_MOST) return false;
        Power power = power_of_ten(k);
        Wide product = (Wide)power.high * mantissa + (uint64_t)((Wide)power.low * mantissa >> 64);
        int drop = 63 - binary - log2_of_power(k);
        Wide rest = product & (((Wide)1 << drop) - 1), half = (Wide)1 << (drop - 1);
        if (rest >= half - 2 && rest <= half + 2) return false;
        uint64_t digits = (uint64_t)(product >> drop) + (rest > half);
        if (digits < tens[count]) return *out = (Decimal){digits, exponent + 1 - count}, true;
    }
}

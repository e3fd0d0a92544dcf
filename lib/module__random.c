// _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), SHA-512 (FIPS 180-4) for seeds that are text,
// and random bytes from the system; the module random, written in Python, builds on them.
#include "lib/lib.h"
#include "objects/bytes.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <errno.h>
#include <sys/random.h>

// ------------------------------------------------------------------------------------------------ the generator

enum { WORDS = 624, SHIFT = 397 };

typedef struct {
    Object head;
    uint32_t state[WORDS];
    int next;                   // index of the next word; WORDS: all are used up
} Random;

static Type random_type;
static Random *random_of(Value v) { return (Random *)value_object(v); }

static uint32_t mixed(uint32_t high, uint32_t low, uint32_t far) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return far ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void make_words(Random *r) {
    uint32_t *s = r->state;
    for (int k = 0; k < WORDS; k++) s[k] = mixed(s[k], s[(k + 1) % WORDS], s[(k + SHIFT) % WORDS]);
    r->next = 0;
}

static uint32_t next_word(Random *r) {
    if (r->next >= WORDS) make_words(r);
    uint32_t y = r->state[r->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void seed_from_word(Random *r, uint32_t word) {
    r->state[0] = word;
    for (uint32_t k = 1; k < WORDS; k++) r->state[k] = 1812433253u * (r->state[k - 1] ^ r->state[k - 1] >> 30) + k;
    r->next = WORDS;
}

static void seed_from_words(Random *r, const uint32_t *key, size_t count) {
    uint32_t *s = r->state;
    size_t at = 1, in_key = 0;
    seed_from_word(r, 19650218u);
    for (size_t left = count > WORDS ? count : WORDS; left; left--) {
        s[at] = (s[at] ^ (s[at - 1] ^ s[at - 1] >> 30) * 1664525u) + key[in_key] + (uint32_t)in_key;
        if (++at >= WORDS) s[0] = s[WORDS - 1], at = 1;
        if (++in_key >= count) in_key = 0;
    }
    for (size_t left = WORDS - 1; left; left--) {
        s[at] = (s[at] ^ (s[at - 1] ^ s[at - 1] >> 30) * 1566083941u) - (uint32_t)at;
        if (++at >= WORDS) s[0] = s[WORDS - 1], at = 1;
    }
    s[0] = 0x80000000u;
}

static bool seed_from_system(Random *r) {
    uint32_t key[8];
    if (getrandom(key, sizeof key, 0) != (ssize_t)sizeof key) return raise_os_error(errno, 0);
    seed_from_words(r, key, sizeof key / sizeof *key);
    return true;
}

// The words of a number without its sign.
static bool seed_from_number(Random *r, Value number) {
    IntView room;
    mpz_srcptr z = int_view(number, &room);
    size_t count = (mpz_sizeinbase(z, 2) + 31) / 32;
    uint32_t *key = mem_alloc_atomic((count + 1) * sizeof *key);
    if (!key) return false;
    memset(key, 0, (count + 1) * sizeof *key);
    mpz_export(key, NULL, -1, sizeof *key, 0, 0, z);
    seed_from_words(r, key, count ? count : 1);
    return true;
}

static bool seed_from(Random *r, Value seed) {
    if (!seed || seed == NONE) return seed_from_system(r);
    if (int_check(seed)) return seed_from_number(r, seed);
    int64_t hash = object_hash(seed);
    return !error_pending && seed_from_number(r, int_from_uint64((uint64_t)hash));
}

// ------------------------------------------------------------------------------------------------ Python methods

static Value random_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1] = {0};
    if (type == &random_type && !NATIVE_BIND("Random", "seed=None, /", bound)) return 0;
    Random *r = type == &random_type ? mem_object(type, sizeof *r) : instance_allocate(type, sizeof *r);
    // The class written in Python sorts out itself what other seeds mean.
    Value seed = type == &random_type ? bound[0] : count && int_check(args[0]) ? args[0] : 0;
    if (!r || !seed_from(r, seed)) return 0;
    return VALUE(r);
}

static Value random_py_random(Value self, Value *args) {
    (void)args;
    Random *r = random_of(self);
    uint32_t high = next_word(r) >> 5, low = next_word(r) >> 6;
    return float_value((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

static Value random_py_seed(Value self, Value *args) { return seed_from(random_of(self), args[0]) ? NONE : 0; }

static Value many_bits(Random *r, size_t bits) {
    if (bits > 32 && bits <= 64) {
        uint64_t low = next_word(r);
        return int_from_uint64((uint64_t)(next_word(r) >> (64 - bits)) << 32 | low);
    }
    size_t count = (bits + 31) / 32;
    uint32_t *words = mem_alloc_atomic(count * sizeof *words);
    if (!words || !int_check_bits(bits)) return 0;
    for (size_t k = 0; k < count; k++, bits -= bits < 32 ? bits : 32) words[k] = bits < 32 ? next_word(r) >> (32 - bits) : next_word(r);
    mpz_t z;
    mpz_init(z);
    mpz_import(z, count, -1, sizeof *words, 0, 0, words);
    return int_from_mpz(z);
}

static Value random_py_getrandbits(Value self, Value *args) {
    int64_t bits;
    if (!object_to_int64(args[0], &bits)) return 0;
    if (bits < 0) return raise_value_error("Cannot convert negative int");
    if (bits > INT32_MAX) return raise_overflow_error("getrandbits() of more than 2147483647 bits");
    if (bits == 0) return SMALL(0);
    return bits <= 32 ? SMALL(next_word(random_of(self)) >> (32 - bits)) : many_bits(random_of(self), (size_t)bits);
}

static Value random_py_getstate(Value self, Value *args) {
    (void)args;
    Value state = tuple_new(0, WORDS + 1);
    for (int k = 0; state && k < WORDS; k++) tuple_of(state)->items[k] = SMALL(random_of(self)->state[k]);
    if (state) tuple_of(state)->items[WORDS] = SMALL(random_of(self)->next);
    return state;
}

static Value random_py_setstate(Value self, Value *args) {
    uint32_t words[WORDS];
    int64_t number;
    if (!tuple_check(args[0])) return raise_type_error("state vector must be a tuple");
    if (tuple_count(args[0]) != WORDS + 1) return raise_value_error("state vector is the wrong size");
    for (size_t k = 0; k <= WORDS; k++) {
        if (!object_to_int64(tuple_get(args[0], k), &number)) return 0;
        if (number < 0 || number > (k < WORDS ? (int64_t)UINT32_MAX : WORDS)) return raise_value_error("invalid state");
        if (k < WORDS) words[k] = (uint32_t)number;
    }
    memcpy(random_of(self)->state, words, sizeof words);
    random_of(self)->next = (int)number;
    return NONE;
}

static const MethodDef random_methods[] = {
    METHOD("random", random_py_random, "", "The next float, from 0.0 on and below 1.0."),
    METHOD("seed", random_py_seed, "n=None, /", "Begin the sequence that belongs to a seed."),
    METHOD("getstate", random_py_getstate, "", "The state as a tuple of ints."),
    METHOD("setstate", random_py_setstate, "state, /", "Go on as when getstate() answered this state."),
    METHOD("getrandbits", random_py_getrandbits, "k, /", "An int of k random bits."),
    METHODS_END
};

static Type random_type = {
    .head = {&type_type},
    .name = "_random.Random",
    .doc = "A generator of random numbers with its own state.",
    .size = sizeof(Random),
    .flags = TYPE_BASE,
    .make = random_make,
    .methods = random_methods,
};

// ------------------------------------------------------------------------------------------------ SHA-512

static const uint64_t sha_constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538, 0x59f111f1b605d019,
    0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3,
    0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65, 0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b, 0xa2bfe8a14cf10364, 0xa81a664bbc423001,
    0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb,
    0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c, 0xd186b8c721c0c207,
    0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a,
    0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static uint64_t rotated(uint64_t x, int bits) { return x >> bits | x << (64 - bits); }

static void sha_block(uint64_t hash[8], const uint8_t *block) {
    uint64_t w[80], v[8];
    for (int k = 0; k < 16; k++) {
        w[k] = 0;
        for (int i = 0; i < 8; i++) w[k] = w[k] << 8 | block[8 * k + i];
    }
    for (int k = 16; k < 80; k++)
        w[k] = w[k - 16] + w[k - 7] + (rotated(w[k - 15], 1) ^ rotated(w[k - 15], 8) ^ w[k - 15] >> 7) +
               (rotated(w[k - 2], 19) ^ rotated(w[k - 2], 61) ^ w[k - 2] >> 6);
    memcpy(v, hash, sizeof v);
    for (int k = 0; k < 80; k++) {
        uint64_t e = v[4], a = v[0];
        uint64_t one = v[7] + (rotated(e, 14) ^ rotated(e, 18) ^ rotated(e, 41)) + ((e & v[5]) ^ (~e & v[6])) + sha_constants[k] + w[k];
        uint64_t two = (rotated(a, 28) ^ rotated(a, 34) ^ rotated(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += one;
        v[0] = one + two;
    }
    for (int k = 0; k < 8; k++) hash[k] += v[k];
}

static void sha512(const uint8_t *data, size_t size, uint8_t digest[64]) {
    uint64_t hash[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
    uint8_t tail[256] = {0};
    size_t rest = size % 128, total = rest < 112 ? 128 : 256;
    for (size_t k = 0; k + 128 <= size; k += 128) sha_block(hash, data + k);
    if (rest) memcpy(tail, data + size - rest, rest);
    tail[rest] = 0x80;
    for (int k = 0; k < 8; k++) tail[total - 1 - k] = (uint8_t)((uint64_t)size * 8 >> 8 * k);
    for (size_t k = 0; k < total; k += 128) sha_block(hash, tail + k);
    for (int k = 0; k < 64; k++) digest[k] = (uint8_t)(hash[k / 8] >> (56 - 8 * (k % 8)));
}

// ------------------------------------------------------------------------------------------------ the module

static Value py_sha512(Value self, Value *args) {
    (void)self;
    if (!value_is(args[0], &bytes_type)) return raise_type_error("bytes expected, not %T", args[0]);
    uint8_t digest[64];
    sha512(bytes_data(args[0]), bytes_size(args[0]), digest);
    return bytes_new(digest, sizeof digest);
}

static Value py_urandom(Value self, Value *args) {
    (void)self;
    int64_t size;
    if (!object_to_int64(args[0], &size)) return 0;
    if (size < 0) return raise_value_error("negative argument not allowed");
    Value made = bytes_new(0, (size_t)size);
    for (int64_t done = 0; made && done < size;) {
        ssize_t got = getrandom(bytes_data(made) + done, (size_t)(size - done), 0);
        if (got < 0 && errno != EINTR) return raise_os_error(errno, 0);
        done += got > 0 ? got : 0;
    }
    return made;
}

static const MethodDef functions[] = {
    FUNCTION("sha512", py_sha512, "data, /", "The SHA-512 digest of a bytes object."),
    FUNCTION("urandom", py_urandom, "size, /", "So many random bytes from the operating system."),
    METHODS_END
};

Value module__random_make(void) {
    Value name = intern("_random"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    type_ready(&random_type);
    return dict_set_c(module_dict(module), "Random", VALUE(&random_type)) ? module : 0;
}

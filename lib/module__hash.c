// _hash: what hashlib has in C.
#include "lib/hash.h"
#include "lib/lib.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/sequence.h"

// md5(data=b'') and its like; which one, the row in the table says.
#define CONSTRUCTOR(name, index) \
    static Value py_##name(Value self, Value *args) { \
        (void)self; \
        Value data; \
        return hash_data_argument(args[0], args[2], &data) ? hash_new(&hash_algorithms[index], data) : 0; \
    }
CONSTRUCTOR(md5, 0)
CONSTRUCTOR(sha1, 1)
CONSTRUCTOR(sha224, 2)
CONSTRUCTOR(sha256, 3)
CONSTRUCTOR(sha384, 4)
CONSTRUCTOR(sha512, 5)

// ---------------------------------------------------------------------------------------------------------------
// PBKDF2 (RFC 8018) with HMAC

#define CONTEXT_MAX 512
typedef struct {
    const struct nettle_hash *hash;
    _Alignas(16) uint8_t inner[CONTEXT_MAX], outer[CONTEXT_MAX];       // contexts that have taken the key
} Hmac;

static void hmac_start(Hmac *h, const struct nettle_hash *hash, const uint8_t *key, size_t size) {
    uint8_t block[144] = {0};            // SHA3-224 has the longest
    h->hash = hash;
    if (size > hash->block_size) {
        hash->init(h->inner);
        hash->update(h->inner, size, key);
        hash->digest(h->inner, hash->digest_size, block);
    } else {
        memcpy(block, key, size);
    }
    for (size_t i = 0; i < hash->block_size; i++) block[i] ^= 0x36;
    hash->init(h->inner);
    hash->update(h->inner, hash->block_size, block);
    for (size_t i = 0; i < hash->block_size; i++) block[i] ^= 0x36 ^ 0x5c;
    hash->init(h->outer);
    hash->update(h->outer, hash->block_size, block);
}

// The code of two runs of bytes, one behind the other.
static void hmac_code(const Hmac *h, const uint8_t *a, size_t m, const uint8_t *b, size_t n, uint8_t *out) {
    _Alignas(16) uint8_t context[CONTEXT_MAX];
    memcpy(context, h->inner, h->hash->context_size);
    h->hash->update(context, m, a);
    h->hash->update(context, n, b);
    h->hash->digest(context, h->hash->digest_size, out);
    memcpy(context, h->outer, h->hash->context_size);
    h->hash->update(context, h->hash->digest_size, out);
    h->hash->digest(context, h->hash->digest_size, out);
}

static void pbkdf2(const Hmac *h, const Borrowed *salt, int64_t iterations, uint8_t *out, size_t size) {
    size_t step = h->hash->digest_size;
    for (uint32_t block = 1; size; block++) {
        uint8_t number[4] = {(uint8_t)(block >> 24), (uint8_t)(block >> 16), (uint8_t)(block >> 8),
                             (uint8_t)block};
        uint8_t code[HASH_DIGEST_MAX], sum[HASH_DIGEST_MAX];
        hmac_code(h, salt->data, salt->size, number, sizeof number, code);
        memcpy(sum, code, step);
        for (int64_t i = 1; i < iterations; i++) {
            hmac_code(h, code, step, NULL, 0, code);
            for (size_t k = 0; k < step; k++) sum[k] ^= code[k];
        }
        size_t part = size < step ? size : step;
        memcpy(out, sum, part);
        out += part;
        size -= part;
    }
}

static const struct nettle_hash *hash_by_name(Value name) {
    if (!str_check(name)) {
        raise_type_error("pbkdf2_hmac() argument 'hash_name' must be str, not %P", name);
        return NULL;
    }
    for (const HashAlgorithm *a = hash_algorithms; a->type; a++)
        if (a->nettle && str_equal_c(name, a->name)) return a->nettle;
    raise_value_error("unsupported hash type %S", name);
    return NULL;
}

static Value derive(const struct nettle_hash *hash, Value password, Value salt, int64_t iterations,
                    size_t size) {
    Borrowed key, grains;
    Hmac h;
    if (!span_borrow(password, &key)) return 0;
    hmac_start(&h, hash, key.data, key.size);
    span_return(&key);
    if (!span_borrow(salt, &grains)) return 0;
    Value result = bytes_new(0, size);
    if (result) pbkdf2(&h, &grains, iterations, bytes_data(result), size);
    span_return(&grains);
    return result;
}

static Value py_pbkdf2_hmac(Value self, Value *args) {
    (void)self;
    const struct nettle_hash *hash = hash_by_name(args[0]);
    ptrdiff_t iterations, size;
    if (!hash || !sequence_size(args[3], &iterations)) return 0;
    if (iterations < 1) return raise_value_error("iteration value must be greater than 0.");
    size = (ptrdiff_t)hash->digest_size;
    if (args[4] && args[4] != NONE && !sequence_size(args[4], &size)) return 0;
    if (size < 1) return raise_value_error("key length must be greater than 0.");
    return derive(hash, args[1], args[2], iterations, (size_t)size);
}

// compare_digest(a, b): takes the same time wherever they differ.
static Value py_compare_digest(Value self, Value *args) {
    (void)self;
    Borrowed a, b;
    if (str_check(args[0]) && str_check(args[1])) {
        if (!str_is_ascii(args[0]) || !str_is_ascii(args[1]))
            return raise_type_error("comparing strings with non-ASCII characters is not supported");
        a = (Borrowed){.data = (const uint8_t *)str_data(args[0]), .size = str_size(args[0])};
        b = (Borrowed){.data = (const uint8_t *)str_data(args[1]), .size = str_size(args[1])};
    } else {
        if (!buffer_supported(args[0]) && !buffer_supported(args[1]))
            return raise_type_error("unsupported operand types(s) or combination of types: '%T' and '%T'",
                                    args[0], args[1]);
        if (!span_borrow(args[0], &a)) return 0;
        if (!span_borrow(args[1], &b)) return span_return(&a), 0;
    }
    uint8_t difference = a.size != b.size;
    for (size_t i = 0; i < b.size; i++)
        difference |= a.size == b.size ? a.data[i] ^ b.data[i] : b.data[i] ^ b.data[i];
    span_return(&b);
    span_return(&a);
    return bool_value(!difference);
}

// ---------------------------------------------------------------------------------------------------------------

#define SIGNATURE "data=b'', *, usedforsecurity=True, string=None"

static const MethodDef functions[] = {
    FUNCTION("md5", py_md5, SIGNATURE, "Return a new MD5 hash object; optionally initialized with a string."),
    FUNCTION("sha1", py_sha1, SIGNATURE,
             "Return a new SHA1 hash object; optionally initialized with a string."),
    FUNCTION("sha224", py_sha224, SIGNATURE,
             "Return a new SHA-224 hash object; optionally initialized with a string."),
    FUNCTION("sha256", py_sha256, SIGNATURE,
             "Return a new SHA-256 hash object; optionally initialized with a string."),
    FUNCTION("sha384", py_sha384, SIGNATURE,
             "Return a new SHA-384 hash object; optionally initialized with a string."),
    FUNCTION("sha512", py_sha512, SIGNATURE,
             "Return a new SHA-512 hash object; optionally initialized with a string."),
    FUNCTION("pbkdf2_hmac", py_pbkdf2_hmac, "hash_name, password, salt, iterations, dklen=None",
             "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."),
    FUNCTION("compare_digest", py_compare_digest, "a, b, /",
             "Return 'a == b', in a time that does not depend on where they differ."),
    METHODS_END
};

static bool add_blake2_sizes(Type *type, int most, int salt) {
    type_ready(type);
    Value dict = VALUE(type->dict);
    return dict_set_c(dict, "MAX_DIGEST_SIZE", SMALL(most)) &&
           dict_set_c(dict, "MAX_KEY_SIZE", SMALL(most)) && dict_set_c(dict, "PERSON_SIZE", SMALL(salt)) &&
           dict_set_c(dict, "SALT_SIZE", SMALL(salt));
}

Value module__hash_make(void) {
    Value name = intern("_hash"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    for (const HashAlgorithm *a = &hash_algorithms[6]; a->type; a++) {
        type_ready(a->type);
        if (!dict_set_c(dict, a->name, VALUE(a->type))) return 0;
    }
    return add_blake2_sizes(&hash_blake2b_type, 64, 16) && add_blake2_sizes(&hash_blake2s_type, 32, 8)
               ? module
               : 0;
}

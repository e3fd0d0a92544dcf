// Hash objects.
#include "lib/hash.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include <nettle/sha3.h>

// SHAKE: a sponge of 200 bytes, of which `rate` take input and give output.
typedef struct {
    struct sha3_state state;
    uint32_t rate, filled;
} Shake;

typedef struct {
    Object head;
    const HashAlgorithm *algorithm;
    _Alignas(16) uint8_t context[];     // Nettle's, a Shake or a Blake2
} Hash;

static inline Hash *hash_object(Value v) { return (Hash *)value_object(v); }
static inline Shake *shake_of(Hash *hash) { return (Shake *)hash->context; }
static bool is_shake(const HashAlgorithm *a);
static bool is_blake2(const HashAlgorithm *a) {
    return a->type == &hash_blake2b_type || a->type == &hash_blake2s_type;
}

Blake2 *hash_blake2_state(Value self) { return (Blake2 *)hash_object(self)->context; }

// ---------------------------------------------------------------------------------------------------------------
// SHAKE

static void shake_update(Shake *shake, const uint8_t *data, size_t size) {
    for (; size; data++, size--) {
        shake->state.a[shake->filled / 8] ^= (uint64_t)*data << shake->filled % 8 * 8;
        if (++shake->filled < shake->rate) continue;
        sha3_permute(&shake->state);
        shake->filled = 0;
    }
}

// The state is used up.
static void shake_finish(Shake *shake, uint8_t *out, size_t size) {
    shake->state.a[shake->filled / 8] ^= (uint64_t)0x1f << shake->filled % 8 * 8;
    shake->state.a[(shake->rate - 1) / 8] ^= (uint64_t)0x80 << 56;
    for (size_t i = 0; i < size; i++) {
        size_t at = i % shake->rate;
        if (at == 0) sha3_permute(&shake->state);
        out[i] = (uint8_t)(shake->state.a[at / 8] >> at % 8 * 8);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// All kinds alike

static size_t context_size(const HashAlgorithm *a) {
    return a->nettle ? a->nettle->context_size : is_shake(a) ? sizeof(Shake) : sizeof(Blake2);
}

static void update(Hash *hash, const uint8_t *data, size_t size) {
    if (hash->algorithm->nettle)
        hash->algorithm->nettle->update(hash->context, size, data);
    else if (is_shake(hash->algorithm))
        shake_update(shake_of(hash), data, size);
    else
        blake2_update((Blake2 *)hash->context, data, size);
}

bool hash_update(Value self, Value data) {
    if (str_check(data)) return raise_type_error("Strings must be encoded before hashing");
    if (!buffer_supported(data)) return raise_type_error("object supporting the buffer API required");
    Buffer buffer;
    if (!buffer_get(data, &buffer, BUFFER_SIMPLE)) return false;
    update(hash_object(self), buffer.data, (size_t)buffer.size);
    buffer_release(&buffer);
    return true;
}

static Hash *hash_empty(const HashAlgorithm *algorithm) {
    Hash *hash = mem_object_atomic(algorithm->type, sizeof *hash + context_size(algorithm));
    if (!hash) return NULL;
    hash->algorithm = algorithm;
    memset(hash->context, 0, context_size(algorithm));
    if (algorithm->nettle) algorithm->nettle->init(hash->context);
    if (is_shake(algorithm)) shake_of(hash)->rate = (uint32_t)algorithm->block_size;
    return hash;
}

Value hash_new(const HashAlgorithm *algorithm, Value data) {
    Hash *hash = hash_empty(algorithm);
    return hash && (!data || hash_update(VALUE(hash), data)) ? VALUE(hash) : 0;
}

bool hash_data_argument(Value data, Value string, Value *out) {
    if (data && string)
        return raise_type_error(
            "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is "
            "slated for removal in a future version.");
    *out = data ? data : string;
    return true;
}

static Hash *copy_of(Value self) {
    const HashAlgorithm *algorithm = hash_object(self)->algorithm;
    size_t size = sizeof(Hash) + context_size(algorithm);
    Hash *copy = mem_object_atomic(algorithm->type, size);
    if (copy) memcpy(copy, hash_object(self), size);
    return copy;
}

static size_t digest_size(const Hash *hash) {
    if (hash->algorithm->nettle) return hash->algorithm->nettle->digest_size;
    return is_blake2(hash->algorithm) ? ((const Blake2 *)hash->context)->digest_size : 0;
}

// `size` bytes of a SHAKE, else digest_size() bytes.
static bool digest(Value self, uint8_t *out, size_t size) {
    Hash *hash = copy_of(self);
    if (!hash) return false;
    if (hash->algorithm->nettle)
        hash->algorithm->nettle->digest(hash->context, size, out);
    else if (is_shake(hash->algorithm))
        shake_finish(shake_of(hash), out, size);
    else
        blake2_finish((Blake2 *)hash->context, out);
    mem_free(hash);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Methods

static Value py_copy(Value self, Value *args) {
    (void)args;
    Hash *copy = copy_of(self);
    return VALUE(copy);
}

static Value py_update(Value self, Value *args) { return hash_update(self, args[0]) ? NONE : 0; }

static Value py_digest(Value self, Value *args) {
    (void)args;
    uint8_t out[HASH_DIGEST_MAX];
    size_t size = digest_size(hash_object(self));
    return digest(self, out, size) ? bytes_new(out, size) : 0;
}

static Value py_hexdigest(Value self, Value *args) {
    (void)args;
    uint8_t out[HASH_DIGEST_MAX];
    size_t size = digest_size(hash_object(self));
    return digest(self, out, size) ? bytes_hex(out, size, (HexStyle){0, 0}) : 0;
}

#define SHAKE_MOST ((int64_t)1 << 29)

static Value shake_bytes(Value self, Value length) {
    int64_t size;
    Value number = object_index(length);
    if (!number) return 0;
    if (int_sign(number) < 0) return raise_value_error("Cannot convert negative int");
    if (!int_get64(number, &size)) return raise_overflow_error("Python int too large for C unsigned long");
    if (size >= SHAKE_MOST) return raise_value_error("length is too large");
    Value bytes = bytes_new(0, (size_t)size);
    return bytes && digest(self, bytes_data(bytes), (size_t)size) ? bytes : 0;
}

static Value py_shake_digest(Value self, Value *args) { return shake_bytes(self, args[0]); }

static Value py_shake_hexdigest(Value self, Value *args) {
    Value bytes = shake_bytes(self, args[0]);
    return bytes ? bytes_hex(bytes_data(bytes), bytes_size(bytes), (HexStyle){0, 0}) : 0;
}

static Value get_name(Value self) { return str_from(hash_object(self)->algorithm->name); }
static Value get_digest_size(Value self) { return SMALL(digest_size(hash_object(self))); }
static Value get_block_size(Value self) { return SMALL(hash_object(self)->algorithm->block_size); }

static const AttributeDef attributes[] = {
    {"block_size", get_block_size, NULL, NULL},
    {"name", get_name, NULL, NULL},
    {"digest_size", get_digest_size, NULL, NULL},
    {0},
};

#define COMMON_METHODS(of_class) \
    METHOD("copy", py_copy, of_class, "Return a copy of the hash object."), \
    METHOD("update", py_update, "data, /", "Update this hash object's state with the provided bytes-like object.")

#define SIZED_METHODS(of_class) { \
    COMMON_METHODS(of_class), \
    METHOD("digest", py_digest, "", "Return the digest value as a bytes object."), \
    METHOD("hexdigest", py_hexdigest, "", "Return the digest value as a string of hexadecimal digits."), \
    METHODS_END \
}
static const MethodDef old_methods[] = SIZED_METHODS(NATIVE_OF_CLASS);
static const MethodDef methods[] = SIZED_METHODS("");

static const MethodDef shake_methods[] = {
    COMMON_METHODS(""),
    METHOD("digest", py_shake_digest, "length", "Return the digest value as a bytes object."),
    METHOD("hexdigest", py_shake_hexdigest, "length",
           "Return the digest value as a string of hexadecimal digits."),
    METHODS_END
};

// ---------------------------------------------------------------------------------------------------------------
// Types

// sha3_224(data=b'') and its like.
static Value hash_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3], data = 0;
    if (!NATIVE_BIND("sha3_224", "data=b'', *, usedforsecurity=True, string=None", bound)) return 0;
    return hash_data_argument(bound[0], bound[2], &data) ? hash_new(hash_of_type(type), data) : 0;
}

#define HASH_TYPE(c_name, type_name, table, make_slot, type_flags) \
    static Type c_name##_hash_type = { \
        .head = {&type_type}, .name = type_name, .doc = "A hash that is being computed.", .size = sizeof(Hash), .flags = type_flags, .make = make_slot, \
        .methods = table, .attributes = attributes, \
    };
#define PLAIN_TYPE(c_name, type_name) HASH_TYPE(c_name, type_name, old_methods, NULL, TYPE_NO_NEW)
#define SHA3_TYPE(c_name, type_name) HASH_TYPE(c_name, type_name, methods, hash_make, 0)
PLAIN_TYPE(md5, "_md5.md5")
PLAIN_TYPE(sha1, "_sha1.sha1")
PLAIN_TYPE(sha224, "_sha2.SHA224Type")
PLAIN_TYPE(sha256, "_sha2.SHA256Type")
PLAIN_TYPE(sha384, "_sha2.SHA384Type")
PLAIN_TYPE(sha512, "_sha2.SHA512Type")
SHA3_TYPE(sha3_224, "_sha3.sha3_224")
SHA3_TYPE(sha3_256, "_sha3.sha3_256")
SHA3_TYPE(sha3_384, "_sha3.sha3_384")
SHA3_TYPE(sha3_512, "_sha3.sha3_512")
HASH_TYPE(shake_128, "_sha3.shake_128", shake_methods, hash_make, 0)
HASH_TYPE(shake_256, "_sha3.shake_256", shake_methods, hash_make, 0)

#define BLAKE2_TYPE(type_name) \
    { \
        .head = {&type_type}, .name = type_name, .doc = "A hash that is being computed.", .size = sizeof(Hash), .make = hash_blake2_make, \
        .methods = methods, .attributes = attributes, \
    }
Type hash_blake2b_type = BLAKE2_TYPE("_blake2.blake2b");
Type hash_blake2s_type = BLAKE2_TYPE("_blake2.blake2s");

const HashAlgorithm hash_algorithms[] = {
    {&md5_hash_type, "md5", &nettle_md5, 64},
    {&sha1_hash_type, "sha1", &nettle_sha1, 64},
    {&sha224_hash_type, "sha224", &nettle_sha224, 64},
    {&sha256_hash_type, "sha256", &nettle_sha256, 64},
    {&sha384_hash_type, "sha384", &nettle_sha384, 128},
    {&sha512_hash_type, "sha512", &nettle_sha512, 128},
    {&sha3_224_hash_type, "sha3_224", &nettle_sha3_224, 144},
    {&sha3_256_hash_type, "sha3_256", &nettle_sha3_256, 136},
    {&sha3_384_hash_type, "sha3_384", &nettle_sha3_384, 104},
    {&sha3_512_hash_type, "sha3_512", &nettle_sha3_512, 72},
    {&shake_128_hash_type, "shake_128", NULL, 168},
    {&shake_256_hash_type, "shake_256", NULL, 136},
    {&hash_blake2b_type, "blake2b", NULL, 128},
    {&hash_blake2s_type, "blake2s", NULL, 64},
    {0},
};

static bool is_shake(const HashAlgorithm *a) {
    return a->type == &shake_128_hash_type || a->type == &shake_256_hash_type;
}

const HashAlgorithm *hash_of_type(const Type *type) {
    const HashAlgorithm *a = hash_algorithms;
    while (a->type && !type_is_subtype(type, a->type)) a++;
    return a;
}

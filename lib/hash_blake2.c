// blake2b(...) and blake2s(...): reading their many parameters.
#include "lib/hash.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/str.h"

typedef struct {
    bool wide;
    const char *name;           // as messages have it
    size_t digest_most, salt_size;
    Value options;              // the keyword arguments not looked at yet
    uint8_t parameters[64];
    uint8_t key[128];           // filled up with zeros to a block
    size_t key_size;
} Reader;

// Takes an option out of the keyword arguments; 0, nothing pending: it is not there.
static Value take(Reader *r, const char *name) {
    Value key = intern(name);
    return key ? dict_pop(r->options, key) : 0;
}

// A C int option within [low, high].
static bool take_int(Reader *r, const char *name, int low, int high, int fallback, const char *range,
                     int *out) {
    Value v = take(r, name), number = v ? object_index(v) : 0;
    int64_t i = fallback;
    if (!number) {
        *out = fallback;
        return !error_occurred();
    }
    if (!int_get64(number, &i) || i != (int)i)
        return raise_overflow_error("Python int too large to convert to C int");
    if (i < low || i > high) return raise_value_error(range, name, high);
    *out = (int)i;
    return true;
}

// An unsigned option of `size` bytes.
static bool take_unsigned(Reader *r, const char *name, size_t size, const char *c_type, uint64_t *out) {
    Value v = take(r, name), number = v ? object_index(v) : 0;
    *out = 0;
    if (!number) return !error_occurred();
    if (int_sign(number) < 0) return raise_value_error("Cannot convert negative int");
    IntView room;
    mpz_srcptr z = int_view(number, &room);
    if (mpz_sizeinbase(z, 2) > 64)
        return raise_overflow_error("Python int too large for C %s", c_type);
    *out = mpz_get_ui(z);
    return size == 8 || *out >> 8 * size == 0 || raise_overflow_error("%s is too large", name);
}

// A bytes option of at most `most` bytes.
static bool take_bytes(Reader *r, const char *name, size_t most, uint8_t *out, size_t *size) {
    Value v = take(r, name);
    Borrowed bytes;
    *size = 0;
    if (!v) return !error_occurred();
    if (!span_borrow(v, &bytes)) return false;
    bool fits = bytes.size <= most;
    if (fits) {
        memcpy(out, bytes.data, bytes.size);
        *size = bytes.size;
    }
    span_return(&bytes);
    return fits || raise_value_error("maximum %s length is %zu bytes", name, most);
}

static void put(uint8_t *out, uint64_t number, size_t size) {
    for (size_t i = 0; i < size; i++) out[i] = (uint8_t)(number >> 8 * i);
}

static bool read_digest_size(Reader *r, int *size) {
    Value v = take(r, "digest_size"), number = v ? object_index(v) : 0;
    int64_t i = (int64_t)r->digest_most;
    if (!number && error_occurred()) return false;
    if (number && (!int_get64(number, &i) || i != (int)i))
        return raise_overflow_error("Python int too large to convert to C int");
    if (i < 1 || (size_t)i > r->digest_most)
        return raise_value_error("digest_size for %s must be between 1 and %zu bytes, here it is %d", r->name,
                                 r->digest_most, (int)i);
    *size = (int)i;
    return true;
}

static bool read_parameters(Reader *r) {
    int digest = 0, fanout, depth, node_depth, inner;
    uint64_t leaf, offset;
    size_t size, salt = r->wide ? 32 : 16;
    uint8_t *p = r->parameters;
    if (!read_digest_size(r, &digest) || !take_bytes(r, "salt", r->salt_size, p + salt, &size) ||
        !take_bytes(r, "person", r->salt_size, p + salt + r->salt_size, &size) ||
        !take_int(r, "fanout", 0, 255, 1, "%s must be between 0 and %d", &fanout) ||
        !take_int(r, "depth", 1, 255, 1, "%s must be between 1 and %d", &depth) ||
        !take_unsigned(r, "leaf_size", 4, "unsigned long", &leaf) ||
        !take_unsigned(r, "node_offset", r->wide ? 8 : 6, "unsigned long long", &offset) ||
        !take_int(r, "node_depth", 0, 255, 0, "%s must be between 0 and %d", &node_depth) ||
        !take_int(r, "inner_size", 0, (int)r->digest_most, 0, "%s must be between 0 and is %d", &inner) ||
        !take_bytes(r, "key", r->digest_most, r->key, &r->key_size))
        return false;
    size_t offset_size = r->wide ? 8 : 6;
    p[0] = (uint8_t)digest;
    p[1] = (uint8_t)r->key_size;
    p[2] = (uint8_t)fanout;
    p[3] = (uint8_t)depth;
    put(p + 4, leaf, 4);
    put(p + 8, offset, offset_size);
    p[8 + offset_size] = (uint8_t)node_depth;
    p[9 + offset_size] = (uint8_t)inner;
    return true;
}

static bool take_flag(Reader *r, const char *name, bool *out) {
    Value v = take(r, name);
    int truth = v ? object_truth(v) : 0;
    *out = truth > 0;
    return truth >= 0 && !error_occurred();
}

static bool refuse_others(Reader *r, const char *function) {
    size_t at = 0;
    DictEntry *entry = dict_next(dict_of(r->options), &at);
    return !entry || raise_type_error("%s() got an unexpected keyword argument '%S'", function, entry->key);
}

Value hash_blake2_make(Type *type, Value *args, size_t count, Value keywords) {
    const HashAlgorithm *algorithm = hash_of_type(type);
    bool wide = algorithm->type == &hash_blake2b_type, last_node, security;
    Value bound[2], data, given;
    Reader r = {.wide = wide,
                .name = wide ? "Blake2b" : "Blake2s",
                .digest_most = wide ? 64 : 32,
                .salt_size = wide ? 16 : 8};
    if (count > 1)
        return raise_type_error("%s() takes at most 1 positional argument (%zu given)", algorithm->name,
                                count);
    if (!NATIVE_BIND(algorithm->name, "data=b'', **options", bound)) return 0;
    r.options = bound[1];
    Value string = take(&r, "string");
    if (error_occurred() || !hash_data_argument(bound[0], string, &data)) return 0;
    if (!take_flag(&r, "last_node", &last_node) || !take_flag(&r, "usedforsecurity", &security) ||
        !read_parameters(&r) || !refuse_others(&r, algorithm->name))
        return 0;
    if (!(given = hash_new(algorithm, 0))) return 0;
    Blake2 *state = hash_blake2_state(given);
    blake2_start(state, wide, r.parameters, last_node);
    if (r.key_size) blake2_update(state, r.key, algorithm->block_size);
    return !data || hash_update(given, data) ? given : 0;
}

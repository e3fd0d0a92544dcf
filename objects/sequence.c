// Sequence: see sequence.h. The hash is xxHash's round (Yann Collet) over the items' hashes, as in CPython, so that
// hashes and hence the order of sets of tuples agree.
#include "objects/sequence.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/key.h"
#include "objects/type.h"

bool sequence_has_index(Value v) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    return type->index != 0;
}

static bool index_value(Value v, ptrdiff_t *out, bool *fits) {
    Value number = object_index(v);
    if (!number) return false;
    int64_t n;
    *fits = int_get64(number, &n);
    *out = *fits ? (ptrdiff_t)n : 0;
    return true;
}

bool sequence_index_slow(Value key, const char *kind, ptrdiff_t *out) {
    if (!sequence_has_index(key)) return raise_type_error("%s indices must be integers or slices, not %T", kind, key);
    bool fits;
    if (!index_value(key, out, &fits)) return false;
    if (!fits) return raise_index_error("cannot fit '%T' into an index-sized integer", key);
    return true;
}

bool sequence_size(Value v, ptrdiff_t *out) {
    bool fits;
    if (!index_value(v, out, &fits)) return false;
    if (!fits) return raise_overflow_error("Python int too large to convert to C ssize_t");
    return true;
}

bool sequence_repeat_count(Value v, size_t *out) {
    if (!sequence_has_index(v)) return raise_type_error("can't multiply sequence by non-int of type '%T'", v);
    ptrdiff_t count;
    bool fits;
    if (!index_value(v, &count, &fits)) return false;
    if (!fits) return raise_overflow_error("cannot fit '%T' into an index-sized integer", v);
    *out = count < 0 ? 0 : (size_t)count;
    return true;
}

static bool bound(Value v, ptrdiff_t fallback, ptrdiff_t *out) {
    *out = fallback;
    if (!v) return true;
    if (!sequence_has_index(v)) return raise_type_error("slice indices must be integers or have an __index__ method");
    return object_to_size(v, out);
}

bool sequence_bounds(Value start, Value stop, ptrdiff_t *from, ptrdiff_t *to) {
    return bound(start, 0, from) && bound(stop, PTRDIFF_MAX, to);
}

// xxHash with 64 bits, by its primes; CPython takes the same for tuples.
static const uint64_t hash_start = 2870177450012600261u, hash_factor = 14029467366897019727u,
                      hash_spread = 11400714785074694791u, hash_length = 3527539u;

bool sequence_hash_rounds(const Value *items, size_t count, uint64_t *hash) {
    *hash = hash_start;
    for (size_t i = 0; i < count; i++) {
        int64_t item = key_hash(items[i]);
        if (item == -1) return false;
        *hash += (uint64_t)item * hash_factor;
        *hash = (*hash << 31 | *hash >> 33) * hash_spread;
    }
    return true;
}

int64_t sequence_hash(const Value *items, size_t count) {
    uint64_t hash;
    if (!sequence_hash_rounds(items, count, &hash)) return -1;
    return sequence_hash_end(hash + (count ^ (hash_start ^ hash_length)));
}

Value sequence_compare_lengths(size_t a, size_t b, CompareOp op) {
    return compare_answer((a > b) - (a < b), op);
}

bool sequence_readonly(Value self, Value value) {
    (void)self, (void)value;
    return raise_format(&AttributeError_type, "readonly attribute");
}

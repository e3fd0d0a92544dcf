// Sequence: what list, tuple, range and their like have in common: reading an index, a size or a count from any value.
#pragma once
#include "objects/object.h"

// Whether v can serve as an index: it is an int or has __index__.
bool sequence_has_index(Value v);
// An index from `key`, not yet moved by the length. TypeError "KIND indices must be integers or slices, not T";
// IndexError when it exceeds ptrdiff_t. May run user code.
bool sequence_index_slow(Value key, const char *kind, ptrdiff_t *out) must_use;
static inline bool must_use sequence_index(Value key, const char *kind, ptrdiff_t *out) {
    if (unlikely(!value_is_small(key))) return sequence_index_slow(key, kind, out);
    *out = small_int(key);
    return true;
}
// A size argument: OverflowError "Python int too large to convert to C ssize_t".
bool sequence_size(Value v, ptrdiff_t *out) must_use;
// The factor of a repetition, negative ones as 0. TypeError "can't multiply sequence by non-int of type 'T'",
// OverflowError "cannot fit 'int' into an index-sized integer".
bool sequence_repeat_count(Value v, size_t *out) must_use;
// start and stop of index(value, start, stop), 0 when absent, clamped but not yet clipped to a length.
// TypeError "slice indices must be integers or have an __index__ method".
bool sequence_bounds(Value start, Value stop, ptrdiff_t *from, ptrdiff_t *to) must_use;
// Moves a negative position by `length` and clips it to 0..length.
static inline size_t sequence_clip(ptrdiff_t position, size_t length) {
    if (position < 0) {
        position += (ptrdiff_t)length;
        if (position < 0) return 0;
    }
    return (size_t)position > length ? length : (size_t)position;
}
// The hash of a row of values, as tuples have it; -1: raised. Items must not change meanwhile.
int64_t sequence_hash(const Value *items, size_t count) must_use;
// The part of it that slices share: no length mixed in.
bool sequence_hash_rounds(const Value *items, size_t count, uint64_t *hash) must_use;
// The hash as it is answered: -1 would mean an error.
static inline int64_t sequence_hash_end(uint64_t hash) { return hash == UINT64_MAX ? 1546275796 : (int64_t)hash; }
// What < <= > >= answer when one row is a beginning of the other, or == != for rows that agree so far.
Value sequence_compare_lengths(size_t a, size_t b, CompareOp op);
// The `set` of an attribute that is a plain read-only field: AttributeError "readonly attribute".
bool sequence_readonly(Value self, Value value) must_use;

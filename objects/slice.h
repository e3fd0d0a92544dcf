// slice: start, stop, step as they were written. What they mean for a sequence of a given length is computed here once,
// for all sequences: unpack (may run user code), then read the length, then adjust (arithmetic only).
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value start, stop, step;    // NONE when left out
} Slice;
extern Type slice_type;
Value slice_new(Value start, Value stop, Value step) must_use;
static inline bool slice_check(Value v) { return value_is(v, &slice_type); }
// Start, stop and step as __index__ gives them, clamped to ptrdiff_t. Runs user code: afterwards read the
// sequence's length and call slice_adjust. ValueError "slice step cannot be zero".
bool slice_unpack(Value slice, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step) must_use;
// Clips start and stop to a sequence of `length` items; returns the number of items in the slice.
size_t slice_adjust(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t step);
// The same for a step of 1.
static inline size_t slice_clip(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop) {
    ptrdiff_t from = *start < 0 ? *start + length : *start, to = *stop < 0 ? *stop + length : *stop;
    *start = from < 0 ? 0 : from > length ? length : from;
    *stop = to < 0 ? 0 : to > length ? length : to;
    return *start < *stop ? (size_t)(*stop - *start) : 0;
}
// The same for a length of any size (an exact int): start, stop, step as exact ints.
bool slice_indices(Value slice, Value length, Value *start, Value *stop, Value *step) must_use;

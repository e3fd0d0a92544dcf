// range: numbers of any size. Iteration has two forms, one for numbers that fit in a tagged int and one for all others.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value start, stop, step, length;        // exact ints of any size
} Range;
// Iterator over a range whose numbers all fit in a tagged int; next = current, then current += step, while remaining > 0.
typedef struct {
    Object head;
    int64_t current, step;
    uint64_t remaining;
} RangeIterator;
// Over any other range.
typedef struct {
    Object head;
    Value current, step, remaining;         // exact ints
} LongRangeIterator;
extern Type range_type, range_iterator_type, long_range_iterator_type;
static inline Range *range_of(Value v) { return (Range *)value_object(v); }
Value range_new(Value start, Value stop, Value step) must_use;          // exact ints, step not 0
// Iterators without a range object, for `for i in range(...)`: small ints, step not 0.

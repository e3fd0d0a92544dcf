#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value start, stop, step, length;        // exact ints of any size
} Range;
// Iterator over a range whose numbers all fit in a tagged int; next = current + step while remaining > 0.
typedef struct {
    Object head;
    int64_t current, step;
    uint64_t remaining;
} RangeIterator;
extern Type range_type, range_iterator_type, long_range_iterator_type;
Value range_new(Value start, Value stop, Value step) must_use;          // exact ints, step not 0

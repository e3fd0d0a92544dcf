// range: see range.h. A range whose start, stop, step and length are tagged is handled in machine words; the general
// case goes through int's operations.
#include "objects/range.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// --- making

// How many numbers there are, for tagged bounds; it may exceed a tagged int.
static uint64_t small_length(int64_t start, int64_t stop, int64_t step) {
    if (step > 0) return start < stop ? ((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1 : 0;
    return start > stop ? ((uint64_t)start - (uint64_t)stop - 1) / (0 - (uint64_t)step) + 1 : 0;
}

static Value long_length(Value start, Value stop, Value step) {
    bool down = int_sign(step) < 0;
    Value low = down ? stop : start, high = down ? start : stop;
    if (int_compare(low, high) >= 0) return SMALL(0);
    Value distance = int_subtract(high, low), size = down ? int_subtract(SMALL(0), step) : step;
    if (!distance || !size || !(distance = int_subtract(distance, SMALL(1)))) return 0;
    Value steps = int_floor_divide(distance, size);
    return steps ? int_add(steps, SMALL(1)) : 0;
}

Value range_new(Value start, Value stop, Value step) {
    Range *range = mem_object(&range_type, sizeof(Range));
    if (!range) return 0;
    range->start = start;
    range->stop = stop;
    range->step = step;
    if (value_is_small(start) && value_is_small(stop) && value_is_small(step))
        range->length = int_from_uint64(small_length(small_int(start), small_int(stop), small_int(step)));
    else
        range->length = long_length(start, stop, step);
    return range->length ? VALUE(range) : 0;
}

// --- arithmetic

// start + index * step
static Value item_at(Range *range, Value index) {
    int64_t offset, number;
    if (value_is_small(index) && value_is_small(range->start) && value_is_small(range->step)
        && !__builtin_mul_overflow(small_int(index), small_int(range->step), &offset)
        && !__builtin_add_overflow(small_int(range->start), offset, &number))
        return int_from_int64(number);
    Value distance = int_multiply(index, range->step);
    return distance ? int_add(range->start, distance) : 0;
}

static Value last_item(Range *range) {
    Value index = int_subtract(range->length, SMALL(1));
    return index ? item_at(range, index) : 0;
}

// The index of `number` (an exact int) as an exact int, NONE: not in the range; 0: raised.
static Value index_of(Range *range, Value number) {
    bool down = int_sign(range->step) < 0;
    Value low = down ? range->stop : range->start, high = down ? range->start : range->stop;
    if (int_compare(number, low) < (down ? 1 : 0) || int_compare(number, high) > (down ? 0 : -1)) return NONE;
    Value distance = int_subtract(number, range->start);
    Value rest = distance ? int_modulo(distance, range->step) : 0;
    if (!rest) return 0;
    return rest == SMALL(0) ? int_floor_divide(distance, range->step) : NONE;
}

// --- slots

static Value range_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[3], numbers[3] = {SMALL(0), 0, SMALL(1)};
    if (!NATIVE_BIND("range", "start, stop=None, step=None, /", bound)) return 0;
    if (!bound[1]) {
        numbers[1] = object_index(bound[0]);
        return numbers[1] ? range_new(SMALL(0), numbers[1], SMALL(1)) : 0;
    }
    for (size_t i = 0; i < 3; i++)
        if (bound[i] && !(numbers[i] = object_index(bound[i]))) return 0;
    if (numbers[2] == SMALL(0)) return raise_value_error("range() arg 3 must not be zero");
    return range_new(numbers[0], numbers[1], numbers[2]);
}

static Value range_repr(Value self) {
    Range *range = range_of(self);
    if (range->step == SMALL(1)) return str_format("range(%R, %R)", range->start, range->stop);
    return str_format("range(%R, %R, %R)", range->start, range->stop, range->step);
}

// Two ranges are equal when they are equal as sequences: this is what tells them apart.
static void identity(Range *range, Value out[3]) {
    out[0] = range->length;
    out[1] = out[2] = NONE;
    if (range->length == SMALL(0)) return;
    out[1] = range->start;
    if (range->length != SMALL(1)) out[2] = range->step;
}

static int64_t range_hash(Value self) {
    Value parts[3];
    identity(range_of(self), parts);
    return sequence_hash(parts, 3);
}

static Value range_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(self, &range_type) || !value_is(other, &range_type))
        return NOT_IMPLEMENTED;
    Value a[3], b[3];
    identity(range_of(self), a);
    identity(range_of(other), b);
    int equal = tuple_equal_items(a, b, 3);
    return equal < 0 ? 0 : bool_value(equal == (op == COMPARE_EQ));
}

static int range_truth(Value self) {
    return range_of(self)->length != SMALL(0);
}

static ptrdiff_t range_length(Value self) {
    int64_t length;
    if (int_get64(range_of(self)->length, &length)) return length;
    raise_overflow_error("Python int too large to convert to C ssize_t");
    return -1;
}

static Value get_slice(Range *range, Value slice) {
    Value start, stop, step;
    if (!slice_indices(slice, range->length, &start, &stop, &step)) return 0;
    Value from = item_at(range, start), to = from ? item_at(range, stop) : 0;
    Value by = to ? int_multiply(range->step, step) : 0;
    return by ? range_new(from, to, by) : 0;
}

static Value range_get_item(Value self, Value key) {
    Range *range = range_of(self);
    if (!value_is_small(key)) {
        if (slice_check(key)) return get_slice(range, key);
        if (!sequence_has_index(key)) return raise_type_error("range indices must be integers or slices, not %T", key);
        key = object_index(key);
        if (!key) return 0;
    }
    if (int_sign(key) < 0) key = int_add(key, range->length);
    if (!key) return 0;
    if (int_sign(key) < 0 || int_compare(key, range->length) >= 0)
        return raise_index_error("range object index out of range");
    return item_at(range, key);
}

// The index of any object, by comparing one item after the other; -1: absent, -2: raised. Only for what is no int.
static ptrdiff_t search(Value self, Value object, size_t *count) {
    Value iterator = object_iter(self);
    if (!iterator) return -2;
    ptrdiff_t index = 0, found = -1;
    for (Value item; (item = object_next(iterator)); index++) {
        int equal = object_equal(item, object);
        if (equal < 0) return -2;
        if (!equal) continue;
        if (found < 0) found = index;
        if (!count) return found;
        ++*count;
    }
    return error_occurred() ? -2 : found;
}

static bool is_plain_int(Value v) {
    return value_is(v, &int_type) || value_is(v, &bool_type);
}

// As index_of, for any int_check value.
static Value index_of_plain(Value self, Value number) {
    Value exact = int_exact(number);
    return exact ? index_of(range_of(self), exact) : 0;
}

static int range_contains(Value self, Value item) {
    if (is_plain_int(item)) {
        Value index = index_of_plain(self, item);
        return index ? index != NONE : -1;
    }
    ptrdiff_t at = search(self, item, 0);
    return at == -2 ? -1 : at >= 0;
}

// --- Python methods and attributes

static Value range_py_count(Value self, Value *args) {
    if (is_plain_int(args[0])) {
        Value index = index_of_plain(self, args[0]);
        return index ? SMALL(index != NONE) : 0;
    }
    size_t count = 0;
    return search(self, args[0], &count) == -2 ? 0 : small_value((int64_t)count);
}

static Value range_py_index(Value self, Value *args) {
    if (is_plain_int(args[0])) {
        Value index = index_of_plain(self, args[0]);
        return index == NONE ? raise_value_error("range.index(x): x not in range") : index;
    }
    ptrdiff_t at = search(self, args[0], 0);
    if (at == -2) return 0;
    return at >= 0 ? small_value(at) : raise_value_error("sequence.index(x): x not in sequence");
}

static Value range_py_reduce(Value self, Value *args) {
    (void)args;
    Range *range = range_of(self);
    Value arguments = tuple_pack(3, range->start, range->stop, range->step);
    return arguments ? tuple_pack(2, VALUE(&range_type), arguments) : 0;
}

static const MethodDef range_methods[] = {
    METHOD("__reduce__", range_py_reduce, "", "How to make this range again."),
    METHOD("count", range_py_count, "object, /", "How many items equal the object."),
    METHOD("index", range_py_index, "object, /", "Index of the object. ValueError if it is not in the range."),
    METHODS_END
};

static Value range_get_start(Value self) { return range_of(self)->start; }
static Value range_get_stop(Value self) { return range_of(self)->stop; }
static Value range_get_step(Value self) { return range_of(self)->step; }

static const AttributeDef range_attributes[] = {
    MEMBER("start", range_get_start, 0),
    MEMBER("stop", range_get_stop, 0),
    MEMBER("step", range_get_step, 0),
    {0}
};

// --- iterators

static Value short_iterator(int64_t start, int64_t step, uint64_t length) {
    RangeIterator *iterator = mem_object_atomic(&range_iterator_type, sizeof(RangeIterator));
    if (!iterator) return 0;
    iterator->current = start;
    iterator->step = step;
    iterator->remaining = length;
    return VALUE(iterator);
}

static Value iterator_over(Value start, Value step, Value length) {
    int64_t count, last, first;
    if (value_is_small(start) && value_is_small(step) && int_get64(length, &count)) {
        first = small_int(start);
        if (!count || (!__builtin_mul_overflow(count - 1, small_int(step), &last)
                       && !__builtin_add_overflow(last, first, &last) && small_fits(last)))
            return short_iterator(first, small_int(step), (uint64_t)count);
    }
    LongRangeIterator *iterator = mem_object(&long_range_iterator_type, sizeof(LongRangeIterator));
    if (!iterator) return 0;
    iterator->current = start;
    iterator->step = step;
    iterator->remaining = length;
    return VALUE(iterator);
}

static Value range_iter(Value self) {
    Range *range = range_of(self);
    return iterator_over(range->start, range->step, range->length);
}

static Value range_reversed(Value self) {
    Range *range = range_of(self);
    Value last = last_item(range), step = last ? int_subtract(SMALL(0), range->step) : 0;
    return step ? iterator_over(last, step, range->length) : 0;
}

static Value range_iterator_next(Value self) {
    RangeIterator *iterator = (RangeIterator *)value_object(self);
    if (!iterator->remaining) return 0;
    Value number = small_value(iterator->current);
    iterator->current += iterator->step;
    iterator->remaining--;
    return number;
}

static Value range_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    return int_from_uint64(((RangeIterator *)value_object(self))->remaining);
}

static Value range_iterator_py_setstate(Value self, Value *args) {
    RangeIterator *iterator = (RangeIterator *)value_object(self);
    ptrdiff_t skip;
    if (!object_to_size(args[0], &skip)) return 0;
    if (skip < 0) skip = 0;
    if ((uint64_t)skip > iterator->remaining) skip = (ptrdiff_t)iterator->remaining;
    iterator->current += skip * iterator->step;
    iterator->remaining -= (uint64_t)skip;
    return NONE;
}

static Value long_range_iterator_next(Value self) {
    LongRangeIterator *iterator = (LongRangeIterator *)value_object(self);
    if (iterator->remaining == SMALL(0)) return 0;
    Value number = iterator->current, next = int_add(number, iterator->step);
    Value remaining = next ? int_subtract(iterator->remaining, SMALL(1)) : 0;
    if (!remaining) return 0;
    iterator->current = next;
    iterator->remaining = remaining;
    return number;
}

static Value long_range_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    return ((LongRangeIterator *)value_object(self))->remaining;
}

static const MethodDef range_iterator_methods[] = {
    METHOD("__length_hint__", range_iterator_py_length_hint, "", "How many numbers are left."),
    METHOD("__setstate__", range_iterator_py_setstate, "object, /", "Skip numbers."),
    METHODS_END
};

static const MethodDef long_range_iterator_methods[] = {
    METHOD("__length_hint__", long_range_iterator_py_length_hint, "", "How many numbers are left."),
    METHODS_END
};

Type range_iterator_type = {
    .head = {&type_type},
    .name = "range_iterator",
    .doc = "Iterates over a range.",
    .size = sizeof(RangeIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = range_iterator_next,
    .methods = range_iterator_methods,
};

Type long_range_iterator_type = {
    .head = {&type_type},
    .name = "longrange_iterator",
    .doc = "Iterates over a range of large numbers.",
    .size = sizeof(LongRangeIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = long_range_iterator_next,
    .methods = long_range_iterator_methods,
};

Type range_type = {
    .head = {&type_type},
    .name = "range",
    .doc = "range(stop) or range(start, stop[, step]): the numbers from start (0 when left out) up to stop, which is not\n"
           "among them, step by step. A sequence that stores none of its numbers.",
    .size = sizeof(Range),
    .flags = TYPE_SEQUENCE_PATTERN,
    .make = range_make,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .iter = range_iter,
    .reversed = range_reversed,
    .length = range_length,
    .get_item = range_get_item,
    .contains = range_contains,
    .methods = range_methods,
    .attributes = range_attributes,
};

// slice: see slice.h.
#include "objects/slice.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"

Value slice_new(Value start, Value stop, Value step) {
    Slice *slice = mem_object(&slice_type, sizeof(Slice));
    if (!slice) return 0;
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return VALUE(slice);
}

static Slice *slice_of(Value v) {
    return (Slice *)value_object(v);
}

// --- what a slice means

static bool bound(Value v, ptrdiff_t fallback, ptrdiff_t *out) {
    if (value_is_small(v)) {
        *out = small_int(v);
        return true;
    }
    *out = fallback;
    if (v == NONE) return true;
    if (!sequence_has_index(v))
        return raise_type_error("slice indices must be integers or None or have an __index__ method");
    return object_to_size(v, out);
}

bool slice_unpack(Value slice, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step) {
    Slice *s = slice_of(slice);
    if (s->step == NONE && (s->start == NONE || value_is_small(s->start)) && (s->stop == NONE || value_is_small(s->stop))) {
        *step = 1;
        *start = s->start == NONE ? 0 : small_int(s->start);
        *stop = s->stop == NONE ? PTRDIFF_MAX : small_int(s->stop);
        return true;
    }
    if (!bound(s->step, 1, step)) return false;
    if (*step == 0) return raise_value_error("slice step cannot be zero");
    if (*step < -PTRDIFF_MAX) *step = -PTRDIFF_MAX;     // so that it can be negated
    return bound(s->start, *step < 0 ? PTRDIFF_MAX : 0, start)
        && bound(s->stop, *step < 0 ? PTRDIFF_MIN : PTRDIFF_MAX, stop);
}

static ptrdiff_t clip(ptrdiff_t position, ptrdiff_t length, ptrdiff_t low, ptrdiff_t high) {
    if (position < 0) {
        position += length;
        return position < 0 ? low : position;
    }
    return position > high ? high : position;
}

size_t slice_adjust(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t step) {
    if (likely(step == 1)) return slice_clip(length, start, stop);
    ptrdiff_t low = step < 0 ? -1 : 0, high = step < 0 ? length - 1 : length;
    *start = clip(*start, length, low, high);
    *stop = clip(*stop, length, low, high);
    if (step < 0) return *stop < *start ? (size_t)((*start - *stop - 1) / -step + 1) : 0;
    return *start < *stop ? (size_t)((*stop - *start - 1) / step + 1) : 0;
}

static Value exact_bound(Value v) {
    if (!sequence_has_index(v))
        return raise_type_error("slice indices must be integers or None or have an __index__ method");
    return object_index(v);
}

// A bound of a slice of `length` items as an exact int within low..high.
static Value clip_exact(Value v, Value length, Value low, Value high) {
    Value position = exact_bound(v);
    if (!position) return 0;
    if (int_sign(position) < 0) {
        position = int_add(position, length);
        if (!position) return 0;
        return int_compare(position, low) < 0 ? low : position;
    }
    return int_compare(position, high) > 0 ? high : position;
}

bool slice_indices(Value slice, Value length, Value *start, Value *stop, Value *step) {
    Slice *s = slice_of(slice);
    *step = s->step == NONE ? SMALL(1) : exact_bound(s->step);
    if (!*step) return false;
    int sign = int_sign(*step);
    if (sign == 0) return raise_value_error("slice step cannot be zero");
    Value low = sign < 0 ? SMALL(-1) : SMALL(0), high = sign < 0 ? int_subtract(length, SMALL(1)) : length;
    if (!high) return false;
    *start = s->start == NONE ? (sign < 0 ? high : low) : clip_exact(s->start, length, low, high);
    if (!*start) return false;
    *stop = s->stop == NONE ? (sign < 0 ? low : high) : clip_exact(s->stop, length, low, high);
    return *stop != 0;
}

// --- slots

static Value slice_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[3];
    if (!NATIVE_BIND("slice", "start, stop=None, step=None, /", bound)) return 0;
    if (!bound[1]) return slice_new(NONE, bound[0], NONE);
    return slice_new(bound[0], bound[1], bound[2] ? bound[2] : NONE);
}

static Value slice_repr(Value self) {
    Slice *s = slice_of(self);
    return str_format("slice(%R, %R, %R)", s->start, s->stop, s->step);
}

static int64_t slice_hash(Value self) {
    if (!mem_stack_check()) return -1;
    uint64_t hash;
    return sequence_hash_rounds(&slice_of(self)->start, 3, &hash) ? sequence_hash_end(hash) : -1;
}

static Value slice_compare(Value self, Value other, CompareOp op) {
    if (!slice_check(self) || !slice_check(other)) return NOT_IMPLEMENTED;
    if (self == other) return bool_value(op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    Slice *a = slice_of(self), *b = slice_of(other);
    Value x = tuple_pack(3, a->start, a->stop, a->step), y = tuple_pack(3, b->start, b->stop, b->step);
    return x && y ? object_compare(x, y, op) : 0;
}

// --- Python methods and attributes

static Value slice_py_indices(Value self, Value *args) {
    Value length = object_index(args[0]), start, stop, step;
    if (!length) return 0;
    if (int_sign(length) < 0) return raise_value_error("length should not be negative");
    if (!slice_indices(self, length, &start, &stop, &step)) return 0;
    return tuple_pack(3, start, stop, step);
}

static Value slice_py_reduce(Value self, Value *args) {
    (void)args;
    Slice *s = slice_of(self);
    Value parts = tuple_pack(3, s->start, s->stop, s->step);
    return parts ? tuple_pack(2, VALUE(&slice_type), parts) : 0;
}

static Value slice_get_start(Value self) { return slice_of(self)->start; }
static Value slice_get_stop(Value self) { return slice_of(self)->stop; }
static Value slice_get_step(Value self) { return slice_of(self)->step; }

static const MethodDef slice_methods[] = {
    METHOD("indices", slice_py_indices, "object, /",
           "start, stop and step of this slice in a sequence of the given length, clipped to it."),
    METHOD("__reduce__", slice_py_reduce, "", "How to make this slice again."),
    METHODS_END
};

static const AttributeDef slice_attributes[] = {
    MEMBER("start", slice_get_start, 0),
    MEMBER("stop", slice_get_stop, 0),
    MEMBER("step", slice_get_step, 0),
    {0}
};

Type slice_type = {
    .head = {&type_type},
    .name = "slice",
    .doc = "slice(stop) or slice(start, stop[, step]): what a[start:stop:step] passes to __getitem__.",
    .size = sizeof(Slice),
    .make = slice_make,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .methods = slice_methods,
    .attributes = slice_attributes,
};

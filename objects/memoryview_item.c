// Reading and writing items and slices of memoryviews (memoryview.h). Subscripts and values may be objects whose methods
// release the view: after each of them the view is checked again.
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"

// Says that items of this format cannot be read or written.
static Value refuse_format(const MemoryView *view) {
    bool one_character = view->format[0] && !view->format[view->format[0] == '@' ? 2 : 1];
    if (!one_character) return raise_not_implemented("memoryview: unsupported format %s", view->format);
    return raise_not_implemented("memoryview: format %s not supported", view->format + (view->format[0] == '@'));
}

// ---------------------------------------------------------------------------------------------------------------
// Addresses

// Where item `index` of `dimension` begins, seen from `data`; NULL: IndexError.
static uint8_t *step_into(const MemoryView *view, uint8_t *data, int dimension, ptrdiff_t index) {
    ptrdiff_t extent = view->shape[dimension];
    if (index < 0) index += extent;
    if (index >= 0 && index < extent) return data + index * view->strides[dimension];
    raise_index_error("index out of bounds on dimension %d", dimension + 1);
    return NULL;
}

static bool index_of(Value key, ptrdiff_t *index) {
    return sequence_index(key, "memoryview", index);
}

// The item that a tuple of indices names. The tuple's items all have __index__.
static uint8_t *step_by_tuple(const MemoryView *view, Value tuple) {
    int count = tuple_count(tuple);
    if (count < view->ndim) {
        raise_not_implemented("sub-views are not implemented");
        return NULL;
    }
    if (count > view->ndim) {
        raise_type_error("cannot index %d-dimension view with %d-element tuple", (int)view->ndim, count);
        return NULL;
    }
    uint8_t *at = view->span.data;
    for (int i = 0; i < count && at; i++) {
        ptrdiff_t index;
        at = index_of(tuple_get(tuple, i), &index) ? step_into(view, at, i, index) : NULL;
    }
    return at;
}

typedef enum { KEY_INDEX, KEY_SLICE, KEY_INDICES, KEY_SLICES, KEY_OTHER } KeyKind;

static KeyKind key_kind(Value key) {
    if (value_has_index(key)) return KEY_INDEX;
    if (slice_check(key)) return KEY_SLICE;
    if (!tuple_check(key)) return KEY_OTHER;
    size_t count = tuple_count(key), indices = 0, slices = 0;
    for (size_t i = 0; i < count; i++) {
        Value item = tuple_get(key, i);
        indices += value_has_index(item);
        slices += slice_check(item);
    }
    return indices == count ? KEY_INDICES : slices == count ? KEY_SLICES : KEY_OTHER;
}

static bool is_whole(Value key) {
    return key == ELLIPSIS || (tuple_check(key) && tuple_count(key) == 0);
}

// ---------------------------------------------------------------------------------------------------------------
// Reading

static Value load(const MemoryView *view, const uint8_t *at) {
    return likely(view->code) ? item_unpack(view->code, at) : refuse_format(view);
}

Value view_item(MemoryView *view, ptrdiff_t index) {
    if (!view_check(view)) return 0;
    uint8_t *at = step_into(view, view->span.data, 0, index);
    return at ? load(view, at) : 0;
}

static inline bool runs_no_python(const Slice *slice) {
    return (slice->start == NONE || value_is_small(slice->start)) && (slice->stop == NONE || value_is_small(slice->stop)) &&
           (slice->step == NONE || value_is_small(slice->step));
}

// view[start:stop:step] of one dimension
static Value part_of(MemoryView *view, ptrdiff_t start, ptrdiff_t stop, ptrdiff_t step) {
    size_t count = slice_adjust(view->one_shape, &start, &stop, step);
    return VALUE(view_part(view, start, count, (ptrdiff_t)((size_t)view->one_stride * (size_t)step)));
}

// A view of the part of the first dimension that the slice names. It exists before the slice's numbers are found, for
// their __index__ may release the other view, and with it the memory.
static Value slice_of(MemoryView *view, Value slice) {
    ptrdiff_t start, stop, step;
    if (view->ndim == 1 && runs_no_python((const Slice *)value_object(slice)))
        return slice_unpack(slice, &start, &stop, &step) ? part_of(view, start, stop, step) : 0;
    MemoryView *part = view_like(view, view->ndim);
    if (!part) return 0;
    view_copy_extent(part, view);
    if (!slice_unpack(slice, &start, &stop, &step)) return view_discard(part);
    ptrdiff_t count = slice_adjust(part->shape[0], &start, &stop, step), stride = part->strides[0];
    part->span.data += start * stride;
    part->shape[0] = count;
    part->strides[0] = (ptrdiff_t)((size_t)stride * (size_t)step);       // may overflow for a step that no second item is at
    view_settle(part);
    return VALUE(part);
}

__attribute__((noinline)) static Value get_by_bounds(Value self, Value start, Value stop) {
    Value slice = slice_new(start, stop, NONE);
    return slice ? view_get_item(self, slice) : 0;
}

Value memoryview_slice(Value self, Value start, Value stop) {
    MemoryView *view = memoryview_of(self);
    ptrdiff_t from = 0, to = PTRDIFF_MAX;
    if (value_is_small(start)) from = small_int(start); else if (start != NONE) return get_by_bounds(self, start, stop);
    if (value_is_small(stop)) to = small_int(stop); else if (stop != NONE) return get_by_bounds(self, start, stop);
    if (unlikely(!view->snapshot || view->ndim != 1)) return get_by_bounds(self, start, stop);
    size_t count = slice_clip(view->one_shape, &from, &to);
    return VALUE(view_part(view, from, (ptrdiff_t)count, view->one_stride));
}

static Value get_by_tuple(MemoryView *view, Value key) {
    uint8_t *at = step_by_tuple(view, key);
    return at && view_check(view) ? load(view, at) : 0;
}

static Value get_by_index(MemoryView *view, Value key) {
    ptrdiff_t index;
    if (!index_of(key, &index) || !view_check(view)) return 0;
    if (view->ndim > 1) return raise_not_implemented("multi-dimensional sub-views are not implemented");
    return view_item(view, index);
}

Value view_get_item(Value self, Value key) {
    MemoryView *view = memoryview_of(self);
    if (value_is_small(key) && (size_t)small_int(key) < view->span.size) return SMALL(view->span.data[small_int(key)]);
    if (!view_check(view)) return 0;
    if (value_is_small(key) && view->ndim == 1) return view_item(view, small_int(key));
    if (view->ndim == 1 && slice_check(key)) return slice_of(view, key);
    if (view->ndim == 0) {
        if (!is_whole(key)) return raise_type_error("invalid indexing of 0-dim memory");
        if (key == ELLIPSIS) return self;
        return load(view, view->span.data);
    }
    switch (key_kind(key)) {
    case KEY_INDEX: return get_by_index(view, key);
    case KEY_SLICE: return slice_of(view, key);
    case KEY_INDICES: return get_by_tuple(view, key);
    case KEY_SLICES: return raise_not_implemented("multi-dimensional slicing is not implemented");
    default: return raise_type_error("memoryview: invalid slice key");
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Writing

// The value is packed aside first: its methods may release the view.
static bool store(MemoryView *view, uint8_t *at, Value value) {
    uint8_t item[ITEM_SIZE_MAX];
    if (!view->code) return refuse_format(view);
    if (!item_pack(view->code, item, value) || !view_check(view)) return false;
    memcpy(at, item, view->itemsize);
    return true;
}

static bool set_by_index(MemoryView *view, Value key, Value value) {
    ptrdiff_t index;
    if (view->ndim > 1) return raise_not_implemented("sub-views are not implemented");
    if (!index_of(key, &index)) return false;
    uint8_t *at = step_into(view, view->span.data, 0, index);
    return at && store(view, at, value);            // which looks whether the view was released
}

static bool set_by_tuple(MemoryView *view, Value key, Value value) {
    uint8_t *at = step_by_tuple(view, key);
    return at && store(view, at, value);
}

// Whether a source may be assigned to `count` items of the view.
static bool same_structure(const MemoryView *view, size_t count, const Buffer *source) {
    const char *a = view->format, *b = source->format ? source->format : "B";
    if (strcmp(a + (*a == '@'), b + (*b == '@')) || view->itemsize != source->itemsize || source->ndim != 1) return false;
    return (size_t)(source->shape ? source->shape[0] : source->size / source->itemsize) == count;
}

// The lowest address of `count` items, and the end behind the highest.
static void extent_of(const uint8_t *data, ptrdiff_t stride, size_t itemsize, size_t count, const uint8_t **low,
                      const uint8_t **high) {
    const uint8_t *last = data + (ptrdiff_t)(count - 1) * stride;
    *low = stride < 0 ? last : data;
    *high = (stride < 0 ? data : last) + itemsize;
}

// Copies the source's items to every `stride` bytes from `data`. Both may be parts of one memory.
static bool copy_items(uint8_t *data, ptrdiff_t stride, const Buffer *source, size_t count) {
    size_t itemsize = source->itemsize;
    if (count == 0) return true;
    ptrdiff_t from_stride = source->strides ? source->strides[0] : (ptrdiff_t)itemsize;
    if (stride == from_stride && stride == (ptrdiff_t)itemsize) {
        memmove(data, source->data, count * itemsize);
        return true;
    }
    const uint8_t *low, *high, *from_low, *from_high;
    extent_of(data, stride, itemsize, count, &low, &high);
    extent_of(source->data, from_stride, itemsize, count, &from_low, &from_high);
    const uint8_t *in = source->data;
    if (low < from_high && from_low < high) {
        uint8_t *copy = mem_alloc_atomic(count * itemsize);
        if (!copy) return false;
        buffer_copy_out(source, copy, 'C');
        in = copy;
        from_stride = (ptrdiff_t)itemsize;
    }
    items_copy(data, stride, in, from_stride, itemsize, count);
    return true;
}

static bool assign_slice(MemoryView *view, Value key, const Buffer *source) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(key, &start, &stop, &step) || !view_check(view)) return false;
    size_t count = slice_adjust(view->shape[0], &start, &stop, step);
    if (!same_structure(view, count, source))
        return raise_value_error("memoryview assignment: lvalue and rvalue have different structures");
    ptrdiff_t stride = view->strides[0];
    return copy_items(view->span.data + start * stride, (ptrdiff_t)((size_t)stride * (size_t)step), source, count);
}

// Describes the memory of bytes, bytearrays and views, for a time in which no Python code runs.
static bool borrow_source(Value value, Buffer *source) {
    if (memoryview_check(value)) {
        view_describe(memoryview_of(value), source);
        return memoryview_of(value)->snapshot != NULL;
    }
    if (!value_is(value, &bytes_type) && !value_is(value, &bytearray_type)) return false;
    *source = (Buffer){.data = span_of(value)->data, .size = span_of(value)->size, .itemsize = 1, .ndim = 1};
    return true;
}

static bool set_by_slice(MemoryView *view, Value key, Value value) {
    Buffer source;
    if (view->ndim == 1 && runs_no_python((const Slice *)value_object(key)) && borrow_source(value, &source))
        return assign_slice(view, key, &source);
    if (view->ndim != 1)
        return raise_not_implemented("memoryview slice assignments are currently restricted to ndim = 1");
    if (!buffer_get(value, &source, BUFFER_FULL_RO)) return false;
    bool done = view_check(view) && assign_slice(view, key, &source);
    buffer_release(&source);
    return done;
}

bool view_set_item(Value self, Value key, Value value) {
    MemoryView *view = memoryview_of(self);
    if (!view_check(view)) return false;
    if (view->readonly) return raise_type_error("cannot modify read-only memory");
    if (!value) return raise_type_error("cannot delete memory");
    if (value_is_small(key) && view->ndim == 1) {
        uint8_t *at = step_into(view, view->span.data, 0, small_int(key));
        return at && store(view, at, value);
    }
    if (view->ndim == 0) {
        if (!is_whole(key)) return raise_type_error("invalid indexing of 0-dim memory");
        return store(view, view->span.data, value);
    }
    switch (key_kind(key)) {
    case KEY_INDEX: return set_by_index(view, key, value);
    case KEY_SLICE: return set_by_slice(view, key, value);
    case KEY_INDICES: return set_by_tuple(view, key, value);
    case KEY_SLICES:
        return raise_not_implemented("memoryview slice assignments are currently restricted to ndim = 1");
    default: return raise_type_error("memoryview: invalid slice key");
    }
}

// ---------------------------------------------------------------------------------------------------------------
// tolist

static Value list_of_dimension(const MemoryView *view, const uint8_t *data, int dimension) {
    if (dimension == view->ndim) return load(view, data);
    ptrdiff_t count = view->shape[dimension], stride = view->strides[dimension];
    Value list = list_new(0, count);
    if (!list) return 0;
    if (dimension == view->ndim - 1 && view->code)
        return items_unpack(view->code, data, stride, count, list_of(list)->items) ? list : 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        Value item = list_of_dimension(view, data + i * stride, dimension + 1);
        if (!item) return 0;
        list_of(list)->items[i] = item;
    }
    return list;
}

Value view_py_tolist(Value self, Value *args) {
    (void)args;
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? list_of_dimension(view, view->span.data, 0) : 0;
}

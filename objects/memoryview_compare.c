// Comparing memoryviews, and searching them for a value (memoryview.h). Items compare as the numbers they stand for, so
// views of different formats can be equal.
#include "objects/bytesearch.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/struct_item.h"

// ---------------------------------------------------------------------------------------------------------------
// ==

static bool same_shape(const Buffer *a, const Buffer *b) {
    if (a->ndim != b->ndim) return false;
    for (int i = 0; i < a->ndim; i++)
        if (a->shape[i] != b->shape[i]) return false;
    return true;
}

// Formats whose equal items are those of equal bytes.
static bool bytes_decide(char code) {
    return strchr("cbB?hHiIlLqQnNP", code) != NULL;
}

typedef struct {
    const Buffer *a, *b;
    char code_a, code_b;
    bool by_bytes;
} Pair;

static bool items_equal(const Pair *pair, const uint8_t *a, const uint8_t *b) {
    if (pair->by_bytes) return !memcmp(a, b, pair->a->itemsize);
    return item_equal(pair->code_a, a, pair->code_b, b);
}

static bool dimensions_equal(const Pair *pair, const uint8_t *a, const uint8_t *b, int dimension) {
    if (dimension == pair->a->ndim) return items_equal(pair, a, b);
    ptrdiff_t count = pair->a->shape[dimension], step_a = pair->a->strides[dimension], step_b = pair->b->strides[dimension];
    bool last = dimension == pair->a->ndim - 1;
    if (last && pair->by_bytes) return items_same(a, step_a, b, step_b, pair->a->itemsize, count);
    if (last && pair->code_a == pair->code_b) return items_equal_run(pair->code_a, a, step_a, b, step_b, count);
    for (ptrdiff_t i = 0; i < count; i++, a += step_a, b += step_b)
        if (!(last ? items_equal(pair, a, b) : dimensions_equal(pair, a, b, dimension + 1))) return false;
    return true;
}

static bool contents_equal(const Buffer *a, const Buffer *b) {
    Pair pair = {a, b, item_code(a->format), item_code(b->format), false};
    if (!same_shape(a, b) || !pair.code_a || !pair.code_b) return false;
    pair.by_bytes = pair.code_a == pair.code_b && bytes_decide(pair.code_a);
    if (pair.by_bytes && buffer_is_contiguous(a, 'C') && buffer_is_contiguous(b, 'C'))
        return a->size == 0 || !memcmp(a->data, b->data, a->size);
    return dimensions_equal(&pair, a->data, b->data, 0);
}

// -1: `other` is nothing that can be compared with a view.
static int equal_to(MemoryView *view, Value other) {
    if (!view->snapshot) return VALUE(view) == other;
    if (memoryview_check(other) && !memoryview_of(other)->snapshot) return false;
    Buffer a, b;
    if (!buffer_supported(other)) return -1;
    if (!buffer_get(other, &b, BUFFER_FULL_RO)) {
        error_take();
        return -1;
    }
    int equal = false;
    if (view->snapshot) {               // a __buffer__ written in Python may have released it
        ptrdiff_t shape = b.size / (b.itemsize ? b.itemsize : 1), stride = b.itemsize;
        if (b.ndim == 1 && !b.shape) b.shape = &shape;
        if (b.ndim == 1 && !b.strides) b.strides = &stride;
        view_describe(view, &a);
        equal = contents_equal(&a, &b);
    }
    buffer_release(&b);
    return equal;
}

Value view_compare(Value self, Value other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return NOT_IMPLEMENTED;
    int equal = equal_to(memoryview_of(self), other);
    return equal < 0 ? NOT_IMPLEMENTED : bool_value(equal == (op == COMPARE_EQ));
}

// ---------------------------------------------------------------------------------------------------------------
// in, count, index

// Plain bytes searched for a small int: needs no objects.
static bool is_quick(const MemoryView *view, Value value) {
    return view->span.size && value_is_small(value);
}

static bool is_byte(Value value) {
    return (uint64_t)small_int(value) <= 255;
}

static bool searchable(const MemoryView *view) {
    if (!view_check(view)) return false;
    if (view->ndim == 0) return raise_type_error("invalid indexing of 0-dim memory");
    if (view->ndim > 1) return raise_not_implemented("multi-dimensional sub-views are not implemented");
    return true;
}

// 1, 0, -1: raised. The comparison may run Python code that releases the view.
static int item_is(MemoryView *view, ptrdiff_t index, Value value) {
    Value item = view_item(view, index);
    return item ? object_equal(item, value) : -1;
}

// The first index in from..to whose item equals the value, -1: none, -2: raised.
static ptrdiff_t first_equal(MemoryView *view, Value value, ptrdiff_t from, ptrdiff_t to) {
    if (is_quick(view, value)) {
        if (from >= to || !is_byte(value)) return -1;
        const uint8_t *found = memchr(view->span.data + from, small_int(value), to - from);
        return found ? found - view->span.data : -1;
    }
    for (ptrdiff_t i = from; i < to; i++) {
        int equal = item_is(view, i, value);
        if (equal) return equal < 0 ? -2 : i;
    }
    return -1;
}

int view_contains(Value self, Value value) {
    MemoryView *view = memoryview_of(self);
    if (view->snapshot && view->ndim == 0) {
        raise_type_error("argument of type 'memoryview' is not a container or iterable");
        return -1;
    }
    if (!searchable(view)) return -1;
    ptrdiff_t found = first_equal(view, value, 0, view->shape[0]);
    return found == -2 ? -1 : found >= 0;
}

Value view_py_count(Value self, Value *args) {
    MemoryView *view = memoryview_of(self);
    if (!searchable(view)) return 0;
    if (is_quick(view, args[0]))
        return SMALL(is_byte(args[0]) ? bytes_count_byte(view->span.data, view->span.size, small_int(args[0])) : 0);
    ptrdiff_t total = 0;
    for (ptrdiff_t i = 0; i < view->shape[0]; i++) {
        int equal = item_is(view, i, args[0]);
        if (equal < 0) return 0;
        total += equal;
    }
    return SMALL(total);
}

Value view_py_index(Value self, Value *args) {
    MemoryView *view = memoryview_of(self);
    ptrdiff_t from, to;
    if (!sequence_bounds(args[1], args[2], &from, &to) || !view_check(view)) return 0;
    if (view->ndim == 0) return raise_type_error("invalid lookup on 0-dim memory");
    if (view->ndim > 1) return raise_not_implemented("multi-dimensional lookup is not implemented");
    ptrdiff_t count = view->shape[0];
    ptrdiff_t found = first_equal(view, args[0], sequence_clip(from, count), sequence_clip(to, count));
    if (found == -1) return raise_value_error("memoryview.index(x): x not found");
    return found < 0 ? 0 : SMALL(found);
}

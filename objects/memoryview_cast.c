// memoryview.cast: another format or shape for the same memory (memoryview.h).
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"

static bool is_byte_code(char code) {
    return code == 'B' || code == 'b' || code == 'c';
}

// The elements of a list or tuple.
static Value *elements(Value v, size_t *count) {
    if (tuple_check(v)) {
        *count = tuple_count(v);
        return tuple_of(v)->items;
    }
    *count = list_of(v)->count;
    return list_of(v)->items;
}

static bool has_zero(const MemoryView *view) {
    for (int i = 0; i < view->ndim; i++)
        if (view->shape[i] == 0) return true;
    return false;
}

// Everything that can be said against the cast before the formats are looked at.
static bool may_cast(const MemoryView *view, Value shape, size_t *ndim) {
    Buffer extent;
    *ndim = 1;
    bool plain = view->ndim == 1 && view->one_stride == view->itemsize;
    if (!plain) view_describe(view, &extent);
    if (!plain && !buffer_is_contiguous(&extent, 'C'))
        return raise_type_error("memoryview: casts are restricted to C-contiguous views");
    if ((shape || view->ndim != 1) && has_zero(view))
        return raise_type_error("memoryview: cannot cast view with zeros in shape or strides");
    if (!shape) return true;
    if (!tuple_check(shape) && !value_has(shape, TYPE_IS_LIST)) return raise_type_error("shape must be a list or a tuple");
    elements(shape, ndim);
    if (*ndim > BUFFER_MAX_DIMENSIONS)
        return raise_value_error("memoryview: number of dimensions must not exceed %d", BUFFER_MAX_DIMENSIONS);
    if (view->ndim != 1 && *ndim != 1) return raise_type_error("memoryview: cast must be 1D -> ND or ND -> 1D");
    return true;
}

static bool set_format(MemoryView *view, const MemoryView *from, const char *format) {
    char code = item_code(format);
    if (!code) {
        return raise_value_error("memoryview: destination format must be a native single character format prefixed with an "
                                 "optional '@'");
    }
    if (!is_byte_code(from->code) && !is_byte_code(code))
        return raise_type_error("memoryview: cannot cast between two non-byte formats");
    view->code = code;
    view->format = item_format(code, *format == '@');
    view->itemsize = item_size(code);
    if (view_size(from) % view->itemsize) return raise_type_error("memoryview: length is not a multiple of itemsize");
    return true;
}

static bool shape_element(Value v, ptrdiff_t *out) {
    if (!int_check(v)) return raise_type_error("memoryview.cast(): elements of shape must be integers");
    if (!sequence_size(v, out)) return false;
    return *out > 0 ? true : raise_value_error("memoryview.cast(): elements of shape must be integers > 0");
}

// The shape from the argument, with strides in C order. It must cover the `size` bytes exactly.
static bool set_shape(MemoryView *view, Value shape, ptrdiff_t size) {
    size_t count;
    ptrdiff_t total = view->itemsize;
    Value *items = elements(shape, &count);
    for (size_t i = 0; i < count; i++) {
        if (!shape_element(items[i], &view->shape[i])) return false;
        if (__builtin_mul_overflow(total, view->shape[i], &total))
            return raise_value_error("memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    if (total != size) return raise_type_error("memoryview: product(shape) * itemsize != buffer size");
    ptrdiff_t stride = view->itemsize;
    for (size_t i = count; i-- > 0; stride *= view->shape[i]) view->strides[i] = stride;
    return true;
}

static bool set_extent(MemoryView *cast, const MemoryView *view, Value shape) {
    ptrdiff_t size = view_size(view);
    if (shape) return set_shape(cast, shape, size);
    cast->one_shape = size / cast->itemsize;
    cast->one_stride = cast->itemsize;
    return true;
}

Value view_py_cast(Value self, Value *args) {
    MemoryView *view = memoryview_of(self);
    Value shape = args[1];
    size_t ndim;
    if (!str_check(args[0])) return raise_type_error("cast() argument 'format' must be str, not %P", args[0]);
    if (!view_check(view)) return 0;
    if (!may_cast(view, shape, &ndim)) return 0;
    if (!str_is_ascii(args[0])) return codec_encode(args[0], "ascii", NULL);
    const char *format = str_c(args[0]);
    MemoryView *cast = format ? view_like(view, ndim) : NULL;
    if (!cast) return 0;
    if (!set_format(cast, view, format) || !set_extent(cast, view, shape)) return view_discard(cast);
    view_settle(cast);
    return VALUE(cast);
}

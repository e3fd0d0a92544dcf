// The buffer protocol: asking exporters, releasing, counting exports, and classes that define __buffer__ (buffer.h).
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/str.h"
#include "objects/struct_item.h"
#include <stdlib.h>

// ---------------------------------------------------------------------------------------------------------------
// Asking and releasing

bool buffer_supported(Value v) {
    return type_of(v)->get_buffer != NULL;
}

bool buffer_get_from(const Type *slots, Value v, Buffer *buffer, int flags) {
    buffer->exporter = 0;
    buffer->exports = NULL;
    buffer->by_method = false;
    if (!slots->get_buffer) return raise_type_error("a bytes-like object is required, not '%T'", v);
    if (!slots->get_buffer(v, buffer, flags)) {
        buffer->exporter = 0;
        return false;
    }
    buffer->release = buffer->by_method ? buffer_release_by_method : slots->release_buffer;
    return true;
}

bool buffer_get(Value v, Buffer *buffer, int flags) {
    return buffer_get_from(type_of(v), v, buffer, flags);
}

void buffer_release(Buffer *buffer) {
    Value exporter = buffer->exporter;
    if (!exporter) return;
    buffer->exporter = 0;
    if (!buffer->release) return;
    Value pending = error_take();
    buffer->release(exporter, buffer);
    if (pending) error_set(pending);
}

bool buffer_get_bytes(Value v, Buffer *buffer) {
    return buffer_get(v, buffer, BUFFER_SIMPLE);
}

bool buffer_get_writable(Value v, Buffer *buffer) {
    if (buffer_get(v, buffer, BUFFER_WRITABLE)) return true;
    if (!error_is(&BufferError_type) && !error_is(&TypeError_type)) return false;
    error_take();
    return raise_type_error("a read-write bytes-like object is required, not '%T'", v);
}

bool buffer_flags_check(int flags) {
    return flags != BUFFER_READ && flags != BUFFER_WRITE ? true : raise_format(&SystemError_type, "bad argument to internal function");
}

bool buffer_fill(Buffer *buffer, Value exporter, void *data, size_t size, bool readonly, int flags) {
    if (!buffer_flags_check(flags)) return false;
    if (readonly && flags & BUFFER_WRITABLE) return raise_buffer_error("Object is not writable.");
    buffer->exporter = exporter;
    buffer->data = data;
    buffer->size = size;
    buffer->itemsize = 1;
    buffer->readonly = readonly;
    buffer->ndim = 1;
    buffer->format = flags & BUFFER_FORMAT ? "B" : NULL;
    buffer->one_shape = size;
    buffer->one_stride = 1;
    buffer->shape = flags & BUFFER_ND ? &buffer->one_shape : NULL;
    buffer->strides = (flags & BUFFER_STRIDES) == BUFFER_STRIDES ? &buffer->one_stride : NULL;
    buffer->exports = NULL;
    buffer->internal = NULL;
    return true;
}

bool buffer_fill_counted(Buffer *buffer, Value exporter, Exports *exports, void *data, size_t size, int flags) {
    if (!buffer_fill(buffer, exporter, data, size, false, flags)) return false;
    buffer->exports = exports;
    exports->count++;
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Layout

bool buffer_is_contiguous(const Buffer *buffer, char order) {
    if (order == 'A') return buffer_is_contiguous(buffer, 'C') || buffer_is_contiguous(buffer, 'F');
    if (buffer->ndim == 0) return true;
    if (!buffer->strides) return order == 'C' || buffer->ndim <= 1;
    // an empty view of one dimension counts as contiguous by its stride alone, as in CPython
    if (buffer->ndim == 1) return buffer->strides[0] == buffer->itemsize || buffer->size == buffer->itemsize;
    if (buffer->size == 0) return true;
    ptrdiff_t expected = buffer->itemsize;
    for (int i = 0; i < buffer->ndim; i++) {
        int dimension = order == 'C' ? buffer->ndim - 1 - i : i;
        ptrdiff_t extent = buffer->shape ? buffer->shape[dimension] : buffer->size / buffer->itemsize;
        if (extent > 1 && buffer->strides[dimension] != expected) return false;
        expected *= extent;
    }
    return true;
}

// Dimensions are walked from the last of `order` (its slowest) to the first; returns the end of what was written.
static uint8_t *copy_dimensions(const Buffer *buffer, uint8_t *out, const uint8_t *data, const int *order, int depth) {
    int dimension = order[depth];
    ptrdiff_t extent = buffer->shape[dimension], stride = buffer->strides[dimension];
    if (depth == buffer->ndim - 1) {
        items_copy(out, buffer->itemsize, data, stride, buffer->itemsize, extent);
        return out + extent * buffer->itemsize;
    }
    for (ptrdiff_t i = 0; i < extent; i++) out = copy_dimensions(buffer, out, data + i * stride, order, depth + 1);
    return out;
}

void buffer_copy_out(const Buffer *buffer, uint8_t *out, char order) {
    if (buffer_is_contiguous(buffer, order)) {
        if (buffer->size) memcpy(out, buffer->data, buffer->size);
        return;
    }
    int dimensions[BUFFER_MAX_DIMENSIONS];
    for (int i = 0; i < buffer->ndim; i++) dimensions[i] = order == 'C' ? i : buffer->ndim - 1 - i;
    if (buffer->strides) {
        copy_dimensions(buffer, out, buffer->data, dimensions, 0);
        return;
    }
    // C-contiguous memory read in Fortran order: the strides have to be worked out
    ptrdiff_t strides[BUFFER_MAX_DIMENSIONS], stride = buffer->itemsize;
    for (int i = buffer->ndim; i-- > 0; stride *= buffer->shape[i]) strides[i] = stride;
    Buffer spread = *buffer;
    spread.strides = strides;
    copy_dimensions(&spread, out, buffer->data, dimensions, 0);
}

// ---------------------------------------------------------------------------------------------------------------
// Exports

void exports_release(Value exporter, Buffer *buffer) {
    (void)exporter;
    buffer->exports->count--;
    buffer->exports = NULL;
}

// They are live only right after close_dropped().
static Value live_views(const Exports *exports) {
    MemoryView **views = mem_alloc(exports->views * sizeof *views);
    Value list = views ? list_with_capacity(exports->views) : 0;
    if (!list) return 0;
    size_t count = memoryview_list(exports, views);
    for (size_t i = 0; i < count; i++)
        if (!list_append(list, VALUE(views[i]))) return 0;
    return list;
}

static bool add_notes(const Exports *exports) {
    Value exception = error_take();
    Value views = live_views(exports);
    if (!views) return false;
    for (size_t i = 0; i < list_of(views)->count; i++) {
        Value note = memoryview_origin(list_of(views)->items[i]);
        if (!note || !exception_add_note(exception, note)) return false;
    }
    error_set(exception);
    return true;
}

typedef struct {
    MemoryView **views;         // malloc'd: not scanned
    bool *reached;
    size_t count;
} ViewSet;

static bool take_views(const Exports *exports, ViewSet *set) {
    set->count = exports->views;
    set->views = malloc(set->count * (sizeof *set->views + sizeof *set->reached));
    if (!set->views) return false;
    set->reached = (bool *)(set->views + set->count);
    set->count = memoryview_list(exports, set->views);
    return true;
}

// Closes the views that nobody can reach, up to one whose release was a matter of Python code: that may have changed
// everything. Before that, __del__ of objects that nobody can reach is called: they may use such views. False: there was
// nothing to do.
static bool close_unreachable(Exports *exports) {
    ViewSet set;
    bool changed = false, ran_python = false;
    size_t finalizable;
    if (!take_views(exports, &set)) return false;
    if (!mem_reach_finalizing((void **)set.views, set.count, set.reached, &finalizable, true)) {
        set.count = 0;
    } else if (finalizable) {
        finalize_waiting();
        changed = ran_python = true;
    }
    for (size_t i = 0; i < set.count && !ran_python; i++)
        if (!set.reached[i]) changed |= view_drop(set.views[i], &ran_python);
    free(set.views);
    return changed;
}

// The same for a few views that hold all the exports there are, when that is found out quickly. False: not found out, or some
// are in use.
static bool close_few(Exports *exports) {
    ViewSet set;
    bool ran_python = false;
    if (!exports->views || !take_views(exports, &set)) return false;
    bool dropped = mem_search((void **)set.views, set.count, set.reached);
    for (size_t i = 0; i < set.count && dropped; i++) dropped = !set.reached[i];
    for (bool changed = dropped; changed && !ran_python;) {
        changed = false;
        for (size_t i = 0; i < set.count && !ran_python; i++) changed |= view_drop(set.views[i], &ran_python);
    }
    free(set.views);
    return dropped && !exports->count;
}

// Lets go of what the program has dropped: by a collection, and then, because that takes dead words on the C stack for
// references, by a walk over what can be reached. Objects with __del__ that were found dropped have it called now.
static void close_dropped(Exports *exports) {
    mem_collect(true);
    if (mem_finalizables_waiting) finalize_waiting();
    while (exports->views && close_unreachable(exports)) {}
}

bool exports_gate(Exports *exports, const char *message) {
    if (!exports->count || close_few(exports)) return true;
    close_dropped(exports);
    if (!exports->count) return true;
    raise_buffer_error("%s", message);
    return exports->views ? add_notes(exports) && false : false;
}

Value buffer_views(Value exporter) {
    Buffer buffer;
    if (!buffer_get(exporter, &buffer, BUFFER_FULL_RO)) return 0;
    if (buffer.exports) close_dropped(buffer.exports);
    Value views = buffer.exports ? live_views(buffer.exports) : list_with_capacity(0);
    buffer_release(&buffer);
    return views;
}

// ---------------------------------------------------------------------------------------------------------------
// Classes with __buffer__

void (*buffer_release_failed)(Value exception, Value exporter);

// What such a class handed out: the memoryview that __buffer__ returned, and the export taken on it. Python code sees it as
// the view's obj.
typedef struct {
    Object head;
    Value view;
    Buffer inner;
} MethodExport;

static Type method_export_type = {
    .head = {&type_type},
    .name = "_buffer_wrapper",
    .size = sizeof(MethodExport),
    .flags = TYPE_NO_NEW,
};

Value buffer_owner(const Buffer *buffer) {
    return buffer->by_method ? VALUE(buffer->internal) : buffer->exporter;
}

bool buffer_get_by_method(Value self, Buffer *buffer, int flags) {
    Value method = object_find_special(self, NAME(__buffer__));
    if (!method) return error_occurred() ? false : raise_type_error("a bytes-like object is required, not '%T'", self);
    Value view = object_call1(method, SMALL(flags));
    if (!view) return false;
    if (!memoryview_check(view)) return raise_type_error("__buffer__ returned non-memoryview object");
    MethodExport *export = mem_object(&method_export_type, sizeof *export);
    if (!export || !buffer_get(view, &export->inner, flags)) return false;
    export->view = view;
    *buffer = export->inner;
    buffer->exporter = self;
    buffer->internal = export;
    buffer->by_method = true;
    return true;
}

static void call_release_method(Value self, Value view) {
    Value method = view ? object_find_special(self, NAME(__release_buffer__)) : 0;
    if (method && object_call1(method, view)) return;
    Value exception = error_take();
    if (exception && buffer_release_failed) buffer_release_failed(exception, self);
}

// The nearest base whose slots are C functions, for a class that only adds __release_buffer__ to one of them.
static Type *base_in_c(Type *type) {
    while (type && (type->release_buffer == buffer_release_by_method || type->get_buffer == buffer_get_by_method))
        type = type->base;
    return type;
}

void buffer_release_by_method(Value self, Buffer *buffer) {
    if (buffer->by_method) {
        MethodExport *export = buffer->internal;
        buffer_release(&export->inner);
        if (type_of(self)->release_buffer == buffer_release_by_method) call_release_method(self, export->view);
        return;
    }
    Type *base = base_in_c(type_of(self));
    Value view = memoryview_from_slots(base, self, BUFFER_FULL_RO);
    call_release_method(self, view);
    if (view) view_discard(memoryview_of(view));
    if (base->release_buffer) base->release_buffer(self, buffer);
}

Value buffer_method_get(Value v, Value flags, BufferGetter get) {
    int64_t number;
    Value index = object_index(flags);
    if (!index) return 0;
    if (!int_get64(index, &number)) return raise_overflow_error("cannot fit '%T' into an index-sized integer", flags);
    if (number != (int)number) return raise_overflow_error("buffer flags out of range");
    Type *slots = type_of(v);
    while (slots->base && slots->get_buffer != get) slots = slots->base;
    return memoryview_from_slots(slots, v, number);
}

Value buffer_method_release(Value v, Value argument) {
    if (!memoryview_check(argument)) return raise_type_error("expected a memoryview object");
    MemoryView *view = memoryview_of(argument);
    if (!view->snapshot) return raise_value_error("memoryview's buffer has already been released");
    if (view->snapshot->buffer.exporter != v) return raise_value_error("memoryview's buffer is not this object");
    return memoryview_release(argument) ? NONE : 0;
}

// memoryview: life of views and snapshots, attributes, and the type (memoryview.h). Reading and writing items is in
// memoryview_item.c, comparing and searching in memoryview_compare.c, casts in memoryview_cast.c.
#include "objects/memoryview.h"
#include "objects/bytes.h"
#include "objects/finalize.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/str_parts.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"

static Type snapshot_type;
static bool releases_in_c(const Snapshot *snapshot);
static void memoryview_release_buffer(Value self, Buffer *buffer);

void (*memoryview_where)(Value *file_name, int *line);
void (*memoryview_where_resolve)(Value *file_name, int *line);

// ---------------------------------------------------------------------------------------------------------------
// The views of an exporter: those of all watched views that are counted there

static inline void count_view(MemoryView *view, Exports *exports) {
    exports->views++;
    mem_reach_interest++;
    if (memoryview_where) memoryview_where(&view->file_name, &view->line);
}

static inline void uncount_view(MemoryView *view, Exports *exports) {
    if (!view->counted) return;
    view->counted = false;
    exports->views--;
    mem_reach_interest--;
}

typedef struct {
    const Exports *exports;
    MemoryView **out;
    size_t left;
} Listing;

static bool list_view(void *object, void *context) {
    MemoryView *view = object;
    Listing *listing = context;
    if (!view->snapshot || !view->counted || view->snapshot->buffer.exports != listing->exports) return true;
    *listing->out++ = view;
    return --listing->left > 0;
}

size_t memoryview_list(const Exports *exports, MemoryView **out) {
    Listing listing = {exports, out, exports->views};
    if (listing.left) mem_visit_reused(list_view, &listing);
    return (size_t)(listing.out - out);
}

// ---------------------------------------------------------------------------------------------------------------
// Making views

// What all views begin with; the rest is to be set at once. Field by field, which is quicker than a whole struct.
static inline void start_view(MemoryView *view, Snapshot *snapshot) {
    Exports *exports = snapshot->buffer.exports;
    view->span.head.type = &memoryview_type;
    view->snapshot = snapshot;
    view->exports = 0;
    view->file_name = 0;
    view->line = 0;
    view->has_hash = false;
    view->counted = exports != NULL;
    snapshot->views++;
    if (exports) count_view(view, exports);
}

static MemoryView *view_of_snapshot(Snapshot *snapshot) {
    MemoryView *view = mem_object_reused(&memoryview_type, sizeof *view);
    if (!view) return NULL;
    memset(view, 0, sizeof *view);
    start_view(view, snapshot);
    return view;
}

MemoryView *view_part(const MemoryView *from, ptrdiff_t start, ptrdiff_t count, ptrdiff_t stride) {
    MemoryView *view = mem_object_reused(&memoryview_type, sizeof *view);
    if (!view) return NULL;
    start_view(view, from->snapshot);
    view->span.data = from->span.data + start * from->one_stride;
    view->span.size = from->code == 'B' && stride == 1 ? count : 0;
    view->readonly = from->readonly;
    view->ndim = 1;
    view->code = from->code;
    view->itemsize = from->itemsize;
    view->format = from->format;
    view->shape = &view->one_shape;
    view->strides = &view->one_stride;
    view->one_shape = count;
    view->one_stride = stride;
    return view;
}

static inline bool room_for_shape(MemoryView *view, int ndim) {
    view->ndim = ndim;
    if (ndim == 1) {
        view->shape = &view->one_shape;
        view->strides = &view->one_stride;
    } else if (ndim > 1) {
        ptrdiff_t *room = mem_alloc_atomic(2 * ndim * sizeof *room);
        if (!room) return false;
        view->shape = room;
        view->strides = room + ndim;
    }
    return true;
}

MemoryView *view_like(const MemoryView *from, int ndim) {
    MemoryView *view = view_of_snapshot(from->snapshot);
    if (!view) return NULL;
    view->span.data = from->span.data;
    view->readonly = from->readonly;
    view->code = from->code;
    view->itemsize = from->itemsize;
    view->format = from->format;
    if (room_for_shape(view, ndim)) return view;
    view_discard(view);
    return NULL;
}

void view_copy_extent(MemoryView *view, const MemoryView *from) {
    for (int i = 0; i < from->ndim; i++) {
        view->shape[i] = from->shape[i];
        view->strides[i] = from->strides[i];
    }
}

ptrdiff_t view_size(const MemoryView *view) {
    ptrdiff_t size = view->itemsize;
    for (int i = 0; i < view->ndim; i++) size *= view->shape[i];
    return size;
}

// The extent that an exporter gave, where it left shape or strides out as well.
static bool take_extent(MemoryView *view, const Buffer *buffer) {
    if (!room_for_shape(view, buffer->ndim)) return false;
    for (int i = 0; i < buffer->ndim; i++)
        view->shape[i] = buffer->shape ? buffer->shape[i] : buffer->size / buffer->itemsize;
    ptrdiff_t stride = buffer->itemsize;
    for (int i = buffer->ndim; i-- > 0; stride *= view->shape[i])
        view->strides[i] = buffer->strides ? buffer->strides[i] : stride;
    return true;
}

Value memoryview_from_slots(const Type *slots, Value exporter, int flags) {
    Snapshot *snapshot = mem_object(&snapshot_type, sizeof *snapshot);
    if (!snapshot || !buffer_get_from(slots, exporter, &snapshot->buffer, flags)) return 0;
    Buffer *buffer = &snapshot->buffer;
    MemoryView *view = releases_in_c(snapshot) || finalize_soon(snapshot) ? view_of_snapshot(snapshot) : NULL;
    if (!view) {
        buffer_release(buffer);
        return 0;
    }
    view->span.data = buffer->data;
    view->readonly = buffer->readonly;
    view->format = buffer->format ? buffer->format : "B";
    view->code = item_code(view->format);
    view->itemsize = buffer->itemsize;
    if (!take_extent(view, buffer)) return view_discard(view);
    view_settle(view);
    return VALUE(view);
}

// All of a view again, for memoryview(view) and toreadonly().
static Value view_again(MemoryView *from) {
    MemoryView *view = view_like(from, from->ndim);
    if (!view) return 0;
    view_copy_extent(view, from);
    view_settle(view);
    return VALUE(view);
}

static Value from_flags(Value exporter, int flags) {
    if (!memoryview_check(exporter)) {
        if (!buffer_supported(exporter)) return raise_type_error("memoryview: a bytes-like object is required, not '%T'", exporter);
        return buffer_flags_check(flags) ? memoryview_from_slots(type_of(exporter), exporter, flags) : 0;
    }
    MemoryView *view = memoryview_of(exporter);
    return view_check(view) ? view_again(view) : 0;
}

Value memoryview_new(Value exporter) {
    return from_flags(exporter, BUFFER_FULL_RO);
}

static Value memoryview_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    if (count == 1 && !keywords) return memoryview_new(args[0]);
    Value object;
    if (!NATIVE_BIND("memoryview", "object", &object)) return 0;
    return memoryview_new(object);
}

// ---------------------------------------------------------------------------------------------------------------
// Releasing

// The collector may release an export itself only if that is a matter of counting. Otherwise the snapshot is kept for one
// more round, as an object with __del__, which releases it.
static bool releases_in_c(const Snapshot *snapshot) {
    void (*release)(Value, Buffer *) = snapshot->buffer.release;
    return !release || release == exports_release || release == memoryview_release_buffer;
}

static void release_now(Snapshot *snapshot) {
    if (!releases_in_c(snapshot)) mem_remove_finalizable(snapshot);
    Exports *exports = snapshot->buffer.exports;
    buffer_release(&snapshot->buffer);
    snapshot->buffer.exports = exports;     // some of its views that are dropped with it are counted there still
}

// Lets go of a view that was counted in its snapshot. `at_once`: Python code may run now.
static void let_go(Snapshot *snapshot, bool at_once) {
    if (unlikely(--snapshot->views == 0) && snapshot->buffer.exporter && (at_once || releases_in_c(snapshot))) release_now(snapshot);
}

static Value snapshot_py_del(Value self, Value *args) {
    (void)args;
    release_now((Snapshot *)value_object(self));
    return NONE;
}

static const MethodDef snapshot_methods[] = {
    METHOD("__del__", snapshot_py_del, "", "Releases the memory."),
    METHODS_END
};

static Type snapshot_type = {
    .head = {&type_type},
    .name = "managedbuffer",
    .size = sizeof(Snapshot),
    .flags = TYPE_NO_NEW,
    .methods = snapshot_methods,
};

static inline void close_view(MemoryView *view, bool at_once) {
    Snapshot *snapshot = view->snapshot;
    if (!snapshot) return;
    view->snapshot = NULL;
    view->span.size = 0;
    uncount_view(view, snapshot->buffer.exports);
    let_go(snapshot, at_once);
}

bool view_drop(MemoryView *view, bool *ran_python) {
    if (view->exports || !view->snapshot) return false;
    *ran_python = view->snapshot->views == 1 && !releases_in_c(view->snapshot);
    close_view(view, true);
    return true;
}

static void memoryview_reclaim(Value self) {
    close_view(memoryview_of(self), false);
}

Value view_discard(MemoryView *view) {
    close_view(view, true);
    return 0;
}

bool memoryview_release(Value self) {
    MemoryView *view = memoryview_of(self);
    if (view->snapshot && view->exports)
        return raise_buffer_error("memoryview has %d exported buffer%s", (int)view->exports, view->exports == 1 ? "" : "s");
    close_view(view, true);
    return true;
}

bool view_check(const MemoryView *view) {
    return likely(view->snapshot != NULL) ? true : raise_value_error("operation forbidden on released memoryview object");
}

Value memoryview_origin(Value self) {
    MemoryView *view = memoryview_of(self);
    Value file_name = view->file_name;
    int line = view->line;
    if (file_name && memoryview_where_resolve) memoryview_where_resolve(&file_name, &line);
    const char *format = file_name ? "held by %R of %zd byte%s, made in %S, line %d" : "held by %R of %zd byte%s";
    return str_format(format, self, view_size(view), view_size(view) == 1 ? "" : "s", file_name, line);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value memoryview_repr(Value self) {
    return str_format("<%s at %p>", memoryview_of(self)->snapshot ? "memory" : "released memory", self);
}

void view_describe(const MemoryView *view, Buffer *buffer) {
    *buffer = (Buffer){
        .data = view->span.data, .size = view_size(view), .itemsize = view->itemsize, .readonly = view->readonly,
        .ndim = view->ndim, .format = view->format, .shape = view->shape, .strides = view->strides,
    };
}

// False: an exception says why the view cannot be hashed.
static bool hashable(MemoryView *view) {
    if (!view_check(view)) return false;
    if (!view->readonly) return raise_value_error("cannot hash writable memoryview object");
    if (!view->code || !strchr("Bbc", view->code))
        return raise_value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    view->exports++;                    // the exporter's __hash__ may be Python code
    int64_t of_exporter = object_hash(buffer_owner(&view->snapshot->buffer));
    view->exports--;
    return of_exporter != -1;
}

static int64_t memoryview_hash(Value self) {
    MemoryView *view = memoryview_of(self);
    if (view->has_hash) return view->hash;
    if (!hashable(view)) return -1;
    Buffer buffer;
    view_describe(view, &buffer);
    uint8_t *data = buffer.data;
    if (!buffer_is_contiguous(&buffer, 'C')) {
        data = mem_alloc_atomic(buffer.size);
        if (!data) return -1;
        buffer_copy_out(&buffer, data, 'C');
    }
    view->hash = str_hash_bytes(data, buffer.size);
    view->has_hash = true;
    return view->hash;
}

static ptrdiff_t memoryview_length(Value self) {
    MemoryView *view = memoryview_of(self);
    if (!view_check(view)) return -1;
    if (view->ndim > 0) return view->shape[0];
    raise_type_error("0-dim memory has no length");
    return -1;
}

// What the flags ask for and this view cannot give; NULL: nothing.
static const char *refusal(const MemoryView *view, const Buffer *extent, int flags) {
    bool in_c_order = buffer_is_contiguous(extent, 'C');
    if (flags & BUFFER_WRITABLE && view->readonly) return "memoryview: underlying buffer is not writable";
    if ((flags & BUFFER_C_CONTIGUOUS) == BUFFER_C_CONTIGUOUS && !in_c_order)
        return "memoryview: underlying buffer is not C-contiguous";
    if ((flags & BUFFER_F_CONTIGUOUS) == BUFFER_F_CONTIGUOUS && !buffer_is_contiguous(extent, 'F'))
        return "memoryview: underlying buffer is not Fortran contiguous";
    if ((flags & BUFFER_ANY_CONTIGUOUS) == BUFFER_ANY_CONTIGUOUS && !buffer_is_contiguous(extent, 'A'))
        return "memoryview: underlying buffer is not contiguous";
    if ((flags & BUFFER_STRIDES) != BUFFER_STRIDES && !in_c_order) return "memoryview: underlying buffer is not C-contiguous";
    if (!(flags & BUFFER_ND) && flags & BUFFER_FORMAT)
        return "memoryview: cannot cast to unsigned bytes if the format flag is present";
    return NULL;
}

static bool memoryview_get_buffer(Value self, Buffer *buffer, int flags) {
    MemoryView *view = memoryview_of(self);
    if (!view_check(view)) return false;
    view_describe(view, buffer);
    const char *problem = refusal(view, buffer, flags);
    if (problem) return raise_buffer_error("%s", problem);
    buffer->exporter = self;
    buffer->exports = view->snapshot->buffer.exports;
    if (!(flags & BUFFER_FORMAT)) buffer->format = NULL;
    if ((flags & BUFFER_STRIDES) != BUFFER_STRIDES) buffer->strides = NULL;
    if (!(flags & BUFFER_ND)) {
        buffer->ndim = 1;
        buffer->shape = NULL;
    }
    view->exports++;
    return true;
}

static void memoryview_release_buffer(Value self, Buffer *buffer) {
    (void)buffer;
    memoryview_of(self)->exports--;
}

// ---------------------------------------------------------------------------------------------------------------
// Attributes

static Value tuple_of_sizes(const ptrdiff_t *sizes, int count) {
    Value tuple = tuple_new(0, count);
    if (!tuple) return 0;
    for (int i = 0; i < count; i++) tuple_of(tuple)->items[i] = int_from_int64(sizes[i]);
    return tuple;
}

static Value get_obj(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? buffer_owner(&view->snapshot->buffer) : 0;
}

static Value get_nbytes(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? SMALL(view_size(view)) : 0;
}

static Value get_itemsize(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? SMALL(view->itemsize) : 0;
}

static Value get_format(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? str_from(view->format) : 0;
}

static Value get_ndim(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? SMALL(view->ndim) : 0;
}

static Value get_shape(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? tuple_of_sizes(view->shape, view->ndim) : 0;
}

static Value get_strides(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? tuple_of_sizes(view->strides, view->ndim) : 0;
}

static Value get_suboffsets(Value self) {
    return view_check(memoryview_of(self)) ? tuple_of_sizes(0, 0) : 0;
}

static Value get_readonly(Value self) {
    MemoryView *view = memoryview_of(self);
    return view_check(view) ? bool_value(view->readonly) : 0;
}

static Value contiguous_in(Value self, char order) {
    MemoryView *view = memoryview_of(self);
    if (!view_check(view)) return 0;
    Buffer extent;
    view_describe(view, &extent);
    return bool_value(buffer_is_contiguous(&extent, order));
}

static Value get_c_contiguous(Value self) {
    return contiguous_in(self, 'C');
}

static Value get_f_contiguous(Value self) {
    return contiguous_in(self, 'F');
}

static Value get_contiguous(Value self) {
    return contiguous_in(self, 'A');
}

static const AttributeDef memoryview_attributes[] = {
    {"obj", get_obj, NULL, "The object whose memory this is."},
    {"nbytes", get_nbytes, NULL, "How many bytes tobytes() would have."},
    {"readonly", get_readonly, NULL, "Whether the memory cannot be written."},
    {"itemsize", get_itemsize, NULL, "Bytes of an item."},
    {"format", get_format, NULL, "How an item is read, in the struct module's syntax."},
    {"ndim", get_ndim, NULL, "The number of dimensions."},
    {"shape", get_shape, NULL, "The number of items in each dimension."},
    {"strides", get_strides, NULL, "Bytes from one item to the next in each dimension."},
    {"suboffsets", get_suboffsets, NULL, "For memory with pointers in it; always empty."},
    {"c_contiguous", get_c_contiguous, NULL, "Whether the items lie without gaps, the last index varying fastest."},
    {"f_contiguous", get_f_contiguous, NULL, "Whether the items lie without gaps, the first index varying fastest."},
    {"contiguous", get_contiguous, NULL, "Whether the items lie without gaps in one of the two orders."},
    {0},
};

// ---------------------------------------------------------------------------------------------------------------
// Python methods

static Value view_py_release(Value self, Value *args) {
    (void)args;
    return memoryview_release(self) ? NONE : 0;
}

static Value view_py_enter(Value self, Value *args) {
    (void)args;
    return view_check(memoryview_of(self)) ? self : 0;
}

static Value copy_of_bytes(MemoryView *view, char order) {
    Buffer extent;
    view_describe(view, &extent);
    if (order == 'A') order = buffer_is_contiguous(&extent, 'F') ? 'F' : 'C';
    Value bytes = bytes_new(0, extent.size);
    if (bytes && extent.size) buffer_copy_out(&extent, bytes_data(bytes), order);
    return bytes;
}

static Value view_py_tobytes(Value self, Value *args) {
    MemoryView *view = memoryview_of(self);
    Value order = args[0] && args[0] != NONE ? args[0] : 0;
    if (order && !str_check(order)) return raise_type_error("tobytes() argument 'order' must be str or None, not %P", order);
    if (!view_check(view)) return 0;
    if (order && memchr(str_data(order), 0, str_size(order))) return raise_value_error("embedded null character");
    char letter = order && str_size(order) == 1 ? str_data(order)[0] : order ? '?' : 'C';
    if (!strchr("CFA", letter)) return raise_value_error("order must be 'C', 'F' or 'A'");
    return copy_of_bytes(view, letter);
}

static Value view_py_hex(Value self, Value *args) {
    MemoryView *view = memoryview_of(self);
    HexStyle style;
    Value group = args[1] ? object_index(args[1]) : 0;
    if ((args[1] && !group) || !view_check(view) || !hex_style(args[0], group, &style) || !view_check(view)) return 0;
    Buffer extent;
    view_describe(view, &extent);
    if (buffer_is_contiguous(&extent, 'C')) return bytes_hex(extent.data, extent.size, style);
    Value copy = copy_of_bytes(view, 'C');
    return copy ? bytes_hex(bytes_data(copy), bytes_size(copy), style) : 0;
}

static Value view_py_toreadonly(Value self, Value *args) {
    (void)args;
    if (!view_check(memoryview_of(self))) return 0;
    Value view = view_again(memoryview_of(self));
    if (view) memoryview_of(view)->readonly = true;
    return view;
}

static Value view_py_from_flags(Value class, Value *args) {
    (void)class;
    int flags;
    return object_to_int(args[1], &flags) ? from_flags(args[0], flags) : 0;
}

static Value view_py_reduce(Value self, Value *args) {
    (void)args;
    return raise_type_error("cannot pickle '%T' object", self);
}

// What a newer protocol would make of it is an object without its memory.
static Value view_py_reduce_ex(Value self, Value *args) {
    ptrdiff_t protocol;
    if (!sequence_size(args[0], &protocol)) return 0;
    return protocol < 2 ? view_py_reduce(self, 0) : raise_type_error("cannot pickle %T objects", self);
}

static const MethodDef memoryview_methods[] = {
    METHOD("release", view_py_release, "", "Gives up the memory at once, so that its owner may be resized."),
    METHOD("tobytes", view_py_tobytes, "order='C'", "A copy of the items as bytes, in order 'C', 'F' or 'A'."),
    METHOD("hex", view_py_hex, "sep=None, bytes_per_sep=1", "The items' bytes as hexadecimal digits."),
    METHOD("tolist", view_py_tolist, "", "The items in a list, a list of lists for more dimensions."),
    METHOD("cast", view_py_cast, "format, shape=None", "A view of the same memory with another format or shape."),
    METHOD("toreadonly", view_py_toreadonly, "", "A view of the same memory that cannot be written through."),
    METHOD("count", view_py_count, "value, /", "How many items equal `value`."),
    METHOD("index", view_py_index, "value, start=0, stop=sys.maxsize, /", "The first index of an item equal to `value`."),
    METHOD("__enter__", view_py_enter, "", "The view itself."),
    METHOD("__exit__", view_py_release, "*exc_info", "Releases the view."),
    METHOD("__reduce__", view_py_reduce, "", "Refuses: memory cannot be pickled."),
    METHOD("__reduce_ex__", view_py_reduce_ex, "protocol, /", "Refuses: memory cannot be pickled."),
    CLASS_METHOD("_from_flags", view_py_from_flags, "object, flags", "A view made by a request with these flags."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "memoryview[T], for annotations."),
    METHODS_END
};

// ---------------------------------------------------------------------------------------------------------------
// The iterator. Over plain bytes the VM does what its next slot does

static Value memoryview_iter(Value self) {
    MemoryView *view = memoryview_of(self);
    if (!view_check(view)) return 0;
    if (view->ndim == 0) return raise_type_error("invalid indexing of 0-dim memory");
    if (view->ndim > 1) return raise_not_implemented("multi-dimensional sub-views are not implemented");
    return byte_iterator_new(&memory_iterator_type, self);
}

static Value memory_iterator_next(Value self) {
    ByteIterator *iterator = (ByteIterator *)value_object(self);
    if (!iterator->span) return 0;
    MemoryView *view = (MemoryView *)iterator->span;
    if (likely(iterator->index < iterator->span->size)) return SMALL(view->span.data[iterator->index++]);
    if (iterator->index < (size_t)view->one_shape) {
        size_t index = iterator->index++;
        if (unlikely(!view->snapshot || !view->code)) return view_item(view, index);
        return item_unpack(view->code, view->span.data + (ptrdiff_t)index * view->one_stride);
    }
    iterator->span = NULL;
    return 0;
}

static Value iterator_itself(Value self) {
    return self;
}

Type memory_iterator_type = {
    .head = {&type_type},
    .name = "memory_iterator",
    .doc = "Iterates over a memoryview.",
    .size = sizeof(ByteIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_itself,
    .next = memory_iterator_next,
};

Type memoryview_type = {
    .head = {&type_type},
    .name = "memoryview",
    .doc = "A view of the memory of another object that has the buffer protocol, without a copy.",
    .signature = "object",
    .size = sizeof(MemoryView),
    .flags = TYPE_BYTE_SPAN | TYPE_IS_MEMORYVIEW | TYPE_SEQUENCE_PATTERN | TYPE_WEAK,
    .make = memoryview_make,
    .reclaim = memoryview_reclaim,
    .repr = memoryview_repr,
    .hash = memoryview_hash,
    .compare = view_compare,
    .iter = memoryview_iter,
    .length = memoryview_length,
    .get_item = view_get_item,
    .set_item = view_set_item,
    .contains = view_contains,
    .get_buffer = memoryview_get_buffer,
    .release_buffer = memoryview_release_buffer,
    .methods = memoryview_methods,
    .attributes = memoryview_attributes,
};

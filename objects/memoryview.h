// memoryview: a window on a Snapshot. See buffer.h.
//
// A view of one dimension keeps its shape and stride in the object itself; only more dimensions need arrays. All views
// of memory that can move are counted by their exporter, until they are released or the collector drops them.
#pragma once
#include "objects/buffer.h"
#include "objects/bytespan.h"

// Holds one export for all views that were made from one another. The last view to go releases it.
typedef struct Snapshot {
    Object head;
    Buffer buffer;
    size_t views;
} Snapshot;

typedef struct MemoryView {
    ByteSpan span;              // data: the first item. size: set when 1-D, format 'B', stride 1 and not released; else 0
    Snapshot *snapshot;         // 0 when released
    bool readonly, counted;     // counted: among the exporter's views
    uint8_t ndim;
    char code;                  // of the native format: 'B', 'i' ...; 0: items of this format cannot be read
    uint32_t exports;           // Buffers handed out from this view
    ptrdiff_t itemsize;
    const char *format;
    ptrdiff_t *shape, *strides; // ndim numbers; for one dimension they point to the two below
    ptrdiff_t one_shape, one_stride;
    Value file_name;            // where it was made; 0: unknown
    int line;
    bool has_hash;
    int64_t hash;
} MemoryView;
extern Type memoryview_type, memory_iterator_type;
static inline bool memoryview_check(Value v) { return v && value_has(v, TYPE_IS_MEMORYVIEW); }
static inline MemoryView *memoryview_of(Value v) { return (MemoryView *)value_object(v); }
Value memoryview_new(Value exporter) must_use;                 // memoryview(exporter)
// A view of what this class's get_buffer slot answers to the flags, also when the exporter is a view itself.
Value memoryview_from_slots(const Type *slots, Value exporter, int flags) must_use;
Value memoryview_slice(Value view, Value start, Value stop) must_use;  // view[start:stop]; None: left out
bool memoryview_release(Value view) must_use;                  // view.release(); BufferError while it is exported itself

// Writes down the views that are counted there, at most exports->views, newest first, some of which may have been dropped; how many.
size_t memoryview_list(const Exports *exports, MemoryView **out);

// Closes a view that nobody can reach any more. False: it is exported itself, or closed already. *ran_python: Python code may
// have run meanwhile.
bool view_drop(MemoryView *view, bool *ran_python);

// --- for the files memoryview_*.c
bool view_check(const MemoryView *view) must_use;              // not released; ValueError otherwise
// A new view of the same memory as `from` with `ndim` dimensions; shape and strides are not set for more than one.
MemoryView *view_like(const MemoryView *from, int ndim) must_use;
// A view of `count` items of one that has one dimension, `stride` bytes apart, the first of them its item `start`.
MemoryView *view_part(const MemoryView *from, ptrdiff_t start, ptrdiff_t count, ptrdiff_t stride) must_use;
void view_copy_extent(MemoryView *view, const MemoryView *from);       // of as many dimensions
Value view_discard(MemoryView *view);          // releases a view that Python code has not seen; answers 0
static inline void view_settle(MemoryView *view) {             // sets span.size, when all else is set
    bool plain = view->ndim == 1 && view->code == 'B' && view->one_stride == 1;
    view->span.size = plain ? view->one_shape : 0;
}
ptrdiff_t view_size(const MemoryView *view);   // bytes: product of shape times itemsize
void view_describe(const MemoryView *view, Buffer *buffer);    // a Buffer without an export, to read from
Value view_item(MemoryView *view, ptrdiff_t index) must_use;   // of one dimension; IndexError
Value view_compare(Value self, Value other, CompareOp op) must_use;
int view_contains(Value self, Value item) must_use;
Value view_py_cast(Value self, Value *args) must_use;
Value view_py_count(Value self, Value *args) must_use;
Value view_py_index(Value self, Value *args) must_use;
Value view_py_tolist(Value self, Value *args) must_use;
Value view_get_item(Value self, Value key) must_use;
bool view_set_item(Value self, Value key, Value value) must_use;

// Called for each new view of memory that can move: tells what Python code is making it. Set by the VM; may be 0. It may
// be cheap and leave something else in the two (a code object, an offset) if memoryview_where_resolve turns that into
// the real thing when a note is written.
extern void (*memoryview_where)(Value *file_name, int *line);
extern void (*memoryview_where_resolve)(Value *file_name, int *line);
Value memoryview_origin(Value view) must_use;                  // a line of text about it, for notes

// Buffer: the buffer protocol (PEP 3118, PEP 688).
//
// An exporter fills a Buffer; from then until buffer_release() the memory it names must stay where it is. Each Buffer
// is one export, counted at its exporter. Views (memoryview objects) do not hold exports of their own: all views made
// from one view share one Snapshot, a managed object that holds the one export.
//
// An exporter that can move its memory keeps an Exports: how many Buffers are out, and how many views were made from
// them. A collector frees a dropped view late, so the exporter's gate (exports_gate) does not believe the count before
// it has collected.
#pragma once
#include "objects/object.h"

#define BUFFER_MAX_DIMENSIONS 64

enum BufferFlags {              // inspect.BufferFlags; C API PyBUF_*
    BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1, BUFFER_FORMAT = 4, BUFFER_ND = 8, BUFFER_STRIDES = 0x10 | BUFFER_ND,
    BUFFER_C_CONTIGUOUS = 0x20 | BUFFER_STRIDES, BUFFER_F_CONTIGUOUS = 0x40 | BUFFER_STRIDES,
    BUFFER_ANY_CONTIGUOUS = 0x80 | BUFFER_STRIDES, BUFFER_INDIRECT = 0x100 | BUFFER_STRIDES,
    BUFFER_READ = 0x100, BUFFER_WRITE = 0x200,          // not for requests
    BUFFER_FULL_RO = BUFFER_INDIRECT | BUFFER_FORMAT, BUFFER_FULL = BUFFER_FULL_RO | BUFFER_WRITABLE,
};

typedef struct {
    size_t count;               // Buffers handed out and not released
    size_t views;               // memoryviews of its memory that were not released, see memoryview_list
} Exports;

struct Buffer {
    Value exporter;             // who counts this export; 0: not exported or released
    uint8_t *data;
    ptrdiff_t size;             // bytes: product of shape times itemsize
    ptrdiff_t itemsize;
    bool readonly, by_method;   // by_method: it came from a __buffer__ written in Python
    int ndim;
    const char *format;         // struct syntax; 0 means "B"
    ptrdiff_t *shape;           // ndim numbers; 0 allowed when ndim is 1: size / itemsize
    ptrdiff_t *strides;         // ndim numbers; 0: C-contiguous
    Exports *exports;           // where views of this memory are listed; 0: the exporter never moves it
    void *internal;             // the exporter's own
    void (*release)(Value exporter, Buffer *buffer);    // the slot that ends it; 0: nothing to do. Set by buffer_get
    ptrdiff_t one_shape, one_stride;        // storage for 1-D exporters; shape and strides may point here: do not copy a Buffer
};

// Fills `buffer` from any exporter. TypeError "a bytes-like object is required, not 'T'"; BufferError "Object is not writable." ...
bool buffer_get(Value exporter, Buffer *buffer, int flags) must_use;
void buffer_release(Buffer *buffer);            // once; a second call does nothing. Keeps a pending exception.
// The same by the slots of one class among the exporter's bases.
bool buffer_get_from(const Type *slots, Value exporter, Buffer *buffer, int flags) must_use;
bool buffer_supported(Value v);                 // has the protocol
// A contiguous, readable run of bytes for the length of a native call: any exporter; str is refused.
//     Buffer b; if (!buffer_get_bytes(v, &b)) return 0; ... buffer_release(&b);
bool buffer_get_bytes(Value v, Buffer *buffer) must_use;
bool buffer_get_writable(Value v, Buffer *buffer) must_use;    // TypeError "a read-write bytes-like object is required, not 'T'"
bool buffer_flags_check(int flags) must_use;    // they are a request's; SystemError
// For 1-D byte exporters in their get_buffer slot.
bool buffer_fill(Buffer *buffer, Value exporter, void *data, size_t size, bool readonly, int flags) must_use;
// The same for an exporter with an Exports: counts this one. Its release_buffer slot is exports_release.
bool buffer_fill_counted(Buffer *buffer, Value exporter, Exports *exports, void *data, size_t size, int flags) must_use;
// Numbers of items of a Buffer laid out without gaps in C or Fortran order.
bool buffer_is_contiguous(const Buffer *buffer, char order);   // 'C', 'F' or 'A' (either)
// Copies all items in C ('C') or Fortran ('F') order to `out`, which has room for buffer->size bytes.
void buffer_copy_out(const Buffer *buffer, uint8_t *out, char order);

void exports_release(Value exporter, Buffer *buffer);
// To be asked before memory is moved or cut. True: nothing is exported; the views that were are closed, as nobody can reach
// them. Otherwise BufferError is pending, with a note for each live view. May run Python code: __del__ and
// __release_buffer__ of what was dropped. So ask first, then read the object.
bool exports_gate(Exports *exports, const char *message) must_use;
static inline bool exports_allow(Exports *exports) {
    return likely(!exports->count) || exports_gate(exports, "Existing exports of data: object cannot be re-sized");
}
// The live views of any exporter, as a list of memoryviews, newest first.
Value buffer_views(Value exporter) must_use;

// Slots for classes that define __buffer__ and maybe __release_buffer__ (PEP 688).
Value buffer_owner(const Buffer *buffer);       // whose memory Python code is told it is
bool buffer_get_by_method(Value self, Buffer *buffer, int flags) must_use;
void buffer_release_by_method(Value self, Buffer *buffer);
// Told of an exception in __release_buffer__, which nobody can catch. Set by whoever can print; may be 0.
extern void (*buffer_release_failed)(Value exception, Value exporter);
// What Python sees of the slots: v.__buffer__(flags) and v.__release_buffer__(view).
// `get` is the slot of the class that the method was found in.
typedef bool (*BufferGetter)(Value self, Buffer *buffer, int flags);
Value buffer_method_get(Value v, Value flags, BufferGetter get) must_use;
Value buffer_method_release(Value v, Value view) must_use;

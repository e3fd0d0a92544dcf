// Buffer: the buffer protocol (PEP 3118, PEP 688).
//
// An exporter fills a Buffer; from then until buffer_release() the memory it names must stay where it is. Each Buffer
// is one export, counted at its exporter. Views (memoryview objects) do not hold exports of their own: all views made
// from one view share one Snapshot, a managed object that holds the one export and knows its views.
#pragma once
#include "objects/object.h"

#define BUFFER_MAX_DIMENSIONS 64

enum BufferFlags {              // inspect.BufferFlags; C API PyBUF_*
    BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1, BUFFER_FORMAT = 4, BUFFER_ND = 8, BUFFER_STRIDES = 0x10 | BUFFER_ND,
    BUFFER_C_CONTIGUOUS = 0x20 | BUFFER_STRIDES, BUFFER_F_CONTIGUOUS = 0x40 | BUFFER_STRIDES,
    BUFFER_ANY_CONTIGUOUS = 0x80 | BUFFER_STRIDES, BUFFER_INDIRECT = 0x100 | BUFFER_STRIDES,
    BUFFER_FULL_RO = BUFFER_INDIRECT | BUFFER_FORMAT, BUFFER_FULL = BUFFER_FULL_RO | BUFFER_WRITABLE,
};

struct Buffer {
    Value exporter;             // who counts this export; 0: not exported or released
    uint8_t *data;
    ptrdiff_t size;             // bytes: product of shape times itemsize
    ptrdiff_t itemsize;
    bool readonly;
    int ndim;
    const char *format;         // struct syntax; 0 means "B"
    ptrdiff_t *shape;           // ndim numbers; 0 allowed when ndim is 1: size / itemsize
    ptrdiff_t *strides;         // ndim numbers; 0: C-contiguous
    void *internal;             // the exporter's own
    ptrdiff_t one_shape, one_stride;        // storage for 1-D exporters
};

// Fills `buffer` from any exporter. TypeError "a bytes-like object is required, not 'T'"; BufferError "Object is not writable." ...
bool buffer_get(Value exporter, Buffer *buffer, int flags) must_use;
void buffer_release(Buffer *buffer);            // once; a second call does nothing. Keeps a pending exception.
bool buffer_supported(Value v);                 // has the protocol
// A contiguous, readable run of bytes for the length of a native call: any exporter; str is refused.
//     Buffer b; if (!buffer_get_bytes(v, &b)) return 0; ... buffer_release(&b);
bool buffer_get_bytes(Value v, Buffer *buffer) must_use;
bool buffer_get_writable(Value v, Buffer *buffer) must_use;
// For 1-D byte exporters in their get_buffer slot.
bool buffer_fill(Buffer *buffer, Value exporter, void *data, size_t size, bool readonly, int flags) must_use;

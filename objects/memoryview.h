// memoryview: a window on a Snapshot. See buffer.h.
#pragma once
#include "objects/buffer.h"
#include "objects/bytespan.h"

typedef struct Snapshot Snapshot;
typedef struct MemoryView {
    ByteSpan span;              // set when the view is 1-D, format 'B', stride 1 and not released; else size 0
    Snapshot *snapshot;         // 0 when released
    bool readonly;
    uint32_t exports;           // Buffers handed out from this view
    Buffer buffer;              // its own extent; exporter is the snapshot's
    int64_t hash;
    uintptr_t previous, next;   // hidden links of the snapshot's list of live views
    int line;                   // where it was made
    Value file_name;
} MemoryView;
extern Type memoryview_type;
static inline bool memoryview_check(Value v) { return v && value_has(v, TYPE_IS_MEMORYVIEW); }
Value memoryview_new(Value exporter) must_use;                 // memoryview(exporter)
// A 1-D slice of a view: the fast path of view[i:j:k].
Value memoryview_slice(Value view, Value slice) must_use;

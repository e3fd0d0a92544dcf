// bytearray: mutable bytes in a block of their own. bytearray_resize is the only code that moves or cuts the
// block, and it refuses while the array is exported.
#pragma once
#include "objects/bytespan.h"

typedef struct {
    ByteSpan span;              // data may lie behind the block's start: cutting at the front moves it
    uint8_t *block;
    size_t capacity;            // bytes in block
    size_t exports;
    Value views;                // bookkeeping of live views, see buffer.c; 0 when never exported
} ByteArray;
extern Type bytearray_type, bytearray_iterator_type;
static inline bool bytearray_check(Value v) { return v && value_has(v, TYPE_IS_BYTEARRAY); }
static inline ByteArray *bytearray_of(Value v) { return (ByteArray *)value_object(v); }
Value bytearray_new(const void *data, size_t size) must_use;
bool bytearray_resize(Value v, size_t size) must_use;          // BufferError while exported; new bytes are undefined
bool bytearray_append_byte(Value v, uint8_t byte) must_use;    // the VM's fast path for append

// The iterator over bytes, bytearray and byte memoryviews: reads the span afresh at each step.
typedef struct {
    Object head;
    ByteSpan *span;             // 0 when exhausted
    size_t index;
} ByteIterator;

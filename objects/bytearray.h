// bytearray: mutable bytes in a block of their own. bytearray_resize is the only code that moves or cuts the
// block, and it refuses while the array is exported.
#pragma once
#include "objects/buffer.h"
#include "objects/bytespan.h"

typedef struct {
    ByteSpan span;              // data may lie behind the block's start: cutting at the front moves it
    uint8_t *block;
    size_t capacity;            // bytes in block
    Exports exports;
} ByteArray;
extern Type bytearray_type, bytearray_iterator_type;
static inline bool bytearray_check(Value v) { return v && value_has(v, TYPE_IS_BYTEARRAY); }
static inline ByteArray *bytearray_of(Value v) { return (ByteArray *)value_object(v); }
Value bytearray_new(const void *data, size_t size) must_use;   // data 0: contents not set
bool bytearray_resize(Value v, size_t size) must_use;          // BufferError while exported; new bytes are undefined
// Replaces the `count` bytes at `from` by `size` bytes of `data`, which must not lie in the array itself.
bool bytearray_splice(Value v, size_t from, size_t count, const uint8_t *data, size_t size) must_use;
bool bytearray_append_slow(Value v, uint8_t byte) must_use;
// The VM's fast path for append.
static inline bool must_use bytearray_append_byte(Value v, uint8_t byte) {
    ByteArray *array = bytearray_of(v);
    uint8_t *end = array->span.data + array->span.size;
    if (unlikely(array->exports.count || end >= array->block + array->capacity)) return bytearray_append_slow(v, byte);
    *end = byte;
    array->span.size++;
    return true;
}

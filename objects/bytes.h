// bytes: immutable; the data lies behind the header, followed by a NUL that does not count.
#pragma once
#include "objects/bytespan.h"

typedef struct {
    ByteSpan span;              // data points to `store`
    int64_t hash;               // 0: not computed yet
    uint8_t store[];
} Bytes;

extern Type bytes_type, bytes_iterator_type;
static inline bool bytes_check(Value v) { return v && value_has(v, TYPE_IS_BYTES); }      // bytes or a subclass

Value bytes_new(const void *data, size_t size) must_use;       // data 0: contents not set, fill bytes_data() before anyone sees it
static inline uint8_t *bytes_data(Value v) { return ((ByteSpan *)value_object(v))->data; }
static inline size_t bytes_size(Value v) { return ((ByteSpan *)value_object(v))->size; }
// Of a list or tuple of tagged ints in range(256); 0 and nothing pending when there is something else in it.
Value bytes_from_small_ints(Value row) must_use;
Value bytes_from_buffer(Value v) must_use;
Value bytes_from_object(Value v) must_use;                     // bytes(v) for buffers, __bytes__ and iterables

// ByteSpan: the common beginning of bytes, bytearray and memoryview objects (TYPE_BYTE_SPAN), so that one fast path in
// the VM reads items and iterates over all three: if index < span->size then span->data[index] is the item.
// A memoryview whose items are not plain unsigned bytes in one piece, or that is released, keeps size 0 here and has
// its real extent elsewhere; a size of 0 always means "take the slow path".
//
// Algorithms over bytes (bytespan.c, bytesearch.c ...) take (pointer, length) pairs and serve all three types and str.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    uint8_t *data;
    size_t size;
} ByteSpan;

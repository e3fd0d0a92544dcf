// The struct module's formats, compiled, and values packed and unpacked by them.
//
// A format is compiled to rows, one for each code with its count, with the offsets worked out. Items are read and written by
// struct_item.c in the machine's byte order and turned round where the format wants the other one. In the standard
// sizes `l` is the machine's `i`.
#pragma once
#include "objects/object.h"

extern Type struct_error_type;          // struct.error

typedef struct {
    char code;                  // as written
    char item;                  // the native code of the same size and kind; 0: x, s, p, F, D
    size_t count, size, offset; // `size` of one item; for x, s and p all of it, and count is the number of values: 0 or 1
} StructRow;

typedef struct {
    StructRow *rows;
    size_t row_count, size, items;
    bool turned;                // the other byte order than the machine's
    bool standard;              // the format names a byte order: sizes do not depend on the machine, and floats must fit
} StructFormat;

Value struct_error(const char *message);                        // raises struct.error
bool struct_compile(StructFormat *format, const char *text, size_t length) must_use;
// Values to `out`, which has room for format->size bytes. The values' methods are Python code: `out` must stay where it is.
bool struct_pack(const StructFormat *format, uint8_t *out, const Value *values) must_use;
Value struct_unpack(const StructFormat *format, const uint8_t *data) must_use;        // a tuple

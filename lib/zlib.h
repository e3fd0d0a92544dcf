// zlib: what module_zlib.c (functions, constants) and zlib_objects.c (streams) share.
#pragma once
#include "objects/bytespan.h"
#include <zlib.h>

extern Type zlib_error_type, zlib_compress_type, zlib_decompress_type, zlib_decompressor_type;
// zlib.error "Error -3 while decompressing data: ..."; `stream` may have more to say.
Value zlib_error(const z_stream *stream, int error, const char *what) must_use;
bool zlib_int(Value v, int fallback, int *out) must_use;       // an optional C int

// Where the library writes: a block that grows, up to `most` bytes.
typedef struct {
    Value bytes;                // `data` is its
    uint8_t *data;
    size_t used, room, most;
} ZlibOutput;
bool zlib_output_start(ZlibOutput *output, size_t room, size_t most) must_use;
// Gives the stream room to write to. false: there is no more (`most` is reached), or raised.
bool zlib_output_offer(ZlibOutput *output, z_stream *stream) must_use;
void zlib_output_take(ZlibOutput *output, const z_stream *stream);      // counts what has been written
Value zlib_output_bytes(ZlibOutput *output) must_use;
// Offers the next part of the input, whose rest is *left bytes: a stream counts in 32 bits.
void zlib_input_offer(z_stream *stream, size_t *left);

extern const MethodDef zlib_object_functions[];

// Packed: what lib/python/pack.c has made of a text: its size in four bytes, then the text deflated.
#include "objects/packed.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/mem.h"
#include <zlib.h>

char *packed_text(const unsigned char *data, const unsigned char *end, const char *known, size_t known_size, size_t *size) {
    *size = data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16 | (size_t)data[3] << 24;
    char *out = mem_alloc_atomic(*size + 1);
    if (!out) return 0;
    z_stream stream = {.next_in = (unsigned char *)data + 4, .avail_in = (unsigned)(end - data - 4),
                       .next_out = (unsigned char *)out, .avail_out = (unsigned)*size};
    enum { NO_HEADER = -MAX_WBITS };
    bool done = inflateInit2(&stream, NO_HEADER) == Z_OK &&
        (!known || inflateSetDictionary(&stream, (const unsigned char *)known, (unsigned)known_size) == Z_OK) &&
        inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    out[*size] = 0;
    return done ? out : (char *)(uintptr_t)raise_format(&SystemError_type, "a text in the program is damaged");
}

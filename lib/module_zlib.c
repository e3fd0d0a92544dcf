// zlib: compression of bytes at once, checksums, and the module itself. The library is the real zlib.
#include "lib/io.h"
#include "lib/lib.h"
#include "lib/zlib.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include <malloc.h>

Type zlib_error_type = {EXCEPTION_TYPE(zlib.error, Exception_type, NULL)};
#define BUFFER_SIZE_DEFAULT 16384

Value zlib_error(const z_stream *stream, int error, const char *what) {
    const char *text = error == Z_VERSION_ERROR ? "library version mismatch" : stream->msg;
    if (!text) {
        text = error == Z_BUF_ERROR      ? "incomplete or truncated stream"
               : error == Z_STREAM_ERROR ? "inconsistent stream state"
               : error == Z_DATA_ERROR   ? "invalid input data"
                                         : NULL;
    }
    if (!text) return raise_format(&zlib_error_type, "Error %d %s", error, what);
    return raise_format(&zlib_error_type, "Error %d %s: %.200s", error, what, text);
}

bool zlib_int(Value v, int fallback, int *out) {
    *out = fallback;
    return !v || object_to_int(v, out);
}

// ---------------------------------------------------------------------------------------------------------------
// Input and output

bool zlib_output_start(ZlibOutput *output, size_t room, size_t most) {
    room = room < most ? room : most;
    Value bytes = bytes_new(0, room);
    *output = (ZlibOutput){.bytes = bytes, .data = bytes ? bytes_data(bytes) : NULL, .room = room, .most = most};
    return bytes != 0;
}

// Room for all, if what is left of the input gives as much as what is done.
static size_t guess(const ZlibOutput *output, const z_stream *stream) {
    double more = stream->total_in ? (double)stream->avail_in / (double)stream->total_in : 0;
    size_t twice = output->room * 2, wanted = (size_t)((double)output->used * (more < 15 ? 1 + more : 16) * 1.05) + 64;
    return wanted > twice || (more > 0 && wanted > output->room + output->room / 8) ? wanted : twice;
}

bool zlib_output_offer(ZlibOutput *output, z_stream *stream) {
    if (output->used == output->room) {
        if (output->room >= output->most) return false;
        size_t room = output->room < output->most / 16 ? guess(output, stream) : output->most;
        if (room > output->most) room = output->most;
        Value bytes = bytes_new(0, room);
        if (!bytes) return false;
        memcpy(bytes_data(bytes), output->data, output->used);
        if (output->room >= 4096) mem_free(value_object(output->bytes));
        output->bytes = bytes;
        output->data = bytes_data(bytes);
        output->room = room;
    }
    size_t room = output->room - output->used;
    stream->next_out = output->data + output->used;
    stream->avail_out = room < UINT32_MAX ? (uInt)room : UINT32_MAX;
    return true;
}

void zlib_output_take(ZlibOutput *output, const z_stream *stream) {
    output->used = (size_t)(stream->next_out - output->data);
}

Value zlib_output_bytes(ZlibOutput *output) { return io_bytes_shortened(output->bytes, output->room, output->used); }

void zlib_input_offer(z_stream *stream, size_t *left) {
    stream->avail_in = *left < UINT32_MAX ? (uInt)*left : UINT32_MAX;
    *left -= stream->avail_in;
}

// ---------------------------------------------------------------------------------------------------------------
// All at once

// What is asked for, or less when the input is small and gives `times` as much.
static size_t first_room(size_t asked, size_t input, size_t times) {
    return input < asked / times && input * times + 64 < asked ? input * times + 64 : asked;
}

// Runs deflate over all of the input.
static Value deflate_all(z_stream *stream, const Borrowed *bytes) {
    ZlibOutput output;
    size_t left = bytes->size;
    int result = Z_OK;
    stream->next_in = (Bytef *)bytes->data;
    if (!zlib_output_start(&output, first_room(BUFFER_SIZE_DEFAULT, left, 1), SIZE_MAX / 2)) return 0;
    do {
        zlib_input_offer(stream, &left);
        do {
            if (!zlib_output_offer(&output, stream)) return 0;
            result = deflate(stream, left ? Z_NO_FLUSH : Z_FINISH);
            zlib_output_take(&output, stream);
            if (result == Z_STREAM_ERROR) return zlib_error(stream, result, "while compressing data");
        } while (stream->avail_out == 0);
    } while (left);
    return zlib_output_bytes(&output);
}

static Value py_compress(Value self, Value *args) {
    (void)self;
    int level, bits;
    Borrowed bytes;
    z_stream stream = {0};
    if (!span_borrow(args[0], &bytes)) return 0;
    Value result = 0;
    if (zlib_int(args[1], Z_DEFAULT_COMPRESSION, &level) && zlib_int(args[2], MAX_WBITS, &bits)) {
        int error = deflateInit2(&stream, level, Z_DEFLATED, bits, MAX_MEM_LEVEL < 8 ? MAX_MEM_LEVEL : 8,
                                 Z_DEFAULT_STRATEGY);
        if (error == Z_OK)
            result = deflate_all(&stream, &bytes);
        else if (error == Z_STREAM_ERROR)
            result = raise_format(&zlib_error_type, "Bad compression level");
        else
            result = error == Z_MEM_ERROR ? raise_memory_error()
                                          : zlib_error(&stream, error, "while compressing data");
        if (error == Z_OK) deflateEnd(&stream);
    }
    span_return(&bytes);
    return result;
}

static Value inflate_all(z_stream *stream, const Borrowed *bytes, size_t room) {
    ZlibOutput output;
    size_t left = bytes->size;
    int result = Z_OK;
    stream->next_in = (Bytef *)bytes->data;
    if (!zlib_output_start(&output, first_room(room, left, 6), SIZE_MAX / 2)) return 0;
    do {
        zlib_input_offer(stream, &left);
        do {
            if (!zlib_output_offer(&output, stream)) return 0;
            result = inflate(stream, left ? Z_NO_FLUSH : Z_FINISH);
            zlib_output_take(&output, stream);
            if (result == Z_MEM_ERROR) return raise_memory_error();
            if (result != Z_OK && result != Z_BUF_ERROR && result != Z_STREAM_END)
                return zlib_error(stream, result, "while decompressing data");
        } while (stream->avail_out == 0 && result != Z_STREAM_END);
    } while (left && result != Z_STREAM_END);
    return result == Z_STREAM_END ? zlib_output_bytes(&output)
                                  : zlib_error(stream, result, "while decompressing data");
}

static Value py_decompress(Value self, Value *args) {
    (void)self;
    int bits;
    ptrdiff_t room = BUFFER_SIZE_DEFAULT;
    Borrowed bytes;
    z_stream stream = {0};
    if (!span_borrow(args[0], &bytes)) return 0;
    Value result = 0;
    if (zlib_int(args[1], MAX_WBITS, &bits) && (!args[2] || sequence_size(args[2], &room))) {
        int error = Z_OK;
        if (room < 0)
            result = raise_value_error("bufsize must be non-negative");
        else if ((error = inflateInit2(&stream, bits)) == Z_OK)
            result = inflate_all(&stream, &bytes, room ? (size_t)room : 1);
        else
            result = error == Z_MEM_ERROR ? raise_memory_error()
                                          : zlib_error(&stream, error, "while preparing to decompress data");
        if (room >= 0 && error == Z_OK) inflateEnd(&stream);
    }
    span_return(&bytes);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// Checksums

static Value checksum(Value *args, uLong (*sum)(uLong, const Bytef *, z_size_t), uint32_t start) {
    Borrowed bytes;
    if (!span_borrow(args[0], &bytes)) return 0;
    Value number = args[1] ? object_index(args[1]) : SMALL(start);
    uint32_t value = 0;
    if (number) {
        value = (uint32_t)sum((uint32_t)int_low_bits(number), bytes.data ? bytes.data : (const Bytef *)"", bytes.size);
    }
    span_return(&bytes);
    return number ? SMALL(value) : 0;
}

static Value py_adler32(Value self, Value *args) {
    (void)self;
    return checksum(args, adler32_z, 1);
}

static Value py_crc32(Value self, Value *args) {
    (void)self;
    return checksum(args, crc32_z, 0);
}

// ---------------------------------------------------------------------------------------------------------------

static const MethodDef functions[] = {
    FUNCTION("adler32", py_adler32, "data, value=1, /", "Compute an Adler-32 checksum of data."),
    FUNCTION("compress", py_compress, "data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS",
             "Returns a bytes object containing compressed data."),
    FUNCTION("crc32", py_crc32, "data, value=0, /", "Compute a CRC-32 checksum of data."),
    FUNCTION("decompress", py_decompress, "data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE",
             "Returns a bytes object containing the uncompressed data."),
    METHODS_END
};

static const NamedNumber constants[] = {
#define C(name) {#name, name}
    {"DEFLATED", Z_DEFLATED},
    {"DEF_BUF_SIZE", BUFFER_SIZE_DEFAULT},
    {"DEF_MEM_LEVEL", 8},
    C(MAX_WBITS),
    C(Z_BEST_COMPRESSION),
    C(Z_BEST_SPEED),
    C(Z_BLOCK),
    C(Z_DEFAULT_COMPRESSION),
    C(Z_DEFAULT_STRATEGY),
    C(Z_FILTERED),
    C(Z_FINISH),
    C(Z_FIXED),
    C(Z_FULL_FLUSH),
    C(Z_HUFFMAN_ONLY),
    C(Z_NO_COMPRESSION),
    C(Z_NO_FLUSH),
    C(Z_PARTIAL_FLUSH),
    C(Z_RLE),
    C(Z_SYNC_FLUSH),
    C(Z_TREES),
    {0}
#undef C
};

Value module_zlib_make(void) {
    // Each compression takes a quarter of a megabyte and gives it back; libc need not ask the system for it every time.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 2 << 20);
    Value name = intern("zlib"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions) ||
        !module_add_functions(module, zlib_object_functions))
        return 0;
    type_ready(&zlib_error_type);
    type_ready(&zlib_decompressor_type);
    Value dict = module_dict(module);
    return dict_set_numbers(dict, constants) && dict_set_c(dict, "error", VALUE(&zlib_error_type)) &&
                   dict_set_c(dict, "_ZlibDecompressor", VALUE(&zlib_decompressor_type)) &&
                   dict_set_c(dict, "ZLIB_VERSION", str_from(ZLIB_VERSION)) &&
                   dict_set_c(dict, "ZLIB_RUNTIME_VERSION", str_from(zlibVersion()))
               ? module
               : 0;
}

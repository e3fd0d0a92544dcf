// zlib: streams. Compress and Decompress, made by compressobj() and decompressobj(), and _ZlibDecompressor, which keeps
// input itself that it has not used.
//
// The library's own memory is on the collected heap, so that a stream that is dropped costs what the collector knows of.
#include "lib/zlib.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/sequence.h"
#include "objects/str.h"

typedef struct {
    Object head;
    z_stream stream;
    bool open;                  // the library's state exists
    bool eof;
    bool needs_input;           // _ZlibDecompressor
    Value unused, tail;  // bytes behind the end; bytes not used yet (of a _ZlibDecompressor: its input)
    Value dictionary;           // bytes, or 0
} Stream;

static inline Stream *stream_of(Value v) { return (Stream *)value_object(v); }
#define BUFFER_SIZE_DEFAULT 16384

static Value invalid_option(void) { return raise_value_error("Invalid initialization option"); }

// A single item is a state, which has pointers to the others; those are plain data.
static voidpf state_allocate(voidpf opaque, uInt items, uInt size) {
    (void)opaque;
    return items == 1 ? mem_alloc(size) : mem_alloc_atomic((size_t)items * size);
}

static void state_free(voidpf opaque, voidpf block) {
    (void)opaque;
    mem_free(block);
}

static Stream *stream_new(Type *type) {
    Stream *s = mem_object(type, sizeof *s);
    if (!s) return NULL;
    s->stream = (z_stream){.zalloc = state_allocate, .zfree = state_free};
    s->open = s->eof = false;
    s->needs_input = true;
    s->dictionary = 0;
    s->unused = s->tail = bytes_new("", 0);
    return s->tail ? s : NULL;
}

// ---------------------------------------------------------------------------------------------------------------
// Compress

// The optional argument zdict as bytes; 0, nothing pending: none.
static bool dictionary_argument(Value v, Value *out) {
    *out = 0;
    Borrowed bytes;
    if (!v) return true;
    if (!span_borrow(v, &bytes)) return false;
    *out = bytes_new(bytes.data, bytes.size);
    span_return(&bytes);
    return *out != 0;
}

static Value py_compressobj(Value self, Value *args) {
    (void)self;
    int level, method, bits, memory, strategy;
    Value dictionary;
    if (!zlib_int(args[0], Z_DEFAULT_COMPRESSION, &level) || !zlib_int(args[1], Z_DEFLATED, &method) ||
        !zlib_int(args[2], MAX_WBITS, &bits) || !zlib_int(args[3], 8, &memory) ||
        !zlib_int(args[4], 0, &strategy) || !dictionary_argument(args[5], &dictionary))
        return 0;
    Stream *s = stream_new(&zlib_compress_type);
    if (!s) return 0;
    int error = deflateInit2(&s->stream, level, method, bits, memory, strategy);
    if (error == Z_STREAM_ERROR) return invalid_option();
    if (error == Z_MEM_ERROR) return raise_memory_error();
    if (error != Z_OK) return zlib_error(&s->stream, error, "while creating compression object");
    s->open = true;
    if (dictionary &&
        deflateSetDictionary(&s->stream, bytes_data(dictionary), (uInt)bytes_size(dictionary)) != Z_OK)
        return raise_value_error("Invalid dictionary");
    return VALUE(s);
}

static Value run_deflate(Stream *s, const uint8_t *data, size_t size, int mode, const char *what, int *last) {
    ZlibOutput output;
    if (!zlib_output_start(&output, BUFFER_SIZE_DEFAULT, SIZE_MAX / 2)) return 0;
    s->stream.next_in = (Bytef *)data;
    do {
        zlib_input_offer(&s->stream, &size);
        do {
            if (!zlib_output_offer(&output, &s->stream)) return 0;
            *last = deflate(&s->stream, size ? Z_NO_FLUSH : mode);
            zlib_output_take(&output, &s->stream);
            if (*last == Z_STREAM_ERROR) return zlib_error(&s->stream, *last, what);
        } while (s->stream.avail_out == 0);
    } while (size);
    return zlib_output_bytes(&output);
}

static Value py_compress(Value self, Value *args) {
    Borrowed bytes;
    int last;
    if (!span_borrow(args[0], &bytes)) return 0;
    Value result =
        run_deflate(stream_of(self), bytes.data, bytes.size, Z_NO_FLUSH, "while compressing data", &last);
    span_return(&bytes);
    return result;
}

static Value py_compress_flush(Value self, Value *args) {
    Stream *s = stream_of(self);
    int mode, last;
    if (!zlib_int(args[0], Z_FINISH, &mode)) return 0;
    if (mode == Z_NO_FLUSH) return bytes_new("", 0);
    Value result = run_deflate(s, NULL, 0, mode, "while flushing", &last);
    if (result && mode == Z_FINISH && last == Z_STREAM_END) {
        deflateEnd(&s->stream);
        s->open = false;
    } else if (result && last != Z_OK && last != Z_BUF_ERROR) {
        return zlib_error(&s->stream, last, "while flushing");
    }
    return result;
}

static Value copy_stream(Value self, int (*copy)(z_stream *, z_stream *)) {
    Stream *s = stream_of(self), *new;
    if (!s->open) return raise_value_error("Inconsistent stream state");
    if (!(new = stream_new(type_of(self)))) return 0;
    int error = copy(&new->stream, &s->stream);
    if (error == Z_STREAM_ERROR) return raise_value_error("Inconsistent stream state");
    if (error == Z_MEM_ERROR) return raise_memory_error();
    if (error != Z_OK) return zlib_error(&s->stream, error, "while copying compression object");
    new->open = true;
    new->eof = s->eof;
    new->unused = s->unused;
    new->tail = s->tail;
    new->dictionary = s->dictionary;
    return VALUE(new);
}

static Value py_compress_copy(Value self, Value *args) {
    (void)args;
    return copy_stream(self, deflateCopy);
}

static const MethodDef compress_methods[] = {
    METHOD("compress", py_compress, NATIVE_OF_CLASS "data, /", "Returns a bytes object containing compressed data."),
    METHOD("flush", py_compress_flush, NATIVE_OF_CLASS "mode=zlib.Z_FINISH, /",
           "Return a bytes object containing any remaining compressed data."),
    METHOD("copy", py_compress_copy, NATIVE_OF_CLASS "", "Return a copy of the compression object."),
    METHOD("__copy__", py_compress_copy, "", ""),
    METHOD("__deepcopy__", py_compress_copy, "memo, /", ""),
    METHODS_END
};

Type zlib_compress_type = {
    .head = {&type_type},
    .name = "zlib.Compress",
    .size = sizeof(Stream),
    .flags = TYPE_NO_NEW,
    .methods = compress_methods,
};

// ---------------------------------------------------------------------------------------------------------------
// Decompress

static bool use_dictionary(Stream *s) {
    int error = inflateSetDictionary(&s->stream, bytes_data(s->dictionary), (uInt)bytes_size(s->dictionary));
    return error == Z_OK || zlib_error(&s->stream, error, "while setting zdict");
}

// Opens the library's state. A raw stream takes its dictionary at once.
static bool open_inflate(Stream *s, Value bits_argument) {
    int bits, error;
    if (!zlib_int(bits_argument, MAX_WBITS, &bits)) return false;
    error = inflateInit2(&s->stream, bits);
    if (error == Z_STREAM_ERROR) return invalid_option();
    if (error == Z_MEM_ERROR) return raise_memory_error();
    if (error != Z_OK) return zlib_error(&s->stream, error, "while creating decompression object");
    s->open = true;
    return !s->dictionary || bits >= 0 || use_dictionary(s);
}

static Stream *decompress_new(Type *type, Value bits, Value dictionary) {
    if (dictionary && !buffer_supported(dictionary))
        return raise_type_error("zdict argument must support the buffer protocol"), NULL;
    Stream *s = stream_new(type);
    if (!s || !dictionary_argument(dictionary, &s->dictionary) || !open_inflate(s, bits)) return NULL;
    if (s->dictionary && !bytes_size(s->dictionary)) s->dictionary = 0;
    return s;
}

static Value py_decompressobj(Value self, Value *args) {
    (void)self;
    Stream *s = decompress_new(&zlib_decompress_type, args[0], args[1]);
    return VALUE(s);
}

// Inflates until the input or the room is used up, or the data ends: *last is zlib's answer.
static bool run_inflate(Stream *s, ZlibOutput *output, const uint8_t *data, size_t *size, int mode,
                        int *last) {
    s->stream.next_in = (Bytef *)data;
    do {
        zlib_input_offer(&s->stream, size);
        do {
            if (!zlib_output_offer(output, &s->stream)) return !error_occurred();
            *last = inflate(&s->stream, *size ? Z_SYNC_FLUSH : mode);
            zlib_output_take(output, &s->stream);
            if (*last == Z_NEED_DICT && s->dictionary) {
                if (!use_dictionary(s)) return false;
                continue;
            }
            if (*last != Z_OK && *last != Z_BUF_ERROR && *last != Z_STREAM_END) return true;
            if (*last == Z_STREAM_END) return true;
        } while (s->stream.avail_out == 0 || *last == Z_NEED_DICT);
    } while (*size);
    return true;
}

// What the library left of the input: behind the end it is unused, before it is kept for the next call. CPython keeps what is
// unused, too, when there was something kept before.
static bool save_rest(Stream *s, size_t left, int last) {
    size_t rest = s->stream.avail_in + left;
    bool ended = last == Z_STREAM_END && rest;
    if (ended) {
        size_t before = bytes_size(s->unused);
        Value unused = bytes_new(0, before + rest);
        if (!unused) return false;
        memcpy(bytes_data(unused), bytes_data(s->unused), before);
        memcpy(bytes_data(unused) + before, s->stream.next_in, rest);
        s->unused = unused;
    }
    if ((rest && !ended) || bytes_size(s->tail)) {
        Value tail = bytes_new(s->stream.next_in, rest);
        if (!tail) return false;
        s->tail = tail;
    }
    s->stream.avail_in = 0;
    return true;
}

static Value py_decompress(Value self, Value *args) {
    Stream *s = stream_of(self);
    ptrdiff_t most = 0;
    Borrowed bytes;
    ZlibOutput output;
    if (!span_borrow(args[0], &bytes)) return 0;
    Value result = 0;
    int last = Z_OK;
    size_t left = bytes.size;
    if (args[1] && !sequence_size(args[1], &most)) {
        // raised
    } else if (most < 0) {
        result = raise_value_error("max_length must be non-negative");
    } else if (zlib_output_start(&output, BUFFER_SIZE_DEFAULT, most ? (size_t)most : SIZE_MAX / 2) &&
               run_inflate(s, &output, bytes.data, &left, Z_SYNC_FLUSH, &last) && save_rest(s, left, last)) {
        s->eof |= last == Z_STREAM_END;
        bool good = last == Z_STREAM_END || last == Z_OK || last == Z_BUF_ERROR;
        result = good ? zlib_output_bytes(&output) : zlib_error(&s->stream, last, "while decompressing data");
    }
    span_return(&bytes);
    return result;
}

static Value py_decompress_flush(Value self, Value *args) {
    Stream *s = stream_of(self);
    ptrdiff_t length = BUFFER_SIZE_DEFAULT;
    ZlibOutput output;
    if (args[0] && !sequence_size(args[0], &length)) return 0;
    if (length <= 0) return raise_value_error("length must be greater than zero");
    Value input = s->tail;
    size_t left = bytes_size(input);
    int last = Z_OK;
    if (!zlib_output_start(&output, (size_t)length, SIZE_MAX / 2) ||
        !run_inflate(s, &output, bytes_data(input), &left, Z_FINISH, &last) || !save_rest(s, left, last))
        return 0;
    if (last == Z_STREAM_END) {
        s->eof = true;
        s->open = false;
        last = inflateEnd(&s->stream);
        if (last != Z_OK) return zlib_error(&s->stream, last, "while finishing decompression");
    }
    return zlib_output_bytes(&output);
}

static Value py_decompress_copy(Value self, Value *args) {
    (void)args;
    return copy_stream(self, inflateCopy);
}

static Value get_unused(Value self) { return stream_of(self)->unused; }
static Value get_tail(Value self) { return stream_of(self)->tail; }
static Value get_eof(Value self) { return bool_value(stream_of(self)->eof); }
static Value get_needs_input(Value self) { return bool_value(stream_of(self)->needs_input); }

static const MethodDef decompress_methods[] = {
    METHOD("decompress", py_decompress, "data, /, max_length=0",
           "Return a bytes object containing the decompressed version of the data."),
    METHOD("flush", py_decompress_flush, NATIVE_OF_CLASS "length=zlib.DEF_BUF_SIZE, /",
           "Return a bytes object containing any remaining decompressed data."),
    METHOD("copy", py_decompress_copy, NATIVE_OF_CLASS "", "Return a copy of the decompression object."),
    METHOD("__copy__", py_decompress_copy, "", ""),
    METHOD("__deepcopy__", py_decompress_copy, "memo, /", ""),
    METHODS_END
};

static const AttributeDef decompress_attributes[] = {
    MEMBER("unused_data", get_unused, NULL),
    MEMBER("unconsumed_tail", get_tail, NULL),
    MEMBER("eof", get_eof, NULL),
    {0},
};

Type zlib_decompress_type = {
    .head = {&type_type},
    .name = "zlib.Decompress",
    .size = sizeof(Stream),
    .flags = TYPE_NO_NEW,
    .methods = decompress_methods,
    .attributes = decompress_attributes,
};

// ---------------------------------------------------------------------------------------------------------------
// _ZlibDecompressor

static Value decompressor_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("_ZlibDecompressor", "wbits=MAX_WBITS, zdict=b''", bound)) return 0;
    return VALUE(decompress_new(type, bound[0], bound[1] == NONE ? 0 : bound[1]));
}

// The input kept so far and what is added.
static Value joined_input(Stream *s, Value added) {
    Borrowed bytes;
    if (!span_borrow(added, &bytes)) return 0;
    size_t before = bytes_size(s->tail);
    Value input = bytes_new(0, before + bytes.size);
    if (input) {
        memcpy(bytes_data(input), bytes_data(s->tail), before);
        if (bytes.size) memcpy(bytes_data(input) + before, bytes.data, bytes.size);
    }
    span_return(&bytes);
    return input;
}

static Value py_decompressor_decompress(Value self, Value *args) {
    Stream *s = stream_of(self);
    ptrdiff_t most = -1;
    ZlibOutput output;
    int last = Z_OK;
    if (args[1] && !sequence_size(args[1], &most)) return 0;
    if (s->eof) return raise_format(&EOFError_type, "End of stream already reached");
    Value input = joined_input(s, args[0]);
    if (!input) return 0;
    size_t left = bytes_size(input);
    if (!zlib_output_start(&output, BUFFER_SIZE_DEFAULT, most < 0 ? SIZE_MAX / 2 : (size_t)most) ||
        !run_inflate(s, &output, bytes_data(input), &left, Z_SYNC_FLUSH, &last))
        return 0;
    if (last != Z_STREAM_END && last != Z_OK && last != Z_BUF_ERROR)
        return zlib_error(&s->stream, last, "while decompressing data");
    Value rest = bytes_new(s->stream.next_in, s->stream.avail_in + left);
    if (!rest) return 0;
    s->eof = last == Z_STREAM_END;
    s->needs_input = !s->eof && bytes_size(rest) == 0 && (most < 0 || output.used < (size_t)most);
    s->tail = s->eof ? bytes_new("", 0) : rest;
    if (s->eof) s->unused = rest;
    return s->tail ? zlib_output_bytes(&output) : 0;
}

static const MethodDef decompressor_methods[] = {
    METHOD("decompress", py_decompressor_decompress, "data, max_length=-1",
           "Decompress *data*, returning uncompressed data as bytes."),
    METHODS_END
};

static const AttributeDef decompressor_attributes[] = {
    MEMBER("eof", get_eof, "True if the end-of-stream marker has been reached."),
    {"unused_data", get_unused, NULL, "Data found after the end of the compressed stream."},
    MEMBER("needs_input", get_needs_input,
           "True if more input is needed before more decompressed data can be produced."),
    {0},
};

Type zlib_decompressor_type = {
    .head = {&type_type},
    .name = "zlib._ZlibDecompressor",
    .doc = "Decompresses piece by piece.",
    .size = sizeof(Stream),
    .make = decompressor_make,
    .methods = decompressor_methods,
    .attributes = decompressor_attributes,
};

const MethodDef zlib_object_functions[] = {
    FUNCTION("compressobj", py_compressobj, "level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None",
             "Return a compressor object."),
    FUNCTION("decompressobj", py_decompressobj, "wbits=MAX_WBITS, zdict=b''",
             "Return a decompressor object."),
    METHODS_END
};

// Writing of TextIOWrapper. Encoded text gathers in `pending` until there is a chunk of it, or a flush asks
// for it; only then the buffer below sees it.
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"

// All of it, straight to the file.
static bool write_raw(TextIo *t, size_t size) {
    FileIo *file = file_io_of(t->buffer);
    for (size_t done = 0; done < size;) {
        if (file->fd < 0) return raise_value_error("I/O operation on closed file");
        ptrdiff_t put = file_io_write(file, t->pending + done, size - done);
        if (put == IO_RAISED) return false;
        if (put == IO_WOULD_BLOCK) return true;  // as CPython, which does not look at what write() answers
        done += (size_t)put;
    }
    return true;
}

bool text_io_write_pending(TextIo *t) {
    if (t->pending_size == 0) return true;
    size_t size = t->pending_size;
    t->pending_size = 0;  // also when it fails: nothing is written twice
    if (t->native)
        return buffered_check_open(t->native, "write to") && buffered_write_bytes(t->native, t->pending, size);
    if (value_is(t->buffer, &file_io_type)) return write_raw(t, size);
    Value bytes = bytes_new(t->pending, size);
    return bytes && io_call(t->buffer, NAME(write), 1, bytes);
}

void text_io_drain(TextIo *t) {
    Buffered *b = t->native;
    if (!b) return;
    buffered_drain(b);
    if (b->file) file_io_drain(b->file, t->pending, t->pending_size);
    t->pending_size = 0;
}

static bool flush_buffer(TextIo *t) {
    Buffered *b = t->native;
    if (b && type_of(VALUE(b)) == &buffered_writer_type)
        return buffered_check_open(b, "flush of") && buffered_flush(b);
    return io_call(t->buffer, NAME(flush), 0) != 0;
}

bool text_io_flush(TextIo *t) {
    t->telling = t->seekable;
    return text_io_write_pending(t) && flush_buffer(t);
}

static bool pending_reserve(TextIo *t, size_t size) {
    if (likely(size <= t->pending_room)) return true;
    size_t room = size < IO_TEXT_CHUNK ? IO_TEXT_CHUNK : size;
    uint8_t *block = mem_alloc_atomic(room);
    if (!block) return false;
    if (t->pending_size) memcpy(block, t->pending, t->pending_size);
    t->pending = block;
    t->pending_room = room;
    return true;
}

// Hands a big piece to the buffer as it is; a small one is added to what is pending.
static bool add_encoded(TextIo *t, const uint8_t *data, size_t size) {
    size_t chunk = (size_t)t->chunk_size;
    if (t->pending_size + size > chunk && !text_io_write_pending(t)) return false;
    if (size >= chunk && t->native)
        return buffered_check_open(t->native, "write to") && buffered_write_bytes(t->native, data, size);
    if (!size) return true;
    if (!pending_reserve(t, t->pending_size + size)) return false;
    memcpy(t->pending + t->pending_size, data, size);
    t->pending_size += size;
    return t->pending_size < chunk || text_io_write_pending(t);
}

// "\n" becomes what the newline argument says.
static Value with_newlines(TextIo *t, Value text) {
    Value from = NAME(newline), to = str_from(t->write_newline), args[] = {from, to};
    return to ? object_call_method(str_exact(text), IO_NAME("replace"), args, 2) : 0;
}

// The encoding to go on with once the byte order mark is written.
static const char *codec_without_mark(const char *codec) {
    const Codec *found = codec_find(codec, true);
    if (!found || !found->mark) return codec;
    return found->family == CODEC_UTF8 ? "utf-8" : found->family == CODEC_UTF16 ? "utf-16-le" : "utf-32-le";
}

static Value encode_by_object(TextIo *t, Value text) {
    if (!t->encoder)
        t->encoder = codec_foreign_incremental(t->decoder.stream.codec, "incrementalencoder", t->handler);
    Value bytes = t->encoder ? io_call(t->encoder, IO_NAME("encode"), 1, text) : 0;
    if (bytes && !bytes_check(bytes))
        return raise_type_error("encoder should return a bytes object, not '%T'", bytes);
    return bytes;
}

static bool write_encoded(TextIo *t, Value text) {
    bool ascii = str_is_ascii(text);
    if ((ascii && t->ascii_superset) || (t->utf8 && !str_has_surrogates(text)))
        return add_encoded(t, (const uint8_t *)str_data(text), str_size(text));
    Value bytes;
    if (t->decoder.stream.foreign) bytes = encode_by_object(t, text);
    else bytes = codec_encode_plain(text, t->started ? codec_without_mark(t->codec) : t->codec, t->handler);
    t->started = true;
    return bytes && add_encoded(t, bytes_data(bytes), bytes_size(bytes));
}

bool text_io_write_str(TextIo *t, Value text) {
    if (!text_io_check_open(t)) return false;
    if (!t->writable) return io_unsupported("not writable");
    const char *data = str_data(text);
    size_t size = str_size(text);
    bool has_newline = (t->write_newline || t->line_buffering) && memchr(data, '\n', size);
    bool flush = t->line_buffering && (has_newline || memchr(data, '\r', size));
    Value changed = has_newline && t->write_newline ? with_newlines(t, text) : text;
    if (!changed || !write_encoded(t, changed)) return false;
    if ((flush || t->write_through) && !text_io_write_pending(t)) return false;
    if (flush && !flush_buffer(t)) return false;
    if (!t->readable) return true;
    if (t->input) text_io_forget_input(t);      // text that iteration has decoded stays, as in CPython
    return text_io_reset_decoder(t);
}

Value text_py_write(Value self, Value *args) {
    if (!str_check(args[0])) return raise_type_error("write() argument must be str, not %P", args[0]);
    if (!text_io_ready(text_io_of(self))) return 0;
    size_t length = str_length(args[0]);
    return text_io_write_str(text_io_of(self), args[0]) ? SMALL(length) : 0;
}

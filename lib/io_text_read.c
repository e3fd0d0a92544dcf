// Reading of TextIOWrapper. The buffer's bytes are decoded a chunk at a time; `text` from `at` on is what was
// decoded and not read yet.
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/utf8.h"

#define CHUNK_LARGE 2048
#define CHUNK_MOST ((size_t)1 << 24)  // nobody makes room for what may not be there

void text_io_forget_input(TextIo *t) {
    t->text = t->input = 0;
    t->at = 0;
}

static size_t left(const TextIo *t) { return t->text ? str_size(t->text) - t->at : 0; }

static bool start_reading(TextIo *t) {
    if (!text_io_check_open(t)) return false;
    if (!t->readable) return io_unsupported("not readable");
    return text_io_write_pending(t);
}

static Value decode(TextIo *t, const uint8_t *data, size_t size, bool last) {
    Value text = codec_stream_decode(&t->decoder.stream, data, size, last);
    return text ? newline_decode(&t->decoder.newlines, text, last) : 0;
}

// The bytes of a chunk, as an object that keeps them.
static Value read_bytes(TextIo *t, size_t wanted) {
    if (t->native) return buffered_read1(t->native, wanted);
    Value bytes = io_call(t->buffer, t->can_read1 ? IO_NAME("read1") : NAME(read), 1, SMALL(wanted));
    if (!bytes || value_is(bytes, &bytes_type)) return bytes;
    Buffer buffer;
    if (!buffer_get(bytes, &buffer, BUFFER_SIMPLE)) {
        (void)error_take();
        return raise_type_error("underlying %s() should have returned a bytes-like object, not '%T'",
                                t->can_read1 ? "read1" : "read", bytes);
    }
    Value copy = bytes_new(buffer.data, (size_t)buffer.size);
    buffer_release(&buffer);
    return copy;
}

// No code of the program's own runs while text is decoded, and nobody else has seen it.
static bool decodes_alone(const TextIo *t) { return t->native && !t->decoder.stream.foreign && !codec_handlers; }

// A chunk of text that is used up need not wait for the collector.
static void free_chunk(TextIo *t) {
    Value text = t->text, input = t->input;
    t->text = 0;
    if (input && t->telling && bytes_size(input) >= CHUNK_LARGE && decodes_alone(t) && t->native->file)
        mem_free(value_object(input));
    if (text && str_size(text) >= CHUNK_LARGE && decodes_alone(t) && value_is(text, &str_type) &&
        !str_of(text)->interned && str_data(text) == str_of(text)->store)
        mem_free(value_object(text));
}

// While telling is off, the input stays what it was when it was on: whether there is one decides about what writing drops.
static int take_text(TextIo *t, Value text, Value input, bool last) {
    if (!text) return -1;
    free_chunk(t);
    t->text = text;
    t->at = 0;
    if (t->telling) t->input = input;
    return str_size(text) || !last;
}

static void note_ratio(TextIo *t, Value text, size_t bytes) {
    if (text) t->ratio = str_length(text) ? (double)bytes / (double)str_length(text) : 0;
}

// Where nobody will ask for the position: straight from the buffer below.
static int read_chunk_ahead(TextIo *t, size_t most) {
    Buffered *b = t->native;
    size_t size = b->end - b->at;
    const uint8_t *data = b->data + b->at;
    if (size > most) size = most;
    b->at += size;
    b->moving++;
    Value text = decode(t, data, size, false);
    b->moving--;
    note_ratio(t, text, size);
    return take_text(t, text, 0, false);
}

// Decodes the next chunk, of about `wanted` characters if that is more than usual, which may hold no text yet: 1. 0: the
// end, and no text held back. -1: raised.
static int read_chunk(TextIo *t, size_t wanted) {
    double bytes_wanted = (double)wanted * (t->ratio > 1 ? t->ratio : 1);
    size_t most = (size_t)t->chunk_size;
    if (bytes_wanted > (double)most) most = bytes_wanted < CHUNK_MOST ? (size_t)bytes_wanted : CHUNK_MOST;
    if (t->native && !t->telling && t->native->end > t->native->at && !t->native->filled && decodes_alone(t))
        return read_chunk_ahead(t, most);
    TextDecoder before = t->decoder;
    Value bytes = read_bytes(t, most);
    if (!bytes) return -1;
    bool last = bytes_size(bytes) == 0;
    Value text = decode(t, bytes_data(bytes), bytes_size(bytes), last);
    note_ratio(t, text, bytes_size(bytes));
    if (text && t->telling) t->before = before;
    return take_text(t, text, bytes, last);
}

// ------------------------------------------------------------------------------------------------ read

// At most `length` characters of what is decoded.
static Value take(TextIo *t, size_t length) {
    const char *from = str_data(t->text) + t->at;
    size_t size = left(t);
    if (str_is_ascii(t->text)) {
        if (length < size) size = length;
        t->at += size;
        return str_ascii(from, size);
    }
    size_t end = 0;
    for (size_t count = 0; end < size && count < length; count++) do
            end++;
        while (end < size && ((uint8_t)from[end] & 0xc0) == 0x80);
    t->at += end;
    return str_new(from, end);
}

static Value read_all(TextIo *t) {
    Value bytes = io_call(t->buffer, NAME(read), 0);
    if (!bytes) return 0;
    Value rest = 0;
    if (value_is(bytes, &bytes_type)) {
        rest = decode(t, bytes_data(bytes), bytes_size(bytes), true);
    } else {
        Buffer buffer;
        if (bytes == NONE) return raise_format(&BlockingIOError_type, "Read returned None.");
        if (!buffer_get_bytes(bytes, &buffer)) {
            (void)error_take();
            return raise_type_error("can't concat %T to bytes", bytes);
        }
        rest = decode(t, buffer.data, (size_t)buffer.size, true);
        buffer_release(&buffer);
    }
    if (rest && left(t)) {
        Value before = take(t, SIZE_MAX);
        rest = before ? str_concat(before, rest) : 0;
    }
    if (rest && t->input) text_io_forget_input(t);
    return rest;
}

Value text_py_read(Value self, Value *args) {
    TextIo *t = text_io_of(self);
    ptrdiff_t size;
    if (!io_size_argument(args[0], &size) || !text_io_ready(t) || !start_reading(t)) return 0;
    if (size < 0) return read_all(t);
    Value result = NAME(empty);
    while (result && str_length(result) < (size_t)size) {
        if (!left(t)) {
            int got = read_chunk(t, (size_t)size - str_length(result));
            if (got < 0) return 0;
            if (got == 0) break;
            continue;
        }
        Value part = take(t, (size_t)size - str_length(result));
        result = !part ? 0 : str_size(result) ? str_concat(result, part) : part;
    }
    return result;
}

// ------------------------------------------------------------------------------------------------ readline

// Where the first line in [from, from + size) ends, or 0: not in there.
static size_t line_end(const TextIo *t, const char *from, size_t size) {
    char kind = t->newline_none ? '\n' : t->newline[0];
    if (kind == '\n') {
        const char *found = memchr(from, '\n', size);
        return found ? (size_t)(found - from) + 1 : 0;
    }
    bool any = kind == 0, pair = t->newline[0] == '\r' && t->newline[1];
    for (size_t k = 0; k < size; k++) {
        if (any && from[k] == '\n') return k + 1;
        if (from[k] != '\r') continue;
        bool followed = k + 1 < size && from[k + 1] == '\n';
        if (followed && (any || pair)) return k + 2;
        if (!pair) return k + 1;
    }
    return 0;
}

static size_t characters(const char *from, size_t size) {
    size_t count = 0;
    for (size_t k = 0; k < size; k++) count += ((uint8_t)from[k] & 0xc0) != 0x80;
    return count;
}

// A line that no single chunk holds, or of limited length. Text is moved to `line` until it holds a line's
// end.
static Value read_long_line(TextIo *t, size_t limit) {
    Value line = NAME(empty);
    while (line && (str_length(line) < limit || (!limit && !left(t)))) {
        if (!left(t)) {
            int got = read_chunk(t, 0);
            if (got < 0) t->text = 0;
            if (got < 0) return 0;
            if (got == 0) {
                text_io_forget_input(t);
                break;
            }
            continue;
        }
        const char *from = str_data(t->text) + t->at;
        size_t size = left(t), end, used = str_size(line);
        // "\r" ended the chunk before, and "\r\n" is what ends a line.
        bool split = t->newline[1] && used && str_data(line)[used - 1] == '\r' && *from == '\n';
        end = split ? 1 : line_end(t, from, size);
        size_t length = characters(from, end ? end : size), room = limit - str_length(line);
        Value part = take(t, length < room ? length : room);
        line = !part ? 0 : used ? str_concat(line, part) : part;
        if (end) break;
    }
    return line;
}

static Value read_line(TextIo *t, ptrdiff_t limit) {
    if (likely(limit < 0 && left(t))) {
        const char *from = str_data(t->text) + t->at;
        size_t end = line_end(t, from, left(t));
        if (end) {
            t->at += end;
            return str_is_ascii(t->text) ? str_ascii(from, end) : str_new(from, end);
        }
    }
    return read_long_line(t, limit < 0 ? SIZE_MAX : (size_t)limit);
}

Value text_py_readline(Value self, Value *args) {
    TextIo *t = text_io_of(self);
    ptrdiff_t limit = -1;
    if ((args[0] && !sequence_size(args[0], &limit)) || !text_io_ready(t)) return 0;
    return start_reading(t) ? read_line(t, limit) : 0;
}

Value text_io_next_line(Value self) {
    TextIo *t = text_io_of(self);
    if (!text_io_ready(t)) return 0;
    t->telling = false;
    Value line;
    if (likely(value_is(self, &text_io_type))) {
        if (!start_reading(t)) return 0;
        line = read_line(t, -1);
    } else {
        line = object_call_method(self, NAME(readline), 0, 0);
        if (line && !str_check(line))
            return raise_format(&OSError_type, "readline() should have returned a str object, not '%T'", line);
    }
    if (!line) return 0;
    if (str_size(line)) return line;
    t->input = 0;
    t->telling = t->seekable;
    return 0;
}

// Reading of BufferedReader and BufferedRandom.
#include "lib/io.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/sequence.h"

#define ROOM_FIRST ((size_t)4 << 20)

static size_t ahead(const Buffered *b) { return b->end - b->at; }

// Before reading: what was written goes out, so that the raw stream stands where reading goes on.
static bool prepare_raw(Buffered *b, const char *what) {
    if (!buffered_ready(b) || !buffered_check_open(b, what) || !buffered_enter(b)) return false;
    return !b->filled || buffered_flush(b);
}

static bool prepare(Buffered *b, const char *what) {
    return prepare_raw(b, what) && buffered_allocate(b);
}

// Reads once into what room there is behind `end`.
static ptrdiff_t fill_rest(Buffered *b) {
    size_t end = b->end;
    ptrdiff_t got = buffered_raw_read(b, b->data + end, b->size - end);
    // The raw stream's own code may have made the buffer anew.
    if (!b->data || b->end != end) return raise_value_error("read of closed file"), IO_RAISED;
    if (got > 0) b->end += (size_t)got;
    return got;
}

// Reads once into the empty buffer.
static ptrdiff_t fill(Buffered *b) {
    b->at = b->end = 0;
    return fill_rest(b);
}

static size_t take(Buffered *b, uint8_t *to, size_t size) {
    size_t count = ahead(b) < size ? ahead(b) : size;
    if (count) memcpy(to, b->data + b->at, count);
    b->at += count;
    return count;
}

// Up to `size` bytes to `to`, whole blocks of them without the buffer; *blocked: the raw stream had nothing to give, more
// may come later. -1: raised.
static ptrdiff_t read_to(Buffered *b, uint8_t *to, size_t size, bool *blocked) {
    size_t done = take(b, to, size);
    if (done < size) b->at = b->end = 0;
    while (done < size) {
        size_t left = size - done;
        bool direct = left >= b->size && !b->end;
        if (!direct && b->end >= b->size) b->at = b->end = 0;
        ptrdiff_t got = direct ? buffered_raw_read(b, to + done, left - left % b->size) : fill_rest(b);
        if (got == IO_RAISED) return -1;
        *blocked = got == IO_WOULD_BLOCK;
        if (got <= 0) break;
        done += direct ? (size_t)got : take(b, to + done, left);
    }
    return (ptrdiff_t)done;
}

// The same for readinto(): what the buffer cannot hold goes straight to `to`. once: at most one read.
static ptrdiff_t read_to_target(Buffered *b, uint8_t *to, size_t size, bool once, bool *blocked) {
    size_t done = take(b, to, size);
    if (done < size) b->at = b->end = 0;
    while (done < size) {
        size_t left = size - done;
        bool direct = left > b->size;
        if (!direct && once && done) break;
        ptrdiff_t got = direct ? buffered_raw_read(b, to + done, left) : fill_rest(b);
        if (got == IO_RAISED) return -1;
        *blocked = got == IO_WOULD_BLOCK;
        if (got <= 0) break;
        done += direct ? (size_t)got : take(b, to + done, left);
        if (once) break;
    }
    return (ptrdiff_t)done;
}

// ------------------------------------------------------------------------------------------------ everything

static bool append_rest(Buffered *b, Value *all, bool *blocked) {
    bool found;
    Value method = buffered_ready(b) ? object_find_attribute(b->raw, IO_NAME("readall"), &found) : 0;
    if (error_occurred()) return false;
    Value rest = method ? buffered_call_raw(b, IO_NAME("readall"), 0) : 0;
    if (method) b->place = -1;
    if (method && !rest) return false;
    if (method && rest != NONE && !bytes_check(rest)) return raise_type_error("readall() should return bytes");
    if (method) {
        *blocked = rest == NONE;
        if (*blocked) return true;
        if (bytes_size(*all) == 0) *all = rest;
        else *all = object_binary(BINARY_ADD, *all, rest);
        return *all != 0;
    }
    Value joined = bytearray_new(bytes_data(*all), bytes_size(*all));
    while (joined) {
        Value part = buffered_call_raw(b, NAME(read), 0);
        if (!part) return false;
        if (part != NONE && !bytes_check(part)) return raise_type_error("read() should return bytes");
        *blocked = part == NONE;
        if (part == NONE || bytes_size(part) == 0) break;
        if (!bytearray_splice(joined, span_of(joined)->size, 0, bytes_data(part), bytes_size(part))) return false;
    }
    return joined && (*all = bytes_new(span_of(joined)->data, span_of(joined)->size));
}

static Value read_all(Buffered *b) {
    Value all = ahead(b) ? bytes_new(b->data + b->at, ahead(b)) : bytes_new(0, 0);
    b->at = b->end = 0;
    bool blocked = false;
    if (!all || !append_rest(b, &all, &blocked)) return 0;
    return blocked && bytes_size(all) == 0 ? NONE : all;
}

// Room is made for what is there, not for all that is asked for: that may be much more.
static Value read_size(Buffered *b, size_t size) {
    size_t room = size < ROOM_FIRST ? size : ROOM_FIRST, used = 0;
    Value bytes = bytes_new(0, room);
    bool blocked = false;
    while (bytes) {
        ptrdiff_t got = read_to(b, bytes_data(bytes) + used, room - used, &blocked);
        if (got < 0) return 0;
        used += (size_t)got;
        if (used < room || room == size) break;
        room = size - room < room ? size : room * 2;
        Value more = bytes_new(0, room);
        if (more) memcpy(bytes_data(more), bytes_data(bytes), used);
        bytes = more;
    }
    if (!bytes) return 0;
    return used == 0 && blocked ? NONE : io_bytes_shortened(bytes, room, used);
}

// A size of -1: to the end. NONE: it would block.
static Value read_upto(Buffered *b, ptrdiff_t size) {
    if (!prepare_raw(b, "read of")) return 0;
    if (size < 0) return read_all(b);
    return buffered_allocate(b) ? read_size(b, (size_t)size) : 0;
}

Value buffered_read1(Buffered *b, size_t size) {
    if (!prepare(b, "read of")) return 0;
    bool fills = b->file && size <= b->size;  // other raw streams are asked for no more than is wanted
    if (ahead(b) == 0 && fills) {
        ptrdiff_t got = size ? fill(b) : 0;
        if (got == IO_RAISED) return 0;
    }
    if (ahead(b) || fills || !size) {
        size_t count = ahead(b) < size ? ahead(b) : size;
        Value bytes = bytes_new(b->data + b->at, count);
        if (bytes) b->at += count;
        return bytes;
    }
    Value bytes = bytes_new(0, size);
    ptrdiff_t got = bytes ? buffered_raw_read(b, bytes_data(bytes), size) : IO_RAISED;
    if (got == IO_RAISED) return 0;
    return bytes_new(bytes_data(bytes), got < 0 ? 0 : (size_t)got);
}

// ------------------------------------------------------------------------------------------------ lines

// The next line, of at most `limit` bytes; -1: any length.
static Value read_line(Buffered *b, ptrdiff_t limit) {
    Value joined = 0;  // bytearray of the parts before, or 0
    for (;;) {
        size_t done = joined ? span_of(joined)->size : 0, count = ahead(b);
        if (limit >= 0 && count > (size_t)limit - done) count = (size_t)limit - done;
        const uint8_t *from = b->data + b->at, *newline = memchr(from, '\n', count);
        if (newline) count = (size_t)(newline - from) + 1;
        bool complete = newline || (limit >= 0 && done + count == (size_t)limit);
        if (complete && !joined) {
            b->at += count;
            return bytes_new(from, count);
        }
        if (!joined && !(joined = bytearray_new(0, 0))) return 0;
        if (!bytearray_splice(joined, done, 0, from, count)) return 0;
        b->at += count;
        if (complete) break;
        ptrdiff_t got = fill(b);
        if (got == IO_RAISED) return 0;
        if (got <= 0) break;
    }
    return bytes_new(span_of(joined)->data, span_of(joined)->size);
}

Value buffered_next_line(Value self) {
    if (!prepare(buffered_of(self), "readline of")) return 0;
    Value line;
    if (unlikely(type_of(self)->flags & TYPE_HEAP)) line = object_call_method(self, NAME(readline), 0, 0);
    else line = read_line(buffered_of(self), -1);
    if (line && !bytes_check(line))
        return raise_format(&OSError_type, "readline() should have returned a bytes object, not '%T'", line);
    return line && bytes_size(line) ? line : 0;
}

// -------------------------------------------------------------------------------------------- Python methods

Value buffered_py_read(Value self, Value *args) {
    ptrdiff_t size;
    if (!io_size_argument(args[0], &size) || !buffered_ready(buffered_of(self))) return 0;
    if (size < -1) return raise_value_error("read length must be non-negative or -1");
    return read_upto(buffered_of(self), size);
}

Value buffered_py_read1(Value self, Value *args) {
    Buffered *b = buffered_of(self);
    ptrdiff_t size = -1;
    if (args[0] && !sequence_size(args[0], &size)) return 0;
    return buffered_read1(b, size < 0 ? b->size : (size_t)size);
}

static Value read_into(Value self, Value target, bool once) {
    Buffered *b = buffered_of(self);
    Buffer buffer;
    bool blocked = false;
    if (!io_writable_argument(target, once ? "readinto1()" : "readinto()", &buffer)) return 0;
    ptrdiff_t got = -1;
    if (prepare(b, "readinto of")) got = read_to_target(b, buffer.data, (size_t)buffer.size, once, &blocked);
    buffer_release(&buffer);
    if (got < 0) return 0;
    return got == 0 && blocked ? NONE : SMALL(got);
}

Value buffered_py_readinto(Value self, Value *args) { return read_into(self, args[0], false); }

Value buffered_py_readinto1(Value self, Value *args) { return read_into(self, args[0], true); }

Value buffered_py_peek(Value self, Value *args) {
    Buffered *b = buffered_of(self);
    ptrdiff_t size;
    if (args[0] && !sequence_size(args[0], &size)) return 0;
    if (!prepare(b, "peek of") || (b->writable && !buffered_rewind(b))) return 0;   // as CPython: it reads anew
    if (ahead(b) == 0 && fill(b) == IO_RAISED) return 0;
    return bytes_new(b->data + b->at, ahead(b));
}

Value buffered_py_readline(Value self, Value *args) {
    ptrdiff_t limit;
    if (!io_size_argument(args[0], &limit)) return 0;
    return prepare(buffered_of(self), "readline of") ? read_line(buffered_of(self), limit < 0 ? -1 : limit) : 0;
}

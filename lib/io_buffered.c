// What BufferedReader, BufferedWriter and BufferedRandom have in common: their raw stream, positions, opening
// and closing. Reading is in io_reader.c, writing in io_writer.c.
#include "lib/io.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/type.h"
#include <unistd.h>

// ------------------------------------------------------------------------------------------------ state

bool buffered_ready(Buffered *b) {
    if (likely(b->raw != 0)) return true;
    return raise_value_error(b->detached ? "raw stream has been detached"
                                         : "I/O operation on uninitialized object");
}

// Whether the raw stream is; -1: raised.
static int is_closed(Buffered *b) {
    if (!buffered_ready(b)) return -1;
    return b->file ? b->file->fd < 0 : io_is_closed(b->raw);
}

bool buffered_check_open(Buffered *b, const char *what) {
    if (likely(b->file && b->file->fd >= 0)) return true;
    int closed = is_closed(b);
    return closed <= 0 ? closed == 0 : raise_value_error("%s closed file", what);
}

bool buffered_enter(Buffered *b) {
    return likely(!b->busy) || raise_runtime_error("reentrant call inside %R", VALUE(b));
}

// A method of the raw stream, which may be gone since it was last asked: its own code can make the buffer anew.
Value buffered_call_raw(Buffered *b, Value name, Value argument) {
    if (!buffered_ready(b)) return 0;
    bool before = b->busy;
    b->busy = true;
    Value answer = object_call_method(b->raw, name, &argument, argument != 0);
    b->busy = before;
    return answer;
}

bool buffered_allocate(Buffered *b) { return b->data || (b->data = mem_alloc_atomic(b->size)); }

// -------------------------------------------------------------------------------------------- the raw stream

static int64_t checked_position(Value position) {
    int64_t at;
    if (!position || !object_to_int64(position, &at)) return -1;
    if (at < 0) raise_format(&OSError_type, "Raw stream returned invalid position %lld", (long long)at);
    return at;
}

static int64_t raw_seek(Buffered *b, int64_t offset, int whence) {
    if (b->file && b->file->fd >= 0) return file_io_seek(b->file, offset, whence);
    if (!buffered_ready(b)) return -1;
    bool before = b->busy;
    b->busy = true;
    Value position = int_from_int64(offset);
    if (position) position = io_call(b->raw, IO_NAME("seek"), 2, position, SMALL(whence));
    b->busy = before;
    return b->place = position ? checked_position(position) : -1;
}

static int64_t raw_tell(Buffered *b) {
    if (b->file && b->file->fd >= 0) return file_io_seek(b->file, 0, SEEK_CUR);
    return b->place = buffered_ready(b) ? checked_position(io_call(b->raw, IO_NAME("tell"), 0)) : -1;
}

// The number of bytes that a raw stream's readinto() or write() answered, or IO_...
static ptrdiff_t moved(Buffered *b, Value answer, size_t size, const char *method) {
    int64_t count;
    if (!answer) return IO_RAISED;
    if (answer == NONE) return IO_WOULD_BLOCK;
    bool before = b->busy;
    b->busy = true;
    bool known = object_to_int64(answer, &count);
    b->busy = before;
    if (!known) {
        Value cause = error_take();
        if (*method == 'r') {
            raise_format(&OSError_type, "raw readinto() failed");
            return error_caused(cause), IO_RAISED;
        }
        count = -1;
    }
    if (count >= 0 && (size_t)count <= size) {
        if (b->place >= 0) b->place += count;
        return (ptrdiff_t)count;
    }
    raise_format(&OSError_type, "raw %s() returned invalid length %lld (should have been between 0 and %zu)",
                 method, (long long)count, size);
    return IO_RAISED;
}

// The object that it hands out may be kept by the raw stream; so it is not the buffer itself.
ptrdiff_t buffered_raw_read(Buffered *b, uint8_t *to, size_t size) {
    if (b->file && b->file->fd >= 0) {
        b->moving++;
        ptrdiff_t got = file_io_read(b->file, to, size);
        b->moving--;
        return got;
    }
    Value block = bytearray_new(0, size), view = 0;
    if (block) {
        memset(span_of(block)->data, 0, size);
        view = memoryview_new(block);
    }
    if (!view) return IO_RAISED;
    ptrdiff_t count = moved(b, buffered_call_raw(b, IO_NAME("readinto"), view), size, "readinto");
    if (count > 0 && (size_t)count <= span_of(block)->size) memcpy(to, span_of(block)->data, (size_t)count);
    if (!memoryview_release(view)) (void)error_take();
    return count;
}

ptrdiff_t buffered_raw_write(Buffered *b, const uint8_t *from, size_t size) {
    if (b->file && b->file->fd >= 0) {
        b->moving++;
        ptrdiff_t put = file_io_write(b->file, from, size);
        b->moving--;
        return put;
    }
    Value block = bytes_new(from, size), view = block ? memoryview_new(block) : 0;
    return view ? moved(b, buffered_call_raw(b, NAME(write), view), size, "write") : IO_RAISED;
}

bool buffered_rewind(Buffered *b) {
    size_t ahead = b->end - b->at;
    b->at = b->end = 0;
    return ahead == 0 || raw_seek(b, -(int64_t)ahead, SEEK_CUR) >= 0;
}

// ------------------------------------------------------------------------------------------------ making

static Value buffered_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Buffered)));
}

// True when the collector's dropping it can be handled in C: data goes straight to a descriptor.
static bool drains_in_c(const Buffered *b) { return b->file != NULL; }

static bool start(Buffered *b, Value raw, ptrdiff_t size, bool readable, bool writable) {
    if (size <= 0) return raise_value_error("buffer size must be strictly positive");
    if (size >> 46) return raise_memory_error();
    b->raw = raw;
    b->file = value_is(raw, &file_io_type) ? file_io_of(raw) : NULL;
    b->detached = false;
    b->readable = readable;
    b->writable = writable;
    b->size = (size_t)size;
    b->data = NULL;
    b->at = b->end = b->filled = 0;
    if (raw_tell(b) < 0) (void)error_take();
    if (!writable) return true;
    io_list_writer(&b->base);
    return drains_in_c(b) || mem_add_finalizable(b, false);
}

static bool check_raw(Buffered *b, Value raw, bool readable, bool writable, bool seekable) {
    b->raw = 0;
    b->detached = false;
    return (!seekable || io_check(raw, "seekable", "File or stream is not seekable.")) &&
           (!readable || io_check(raw, "readable", "File or stream is not readable.")) &&
           (!writable || io_check(raw, "writable", "File or stream is not writable."));
}

static bool size_option(Value v, ptrdiff_t *size) {
    *size = IO_BUFFER_SIZE;
    return !v || sequence_size(v, size);
}

static bool reader_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t size;
    if (!NATIVE_BIND("BufferedReader", "raw, buffer_size=131072", bound) || !size_option(bound[1], &size))
        return false;
    return check_raw(buffered_of(self), bound[0], true, false, false) &&
        start(buffered_of(self), bound[0], size, true, false);
}

static bool writer_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t size;
    if (!NATIVE_BIND("BufferedWriter", "raw, buffer_size=131072", bound) || !size_option(bound[1], &size))
        return false;
    return check_raw(buffered_of(self), bound[0], false, true, false) &&
        start(buffered_of(self), bound[0], size, false, true);
}

static bool random_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t size;
    if (!NATIVE_BIND("BufferedRandom", "raw, buffer_size=131072", bound) || !size_option(bound[1], &size))
        return false;
    return check_raw(buffered_of(self), bound[0], true, true, true) &&
        start(buffered_of(self), bound[0], size, true, true);
}

Value buffered_start(Type *type, Value raw) {
    Value self = buffered_make(type, 0, 0, 0);
    bool ok = self &&
        start(buffered_of(self), raw, IO_BUFFER_SIZE, type != &buffered_writer_type,
              type != &buffered_reader_type);
    return ok ? self : 0;
}

static void buffered_reclaim(Value self) {
    buffered_drain(buffered_of(self));
    io_unlist_writer(io_base_of(self));
}

// -------------------------------------------------------------------------------------------- Python methods

static Value buffered_repr(Value self) {
    bool found;
    Value name = object_find_attribute(self, NAME(name), &found);
    if (!name && error_occurred() && !error_clear_if(&ValueError_type)) return 0;
    if (!name) return str_format("<%T>", self);
    if (!repr_enter(self)) return raise_runtime_error("reentrant call inside %T.__repr__", self);
    Value text = str_format("<%T name=%R>", self, name);
    repr_leave(self);
    return text;
}

static Value py_detach(Value self, Value *args) {
    (void)args;
    Buffered *b = buffered_of(self);
    if (!buffered_ready(b) || !object_call_method(self, NAME(flush), 0, 0)) return 0;
    Value raw = b->raw;
    b->raw = 0;
    b->file = NULL;
    b->detached = true;
    io_unlist_writer(&b->base);
    return raw;
}

// A reader has nothing to flush itself.
static Value py_flush_raw(Value self, Value *args) {
    (void)args;
    Buffered *b = buffered_of(self);
    return buffered_ready(b) ? object_call_method(b->raw, NAME(flush), 0, 0) : 0;
}

static Value py_flush(Value self, Value *args) {
    (void)args;
    Buffered *b = buffered_of(self);
    if (!buffered_check_open(b, "flush of") || !buffered_enter(b)) return 0;
    return buffered_flush(b) && buffered_rewind(b) ? NONE : 0;
}

static Value py_close(Value self, Value *args) {
    (void)args;
    Buffered *b = buffered_of(self);
    int closed = buffered_ready(b) && buffered_enter(b) ? is_closed(b) : -1;
    if (closed) return closed < 0 ? 0 : NONE;
    Value flushed = object_call_method(self, NAME(flush), 0, 0), failure = flushed ? 0 : error_take();
    Value answer = b->raw ? object_call_method(b->raw, NAME(close), 0, 0) : NONE;
    io_unlist_writer(&b->base);
    if (b->data && !b->moving) mem_free(b->data);
    b->data = NULL;
    b->at = b->end = b->filled = 0;
    if (!failure) return answer;
    if (answer) error_set(failure);
    else error_replaced(failure);
    return 0;
}

static Value ask_raw(Value self, const char *method) {
    Buffered *b = buffered_of(self);
    return buffered_ready(b) ? object_call_method(b->raw, intern(method), 0, 0) : 0;
}

static Value py_seekable(Value self, Value *args) {
    (void)args;
    return ask_raw(self, "seekable");
}

static Value py_readable(Value self, Value *args) {
    (void)args;
    return ask_raw(self, "readable");
}

static Value py_writable(Value self, Value *args) {
    (void)args;
    return ask_raw(self, "writable");
}

static Value py_fileno(Value self, Value *args) {
    (void)args;
    return ask_raw(self, "fileno");
}

static Value py_isatty(Value self, Value *args) {
    (void)args;
    return ask_raw(self, "isatty");
}

static Value py_tell(Value self, Value *args) {
    (void)args;
    Buffered *b = buffered_of(self);
    int64_t at = buffered_ready(b) ? raw_tell(b) : -1;
    int64_t here = at - (int64_t)(b->end - b->at) + (int64_t)b->filled;
    return at < 0 ? 0 : int_from_int64(here < 0 ? 0 : here);        // where the raw stream was moved
}

// Within what was read ahead no system call moves the file.
static bool seek_in_buffer(Buffered *b, int64_t target, int whence, int64_t *position) {
    if (!b->readable || b->filled || b->at == b->end || whence == SEEK_END) return false;
    int64_t at = b->file || b->place < 0 ? raw_tell(b) : b->place;
    if (at < 0) return false;
    int64_t here = at - (int64_t)(b->end - b->at), move = whence == SEEK_SET ? target - here : target;
    if (move < -(int64_t)b->at || move > (int64_t)(b->end - b->at)) return false;
    b->at = (size_t)((int64_t)b->at + move);
    *position = here + move;
    return true;
}

static Value py_seek(Value self, Value *args) {
    Buffered *b = buffered_of(self);
    int64_t target, position;
    int whence = 0;
    if ((args[1] && !object_to_int(args[1], &whence)) || !buffered_ready(b)) return 0;
    if (whence < 0 || whence > 4) return raise_value_error("whence value %d unsupported", whence);
    if (!buffered_check_open(b, "seek of")) return 0;
    if (!b->file && !io_check(b->raw, "seekable", "File or stream is not seekable.")) return 0;
    if (!object_to_int64(args[0], &target)) {
        if (!error_clear_if(&OverflowError_type)) return 0;
        return raise_value_error("cannot fit '%T' into an offset-sized integer", args[0]);
    }
    if (seek_in_buffer(b, target, whence, &position)) return int_from_int64(position);
    if (error_occurred() || !buffered_enter(b) || (b->filled && !buffered_flush(b))) return 0;
    if (whence == SEEK_CUR) target -= (int64_t)(b->end - b->at);
    position = raw_seek(b, target, whence);
    if (position < 0) return 0;
    b->at = b->end = 0;
    return int_from_int64(position);
}

static Value py_truncate(Value self, Value *args) {
    Buffered *b = buffered_of(self);
    if (!buffered_check_open(b, "truncate of")) return 0;
    if (!b->writable) return io_unsupported("truncate");
    if (!buffered_enter(b) || !buffered_flush(b) || !buffered_rewind(b) || !buffered_ready(b)) return 0;
    Value size = io_call(b->raw, IO_NAME("truncate"), 1, args[0] ? args[0] : NONE);
    if (size && !b->file && raw_tell(b) < 0) (void)error_take();
    return size;
}

static Value py_sizeof(Value self, Value *args) {
    (void)args;
    return int_from_int64((int64_t)(sizeof(Buffered) + buffered_of(self)->size));
}

static Value get_closed(Value self) {
    int closed = is_closed(buffered_of(self));
    return closed < 0 ? 0 : bool_value(closed);
}

static Value get_name(Value self) {
    return buffered_ready(buffered_of(self)) ? object_get_attribute(buffered_of(self)->raw, NAME(name)) : 0;
}

static Value get_mode(Value self) {
    return buffered_ready(buffered_of(self)) ? object_get_attribute(buffered_of(self)->raw, IO_NAME("mode"))
                                             : 0;
}

static Value get_raw(Value self) {
    Value raw = buffered_of(self)->raw;
    return raw ? raw : NONE;
}

#define COMMON_METHODS \
    METHOD("detach", py_detach, "", "Give up the raw stream and answer it."), IO_NO_PICKLE, \
    METHOD("close", py_close, "", "Flush and close."), \
    METHOD("seekable", py_seekable, "", "Whether seek() works."), \
    METHOD("fileno", py_fileno, "", "The number of the file descriptor."), \
    METHOD("isatty", py_isatty, "", "Whether it is a terminal."), \
    METHOD("seek", py_seek, "target, whence=0, /", "Go to a position; the new one from the start."), \
    METHOD("tell", py_tell, "", "The position."), \
    METHOD("truncate", py_truncate, NATIVE_OF_CLASS "pos=None, /", "Cut or extend the file, by default to the position."), \
    METHOD("__sizeof__", py_sizeof, "", "Size in memory, in bytes.")
#define READING_METHODS                                                                                      \
    METHOD("readable", py_readable, "", "Whether read() works."),                                            \
        METHOD("peek", buffered_py_peek, "size=0, /",                                                        \
               "Bytes that come next, without going on; at least one but at the end."),                      \
        METHOD("read", buffered_py_read, "size=-1, /", "`size` bytes, fewer only at the end; or all."),      \
        METHOD("read1", buffered_py_read1, "size=-1, /",                                                     \
               "At most `size` bytes with at most one read of the raw stream."),                             \
        METHOD("readinto", buffered_py_readinto, "buffer, /",                                                \
               "Read into a writable buffer; the number of bytes."),                                         \
        METHOD("readinto1", buffered_py_readinto1, "buffer, /",                                              \
               "The same with at most one read of the raw stream."),                                         \
        METHOD("readline", buffered_py_readline, "size=-1, /",                                               \
               "The next line with its newline; empty at the end.")
#define WRITING_METHODS \
    METHOD("writable", py_writable, "", "Whether write() works."), \
    METHOD("flush", py_flush, "", "Write what is buffered."), \
    METHOD("write", buffered_py_write, "buffer, /", "Write bytes; their number.")

static const MethodDef reader_methods[] = {
    COMMON_METHODS, READING_METHODS, METHOD("flush", py_flush_raw, "", "Flush the raw stream."), METHODS_END
};
static const MethodDef writer_methods[] = {COMMON_METHODS, WRITING_METHODS, METHODS_END
};
static const MethodDef random_methods[] = {COMMON_METHODS, READING_METHODS, WRITING_METHODS, METHODS_END
};

static const AttributeDef attributes[] = {
    {"closed", get_closed, 0, "Whether the raw stream is closed."},
    {"name", get_name, 0, "The name of the raw stream."},
    {"mode", get_mode, 0, "The mode of the raw stream."},
    {"raw", get_raw, 0, "The raw stream."},
    {0}
};

#define BUFFERED_TYPE(type_name, documentation)                                                              \
    .head = {&type_type}, .name = "_io." type_name, .doc = documentation, .base = &io_buffered_base_type,    \
    .size = sizeof(Buffered), .attributes_offset = sizeof(Buffered), .flags = TYPE_BASE | TYPE_ATTRIBUTES,   \
    .signature = "raw, buffer_size=131072", .make = buffered_make, .repr = buffered_repr,                    \
    .attributes = attributes

Type buffered_reader_type = {
    BUFFERED_TYPE("BufferedReader", "A buffer for reading from a raw stream."),
    .init = reader_init,
    .next = buffered_next_line,
    .methods = reader_methods,
};

Type buffered_writer_type = {
    BUFFERED_TYPE("BufferedWriter", "A buffer for writing to a raw stream."),
    .init = writer_init,
    .reclaim = buffered_reclaim,
    .methods = writer_methods,
};

Type buffered_random_type = {
    BUFFERED_TYPE("BufferedRandom", "A buffer for reading and writing a raw stream that can seek."),
    .init = random_init,
    .next = buffered_next_line,
    .reclaim = buffered_reclaim,
    .methods = random_methods,
};

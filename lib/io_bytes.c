// BytesIO: a binary stream in memory.
//
// `data` belongs to the stream alone, or is that of a bytes object, `shared`: what it was made from, or what
// getvalue() answered last. Before anything is changed the stream makes a copy of its own. While a view of it
// lives (getbuffer()) the block stays where it is: whatever could move it is refused.
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    IoBase base;
    Exports exports;
    Value shared;               // bytes, or 0
    uint8_t *data;
    size_t size, capacity;      // capacity is 0 while the data is shared
    size_t at;                  // may lie behind the end
} BytesIo;

// What getbuffer() views: it hands out the stream's block. It alone is the exporter, as in CPython.
typedef struct {
    Object head;
    BytesIo *stream;
} StreamBuffer;

static BytesIo *stream_of(Value v) { return (BytesIo *)value_object(v); }

// ------------------------------------------------------------------------------------------------ storage

static bool check_open(BytesIo *b) {
    return !b->base.closed || raise_value_error("I/O operation on closed file.");
}

static bool check_resizable(BytesIo *b) { return exports_allow(&b->exports); }

// A block of its own with room for `size` bytes.
static bool reserve(BytesIo *b, size_t size) {
    if (!b->shared && size <= b->capacity) return true;
    if (size > PTRDIFF_MAX) return raise_overflow_error("new buffer size too large");
    size_t grown = b->shared ? size : size + size / 8 + 64;
    if (size < grown / 2 || grown < b->size) grown = b->size;
    if (grown < size) grown = size;
    uint8_t *block = mem_alloc_atomic(grown ? grown : 1);
    if (!block) return false;
    size_t kept = b->size < grown ? b->size : grown;
    if (kept) memcpy(block, b->data, kept);
    if (!b->shared && b->capacity >= 4096) mem_free(b->data);
    b->data = block;
    b->capacity = grown;
    b->shared = 0;
    return true;
}

static void share(BytesIo *b, Value bytes) {
    b->shared = bytes;
    b->data = bytes_data(bytes);
    b->size = bytes_size(bytes);
    b->capacity = 0;
}

// The argument's memory may be this very stream's: so it is held, and the stream is found exported then.
static bool write_bytes(BytesIo *b, const uint8_t *data, size_t size) {
    if (size == 0) return true;
    if (b->at > PTRDIFF_MAX - size) return raise_overflow_error("new position too large");
    size_t end = b->at + size;
    if (b->shared || end > b->capacity) {
        size_t wanted = end > b->size ? end : b->size;
        size_t grown = wanted > b->size ? wanted + wanted / 2 : wanted;
        if (!reserve(b, grown)) return false;
    }
    if (b->at > b->size) memset(b->data + b->size, 0, b->at - b->size);
    memcpy(b->data + b->at, data, size);
    b->at = end;
    if (end > b->size) b->size = end;
    return true;
}

static size_t left(const BytesIo *b) { return b->at < b->size ? b->size - b->at : 0; }

// The next `size` bytes at most.
static Value take(BytesIo *b, size_t size) {
    if (size > left(b)) size = left(b);
    if (b->shared && b->at == 0 && size == b->size) {
        b->at = size;
        return b->shared;
    }
    Value bytes = bytes_new(size ? b->data + b->at : 0, size);
    if (bytes) b->at += size;
    return bytes;
}

static size_t line_size(const BytesIo *b, ptrdiff_t limit) {
    size_t size = left(b);
    if (limit >= 0 && (size_t)limit < size) size = (size_t)limit;
    const uint8_t *newline = size ? memchr(b->data + b->at, '\n', size) : NULL;
    return newline ? (size_t)(newline - (b->data + b->at)) + 1 : size;
}

// ------------------------------------------------------------------------------------------------ making

static Value bytes_io_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    BytesIo *b = instance_allocate(type, sizeof *b);
    Value nothing = bytes_new(0, 0);
    if (!b || !nothing) return 0;
    share(b, nothing);
    return VALUE(b);
}

static bool bytes_io_init(Value self, Value *args, size_t count, Value keywords) {
    Value initial;
    BytesIo *b = stream_of(self);
    if (!NATIVE_BIND("BytesIO", "initial_bytes=b''", &initial)) return false;
    b->size = b->at = 0;
    if (!check_resizable(b)) return false;
    share(b, bytes_new(0, 0));
    b->base.closed = false;
    if (!initial || initial == NONE) return true;
    if (value_is(initial, &bytes_type)) {
        share(b, initial);
        return true;
    }
    Buffer buffer;
    if (!buffer_get(initial, &buffer, BUFFER_ND)) return false;
    bool done = write_bytes(b, buffer.data, (size_t)buffer.size);
    buffer_release(&buffer);
    b->at = 0;
    return done;
}

// ------------------------------------------------------------------------------------------------ reading

// An optional size; negative stands for all.
static bool size_argument(BytesIo *b, Value v, ptrdiff_t *size) {
    return io_size_argument(v, size) && check_open(b);
}

static Value py_read(Value self, Value *args) {
    ptrdiff_t size;
    return size_argument(stream_of(self), args[0], &size)
        ? take(stream_of(self), size < 0 ? SIZE_MAX : (size_t)size)
        : 0;
}

static Value py_readline(Value self, Value *args) {
    ptrdiff_t limit;
    BytesIo *b = stream_of(self);
    return size_argument(b, args[0], &limit) ? take(b, line_size(b, limit)) : 0;
}

static Value py_readlines(Value self, Value *args) {
    ptrdiff_t hint = 0, total = 0;
    BytesIo *b = stream_of(self);
    if (!check_open(b)) return 0;
    if (args[0] && args[0] != NONE) {
        if (!int_check(args[0])) return raise_type_error("integer argument expected, got '%T'", args[0]);
        if (!sequence_size(args[0], &hint)) return 0;
    }
    Value lines = list_with_capacity(0);
    while (lines && left(b)) {
        Value line = take(b, line_size(b, -1));
        if (!line || !list_append(lines, line)) return 0;
        total += (ptrdiff_t)bytes_size(line);
        if (hint > 0 && total >= hint) break;
    }
    return lines;
}

static Value py_readinto(Value self, Value *args) {
    BytesIo *b = stream_of(self);
    Buffer buffer;
    if (!io_writable_argument(args[0], "readinto()", &buffer)) return 0;
    size_t size = (size_t)buffer.size;
    bool open = check_open(b);
    if (open && size > left(b)) size = left(b);
    if (open && size) memmove(buffer.data, b->data + b->at, size);
    buffer_release(&buffer);
    if (!open) return 0;
    b->at += size;
    return SMALL(size);
}

static Value bytes_io_iter(Value self) { return self; }

static Value bytes_io_next(Value self) {
    BytesIo *b = stream_of(self);
    if (!check_open(b)) return 0;
    return left(b) ? take(b, line_size(b, -1)) : 0;
}

// ------------------------------------------------------------------------------------------------ writing

static Value py_write(Value self, Value *args) {
    BytesIo *b = stream_of(self);
    Buffer buffer;
    if (!check_open(b) || !check_resizable(b) || !buffer_get(args[0], &buffer, BUFFER_ND)) return 0;
    bool done = check_open(b) && check_resizable(b) && write_bytes(b, buffer.data, (size_t)buffer.size);
    ptrdiff_t size = buffer.size;
    buffer_release(&buffer);
    return done ? SMALL(size) : 0;
}

static Value py_writelines(Value self, Value *args) {
    if (!check_open(stream_of(self))) return 0;
    Value iterator = object_iter(args[0]);
    if (!iterator) return 0;
    for (Value line; (line = object_next(iterator));)
        if (!py_write(self, &line)) return 0;
    return error_occurred() ? 0 : NONE;
}

static Value py_truncate(Value self, Value *args) {
    BytesIo *b = stream_of(self);
    if (!check_open(b) || !check_resizable(b)) return 0;
    ptrdiff_t size = (ptrdiff_t)b->at;
    if (args[0] && args[0] != NONE && !sequence_size(args[0], &size)) return 0;
    if (size < 0) return raise_value_error("negative size value %zd", size);
    if (!check_resizable(b)) return 0;
    if ((size_t)size < b->size) {
        if (!reserve(b, (size_t)size)) return 0;
        b->size = (size_t)size;
    }
    return SMALL(size);
}

static Value py_seek(Value self, Value *args) {
    BytesIo *b = stream_of(self);
    ptrdiff_t target, base = 0;
    int whence = 0;
    if (!sequence_size(args[0], &target) || (args[1] && !object_to_int(args[1], &whence)) || !check_open(b))
        return 0;
    if (target < 0 && whence == 0) return raise_value_error("negative seek value %zd", target);
    if (whence < 0 || whence > 2)
        return raise_value_error("invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence) base = (ptrdiff_t)(whence == 1 ? b->at : b->size);
    if (target > PTRDIFF_MAX - base) return raise_overflow_error("new position too large");
    b->at = target + base < 0 ? 0 : (size_t)(target + base);
    return int_from_int64((int64_t)b->at);
}

// ------------------------------------------------------------------------------------------------ the whole

static Value py_getvalue(Value self, Value *args) {
    (void)args;
    BytesIo *b = stream_of(self);
    if (!check_open(b)) return 0;
    if (b->shared && b->size == bytes_size(b->shared)) return b->shared;
    Value bytes = bytes_new(b->data, b->size);
    if (bytes && !b->exports.count) share(b, bytes);
    return bytes;
}

static Value py_getbuffer(Value self, Value *args) {
    (void)args;
    BytesIo *b = stream_of(self);
    if (!check_open(b)) return 0;
    StreamBuffer *block = mem_object(&bytes_io_buffer_type, sizeof *block);
    if (!block) return 0;
    block->stream = b;
    return memoryview_new(VALUE(block));
}

static bool stream_buffer_get(Value self, Buffer *buffer, int flags) {
    BytesIo *b = ((StreamBuffer *)value_object(self))->stream;
    if (!b->exports.count && b->shared && !reserve(b, b->size)) return false;
    return buffer_fill_counted(buffer, self, &b->exports, b->data, b->size, flags);
}

Type bytes_io_buffer_type = {
    .head = {&type_type},
    .name = "_io._BytesIOBuffer",
    .size = sizeof(StreamBuffer),
    .flags = TYPE_NO_NEW,
    .get_buffer = stream_buffer_get,
    .release_buffer = exports_release,
};

// --------------------------------------------------------------------------------------------- other methods

static Value py_true(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? TRUE : 0;
}

static Value py_isatty(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? FALSE : 0;
}

static Value py_flush(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? NONE : 0;
}

static Value py_tell(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? int_from_int64((int64_t)stream_of(self)->at) : 0;
}

static Value py_close(Value self, Value *args) {
    (void)args;
    BytesIo *b = stream_of(self);
    Value nothing = bytes_new(0, 0);
    if (!nothing || !check_resizable(b)) return 0;
    share(b, nothing);
    b->base.closed = true;
    return NONE;
}

static Value py_sizeof(Value self, Value *args) {
    (void)args;
    return int_from_int64((int64_t)(sizeof(BytesIo) + stream_of(self)->capacity));
}

static Value own_dict(Value self) {
    Value dict = object_get_attribute(self, NAME(__dict__));
    return !dict ? 0 : dict_of(dict)->count ? dict_copy(dict) : NONE;
}

static Value py_getstate(Value self, Value *args) {
    Value value = py_getvalue(self, args), dict = value ? own_dict(self) : 0;
    return dict ? tuple_pack(3, value, SMALL(stream_of(self)->at), dict) : 0;
}

static Value py_setstate(Value self, Value *args) {
    BytesIo *b = stream_of(self);
    Value state = args[0];
    if (!tuple_check(state) || tuple_count(state) < 3)
        return raise_type_error("%T.__setstate__ argument should be 3-tuple, got %T", self, state);
    Value initial = tuple_get(state, 0), position = tuple_get(state, 1), dict = tuple_get(state, 2);
    if (initial == NONE) return raise_type_error("a bytes-like object is required, not '%T'", initial);
    if (!check_open(b) || !check_resizable(b) || !bytes_io_init(self, &initial, 1, 0)) return 0;
    if (!int_check(position))
        return raise_type_error("second item of state must be an integer, not %T", position);
    ptrdiff_t at;
    if (!sequence_size(position, &at)) return 0;
    if (at < 0) return raise_value_error("position value cannot be negative");
    b->at = (size_t)at;
    if (dict == NONE) return NONE;
    if (!dict_check(dict)) return raise_type_error("third item of state should be a dict, got a %T", dict);
    Value own = object_get_attribute(self, NAME(__dict__));
    return own && dict_update(own, dict) ? NONE : 0;
}

static Value get_closed(Value self) { return bool_value(io_base_of(self)->closed); }

static const MethodDef methods[] = {
    METHOD("readable", py_true, "", "True."),
    METHOD("seekable", py_true, "", "True."),
    METHOD("writable", py_true, "", "True."),
    METHOD("close", py_close, "", "Give the memory up."),
    METHOD("flush", py_flush, "", "Does nothing."),
    METHOD("isatty", py_isatty, "", "False."),
    METHOD("tell", py_tell, "", "The position."),
    METHOD("write", py_write, "b, /", "Write bytes; their number."),
    METHOD("writelines", py_writelines, "lines, /", "Write each of the bytes-like objects."),
    METHOD("read", py_read, "size=-1, /", "At most `size` bytes, or all up to the end."),
    METHOD("read1", py_read, "size=-1, /", "At most `size` bytes, or all up to the end."),
    METHOD("readinto", py_readinto, "buffer, /", "Read into a writable buffer; the number of bytes."),
    METHOD("readline", py_readline, "size=-1, /", "The next line with its newline; empty at the end."),
    METHOD("readlines", py_readlines, "size=None, /",
           "The lines as a list; those after `size` bytes are left."),
    METHOD("truncate", py_truncate, "size=None, /", "Cut to `size` bytes, by default to the position."),
    METHOD("seek", py_seek, "pos, whence=0, /", "Go to a position; the new one from the start."),
    METHOD("getvalue", py_getvalue, "", "All bytes, whatever the position."),
    METHOD("getbuffer", py_getbuffer, NATIVE_OF_CLASS "", "A view of the bytes, readable and writable."),
    METHOD("__getstate__", py_getstate, "", "The state, for copies."),
    METHOD("__setstate__", py_setstate, "object, /", "Set the state of a copy."),
    METHOD("__sizeof__", py_sizeof, "", "Size in memory, in bytes."),
    METHODS_END
};

static const AttributeDef attributes[] = {{"closed", get_closed, 0, "Whether it was closed."}, {0}};

Type bytes_io_type = {
    .head = {&type_type},
    .name = "_io.BytesIO",
    .doc = "A binary stream in memory.",
    .base = &io_buffered_base_type,
    .size = sizeof(BytesIo),
    .attributes_offset = sizeof(BytesIo),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .signature = "initial_bytes=b''",
    .make = bytes_io_make,
    .init = bytes_io_init,
    .iter = bytes_io_iter,
    .next = bytes_io_next,
    .methods = methods,
    .attributes = attributes,
};

// BufferedRWPair: two raw streams, one to read from and one to write to, as one stream.
#include "lib/io.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    IoBase base;
    Value reader, writer;       // BufferedReader, BufferedWriter; 0: not initialised
} Pair;

static Pair *pair_of(Value v) { return (Pair *)value_object(v); }

static Value pair_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Pair)));
}

static bool pair_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (!NATIVE_BIND("BufferedRWPair", "reader, writer, buffer_size=131072, /", bound)) return false;
    if (!io_check(bound[0], "readable", "File or stream is not readable.") ||
        !io_check(bound[1], "writable", "File or stream is not writable."))
        return false;
    size_t given = bound[2] ? 2 : 1;
    Value reader[] = {bound[0], bound[2]}, writer[] = {bound[1], bound[2]};
    Pair *p = pair_of(self);
    return (p->reader = object_call(VALUE(&buffered_reader_type), reader, given, 0)) &&
           (p->writer = object_call(VALUE(&buffered_writer_type), writer, given, 0));
}

static Value forward(Value stream, const char *method, Value *args, size_t count) {
    if (!stream) return raise_value_error("I/O operation on uninitialized object");
    return object_call_method(stream, intern(method), args, count);
}

// Methods with one argument that may be absent, of the reader or the writer.
#define FORWARD(name, half)                                                                                  \
    static Value pair_py_##name(Value self, Value *args) {                                                   \
        return forward(pair_of(self)->half, #name, args, args[0] != 0);                                      \
    }
// Methods without arguments.
#define FORWARD_PLAIN(name, half)                                                                            \
    static Value pair_py_##name(Value self, Value *args) {                                                   \
        return forward(pair_of(self)->half, #name, args, 0);                                                 \
    }
FORWARD(read, reader)
FORWARD(read1, reader)
FORWARD(readinto, reader)
FORWARD(readinto1, reader)
FORWARD(peek, reader)
FORWARD(write, writer)
FORWARD_PLAIN(flush, writer)
FORWARD_PLAIN(readable, reader)
FORWARD_PLAIN(writable, writer)

static Value pair_py_close(Value self, Value *args) {
    Value closed = forward(pair_of(self)->writer, "close", args, 0), failure = closed ? 0 : error_take();
    Value answer = forward(pair_of(self)->reader, "close", args, 0);
    if (!failure) return answer;
    if (answer) error_set(failure);
    else error_replaced(failure);
    return 0;
}

static Value pair_py_isatty(Value self, Value *args) {
    Value writes = forward(pair_of(self)->writer, "isatty", args, 0);
    return writes == FALSE ? forward(pair_of(self)->reader, "isatty", args, 0) : writes;
}

static Value pair_get_closed(Value self) {
    if (!pair_of(self)->writer)
        return raise_runtime_error("the BufferedRWPair object is being garbage-collected");
    return object_get_attribute(pair_of(self)->writer, IO_NAME("closed"));
}

static const MethodDef pair_methods[] = {
    METHOD("read", pair_py_read, "size=-1, /", "`size` bytes, fewer only at the end; or all."),
    METHOD("read1", pair_py_read1, "size=-1, /",
           "At most `size` bytes with at most one read of the raw stream."),
    METHOD("readinto", pair_py_readinto, "buffer, /", "Read into a writable buffer; the number of bytes."),
    METHOD("readinto1", pair_py_readinto1, "buffer, /", "The same with at most one read of the raw stream."),
    METHOD("peek", pair_py_peek, "size=0, /", "Bytes that come next, without going on."),
    METHOD("write", pair_py_write, "b, /", "Write bytes; their number."),
    METHOD("flush", pair_py_flush, "", "Write what is buffered."),
    METHOD("readable", pair_py_readable, "", "Whether read() works."),
    METHOD("writable", pair_py_writable, "", "Whether write() works."),
    METHOD("close", pair_py_close, "", "Close both streams."),
    METHOD("isatty", pair_py_isatty, "", "Whether one of them is a terminal."),
    METHODS_END
};

static const AttributeDef pair_attributes[] = {
    {"closed", pair_get_closed, 0, "Whether the writer is closed."}, {0}};

Type buffered_pair_type = {
    .head = {&type_type},
    .name = "_io.BufferedRWPair",
    .doc = "A reader and a writer as one stream.",
    .base = &io_buffered_base_type,
    .size = sizeof(Pair),
    .attributes_offset = sizeof(Pair),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .signature = "reader, writer, buffer_size=131072, /",
    .make = pair_make,
    .init = pair_init,
    .methods = pair_methods,
    .attributes = pair_attributes,
};

// IOBase, RawIOBase, BufferedIOBase, TextIOBase: what all streams can do, told in terms of a few methods that
// a derived class defines; and the list of open writers.
#include "lib/io.h"
#include "lib/posix.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/exception_parts.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <stdarg.h>
#include <stdlib.h>

// ------------------------------------------------------------------------------------------------ helpers

Value io_unsupported(const char *what) { return raise_format(&io_unsupported_type, "%s", what); }

Value io_call(Value stream, Value name, size_t count, ...) {
    Value args[4];
    va_list list;
    va_start(list, count);
    for (size_t k = 0; k < count; k++) args[k] = va_arg(list, Value);
    va_end(list);
    if (!stream) return raise_value_error("I/O operation on uninitialized object");
    return object_call_method(stream, name, args, count);
}

int io_is_closed(Value stream) {
    Value closed = object_get_attribute(stream, IO_NAME("closed"));
    return closed ? object_truth(closed) : -1;
}

bool io_check_open(Value stream) {
    int closed = io_is_closed(stream);
    return closed <= 0 ? closed == 0 : raise_value_error("I/O operation on closed file.");
}

bool io_check(Value stream, const char *method, const char *message) {
    Value answer = object_call_method(stream, intern(method), 0, 0);
    return answer == TRUE || (answer && io_unsupported(message));
}

bool io_size_argument(Value v, ptrdiff_t *out) {
    *out = -1;
    if (!v || v == NONE) return true;
    if (!int_check(v) && !type_of(v)->index)
        return raise_type_error("argument should be integer or None, not '%T'", v);
    int64_t size;
    Value number = object_index(v);
    if (!number) return false;
    if (!int_get64(number, &size)) return raise_overflow_error("cannot fit '%T' into an index-sized integer", v);
    *out = size;
    return true;
}

#define SHORTEN_FREES 1024              // what is worth being given back at once

Value io_bytes_shortened(Value bytes, size_t room, size_t used) {
    if (used < room - room / 8) {
        Value shorter = bytes_new(bytes_data(bytes), used);
        if (room >= SHORTEN_FREES) mem_free(value_object(bytes));
        return shorter;
    }
    span_of(bytes)->size = used;
    bytes_data(bytes)[used] = 0;
    return bytes;
}

bool io_writable_argument(Value v, const char *method, Buffer *buffer) {
    if (buffer_get_writable(v, buffer)) return true;
    (void)error_take();
    return raise_type_error("%s%s must be read-write bytes-like object, not %P", method,
                            method[strlen(method) - 1] == ')' ? " argument" : "", v);
}

// ---------------------------------------------------------------------------------------------- open writers

static uintptr_t first_writer;  // hidden

static IoBase *linked(uintptr_t link) { return link ? mem_reveal(link) : NULL; }

void io_list_writer(IoBase *writer) {
    if (writer->listed) return;
    writer->listed = true;
    mem_reach_interest += !writer->is_standard;
    writer->previous = 0;
    writer->next = first_writer;
    if (first_writer) linked(first_writer)->previous = mem_hide(writer);
    first_writer = mem_hide(writer);
}

void io_unlist_writer(IoBase *writer) {
    if (!writer->listed) return;
    writer->listed = false;
    mem_reach_interest -= !writer->is_standard;
    if (writer->previous) linked(writer->previous)->next = writer->next;
    else first_writer = writer->next;
    if (writer->next) linked(writer->next)->previous = writer->previous;
}

IoBase *io_next_writer(IoBase *writer) { return linked(writer ? writer->next : first_writer); }

// The file that a writer has data for, or NULL.
static FileIo *file_in_debt(IoBase *writer) {
    Buffered *buffered = writer->is_text ? ((TextIo *)writer)->native : (Buffered *)writer;
    bool holds = buffered && (buffered->filled || (writer->is_text && ((TextIo *)writer)->pending_size));
    return holds && buffered->file && buffered->file->closes_fd ? buffered->file : NULL;
}

// Writers that hold data for the file at the path. Their addresses are kept where the collector does not
// look.
typedef struct {
    size_t count, room;
    void **writers;
    bool *reached;
} Debtors;

static bool add_debtor(Debtors *debtors, IoBase *writer) {
    if (debtors->count == debtors->room) {
        size_t room = debtors->room * 2 + 16;
        void **more = realloc(debtors->writers, room * (sizeof *more + sizeof(bool)));
        if (!more) return false;
        debtors->writers = more;
        debtors->room = room;
    }
    debtors->writers[debtors->count++] = writer;
    debtors->reached = (bool *)(debtors->writers + debtors->room);
    return true;
}

// What file is meant: that at a path, that of a descriptor, or any.
typedef struct {
    const char *path;
    int fd;  // -1: not by descriptor
} FileName;

__attribute__((noinline)) static void find_debtors(Debtors *debtors, const FileName *name) {
    struct stat status;
    bool known = false, any = !name->path && name->fd < 0;
    for (IoBase *writer = io_next_writer(NULL); writer; writer = io_next_writer(writer)) {
        FileIo *file = file_in_debt(writer);
        if (!file) continue;
        if (!any && !known && (name->path ? stat(name->path, &status) : fstat(name->fd, &status)) < 0) return;
        known = true;
        if ((any || file_io_is(file, &status)) && !add_debtor(debtors, writer)) return;
    }
}

// A file that is dropped is written and closed.
static void close_dropped(IoBase *writer) {
    FileIo *file = file_in_debt(writer);
    if (!file) return;
    if (writer->is_text) text_io_drain((TextIo *)writer);
    else buffered_drain((Buffered *)writer);
    file_io_drop(file);
}

__attribute__((noinline)) static void settle_debts(const Debtors *debtors) {
    for (int text = 1; text >= 0; text--)
        for (size_t k = 0; k < debtors->count; k++) {
            IoBase *writer = debtors->writers[k];
            if (!debtors->reached[k] && writer->is_text == text) close_dropped(writer);
        }
}

static void settle(const FileName *name) {
    Debtors debtors = {0};
    find_debtors(&debtors, name);
    if (debtors.count && mem_reach(debtors.writers, debtors.count, debtors.reached)) settle_debts(&debtors);
    free(debtors.writers);
}

void io_settle(const char *path) { settle(&(FileName){path, -1}); }

void io_settle_fd(int fd) { settle(&(FileName){NULL, fd}); }

// ------------------------------------------------------------------------------------------------ IOBase

// Streams that Python classes define are closed when they are dropped; a class with a __del__ of its own is known for it.
static Value base_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    Object *stream = instance_allocate(type, type->size);
    bool registers = stream && type->flags & TYPE_HEAP && !(type->flags & TYPE_FINALIZED);
    return !registers || mem_add_finalizable(stream, false) ? VALUE(stream) : 0;
}

static Value base_py_seek(Value self, Value *args) {
    (void)self;
    int ignored;
    if (!object_index(args[0]) || (args[1] && !posix_int(args[1], &ignored))) return 0;
    return io_unsupported("seek");
}

static Value base_py_tell(Value self, Value *args) {
    (void)args;
    return io_call(self, IO_NAME("seek"), 2, SMALL(0), SMALL(1));
}

static Value base_py_truncate(Value self, Value *args) {
    (void)self, (void)args;
    return io_unsupported("truncate");
}

static Value base_py_fileno(Value self, Value *args) {
    (void)self, (void)args;
    return io_unsupported("fileno");
}

static Value base_py_flush(Value self, Value *args) {
    (void)args;
    if (io_base_of(self)->closed) return raise_value_error("I/O operation on closed file.");
    return NONE;
}

Value io_close_base(Value self) {
    if (io_base_of(self)->closed) return NONE;
    Value flushed = object_call_method(self, NAME(flush), 0, 0), failure = flushed ? 0 : error_take();
    io_base_of(self)->closed = true;
    if (!failure) return NONE;
    error_set(failure);
    return 0;
}

static Value base_py_close(Value self, Value *args) {
    (void)args;
    return io_close_base(self);
}

static Value base_py_del(Value self, Value *args) {
    (void)args;
    int closed = io_is_closed(self);
    if (closed < 0) (void)error_take();
    if (closed <= 0 && !object_call_method(self, NAME(close), 0, 0)) (void)error_take();
    return NONE;
}

static Value base_py_false(Value self, Value *args) {
    (void)self, (void)args;
    return FALSE;
}

static Value base_py_isatty(Value self, Value *args) {
    (void)args;
    return io_check_open(self) ? FALSE : 0;
}

static Value base_py_check_closed(Value self, Value *args) {
    (void)args;
    return io_check_open(self) ? NONE : 0;
}

static Value base_py_check_readable(Value self, Value *args) {
    (void)args;
    return io_check(self, "readable", "File or stream is not readable.") ? TRUE : 0;
}

static Value base_py_check_writable(Value self, Value *args) {
    (void)args;
    return io_check(self, "writable", "File or stream is not writable.") ? TRUE : 0;
}

static Value base_py_check_seekable(Value self, Value *args) {
    (void)args;
    return io_check(self, "seekable", "File or stream is not seekable.") ? TRUE : 0;
}

// An open stream itself.
static Value base_py_self(Value self, Value *args) {
    (void)args;
    return io_check_open(self) ? self : 0;
}

Value io_py_refuse_pickle(Value self, Value *args) {
    (void)args;
    const char *name = type_of(self)->name, *dot = strrchr(name, '.');
    return raise_type_error("cannot pickle '%s' instances", dot ? dot + 1 : name);
}

static Value base_py_exit(Value self, Value *args) {
    (void)args;
    return object_call_method(self, NAME(close), 0, 0);
}

static Value base_iter(Value self) { return io_check_open(self) ? self : 0; }

static Value base_next(Value self) {
    Value line = object_call_method(self, NAME(readline), 0, 0);
    if (!line) return 0;
    ptrdiff_t length = object_length(line);
    return length > 0 ? line : 0;
}

// --- lines. How many bytes to ask for so that no more than the line is read: known only where peek() shows
// them.
static bool line_request(Value self, Value peek, ptrdiff_t room, ptrdiff_t *wanted) {
    *wanted = 1;
    if (!peek) return true;
    Value ahead = object_call1(peek, SMALL(1));
    if (!ahead) return false;
    if (!bytes_check(ahead))
        return raise_format(&OSError_type, "peek() should have returned a bytes object, not '%T'", ahead);
    (void)self;
    if (bytes_size(ahead) == 0) return true;
    const uint8_t *newline = memchr(bytes_data(ahead), '\n', bytes_size(ahead));
    *wanted = newline ? newline - bytes_data(ahead) + 1 : (ptrdiff_t)bytes_size(ahead);
    if (room >= 0 && *wanted > room) *wanted = room;
    return true;
}

static Value base_py_readline(Value self, Value *args) {
    ptrdiff_t limit;
    if (!io_size_argument(args[0], &limit)) return 0;
    bool has_peek;
    Value peek = object_find_attribute(self, IO_NAME("peek"), &has_peek);
    Value line = error_occurred() ? 0 : bytearray_new(0, 0);
    while (line && (limit < 0 || (ptrdiff_t)span_of(line)->size < limit)) {
        ptrdiff_t wanted, room = limit < 0 ? -1 : limit - (ptrdiff_t)span_of(line)->size;
        if (!line_request(self, peek, room, &wanted)) return 0;
        Value part = io_call(self, NAME(read), 1, SMALL(wanted));
        if (!part) return 0;
        if (!bytes_check(part))
            return raise_format(&OSError_type, "read() should have returned a bytes object, not '%T'", part);
        if (bytes_size(part) == 0) break;
        if (!bytearray_splice(line, span_of(line)->size, 0, bytes_data(part), bytes_size(part))) return 0;
        if (bytes_data(part)[bytes_size(part) - 1] == '\n') break;
    }
    return line ? bytes_new(span_of(line)->data, span_of(line)->size) : 0;
}

static Value base_py_readlines(Value self, Value *args) {
    ptrdiff_t hint;
    if (!io_size_argument(args[0], &hint)) return 0;
    Value lines = list_with_capacity(0), iterator = lines ? object_iter(self) : 0;
    if (!iterator) return 0;
    if (hint <= 0) return list_extend(lines, iterator) ? lines : 0;
    ptrdiff_t total = 0;
    for (Value line; (line = object_next(iterator));) {
        ptrdiff_t length = object_length(line);
        if (length < 0 || !list_append(lines, line)) return 0;
        if (length > hint - total) break;
        total += length;
    }
    return error_occurred() ? 0 : lines;
}

static Value base_py_writelines(Value self, Value *args) {
    if (!io_check_open(self)) return 0;
    Value iterator = object_iter(args[0]);
    if (!iterator) return 0;
    for (Value line; (line = object_next(iterator));)
        if (!io_call(self, NAME(write), 1, line)) return 0;
    return error_occurred() ? 0 : NONE;
}

static Value base_get_closed(Value self) { return bool_value(io_base_of(self)->closed); }

static const MethodDef base_methods[] = {
    METHOD("seek", base_py_seek, NATIVE_OF_CLASS "offset, whence=0, /",
           "Go to a position: from the start (0), from here (1), from the end (2)."),
    METHOD("tell", base_py_tell, "", "The position."),
    METHOD("truncate", base_py_truncate, NATIVE_OF_CLASS "size=None, /",
           "Cut or extend the file to `size` bytes, by default to the position."),
    METHOD("flush", base_py_flush, "", "Write what is buffered."),
    METHOD("close", base_py_close, "", "Flush and close. Closing a second time does nothing."),
    METHOD("__del__", base_py_del, "", "Closes a stream that was dropped."),
    METHOD("seekable", base_py_false, "", "Whether seek() works."),
    METHOD("readable", base_py_false, "", "Whether read() works."),
    METHOD("writable", base_py_false, "", "Whether write() works."),
    METHOD("_checkClosed", base_py_check_closed, "", "ValueError if it is closed."),
    METHOD("_checkSeekable", base_py_check_seekable, "", "UnsupportedOperation if it cannot seek."),
    METHOD("_checkReadable", base_py_check_readable, "", "UnsupportedOperation if it cannot be read."),
    METHOD("_checkWritable", base_py_check_writable, "", "UnsupportedOperation if it cannot be written."),
    METHOD("fileno", base_py_fileno, NATIVE_OF_CLASS "", "The number of the file descriptor."),
    METHOD("isatty", base_py_isatty, "", "Whether it is a terminal."),
    METHOD("__enter__", base_py_self, "", "Return self."),
    METHOD("__exit__", base_py_exit, "*args", "Close it."),
    METHOD("readline", base_py_readline, "size=-1, /",
           "The next line with its newline, of at most `size` bytes; empty at the end."),
    METHOD("readlines", base_py_readlines, "hint=-1, /",
           "The lines as a list; those after `hint` bytes are left."),
    METHOD("writelines", base_py_writelines, "lines, /", "Write each of the lines; newlines are not added."),
    METHODS_END};

static const AttributeDef base_attributes[] = {{"closed", base_get_closed, 0, 0}, {0}};

Type io_base_type = {
    .head = {&type_type},
    .name = "_io._IOBase",
    .doc = "What all streams have in common.",
    .size = sizeof(IoBase),
    .attributes_offset = sizeof(IoBase),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES | TYPE_WEAK,
    .make = base_make,
    .iter = base_iter,
    .next = base_next,
    .methods = base_methods,
    .attributes = base_attributes,
};

// ------------------------------------------------------------------------------------------------ RawIOBase

static Value raw_py_readall(Value self, Value *args) {
    (void)args;
    Value all = bytearray_new(0, 0);
    while (all) {
        Value part = io_call(self, NAME(read), 1, SMALL(IO_TEXT_CHUNK * 16));
        if (!part) return 0;
        if (part == NONE && span_of(all)->size == 0) return NONE;
        if (part == NONE) break;
        if (!bytes_check(part)) return raise_type_error("read() should return bytes");
        if (bytes_size(part) == 0) break;
        if (!bytearray_splice(all, span_of(all)->size, 0, bytes_data(part), bytes_size(part))) return 0;
    }
    return all ? bytes_new(span_of(all)->data, span_of(all)->size) : 0;
}

static Value raw_py_read(Value self, Value *args) {
    int64_t size = -1;
    if (args[0] && !object_to_int64(args[0], &size)) return 0;
    if (size < 0) return object_call_method(self, IO_NAME("readall"), 0, 0);
    Value into = bytearray_new(0, (size_t)size);
    if (!into) return 0;
    memset(span_of(into)->data, 0, (size_t)size);
    Value got = io_call(self, IO_NAME("readinto"), 1, into);
    if (!got || got == NONE) return got;
    int64_t count;
    if (!object_to_int64(got, &count)) return 0;
    if (count < 0 || count > size)
        return raise_value_error("readinto returned %lld outside buffer size %lld", (long long)count,
                                 (long long)size);
    if ((size_t)count > span_of(into)->size)
        return raise_buffer_error("Existing exports of data: object cannot be re-sized");
    return bytes_new(span_of(into)->data, (size_t)count);
}

static Value raw_py_not_implemented(Value self, Value *args) {
    (void)self, (void)args;
    return raise_exception(exception_new(&NotImplementedError_type, 0));
}

static const MethodDef raw_methods[] = {
    METHOD("read", raw_py_read, "size=-1, /", "At most `size` bytes, or all."),
    METHOD("readall", raw_py_readall, "", "All bytes up to the end."),
    METHOD("readinto", raw_py_not_implemented, "*args", "Read into a writable buffer; the number of bytes."),
    METHOD("write", raw_py_not_implemented, "*args", "Write bytes; the number of bytes written."), METHODS_END};

Type io_raw_base_type = {
    .head = {&type_type},
    .name = "_io._RawIOBase",
    .doc = "Base class for raw binary streams.",
    .base = &io_base_type,
    .size = sizeof(IoBase),
    .attributes_offset = sizeof(IoBase),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .make = base_make,
    .methods = raw_methods,
};

// -------------------------------------------------------------------------------------------- BufferedIOBase

static Value base_py_buffered_detach(Value self, Value *args) {
    (void)self, (void)args;
    return io_unsupported("detach");
}

// A size that nobody uses must be an int all the same.
static Value refuse_size(Value size, const char *name) {
    int ignored;
    return size && !posix_int(size, &ignored) ? 0 : io_unsupported(name);
}

static Value base_py_buffered_read(Value self, Value *args) {
    (void)self;
    return refuse_size(args[0], "read");
}

static Value base_py_buffered_read1(Value self, Value *args) {
    (void)self;
    return refuse_size(args[0], "read1");
}

static Value base_py_buffered_write(Value self, Value *args) {
    (void)self, (void)args;
    return io_unsupported("write");
}

static Value read_into(Value self, Value target, Value method, const char *name, const char *own_name) {
    Buffer buffer;
    if (!io_writable_argument(target, own_name, &buffer)) return 0;
    Value part = io_call(self, method, 1, int_from_int64(buffer.size)), result = 0;
    if (part && !bytes_check(part)) (void)raise_type_error("%s() should return bytes", name);
    else if (part && (ptrdiff_t)bytes_size(part) > buffer.size)
        (void)raise_value_error("%s() returned too much data: %zd bytes requested, %zd returned", name,
                                buffer.size, (ptrdiff_t)bytes_size(part));
    else if (part) {
        memcpy(buffer.data, bytes_data(part), bytes_size(part));
        result = SMALL(bytes_size(part));
    }
    buffer_release(&buffer);
    return result;
}

static Value base_py_buffered_readinto(Value self, Value *args) {
    return read_into(self, args[0], NAME(read), "read", "readinto()");
}

static Value base_py_buffered_readinto1(Value self, Value *args) {
    return read_into(self, args[0], IO_NAME("read1"), "read1", "readinto1()");
}

static const MethodDef buffered_methods[] = {
    METHOD("detach", base_py_buffered_detach, NATIVE_OF_CLASS "", "Give up the raw stream and answer it."),
    METHOD("read", base_py_buffered_read, NATIVE_OF_CLASS "size=-1, /", "At most `size` bytes, or all."),
    METHOD("read1", base_py_buffered_read1, NATIVE_OF_CLASS "size=-1, /",
           "At most `size` bytes with at most one read of the raw stream."),
    METHOD("readinto", base_py_buffered_readinto, "buffer, /",
           "Read into a writable buffer; the number of bytes."),
    METHOD("readinto1", base_py_buffered_readinto1, "buffer, /",
           "The same with at most one read of the raw stream."),
    METHOD("write", base_py_buffered_write, NATIVE_OF_CLASS "b, /", "Write bytes; their number."),
    METHODS_END};

Type io_buffered_base_type = {
    .head = {&type_type},
    .name = "_io._BufferedIOBase",
    .doc = "Base class for buffered binary streams.",
    .base = &io_base_type,
    .size = sizeof(IoBase),
    .attributes_offset = sizeof(IoBase),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .make = base_make,
    .methods = buffered_methods,
};

// ------------------------------------------------------------------------------------------------ TextIOBase

static Value base_py_text_readline(Value self, Value *args) {
    (void)self;
    return refuse_size(args[0], "readline");
}

static Value base_py_text_write(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0])) return raise_type_error("write() argument 1 must be str, not %P", args[0]);
    return io_unsupported("write");
}

static Value text_get_none(Value self) {
    (void)self;
    return NONE;
}

static const MethodDef text_methods[] = {
    METHOD("detach", base_py_buffered_detach, NATIVE_OF_CLASS "", "Give up the buffer and answer it."),
    METHOD("read", base_py_buffered_read, NATIVE_OF_CLASS "size=-1, /", "At most `size` characters, or all."),
    METHOD("readline", base_py_text_readline, NATIVE_OF_CLASS "size=-1, /", "The next line with its newline; empty at the end."),
    METHOD("write", base_py_text_write, NATIVE_OF_CLASS "s, /", "Write a str; the number of its characters."), METHODS_END};

static const AttributeDef text_attributes[] = {{"encoding", text_get_none, 0, "The name of the encoding."},
                                               {"newlines", text_get_none, 0, "The line ends seen so far."},
                                               {"errors", text_get_none, 0, "The error handler of the encoding."},
                                               {0}};

Type io_text_base_type = {
    .head = {&type_type},
    .name = "_io._TextIOBase",
    .doc = "Base class for text streams.",
    .base = &io_base_type,
    .size = sizeof(IoBase),
    .attributes_offset = sizeof(IoBase),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .make = base_make,
    .methods = text_methods,
    .attributes = text_attributes,
};

// -------------------------------------------------------------------------------------- UnsupportedOperation

static struct {
    Object head;
    size_t count;
    Value items[2];
} unsupported_bases = {{&tuple_type}, 2, {VALUE(&OSError_type), VALUE(&ValueError_type)}};

Type io_unsupported_type = {
    EXCEPTION_TYPE(io.UnsupportedOperation, OSError_type, "What a stream cannot do."),
    .bases = (Tuple *)&unsupported_bases,
};

// print and input. Both go through the methods of the stream objects in sys, so that a program can replace those; print
// writes to a stream of our own directly.
#include "lib/builtins.h"
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/tuple.h"
#include "vm/frame.h"

static bool write_text(Value write, Value text) { return object_call1(write, text) != 0; }

// The same to a stream of our own, whose write() nobody has replaced.
static bool print_parts(Value *values, size_t count, Value sep, Value end, TextIo *stream) {
    for (size_t k = 0; k < count; k++) {
        if (k && !text_io_write_str(stream, sep)) return false;
        Value text = object_str(values[k]);
        if (!text || !text_io_write_str(stream, text)) return false;
    }
    return text_io_write_str(stream, end);
}

// Values whose str() runs no code of the program: an unbuffered stream can write them all at once.
static bool are_plain(const Value *values, size_t count) {
    for (size_t k = 0; k < count; k++)
        if (!value_is(values[k], &str_type) && !value_is_small(values[k]) && !value_is(values[k], &float_type)) return false;
    return true;
}

static bool print_plain(Value *values, size_t count, Value sep, Value end, TextIo *stream) {
    if (!stream->write_through || !are_plain(values, count)) return print_parts(values, count, sep, end, stream);
    stream->write_through = false;
    bool done = print_parts(values, count, sep, end, stream);
    stream->write_through = true;
    return done && text_io_write_pending(stream);
}

bool print_values(Value *values, size_t count, Value sep, Value end, Value file, bool flush) {
    if (text_io_is_plain(file) && text_io_of(file)->buffer)
        return print_plain(values, count, sep, end, text_io_of(file)) &&
               (!flush || object_call_method(file, NAME(flush), 0, 0));
    Value write = object_get_attribute(file, NAME(write));
    if (!write) return false;
    for (size_t k = 0; k < count; k++) {
        if (k && !write_text(write, sep)) return false;
        Value text = object_str(values[k]);
        if (!text || !write_text(write, text)) return false;
    }
    if (!write_text(write, end)) return false;
    return !flush || object_call_method(file, NAME(flush), 0, 0);
}

// A separator: None means the usual one.
static Value text_option(Value v, const char *name, Value usual) {
    if (!v || v == NONE) return usual;
    if (!str_check(v)) return raise_type_error("%s must be None or a string, not %T", name, v);
    return v;
}

static Value py_print(Value self, Value *args) {
    (void)self;
    Value file = args[3];
    if (!file || file == NONE) {
        file = sys_get(NAME(stdout));
        if (!file) return raise_runtime_error("lost sys.stdout");
        if (file == NONE) return NONE;
    }
    Value sep = text_option(args[1], "sep", NAME(space)), end = sep ? text_option(args[2], "end", NAME(newline)) : 0;
    int flush = args[4] ? object_truth(args[4]) : 0;
    if (!end || flush < 0) return 0;
    return print_values(tuple_of(args[0])->items, tuple_count(args[0]), sep, end, file, flush) ? NONE : 0;
}

// Streams that cannot be flushed are no hindrance.
static void flush(Value stream) {
    if (!object_call_method(stream, NAME(flush), 0, 0)) (void)error_take();
}

static Value py_input(Value self, Value *args) {
    (void)self;
    Value in = sys_get(NAME(stdin)), out = sys_get(NAME(stdout)), err = sys_get(NAME(stderr));
    if (!in || in == NONE) return raise_runtime_error("lost sys.stdin");
    if (!out || out == NONE) return raise_runtime_error("lost sys.stdout");
    if (!err || err == NONE) return raise_runtime_error("lost sys.stderr");
    flush(err);
    if (args[0]) {
        Value write = object_get_attribute(out, NAME(write)), prompt = write ? object_str(args[0]) : 0;
        if (!prompt || !write_text(write, prompt)) return 0;
    }
    flush(out);
    Value line = object_call_method(in, NAME(readline), 0, 0);
    if (!line) return 0;
    bool text = str_check(line);
    if (!text && !bytes_check(line)) return raise_type_error("object.readline() returned non-string");
    size_t size = text ? str_size(line) : span_of(line)->size;
    if (size == 0) return raise_format(&EOFError_type, "EOF when reading a line");
    if (!text) return span_of(line)->data[size - 1] == '\n' ? bytes_new(span_of(line)->data, size - 1) : line;
    return str_data(line)[size - 1] == '\n' ? str_substring(line, 0, str_length(line) - 1) : line;
}

const MethodDef builtins_io_functions[] = {
    FUNCTION("input", py_input, "prompt='', /", "Read a line from standard input, without its newline."),
    FUNCTION("print", py_print, "*args, sep=' ', end='\\n', file=None, flush=False", "Print the values to a stream, or to sys.stdout."),
    METHODS_END
};

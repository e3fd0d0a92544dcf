// TextIOWrapper: making one, its attributes, closing; and the three standard streams.
#include "lib/io.h"
#include "lib/settings.h"
#include "objects/codecs_parts.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/type.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

bool text_io_ready(TextIo *t) {
    if (likely(t->buffer != 0)) return true;
    return raise_value_error(t->detached ? "underlying buffer has been detached"
                                         : "I/O operation on uninitialized object");
}

bool text_io_check_open(TextIo *t) {
    if (likely(t->native && t->native->file && t->native->file->fd >= 0)) return true;
    if (!text_io_ready(t)) return false;
    if (value_is(t->buffer, &bytes_io_type) && !io_base_of(t->buffer)->closed) return true;
    return io_check_open(t->buffer);
}

bool text_io_is_plain(Value stream) {
    if (!value_is(stream, &text_io_type)) return false;
    Attributes *attributes = attributes_of(stream);
    return attributes->shape == text_io_type.shape || !object_own_attribute(stream, NAME(write));
}

// ------------------------------------------------------------------------------------------------ making

static Value text_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(TextIo)));
}

// codec_find's message speaks of codecs.encode(); for streams it ends before that.
static bool check_encoding(const char *codec) {
    if (codec_find(codec, true)) return true;
    Value message = object_str(error_pending);
    if (!message || !strstr(str_c(message), "is not a text encoding")) return false;
    (void)error_take();
    return raise_format(&LookupError_type, "'%s' is not a text encoding", codec);
}

static bool set_codec(TextIo *t, Value encoding, Value errors) {
    const char *codec = str_c(encoding), *handler = str_c(errors);
    if (!codec || !handler || !check_encoding(codec)) return false;
    CodecStream stream;
    if (!codec_stream_init(&stream, codec, handler)) return false;
    CodecFamily family = stream.codec->family;
    t->encoding = encoding;
    t->errors = errors;
    t->codec = codec;
    t->handler = handler;
    t->decoder.stream = stream;
    t->decoder.stream.needs_mark = true;
    t->encoder = 0;
    t->utf8 = family == CODEC_UTF8 && !stream.codec->mark;
    t->ascii_superset = t->utf8 || family == CODEC_ASCII || family == CODEC_LATIN1;
    return true;
}

static bool check_newline(Value newline) {
    if (!newline || newline == NONE) return true;
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    for (size_t k = 0; k < 4; k++)
        if (str_equal_c(newline, known[k])) return true;
    return raise_value_error("illegal newline value: %S", newline);
}

// Of a checked argument: None or a str.
static void set_newline(TextIo *t, Value newline) {
    t->newline_none = !newline || newline == NONE;
    memset(t->newline, 0, sizeof t->newline);
    if (!t->newline_none) memcpy(t->newline, str_data(newline), str_size(newline));
    t->decoder.newlines = (NewlineDecoder){.universal = t->newline_none || !t->newline[0],
                                           .translate = t->newline_none};
    t->write_newline = t->newline[0] == '\r' ? t->newline : NULL;
}

// A byte order mark is written only where a stream that can seek begins.
static bool mark_only_at_start(TextIo *t) {
    Value position = io_call(t->buffer, IO_NAME("tell"), 0);
    int moved = position ? object_truth(position) : -1;
    t->started = moved > 0;
    return moved >= 0;
}

// What the buffer can do. Writing at another place than the start needs no byte order mark.
static bool examine_buffer(TextIo *t) {
    Value buffer = t->buffer;
    t->native = buffered_is_native(buffer) ? buffered_of(buffer) : NULL;
    const char *const questions[] = {"readable", "writable", "seekable"};
    bool *answers[] = {&t->readable, &t->writable, &t->seekable};
    for (int k = 0; k < 3; k++) {
        Value answer = object_call_method(buffer, intern(questions[k]), 0, 0);
        int truth = answer ? object_truth(answer) : -1;
        if (truth < 0) return false;
        *answers[k] = truth;
    }
    bool found;
    Value read1 = object_find_attribute(buffer, IO_NAME("read1"), &found);
    if (error_occurred()) return false;
    t->can_read1 = read1 != 0;
    t->telling = t->seekable;
    if (!t->writable || t->ascii_superset) return true;
    if (!t->seekable) {                         // as CPython: only utf-8-sig gets its mark then
        t->started = t->decoder.stream.codec->family != CODEC_UTF8;
        return true;
    }
    return mark_only_at_start(t);
}

static bool start(TextIo *t, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering,
                  bool write_through) {
    t->buffer = 0;
    t->detached = false;
    if (!encoding || encoding == NONE || str_equal_c(encoding, "locale")) encoding = str_from("UTF-8");
    if (!errors || errors == NONE) errors = NAME(strict);
    if (!encoding || !check_newline(newline) || !set_codec(t, encoding, errors)) return false;
    set_newline(t, newline);
    text_io_forget_input(t);
    t->pending_size = 0;
    t->chunk_size = IO_TEXT_CHUNK;
    t->started = false;
    t->line_buffering = line_buffering;
    t->write_through = write_through;
    t->base.is_text = true;
    t->buffer = buffer;
    if (!examine_buffer(t)) {
        t->buffer = 0;
        return false;
    }
    if (!t->writable) return true;
    io_list_writer(&t->base);
    return (t->native && t->native->file) || mem_add_finalizable(t, false);
}

// Absent, None or a str without NUL. `name` is the parameter's.
static bool str_option(Value v, const char *name) {
    if (!v || v == NONE) return true;
    if (!str_check(v))
        return raise_type_error("TextIOWrapper() argument '%s' must be str or None, not %P", name, v);
    return !memchr(str_data(v), 0, str_size(v)) || raise_value_error("embedded null character");
}

static bool text_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[6];
    if (!NATIVE_BIND(
            "TextIOWrapper",
            "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False",
            bound))
        return false;
    if (!str_option(bound[1], "encoding") || !str_option(bound[3], "newline")) return false;
    if (bound[2] && bound[2] != NONE && !str_check(bound[2]))
        return raise_type_error("TextIOWrapper() argument 'errors' must be str or None, not %P", bound[2]);
    int line = bound[4] ? object_truth(bound[4]) : 0, through = bound[5] ? object_truth(bound[5]) : 0;
    return line >= 0 && through >= 0 &&
        start(text_io_of(self), bound[0], bound[1], bound[2], bound[3], line, through);
}

Value text_io_from(Value buffer, Value encoding, Value errors, Value newline, bool line_buffering,
                   bool write_through) {
    Value self = text_make(&text_io_type, 0, 0, 0);
    return self && start(text_io_of(self), buffer, encoding, errors, newline, line_buffering, write_through)
        ? self
        : 0;
}

static void text_reclaim(Value self) {
    if (text_io_of(self)->pending_size) text_io_drain(text_io_of(self));
    io_unlist_writer(io_base_of(self));
}

// -------------------------------------------------------------------------------------------- Python methods

static Value text_repr(Value self) {
    TextIo *t = text_io_of(self);
    if (!t->encoding) return raise_value_error("I/O operation on uninitialized object");
    if (!repr_enter(self)) return raise_runtime_error("reentrant call inside %T.__repr__", self);
    bool found;
    Value name = object_find_attribute(self, NAME(name), &found), mode = 0, result = 0;
    if (!error_occurred() || error_clear_if(&ValueError_type))
        mode = object_find_attribute(self, IO_NAME("mode"), &found);
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_format(&out, "<%T", self);
    if (name) str_builder_add_format(&out, " name=%R", name);
    if (mode) str_builder_add_format(&out, " mode=%R", mode);
    str_builder_add_format(&out, " encoding=%R>", t->encoding);
    if (!error_occurred()) result = str_builder_finish(&out);
    repr_leave(self);
    return result;
}

static Value text_py_detach(Value self, Value *args) {
    (void)args;
    TextIo *t = text_io_of(self);
    if (!text_io_ready(t) || !object_call_method(self, NAME(flush), 0, 0)) return 0;
    Value buffer = t->buffer;
    t->buffer = 0;
    t->native = NULL;
    t->detached = true;
    io_unlist_writer(&t->base);
    return buffer;
}

static Value text_py_flush(Value self, Value *args) {
    (void)args;
    TextIo *t = text_io_of(self);
    return text_io_ready(t) && text_io_check_open(t) && text_io_flush(t) ? NONE : 0;
}

static Value text_py_close(Value self, Value *args) {
    (void)args;
    TextIo *t = text_io_of(self);
    int closed = text_io_ready(t) ? io_is_closed(t->buffer) : -1;
    if (closed) return closed < 0 ? 0 : NONE;
    Value flushed = object_call_method(self, NAME(flush), 0, 0), failure = flushed ? 0 : error_take();
    Value answer = t->buffer ? object_call_method(t->buffer, NAME(close), 0, 0) : NONE;
    io_unlist_writer(&t->base);
    if (!failure) return answer;
    if (answer) error_set(failure);
    else error_replaced(failure);
    return 0;
}

static Value text_py_truncate(Value self, Value *args) {
    TextIo *t = text_io_of(self);
    if (!text_io_ready(t) || !object_call_method(self, NAME(flush), 0, 0)) return 0;
    return io_call(t->buffer, IO_NAME("truncate"), 1, args[0] ? args[0] : NONE);
}

static Value text_py_tell(Value self, Value *args) {
    (void)args;
    return text_io_ready(text_io_of(self)) ? text_io_tell(text_io_of(self)) : 0;
}

static Value text_py_seek(Value self, Value *args) {
    int whence = 0;
    if ((args[1] && !object_to_int(args[1], &whence)) || !text_io_ready(text_io_of(self))) return 0;
    return text_io_seek(text_io_of(self), args[0], whence);
}

static Value ask_buffer(Value self, const char *method) {
    TextIo *t = text_io_of(self);
    return text_io_ready(t) ? object_call_method(t->buffer, intern(method), 0, 0) : 0;
}

static Value text_py_seekable(Value self, Value *args) {
    (void)args;
    return ask_buffer(self, "seekable");
}

static Value text_py_readable(Value self, Value *args) {
    (void)args;
    return ask_buffer(self, "readable");
}

static Value text_py_writable(Value self, Value *args) {
    (void)args;
    return ask_buffer(self, "writable");
}

static Value text_py_fileno(Value self, Value *args) {
    (void)args;
    return ask_buffer(self, "fileno");
}

static Value text_py_isatty(Value self, Value *args) {
    (void)args;
    return ask_buffer(self, "isatty");
}

// --- reconfigure()

static bool reconfigure_codec(TextIo *t, Value encoding, Value errors) {
    if (!errors || errors == NONE) errors = encoding && encoding != NONE ? NAME(strict) : t->errors;
    if (!encoding || encoding == NONE) encoding = t->encoding;
    else if (str_equal_c(encoding, "locale") && !(encoding = str_from("UTF-8"))) return false;
    NewlineDecoder newlines = t->decoder.newlines;
    newlines.seen = newlines.pending_return = 0;
    bool done = set_codec(t, encoding, errors);
    t->decoder.newlines = newlines;
    return done;
}

static int flag_option(Value v, bool now) {
    int64_t number;
    return !v || v == NONE ? now : object_to_int64(v, &number) ? number != 0 : -1;
}

static Value text_py_reconfigure(Value self, Value *args) {
    TextIo *t = text_io_of(self);
    Value encoding = args[0], errors = args[1], newline = args[2];
    if (!text_io_ready(t)) return 0;
    bool recodes = (encoding && encoding != NONE) || (errors && errors != NONE);
    if (t->text && (recodes || newline))
        return io_unsupported(
            "It is not possible to set the encoding or newline of stream after the first read");
    if (encoding && encoding != NONE && !str_check(encoding))
        return raise_type_error("reconfigure() argument 'encoding' must be str or None, not %P", encoding);
    if (errors && errors != NONE && !str_check(errors))
        return raise_type_error("reconfigure() argument 'errors' must be str or None, not %P", errors);
    if (newline && newline != NONE && !str_check(newline))
        return raise_type_error("reconfigure() argument 'newline' must be str or None, not %P", newline);
    int line = flag_option(args[3], t->line_buffering), through = flag_option(args[4], t->write_through);
    if (line < 0 || through < 0 || !check_newline(newline)) return 0;
    if (!object_call_method(self, NAME(flush), 0, 0)) return 0;
    if ((recodes || newline) && !reconfigure_codec(t, encoding, errors)) return 0;
    if (newline) set_newline(t, newline);
    bool fresh = (recodes || newline) && t->writable && t->seekable && !t->ascii_superset;
    if (fresh && !mark_only_at_start(t)) return 0;
    t->line_buffering = line;
    t->write_through = through;
    return NONE;
}

// --- attributes

static Value get_buffer(Value self) {
    Value buffer = text_io_of(self)->buffer;
    return buffer ? buffer : NONE;
}

static Value get_closed(Value self) {
    return text_io_ready(text_io_of(self)) ? object_get_attribute(text_io_of(self)->buffer, IO_NAME("closed"))
                                           : 0;
}

static Value get_name(Value self) {
    return text_io_ready(text_io_of(self)) ? object_get_attribute(text_io_of(self)->buffer, NAME(name)) : 0;
}

static Value get_encoding(Value self) {
    Value encoding = text_io_of(self)->encoding;
    return encoding ? encoding : NONE;
}

static Value get_errors(Value self) {
    Value errors = text_io_of(self)->errors;
    return errors ? errors : text_io_ready(text_io_of(self)) ? NONE : 0;
}

static Value get_newlines(Value self) {
    return text_io_ready(text_io_of(self)) ? newline_seen(&text_io_of(self)->decoder.newlines) : 0;
}

static Value get_line_buffering(Value self) { return bool_value(text_io_of(self)->line_buffering); }
static Value get_write_through(Value self) { return bool_value(text_io_of(self)->write_through); }

static Value get_chunk_size(Value self) {
    return text_io_ready(text_io_of(self)) ? SMALL(text_io_of(self)->chunk_size) : 0;
}

static bool set_chunk_size(Value self, Value value) {
    ptrdiff_t size;
    if (!text_io_ready(text_io_of(self))) return false;
    if (!value) return raise_format(&AttributeError_type, "cannot delete attribute");
    if (!object_to_size(value, &size)) return false;
    if (size <= 0) return raise_value_error("a strictly positive integer is required");
    text_io_of(self)->chunk_size = size;
    return true;
}

static const MethodDef methods[] = {
    METHOD("detach", text_py_detach, "", "Give up the buffer and answer it."),
    METHOD("reconfigure", text_py_reconfigure,
           "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
           "Change these parameters."),
    METHOD("write", text_py_write, "text, /", "Write a str; the number of its characters."),
    METHOD("read", text_py_read, "size=-1, /", "`size` characters, fewer only at the end; or all."),
    METHOD("readline", text_py_readline, "size=-1, /", "The next line with its newline; empty at the end."),
    METHOD("flush", text_py_flush, "", "Write what is buffered."),
    METHOD("close", text_py_close, "", "Flush and close."),
    METHOD("fileno", text_py_fileno, "", "The number of the file descriptor."),
    METHOD("seekable", text_py_seekable, "", "Whether seek() works."),
    METHOD("readable", text_py_readable, "", "Whether read() works."),
    METHOD("writable", text_py_writable, "", "Whether write() works."),
    METHOD("isatty", text_py_isatty, "", "Whether it is a terminal."),
    METHOD("seek", text_py_seek, "cookie, whence=0, /",
           "Go to a place that tell() answered, to the start (0), or the end (0, 2)."),
    METHOD("tell", text_py_tell, "", "The place, for seek()."),
    IO_NO_PICKLE,
    METHOD("truncate", text_py_truncate, "pos=None, /",
           "Cut or extend the file, by default to the position."),
    METHODS_END
};

static const AttributeDef attributes[] = {
    MEMBER("buffer", get_buffer, "The buffer below."),
    {"closed", get_closed, 0, "Whether the buffer is closed."},
    {"name", get_name, 0, "The name of the buffer."},
    MEMBER("encoding", get_encoding, "The name of the encoding."),
    {"errors", get_errors, 0, "The error handler of the encoding."},
    {"newlines", get_newlines, 0, "The line ends seen so far."},
    MEMBER("line_buffering", get_line_buffering, "Whether each line is written at once."),
    MEMBER("write_through", get_write_through, "Whether writes go to the buffer at once."),
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, 0},
    {0}
};

Type text_io_type = {
    .head = {&type_type},
    .name = "_io.TextIOWrapper",
    .doc = "Text on a buffered binary stream.",
    .base = &io_text_base_type,
    .size = sizeof(TextIo),
    .attributes_offset = sizeof(TextIo),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .signature =
        "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False",
    .make = text_make,
    .init = text_init,
    .next = text_io_next_line,
    .reclaim = text_reclaim,
    .repr = text_repr,
    .methods = methods,
    .attributes = attributes,
};

// ------------------------------------------------------------------------------------------ standard streams

// In the C locale, which says nothing about the encoding, bytes that are no text pass through unharmed.
static const char *standard_errors(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    static const char *const plain[] = {"C", "POSIX", "C.UTF-8", "C.utf8"};
    for (size_t k = 0; k < 3; k++) {
        const char *locale = getenv(variables[k]);
        if (!locale || !*locale) continue;
        for (size_t i = 0; i < 4; i++)
            if (strcmp(locale, plain[i]) == 0) return "surrogateescape";
        return "strict";
    }
    return "surrogateescape";
}

// PYTHONIOENCODING is ENCODING:ERRORS, where either may be missing. The error handler is not for stderr.
typedef struct {
    Value encoding, errors;
} Encoding;

static bool standard_encoding(int fd, Encoding *e) {
    *e = (Encoding){NAME(utf_8), intern(fd == STDERR_FILENO ? "backslashreplace" : standard_errors())};
    const char *given = settings_variable("PYTHONIOENCODING");
    if (!given || !*given) return true;
    const char *colon = strchr(given, ':');
    if (fd != STDERR_FILENO) e->errors = colon && colon[1] ? str_from(colon + 1) : NAME(strict);
    if (colon == given) return e->errors != 0;
    Value name = str_new(given, colon ? (size_t)(colon - given) : strlen(given));
    const char *canonical = name ? codec_name(str_c(name)) : NULL;
    if (canonical) return e->errors && (e->encoding = str_from(canonical));
    (void)error_take();
    dprintf(2, "Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio encoding\n"
            "LookupError: unknown encoding: %s\n", given);
    exit(1);
}

// Started without asking the buffer what it can do. None for a descriptor that is closed.
static Value standard_stream(int fd, const char *name) {
    bool seekable = lseek(fd, 0, SEEK_CUR) >= 0;
    if (!seekable && errno == EBADF) return NONE;
    Value file = file_io_from_fd(fd, name, fd != STDIN_FILENO);
    bool unbuffered = settings.unbuffered, reads = fd == STDIN_FILENO;
    Encoding encoding;
    Value buffer = file;
    if (file && (reads || !unbuffered))
        buffer = buffered_start(reads ? &buffered_reader_type : &buffered_writer_type, file);
    Value self = buffer ? text_make(&text_io_type, 0, 0, 0) : 0;
    if (!self || !standard_encoding(fd, &encoding)) return 0;
    TextIo *t = text_io_of(self);
    if (!set_codec(t, encoding.encoding, encoding.errors)) return 0;
    set_newline(t, NAME(newline));
    t->chunk_size = IO_TEXT_CHUNK;
    t->base.is_text = true;
    t->buffer = buffer;
    t->native = buffer == file ? NULL : buffered_of(buffer);
    t->can_read1 = t->readable = reads;
    t->write_through = unbuffered;
    t->writable = !t->readable;
    t->seekable = t->telling = seekable;
    t->line_buffering = !unbuffered && (fd == STDERR_FILENO || file_io_is_tty(file_io_of(file)));
    t->base.is_standard = true;
    if (t->writable) io_list_writer(&t->base);
    return object_set_attribute(self, IO_NAME("mode"), intern(t->readable ? "r" : "w")) ? self : 0;
}

static bool add_stream(Value dict, const char *name, Value stream) {
    return stream && dict_set_name(dict_of(dict), intern(name), stream);
}

bool io_add_output_streams(Value dict) {
    return add_stream(dict, "stdout", standard_stream(STDOUT_FILENO, "<stdout>")) &&
        add_stream(dict, "stderr", standard_stream(STDERR_FILENO, "<stderr>"));
}

bool io_add_other_streams(Value dict) {
    Value in = standard_stream(STDIN_FILENO, "<stdin>");
    return add_stream(dict, "stdin", in) && add_stream(dict, "__stdin__", in) &&
        add_stream(dict, "__stdout__", dict_get_name(dict_of(dict), NAME(stdout))) &&
        add_stream(dict, "__stderr__", dict_get_name(dict_of(dict), NAME(stderr)));
}

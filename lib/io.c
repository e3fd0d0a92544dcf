// open(), and what happens to open writers at the end of a run.
#include "lib/io.h"
#include "lib/builtins.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/type.h"
#include <stdio.h>

// ------------------------------------------------------------------------------------------------ open

typedef struct {
    bool text, binary, update, creating, reading, writing, appending;
    char raw[8];  // the mode for FileIO
} OpenMode;

static bool parse_mode(Value mode, OpenMode *out) {
    const char *text = str_c(mode);
    char *raw = out->raw;
    if (!text) return false;
    for (const char *p = text; *p; p++) {
        const char *known = strchr("xrwa+bt", *p);
        if (!known || strchr(p + 1, *p)) return raise_value_error("invalid mode: %R", mode);
        bool *const flags[] = {&out->creating, &out->reading, &out->writing, &out->appending,
                               &out->update,   &out->binary,  &out->text};
        *flags[known - "xrwa+bt"] = true;
    }
    if (out->text && out->binary) return raise_value_error("can't have text and binary mode at once");
    if (out->creating + out->reading + out->writing + out->appending > 1)
        return raise_value_error("must have exactly one of create/read/write/append mode");
    if (out->creating) *raw++ = 'x';
    if (out->reading) *raw++ = 'r';
    if (out->writing) *raw++ = 'w';
    if (out->appending) *raw++ = 'a';
    if (out->update) *raw++ = '+';
    *raw = 0;
    return true;
}

typedef struct {
    Value file, mode, encoding, errors, newline, opener;
    int64_t buffering;
    bool closefd;
} OpenArguments;

static bool text_option(Value *v, const char *name) {
    if (!*v || *v == NONE) {
        *v = 0;
        return true;
    }
    if (!str_check(*v)) return raise_type_error("open() argument '%s' must be str or None, not %P", name, *v);
    return !memchr(str_data(*v), 0, str_size(*v)) || raise_value_error("embedded null character");
}

static bool check_options(const OpenArguments *a, const OpenMode *mode) {
    if (!mode->binary) return true;
    if (a->encoding) return raise_value_error("binary mode doesn't take an encoding argument");
    if (a->errors) return raise_value_error("binary mode doesn't take an errors argument");
    return !a->newline || raise_value_error("binary mode doesn't take a newline argument");
}

static size_t buffer_size(const FileIo *file) {
    size_t size = file->block_size > IO_BUFFER_SIZE ? file->block_size : IO_BUFFER_SIZE;
    return size < (size_t)8 << 20 ? size : (size_t)8 << 20;
}

// The buffer on a new raw file, and the text layer on that. When it fails, the caller closes what there is:
// *top.
static Value open_layers(const OpenArguments *a, const OpenMode *mode, Value raw, Value *top) {
    int64_t buffering = a->buffering;
    bool line_buffering = buffering == 1 && !mode->binary, is_tty = false;
    if (buffering < 0 || buffering == 1) {
        is_tty = buffering < 0 && file_io_of(raw)->is_device && file_io_is_tty(file_io_of(raw));
        line_buffering |= is_tty;
        buffering = (int64_t)buffer_size(file_io_of(raw));
    }
    if (buffering == 0) return mode->binary ? raw : raise_value_error("can't have unbuffered text I/O");
    if (a->buffering == 1 && mode->binary &&
        !warn_of(&RuntimeWarning_type,
                 str_from("line buffering (buffering=1) isn't supported in binary mode, the default "
                          "buffer size will be used")))
        return 0;
    Type *type = mode->update                                         ? &buffered_random_type
                 : mode->reading                                      ? &buffered_reader_type
                 : mode->creating || mode->writing || mode->appending ? &buffered_writer_type
                                                                      : NULL;
    if (!type) return raise_value_error("unknown mode: '%S'", a->mode);
    Value buffer = object_call2(VALUE(type), raw, int_from_int64(buffering));
    if (!buffer || mode->binary) return buffer;
    *top = buffer;
    Value text =
        text_io_from(buffer, a->encoding, a->errors, a->newline ? a->newline : NONE, line_buffering, false);
    if (!text) return 0;
    *top = text;
    return object_set_attribute(text, IO_NAME("mode"), a->mode) ? text : 0;
}

// Out of line, as settle(): what an earlier call of open() left in these frames must not keep its file alive
// when settle() looks for files that were dropped.
__attribute__((noinline)) static Value open_file(OpenArguments *a) {
    OpenMode mode = {0};
    if (!parse_mode(a->mode, &mode) || !check_options(a, &mode)) return 0;
    Value args[] = {a->file, str_from(mode.raw), bool_value(a->closefd), a->opener ? a->opener : NONE};
    Value raw = args[1] ? object_call(VALUE(&file_io_type), args, 4, 0) : 0, top = raw;
    if (!raw) return 0;
    Value result = open_layers(a, &mode, raw, &top);
    if (result) return result;
    Value failure = error_take();
    if (!object_call_method(top, NAME(close), 0, 0)) (void)error_take();
    error_set(failure);
    return 0;
}

// An object with __fspath__ is opened by the path it stands for.
static Value plain_path(Value file) {
    if (value_is_small(file) || int_check(file) || str_check(file)) return file;
    Value method = object_find_special(file, IO_NAME("__fspath__"));
    if (!method) return error_occurred() ? 0 : file;
    Value path = object_call0(method);
    if (path && !str_check(path) && !type_is_subtype(type_of(path), &bytes_type))
        return raise_type_error("expected %T.__fspath__() to return str or bytes, not %T", file, path);
    return path;
}

__attribute__((noinline)) static void settle(Value file) {
    if (str_check(file)) io_settle(str_c(file));
    else if (!int_check(file)) io_settle(NULL);
}

static Value py_open(Value self, Value *args) {
    (void)self;
    OpenArguments a = {.mode = args[1],
                       .encoding = args[3],
                       .errors = args[4],
                       .newline = args[5],
                       .opener = args[7],
                       .buffering = -1};
    if (!a.mode && !(a.mode = str_from("r"))) return 0;
    if (!str_check(a.mode)) return raise_type_error("open() argument 'mode' must be str, not %P", a.mode);
    if (memchr(str_data(a.mode), 0, str_size(a.mode))) return raise_value_error("embedded null character");
    if (args[2] && !object_to_int64(args[2], &a.buffering)) return 0;
    if (!text_option(&a.encoding, "encoding") || !text_option(&a.errors, "errors") ||
        !text_option(&a.newline, "newline"))
        return 0;
    int closefd = args[6] ? object_truth(args[6]) : 1;
    if (closefd < 0 || !(a.file = plain_path(args[0]))) return 0;
    settle(a.file);
    a.closefd = closefd;
    if (a.opener == NONE) a.opener = 0;
    return open_file(&a);
}

const MethodDef builtins_open_functions[] = {
    FUNCTION("open", py_open,
             "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
             "Open a file: as text, or in binary mode with 'b' in the mode."),
    METHODS_END};

// ------------------------------------------------------------------------------------------ the end of a run

static void report_failure(IoBase *writer) {
    Value failure = error_take(), name = object_repr(VALUE(writer));
    if (!name) (void)error_take();
    Value shown = exception_format(failure);
    if (!shown) (void)error_take();
    if (name && shown) dprintf(2, "Exception ignored while finalizing file %s:\n%s", str_c(name), str_c(shown));
}

static void flush_writer(IoBase *writer) {
    int closed = io_is_closed(VALUE(writer));
    if (closed < 0) (void)error_take();
    if (closed != 0 || object_call_method(VALUE(writer), NAME(flush), 0, 0)) return;
    report_failure(writer);
    io_abandon(VALUE(writer));
}

// It stands on a stream of the program's own.
static bool is_foreign(const IoBase *writer) {
    const Buffered *buffered = writer->is_text ? ((const TextIo *)writer)->native : (const Buffered *)writer;
    return buffered ? !buffered->file : !value_is(((const TextIo *)writer)->buffer, &file_io_type);
}

// Takes each off the list first, so that a broken one is not met twice.
static void flush_writers(bool text) {
    for (;;) {
        IoBase *writer = io_next_writer(NULL);
        while (writer && writer->is_text != text) writer = io_next_writer(writer);
        if (!writer) return;
        io_unlist_writer(writer);
        flush_writer(writer);
    }
}

void io_flush_all(void) {
    flush_writers(true);
    flush_writers(false);
}

void io_flush_foreign(void) {
    Value found = list_with_capacity(0);
    for (IoBase *writer = io_next_writer(NULL); writer; writer = io_next_writer(writer))
        if (is_foreign(writer) && (!found || !list_append(found, VALUE(writer)))) return;
    for (size_t k = found ? list_of(found)->count : 0; k > 0; k--)  // the oldest first
        flush_writer(io_base_of(list_of(found)->items[k - 1]));
}

void io_abandon(Value stream) {
    if (!value_is(stream, &text_io_type)) return;
    TextIo *t = text_io_of(stream);
    io_unlist_writer(&t->base);
    t->pending_size = 0;
    if (!t->native) return;
    io_unlist_writer(&t->native->base);
    t->native->filled = 0;
}

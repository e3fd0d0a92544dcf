// OSError and its subclasses (PEP 3151).
//
// OSError(errno, strerror[, filename[, winerror[, filename2]]]) makes an instance of the subclass that stands for the
// number. Two to five arguments are read as these; any other number of them is only kept in args.
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <errno.h>

static Type *type_for_number(Value number) {
    static const struct { int number; Type *type; } types[] = {
        {EAGAIN, &BlockingIOError_type}, {EALREADY, &BlockingIOError_type}, {EINPROGRESS, &BlockingIOError_type},
        {EPIPE, &BrokenPipeError_type}, {ESHUTDOWN, &BrokenPipeError_type}, {ECHILD, &ChildProcessError_type},
        {ECONNABORTED, &ConnectionAbortedError_type}, {ECONNREFUSED, &ConnectionRefusedError_type},
        {ECONNRESET, &ConnectionResetError_type}, {EEXIST, &FileExistsError_type}, {ENOENT, &FileNotFoundError_type},
        {EISDIR, &IsADirectoryError_type}, {ENOTDIR, &NotADirectoryError_type}, {EINTR, &InterruptedError_type},
        {EACCES, &PermissionError_type}, {EPERM, &PermissionError_type}, {ESRCH, &ProcessLookupError_type},
        {ETIMEDOUT, &TimeoutError_type},
    };
    int64_t n;
    if (!int_check(number) || !int_get64(number, &n))
        return &OSError_type;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (types[i].number == n)
            return types[i].type;
    return &OSError_type;
}

static bool refuse_keywords(Type *type, Value keywords) {
    if (keywords && tuple_count(keywords))
        return raise_type_error("%N() takes no keyword arguments", type);
    return true;
}

static bool is_absent(Value argument) {
    return !argument || argument == NONE;
}

// The third argument: a file name, or how many characters a BlockingIOError had written.
static bool set_file_names(Exception *e, Value *args, size_t count) {
    if (count < 3 || is_absent(args[2]))
        return true;
    if (e->head.type == &BlockingIOError_type && int_check(args[2])) {
        ptrdiff_t written;
        if (!object_to_size(args[2], &written))
            return false;
        e->extra[OS_ERROR_WRITTEN] = args[2];
        return true;
    }
    e->extra[OS_ERROR_FILE_NAME] = args[2];
    if (count >= 5 && !is_absent(args[4]))
        e->extra[OS_ERROR_FILE_NAME_2] = args[4];
    e->args = tuple_new(args, 2);
    return e->args != 0;
}

static bool fill(Exception *e, Value *args, size_t count) {
    e->args = count ? tuple_new(args, count) : tuple_empty;
    if (!e->args)
        return false;
    if (count < 2 || count > 5)
        return true;
    e->extra[OS_ERROR_NUMBER] = args[0];
    e->extra[OS_ERROR_TEXT] = args[1];
    return set_file_names(e, args, count);
}

static Value os_error_make(Type *type, Value *args, size_t count, Value keywords);
static bool os_error_init(Value self, Value *args, size_t count, Value keywords);

// A subclass that overrides __init__ alone may pass other arguments on to OSError.__init__: then that one reads them.
static bool is_filled_by_init(const Type *type) {
    return type->init != os_error_init && type->make == os_error_make;
}

static Value os_error_make(Type *type, Value *args, size_t count, Value keywords) {
    bool by_init = is_filled_by_init(type);
    if (!by_init) {
        if (!refuse_keywords(type, keywords))
            return 0;
        if (type == &OSError_type && count >= 2 && count <= 5)
            type = type_for_number(args[0]);
        type_ready(type);
    }
    Exception *e = instance_allocate(type, 0);
    if (!e)
        return 0;
    e->args = tuple_empty;
    return by_init || fill(e, args, count) ? VALUE(e) : 0;
}

static bool os_error_init(Value self, Value *args, size_t count, Value keywords) {
    if (!is_filled_by_init(type_of(self)))
        return true;
    return refuse_keywords(type_of(self), keywords) && fill(exception_of(self), args, count);
}

static Value os_error_str(Value self) {
    Exception *e = exception_of(self);
    Value number = exception_field(self, OS_ERROR_NUMBER), text = exception_field(self, OS_ERROR_TEXT);
    Value file_name = e->extra[OS_ERROR_FILE_NAME], file_name_2 = e->extra[OS_ERROR_FILE_NAME_2];
    if (file_name && file_name_2)
        return str_format("[Errno %S] %S: %R -> %R", number, text, file_name, file_name_2);
    if (file_name)
        return str_format("[Errno %S] %S: %R", number, text, file_name);
    if (e->extra[OS_ERROR_NUMBER] && e->extra[OS_ERROR_TEXT])
        return str_format("[Errno %S] %S", number, text);
    return exception_str(self);
}

static Value get_characters_written(Value self) {
    Value written = exception_of(self)->extra[OS_ERROR_WRITTEN];
    return written ? written : raise_format(&AttributeError_type, "characters_written");
}

static bool set_characters_written(Value self, Value value) {
    Value *written = &exception_of(self)->extra[OS_ERROR_WRITTEN];
    if (!value) {
        if (!*written)
            return raise_format(&AttributeError_type, "characters_written");
        *written = 0;
        return true;
    }
    ptrdiff_t ignored;
    Value number = object_index(value);
    if (!number || !object_to_size(number, &ignored))
        return false;
    *written = number;
    return true;
}

EXCEPTION_FIELD(os_error, errno, OS_ERROR_NUMBER)
EXCEPTION_FIELD(os_error, strerror, OS_ERROR_TEXT)
EXCEPTION_FIELD(os_error, filename, OS_ERROR_FILE_NAME)
EXCEPTION_FIELD(os_error, filename2, OS_ERROR_FILE_NAME_2)
// File names are not among args, but the constructor wants them there.
static Value os_error_py_reduce(Value self, Value *args) {
    (void)args;
    const Exception *e = exception_of(self);
    Value arguments = e->args, file_name = e->extra[OS_ERROR_FILE_NAME], file_name_2 = e->extra[OS_ERROR_FILE_NAME_2];
    if (tuple_count(arguments) == 2 && file_name) {
        Value first = tuple_get(arguments, 0), second = tuple_get(arguments, 1);
        arguments = file_name_2 ? tuple_pack(5, first, second, file_name, NONE, file_name_2)
                                : tuple_pack(3, first, second, file_name);
    }
    return arguments ? exception_reduce(self, arguments, 0) : 0;
}

static const MethodDef os_error_methods[] = {
    METHOD("__reduce__", os_error_py_reduce, "", "Return what the exception can be made again from."),
    METHODS_END
};

static const AttributeDef os_error_attributes[] = {
    {"errno", os_error_get_errno, os_error_set_errno, "the system's number of the error"},
    {"strerror", os_error_get_strerror, os_error_set_strerror, "the system's text for the error"},
    {"filename", os_error_get_filename, os_error_set_filename, "the file's name"},
    {"filename2", os_error_get_filename2, os_error_set_filename2, "the second file's name"},
    {"characters_written", get_characters_written, set_characters_written, NULL},
    {0}
};

Type OSError_type = {
    EXCEPTION_TYPE(OSError, Exception_type, "An error that the operating system reports."),
    .size = EXCEPTION_SIZE(5),
    .make = os_error_make,
    .init = os_error_init,
    .str = os_error_str,
    .methods = os_error_methods,
    .attributes = os_error_attributes,
};

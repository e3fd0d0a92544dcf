// Arguments and errors of the functions in posix.
#include "lib/io.h"
#include "lib/posix.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "vm/frame.h"
#include <errno.h>
#include <fcntl.h>

static bool wrong_kind(Value v, const char *function, const char *parameter, int kinds) {
    static const char *const wanted[] = {
        "string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
        "string, bytes, os.PathLike or None", "string, bytes, os.PathLike, integer or None"};
    return raise_type_error("%s: %s should be %s, not %T", function, parameter, wanted[kinds], v);
}

static bool set_text(PosixPath *path, const char *function, const char *parameter) {
    Value bytes = path->object;
    if (str_check(bytes) && !(bytes = codec_encode(bytes, "utf-8", "surrogateescape"))) return false;
    path->text = (const char *)bytes_data(bytes);
    if (!memchr(path->text, 0, bytes_size(bytes))) {
        io_settle(path->text);
        return true;
    }
    path->text = NULL;
    return raise_value_error("%s: embedded null character in %s", function, parameter);
}

static bool set_fd(PosixPath *path, Value v) {
    int64_t fd;
    Value index = object_index(v);
    if (!index) return false;
    if (!int_get64(index, &fd) || fd != (int)fd)
        return raise_overflow_error(int_sign(index) < 0 ? "fd is less than minimum"
                                                        : "fd is greater than maximum");
    path->fd = (int)fd;
    path->object = index;
    return true;
}

bool posix_path(Value v, const char *function, const char *parameter, int kinds, PosixPath *path) {
    *path = (PosixPath){.fd = -1};
    if ((!v || v == NONE) && kinds & PATH_OR_NONE) return true;
    if (!str_check(v) && !bytes_check(v)) {
        if (kinds & PATH_OR_FD && value_has_index(v)) {
            if (!set_fd(path, v)) return false;
            io_settle_fd(path->fd);
            return true;
        }
        Value method = object_find_special(v, intern("__fspath__"));
        if (!method) return error_occurred() ? false : wrong_kind(v, function, parameter, kinds);
        Value given = v;
        if (!(v = object_call0(method))) return false;
        if (!str_check(v) && !bytes_check(v))
            return raise_type_error("expected %T.__fspath__() to return str or bytes, not %T", given, v);
    }
    path->object = v;
    path->bytes = bytes_check(v);
    return set_text(path, function, parameter);
}

bool posix_folder_fd(Value v, int *fd) {
    *fd = AT_FDCWD;
    if (!v || v == NONE) return true;
    if (!value_has_index(v)) return raise_type_error("argument should be integer or None, not %T", v);
    PosixPath path;
    if (!set_fd(&path, v)) return false;
    *fd = path.fd;
    return true;
}

bool posix_int(Value v, int *out) {
    int64_t number;
    Value index = object_index(v);
    if (!index) return false;
    if (!int_get64(index, &number)) return raise_overflow_error("Python int too large to convert to C int");
    if (number != (int)number)
        return raise_overflow_error(number < 0 ? "signed integer is less than minimum"
                                               : "Python int too large to convert to C int");
    *out = (int)number;
    return true;
}

bool posix_id(Value v, const char *kind, unsigned *out) {
    int64_t number;
    if (!value_has_index(v)) return raise_type_error("%s should be integer, not %T", kind, v);
    Value index = object_index(v);
    if (!index) return false;
    bool fits = int_get64(index, &number);
    if (!fits && int_sign(index) > 0) return raise_overflow_error("%s is greater than maximum", kind);
    if (!fits || (number != (unsigned)number && number != -1)) return raise_overflow_error("%s is less than minimum", kind);
    *out = (unsigned)number;
    return true;
}

bool posix_encoded(Value v, const char **text) {
    PosixPath path;
    bool good = posix_path(v, "", "", PATH_ONLY, &path);
    *text = path.text;
    if (good || error_is(&UnicodeError_type)) return good;
    bool of_null = error_is(&ValueError_type);
    if (!of_null && !error_is(&TypeError_type)) return false;
    error_take();
    return of_null ? raise_value_error("embedded null byte")
                   : raise_type_error("expected str, bytes or os.PathLike object, not %T", v);
}

bool posix_offset(Value v, int64_t *out) {
    Value index = object_index(v);
    if (!index) return false;
    return int_get64(index, out) || raise_overflow_error("Python int too large to convert to C long");
}

bool posix_flag(Value v, bool fallback, bool *out) {
    int truth = v ? object_truth(v) : fallback;
    *out = truth > 0;
    return truth >= 0;
}

Value posix_text_sized(const char *text, size_t size, bool bytes) {
    return bytes ? bytes_new(text, size)
                 : codec_decode((const uint8_t *)text, size, "utf-8", "surrogateescape");
}

Value posix_text(const char *text, bool bytes) { return posix_text_sized(text, strlen(text), bytes); }

// ---------------------------------------------------------------------------------------------------------------
// Errors

Value posix_error(void) { return raise_os_error(errno, 0); }
Value posix_path_error(const PosixPath *path) { return raise_os_error(errno, path->object); }

Value posix_error2(const PosixPath *from, const PosixPath *to) {
    Value text = str_from(strerror(errno)),
          arguments[] = {SMALL(errno), text, from->object, NONE, to->object};
    Value error = text ? object_call(VALUE(&OSError_type), arguments, 5, 0) : 0;
    return error ? raise_exception(error) : 0;
}

bool posix_interrupted(bool *raised) {
    if (errno != EINTR) return false;
    *raised = machine_interrupt && !machine_handle_interrupt();
    return !*raised;
}

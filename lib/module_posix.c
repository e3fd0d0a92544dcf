// posix: the functions of the system that os is made of. They are in posix_*.c; here are fspath() and the constants.
#include "lib/lib.h"
#include "lib/posix.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/module.h"
#include "objects/type.h"
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

static Value py_fspath(Value self, Value *args) {
    (void)self;
    Value v = args[0];
    if (str_check(v) || bytes_check(v)) return v;
    Value method = object_find_special(v, intern("__fspath__"));
    if (!method) {
        if (error_occurred()) (void)error_take();
        return raise_type_error("expected str, bytes or os.PathLike object, not %T", v);
    }
    Value path = object_call0(method);
    if (!path || str_check(path) || bytes_check(path)) return path;
    return raise_type_error("expected %T.__fspath__() to return str or bytes, not %T", v, path);
}

// Drops '.', '..' with the part before it, and slashes that are too many. Answers the size of what it writes to `out`.
static size_t normal_path(const char *at, const char *end, char *out) {
    size_t root = 0;
    while (at + root < end && at[root] == '/') root++;
    at += root;
    if (root > 2) root = 1;             // two slashes mean something else than one
    size_t size = root, kept = 0;       // kept: parts that '..' can drop
    memset(out, '/', root);
    for (const char *next; at < end; at = next + 1) {
        if (!(next = memchr(at, '/', (size_t)(end - at)))) next = end;
        size_t length = (size_t)(next - at);
        bool dots = length == 2 && at[0] == '.' && at[1] == '.';
        if (length == 0 || (length == 1 && *at == '.')) continue;
        if (dots && kept) {
            while (size > root && out[size - 1] != '/') size--;
            if (size > root) size--;
            kept--;
        } else if (!dots || !root) {
            if (size > root) out[size++] = '/';
            memcpy(out + size, at, length);
            size += length;
            kept += !dots;
        }
    }
    if (size == 0) out[size++] = '.';
    return size;
}

static Value py_path_normpath(Value self, Value *args) {
    (void)self;
    bool bytes = bytes_check(args[0]);
    if (!bytes && !str_check(args[0])) return raise_type_error("normpath: path should be string or bytes, not %T", args[0]);
    const char *text = bytes ? (const char *)bytes_data(args[0]) : str_data(args[0]);
    size_t size = bytes ? bytes_size(args[0]) : str_size(args[0]);
    char *out = mem_alloc_atomic(size + 2);
    if (!out) return 0;
    size = normal_path(text, text + size, out);
    return bytes ? bytes_new(out, size) : str_new(out, size);
}

static const MethodDef functions[] = {
    FUNCTION("_path_normpath", py_path_normpath, "path, /", "The path without '.', '..' and double slashes."),
    FUNCTION("fspath", py_fspath, "path", "Return the file system path representation of the object."),
    METHODS_END
};

static const NamedNumber constants[] = {
#define C(name) {#name, name}
    C(F_OK),       C(R_OK),         C(W_OK),        C(X_OK),           C(O_RDONLY),    C(O_WRONLY),
    C(O_RDWR),     C(O_ACCMODE),    C(O_APPEND),    C(O_ASYNC),        C(O_CLOEXEC),   C(O_CREAT),
    C(O_DIRECT),   C(O_DIRECTORY),  C(O_DSYNC),     C(O_EXCL),         C(O_LARGEFILE), C(O_NDELAY),
    C(O_NOATIME),  C(O_NOCTTY),     C(O_NOFOLLOW),  C(O_NONBLOCK),     C(O_PATH),      C(O_RSYNC),
    C(O_SYNC),     C(O_TMPFILE),    C(O_TRUNC),     C(PRIO_PROCESS),   C(PRIO_PGRP),   C(PRIO_USER),
    C(WNOHANG),    C(WUNTRACED),    C(WCONTINUED),  C(EX_OK),          C(EX_USAGE),    C(EX_DATAERR),
    C(EX_NOINPUT), C(EX_NOUSER),    C(EX_NOHOST),   C(EX_UNAVAILABLE), C(EX_SOFTWARE), C(EX_OSERR),
    C(EX_OSFILE),  C(EX_CANTCREAT), C(EX_IOERR),    C(EX_TEMPFAIL),    C(EX_PROTOCOL), C(EX_NOPERM),
    C(EX_CONFIG),  C(TMP_MAX),      C(NGROUPS_MAX), C(F_LOCK),         C(F_ULOCK),     C(F_TLOCK),
    C(F_TEST),     C(WEXITED),      C(WSTOPPED),    C(WNOWAIT),        C(RWF_APPEND),  C(RWF_DSYNC),
    C(RWF_HIPRI),  C(RWF_NOWAIT),   C(RWF_SYNC),    C(GRND_NONBLOCK),  C(GRND_RANDOM),
    C(POSIX_FADV_NORMAL),     C(POSIX_FADV_SEQUENTIAL), C(POSIX_FADV_RANDOM),
    C(POSIX_FADV_NOREUSE),    C(POSIX_FADV_WILLNEED),   C(POSIX_FADV_DONTNEED),
    {0}
#undef C
};

Value module_posix_make(void) {
    Value name = intern("posix"), module = name ? module_new(name) : 0;
    const MethodDef *const tables[] = {functions, posix_file_functions, posix_folder_functions,
                                       posix_stat_functions, posix_process_functions, posix_exec_functions, posix_vector_functions};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!module || !module_add_functions(module, tables[i])) return 0;
    Value dict = module_dict(module);
    return dict_set_numbers(dict, constants) && dict_set_c(dict, "error", VALUE(&OSError_type)) &&
                   posix_add_stat_types(dict) && posix_add_folder_types(dict) && posix_add_process_types(dict)
               ? module
               : 0;
}

// posix: what its files share. Arguments are read and errors raised here; the functions are grouped by theme in
// posix_file.c, posix_folder.c, posix_stat.c, posix_process.c, posix_exec.c, and in the tables of module_posix.c.
#pragma once
#include "objects/bytespan.h"
#include "objects/str.h"

// A path as a function was given it: str, bytes, an object with __fspath__, and where allowed a file descriptor or None.
typedef struct {
    const char *text;           // NULL: `fd` is the argument, or it is None or absent
    int fd;                     // -1 unless the argument is a file descriptor
    Value object;               // str or bytes (or the int), for errors; 0: none
    bool bytes;                 // given as bytes: so are results
} PosixPath;
enum { PATH_ONLY = 0, PATH_OR_FD = 1, PATH_OR_NONE = 2 };
// What dropped file objects still hold for that file is written first.
// TypeError "stat: path should be string, bytes, os.PathLike or integer, not T". v is 0 for an absent one with PATH_OR_NONE.
bool posix_path(Value v, const char *function, const char *parameter, int kinds, PosixPath *path) must_use;
bool posix_folder_fd(Value v, int *fd) must_use;                // dir_fd: absent and None are AT_FDCWD
bool posix_int(Value v, int *out) must_use;                     // a C int; OverflowError
bool posix_id(Value v, const char *kind, unsigned *out) must_use;       // kind: "uid" or "gid"; -1 is allowed
// str, bytes or an object with __fspath__, without NUL, as the system has it; alive as long as something points into it.
bool posix_encoded(Value v, const char **text) must_use;
bool posix_offset(Value v, int64_t *out) must_use;              // an off_t
bool posix_flag(Value v, bool fallback, bool *out) must_use;    // truth of an optional argument
Value posix_text(const char *text,
                 bool bytes) must_use;  // str as the file system's encoding has it, or bytes
Value posix_text_sized(const char *text, size_t size, bool bytes) must_use;

Value posix_error(void) must_use;                               // OSError of errno
Value posix_path_error(const PosixPath *path) must_use;
Value posix_error2(const PosixPath *from, const PosixPath *to) must_use;        // with two file names
// After a system call that returned -1 as a signal interrupted it: true when it is to be made again.
bool posix_interrupted(bool *raised);
// Repeats a system call while signals interrupt it. *raised: a signal handler raised.
#define POSIX_RETRY(result, call, raised) \
    do { (raised) = false; (result) = (call); } while ((result) < 0 && posix_interrupted(&(raised)))
#define POSIX_DONE(failed) ((failed) ? posix_error() : NONE)

extern const MethodDef posix_file_functions[], posix_folder_functions[], posix_stat_functions[],
    posix_process_functions[], posix_exec_functions[], posix_vector_functions[];
extern Type posix_terminal_size_type;
bool posix_add_stat_types(Value dict) must_use;
bool posix_add_folder_types(Value dict) must_use;
bool posix_add_process_types(Value dict) must_use;
Value posix_stat_at(const PosixPath *path, int folder, bool follow) must_use;

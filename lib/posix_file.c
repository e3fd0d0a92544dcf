// posix: file descriptors.
#include "lib/io.h"
#include "lib/posix.h"
#include "lib/struct_sequence.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRANSFER_MOST 0x7ffff000        // what one call of read() or write() moves at most

static Value py_open(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int flags, mode = 0777, folder, fd;
    bool raised;
    if (!posix_path(args[0], "open", "path", PATH_ONLY, &path) || !posix_int(args[1], &flags) ||
        (args[2] && !posix_int(args[2], &mode)) || !posix_folder_fd(args[3], &folder))
        return 0;
    POSIX_RETRY(fd, openat(folder, path.text, flags | O_CLOEXEC, mode), raised);
    return raised ? 0 : fd < 0 ? posix_path_error(&path) : SMALL(fd);
}

static Value py_close(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? POSIX_DONE(close(fd) < 0) : 0;
}

static Value py_closerange(Value self, Value *args) {
    (void)self;
    int from, to;
    if (!posix_int(args[0], &from) || !posix_int(args[1], &to)) return 0;
    for (int fd = from < 0 ? 0 : from; fd < to && fd < 1 << 20; fd++) close(fd);
    return NONE;
}

// --- reading and writing

static Value read_bytes(int fd, ptrdiff_t size, int64_t offset, bool at_offset) {
    if (size < 0) return errno = EINVAL, posix_error();
    if (size > TRANSFER_MOST) size = TRANSFER_MOST;
    io_settle_fd(fd);
    uint8_t *data = mem_alloc_atomic((size_t)size + 1);
    if (!data) return 0;
    ssize_t got;
    bool raised;
    POSIX_RETRY(got, at_offset ? pread(fd, data, (size_t)size, offset) : read(fd, data, (size_t)size),
                raised);
    if (got < 0) return raised ? 0 : posix_error();
    Value result = bytes_new(data, (size_t)got);
    mem_free(data);
    return result;
}

static Value py_read(Value self, Value *args) {
    (void)self;
    int fd;
    ptrdiff_t size;
    return posix_int(args[0], &fd) && sequence_size(args[1], &size) ? read_bytes(fd, size, 0, false) : 0;
}

static Value py_pread(Value self, Value *args) {
    (void)self;
    int fd;
    ptrdiff_t size;
    int64_t offset;
    if (!posix_int(args[0], &fd) || !sequence_size(args[1], &size) || !posix_offset(args[2], &offset))
        return 0;
    return read_bytes(fd, size, offset, true);
}

static Value py_readinto(Value self, Value *args) {
    (void)self;
    int fd;
    Buffer buffer;
    if (!posix_int(args[0], &fd) || !buffer_get_writable(args[1], &buffer)) return 0;
    io_settle_fd(fd);
    ssize_t got;
    bool raised;
    POSIX_RETRY(got, read(fd, buffer.data, buffer.size < TRANSFER_MOST ? (size_t)buffer.size : TRANSFER_MOST),
                raised);
    int error = errno;
    buffer_release(&buffer);
    errno = error;
    return got >= 0 ? SMALL(got) : raised ? 0 : posix_error();
}

static Value write_bytes(int fd, Value data, int64_t offset, bool at_offset) {
    Borrowed bytes;
    if (!span_borrow(data, &bytes)) return 0;
    size_t size = bytes.size < TRANSFER_MOST ? bytes.size : TRANSFER_MOST;
    ssize_t put;
    bool raised;
    POSIX_RETRY(put, at_offset ? pwrite(fd, bytes.data, size, offset) : write(fd, bytes.data, size), raised);
    int error = errno;
    span_return(&bytes);
    errno = error;
    return put >= 0 ? SMALL(put) : raised ? 0 : posix_error();
}

static Value py_write(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? write_bytes(fd, args[1], 0, false) : 0;
}

static Value py_pwrite(Value self, Value *args) {
    (void)self;
    int fd;
    int64_t offset;
    return posix_int(args[0], &fd) && posix_offset(args[2], &offset) ? write_bytes(fd, args[1], offset, true)
                                                                     : 0;
}

// --- positions and sizes

static Value py_lseek(Value self, Value *args) {
    (void)self;
    int fd, whence;
    int64_t offset;
    if (!posix_int(args[0], &fd) || !posix_offset(args[1], &offset) || !posix_int(args[2], &whence)) return 0;
    off_t at = lseek(fd, offset, whence);
    return at < 0 ? posix_error() : int_from_int64(at);
}

static Value py_ftruncate(Value self, Value *args) {
    (void)self;
    int fd;
    int64_t size;
    return posix_int(args[0], &fd) && posix_offset(args[1], &size)
               ? (io_settle_fd(fd), POSIX_DONE(ftruncate(fd, size) < 0))
               : 0;
}

static Value py_truncate(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int64_t size;
    if (!posix_path(args[0], "truncate", "path", PATH_OR_FD, &path) || !posix_offset(args[1], &size))
        return 0;
    int failed = path.text ? truncate(path.text, size) : ftruncate(path.fd, size);
    return failed < 0 ? posix_path_error(&path) : NONE;
}

static Value py_fsync(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? POSIX_DONE(fsync(fd) < 0) : 0;
}

static Value py_fdatasync(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? POSIX_DONE(fdatasync(fd) < 0) : 0;
}

static Value py_sync(Value self, Value *args) {
    (void)self;
    (void)args;
    sync();
    return NONE;
}

// --- descriptors themselves

static Value py_dup(Value self, Value *args) {
    (void)self;
    int fd;
    if (!posix_int(args[0], &fd)) return 0;
    fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return fd < 0 ? posix_error() : SMALL(fd);
}

static Value py_dup2(Value self, Value *args) {
    (void)self;
    int from, to;
    bool inheritable;
    if (!posix_int(args[0], &from) || !posix_int(args[1], &to) || !posix_flag(args[2], true, &inheritable))
        return 0;
    if (from == to && fcntl(from, F_GETFD) < 0) return posix_error();
    if (from != to && dup3(from, to, inheritable ? 0 : O_CLOEXEC) < 0) return posix_error();
    return SMALL(to);
}

static Value pipe_with(int flags) {
    int ends[2];
    return pipe2(ends, flags) < 0 ? posix_error() : tuple_pair(SMALL(ends[0]), SMALL(ends[1]));
}

static Value py_pipe(Value self, Value *args) {
    (void)self;
    (void)args;
    return pipe_with(O_CLOEXEC);
}

static Value py_pipe2(Value self, Value *args) {
    (void)self;
    int flags;
    return posix_int(args[0], &flags) ? pipe_with(flags) : 0;
}

static Value py_isatty(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? bool_value(isatty(fd)) : 0;
}

static Value py_ttyname(Value self, Value *args) {
    (void)self;
    int fd;
    char name[256];
    if (!posix_int(args[0], &fd)) return 0;
    int error = ttyname_r(fd, name, sizeof name);
    return error ? (errno = error, posix_error()) : posix_text(name, false);
}

static Value py_device_encoding(Value self, Value *args) {
    (void)self;
    int fd;
    if (!posix_int(args[0], &fd)) return 0;
    return isatty(fd) ? str_from("utf-8") : NONE;
}

static bool descriptor_flag(int fd, int get, int set, int flag, bool on) {
    int flags = fcntl(fd, get);
    return flags >= 0 && fcntl(fd, set, on ? flags | flag : flags & ~flag) >= 0;
}

static Value py_get_inheritable(Value self, Value *args) {
    (void)self;
    int fd, flags;
    if (!posix_int(args[0], &fd)) return 0;
    return (flags = fcntl(fd, F_GETFD)) < 0 ? posix_error() : bool_value(!(flags & FD_CLOEXEC));
}

static Value py_set_inheritable(Value self, Value *args) {
    (void)self;
    int fd, on;
    if (!posix_int(args[0], &fd) || !posix_int(args[1], &on)) return 0;
    return POSIX_DONE(!descriptor_flag(fd, F_GETFD, F_SETFD, FD_CLOEXEC, !on));
}

static Value py_get_blocking(Value self, Value *args) {
    (void)self;
    int fd, flags;
    if (!posix_int(args[0], &fd)) return 0;
    return (flags = fcntl(fd, F_GETFL)) < 0 ? posix_error() : bool_value(!(flags & O_NONBLOCK));
}

static Value py_set_blocking(Value self, Value *args) {
    (void)self;
    int fd;
    bool on;
    if (!posix_int(args[0], &fd) || !posix_flag(args[1], true, &on)) return 0;
    return POSIX_DONE(!descriptor_flag(fd, F_GETFL, F_SETFL, O_NONBLOCK, !on));
}

static const AttributeDef size_fields[] = {
    STRUCT_FIELD(0, "columns", "width of the terminal window in characters"),
    STRUCT_FIELD(1, "lines", "height of the terminal window in characters"),
    {0},
};
Type posix_terminal_size_type = {STRUCT_SEQUENCE(
    "os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", size_fields, 2)};

static Value py_get_terminal_size(Value self, Value *args) {
    (void)self;
    int fd = STDOUT_FILENO;
    struct winsize size;
    if (args[0] && !posix_int(args[0], &fd)) return 0;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0) return posix_error();
    return struct_sequence_new(&posix_terminal_size_type, (Value[]){SMALL(size.ws_col), SMALL(size.ws_row)});
}

const MethodDef posix_file_functions[] = {
    FUNCTION("close", py_close, "fd", "Close a file descriptor."),
    FUNCTION("closerange", py_closerange, "fd_low, fd_high, /",
             "Closes all file descriptors in [fd_low, fd_high), ignoring errors."),
    FUNCTION("device_encoding", py_device_encoding, "fd", "The encoding of a terminal, or None."),
    FUNCTION("dup", py_dup, "fd, /", "Return a duplicate of a file descriptor."),
    FUNCTION("dup2", py_dup2, "fd, fd2, inheritable=True", "Duplicate file descriptor fd to fd2."),
    FUNCTION("fdatasync", py_fdatasync, "fd",
             "Force write of fd to disk without forcing update of metadata."),
    FUNCTION("fsync", py_fsync, "fd", "Force write of fd to disk."),
    FUNCTION("ftruncate", py_ftruncate, "fd, length, /",
             "Truncate a file, specified by file descriptor, to a specific length."),
    FUNCTION("get_blocking", py_get_blocking, "fd, /", "Whether reading and writing wait."),
    FUNCTION("get_inheritable", py_get_inheritable, "fd, /",
             "Whether programs that are started get the descriptor."),
    FUNCTION("get_terminal_size", py_get_terminal_size, "fd=<unrepresentable>, /",
             "The size of the terminal window as (columns, lines)."),
    FUNCTION("isatty", py_isatty, "fd, /", "Whether the descriptor is that of a terminal."),
    FUNCTION("lseek", py_lseek, "fd, position, whence, /",
             "Set the position of a file descriptor; returns the new one."),
    FUNCTION("open", py_open, "path, flags, mode=511, *, dir_fd=None",
             "Open a file for low level IO; returns a file descriptor."),
    FUNCTION("pipe", py_pipe, "", "Create a pipe; returns (read_fd, write_fd)."),
    FUNCTION("pipe2", py_pipe2, "flags, /", "Create a pipe with flags."),
    FUNCTION("pread", py_pread, "fd, length, offset, /", "Read bytes at an offset."),
    FUNCTION("pwrite", py_pwrite, "fd, buffer, offset, /",
             "Write bytes at an offset; returns how many were written."),
    FUNCTION("read", py_read, "fd, length, /", "Read at most length bytes."),
    FUNCTION("readinto", py_readinto, "fd, buffer, /",
             "Read into a writable buffer; returns how many bytes were read."),
    FUNCTION("set_blocking", py_set_blocking, "fd, blocking, /", "Say whether reading and writing wait."),
    FUNCTION("set_inheritable", py_set_inheritable, "fd, inheritable, /",
             "Say whether programs that are started get the descriptor."),
    FUNCTION("sync", py_sync, "", "Force write of everything to disk."),
    FUNCTION("truncate", py_truncate, "path, length",
             "Truncate a file, specified by path, to a specific length."),
    FUNCTION("ttyname", py_ttyname, "fd, /", "The name of the terminal."),
    FUNCTION("write", py_write, "fd, data, /", "Write bytes; returns how many were written."),
    METHODS_END
};

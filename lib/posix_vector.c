// posix: reading into and writing from several buffers at once, and what else moves or reserves parts of files.
#include "lib/io.h"
#include "lib/posix.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/int.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// Buffers that are held while the system works on them.
typedef struct {
    size_t count;
    Buffer *buffers;
    struct iovec *parts;
} Vector;

static void vector_release(Vector *v) {
    for (size_t k = 0; k < v->count; k++) buffer_release(&v->buffers[k]);
    v->count = 0;
}

static bool vector_get(Value items, bool writable, const char *function, Vector *v) {
    *v = (Vector){0};
    if (dict_check(items) || !(str_check(items) || object_find_special(items, NAME(__getitem__))))
        return !error_occurred() && raise_type_error("%s() arg 2 must be a sequence", function);
    ptrdiff_t length = object_length(items);
    if (length < 0) return false;
    size_t count = (size_t)length;
    if (count > IOV_MAX) return errno = EINVAL, posix_error();
    v->buffers = mem_alloc((count + 1) * sizeof *v->buffers);
    v->parts = mem_alloc((count + 1) * sizeof *v->parts);
    if (!v->buffers || !v->parts) return false;
    for (size_t k = 0; k < count; k++) {
        Buffer *buffer = &v->buffers[k];
        Value item = object_get_item(items, SMALL(k));
        if (!item ||
            !(writable ? buffer_get(item, buffer, BUFFER_WRITABLE) : buffer_get(item, buffer, BUFFER_SIMPLE))) {
            vector_release(v);
            return false;
        }
        v->count = k + 1;
        v->parts[k] = (struct iovec){buffer->data, (size_t)buffer->size};
    }
    return true;
}

static Value transfer(Value *args, bool reading, bool at_offset, const char *function) {
    int fd, flags = 0;
    int64_t offset = 0;
    Vector v;
    if (!posix_int(args[0], &fd) || (at_offset && !posix_offset(args[2], &offset)) ||
        (at_offset && args[3] && !posix_int(args[3], &flags)) || !vector_get(args[1], reading, function, &v))
        return 0;
    io_settle_fd(fd);
    ssize_t moved;
    bool raised;
    int count = (int)v.count;
    if (at_offset && reading) POSIX_RETRY(moved, preadv2(fd, v.parts, count, offset, flags), raised);
    else if (at_offset) POSIX_RETRY(moved, pwritev2(fd, v.parts, count, offset, flags), raised);
    else POSIX_RETRY(moved, reading ? readv(fd, v.parts, count) : writev(fd, v.parts, count), raised);
    int error = errno;
    vector_release(&v);
    errno = error;
    return moved >= 0 ? int_from_int64(moved) : raised ? 0 : posix_error();
}

static Value py_readv(Value self, Value *args) {
    (void)self;
    return transfer(args, true, false, "readv");
}

static Value py_writev(Value self, Value *args) {
    (void)self;
    return transfer(args, false, false, "writev");
}

static Value py_preadv(Value self, Value *args) {
    (void)self;
    return transfer(args, true, true, "preadv");
}

static Value py_pwritev(Value self, Value *args) {
    (void)self;
    return transfer(args, false, true, "pwritev");
}

static Value py_sendfile(Value self, Value *args) {
    (void)self;
    int to, from;
    int64_t offset = 0, count;
    if (!posix_int(args[0], &to) || !posix_int(args[1], &from) ||
        (args[2] != NONE && !posix_offset(args[2], &offset)) || !posix_offset(args[3], &count))
        return 0;
    io_settle_fd(from);
    ssize_t moved;
    bool raised;
    POSIX_RETRY(moved, sendfile(to, from, args[2] == NONE ? NULL : &offset, (size_t)count), raised);
    return moved >= 0 ? int_from_int64(moved) : raised ? 0 : posix_error();
}

static Value py_copy_file_range(Value self, Value *args) {
    (void)self;
    int from, to;
    int64_t count, from_offset = 0, to_offset = 0;
    if (!posix_int(args[0], &from) || !posix_int(args[1], &to) || !posix_offset(args[2], &count)) return 0;
    if (count < 0) return raise_value_error("negative value for 'count' not allowed");
    bool from_here = !args[3] || args[3] == NONE, to_here = !args[4] || args[4] == NONE;
    if ((!from_here && !posix_offset(args[3], &from_offset)) || (!to_here && !posix_offset(args[4], &to_offset)))
        return 0;
    io_settle_fd(from);
    ssize_t moved =
        copy_file_range(from, from_here ? NULL : &from_offset, to, to_here ? NULL : &to_offset, (size_t)count, 0);
    return moved < 0 ? posix_error() : int_from_int64(moved);
}

static Value py_posix_fallocate(Value self, Value *args) {
    (void)self;
    int fd;
    int64_t offset, length;
    if (!posix_int(args[0], &fd) || !posix_offset(args[1], &offset) || !posix_offset(args[2], &length)) return 0;
    errno = posix_fallocate(fd, offset, length);
    return POSIX_DONE(errno);
}

static Value py_posix_fadvise(Value self, Value *args) {
    (void)self;
    int fd, advice;
    int64_t offset, length;
    if (!posix_int(args[0], &fd) || !posix_offset(args[1], &offset) || !posix_offset(args[2], &length) ||
        !posix_int(args[3], &advice))
        return 0;
    errno = posix_fadvise(fd, offset, length, advice);
    return POSIX_DONE(errno);
}

static Value py_lockf(Value self, Value *args) {
    (void)self;
    int fd, command, failed;
    int64_t length;
    bool raised;
    if (!posix_int(args[0], &fd) || !posix_int(args[1], &command) || !posix_offset(args[2], &length)) return 0;
    POSIX_RETRY(failed, lockf(fd, command, length), raised);
    return raised ? 0 : POSIX_DONE(failed < 0);
}

static Value py_getrandom(Value self, Value *args) {
    (void)self;
    int flags = 0;
    int64_t size;
    if (!posix_offset(args[0], &size) || (args[1] && !posix_int(args[1], &flags))) return 0;
    if (size < 0) return errno = EINVAL, posix_error();
    Value bytes = bytes_new(0, (size_t)size);
    ssize_t got;
    bool raised;
    if (!bytes) return 0;
    POSIX_RETRY(got, getrandom(bytes_data(bytes), (size_t)size, (unsigned)flags), raised);
    return got >= 0 ? bytes_new(bytes_data(bytes), (size_t)got) : raised ? 0 : posix_error();
}

static Value py_fchown(Value self, Value *args) {
    (void)self;
    int fd;
    unsigned user, group;
    if (!posix_int(args[0], &fd) || !posix_id(args[1], "uid", &user) || !posix_id(args[2], "gid", &group)) return 0;
    return POSIX_DONE(fchown(fd, user, group) < 0);
}

const MethodDef posix_vector_functions[] = {
    FUNCTION("copy_file_range", py_copy_file_range, "src, dst, count, offset_src=None, offset_dst=None",
             "Copy `count` bytes from one file to another, at the offsets or where they stand."),
    FUNCTION("fchown", py_fchown, "fd, uid, gid", "Change the owner and group of an open file."),
    FUNCTION("getrandom", py_getrandom, "size, flags=0", "Random bytes from the system."),
    FUNCTION("lockf", py_lockf, "fd, command, length, /", "Lock, test or unlock a part of a file."),
    FUNCTION("posix_fadvise", py_posix_fadvise, "fd, offset, length, advice, /",
             "Announce how a part of a file will be read."),
    FUNCTION("posix_fallocate", py_posix_fallocate, "fd, offset, length, /", "Make sure that there is room."),
    FUNCTION("preadv", py_preadv, "fd, buffers, offset, flags=0, /", "Read at an offset into several buffers."),
    FUNCTION("pwritev", py_pwritev, "fd, buffers, offset, flags=0, /", "Write several buffers at an offset."),
    FUNCTION("readv", py_readv, "fd, buffers, /", "Read into several writable buffers, one after the other."),
    FUNCTION("sendfile", py_sendfile, "out_fd, in_fd, offset, count",
             "Copy `count` bytes from one descriptor to another; None: from where it stands."),
    FUNCTION("writev", py_writev, "fd, buffers, /", "Write several buffers, one after the other."),
    METHODS_END};

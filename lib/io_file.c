// FileIO: a file descriptor as a raw stream. Each read() and write() is one system call, repeated only when a
// signal interrupts it.
#include "lib/io.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/type.h"
#include "vm/frame.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_LARGE ((ptrdiff_t)4 << 20)
#define READ_MOST ((size_t)0x7ffff000)          // what one call of read() or write() moves at most

// ---------------------------------------------------------------------------------------------- system calls

// After an interrupted call: runs signal handlers; false when one of them raised.
static bool handle_signals(void) { return !machine_interrupt || machine_handle_interrupt(); }

ptrdiff_t file_io_read(FileIo *file, void *to, size_t size) {
    for (;;) {
        ssize_t got = read(file->fd, to, size < READ_MOST ? size : READ_MOST);
        if (got >= 0) return got;
        if (errno == EAGAIN) return IO_WOULD_BLOCK;
        if (errno != EINTR) return (void)raise_os_error(errno, 0), IO_RAISED;
        if (!handle_signals()) return IO_RAISED;
    }
}

ptrdiff_t file_io_write(FileIo *file, const void *from, size_t size) {
    for (;;) {
        ssize_t put = write(file->fd, from, size < READ_MOST ? size : READ_MOST);
        if (put >= 0) return put;
        if (errno == EAGAIN) return IO_WOULD_BLOCK;
        if (errno != EINTR) return (void)raise_os_error(errno, 0), IO_RAISED;
        if (!handle_signals()) return IO_RAISED;
    }
}

int64_t file_io_seek(FileIo *file, int64_t offset, int whence) {
    off_t at = lseek(file->fd, offset, whence);
    if (at < 0) raise_os_error(errno, 0);
    if (file->seekable < 0) file->seekable = at >= 0;
    return at;
}

void file_io_drain(FileIo *file, const void *from, size_t size) {
    const char *data = from;
    while (size && file->fd >= 0) {
        ssize_t put = write(file->fd, data, size < READ_MOST ? size : READ_MOST);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return;
        data += put;
        size -= (size_t)put;
    }
}

bool file_io_is(const FileIo *file, const struct stat *status) {
    struct stat own;
    return file->fd >= 0 && fstat(file->fd, &own) == 0 && own.st_dev == status->st_dev &&
        own.st_ino == status->st_ino;
}

bool file_io_is_tty(FileIo *file) { return file->fd >= 0 && isatty(file->fd); }

// ------------------------------------------------------------------------------------------------ opening

// Reads the mode into the file's flags and those of open(). ValueError.
static bool parse_mode(FileIo *file, const char *mode, int *flags) {
    int kinds = 0, pluses = 0;
    for (const char *p = mode; *p; p++) {
        if (*p == 'b') continue;
        if (*p == '+') {
            pluses++;
            continue;
        }
        if (!strchr("rwax", *p)) return raise_value_error("invalid mode: %s", mode);
        kinds++;
        *flags = *p == 'r' ? 0
            : *p == 'w'    ? O_CREAT | O_TRUNC
            : *p == 'a'    ? O_CREAT | O_APPEND
                           : O_CREAT | O_EXCL;
        file->readable = *p == 'r';
        file->writable = *p != 'r';
        file->appending = *p == 'a';
        file->created = *p == 'x';
    }
    if (kinds != 1 || pluses > 1)
        return raise_value_error(
            "Must have exactly one of create/read/write/append mode and at most one plus");
    if (pluses) file->readable = file->writable = true;
    *flags |= (file->readable && file->writable ? O_RDWR : file->readable ? O_RDONLY : O_WRONLY) | O_CLOEXEC;
    return true;
}

// The path that str, bytes and objects with __fspath__ stand for, as str or bytes; or 0.
static Value path_of(Value v) {
    if (str_check(v) || bytes_check(v)) return v;
    Value method = object_find_special(v, IO_NAME("__fspath__"));
    if (!method)
        return error_occurred() ? 0
                                : raise_type_error("expected str, bytes or os.PathLike object, not %T", v);
    Value path = object_call0(method);
    if (path && !str_check(path) && !bytes_check(path))
        return raise_type_error("expected %T.__fspath__() to return str or bytes, not %T", v, path);
    return path;
}

static const char *path_text(Value path) {
    if (str_check(path) && !(path = codec_encode(path, "utf-8", "surrogateescape"))) return NULL;
    if (!memchr(bytes_data(path), 0, bytes_size(path))) return (const char *)bytes_data(path);
    raise_value_error("embedded null byte");
    return NULL;
}

static bool open_by_opener(FileIo *file, Value name, int flags, Value opener) {
    Value answer = object_call2(opener, name, SMALL(flags));
    if (!answer) return false;
    if (!int_check(answer)) return raise_type_error("expected integer from opener");
    int64_t fd;
    if (!object_to_int64(answer, &fd)) return false;
    if (fd < 0 || fd > INT32_MAX) return raise_value_error("opener returned %lld", (long long)fd);
    file->fd = (int)fd;
    return true;
}

static int open_text(const char *text, int flags) {
    int fd;
    do fd = open(text, flags, 0666);
    while (fd < 0 && errno == EINTR && handle_signals());
    return fd;
}

static bool open_path(FileIo *file, Value name, int flags, Value opener) {
    Value path = path_of(name);
    const char *text = path ? path_text(path) : NULL;
    if (!text) return false;
    if (opener) return open_by_opener(file, name, flags, opener);
    io_settle(text);
    file->fd = open_text(text, flags);
    if (file->fd < 0 && (errno == EMFILE || errno == ENFILE)) {
        mem_collect(true);                      // files that were dropped are closed then
        file->fd = open_text(text, flags);
    }
    if (file->fd >= 0 || error_occurred()) return file->fd >= 0;
    return raise_os_error(errno, name);
}

// Looks at what was opened. Folders are refused here, because open() allows reading them.
static bool examine(FileIo *file, Value name) {
    struct stat status;
    if (fstat(file->fd, &status) < 0) return errno != EBADF || raise_os_error(errno, 0);
    if (S_ISDIR(status.st_mode)) return raise_os_error(EISDIR, name);
    file->is_device = S_ISCHR(status.st_mode);
    file->block_size = status.st_blksize > 1 ? (uint32_t)status.st_blksize : 0;
    return true;
}

static void give_up(FileIo *file, bool own) {
    if (own && file->fd >= 0) close(file->fd);
    file->fd = -1;
}

void file_io_drop(FileIo *file) { give_up(file, file->closes_fd); }

static bool close_earlier(FileIo *file) {
    if (file->fd >= 0 && file->closes_fd) close(file->fd);
    file->fd = -1;
    file->seekable = -1;
    file->base.closed = false;
    return true;
}

static bool file_start(FileIo *file, Value name, const char *mode, bool closes_fd, Value opener) {
    int flags = 0;
    int64_t fd = -1;
    close_earlier(file);
    if (!parse_mode(file, mode, &flags)) return false;
    bool by_number = value_is_small(name) || int_check(name);
    file->closes_fd = closes_fd;
    if (value_is(name, &bool_type) &&
        !warn_of(&RuntimeWarning_type, str_from("bool is used as a file descriptor")))
        return false;
    if (by_number) {
        if (!object_to_int64(name, &fd)) return false;
        if (fd < 0) return raise_value_error("negative file descriptor");
        if (fd > INT32_MAX) return raise_overflow_error("Python int too large to convert to C int");
        file->fd = (int)fd;
    } else {
        if (!closes_fd) return raise_value_error("Cannot use closefd=False with file name");
        if (!open_path(file, name, flags, opener)) return false;
    }
    if (!examine(file, name)) {
        give_up(file, !by_number);
        return false;
    }
    if (!object_set_attribute(VALUE(file), NAME(name), name)) return false;
    if (!file->appending) return true;
    return lseek(file->fd, 0, SEEK_END) >= 0 || errno == ESPIPE || raise_os_error(errno, 0);
}

static Value file_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    FileIo *file = instance_allocate(type, sizeof *file);
    if (!file) return 0;
    file->fd = -1;
    file->closes_fd = true;
    file->seekable = -1;
    return VALUE(file);
}

static bool file_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[4];
    if (!NATIVE_BIND("FileIO", "file, mode='r', closefd=True, opener=None", bound)) return false;
    const char *mode = "r";
    if (bound[1] && !codec_argument(bound[1], "FileIO()", "'mode'", &mode)) return false;
    int closes = bound[2] ? object_truth(bound[2]) : 1;
    return closes >= 0 &&
        file_start(file_io_of(self), bound[0], mode, closes, bound[3] == NONE ? 0 : bound[3]);
}

Value file_io_from_fd(int fd, const char *name, bool writable) {
    Value self = file_make(&file_io_type, 0, 0, 0);
    if (!self || !object_set_attribute(self, NAME(name), str_from(name))) return 0;
    FileIo *file = file_io_of(self);
    file->fd = fd;
    file->closes_fd = false;
    file->readable = !writable;
    file->writable = writable;
    return self;
}

// ------------------------------------------------------------------------------------------------ slots

static bool check_open(FileIo *file) {
    return file->fd >= 0 || raise_value_error("I/O operation on closed file");
}

// For reading or writing: open, and opened for that.
static bool check_direction(FileIo *file, bool allowed, const char *action) {
    if (!check_open(file)) return false;
    if (allowed) return true;
    Value message = str_format("File not open for %s", action);
    return message && io_unsupported(str_data(message));
}

static const char *mode_text(const FileIo *file) {
    if (file->created) return file->readable ? "xb+" : "xb";
    if (file->appending) return file->readable ? "ab+" : "ab";
    return file->readable && file->writable ? "rb+" : file->readable ? "rb" : "wb";
}

static Value file_repr(Value self) {
    FileIo *file = file_io_of(self);
    if (file->fd < 0) return str_format("<%T [closed]>", self);
    bool found;
    Value name = object_find_attribute(self, NAME(name), &found);
    const char *closes = file->closes_fd ? "True" : "False";
    if (error_occurred()) return 0;
    if (!name) return str_format("<%T fd=%d mode='%s' closefd=%s>", self, file->fd, mode_text(file), closes);
    if (!repr_enter(self)) return raise_runtime_error("reentrant call inside %T.__repr__", self);
    Value text = str_format("<%T name=%R mode='%s' closefd=%s>", self, name, mode_text(file), closes);
    repr_leave(self);
    return text;
}

// Dropped: writers that stand on it write first, whatever order the collector finds them in.
static void file_reclaim(Value self) {
    FileIo *file = file_io_of(self);
    if (file->fd < 0) return;
    for (IoBase *writer = io_next_writer(NULL); writer; writer = io_next_writer(writer)) {
        Buffered *buffered = writer->is_text ? ((TextIo *)writer)->native : (Buffered *)writer;
        if (!buffered || buffered->file != file) continue;
        if (writer->is_text) text_io_drain((TextIo *)writer);
        else buffered_drain(buffered);
    }
    give_up(file, file->closes_fd);
}

// -------------------------------------------------------------------------------------------- Python methods

// What fstat and lseek say is left; only a hint.
static size_t rest_size(FileIo *file) {
    struct stat status;
    off_t at = lseek(file->fd, 0, SEEK_CUR);
    return at >= 0 && fstat(file->fd, &status) == 0 && status.st_size > at ? (size_t)(status.st_size - at)
                                                                           : 0;
}

// All that is left.
static Value read_rest(FileIo *file) {
    size_t room = rest_size(file);
    if (room >= PTRDIFF_MAX / 2)
        return raise_overflow_error("unbounded read returned more bytes than a Python bytes object can hold");
    size_t used = 0;
    Value all = bytes_new(0, ++room < 512 ? room = 512 : room);
    while (all) {
        if (used == room) {
            Value more = bytes_new(0, room = room * 2 + IO_BUFFER_SIZE);
            if (!more) return 0;
            memcpy(bytes_data(more), bytes_data(all), used);
            all = more;
        }
        ptrdiff_t got = file_io_read(file, bytes_data(all) + used, room - used);
        if (got == IO_RAISED) return 0;
        if (got == IO_WOULD_BLOCK && used == 0) return NONE;
        if (got <= 0) break;
        used += (size_t)got;
    }
    return all ? io_bytes_shortened(all, room, used) : 0;
}

static Value file_py_readall(Value self, Value *args) {
    (void)args;
    FileIo *file = file_io_of(self);
    return check_open(file) ? read_rest(file) : 0;
}

static Value file_py_read(Value self, Value *args) {
    FileIo *file = file_io_of(self);
    ptrdiff_t size;
    if (!io_size_argument(args[0], &size) || !check_direction(file, file->readable, "reading")) return 0;
    if (size < 0) return object_call_method(self, IO_NAME("readall"), 0, 0);
    if ((size_t)size > READ_MOST) size = (ptrdiff_t)READ_MOST;
    if (size > READ_LARGE) {                    // no room for more than there is
        size_t left = rest_size(file);
        if (left < (size_t)size) size = left > READ_LARGE ? (ptrdiff_t)left : READ_LARGE;
    }
    Value bytes = bytes_new(0, (size_t)size);
    ptrdiff_t got = bytes ? file_io_read(file, bytes_data(bytes), (size_t)size) : IO_RAISED;
    if (got < 0) return got == IO_WOULD_BLOCK ? NONE : 0;
    return io_bytes_shortened(bytes, (size_t)size, (size_t)got);
}

static Value file_py_readinto(Value self, Value *args) {
    FileIo *file = file_io_of(self);
    Buffer buffer;
    if (!io_writable_argument(args[0], "readinto() argument 1", &buffer)) return 0;
    bool ready = check_direction(file, file->readable, "reading");
    ptrdiff_t got = ready ? file_io_read(file, buffer.data, (size_t)buffer.size) : IO_RAISED;
    buffer_release(&buffer);
    return got >= 0 ? SMALL(got) : got == IO_WOULD_BLOCK ? NONE : 0;
}

static Value file_py_write(Value self, Value *args) {
    FileIo *file = file_io_of(self);
    Buffer buffer;
    if (!buffer_get_bytes(args[0], &buffer)) return 0;
    ptrdiff_t put = check_direction(file, file->writable, "writing")
        ? file_io_write(file, buffer.data, (size_t)buffer.size)
        : IO_RAISED;
    buffer_release(&buffer);
    return put >= 0 ? SMALL(put) : put == IO_WOULD_BLOCK ? NONE : 0;
}

static Value file_py_seek(Value self, Value *args) {
    int64_t offset;
    int whence = 0;
    if ((args[1] && !object_to_int(args[1], &whence)) || !check_open(file_io_of(self)) || !object_to_int64(args[0], &offset))
        return 0;
    int64_t at = file_io_seek(file_io_of(self), offset, whence);
    return at < 0 ? 0 : int_from_int64(at);
}

static Value file_py_tell(Value self, Value *args) {
    (void)args;
    if (!check_open(file_io_of(self))) return 0;
    int64_t at = file_io_seek(file_io_of(self), 0, SEEK_CUR);
    return at < 0 ? 0 : int_from_int64(at);
}

static Value file_py_truncate(Value self, Value *args) {
    FileIo *file = file_io_of(self);
    if (!check_direction(file, file->writable, "writing")) return 0;
    Value size = args[0] && args[0] != NONE ? args[0] : file_py_tell(self, 0);
    int64_t length;
    if (!size || !object_to_int64(size, &length)) return 0;
    int failed;
    do failed = ftruncate(file->fd, length);
    while (failed && errno == EINTR && handle_signals());
    if (!failed) return size;
    return error_occurred() ? 0 : raise_os_error(errno, 0);
}

static Value file_py_fileno(Value self, Value *args) {
    (void)args;
    return check_open(file_io_of(self)) ? SMALL(file_io_of(self)->fd) : 0;
}

static Value file_py_isatty(Value self, Value *args) {
    (void)args;
    return check_open(file_io_of(self)) ? bool_value(file_io_is_tty(file_io_of(self))) : 0;
}

static Value file_py_readable(Value self, Value *args) {
    (void)args;
    return check_open(file_io_of(self)) ? bool_value(file_io_of(self)->readable) : 0;
}

static Value file_py_writable(Value self, Value *args) {
    (void)args;
    return check_open(file_io_of(self)) ? bool_value(file_io_of(self)->writable) : 0;
}

static Value file_py_seekable(Value self, Value *args) {
    (void)args;
    FileIo *file = file_io_of(self);
    if (!check_open(file)) return 0;
    if (file->seekable < 0) file->seekable = lseek(file->fd, 0, SEEK_CUR) >= 0;
    return bool_value(file->seekable);
}

static Value file_py_close(Value self, Value *args) {
    (void)args;
    FileIo *file = file_io_of(self);
    Value closed = io_close_base(self), failure = closed ? 0 : error_take();
    int fd = file->fd;
    file->fd = -1;
    if (fd >= 0 && file->closes_fd && close(fd) < 0 && errno != EINTR) {
        (void)raise_os_error(errno, 0);
        if (failure) error_replaced(failure);
        return 0;
    }
    if (!failure) return NONE;
    error_set(failure);
    return 0;
}

static Value file_get_closed(Value self) { return bool_value(file_io_of(self)->fd < 0); }
static Value file_get_closefd(Value self) { return bool_value(file_io_of(self)->closes_fd); }
static Value file_get_mode(Value self) { return str_from(mode_text(file_io_of(self))); }
static Value file_get_block_size(Value self) {
    uint32_t size = file_io_of(self)->block_size;
    return SMALL(size ? size : 4096);
}

static const MethodDef file_methods[] = {
    METHOD("read", file_py_read, NATIVE_OF_CLASS "size=-1, /",
           "At most `size` bytes with one system call, or all up to the end."),
    METHOD("readall", file_py_readall, "", "All bytes up to the end."),
    METHOD("readinto", file_py_readinto, NATIVE_OF_CLASS "buffer, /", "Read into a writable buffer; the number of bytes."),
    METHOD("write", file_py_write, NATIVE_OF_CLASS "b, /", "Write with one system call; the number of bytes written."),
    METHOD("seek", file_py_seek, "pos, whence=0, /", "Go to a position; the new one from the start."),
    METHOD("tell", file_py_tell, "", "The position."),
    METHOD("truncate", file_py_truncate, NATIVE_OF_CLASS "size=None, /",
           "Cut or extend the file, by default to the position."),
    IO_NO_PICKLE,
    METHOD("close", file_py_close, NATIVE_OF_CLASS "", "Close the file descriptor."),
    METHOD("fileno", file_py_fileno, "", "The number of the file descriptor."),
    METHOD("isatty", file_py_isatty, "", "Whether it is a terminal."),
    METHOD("readable", file_py_readable, "", "Whether it was opened for reading."),
    METHOD("writable", file_py_writable, "", "Whether it was opened for writing."),
    METHOD("seekable", file_py_seekable, "", "Whether seek() works."),
    METHODS_END
};

static const AttributeDef file_attributes[] = {
    {"closed", file_get_closed, 0, "Whether it was closed."},
    {"closefd", file_get_closefd, 0, "Whether close() closes the file descriptor."},
    {"mode", file_get_mode, 0, "The mode."},
    {"_blksize", file_get_block_size, 0, "The block size of the file system."},
    {0}
};

Type file_io_type = {
    .head = {&type_type},
    .name = "_io.FileIO",
    .doc = "A file as a raw stream: FileIO(path_or_descriptor, mode='r', closefd=True, opener=None).",
    .base = &io_raw_base_type,
    .size = sizeof(FileIo),
    .attributes_offset = sizeof(FileIo),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .signature = "file, mode='r', closefd=True, opener=None",
    .make = file_make,
    .init = file_init,
    .reclaim = file_reclaim,
    .repr = file_repr,
    .methods = file_methods,
    .attributes = file_attributes,
};

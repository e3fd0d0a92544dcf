// posix: what the system says about files, and how to change that.
#include "lib/io.h"
#include "lib/posix.h"
#include "lib/struct_sequence.h"
#include "objects/dict.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/type.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

// ---------------------------------------------------------------------------------------------------------------
// stat_result: a tuple of ten, the times as ints; by name, times are floats, and there is more.

enum { STAT_TIMES = 7, STAT_FLOATS = 10, STAT_NS = 13, STAT_REST = 16, STAT_COUNT = 19 };

static const AttributeDef stat_fields[] = {
    STRUCT_FIELD(0, "st_mode", "protection bits"),
    STRUCT_FIELD(1, "st_ino", "inode"),
    STRUCT_FIELD(2, "st_dev", "device"),
    STRUCT_FIELD(3, "st_nlink", "number of hard links"),
    STRUCT_FIELD(4, "st_uid", "user ID of owner"),
    STRUCT_FIELD(5, "st_gid", "group ID of owner"),
    STRUCT_FIELD(6, "st_size", "total size, in bytes"),
    STRUCT_FIELD(10, "st_atime", "time of last access"),
    STRUCT_FIELD(11, "st_mtime", "time of last modification"),
    STRUCT_FIELD(12, "st_ctime", "time of last change"),
    STRUCT_FIELD(10, "st_atime", "time of last access"),
    STRUCT_FIELD(11, "st_mtime", "time of last modification"),
    STRUCT_FIELD(12, "st_ctime", "time of last change"),
    STRUCT_FIELD(13, "st_atime_ns", "time of last access in nanoseconds"),
    STRUCT_FIELD(14, "st_mtime_ns", "time of last modification in nanoseconds"),
    STRUCT_FIELD(15, "st_ctime_ns", "time of last change in nanoseconds"),
    STRUCT_FIELD(16, "st_blksize", "blocksize for filesystem I/O"),
    STRUCT_FIELD(17, "st_blocks", "number of blocks allocated"),
    STRUCT_FIELD(18, "st_rdev", "device type (if inode device)"),
    {0},
};

static Value stat_make(Type *type, Value *args, size_t count, Value keywords) {
    Value result = struct_sequence_make(type, args, count, keywords);
    for (int i = 0; result && i < 3; i++) {
        Value *items = tuple_of(result)->items;
        if (items[STAT_FLOATS + i] == NONE) items[STAT_FLOATS + i] = items[STAT_TIMES + i];
    }
    return result;
}

static Type stat_type = {
    STRUCT_SEQUENCE("os.stat_result", "stat_result: Result from stat, fstat, or lstat.", stat_fields, 10),
};

static Value stat_value(const void *status) {
    const struct stat *s = status;
    Value items[STAT_COUNT] = {
        int_from_uint64(s->st_mode),  int_from_uint64(s->st_ino), int_from_uint64(s->st_dev),
        int_from_uint64(s->st_nlink), int_from_uint64(s->st_uid), int_from_uint64(s->st_gid),
        int_from_int64(s->st_size),
    };
    const struct timespec *times[] = {&s->st_atim, &s->st_mtim, &s->st_ctim};
    for (int i = 0; i < 3; i++) {
        items[STAT_TIMES + i] = int_from_int64(times[i]->tv_sec);
        items[STAT_FLOATS + i] = float_value((double)times[i]->tv_sec + 1e-9 * (double)times[i]->tv_nsec);
        items[STAT_NS + i] =
            int_add(int_multiply(items[STAT_TIMES + i], SMALL(1000000000)), SMALL(times[i]->tv_nsec));
    }
    items[STAT_REST] = int_from_int64(s->st_blksize);
    items[STAT_REST + 1] = int_from_int64(s->st_blocks);
    items[STAT_REST + 2] = int_from_uint64(s->st_rdev);
    return struct_sequence_new(&stat_type, items);
}

Value posix_stat_at(const PosixPath *path, int folder, bool follow) {
    struct stat status;
    int failed = path->text ? fstatat(folder, path->text, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                            : fstat(path->fd, &status);
    return failed < 0 ? posix_path_error(path) : stat_value(&status);
}

static Value py_stat(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    bool follow;
    if (!posix_path(args[0], "stat", "path", PATH_OR_FD, &path) || !posix_folder_fd(args[1], &folder) ||
        !posix_flag(args[2], true, &follow))
        return 0;
    if (!path.text && folder != AT_FDCWD)
        return raise_value_error("stat: can't specify dir_fd without matching path");
    if (!path.text && !follow) return raise_value_error("stat: cannot use fd and follow_symlinks together");
    return posix_stat_at(&path, folder, follow);
}

static Value py_lstat(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    if (!posix_path(args[0], "lstat", "path", PATH_ONLY, &path) || !posix_folder_fd(args[1], &folder))
        return 0;
    return posix_stat_at(&path, folder, false);
}

static Value py_fstat(Value self, Value *args) {
    (void)self;
    int fd;
    struct stat status;
    if (!posix_int(args[0], &fd)) return 0;
    io_settle_fd(fd);
    return fstat(fd, &status) < 0 ? posix_error() : stat_value(&status);
}

// ---------------------------------------------------------------------------------------------------------------
// Changing it

static Value py_access(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int mode, folder;
    bool effective, follow;
    if (!posix_path(args[0], "access", "path", PATH_ONLY, &path) || !posix_int(args[1], &mode) ||
        !posix_folder_fd(args[2], &folder) || !posix_flag(args[3], false, &effective) ||
        !posix_flag(args[4], true, &follow))
        return 0;
    int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    return bool_value(faccessat(folder, path.text, mode, flags) == 0);
}

static Value py_chmod(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int mode, folder;
    bool follow;
    if (!posix_path(args[0], "chmod", "path", PATH_OR_FD, &path) || !posix_int(args[1], &mode) ||
        !posix_folder_fd(args[2], &folder) || !posix_flag(args[3], true, &follow))
        return 0;
    int failed = path.text ? fchmodat(folder, path.text, (mode_t)mode, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                           : fchmod(path.fd, (mode_t)mode);
    if (failed < 0 && errno == EOPNOTSUPP && !follow)
        return raise_not_implemented("chmod: follow_symlinks unavailable on this platform");
    return failed < 0 ? posix_path_error(&path) : NONE;
}

static Value py_fchmod(Value self, Value *args) {
    (void)self;
    int fd, mode;
    return posix_int(args[0], &fd) && posix_int(args[1], &mode) ? POSIX_DONE(fchmod(fd, (mode_t)mode) < 0)
                                                                : 0;
}

static Value py_chown(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    unsigned user, group;
    bool follow;
    if (!posix_path(args[0], "chown", "path", PATH_OR_FD, &path) || !posix_id(args[1], "uid", &user) ||
        !posix_id(args[2], "gid", &group) || !posix_folder_fd(args[3], &folder) ||
        !posix_flag(args[4], true, &follow))
        return 0;
    int failed =
        path.text ? fchownat(folder, path.text, user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                  : fchown(path.fd, user, group);
    return failed < 0 ? posix_path_error(&path) : NONE;
}

static Value py_lchown(Value self, Value *args) {
    (void)self;
    PosixPath path;
    unsigned user, group;
    if (!posix_path(args[0], "lchown", "path", PATH_ONLY, &path) || !posix_id(args[1], "uid", &user) ||
        !posix_id(args[2], "gid", &group))
        return 0;
    return lchown(path.text, user, group) < 0 ? posix_path_error(&path) : NONE;
}

static Value py_umask(Value self, Value *args) {
    (void)self;
    int mask;
    return posix_int(args[0], &mask) ? SMALL(umask((mode_t)mask)) : 0;
}

// A time in seconds, int or float; rounded down.
static bool time_from_seconds(Value v, struct timespec *time) {
    int64_t seconds;
    double x;
    time->tv_nsec = 0;
    if (!float_check(v)) {
        if (!posix_offset(v, &seconds)) return false;
        time->tv_sec = seconds;
        return true;
    }
    if (!float_from_object(v, &x)) return false;
    if (__builtin_isnan(x)) return raise_value_error("Invalid value NaN (not a number)");
    if (x > 9e18 || x < -9e18) return raise_overflow_error("timestamp out of range for platform time_t");
    double whole = __builtin_floor(x);
    time->tv_sec = (time_t)whole;
    time->tv_nsec = (long)((x - whole) * 1e9);
    return true;
}

static bool time_from_ns(Value v, struct timespec *time) {
    Value index = object_index(v), seconds = index ? int_floor_divide(index, SMALL(1000000000)) : 0;
    Value rest = seconds ? int_modulo(index, SMALL(1000000000)) : 0;
    int64_t whole;
    if (!rest) return false;
    if (!int_get64(seconds, &whole)) return raise_overflow_error("Python int too large to convert to C long");
    time->tv_sec = whole;
    time->tv_nsec = small_int(rest);
    return true;
}

static bool times_argument(Value times, Value ns, struct timespec out[2]) {
    if (times && times != NONE && ns)
        return raise_value_error("utime: you may specify either 'times' or 'ns' but not both");
    out[0].tv_nsec = out[1].tv_nsec = UTIME_NOW;
    out[0].tv_sec = out[1].tv_sec = 0;
    if (times && times != NONE) {
        if (!tuple_check(times) || tuple_count(times) != 2)
            return raise_type_error("utime: 'times' must be either a tuple of two ints or None");
        return time_from_seconds(tuple_get(times, 0), &out[0]) &&
               time_from_seconds(tuple_get(times, 1), &out[1]);
    }
    if (!ns) return true;
    if (!tuple_check(ns) || tuple_count(ns) != 2)
        return raise_type_error("utime: 'ns' must be a tuple of two ints");
    return time_from_ns(tuple_get(ns, 0), &out[0]) && time_from_ns(tuple_get(ns, 1), &out[1]);
}

static Value py_utime(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    bool follow;
    struct timespec times[2];
    if (!posix_path(args[0], "utime", "path", PATH_OR_FD, &path) || !posix_folder_fd(args[3], &folder) ||
        !posix_flag(args[4], true, &follow) || !times_argument(args[1], args[2], times))
        return 0;
    int failed = path.text ? utimensat(folder, path.text, times, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                           : futimens(path.fd, times);
    return failed < 0 ? posix_path_error(&path) : NONE;
}

// ---------------------------------------------------------------------------------------------------------------
// File systems and devices

static const AttributeDef statvfs_fields[] = {
    STRUCT_FIELD(0, "f_bsize", 0),   STRUCT_FIELD(1, "f_frsize", 0), STRUCT_FIELD(2, "f_blocks", 0),
    STRUCT_FIELD(3, "f_bfree", 0),   STRUCT_FIELD(4, "f_bavail", 0), STRUCT_FIELD(5, "f_files", 0),
    STRUCT_FIELD(6, "f_ffree", 0),   STRUCT_FIELD(7, "f_favail", 0), STRUCT_FIELD(8, "f_flag", 0),
    STRUCT_FIELD(9, "f_namemax", 0), STRUCT_FIELD(10, "f_fsid", 0),  {0},
};
static Type statvfs_type = {STRUCT_SEQUENCE(
    "os.statvfs_result", "statvfs_result: Result from statvfs or fstatvfs.", statvfs_fields, 10)};

static Value py_statvfs(Value self, Value *args) {
    (void)self;
    PosixPath path;
    struct statvfs s;
    if (!posix_path(args[0], "statvfs", "path", PATH_OR_FD, &path)) return 0;
    if ((path.text ? statvfs(path.text, &s) : fstatvfs(path.fd, &s)) < 0) return posix_path_error(&path);
    Value items[] = {
        int_from_uint64(s.f_bsize),   int_from_uint64(s.f_frsize), int_from_uint64(s.f_blocks),
        int_from_uint64(s.f_bfree),   int_from_uint64(s.f_bavail), int_from_uint64(s.f_files),
        int_from_uint64(s.f_ffree),   int_from_uint64(s.f_favail), int_from_uint64(s.f_flag),
        int_from_uint64(s.f_namemax), int_from_uint64(s.f_fsid),
    };
    return struct_sequence_new(&statvfs_type, items);
}

static Value py_major(Value self, Value *args) {
    (void)self;
    int64_t device;
    return posix_offset(args[0], &device) ? SMALL(major((dev_t)device)) : 0;
}

static Value py_minor(Value self, Value *args) {
    (void)self;
    int64_t device;
    return posix_offset(args[0], &device) ? SMALL(minor((dev_t)device)) : 0;
}

static Value py_makedev(Value self, Value *args) {
    (void)self;
    int high, low;
    return posix_int(args[0], &high) && posix_int(args[1], &low)
               ? int_from_uint64(makedev((unsigned)high, (unsigned)low))
               : 0;
}

// ---------------------------------------------------------------------------------------------------------------

bool posix_add_stat_types(Value dict) {
    stat_type.make = stat_make;
    if (!struct_sequence_ready(&stat_type) || !struct_sequence_ready(&statvfs_type)) return false;
    Dict *own = stat_type.dict;
    Value all = dict_get_name(own, NAME(__match_args__)), named = all ? tuple_slice(all, 0, STAT_TIMES) : 0;
    return named && dict_set_name(own, NAME(__match_args__), named) &&
           dict_set_c(VALUE(own), "n_unnamed_fields", SMALL(3)) &&
           dict_set_c(dict, "stat_result", VALUE(&stat_type)) &&
           dict_set_c(dict, "statvfs_result", VALUE(&statvfs_type));
}

const MethodDef posix_stat_functions[] = {
    FUNCTION("access", py_access, "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True",
             "Use the real uid/gid to test for access to a path."),
    FUNCTION("chmod", py_chmod, "path, mode, *, dir_fd=None, follow_symlinks=True",
             "Change the access permissions of a file."),
    FUNCTION("chown", py_chown, "path, uid, gid, *, dir_fd=None, follow_symlinks=True",
             "Change the owner and group of a file."),
    FUNCTION("fchmod", py_fchmod, "fd, mode", "Change the access permissions of a file given by descriptor."),
    FUNCTION("fstat", py_fstat, "fd", "Status of a file given by descriptor."),
    FUNCTION("lchown", py_lchown, "path, uid, gid", "Change the owner and group of a file, symbolic links not followed."),
    FUNCTION("lstat", py_lstat, "path, *, dir_fd=None", "Status of a file, symbolic links not followed."),
    FUNCTION("major", py_major, "device, /", "The major number of a device."),
    FUNCTION("makedev", py_makedev, "major, minor, /", "A device from its two numbers."),
    FUNCTION("minor", py_minor, "device, /", "The minor number of a device."),
    FUNCTION("stat", py_stat, "path, *, dir_fd=None, follow_symlinks=True", "Status of a file."),
    FUNCTION("statvfs", py_statvfs, "path", "Status of a file system."),
    FUNCTION("umask", py_umask, "mask, /", "Set the current numeric umask and return the previous umask."),
    FUNCTION("utime", py_utime, "path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True",
             "Set the access and modified time of path."),
    METHODS_END
};

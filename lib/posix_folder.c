// posix: folders, and the names in them.
#include "lib/posix.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/dict.h"
#include "objects/type.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// ---------------------------------------------------------------------------------------------------------------
// Where we are

static Value current_folder(bool bytes) {
    char *text = getcwd(NULL, 0);
    if (!text) return posix_error();
    Value result = posix_text(text, bytes);
    free(text);
    return result;
}

static Value py_getcwd(Value self, Value *args) {
    (void)self;
    (void)args;
    return current_folder(false);
}

static Value py_getcwdb(Value self, Value *args) {
    (void)self;
    (void)args;
    return current_folder(true);
}

static Value py_chdir(Value self, Value *args) {
    (void)self;
    PosixPath path;
    if (!posix_path(args[0], "chdir", "path", PATH_OR_FD, &path)) return 0;
    return (path.text ? chdir(path.text) : fchdir(path.fd)) < 0 ? posix_path_error(&path) : NONE;
}

static Value py_fchdir(Value self, Value *args) {
    (void)self;
    int fd;
    return posix_int(args[0], &fd) ? POSIX_DONE(fchdir(fd) < 0) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Making and removing

// Functions of a path and dir_fd, which is args[last].
static bool path_and_folder(Value path, Value folder, const char *function, PosixPath *out, int *fd) {
    return posix_path(path, function, "path", PATH_ONLY, out) && posix_folder_fd(folder, fd);
}

static Value py_mkdir(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder, mode = 0777;
    if (!posix_path(args[0], "mkdir", "path", PATH_ONLY, &path) || (args[1] && !posix_int(args[1], &mode)) ||
        !posix_folder_fd(args[2], &folder))
        return 0;
    return mkdirat(folder, path.text, (mode_t)mode) < 0 ? posix_path_error(&path) : NONE;
}

static Value py_mkfifo(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder, mode = 0666;
    if (!posix_path(args[0], "mkfifo", "path", PATH_ONLY, &path) || (args[1] && !posix_int(args[1], &mode)) ||
        !posix_folder_fd(args[2], &folder))
        return 0;
    return mkfifoat(folder, path.text, (mode_t)mode) < 0 ? posix_path_error(&path) : NONE;
}

static Value py_rmdir(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    if (!path_and_folder(args[0], args[1], "rmdir", &path, &folder)) return 0;
    return unlinkat(folder, path.text, AT_REMOVEDIR) < 0 ? posix_path_error(&path) : NONE;
}

static Value remove_file(Value *args, const char *function) {
    PosixPath path;
    int folder;
    if (!path_and_folder(args[0], args[1], function, &path, &folder)) return 0;
    return unlinkat(folder, path.text, 0) < 0 ? posix_path_error(&path) : NONE;
}

static Value py_remove(Value self, Value *args) {
    (void)self;
    return remove_file(args, "remove");
}

static Value py_unlink(Value self, Value *args) {
    (void)self;
    return remove_file(args, "unlink");
}

static bool two_paths(Value *args, const char *function, PosixPath *from, PosixPath *to, int folders[2]) {
    return posix_path(args[0], function, "src", PATH_ONLY, from) &&
           posix_path(args[1], function, "dst", PATH_ONLY, to) && posix_folder_fd(args[2], &folders[0]) &&
           posix_folder_fd(args[3], &folders[1]);
}

static Value move(Value *args, const char *function) {
    PosixPath from, to;
    int folders[2];
    if (!two_paths(args, function, &from, &to, folders)) return 0;
    return renameat(folders[0], from.text, folders[1], to.text) < 0 ? posix_error2(&from, &to) : NONE;
}

static Value py_rename(Value self, Value *args) {
    (void)self;
    return move(args, "rename");
}

static Value py_replace(Value self, Value *args) {
    (void)self;
    return move(args, "replace");
}

static Value py_link(Value self, Value *args) {
    (void)self;
    PosixPath from, to;
    int folders[2];
    bool follow;
    if (!two_paths(args, "link", &from, &to, folders) || !posix_flag(args[4], true, &follow)) return 0;
    return linkat(folders[0], from.text, folders[1], to.text, follow ? AT_SYMLINK_FOLLOW : 0) < 0
               ? posix_error2(&from, &to)
               : NONE;
}

static Value py_symlink(Value self, Value *args) {
    (void)self;
    PosixPath from, to;
    int folder;
    if (!posix_path(args[0], "symlink", "src", PATH_ONLY, &from) ||
        !posix_path(args[1], "symlink", "dst", PATH_ONLY, &to) || !posix_folder_fd(args[3], &folder))
        return 0;
    return symlinkat(from.text, folder, to.text) < 0 ? posix_error2(&from, &to) : NONE;
}

static Value py_readlink(Value self, Value *args) {
    (void)self;
    PosixPath path;
    int folder;
    char text[4096];
    if (!path_and_folder(args[0], args[1], "readlink", &path, &folder)) return 0;
    ssize_t size = readlinkat(folder, path.text, text, sizeof text);
    return size < 0 ? posix_path_error(&path) : posix_text_sized(text, (size_t)size, path.bytes);
}

// ---------------------------------------------------------------------------------------------------------------
// Listing

// The folder that a path argument names; NULL: raised.
static DIR *open_folder(const PosixPath *path) {
    DIR *folder;
    if (path->fd >= 0 || (path->object && !path->text)) {
        int fd = fcntl(path->fd, F_DUPFD_CLOEXEC, 0);
        folder = fd < 0 ? NULL : fdopendir(fd);
        if (folder)
            rewinddir(folder);
        else if (fd >= 0)
            close(fd);
    } else {
        folder = opendir(path->text ? path->text : ".");
    }
    return folder || posix_path_error(path) ? folder : NULL;
}

// The next entry but `.` and `..`; NULL at the end, or raised.
static struct dirent *next_entry(DIR *folder) {
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        if (!entry) {
            if (errno && posix_error()) return entry;
            return NULL;
        }
        const char *name = entry->d_name;
        if (name[0] != '.' || (name[1] && (name[1] != '.' || name[2]))) return entry;
    }
}

static Value py_listdir(Value self, Value *args) {
    (void)self;
    PosixPath path;
    if (!posix_path(args[0], "listdir", "path", PATH_OR_FD | PATH_OR_NONE, &path)) return 0;
    Value list = list_with_capacity(16);
    DIR *folder = list ? open_folder(&path) : NULL;
    if (!folder) return 0;
    bool done = true;
    for (struct dirent *entry; done && (entry = next_entry(folder));) {
        Value name = posix_text(entry->d_name, path.bytes);
        done = name && list_append(list, name);
    }
    closedir(folder);
    return error_occurred() ? 0 : list;
}

// --- DirEntry

typedef struct {
    Object head;
    Value name, path;           // str or bytes
    Value status, link_status;  // stat results, once asked for; 0: not yet
    uint64_t inode;
    int kind;                   // DT_... as the folder says
    int fd;                     // of the folder, when it was given so; -1
} DirEntry;
static Type entry_type;

static inline DirEntry *entry_of(Value v) { return (DirEntry *)value_object(v); }

static Value entry_stat(DirEntry *entry, bool follow) {
    Value *kept = follow && entry->kind == DT_LNK ? &entry->status : &entry->link_status;
    if (*kept) return *kept;
    PosixPath path;
    if (!posix_path(entry->fd >= 0 ? entry->name : entry->path, "stat", "path", PATH_ONLY, &path)) return 0;
    return *kept = posix_stat_at(&path, entry->fd >= 0 ? entry->fd : AT_FDCWD, follow);
}

// Whether it is of this kind, which stat has as S_IF... 0, 1, -1: raised.
static int entry_is(DirEntry *entry, bool follow, int kind, mode_t mode) {
    bool ask = entry->kind == DT_UNKNOWN || (entry->kind == DT_LNK && follow);
    if (!ask) return entry->kind == kind;
    Value status = entry_stat(entry, follow);
    if (!status) return error_clear_if(&FileNotFoundError_type) ? 0 : -1;
    return ((mode_t)small_int(tuple_get(status, 0)) & S_IFMT) == mode;
}

static Value entry_is_value(Value self, Value argument, int kind, mode_t mode) {
    bool follow;
    if (!posix_flag(argument, true, &follow)) return 0;
    int answer = entry_is(entry_of(self), follow, kind, mode);
    return answer < 0 ? 0 : bool_value(answer);
}

static Value py_entry_is_dir(Value self, Value *args) {
    return entry_is_value(self, args[0], DT_DIR, S_IFDIR);
}
static Value py_entry_is_file(Value self, Value *args) {
    return entry_is_value(self, args[0], DT_REG, S_IFREG);
}

static Value py_entry_is_symlink(Value self, Value *args) {
    (void)args;
    return entry_is_value(self, FALSE, DT_LNK, S_IFLNK);
}

static Value py_entry_is_junction(Value self, Value *args) {
    (void)self;
    (void)args;
    return FALSE;
}

static Value py_entry_stat(Value self, Value *args) {
    bool follow;
    return posix_flag(args[0], true, &follow) ? entry_stat(entry_of(self), follow) : 0;
}

static Value py_entry_inode(Value self, Value *args) {
    (void)args;
    return int_from_uint64(entry_of(self)->inode);
}

static Value py_entry_fspath(Value self, Value *args) {
    (void)args;
    return entry_of(self)->path;
}

static Value entry_get_name(Value self) { return entry_of(self)->name; }
static Value entry_get_path(Value self) { return entry_of(self)->path; }
static Value entry_repr(Value self) { return str_format("<DirEntry %R>", entry_of(self)->name); }

static const MethodDef entry_methods[] = {
    METHOD("is_dir", py_entry_is_dir, "*, follow_symlinks=True",
           "Return True if the entry is a directory; cached per entry."),
    METHOD("is_file", py_entry_is_file, "*, follow_symlinks=True",
           "Return True if the entry is a file; cached per entry."),
    METHOD("is_symlink", py_entry_is_symlink, "",
           "Return True if the entry is a symbolic link; cached per entry."),
    METHOD("is_junction", py_entry_is_junction, "",
           "Return True if the entry is a junction; cached per entry."),
    METHOD("stat", py_entry_stat, "*, follow_symlinks=True",
           "Return stat_result object for the entry; cached per entry."),
    METHOD("inode", py_entry_inode, "", "Return inode of the entry; cached per entry."),
    METHOD("__fspath__", py_entry_fspath, "", "Returns the path for the entry."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "See PEP 585"),
    METHODS_END
};

static const AttributeDef entry_attributes[] = {
    MEMBER("name", entry_get_name, "the entry's base filename, relative to scandir() \"path\" argument"),
    MEMBER("path", entry_get_path,
           "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"),
    {0},
};

static Type entry_type = {
    .head = {&type_type},
    .name = "posix.DirEntry",
    .doc = "An entry of a folder, as os.scandir() gives it.",
    .size = sizeof(DirEntry),
    .flags = TYPE_NO_NEW,
    .repr = entry_repr,
    .methods = entry_methods,
    .attributes = entry_attributes,
};

// --- the iterator; the folder stays open until its end, close(), or until it is dropped

typedef struct {
    Object head;
    DIR *folder;                // NULL: closed
    PosixPath path;
} ScanIterator;
static Type scan_type;

static inline ScanIterator *scan_of(Value v) { return (ScanIterator *)value_object(v); }

// Folders that are open, and how many may be before dropped ones are looked for: the collector does not know what they hold.
static size_t folders_open, folders_most = 64;

static void scan_close(Value self) {
    if (!scan_of(self)->folder) return;
    closedir(scan_of(self)->folder);
    scan_of(self)->folder = NULL;
    folders_open--;
}

static void close_dropped_folders(void) {
    if (folders_open < folders_most) return;
    mem_collect(true);
    folders_most = folders_open < 32 ? 64 : folders_open * 2;
}

// The folder's path and the name in one.
static Value join_path(const PosixPath *path, const char *name) {
    if (!path->text)
        return path->object ? posix_text(name, path->bytes) : posix_text_sized(name, strlen(name), false);
    size_t size = strlen(path->text), more = strlen(name);
    bool slash = size && path->text[size - 1] != '/';
    char *joined = mem_alloc_atomic(size + slash + more + 1);
    if (!joined) return 0;
    memcpy(joined, path->text, size);
    joined[size] = '/';
    memcpy(joined + size + slash, name, more);
    return posix_text_sized(joined, size + slash + more, path->bytes);
}

static Value scan_next(Value self) {
    ScanIterator *scan = scan_of(self);
    struct dirent *found = scan->folder ? next_entry(scan->folder) : NULL;
    if (!found) {
        scan_close(self);
        return 0;
    }
    DirEntry *entry = mem_object(&entry_type, sizeof *entry);
    if (!entry) return 0;
    entry->inode = found->d_ino;
    entry->kind = found->d_type;
    entry->fd = scan->path.object && !scan->path.text ? scan->path.fd : -1;
    entry->name = posix_text(found->d_name, scan->path.bytes);
    entry->path = entry->name ? join_path(&scan->path, found->d_name) : 0;
    return entry->path ? VALUE(entry) : 0;
}

static Value py_scandir(Value self, Value *args) {
    (void)self;
    PosixPath path;
    if (!posix_path(args[0], "scandir", "path", PATH_OR_FD | PATH_OR_NONE, &path)) return 0;
    if (!path.object && !posix_path(str_from("."), "scandir", "path", PATH_ONLY, &path)) return 0;
    ScanIterator *scan = mem_object_reclaimed(&scan_type, sizeof *scan);
    if (!scan) return 0;
    scan->folder = NULL;
    scan->path = path;
    close_dropped_folders();
    scan->folder = open_folder(&path);
    folders_open += scan->folder != NULL;
    return scan->folder ? VALUE(scan) : 0;
}

static Value py_scan_close(Value self, Value *args) {
    (void)args;
    scan_close(self);
    return NONE;
}

static Value py_scan_enter(Value self, Value *args) {
    (void)args;
    return self;
}

static const MethodDef scan_methods[] = {
    METHOD("__enter__", py_scan_enter, "", "Return self."),
    METHOD("__exit__", py_scan_close, "*args", "Close it."),
    METHOD("close", py_scan_close, "", "Closes the folder."),
    METHODS_END
};

static Type scan_type = {
    .head = {&type_type},
    .name = "posix.ScandirIterator",
    .size = sizeof(ScanIterator),
    .flags = TYPE_NO_NEW,
    .reclaim = scan_close,
    .iter = iterator_self,
    .next = scan_next,
    .methods = scan_methods,
};

bool posix_add_folder_types(Value dict) {
    type_ready(&entry_type);
    return dict_set_c(dict, "DirEntry", VALUE(&entry_type));
}

const MethodDef posix_folder_functions[] = {
    FUNCTION("chdir", py_chdir, "path", "Change the current working directory to the specified path."),
    FUNCTION("fchdir", py_fchdir, "fd", "Change to the directory of the given file descriptor."),
    FUNCTION("getcwd", py_getcwd, "", "Return a unicode string representing the current working directory."),
    FUNCTION("getcwdb", py_getcwdb, "", "Return a bytes string representing the current working directory."),
    FUNCTION("link", py_link, "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True",
             "Create a hard link to a file."),
    FUNCTION("listdir", py_listdir, "path=None",
             "Return a list containing the names of the files in the directory."),
    FUNCTION("mkdir", py_mkdir, "path, mode=511, *, dir_fd=None", "Create a directory."),
    FUNCTION("mkfifo", py_mkfifo, "path, mode=438, *, dir_fd=None",
             "Create a \"fifo\" (a POSIX named pipe)."),
    FUNCTION("readlink", py_readlink, "path, *, dir_fd=None",
             "Return a string representing the path to which the symbolic link points."),
    FUNCTION("remove", py_remove, "path, *, dir_fd=None", "Remove a file (same as unlink())."),
    FUNCTION("rename", py_rename, "src, dst, *, src_dir_fd=None, dst_dir_fd=None",
             "Rename a file or directory."),
    FUNCTION("replace", py_replace, "src, dst, *, src_dir_fd=None, dst_dir_fd=None",
             "Rename a file or directory, overwriting the destination."),
    FUNCTION("rmdir", py_rmdir, "path, *, dir_fd=None", "Remove a directory."),
    FUNCTION("scandir", py_scandir, "path=None", "Return an iterator of DirEntry objects for given path."),
    FUNCTION("symlink", py_symlink, "src, dst, target_is_directory=False, *, dir_fd=None",
             "Create a symbolic link pointing to src named dst."),
    FUNCTION("unlink", py_unlink, "path, *, dir_fd=None", "Remove a file (same as remove())."),
    METHODS_END
};

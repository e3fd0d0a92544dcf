// mmap: files, and memory of its own, as one long run of bytes.
//
// The mapping is where it is until close() or resize(), which refuse while it is exported. Every method converts its
// arguments first, since that can run Python code, and looks only then whether the map is still open.
#include "lib/io.h"
#include "lib/lib.h"
#include "objects/bytes.h"
#include "objects/bytesearch.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/type.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum { ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY } Access;

typedef struct {
    Object head;
    uint8_t *data;              // NULL: closed
    size_t size, position;
    off_t offset;               // in the file
    int fd;                     // the map's own; -1: none
    bool tracks_fd;             // it would have one, if there were a file
    int flags;
    Access access;
    Exports exports;
} Map;
static Type mmap_type;

static inline Map *map_of(Value v) { return (Map *)value_object(v); }

static bool check_open(const Map *map) { return map->data || raise_value_error("mmap closed or invalid"); }

static bool check_writable(const Map *map) {
    return map->access != ACCESS_READ || raise_type_error("mmap can't modify a readonly memory map.");
}

static void unmap(Map *map) {
    if (map->data) munmap(map->data, map->size);
    if (map->fd >= 0) close(map->fd);
    map->data = NULL;
    map->fd = -1;
}

static void map_reclaim(Value self) { unmap(map_of(self)); }

// ---------------------------------------------------------------------------------------------------------------
// Making

typedef struct {
    int fd, flags, protection, access;
    ptrdiff_t length;
    int64_t offset;
    bool keeps_fd;
} Request;

static bool int_argument(Value v, int *out) { return !v || object_to_int(v, out); }

// What kind of access stands for in flags and protection.
static bool apply_access(Request *r) {
    bool given = r->flags != MAP_SHARED || r->protection != (PROT_READ | PROT_WRITE);
    if (r->access != ACCESS_DEFAULT && given)
        return raise_value_error("mmap can't specify both access and flags, prot.");
    switch (r->access) {
    case ACCESS_READ:
        r->protection = PROT_READ;
        return true;
    case ACCESS_COPY:
        r->flags = MAP_PRIVATE;
        return true;
    case ACCESS_DEFAULT:
        if (!(r->protection & PROT_WRITE)) r->access = ACCESS_READ;
        return true;
    case ACCESS_WRITE:
        return true;
    default:
        return raise_value_error("mmap invalid access parameter.");
    }
}

static bool read_request(Value *bound, Request *r) {
    *r = (Request){.flags = MAP_SHARED, .protection = PROT_READ | PROT_WRITE, .keeps_fd = true};
    if (!int_argument(bound[0], &r->fd) || !sequence_size(bound[1], &r->length) ||
        !int_argument(bound[2], &r->flags) || !int_argument(bound[3], &r->protection) ||
        !int_argument(bound[4], &r->access) || (bound[5] && !object_to_int64(bound[5], &r->offset)))
        return false;
    int keeps = bound[6] ? object_truth(bound[6]) : 1;
    if (keeps < 0) return false;
    r->keeps_fd = keeps;
    if (r->length < 0) return raise_overflow_error("memory mapped length must be positive");
    if (r->offset < 0) return raise_overflow_error("memory mapped offset must be positive");
    return apply_access(r);
}

// Compares the request with the size of the file; a length of 0 becomes all of it.
static bool fit_file(Request *r) {
    struct stat status;
    if (r->fd < 0) return true;
    io_settle_fd(r->fd);
    if (fstat(r->fd, &status) < 0 || !S_ISREG(status.st_mode)) return true;
    if (r->length == 0) {
        if (status.st_size == 0) return raise_value_error("cannot mmap an empty file");
        if (r->offset >= status.st_size) return raise_value_error("mmap offset is greater than file size");
        r->length = (ptrdiff_t)(status.st_size - r->offset);
        return true;
    }
    return (r->offset <= status.st_size && status.st_size - r->offset >= r->length) ||
           raise_value_error("mmap length is greater than file size");
}

static Value mmap_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[7];
    Request r;
    if (!count && !keywords) return raise_type_error("function missing required argument 'fileno' (pos 1)");
    if (!NATIVE_BIND("mmap",
                     "fileno, length, flags=MAP_SHARED, prot=PROT_WRITE|PROT_READ, access=ACCESS_DEFAULT, "
                     "offset=0, *, trackfd=True",
                     bound) ||
        !read_request(bound, &r) || !fit_file(&r))
        return 0;
    Map *map = instance_allocate(type, sizeof *map);
    if (!map) return 0;
    *map = (Map){.head = map->head, .fd = -1, .offset = r.offset, .access = (Access)r.access,
                 .tracks_fd = r.keeps_fd};
    if (r.fd == -1)
        r.flags |= MAP_ANONYMOUS;
    else if (r.keeps_fd && (map->fd = fcntl(r.fd, F_DUPFD_CLOEXEC, 0)) < 0)
        return raise_os_error(errno, 0);
    map->flags = r.flags;
    void *data = mmap(NULL, (size_t)r.length, r.protection, r.flags, r.fd, r.offset);
    if (data == MAP_FAILED) {
        int error = errno;
        unmap(map);
        return raise_os_error(error, 0);
    }
    map->data = data;
    map->size = (size_t)r.length;
    return VALUE(map);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value map_repr(Value self) {
    static const char *const names[] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    Map *map = map_of(self);
    if (!map->data) return str_format("<%N closed=True>", type_of(self));
    return str_format("<%N closed=False, access=%s, length=%zu, pos=%zu, offset=%lld>", type_of(self),
                      names[map->access], map->size, map->position, (long long)map->offset);
}

static ptrdiff_t map_length(Value self) {
    return check_open(map_of(self)) ? (ptrdiff_t)map_of(self)->size : -1;
}

static bool find_index(Map *map, Value key, size_t *out) {
    int64_t at;
    Value index = object_index(key);
    if (!index) return false;
    if (!int_get64(index, &at)) return raise_index_error("cannot fit '%T' into an index-sized integer", key);
    if (!check_open(map)) return false;
    if (at < 0) at += (int64_t)map->size;
    *out = (size_t)at;
    return (at >= 0 && (size_t)at < map->size) || raise_index_error("mmap index out of range");
}

static Value map_get_item(Value self, Value key) {
    Map *map = map_of(self);
    ptrdiff_t start, stop, step;
    size_t at;
    if (!check_open(map)) return 0;
    if (value_has_index(key)) return find_index(map, key, &at) ? SMALL(map->data[at]) : 0;
    if (!slice_check(key)) return raise_type_error("mmap indices must be integers");
    if (!slice_unpack(key, &start, &stop, &step) || !check_open(map)) return 0;
    size_t count = slice_adjust((ptrdiff_t)map->size, &start, &stop, step);
    Value result = bytes_new(0, count);
    if (result && count) bytes_copy_step(bytes_data(result), map->data + start, step, count);
    return result;
}

static bool set_slice(Map *map, Value key, Value value) {
    ptrdiff_t start, stop, step;
    Borrowed bytes;
    if (!slice_unpack(key, &start, &stop, &step) || !span_borrow(value, &bytes)) return false;
    bool done = check_open(map) && check_writable(map);
    size_t count = done ? slice_adjust((ptrdiff_t)map->size, &start, &stop, step) : 0;
    if (done && bytes.size != count) done = raise_index_error("mmap slice assignment is wrong size");
    if (done && count && step == 1) memmove(map->data + start, bytes.data, count);
    if (done && count && step != 1) {
        for (size_t i = 0; i < count; i++) map->data[start + (ptrdiff_t)i * step] = bytes.data[i];
    }
    span_return(&bytes);
    return done;
}

static bool map_set_item(Value self, Value key, Value value) {
    Map *map = map_of(self);
    size_t at;
    int64_t byte;
    if (!check_open(map) || !check_writable(map)) return false;
    if (!value && slice_check(key)) return raise_type_error("mmap object doesn't support slice deletion");
    if (!value_has_index(key))
        return slice_check(key) ? set_slice(map, key, value) : raise_type_error("mmap indices must be integer");
    if (!find_index(map, key, &at)) return false;
    if (!value) return raise_type_error("mmap doesn't support item deletion");
    if (!value_has_index(value)) return raise_type_error("mmap item value must be an int");
    Value number = object_index(value);
    if (!number) return false;
    if (!int_get64(number, &byte) || byte < 0 || byte > 255)
        return raise_value_error("mmap item value must be in range(0, 256)");
    if (!check_open(map)) return false;
    if (at >= map->size) return raise_index_error("mmap index out of range");
    map->data[at] = (uint8_t)byte;
    return true;
}

static bool map_get_buffer(Value self, Buffer *buffer, int flags) {
    Map *map = map_of(self);
    if (!check_open(map) ||
        !buffer_fill(buffer, self, map->data, map->size, map->access == ACCESS_READ, flags))
        return false;
    buffer->exports = &map->exports;
    map->exports.count++;
    return true;
}

// Iteration is over bytes objects of one byte each.
typedef struct {
    Object head;
    Value map;
    size_t done;
    bool backwards;
} MapIterator;

static Value iterator_next(Value self) {
    MapIterator *iterator = (MapIterator *)value_object(self);
    Map *map = map_of(iterator->map);
    if (!check_open(map)) return 0;
    if (iterator->done >= map->size) return 0;
    size_t at = iterator->done++;
    return bytes_new(map->data + (iterator->backwards ? map->size - 1 - at : at), 1);
}

static Type iterator_type = {
    .head = {&type_type},
    .name = "iterator",
    .doc = "Iterates over the bytes of a map.",
    .size = sizeof(MapIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = iterator_next,
};

static Value iterator_new(Value map, bool backwards) {
    MapIterator *iterator = mem_object(&iterator_type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->map = map;
    iterator->backwards = backwards;
    return VALUE(iterator);
}

static Value map_iter(Value self) { return iterator_new(self, false); }
static Value map_reversed(Value self) { return iterator_new(self, true); }

// ---------------------------------------------------------------------------------------------------------------
// Reading and writing at the position

static Value read_from(Map *map, size_t size) {
    size_t left = map->position < map->size ? map->size - map->position : 0;
    if (size > left) size = left;
    Value result = bytes_new(map->data + map->position, size);
    if (result) map->position += size;
    return result;
}

static Value py_read(Value self, Value *args) {
    ptrdiff_t size = -1;
    if (!io_size_argument(args[0], &size)) return 0;
    return check_open(map_of(self)) ? read_from(map_of(self), size < 0 ? SIZE_MAX : (size_t)size) : 0;
}

static Value py_read_byte(Value self, Value *args) {
    (void)args;
    Map *map = map_of(self);
    if (!check_open(map)) return 0;
    return map->position < map->size ? SMALL(map->data[map->position++])
                                     : raise_value_error("read byte out of range");
}

static Value py_readline(Value self, Value *args) {
    (void)args;
    Map *map = map_of(self);
    if (!check_open(map)) return 0;
    size_t left = map->position < map->size ? map->size - map->position : 0;
    const uint8_t *from = map->data + map->position, *end = left ? memchr(from, '\n', left) : NULL;
    return read_from(map, end ? (size_t)(end - from) + 1 : left);
}

static Value py_write(Value self, Value *args) {
    Map *map = map_of(self);
    Borrowed bytes;
    if (!span_borrow(args[0], &bytes)) return 0;
    Value result = 0;
    if (check_open(map) && check_writable(map)) {
        if (map->position > map->size || map->size - map->position < bytes.size) {
            result = raise_value_error("data out of range");
        } else {
            memmove(map->data + map->position, bytes.data, bytes.size);
            map->position += bytes.size;
            result = SMALL(bytes.size);
        }
    }
    span_return(&bytes);
    return result;
}

static Value py_write_byte(Value self, Value *args) {
    Map *map = map_of(self);
    int64_t byte;
    Value number = object_index(args[0]);
    if (!number) return 0;
    if (!int_get64(number, &byte)) return raise_overflow_error("Python int too large to convert to C long");
    if (byte > 255) return raise_overflow_error("unsigned byte integer is greater than maximum");
    if (byte < 0) return raise_overflow_error("unsigned byte integer is less than minimum");
    if (!check_open(map) || !check_writable(map)) return 0;
    if (map->position >= map->size) return raise_value_error("write byte out of range");
    map->data[map->position++] = (uint8_t)byte;
    return NONE;
}

static Value py_seek(Value self, Value *args) {
    Map *map = map_of(self);
    ptrdiff_t distance;
    int whence = 0;
    if (!sequence_size(args[0], &distance) || !int_argument(args[1], &whence) || !check_open(map)) return 0;
    if (whence < 0 || whence > 2) return raise_value_error("unknown seek type");
    ptrdiff_t from = whence == 0 ? 0 : whence == 1 ? (ptrdiff_t)map->position : (ptrdiff_t)map->size, at;
    if (__builtin_add_overflow(from, distance, &at) || at < 0 || (size_t)at > map->size)
        return raise_value_error("seek out of range");
    map->position = (size_t)at;
    return SMALL(at);
}

static Value py_tell(Value self, Value *args) {
    (void)args;
    return check_open(map_of(self)) ? SMALL(map_of(self)->position) : 0;
}

static Value py_seekable(Value self, Value *args) {
    (void)self;
    (void)args;
    return TRUE;
}

static Value find(Value self, Value *args,
                  ptrdiff_t (*search)(const uint8_t *, size_t, const uint8_t *, size_t)) {
    Map *map = map_of(self);
    Borrowed bytes;
    ptrdiff_t start = (ptrdiff_t)map->position, stop = PTRDIFF_MAX;
    if (!span_borrow(args[0], &bytes)) return 0;
    bool done = (!args[1] || args[1] == NONE || sequence_size(args[1], &start)) &&
                (!args[2] || args[2] == NONE || sequence_size(args[2], &stop)) && check_open(map);
    ptrdiff_t found = -1;
    if (done) {
        size_t from = sequence_clip(start, map->size), to = sequence_clip(stop, map->size);
        if (from <= to) found = search(map->data + from, to - from, bytes.data, bytes.size);
        if (found >= 0) found += (ptrdiff_t)from;
    }
    span_return(&bytes);
    return done ? SMALL(found) : 0;
}

static Value py_find(Value self, Value *args) { return find(self, args, bytes_find); }
static Value py_rfind(Value self, Value *args) { return find(self, args, bytes_rfind); }

// ---------------------------------------------------------------------------------------------------------------
// The map as a whole

static Value py_close(Value self, Value *args) {
    (void)args;
    Map *map = map_of(self);
    if (!exports_gate(&map->exports, "cannot close exported pointers exist")) return 0;
    unmap(map);
    return NONE;
}

static Value py_exit(Value self, Value *args) { return py_close(self, args); }

static Value py_enter(Value self, Value *args) {
    (void)args;
    return check_open(map_of(self)) ? self : 0;
}

static Value py_flush(Value self, Value *args) {
    Map *map = map_of(self);
    ptrdiff_t offset = 0, size;
    if ((args[0] && !sequence_size(args[0], &offset)) || !check_open(map)) return 0;
    size = (ptrdiff_t)map->size;
    if (args[1] && args[1] != NONE && (!sequence_size(args[1], &size) || !check_open(map))) return 0;
    if (size < 0 || offset < 0 || (ptrdiff_t)map->size - offset < size)
        return raise_value_error("flush values out of range");
    if (map->access == ACCESS_READ || map->access == ACCESS_COPY) return NONE;
    return msync(map->data + offset, (size_t)size, MS_SYNC) < 0 ? raise_os_error(errno, 0) : NONE;
}

static Value py_move(Value self, Value *args) {
    Map *map = map_of(self);
    ptrdiff_t to, from, count;
    if (!sequence_size(args[0], &to) || !sequence_size(args[1], &from) || !sequence_size(args[2], &count) ||
        !check_open(map) || !check_writable(map))
        return 0;
    ptrdiff_t size = (ptrdiff_t)map->size;
    if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count)
        return raise_value_error("source, destination, or count out of range");
    memmove(map->data + to, map->data + from, (size_t)count);
    return NONE;
}

static Value py_resize(Value self, Value *args) {
    Map *map = map_of(self);
    ptrdiff_t size;
    if (!sequence_size(args[0], &size) || !check_open(map)) return 0;
    if (!exports_gate(&map->exports, "mmap can't resize with extant buffers exported.")) return 0;
    if (!map->tracks_fd) return raise_value_error("mmap can't resize with trackfd=False.");
    if (map->access == ACCESS_READ || map->access == ACCESS_COPY)
        return raise_type_error("mmap can't resize a readonly or copy-on-write memory map.");
    if (size < 0 || PTRDIFF_MAX - size < map->offset) return raise_value_error("new size out of range");
    if (map->fd == -1 && !(map->flags & MAP_PRIVATE) && (size_t)size > map->size)
        return raise_value_error("mmap: can't expand a shared anonymous mapping on Linux");
    if (map->fd >= 0 && ftruncate(map->fd, map->offset + size) < 0) return raise_os_error(errno, 0);
    void *data = mremap(map->data, map->size, (size_t)size, MREMAP_MAYMOVE);
    if (data == MAP_FAILED) return raise_os_error(errno, 0);
    map->data = data;
    map->size = (size_t)size;
    return NONE;
}

static Value py_size(Value self, Value *args) {
    (void)args;
    Map *map = map_of(self);
    struct stat status;
    if (!check_open(map)) return 0;
    return fstat(map->fd, &status) < 0 ? raise_os_error(errno, 0) : int_from_int64(status.st_size);
}

static Value py_madvise(Value self, Value *args) {
    Map *map = map_of(self);
    int option = 0;
    ptrdiff_t start = 0, length;
    if (!int_argument(args[0], &option) || (args[1] && !sequence_size(args[1], &start)) || !check_open(map))
        return 0;
    length = (ptrdiff_t)map->size;
    if (args[2] && (!sequence_size(args[2], &length) || !check_open(map))) return 0;
    if (start < 0 || (size_t)start >= map->size) return raise_value_error("madvise start out of bounds");
    if (length < 0) return raise_value_error("madvise length invalid");
    if (PTRDIFF_MAX - start < length) return raise_overflow_error("madvise length too large");
    if ((size_t)(start + length) > map->size) length = (ptrdiff_t)map->size - start;
    return madvise(map->data + start, (size_t)length, option) < 0 ? raise_os_error(errno, 0) : NONE;
}

static Value get_closed(Value self) { return bool_value(!map_of(self)->data); }

// ---------------------------------------------------------------------------------------------------------------
// Tables

static const MethodDef methods[] = {
    METHOD("close", py_close, "", "Unmaps the memory."),
    METHOD("find", py_find, "view, start=None, end=None, /",
           "The lowest index of the bytes, from the position on; -1 without one."),
    METHOD("flush", py_flush, "offset=0, size=None, /", "Writes changes back to the file."),
    METHOD("madvise", py_madvise, "option, start=0, length=None, /",
           "Tells the system how the memory will be used."),
    METHOD("move", py_move, "dest, src, count, /", "Copies bytes within the map."),
    METHOD("read", py_read, "n=None, /", "Bytes from the position on."),
    METHOD("read_byte", py_read_byte, "", "The byte at the position, as an int."),
    METHOD("readline", py_readline, "", "The line from the position on."),
    METHOD("resize", py_resize, "newsize, /", "Changes the size of the map and of the file."),
    METHOD("rfind", py_rfind, "view, start=None, end=None, /",
           "The highest index of the bytes, from the position on; -1 without one."),
    METHOD("seek", py_seek, "pos, whence=0, /", "Moves the position; returns the new one."),
    METHOD("seekable", py_seekable, "", "True."),
    METHOD("size", py_size, "", "The size of the file."),
    METHOD("tell", py_tell, "", "The position."),
    METHOD("write", py_write, "bytes, /", "Writes bytes at the position; returns how many."),
    METHOD("write_byte", py_write_byte, "byte, /", "Writes one byte at the position."),
    METHOD("__enter__", py_enter, "", "Return self."),
    METHOD("__exit__", py_exit, "exc_type, exc_value, traceback, /", "Close it."),
    METHODS_END
};

static const AttributeDef attributes[] = {
    {"closed", get_closed, NULL, NULL},
    {0},
};

static Type mmap_type = {
    .head = {&type_type},
    .name = "mmap.mmap",
    .doc = "Maps length bytes from the file given by file descriptor fileno into memory; -1: memory without "
           "a file.",
    .size = sizeof(Map),
    .flags = TYPE_BASE | TYPE_WEAK,
    .make = mmap_make,
    .reclaim = map_reclaim,
    .repr = map_repr,
    .iter = map_iter,
    .reversed = map_reversed,
    .length = map_length,
    .get_item = map_get_item,
    .set_item = map_set_item,
    .get_buffer = map_get_buffer,
    .release_buffer = exports_release,
    .methods = methods,
    .attributes = attributes,
};

static const NamedNumber constants[] = {
#define C(name) {#name, name}
    C(ACCESS_DEFAULT),  C(ACCESS_READ),    C(ACCESS_WRITE),     C(ACCESS_COPY),
    C(PROT_EXEC),       C(PROT_READ),      C(PROT_WRITE),       C(MAP_SHARED),
    C(MAP_PRIVATE),     C(MAP_DENYWRITE),  C(MAP_EXECUTABLE),   C(MAP_ANONYMOUS),
    C(MAP_NORESERVE),   C(MAP_POPULATE),   C(MAP_STACK),        {"MAP_ANON", MAP_ANONYMOUS},
    C(MADV_NORMAL),     C(MADV_RANDOM),    C(MADV_SEQUENTIAL),  C(MADV_WILLNEED),
    C(MADV_DONTNEED),   C(MADV_REMOVE),    C(MADV_DONTFORK),    C(MADV_DOFORK),
    C(MADV_HWPOISON),   C(MADV_MERGEABLE), C(MADV_UNMERGEABLE), C(MADV_HUGEPAGE),
    C(MADV_NOHUGEPAGE), C(MADV_DONTDUMP),  C(MADV_DODUMP),      C(MADV_FREE),
    {0}
#undef C
};

Value module_mmap_make(void) {
    Value name = intern("mmap"), module = name ? module_new(name) : 0;
    if (!module) return 0;
    type_ready(&mmap_type);
    Value dict = module_dict(module), page = SMALL(sysconf(_SC_PAGESIZE));
    return dict_set_numbers(dict, constants) && dict_set_c(dict, "mmap", VALUE(&mmap_type)) &&
                   dict_set_c(dict, "error", VALUE(&OSError_type)) && dict_set_c(dict, "PAGESIZE", page) &&
                   dict_set_c(dict, "ALLOCATIONGRANULARITY", page)
               ? module
               : 0;
}

// Writing of BufferedWriter and BufferedRandom.
#include "lib/io.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include <errno.h>

// BlockingIOError with the number of bytes taken over so far; a raw stream in Python has given no error number.
static bool raise_would_block(const Buffered *b, size_t taken) {
    Value args[] = {SMALL(b->file ? EAGAIN : 0), str_from("write could not complete without blocking"),
                    int_from_int64((int64_t)taken)};
    Value exception = args[1] && args[2] ? object_call(VALUE(&BlockingIOError_type), args, 3, 0) : 0;
    return exception && raise_exception(exception);
}

bool buffered_flush(Buffered *b) {
    size_t done = 0;
    while (done < b->filled) {
        ptrdiff_t put = buffered_raw_write(b, b->data + done, b->filled - done);
        if (put < 0) {
            if (done > b->filled) done = b->filled;  // changed by the raw stream's own code
            if (done) memmove(b->data, b->data + done, b->filled - done);
            b->filled -= done;
            return put == IO_WOULD_BLOCK ? raise_would_block(b, 0) : false;
        }
        done += (size_t)put;
    }
    b->filled = 0;
    return true;
}

void buffered_drain(Buffered *b) {
    if (b->file && b->filled) file_io_drain(b->file, b->data, b->filled);
    b->filled = 0;
}

static void keep(Buffered *b, const uint8_t *data, size_t size) {
    memcpy(b->data + b->filled, data, size);
    b->filled += size;
}

// The buffer is full and the raw stream takes nothing now: as much as possible is kept.
static bool write_blocked(Buffered *b, const uint8_t *data, size_t size, size_t taken) {
    (void)error_take();
    if (!buffered_allocate(b)) return false;
    size_t room = b->size - b->filled;
    if (size <= room) {
        keep(b, data, size);
        return true;
    }
    keep(b, data, room);
    return raise_would_block(b, taken + room);
}

bool buffered_write_bytes(Buffered *b, const uint8_t *data, size_t size) {
    if (!buffered_allocate(b) || (b->end > b->at && !buffered_rewind(b))) return false;
    b->at = b->end = 0;
    if (likely(size <= b->size - b->filled && size < b->size)) {
        keep(b, data, size);
        return true;
    }
    if (!buffered_flush(b)) return error_is(&BlockingIOError_type) && write_blocked(b, data, size, 0);
    size_t taken = 0;
    while (size - taken >= b->size) {
        ptrdiff_t put = buffered_raw_write(b, data + taken, size - taken);
        if (put == IO_WOULD_BLOCK) return write_blocked(b, data + taken, size - taken, taken);
        if (put < 0) return false;
        taken += (size_t)put;
    }
    while (size - taken > b->size - b->filled)  // the raw stream's own code may have written, too
        if (!buffered_flush(b)) return false;
    if (!buffered_allocate(b)) return false;  // or closed it
    keep(b, data + taken, size - taken);
    return true;
}

Value buffered_py_write(Value self, Value *args) {
    Buffered *b = buffered_of(self);
    Buffer buffer;
    if (!buffer_get_bytes(args[0], &buffer)) return 0;
    bool done = buffered_check_open(b, "write to") && buffered_enter(b) &&
                buffered_write_bytes(b, buffer.data, (size_t)buffer.size);
    ptrdiff_t size = buffer.size;
    buffer_release(&buffer);
    return done ? SMALL(size) : 0;
}

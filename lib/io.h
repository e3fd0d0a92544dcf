// Streams, in CPython's three layers: a raw file (FileIO), a buffer on it (BufferedReader, BufferedWriter,
// BufferedRandom), text on that (TextIOWrapper); and the two that live in memory, BytesIO and StringIO.
// IOBase and its like are the classes that a Python program derives its own streams from: any layer can stand
// on such an object.
//
// A layer whose lower one is exactly a type of this folder calls it in C; any other lower layer is called by
// its methods.
//
// Data that a script wrote is not lost: writers are linked in a list while they are open. A writer that the
// collector drops writes what it holds (its reclaim slot); the writers still open at the end are flushed by
// io_flush_all().
#pragma once
#include "objects/buffer.h"
#include "objects/codecs.h"
#include "objects/object.h"
#include "objects/str.h"
#include <sys/stat.h>

#define IO_BUFFER_SIZE ((size_t)128 * 1024)             // io.DEFAULT_BUFFER_SIZE
#define IO_TEXT_CHUNK 8192                              // TextIOWrapper._CHUNK_SIZE

#define IO_NAME(text) ({ static Value io_name; io_name ? io_name : (io_name = intern(text)); })

typedef struct {
    Object head;
    bool closed;                // IOBase.close() has run
    bool listed;                // in the list of open writers
    bool is_text;               // it is a TextIo; said for writers only
    bool is_standard;           // stdout or stderr: nobody asks whether it was dropped
    uintptr_t previous, next;   // hidden links of that list
} IoBase;
extern Type io_base_type, io_raw_base_type, io_buffered_base_type, io_text_base_type, io_unsupported_type;
static inline IoBase *io_base_of(Value v) { return (IoBase *)value_object(v); }

// --- io_base.c
Value io_unsupported(const char *what) must_use;        // raises io.UnsupportedOperation
int io_is_closed(Value stream) must_use;                // its attribute `closed`: 0, 1, -1: raised
bool io_check_open(Value stream) must_use;              // ValueError "I/O operation on closed file."
// stream.readable() or the like is true; else UnsupportedOperation.
bool io_check(Value stream, const char *method, const char *message) must_use;
// None and absent: -1. TypeError "argument should be integer or None, not 'T'".
bool io_size_argument(Value v, ptrdiff_t *out) must_use;
// A writable buffer for METHOD(); `method`: "read()", or "read() argument 1". TypeError "... must be read-write bytes-like object, not T".
bool io_writable_argument(Value v, const char *method, Buffer *buffer) must_use;
// The first `used` of `room` bytes: the same object, cut, where that wastes little. Nobody else has seen it yet.
Value io_bytes_shortened(Value bytes, size_t room, size_t used) must_use;
Value io_call(Value stream, Value name, size_t count, ...) must_use;    // stream.name(Values)
Value io_close_base(Value stream) must_use;             // flush() and mark as closed: IOBase.close
void io_list_writer(IoBase *writer);                    // both may be called again
void io_unlist_writer(IoBase *writer);
// A file object that was dropped, but not collected yet, may still hold data for the file at this path. It is
// found and closed, so that what comes next finds the data written. NULL: any file. For whatever looks at
// files by other means than these streams.
void io_settle(const char *path);
void io_settle_fd(int fd);              // the file that the descriptor is of
IoBase *io_next_writer(IoBase *writer);                 // walks the list; NULL: from the start
void io_flush_all(void);                                // at the end of a run; errors are reported on stderr
void io_flush_foreign(void);            // those that stand on streams in Python, while these are open
void io_abandon(Value stream);          // forgets what it holds, after an error that was reported
Value io_py_refuse_pickle(Value self, Value *args);
#define IO_NO_PICKLE                                                                                         \
    METHOD("__reduce__", io_py_refuse_pickle, "", "TypeError: streams cannot be copied."), \
    METHOD("__reduce_ex__", io_py_refuse_pickle, "protocol, /", "TypeError: streams cannot be copied.")

// --- io_file.c
typedef struct {
    IoBase base;
    int fd;                     // -1: closed
    bool created, readable, writable, appending, closes_fd;
    bool is_device;             // a terminal, perhaps
    signed char seekable;       // -1: not known yet
    uint32_t block_size;
} FileIo;
extern Type file_io_type;
static inline FileIo *file_io_of(Value v) { return (FileIo *)value_object(v); }
enum { IO_RAISED = -1, IO_WOULD_BLOCK = -2 };
Value file_io_from_fd(int fd, const char *name, bool writable) must_use;        // for the standard streams
// The number of bytes, 0: the end, IO_RAISED, IO_WOULD_BLOCK.
ptrdiff_t file_io_read(FileIo *file, void *to, size_t size) must_use;
ptrdiff_t file_io_write(FileIo *file, const void *from, size_t size) must_use;
int64_t file_io_seek(FileIo *file, int64_t offset, int whence) must_use;        // position; -1: raised
bool file_io_is(const FileIo *file, const struct stat *status);         // open, and the file described
// Writes all; errors are dropped; nothing is allocated.
void file_io_drain(FileIo *file, const void *from, size_t size);
bool file_io_is_tty(FileIo *file);
void file_io_drop(FileIo *file);                        // closes the descriptor, if it is its own

// --- io_buffered.c, io_reader.c, io_writer.c One buffer for either direction: while reading, data[at..end)
// was read ahead and the raw stream stands behind it; while writing, data[0..filled) is still to be written
// where the raw stream stands. A BufferedRandom changes direction by giving up the one or the other first.
typedef struct {
    IoBase base;
    Value raw;                  // 0: not initialised, or detached
    FileIo *file;               // raw, when it is exactly a FileIO
    bool detached, readable, writable, finalizing;
    bool busy;                  // code of the raw stream is running
    int64_t place;              // where a raw stream that is no FileIO stands, as far as is known, or -1
    uint32_t moving;            // calls in progress that hold a pointer into `data`, during which Python code may run
    uint8_t *data;              // `size` bytes; 0 until first used
    size_t size;
    size_t at, end, filled;
} Buffered;
extern Type buffered_reader_type, buffered_writer_type, buffered_random_type, buffered_pair_type;
static inline Buffered *buffered_of(Value v) { return (Buffered *)value_object(v); }
static inline bool buffered_is_native(Value v) {
    Type *type = type_of(v);
    return type == &buffered_reader_type || type == &buffered_writer_type || type == &buffered_random_type;
}
bool buffered_ready(Buffered *b) must_use;              // initialised and not detached, else ValueError
// ValueError "read of closed file" etc., also what buffered_ready raises.
bool buffered_check_open(Buffered *b, const char *what) must_use;
bool buffered_enter(Buffered *b) must_use;      // RuntimeError when the raw stream's own code calls
// raw.NAME(argument); argument may be 0.
Value buffered_call_raw(Buffered *b, Value name, Value argument) must_use;
bool buffered_allocate(Buffered *b) must_use;
ptrdiff_t buffered_raw_read(Buffered *b, uint8_t *to, size_t size) must_use;
ptrdiff_t buffered_raw_write(Buffered *b, const uint8_t *from, size_t size) must_use;
bool buffered_flush(Buffered *b) must_use;      // writes what is filled; the raw stream is not flushed
bool buffered_rewind(Buffered *b) must_use;             // gives up what was read ahead
bool buffered_write_bytes(Buffered *b, const uint8_t *data, size_t size) must_use;      // all of them
Value buffered_read1(Buffered *b, size_t size) must_use;
Value buffered_start(Type *type, Value raw) must_use;           // for open() and the standard streams
void buffered_drain(Buffered *b);                       // as file_io_drain
Value buffered_py_peek(Value self, Value *args);
Value buffered_py_read(Value self, Value *args);
Value buffered_py_read1(Value self, Value *args);
Value buffered_py_readinto(Value self, Value *args);
Value buffered_py_readinto1(Value self, Value *args);
Value buffered_py_readline(Value self, Value *args);
Value buffered_py_write(Value self, Value *args);
Value buffered_next_line(Value self);                   // the `next` slot of readers

// --- io_newline.c: "\r" and "\r\n" to "\n"
typedef struct {
    bool universal;             // recognises all three; else it does nothing
    bool translate;             // turns them into "\n"
    bool pending_return;        // "\r" came last and is held back
    uint8_t seen;               // NEWLINE_...
} NewlineDecoder;
enum { NEWLINE_N = 1, NEWLINE_R = 2, NEWLINE_RN = 4 };
Value newline_decode(NewlineDecoder *decoder, Value text, bool last) must_use;
Value newline_seen(const NewlineDecoder *decoder) must_use;     // None, a str, or a tuple of str
extern Type newline_decoder_type;

// --- io_text*.c
typedef struct {
    CodecStream stream;
    NewlineDecoder newlines;
} TextDecoder;

typedef struct {
    IoBase base;
    Value buffer;               // 0: not initialised, or detached
    Buffered *native;           // buffer, when it is exactly of io_buffered.c's types
    Value encoding, errors;     // str
    const char *codec, *handler;                // their text, for codecs.h
    bool detached, finalizing, readable, writable, seekable, telling;
    bool line_buffering, write_through;
    bool ascii_superset;        // ASCII text is encoded as itself
    bool utf8;                  // the encoding is utf-8: text is encoded as itself but for surrogates
    bool can_read1;
    Value encoder;              // an incremental encoder of a registered codec, or 0
    bool started;               // writing: a byte order mark has been written or is not wanted
    char newline[3];            // the newline argument; newline_none: it was None
    bool newline_none;
    const char *write_newline;  // what "\n" is written as; NULL: itself
    uint8_t *pending;           // encoded text not handed to the buffer yet
    size_t pending_size, pending_room;
    ptrdiff_t chunk_size;
    TextDecoder decoder, before;        // before: as it was when `input` was decoded
    double ratio;               // bytes a character in it
    Value input;                // bytes decoded last, or 0
    Value text;                 // str decoded and not read yet from `at` (a byte offset) on, or 0
    size_t at;
} TextIo;
extern Type text_io_type;
static inline TextIo *text_io_of(Value v) { return (TextIo *)value_object(v); }
bool text_io_ready(TextIo *t) must_use;
bool text_io_check_open(TextIo *t) must_use;
bool text_io_write_str(TextIo *t, Value text) must_use;
bool text_io_write_pending(TextIo *t) must_use;         // hands the pending bytes to the buffer
bool text_io_flush(TextIo *t) must_use;                 // and flushes the buffer
void text_io_forget_input(TextIo *t);                   // what was decoded ahead
Value text_io_next_line(Value self);
bool text_io_reset_decoder(TextIo *t) must_use;         // to the start of a text
Value text_io_tell(TextIo *t) must_use;
Value text_io_seek(TextIo *t, Value cookie, int whence) must_use;
void text_io_drain(TextIo *t);                          // as file_io_drain
Value text_py_read(Value self, Value *args);
Value text_py_readline(Value self, Value *args);
Value text_py_write(Value self, Value *args);
// The three standard streams, in sys's dict.
bool io_add_output_streams(Value dict) must_use;        // stdout and stderr
bool io_add_other_streams(Value dict) must_use;         // then stdin and __stdin__ etc.
// True when print() may write to this stream by text_io_write_str: exactly a TextIOWrapper with no attributes
// of its own.
bool text_io_is_plain(Value stream);
Value text_io_from(Value buffer, Value encoding, Value errors, Value newline, bool line_buffering,
                   bool write_through) must_use;

// --- io_bytes.c, io_string.c
extern Type bytes_io_type, string_io_type, bytes_io_buffer_type;

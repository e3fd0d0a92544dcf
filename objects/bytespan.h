// ByteSpan: the common beginning of bytes, bytearray and memoryview objects (TYPE_BYTE_SPAN), so that one fast path in
// the VM reads items and iterates over all three: if index < span->size then span->data[index] is the item.
// A memoryview whose items are not plain unsigned bytes in one piece, or that is released, keeps size 0 here and has
// its real extent elsewhere; a size of 0 always means "take the slow path".
//
// Algorithms over bytes (bytespan*.c, bytesearch.c) take (pointer, length) pairs and serve all three types and str. The
// methods that bytes and bytearray have in common are written once: they take either as self, convert all arguments
// first, since that can run Python code, and only then read self's data and size. Results are bytes for bytes (self
// itself where nothing changed), and always a new bytearray for bytearray.
#pragma once
#include "objects/buffer.h"
#include "objects/type.h"

typedef struct {
    Object head;
    uint8_t *data;
    size_t size;
} ByteSpan;

// For functions that are one simple loop over bytes: gcc vectorises such loops only when asked to.
#if defined __GNUC__ && !defined __clang__
#define vectorised __attribute__((optimize("O2", "tree-vectorize", "vect-cost-model=dynamic")))
#else
#define vectorised
#endif

static inline ByteSpan *span_of(Value v) { return (ByteSpan *)value_object(v); }
// bytes, bytearray or a subclass
static inline bool span_check(Value v) { return v && value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY); }

// The iterator over bytes, bytearray and byte memoryviews: reads the span afresh at each step.
typedef struct {
    Object head;
    ByteSpan *span;             // 0 when exhausted
    size_t index;
} ByteIterator;
Value byte_iterator_new(Type *type, Value span) must_use;
Value byte_iterator_next(Value iterator) must_use;
extern const MethodDef byte_iterator_methods[];

// --- making results
Value span_new(Value like, const void *data, size_t size) must_use;    // bytes or bytearray, as `like` is; data 0: not set
Value span_same(Value self) must_use;          // an exact bytes is its own copy
Value span_part(Value self, size_t from, size_t to) must_use;          // self[from:to], from <= to <= size

// --- reading arguments
// What kind of argument this is, before it is asked for anything. (A built-in type's slots are complete once it is ready.)
static inline bool value_has_index(Value v) {
    if (value_is_small(v)) return true;
    type_ensure_ready(type_of(v));
    return type_of(v)->index != NULL;
}
static inline bool value_is_iterable(Value v) {
    type_ensure_ready(type_of(v));
    return type_iterates(type_of(v));
}
// A run of bytes borrowed from an argument for the length of a native call. Exact bytes need no export.
typedef struct {
    const uint8_t *data;
    size_t size;
    Buffer buffer;
} Borrowed;
bool span_borrow(Value v, Borrowed *borrowed) must_use;        // TypeError "a bytes-like object is required, not 'T'"
// Functions that hold a Borrowed while an array is resized: the collection that finds dropped views must not see what earlier
// calls left on the C stack, in the unused words of a Borrowed of plain bytes. So these callers deal with plain bytes first,
// in a function that has no Borrowed, and the rest is marked with this.
#define with_borrowed __attribute__((noinline))
// Keeps a bytearray's data in place while an argument of a class with a __buffer__ of its own, or any code (0), runs.
bool span_hold(Value self, Value argument, Borrowed *hold) must_use;
static inline void span_return(Borrowed *borrowed) {
    if (borrowed->buffer.exporter) buffer_release(&borrowed->buffer);
}
// A byte from any value with __index__; ValueError with this message ("byte must be in range(0, 256)") outside 0..255.
bool span_byte(Value v, uint8_t *out, const char *range_message) must_use;
#define BYTE_RANGE "byte must be in range(0, 256)"
bool span_index(Value v, ptrdiff_t *out) must_use;             // a slice index argument: 0 and None leave *out as it is
// Bytes from a str with its encoding, as the constructors of bytes and bytearray read their three arguments. *taken is
// false, and nothing pending, when `source` is no str and the two others are absent.
Value span_encode_source(const Type *type, Value source, Value encoding, Value errors, bool *taken) must_use;
// The iterator over the source of a constructor; TypeError "cannot convert 'T' object to bytes" when there is none.
Value span_iter_source(const Type *type, Value source) must_use;
// bytes(5): whether the source is a count (has __index__, and it does not refuse), and which.
bool span_count_argument(Value v, bool *is_count, size_t *count) must_use;

// --- algorithms
// memcpy() for what mostly is a few bytes.
static inline void bytes_copy(void *out, const void *data, size_t size) {
    const uint8_t *in = data;
    uint8_t *to = out;
    if (size > 32) {
        memcpy(to, in, size);
    } else if (size >= 16) {            // two pieces, which may overlap
        memcpy(to, in, 16);
        memcpy(to + size - 16, in + size - 16, 16);
    } else if (size >= 8) {
        memcpy(to, in, 8);
        memcpy(to + size - 8, in + size - 8, 8);
    } else if (size >= 4) {
        memcpy(to, in, 4);
        memcpy(to + size - 4, in + size - 4, 4);
    } else if (size) {
        to[0] = in[0];
        to[size / 2] = in[size / 2];
        to[size - 1] = in[size - 1];
    }
}
void bytes_copy_step(uint8_t *out, const uint8_t *data, ptrdiff_t step, size_t count);        // out[i] = data[i * step]
void bytes_store_step(uint8_t *data, ptrdiff_t step, const uint8_t *in, size_t count);        // data[i * step] = in[i]
void bytes_reverse(uint8_t *out, const uint8_t *data, size_t size);     // no overlap
void bytes_replace_byte(uint8_t *restrict out, const uint8_t *restrict data, size_t size, uint8_t old, uint8_t new);
void bytes_fill_pattern(uint8_t *out, const uint8_t *data, size_t size, size_t times);
uint64_t bytes_sum(const uint8_t *data, size_t size);
typedef struct {
    char between;
    ptrdiff_t group;            // a separator after each so many bytes, counted from the right; negative: from the left; 0: none
} HexStyle;
bool hex_style(Value separator, Value group, HexStyle *style) must_use;       // from the arguments of .hex(); 0: absent
Value bytes_hex(const uint8_t *data, size_t size, HexStyle style) must_use;
size_t bytes_hex_size(size_t size, HexStyle style);             // of the text for `size` bytes
// `size` bytes from two digits each; false: there are other characters.
bool bytes_unhex(uint8_t *restrict out, const uint8_t *restrict digits, size_t size);
void bytes_hex_write(char *out, const uint8_t *data, size_t size, HexStyle style);
Value bytes_repr(const uint8_t *data, size_t size, const char *before, const char *after, bool escape_apostrophe) must_use;
Value span_from_hex(Value like, Value text) must_use;

// --- slots in common
Value span_compare(Value self, Value other, CompareOp op) must_use;
int span_contains(Value self, Value item) must_use;
Value span_concat(Value self, Value other) must_use;
Value span_repeat(Value self, Value count) must_use;
Value span_slice(Value self, Value slice) must_use;
ptrdiff_t span_length(Value self);

// --- methods in common, in the order of the tables
Value span_py_capitalize(Value self, Value *args);
Value span_py_center(Value self, Value *args);
Value span_py_count(Value self, Value *args);
Value span_py_decode(Value self, Value *args);
Value span_py_endswith(Value self, Value *args);
Value span_py_expandtabs(Value self, Value *args);
Value span_py_find(Value self, Value *args);
Value span_py_hex(Value self, Value *args);
Value span_py_index(Value self, Value *args);
Value span_py_isalnum(Value self, Value *args);
Value span_py_isalpha(Value self, Value *args);
Value span_py_isascii(Value self, Value *args);
Value span_py_isdigit(Value self, Value *args);
Value span_py_islower(Value self, Value *args);
Value span_py_isspace(Value self, Value *args);
Value span_py_istitle(Value self, Value *args);
Value span_py_isupper(Value self, Value *args);
Value span_py_join(Value self, Value *args);
Value span_py_ljust(Value self, Value *args);
Value span_py_lower(Value self, Value *args);
Value span_py_lstrip(Value self, Value *args);
Value span_py_maketrans(Value self, Value *args);
Value span_py_partition(Value self, Value *args);
Value span_py_removeprefix(Value self, Value *args);
Value span_py_removesuffix(Value self, Value *args);
Value span_py_replace(Value self, Value *args);
Value span_py_rfind(Value self, Value *args);
Value span_py_rindex(Value self, Value *args);
Value span_py_rjust(Value self, Value *args);
Value span_py_rpartition(Value self, Value *args);
Value span_py_rsplit(Value self, Value *args);
Value span_py_rstrip(Value self, Value *args);
Value span_py_split(Value self, Value *args);
Value span_py_splitlines(Value self, Value *args);
Value span_py_startswith(Value self, Value *args);
Value span_py_strip(Value self, Value *args);
Value span_py_swapcase(Value self, Value *args);
Value span_py_title(Value self, Value *args);
Value span_py_translate(Value self, Value *args);
Value span_py_upper(Value self, Value *args);
Value span_py_zfill(Value self, Value *args);

#define SPAN_METHODS \
    METHOD("capitalize", span_py_capitalize, "", "A copy whose first byte is upper case, the others lower case (ASCII)."), \
    METHOD("center", span_py_center, "width, fillchar=b' ', /", "A copy centered in `width` bytes."), \
    METHOD("count", span_py_count, "sub, start=None, end=None, /", "How often `sub` occurs, without overlaps."), \
    METHOD("decode", span_py_decode, "encoding='utf-8', errors='strict'", "The text that these bytes encode."), \
    METHOD("endswith", span_py_endswith, "suffix, start=None, end=None, /", "Whether the end is `suffix`, or one of a tuple."), \
    METHOD("expandtabs", span_py_expandtabs, "tabsize=8", "A copy with tabs replaced by spaces."), \
    METHOD("find", span_py_find, "sub, start=None, end=None, /", "The lowest index of `sub`, or -1."), \
    METHOD("hex", span_py_hex, "sep=None, bytes_per_sep=1", "The bytes as hexadecimal digits."), \
    METHOD("index", span_py_index, "sub, start=None, end=None, /", "The lowest index of `sub`; ValueError without one."), \
    METHOD("isalnum", span_py_isalnum, "", "Whether all bytes are ASCII letters or digits, and there is one."), \
    METHOD("isalpha", span_py_isalpha, "", "Whether all bytes are ASCII letters, and there is one."), \
    METHOD("isascii", span_py_isascii, "", "Whether all bytes are ASCII."), \
    METHOD("isdigit", span_py_isdigit, "", "Whether all bytes are ASCII digits, and there is one."), \
    METHOD("islower", span_py_islower, "", "Whether all ASCII letters are lower case, and there is one."), \
    METHOD("isspace", span_py_isspace, "", "Whether all bytes are ASCII whitespace, and there is one."), \
    METHOD("istitle", span_py_istitle, "", "Whether words begin in upper case and go on in lower case."), \
    METHOD("isupper", span_py_isupper, "", "Whether all ASCII letters are upper case, and there is one."), \
    METHOD("join", span_py_join, "iterable_of_bytes, /", "The items in one piece, with self between them."), \
    METHOD("ljust", span_py_ljust, "width, fillchar=b' ', /", "A copy filled up on the right to `width` bytes."), \
    METHOD("lower", span_py_lower, "", "A copy with ASCII letters in lower case."), \
    METHOD("lstrip", span_py_lstrip, "bytes=None, /", "A copy without leading bytes of this set, or whitespace."), \
    STATIC_METHOD("maketrans", span_py_maketrans, "frm, to, /", "A table for translate() that maps `frm` to `to`."), \
    METHOD("partition", span_py_partition, "sep, /", "What lies before the first `sep`, `sep`, and what lies behind."), \
    METHOD("removeprefix", span_py_removeprefix, "prefix, /", "A copy without `prefix` at its start."), \
    METHOD("removesuffix", span_py_removesuffix, "suffix, /", "A copy without `suffix` at its end."), \
    METHOD("replace", span_py_replace, "old, new, count=-1, /", "A copy with `new` for the first `count` occurrences of `old`."), \
    METHOD("rfind", span_py_rfind, "sub, start=None, end=None, /", "The highest index of `sub`, or -1."), \
    METHOD("rindex", span_py_rindex, "sub, start=None, end=None, /", "The highest index of `sub`; ValueError without one."), \
    METHOD("rjust", span_py_rjust, "width, fillchar=b' ', /", "A copy filled up on the left to `width` bytes."), \
    METHOD("rpartition", span_py_rpartition, "sep, /", "What lies before the last `sep`, `sep`, and what lies behind."), \
    METHOD("rsplit", span_py_rsplit, "sep=None, maxsplit=-1", "The parts between separators, split from the right."), \
    METHOD("rstrip", span_py_rstrip, "bytes=None, /", "A copy without trailing bytes of this set, or whitespace."), \
    METHOD("split", span_py_split, "sep=None, maxsplit=-1", "The parts between separators."), \
    METHOD("splitlines", span_py_splitlines, "keepends=False", "The lines, broken at CR, LF and CR LF."), \
    METHOD("startswith", span_py_startswith, "prefix, start=None, end=None, /", "Whether the start is `prefix`, or one of a tuple."), \
    METHOD("strip", span_py_strip, "bytes=None, /", "A copy without bytes of this set, or whitespace, at both ends."), \
    METHOD("swapcase", span_py_swapcase, "", "A copy with the case of ASCII letters swapped."), \
    METHOD("title", span_py_title, "", "A copy whose words begin in upper case."), \
    METHOD("translate", span_py_translate, "table, /, delete=b''", "A copy mapped through a table of 256 bytes, some bytes deleted."), \
    METHOD("upper", span_py_upper, "", "A copy with ASCII letters in upper case."), \
    METHOD("zfill", span_py_zfill, "width, /", "A copy filled up with zeros behind the sign to `width` bytes.")

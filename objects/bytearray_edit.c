// bytearray: assignment to slices, and the methods that only bytearray has (bytearray.h).
#include "objects/bytearray_edit.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/complex.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/object_parts.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"

// ---------------------------------------------------------------------------------------------------------------
// Slices

// Packs every other byte from `data` on to `out`, which lies before it, by way of a block, at full speed. Returns how many
// bytes that were: not the last few of `count`.
__attribute__((noinline)) static size_t pack_halves(uint8_t *out, const uint8_t *data, size_t count) {
    uint8_t block[1024];
    size_t done = 0;
    for (; done + sizeof block < count; done += sizeof block) {
        bytes_copy_step(block, data + done * 2, 2, sizeof block);
        memcpy(out + done, block, sizeof block);
    }
    return done;
}

// The array without `count` bytes at `start`, `start` + `step` ..., step > 0.
static bool delete_stepped(Value self, size_t start, size_t step, size_t count) {
    if (!exports_allow(&bytearray_of(self)->exports)) return false;
    ByteSpan *span = span_of(self);
    if (count == 0 || start >= span->size) return true;         // Python code may have run meanwhile
    if (count > (span->size - 1 - start) / step + 1) count = (span->size - 1 - start) / step + 1;
    uint8_t *out = span->data + start;
    size_t i = step == 2 ? pack_halves(out, span->data + start + 1, count) : 0;
    for (out += i; i < count; i++) {
        size_t from = start + i * step + 1, to = i + 1 < count ? from + step - 1 : span->size;
        memmove(out, span->data + from, to - from);
        out += to - from;
    }
    return bytearray_resize(self, out - span->data);
}

// Makes a descending slice ascend.
static void turn_up(ptrdiff_t *start, ptrdiff_t *step, size_t count) {
    if (*step > 0) return;
    if (count) *start += (ptrdiff_t)(count - 1) * *step;
    *step = -*step;
}

bool bytearray_delete_slice(Value self, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return false;
    size_t count = slice_adjust(span_of(self)->size, &start, &stop, step);
    if (count == 0) return step == 1 || exports_allow(&bytearray_of(self)->exports);
    turn_up(&start, &step, count);
    if (step == 1 || count == 1) return bytearray_splice(self, start, count, (const uint8_t *)"", 0);
    return delete_stepped(self, start, step, count);
}

static bool assign_stepped(Value self, ptrdiff_t start, ptrdiff_t step, size_t count, const uint8_t *data, size_t size) {
    if (size == 0) {
        turn_up(&start, &step, count);
        return delete_stepped(self, start, step, count);
    }
    if (size != count) {
        return raise_value_error("attempt to assign bytes of size %zd to extended slice of size %zd", (ptrdiff_t)size,
                                 (ptrdiff_t)count);
    }
    if (count) bytes_store_step(span_of(self)->data + start, step, data, count);
    return true;
}

typedef struct { ptrdiff_t start, stop, step; } Range;

static bool unpack(Value slice, Range *range) { return slice_unpack(slice, &range->start, &range->stop, &range->step); }

// Replaces the slice by bytes that are not part of the array.
static bool assign_range(Value self, Range range, const uint8_t *data, size_t size) {
    size_t count = slice_adjust(span_of(self)->size, &range.start, &range.stop, range.step);
    if (range.step != 1) return assign_stepped(self, range.start, range.step, count, data, size);
    return bytearray_splice(self, range.start, count, data, size);
}

static bool is_number(Value v) {
    Type *type = type_of(v);
    return value_has_index(v) || type->to_int || type->to_float || object_is_instance(v, &complex_type);
}

// Any source but plain bytes and other bytearrays: by way of a bytearray, as bytearray(source) makes it. So an iterable is
// read to its end before the array changes, and the array and views of it can be sources.
static bool assign_copy(Value self, Value slice, Value source) {
    Range range;
    if (is_number(source) || str_check(source))
        return raise_type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    Value copy = object_call1(VALUE(&bytearray_type), source);
    return copy && unpack(slice, &range) && assign_range(self, range, span_of(copy)->data, span_of(copy)->size);
}

// A view of memory elsewhere needs no copy.
with_borrowed static bool assign_borrowed(Value self, Value slice, Range range, Value source) {
    Borrowed borrowed;
    if (!span_borrow(source, &borrowed)) return error_clear_if(&BufferError_type) && assign_copy(self, slice, source);
    ByteArray *array = bytearray_of(self);
    bool inside = borrowed.data < array->block + array->capacity && array->block < borrowed.data + borrowed.size;
    bool done = inside ? assign_copy(self, slice, source)
                       : (bytearray_check(source) || unpack(slice, &range)) &&
                             assign_range(self, range, borrowed.data, borrowed.size);
    span_return(&borrowed);
    return done;
}

// What the slice says is asked for once more where the source is no bytearray, as CPython, which has made one of it by then, does.
bool bytearray_set_slice(Value self, Value slice, Value source) {
    Range range;
    if (!unpack(slice, &range)) return false;
    if (value_is(source, &bytes_type))
        return unpack(slice, &range) && assign_range(self, range, bytes_data(source), bytes_size(source));
    if (source != self && (span_check(source) || value_has(source, TYPE_IS_MEMORYVIEW)))
        return assign_borrowed(self, slice, range, source);
    return assign_copy(self, slice, source);
}

// ---------------------------------------------------------------------------------------------------------------
// Methods

// The items of any iterable of ints, in an array of their own.
static Value collect(Value iterable) {
    Value iterator = object_iter(iterable), items = bytearray_new(0, 0);
    if (!iterator) {
        if (error_clear_if(&TypeError_type)) raise_type_error("can't extend bytearray with %T", iterable);
        return 0;
    }
    if (!items || object_length_hint(iterable, 32) < 0) return 0;
    for (Value item; (item = object_next(iterator)); ) {
        uint8_t byte;
        if (!span_byte(item, &byte, BYTE_RANGE)) {
            if (str_check(iterable) && error_clear_if(&TypeError_type))
                raise_type_error("expected iterable of integers; got: 'str'");
            return 0;
        }
        if (!bytearray_append_byte(items, byte)) return 0;
    }
    return error_occurred() ? 0 : items;
}

with_borrowed static bool extend_by_buffer(Value self, Value source) {
    Borrowed borrowed;
    if (!span_borrow(source, &borrowed)) {
        error_take();
        return raise_type_error("can't set bytearray slice from %T", source);
    }
    bool done = bytearray_splice(self, span_of(self)->size, 0, borrowed.data, borrowed.size);
    span_return(&borrowed);
    return done;
}

static bool extend(Value self, Value iterable) {
    Value items = iterable;
    if (iterable == self)
        items = span_new(self, span_of(self)->data, span_of(self)->size);
    else if (!buffer_supported(iterable))
        items = collect(iterable);
    else if (!value_is(iterable, &bytes_type))
        return extend_by_buffer(self, iterable);
    return items && bytearray_splice(self, span_of(self)->size, 0, span_of(items)->data, span_of(items)->size);
}

static Value bytearray_py_append(Value self, Value *args) {
    uint8_t byte;
    return span_byte(args[0], &byte, BYTE_RANGE) && bytearray_append_byte(self, byte) ? NONE : 0;
}

static Value bytearray_py_extend(Value self, Value *args) {
    return extend(self, args[0]) ? NONE : 0;
}

static Value bytearray_py_insert(Value self, Value *args) {
    ptrdiff_t index;
    uint8_t byte;
    if (!sequence_size(args[0], &index) || !span_byte(args[1], &byte, BYTE_RANGE)) return 0;
    if (!exports_allow(&bytearray_of(self)->exports)) return 0;
    return bytearray_splice(self, sequence_clip(index, span_of(self)->size), 0, &byte, 1) ? NONE : 0;
}

static Value bytearray_py_pop(Value self, Value *args) {
    ptrdiff_t index = -1;
    if (args[0] && !sequence_size(args[0], &index)) return 0;
    ptrdiff_t size = span_of(self)->size;
    if (size == 0) return raise_index_error("pop from empty bytearray");
    if (index < 0) index += size;
    if (index < 0 || index >= size) return raise_index_error("pop index out of range");
    uint8_t byte = span_of(self)->data[index];
    return bytearray_splice(self, index, 1, &byte, 0) ? SMALL(byte) : 0;
}

static Value bytearray_py_remove(Value self, Value *args) {
    uint8_t byte;
    if (!span_byte(args[0], &byte, BYTE_RANGE)) return 0;
    ByteSpan *span = span_of(self);
    uint8_t *found = memchr(span->data, byte, span->size);
    if (!found) return raise_value_error("value not found in bytearray");
    return bytearray_splice(self, found - span->data, 1, &byte, 0) ? NONE : 0;
}

static Value bytearray_py_clear(Value self, Value *args) {
    (void)args;
    return bytearray_resize(self, 0) ? NONE : 0;
}

static Value bytearray_py_copy(Value self, Value *args) {
    (void)args;
    return bytearray_new(span_of(self)->data, span_of(self)->size);
}

static Value bytearray_py_reverse(Value self, Value *args) {
    (void)args;
    items_reverse(span_of(self)->data, 1, span_of(self)->size);
    return NONE;
}

static Value bytearray_py_resize(Value self, Value *args) {
    ptrdiff_t size;
    if (!sequence_size(args[0], &size)) return 0;
    if (size < 0) return raise_value_error("Can only resize to positive sizes, got %zd", size);
    ByteArray *array = bytearray_of(self);
    if ((size_t)size != array->span.size && !exports_allow(&array->exports)) return 0;
    size_t before = array->span.size;
    if (!bytearray_resize(self, size)) return 0;
    if ((size_t)size > before) memset(array->span.data + before, 0, size - before);
    return NONE;
}

// One more than can be used, as there is a byte behind every block's end that keeps the next one apart.
static size_t allocated(Value self) {
    size_t capacity = bytearray_of(self)->capacity;
    return capacity ? capacity + 1 : 0;
}

static Value bytearray_py_alloc(Value self, Value *args) {
    (void)args;
    return SMALL(allocated(self));
}

static Value bytearray_py_sizeof(Value self, Value *args) {
    (void)args;
    return SMALL(sizeof(ByteArray) + allocated(self));
}

static Value bytearray_py_fromhex(Value class, Value *args) {
    if (class != VALUE(&bytearray_type)) {
        Value bytes = span_from_hex(0, args[0]);
        return bytes ? object_call1(class, bytes) : 0;
    }
    Value like = bytearray_new(0, 0);
    return like ? span_from_hex(like, args[0]) : 0;
}

// (type, arguments, instance dict): text in Latin-1 for protocols that have no bytes.
static Value reduced(Value self, bool as_text) {
    ByteSpan *span = span_of(self);
    Value arguments;
    if (span->size == 0) {
        arguments = tuple_new(0, 0);
    } else if (as_text) {
        Value text = codec_decode(span->data, span->size, "latin-1", NULL), name = str_from("latin-1");
        arguments = text && name ? tuple_pack(2, text, name) : 0;
    } else {
        Value bytes = bytes_new(span->data, span->size);
        arguments = bytes ? tuple_pack(1, bytes) : 0;
    }
    Value state = object_py_getstate(self, NULL);
    return arguments && state ? tuple_pack(3, VALUE(type_of(self)), arguments, state) : 0;
}

static Value bytearray_py_reduce(Value self, Value *args) {
    (void)args;
    return reduced(self, true);
}

static Value bytearray_py_reduce_ex(Value self, Value *args) {
    int protocol = 0;
    if (args[0] && !object_to_int(args[0], &protocol)) return 0;
    return reduced(self, protocol < 3);
}

const MethodDef bytearray_methods[] = {
    SPAN_METHODS,
    METHOD("append", bytearray_py_append, "item, /", "Appends one byte."),
    METHOD("clear", bytearray_py_clear, "", "Removes all bytes."),
    METHOD("copy", bytearray_py_copy, "", "A copy."),
    METHOD("extend", bytearray_py_extend, "iterable_of_ints, /", "Appends the bytes of a buffer, or of an iterable of ints."),
    CLASS_METHOD("fromhex", bytearray_py_fromhex, "string, /", "The bytes that hexadecimal digits stand for; whitespace is skipped."),
    METHOD("insert", bytearray_py_insert, "index, item, /", "Inserts one byte before the index."),
    METHOD("pop", bytearray_py_pop, "index=-1, /", "Removes and returns the byte at the index."),
    METHOD("remove", bytearray_py_remove, "value, /", "Removes the first byte of this value."),
    METHOD("resize", bytearray_py_resize, "size, /", "Cuts the array, or fills it up with zeros, to this size."),
    METHOD("reverse", bytearray_py_reverse, "", "Reverses the order of the bytes in place."),
    METHOD("__alloc__", bytearray_py_alloc, "", "The bytes that are set aside for the array."),
    METHOD("__reduce__", bytearray_py_reduce, "", "What pickle needs to make the array again."),
    METHOD("__reduce_ex__", bytearray_py_reduce_ex, "proto=0, /", "What pickle needs to make the array again."),
    METHOD("__sizeof__", bytearray_py_sizeof, "", "Size in memory, in bytes."),
    METHODS_END
};

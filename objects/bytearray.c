// bytearray: mutable bytes (bytearray.h). Cutting at the front only moves the data's start, so that a bytearray serves as
// a queue; the room in front is used again when the block is full.
//
// Every method converts its arguments first, which can run Python code, then asks whether the array may be resized, and
// only then reads its size.
#include "objects/bytearray.h"
#include "objects/bytearray_edit.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

static uint8_t nothing[1];              // the block of empty arrays; never written

// ---------------------------------------------------------------------------------------------------------------
// Storage

static void start_empty(ByteArray *array) {
    array->span.data = array->block = nothing;
    array->span.size = array->capacity = 0;
}

// A new block of this capacity for the first `kept` bytes. The old one is given back if that is worth the call.
static bool move_block(ByteArray *array, size_t capacity, size_t kept) {
    if (capacity > PTRDIFF_MAX) return raise_memory_error();
    uint8_t *block = mem_alloc_atomic(capacity);
    if (!block) return false;
    memcpy(block, array->span.data, kept);
    if (array->capacity >= 4096) mem_free(array->block);
    array->span.data = array->block = block;
    array->capacity = capacity;
    return true;
}

// Room for `size` bytes from data on, keeping what is there.
static bool reserve(ByteArray *array, size_t size) {
    size_t used = array->span.size, front = array->span.data - array->block;
    if (size <= array->capacity - front) return true;
    if (size <= array->capacity && front >= array->capacity / 2) {     // at least as much was cut off as is moved now
        memmove(array->block, array->span.data, used);
        array->span.data = array->block;
        return true;
    }
    size_t grown = used ? used + used / 2 + 16 : size;
    return move_block(array, grown > size ? grown : size, used);
}

// Gives memory back when little is left of much.
static bool trim(ByteArray *array) {
    if (array->capacity < 4096 || array->span.size > array->capacity / 4) return true;
    return move_block(array, array->span.size + array->span.size / 4 + 16, array->span.size);
}

bool bytearray_resize(Value v, size_t size) {
    ByteArray *array = bytearray_of(v);
    if (size == array->span.size) return true;
    if (!exports_allow(&array->exports)) return false;
    if (size == 0) {
        start_empty(array);
        return true;
    }
    if (size > array->span.size) {
        if (!reserve(array, size)) return false;
        array->span.size = size;
        return true;
    }
    array->span.size = size;
    return trim(array);
}

bool bytearray_append_slow(Value v, uint8_t byte) {
    ByteArray *array = bytearray_of(v);
    if (!exports_allow(&array->exports) || !reserve(array, array->span.size + 1)) return false;
    array->span.data[array->span.size++] = byte;
    return true;
}

// Opens or closes the gap behind `from` + `count` so that `size` bytes fit there, moving the shorter side.
static bool change_gap(ByteArray *array, size_t from, size_t count, size_t size) {
    size_t old_size = array->span.size, tail = old_size - from - count;
    if (size < count) {
        size_t less = count - size;
        if (from < tail) {
            memmove(array->span.data + less, array->span.data, from);
            array->span.data += less;
        } else {
            memmove(array->span.data + from + size, array->span.data + from + count, tail);
        }
        array->span.size -= less;
        return true;
    }
    size_t more = size - count, front = array->span.data - array->block;
    if (from < tail && front >= more) {
        memmove(array->span.data - more, array->span.data, from);
        array->span.data -= more;
    } else {
        if (!reserve(array, old_size + more)) return false;
        memmove(array->span.data + from + size, array->span.data + from + count, tail);
    }
    array->span.size += more;
    return true;
}

bool bytearray_splice(Value v, size_t from, size_t count, const uint8_t *data, size_t size) {
    ByteArray *array = bytearray_of(v);
    if (size != count) {
        if (!exports_allow(&array->exports)) return false;
        if (from > array->span.size) from = array->span.size;
        if (count > array->span.size - from) count = array->span.size - from;
        if (size > PTRDIFF_MAX - array->span.size) return raise_memory_error();
        if (!change_gap(array, from, count, size)) return false;
    }
    memcpy(array->span.data + from, data, size);
    if (size >= count) return true;
    if (array->span.size == 0) start_empty(array);
    return trim(array);
}

// ---------------------------------------------------------------------------------------------------------------
// Constructors

Value bytearray_new(const void *data, size_t size) {
    ByteArray *array = mem_object(&bytearray_type, sizeof *array);
    if (!array) return 0;
    start_empty(array);
    if (size == 0) return VALUE(array);
    if (!reserve(array, size)) return 0;
    array->span.size = size;
    if (data) memcpy(array->span.data, data, size);
    return VALUE(array);
}

static Value bytearray_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    ByteArray *array = type == &bytearray_type ? mem_object(type, sizeof *array) : instance_allocate(type, sizeof *array);
    if (!array) return 0;
    start_empty(array);
    return VALUE(array);
}

static bool init_zeros(Value self, size_t count) {
    if (count > PTRDIFF_MAX) return raise_memory_error();
    if (count == 0) return true;
    if (!bytearray_resize(self, count)) return false;
    memset(span_of(self)->data, 0, span_of(self)->size);
    return true;
}

static bool init_from_buffer(Value self, Value source) {
    Buffer buffer;
    if (!buffer_get(source, &buffer, BUFFER_FULL_RO)) return false;
    bool done = bytearray_resize(self, buffer.size);
    if (done && buffer.size) buffer_copy_out(&buffer, span_of(self)->data, 'C');
    buffer_release(&buffer);
    return done;
}

static bool init_from_iterable(Value self, Value source) {
    if (value_is(source, &list_type) || value_is(source, &tuple_type)) {
        Value bytes = bytes_from_small_ints(source);
        if (bytes) return bytearray_splice(self, 0, span_of(self)->size, bytes_data(bytes), bytes_size(bytes));
        if (error_occurred()) return false;
    }
    Value iterator = span_iter_source(&bytearray_type, source);
    if (!iterator) return false;
    for (Value item; (item = object_next(iterator)); ) {
        uint8_t byte;
        if (!span_byte(item, &byte, BYTE_RANGE) || !bytearray_append_byte(self, byte)) return false;
    }
    return !error_occurred();
}

static bool init_from(Value self, Value source) {
    size_t count;
    bool is_count;
    if (value_is(source, &bytes_type))
        return bytearray_splice(self, 0, span_of(self)->size, bytes_data(source), bytes_size(source));
    if (!span_count_argument(source, &is_count, &count)) return false;
    if (is_count) return init_zeros(self, count);
    return buffer_supported(source) ? init_from_buffer(self, source) : init_from_iterable(self, source);
}

static bool bytearray_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[3];
    bool taken;
    if (!NATIVE_BIND("bytearray", "source=b'', encoding='utf-8', errors='strict'", bound)) return false;
    const char *ignored;
    if (!codec_argument(bound[1], "bytearray()", "'encoding'", &ignored) ||
        !codec_argument(bound[2], "bytearray()", "'errors'", &ignored) || !bytearray_resize(self, 0)) return false;
    Value encoded = span_encode_source(&bytearray_type, bound[0], bound[1], bound[2], &taken);
    if (taken) return encoded && bytearray_splice(self, 0, span_of(self)->size, bytes_data(encoded), bytes_size(encoded));
    return !bound[0] || init_from(self, bound[0]);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

// The name of a subclass stands without its module.
static Value bytearray_repr(Value self) {
    const char *before = "bytearray(";
    if (!value_is(self, &bytearray_type)) {
        Value name = str_format("%T(", self);
        if (!name || !(before = str_c(name))) return 0;
        const char *dot = strrchr(before, '.');
        if (dot) before = dot + 1;
    }
    return bytes_repr(span_of(self)->data, span_of(self)->size, before, ")", true);
}

static Value bytearray_iter(Value self) {
    return byte_iterator_new(&bytearray_iterator_type, self);
}

static Value bytearray_get_item(Value self, Value key) {
    if (slice_check(key)) return span_slice(self, key);
    ptrdiff_t index;
    if (!sequence_index(key, "bytearray", &index)) return 0;
    size_t size = span_of(self)->size;
    if (index < 0) index += size;
    if ((size_t)index >= size) return raise_index_error("bytearray index out of range");
    return SMALL(span_of(self)->data[index]);
}

static bool bytearray_set_item(Value self, Value key, Value value) {
    if (slice_check(key)) return value ? bytearray_set_slice(self, key, value) : bytearray_delete_slice(self, key);
    ptrdiff_t index;
    uint8_t byte = 0;
    if (!sequence_index(key, "bytearray", &index)) return false;
    if (value && !span_byte(value, &byte, BYTE_RANGE)) return false;
    size_t size = span_of(self)->size;
    if (index < 0) index += size;
    if ((size_t)index >= size) return raise_index_error("bytearray index out of range");
    if (!value) return bytearray_splice(self, index, 1, nothing, 0);
    span_of(self)->data[index] = byte;
    return true;
}

with_borrowed static bool add_buffer(Value self, Value other) {
    Borrowed right;
    if (!span_borrow(other, &right)) {
        error_take();
        return raise_type_error("can't concat %T to %T", other, self);
    }
    bool done = bytearray_splice(self, span_of(self)->size, 0, right.data, right.size);
    span_return(&right);
    return done;
}

static Value bytearray_inplace_concat(Value self, Value other) {
    bool done = value_is(other, &bytes_type)
                    ? bytearray_splice(self, span_of(self)->size, 0, bytes_data(other), bytes_size(other))
                    : add_buffer(self, other);
    return done ? self : 0;
}

static Value bytearray_inplace_repeat(Value self, Value count) {
    size_t times, total;
    if (!sequence_repeat_count(count, &times)) return 0;
    if (times != 1 && span_of(self)->size && !exports_allow(&bytearray_of(self)->exports)) return 0;
    ByteSpan *span = span_of(self);
    size_t size = span->size;
    if (__builtin_mul_overflow(size, times, &total) || total > PTRDIFF_MAX) return raise_memory_error();
    if (!bytearray_resize(self, total)) return 0;
    if (times > 1) bytes_fill_pattern(span->data, span->data, size, times);
    return self;
}

static Value bytearray_percent(Value left, Value right) {
    if (!bytearray_check(left)) return NOT_IMPLEMENTED;
    Borrowed held;              // the arguments' methods are Python code
    if (!span_hold(left, 0, &held)) return 0;
    Value result = format_percent_bytes(span_of(left)->data, span_of(left)->size, right, true);
    span_return(&held);
    return result;
}

static bool bytearray_get_buffer(Value self, Buffer *buffer, int flags) {
    ByteArray *array = bytearray_of(self);
    return buffer_fill_counted(buffer, self, &array->exports, array->span.data, array->span.size, flags);
}

Type bytearray_type = {
    .head = {&type_type},
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints), bytearray(string, encoding[, errors]), bytearray(buffer), bytearray(count): "
           "mutable bytes.",
    .signature = "source=b'', encoding='utf-8', errors='strict'",
    .size = sizeof(ByteArray),
    .flags = TYPE_BASE | TYPE_BYTE_SPAN | TYPE_IS_BYTEARRAY | TYPE_MATCH_SELF,
    .make = bytearray_make,
    .init = bytearray_init,
    .repr = bytearray_repr,
    .str = bytearray_repr,
    .compare = span_compare,
    .iter = bytearray_iter,
    .length = span_length,
    .get_item = bytearray_get_item,
    .set_item = bytearray_set_item,
    .contains = span_contains,
    .concat = span_concat,
    .repeat = span_repeat,
    .inplace_concat = bytearray_inplace_concat,
    .inplace_repeat = bytearray_inplace_repeat,
    .operators = OPERATORS(.binary[BINARY_MOD] = bytearray_percent),
    .get_buffer = bytearray_get_buffer,
    .release_buffer = exports_release,
    .methods = bytearray_methods,
};

static Value bytearray_iterator_iter(Value self) {
    return self;
}

Type bytearray_iterator_type = {
    .head = {&type_type},
    .name = "bytearray_iterator",
    .doc = "Iterates over a bytearray.",
    .size = sizeof(ByteIterator),
    .flags = TYPE_NO_NEW,
    .iter = bytearray_iterator_iter,
    .next = byte_iterator_next,
    .methods = byte_iterator_methods,
};

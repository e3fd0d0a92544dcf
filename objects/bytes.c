// bytes: immutable runs of bytes (bytes.h). The empty one and those of one byte exist once.
#include "objects/bytes.h"
#include "objects/bytearray.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"

#define SINGLE_SIZE (sizeof(Bytes) + 16)
static Value empty_bytes;
MEM_UNSCANNED static _Alignas(16) char singles[256][SINGLE_SIZE];      // of one byte each, made when first asked for

// ---------------------------------------------------------------------------------------------------------------
// Constructors

static Value allocate(size_t size) {
    if (size > (size_t)PTRDIFF_MAX - sizeof(Bytes) - 1) return raise_overflow_error("byte string is too large");
    Bytes *bytes = mem_object_atomic(&bytes_type, sizeof *bytes + size + 1);
    if (!bytes) return 0;
    bytes->span.data = bytes->store;
    bytes->span.size = size;
    bytes->hash = 0;
    bytes->store[size] = 0;
    return VALUE(bytes);
}

static Value filled(const void *data, size_t size) {
    Value v = allocate(size);
    if (v) bytes_copy(bytes_data(v), data, size);
    return v;
}

static Value single(uint8_t byte) {
    Bytes *bytes = (Bytes *)singles[byte];
    if (unlikely(!bytes->span.head.type)) {
        bytes->span = (ByteSpan){{&bytes_type}, bytes->store, 1};
        bytes->store[0] = byte;
    }
    return VALUE(bytes);
}

Value bytes_new(const void *data, size_t size) {
    if (size == 0) return likely(empty_bytes) ? empty_bytes : (empty_bytes = allocate(0));
    if (!data) return allocate(size);
    return size == 1 ? single(*(const uint8_t *)data) : filled(data, size);
}

Value span_iter_source(const Type *type, Value source) {
    Value iterator = str_check(source) ? raise_type_error("") : object_iter(source);
    if (!iterator && error_clear_if(&TypeError_type)) raise_type_error("cannot convert '%T' object to %N", source, type);
    return iterator;
}

// Items of any iterable, each a number in range(256).
static Value from_iterable(Value iterable) {
    Value array = bytearray_new(0, 0);
    Value iterator = array ? span_iter_source(&bytes_type, iterable) : 0;
    if (!iterator || object_length_hint(iterable, 64) < 0) return 0;
    for (Value item; (item = object_next(iterator)); ) {
        uint8_t byte;
        if (!span_byte(item, &byte, "bytes must be in range(0, 256)")) return 0;
        if (!bytearray_append_byte(array, byte)) return 0;
    }
    return error_occurred() ? 0 : bytes_new(span_of(array)->data, span_of(array)->size);
}

Value bytes_from_small_ints(Value row) {
    bool is_list = list_check(row);
    const Value *items = is_list ? list_of(row)->items : tuple_of(row)->items;
    size_t count = is_list ? list_of(row)->count : tuple_count(row);
    if (count == 1 && value_is_small(items[0]) && items[0] <= SMALL(255)) {
        uint8_t byte = small_int(items[0]);
        return bytes_new(&byte, 1);
    }
    Value result = bytes_new(0, count);
    if (!result) return 0;
    uint8_t *out = bytes_data(result);
    for (size_t i = 0; i < count; i++) {
        if (items[i] > SMALL(255) || !value_is_small(items[i])) return 0;
        out[i] = small_int(items[i]);
    }
    return result;
}

Value bytes_from_buffer(Value v) {
    Buffer buffer;
    if (!buffer_get(v, &buffer, BUFFER_FULL_RO)) return 0;
    Value result = bytes_new(0, buffer.size);
    if (result && buffer.size) buffer_copy_out(&buffer, bytes_data(result), 'C');
    buffer_release(&buffer);
    return result;
}

static Value from_source(Value v) {
    if (buffer_supported(v)) return bytes_from_buffer(v);
    if (value_is(v, &list_type) || value_is(v, &tuple_type)) {
        Value result = bytes_from_small_ints(v);
        if (result || error_occurred()) return result;
    }
    return from_iterable(v);
}

// v.__bytes__(); 0 and nothing pending: it has none.
static Value from_bytes_method(Value v) {
    if (!value_is_object(v) || value_is(v, &bytearray_type) || value_is(v, &list_type)) return 0;
    Value method = object_find_special(v, NAME(__bytes__));
    Value result = method ? object_call0(method) : 0;
    if (!result || bytes_check(result)) return result;
    return raise_type_error("__bytes__ returned non-bytes (type %T)", result);
}

Value bytes_from_object(Value v) {
    if (value_is(v, &bytes_type)) return v;
    Value result = from_bytes_method(v);
    return result || error_occurred() ? result : from_source(v);
}

Value span_encode_source(const Type *type, Value source, Value encoding, Value errors, bool *taken) {
    const char *codec = NULL, *handler = NULL, *function = type == &bytes_type ? "bytes()" : "bytearray()";
    *taken = true;
    if (!codec_argument(encoding, function, "'encoding'", &codec)) return 0;
    if (!codec_argument(errors, function, "'errors'", &handler)) return 0;
    if (source && str_check(source)) {
        if (encoding) return codec_encode(source, codec, handler);
        Value bytes = errors || type != &bytes_type ? 0 : from_bytes_method(source);
        return bytes || error_occurred() ? bytes : raise_type_error("string argument without an encoding");
    }
    if (encoding) return raise_type_error("encoding without a string argument");
    if (errors) return raise_type_error("errors without a string argument");
    *taken = false;
    return 0;
}

bool span_count_argument(Value v, bool *is_count, size_t *count) {
    *is_count = value_has_index(v);
    if (!*is_count) return true;
    int64_t number;
    Value index = object_index(v);
    if (!index) {
        *is_count = false;
        return error_clear_if(&TypeError_type);         // an __index__ that refuses: perhaps it is iterable
    }
    if (!int_get64(index, &number)) return raise_overflow_error("cannot fit '%T' into an index-sized integer", v);
    if (number < 0) return raise_value_error("negative count");
    *count = number;
    return true;
}

// bytes(source): the content as exact bytes.
static Value content(Value source) {
    if (!source) return bytes_new("", 0);
    Value result = from_bytes_method(source);
    if (result || error_occurred()) return result;
    size_t count;
    bool is_count;
    if (!span_count_argument(source, &is_count, &count)) return 0;
    if (!is_count) return bytes_from_object(source);
    result = bytes_new(0, count);
    if (result) memset(bytes_data(result), 0, count);
    return result;
}

// An instance of a subclass: the bytes lie in the block of their own that data points to.
static Value make_subclass(Type *type, Value from) {
    size_t size = bytes_size(from);
    Bytes *bytes = instance_allocate(type, sizeof *bytes);
    uint8_t *store = mem_alloc_atomic(size + 1);
    if (!bytes || !store) return 0;
    memcpy(store, bytes_data(from), size);
    store[size] = 0;
    bytes->span.data = store;
    bytes->span.size = size;
    return VALUE(bytes);
}

static Value bytes_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (!NATIVE_BIND("bytes", "source=b'', encoding='utf-8', errors='strict'", bound)) return 0;
    bool taken;
    Value bytes = span_encode_source(&bytes_type, bound[0], bound[1], bound[2], &taken);
    if (!taken) bytes = content(bound[0]);
    return !bytes || type == &bytes_type ? bytes : make_subclass(type, bytes);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value bytes_repr_slot(Value self) {
    return bytes_repr(bytes_data(self), bytes_size(self), "", "", false);
}

static int64_t bytes_hash(Value self) {
    Bytes *bytes = (Bytes *)value_object(self);
    if (!bytes->hash) bytes->hash = str_hash_bytes(bytes->span.data, bytes->span.size);
    return bytes->hash;
}

static Value bytes_iter(Value self) {
    return byte_iterator_new(&bytes_iterator_type, self);
}

static Value bytes_get_item(Value self, Value key) {
    if (slice_check(key)) return span_slice(self, key);
    ptrdiff_t index;
    if (!sequence_index(key, "byte", &index)) return 0;
    size_t size = bytes_size(self);
    if (index < 0) index += size;
    if ((size_t)index >= size) return raise_index_error("index out of range");
    return SMALL(bytes_data(self)[index]);
}

static Value bytes_percent(Value left, Value right) {
    if (!bytes_check(left)) return NOT_IMPLEMENTED;
    return format_percent_bytes(bytes_data(left), bytes_size(left), right, false);
}

static bool bytes_get_buffer(Value self, Buffer *buffer, int flags) {
    return buffer_fill(buffer, self, bytes_data(self), bytes_size(self), true, flags);
}

// ---------------------------------------------------------------------------------------------------------------
// Python methods

static Value bytes_py_bytes(Value self, Value *args) {
    (void)args;
    return span_same(self);
}

static Value bytes_py_getnewargs(Value self, Value *args) {
    (void)args;
    Value copy = span_same(self);
    return copy ? tuple_pack(1, copy) : 0;
}

static Value bytes_py_sizeof(Value self, Value *args) {
    (void)args;
    return SMALL(bytes_size(self) + offsetof(Bytes, store) + 1);
}

static Value bytes_py_fromhex(Value class, Value *args) {
    Value result = span_from_hex(0, args[0]);
    return !result || class == VALUE(&bytes_type) ? result : object_call1(class, result);
}

static const MethodDef bytes_methods[] = {
    SPAN_METHODS,
    CLASS_METHOD("fromhex", bytes_py_fromhex, "string, /", "The bytes that hexadecimal digits stand for; whitespace is skipped."),
    METHOD("__bytes__", bytes_py_bytes, "", "These bytes as an exact bytes object."),
    METHOD("__getnewargs__", bytes_py_getnewargs, "", "What pickle passes to __new__."),
    METHOD("__sizeof__", bytes_py_sizeof, "", "Size in memory, in bytes."),
    METHODS_END
};

Type bytes_type = {
    .head = {&type_type},
    .name = "bytes",
    .doc = "bytes(iterable_of_ints), bytes(string, encoding[, errors]), bytes(buffer), bytes(count): immutable bytes.",
    .signature = "source=b'', encoding='utf-8', errors='strict'",
    .size = sizeof(Bytes),
    .flags = TYPE_BASE | TYPE_BYTE_SPAN | TYPE_IS_BYTES | TYPE_MATCH_SELF,
    .make = bytes_make,
    .repr = bytes_repr_slot,
    .str = bytes_repr_slot,             // whatever __repr__ a subclass has
    .hash = bytes_hash,
    .compare = span_compare,
    .iter = bytes_iter,
    .length = span_length,
    .get_item = bytes_get_item,
    .contains = span_contains,
    .concat = span_concat,
    .repeat = span_repeat,
    .operators = OPERATORS(.binary[BINARY_MOD] = bytes_percent),
    .get_buffer = bytes_get_buffer,
    .methods = bytes_methods,
};

static Value bytes_iterator_iter(Value self) {
    return self;
}

Type bytes_iterator_type = {
    .head = {&type_type},
    .name = "bytes_iterator",
    .doc = "Iterates over bytes.",
    .size = sizeof(ByteIterator),
    .flags = TYPE_NO_NEW,
    .iter = bytes_iterator_iter,
    .next = byte_iterator_next,
    .methods = byte_iterator_methods,
};

// What bytes and bytearray have in common: results, arguments, comparison, concatenation, slices, iteration (bytespan.h).
#include "objects/bytespan.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytesearch.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

// ---------------------------------------------------------------------------------------------------------------
// Making results

Value span_new(Value like, const void *data, size_t size) {
    return bytearray_check(like) ? bytearray_new(data, size) : bytes_new(data, size);
}

Value span_same(Value self) {
    if (value_is(self, &bytes_type)) return self;
    return span_new(self, span_of(self)->data, span_of(self)->size);
}

Value span_part(Value self, size_t from, size_t to) {
    ByteSpan *span = span_of(self);
    if (from == 0 && to == span->size) return span_same(self);
    return span_new(self, span->data + from, to - from);
}

// ---------------------------------------------------------------------------------------------------------------
// Reading arguments

bool span_borrow(Value v, Borrowed *borrowed) {
    if (value_is(v, &bytes_type)) {
        borrowed->buffer.exporter = 0;
        borrowed->data = bytes_data(v);
        borrowed->size = bytes_size(v);
        return true;
    }
    if (!buffer_get_bytes(v, &borrowed->buffer)) return false;
    borrowed->data = borrowed->buffer.data;
    borrowed->size = borrowed->buffer.size;
    return true;
}

bool span_hold(Value self, Value argument, Borrowed *hold) {
    hold->buffer.exporter = 0;
    return bytes_check(self) || (argument && !value_has(argument, TYPE_HEAP)) ||
           buffer_get_from(&bytearray_type, self, &hold->buffer, BUFFER_SIMPLE);
}

bool span_byte(Value v, uint8_t *out, const char *range_message) {
    Value number = value_is_small(v) ? v : object_index(v);
    if (!number) return false;
    if (!value_is_small(number) || (uint64_t)small_int(number) > 255) return raise_value_error("%s", range_message);
    *out = small_int(number);
    return true;
}

bool span_index(Value v, ptrdiff_t *out) {
    if (!v || v == NONE) return true;
    if (value_is_small(v)) {
        *out = small_int(v);
        return true;
    }
    if (!value_has_index(v))
        return raise_type_error("slice indices must be integers or None or have an __index__ method");
    return object_to_size(v, out);
}

// ---------------------------------------------------------------------------------------------------------------
// Algorithms

// The loop for one step known when compiling, which lets it be unrolled and vectorised.
#define COPY_STEP(step) for (size_t i = 0; i < count; i++) out[i] = data[(ptrdiff_t)i * (step)]
#define STORE_STEP(step) for (size_t i = 0; i < count; i++) data[(ptrdiff_t)i * (step)] = in[i]

vectorised void bytes_copy_step(uint8_t *restrict out, const uint8_t *restrict data, ptrdiff_t step, size_t count) {
    switch (step) {
    case 1:
        memcpy(out, data, count);
        break;
    case -1:
        if (count) bytes_reverse(out, data - (count - 1), count);
        break;
    case 2: COPY_STEP(2); break;
    case 3: COPY_STEP(3); break;
    case 4: COPY_STEP(4); break;
    default: COPY_STEP(step);
    }
}

vectorised void bytes_store_step(uint8_t *restrict data, ptrdiff_t step, const uint8_t *restrict in, size_t count) {
    switch (step) {
    case 1:
        memcpy(data, in, count);
        break;
    case -1:
        if (count) bytes_reverse(data - (count - 1), in, count);
        break;
    case 2: STORE_STEP(2); break;
    case 3: STORE_STEP(3); break;
    case 4: STORE_STEP(4); break;
    default: STORE_STEP(step);
    }
}

void bytes_reverse(uint8_t *out, const uint8_t *data, size_t size) {
    size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        uint64_t word;
        memcpy(&word, data + at, 8);
        word = __builtin_bswap64(word);
        memcpy(out + size - at - 8, &word, 8);
    }
    for (; at < size; at++) out[size - 1 - at] = data[at];
}

void bytes_fill_pattern(uint8_t *out, const uint8_t *data, size_t size, size_t times) {
    size_t total = size * times;
    if (total == 0) return;
    if (size == 1) {
        memset(out, data[0], total);
        return;
    }
    memmove(out, data, size);
    const size_t cached = 65536 / size * size;          // copying from what is still in the cache
    for (size_t done = size, part; done < total; done += part) {
        part = done < total - done ? done : total - done;
        if (cached && part > cached) part = cached;
        memcpy(out + done, out, part);
    }
}

vectorised uint64_t bytes_sum(const uint8_t *data, size_t size) {
    uint64_t total = 0;
    for (size_t part; size; size -= part, data += part) {
        uint32_t sum = 0;
        part = size < 4096 ? size : 4096;
        for (size_t i = 0; i < part; i++) sum += data[i];
        total += sum;
    }
    return total;
}

// <0, 0, >0.
static int order_of(const uint8_t *a, size_t m, const uint8_t *b, size_t n) {
    int order = memcmp(a, b, m < n ? m : n);
    return order ? order : (m > n) - (m < n);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

ptrdiff_t span_length(Value self) {
    return span_of(self)->size;
}

static Value compare_runs(const uint8_t *a, size_t m, const uint8_t *b, size_t n, CompareOp op) {
    if (op == COMPARE_EQ || op == COMPARE_NE) return compare_answer(m != n || memcmp(a, b, m) != 0, op);
    return compare_answer(order_of(a, m, b, n), op);
}

// Whether its buffer is its data, as nearly always: a subclass may have a __buffer__ of its own.
static bool is_plain(Value v) {
    return span_check(v) && type_of(v)->get_buffer == (bytes_check(v) ? &bytes_type : &bytearray_type)->get_buffer;
}

static Value declined(void) {
    error_take();
    return NOT_IMPLEMENTED;
}

// bytes compares with bytes alone, and leaves other buffers to the other side; bytearray compares with every buffer.
Value span_compare(Value self, Value other, CompareOp op) {
    ByteSpan *a = span_of(self);
    if (self == other) return compare_answer(0, op);
    if (bytes_check(self) ? bytes_check(other) : is_plain(self) && is_plain(other))
        return compare_runs(a->data, a->size, span_of(other)->data, span_of(other)->size, op);
    Borrowed left, right;
    if (bytes_check(self) || !buffer_supported(other)) return NOT_IMPLEMENTED;
    if (!span_borrow(self, &left)) return declined();
    Value answer = span_borrow(other, &right) ? compare_runs(left.data, left.size, right.data, right.size, op) : declined();
    span_return(&left);         // first: the other one's release may run Python code
    if (answer != NOT_IMPLEMENTED) span_return(&right);
    return answer;
}

int span_contains(Value self, Value item) {
    uint8_t byte = 0;
    Value number = value_is_small(item) ? item : value_has_index(item) ? object_index(item) : 0;
    if (number) {
        if (!span_byte(number, &byte, BYTE_RANGE)) return -1;
        ByteSpan *span = span_of(self);
        return memchr(span->data, byte, span->size) != NULL;
    }
    error_take();               // an __index__ that refuses: perhaps it is a buffer
    Borrowed part;
    if (!span_borrow(item, &part)) return -1;
    ByteSpan *span = span_of(self);
    int found = bytes_find(span->data, span->size, part.data, part.size) >= 0;
    span_return(&part);
    return found;
}

Value span_concat(Value self, Value other) {
    Borrowed right, hold;
    if (!span_hold(self, other, &hold)) return 0;
    if (!span_borrow(other, &right)) {
        error_take();
        span_return(&hold);
        return raise_type_error("can't concat %T to %T", other, self);
    }
    ByteSpan *left = span_of(self);
    Value result;
    if (left->size == 0 && value_is(self, &bytes_type) && value_is(other, &bytes_type)) {
        result = other;
    } else if (right.size == 0 && value_is(self, &bytes_type)) {
        result = self;
    } else {
        result = span_new(self, 0, left->size + right.size);
        if (result) {
            memcpy(span_of(result)->data, left->data, left->size);
            memcpy(span_of(result)->data + left->size, right.data, right.size);
        }
    }
    span_return(&hold);
    span_return(&right);
    return result;
}

Value span_repeat(Value self, Value count) {
    size_t times, size;
    if (!sequence_repeat_count(count, &times)) return 0;
    ByteSpan *span = span_of(self);
    if (times == 1) return span_same(self);
    if (__builtin_mul_overflow(span->size, times, &size) || size > PTRDIFF_MAX) {
        return bytearray_check(self) ? raise_memory_error() : raise_overflow_error("repeated bytes are too long");
    }
    if (size > PTRDIFF_MAX - sizeof(Bytes) - 1) return raise_memory_error();
    Value result = span_new(self, 0, size);
    if (result) bytes_fill_pattern(span_of(result)->data, span->data, span->size, times);
    return result;
}

Value span_slice(Value self, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return 0;
    ByteSpan *span = span_of(self);
    size_t count = slice_adjust(span->size, &start, &stop, step);
    if (step == 1) return span_part(self, start, start + count);
    Value result = span_new(self, 0, count);
    if (result && count) bytes_copy_step(span_of(result)->data, span->data + start, step, count);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// The iterator

Value byte_iterator_new(Type *type, Value span) {
    ByteIterator *iterator = mem_object(type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->span = span_of(span);
    return VALUE(iterator);
}

Value byte_iterator_next(Value self) {
    ByteIterator *iterator = (ByteIterator *)value_object(self);
    if (!iterator->span) return 0;
    if (iterator->index < iterator->span->size) return SMALL(iterator->span->data[iterator->index++]);
    iterator->span = 0;
    return 0;
}

static Value byte_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    ByteIterator *iterator = (ByteIterator *)value_object(self);
    if (!iterator->span || iterator->index >= iterator->span->size) return SMALL(0);
    return SMALL(iterator->span->size - iterator->index);
}

static Value byte_iterator_py_setstate(Value self, Value *args) {
    ByteIterator *iterator = (ByteIterator *)value_object(self);
    ptrdiff_t index;
    if (!int_check(args[0])) return raise_type_error("an integer is required");
    if (!sequence_size(args[0], &index)) return 0;
    if (!iterator->span) return NONE;
    if (index < 0 && value_is(self, &bytearray_iterator_type)) {
        iterator->span = NULL;          // -1 is how a bytearray's iterator says that it is exhausted
        return NONE;
    }
    iterator->index = index < 0 ? 0 : sequence_clip(index, iterator->span->size);
    return NONE;
}

const MethodDef byte_iterator_methods[] = {
    METHOD("__length_hint__", byte_iterator_py_length_hint, "", "How many items are left."),
    METHOD("__setstate__", byte_iterator_py_setstate, "state, /", "Moves the iterator to this index."),
    METHODS_END
};

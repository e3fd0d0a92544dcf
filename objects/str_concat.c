// Joining text: +, *, join.
//
// Growing. s += x in a loop must not copy s each time. There are no reference counts to say that s is about
// to die, so the text is shared instead: a result of two concatenations that is concatenated to again moves to a
// StrBlock with spare room behind it. Whoever appends to a str whose text ends where the block's used part
// ends may write behind it, for no other str shows those bytes; the new str begins at the same place. A str
// that others have grown from already is copied.
#include "objects/bytespan.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"

typedef struct {
    size_t used, capacity;      // bytes of the text; one more is there for a NUL
    char text[];
} StrBlock;

#define GROW_FROM 256           // smaller text is not worth a block

static StrBlock *block_of(const Str *s) { return (StrBlock *)(s->data - offsetof(StrBlock, text)); }

// A str that shows the first `size` bytes of a block.
static Value grown_new(StrBlock *block, size_t size, size_t length) {
    Str *s = mem_object(&str_type, sizeof *s);
    if (!s) return 0;
    s->data = block->text;
    s->size = size;
    s->length = length;
    s->grown = true;
    s->concatenated = 2;
    return VALUE(s);
}

static Value append_in_place(StrBlock *block, const Str *a, const Str *b) {
    Value result = grown_new(block, a->size + b->size, a->length + b->length);
    if (!result) return 0;
    memcpy(block->text + a->size, b->data, b->size);
    block->used = a->size + b->size;
    block->text[block->used] = 0;
    return result;
}

static Value append_to_new_block(const Str *a, const Str *b) {
    size_t size = a->size + b->size, capacity = size + size / 2;
    StrBlock *block = mem_alloc_atomic(sizeof *block + capacity + 1);
    if (!block) return 0;
    block->capacity = capacity;
    block->used = a->size;
    memcpy(block->text, a->data, a->size);
    return append_in_place(block, a, b);
}

Value str_concat(Value left, Value right) {
    const Str *a = str_of(left), *b = str_of(right);
    if (a->size == 0) return str_exact(right);
    if (b->size == 0) return str_exact(left);
    size_t size;
    if (__builtin_add_overflow(a->size, b->size, &size) || size > PTRDIFF_MAX)
        return raise_overflow_error("strings are too large to concat");
    if (a->grown) {
        StrBlock *block = block_of(a);
        if (block->used == a->size && block->capacity - block->used >= b->size)
            return append_in_place(block, a, b);
    }
    if (a->concatenated >= 2 && a->size >= GROW_FROM && size < PTRDIFF_MAX / 4) return append_to_new_block(a, b);
    Value result = str_room(size, a->length + b->length);
    if (!result) return 0;
    char *out = str_of(result)->data;
    bytes_copy(out, a->data, a->size);
    bytes_copy(out + a->size, b->data, b->size);
    str_of(result)->concatenated = a->concatenated < 2 ? a->concatenated + 1 : 2;
    return result;
}

Value str_add(Value left, Value right) {
    if (!str_check(right)) return raise_type_error("can only concatenate str (not \"%T\") to str", right);
    return str_concat(left, right);
}

// Fills out[0 .. size*count) with copies of the first `size` bytes, doubling.
static void fill_copies(char *out, size_t size, size_t count) {
    size_t total = size * count;
    if (size == 1) {
        memset(out, out[0], total);
        return;
    }
    for (size_t done = size; done < total;) {
        size_t piece = done < total - done ? done : total - done;
        memcpy(out + done, out, piece);
        done += piece;
    }
}

Value str_repeat(Value v, Value count_value) {
    ptrdiff_t count;
    if (!object_to_size(count_value, &count)) return 0;
    if (count == PTRDIFF_MAX || count == PTRDIFF_MIN)
        return raise_overflow_error("cannot fit '%T' into an index-sized integer", count_value);
    if (count <= 0 || str_size(v) == 0) return NAME(empty);
    if (count == 1) return str_exact(v);
    size_t size;
    if (__builtin_mul_overflow(str_length(v), (size_t)count, &size) || size > PTRDIFF_MAX)
        return raise_overflow_error("repeated string is too long");
    if (__builtin_mul_overflow(str_size(v), (size_t)count, &size)) return raise_memory_error();
    Value result = str_room(size, str_length(v) * (size_t)count);
    if (!result) return 0;
    memcpy(str_of(result)->data, str_data(v), str_size(v));
    fill_copies(str_of(result)->data, str_size(v), (size_t)count);
    return result;
}

// A TypeError because the value cannot be iterated over gets join's own words.
static bool join_refused(void) {
    if (!error_clear_if(&TypeError_type)) return false;
    return raise_type_error("can only join an iterable");
}

// The items to join as an array; *holder keeps it alive. Joining runs no code of the program that could
// change it.
static bool join_items(Value iterable, Value *holder, const Value **items, size_t *count) {
    Value sequence = iterable;
    if (!value_is(iterable, &list_type) && !value_is(iterable, &tuple_type)) {
        bool iterates = type_of(iterable)->iter && !(type_of(iterable)->flags & TYPE_HEAP);
        Value source = iterates ? iterable : object_iter(iterable);
        if (!source) return join_refused();
        if (!(sequence = list_from_iterable(source))) return false;
    }
    *holder = sequence;
    bool is_list = value_is(sequence, &list_type);
    *items = is_list ? list_of(sequence)->items : tuple_of(sequence)->items;
    *count = is_list ? list_of(sequence)->count : tuple_of(sequence)->count;
    return true;
}

// Sizes of the joined text. TypeError for an item that is not a str.
static bool measure(Value separator, const Value *items, size_t count, size_t *size, size_t *length) {
    size_t bytes = str_size(separator) * (count - 1), points = str_length(separator) * (count - 1);
    for (size_t i = 0; i < count; i++) {
        if (!str_check(items[i]))
            return raise_type_error("sequence item %zu: expected str instance, %T found", i, items[i]);
        if (__builtin_add_overflow(bytes, str_size(items[i]), &bytes) || bytes > PTRDIFF_MAX)
            return raise_overflow_error("join() result is too long for a Python string");
        points += str_length(items[i]);
    }
    *size = bytes;
    *length = points;
    return true;
}

static inline char *put(char *out, const char *data, size_t size) {
    bytes_copy(out, data, size);
    return out + size;
}

Value str_join(Value separator, Value iterable) {
    Value holder;
    const Value *items = NULL;
    size_t count = 0, size = 0, length = 0;
    if (!join_items(iterable, &holder, &items, &count)) return 0;
    if (count == 0) return NAME(empty);
    if (count == 1 && value_is(items[0], &str_type)) return items[0];
    if (!measure(separator, items, count, &size, &length)) return 0;
    Value result = str_room(size, length);
    if (!result || size == 0) return result;
    char *out = str_of(result)->data;
    const char *between = str_data(separator);
    size_t between_size = str_size(separator);
    for (size_t i = 0; i < count; i++) {
        if (i) out = put(out, between, between_size);
        out = put(out, str_data(items[i]), str_size(items[i]));
    }
    return result;
}

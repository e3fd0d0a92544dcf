// array.array: the type, but for its methods (array_object.h).
#include "lib/array_object.h"
#include "lib/lib.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str_parts.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/utf8.h"

// ---------------------------------------------------------------------------------------------------------------
// Storage

bool array_valid_typecode(char typecode) {
    return typecode && strchr("bBuwhHiIlLqQfd", typecode);
}

static void set_kind(Array *a, char typecode) {
    a->typecode = typecode;
    a->code = typecode == 'u' ? 'w' : typecode;
    a->itemsize = a->code == 'w' ? 4 : item_size(typecode);
    a->data = (uint8_t *)a;             // never read or written while there is no room
}

bool array_allow(Array *a) {
    return likely(!a->exports.count) || exports_gate(&a->exports, "cannot resize an array that is exporting buffers");
}

bool array_resize(Value v, size_t count) {
    Array *a = array_of(v);
    if (count == a->count) return true;
    if (!array_allow(a)) return false;
    if (count > a->capacity) {
        if (count > PTRDIFF_MAX / a->itemsize / 2) return raise_memory_error();
        size_t capacity = a->count ? count + count / 2 + 4 : count;
        uint8_t *data = mem_alloc_atomic(capacity * a->itemsize);
        if (!data) return false;
        memcpy(data, a->data, a->count * a->itemsize);
        a->data = data;
        a->capacity = capacity;
    }
    a->count = count;
    return true;
}

Value array_new(char typecode, const uint8_t *data, size_t count) {
    Array *a = mem_object(&array_type, sizeof *a);
    if (!a) return 0;
    set_kind(a, typecode);
    if (!array_resize(VALUE(a), count)) return 0;
    if (data && count) memcpy(a->data, data, count * a->itemsize);
    return VALUE(a);
}

static Value array_like(const Array *a, const uint8_t *data, size_t count) {
    return array_new(a->typecode, data, count);
}

// ---------------------------------------------------------------------------------------------------------------
// Items

Value array_get(const Array *a, size_t index) {
    const uint8_t *at = a->data + index * a->itemsize;
    if (!array_is_text(a)) return item_unpack(a->code, at);
    uint32_t character;
    memcpy(&character, at, 4);
    if (character > 0x10ffff) return raise_value_error("chr() arg not in range(0x110000)");
    return str_from_code_point(character);
}

static bool too_large(const char *what, bool above) {
    return raise_overflow_error("%s is %s", what, above ? "greater than maximum" : "less than minimum");
}

static bool range_error(char code, int64_t number, ItemRange range) {
    bool negative = range != ITEM_UNSIGNED && number < 0;
    if (code == 'q' || code == 'Q')
        return raise_overflow_error(code == 'Q' && negative ? "can't convert negative int to unsigned"
                                                            : "int too big to convert");
    if (code == 'I' || code == 'L') {
        if (negative) return raise_overflow_error("can't convert negative value to unsigned int");
        if (range != ITEM_BEYOND) return too_large("unsigned int", true);
        return raise_overflow_error("Python int too large to convert to C unsigned long");
    }
    if (range != ITEM_SIGNED || code == 'l') return raise_overflow_error("Python int too large to convert to C long");
    switch (code) {
    case 'b': return too_large(number == (short)number ? "signed char" : "signed short integer", !negative);
    case 'B': return too_large("unsigned byte integer", !negative);
    case 'h': return too_large("signed short integer", !negative);
    case 'H': return too_large(number == (int)number ? "unsigned short" : "signed integer", !negative);
    default: return too_large("signed integer", !negative);
    }
}

static bool pack_text(uint8_t *out, Value v) {
    if (!str_check(v)) return raise_type_error("array item must be a unicode character, not %T", v);
    if (str_length(v) != 1)
        return raise_type_error("array item must be a unicode character, not a string of length %zd",
                                (ptrdiff_t)str_length(v));
    uint32_t character = str_at(v, 0);
    memcpy(out, &character, 4);
    return true;
}

bool array_pack(const Array *a, uint8_t *out, Value v) {
    double x;
    int64_t number;
    switch (a->code) {
    case 'w':
        return pack_text(out, v);
    case 'd': case 'f':
        if (!float_from_object(v, &x)) return false;
        if (a->code == 'd') {
            memcpy(out, &x, sizeof x);
        } else {
            float narrow = (float)x;
            memcpy(out, &narrow, sizeof narrow);
        }
        return true;
    }
    Value index = object_index(v);
    if (!index) return false;
    ItemRange range = item_integer(index, &number);
    return item_store_integer(a->code, out, number, range) ? true : range_error(a->code, number, range);
}

bool array_insert(Value v, ptrdiff_t index, Value item) {
    Array *a = array_of(v);
    uint8_t packed[ITEM_SIZE_MAX];
    if (!array_pack(a, packed, item) || !array_allow(a)) return false;
    size_t at = sequence_clip(index, a->count), size = a->itemsize, tail = a->count - at;
    if (!array_resize(v, a->count + 1)) return false;
    memmove(a->data + (at + 1) * size, a->data + at * size, tail * size);
    memcpy(a->data + at * size, packed, size);
    return true;
}

bool array_delete(Value v, size_t from, size_t count) {
    Array *a = array_of(v);
    if (count == 0) return true;
    if (!array_allow(a)) return false;
    if (from > a->count || count > a->count - from) return true;        // a __del__ has taken them away in the meantime
    size_t size = a->itemsize, behind = from + count;
    memmove(a->data + from * size, a->data + behind * size, (a->count - behind) * size);
    return array_resize(v, a->count - count);
}

// ---------------------------------------------------------------------------------------------------------------
// Adding much

static bool add_items(Value v, const uint8_t *data, size_t count) {
    Array *a = array_of(v);
    if (count && !array_allow(a)) return false;
    size_t before = a->count;
    if (!array_resize(v, before + count)) return false;
    memcpy(a->data + before * a->itemsize, data, count * a->itemsize);
    return true;
}

// Of a code with ITEM_INTEGER.
static size_t store_small(char code, uint8_t *out, const Value *items, size_t count) {
    size_t i = 0, size = item_size(code);
    for (; i < count && value_is_small(items[i]) && item_store_small(code, out, small_int(items[i])); i++) out += size;
    return i;
}

size_t array_store_plain(Array *a, size_t at, const Value *items, size_t count) {
    uint8_t *out = a->data + at * a->itemsize;
    size_t i = 0;
    switch (a->code) {
    case 'w': break;
    case 'd':
        for (; i < count && value_is_tagged_float(items[i]); i++, out += 8) memcpy(out, &(double){float_untag(items[i])}, 8);
        break;
    case 'f':
        for (; i < count && value_is_tagged_float(items[i]); i++, out += 4)
            memcpy(out, &(float){(float)float_untag(items[i])}, 4);
        break;
    default: i = store_small(a->code, out, items, count);
    }
    return i;
}

// Adds the plain items at the beginning of a row. *added: how many.
static bool add_plain(Value v, const Value *items, size_t count, size_t *added) {
    Array *a = array_of(v);
    *added = 0;
    if (!count || array_is_text(a) || a->exports.count) return true;
    size_t before = a->count;
    if (!array_resize(v, before + count)) return false;
    *added = array_store_plain(a, before, items, count);
    a->count = before + *added;
    return true;
}

// The items of a list or tuple. Their methods may change it.
static bool add_sequence(Value v, Value sequence) {
    bool is_list = list_check(sequence);
    size_t i;
    if (!add_plain(v, is_list ? list_of(sequence)->items : tuple_of(sequence)->items,
                   is_list ? list_of(sequence)->count : tuple_count(sequence), &i))
        return false;
    for (; i < (is_list ? list_of(sequence)->count : tuple_count(sequence)); i++)
        if (!array_insert(v, PTRDIFF_MAX, is_list ? list_of(sequence)->items[i] : tuple_get(sequence, i))) return false;
    return true;
}

bool array_extend(Value v, Value source) {
    if (array_check(source)) {
        if (array_of(source)->typecode != array_of(v)->typecode)
            return raise_type_error("can only extend with array of same kind");
        Array *a = array_of(v);
        if (!array_of(source)->count) return true;
        if (!array_allow(a)) return false;
        size_t count = array_of(source)->count, before = a->count;
        if (!array_resize(v, before + count)) return false;
        memcpy(a->data + before * a->itemsize, array_of(source)->data, count * a->itemsize);
        return true;
    }
    if (value_is(source, &list_type) || value_is(source, &tuple_type)) return add_sequence(v, source);
    Value iterator = object_iter(source);
    if (!iterator) return false;
    for (Value item; (item = object_next(iterator)); )
        if (!array_insert(v, PTRDIFF_MAX, item)) return false;
    return !error_occurred();
}

bool array_add_bytes(Value v, Value source) {
    Borrowed bytes;
    if (!span_borrow(source, &bytes)) return false;
    size_t itemsize = array_of(v)->itemsize;
    bool done = false;
    if (bytes.buffer.exporter && bytes.buffer.itemsize != 1)
        raise_type_error("a bytes-like object is required");
    else if (bytes.size % itemsize)
        raise_value_error("bytes length not a multiple of item size");
    else
        done = add_items(v, bytes.data, bytes.size / itemsize);
    span_return(&bytes);
    return done;
}

Value array_text(const Array *a, char typecode) {
    StrBuilder builder;
    if (typecode == 'w') return codec_decode(a->data, a->count * 4, "utf-32-le", NULL);
    str_builder_init(&builder);
    for (size_t i = 0; i < a->count; i++) {
        uint32_t character = ((uint32_t *)(void *)a->data)[i];
        if (character > 0x10ffff) return raise_value_error("character U+%x is not in range [U+0000; U+10ffff]", character);
        str_builder_add_char(&builder, character);
    }
    return str_builder_finish(&builder);
}

bool array_add_text(Value v, Value text) {
    Array *a = array_of(v);
    size_t before = a->count, count = str_length(text);
    if (!array_resize(v, before + count)) return false;
    const char *at = str_data(text);
    for (size_t i = 0; i < count; i++) {
        uint32_t character = utf8_read(&at);
        memcpy(a->data + (before + i) * 4, &character, 4);
    }
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Constructor

static bool read_typecode(Value v, char *typecode) {
    if (!str_check(v)) return raise_type_error("array() argument 1 must be a unicode character, not %P", v);
    if (str_length(v) != 1)
        return raise_type_error("array() argument 1 must be a unicode character, not a string of length %zd",
                                (ptrdiff_t)str_length(v));
    *typecode = str_is_ascii(v) ? str_data(v)[0] : 0;
    return true;
}

// What can be said against the initial value without looking at the typecode's validity.
static bool check_initial(char typecode, Value code, Value initial) {
    bool text = typecode == 'u' || typecode == 'w';
    if (!text && str_check(initial))
        return raise_type_error("cannot use a str to initialize an array with typecode '%S'", code);
    if (!text && array_check(initial) && array_is_text(array_of(initial)))
        return raise_type_error("cannot use a unicode array to initialize an array with typecode '%S'", code);
    return true;
}

static bool add_initial(Value v, Value initial) {
    Array *a = array_of(v);
    if (str_check(initial)) return array_add_text(v, initial);
    if (span_check(initial)) return array_add_bytes(v, initial);
    if (list_check(initial) || tuple_check(initial)) {
        size_t wanted = list_check(initial) ? list_of(initial)->count : tuple_count(initial);
        if (!add_sequence(v, initial)) return false;
        if (a->count < wanted) return raise_index_error("list index out of range");
        a->count = wanted;
        return true;
    }
    if (a->typecode == 'w' && array_check(initial) && array_is_text(array_of(initial))) {
        Value text = array_text(array_of(initial), 'w');
        return text && array_add_text(v, text);
    }
    if (array_check(initial) && array_of(initial)->code == a->code)
        return add_items(v, array_of(initial)->data, array_of(initial)->count);
    Value iterator = object_iter(initial);
    return iterator && array_extend(v, iterator);
}

static Value array_make(Type *type, Value *args, size_t count, Value keywords) {
    char typecode = 0;
    bool own_init = type->init != array_type.init;      // which may take other arguments
    if (keywords && !own_init) return raise_type_error("array.array() takes no keyword arguments");
    if (count < 1) return raise_type_error("array() takes at least 1 argument (0 given)");
    if (count > 2 && !own_init) return raise_type_error("array() takes at most 2 arguments (%d given)", (int)count);
    if (!read_typecode(args[0], &typecode)) return 0;
    Value initial = count > 1 ? args[1] : 0;
    if (initial) {
        if (!check_initial(typecode, args[0], initial)) return 0;
        if (!value_is_iterable(initial))
            return raise_type_error("'%T' object is not iterable", initial);
    }
    if (!array_valid_typecode(typecode))
        return raise_value_error("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    Array *a = type == &array_type ? mem_object(type, sizeof *a) : instance_allocate(type, sizeof *a);
    if (!a) return 0;
    set_kind(a, typecode);
    return !initial || add_initial(VALUE(a), initial) ? VALUE(a) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value array_repr(Value self) {
    Array *a = array_of(self);
    Value name = type_name(type_of(self));
    if (!name) return 0;
    if (a->count == 0) return str_format("%S('%c')", name, a->typecode);
    Value content = object_call_method(self, intern(array_is_text(a) ? "tounicode" : "tolist"), 0, 0);
    return content ? str_format("%S('%c', %R)", name, a->typecode, content) : 0;
}

static ptrdiff_t array_length(Value self) {
    return array_of(self)->count;
}

static size_t mismatch(const uint8_t *a, const uint8_t *b, size_t size) {
    size_t i = 0;
    while (size - i >= 64 && !memcmp(a + i, b + i, 64)) i += 64;
    while (i < size && a[i] == b[i]) i++;
    return i;
}

// The first position at which two arrays differ; their common length when there is none; -1: raised.
static ptrdiff_t first_difference(Array *a, Array *b) {
    size_t i = 0, common = a->count < b->count ? a->count : b->count;
    if (a->typecode == b->typecode && !(a->code == 'd' || a->code == 'f'))
        return (ptrdiff_t)(mismatch(a->data, b->data, common * a->itemsize) / a->itemsize);
    if (a->code == 'd' && b->code == 'd') {
        const double *x = (const double *)(const void *)a->data, *y = (const double *)(const void *)b->data;
        while (i < common && x[i] == y[i]) i++;
    }
    if (!array_is_text(a) && !array_is_text(b)) {
        while (i < common && item_equal(a->code, a->data + i * a->itemsize, b->code, b->data + i * b->itemsize)) i++;
        return (ptrdiff_t)i;
    }
    for (; i < common; i++) {
        Value x = array_get(a, i), y = x ? array_get(b, i) : 0;
        if (!y) return -1;
        Value same = object_compare(x, y, COMPARE_EQ);
        if (!same) return -1;
        if (same != TRUE) break;
    }
    return (ptrdiff_t)i;
}

static Value array_compare(Value self, Value other, CompareOp op) {
    if (!array_check(other)) return NOT_IMPLEMENTED;
    Array *a = array_of(self), *b = array_of(other);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && a->count != b->count) return bool_value(op == COMPARE_NE);
    ptrdiff_t at = first_difference(a, b);
    if (at < 0) return 0;
    if ((size_t)at >= a->count || (size_t)at >= b->count) return sequence_compare_lengths(a->count, b->count, op);
    if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
    if (array_is_text(a) && a->typecode == b->typecode)
        return sequence_compare_lengths(((uint32_t *)(void *)a->data)[at], ((uint32_t *)(void *)b->data)[at], op);
    Value x = array_get(a, at), y = array_get(b, at);
    return x && y ? object_compare(x, y, op) : 0;
}

static bool index_of(Value key, ptrdiff_t *index) {
    if (!value_has_index(key)) return raise_type_error("array indices must be integers");
    return sequence_index(key, "array", index);
}

static Value get_slice(Value self, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return 0;
    Array *a = array_of(self);
    size_t count = slice_adjust(a->count, &start, &stop, step), size = a->itemsize;
    if (step == 1) return array_like(a, a->data + start * size, count);
    Value result = array_like(a, 0, count);
    if (count && result)
        items_copy(array_of(result)->data, size, a->data + start * size, (ptrdiff_t)((size_t)step * size),
                   size, count);
    return result;
}

static Value array_get_item(Value self, Value key) {
    if (slice_check(key)) return get_slice(self, key);
    ptrdiff_t index;
    if (!index_of(key, &index)) return 0;
    Array *a = array_of(self);
    if (index < 0) index += a->count;
    if ((size_t)index >= a->count) return raise_index_error("array index out of range");
    return array_get(a, index);
}

// Replaces `count` items from `start` by those at `data`, which do not lie in the array.
static bool splice(Value self, size_t start, size_t count, const uint8_t *data, size_t new_count) {
    Array *a = array_of(self);
    size_t size = a->itemsize, old = a->count, tail = old - start - count;
    if (new_count < count) memmove(a->data + (start + new_count) * size, a->data + (start + count) * size, tail * size);
    if (!array_resize(self, old - count + new_count)) return false;
    if (new_count > count) memmove(a->data + (start + new_count) * size, a->data + (start + count) * size, tail * size);
    memcpy(a->data + start * size, data, new_count * size);
    return true;
}

static bool delete_stepped(Value self, ptrdiff_t start, ptrdiff_t step, size_t count) {
    Array *a = array_of(self);
    if (count == 0) return true;
    if (!array_allow(a)) return false;
    if (step < 0) {
        start += (ptrdiff_t)(count - 1) * step;
        step = -step;
    }
    size_t size = a->itemsize, out = start;
    for (size_t i = 0; i < count; i++) {
        size_t from = start + i * step + 1, to = i + 1 < count ? from + step - 1 : a->count;
        memmove(a->data + out * size, a->data + from * size, (to - from) * size);
        out += to - from;
    }
    return array_resize(self, out);
}

static bool assign_stepped(Value self, ptrdiff_t start, ptrdiff_t step, size_t count, const uint8_t *data,
                           size_t new_count) {
    if (new_count == 0) return delete_stepped(self, start, step, count);
    if (new_count != count) {
        return raise_value_error("attempt to assign array of size %zd to extended slice of size %zd", (ptrdiff_t)new_count,
                                 (ptrdiff_t)count);
    }
    Array *a = array_of(self);
    ptrdiff_t size = (ptrdiff_t)a->itemsize;
    items_copy(a->data + start * size, (ptrdiff_t)((size_t)step * (size_t)size), data, size, size, count);
    return true;
}

static bool set_slice(Value self, Value slice, Value value) {
    ptrdiff_t start, stop, step;
    Array *a = array_of(self);
    if (!slice_unpack(slice, &start, &stop, &step)) return false;
    if (value && !array_check(value)) return raise_type_error("can only assign array (not \"%T\") to array slice", value);
    if (value && array_of(value)->typecode != a->typecode)
        return raise_type_error("bad argument type for built-in operation");
    ptrdiff_t from = start, to = stop;
    size_t count = slice_adjust(a->count, &from, &to, step), new_count = value ? array_of(value)->count : 0;
    if (a->exports.count && (new_count != count || !new_count)) {
        if (!array_allow(a)) return false;                  // which may have run Python code
        count = slice_adjust(a->count, &start, &stop, step);
    } else {
        start = from;
        stop = to;
    }
    Value source = value == self ? array_like(a, a->data, a->count) : value;
    if (value && !source) return false;
    const uint8_t *data = value ? array_of(source)->data : (const uint8_t *)"";
    new_count = value ? array_of(source)->count : 0;
    if (step != 1) return assign_stepped(self, start, step, count, data, new_count);
    return splice(self, start, count, data, new_count);
}

static bool array_set_item(Value self, Value key, Value value) {
    if (slice_check(key)) return set_slice(self, key, value);
    ptrdiff_t index;
    uint8_t packed[ITEM_SIZE_MAX];
    Array *a = array_of(self);
    if (!index_of(key, &index)) return false;
    if (index < 0) index += a->count;
    if ((size_t)index >= a->count) return raise_index_error("array assignment index out of range");
    if (!value) return array_delete(self, index, 1);
    if (!array_pack(a, packed, value)) return false;
    if ((size_t)index < a->count) memcpy(a->data + index * a->itemsize, packed, a->itemsize);      // the value may have cut it off
    return true;
}

static int array_contains(Value self, Value value) {
    Array *a = array_of(self);
    for (size_t i = 0; i < a->count; i++) {
        Value item = array_get(a, i);
        int equal = item ? object_equal(item, value) : -1;
        if (equal) return equal;
    }
    return 0;
}

static Value array_concat(Value self, Value other) {
    if (!array_check(other)) return raise_type_error("can only append array (not \"%T\") to array", other);
    Array *a = array_of(self), *b = array_of(other);
    if (a->typecode != b->typecode) return raise_type_error("bad argument type for built-in operation");
    Value result = array_like(a, a->data, a->count);
    return result && add_items(result, b->data, b->count) ? result : 0;
}

static Value array_repeat(Value self, Value count) {
    size_t times, total;
    Array *a = array_of(self);
    if (!sequence_repeat_count(count, &times)) return 0;
    if (__builtin_mul_overflow(a->count, times, &total)) return raise_memory_error();
    Value result = array_like(a, 0, total);
    if (result) bytes_fill_pattern(array_of(result)->data, a->data, a->count * a->itemsize, times);
    return result;
}

static Value array_inplace_concat(Value self, Value other) {
    if (!array_check(other)) return raise_type_error("can only extend array with array (not \"%T\")", other);
    return array_extend(self, other) ? self : 0;
}

static Value array_inplace_repeat(Value self, Value count) {
    size_t times, total;
    Array *a = array_of(self);
    if (!sequence_repeat_count(count, &times) || (times != 1 && a->count && !array_allow(a))) return 0;
    size_t size = a->count * a->itemsize;
    if (__builtin_mul_overflow(a->count, times, &total)) return raise_memory_error();
    if (!array_resize(self, total)) return 0;
    if (times > 1) bytes_fill_pattern(a->data, a->data, size, times);
    return self;
}

static bool array_get_buffer(Value self, Buffer *buffer, int flags) {
    Array *a = array_of(self);
    if (!buffer_fill_counted(buffer, self, &a->exports, a->data, a->count * a->itemsize, flags)) return false;
    buffer->itemsize = a->itemsize;
    buffer->one_shape = a->count;
    buffer->one_stride = a->itemsize;
    if (flags & BUFFER_FORMAT) buffer->format = array_is_text(a) ? "w" : item_format(a->code, false);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// The iterator

typedef struct {
    Object head;
    Value array;                // 0: exhausted
    size_t index;
} ArrayIterator;
static Type array_iterator_type;

static Value array_iter(Value self) {
    ArrayIterator *iterator = mem_object(&array_iterator_type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->array = self;
    return VALUE(iterator);
}

static Value array_iterator_iter(Value self) {
    return self;
}

static Value array_iterator_next(Value self) {
    ArrayIterator *iterator = (ArrayIterator *)value_object(self);
    if (!iterator->array) return 0;
    Array *a = array_of(iterator->array);
    if (iterator->index < a->count) return array_get(a, iterator->index++);
    iterator->array = 0;
    return 0;
}

static Value array_iterator_py_reduce(Value self, Value *args) {
    (void)args;
    ArrayIterator *iterator = (ArrayIterator *)value_object(self);
    Value iter = object_get_attribute(import_by_name("builtins"), intern("iter"));
    Value arguments = iter ? tuple_pack(1, iterator->array ? iterator->array : tuple_new(0, 0)) : 0;
    if (!arguments) return 0;
    return iterator->array ? tuple_pack(3, iter, arguments, SMALL(iterator->index)) : tuple_pack(2, iter, arguments);
}

static Value array_iterator_py_setstate(Value self, Value *args) {
    ArrayIterator *iterator = (ArrayIterator *)value_object(self);
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    if (iterator->array) iterator->index = sequence_clip(index < 0 ? 0 : index, array_of(iterator->array)->count);
    return NONE;
}

static const MethodDef array_iterator_methods[] = {
    METHOD("__reduce__", array_iterator_py_reduce, "", "What makes the iterator again."),
    METHOD("__setstate__", array_iterator_py_setstate, "state, /", "Moves the iterator to this index."),
    METHODS_END
};

static Type array_iterator_type = {
    .head = {&type_type},
    .name = "array.arrayiterator",
    .size = sizeof(ArrayIterator),
    .flags = TYPE_NO_NEW,
    .iter = array_iterator_iter,
    .next = array_iterator_next,
    .methods = array_iterator_methods,
};

Type array_type = {
    .head = {&type_type},
    .name = "array.array",
    .doc = "array(typecode[, initializer]): numbers of one kind in one piece of memory.",
    .size = sizeof(Array),
    .flags = TYPE_BASE | TYPE_SEQUENCE_PATTERN | TYPE_WEAK,
    .make = array_make,
    .repr = array_repr,
    .compare = array_compare,
    .iter = array_iter,
    .length = array_length,
    .get_item = array_get_item,
    .set_item = array_set_item,
    .contains = array_contains,
    .concat = array_concat,
    .repeat = array_repeat,
    .inplace_concat = array_inplace_concat,
    .inplace_repeat = array_inplace_repeat,
    .get_buffer = array_get_buffer,
    .release_buffer = exports_release,
    .methods = array_methods,
    .attributes = array_attributes,
};

// tuple: see tuple.h. Its items never change, so user code that runs in between cannot disturb a walk over them.
#include "objects/tuple.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/slice.h"
#include "objects/str.h"
#include <stdarg.h>

#define TUPLE_MAX (((size_t)PTRDIFF_MAX - sizeof(Tuple)) / sizeof(Value))

static Tuple empty = {.head = {&tuple_type}};
Value tuple_empty = VALUE(&empty);

// --- making

static Tuple *allocate(Type *type, size_t count) {
    if (count > TUPLE_MAX) return (Tuple *)raise_memory_error();
    size_t size = sizeof(Tuple) + count * sizeof(Value);
    Tuple *tuple = type == &tuple_type ? mem_object(type, size) : instance_allocate(type, size);
    if (tuple) tuple->count = count;
    return tuple;
}

Value tuple_new(const Value *items, size_t count) {
    if (!count) return VALUE(&empty);
    Tuple *tuple = allocate(&tuple_type, count);
    if (tuple && items) memcpy(tuple->items, items, count * sizeof(Value));
    return VALUE(tuple);
}

Value tuple_pack(size_t count, ...) {
    Value result = tuple_new(0, count);
    if (!result) return 0;
    va_list arguments;
    va_start(arguments, count);
    for (size_t i = 0; i < count; i++) tuple_of(result)->items[i] = va_arg(arguments, Value);
    va_end(arguments);
    return result;
}

Value tuple_from_iterable(Value iterable) {
    if (value_is(iterable, &tuple_type)) return iterable;
    if (value_is(iterable, &list_type)) return list_to_tuple(iterable);
    if (!(type_of(iterable)->flags & TYPE_HEAP)) {
        Value list = list_from_iterable(iterable);
        return list ? list_to_tuple(list) : 0;
    }
    // Unlike list(), tuple() does not ask a class how many there will be.
    Value iterator = object_iter(iterable), list = iterator ? list_with_capacity(0) : 0;
    if (!list) return 0;
    for (Value item; (item = object_step(iterator));)
        if (!list_append(list, item)) return 0;
    return error_occurred() ? 0 : list_to_tuple(list);
}

Value tuple_slice(Value tuple, size_t from, size_t to) {
    if (from == 0 && to == tuple_count(tuple) && value_is(tuple, &tuple_type)) return tuple;
    return tuple_new(tuple_of(tuple)->items + from, to - from);
}

int tuple_equal_items(const Value *a, const Value *b, size_t count) {
    for (size_t i = 0; i < count; i++) {
        int equal = key_equal(a[i], b[i]);
        if (equal <= 0) return equal;
    }
    return 1;
}

// --- slots

static Value tuple_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (type->init && type != &tuple_type) keywords = 0;        // they are for __init__
    if (!NATIVE_BIND("tuple", "iterable=(), /", bound)) return 0;
    Value items = bound[0] ? tuple_from_iterable(bound[0]) : VALUE(&empty);
    if (!items || type == &tuple_type) return items;
    Tuple *tuple = allocate(type, tuple_count(items));
    if (tuple) memcpy(tuple->items, tuple_of(items)->items, tuple->count * sizeof(Value));
    return VALUE(tuple);
}

static size_t tuple_payload_size(Value self) {
    return sizeof(Tuple) + tuple_count(self) * sizeof(Value);
}

static bool repr_items(Tuple *tuple, StrBuilder *out) {
    for (size_t i = 0; i < tuple->count; i++) {
        Value text = object_repr(tuple->items[i]);
        if (!text) return false;
        if (i) str_builder_add_c(out, ", ");
        str_builder_add_str(out, text);
    }
    return true;
}

static Value tuple_repr(Value self) {
    Tuple *tuple = tuple_of(self);
    if (!tuple->count) return str_from("()");
    if (!mem_stack_check()) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("(...)");
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_c(&out, "(");
    bool done = repr_items(tuple, &out);
    repr_leave(self);
    if (!done) return 0;
    str_builder_add_c(&out, tuple->count == 1 ? ",)" : ")");
    return str_builder_finish(&out);
}

static int64_t tuple_hash(Value self) {
    if (!mem_stack_check()) return -1;
    return sequence_hash(tuple_of(self)->items, tuple_count(self));
}

static Value tuple_compare(Value self, Value other, CompareOp op) {
    if (!tuple_check(self) || !tuple_check(other)) return NOT_IMPLEMENTED;
    Tuple *a = tuple_of(self), *b = tuple_of(other);
    if (!mem_stack_check()) return 0;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int equal = key_equal(a->items[i], b->items[i]);
        if (equal < 0) return 0;
        if (equal) continue;
        if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
        return object_compare(a->items[i], b->items[i], op);
    }
    return sequence_compare_lengths(a->count, b->count, op);
}

static ptrdiff_t tuple_length(Value self) {
    return (ptrdiff_t)tuple_count(self);
}

static Value get_slice(Value self, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return 0;
    size_t count = slice_adjust((ptrdiff_t)tuple_count(self), &start, &stop, step);
    if (!count) return VALUE(&empty);
    if (step == 1) return tuple_slice(self, (size_t)start, (size_t)start + count);
    Value result = tuple_new(0, count);
    if (!result) return 0;
    for (size_t i = 0; i < count; i++, start += step) tuple_of(result)->items[i] = tuple_get(self, (size_t)start);
    return result;
}

static Value tuple_get_item(Value self, Value key) {
    ptrdiff_t index;
    if (!value_is_small(key) && slice_check(key)) return get_slice(self, key);
    if (!sequence_index(key, "tuple", &index)) return 0;
    if (index < 0) index += (ptrdiff_t)tuple_count(self);
    if ((size_t)index >= tuple_count(self)) return raise_index_error("tuple index out of range");
    return tuple_get(self, (size_t)index);
}

static int tuple_contains(Value self, Value item) {
    for (size_t i = 0; i < tuple_count(self); i++) {
        int equal = key_equal(tuple_get(self, i), item);
        if (equal) return equal;
    }
    return 0;
}

static Value tuple_concat(Value self, Value other) {
    if (!tuple_check(other)) return raise_type_error("can only concatenate tuple (not \"%T\") to tuple", other);
    size_t a = tuple_count(self), b = tuple_count(other);
    if (!a && value_is(other, &tuple_type)) return other;
    if (!b && value_is(self, &tuple_type)) return self;
    Value result = tuple_new(0, a + b);
    if (!result || !(a + b)) return result;
    memcpy(tuple_of(result)->items, tuple_of(self)->items, a * sizeof(Value));
    memcpy(tuple_of(result)->items + a, tuple_of(other)->items, b * sizeof(Value));
    return result;
}

static Value tuple_repeat(Value self, Value count) {
    size_t times, size = tuple_count(self);
    if (!sequence_repeat_count(count, &times)) return 0;
    if (times == 1 && value_is(self, &tuple_type)) return self;
    if (!size || !times) return VALUE(&empty);
    if (times > TUPLE_MAX / size) return raise_memory_error();
    Value result = tuple_new(0, size * times);
    if (!result) return 0;
    for (size_t i = 0; i < times; i++)
        memcpy(tuple_of(result)->items + i * size, tuple_of(self)->items, size * sizeof(Value));
    return result;
}

// --- Python methods

static Value tuple_py_index(Value self, Value *args) {
    ptrdiff_t start, stop;
    if (!sequence_bounds(args[1], args[2], &start, &stop)) return 0;
    size_t from = sequence_clip(start, tuple_count(self)), to = sequence_clip(stop, tuple_count(self));
    for (size_t i = from; i < to; i++) {
        int equal = key_equal(tuple_get(self, i), args[0]);
        if (equal < 0) return 0;
        if (equal) return small_value((int64_t)i);
    }
    return raise_value_error("tuple.index(x): x not in tuple");
}

static Value tuple_py_count(Value self, Value *args) {
    int64_t count = 0;
    for (size_t i = 0; i < tuple_count(self); i++) {
        int equal = key_equal(tuple_get(self, i), args[0]);
        if (equal < 0) return 0;
        count += equal;
    }
    return small_value(count);
}

static Value tuple_py_getnewargs(Value self, Value *args) {
    (void)args;
    Value items = tuple_new(tuple_of(self)->items, tuple_count(self));
    return items ? tuple_pack(1, items) : 0;
}

static Value tuple_py_sizeof(Value self, Value *args) {
    (void)args;
    return small_value((int64_t)(24 + tuple_count(self) * sizeof(Value)));
}

static const MethodDef tuple_methods[] = {
    METHOD("__getnewargs__", tuple_py_getnewargs, "", "Arguments for __new__, for copies."),
    METHOD("index", tuple_py_index, "value, start=0, stop=sys.maxsize, /",
           "Index of the first item equal to value. ValueError if there is none."),
    METHOD("count", tuple_py_count, "value, /", "How many items equal value."),
    METHOD("__sizeof__", tuple_py_sizeof, "", "Size in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "tuple[T] for type hints."),
    METHODS_END
};

// --- iterator

static Value tuple_iter(Value self) {
    TupleIterator *iterator = mem_object(&tuple_iterator_type, sizeof(TupleIterator));
    if (iterator) iterator->tuple = tuple_of(self);
    return VALUE(iterator);
}

static Value tuple_iterator_next(Value self) {
    TupleIterator *iterator = (TupleIterator *)value_object(self);
    Tuple *tuple = iterator->tuple;
    if (tuple && iterator->index < tuple->count) return tuple->items[iterator->index++];
    iterator->tuple = 0;
    return 0;
}

static Value tuple_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    TupleIterator *iterator = (TupleIterator *)value_object(self);
    return small_value(iterator->tuple ? (int64_t)(iterator->tuple->count - iterator->index) : 0);
}

static Value tuple_iterator_py_setstate(Value self, Value *args) {
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    TupleIterator *iterator = (TupleIterator *)value_object(self);
    if (iterator->tuple) iterator->index = sequence_clip(index < 0 ? 0 : index, iterator->tuple->count);
    return NONE;
}

static const MethodDef tuple_iterator_methods[] = {
    METHOD("__length_hint__", tuple_iterator_py_length_hint, "", "How many items are left."),
    METHOD("__setstate__", tuple_iterator_py_setstate, "object, /", "Move to an index."),
    METHODS_END
};

Type tuple_iterator_type = {
    .head = {&type_type},
    .name = "tuple_iterator",
    .doc = "Iterates over a tuple.",
    .size = sizeof(TupleIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = tuple_iterator_next,
    .methods = tuple_iterator_methods,
};

Type tuple_type = {
    .head = {&type_type},
    .name = "tuple",
    .doc = "An immutable sequence of any objects. tuple() is empty, tuple(iterable) has the iterable's items.",
    .signature = "iterable=(), /",
    .size = sizeof(Tuple),
    .payload_size = tuple_payload_size,
    .flags = TYPE_BASE | TYPE_IS_TUPLE | TYPE_SEQUENCE_PATTERN | TYPE_MATCH_SELF,
    .make = tuple_make,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .iter = tuple_iter,
    .length = tuple_length,
    .get_item = tuple_get_item,
    .contains = tuple_contains,
    .concat = tuple_concat,
    .repeat = tuple_repeat,
    .methods = tuple_methods,
};

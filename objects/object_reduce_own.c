// What object.__reduce__ answers for built-in objects that are made again by a call: iterators over containers, by iter(the
// container) and how far they are; built-in functions by their names; methods by getattr(self, name).
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/object_parts.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/utf8.h"

static Value builtin(const char *name) {
    Value module = traceback_find_module(NAME(builtins));
    return module ? object_get_attribute_c(module, name) : raise_runtime_error("lost builtins");
}

// function(*arguments), then __setstate__(state): of those that are not 0.
static Value made_by(Value function, Value arguments, Value state) {
    if (!function || !arguments) return 0;
    return state ? tuple_pack(3, function, arguments, state) : tuple_pack(2, function, arguments);
}

static Value by_iter(Value iterable, Value state) {
    return made_by(builtin("iter"), iterable ? tuple_pack(1, iterable) : 0, state);
}

// Over a sequence that is 0 when the iterator is exhausted.
static Value by_index(Value sequence, size_t index, Value empty) {
    return sequence ? by_iter(sequence, SMALL(index)) : by_iter(empty, 0);
}

// What is left is listed by a copy of the iterator.
static Value by_list(Value self) {
    Value copy = VALUE(mem_object(type_of(self), type_of(self)->size));
    if (!copy) return 0;
    memcpy(value_object(copy), value_object(self), type_of(self)->size);
    return by_iter(list_from_iterable(copy), 0);
}

static Value reduce_list(Value self) {
    ListIterator *iterator = (ListIterator *)value_object(self);
    Value list = VALUE(iterator->list), empty = list ? 0 : list_new(0, 0);
    if (value_is(self, &list_iterator_type)) return by_index(list, iterator->index, empty);
    if (!list) return made_by(builtin("reversed"), empty ? tuple_pack(1, empty) : 0, 0);
    return made_by(builtin("reversed"), tuple_pack(1, list), small_value((int64_t)iterator->index - 1));
}

static Value reduce_tuple(Value self) {
    TupleIterator *iterator = (TupleIterator *)value_object(self);
    return by_index(VALUE(iterator->tuple), iterator->index, tuple_empty);
}

static Value reduce_str(Value self) {
    StrIterator *iterator = (StrIterator *)value_object(self);
    if (!iterator->text) return by_iter(NAME(empty), 0);
    return by_iter(iterator->text, SMALL(utf8_count(str_data(iterator->text), iterator->offset)));
}

static Value reduce_bytes(Value self) {
    ByteIterator *iterator = (ByteIterator *)value_object(self);
    return by_index(VALUE(iterator->span), iterator->index, tuple_empty);
}

static Value reduce_sequence(Value self) {
    SequenceIterator *iterator = (SequenceIterator *)value_object(self);
    return by_index(iterator->sequence, (size_t)iterator->index, tuple_empty);
}

static Value reduce_callable(Value self) {
    CallableIterator *iterator = (CallableIterator *)value_object(self);
    if (!iterator->callable) return by_iter(tuple_empty, 0);
    return made_by(builtin("iter"), tuple_pack(2, iterator->callable, iterator->sentinel), 0);
}

static Value remaining_range(Value start, Value step, Value count) {
    Value size = int_multiply(step, count), stop = size ? int_add(start, size) : 0;
    return by_iter(stop ? range_new(start, stop, step) : 0, NONE);
}

static Value reduce_range(Value self) {
    RangeIterator *iterator = (RangeIterator *)value_object(self);
    return remaining_range(int_from_int64(iterator->current), int_from_int64(iterator->step), int_from_uint64(iterator->remaining));
}

static Value reduce_long_range(Value self) {
    LongRangeIterator *iterator = (LongRangeIterator *)value_object(self);
    return remaining_range(iterator->current, iterator->step, iterator->remaining);
}

static Value by_getattr(Value object, Value name) { return made_by(builtin("getattr"), object && name ? tuple_pack(2, object, name) : 0, 0); }

static Value reduce_native(Value self) {
    Native *native = (Native *)value_object(self);
    Value name = intern(native->def->name);
    return native->self && native->def->kind != NATIVE_STATIC_METHOD ? by_getattr(native->self, name) : name;
}

static Value reduce_method(Value self) {
    Method *method = (Method *)value_object(self);
    return by_getattr(method->self, object_get_attribute(method->function, NAME(__name__)));
}

static Value reduce_wrapper(Value self) {
    return by_getattr(object_get_attribute_c(self, "__self__"), object_get_attribute(self, NAME(__name__)));
}

static Value reduce_descriptor(Value self) {
    return by_getattr(object_get_attribute_c(self, "__objclass__"), object_get_attribute(self, NAME(__name__)));
}

Value object_reduce_own(Value self) {
    static const struct {
        const Type *type;
        Value (*reduce)(Value self);
    } rows[] = {
        {&list_iterator_type, reduce_list}, {&list_reverse_iterator_type, reduce_list}, {&tuple_iterator_type, reduce_tuple},
        {&str_ascii_iterator_type, reduce_str}, {&str_iterator_type, reduce_str}, {&bytes_iterator_type, reduce_bytes},
        {&bytearray_iterator_type, reduce_bytes}, {&sequence_iterator_type, reduce_sequence},
        {&callable_iterator_type, reduce_callable}, {&range_iterator_type, reduce_range},
        {&long_range_iterator_type, reduce_long_range}, {&set_iterator_type, by_list}, {&dict_key_iterator_type, by_list},
        {&dict_value_iterator_type, by_list}, {&dict_item_iterator_type, by_list},
        {&dict_reverse_key_iterator_type, by_list}, {&dict_reverse_value_iterator_type, by_list},
        {&dict_reverse_item_iterator_type, by_list}, {&native_type, reduce_native}, {&method_type, reduce_method},
        {&method_descriptor_type, reduce_descriptor}, {&wrapper_descriptor_type, reduce_descriptor},
        {&method_wrapper_type, reduce_wrapper},
    };
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
        if (value_is(self, rows[k].type)) return rows[k].reduce(self);
    return 0;
}

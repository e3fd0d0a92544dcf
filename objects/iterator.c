// Iterators: see iterator.h. Walking them runs user code, but they own their parts, so nothing can go away under them.
#include "objects/iterator.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/key.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

Value iterator_self(Value self) {
    return self;
}

static void *allocate(Type *type, Type *exact) {
    return type == exact ? mem_object(type, exact->size) : instance_allocate(type, exact->size);
}

// A pending IndexError or StopIteration from an item access ends an iteration.
static bool end_of_items(void) {
    return error_clear_if(&IndexError_type) || error_clear_if(&StopIteration_type);
}

// --- iterator: an object with __getitem__ only

static SequenceIterator *sequence_iterator_of(Value v) {
    return (SequenceIterator *)value_object(v);
}

Value sequence_iterator_new(Value sequence) {
    SequenceIterator *iterator = mem_object(&sequence_iterator_type, sizeof(SequenceIterator));
    if (iterator) iterator->sequence = sequence;
    return VALUE(iterator);
}

static Value sequence_iterator_next(Value self) {
    SequenceIterator *iterator = sequence_iterator_of(self);
    if (!iterator->sequence) return 0;
    if (iterator->index == PTRDIFF_MAX) return raise_overflow_error("iter index too large");
    Value index = int_from_int64(iterator->index), item = index ? object_get_item(iterator->sequence, index) : 0;
    if (item) iterator->index++;
    else if (end_of_items()) iterator->sequence = 0;
    return item;
}

static Value sequence_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    SequenceIterator *iterator = sequence_iterator_of(self);
    if (!iterator->sequence) return SMALL(0);
    if (!type_of(iterator->sequence)->length) return NOT_IMPLEMENTED;
    ptrdiff_t length = object_length(iterator->sequence);
    if (length < 0) return 0;
    return int_from_int64(length > iterator->index ? length - iterator->index : 0);
}

static Value sequence_iterator_py_setstate(Value self, Value *args) {
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    if (sequence_iterator_of(self)->sequence) sequence_iterator_of(self)->index = index < 0 ? 0 : index;
    return NONE;
}

static const MethodDef sequence_iterator_methods[] = {
    METHOD("__length_hint__", sequence_iterator_py_length_hint, "", "How many items are left."),
    METHOD("__setstate__", sequence_iterator_py_setstate, "object, /", "Move to an index."),
    METHODS_END
};

Type sequence_iterator_type = {
    .head = {&type_type},
    .name = "iterator",
    .doc = "Iterates over what __getitem__ gives for 0, 1, 2 ...",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = sequence_iterator_next,
    .methods = sequence_iterator_methods,
};

// --- callable_iterator: iter(callable, sentinel)

Value callable_iterator_new(Value callable, Value sentinel) {
    CallableIterator *iterator = mem_object(&callable_iterator_type, sizeof(CallableIterator));
    if (!iterator) return 0;
    iterator->callable = callable;
    iterator->sentinel = sentinel;
    return VALUE(iterator);
}

static Value callable_iterator_next(Value self) {
    CallableIterator *iterator = (CallableIterator *)value_object(self);
    if (!iterator->callable) return 0;
    Value result = object_call0(iterator->callable);
    if (!result) {
        if (error_clear_if(&StopIteration_type)) iterator->callable = 0;
        return 0;
    }
    int end = key_equal(iterator->sentinel, result);
    if (!end) return result;
    if (end > 0) iterator->callable = 0;
    return 0;
}

Type callable_iterator_type = {
    .head = {&type_type},
    .name = "callable_iterator",
    .doc = "Gives what a callable returns until it returns the sentinel.",
    .size = sizeof(CallableIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = callable_iterator_next,
};

// --- enumerate

// Finds iterable and start. enumerate() has messages of its own for what is wrong with its arguments.
static bool enumerate_bind(Value *args, size_t count, Value keywords, Value bound[2]) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    if (count + named > 2)
        return raise_type_error("enumerate() takes at most 2 arguments (%zu given)", count + named);
    if (count + named == 0) return raise_type_error("enumerate() missing required argument 'iterable'");
    bound[0] = bound[1] = 0;
    for (size_t i = 0; i < count; i++) bound[i] = args[i];
    for (size_t i = 0; i < named; i++) {
        Value name = tuple_get(keywords, i);
        size_t place = str_equal_c(name, "iterable") ? 0 : 1;
        if ((place && (!str_equal_c(name, "start") || count + named == 1)) || bound[place])
            return raise_type_error("'%S' is an invalid keyword argument for enumerate()", name);
        bound[place] = args[count + i];
    }
    return true;
}

static Value enumerate_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (type == &enumerate_type ? !enumerate_bind(args, count, keywords, bound)
                                : !NATIVE_BIND("enumerate", "iterable, start=0", bound)) return 0;
    Value index = bound[1] ? object_index(bound[1]) : SMALL(0);
    Value iterator = index ? object_iter(bound[0]) : 0;
    Enumerate *enumerate = iterator ? allocate(type, &enumerate_type) : 0;
    if (!enumerate) return 0;
    enumerate->iterator = iterator;
    enumerate->index = index;
    return VALUE(enumerate);
}

bool enumerate_step(Value iterator, Value *index, Value *item) {
    Enumerate *enumerate = (Enumerate *)value_object(iterator);
    *item = object_step(enumerate->iterator);
    if (!*item) return false;
    *index = enumerate->index;
    bool small = value_is_small(*index) && *index != SMALL(SMALL_MAX);
    enumerate->index = likely(small) ? small_value(small_int(*index) + 1) : int_add(*index, SMALL(1));
    return enumerate->index != 0;
}

static Value enumerate_next(Value self) {
    Value index, item;
    return enumerate_step(self, &index, &item) ? tuple_pair(index, item) : 0;
}

static Value enumerate_py_reduce(Value self, Value *args) {
    (void)args;
    Enumerate *enumerate = (Enumerate *)value_object(self);
    Value arguments = tuple_pack(2, enumerate->iterator, enumerate->index);
    return arguments ? tuple_pack(2, VALUE(type_of(self)), arguments) : 0;
}

static const MethodDef enumerate_methods[] = {
    METHOD("__reduce__", enumerate_py_reduce, "", "How to make this iterator again."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};

Type enumerate_type = {
    .head = {&type_type},
    .name = "enumerate",
    .doc = "Gives pairs (number, item) for the items of an iterable; numbers begin at start.",
    .signature = "iterable, start=0",
    .size = sizeof(Enumerate),
    .flags = TYPE_BASE,
    .make = enumerate_make,
    .iter = iterator_self,
    .next = enumerate_next,
    .methods = enumerate_methods,
};

// --- zip and map: several iterators side by side

static Tuple *iterators_over(const Value *iterables, size_t count) {
    Value iterators = tuple_new(0, count);
    if (!iterators) return 0;
    for (size_t i = 0; i < count; i++)
        if (!(tuple_of(iterators)->items[i] = object_iter(iterables[i]))) return 0;
    return tuple_of(iterators);
}

static Value raise_unequal(const char *name, size_t index, const char *comparison) {
    return raise_value_error("%s() argument %zu is %s than argument%s%zu", name, index + 1, comparison,
                             index == 1 ? " " : "s 1-", index);
}

// The iterator at `index` is exhausted: with strict, all must be.
static Value end_of_row(const Zip *zip, size_t index, const char *name) {
    if (error_occurred() || !zip->strict) return 0;
    if (index > 0) return raise_unequal(name, index, "shorter");
    for (size_t i = 1; i < zip->iterators->count; i++) {
        if (object_next(zip->iterators->items[i])) return raise_unequal(name, i, "longer");
        if (error_occurred()) return 0;
    }
    return 0;
}

// One item of each iterator into `row`. False: exhausted, or an exception is pending.
static bool next_row(const Zip *zip, Value *row, const char *name) {
    for (size_t i = 0; i < zip->iterators->count; i++)
        if (!(row[i] = object_step(zip->iterators->items[i]))) return end_of_row(zip, i, name);
    return true;
}

static Value zip_of_iterators(Type *type, Type *exact, Value function, Tuple *iterators, Value strict) {
    int is_strict = strict ? object_truth(strict) : 0;
    Zip *zip = iterators && is_strict >= 0 ? allocate(type, exact) : 0;
    if (!zip) return 0;
    zip->function = function;
    zip->iterators = iterators;
    zip->strict = is_strict;
    return VALUE(zip);
}

bool iterator_one_keyword(const char *name, Value keywords) {
    size_t count = keywords ? tuple_count(keywords) : 0;
    return count < 2 || raise_type_error("%s() takes at most 1 keyword argument (%zu given)", name, count);
}

static Value zip_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!iterator_one_keyword("zip", keywords) || !NATIVE_BIND("zip", "*iterables, strict=False", bound)) return 0;
    Tuple *iterators = iterators_over(tuple_of(bound[0])->items, tuple_count(bound[0]));
    return zip_of_iterators(type, &zip_type, 0, iterators, bound[1]);
}

static Value zip_next(Value self) {
    Zip *zip = (Zip *)value_object(self);
    if (!zip->iterators->count) return 0;
    Value row = tuple_new(0, zip->iterators->count);
    return row && next_row(zip, tuple_of(row)->items, "zip") ? row : 0;
}

bool zip_step(Value iterator, Value row[2]) {
    return next_row((Zip *)value_object(iterator), row, "zip");
}

static Value zip_py_reduce(Value self, Value *args) {
    (void)args;
    Zip *zip = (Zip *)value_object(self);
    if (zip->strict) return tuple_pack(3, VALUE(type_of(self)), VALUE(zip->iterators), TRUE);
    return tuple_pack(2, VALUE(type_of(self)), VALUE(zip->iterators));
}

static Value zip_py_setstate(Value self, Value *args) {
    int strict = object_truth(args[0]);
    if (strict < 0) return 0;
    ((Zip *)value_object(self))->strict = strict;
    return NONE;
}

static const MethodDef zip_methods[] = {
    METHOD("__reduce__", zip_py_reduce, "", "How to make this iterator again."),
    METHOD("__setstate__", zip_py_setstate, "object, /", "Set whether it is strict."),
    METHODS_END
};

Type zip_type = {
    .head = {&type_type},
    .name = "zip",
    .doc = "Gives tuples of one item of each iterable, until the shortest is exhausted; with strict, ValueError when\n"
           "the iterables are not of one length.",
    .signature = "*iterables, strict=False",
    .size = sizeof(Zip),
    .flags = TYPE_BASE | TYPE_GIVES_ROWS,
    .make = zip_make,
    .iter = iterator_self,
    .next = zip_next,
    .methods = zip_methods,
};

static Value map_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!iterator_one_keyword("map", keywords) || !NATIVE_BIND("map", "*iterables, strict=False", bound)) return 0;
    if (count < 2) return raise_type_error("map() must have at least two arguments.");
    return zip_of_iterators(type, &map_type, args[0], iterators_over(args + 1, count - 1), bound[1]);
}

static Value map_next(Value self) {
    Zip *map = (Zip *)value_object(self);
    size_t count = map->iterators->count;
    if (count == 1) {
        Value item = object_step(map->iterators->items[0]);
        return item ? object_call(map->function, &item, 1, 0) : 0;
    }
    Value local[8], *row = count <= 8 ? local : mem_alloc(count * sizeof(Value));
    return row && next_row(map, row, "map") ? object_call(map->function, row, count, 0) : 0;
}

static Value map_py_reduce(Value self, Value *args) {
    (void)args;
    Zip *map = (Zip *)value_object(self);
    Value function = tuple_pack(1, map->function);
    Value arguments = function ? object_binary(BINARY_ADD, function, VALUE(map->iterators)) : 0;
    if (!arguments) return 0;
    if (map->strict) return tuple_pack(3, VALUE(type_of(self)), arguments, TRUE);
    return tuple_pack(2, VALUE(type_of(self)), arguments);
}

static const MethodDef map_methods[] = {
    METHOD("__reduce__", map_py_reduce, "", "How to make this iterator again."),
    METHOD("__setstate__", zip_py_setstate, "object, /", "Set whether it is strict."),
    METHODS_END
};

Type map_type = {
    .head = {&type_type},
    .name = "map",
    .doc = "Gives function(item, ...) for one item of each iterable, until the shortest is exhausted; with strict,\n"
           "ValueError when the iterables are not of one length.",
    .signature = "function, iterable, /, *iterables, strict=False",
    .size = sizeof(Zip),
    .flags = TYPE_BASE,
    .make = map_make,
    .iter = iterator_self,
    .next = map_next,
    .methods = map_methods,
};

// --- filter

typedef struct {
    Object head;
    Value function, iterator;
} Filter;

static Value filter_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND_NEW("filter", "function, iterable, /", bound)) return 0;
    Value iterator = object_iter(bound[1]);
    Filter *filter = iterator ? allocate(type, &filter_type) : 0;
    if (!filter) return 0;
    filter->function = bound[0];
    filter->iterator = iterator;
    return VALUE(filter);
}

static Value filter_next(Value self) {
    Filter *filter = (Filter *)value_object(self);
    bool plain = filter->function == NONE || filter->function == VALUE(&bool_type);
    for (Value item; (item = object_next(filter->iterator));) {
        Value verdict = plain ? item : object_call1(filter->function, item);
        if (!verdict) return 0;
        int good = object_truth(verdict);
        if (good) return good > 0 ? item : 0;
    }
    return 0;
}

static Value filter_py_reduce(Value self, Value *args) {
    (void)args;
    Filter *filter = (Filter *)value_object(self);
    Value arguments = tuple_pack(2, filter->function, filter->iterator);
    return arguments ? tuple_pack(2, VALUE(type_of(self)), arguments) : 0;
}

static const MethodDef filter_methods[] = {
    METHOD("__reduce__", filter_py_reduce, "", "How to make this iterator again."),
    METHODS_END
};

Type filter_type = {
    .head = {&type_type},
    .name = "filter",
    .doc = "Gives the items of an iterable for which function(item) is true; the items that are true, if it is None.",
    .signature = "function, iterable, /",
    .size = sizeof(Filter),
    .flags = TYPE_BASE,
    .make = filter_make,
    .iter = iterator_self,
    .next = filter_next,
    .methods = filter_methods,
};

// --- reversed: through __reversed__, else over __getitem__ from the end

static Value reversed_over_items(Type *type, Value sequence) {
    Type *kind = type_of(sequence);
    if (!kind->get_item || !type_iterates(kind) || dict_check(sequence))
        return raise_type_error("'%T' object is not reversible", sequence);
    ptrdiff_t length = object_length(sequence);
    SequenceIterator *iterator = length >= 0 ? allocate(type, &reversed_type) : 0;
    if (!iterator) return 0;
    iterator->sequence = sequence;
    iterator->index = length - 1;
    return VALUE(iterator);
}

static Value reversed_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND_NEW("reversed", "sequence, /", bound)) return 0;
    Type *kind = type_of(bound[0]);
    type_ensure_ready(kind);
    if (kind->reversed && !(kind->flags & TYPE_HEAP)) return kind->reversed(bound[0]);
    Value method = kind->flags & TYPE_HEAP ? object_find_special(bound[0], NAME(__reversed__)) : 0;
    if (method == NONE) return raise_type_error("'%T' object is not reversible", bound[0]);
    if (method) return object_call0(method);
    return error_occurred() ? 0 : reversed_over_items(type, bound[0]);
}

static Value reversed_next(Value self) {
    SequenceIterator *iterator = sequence_iterator_of(self);
    Value item = iterator->index >= 0 ? object_get_item(iterator->sequence, int_from_int64(iterator->index)) : 0;
    if (item) {
        iterator->index--;
        return item;
    }
    iterator->index = -1;
    iterator->sequence = 0;
    end_of_items();
    return 0;
}

static Value reversed_py_length_hint(Value self, Value *args) {
    (void)args;
    SequenceIterator *iterator = sequence_iterator_of(self);
    if (!iterator->sequence) return SMALL(0);
    ptrdiff_t length = object_length(iterator->sequence);
    if (length < 0) return 0;
    return int_from_int64(length < iterator->index + 1 ? 0 : iterator->index + 1);
}

static Value reversed_py_reduce(Value self, Value *args) {
    (void)args;
    SequenceIterator *iterator = sequence_iterator_of(self);
    bool at_end = iterator->index < 0;
    Value arguments = tuple_pack(1, at_end ? tuple_empty : iterator->sequence);
    if (!arguments) return 0;
    if (at_end) return tuple_pack(2, VALUE(type_of(self)), arguments);
    return tuple_pack(3, VALUE(type_of(self)), arguments, int_from_int64(iterator->index));
}

static Value reversed_py_setstate(Value self, Value *args) {
    SequenceIterator *iterator = sequence_iterator_of(self);
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    if (!iterator->sequence) return NONE;
    ptrdiff_t length = object_length(iterator->sequence);
    if (length < 0) return 0;
    iterator->index = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    return NONE;
}

static const MethodDef reversed_methods[] = {
    METHOD("__length_hint__", reversed_py_length_hint, "", "How many items are left."),
    METHOD("__reduce__", reversed_py_reduce, "", "How to make this iterator again."),
    METHOD("__setstate__", reversed_py_setstate, "object, /", "Move to an index."),
    METHODS_END
};

Type reversed_type = {
    .head = {&type_type},
    .name = "reversed",
    .doc = "Gives the items of a sequence from the last to the first.",
    .signature = "sequence, /",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_BASE,
    .make = reversed_make,
    .iter = iterator_self,
    .next = reversed_next,
    .methods = reversed_methods,
};

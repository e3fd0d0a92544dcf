// list: see list.h. Whatever may run user code (comparing, converting an index, walking an iterable) may change the list
// meanwhile; so every loop here reads `items` and `count` anew after it.
#include "objects/list.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/sequence.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "objects/tuple.h"

#define LIST_MAX ((size_t)PTRDIFF_MAX / sizeof(Value))

// --- making and growing

static List *list_make_empty(Type *type) {
    return type == &list_type ? mem_object(type, sizeof(List)) : instance_allocate(type, sizeof(List));
}

static bool reserve(List *list, size_t capacity) {
    if (capacity <= list->capacity) return true;
    if (capacity > LIST_MAX) return raise_memory_error();
    Value *items = list->capacity ? mem_realloc(list->items, list->capacity * sizeof(Value), capacity * sizeof(Value))
                                  : mem_alloc(capacity * sizeof(Value));
    if (!items) return false;
    list->items = items;
    list->capacity = capacity;
    return true;
}

Value list_with_capacity(size_t capacity) {
    List *list = list_make_empty(&list_type);
    if (!list || !reserve(list, capacity)) return 0;
    return VALUE(list);
}

// A list whose `count` items the caller fills in at once.
static Value list_unfilled(size_t count) {
    List *list = count <= LIST_MAX ? mem_object(&list_type, sizeof(List)) : (List *)raise_memory_error();
    if (!list || !count) return VALUE(list);
    list->items = mem_alloc_filled(count * sizeof(Value));
    list->count = list->capacity = count;
    return list->items ? VALUE(list) : 0;
}

static Value concat_values(const Value *a, size_t a_count, const Value *b, size_t b_count) {
    Value list = list_unfilled(a_count + b_count);
    if (!list) return 0;
    Value *items = list_of(list)->items;
    if (a_count) memcpy(items, a, a_count * sizeof(Value));
    if (b_count) memcpy(items + a_count, b, b_count * sizeof(Value));
    return list;
}

Value list_new(const Value *items, size_t count) {
    if (items) return concat_values(items, count, 0, 0);
    Value list = list_with_capacity(count);
    if (list) list_of(list)->count = count;
    return list;
}

// Room for `more` items, with slack in proportion so that appending costs constant time on average: half as much again for
// single items.
static bool grow(List *list, size_t more) {
    size_t need = list->count + more;
    if (need <= list->capacity) return true;
    size_t slack = list->count ? need + (need >> (more == 1 ? 1 : 3)) + 2 : need;
    return reserve(list, slack < 4 ? 4 : slack);
}

// Gives memory back after many removals.
static void shrink(List *list) {
    if (list->capacity <= 64 || list->count >= list->capacity / 4) return;
    size_t capacity = list->capacity / 2;
    Value *items = mem_alloc(capacity * sizeof(Value));
    if (!items) {
        error_take();
        return;
    }
    memcpy(items, list->items, list->count * sizeof(Value));
    list->items = items;
    list->capacity = capacity;
}

bool list_append_grow(List *list, Value item) {
    if (!grow(list, 1)) return false;
    list->items[list->count++] = item;
    return true;
}

bool list_insert(Value list, size_t index, Value item) {
    List *l = list_of(list);
    if (!grow(l, 1)) return false;
    memmove(l->items + index + 1, l->items + index, (l->count - index) * sizeof(Value));
    l->items[index] = item;
    l->count++;
    return true;
}

typedef Value Two __attribute__((vector_size(2 * sizeof(Value)), aligned(sizeof(Value))));

void list_reverse_values(Value *items, size_t count) {
    size_t i = 0, j = count;
    for (; i + 4 <= j; i += 2) {
        j -= 2;
        Two *front = (Two *)(items + i), *back = (Two *)(items + j), old = *front;
        *front = (Two){(*back)[1], (*back)[0]};
        *back = (Two){old[1], old[0]};
    }
    for (; i + 1 < j; i++) {
        Value item = items[i];
        items[i] = items[--j];
        items[j] = item;
    }
}

static void clear(Value list) {
    List *l = list_of(list);
    if (!l->capacity) return;
    l->items = 0;
    l->count = l->capacity = 0;
}

Value list_pop_last(Value list) {
    List *l = list_of(list);
    Value item = l->items[--l->count];
    l->items[l->count] = 0;
    if (unlikely(l->count < l->capacity / 4)) shrink(l);
    return item;
}

// Replaces items from..to by `count` values, which must not lie in the list's own storage.
static bool replace_range(List *list, size_t from, size_t to, const Value *values, size_t count) {
    size_t tail = list->count - to, old = list->count;
    if (count > to - from && !grow(list, count - (to - from))) return false;
    if (tail) memmove(list->items + from + count, list->items + to, tail * sizeof(Value));
    if (count) memcpy(list->items + from, values, count * sizeof(Value));
    list->count = from + count + tail;
    if (list->count < old) {
        memset(list->items + list->count, 0, (old - list->count) * sizeof(Value));
        shrink(list);
    }
    return true;
}

bool list_delete_range(Value list, size_t from, size_t to) {
    return to <= from || replace_range(list_of(list), from, to, 0, 0);
}

// --- from and to other kinds

static bool extend_values(List *list, const Value *values, size_t count) {
    if (!grow(list, count)) return false;
    if (count) memcpy(list->items + list->count, values, count * sizeof(Value));
    list->count += count;
    return true;
}

static bool extend_iterator(Value list, Value iterable) {
    Value iterator = object_iter(iterable);
    if (!iterator) return false;
    ptrdiff_t hint = object_length_hint(iterable, 8);
    if (hint < 0) return false;
    List *l = list_of(list);
    if (l->count == 0 && hint > 0 && (size_t)hint < LIST_MAX && !reserve(l, (size_t)hint)) return false;
    for (Value item; (item = object_step(iterator));)
        if (!list_append(list, item)) return false;
    return !error_occurred();
}

static bool extend_bytes(List *list, const ByteSpan *bytes) {
    if (!grow(list, bytes->size)) return false;
    Value *end = list->items + list->count;
    for (size_t i = 0; i < bytes->size; i++) end[i] = SMALL(bytes->data[i]);
    list->count += bytes->size;
    return true;
}

// The keys or values of a dict. Nothing here runs code of programs, and so in extend_set.
static bool extend_dict(List *list, Dict *dict, bool values) {
    if (!grow(list, dict->count)) return false;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &at));)
        list->items[list->count++] = values ? entry->value : entry->key;
    return true;
}

static bool extend_set(List *list, Set *set) {
    if (!grow(list, set->count)) return false;
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(set, &at));) list->items[list->count++] = entry->key;
    return true;
}

bool list_extend(Value list, Value iterable) {
    if (value_is(iterable, &list_type) || iterable == list) {
        List *other = list_of(iterable);
        size_t count = other->count;
        if (!grow(list_of(list), count)) return false;
        return extend_values(list_of(list), other->items, count);
    }
    if (value_is(iterable, &tuple_type))
        return extend_values(list_of(list), tuple_of(iterable)->items, tuple_count(iterable));
    if (value_is(iterable, &bytes_type) || value_is(iterable, &bytearray_type))
        return extend_bytes(list_of(list), span_of(iterable));
    Type *type = type_of(iterable);
    if (type == &dict_type) return extend_dict(list_of(list), dict_of(iterable), false);
    if (type == &set_type || type == &frozenset_type) return extend_set(list_of(list), set_of(iterable));
    if (type == &dict_values_type || type == &dict_keys_type)
        return extend_dict(list_of(list), ((DictView *)value_object(iterable))->dict, type == &dict_values_type);
    return extend_iterator(list, iterable);
}

Value list_from_iterable(Value iterable) {
    if (value_is(iterable, &list_type)) return list_new(list_of(iterable)->items, list_of(iterable)->count);
    if (value_is(iterable, &tuple_type)) return list_new(tuple_of(iterable)->items, tuple_count(iterable));
    Value list = list_with_capacity(0);
    return list && list_extend(list, iterable) ? list : 0;
}

Value list_to_tuple(Value list) {
    return tuple_new(list_of(list)->items, list_of(list)->count);
}

// --- slots: making

static Value list_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(list_make_empty(type));
}

static bool list_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (type_of(self)->new_function) keywords = 0;      // they are for __new__
    if (!NATIVE_BIND("list", "iterable=(), /", bound)) return false;
    clear(self);
    return !bound[0] || list_extend(self, bound[0]);
}

static Value list_repr(Value self) {
    List *list = list_of(self);
    if (!list->count) return str_from("[]");
    if (!mem_stack_check()) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("[...]");
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_c(&out, "[");
    for (size_t i = 0; i < list->count; i++) {
        Value text = object_repr(list->items[i]);
        if (!text) {
            repr_leave(self);
            return 0;
        }
        if (i) str_builder_add_c(&out, ", ");
        str_builder_add_str(&out, text);
    }
    repr_leave(self);
    str_builder_add_c(&out, "]");
    return str_builder_finish(&out);
}

// --- slots: comparing

static Value list_compare(Value self, Value other, CompareOp op) {
    if (!list_check(self) || !list_check(other)) return NOT_IMPLEMENTED;
    List *a = list_of(self), *b = list_of(other);
    if (a->count != b->count && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    if (!mem_stack_check()) return 0;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        Value x = a->items[i], y = b->items[i];
        int equal = key_equal(x, y);
        if (equal < 0) return 0;
        if (equal) continue;
        if (i >= a->count || i >= b->count) break;
        if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
        return object_compare(a->items[i], b->items[i], op);
    }
    return sequence_compare_lengths(a->count, b->count, op);
}

// The index of `value` at or behind `from`, below `to`; -1 with *raised telling why.
static ptrdiff_t find(List *list, Value value, size_t from, size_t to, bool *raised) {
    *raised = false;
    for (size_t i = from; i < to && i < list->count; i++) {
        int equal = key_equal(list->items[i], value);
        if (equal > 0) return (ptrdiff_t)i;
        if (equal < 0) {
            *raised = true;
            return -1;
        }
    }
    return -1;
}

static int list_contains(Value self, Value item) {
    bool raised;
    ptrdiff_t at = find(list_of(self), item, 0, SIZE_MAX, &raised);
    return raised ? -1 : at >= 0;
}

// --- slots: items and slices

static ptrdiff_t list_length(Value self) {
    return (ptrdiff_t)list_of(self)->count;
}

static Value get_slice(List *list, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return 0;
    size_t count = slice_adjust((ptrdiff_t)list->count, &start, &stop, step);
    if (step == 1) return concat_values(list->items + start, count, 0, 0);
    Value result = list_unfilled(count);
    if (!result) return 0;
    Value *to = list_of(result)->items;
    const Value *items = list->items;
    for (size_t i = 0; i < count; i++, start += step) to[i] = items[start];
    return result;
}

static Value list_get_item(Value self, Value key) {
    List *list = list_of(self);
    ptrdiff_t index;
    if (!value_is_small(key) && slice_check(key)) return get_slice(list, key);
    if (!sequence_index(key, "list", &index)) return 0;
    if (index < 0) index += (ptrdiff_t)list->count;
    if ((size_t)index >= list->count) return raise_index_error("list index out of range");
    return list->items[index];
}

// Deletes every step-th item of a slice of `count` items in one pass.
static void delete_spread(List *list, size_t start, size_t step, size_t count) {
    size_t to = start, next = start, old = list->count;
    for (size_t from = start; from < old; from++) {
        if (count && from == next) {
            next += step;
            count--;
        } else {
            list->items[to++] = list->items[from];
        }
    }
    list->count = to;
    memset(list->items + to, 0, (old - to) * sizeof(Value));
    shrink(list);
}

static bool delete_slice(List *list, Value slice) {
    ptrdiff_t start, stop, step;
    if (!slice_unpack(slice, &start, &stop, &step)) return false;
    size_t count = slice_adjust((ptrdiff_t)list->count, &start, &stop, step);
    if (!count) return true;
    if (step < 0) {
        start += step * (ptrdiff_t)(count - 1);
        step = -step;
    }
    if (step == 1) return replace_range(list, (size_t)start, (size_t)start + count, 0, 0);
    delete_spread(list, (size_t)start, (size_t)step, count);
    return true;
}

// The values to assign as a list or tuple that is not `self`.
static Value assigned_values(Value self, Value value) {
    if (value == self) return list_new(list_of(value)->items, list_of(value)->count);
    if (value_is(value, &list_type) || value_is(value, &tuple_type)) return value;
    Value iterator = object_iter(value);
    if (!iterator) {
        if (!error_clear_if(&TypeError_type)) return 0;
        return raise_type_error("must assign iterable to extended slice");
    }
    return list_from_iterable(iterator);
}

static bool set_slice(Value self, Value slice, Value value) {
    List *list = list_of(self);
    ptrdiff_t from, to, step;
    if (!slice_unpack(slice, &from, &to, &step)) return false;
    ptrdiff_t start = from, stop = to;
    slice_adjust((ptrdiff_t)list->count, &start, &stop, step);
    Value source = assigned_values(self, value);
    if (!source) return false;
    const Value *values = tuple_check(source) ? tuple_of(source)->items : list_of(source)->items;
    size_t count = tuple_check(source) ? tuple_count(source) : list_of(source)->count;
    if (step == 1) {
        size_t first = sequence_clip(start, list->count), end = sequence_clip(stop, list->count);
        return replace_range(list, first, end < first ? first : end, values, count);
    }
    size_t room = slice_adjust((ptrdiff_t)list->count, &from, &to, step);
    if (room != count)
        return raise_value_error("attempt to assign sequence of size %zu to extended slice of size %zu", count, room);
    for (size_t i = 0; i < count; i++, from += step) list->items[from] = values[i];
    return true;
}

static bool list_set_item(Value self, Value key, Value value) {
    List *list = list_of(self);
    ptrdiff_t index;
    if (!value_is_small(key) && slice_check(key)) return value ? set_slice(self, key, value) : delete_slice(list, key);
    if (!sequence_index(key, "list", &index)) return false;
    if (index < 0) index += (ptrdiff_t)list->count;
    if ((size_t)index >= list->count) return raise_index_error("list assignment index out of range");
    if (!value) return replace_range(list, (size_t)index, (size_t)index + 1, 0, 0);
    list->items[index] = value;
    return true;
}

// --- slots: + and *

static Value list_concat(Value self, Value other) {
    if (!list_check(other)) return raise_type_error("can only concatenate list (not \"%T\") to list", other);
    List *a = list_of(self), *b = list_of(other);
    return concat_values(a->items, a->count, b->items, b->count);
}

// Fills the room behind the first `count` items with copies of them, `times` in all.
static void repeat_items(Value *items, size_t count, size_t times) {
    size_t total = count * times;
    for (size_t done = count; done < total;) {
        size_t part = done <= total - done ? done : total - done;
        memcpy(items + done, items, part * sizeof(Value));
        done += part;
    }
}

static Value list_repeat(Value self, Value count) {
    size_t times;
    if (!sequence_repeat_count(count, &times)) return 0;
    List *list = list_of(self);
    if (!list->count || !times) return list_with_capacity(0);
    if (times > LIST_MAX / list->count) return raise_memory_error();
    Value result = list_unfilled(list->count * times);
    if (!result) return 0;
    memcpy(list_of(result)->items, list->items, list->count * sizeof(Value));
    repeat_items(list_of(result)->items, list->count, times);
    return result;
}

static Value list_inplace_concat(Value self, Value other) {
    return list_extend(self, other) ? self : 0;
}

static Value list_inplace_repeat(Value self, Value count) {
    size_t times;
    if (!sequence_repeat_count(count, &times)) return 0;
    List *list = list_of(self);
    if (!times) clear(self);
    if (!list->count) return self;
    if (times > LIST_MAX / list->count) return raise_memory_error();
    if (!reserve(list, list->count * times)) return 0;
    repeat_items(list->items, list->count, times);
    list->count *= times;
    return self;
}

// --- Python methods

static Value list_py_append(Value self, Value *args) {
    return list_append(self, args[0]) ? NONE : 0;
}

static Value list_py_insert(Value self, Value *args) {
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    return list_insert(self, sequence_clip(index, list_of(self)->count), args[1]) ? NONE : 0;
}

static Value list_py_extend(Value self, Value *args) {
    return list_extend(self, args[0]) ? NONE : 0;
}

// pop() of any but the last item.
static __attribute__((noinline)) Value pop_at(Value self, Value at) {
    List *list = list_of(self);
    ptrdiff_t index = -1;
    if (at && !sequence_size(at, &index)) return 0;
    if (!list->count) return raise_index_error("pop from empty list");
    if (index < 0) index += (ptrdiff_t)list->count;
    if ((size_t)index >= list->count) return raise_index_error("pop index out of range");
    if ((size_t)index == list->count - 1) return list_pop_last(self);
    Value item = list->items[index];
    return replace_range(list, (size_t)index, (size_t)index + 1, 0, 0) ? item : 0;
}

static Value list_py_pop(Value self, Value *args) {
    return !args[0] && list_of(self)->count ? list_pop_last(self) : pop_at(self, args[0]);
}

static Value list_py_remove(Value self, Value *args) {
    bool raised;
    ptrdiff_t at = find(list_of(self), args[0], 0, SIZE_MAX, &raised);
    if (raised) return 0;
    if (at < 0) return raise_value_error("list.remove(x): x not in list");
    // The comparison that said "equal" may have shortened the list.
    size_t from = sequence_clip(at, list_of(self)->count), to = sequence_clip(at + 1, list_of(self)->count);
    return list_delete_range(self, from, to) ? NONE : 0;
}

static Value list_py_index(Value self, Value *args) {
    ptrdiff_t start, stop;
    if (!sequence_bounds(args[1], args[2], &start, &stop)) return 0;
    size_t count = list_of(self)->count;
    bool raised;
    ptrdiff_t at = find(list_of(self), args[0], sequence_clip(start, count),
                        stop < 0 ? sequence_clip(stop, count) : (size_t)stop, &raised);
    if (raised) return 0;
    return at >= 0 ? small_value(at) : raise_value_error("list.index(x): x not in list");
}

static Value list_py_count(Value self, Value *args) {
    List *list = list_of(self);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        int equal = key_equal(list->items[i], args[0]);
        if (equal < 0) return 0;
        count += (size_t)equal;
    }
    return small_value((int64_t)count);
}

static Value list_py_clear(Value self, Value *args) {
    (void)args;
    clear(self);
    return NONE;
}

static Value list_py_copy(Value self, Value *args) {
    (void)args;
    return list_new(list_of(self)->items, list_of(self)->count);
}

static Value list_py_reverse(Value self, Value *args) {
    (void)args;
    List *list = list_of(self);
    list_reverse_values(list->items, list->count);
    return NONE;
}

static Value list_py_sort(Value self, Value *args) {
    int reverse = args[1] ? object_truth(args[1]) : 0;
    if (reverse < 0) return 0;
    return list_sort(self, args[0], reverse) ? NONE : 0;
}

static Value list_py_sizeof(Value self, Value *args) {
    (void)args;
    return small_value((int64_t)(sizeof(List) + 8 + list_of(self)->capacity * sizeof(Value)));
}

static const MethodDef list_methods[] = {
    METHOD("clear", list_py_clear, "", "Remove all items."),
    METHOD("copy", list_py_copy, "", "A new list of the same items."),
    METHOD("append", list_py_append, "object, /", "Append object to the end of the list."),
    METHOD("insert", list_py_insert, "index, object, /", "Insert object before index."),
    METHOD("extend", list_py_extend, "iterable, /", "Append every element of the iterable."),
    METHOD("pop", list_py_pop, "index=-1, /", "Remove the item at index and return it. IndexError if there is none."),
    METHOD("remove", list_py_remove, "value, /", "Remove the first item equal to value. ValueError if there is none."),
    METHOD("index", list_py_index, "value, start=0, stop=sys.maxsize, /",
           "Index of the first item equal to value. ValueError if there is none."),
    METHOD("count", list_py_count, "value, /", "How many items equal value."),
    METHOD("reverse", list_py_reverse, "", "Reverse the order of the items in place."),
    METHOD("sort", list_py_sort, "*, key=None, reverse=False",
           "Sort the items in place, in ascending order or, with reverse, in descending order; equal items keep\n"
           "their order. key is called once for each item and its results are compared in the items' stead."),
    METHOD("__sizeof__", list_py_sizeof, "", "Size in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "list[T] for type hints."),
    METHODS_END
};

// --- iterators

static Value iterator_new(Type *type, Value list, size_t index) {
    ListIterator *iterator = mem_object(type, sizeof(ListIterator));
    if (!iterator) return 0;
    iterator->list = list_of(list);
    iterator->index = index;
    return VALUE(iterator);
}

static Value list_iter(Value self) {
    return iterator_new(&list_iterator_type, self, 0);
}

static Value list_reversed(Value self) {
    return iterator_new(&list_reverse_iterator_type, self, list_of(self)->count);
}

static ListIterator *list_iterator_of(Value v) {
    return (ListIterator *)value_object(v);
}

static Value list_iterator_next(Value self) {
    ListIterator *iterator = list_iterator_of(self);
    List *list = iterator->list;
    if (list && iterator->index < list->count) return list->items[iterator->index++];
    iterator->list = 0;
    return 0;
}

static Value list_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    ListIterator *iterator = list_iterator_of(self);
    List *list = iterator->list;
    return small_value(list && list->count > iterator->index ? (int64_t)(list->count - iterator->index) : 0);
}

static Value list_iterator_py_setstate(Value self, Value *args) {
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    ListIterator *iterator = list_iterator_of(self);
    if (iterator->list) iterator->index = sequence_clip(index < 0 ? 0 : index, iterator->list->count);
    return NONE;
}

static Value list_reverse_iterator_next(Value self) {
    ListIterator *iterator = list_iterator_of(self);
    List *list = iterator->list;
    if (list && iterator->index && iterator->index <= list->count) return list->items[--iterator->index];
    iterator->list = 0;
    return 0;
}

static Value list_reverse_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    ListIterator *iterator = list_iterator_of(self);
    bool alive = iterator->list && iterator->index <= iterator->list->count;
    return small_value(alive ? (int64_t)iterator->index : 0);
}

static Value list_reverse_iterator_py_setstate(Value self, Value *args) {
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    ListIterator *iterator = list_iterator_of(self);
    if (iterator->list) iterator->index = sequence_clip(index < -1 ? 0 : index + 1, iterator->list->count);
    return NONE;
}

static const MethodDef list_iterator_methods[] = {
    METHOD("__length_hint__", list_iterator_py_length_hint, "", "How many items are left."),
    METHOD("__setstate__", list_iterator_py_setstate, "object, /", "Move to an index."),
    METHODS_END
};

static const MethodDef list_reverse_iterator_methods[] = {
    METHOD("__length_hint__", list_reverse_iterator_py_length_hint, "", "How many items are left."),
    METHOD("__setstate__", list_reverse_iterator_py_setstate, "object, /", "Move to an index."),
    METHODS_END
};

Type list_iterator_type = {
    .head = {&type_type},
    .name = "list_iterator",
    .doc = "Iterates over a list.",
    .size = sizeof(ListIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = list_iterator_next,
    .methods = list_iterator_methods,
};

Type list_reverse_iterator_type = {
    .head = {&type_type},
    .name = "list_reverseiterator",
    .doc = "Iterates over a list from its end.",
    .size = sizeof(ListIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = list_reverse_iterator_next,
    .methods = list_reverse_iterator_methods,
};

Type list_type = {
    .head = {&type_type},
    .name = "list",
    .doc = "A mutable sequence of any objects. list() is empty, list(iterable) has the iterable's items.",
    .signature = "iterable=(), /",
    .size = sizeof(List),
    .flags = TYPE_BASE | TYPE_IS_LIST | TYPE_SEQUENCE_PATTERN | TYPE_MATCH_SELF,
    .make = list_make,
    .init = list_init,
    .repr = list_repr,
    .compare = list_compare,
    .iter = list_iter,
    .reversed = list_reversed,
    .length = list_length,
    .get_item = list_get_item,
    .set_item = list_set_item,
    .contains = list_contains,
    .concat = list_concat,
    .repeat = list_repeat,
    .inplace_concat = list_inplace_concat,
    .inplace_repeat = list_inplace_repeat,
    .methods = list_methods,
};

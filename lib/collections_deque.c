// deque: a sequence that grows and shrinks at both ends, optionally never beyond `limit` items.
//
// The items lie in a ring: item i is at (first + i) modulo the capacity, a power of two. Places out of use
// are 0. `state` changes with every change but that of an item, so that iterators and searches notice.
#include "lib/collections.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    Object head;
    Value *items;               // 0 while nothing was added
    size_t capacity, first, count;
    ptrdiff_t limit;            // -1: none
    uint64_t state;
} Deque;

static Deque *deque_of(Value v) { return (Deque *)value_object(v); }

static bool is_deque(Value v) { return object_is_instance(v, &deque_type); }

static Value *place(const Deque *deque, size_t index) {
    return &deque->items[(deque->first + index) & (deque->capacity - 1)];
}

// --- growing and shrinking

#define CAPACITY_FIRST 16

// Copies `count` items from an index on.
static void copy_out(const Deque *deque, size_t from, size_t count, Value *to) {
    if (!count) return;
    Value *start = place(deque, from), *end = deque->items + deque->capacity;
    size_t straight = (size_t)(end - start) < count ? (size_t)(end - start) : count;
    memcpy(to, start, straight * sizeof(Value));
    memcpy(to + straight, deque->items, (count - straight) * sizeof(Value));
}

static bool reserve(Deque *deque, size_t count) {
    size_t capacity = deque->capacity ? deque->capacity : CAPACITY_FIRST;
    if (count <= deque->capacity) return true;
    if (count > PTRDIFF_MAX / sizeof(Value)) return raise_memory_error();
    while (capacity < count) capacity *= 2;
    Value *items = mem_alloc_filled(capacity * sizeof *items);
    if (!items) return false;
    copy_out(deque, 0, deque->count, items);
    memset(items + deque->count, 0, (capacity - deque->count) * sizeof(Value));
    deque->items = items;
    deque->capacity = capacity;
    deque->first = 0;
    return true;
}

static bool grow(Deque *deque) { return reserve(deque, deque->count + 1); }

static Value take_first(Deque *deque) {
    Value item = *place(deque, 0);
    *place(deque, 0) = 0;
    deque->first = (deque->first + 1) & (deque->capacity - 1);
    deque->count--;
    deque->state++;
    return item;
}

static Value take_last(Deque *deque) {
    Value item = *place(deque, deque->count - 1);
    *place(deque, --deque->count) = 0;
    deque->state++;
    return item;
}

static inline bool is_beyond_limit(const Deque *deque) {
    return deque->limit >= 0 && deque->count > (size_t)deque->limit;
}

static bool add_last(Deque *deque, Value item) {
    if (unlikely(deque->count == deque->capacity) && !grow(deque)) return false;
    *place(deque, deque->count++) = item;
    deque->state++;
    if (is_beyond_limit(deque)) take_first(deque);
    return true;
}

static bool add_first(Deque *deque, Value item) {
    if (unlikely(deque->count == deque->capacity) && !grow(deque)) return false;
    deque->first = (deque->first - 1) & (deque->capacity - 1);
    *place(deque, 0) = item;
    deque->count++;
    deque->state++;
    if (is_beyond_limit(deque)) take_last(deque);
    return true;
}

static void clear(Deque *deque) {
    deque->items = 0;
    deque->capacity = deque->first = deque->count = 0;
    deque->state++;
}

// Adds values that do not lie in the deque, if there is no limit: at the right end, or at the left one, the last one first.
static bool add_all(Deque *deque, const Value *values, size_t count, bool left) {
    if (!reserve(deque, deque->count + count)) return false;
    if (left) {
        deque->first = (deque->first - count) & (deque->capacity - 1);
        deque->count += count;
        deque->state++;
        for (size_t i = 0; i < count; i++) *place(deque, count - 1 - i) = values[i];
        return true;
    }
    size_t end = (deque->first + deque->count) & (deque->capacity - 1);
    size_t straight = deque->capacity - end < count ? deque->capacity - end : count;
    memcpy(deque->items + end, values, straight * sizeof(Value));
    memcpy(deque->items, values + straight, (count - straight) * sizeof(Value));
    deque->count += count;
    deque->state++;
    return true;
}

static bool extend(Deque *deque, Value iterable, bool (*add)(Deque *, Value)) {
    if (type_of(iterable) == &deque_type) {
        Deque *other = deque_of(iterable);
        if (!other->count) return true;
        if (!(iterable = list_new(0, other->count))) return false;
        copy_out(other, 0, other->count, list_of(iterable)->items);
    } else if (iterable == VALUE(deque) && !(iterable = list_from_iterable(iterable))) {
        return false;
    }
    if (deque->limit < 0) {
        if (value_is(iterable, &list_type) && list_of(iterable)->count)
            return add_all(deque, list_of(iterable)->items, list_of(iterable)->count, add == add_first);
        if (value_is(iterable, &tuple_type) && tuple_count(iterable))
            return add_all(deque, tuple_of(iterable)->items, tuple_count(iterable), add == add_first);
    }
    Value iterator = object_iter(iterable);
    if (!iterator) return false;
    for (Value item; (item = object_step(iterator));) {
        if (!add(deque, item)) return false;
    }
    return !error_occurred();
}

// Turns the ring the shorter way round, by as many items at once as lie in one piece.
static void rotate(Deque *deque, ptrdiff_t steps) {
    ptrdiff_t count = (ptrdiff_t)deque->count;
    if (count < 2 || !(steps %= count)) return;
    if (steps < 0) steps += count;
    size_t mask = deque->capacity - 1, left = (size_t)steps;
    deque->state++;
    if (deque->count == deque->capacity) {      // no item needs to move
        deque->first = (deque->first - left) & mask;
        return;
    }
    // As many at once as lie in one piece, go to one piece, and fit into the free places.
    bool right = steps <= count / 2;
    for (left = right ? left : deque->count - left; left;) {
        size_t end = (deque->first + deque->count) & mask, part = deque->capacity - deque->count;
        size_t from_room = right ? (end ? end : deque->capacity) : deque->capacity - deque->first;
        size_t to_room = right ? (deque->first ? deque->first : deque->capacity) : deque->capacity - end;
        if (part > left) part = left;
        if (part > from_room) part = from_room;
        if (part > to_room) part = to_room;
        Value *from = deque->items + (right ? (end - part) & mask : deque->first);
        Value *to = deque->items + (right ? (deque->first - part) & mask : end);
        memcpy(to, from, part * sizeof(Value));
        memset(from, 0, part * sizeof(Value));
        deque->first = (right ? deque->first - part : deque->first + part) & mask;
        left -= part;
    }
}

// Takes out the item at an index, moving those on its shorter side.
static void delete_at(Deque *deque, size_t index) {
    if (index < deque->count / 2) {
        for (size_t i = index; i > 0; i--) *place(deque, i) = *place(deque, i - 1);
        take_first(deque);
    } else {
        for (size_t i = index; i + 1 < deque->count; i++) *place(deque, i) = *place(deque, i + 1);
        take_last(deque);
    }
}

static bool insert_at(Deque *deque, size_t index, Value item) {
    if (index < deque->count / 2) {
        if (!add_first(deque, item)) return false;
        for (size_t i = 0; i < index; i++) *place(deque, i) = *place(deque, i + 1);
    } else {
        if (!add_last(deque, item)) return false;
        for (size_t i = deque->count - 1; i > index; i--) *place(deque, i) = *place(deque, i - 1);
    }
    *place(deque, index) = item;
    return true;
}

// --- making

static Value deque_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    Value self = instance_new(type);
    if (self) deque_of(self)->limit = -1;
    return self;
}

static bool deque_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("deque", "iterable=(), maxlen=None", bound)) return false;
    Deque *deque = deque_of(self);
    ptrdiff_t limit = -1;
    if (bound[1] && bound[1] != NONE) {
        if (!int_check(bound[1])) return raise_type_error("an integer is required");
        if (!sequence_size(bound[1], &limit)) return false;
        if (limit < 0) return raise_value_error("maxlen must be non-negative");
    }
    deque->limit = limit;
    if (deque->count) clear(deque);
    return !bound[0] || extend(deque, bound[0], add_last);
}

static Value limit_value(const Deque *deque) { return deque->limit < 0 ? NONE : small_value(deque->limit); }

// Another one of the same class and limit.
static Value copy(Value self) {
    Deque *deque = deque_of(self);
    Value made;
    if (type_of(self) == &deque_type) {
        made = deque_make(&deque_type, 0, 0, 0);
        if (!made || !reserve(deque_of(made), deque->count)) return 0;
        copy_out(deque, 0, deque->count, deque_of(made)->items);
        deque_of(made)->count = deque->count;
        deque_of(made)->limit = deque->limit;
        return made;
    }
    made =
        object_call(VALUE(type_of(self)), (Value[]){self, limit_value(deque)}, deque->limit < 0 ? 1 : 2, 0);
    if (made && !is_deque(made)) return raise_type_error("%T() must return a deque, not %T", self, made);
    return made;
}

// --- slots

static Value deque_repr(Value self) {
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("[...]");
    Value name = type_name(type_of(self)), items = list_from_iterable(self), text = 0;
    if (name && items) {
        if (deque_of(self)->limit < 0) text = str_format("%S(%R)", name, items);
        else text = str_format("%S(%R, maxlen=%zd)", name, items, deque_of(self)->limit);
    }
    repr_leave(self);
    return text;
}

static bool raise_mutated(void) { return raise_runtime_error("deque mutated during iteration"); }

// The first two items that differ; they are 0 when one deque begins with the other. False: raised.
static bool first_difference(Deque *a, Deque *b, Value *x, Value *y) {
    uint64_t a_state = a->state, b_state = b->state;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int equal = key_equal(*x = *place(a, i), *y = *place(b, i));
        if (equal <= 0) return equal == 0;
        if (a->state != a_state || b->state != b_state) return raise_mutated();
    }
    *x = *y = 0;
    return true;
}

static Value deque_compare(Value self, Value other, CompareOp op) {
    if (!is_deque(self) || !is_deque(other)) return NOT_IMPLEMENTED;
    Deque *a = deque_of(self), *b = deque_of(other);
    if (a->count != b->count && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    Value x, y;
    if (!first_difference(a, b, &x, &y)) return 0;
    if (!x) return sequence_compare_lengths(a->count, b->count, op);
    if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(op == COMPARE_NE);
    return object_compare(x, y, op);
}

static ptrdiff_t deque_length(Value self) { return (ptrdiff_t)deque_of(self)->count; }

// The place of an index of Python's; 0: raised.
static Value *find_place(Deque *deque, Value key) {
    ptrdiff_t index;
    if (!sequence_has_index(key))
        return raise_type_error("sequence index must be integer, not '%T'", key), (Value *)0;
    if (!sequence_index(key, "sequence", &index)) return 0;
    if (index < 0) index += (ptrdiff_t)deque->count;
    if (index < 0 || (size_t)index >= deque->count)
        return raise_index_error("deque index out of range"), (Value *)0;
    return place(deque, (size_t)index);
}

static Value deque_get_item(Value self, Value key) {
    Value *at = find_place(deque_of(self), key);
    return at ? *at : 0;
}

static bool deque_set_item(Value self, Value key, Value value) {
    Deque *deque = deque_of(self);
    Value *at = find_place(deque, key);
    if (!at) return false;
    if (value) *at = value;
    else delete_at(deque, ((size_t)(at - deque->items) - deque->first) & (deque->capacity - 1));
    return true;
}

// The first index from `from` before `to` whose item equals v; -1: none, or raised. To remove what was found, it must still be
// there.
static ptrdiff_t find(Deque *deque, Value v, size_t from, size_t to, bool to_remove) {
    uint64_t state = deque->state;
    for (size_t i = from; i < to && i < deque->count; i++) {
        int equal = key_equal(*place(deque, i), v);
        bool changed = deque->state != state;
        if (equal < 0) return -1;
        if (equal && !(changed && to_remove)) return (ptrdiff_t)i;
        if (changed) {
            raise_format(to_remove ? &IndexError_type : &RuntimeError_type, "deque mutated during iteration");
            return -1;
        }
    }
    return -1;
}

static int deque_contains(Value self, Value item) {
    ptrdiff_t at = find(deque_of(self), item, 0, SIZE_MAX, false);
    return at >= 0 ? 1 : error_occurred() ? -1 : 0;
}

static Value deque_concat(Value self, Value other) {
    if (!is_deque(other)) return raise_type_error("can only concatenate deque (not \"%T\") to deque", other);
    Value result = copy(self);
    return result && extend(deque_of(result), other, add_last) ? result : 0;
}

static Value deque_inplace_concat(Value self, Value other) {
    return extend(deque_of(self), other, add_last) ? self : 0;
}

static Value repeat(Value self, size_t times) {
    Deque *deque = deque_of(self);
    size_t count = deque->count, most;
    if (times == 1 || count == 0) return self;
    if (times == 0) return clear(deque), self;
    // With a limit more rounds than fill it change nothing but the place where the last one begins.
    if (deque->limit >= 0 && times > (size_t)deque->limit / count + 1)
        times = (size_t)deque->limit / count + 1;
    if (__builtin_mul_overflow(count, times, &most)) return raise_memory_error();
    size_t room = deque->limit >= 0 && most > (size_t)deque->limit ? (size_t)deque->limit + 1 : most;
    if (!reserve(deque, room)) return 0;
    Value items = list_from_iterable(self);
    if (!items) return 0;
    for (size_t i = count; i < most; i++) {
        if (!add_last(deque, list_of(items)->items[i % count])) return 0;
    }
    return self;
}

static Value deque_repeat(Value self, Value factor) {
    if (!sequence_has_index(factor))
        return raise_type_error("can't multiply sequence by non-int of type '%T'", factor);
    size_t times;
    Value result = sequence_repeat_count(factor, &times) ? copy(self) : 0;
    return result ? repeat(result, times) : 0;
}

static Value deque_inplace_repeat(Value self, Value factor) {
    size_t times;
    return sequence_repeat_count(factor, &times) ? repeat(self, times) : 0;
}

// --- iterators

typedef struct {
    Object head;
    Deque *deque;
    size_t index, left;         // of the next item, from the end it begins at; items still to come
    uint64_t state;
    bool backwards;
} DequeIterator;

static Type deque_iterator_type, deque_reverse_iterator_type;

static DequeIterator *iterator_of(Value v) { return (DequeIterator *)value_object(v); }

static Value iterator_new(Type *type, Deque *deque) {
    DequeIterator *iterator = mem_object(type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->deque = deque;
    iterator->left = deque->count;
    iterator->state = deque->state;
    iterator->backwards = type == &deque_reverse_iterator_type;
    return VALUE(iterator);
}

static Value deque_iter(Value self) { return iterator_new(&deque_iterator_type, deque_of(self)); }
static Value deque_reversed(Value self) { return iterator_new(&deque_reverse_iterator_type, deque_of(self)); }

static Value iterator_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!count && !keywords) return raise_type_error("function takes at least 1 argument (0 given)");
    if (!NATIVE_BIND("function", "deque, index=0, /", bound)) return 0;
    if (!is_deque(bound[0]))
        return raise_type_error("argument 1 must be collections.deque, not %P", bound[0]);
    ptrdiff_t index = 0;
    if (bound[1] && !sequence_size(bound[1], &index)) return 0;
    Value self = iterator_new(type, deque_of(bound[0]));
    for (; self && index > 0 && iterator_of(self)->left; index--)
        iterator_of(self)->index++, iterator_of(self)->left--;
    return self;
}

static Value iterator_next(Value self) {
    DequeIterator *iterator = iterator_of(self);
    if (iterator->backwards && !iterator->left) return 0;
    if (iterator->deque->state != iterator->state) {
        iterator->left = 0;
        return raise_mutated(), 0;
    }
    if (!iterator->left) return 0;
    iterator->left--;
    size_t index = iterator->index++;
    return *place(iterator->deque, iterator->backwards ? iterator->left : index);
}

static Value iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    return small_value((int64_t)iterator_of(self)->left);
}

static Value iterator_py_reduce(Value self, Value *args) {
    (void)args;
    DequeIterator *iterator = iterator_of(self);
    Value arguments = tuple_pack(2, VALUE(iterator->deque),
                                 small_value((int64_t)(iterator->deque->count - iterator->left)));
    return arguments ? tuple_pack(2, VALUE(type_of(self)), arguments) : 0;
}

static const MethodDef iterator_methods[] = {
    METHOD("__length_hint__", iterator_py_length_hint, "", "How many items are left."),
    METHOD("__reduce__", iterator_py_reduce, "", "How to make this iterator again."),
    METHODS_END
};

static Type deque_iterator_type = {
    .head = {&type_type},
    .name = "collections._deque_iterator",
    .size = sizeof(DequeIterator),
    .make = iterator_make,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

static Type deque_reverse_iterator_type = {
    .head = {&type_type},
    .name = "collections._deque_reverse_iterator",
    .size = sizeof(DequeIterator),
    .make = iterator_make,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

// --- Python methods

static Value deque_py_append(Value self, Value *args) { return add_last(deque_of(self), args[0]) ? NONE : 0; }
static Value deque_py_appendleft(Value self, Value *args) {
    return add_first(deque_of(self), args[0]) ? NONE : 0;
}
static Value deque_py_extend(Value self, Value *args) {
    return extend(deque_of(self), args[0], add_last) ? NONE : 0;
}
static Value deque_py_extendleft(Value self, Value *args) {
    return extend(deque_of(self), args[0], add_first) ? NONE : 0;
}

static Value deque_py_pop(Value self, Value *args) {
    (void)args;
    return deque_of(self)->count ? take_last(deque_of(self)) : raise_index_error("pop from an empty deque");
}

static Value deque_py_popleft(Value self, Value *args) {
    (void)args;
    return deque_of(self)->count ? take_first(deque_of(self)) : raise_index_error("pop from an empty deque");
}

static Value deque_py_clear(Value self, Value *args) {
    (void)args;
    clear(deque_of(self));
    return NONE;
}

static Value deque_py_copy(Value self, Value *args) {
    (void)args;
    return copy(self);
}

static Value deque_py_count(Value self, Value *args) {
    Deque *deque = deque_of(self);
    uint64_t state = deque->state;
    int64_t found = 0;
    for (size_t i = 0; i < deque->count; i++) {
        int equal = key_equal(*place(deque, i), args[0]);
        if (equal < 0) return 0;
        if (deque->state != state) return raise_mutated(), 0;
        found += equal;
    }
    return small_value(found);
}

static Value deque_py_index(Value self, Value *args) {
    Deque *deque = deque_of(self);
    ptrdiff_t from, to, count = (ptrdiff_t)deque->count;
    if (!sequence_bounds(args[1], args[2], &from, &to)) return 0;
    if (!args[2]) to = count;
    ptrdiff_t at = find(deque, args[0], sequence_clip(from, deque->count), sequence_clip(to, deque->count),
                        false);
    if (at >= 0) return small_value(at);
    return error_occurred() ? 0 : raise_value_error("deque.index(x): x not in deque");
}

static Value deque_py_insert(Value self, Value *args) {
    Deque *deque = deque_of(self);
    ptrdiff_t index;
    if (!sequence_size(args[0], &index)) return 0;
    if (deque->limit >= 0 && deque->count >= (size_t)deque->limit) {
        return raise_index_error("deque already at its maximum size");
    }
    return insert_at(deque, sequence_clip(index, deque->count), args[1]) ? NONE : 0;
}

static Value deque_py_remove(Value self, Value *args) {
    ptrdiff_t at = find(deque_of(self), args[0], 0, SIZE_MAX, true);
    if (at < 0) return error_occurred() ? 0 : raise_value_error("deque.remove(x): x not in deque");
    delete_at(deque_of(self), (size_t)at);
    return NONE;
}

static Value deque_py_reverse(Value self, Value *args) {
    (void)args;
    Deque *deque = deque_of(self);
    for (size_t i = 0, j = deque->count; i + 1 < j--; i++) {
        Value item = *place(deque, i);
        *place(deque, i) = *place(deque, j);
        *place(deque, j) = item;
    }
    return NONE;
}

static Value deque_py_rotate(Value self, Value *args) {
    ptrdiff_t steps = 1;
    if (args[0] && !sequence_size(args[0], &steps)) return 0;
    rotate(deque_of(self), steps);
    return NONE;
}

static Value deque_py_reduce(Value self, Value *args) {
    (void)args;
    Deque *deque = deque_of(self);
    Value state = object_call_method(self, intern("__getstate__"), 0, 0),
          iterator = state ? object_iter(self) : 0;
    Value arguments = deque->limit < 0 ? tuple_empty : tuple_pack(2, tuple_empty, limit_value(deque));
    return iterator && arguments ? tuple_pack(4, VALUE(type_of(self)), arguments, state, iterator) : 0;
}

static Value deque_py_sizeof(Value self, Value *args) {
    (void)args;
    return small_value((int64_t)(sizeof(Deque) + deque_of(self)->capacity * sizeof(Value)));
}

static Value deque_get_maxlen(Value self) { return limit_value(deque_of(self)); }

static const MethodDef deque_methods[] = {
    METHOD("append", deque_py_append, "item, /", "Add an item at the right end."),
    METHOD("appendleft", deque_py_appendleft, "item, /", "Add an item at the left end."),
    METHOD("clear", deque_py_clear, "", "Remove all items."),
    METHOD("copy", deque_py_copy, "", "A deque with the same items and limit."),
    METHOD("__copy__", deque_py_copy, "", "A deque with the same items and limit."),
    METHOD("count", deque_py_count, "value, /", "How many items are equal to the value."),
    METHOD("extend", deque_py_extend, "iterable, /", "Add the items of an iterable at the right end."),
    METHOD("extendleft", deque_py_extendleft, "iterable, /",
           "Add the items of an iterable at the left end, one after the other."),
    METHOD("index", deque_py_index, "value, start=0, stop=sys.maxsize, /",
           "The index of the first item equal to the value; ValueError when there is none."),
    METHOD("insert", deque_py_insert, "index, value, /", "Put a value before the item at the index."),
    METHOD("pop", deque_py_pop, "", "Remove the rightmost item and return it."),
    METHOD("popleft", deque_py_popleft, "", "Remove the leftmost item and return it."),
    METHOD("remove", deque_py_remove, "value, /",
           "Remove the first item equal to the value; ValueError when there is none."),
    METHOD("reverse", deque_py_reverse, "", "Turn the order round, in place."),
    METHOD("rotate", deque_py_rotate, "n=1, /",
           "Move n items from the right end to the left one; the other way when n is negative."),
    METHOD("__reduce__", deque_py_reduce, "", "How to make this deque again."),
    METHOD("__sizeof__", deque_py_sizeof, "", "Size in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /",
                 "deque[T] for type hints."),
    METHODS_END
};

static const AttributeDef deque_attributes[] = {
    {"maxlen", deque_get_maxlen, 0, "The most items that it holds, or None."},
    {0},
};

Type deque_type = {
    .head = {&type_type},
    .name = "collections.deque",
    .doc = "A sequence that is quick to change at both ends.",
    .signature = "iterable=(), maxlen=None",
    .size = sizeof(Deque),
    .flags = TYPE_BASE | TYPE_SEQUENCE_PATTERN | TYPE_WEAK,
    .make = deque_make,
    .init = deque_init,
    .repr = deque_repr,
    .compare = deque_compare,
    .iter = deque_iter,
    .reversed = deque_reversed,
    .length = deque_length,
    .get_item = deque_get_item,
    .set_item = deque_set_item,
    .contains = deque_contains,
    .concat = deque_concat,
    .repeat = deque_repeat,
    .inplace_concat = deque_inplace_concat,
    .inplace_repeat = deque_inplace_repeat,
    .methods = deque_methods,
    .attributes = deque_attributes,
};

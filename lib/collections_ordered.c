// OrderedDict: a dict, which is ordered anyway, with what changes the order and with comparison that minds
// it.
//
// The order is that of the dict's entries. Where a class overrides methods, update(), setdefault() and the
// constructor go through them.
#include "lib/collections.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame.h"

static bool is_ordered(Value v) { return object_is_instance(v, &ordered_dict_type); }
static bool is_exact(Value v) { return value_is(v, &ordered_dict_type); }

// value 0: delete. Hashing fails with its own message here, not with dict's.
static bool ordered_set_item(Value self, Value key, Value value) {
    int64_t hash = key_hash(key);
    if (hash == -1) return false;
    if (value) return dict_set_hashed(dict_of(self), key, hash, value);
    int deleted = dict_delete_hashed(dict_of(self), key, hash);
    return deleted > 0 || (deleted == 0 && raise_key_error(key));
}

static bool set_item(Value self, Value key, Value value) {
    return is_exact(self) ? ordered_set_item(self, key, value) : object_set_item(self, key, value);
}

// --- updating

// One pair, which may be any iterable of two.
static bool update_from_pair(Value self, Value pair) {
    Value iterator = object_iter(pair), parts[3];
    if (!iterator) return false;
    for (int i = 0; i < 3; i++) {
        parts[i] = object_next(iterator);
        if (!parts[i] && error_occurred()) return false;
        if (!parts[i] && i < 2)
            return raise_value_error("need more than %d value%s to unpack", i, i == 1 ? "" : "s");
        if (!parts[i]) break;
    }
    if (parts[2]) return raise_value_error("too many values to unpack (expected 2)");
    return set_item(self, parts[0], parts[1]);
}

static bool update_from_pairs(Value self, Value pairs) {
    Value iterator = object_iter(pairs);
    if (!iterator) return false;
    for (Value pair; (pair = object_next(iterator));) {
        if (!update_from_pair(self, pair)) return false;
    }
    return !error_occurred();
}

static bool update_from_keys(Value self, Value mapping, Value keys_method) {
    Value keys = object_call0(keys_method), iterator = keys ? object_iter(keys) : 0;
    if (!iterator) return false;
    for (Value key; (key = object_next(iterator));) {
        Value value = object_get_item(mapping, key);
        if (!value || !set_item(self, key, value)) return false;
    }
    return !error_occurred();
}

static bool update_from(Value self, Value other) {
    if (is_exact(self) && (value_is(other, &dict_type) || is_exact(other)))
        return dict_set_all(dict_of(self), dict_of(other));
    bool found;
    Value keys = object_find_attribute(other, NAME(keys), &found);
    if (error_occurred()) return false;
    if (found) return update_from_keys(self, other, keys);
    Value items = object_find_attribute(other, NAME(items), &found);
    if (error_occurred()) return false;
    Value pairs = found ? object_call0(items) : other;
    return pairs && update_from_pairs(self, pairs);
}

static bool update_with(Value self, Value positional, Value named) {
    size_t count = tuple_count(positional);
    if (count > 1) return raise_type_error("expected at most 1 argument, got %zu", count);
    return (!count || update_from(self, tuple_get(positional, 0))) &&
           (!dict_of(named)->count || update_from(self, named));
}

static bool ordered_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("OrderedDict", "*args, **kwargs", bound)) return false;
    return update_with(self, bound[0], bound[1]);
}

// --- iterators: they notice any change of the order, unlike those of dict

typedef enum { GIVES_KEYS, GIVES_VALUES, GIVES_ITEMS } Gives;

typedef struct {
    Object head;
    Dict *dict;                 // 0 when exhausted
    uint64_t version;
    size_t at;
    Gives gives;
    bool backwards;
} OrderedIterator;

static Type ordered_iterator_type;

static Value iterator_new(Dict *dict, Gives gives, bool backwards) {
    OrderedIterator *iterator = mem_object(&ordered_iterator_type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->dict = dict;
    iterator->version = dict->version;
    iterator->at = backwards ? dict->used : 0;
    iterator->gives = gives;
    iterator->backwards = backwards;
    return VALUE(iterator);
}

static Value iterator_next(Value self) {
    OrderedIterator *iterator = (OrderedIterator *)value_object(self);
    Dict *dict = iterator->dict;
    if (!dict) return 0;
    if (dict->version != iterator->version) {
        iterator->dict = 0;
        return raise_runtime_error("OrderedDict mutated during iteration");
    }
    DictEntry *entry =
        iterator->backwards ? dict_previous(dict, &iterator->at) : dict_next(dict, &iterator->at);
    if (!entry) return iterator->dict = 0, 0;
    if (iterator->gives == GIVES_ITEMS) return tuple_pair(entry->key, entry->value);
    return iterator->gives == GIVES_KEYS ? entry->key : entry->value;
}

static Value iterator_py_reduce(Value self, Value *args) {
    (void)args;
    OrderedIterator copy = *(OrderedIterator *)value_object(self);
    Value rest = list_with_capacity(0);
    OrderedIterator *walker = mem_object(&ordered_iterator_type, sizeof *walker);
    if (!rest || !walker) return 0;
    *walker = copy;
    for (Value item; (item = iterator_next(VALUE(walker)));) {
        if (!list_append(rest, item)) return 0;
    }
    Value arguments = error_occurred() ? 0 : tuple_pack(1, rest);
    Value iter = arguments ? object_get_item(machine.builtins, intern("iter")) : 0;
    return iter ? tuple_pack(2, iter, arguments) : 0;
}

static const MethodDef iterator_methods[] = {
    METHOD("__reduce__", iterator_py_reduce, "", "How to make this iterator again."),
    METHODS_END
};

static Type ordered_iterator_type = {
    .head = {&type_type},
    .name = "odict_iterator",
    .size = sizeof(OrderedIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

// --- views: those of dict but for their iterators

static Dict *viewed(Value view) { return ((DictView *)value_object(view))->dict; }

static Value keys_iter(Value self) { return iterator_new(viewed(self), GIVES_KEYS, false); }
static Value keys_reversed(Value self) { return iterator_new(viewed(self), GIVES_KEYS, true); }
static Value values_iter(Value self) { return iterator_new(viewed(self), GIVES_VALUES, false); }
static Value values_reversed(Value self) { return iterator_new(viewed(self), GIVES_VALUES, true); }
static Value items_iter(Value self) { return iterator_new(viewed(self), GIVES_ITEMS, false); }
static Value items_reversed(Value self) { return iterator_new(viewed(self), GIVES_ITEMS, true); }

#define ORDERED_VIEW_TYPE(kind) \
    static Type ordered_##kind##_type = { \
        .head = {&type_type}, \
        .name = "odict_" #kind, \
        .base = &dict_##kind##_type, \
        .size = sizeof(DictView), \
        .flags = TYPE_NO_NEW, \
        .iter = kind##_iter, \
        .reversed = kind##_reversed, \
    }
ORDERED_VIEW_TYPE(keys);
ORDERED_VIEW_TYPE(values);
ORDERED_VIEW_TYPE(items);

static Value ordered_py_keys(Value self, Value *args) {
    (void)args;
    return dict_view_new(&ordered_keys_type, self);
}

static Value ordered_py_values(Value self, Value *args) {
    (void)args;
    return dict_view_new(&ordered_values_type, self);
}

static Value ordered_py_items(Value self, Value *args) {
    (void)args;
    return dict_view_new(&ordered_items_type, self);
}

// --- slots

static Value ordered_iter(Value self) { return iterator_new(dict_of(self), GIVES_KEYS, false); }
static Value ordered_reversed(Value self) { return iterator_new(dict_of(self), GIVES_KEYS, true); }

// What repr shows: dict(self).
static Value shown_items(Value self) {
    if (is_exact(self)) return dict_copy(self);
    Value dict = dict_new();
    return dict && dict_update(dict, self) ? dict : 0;
}

static Value ordered_repr(Value self) {
    Value name = type_name(type_of(self));
    if (!name || !dict_of(self)->count) return name ? str_format("%S()", name) : 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("...");
    Value items = shown_items(self), text = items ? str_format("%S(%R)", name, items) : 0;
    repr_leave(self);
    return text;
}

// Whether two dicts of equal content have their keys in the same order: 0, 1, -1: raised.
static int same_order(Dict *a, Dict *b) {
    uint64_t a_version = a->version, b_version = b->version;
    size_t a_at = 0, b_at = 0;
    for (;;) {
        DictEntry *x = dict_next(a, &a_at), *y = dict_next(b, &b_at);
        if (!x || !y) return !x && !y;
        int equal = key_equal(x->key, y->key);
        if (equal <= 0) return equal;
        if (a->version != a_version || b->version != b_version) {
            return raise_runtime_error("OrderedDict mutated during iteration"), -1;
        }
    }
}

static Value ordered_compare(Value self, Value other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return NOT_IMPLEMENTED;
    Value equal = dict_type.compare(self, other, COMPARE_EQ);
    if (!equal || equal == NOT_IMPLEMENTED) return equal;
    int same = equal == TRUE;
    if (same && is_ordered(self) && is_ordered(other)) same = same_order(dict_of(self), dict_of(other));
    return same < 0 ? 0 : bool_value(same == (op == COMPARE_EQ));
}

static Value ordered_or(Value left, Value right) {
    if (!dict_check(left) || !dict_check(right)) return NOT_IMPLEMENTED;
    Value result = object_call1(VALUE(type_of(is_ordered(left) ? left : right)), left);
    return result && update_from(result, right) ? result : 0;
}

static Value ordered_inplace_or(Value self, Value other) { return update_from(self, other) ? self : 0; }

// --- Python methods

static Value ordered_py_update(Value self, Value *args) {
    return update_with(self, args[0], args[1]) ? NONE : 0;
}

static Value ordered_py_setdefault(Value self, Value *args) {
    Value value = args[1] ? args[1] : NONE;
    if (is_exact(self)) return dict_set_default(self, args[0], value);
    int present = object_contains(self, args[0]);
    if (present) return present > 0 ? object_get_item(self, args[0]) : 0;
    return object_set_item(self, args[0], value) ? value : 0;
}

// As CPython does it here: a tuple gives the error's arguments, None none.
static Value raise_missing(Value key) {
    if (key != NONE && !tuple_check(key)) return raise_key_error(key);
    Value *arguments = key == NONE ? 0 : tuple_of(key)->items;
    Value error = object_call(VALUE(&KeyError_type), arguments, key == NONE ? 0 : tuple_count(key), 0);
    if (error) error_set(error);
    return 0;
}

static Value ordered_py_pop(Value self, Value *args) {
    int64_t hash = key_hash(args[0]);
    ptrdiff_t at = hash == -1 ? DICT_RAISED : dict_find(dict_of(self), args[0], hash);
    Value value = at >= 0 ? dict_of(self)->entries[at].value : 0;
    if (at != DICT_ABSENT) return value && dict_delete_hashed(dict_of(self), args[0], hash) >= 0 ? value : 0;
    return args[1] ? args[1] : raise_missing(args[0]);
}

// Whether an optional argument, true where absent, is true: 0, 1, -1.
static int true_by_default(Value argument) { return argument ? object_truth(argument) : 1; }

static Value ordered_py_popitem(Value self, Value *args) {
    Dict *dict = dict_of(self);
    int last = true_by_default(args[0]);
    if (last < 0) return 0;
    if (!dict->count) return raise_format(&KeyError_type, "dictionary is empty");
    size_t at = last ? dict->used : 0;
    DictEntry *entry = last ? dict_previous(dict, &at) : dict_next(dict, &at);
    Value item = tuple_pair(entry->key, entry->value);
    if (!item) return 0;
    Value key, value;
    if (last) return dict_pop_last(dict, &key, &value) ? item : 0;
    return dict_delete(self, tuple_get(item, 0)) >= 0 ? item : 0;
}

static Value ordered_py_move_to_end(Value self, Value *args) {
    int last = true_by_default(args[1]);
    if (last < 0) return 0;
    if (!dict_of(self)->count) return raise_missing(args[0]);
    int64_t hash = key_hash(args[0]);
    if (hash == -1) return 0;
    ptrdiff_t at = dict_find(dict_of(self), args[0], hash);
    if (at == DICT_ABSENT) return raise_missing(args[0]);
    return at >= 0 && dict_move(dict_of(self), (size_t)at, last) ? NONE : 0;
}

static Value ordered_py_copy(Value self, Value *args) {
    (void)args;
    Value copy = object_call0(VALUE(type_of(self)));
    if (!copy || is_exact(self)) return copy && dict_set_all(dict_of(copy), dict_of(self)) ? copy : 0;
    Value plain = dict_copy(self), keys = plain ? list_from_iterable(plain) : 0;
    for (size_t i = 0; keys && i < list_of(keys)->count; i++) {
        Value key = list_of(keys)->items[i], value = object_get_item(self, key);
        if (!value || !object_set_item(copy, key, value)) return 0;
    }
    return keys ? copy : 0;
}

static Value ordered_py_fromkeys(Value class, Value *args) {
    Value made = object_call0(class), iterator = made ? object_iter(args[0]) : 0;
    if (!iterator) return 0;
    for (Value key; (key = object_next(iterator));) {
        if (!set_item(made, key, args[1] ? args[1] : NONE)) return 0;
    }
    return error_occurred() ? 0 : made;
}

static Value ordered_py_reduce(Value self, Value *args) {
    (void)args;
    Value state = object_call_method(self, intern("__getstate__"), 0, 0);
    Value items = state ? object_call_method(self, NAME(items), 0, 0) : 0,
          iterator = items ? object_iter(items) : 0;
    return iterator ? tuple_pack(5, VALUE(type_of(self)), tuple_empty, state, NONE, iterator) : 0;
}

static const MethodDef ordered_methods[] = {
    METHOD("setdefault", ordered_py_setdefault, "key, default=None",
           "The value for key; when there is none, default, which is stored first."),
    METHOD("pop", ordered_py_pop, "key, default=<unrepresentable>",
           "Remove key and return its value; when there is none, default, or KeyError without one."),
    METHOD("popitem", ordered_py_popitem, "last=True",
           "Remove the last pair (key, value), or the first, and return it."),
    METHOD("keys", ordered_py_keys, "", "A view of the keys, like a set."),
    METHOD("items", ordered_py_items, "", "A view of the pairs (key, value), like a set."),
    METHOD("values", ordered_py_values, "", "A view of the values."),
    METHOD("update", ordered_py_update, "*args, **kwargs",
           "Set keys from a mapping, or from an iterable of pairs, and then from the keyword arguments."),
    METHOD("copy", ordered_py_copy, "", "A new dictionary with the same keys and values in the same order."),
    METHOD("move_to_end", ordered_py_move_to_end, "key, last=True",
           "Make a key that is there the last one, or the first."),
    CLASS_METHOD("fromkeys", ordered_py_fromkeys, "iterable, value=None",
                 "A new dictionary with the iterable's items as keys, all with one value."),
    METHOD("__reduce__", ordered_py_reduce, "", "How to make this dictionary again."),
    METHODS_END
};

Type ordered_dict_type = {
    .head = {&type_type},
    .name = "collections.OrderedDict",
    .doc = "A dictionary whose order can be changed and counts when two are compared.",
    .base = &dict_type,
    .size = sizeof(Dict),
    .attributes_offset = sizeof(Dict),
    .flags = TYPE_BASE | TYPE_IS_DICT | TYPE_ATTRIBUTES | TYPE_WEAK,
    .make = dict_make,
    .init = ordered_init,
    .repr = ordered_repr,
    .compare = ordered_compare,
    .iter = ordered_iter,
    .reversed = ordered_reversed,
    .set_item = ordered_set_item,
    .operators = OPERATORS(.binary[BINARY_OR] = ordered_or, .inplace[BINARY_OR] = ordered_inplace_or),
    .methods = ordered_methods,
};

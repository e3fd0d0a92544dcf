// Views and iterators of a dict. A view reads through to the dict; keys and items behave as sets and make sets.
// An iterator refuses to go on when the dict has grown or shrunk since it was made, or when entries turn up beyond
// those it set out to give.
#include "objects/dict.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"

// --- iterators

Value dict_iterator_new(Type *type, Dict *dict) {
    DictIterator *iterator = mem_object(type, sizeof(DictIterator));
    if (!iterator) return 0;
    bool forwards = type->next == dict_key_iterator_type.next || type->next == dict_value_iterator_type.next
        || type->next == dict_item_iterator_type.next;
    iterator->dict = dict;
    iterator->at = forwards ? 0 : dict->used;
    iterator->expected = iterator->left = dict->count;
    return VALUE(iterator);
}

static DictIterator *iterator_of(Value v) {
    return (DictIterator *)value_object(v);
}

// Checks an entry that was found (or 0: the end) against what the iterator set out to give.
static DictEntry *accept(DictIterator *iterator, DictEntry *entry) {
    if (entry && iterator->left) {
        iterator->left--;
        return entry;
    }
    iterator->dict = 0;
    return entry ? (DictEntry *)raise_runtime_error("dictionary keys changed during iteration") : 0;
}

static bool unchanged(DictIterator *iterator) {
    if (!iterator->dict) return false;
    if (likely(iterator->expected == iterator->dict->count)) return true;
    iterator->expected = SIZE_MAX;
    return raise_runtime_error("dictionary changed size during iteration");
}

static DictEntry *step(Value self) {
    DictIterator *iterator = iterator_of(self);
    if (!unchanged(iterator)) return 0;
    return accept(iterator, dict_next(iterator->dict, &iterator->at));
}

static DictEntry *step_back(Value self) {
    DictIterator *iterator = iterator_of(self);
    if (!unchanged(iterator)) return 0;
    return accept(iterator, dict_previous(iterator->dict, &iterator->at));
}

static Value key_of(DictEntry *entry) { return entry ? entry->key : 0; }
static Value value_of(DictEntry *entry) { return entry ? entry->value : 0; }
static Value item_of(DictEntry *entry) { return entry ? tuple_pair(entry->key, entry->value) : 0; }

static Value key_iterator_next(Value self) { return key_of(step(self)); }
static Value value_iterator_next(Value self) { return value_of(step(self)); }
static Value item_iterator_next(Value self) { return item_of(step(self)); }
static Value reverse_key_iterator_next(Value self) { return key_of(step_back(self)); }
static Value reverse_value_iterator_next(Value self) { return value_of(step_back(self)); }
static Value reverse_item_iterator_next(Value self) { return item_of(step_back(self)); }

bool dict_item_step(Value iterator, Value *key, Value *value) {
    DictEntry *entry = step(iterator);
    if (!entry) return false;
    *key = entry->key;
    *value = entry->value;
    return true;
}

static Value iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    DictIterator *iterator = iterator_of(self);
    bool alive = iterator->dict && iterator->expected == iterator->dict->count;
    return small_value(alive ? (int64_t)iterator->left : 0);
}

static const MethodDef iterator_methods[] = {
    METHOD("__length_hint__", iterator_py_length_hint, "", "How many entries are left."),
    METHODS_END
};

#define DICT_ITERATOR_TYPE(id, text) \
    Type dict_##id##_type = { \
        .head = {&type_type}, \
        .name = text, \
        .doc = "Iterates over a dict.", \
        .size = sizeof(DictIterator), \
        .flags = TYPE_NO_NEW, \
        .iter = iterator_self, \
        .next = id##_next, \
        .methods = iterator_methods, \
    }
DICT_ITERATOR_TYPE(key_iterator, "dict_keyiterator");
DICT_ITERATOR_TYPE(value_iterator, "dict_valueiterator");
DICT_ITERATOR_TYPE(item_iterator, "dict_itemiterator");
DICT_ITERATOR_TYPE(reverse_key_iterator, "dict_reversekeyiterator");
DICT_ITERATOR_TYPE(reverse_value_iterator, "dict_reversevalueiterator");
DICT_ITERATOR_TYPE(reverse_item_iterator, "dict_reverseitemiterator");

// --- views: what all three have

Value dict_view_new(Type *type, Value dict) {
    DictView *view = mem_object(type, sizeof(DictView));
    if (view) view->dict = dict_of(dict);
    return VALUE(view);
}

static Dict *viewed(Value v) {
    return ((DictView *)value_object(v))->dict;
}

static ptrdiff_t view_length(Value self) {
    return (ptrdiff_t)viewed(self)->count;
}

static Value view_repr(Value self) {
    if (!mem_stack_check()) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("...");
    Value items = list_from_iterable(self);
    Value text = items ? str_format("%T(%R)", self, items) : 0;
    repr_leave(self);
    return text;
}

static Value view_get_mapping(Value self) {
    return mapping_proxy_new(VALUE(viewed(self)));
}

static const AttributeDef view_attributes[] = {
    {"mapping", view_get_mapping, 0, "The dictionary that this view shows."},
    {0}
};

static Value keys_iter(Value self) { return dict_iterator_new(&dict_key_iterator_type, viewed(self)); }
static Value values_iter(Value self) { return dict_iterator_new(&dict_value_iterator_type, viewed(self)); }
static Value items_iter(Value self) { return dict_iterator_new(&dict_item_iterator_type, viewed(self)); }
static Value keys_reversed(Value self) { return dict_iterator_new(&dict_reverse_key_iterator_type, viewed(self)); }
static Value values_reversed(Value self) { return dict_iterator_new(&dict_reverse_value_iterator_type, viewed(self)); }
static Value items_reversed(Value self) { return dict_iterator_new(&dict_reverse_item_iterator_type, viewed(self)); }

static int keys_contains(Value self, Value key) {
    return dict_contains(VALUE(viewed(self)), key);
}

static int items_contains(Value self, Value item) {
    if (!tuple_check(item) || tuple_count(item) != 2) return 0;
    Value value = dict_get(VALUE(viewed(self)), tuple_get(item, 0));
    if (!value) return error_occurred() ? -1 : 0;
    return key_equal(value, tuple_get(item, 1));
}

// --- keys and items as sets

// Of this type or OrderedDict's own.
static bool is_view(Value v, const Type *type) {
    return value_is(v, type) || type_of(v)->base == type;
}

static bool is_set_view(Value v) {
    return is_view(v, &dict_keys_type) || is_view(v, &dict_items_type);
}

static bool is_set_like(Value v) {
    return v && (set_check(v) || is_set_view(v));
}

// Of something set-like, as it is stored: cannot fail.
static ptrdiff_t stored_length(Value v) {
    return set_check(v) ? (ptrdiff_t)set_count(v) : view_length(v);
}

// Are all items of `a` in `b`? 1, 0, -1.
static int all_in(Value a, Value b) {
    Value iterator = object_iter(a);
    if (!iterator) return -1;
    for (Value item; (item = object_next(iterator));) {
        int found = object_contains(b, item);
        if (found <= 0) return found;
    }
    return error_occurred() ? -1 : 1;
}

static Value view_compare(Value self, Value other, CompareOp op) {
    if (!is_set_view(self) || !is_set_like(other)) return NOT_IMPLEMENTED;
    ptrdiff_t a = view_length(self), b = stored_length(other);
    int answer;
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: answer = a == b ? all_in(self, other) : 0; break;
    case COMPARE_LT: answer = a < b ? all_in(self, other) : 0; break;
    case COMPARE_LE: answer = a <= b ? all_in(self, other) : 0; break;
    case COMPARE_GT: answer = a > b ? all_in(other, self) : 0; break;
    default: answer = a >= b ? all_in(other, self) : 0; break;
    }
    return answer < 0 ? 0 : bool_value(op == COMPARE_NE ? !answer : answer);
}

static Value set_from(Value iterable) {
    Value set = set_new();
    if (value_is(iterable, &dict_keys_type) && value_is(VALUE(viewed(iterable)), &dict_type))
        iterable = VALUE(viewed(iterable));     // which knows the hashes
    return set && set_update(set, iterable) ? set : 0;
}

static Value view_or(Value left, Value right) {
    Value set = set_from(left);
    return set && set_update(set, right) ? set : 0;
}

static Value view_subtract(Value left, Value right) {
    Value set = set_from(left);
    return set && set_subtract(set, right) ? set : 0;
}

static Value view_and(Value left, Value right) {
    if (!is_set_view(left)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    if ((is_set_view(right) || value_is(right, &set_type)) && stored_length(right) > view_length(left)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    if (value_is(left, &set_type)) return object_call_method(left, intern("intersection"), &right, 1);
    Value set = set_new(), iterator = set ? object_iter(right) : 0;
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        int found = object_contains(left, item);
        if (found < 0 || (found && !set_add(set, item))) return 0;
    }
    return error_occurred() ? 0 : set;
}

// Two views of items: a value that is in both under one key need not be hashable.
static Value items_xor(Dict *left, Dict *right) {
    Value rest = dict_copy(VALUE(left)), set = rest ? set_new() : 0;
    Value other = set ? dict_copy(VALUE(right)) : 0;
    if (!other) return 0;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(other), &at));) {
        ptrdiff_t found = dict_find(dict_of(rest), entry->key, entry->hash);
        if (found == DICT_RAISED) return 0;
        int equal = found >= 0 ? key_equal(dict_of(rest)->entries[found].value, entry->value) : 0;
        if (equal < 0 || (equal && dict_delete(rest, entry->key) < 0)) return 0;
        Value pair = equal ? 0 : tuple_pair(entry->key, entry->value);
        if (!equal && (!pair || !set_add(set, pair))) return 0;
    }
    Value items = dict_view_new(&dict_items_type, rest);
    return items && set_update(set, items) ? set : 0;
}

static Value view_xor(Value left, Value right) {
    if (is_view(left, &dict_items_type) && is_view(right, &dict_items_type))
        return items_xor(((DictView *)value_object(left))->dict, ((DictView *)value_object(right))->dict);
    Value set = set_from(left);
    return set && set_toggle(set, right) ? set : 0;
}

static Value view_py_isdisjoint(Value self, Value *args) {
    Value other = args[0], container = self;
    if (self == other) return bool_value(!view_length(self));
    if (is_set_like(other) && stored_length(other) > view_length(self)) {
        container = other;
        other = self;
    }
    Value iterator = object_iter(other);
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        int found = object_contains(container, item);
        if (found) return found < 0 ? 0 : FALSE;
    }
    return error_occurred() ? 0 : TRUE;
}

static const MethodDef view_methods[] = {
    METHOD("isdisjoint", view_py_isdisjoint, "object, /", "Whether the view and the iterable have no item in common."),
    METHODS_END
};

Type dict_keys_type = {
    .head = {&type_type},
    .name = "dict_keys",
    .doc = "A dict's keys, as they are at any time.",
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .repr = view_repr,
    .compare = view_compare,
    .iter = keys_iter,
    .reversed = keys_reversed,
    .length = view_length,
    .contains = keys_contains,
    .operators = OPERATORS(
        .binary[BINARY_SUB] = view_subtract, .binary[BINARY_AND] = view_and, .binary[BINARY_OR] = view_or,
        .binary[BINARY_XOR] = view_xor),
    .methods = view_methods,
    .attributes = view_attributes,
};

Type dict_items_type = {
    .head = {&type_type},
    .name = "dict_items",
    .doc = "A dict's pairs (key, value), as they are at any time.",
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .repr = view_repr,
    .compare = view_compare,
    .iter = items_iter,
    .reversed = items_reversed,
    .length = view_length,
    .contains = items_contains,
    .operators = OPERATORS(
        .binary[BINARY_SUB] = view_subtract, .binary[BINARY_AND] = view_and, .binary[BINARY_OR] = view_or,
        .binary[BINARY_XOR] = view_xor),
    .methods = view_methods,
    .attributes = view_attributes,
};

Type dict_values_type = {
    .head = {&type_type},
    .name = "dict_values",
    .doc = "A dict's values, as they are at any time.",
    .size = sizeof(DictView),
    .flags = TYPE_NO_NEW,
    .repr = view_repr,
    .iter = values_iter,
    .reversed = values_reversed,
    .length = view_length,
    .attributes = view_attributes,
};

// dict: the type as Python sees it. The table itself is in dict_table.c, views and iterators are in dict_views.c.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- updating from other objects

// A dict whose iteration has not been overridden can be read directly.
static bool is_plain(Value v) {
    return dict_check(v) && type_of(v)->iter == dict_type.iter;
}

// How messages about a call name the callable: "f()", or its repr when it has no name.
Value callable_name(Value callable) {
    bool found;
    Value name = object_find_attribute(callable, NAME(__qualname__), &found);
    if (!found || !str_check(name)) return error_occurred() ? 0 : object_str(callable);
    Value module = object_find_attribute(callable, NAME(__module__), &found);
    if (!found && error_occurred()) return 0;
    if (found && str_check(module) && !str_equal_c(module, "builtins"))
        return str_format("%S.%S()", module, name);
    return str_format("%S()", name);
}

static bool raise_for_callable(Value callable, const char *format, Value argument) {
    Value name = callable_name(callable);
    return name ? raise_type_error(format, name, argument) : 0;
}

// One more keyword of a call.
static bool merge_keyword(Value dict, Value key, Value value, Value callable) {
    if (!str_check(key)) return raise_type_error("keywords must be strings");
    int present = dict_contains(dict, key);
    if (present < 0) return false;
    if (present) return raise_for_callable(callable, "%S got multiple values for keyword argument '%S'", key);
    return dict_set(dict, key, value);
}

// `callable`: whose keyword arguments they are, or 0.
static bool update_from_keys(Value dict, Value mapping, Value keys_method, Value callable) {
    Value keys = object_call0(keys_method);
    if (!keys) return false;
    Value iterator = object_iter(keys);
    if (!iterator) {
        if (!error_clear_if(&TypeError_type)) return false;
        return raise_type_error("%T.keys() returned a non-iterable (type %T)", mapping, keys);
    }
    for (Value key; (key = object_next(iterator));) {
        Value value = object_get_item(mapping, key);
        if (!value || !(callable ? merge_keyword(dict, key, value, callable) : dict_set(dict, key, value))) return false;
    }
    return !error_occurred();
}

static bool raise_not_a_pair(size_t number) {
    if (!error_is(&TypeError_type)) return false;
    Value note = str_format("Cannot convert dictionary update sequence element #%zu to a sequence", number);
    error_take();
    raise_type_error("object is not iterable");
    Value error = error_take();
    if (note && exception_add_note(error, note)) error_set(error);
    return false;
}

static bool update_from_pairs(Value dict, Value pairs) {
    Value iterator = object_iter(pairs);
    if (!iterator) return false;
    Value item;
    for (size_t number = 0; (item = object_next(iterator)); number++) {
        Value pair = list_check(item) ? list_to_tuple(item) : tuple_from_iterable(item);
        if (!pair) return raise_not_a_pair(number);
        if (tuple_count(pair) != 2)
            return raise_value_error("dictionary update sequence element #%zu has length %zu; 2 is required", number,
                                     tuple_count(pair));
        if (!dict_set(dict, tuple_get(pair, 0), tuple_get(pair, 1))) return false;
    }
    return !error_occurred();
}

bool dict_update(Value dict, Value other) {
    if (is_plain(other)) return dict_set_all(dict_of(dict), dict_of(other));
    bool found;
    Value keys = object_find_attribute(other, NAME(keys), &found);
    if (found) return keys && update_from_keys(dict, other, keys, 0);
    return !error_occurred() && update_from_pairs(dict, other);
}

bool dict_merge_keywords(Value dict, Value mapping, Value callable) {
    if (!is_plain(mapping)) {
        bool found;
        Value keys = object_find_attribute(mapping, NAME(keys), &found);
        if (found && keys && update_from_keys(dict, mapping, keys, callable)) return true;
        // CPython takes any AttributeError on the way for this one.
        return (!error_occurred() || error_clear_if(&AttributeError_type)) &&
               raise_for_callable(callable, "%S argument after ** must be a mapping, not %T", mapping);
    }
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(mapping), &at));)
        if (!merge_keyword(dict, entry->key, entry->value, callable)) return false;
    return true;
}

// --- slots

// What dict() and update() do with a call's arguments.
static bool update_with(Value self, const char *name, Value *args, size_t count, Value keywords) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    if (count > 1) return raise_type_error("%s expected at most 1 argument, got %zu", name, count);
    mem_before_call_out();
    if (count && !dict_update(self, args[0])) return false;
    for (size_t i = 0; i < named; i++)
        if (!dict_set(self, tuple_get(keywords, i), args[count + i])) return false;
    return true;
}

static bool dict_init(Value self, Value *args, size_t count, Value keywords) {
    return update_with(self, "dict", args, count, keywords);
}

static bool repr_entry(StrBuilder *out, Value key, Value value) {
    Value text = object_repr(key);
    if (!text) return false;
    str_builder_add_str(out, text);
    str_builder_add_c(out, ": ");
    text = object_repr(value);
    if (!text) return false;
    str_builder_add_str(out, text);
    return true;
}

static Value dict_repr(Value self) {
    Dict *dict = dict_of(self);
    if (!dict->count) return str_from("{}");
    if (!mem_stack_check()) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("{...}");
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_c(&out, "{");
    size_t at = 0, written = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &at));) {
        if (written++) str_builder_add_c(&out, ", ");
        if (!repr_entry(&out, entry->key, entry->value)) {
            repr_leave(self);
            return 0;
        }
    }
    repr_leave(self);
    str_builder_add_c(&out, "}");
    return str_builder_finish(&out);
}

// 1, 0, -1: raised. Comparing may change both dicts.
static int equal(Dict *a, Dict *b) {
    if (a->count != b->count) return 0;
    if (!mem_stack_check()) return -1;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(a, &at));) {
        Value value = entry->value;
        ptrdiff_t found = dict_find(b, entry->key, entry->hash);
        if (found < 0) return found == DICT_RAISED ? -1 : 0;
        int same = key_equal(value, b->entries[found].value);
        if (same <= 0) return same;
    }
    return 1;
}

static Value dict_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !dict_check(self) || !dict_check(other)) return NOT_IMPLEMENTED;
    int same = equal(dict_of(self), dict_of(other));
    return same < 0 ? 0 : bool_value(same == (op == COMPARE_EQ));
}

static ptrdiff_t dict_length(Value self) {
    return (ptrdiff_t)dict_of(self)->count;
}

// What a subclass's __missing__ answers, or KeyError.
static Value missing(Value self, Value key) {
    if (type_of(self) != &dict_type) {
        Value method = object_find_special(self, NAME(__missing__));
        if (method) return object_call1(method, key);
        if (error_occurred()) return 0;
    }
    return raise_key_error(key);
}

Value dict_get_or_missing(Value self, Value key) {
    Value value = dict_get(self, key);
    if (likely(value != 0) || error_occurred()) return value;
    return missing(self, key);
}

static bool dict_set_item(Value self, Value key, Value value) {
    if (value) return dict_set(self, key, value);
    int deleted = dict_delete(self, key);
    return deleted > 0 || (deleted == 0 && raise_key_error(key));
}

// As dict(v): what a subclass says of its keys and items counts.
static Value copy_of(Value v) {
    if (is_plain(v)) return dict_copy(v);
    Value copy = dict_new();
    return copy && dict_update(copy, v) ? copy : 0;
}

static Value dict_or(Value left, Value right) {
    if (!dict_check(left) || !dict_check(right)) return NOT_IMPLEMENTED;
    Value result = copy_of(left);
    return result && dict_update(result, right) ? result : 0;
}

static Value dict_inplace_or(Value self, Value other) {
    return dict_update(self, other) ? self : 0;
}

static Value dict_iter(Value self) {
    return dict_iterator_new(&dict_key_iterator_type, dict_of(self));
}

static Value dict_reversed(Value self) {
    return dict_iterator_new(&dict_reverse_key_iterator_type, dict_of(self));
}

// --- Python methods

static Value dict_py_get(Value self, Value *args) {
    Value value = dict_get(self, args[0]);
    if (value || error_occurred()) return value;
    return args[1] ? args[1] : NONE;
}

static Value dict_py_setdefault(Value self, Value *args) {
    return dict_set_default(self, args[0], args[1] ? args[1] : NONE);
}

static Value dict_py_pop(Value self, Value *args) {
    Value value = dict_pop(self, args[0]);
    if (value || error_occurred()) return value;
    return args[1] ? args[1] : raise_key_error(args[0]);
}

static Value dict_py_popitem(Value self, Value *args) {
    (void)args;
    Value pair = tuple_new(0, 2);
    if (!pair) return 0;
    Value *items = tuple_of(pair)->items;
    if (dict_pop_last(dict_of(self), items, items + 1)) return pair;
    return raise_format(&KeyError_type, "popitem(): dictionary is empty");
}

static Value dict_py_keys(Value self, Value *args) {
    (void)args;
    return dict_view_new(&dict_keys_type, self);
}

static Value dict_py_items(Value self, Value *args) {
    (void)args;
    return dict_view_new(&dict_items_type, self);
}

static Value dict_py_values(Value self, Value *args) {
    (void)args;
    return dict_view_new(&dict_values_type, self);
}

static Value dict_py_update(Value self, Value *args, size_t count, Value keywords) {
    mem_before_call_out();
    return update_with(self, "update", args, count, keywords) ? NONE : 0;
}

// Python-level setting on whatever the subclass's constructor made.
static bool set_any(Value target, Value key, Value value) {
    return value_is(target, &dict_type) ? dict_set(target, key, value) : object_set_item(target, key, value);
}

// The keys of a dict or set, whose hashes are known. False: raised.
static bool set_keys_from(Dict *dict, Value keys, Value value) {
    size_t at = 0;
    if (set_check(keys)) {
        for (SetEntry *entry; (entry = set_next_entry(set_of(keys), &at));)
            if (!dict_set_hashed(dict, entry->key, entry->hash, value)) return false;
        return true;
    }
    for (DictEntry *entry; (entry = dict_next(dict_of(keys), &at));)
        if (!dict_set_hashed(dict, entry->key, entry->hash, value)) return false;
    return true;
}

static Value dict_py_fromkeys(Value class, Value *args) {
    Value result = class == VALUE(&dict_type) ? dict_new() : object_call0(class);
    if (!result) return 0;
    Value value = args[1] ? args[1] : NONE;
    Type *type = type_of(args[0]);
    if (value_is(result, &dict_type) && !dict_of(result)->count
        && (type == &dict_type || type == &set_type || type == &frozenset_type))
        return set_keys_from(dict_of(result), args[0], value) ? result : 0;
    Value iterator = object_iter(args[0]);
    if (!iterator) return 0;
    for (Value key; (key = object_next(iterator));)
        if (!set_any(result, key, value)) return 0;
    return error_occurred() ? 0 : result;
}

static Value dict_py_clear(Value self, Value *args) {
    (void)args;
    dict_clear(self);
    return NONE;
}

static Value dict_py_copy(Value self, Value *args) {
    (void)args;
    return copy_of(self);
}

static Value dict_py_sizeof(Value self, Value *args) {
    (void)args;
    Dict *dict = dict_of(self);
    size_t table = dict->indices ? (size_t)dict->mask + 1 : 0;
    return small_value((int64_t)(sizeof(Dict) + dict->capacity * sizeof(DictEntry) + table));
}

static const MethodDef dict_methods[] = {
    METHOD("get", dict_py_get, "key, default=None, /", "The value for key, or default when there is none."),
    METHOD("setdefault", dict_py_setdefault, "key, default=None, /",
           "The value for key; when there is none, default, which is stored first."),
    METHOD("pop", dict_py_pop, "key, default=<unrepresentable>, /",
           "Remove key and return its value; when there is none, default, or KeyError without one."),
    METHOD("popitem", dict_py_popitem, "", "Remove the pair (key, value) that was added last and return it."),
    METHOD("keys", dict_py_keys, "", "A view of the keys, like a set."),
    METHOD("items", dict_py_items, "", "A view of the pairs (key, value), like a set."),
    METHOD("values", dict_py_values, "", "A view of the values."),
    METHOD("update", (NativeFunction)(void *)dict_py_update, NATIVE_RAW "*args, **kwargs",
           "Set keys from a mapping, or from an iterable of pairs, and then from the keyword arguments."),
    CLASS_METHOD("fromkeys", dict_py_fromkeys, "iterable, value=None, /",
                 "A new dictionary with the iterable's items as keys, all with one value."),
    METHOD("clear", dict_py_clear, "", "Remove all entries."),
    METHOD("copy", dict_py_copy, "", "A new dictionary with the same keys and values."),
    METHOD("__sizeof__", dict_py_sizeof, "", "Size in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "dict[K, V] for type hints."),
    METHODS_END
};

Type dict_type = {
    .head = {&type_type},
    .name = "dict",
    .doc = "Maps keys to values, in the order in which keys were added. dict(), dict(mapping), dict(iterable of pairs),\n"
           "each with further entries as keyword arguments.",
    .size = sizeof(Dict),
    .flags = TYPE_BASE | TYPE_IS_DICT | TYPE_MAPPING_PATTERN | TYPE_MATCH_SELF,
    .make = dict_make,
    .init = dict_init,
    .repr = dict_repr,
    .compare = dict_compare,
    .iter = dict_iter,
    .reversed = dict_reversed,
    .length = dict_length,
    .get_item = dict_get_or_missing,
    .set_item = dict_set_item,
    .contains = dict_contains,
    .operators = OPERATORS(.binary[BINARY_OR] = dict_or, .inplace[BINARY_OR] = dict_inplace_or),
    .methods = dict_methods,
};

// set and frozenset: the types as Python sees them. The table is in set_table.c. Results are of the base type (set or
// frozenset) of the left operand, also for subclasses.
#include "objects/set.h"
#include "objects/dict.h"
#include "objects/generic_alias.h"
#include "objects/iterator.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static Type *base_type(Value set) {
    return !value_is(set, &set_type) && object_is_instance(set, &frozenset_type) ? &frozenset_type : &set_type;
}

static Value new_like(Value set) {
    return set_make(base_type(set), 0, 0, 0);
}

static Value copy(Value set) {
    return set_copy_as(base_type(set), set);
}

// --- the four operations, for any iterable on the right

static Value set_and_set(Value result, Value a, Value b) {
    if (set_count(b) > set_count(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(set_of(b), &at));) {
        Value key = entry->key;
        int64_t hash = entry->hash;
        int found = set_contains_hashed(set_of(a), key, hash);
        if (found < 0 || (found && !set_add_hashed(set_of(result), key, hash))) return 0;
    }
    return result;
}

// The result has the base type of `set`.
static Value intersection(Value set, Value other) {
    if (set == other) return copy(set);
    Value result = new_like(set);
    if (!result) return 0;
    if (set_check(other)) return set_and_set(result, set, other);
    Value iterator = object_iter(other);
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        int64_t hash = key_hash(item);
        int found = hash == -1 ? -1 : set_contains_hashed(set_of(set), item, hash);
        if (found < 0 || (found && !set_add_hashed(set_of(result), item, hash))) return 0;
        if (found && set_count(result) >= set_count(set)) return result;        // no others can follow
    }
    return error_occurred() ? 0 : result;
}

// Of a set or an exact dict: 0, 1, -1.
static int contains_hashed(Value container, Value key, int64_t hash) {
    if (set_check(container)) return set_contains_hashed(set_of(container), key, hash);
    ptrdiff_t at = dict_find(dict_of(container), key, hash);
    return at == DICT_RAISED ? -1 : at >= 0;
}

static Value difference(Value set, Value other) {
    size_t count = set_check(other) ? set_count(other) : value_is(other, &dict_type) ? dict_of(other)->count : 0;
    if (set_count(set) / 4 > count || (!set_check(other) && !value_is(other, &dict_type))) {
        Value result = copy(set);
        return result && set_subtract(result, other) ? result : 0;
    }
    Value result = new_like(set);
    size_t at = 0;
    if (!result) return 0;
    for (SetEntry *entry; (entry = set_next_entry(set_of(set), &at));) {
        Value key = entry->key;
        int64_t hash = entry->hash;
        int found = contains_hashed(other, key, hash);
        if (found < 0 || (!found && !set_add_hashed(set_of(result), key, hash))) return 0;
    }
    return result;
}

static Value symmetric_difference(Value set, Value other) {
    Value result = new_like(set);
    return result && set_update(result, other) && set_toggle(result, set) ? result : 0;
}

// 1, 0, -1: raised.
static int is_subset(Value a, Value b) {
    if (set_count(a) > set_count(b)) return 0;
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(set_of(a), &at));) {
        int found = set_contains_hashed(set_of(b), entry->key, entry->hash);
        if (found <= 0) return found;
    }
    return 1;
}

// --- slots

static bool set_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND(keywords && tuple_count(keywords) ? "set" : type_of(self)->name, "iterable=(), /", bound)) return false;
    set_clear(self);
    return !bound[0] || set_update(self, bound[0]);
}

static Value frozenset_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (type->init) keywords = 0;       // they are for __init__
    if (!NATIVE_BIND(keywords && tuple_count(keywords) ? "frozenset" : type->name, "iterable=(), /", bound)) return 0;
    if (type == &frozenset_type && bound[0]) return frozenset_from_iterable(bound[0]);
    Value set = set_make(type, 0, 0, 0);
    return set && (!bound[0] || set_update(set, bound[0])) ? set : 0;
}

static bool repr_items(StrBuilder *out, Value items) {
    for (size_t i = 0; i < list_of(items)->count; i++) {
        Value text = object_repr(list_of(items)->items[i]);
        if (!text) return false;
        if (i) str_builder_add_c(out, ", ");
        str_builder_add_str(out, text);
    }
    return true;
}

static Value set_repr(Value self) {
    if (!set_count(self)) return str_format("%T()", self);
    if (!mem_stack_check()) return 0;
    if (!repr_enter(self)) return error_occurred() ? 0 : str_format("%T(...)", self);
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_c(&out, "{");
    Value items = list_with_capacity(set_count(self)), key;
    size_t at = 0;
    while (items && set_next(self, &at, &key))
        if (!list_append(items, key)) items = 0;
    bool done = items && repr_items(&out, items);
    repr_leave(self);
    if (!done) return 0;
    str_builder_add_c(&out, "}");
    Value text = str_builder_finish(&out);
    if (!text || value_is(self, &set_type)) return text;
    return str_format("%T(%S)", self, text);
}

// Independent of the order of the items; the constants are CPython's, so that sets of frozensets agree in order.
static int64_t frozenset_hash(Value self) {
    Set *set = set_of(self);
    if (set->hash) return set->hash;
    uint64_t hash = 0;
    for (size_t i = 0; set->table && i <= set->mask; i++) {
        uint64_t item = (uint64_t)set->table[i].hash;
        if (set->table[i].key) hash ^= ((item ^ 89869747u) ^ (item << 16)) * 3644798167u;
    }
    hash ^= (set->count + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    if (hash == UINT64_MAX) hash = 590923713u;
    return set->hash = (int64_t)hash;
}

static Value set_compare(Value self, Value other, CompareOp op) {
    if (!set_check(self) || !set_check(other)) return NOT_IMPLEMENTED;
    size_t a = set_count(self), b = set_count(other);
    int answer;
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: answer = a == b ? is_subset(self, other) : 0; break;
    case COMPARE_LT: answer = a < b ? is_subset(self, other) : 0; break;
    case COMPARE_LE: answer = is_subset(self, other); break;
    case COMPARE_GT: answer = a > b ? is_subset(other, self) : 0; break;
    default: answer = is_subset(other, self); break;
    }
    return answer < 0 ? 0 : bool_value(op == COMPARE_NE ? !answer : answer);
}

static ptrdiff_t set_length(Value self) {
    return (ptrdiff_t)set_count(self);
}

static bool both_sets(Value a, Value b) {
    return set_check(a) && set_check(b);
}

static Value set_and(Value a, Value b) { return both_sets(a, b) ? intersection(a, b) : NOT_IMPLEMENTED; }
static Value set_sub(Value a, Value b) { return both_sets(a, b) ? difference(a, b) : NOT_IMPLEMENTED; }
static Value set_xor(Value a, Value b) { return both_sets(a, b) ? symmetric_difference(a, b) : NOT_IMPLEMENTED; }

static Value set_or(Value a, Value b) {
    if (!both_sets(a, b)) return NOT_IMPLEMENTED;
    return set_union_as(base_type(a), a, b);
}

static Value set_inplace_or(Value self, Value other) {
    if (!set_check(other)) return NOT_IMPLEMENTED;
    return set_update(self, other) ? self : 0;
}

static Value set_inplace_and(Value self, Value other) {
    if (!set_check(other)) return NOT_IMPLEMENTED;
    Value result = intersection(self, other);
    if (!result) return 0;
    set_swap(set_of(self), set_of(result));
    set_clear(result);      // so that its table is free at once
    return self;
}

static Value set_inplace_sub(Value self, Value other) {
    if (!set_check(other)) return NOT_IMPLEMENTED;
    return set_subtract(self, other) ? self : 0;
}

static Value set_inplace_xor(Value self, Value other) {
    if (!set_check(other)) return NOT_IMPLEMENTED;
    return set_toggle(self, other) ? self : 0;
}

// --- Python methods of both types. Those with *others get a tuple.

static Value set_py_copy(Value self, Value *args) {
    (void)args;
    return value_is(self, &frozenset_type) ? self : copy(self);
}

static Value set_py_union(Value self, Value *args) {
    Value others = args[0], first = tuple_count(others) ? tuple_get(others, 0) : 0;
    bool sets = first && set_check(first);
    Value result = sets ? set_union_as(base_type(self), self, first) : copy(self);
    for (size_t i = sets; result && i < tuple_count(others); i++)
        if (tuple_get(others, i) != self && !set_update(result, tuple_get(others, i))) return 0;
    return result;
}

static Value set_py_intersection(Value self, Value *args) {
    if (!tuple_count(args[0])) return set_py_copy(self, 0);
    Value result = self;
    for (size_t i = 0; result && i < tuple_count(args[0]); i++) result = intersection(result, tuple_get(args[0], i));
    return result;
}

static Value set_py_difference(Value self, Value *args) {
    if (!tuple_count(args[0])) return copy(self);
    Value result = difference(self, tuple_get(args[0], 0));
    for (size_t i = 1; result && i < tuple_count(args[0]); i++)
        if (!set_subtract(result, tuple_get(args[0], i))) return 0;
    return result;
}

static Value set_py_symmetric_difference(Value self, Value *args) {
    return symmetric_difference(self, args[0]);
}

// Of two sets.
static Value are_disjoint(Value a, Value b) {
    size_t at = 0;
    for (SetEntry *entry; (entry = set_next_entry(set_of(a), &at));) {
        int found = set_contains_hashed(set_of(b), entry->key, entry->hash);
        if (found) return found < 0 ? 0 : FALSE;
    }
    return TRUE;
}

static Value set_py_isdisjoint(Value self, Value *args) {
    Value other = args[0];
    if (value_is(other, &set_type) || value_is(other, &frozenset_type))
        return set_count(other) > set_count(self) ? are_disjoint(self, other) : are_disjoint(other, self);
    Value iterator = object_iter(other);
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        int64_t hash = set_hash_key(item);
        int found = hash == -1 ? -1 : set_contains_hashed(set_of(self), item, hash);
        if (found) return found < 0 ? 0 : FALSE;
    }
    return error_occurred() ? 0 : TRUE;
}

static Value set_py_issubset(Value self, Value *args) {
    if (!set_check(args[0])) {
        Value both = intersection(self, args[0]);
        return both ? bool_value(set_count(both) == set_count(self)) : 0;
    }
    int answer = is_subset(self, args[0]);
    return answer < 0 ? 0 : bool_value(answer);
}

static Value set_py_issuperset(Value self, Value *args) {
    if (set_check(args[0])) {
        int answer = is_subset(args[0], self);
        return answer < 0 ? 0 : bool_value(answer);
    }
    Value iterator = object_iter(args[0]);
    if (!iterator) return 0;
    for (Value item; (item = object_next(iterator));) {
        int found = set_contains(self, item);
        if (found <= 0) return found < 0 ? 0 : FALSE;
    }
    return error_occurred() ? 0 : TRUE;
}

static Value set_py_reduce(Value self, Value *args) {
    (void)args;
    Value items = list_from_iterable(self), arguments = items ? tuple_pack(1, items) : 0;
    if (!arguments) return 0;
    Value state = object_call_method(self, intern("__getstate__"), 0, 0);
    return state ? tuple_pack(3, VALUE(type_of(self)), arguments, state) : 0;
}

static Value set_py_sizeof(Value self, Value *args) {
    (void)args;
    Set *set = set_of(self);
    size_t table = set->mask + 1 > 8 ? (set->mask + 1) * sizeof(SetEntry) : 0;
    return small_value((int64_t)(200 + table));
}

#define SET_METHODS \
    METHOD("copy", set_py_copy, "", "A new set of the same items."), \
    METHOD("difference", set_py_difference, "*others", "A set of the items that are in none of the others."), \
    METHOD("intersection", set_py_intersection, "*others", "A set of the items that are in all others too."), \
    METHOD("isdisjoint", set_py_isdisjoint, "other, /", "Whether there is no item in both."), \
    METHOD("issubset", set_py_issubset, "other, /", "Whether all items are in the other."), \
    METHOD("issuperset", set_py_issuperset, "other, /", "Whether all items of the other are in this."), \
    METHOD("symmetric_difference", set_py_symmetric_difference, "other, /", \
           "A set of the items that are in one of the two only."), \
    METHOD("union", set_py_union, "*others", "A set of the items of all."), \
    METHOD("__reduce__", set_py_reduce, "", "How to make this set again."), \
    METHOD("__sizeof__", set_py_sizeof, "", "Size in memory, in bytes."), \
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints.")

static const MethodDef frozenset_methods[] = {SET_METHODS, METHODS_END};

// --- Python methods of set alone

static Value set_py_add(Value self, Value *args) {
    return set_add(self, args[0]) ? NONE : 0;
}

static Value set_py_discard(Value self, Value *args) {
    return set_discard(self, args[0]) < 0 ? 0 : NONE;
}

static Value set_py_remove(Value self, Value *args) {
    int removed = set_discard(self, args[0]);
    if (removed < 0) return 0;
    return removed ? NONE : raise_key_error(args[0]);
}

static Value set_py_pop(Value self, Value *args) {
    (void)args;
    Value key = set_pop(self);
    return key ? key : raise_key_error(str_from("pop from an empty set"));
}

static Value set_py_clear(Value self, Value *args) {
    (void)args;
    set_clear(self);
    return NONE;
}

static Value set_py_update(Value self, Value *args) {
    for (size_t i = 0; i < tuple_count(args[0]); i++)
        if (!set_update(self, tuple_get(args[0], i))) return 0;
    return NONE;
}

static Value set_py_difference_update(Value self, Value *args) {
    for (size_t i = 0; i < tuple_count(args[0]); i++)
        if (!set_subtract(self, tuple_get(args[0], i))) return 0;
    return NONE;
}

static Value set_py_intersection_update(Value self, Value *args) {
    Value result = set_py_intersection(self, args);
    if (!result) return 0;
    if (result != self) set_swap(set_of(self), set_of(result));
    return NONE;
}

static Value set_py_symmetric_difference_update(Value self, Value *args) {
    return set_toggle(self, args[0]) ? NONE : 0;
}

static const MethodDef set_methods[] = {
    METHOD("add", set_py_add, "object, /", "Add an item, unless it is there already."),
    METHOD("clear", set_py_clear, "", "Remove all items."),
    METHOD("discard", set_py_discard, "object, /", "Remove an item if it is there."),
    METHOD("difference_update", set_py_difference_update, "*others", "Remove the items of all others."),
    METHOD("intersection_update", set_py_intersection_update, "*others", "Keep only items that are in all others."),
    METHOD("pop", set_py_pop, "", "Remove some item and return it. KeyError if the set is empty."),
    METHOD("remove", set_py_remove, "object, /", "Remove an item. KeyError if it is not there."),
    METHOD("symmetric_difference_update", set_py_symmetric_difference_update, "other, /",
           "Add the items of the other that are not here, remove those that are."),
    METHOD("update", set_py_update, "*others", "Add the items of all others."),
    SET_METHODS,
    METHODS_END
};

// --- iterator

static Value set_iter(Value self) {
    SetIterator *iterator = mem_object(&set_iterator_type, sizeof(SetIterator));
    if (!iterator) return 0;
    iterator->set = set_of(self);
    iterator->expected = iterator->left = set_count(self);
    return VALUE(iterator);
}

static Value set_iterator_next(Value self) {
    SetIterator *iterator = (SetIterator *)value_object(self);
    if (!iterator->set) return 0;
    if (unlikely(iterator->expected != iterator->set->count)) {
        iterator->expected = SIZE_MAX;
        return raise_runtime_error("Set changed size during iteration");
    }
    Value key;
    if (set_next(VALUE(iterator->set), &iterator->at, &key)) {
        iterator->left--;
        return key;
    }
    iterator->set = 0;
    return 0;
}

static Value set_iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    SetIterator *iterator = (SetIterator *)value_object(self);
    bool alive = iterator->set && iterator->expected == iterator->set->count;
    return small_value(alive ? (int64_t)iterator->left : 0);
}

static const MethodDef set_iterator_methods[] = {
    METHOD("__length_hint__", set_iterator_py_length_hint, "", "How many items are left."),
    METHODS_END
};

Type set_iterator_type = {
    .head = {&type_type},
    .name = "set_iterator",
    .doc = "Iterates over a set.",
    .size = sizeof(SetIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = set_iterator_next,
    .methods = set_iterator_methods,
};

Type set_type = {
    .head = {&type_type},
    .name = "set",
    .doc = "A collection of items that differ from each other, in no order. set() is empty, set(iterable) has its items.",
    .signature = "iterable=(), /",
    .size = sizeof(Set),
    .flags = TYPE_BASE | TYPE_IS_SET | TYPE_MATCH_SELF | TYPE_WEAK,
    .make = set_make,
    .init = set_init,
    .repr = set_repr,
    .compare = set_compare,
    .iter = set_iter,
    .length = set_length,
    .contains = set_contains,
    .operators = OPERATORS(
        .binary[BINARY_SUB] = set_sub, .binary[BINARY_AND] = set_and, .binary[BINARY_OR] = set_or,
        .binary[BINARY_XOR] = set_xor, .inplace[BINARY_SUB] = set_inplace_sub, .inplace[BINARY_AND] = set_inplace_and,
        .inplace[BINARY_OR] = set_inplace_or, .inplace[BINARY_XOR] = set_inplace_xor),
    .methods = set_methods,
};

Type frozenset_type = {
    .head = {&type_type},
    .name = "frozenset",
    .doc = "A set that cannot be changed, and so can be a key or an item of a set.",
    .signature = "iterable=(), /",
    .size = sizeof(Set),
    .flags = TYPE_BASE | TYPE_IS_SET | TYPE_MATCH_SELF | TYPE_WEAK,
    .make = frozenset_make,
    .repr = set_repr,
    .hash = frozenset_hash,
    .compare = set_compare,
    .iter = set_iter,
    .length = set_length,
    .contains = set_contains,
    .operators = OPERATORS(
        .binary[BINARY_SUB] = set_sub, .binary[BINARY_AND] = set_and, .binary[BINARY_OR] = set_or,
        .binary[BINARY_XOR] = set_xor),
    .methods = frozenset_methods,
};

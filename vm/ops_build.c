// Displays, f-strings, unpacking, and the questions that match statements ask.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ displays

Value op_build_dict(Value *pairs, size_t count) {
    Value dict = dict_with_room(count);
    for (size_t k = 0; dict && k < count; k++)
        if (!dict_set(dict, pairs[2 * k], pairs[2 * k + 1])) return 0;
    return dict;
}

Value op_build_set(Value *items, size_t count) {
    Value set = set_new();
    for (size_t k = 0; set && k < count; k++)
        if (!set_add(set, items[k])) return 0;
    return set;
}

bool op_dict_update(Value dict, Value mapping) {
    if (dict_check(mapping)) return dict_update(dict, mapping);
    bool found;
    Value keys = object_find_attribute(mapping, NAME(keys), &found);
    if (error_pending) return false;
    if (!keys) return raise_type_error("'%T' object is not a mapping", mapping);
    return dict_update(dict, mapping);
}

bool op_list_extend(Value list, Value iterable) {
    if (list_extend(list, iterable)) return true;
    Type *type = type_of(iterable);
    if (!error_is(&TypeError_type) || type_iterates(type)) return false;
    (void)error_take();
    return raise_type_error("Value after * must be an iterable, not %T", iterable);
}

// ------------------------------------------------------------------------------------------------ strings

Value op_format(Value value, Value spec, uint32_t conversion) {
    switch (conversion) {
    case 1: value = object_str(value); break;
    case 2: value = object_repr(value); break;
    case 3: value = object_ascii(value); break;
    default: break;
    }
    if (!value) return 0;
    if (!spec || str_size(spec) == 0) {
        if (value_is(value, &str_type)) return value;
        if (value_is_small(value)) return object_str(value);
    }
    mem_before_call_out();
    return object_format(value, spec ? spec : NAME(empty));
}

Value op_build_string(Value *parts, size_t count) {
    size_t size = 0, length = 0;
    for (size_t k = 0; k < count; k++) {
        size += str_size(parts[k]);
        length += str_length(parts[k]);
    }
    Value made = str_room(size, length);
    if (!made) return 0;
    char *to = (char *)str_data(made);
    for (size_t k = 0; k < count; k++) {
        memcpy(to, str_data(parts[k]), str_size(parts[k]));
        to += str_size(parts[k]);
    }
    return made;
}

// ------------------------------------------------------------------------------------------------ unpacking

static bool raise_not_iterable(Value v) {
    if (!error_is(&TypeError_type)) return false;
    Type *type = type_of(v);
    if (type_iterates(type)) return false;
    (void)error_take();
    return raise_type_error("cannot unpack non-iterable %T object", v);
}

static bool raise_too_many(Value v, size_t count) {
    if (value_is(v, &list_type) || value_is(v, &tuple_type) || value_is(v, &dict_type))
        return raise_value_error("too many values to unpack (expected %zu, got %zd)", count, object_length(v));
    return raise_value_error("too many values to unpack (expected %zu)", count);
}

// Makes `count` slots from `top` on part of the live stack, where items are put while Python code may run. The first holds
// what is unpacked, and is filled last.
static void claim_slots(Value *top, size_t count) {
    for (size_t k = 1; k < count; k++) top[k] = 0;
    machine.frame->top = top + (count ? count : 1);
}

bool op_unpack(Value v, size_t count, Value *top) {
    Value iterator = object_iter(v);
    if (!iterator) return raise_not_iterable(v);
    claim_slots(top, count);
    for (size_t k = 0; k < count; k++) {
        Value item = object_next(iterator);
        if (!item) {
            if (error_pending) return false;
            return raise_value_error("not enough values to unpack (expected %zu, got %zu)", count, k);
        }
        top[count - 1 - k] = item;
    }
    if (object_next(iterator)) return raise_too_many(v, count);
    return !error_pending;
}

bool op_unpack_starred(Value v, size_t before, size_t after, Value *top) {
    Value iterator = object_iter(v);
    if (!iterator) return raise_not_iterable(v);
    size_t total = before + after + 1;
    claim_slots(top, total);
    for (size_t k = 0; k < before; k++) {
        Value item = object_next(iterator);
        if (!item) {
            if (error_pending) return false;
            return raise_value_error("not enough values to unpack (expected at least %zu, got %zu)", before + after, k);
        }
        top[total - 1 - k] = item;
    }
    Value rest = list_from_iterable(iterator);
    if (!rest) return false;
    List *list = list_of(rest);
    if (list->count < after)
        return raise_value_error("not enough values to unpack (expected at least %zu, got %zu)", before + after,
                                 before + list->count);
    top[after] = rest;
    size_t first = list->count - after;
    for (size_t k = 0; k < after; k++) top[after - 1 - k] = list->items[first + k];
    return list_delete_range(rest, first, list->count);
}

// ------------------------------------------------------------------------------------------------ match

Value op_match_keys(Value subject, Value keys) {
    size_t count = tuple_count(keys);
    Value values = tuple_new(0, count), seen = set_new(), missing = object_call0(VALUE(&object_type));
    if (!values || !seen || !missing) return 0;
    Value get = object_get_attribute_c(subject, "get");
    for (size_t k = 0; get && k < count; k++) {
        Value key = tuple_get(keys, k);
        int twice = set_contains(seen, key);
        if (twice < 0 || !set_add(seen, key)) return 0;
        if (twice) return raise_value_error("mapping pattern checks duplicate key (%R)", key);
        Value value = object_call2(get, key, missing);
        if (!value) return 0;
        if (value == missing) return NONE;
        tuple_of(values)->items[k] = value;
    }
    return get ? values : 0;
}

// Reads one attribute for a class pattern: 1 found, 0 not there, -1 raised.
static int match_attribute(Value subject, Value name, Value *out) {
    bool found;
    *out = object_find_attribute(subject, name, &found);
    return *out ? 1 : error_pending ? -1 : 0;
}

static int match_positional(Value subject, Type *class, size_t count, Value seen, Value *out) {
    bool found;
    Value names = object_find_attribute(VALUE(class), NAME(__match_args__), &found);
    if (!names && error_pending) return -1;
    if (!names && class->flags & TYPE_MATCH_SELF) {
        if (count > 1) {
            raise_type_error("%N() accepts 1 positional sub-pattern (%zu given)", class, count);
            return -1;
        }
        out[0] = subject;
        return 1;
    }
    if (names && !value_is(names, &tuple_type)) {
        raise_type_error("%N.__match_args__ must be a tuple (got %T)", class, names);
        return -1;
    }
    size_t allowed = names ? tuple_count(names) : 0;
    if (count > allowed) {
        raise_type_error("%N() accepts %zu positional sub-pattern%s (%zu given)", class, allowed,
                         allowed == 1 ? "" : "s", count);
        return -1;
    }
    for (size_t k = 0; k < count; k++) {
        Value name = tuple_get(names, k);
        if (!value_is(name, &str_type)) {
            raise_type_error("__match_args__ elements must be strings (got %T)", name);
            return -1;
        }
        int twice = set_contains(seen, name);
        if (twice > 0) raise_type_error("%N() got multiple sub-patterns for attribute %R", class, name);
        if (twice || !set_add(seen, name)) return -1;
        int got = match_attribute(subject, str_intern(name), &out[k]);
        if (got <= 0) return got;
    }
    return 1;
}

Value op_match_class(Value subject, Value class, Value names, size_t positional) {
    if (!type_check(class)) return raise_type_error("called match pattern must be a class");
    int is = object_isinstance(subject, class);
    if (is <= 0) return is < 0 ? 0 : NONE;
    size_t keywords = tuple_count(names);
    Value result = tuple_new(0, positional + keywords), seen = set_new();
    if (!result || !seen) return 0;
    Value *out = tuple_of(result)->items;
    if (positional) {
        int got = match_positional(subject, type_from(class), positional, seen, out);
        if (got <= 0) return got < 0 ? 0 : NONE;
    }
    for (size_t k = 0; k < keywords; k++) {
        Value name = tuple_get(names, k);
        if (set_contains(seen, name) > 0)
            return raise_type_error("%N() got multiple sub-patterns for attribute %R", type_from(class), name);
        if (!set_add(seen, name)) return 0;
        int got = match_attribute(subject, name, &out[positional + k]);
        if (got <= 0) return got < 0 ? 0 : NONE;
    }
    return result;
}

Value op_copy_mapping_without(Value subject, Value keys) {
    Value dict = dict_new();
    if (!dict || !dict_update(dict, subject)) return 0;
    for (size_t k = 0; k < tuple_count(keys); k++)
        if (dict_delete(dict, tuple_get(keys, k)) < 0) return 0;
    return dict;
}

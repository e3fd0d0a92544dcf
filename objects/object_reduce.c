// object.__reduce_ex__: how to make an object again, for copy and pickle (PEP 307; pickle's reference,
// "Pickling Class Instances"). The answer is (function, arguments, state, list items, dict items).
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/object_parts.h"
#include "objects/str.h"
#include "objects/type.h"

// A function of copyreg that makes the object again.
static Value maker(const char *name) {
    Value module = object_import("copyreg");
    return module ? object_get_attribute_c(module, name) : 0;
}

static Value refuse(Value self) { return raise_type_error("cannot pickle '%T' object", self); }

// --- state

// The base that is not made by a class statement.
static Type *built_in_base(Type *type) {
    // Up to what has storage of its own.
    while ((type->flags & TYPE_HEAP) ||
           (type->base && type->size == sizeof(Object) && type->make == type->base->make))
        type = type->base;
    return type;
}

static bool add_slots_of(Value into, Value self, Type *class) {
    size_t at = 0;
    DictEntry *entry;
    while ((entry = dict_next(class->dict, &at))) {
        if (!value_is(entry->value, &member_descriptor_type)) continue;
        bool found;
        Value value = object_find_attribute(self, entry->key, &found);
        if (error_occurred() || (value && !dict_set(into, entry->key, value))) return false;
    }
    return true;
}

// The members of __slots__ that are set, by name.
static Value slots_state(Value self) {
    Value slots = dict_new();
    Type *type = type_of(self);
    for (size_t i = 0; slots && i < type->mro->count; i++) {
        Type *class = type_from(type->mro->items[i]);
        if ((class->flags & TYPE_HEAP) && class->slot_names && !add_slots_of(slots, self, class)) return 0;
    }
    return slots;
}

static Value dict_state(Value self) {
    Attributes *attributes = attributes_of(self);
    if (attributes) return attributes_snapshot(attributes);
    bool found;
    Value dict = object_find_attribute(self, NAME(__dict__), &found);
    return dict || error_occurred() ? dict : NONE;
}

static Value default_state(Value self, bool required) {
    Type *base = built_in_base(type_of(self));
    if (required && (base->payload_size || base->flags & TYPE_IS_MEMORYVIEW)) {
        return raise_type_error("cannot pickle %T objects", self);
    }
    if (required && base->size > sizeof(Object)) return refuse(self);
    Value dict = dict_state(self), slots = dict ? slots_state(self) : 0;
    if (!slots) return 0;
    if (dict != NONE && dict_check(dict) && dict_of(dict)->count == 0) dict = NONE;
    return dict_of(slots)->count ? tuple_pack(2, dict, slots) : dict;
}

Value object_py_getstate(Value self, Value *args) {
    (void)args;
    return default_state(self, false);
}

static Value state_of(Value self, bool required) {
    Value name = intern("__getstate__");
    if (!name) return 0;
    if (type_lookup(type_of(self), name) == type_lookup(&object_type, name))
        return default_state(self, required);
    return object_call_method(self, name, 0, 0);
}

// --- protocol 2 and later

// Arguments for __new__: *args is a tuple, *keywords a dict or 0. False: raised. Both 0: the class gives
// none.
static bool new_arguments(Value self, Value *args, Value *keywords) {
    *args = *keywords = 0;
    Value extended = intern("__getnewargs_ex__"), plain = intern("__getnewargs__");
    if (!extended || !plain) return false;
    Value method = object_find_special(self, extended);
    if (method) {
        Value pair = object_call0(method);
        if (!pair) return false;
        if (!tuple_check(pair) || tuple_count(pair) != 2) {
            return raise_type_error("__getnewargs_ex__ should return a tuple, not '%T'", pair);
        }
        *args = tuple_get(pair, 0);
        *keywords = tuple_get(pair, 1);
        if (!tuple_check(*args)) {
            return raise_type_error(
                "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%T'", *args);
        }
        if (dict_check(*keywords)) return true;
        return raise_type_error(
            "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%T'", *keywords);
    }
    if (error_occurred()) return false;
    method = object_find_special(self, plain);
    if (!method) return !error_occurred();
    if (!(*args = object_call0(method))) return false;
    return tuple_check(*args) || raise_type_error("__getnewargs__ should return a tuple, not '%T'", *args);
}

static Value with_class(Value class, Value args) {
    Value all = tuple_new(0, (args ? tuple_count(args) : 0) + 1);
    if (!all) return 0;
    tuple_of(all)->items[0] = class;
    for (size_t i = 1; i < tuple_count(all); i++) tuple_of(all)->items[i] = tuple_get(args, i - 1);
    return all;
}

static Value iterate_items(Value self) {
    Value items = object_call_method(self, NAME(items), 0, 0);
    return items ? object_iter(items) : 0;
}

static Value reduce_by_new(Value self) {
    Type *type = type_of(self);
    Value args, keywords;
    if (!type->make) return refuse(self);
    if (!new_arguments(self, &args, &keywords)) return 0;
    bool with_keywords = keywords && dict_of(keywords)->count;
    Value function = maker(with_keywords ? "__newobj_ex__" : "__newobj__");
    Value arguments =
        with_keywords ? tuple_pack(3, VALUE(type), args, keywords) : with_class(VALUE(type), args);
    Value state = state_of(self, !args && !list_check(self) && !dict_check(self));
    if (!function || !arguments || !state) return 0;
    Value list_items = list_check(self) ? object_iter(self) : NONE;
    Value dict_items = dict_check(self) ? iterate_items(self) : NONE;
    return list_items && dict_items ? tuple_pack(5, function, arguments, state, list_items, dict_items) : 0;
}

// --- protocols 0 and 1

static Value reduce_by_copy(Value self) {
    Type *type = type_of(self), *base = built_in_base(type);
    if (base == type && base != &object_type) {
        Value name = type_name(type);
        return name ? raise_type_error("cannot pickle '%S' object", name) : 0;
    }
    Value state = base == &object_type ? NONE : object_call1(VALUE(base), self);
    Value args = state ? tuple_pack(3, VALUE(type), VALUE(base), state) : 0;
    Value function = maker("_reconstructor");
    Value getstate = intern("__getstate__");
    if (!args || !function || !getstate) return 0;
    if (type_lookup(type, getstate) == type_lookup(&object_type, getstate)) {
        bool found;
        Value slots = object_find_attribute(self, NAME(__slots__), &found);
        int some = slots && found ? object_truth(slots) : error_occurred() ? -1 : 0;
        if (some < 0) return 0;
        if (some) return raise_type_error("a class that defines __slots__ without defining __getstate__ cannot be pickled");
    }
    Value attributes = state_of(self, false);
    if (!attributes) return 0;
    return attributes == NONE ? tuple_pack(2, function, args) : tuple_pack(3, function, args, attributes);
}

// --- Python methods

Value object_py_reduce(Value self, Value *args) {
    (void)args;
    Value own = object_reduce_own(self);
    return own || error_occurred() ? own : reduce_by_copy(self);
}

Value object_py_reduce_ex(Value self, Value *args) {
    int protocol;
    if (!object_to_int(args[0], &protocol)) return 0;
    Value own = type_lookup(type_of(self), NAME(__reduce__));
    if (own != type_lookup(&object_type, NAME(__reduce__)))
        return object_call_method(self, NAME(__reduce__), 0, 0);
    Value made = object_reduce_own(self);
    if (made || error_occurred()) return made;
    return protocol >= 2 ? reduce_by_new(self) : reduce_by_copy(self);
}

// functools.partial: a callable with some of its arguments given. Placeholder among the positional ones keeps
// a place for an argument of the call; the first arguments of the call go there.
#include "lib/functools.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

Object functools_placeholder = {&functools_placeholder_type};
#define PLACEHOLDER VALUE(&functools_placeholder)

typedef struct {
    Object head;
    Value function;
    Value args;                 // tuple
    Value keywords;             // dict
    size_t placeholders;        // among args
} Partial;

static Partial *partial_of(Value v) { return (Partial *)value_object(v); }

// --- Placeholder

static Value placeholder_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type, (void)args;
    if (count || (keywords && tuple_count(keywords)))
        return raise_type_error("PlaceholderType takes no arguments");
    return PLACEHOLDER;
}

static Value placeholder_repr(Value self) {
    (void)self;
    return intern("Placeholder");
}

static Value placeholder_py_reduce(Value self, Value *args) {
    (void)args;
    return placeholder_repr(self);
}

static const MethodDef placeholder_methods[] = {
    METHOD("__reduce__", placeholder_py_reduce, "", "The name it is known by."),
    METHODS_END
};

Type functools_placeholder_type = {
    .head = {&type_type},
    .name = "functools._PlaceholderType",
    .doc = "The type of Placeholder, which keeps a place for a positional argument of a partial call.",
    .size = sizeof(Object),
    .make = placeholder_make,
    .repr = placeholder_repr,
    .methods = placeholder_methods,
};

// --- making

static size_t count_placeholders(Value args) {
    size_t count = 0;
    for (size_t i = 0; i < tuple_count(args); i++) count += tuple_get(args, i) == PLACEHOLDER;
    return count;
}

// The arguments of one partial with those of a call: places are filled in, the rest goes behind. Places stay
// where `count` is too small for them.
static Value merge_args(const Partial *partial, const Value *args, size_t count) {
    size_t own = tuple_count(partial->args),
           filled = count < partial->placeholders ? count : partial->placeholders;
    Value merged = tuple_new(0, own + count - filled);
    if (!merged) return 0;
    Value *items = tuple_of(merged)->items;
    size_t used = 0;
    for (size_t i = 0; i < own; i++) {
        items[i] = tuple_get(partial->args, i);
        if (items[i] == PLACEHOLDER && used < filled) items[i] = args[used++];
    }
    memcpy(items + own, args + used, (count - used) * sizeof *items);
    return merged;
}

// A new dict of a partial's own keywords and those of a call.
static Value merge_keywords(Value own, const Value *values, Value names) {
    Value merged = own ? dict_copy(own) : dict_new();
    for (size_t i = 0; merged && names && i < tuple_count(names); i++) {
        if (!dict_set(merged, tuple_get(names, i), values[i])) return 0;
    }
    return merged;
}

static bool has_attributes(Value v) {
    const Attributes *attributes = attributes_of(v);
    return attributes && (attributes->shape->dict_mode || attributes->shape->count);
}

static bool check_arguments(const Value *args, size_t count, Value names) {
    if (count && args[count - 1] == PLACEHOLDER)
        return raise_type_error("trailing Placeholders are not allowed");
    for (size_t i = 0; names && i < tuple_count(names); i++) {
        if (args[count + i] == PLACEHOLDER)
            return raise_type_error("Placeholder cannot be passed as a keyword argument");
    }
    return true;
}

static Value partial_make(Type *type, Value *args, size_t count, Value keywords) {
    if (count < 1) return raise_type_error("type 'partial' takes at least one argument");
    if (!object_callable(args[0])) return raise_type_error("the first argument must be callable");
    if (!check_arguments(args + 1, count - 1, keywords)) return 0;
    // A partial of a partial is one of what the inner one calls.
    Partial *inner = object_is_instance(args[0], &functools_partial_type) && !has_attributes(args[0])
                         ? partial_of(args[0])
                         : 0;
    Value own = inner ? merge_args(inner, args + 1, count - 1) : tuple_new(args + 1, count - 1);
    Value named = merge_keywords(inner ? inner->keywords : 0, args + count, keywords),
          self = instance_new(type);
    if (!own || !named || !self) return 0;
    Partial *partial = partial_of(self);
    partial->function = inner ? inner->function : args[0];
    partial->args = own;
    partial->keywords = named;
    partial->placeholders = count_placeholders(own);
    return self;
}

// --- slots

// The call's arguments with the partial's keywords in front of its own; count are the positional ones.
static Value call_with_keywords(const Partial *partial, const Value *args, size_t count, const Value *values,
                                Value names) {
    Value merged = names ? merge_keywords(partial->keywords, values, names) : partial->keywords;
    if (!merged) return 0;
    Dict *dict = dict_of(merged);
    Value *all = mem_alloc((count + dict->count) * sizeof *all), all_names = tuple_new(0, dict->count);
    if (!all || !all_names) return 0;
    memcpy(all, args, count * sizeof *all);
    size_t at = 0, i = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &at)); i++) {
        if (!str_check(entry->key)) return raise_type_error("keywords must be strings");
        tuple_of(all_names)->items[i] = entry->key;
        all[count + i] = entry->value;
    }
    return object_call(partial->function, all, count, all_names);
}

static Value partial_call(Value self, Value *args, size_t count, Value keywords) {
    const Partial *partial = partial_of(self);
    if (count < partial->placeholders) {
        return raise_type_error(
            "missing positional arguments in 'partial' call; expected at least %zu, got %zu",
            partial->placeholders, count);
    }
    size_t own = tuple_count(partial->args), named = keywords ? tuple_count(keywords) : 0;
    size_t all = own + count - partial->placeholders;
    bool plain = dict_of(partial->keywords)->count == 0;
    Value few[16];
    Value *merged = all + named <= 16 ? few : mem_alloc((all + named) * sizeof *merged);
    if (!merged) return 0;
    const Value *next = args;
    for (size_t i = 0; i < own; i++) {
        Value arg = tuple_get(partial->args, i);
        merged[i] = partial->placeholders && arg == PLACEHOLDER ? *next++ : arg;
    }
    size_t rest = count - partial->placeholders;
    if (rest) memcpy(merged + own, next, rest * sizeof *merged);
    if (!plain) return call_with_keywords(partial, merged, all, args + count, named ? keywords : 0);
    if (named) memcpy(merged + all, args + count, named * sizeof *merged);
    return object_call(partial->function, merged, all, keywords);
}

static void add_arguments(StrBuilder *builder, Value positional, Value named) {
    for (size_t i = 0; i < tuple_count(positional); i++)
        str_builder_add_format(builder, ", %R", tuple_get(positional, i));
    size_t at = 0;
    for (DictEntry *entry; !builder->failed && (entry = dict_next(dict_of(named), &at));) {
        Value key = entry->key, value = entry->value;
        str_builder_add_format(builder, ", %S=%R", key, value);
    }
}

static Value partial_repr(Value self) {
    if (!repr_enter(self)) return error_occurred() ? 0 : intern("...");
    StrBuilder builder;
    str_builder_init(&builder);
    Value name = type_qualified_name(type_of(self));
    const Partial *partial = partial_of(self);
    Value positional = partial->args, named = partial->keywords;
    if (name) {
        str_builder_add_format(&builder, "%S(%R", name, partial->function);
        add_arguments(&builder, positional, named);
        str_builder_add_c(&builder, ")");
    }
    repr_leave(self);
    return name ? str_builder_finish(&builder) : 0;
}

static Value partial_descriptor_get(Value self, Value object, Type *owner) {
    (void)owner;
    return !object || object == NONE ? self : method_new(self, object);
}

static Value partial_get_func(Value self) { return partial_of(self)->function; }
static Value partial_get_args(Value self) { return partial_of(self)->args; }
static Value partial_get_keywords(Value self) { return partial_of(self)->keywords; }

// --- Python methods

static Value partial_py_reduce(Value self, Value *args) {
    (void)args;
    const Partial *partial = partial_of(self);
    Value attributes = has_attributes(self) ? attributes_dict(attributes_of(self)) : NONE;
    Value function = tuple_pack(1, partial->function);
    Value state =
        attributes ? tuple_pack(4, partial->function, partial->args, partial->keywords, attributes) : 0;
    return state && function ? tuple_pack(3, VALUE(type_of(self)), function, state) : 0;
}

static Value partial_py_setstate(Value self, Value *args) {
    Value state = args[0];
    if (!tuple_check(state) || tuple_count(state) != 4) return raise_type_error("invalid partial state");
    const Value *parts = tuple_of(state)->items;
    if (!object_callable(parts[0]) || !tuple_check(parts[1]) || (parts[2] != NONE && !dict_check(parts[2]))) {
        return raise_type_error("invalid partial state");
    }
    if (!check_arguments(tuple_of(parts[1])->items, tuple_count(parts[1]), 0)) return 0;
    Value positional = tuple_from_iterable(parts[1]);
    Value named = parts[2] == NONE                 ? dict_new()
                  : value_is(parts[2], &dict_type) ? parts[2]
                                                   : dict_copy(parts[2]);
    if (!positional || !named) return 0;
    Value dict = parts[3] != NONE ? parts[3] : dict_new();
    if (!dict || ((parts[3] != NONE || has_attributes(self)) && !attributes_set_dict(attributes_of(self), dict))) return 0;
    Partial *partial = partial_of(self);
    partial->function = parts[0];
    partial->args = positional;
    partial->keywords = named;
    partial->placeholders = count_placeholders(positional);
    return NONE;
}

static const MethodDef partial_methods[] = {
    METHOD("__reduce__", partial_py_reduce, "", "How to make this object again."),
    METHOD("__setstate__", partial_py_setstate, "state, /",
           "Set function, arguments, keywords and attributes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};

static const AttributeDef partial_attributes[] = {
    {"func", partial_get_func, sequence_readonly, "function object to use in future partial calls"},
    {"args", partial_get_args, sequence_readonly, "tuple of arguments to future partial calls"},
    {"keywords", partial_get_keywords, sequence_readonly,
     "dictionary of keyword arguments to future partial calls"},
    {0},
};

Type functools_partial_type = {
    .head = {&type_type},
    .name = "functools.partial",
    .doc = "Create a new function with partial application of the given arguments\nand keywords.",
    .signature = "func, /, *args, **keywords",
    .size = sizeof(Partial),
    .attributes_offset = sizeof(Partial),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES | TYPE_BINDS_SELF | TYPE_WEAK,
    .make = partial_make,
    .repr = partial_repr,
    .call = partial_call,
    .descriptor_get = partial_descriptor_get,
    .methods = partial_methods,
    .attributes = partial_attributes,
};

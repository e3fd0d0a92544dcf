// operator.attrgetter, itemgetter and methodcaller: callables that ask one object for something.
#include "lib/functools.h"
#include "lib/operator.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// The one argument of a call. False: TypeError.
static bool only_argument(const char *name, Value *args, size_t count, Value keywords, Value *argument) {
    if (keywords && tuple_count(keywords)) return raise_type_error("%s() takes no keyword arguments", name);
    if (count != 1) return raise_type_error("%s expected 1 argument, got %zu", name, count);
    *argument = args[0];
    return true;
}

static bool check_made(const char *name, size_t count, Value keywords) {
    if (keywords && tuple_count(keywords)) return raise_type_error("%s() takes no keyword arguments", name);
    return count || raise_type_error("%s expected 1 argument, got 0", name);
}

// "operator.name('a', 1)": the arguments of `tuple` behind the qualified name of the class.
static void add_arguments(StrBuilder *builder, Value self, Value tuple) {
    Value name = type_qualified_name(type_of(self));
    if (!name) builder->failed = true;
    if (!name) return;
    str_builder_add_str(builder, name);
    str_builder_add_c(builder, "(");
    for (size_t i = 0; i < tuple_count(tuple); i++)
        str_builder_add_format(builder, i ? ", %R" : "%R", tuple_get(tuple, i));
}

// --- attrgetter and itemgetter

typedef struct {
    Object head;
    Value wanted;               // tuple of what was given: names, or keys
    Value paths;                // attrgetter: tuple with a tuple of names for each, split at dots
} Getter;

static Getter *getter_of(Value v) { return (Getter *)value_object(v); }

static Value getter_new(Type *type, Value *args, size_t count) {
    Value wanted = tuple_new(args, count), self = wanted ? instance_new(type) : 0;
    if (self) getter_of(self)->wanted = wanted;
    return self;
}

static Value getter_repr(Value self) {
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("...");
    StrBuilder builder;
    str_builder_init(&builder);
    add_arguments(&builder, self, getter_of(self)->wanted);
    str_builder_add_c(&builder, ")");
    repr_leave(self);
    return str_builder_finish(&builder);
}

static Value getter_py_reduce(Value self, Value *args) {
    (void)args;
    return tuple_pack(2, VALUE(type_of(self)), getter_of(self)->wanted);
}

static const MethodDef getter_methods[] = {
    METHOD("__reduce__", getter_py_reduce, "", "How to make this object again."),
    METHODS_END
};

// One answer alone, several as a tuple.
static Value get_all(const Getter *getter, Value object, Value (*get)(const Getter *, size_t, Value)) {
    size_t count = tuple_count(getter->wanted);
    if (count == 1) return get(getter, 0, object);
    Value all = tuple_new(0, count);
    for (size_t i = 0; all && i < count; i++)
        if (!(tuple_of(all)->items[i] = get(getter, i, object))) return 0;
    return all;
}

static Value split_name(Value name) {
    Value dot = intern("."), parts = dot ? object_call_method(name, NAME(split), &dot, 1) : 0;
    Value path = parts ? tuple_from_iterable(parts) : 0;
    for (size_t i = 0; path && i < tuple_count(path); i++)
        if (!(tuple_of(path)->items[i] = str_intern(tuple_get(path, i)))) return 0;
    return path;
}

static Value attrgetter_make(Type *type, Value *args, size_t count, Value keywords) {
    if (!check_made("attrgetter", count, keywords)) return 0;
    Value paths = tuple_new(0, count);
    for (size_t i = 0; paths && i < count; i++) {
        if (!str_check(args[i])) return raise_type_error("attribute name must be a string");
        if (!(tuple_of(paths)->items[i] = split_name(args[i]))) return 0;
    }
    Value self = paths ? getter_new(type, args, count) : 0;
    if (self) getter_of(self)->paths = paths;
    return self;
}

static Value get_path(const Getter *getter, size_t index, Value object) {
    Value path = tuple_get(getter->paths, index);
    for (size_t i = 0; object && i < tuple_count(path); i++)
        object = object_get_attribute(object, tuple_get(path, i));
    return object;
}

static Value attrgetter_call(Value self, Value *args, size_t count, Value keywords) {
    Value object = 0;
    return only_argument("attrgetter", args, count, keywords, &object)
               ? get_all(getter_of(self), object, get_path)
               : 0;
}

Type operator_attrgetter_type = {
    .head = {&type_type},
    .name = "operator.attrgetter",
    .doc = "attrgetter('a')(x) is x.a, attrgetter('a.b')(x) is x.a.b, attrgetter('a', 'b')(x) is (x.a, x.b).",
    .signature = "attr, /, *attrs",
    .size = sizeof(Getter),
    .make = attrgetter_make,
    .repr = getter_repr,
    .call = attrgetter_call,
    .methods = getter_methods,
};

static Value itemgetter_make(Type *type, Value *args, size_t count, Value keywords) {
    return check_made("itemgetter", count, keywords) ? getter_new(type, args, count) : 0;
}

static Value get_key(const Getter *getter, size_t index, Value object) {
    Value key = tuple_get(getter->wanted, index);
    if (value_is(object, &tuple_type) && value_is_small(key) && small_int(key) >= 0 &&
        (size_t)small_int(key) < tuple_count(object))
        return tuple_get(object, (size_t)small_int(key));
    return object_get_item(object, key);
}

static Value itemgetter_call(Value self, Value *args, size_t count, Value keywords) {
    Value object = 0;
    return only_argument("itemgetter", args, count, keywords, &object)
               ? get_all(getter_of(self), object, get_key)
               : 0;
}

Type operator_itemgetter_type = {
    .head = {&type_type},
    .name = "operator.itemgetter",
    .doc = "itemgetter(k)(x) is x[k], itemgetter(k, l)(x) is (x[k], x[l]).",
    .signature = "item, /, *items",
    .size = sizeof(Getter),
    .make = itemgetter_make,
    .repr = getter_repr,
    .call = itemgetter_call,
    .methods = getter_methods,
};

// --- methodcaller

typedef struct {
    Object head;
    Value name;
    Value args;                 // tuple: the positional ones, then those of the keywords
    Value keywords;             // tuple of their names, or 0
} MethodCaller;

static MethodCaller *caller_of(Value v) { return (MethodCaller *)value_object(v); }

static size_t positional_count(const MethodCaller *caller) {
    return tuple_count(caller->args) - (caller->keywords ? tuple_count(caller->keywords) : 0);
}

static Value methodcaller_make(Type *type, Value *args, size_t count, Value keywords) {
    if (count < 1) return raise_type_error("methodcaller needs at least one argument, the method name");
    if (!str_check(args[0])) return raise_type_error("method name must be a string");
    size_t named = keywords ? tuple_count(keywords) : 0;
    Value name = str_intern(args[0]), rest = tuple_new(args + 1, count - 1 + named),
          self = instance_new(type);
    if (!name || !rest || !self) return 0;
    MethodCaller *caller = caller_of(self);
    caller->name = name;
    caller->args = rest;
    caller->keywords = named ? keywords : 0;
    return self;
}

static Value methodcaller_call(Value self, Value *args, size_t count, Value keywords) {
    Value object = 0;
    const MethodCaller *caller = caller_of(self);
    if (!only_argument("methodcaller", args, count, keywords, &object)) return 0;
    Value *given = tuple_of(caller->args)->items;
    if (!caller->keywords) return object_call_method(object, caller->name, given, tuple_count(caller->args));
    Value method = object_get_attribute(object, caller->name);
    return method ? object_call(method, given, positional_count(caller), caller->keywords) : 0;
}

static Value methodcaller_repr(Value self) {
    const MethodCaller *caller = caller_of(self);
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("...");
    StrBuilder builder;
    str_builder_init(&builder);
    Value name = tuple_pack(1, caller->name);
    if (name) add_arguments(&builder, self, name);
    size_t count = positional_count(caller);
    for (size_t i = 0; i < tuple_count(caller->args); i++) {
        Value value = tuple_get(caller->args, i);
        if (i < count) str_builder_add_format(&builder, ", %R", value);
        else str_builder_add_format(&builder, ", %S=%R", tuple_get(caller->keywords, i - count), value);
    }
    str_builder_add_c(&builder, ")");
    repr_leave(self);
    return name ? str_builder_finish(&builder) : 0;
}

// The arguments to make it again with: the name and the positional ones, or, when there are keywords, a
// partial of all.
static Value methodcaller_py_reduce(Value self, Value *args) {
    (void)args;
    const MethodCaller *caller = caller_of(self);
    size_t count = positional_count(caller), all = tuple_count(caller->args);
    Value arguments = tuple_new(0, all + 2);
    if (!arguments) return 0;
    Value *items = tuple_of(arguments)->items;
    items[0] = VALUE(type_of(self));
    items[1] = caller->name;
    memcpy(items + 2, tuple_of(caller->args)->items, all * sizeof *items);
    if (caller->keywords) {
        Value partial = object_call(VALUE(&functools_partial_type), items, count + 2, caller->keywords);
        return partial ? tuple_pack(2, partial, tuple_empty) : 0;
    }
    Value rest = tuple_slice(arguments, 1, all + 2);
    return rest ? tuple_pack(2, items[0], rest) : 0;
}

static const MethodDef methodcaller_methods[] = {
    METHOD("__reduce__", methodcaller_py_reduce, "", "How to make this object again."),
    METHODS_END
};

Type operator_methodcaller_type = {
    .head = {&type_type},
    .name = "operator.methodcaller",
    .doc = "methodcaller('f', a, b=c)(x) is x.f(a, b=c).",
    .signature = "name, /, *args, **kwargs",
    .size = sizeof(MethodCaller),
    .make = methodcaller_make,
    .repr = methodcaller_repr,
    .call = methodcaller_call,
    .methods = methodcaller_methods,
};

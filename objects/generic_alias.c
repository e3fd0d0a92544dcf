// GenericAlias: see generic_alias.h (PEP 585). Type variables among the arguments are recognised by their method
// __typing_subst__; aliases and the like that contain such by a non-empty __parameters__.
#include "objects/generic_alias.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/union.h"

static GenericAlias *alias_of(Value v) {
    return (GenericAlias *)value_object(v);
}

static Value alias_make_of(Value origin, Value args, bool starred) {
    GenericAlias *alias = mem_object(&generic_alias_type, sizeof(GenericAlias));
    if (!alias) return 0;
    alias->origin = origin;
    alias->args = args;
    alias->starred = starred;
    return VALUE(alias);
}

Value generic_alias_new(Value origin, Value item) {
    Value args = tuple_check(item) ? item : tuple_pack(1, item);
    return args ? alias_make_of(origin, args, false) : 0;
}

Value generic_alias_py_class_getitem(Value self, Value *args) {
    return generic_alias_new(self, args[0]);
}

// --- type variables

// Of a list or a tuple, which hold the types of parameters.
static size_t sequence_count(Value v) { return list_check(v) ? list_of(v)->count : tuple_count(v); }
static Value sequence_get(Value v, size_t i) { return list_check(v) ? list_of(v)->items[i] : tuple_get(v, i); }

// An attribute of an argument, 0 when it has none; *failed when looking it up raised. Classes do not count: their
// attributes describe their instances.
static Value find_on_argument(Value argument, const char *name, bool *failed) {
    *failed = false;
    if (type_check(argument)) return 0;
    bool found;
    Value interned = intern(name);
    Value attribute = interned ? object_find_attribute(argument, interned, &found) : 0;
    *failed = error_occurred();
    return attribute && found ? attribute : 0;
}

static bool add_once(Value list, Value item) {
    int present = object_contains(list, item);
    return present >= 0 && (present || list_append(list, item));
}

static bool collect_from(Value argument, Value list) {
    bool failed;
    for (size_t i = 0; (tuple_check(argument) || list_check(argument)) && i < sequence_count(argument); i++)
        if (!collect_from(sequence_get(argument, i), list)) return false;
    Value subst = find_on_argument(argument, "__typing_subst__", &failed);
    if (failed) return false;
    if (subst) return add_once(list, argument);
    Value inner = find_on_argument(argument, "__parameters__", &failed);
    if (failed) return false;
    for (size_t i = 0; inner && tuple_check(inner) && i < tuple_count(inner); i++)
        if (!add_once(list, tuple_get(inner, i))) return false;
    return true;
}

static Value parameters(GenericAlias *alias) {
    if (alias->parameters) return alias->parameters;
    Value list = list_with_capacity(0);
    for (size_t i = 0; list && i < tuple_count(alias->args); i++)
        if (!collect_from(tuple_get(alias->args, i), list)) return 0;
    return list ? alias->parameters = list_to_tuple(list) : 0;
}

// What stands for `parameter` among values, which are as many as there are parameters.
static Value value_for(Value parameter, Value all, Value values) {
    for (size_t i = 0; i < tuple_count(all); i++)
        if (tuple_get(all, i) == parameter) return tuple_get(values, i);
    return parameter;
}

// Several values stand for a parameter that can be unpacked, a TypeVarTuple.
static bool add_value(Value list, Value parameter, Value value) {
    return type_of(parameter)->iter && tuple_check(value) ? list_extend(list, value) : list_append(list, value);
}

static Value substitute_inner(Value argument, Value inner, Value all, Value values) {
    Value chosen = list_with_capacity(tuple_count(inner));
    for (size_t i = 0; chosen && i < tuple_count(inner); i++)
        if (!add_value(chosen, tuple_get(inner, i), value_for(tuple_get(inner, i), all, values))) return 0;
    return chosen ? object_get_item(argument, list_to_tuple(chosen)) : 0;
}

static Value substitute_all(Value args, Value all, Value values);

static Value substitute_argument(Value argument, Value all, Value values) {
    bool failed;
    if (tuple_check(argument)) return substitute_all(argument, all, values);
    Value subst = find_on_argument(argument, "__typing_subst__", &failed);
    if (failed) return 0;
    if (subst) return object_call1(subst, value_for(argument, all, values));
    Value inner = find_on_argument(argument, "__parameters__", &failed);
    if (failed) return 0;
    if (!inner || !tuple_check(inner) || !tuple_count(inner)) return argument;
    return substitute_inner(argument, inner, all, values);
}

// What Ts of *Ts became takes its place item by item.
static Value substitute_all(Value args, Value all, Value values) {
    bool failed;
    Value list = list_with_capacity(tuple_count(args));
    for (size_t i = 0; list && i < tuple_count(args); i++) {
        Value old = tuple_get(args, i), argument = substitute_argument(old, all, values);
        if (!argument) return 0;
        Value starred = find_on_argument(old, "__typing_is_unpacked_typevartuple__", &failed);
        if (failed) return 0;
        if (!(starred == TRUE && tuple_check(argument) ? list_extend(list, argument)
                                                       : list_append(list, argument)))
            return 0;
    }
    return list ? list_to_tuple(list) : 0;
}

Value generic_alias_prepare(Value alias, Value all, Value item) {
    Value values = tuple_check(item) ? item : tuple_pack(1, item);
    for (size_t i = 0; values && i < tuple_count(all); i++) {
        bool failed;
        Value prepare = find_on_argument(tuple_get(all, i), "__typing_prepare_subst__", &failed), args[] = {alias, values};
        if (failed) return 0;
        if (prepare) values = object_call(prepare, args, 2, 0);
        if (values && !tuple_check(values)) values = object_call1(VALUE(&tuple_type), values);
    }
    if (!values || tuple_count(values) == tuple_count(all)) return values;
    bool many = tuple_count(values) > tuple_count(all);
    return raise_type_error("Too %s arguments for %R; actual %zu, expected %zu", many ? "many" : "few", alias,
                            tuple_count(values), tuple_count(all));
}

// The values, those that are *tuple[int, str] item by item.
static Value unpack_tuples(Value item) {
    Value list = list_with_capacity(1), given = tuple_check(item) ? item : tuple_pack(1, item);
    for (size_t i = 0; list && given && i < tuple_count(given); i++) {
        bool failed;
        Value value = tuple_get(given, i), inner = find_on_argument(value, "__typing_unpacked_tuple_args__", &failed);
        if (failed) return 0;
        bool many = inner && tuple_check(inner) &&
                    !(tuple_count(inner) && tuple_get(inner, tuple_count(inner) - 1) == ELLIPSIS);
        if (!(many ? list_extend(list, inner) : list_append(list, value))) return 0;
    }
    return list && given ? list_to_tuple(list) : 0;
}

static Value alias_get_item(Value self, Value item) {
    GenericAlias *alias = alias_of(self);
    Value all = parameters(alias);
    if (!all) return 0;
    if (!tuple_count(all)) return raise_type_error("%R is not a generic class", self);
    Value flat = unpack_tuples(item), values = flat ? generic_alias_prepare(self, all, flat) : 0,
          args = values ? substitute_all(alias->args, all, values) : 0;
    return args ? alias_make_of(alias->origin, args, alias->starred) : 0;
}

// --- slots

static Value alias_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("GenericAlias", "origin, args, /", bound)) return 0;
    if (type == &generic_alias_type) return generic_alias_new(bound[0], bound[1]);
    Value args_tuple = tuple_check(bound[1]) ? bound[1] : tuple_pack(1, bound[1]),
          self = args_tuple ? instance_new(type) : 0;
    if (!self) return 0;
    alias_of(self)->origin = bound[0];
    alias_of(self)->args = args_tuple;
    return self;
}

// What has a name, by that, with its module unless it is builtins; `...` as it is written.
Value generic_alias_repr_part(Value part) {
    if (part == ELLIPSIS) return str_from("...");
    if (part == VALUE(&none_type)) return str_from("None");
    if (type_check(part)) return type_qualified_name(type_from(part));
    bool found;
    Value origin = object_find_attribute(part, NAME(__origin__), &found);
    if (!origin && error_pending) return 0;
    if (found) return object_repr(part);        // an alias, which shows its origin's attributes as its own
    Value name = object_find_attribute(part, NAME(__qualname__), &found);
    if (!name && error_occurred()) return 0;
    Value module = name ? object_find_attribute(part, NAME(__module__), &found) : 0;
    if (!module && error_occurred()) return 0;
    if (!module || module == NONE) return object_repr(part);
    if (!(module = object_str(module)) || !(name = object_str(name))) return 0;
    return str_equal_c(module, "builtins") ? name : str_format("%S.%S", module, name);
}

static bool repr_list(Value list, StrBuilder *out) {
    str_builder_add_c(out, "[");
    for (size_t i = 0; i < sequence_count(list); i++) {
        Value text = generic_alias_repr_part(sequence_get(list, i));
        if (!text) return false;
        if (i) str_builder_add_c(out, ", ");
        str_builder_add_str(out, text);
    }
    str_builder_add_c(out, "]");
    return true;
}

static bool repr_argument(Value argument, StrBuilder *out) {
    if (list_check(argument) || tuple_check(argument)) return repr_list(argument, out);
    Value text = generic_alias_repr_part(argument);
    if (text) str_builder_add_str(out, text);
    return text != 0;
}

static Value alias_repr(Value self) {
    if (!mem_stack_check()) return 0;
    GenericAlias *alias = alias_of(self);
    Value origin = generic_alias_repr_part(alias->origin);
    if (!origin) return 0;
    StrBuilder out;
    str_builder_init(&out);
    if (alias->starred) str_builder_add_c(&out, "*");
    str_builder_add_str(&out, origin);
    str_builder_add_c(&out, tuple_count(alias->args) ? "[" : "[()");
    for (size_t i = 0; i < tuple_count(alias->args); i++) {
        if (i) str_builder_add_c(&out, ", ");
        if (!repr_argument(tuple_get(alias->args, i), &out)) return 0;
    }
    str_builder_add_c(&out, "]");
    return str_builder_finish(&out);
}

static int64_t alias_hash(Value self) {
    int64_t origin = object_hash(alias_of(self)->origin);
    int64_t args = origin == -1 ? -1 : object_hash(alias_of(self)->args);
    if (args == -1) return -1;
    int64_t hash = origin ^ args;
    return hash == -1 ? -2 : hash;
}

static Value alias_compare(Value self, Value other, CompareOp op) {
    bool comparable = object_is_instance(self, &generic_alias_type) && object_is_instance(other, &generic_alias_type);
    if (!comparable || (op != COMPARE_EQ && op != COMPARE_NE)) return NOT_IMPLEMENTED;
    GenericAlias *a = alias_of(self), *b = alias_of(other);
    int equal = a->starred == b->starred ? object_equal(a->origin, b->origin) : 0;
    if (equal > 0) equal = object_equal(a->args, b->args);
    return equal < 0 ? 0 : bool_value(equal == (op == COMPARE_EQ));
}

// Makes an instance, which is told where it comes from if it can take an attribute.
static Value alias_call(Value self, Value *args, size_t count, Value keywords) {
    Value object = object_call(alias_of(self)->origin, args, count, keywords);
    if (!object || value_is_small(object) || !(type_of(object)->flags & TYPE_HEAP)) return object;
    Value name = intern("__orig_class__");
    if (name && !object_set_attribute(object, name, self)) error_take();
    return object;
}

static const char *const own_names[] = {
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__bases__",
};

static Value alias_get_attribute(Value self, Value name) {
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
        if (str_equal_c(name, own_names[i])) return object_generic_get_attribute(self, name);
    return object_get_attribute(alias_of(self)->origin, name);
}

static Value alias_or(Value left, Value right) {
    return union_new(left, right);
}

// --- iterating, once, is how *tuple[int] unpacks

typedef struct {
    Object head;
    Value alias;                        // 0 when it was given
} AliasIterator;

static Value iterator_next(Value self) {
    AliasIterator *iterator = (AliasIterator *)value_object(self);
    GenericAlias *alias = iterator->alias ? alias_of(iterator->alias) : 0;
    iterator->alias = 0;
    return alias ? alias_make_of(alias->origin, alias->args, true) : 0;
}

static Value builtin_function(const char *name) {
    Value module = traceback_find_module(NAME(builtins));
    return module ? object_get_attribute_c(module, name) : raise_runtime_error("lost builtins");
}

static Value iterator_py_reduce(Value self, Value *args) {
    (void)args;
    Value alias = ((AliasIterator *)value_object(self))->alias, holder = tuple_pack(1, alias ? alias : tuple_empty);
    Value iter = holder ? builtin_function("iter") : 0;
    return iter ? tuple_pack(2, iter, holder) : 0;
}

static const MethodDef iterator_methods[] = {
    METHOD("__reduce__", iterator_py_reduce, "", "How to make this iterator again."),
    METHODS_END
};

static Type alias_iterator_type = {
    .head = {&type_type},
    .name = "generic_alias_iterator",
    .size = sizeof(AliasIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

static Value alias_iter(Value self) {
    AliasIterator *iterator = mem_object(&alias_iterator_type, sizeof(AliasIterator));
    if (!iterator) return 0;
    iterator->alias = self;
    return VALUE(iterator);
}

// --- Python methods and attributes

static Value alias_py_mro_entries(Value self, Value *args) {
    (void)args;
    return tuple_pack(1, alias_of(self)->origin);
}

static Value alias_py_reduce(Value self, Value *args) {
    (void)args;
    if (alias_of(self)->starred) {              // next(iter(the alias))
        Value next = builtin_function("next"),
              plain = next ? alias_make_of(alias_of(self)->origin, alias_of(self)->args, false) : 0;
        Value iterator = plain ? object_iter(plain) : 0, holder = iterator ? tuple_pack(1, iterator) : 0;
        return holder ? tuple_pack(2, next, holder) : 0;
    }
    Value arguments = tuple_pack(2, alias_of(self)->origin, alias_of(self)->args);
    return arguments ? tuple_pack(2, VALUE(&generic_alias_type), arguments) : 0;
}

static Value alias_py_instancecheck(Value self, Value *args) {
    (void)self, (void)args;
    return raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}

static Value alias_py_subclasscheck(Value self, Value *args) {
    (void)self, (void)args;
    return raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}

// What the origin has, then what aliases have of their own.
static Value alias_py_dir(Value self, Value *args) {
    (void)args;
    static const char *const own[] = {
        "__origin__", "__args__", "__parameters__", "__mro_entries__", "__unpacked__", "__typing_unpacked_tuple_args__"};
    Value method = object_find_special(alias_of(self)->origin, NAME(__dir__)), names = method ? object_call0(method) : 0;
    if (!names || !(names = list_from_iterable(names))) return 0;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        Value name = intern(own[i]);
        int found = name ? object_contains(names, name) : -1;
        if (found < 0 || (!found && !list_append(names, name))) return 0;
    }
    return names;
}

static const MethodDef alias_methods[] = {
    METHOD("__dir__", alias_py_dir, "", "The names of the attributes, those of the origin among them."),
    METHOD("__mro_entries__", alias_py_mro_entries, "bases, /", "The class that stands for the alias among bases."),
    METHOD("__instancecheck__", alias_py_instancecheck, "instance, /", "Implement isinstance(instance, self)."),
    METHOD("__subclasscheck__", alias_py_subclasscheck, "cls, /", "Implement issubclass(cls, self)."),
    METHOD("__reduce__", alias_py_reduce, "", "How to make this alias again."),
    METHODS_END
};

static Value alias_get_origin(Value self) { return alias_of(self)->origin; }
static Value alias_get_args(Value self) { return alias_of(self)->args; }
static Value alias_get_parameters(Value self) { return parameters(alias_of(self)); }
static Value alias_get_unpacked(Value self) { return bool_value(alias_of(self)->starred); }

static Value alias_get_unpacked_tuple_args(Value self) {
    GenericAlias *alias = alias_of(self);
    return alias->starred && alias->origin == VALUE(&tuple_type) ? alias->args : NONE;
}

static const AttributeDef alias_attributes[] = {
    MEMBER("__origin__", alias_get_origin, 0),
    MEMBER("__args__", alias_get_args, 0),
    {"__parameters__", alias_get_parameters, 0, "The type variables among the arguments."},
    MEMBER("__unpacked__", alias_get_unpacked, 0),
    {"__typing_unpacked_tuple_args__", alias_get_unpacked_tuple_args, 0, 0},
    {0}
};

Type generic_alias_type = {
    .head = {&type_type},
    .name = "types.GenericAlias",
    .doc = "A class with type arguments, as list[int].",
    .signature = "origin, args, /",
    .size = sizeof(GenericAlias),
    .flags = TYPE_BASE | TYPE_WEAK,
    .make = alias_make,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .call = alias_call,
    .get_attribute = alias_get_attribute,
    .iter = alias_iter,
    .get_item = alias_get_item,
    .operators = OPERATORS(.binary[BINARY_OR] = alias_or),
    .methods = alias_methods,
    .attributes = alias_attributes,
};

// Union: int | str. Members are kept once each, in the order given; two unions of the same members are equal.
#include "objects/union.h"
#include "objects/descriptor.h"
#include "objects/error.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/type.h"

Value (*union_member_hook)(Value v);

// Type variables are known by the method that substitutes them.
static bool is_type_variable(Value v) {
    Value name = intern("__typing_subst__");
    return name && type_lookup(type_of(v), name) != 0;
}

static bool can_be_member(Value v) {
    return v == NONE || type_check(v) || object_is_instance(v, &generic_alias_type) || value_is(v, &union_type) ||
           is_type_variable(v);
}

static bool add_member(Value members, Value v) {
    if (v == NONE) v = VALUE(&none_type);
    if (value_is(v, &union_type)) {
        for (size_t i = 0; i < tuple_count(union_args(v)); i++) {
            if (!add_member(members, tuple_get(union_args(v), i))) return false;
        }
        return true;
    }
    for (size_t i = 0; i < list_of(members)->count; i++) {
        int equal = object_equal(list_of(members)->items[i], v);
        if (equal) return equal > 0;
    }
    return list_append(members, v);
}

static Value of_args(Value args) {
    Union *made = args ? mem_object(&union_type, sizeof *made) : 0;
    if (made) made->args = args;
    return VALUE(made);
}

static Value from_list(Value members) {
    return list_of(members)->count == 1 ? list_of(members)->items[0] : of_args(list_to_tuple(members));
}

Value union_new(Value left, Value right) {
    if (value_is(left, &type_type) && value_is(right, &type_type) && left != right)
        return of_args(tuple_pack(2, left, right));
    if (!can_be_member(left) || !can_be_member(right)) return NOT_IMPLEMENTED;
    Value members = list_with_capacity(2);
    return members && add_member(members, left) && add_member(members, right) ? from_list(members) : 0;
}

// Of a tuple of any values; of what union_member_hook makes of each.
static Value from_members(Value members) {
    if (tuple_count(members) == 0) return raise_type_error("Cannot take a Union of no types.");
    Value list = list_with_capacity(tuple_count(members));
    for (size_t i = 0; list && i < tuple_count(members); i++) {
        Value member = tuple_get(members, i);
        if (union_member_hook && !type_check(member)) member = union_member_hook(member);
        if (!member || !add_member(list, member)) return 0;
    }
    return list ? from_list(list) : 0;
}

// --- slots

static Value member_repr(Value member) {
    if (member == VALUE(&none_type)) return intern("None");
    return generic_alias_repr_part(member);
}

static Value union_repr(Value self) {
    StrBuilder builder;
    str_builder_init(&builder);
    Value args = union_args(self);
    for (size_t i = 0; i < tuple_count(args); i++) {
        if (i) str_builder_add_c(&builder, " | ");
        Value arg = tuple_get(args, i);
        Value text = member_repr(arg);
        if (!text) return 0;
        str_builder_add_str(&builder, text);
    }
    return str_builder_finish(&builder);
}

static int64_t union_hash(Value self) {
    for (size_t i = 0; i < tuple_count(union_args(self)); i++)
        if (object_hash(tuple_get(union_args(self), i)) == -1) return -1;
    Value members = frozenset_from_iterable(union_args(self));
    return members ? object_hash(members) : -1;
}

static Value union_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(other, &union_type)) return NOT_IMPLEMENTED;
    Value mine = union_args(self), theirs = union_args(other);
    bool equal = tuple_count(mine) == tuple_count(theirs);
    for (size_t i = 0; equal && i < tuple_count(mine); i++) {
        int found = object_contains(theirs, tuple_get(mine, i));
        if (found < 0) return 0;
        equal = found;
    }
    return bool_value(equal == (op == COMPARE_EQ));
}

// The members as the arguments of an alias, which knows how to find and replace type variables.
static Value as_alias(Value self) { return generic_alias_new(VALUE(type_of(self)), union_args(self)); }

static Value union_get_parameters(Value self) {
    Value alias = as_alias(self);
    return alias ? object_get_attribute_c(alias, "__parameters__") : 0;
}

static Value union_get_item(Value self, Value key) {
    Value parameters = union_get_parameters(self);
    if (!parameters) return 0;
    if (tuple_count(parameters) == 0) return raise_type_error("%R is not a generic class", self);
    Value alias = as_alias(self);
    Value values = alias ? generic_alias_prepare(self, parameters, key) : 0,
          chosen = values ? object_get_item(alias, values) : 0;
    if (!chosen) return 0;
    Value args = ((GenericAlias *)value_object(chosen))->args;
    Value result = tuple_get(args, 0);
    for (size_t i = 1; i < tuple_count(args) && result; i++)
        result = object_binary(BINARY_OR, result, tuple_get(args, i));
    return result;
}

// One of them is a union already: the other may be anything, text as well.
static Value union_or(Value left, Value right) {
    Value made = union_new(left, right);
    return made == NOT_IMPLEMENTED ? from_members(tuple_pack(2, left, right)) : made;
}

static Value union_get_name(Value self) { return type_name(type_of(self)); }
static Value union_get_module(Value self) { return object_get_attribute_c(VALUE(type_of(self)), "__module__"); }

static Value union_py_mro_entries(Value self, Value *args) {
    (void)args;
    return raise_type_error("Cannot subclass %R", self);
}

static Value union_get_args(Value self) { return union_args(self); }
static Value union_get_origin(Value self) { return VALUE(type_of(self)); }

static Value union_py_instancecheck(Value self, Value *args) {
    int result = object_isinstance(args[0], self);
    return result < 0 ? 0 : bool_value(result);
}

static Value union_py_subclasscheck(Value self, Value *args) {
    int result = object_issubclass(args[0], self);
    return result < 0 ? 0 : bool_value(result);
}

static Value union_py_class_getitem(Value self, Value *args) {
    (void)self;
    Value members = tuple_check(args[0]) ? args[0] : tuple_pack(1, args[0]);
    return members ? from_members(members) : 0;
}

static const MethodDef union_methods[] = {
    CLASS_METHOD("__class_getitem__", union_py_class_getitem, "params, /", "The union of the types."),
    METHOD("__instancecheck__", union_py_instancecheck, "instance, /", "Implement isinstance(instance, self)."),
    METHOD("__mro_entries__", union_py_mro_entries, "bases, /", "The bases to inherit from in its place."),
    METHOD("__subclasscheck__", union_py_subclasscheck, "subclass, /", "Implement issubclass(cls, self)."),
    METHODS_END,
};

static const AttributeDef union_attributes[] = {
    MEMBER("__args__", union_get_args, 0),
    {"__origin__", union_get_origin, 0, 0},
    {"__name__", union_get_name, 0, 0},
    {"__qualname__", union_get_name, 0, 0},
    {"__module__", union_get_module, 0, 0},
    {"__parameters__", union_get_parameters, 0, 0},
    {0},
};

Type union_type = {
    .head = {&type_type},
    .name = "typing.Union",
    .doc = "Represent a union type\n\nE.g. for int | str",
    .size = sizeof(Union),
    .flags = TYPE_NO_NEW | TYPE_WEAK,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .get_item = union_get_item,
    .operators = OPERATORS(.binary[BINARY_OR] = union_or),
    .methods = union_methods,
    .attributes = union_attributes,
};

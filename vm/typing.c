// Type parameters (PEP 695, 696) and type aliases: TypeVar, TypeVarTuple, ParamSpec, TypeAliasType, Generic. Bounds,
// defaults and aliased types are functions that are called when first asked for.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/union.h"
#include "objects/union.h"
#include "vm/typing.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ parameters

typedef struct {
    Object head;
    Value name;
    Value bound, default_value;         // what they are, once known; 0 before
    Value evaluate_bound, evaluate_default;     // functions, or NONE
    bool constrained;                   // the bound is a tuple of constraints
    bool covariant, contravariant, inferred;
    Dict *dict;
} TypeParameter;

Value op_make_type_param(Value name, Value bound, Value default_value, uint32_t kind) {
    static Type *const types[] = {&type_var_type, &type_var_tuple_type, &param_spec_type};
    TypeParameter *p = mem_object(types[kind], sizeof(TypeParameter));
    if (!p) return 0;
    p->name = name;
    p->evaluate_bound = bound;
    p->evaluate_default = default_value ? default_value : NONE;
    p->inferred = true;
    return VALUE(p);
}

static TypeParameter *parameter_of(Value v) { return (TypeParameter *)value_object(v); }

static Value evaluated(Value *kept, Value function, Value none) {
    if (!*kept) *kept = function == NONE ? none : object_callable(function) && !type_check(function) ? object_call0(function) : function;
    return *kept;
}

static Value parameter_repr(Value self) {
    TypeParameter *p = parameter_of(self);
    const char *sign = p->inferred ? "" : p->covariant ? "+" : p->contravariant ? "-" : "~";
    return str_format("%s%S", sign, p->name);
}
static Value get_name(Value self) { return parameter_of(self)->name; }
static Value bound_or_constraints(TypeParameter *p) { return evaluated(&p->bound, p->evaluate_bound, NONE); }
static Value get_bound(Value self) {
    Value bound = bound_or_constraints(parameter_of(self));
    return bound && tuple_check(bound) ? NONE : bound;
}
static Value get_constraints(Value self) {
    Value bound = bound_or_constraints(parameter_of(self));
    return !bound || tuple_check(bound) ? bound : tuple_empty;
}
static Value get_default(Value self) {
    TypeParameter *p = parameter_of(self);
    return evaluated(&p->default_value, p->evaluate_default, VALUE(&no_default_object));
}
static Value get_covariant(Value self) { return bool_value(parameter_of(self)->covariant); }
static Value get_contravariant(Value self) { return bool_value(parameter_of(self)->contravariant); }
static Value get_inferred(Value self) { return bool_value(parameter_of(self)->inferred); }
static Value parameter_py_has_default(Value self, Value *args) {
    (void)args;
    return bool_value(parameter_of(self)->evaluate_default != NONE || parameter_of(self)->default_value);
}
// What stands for the parameter in an alias: by this method an alias also knows type parameters among its arguments.
static Value parameter_py_substitute(Value self, Value *args) {
    (void)self;
    return args[0];
}

static const MethodDef parameter_methods[] = {
    METHOD("__typing_subst__", parameter_py_substitute, "arg, /", "The argument that replaces this parameter."),
    METHOD("has_default", parameter_py_has_default, "", "Say whether the parameter has a default."),
    {0},
};
static const AttributeDef parameter_attributes[] = {
    {"__name__", get_name, 0, 0}, {"__bound__", get_bound, 0, 0}, {"__constraints__", get_constraints, 0, 0},
    {"__default__", get_default, 0, 0}, {"__covariant__", get_covariant, 0, 0}, {"__contravariant__", get_contravariant, 0, 0},
    {"__infer_variance__", get_inferred, 0, 0}, {0},
};

// TypeVar('T', *constraints, bound=None, ...) as older code makes them.
static Value type_var_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[7];
    (void)type;
    if (!NATIVE_BIND("typevar", "name, *constraints, bound=None, default, covariant=False, contravariant=False, infer_variance=False", bound))
        return 0;
    if (!str_check(bound[0])) return raise_type_error("typevar() argument 'name' must be str, not %T", bound[0]);
    if (tuple_count(bound[1]) == 1) return raise_type_error("A single constraint is not allowed");
    Value limit = tuple_count(bound[1]) ? bound[1] : bound[2] ? bound[2] : NONE;
    Value made = op_make_type_param(bound[0], NONE, NONE, 0);
    if (!made) return 0;
    TypeParameter *p = parameter_of(made);
    p->bound = limit;
    p->default_value = bound[3];
    p->covariant = bound[4] == TRUE;
    p->contravariant = bound[5] == TRUE;
    p->inferred = bound[6] == TRUE;
    return made;
}

static Value simple_make(uint32_t kind, const char *name, Value *args, size_t count, Value keywords) {
    Value bound[6];
    static Signature *cell;
    if (!native_bind(&cell, name, "name, *, bound=None, default, covariant=False, contravariant=False, infer_variance=False", args, count,
                     keywords, bound))
        return 0;
    Value made = op_make_type_param(bound[0], NONE, NONE, kind);
    if (!made) return 0;
    parameter_of(made)->bound = bound[1];
    parameter_of(made)->default_value = bound[2];
    parameter_of(made)->inferred = kind == 1 || bound[5] == TRUE;
    return made;
}
static Value type_var_tuple_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    return simple_make(1, "typevartuple", args, count, keywords);
}
static Value param_spec_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    return simple_make(2, "paramspec", args, count, keywords);
}

static Value parameter_or(Value left, Value right) { return union_new(left, right); }

#define PARAMETER_TYPE(id, text, maker) \
    Type id = { \
        .head = {&type_type}, .name = text, .size = sizeof(TypeParameter), .make = maker, .repr = parameter_repr, \
        .binary = {[BINARY_OR] = parameter_or}, .methods = parameter_methods, .attributes = parameter_attributes, \
        .dict_offset = offsetof(TypeParameter, dict), \
    }
PARAMETER_TYPE(type_var_type, "typing.TypeVar", type_var_make);
PARAMETER_TYPE(type_var_tuple_type, "typing.TypeVarTuple", type_var_tuple_make);
PARAMETER_TYPE(param_spec_type, "typing.ParamSpec", param_spec_make);

static Value no_default_repr(Value self) { (void)self; return str_from("typing.NoDefault"); }
static Type no_default_type = {.head = {&type_type}, .name = "NoDefaultType", .size = sizeof(Object), .flags = TYPE_NO_NEW, .repr = no_default_repr};
Object no_default_object = {&no_default_type};

// ------------------------------------------------------------------------------------------------ aliases

typedef struct {
    Object head;
    Value name, params, evaluate, value;
} TypeAlias;

Value op_make_type_alias(Value name, Value params, Value value_function) {
    TypeAlias *a = mem_object(&type_alias_type, sizeof(TypeAlias));
    if (!a) return 0;
    a->name = name;
    a->params = params == NONE ? tuple_empty : params;
    a->evaluate = value_function;
    return VALUE(a);
}
static TypeAlias *alias_of(Value v) { return (TypeAlias *)value_object(v); }
static Value alias_repr(Value self) { return alias_of(self)->name; }
static Value alias_name(Value self) { return alias_of(self)->name; }
static Value alias_params(Value self) { return alias_of(self)->params; }
static Value alias_value(Value self) {
    TypeAlias *a = alias_of(self);
    if (!a->value) a->value = object_call0(a->evaluate);
    return a->value;
}
static Value alias_get_item(Value self, Value key) {
    if (tuple_count(alias_of(self)->params) == 0) return raise_type_error("Only generic type aliases are subscriptable");
    return generic_alias_new(self, key);
}
static Value alias_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    (void)type;
    if (!NATIVE_BIND("typealias", "name, value, *, type_params=()", bound)) return 0;
    Value made = op_make_type_alias(bound[0], bound[2] ? bound[2] : tuple_empty, NONE);
    if (made) alias_of(made)->value = bound[1];
    return made;
}
static const AttributeDef alias_attributes[] = {
    {"__name__", alias_name, 0, 0}, {"__value__", alias_value, 0, 0}, {"__type_params__", alias_params, 0, 0}, {0},
};
Type type_alias_type = {
    .head = {&type_type},
    .name = "typing.TypeAliasType",
    .size = sizeof(TypeAlias),
    .make = alias_make,
    .repr = alias_repr,
    .get_item = alias_get_item,
    .binary = {[BINARY_OR] = parameter_or},
    .attributes = alias_attributes,
};

// ------------------------------------------------------------------------------------------------ Generic

static Value generic_py_class_getitem(Value class, Value *args) { return generic_alias_new(class, args[0]); }
static const MethodDef generic_methods[] = {
    CLASS_METHOD("__class_getitem__", generic_py_class_getitem, "params, /", "Parametrise the class."),
    {0},
};
Type generic_type = {
    .head = {&type_type},
    .name = "typing.Generic",
    .doc = "The base of classes with type parameters.",
    .size = sizeof(Object),
    .flags = TYPE_BASE,
    .methods = generic_methods,
};

Value op_subscript_generic(Value params) { return generic_alias_new(VALUE(&generic_type), params); }

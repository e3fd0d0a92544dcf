// Type parameters (PEP 695, 696) and type aliases: TypeVar, TypeVarTuple, ParamSpec, TypeAliasType, Generic. Bounds,
// defaults and aliased types are functions that are called when first asked for.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
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
    Value module;
    Dict *dict;
} TypeParameter;

// What the module typing does, in Python: its functions for special forms.
static Value call_typing(const char *function, Value *args, size_t count) {
    Value name = intern("_typing_forms"), from = name ? tuple_pack(1, intern(function)) : 0;
    Value module = from ? import_hook(name, dict_of(machine.builtins), from, 0) : 0;
    Value f = module ? object_get_attribute_c(module, function) : 0;
    return f ? object_call(f, args, count, 0) : 0;
}

static Value caller_module(void) {
    Value module = type_caller_module ? type_caller_module() : 0;
    return module ? module : NONE;
}

static bool is_protocol_root(Value class) {
    return type_from(class)->base == &generic_type && str_equal_c(type_name(type_from(class)), "Protocol");
}

static bool is_plain_class(Value v) { return type_check(v) && v != VALUE(&generic_type) && !is_protocol_root(v); }

// A type, from what stands for one: None, or a name as text.
static Value as_type(Value v) {
    Value args[] = {v, str_from("Bound must be a type.")};
    return is_plain_class(v) ? v : args[1] ? call_typing("_one_type", args, 2) : 0;
}

Value op_make_type_param(Value name, Value bound, Value default_value, uint32_t kind) {
    static Type *const types[] = {&type_var_type, &type_var_tuple_type, &param_spec_type};
    TypeParameter *p = mem_object(types[kind], sizeof(TypeParameter));
    if (!p) return 0;
    p->name = name;
    p->evaluate_bound = bound;
    p->evaluate_default = default_value ? default_value : NONE;
    p->inferred = true;
    p->module = intern("typing");
    return VALUE(p);
}

static TypeParameter *parameter_of(Value v) { return (TypeParameter *)value_object(v); }

static Value evaluated(Value *kept, Value function, Value none) {
    if (!*kept)
        *kept = function == NONE                                     ? none
                : object_callable(function) && !type_check(function) ? object_call0(function)
                                                                     : function;
    return *kept;
}

static Value parameter_repr(Value self) {
    TypeParameter *p = parameter_of(self);
    const char *sign = p->inferred || value_is(self, &type_var_tuple_type) ? ""
                       : p->covariant                                      ? "+"
                       : p->contravariant                                  ? "-"
                                                                           : "~";
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
    TypeParameter *p = parameter_of(self);
    return bool_value(p->evaluate_default != NONE || (p->default_value && p->default_value != VALUE(&no_default_object)));
}
// What stands for the parameter in an alias: by this method an alias also knows type parameters among its arguments.
static Value parameter_py_substitute(Value self, Value *args) {
    if (value_is(self, &type_var_type) && is_plain_class(args[0])) return args[0];
    Value both[] = {self, args[0]};
    return call_typing("_substitute_special", both, 2);
}

// How many arguments must be given for `all` the parameters.
static size_t least_arguments(Value all) {
    size_t least = 0;
    for (size_t k = 0; k < tuple_count(all); k++)
        least += !value_is(tuple_get(all, k), &type_var_tuple_type) &&
                 parameter_py_has_default(tuple_get(all, k), 0) == FALSE;
    return least;
}

// Adds the default to arguments that end before this parameter; gathers what a TypeVarTuple or ParamSpec takes.
static Value parameter_py_prepare(Value self, Value *args) {
    Value alias = args[0], given = args[1], all = object_get_attribute_c(alias, "__parameters__");
    if (!value_is(self, &type_var_type)) {
        Value three[] = {self, alias, given};
        return call_typing("_prepare_special", three, 3);
    }
    if (!all || !tuple_check(all) || !tuple_check(given)) return all ? raise_type_error("tuple expected") : 0;
    size_t at = 0;
    while (at < tuple_count(all) && tuple_get(all, at) != self) at++;
    if (at < tuple_count(given)) return given;
    Value value = get_default(self);
    if (value == VALUE(&no_default_object))
        return raise_type_error("Too few arguments for %R; actual %zu, expected at least %zu", alias,
                                tuple_count(given), least_arguments(all));
    return value ? object_binary(BINARY_ADD, given, tuple_pack(1, value)) : 0;
}

static Value parameter_py_reduce(Value self, Value *args) {
    (void)args;
    return parameter_of(self)->name;
}

static Value parameter_py_mro_entries(Value self, Value *args) {
    (void)args;
    return raise_type_error("Cannot subclass an instance of %S", type_name(type_of(self)));
}

static const MethodDef parameter_methods[] = {
    METHOD("__typing_subst__", parameter_py_substitute, "arg, /", "The argument that replaces this parameter."),
    METHOD("__typing_prepare_subst__", parameter_py_prepare, "alias, args, /", "The arguments with what this parameter takes."),
    METHOD("__mro_entries__", parameter_py_mro_entries, "bases, /", "The bases to inherit from in its place."),
    METHOD("__reduce__", parameter_py_reduce, "", "Its name."),
    METHOD("has_default", parameter_py_has_default, "", "Say whether the parameter has a default."),
    METHODS_END
};

static Value get_module(Value self) { return parameter_of(self)->module; }

static const AttributeDef parameter_attributes[] = {
    MEMBER("__name__", get_name, 0), {"__bound__", get_bound, 0, 0}, {"__constraints__", get_constraints, 0, 0},
    {"__default__", get_default, 0, 0}, MEMBER("__covariant__", get_covariant, 0), MEMBER("__contravariant__", get_contravariant, 0),
    MEMBER("__infer_variance__", get_inferred, 0), {"__module__", get_module, 0, 0}, {0},
};

static bool set_variance(TypeParameter *p, Value covariant, Value contravariant, Value inferred) {
    int flags[3] = {!covariant ? 0 : object_truth(covariant), !contravariant ? 0 : object_truth(contravariant),
                    !inferred ? 0 : object_truth(inferred)};
    for (int k = 0; k < 3; k++)
        if (flags[k] < 0) return false;
    if (flags[0] && flags[1]) return raise_value_error("Bivariant types are not supported.");
    if (flags[2] && (flags[0] || flags[1])) return raise_value_error("Variance cannot be specified with infer_variance.");
    p->covariant = flags[0];
    p->contravariant = flags[1];
    p->inferred = flags[2];
    return true;
}

// TypeVar('T', *constraints, bound=None, ...) as older code makes them.
static Value type_var_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[7];
    (void)type;
    if (!NATIVE_BIND("typevar",
                     "name, *constraints, bound=None, default=NoDefault, covariant=False, "
                     "contravariant=False, infer_variance=False",
                     bound))
        return 0;
    if (!str_check(bound[0])) return raise_type_error("typevar() argument 'name' must be str, not %T", bound[0]);
    if (tuple_count(bound[1]) == 1) return raise_type_error("A single constraint is not allowed");
    if (!bound[2]) bound[2] = NONE;
    if (tuple_count(bound[1]) && bound[2] != NONE) return raise_type_error("Constraints cannot be combined with bound=...");
    Value limit = tuple_count(bound[1]) ? bound[1] : bound[2] == NONE ? NONE : as_type(bound[2]);
    if (!limit) return 0;
    Value made = op_make_type_param(bound[0], NONE, NONE, 0);
    if (!made) return 0;
    TypeParameter *p = parameter_of(made);
    p->bound = limit;
    p->default_value = bound[3];
    p->module = caller_module();
    return set_variance(p, bound[4], bound[5], bound[6]) ? made : 0;
}

static Value type_var_tuple_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    (void)type;
    if (!NATIVE_BIND("typevartuple", "name, *, default=NoDefault", bound)) return 0;
    if (!str_check(bound[0])) return raise_type_error("typevartuple() argument 'name' must be str, not %T", bound[0]);
    Value made = op_make_type_param(bound[0], NONE, NONE, 1);
    if (!made) return 0;
    parameter_of(made)->default_value = bound[1];
    parameter_of(made)->module = caller_module();
    return made;
}

static Value param_spec_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[6];
    (void)type;
    if (!NATIVE_BIND("paramspec",
                     "name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, "
                     "infer_variance=False",
                     bound))
        return 0;
    if (!str_check(bound[0])) return raise_type_error("paramspec() argument 'name' must be str, not %T", bound[0]);
    Value limit = !bound[1] || bound[1] == NONE ? NONE : as_type(bound[1]),
          made = limit ? op_make_type_param(bound[0], NONE, NONE, 2) : 0;
    if (!made) return 0;
    TypeParameter *p = parameter_of(made);
    p->bound = limit;
    p->default_value = bound[2];
    p->module = caller_module();
    return set_variance(p, bound[3], bound[4], bound[5]) ? made : 0;
}

// A type parameter and anything make a union, as Union[left, right] does.
static Value parameter_or(Value left, Value right) {
    Value made = union_new(left, right), pair[] = {left, right};
    return made == NOT_IMPLEMENTED ? call_typing("_make_union", pair, 2) : made;
}

static Value type_var_tuple_iter(Value self) {
    Value unpacked = call_typing("_unpacked_form", &self, 1), holder = unpacked ? tuple_pack(1, unpacked) : 0;
    return holder ? object_iter(holder) : 0;
}

// P.args and P.kwargs.
typedef struct {
    Object head;
    Value origin;
} ParamSpecPart;

static Value part_new(Type *type, Value origin) {
    ParamSpecPart *part = mem_object(type, sizeof *part);
    if (part) part->origin = origin;
    return VALUE(part);
}
static Value part_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    return NATIVE_BIND("ParamSpecArgs", "origin", bound) ? part_new(type, bound[0]) : 0;
}
static Value part_origin(Value v) { return ((ParamSpecPart *)value_object(v))->origin; }
static Value part_repr(Value self) {
    const char *name = value_is(self, &param_spec_args_type) ? "args" : "kwargs";
    Value origin = part_origin(self);
    return value_is(origin, &param_spec_type) ? str_format("%S.%s", get_name(origin), name)
                                              : str_format("%R.%s", origin, name);
}
static Value part_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || type_of(other) != type_of(self)) return NOT_IMPLEMENTED;
    return object_compare(part_origin(self), part_origin(other), op);
}
static int64_t part_hash(Value self) { return object_hash(part_origin(self)); }
static const AttributeDef part_attributes[] = {MEMBER("__origin__", part_origin, 0), {0}};
static const MethodDef part_methods[] = {METHOD("__mro_entries__", parameter_py_mro_entries, "bases, /", "The bases to inherit from in its place."), {0}};
#define PART_TYPE(id, text) \
    Type id = { \
        .head = {&type_type}, .name = text, .doc = "The *args or **kwargs of a ParamSpec.", .size = sizeof(ParamSpecPart), .make = part_make, .repr = part_repr, \
        .compare = part_compare, .hash = part_hash, .attributes = part_attributes, .methods = part_methods, .flags = TYPE_WEAK, \
    }
PART_TYPE(param_spec_args_type, "typing.ParamSpecArgs");
PART_TYPE(param_spec_kwargs_type, "typing.ParamSpecKwargs");

static Value get_args(Value self) { return part_new(&param_spec_args_type, self); }
static Value get_kwargs(Value self) { return part_new(&param_spec_kwargs_type, self); }
static const AttributeDef param_spec_attributes[] = {
    MEMBER("__name__", get_name, 0), {"__bound__", get_bound, 0, 0}, {"__default__", get_default, 0, 0},
    MEMBER("__covariant__", get_covariant, 0), MEMBER("__contravariant__", get_contravariant, 0),
    MEMBER("__infer_variance__", get_inferred, 0), {"__module__", get_module, 0, 0},
    {"args", get_args, 0, "The positional parameters."}, {"kwargs", get_kwargs, 0, "The keyword parameters."}, {0},
};
static const AttributeDef type_var_tuple_attributes[] = {
    MEMBER("__name__", get_name, 0), {"__default__", get_default, 0, 0}, {"__module__", get_module, 0, 0}, {0},
};

#define PARAMETER_TYPE(id, text, maker, described, ...) \
    Type id = { \
        .head = {&type_type}, .name = text, .doc = "A type parameter.", .size = sizeof(TypeParameter), .make = maker, .repr = parameter_repr, \
        .methods = parameter_methods, .attributes = described, .flags = TYPE_WEAK, .dict_offset = offsetof(TypeParameter, dict), __VA_ARGS__ \
    }
PARAMETER_TYPE(type_var_type, "typing.TypeVar", type_var_make, parameter_attributes, .operators = OPERATORS(.binary[BINARY_OR] = parameter_or));
PARAMETER_TYPE(type_var_tuple_type, "typing.TypeVarTuple", type_var_tuple_make, type_var_tuple_attributes, .iter = type_var_tuple_iter);
PARAMETER_TYPE(param_spec_type, "typing.ParamSpec", param_spec_make, param_spec_attributes, .operators = OPERATORS(.binary[BINARY_OR] = parameter_or));

static Value no_default_repr(Value self) { (void)self; return str_from("typing.NoDefault"); }
static Value no_default_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type, (void)args;
    return count || keywords ? raise_type_error("NoDefaultType takes no arguments") : VALUE(&no_default_object);
}
static Type no_default_type = {
    .head = {&type_type}, .name = "NoDefaultType", .size = sizeof(Object), .make = no_default_make, .repr = no_default_repr,
};
Object no_default_object = {&no_default_type};

// The type variables among `arguments`, a tuple, each once.
static Value find_parameters(Value arguments) {
    Value alias = generic_alias_new(VALUE(&generic_type), arguments);
    return alias ? object_get_attribute_c(alias, "__parameters__") : 0;
}

// ------------------------------------------------------------------------------------------------ aliases

typedef struct {
    Object head;
    Value name, params, evaluate, value, module;
} TypeAlias;

Value op_make_type_alias(Value name, Value params, Value value_function) {
    TypeAlias *a = mem_object(&type_alias_type, sizeof(TypeAlias));
    if (!a) return 0;
    a->name = name;
    a->params = params == NONE ? tuple_empty : params;
    a->evaluate = value_function;
    a->module = caller_module();
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
    if (!str_check(bound[0])) return raise_type_error("typealias() argument 'name' must be str, not %T", bound[0]);
    if (bound[2] && !tuple_check(bound[2])) return raise_type_error("type_params must be a tuple");
    Value made = op_make_type_alias(bound[0], bound[2] ? bound[2] : tuple_empty, NONE);
    if (made) alias_of(made)->value = bound[1];
    return made;
}
static Value alias_module(Value self) { return alias_of(self)->module; }
static Value alias_parameters(Value self) {
    Value params = alias_of(self)->params, list = list_with_capacity(tuple_count(params));
    for (size_t k = 0; list && k < tuple_count(params); k++) {
        Value param = tuple_get(params, k);     // what takes any number gives itself unpacked
        if (!(value_is(param, &type_var_tuple_type) ? list_extend(list, param) : list_append(list, param))) return 0;
    }
    return list ? list_to_tuple(list) : 0;
}
static const AttributeDef alias_attributes[] = {
    MEMBER("__name__", alias_name, 0), {"__value__", alias_value, 0, 0}, {"__type_params__", alias_params, 0, 0},
    {"__parameters__", alias_parameters, 0, 0}, {"__module__", alias_module, 0, 0}, {0},
};
Type type_alias_type = {
    .head = {&type_type},
    .name = "typing.TypeAliasType",
    .doc = "What a type statement makes.",
    .size = sizeof(TypeAlias),
    .make = alias_make,
    .repr = alias_repr,
    .get_item = alias_get_item,
    .operators = OPERATORS(.binary[BINARY_OR] = parameter_or),
    .attributes = alias_attributes,
};

// ------------------------------------------------------------------------------------------------ Generic

static bool is_type_parameter(Value v) {
    return value_is(v, &type_var_type) || value_is(v, &param_spec_type) || value_is(v, &type_var_tuple_type);
}

// Parameters with a default come last, but not behind one that takes any number.
static bool check_defaults(Value parameters) {
    bool default_seen = false, many_seen = false;
    for (size_t k = 0; k < tuple_count(parameters); k++) {
        Value param = tuple_get(parameters, k);
        if (value_is(param, &type_var_tuple_type)) {
            many_seen = true;
        } else if (parameter_py_has_default(param, 0) == TRUE) {
            if (many_seen) return raise_type_error("Type parameter with a default follows TypeVarTuple");
            default_seen = true;
        } else if (default_seen) {
            return raise_type_error("Type parameter %R without a default follows type parameter with a default", param);
        }
    }
    return true;
}

// Generic[...] itself, and Protocol[...]: each argument is another type variable.
static bool check_variables(Value class, Value params) {
    Value name = type_name(type_from(class)), parameters = find_parameters(params);
    if (!name || !parameters) return false;
    if (tuple_count(params) == 0) return raise_type_error("Parameter list to %S[...] cannot be empty", name);
    for (size_t k = 0; k < tuple_count(params); k++) {
        Value param = tuple_get(params, k);
        bool found, fits = is_type_parameter(param) && !value_is(param, &type_var_tuple_type);
        if (!fits && !type_check(param)) {
            Value unpacked = object_find_attribute(param, intern("__typing_is_unpacked_typevartuple__"), &found);
            if (!unpacked && error_pending) return false;
            fits = unpacked == TRUE;
        }
        if (!fits)
            return raise_type_error(
                "Parameters to %S[...] must all be type variables or parameter specification variables.",
                name);
    }
    if (tuple_count(parameters) < tuple_count(params))
        return raise_type_error("Parameters to %S[...] must all be unique", name);
    return check_defaults(parameters);
}

// The arguments that stand for the parameters of a class; what a TypeVarTuple takes lies among the others again.
static Value bind_arguments(Value class, Value params, Value parameters) {
    Value list = list_with_capacity(tuple_count(params));
    for (size_t k = 0; list && k < tuple_count(params); k++) {
        Value param = tuple_get(params, k);
        if (param == NONE || str_check(param)) param = as_type(param);
        if (!param || !list_append(list, param)) return 0;
    }
    Value values = list ? generic_alias_prepare(class, parameters, list_to_tuple(list)) : 0;
    if (!values || !(list = list_with_capacity(tuple_count(values)))) return 0;
    for (size_t k = 0; k < tuple_count(values); k++) {
        Value value = tuple_get(values, k);
        bool many = value_is(tuple_get(parameters, k), &type_var_tuple_type) && tuple_check(value);
        if (!(many ? list_extend(list, value) : list_append(list, value))) return 0;
    }
    return list_to_tuple(list);
}

static Value class_alias(Value class, Value args) { return call_typing("_make_alias", (Value[]){class, args}, 2); }

// The aliases of a class and one other, which are asked for again and again.
static struct {
    Value class, argument, alias;
} known_aliases[64];

static Value new_class_alias(Value class, Value *args) {
    Value params = tuple_check(args[0]) ? args[0] : tuple_pack(1, args[0]);
    if (!params) return 0;
    if (class == VALUE(&generic_type) || is_protocol_root(class))
        return check_variables(class, params) ? class_alias(class, params) : 0;
    Value parameters = object_get_attribute_c(class, "__parameters__");
    if (!parameters) return 0;
    if (!tuple_check(parameters) || tuple_count(parameters) == 0)
        return raise_type_error("%R is not a generic class", class);
    Value bound = bind_arguments(class, params, parameters);
    return bound ? class_alias(class, bound) : 0;
}

static Value generic_py_class_getitem(Value class, Value *args) {
    if (!value_is(args[0], &type_type)) return new_class_alias(class, args);
    size_t at = (class >> 4 ^ args[0] >> 6) % (sizeof known_aliases / sizeof *known_aliases);
    if (known_aliases[at].class == class && known_aliases[at].argument == args[0]) return known_aliases[at].alias;
    Value alias = new_class_alias(class, args);
    if (!alias) return 0;
    known_aliases[at].class = class;
    known_aliases[at].argument = args[0];
    return known_aliases[at].alias = alias;
}

// What super().__init_subclass__(**kwargs) does in a class method of Generic.
static bool init_subclass_after(Value class, Value keywords) {
    Value parent = super_new(&generic_type, class),
          method = parent ? object_get_attribute(parent, NAME(__init_subclass__)) : 0;
    if (!method) return false;
    size_t count = dict_of(keywords)->count, at = 0, k = 0;
    Value *values = mem_alloc((count + 1) * sizeof(Value)), names = tuple_new(0, count);
    if (!values || !names) return false;
    for (DictEntry *entry; (entry = dict_next(dict_of(keywords), &at)); k++) {
        tuple_of(names)->items[k] = entry->key;
        values[k] = entry->value;
    }
    return object_call(method, values, 0, count ? names : 0) != 0;
}

static bool contains(Value tuple, Value item) {
    for (size_t k = 0; k < tuple_count(tuple); k++)
        if (tuple_get(tuple, k) == item) return true;
    return false;
}

// Generic[...]: an alias of the module typing, or one from before that was loaded. -1: raised.
static int is_listing(Value base) {
    if (type_check(base)) return 0;
    bool found;
    Value origin = object_find_attribute(base, intern("__origin__"), &found);
    return error_pending ? -1 : found && origin == VALUE(&generic_type);
}

static Value names_of_missing(Value all, Value listed) {
    StrBuilder out;
    str_builder_init(&out);
    for (size_t k = 0, shown = 0; k < tuple_count(all); k++) {
        if (contains(listed, tuple_get(all, k))) continue;
        str_builder_add_format(&out, shown++ ? ", %S" : "%S", object_str(tuple_get(all, k)));
    }
    return str_builder_finish(&out);
}

// The parameters of a class from its bases as written: in the order of Generic[...] if there is one.
static Value parameters_of_bases(Value bases) {
    Value listing = 0, all = find_parameters(bases);
    for (size_t k = 0; all && k < tuple_count(bases); k++) {
        int lists = is_listing(tuple_get(bases, k));
        if (lists < 0) return 0;
        if (lists && listing) return raise_type_error("Cannot inherit from Generic[...] multiple times.");
        if (lists) listing = tuple_get(bases, k);
    }
    if (!all || !listing) return all;
    Value listed = object_get_attribute_c(listing, "__parameters__");
    if (!listed) return 0;
    if (tuple_count(listed) < tuple_count(all))
        return raise_type_error("Some type variables (%S) are not listed in Generic[%S]", names_of_missing(all, listed),
                                names_of_missing(listed, tuple_empty));
    return listed;
}

static Value generic_py_init_subclass(Value class, Value *args) {
    if (!init_subclass_after(class, args[0])) return 0;
    Type *type = type_from(class);
    Value bases = dict_get(VALUE(type->dict), intern("__orig_bases__")), parameters = tuple_empty;
    if (error_pending) return 0;
    bool plain = contains(bases && tuple_check(bases) ? bases : VALUE(type->bases), VALUE(&generic_type));
    if (plain && !str_equal_c(type_name(type), "Protocol")) return raise_type_error("Cannot inherit from plain Generic");
    if (bases && tuple_check(bases) && !(parameters = parameters_of_bases(bases))) return 0;
    return type_set_attribute(type, intern("__parameters__"), parameters) ? NONE : 0;
}

static const MethodDef generic_methods[] = {
    CLASS_METHOD("__class_getitem__", generic_py_class_getitem, "params, /", "Parametrise the class."),
    CLASS_METHOD("__init_subclass__", generic_py_init_subclass, "**kwargs", "Find the type parameters of a class."),
    METHODS_END
};
Type generic_type = {
    .head = {&type_type},
    .name = "typing.Generic",
    .doc = "The base of classes with type parameters.",
    .size = sizeof(Object),
    .flags = TYPE_BASE,
    .methods = generic_methods,
};

Value op_subscript_generic(Value params) {
    Value list = list_with_capacity(tuple_count(params));
    for (size_t k = 0; list && k < tuple_count(params); k++) {
        Value param = tuple_get(params, k);
        if (!(value_is(param, &type_var_tuple_type) ? list_extend(list, param) : list_append(list, param))) return 0;
    }
    Value args = list ? list_to_tuple(list) : 0;
    if (!args) return 0;
    // Nothing is loaded for a class that merely has type parameters.
    if (!union_member_hook) return generic_alias_new(VALUE(&generic_type), args);
    return call_typing("_GenericAlias", (Value[]){VALUE(&generic_type), args}, 2);
}

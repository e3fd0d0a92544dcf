// t-strings (PEP 750): Template and Interpolation, of the module string.templatelib.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/ops.h"
#include "vm/template.h"

typedef struct {
    Object head;
    Value value, expression, conversion, format_spec;
} Interpolation;

typedef struct {
    Object head;
    Value strings, interpolations;      // tuples; one string more than interpolations
} Template;

static Interpolation *interpolation_of(Value v) { return (Interpolation *)value_object(v); }
static Template *template_of(Value v) { return (Template *)value_object(v); }

// Before the first one is made nobody knows the type.
static bool add_match_args(void) {
    type_ready(&interpolation_type);
    Value names = tuple_pack(4, intern("value"), intern("expression"), intern("conversion"), intern("format_spec"));
    return names && dict_set_name(interpolation_type.dict, NAME(__match_args__), names);
}

static Value interpolation_new(Value value, Value expression, Value conversion, Value spec) {
    if (unlikely(!(interpolation_type.flags & TYPE_READY)) && !add_match_args()) return 0;
    Interpolation *made = mem_object(&interpolation_type, sizeof(Interpolation));
    if (!made) return 0;
    *made = (Interpolation){made->head, value, expression, conversion, spec};
    return VALUE(made);
}

Value op_build_interpolation(Value value, Value source, Value spec, uint32_t conversion) {
    static const char *const letters[] = {"", "s", "r", "a"};
    return interpolation_new(value, source, conversion ? intern(letters[conversion]) : NONE, spec ? spec : NAME(empty));
}

Value op_build_template(Value strings, Value interpolations) {
    Template *made = mem_object(&template_type, sizeof(Template));
    if (!made) return 0;
    made->strings = strings;
    made->interpolations = interpolations;
    return VALUE(made);
}

// ------------------------------------------------------------------------------------------------ Interpolation

static Value interpolation_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[4];
    (void)type;
    if (!NATIVE_BIND("Interpolation", "value, expression='', conversion=None, format_spec=''", bound)) return 0;
    for (int k = 1; k < 4; k++) {
        static const char *const names[] = {"expression", "conversion", "format_spec"};
        if (bound[k] && !str_check(bound[k]) && !(k == 2 && bound[k] == NONE))
            return raise_type_error("Interpolation() argument '%s' must be str, not %P", names[k - 1], bound[k]);
    }
    if (bound[2] && bound[2] != NONE && (str_size(bound[2]) != 1 || !strchr("sra", *str_data(bound[2]))))
        return raise_value_error("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    return interpolation_new(bound[0], bound[1] ? bound[1] : NAME(empty), bound[2] ? bound[2] : NONE,
                             bound[3] ? bound[3] : NAME(empty));
}
static Value interpolation_repr(Value self) {
    Interpolation *i = interpolation_of(self);
    return str_format("Interpolation(%R, %R, %R, %R)", i->value, i->expression, i->conversion, i->format_spec);
}
static Value get_value(Value self) { return interpolation_of(self)->value; }
static Value get_expression(Value self) { return interpolation_of(self)->expression; }
static Value get_conversion(Value self) { return interpolation_of(self)->conversion; }
static Value get_format_spec(Value self) { return interpolation_of(self)->format_spec; }
static const AttributeDef interpolation_attributes[] = {
    MEMBER("value", get_value, 0), MEMBER("expression", get_expression, 0), MEMBER("conversion", get_conversion, 0),
    MEMBER("format_spec", get_format_spec, 0), {0},
};
static const MethodDef methods_of_both[] = {
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "See PEP 585"),
    METHODS_END
};

Type interpolation_type = {
    .head = {&type_type},
    .name = "string.templatelib.Interpolation",
    .size = sizeof(Interpolation),
    .make = interpolation_make,
    .repr = interpolation_repr,
    .methods = methods_of_both,
    .attributes = interpolation_attributes,
};

// ------------------------------------------------------------------------------------------------ Template

// Strings and interpolations in any order; neighbouring strings become one.
static Value template_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    if (keywords && tuple_count(keywords)) return raise_type_error("Template.__new__ only accepts *args arguments");
    Value strings = list_with_capacity(count + 1), interpolations = list_with_capacity(count), text = NAME(empty);
    if (!strings || !interpolations) return 0;
    for (size_t k = 0; k < count; k++) {
        if (str_check(args[k])) {
            if (!(text = str_concat(text, args[k]))) return 0;
        } else if (value_is(args[k], &interpolation_type)) {
            if (!list_append(strings, text) || !list_append(interpolations, args[k])) return 0;
            text = NAME(empty);
        } else {
            return raise_type_error("Template.__new__ *args need to be of type 'str' or 'Interpolation', got %T", args[k]);
        }
    }
    if (!list_append(strings, text)) return 0;
    return op_build_template(list_to_tuple(strings), list_to_tuple(interpolations));
}
static Value template_repr(Value self) {
    return str_format("Template(strings=%R, interpolations=%R)", template_of(self)->strings,
                      template_of(self)->interpolations);
}
// Non-empty strings and interpolations in order.
static Value template_parts(Value self) {
    Template *t = template_of(self);
    Value list = list_with_capacity(2 * tuple_count(t->strings));
    for (size_t k = 0; list && k < tuple_count(t->strings); k++) {
        Value text = tuple_get(t->strings, k);
        if (str_size(text) && !list_append(list, text)) return 0;
        if (k < tuple_count(t->interpolations) && !list_append(list, tuple_get(t->interpolations, k))) return 0;
    }
    return list;
}
static Value template_iter(Value self) {
    Value parts = template_parts(self);
    return parts ? object_iter(parts) : 0;
}
static Value template_concat(Value self, Value other) {
    if (!value_is(other, &template_type))
        return raise_type_error(
            "can only concatenate string.templatelib.Template (not \"%T\") to string.templatelib.Template",
            other);
    Value parts = template_parts(self), more = parts ? template_parts(other) : 0;
    if (!more || !list_extend(parts, more)) return 0;
    return template_make(&template_type, list_of(parts)->items, list_of(parts)->count, 0);
}
static Value get_strings(Value self) { return template_of(self)->strings; }
static Value get_interpolations(Value self) { return template_of(self)->interpolations; }
static Value get_values(Value self) {
    Value interpolations = template_of(self)->interpolations, values = tuple_new(0, tuple_count(interpolations));
    for (size_t k = 0; values && k < tuple_count(interpolations); k++)
        tuple_of(values)->items[k] = interpolation_of(tuple_get(interpolations, k))->value;
    return values;
}
static const AttributeDef template_attributes[] = {
    MEMBER("strings", get_strings, 0), MEMBER("interpolations", get_interpolations, 0), {"values", get_values, 0, 0}, {0},
};
Type template_type = {
    .head = {&type_type},
    .name = "string.templatelib.Template",
    .size = sizeof(Template),
    .make = template_make,
    .repr = template_repr,
    .iter = template_iter,
    .concat = template_concat,
    .methods = methods_of_both,
    .attributes = template_attributes,
};

// _typing: the types of type parameters and unions for the module typing, which is written in Python.
#include "lib/lib.h"
#include "objects/generic_alias.h"
#include "objects/module.h"
#include "objects/union.h"
#include "vm/typing.h"

static Value convert;           // makes a type of what stands in Union[...]

static Value convert_member(Value v) { return object_call1(convert, v); }

static Value py_set_convert(Value self, Value *args) {
    (void)self;
    convert = args[0];
    union_member_hook = convert_member;
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("_set_convert", py_set_convert, "function, /", "Have Union[...] call a function for each member."),
    METHODS_END
};

Value module__typing_make(void) {
    static const NamedObject items[] = {
        {"TypeVar", &type_var_type}, {"TypeVarTuple", &type_var_tuple_type}, {"ParamSpec", &param_spec_type},
        {"TypeAliasType", &type_alias_type}, {"Generic", &generic_type}, {"NoDefault", &no_default_object},
        {"Union", &union_type},
        {"ParamSpecArgs", &param_spec_args_type}, {"ParamSpecKwargs", &param_spec_kwargs_type}, {"GenericAlias", &generic_alias_type}, {0},
    };
    Value name = intern("_typing"), module = name ? module_new(name) : 0;
    return module && module_add_functions(module, functions) && dict_set_objects(module_dict(module), items) ? module : 0;
}

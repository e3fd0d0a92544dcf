// _types: the built-in types that have no name in builtins, for the module types.
#include "lib/lib.h"
#include "lib/simple_namespace.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/mapping_proxy.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/union.h"
#include "vm/function.h"
#include "vm/generator.h"

// A generator function whose generators can be awaited: its code is replaced by a copy that says so.
static Value py_make_awaitable(Value self, Value *args) {
    (void)self;
    if (!value_is(args[0], &function_type)) return raise_type_error("expected a function, not '%T'", args[0]);
    Function *function = function_of(args[0]);
    Code *code = mem_object(&code_type, sizeof *code);
    if (!code) return 0;
    *code = *function->code;
    code->flags |= CODE_ITERABLE_COROUTINE;
    function->code = code;
    return args[0];
}

static const MethodDef functions[] = {
    FUNCTION("_make_awaitable", py_make_awaitable, "function, /",
             "Let the generators of a generator function be awaited."),
    METHODS_END
};

static const NamedObject types[] = {
    {"AsyncGeneratorType", &async_generator_type},
    {"BuiltinFunctionType", &native_type},
    {"BuiltinMethodType", &native_type},
    {"CellType", &cell_type},
    {"ClassMethodDescriptorType", &classmethod_descriptor_type},
    {"CodeType", &code_type},
    {"CoroutineType", &coroutine_type},
    {"EllipsisType", &ellipsis_type},
    {"FunctionType", &function_type},
    {"GeneratorType", &generator_type},
    {"GenericAlias", &generic_alias_type},
    {"GetSetDescriptorType", &attribute_descriptor_type},
    {"LambdaType", &function_type},
    {"MappingProxyType", &mapping_proxy_type},
    {"MemberDescriptorType", &member_descriptor_type},
    {"MethodDescriptorType", &method_descriptor_type},
    {"MethodType", &method_type},
    {"ModuleType", &module_type},
    {"NoneType", &none_type},
    {"NotImplementedType", &not_implemented_type},
    {"SimpleNamespace", &simple_namespace_type},
    {"TracebackType", &traceback_type},
    {"UnionType", &union_type},
    {"WrapperDescriptorType", &wrapper_descriptor_type},
    {0}
};

Value module__types_make(void) {
    Value module = module_new(intern("_types"));
    return module && module_add_functions(module, functions) && dict_set_objects(module_dict(module), types) ? module : 0;
}

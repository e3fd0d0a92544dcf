// _weakref: what weakref has in C.
#include "lib/lib.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/weakref.h"

static Value py_proxy(Value self, Value *args) {
    (void)self;
    Type *type = object_callable(args[0]) ? &weakref_callable_proxy_type : &weakref_proxy_type;
    return weakref_new(type, args[0], args[1] == NONE ? 0 : args[1]);
}

static Value py_getweakrefs(Value self, Value *args) {
    (void)self;
    return weakref_list(args[0]);
}

static Value py_getweakrefcount(Value self, Value *args) {
    (void)self;
    Value list = weakref_list(args[0]);
    return list ? small_value((int64_t)list_of(list)->count) : 0;
}

static const MethodDef functions[] = {
    FUNCTION("proxy", py_proxy, "object, callback=None, /",
             "An object that passes on what is asked of it, and keeps nothing alive."),
    FUNCTION("getweakrefs", py_getweakrefs, "object, /", "The weak references to an object, as a list."),
    FUNCTION("getweakrefcount", py_getweakrefcount, "object, /",
             "How many weak references to an object there are."),
    METHODS_END
};

Value module__weakref_make(void) {
    Value module = module_new(intern("_weakref"));
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "ref", VALUE(&weakref_type)) ||
        !dict_set_c(dict, "ReferenceType", VALUE(&weakref_type)) ||
        !dict_set_c(dict, "ProxyType", VALUE(&weakref_proxy_type)) ||
        !dict_set_c(dict, "CallableProxyType", VALUE(&weakref_callable_proxy_type)))
        return 0;
    return module;
}

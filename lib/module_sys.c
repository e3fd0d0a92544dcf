// sys: the interpreter's own state as a module.
#include "lib/io.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame.h"
#include <unistd.h>

Value sys_module;

Value sys_get(Value name) { return sys_module ? dict_get_name(dict_of(module_dict(sys_module)), name) : 0; }

static Value py_exit(Value self, Value *args) {
    (void)self;
    return raise_value(&SystemExit_type, args[0] ? args[0] : NONE);
}

static Value py_setrecursionlimit(Value self, Value *args) {
    (void)self;
    int64_t limit;
    if (!object_to_int64(args[0], &limit)) return 0;
    if (limit < 1) return raise_value_error("recursion limit must be greater or equal than 1");
    if (machine.depth >= (uint64_t)limit)
        return raise_format(&RecursionError_type, "cannot set the recursion limit to %lld at the recursion depth %d: the limit is too low",
                            (long long)limit, (int)machine.depth);
    machine.depth_limit = limit > 1 << 30 ? 1 << 30 : (uint32_t)limit;
    return NONE;
}
static Value py_getrecursionlimit(Value self, Value *args) {
    (void)self;
    (void)args;
    return SMALL(machine.depth_limit);
}

static const MethodDef sys_functions[] = {
    FUNCTION("exit", py_exit, "status=None, /", "Leave the program by raising SystemExit(status)."),
    FUNCTION("getrecursionlimit", py_getrecursionlimit, "", "Return how deeply Python functions may call each other."),
    FUNCTION("setrecursionlimit", py_setrecursionlimit, "limit, /", "Set how deeply Python functions may call each other."),
    {0},
};

Value module_sys_make(void) {
    Value module = module_new(NAME(sys));
    if (!module || !module_add_functions(module, sys_functions)) return 0;
    Value dict = module_dict(module);
    sys_module = module;
    if (!dict_set_c(dict, "modules", machine.modules) || !dict_set_c(dict, "path", list_with_capacity(4)) ||
        !dict_set_c(dict, "maxsize", int_from_int64(INT64_MAX)) || !io_add_standard_streams(dict))
        return 0;
    return module;
}

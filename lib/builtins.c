// The module builtins: functions from the builtins_*.c files, types and constants from objects/.
#include "lib/builtins.h"
#include "lib/settings.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/tuple.h"

static Type *const types[] = {
    &bool_type, &bytearray_type, &bytes_type, &classmethod_type, &complex_type, &dict_type, &enumerate_type, &filter_type,
    &float_type, &frozenset_type, &int_type, &list_type, &map_type, &memoryview_type, &object_type, &property_type,
    &range_type, &reversed_type, &set_type, &slice_type, &staticmethod_type, &str_type, &super_type, &tuple_type,
    &type_type, &zip_type,
#define X(name, base) &name##_type,
#include "objects/exceptions.def"
#undef X
};

static bool add_types(Value dict) {
    for (size_t k = 0; k < sizeof types / sizeof *types; k++) {
        if (types[k] == &IncompleteInputError_type) continue;
        if (!dict_set_name(dict_of(dict), intern(types[k]->name), VALUE(types[k]))) return false;
    }
    return dict_set_name(dict_of(dict), intern("EnvironmentError"), VALUE(&OSError_type)) &&
           dict_set_name(dict_of(dict), intern("IOError"), VALUE(&OSError_type));
}

static bool add_constants(Value dict) {
    static const NamedObject constants[] = {
        {"None", &none_object}, {"True", &true_object}, {"False", &false_object}, {"NotImplemented", &not_implemented_object},
        {"Ellipsis", &ellipsis_object}, {0},
    };
    return dict_set_objects(dict, constants) && dict_set_c(dict, "__debug__", bool_value(!settings.optimize));
}

Value builtins_make(void) {
    static const MethodDef *const tables[] = {
        builtins_object_functions, builtins_number_functions, builtins_iteration_functions, builtins_source_functions,
        builtins_io_functions, builtins_open_functions,
    };
    Value module = module_new(NAME(builtins)),
          doc = str_from("Functions, types and exceptions that are visible everywhere.");
    if (!module || !doc || !dict_set_name(dict_of(module_dict(module)), NAME(__doc__), doc)) return 0;
    for (size_t k = 0; k < sizeof tables / sizeof *tables; k++)
        if (!module_add_functions(module, tables[k])) return 0;
    Value dict = module_dict(module);
    return add_types(dict) && add_constants(dict) && builtins_add_site(dict) ? module : 0;
}

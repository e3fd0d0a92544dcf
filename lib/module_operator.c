// operator: the public face of _operator, where functions are also known by the names of the special methods.
#include "lib/lib.h"
#include "lib/operator.h"
#include "objects/list.h"
#include "objects/module.h"

static bool add_special_names(Value dict) {
    for (const MethodDef *def = operator_functions; def->name; def++) {
        int size = (int)strcspn(def->name, "_");
        Value special = str_format("__%.*s__", size, def->name);
        if (!special || !(special = str_intern(special)) || !dict_set(dict, special, dict_get_name(dict_of(dict), intern(def->name))))
            return false;
    }
    return true;
}

static bool add_public_names(Value dict) {
    Value names = list_with_capacity(64);
    size_t at = 0;
    for (DictEntry *entry; names && (entry = dict_next(dict_of(dict), &at));)
        if (str_data(entry->key)[0] != '_' && !list_append(names, entry->key)) return false;
    return names && list_sort(names, 0, false) && dict_set(dict, NAME(__all__), names);
}

Value module_operator_make(void) {
    Value private = import_by_name("_operator"), module = private ? module_new(intern("operator")) : 0;
    Value dict = module ? module_dict(module) : 0;
    if (!dict || !dict_set_all(dict_of(dict), dict_of(module_dict(private)))) return 0;
    return dict_set(dict, NAME(__name__), intern("operator")) && add_public_names(dict) &&
                   add_special_names(dict)
               ? module
               : 0;
}

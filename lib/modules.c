// The table of modules written in C.
#include "lib/lib.h"
#include "objects/dict.h"
#include "objects/module.h"
#include "objects/tuple.h"

static const struct {
    const char *name;
    Value (*make)(void);
    const char *doc;
} table[] = {
#define X(name, doc) {#name, module_##name##_make, doc},
#include "lib/modules.def"
#undef X
};
#define TABLE_COUNT (sizeof table / sizeof *table)

static Value with_doc(Value module, const char *doc) {
    Dict *dict = module ? dict_of(module_dict(module)) : 0;
    if (!dict || dict_get_name(dict, NAME(__doc__)) != NONE) return module;
    Value text = str_from(doc);
    return text && dict_set_name(dict, NAME(__doc__), text) ? module : 0;
}

Value builtin_module_make(const char *name, size_t size) {
    for (size_t k = 0; k < TABLE_COUNT; k++)
        if (strlen(table[k].name) == size && memcmp(table[k].name, name, size) == 0)
            return with_doc(table[k].make(), table[k].doc);
    return 0;
}

Value builtin_module_names(void) {
    Value names = tuple_new(0, TABLE_COUNT + 1);
    if (!names) return 0;
    tuple_of(names)->items[0] = intern("builtins");
    for (size_t k = 0; k < TABLE_COUNT; k++) tuple_of(names)->items[k + 1] = intern(table[k].name);
    return names;
}

// The table of modules written in C.
#include "lib/lib.h"
#include "objects/tuple.h"

#define X(name) Value module_##name##_make(void);
#include "lib/modules.def"
#undef X

static const struct {
    const char *name;
    Value (*make)(void);
} table[] = {
#define X(name) {#name, module_##name##_make},
#include "lib/modules.def"
#undef X
};
#define TABLE_COUNT (sizeof table / sizeof *table)

Value builtin_module_make(const char *name, size_t size) {
    for (size_t k = 0; k < TABLE_COUNT; k++)
        if (strlen(table[k].name) == size && memcmp(table[k].name, name, size) == 0) return table[k].make();
    return 0;
}

Value builtin_module_names(void) {
    Value names = tuple_new(0, TABLE_COUNT + 1);
    if (!names) return 0;
    tuple_of(names)->items[0] = intern("builtins");
    for (size_t k = 0; k < TABLE_COUNT; k++) tuple_of(names)->items[k + 1] = intern(table[k].name);
    return names;
}

// Modules written in Python, as text in the binary.
#include "lib/lib.h"

// The assembler takes the files in as they are; names of symbols are made from the identifiers of frozen.def.
#define X(id, name, path, package) \
    __asm__(".section .rodata\nfrozen_" #id ":\n.incbin \"lib/python/" path "\"\n.byte 0\nfrozen_" #id "_end:\n.previous\n"); \
    extern const char frozen_##id[], frozen_##id##_end[];
#include "lib/frozen.def"
#undef X

static const struct {
    const char *name;
    const char *text, *end;
    bool package;
} table[] = {
#define X(id, name, path, package) {name, frozen_##id, frozen_##id##_end, package},
#include "lib/frozen.def"
#undef X
    {0, 0, 0, false},
};

bool frozen_find(Value name, const char **text, size_t *size, bool *package) {
    for (size_t k = 0; table[k].name; k++) {
        if (!str_equal_c(name, table[k].name)) continue;
        *text = table[k].text;
        *size = (size_t)(table[k].end - table[k].text) - 1;
        *package = table[k].package;
        return true;
    }
    return false;
}

const char *frozen_name(size_t index) { return table[index].name; }

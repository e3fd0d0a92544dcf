// Modules written in Python, as compressed text in the binary.
#include "lib/lib.h"
#include "objects/packed.h"

// Names of symbols come from the identifiers of frozen.def.
#define X(id, name, path, package) PACKED(id, "lib/python/" path)
#include "lib/frozen.def"
#undef X
PACKED(dictionary, "lib/python/dictionary")

static const struct Frozen {
    const char *name;
    const unsigned char *data, *end;
    bool package;
} table[] = {
#define X(id, name, path, package) {name, packed_##id, packed_##id##_end, package},
#include "lib/frozen.def"
#undef X
    {0, 0, 0, false},
};

static const struct Frozen *find(Value name) {
    for (const struct Frozen *f = table; f->name; f++)
        if (str_equal_c(name, f->name)) return f;
    return 0;
}

const char *frozen_name(size_t index) { return table[index].name; }

bool frozen_exists(Value name) { return find(name) != 0; }

bool frozen_find(Value name, const char **text, size_t *size, bool *package) {
    static char *known;                 // the dictionary, once a module has been imported
    static size_t known_size;
    const struct Frozen *f = find(name);
    if (!f) return false;
    if (!known && !(known = packed_text(packed_dictionary, packed_dictionary_end, 0, 0, &known_size))) return false;
    *package = f->package;
    *text = packed_text(f->data, f->end, known, known_size, size);
    return *text != 0;
}

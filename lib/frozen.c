// Modules written in Python, as compressed text in the binary.
#include "lib/lib.h"
#include "objects/exception.h"
#include <zlib.h>

// The assembler takes in what the Makefile has made of the files; names of symbols come from the identifiers of frozen.def.
#define PACKED(id, file) \
    __asm__(".section .rodata\nfrozen_" #id ":\n.incbin \"lib/python/" file ".z\"\nfrozen_" #id "_end:\n.previous\n"); \
    extern const unsigned char frozen_##id[], frozen_##id##_end[];
#define X(id, name, path, package) PACKED(id, path)
#include "lib/frozen.def"
#undef X
PACKED(dictionary, "dictionary")

static const struct Frozen {
    const char *name;
    const unsigned char *data, *end;
    bool package;
} table[] = {
#define X(id, name, path, package) {name, frozen_##id, frozen_##id##_end, package},
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

// What lib/python/pack.c has packed: the size, then a text deflated with a dictionary, which may be missing.
static char *unpack(const unsigned char *data, const unsigned char *end, const char *known, size_t known_size, size_t *size) {
    *size = data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16 | (size_t)data[3] << 24;
    char *out = mem_alloc_atomic(*size + 1);
    if (!out) return 0;
    z_stream stream = {.next_in = (unsigned char *)data + 4, .avail_in = (unsigned)(end - data - 4),
                       .next_out = (unsigned char *)out, .avail_out = (unsigned)*size};
    enum { NO_HEADER = -MAX_WBITS };
    bool done = inflateInit2(&stream, NO_HEADER) == Z_OK &&
        (!known || inflateSetDictionary(&stream, (const unsigned char *)known, (unsigned)known_size) == Z_OK) &&
        inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    out[*size] = 0;
    return done ? out : (char *)(uintptr_t)raise_format(&SystemError_type, "the text of a module is damaged");
}

bool frozen_find(Value name, const char **text, size_t *size, bool *package) {
    static char *known;                 // the dictionary, once a module has been imported
    static size_t known_size;
    const struct Frozen *f = find(name);
    if (!f) return false;
    if (!known && !(known = unpack(frozen_dictionary, frozen_dictionary_end, 0, 0, &known_size))) return false;
    *package = f->package;
    *text = unpack(f->data, f->end, known, known_size, size);
    return *text != 0;
}

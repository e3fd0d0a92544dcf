// Modules written in Python, as compressed text in the binary.
#include "lib/lib.h"
#include "objects/exception.h"
#include <zlib.h>

// The assembler takes in what the Makefile has made of the files; names of symbols come from the identifiers of frozen.def.
#define X(id, name, path, package) \
    __asm__(".section .rodata\nfrozen_" #id ":\n.incbin \"lib/python/" path ".gz\"\nfrozen_" #id "_end:\n.previous\n"); \
    extern const unsigned char frozen_##id[], frozen_##id##_end[];
#include "lib/frozen.def"
#undef X

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

bool frozen_find(Value name, const char **text, size_t *size, bool *package) {
    const struct Frozen *f = find(name);
    if (!f) return false;
    // A gzip file ends with the size of what it holds, the low byte first.
    *size = f->end[-4] | (size_t)f->end[-3] << 8 | (size_t)f->end[-2] << 16 | (size_t)f->end[-1] << 24;
    char *out = mem_alloc_atomic(*size + 1);
    if (!out) return false;
    z_stream stream = {.next_in = (unsigned char *)f->data, .avail_in = (unsigned)(f->end - f->data),
                       .next_out = (unsigned char *)out, .avail_out = (unsigned)*size};
    enum { GZIP = 16 };                 // added to the window bits: the data has a gzip header
    bool done = inflateInit2(&stream, GZIP + MAX_WBITS) == Z_OK && inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    if (!done) return raise_format(&SystemError_type, "the text of module %S is damaged", name) != 0;
    out[*size] = 0;
    *text = out;
    *package = f->package;
    return true;
}

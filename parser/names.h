// Names: identifiers of one source, interned. A name that occurs twice is one Name, so names are compared by
// pointer. The compiler interns the names that it makes itself ("__class__", "_Owner__attr", ".0") in the
// same table.
#pragma once
#include "lexer/arena.h"
#include <stddef.h>
#include <stdint.h>

typedef struct Name Name;
typedef struct Names Names;

struct Name {
    const char *data;     // UTF-8, NFKC-normalised, NUL-terminated
    size_t size;
    uint32_t hash;
    uint32_t index;       // 0, 1, 2 ... in the order of first appearance, for tables indexed by name
    const Name *next;     // the next name in the same bucket of the table
};

Names *names_new(Arena *arena);                                        // NULL when out of memory
const Name *names_intern(Names *names, const char *data, size_t size); // NULL when out of memory

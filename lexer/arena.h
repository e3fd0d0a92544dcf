// Arena: memory of the front end. Tokens, literals and syntax trees of one source are allocated one after the
// other and freed at once, when the code object has been made. It is plain malloc memory: the collector never
// sees it, so nothing in it may point to a heap object.
#pragma once
#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);                        // NULL when out of memory
void arena_free(Arena *arena);                 // NULL is allowed

// Zeroed memory of `size` bytes, aligned to 16. When memory runs out it jumps nowhere and returns NULL, and
// arena_failed() stays true from then on.
void *arena_alloc(Arena *arena, size_t size);
char *arena_copy(Arena *arena, const char *text, size_t size);  // a copy with a NUL behind it
int arena_failed(const Arena *arena);

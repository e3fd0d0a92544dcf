// Arena: a list of blocks that grow geometrically; allocation moves a pointer. A request that is large
// compared with a block gets a block of its own, so that the rest of the current one is not wasted.
#include "lexer/arena.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

typedef struct Block {
    struct Block *next;
    _Alignas(ALIGNMENT) char data[];
} Block;

struct Arena {
    Block *blocks;
    char *free;            // what is left of the current block: `left` bytes from here
    size_t left;
    size_t block_size;     // of the next one
    bool failed;
};

Arena *arena_new(void) {
    Arena *arena = calloc(1, sizeof *arena);
    if (arena) arena->block_size = FIRST_BLOCK;
    return arena;
}

void arena_free(Arena *arena) {
    if (!arena) return;
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

// Zeroed, and already in the list of blocks to free.
static Block *add_block(Arena *arena, size_t size) {
    Block *block = size <= PTRDIFF_MAX - sizeof(Block) ? calloc(1, sizeof(Block) + size) : NULL;
    if (!block) {
        arena->failed = true;
        return NULL;
    }
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > PTRDIFF_MAX - ALIGNMENT) {
        arena->failed = true;
        return NULL;
    }
    size = size ? (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1) : ALIGNMENT;
    if (size > arena->left) {
        bool own_block = size > arena->block_size / 4;
        Block *block = add_block(arena, own_block ? size : arena->block_size);
        if (!block) return NULL;
        if (own_block) return block->data;
        arena->free = block->data;
        arena->left = arena->block_size;
        if (arena->block_size < LARGEST_BLOCK) arena->block_size *= 2;
    }
    void *memory = arena->free;
    arena->free += size;
    arena->left -= size;
    return memory;
}

char *arena_copy(Arena *arena, const char *text, size_t size) {
    char *copy = size < PTRDIFF_MAX ? arena_alloc(arena, size + 1) : arena_alloc(arena, SIZE_MAX);
    if (copy && size) memcpy(copy, text, size);
    return copy;
}

int arena_failed(const Arena *arena) {
    return arena->failed;
}

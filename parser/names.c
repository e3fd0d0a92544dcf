// Interning of names: a hash table of chains in the arena. It grows by being rebuilt at twice the size; the
// old buckets stay in the arena until it is freed, which costs no more than the last table does.
#include "parser/names.h"
#include <stdbool.h>
#include <string.h>

struct Names {
    Arena *arena;
    uint32_t count, bucket_count;   // bucket_count is a power of two
    const Name **buckets;
};

enum { FIRST_BUCKETS = 128 };

Names *names_new(Arena *arena) {
    Names *names = arena_alloc(arena, sizeof *names);
    const Name **buckets = arena_alloc(arena, FIRST_BUCKETS * sizeof *buckets);
    if (!names || !buckets)
        return NULL;
    *names = (Names){.arena = arena, .bucket_count = FIRST_BUCKETS, .buckets = buckets};
    return names;
}

// FNV-1a: names are short.
static uint32_t hash_bytes(const char *data, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)data[i]) * 16777619u;
    return hash;
}

static bool grow(Names *names) {
    uint32_t count = names->bucket_count * 2;
    const Name **buckets = arena_alloc(names->arena, count * sizeof *buckets);
    if (!buckets)
        return false;
    for (uint32_t i = 0; i < names->bucket_count; i++) {
        for (const Name *name = names->buckets[i], *next; name; name = next) {
            next = name->next;
            ((Name *)name)->next = buckets[name->hash & (count - 1)];
            buckets[name->hash & (count - 1)] = name;
        }
    }
    names->buckets = buckets;
    names->bucket_count = count;
    return true;
}

const Name *names_intern(Names *names, const char *data, size_t size) {
    uint32_t hash = hash_bytes(data, size);
    for (const Name *name = names->buckets[hash & (names->bucket_count - 1)]; name; name = name->next) {
        if (name->hash == hash && name->size == size && memcmp(name->data, data, size) == 0)
            return name;
    }
    if (names->count >= names->bucket_count && !grow(names))
        return NULL;
    Name *name = arena_alloc(names->arena, sizeof *name);
    const char *copy = arena_copy(names->arena, data, size);
    if (!name || !copy)
        return NULL;
    const Name **bucket = &names->buckets[hash & (names->bucket_count - 1)];
    *name = (Name){.data = copy, .size = size, .hash = hash, .index = names->count++, .next = *bucket};
    *bucket = name;
    return name;
}

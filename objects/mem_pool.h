// Blocks that are kept for reuse (mem_pool.c); for mem*.c alone.
#pragma once
#include "objects/mem.h"

#define MEM_PAGE 4096
#define MEM_POOL_MAX ((size_t)256 << 10)        // the largest, in bytes; the smallest is the first above MEM_SMALL_MAX

// What a block is used for, as the collector needs to know it.
typedef enum { POOL_ATOMIC, POOL_SCANNED, POOL_KINDS } PoolKind;
void mem_pool_start(PoolKind kind, int collector_kind);         // once for each

// A block of at least this size, in (MEM_SMALL_MAX, MEM_POOL_MAX], its content unspecified: one that waits for it, where it is
// time to collect after a collection. NULL: none does.
void *mem_pool_take(size_t size, PoolKind kind) must_use;
// The same, a new one. NULL: no memory.
void *mem_pool_new(size_t size, PoolKind kind) must_use;
// Takes back what nobody uses any more. False: such blocks are not kept.
bool mem_pool_give(void *block);

// In a collection. When all is marked: keeps the blocks that were not, unless some of these may be needed after all, or at once. At its
// end: forgets those that the collector has got back. kept_elsewhere: bytes of other blocks that are marked but not in use.
void mem_pool_when_marked(bool keeps);
void mem_pool_when_done(size_t kept_elsewhere);
// All blocks in use that are scanned, and larger ones that mem_pool_list_large named. False from mem_pool_complete: some are not
// known.
void mem_pool_walk_scanned(void (*visit)(void *block, size_t size));
bool mem_pool_complete(void);
void mem_pool_list_large(void *block);
void mem_pool_unlist_large(void *block);        // nothing if it is not listed
size_t mem_pool_scanned_size(void);     // bytes of these

// Blocks beyond those sizes that are not scanned (mem_large.c). One of at least this size that nobody points to any more, its
// content unspecified; NULL: none, or not worth finding out.
void *mem_large_take(size_t size) must_use;
void mem_large_add(const void *block);          // a new one
void mem_large_forget(const void *block);       // nothing if it was not added
void mem_large_when_marked(void);               // in a collection

// Whether so much was handed out since the last collection that another is due; after that, mem_after_collection. `more`: bytes that
// were handed out otherwise.
bool mem_pool_is_due(size_t more);
void mem_after_collection(void);                // for mem.c: clears what it has left on the C stack; nothing without one
#ifdef MEM_STRESS
void mem_stress(void);                          // every Nth call collects
#else
static inline void mem_stress(void) {}
#endif

// Objects with a callback for their end (mem_watch.c), in a collection: when it begins; when all is marked, or at its very end.
void mem_watch_when_started(void);
void mem_watch_call_dropped(bool at_end, bool keeps);          // keeps: some for reuse
size_t mem_watch_free_size(void);          // bytes that were dropped and wait for their reuse

// A place in a table of pages, each entry of which begins with its page's address, 0 where it is free. capacity: a power of two.
static inline void *mem_page_place(const void *table, size_t entry_size, size_t capacity, uintptr_t address) {
    for (size_t at = (address / MEM_PAGE * 0x9e3779b97f4a7c15ull) >> 40;; at++) {
        const char *place = (const char *)table + (at & (capacity - 1)) * entry_size;
        uintptr_t found = *(const uintptr_t *)place;
        if (likely(found == address) || !found) return (void *)place;
    }
}

// The search for words that point to blocks (mem_search.c).
size_t mem_search_size(void);                   // bytes of the heap that it looks at
// Whether the next collection would find the block dropped, and nobody whom it tells would care. All words of the C stack count
// that are older than `youngest`, among which must be the caller's registers.
bool mem_search_is_dropped(void *block, const void *youngest);
bool mem_is_watched(const void *object);        // by mem_when_dropped or for its reclaim slot

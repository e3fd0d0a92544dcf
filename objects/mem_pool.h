// Blocks that are kept for reuse (mem_pool.c); for mem.c alone.
#pragma once
#include "objects/mem.h"

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

// In a collection. When all is marked: keeps the blocks that were not, unless some of these may be needed after all. At its
// end: forgets those that the collector has got back.
void mem_pool_when_marked(bool some_needed);
void mem_pool_when_done(void);
// All blocks that are scanned, those that wait among them, and larger ones that mem_pool_list named. False from
// mem_pool_complete: some are not known.
void mem_pool_walk_scanned(void (*visit)(void *block, size_t size));
bool mem_pool_complete(void);
void mem_pool_list(void *block, PoolKind kind);
void mem_pool_unlist(void *block);      // nothing if it is not listed
void mem_pool_keep_none(bool none);             // for a while: memory has run out

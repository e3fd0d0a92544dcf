// Blocks of middling size (mem_pool.h). To find one in its own lists costs the collector more than filling it does. So those
// that a collection finds dropped are not given back to it: they are marked as if they were in use, and wait here for the next
// request of their size. What nobody has asked for when the next collection comes, goes back then.
//
// Addresses are hidden: neither lists nor the blocks in them keep anything alive.
#include "objects/mem_pool.h"
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <stdlib.h>

#define FINE_PAGES 16                   // up to so many pages a class for each number, above in steps
#define STEP_PAGES 4
#define SMALL_CLASSES 5                 // of which several fit into a page
#define CLASSES (SMALL_CLASSES + FINE_PAGES + (MEM_POOL_MAX / MEM_PAGE - FINE_PAGES) / STEP_PAGES)
// Bytes handed out between two collections: as many as are in use, but of a small heap four times that, within these. (As
// long as the caches hold it all, marking costs more than memory that was not used lately.)
#define COLLECT_MIN ((size_t)2 << 20)
#define COLLECT_MOST ((size_t)8 << 20)

static const uint16_t small_sizes[SMALL_CLASSES] = {672, 816, 1024, 1360, 2032};

typedef struct {
    uintptr_t next;                     // hidden; 0: the last
    uintptr_t idle;                     // IDLE: was in its list when the collection began
} Free;
#define IDLE ((uintptr_t)0x1d1e1d1e1d1e1d1e)

typedef struct {
    uintptr_t first;                    // hidden; 0: empty
} List;

static List lists[POOL_KINDS][CLASSES];
static int collector_kinds[POOL_KINDS];

// All blocks that came from here, in use or not; hidden. (malloc'd: not scanned)
static struct {
    uintptr_t *blocks;
    size_t count, capacity;
    size_t size;                        // of them together, in bytes
} listed[POOL_KINDS];
static bool incomplete;

static size_t handed_out, kept;         // bytes: from the lists since the last collection; in the lists after it
static size_t collect_after = COLLECT_MIN;
static bool keep_none, kept_some;

static int class_of(size_t size) {
    if (size <= small_sizes[SMALL_CLASSES - 1]) {
        int class = 0;
        while (small_sizes[class] < size) class++;
        return class;
    }
    size_t pages = (size + MEM_PAGE - 1) / MEM_PAGE;
    if (pages <= FINE_PAGES) return SMALL_CLASSES - 1 + (int)pages;
    return SMALL_CLASSES - 1 + FINE_PAGES + (int)((pages - FINE_PAGES + STEP_PAGES - 1) / STEP_PAGES);
}

static size_t size_of(int class) {
    if (class < SMALL_CLASSES) return small_sizes[class];
    size_t step = (size_t)class - SMALL_CLASSES + 1;
    return (step <= FINE_PAGES ? step : FINE_PAGES + (step - FINE_PAGES) * STEP_PAGES) * MEM_PAGE;
}

void mem_pool_start(PoolKind kind, int collector_kind) { collector_kinds[kind] = collector_kind; }

// A block that could not be listed is not kept later.
void mem_pool_list(void *block, PoolKind kind) {
    if (listed[kind].count == listed[kind].capacity) {
        size_t capacity = listed[kind].capacity ? listed[kind].capacity * 2 : 256;
        uintptr_t *grown = realloc(listed[kind].blocks, capacity * sizeof *grown);
        if (!grown) {
            incomplete = true;
            return;
        }
        listed[kind].blocks = grown;
        listed[kind].capacity = capacity;
    }
    listed[kind].blocks[listed[kind].count++] = mem_hide(block);
    listed[kind].size += GC_size(block);
}

void mem_pool_unlist(void *block) {
    for (size_t i = listed[POOL_SCANNED].count; i-- > 0;) {
        if (listed[POOL_SCANNED].blocks[i] != mem_hide(block)) continue;
        listed[POOL_SCANNED].blocks[i] = listed[POOL_SCANNED].blocks[--listed[POOL_SCANNED].count];
        listed[POOL_SCANNED].size -= GC_size(block);
        return;
    }
}

bool mem_pool_complete(void) { return !incomplete; }

void mem_pool_walk_scanned(void (*visit)(void *block, size_t size)) {
    for (size_t i = 0; i < listed[POOL_SCANNED].count; i++) {
        void *block = mem_reveal(listed[POOL_SCANNED].blocks[i]);
        visit(block, GC_size(block));
    }
}

size_t mem_pool_scanned_size(void) { return listed[POOL_SCANNED].size; }

static void push(List *list, void *block) {
    Free *free_block = block;
    *free_block = (Free){.next = list->first};
    list->first = mem_hide(block);
}

static void *pop(List *list) {
    if (!list->first) return NULL;
    Free *block = mem_reveal(list->first);
    list->first = block->next;
    block->idle = 0;
    return block;
}

void *mem_pool_take(size_t size, PoolKind kind) {
    int class = class_of(size);
    List *list = &lists[kind][class];
    if (unlikely(!list->first) && handed_out + GC_get_bytes_since_gc() >= collect_after) GC_gcollect();
    void *block = pop(list);
    if (block) handed_out += size_of(class);
    return block;
}

// Small ones come by the page.
static void *new_small(int class, PoolKind kind) {
    void **block = NULL;
    GC_generic_malloc_many(size_of(class), collector_kinds[kind], (void **)&block);
    if (!block) return NULL;
    mem_pool_list(block, kind);
    for (void **other = *block, **next; other; other = next) {
        next = *other;
        mem_pool_list(other, kind);
        push(&lists[kind][class], other);
    }
    return block;
}

void *mem_pool_new(size_t size, PoolKind kind) {
    int class = class_of(size);
    if (class < SMALL_CLASSES) return new_small(class, kind);
    // one byte less: the collector adds one, for pointers to the end
    void *block = GC_generic_malloc(size_of(class) - 1, collector_kinds[kind]);
    if (block) mem_pool_list(block, kind);
    return block;
}

bool mem_pool_give(void *block) {
    size_t size;
    int collector_kind = GC_get_kind_and_size(block, &size);
    if (size <= MEM_SMALL_MAX || size > MEM_POOL_MAX) return false;
    int class = class_of(size);
    if (size_of(class) != size) return false;
    for (int kind = 0; kind < POOL_KINDS; kind++) {
        if (collector_kinds[kind] != collector_kind) continue;
        push(&lists[kind][class], block);
        handed_out -= handed_out < size ? handed_out : size;
        return true;
    }
    return false;
}

// ---------------------------------------------------------------------------------------------------------------
// In a collection

static void empty_lists(void) {
    for (int kind = 0; kind < POOL_KINDS; kind++) {
        for (size_t class = 0; class < CLASSES; class++) {
            List *list = &lists[kind][class];
            for (uintptr_t hidden = list->first; hidden; hidden = ((Free *)mem_reveal(hidden))->next)
                ((Free *)mem_reveal(hidden))->idle = IDLE;
            list->first = 0;
        }
    }
}

static void keep(void *block) {
#ifdef MEM_STRESS
    memset(block, 0xdb, GC_size(block));        // who uses it all the same will find out
#endif
    GC_set_mark_bit(block);
    if (mem_pool_give(block)) kept += GC_size(block);
}

// Goes through the list of a kind and keeps in it what `wanted` says.
static void filter(PoolKind kind, bool (*wanted)(void *block)) {
    size_t count = 0, size = 0;
    for (size_t i = 0; i < listed[kind].count; i++) {
        void *block = mem_reveal(listed[kind].blocks[i]);
        if (!wanted(block)) continue;
        listed[kind].blocks[count++] = mem_hide(block);
        size += GC_size(block);
    }
    listed[kind].count = count;
    listed[kind].size = size;
}

static bool in_use_or_kept(void *block) {
    if (GC_is_marked(block)) return true;
    if (((Free *)block)->idle == IDLE || GC_size(block) > MEM_POOL_MAX) return false;
    keep(block);
    return true;
}

static bool still_there(void *block) { return GC_base(block) == block && GC_is_marked(block); }

void mem_pool_when_marked(bool some_needed) {
    empty_lists();
    kept = 0;
    kept_some = !some_needed && !keep_none;
    for (PoolKind kind = 0; kind < POOL_KINDS && kept_some; kind++) filter(kind, in_use_or_kept);
}

void mem_pool_when_done(void) {
    for (PoolKind kind = 0; kind < POOL_KINDS && !kept_some; kind++) filter(kind, still_there);
    handed_out = 0;
    size_t used = GC_get_heap_size() - GC_get_free_bytes() - kept;
    size_t small = used * 4 < COLLECT_MIN ? COLLECT_MIN : used * 4 < COLLECT_MOST ? used * 4 : COLLECT_MOST;
    collect_after = used > small ? used : small;
    GC_set_min_bytes_allocd(small);
}

void mem_pool_keep_none(bool none) { keep_none = none; }

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
#define CLASSES (SMALL_CLASSES + FINE_PAGES + (int)(MEM_POOL_MAX / MEM_PAGE - FINE_PAGES) / STEP_PAGES)
// Bytes handed out between two collections: as many as are in use, but of a small heap four times that, within these. (As
// long as the caches hold it all, marking costs more than memory that was not used lately.)
#define COLLECT_MIN ((size_t)2 << 20)
#define COLLECT_MOST ((size_t)8 << 20)

static const uint16_t small_sizes[SMALL_CLASSES] = {672, 816, 1024, 1360, 2032};

// Of one kind and size. A block that is given back stays among those in use, and is linked through its first word.
typedef struct {
    uintptr_t *blocks;                  // hidden; malloc'd: not scanned
    size_t used, filled, capacity;      // in use, or not known not to be: [0, used); free: [used, filled)
    uintptr_t given;                    // hidden; 0: none
} Class;

MEM_UNSCANNED static Class classes[POOL_KINDS][CLASSES];
static int collector_kinds[POOL_KINDS];

static uintptr_t *large;                // scanned blocks beyond these sizes; hidden; malloc'd
static size_t large_count, large_capacity, large_size;     // large_size: of them together, in bytes
static bool incomplete;                 // some blocks could not be listed

static size_t handed_out, kept;         // bytes: from the lists since the last collection; in the lists after it
static size_t collect_after = COLLECT_MIN;
static bool kept_some;

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

static bool list_has_room(uintptr_t **list, size_t count, size_t *capacity) {
    if (likely(count < *capacity)) return true;
    size_t more = *capacity ? *capacity * 2 : 16;
    uintptr_t *grown = realloc(*list, more * sizeof *grown);
    if (!grown) {
        incomplete = true;
        return false;
    }
    *list = grown;
    *capacity = more;
    return true;
}

// A block that could not be listed is not kept later.
static void add_free(Class *class, void *block) {
    if (list_has_room(&class->blocks, class->filled, &class->capacity)) class->blocks[class->filled++] = mem_hide(block);
}

static void *use_one(Class *class) {
    if (class->given) {
        uintptr_t *block = mem_reveal(class->given);
        class->given = *block;
        return block;
    }
    return class->used < class->filled ? mem_reveal(class->blocks[class->used++]) : NULL;
}

void mem_pool_list_large(void *block) {
    if (!list_has_room(&large, large_count, &large_capacity)) return;
    large[large_count++] = mem_hide(block);
    large_size += GC_size(block);
}

void mem_pool_unlist_large(void *block) {
    for (size_t i = large_count; i-- > 0;) {
        if (large[i] != mem_hide(block)) continue;
        large[i] = large[--large_count];
        large_size -= GC_size(block);
        return;
    }
}

bool mem_pool_complete(void) { return !incomplete; }

void mem_pool_walk_scanned(void (*visit)(void *block, size_t size)) {
    for (int class = 0; class < CLASSES; class++) {
        const Class *of = &classes[POOL_SCANNED][class];
        for (size_t i = 0; i < of->used; i++) visit(mem_reveal(of->blocks[i]), size_of(class));
    }
    for (size_t i = 0; i < large_count; i++) visit(mem_reveal(large[i]), GC_size(mem_reveal(large[i])));
}

size_t mem_pool_scanned_size(void) {
    size_t size = large_size;
    for (int class = 0; class < CLASSES; class++) size += classes[POOL_SCANNED][class].used * size_of(class);
    return size;
}

bool mem_pool_is_due(size_t more) {
    handed_out += more;
    return handed_out + GC_get_bytes_since_gc() >= collect_after;
}

void *mem_pool_take(size_t size, PoolKind kind) {
    int number = class_of(size);
    Class *class = &classes[kind][number];
    if (unlikely(class->used == class->filled && !class->given) && mem_pool_is_due(0)) GC_gcollect();
    void *block = use_one(class);
    if (block) handed_out += size_of(number);
    return block;
}

void *mem_pool_new(size_t size, PoolKind kind) {
    int number = class_of(size);
    Class *class = &classes[kind][number];
    void *block = NULL;
    if (number < SMALL_CLASSES)         // these come by the page
        GC_generic_malloc_many(size_of(number), collector_kinds[kind], &block);
    else        // one byte less: the collector adds one, for pointers to the end
        block = GC_generic_malloc(size_of(number) - 1, collector_kinds[kind]);
    if (!block) return NULL;
    void *next = number < SMALL_CLASSES ? *(void **)block : NULL;
    add_free(class, block);
    if (class->used < class->filled) block = use_one(class);
    for (void *other = next; other; other = next) {
        next = *(void **)other;
        add_free(class, other);
    }
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
        *(uintptr_t *)block = classes[kind][class].given;
        classes[kind][class].given = mem_hide(block);
        handed_out -= handed_out < size ? handed_out : size;
        return true;
    }
    return false;
}

// ---------------------------------------------------------------------------------------------------------------
// In a collection

static void keep(void *block, size_t size) {
    (void)size;
#ifdef MEM_STRESS
    memset(block, 0xdb, size);          // who uses it all the same will find out
#endif
    GC_set_mark_bit(block);
}

// Those that were not marked are free from now on, but for those that were free before.
static void sort_out(Class *class, size_t size) {
    size_t used = 0, filled = 0;
    for (size_t i = 0; i < class->filled; i++) {
        uintptr_t hidden = class->blocks[i];
        void *block = mem_reveal(hidden);
        bool marked = GC_is_marked(block);
        if (!marked && i >= class->used) continue;
        if (!marked) keep(block, size);
        class->blocks[filled++] = hidden;
        if (!marked) continue;
        class->blocks[filled - 1] = class->blocks[used];
        class->blocks[used++] = hidden;
    }
    // The last that were used are the next: the caches still hold those.
    for (uintptr_t *first = class->blocks + used, *last = class->blocks + filled; first + 1 < last;) {
        uintptr_t hidden = *first;
        *first++ = *--last;
        *last = hidden;
    }
    kept += (filled - used) * size;
    class->used = used;
    class->filled = filled;
}

static size_t still_there(uintptr_t *blocks, size_t count) {
    size_t there = 0;
    for (size_t i = 0; i < count; i++) {
        void *block = mem_reveal(blocks[i]);
        if (GC_base(block) == block && GC_is_marked(block)) blocks[there++] = blocks[i];
    }
    return there;
}

void mem_pool_when_marked(bool keeps) {
    kept = 0;
    kept_some = keeps;
    for (int kind = 0; kind < POOL_KINDS; kind++) {
        for (int class = 0; class < CLASSES; class++) {
            classes[kind][class].given = 0;
            if (kept_some) sort_out(&classes[kind][class], size_of(class));
        }
    }
}

static void forget_gone(void) {
    large_count = still_there(large, large_count);
    large_size = 0;
    for (size_t i = 0; i < large_count; i++) large_size += GC_size(mem_reveal(large[i]));
    for (int kind = 0; kind < POOL_KINDS && !kept_some; kind++) {
        for (int class = 0; class < CLASSES; class++) {
            Class *of = &classes[kind][class];
            of->used = of->filled = still_there(of->blocks, of->used);
        }
    }
}

void mem_pool_when_done(size_t kept_elsewhere) {
    forget_gone();
    handed_out = 0;
    size_t used = GC_get_heap_size() - GC_get_free_bytes() - kept - kept_elsewhere;
    size_t small = used * 4 < COLLECT_MIN ? COLLECT_MIN : used * 4 < COLLECT_MOST ? used * 4 : COLLECT_MOST;
    collect_after = used > small ? used : small;
    GC_set_min_bytes_allocd(small);
}

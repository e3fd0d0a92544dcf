// Whether a few objects were dropped, found out backwards (mem.h): by a search of all memory that is scanned for words that
// point to them, then to those blocks that such words were found in. Where no chain of them ends in a root, they were. A search
// takes a fraction of the time of a walk (mem_reach.c), since it does not look at the objects in between. The more there
// are in question, the less it is worth: beyond a few it gives up.
#include "objects/mem_pool.h"
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <stdlib.h>

#define TARGETS_MOST 24
#define PASSES_MOST 6
// Bytes in use, and of these bytes that are scanned: where both are more, a walk, which ends when it has met all in question, is better.
#define USED_MOST ((size_t)8 << 20)
#define SCANNED_MOST ((size_t)1 << 20)

// ---------------------------------------------------------------------------------------------------------------
// Pages of small blocks that are scanned, as mem.c has told of them. (malloc'd: not scanned)

typedef struct {
    uintptr_t address;                  // 0: a free place of the table
    size_t size;                        // of its blocks
} Page;

static Page *pages;
static size_t page_count, page_capacity;        // a power of two
static size_t pages_valid_at;           // number of the collection
static int page_kind;
static bool incomplete;                 // there was no memory for the table

static Page *page_place(Page *table, size_t capacity, uintptr_t address) {
    return mem_page_place(table, sizeof *table, capacity, address);
}

static bool page_is_valid(Page page) {
    size_t size;
    return GC_base((void *)page.address) == (void *)page.address &&
           GC_get_kind_and_size((void *)page.address, &size) == page_kind && size == page.size;
}

// Makes the table anew, without the pages that the collector has got back.
static bool rebuild_pages(size_t capacity) {
    Page *table = calloc(capacity, sizeof *table);
    if (!table) return false;
    size_t count = 0;
    for (size_t i = 0; i < page_capacity; i++) {
        if (!pages[i].address || !page_is_valid(pages[i])) continue;
        *page_place(table, capacity, pages[i].address) = pages[i];
        count++;
    }
    free(pages);
    pages = table;
    page_count = count;
    page_capacity = capacity;
    pages_valid_at = GC_get_gc_no();
    return true;
}

void mem_search_page(void *block, int kind) {
    page_kind = kind;
    if (page_count * 2 >= page_capacity && !rebuild_pages(page_capacity ? page_capacity * 2 : 256)) {
        incomplete = true;
        return;
    }
    uintptr_t address = (uintptr_t)block & ~(uintptr_t)(MEM_PAGE - 1);
    Page *page = page_place(pages, page_capacity, address);
    page_count += !page->address;
    *page = (Page){address, GC_size(block)};            // the collector rounds some sizes up
}

// ---------------------------------------------------------------------------------------------------------------
// A search

typedef struct {
    uintptr_t address;
    size_t size;
    uint32_t holders;                   // bit i: target i points to it
    bool rooted;                        // a root points to it
    bool searched;                      // all words that point to it were seen
} Target;

typedef struct {
    Target targets[TARGETS_MOST];
    size_t count;
    uintptr_t low, high;                // what points into [low, high) is of interest
    bool failed;
} Search;
static Search *search;                  // malloc'd: not scanned

// The memory that is looked at: blocks of one size, one after the other; size 0: a root.
typedef struct {
    uintptr_t address;
    size_t size;
} Blocks;

static int target_of(uintptr_t address, size_t size) {
    for (size_t i = 0; i < search->count; i++)
        if (search->targets[i].address == address) return (int)i;
    if (search->count == TARGETS_MOST) {
        search->failed = true;
        return -1;
    }
    search->targets[search->count] = (Target){.address = address, .size = size};
    return (int)search->count++;
}

static void found(uintptr_t word, const uintptr_t *at, Blocks blocks) {
    for (size_t i = 0; i < search->count; i++) {
        Target *target = &search->targets[i];
        if (word - target->address >= target->size || target->rooted) continue;
        if (!blocks.size) {
            target->rooted = true;
            continue;
        }
        uintptr_t holder = (uintptr_t)at - ((uintptr_t)at - blocks.address) % blocks.size;
        int number = holder == target->address ? -1 : target_of(holder, blocks.size);
        if (number >= 0) target->holders |= (uint32_t)1 << number;
    }
}

typedef uint32_t Lanes __attribute__((vector_size(16), aligned(8), may_alias));
typedef int32_t Signed __attribute__((vector_size(16)));
#define CHUNK 16                        // words that are compared at once, by their low halves

// Both read words that may belong to nobody, also on the C stack: not for the sanitizers.
__attribute__((no_sanitize("address"))) static inline bool chunk_is_of_interest(const Lanes *lanes, Lanes bias, Signed limit) {
    Signed any = (Signed)(lanes[0] + bias) < limit;
#pragma GCC unroll 8
    for (size_t i = 1; i < CHUNK * sizeof(uintptr_t) / sizeof(Lanes); i++) any |= (Signed)(lanes[i] + bias) < limit;
    uint64_t halves[2];
    memcpy(halves, &any, sizeof halves);
    return halves[0] | halves[1];
}

__attribute__((no_sanitize("address"))) static void look_at(const uintptr_t *from, const uintptr_t *to, Blocks blocks) {
    uint32_t sign = 0x80000000u, bias = sign - (uint32_t)search->low;
    int32_t limit = (int32_t)((uint32_t)(search->high - search->low) + sign);
    Lanes biases = {bias, bias, bias, bias};
    Signed limits = {limit, limit, limit, limit};
    while (from < to) {
        while (to - from >= CHUNK && !chunk_is_of_interest((const Lanes *)from, biases, limits)) from += CHUNK;
        const uintptr_t *end = to - from >= CHUNK ? from + CHUNK : to;
        for (; from < end; from++)
            if (*from - search->low < search->high - search->low && *from % sizeof(Value) == 0) found(*from, from, blocks);
    }
}

static void look_at_root(const void *from, const void *to) {
    look_at((const uintptr_t *)(((uintptr_t)from + 7) & ~(uintptr_t)7), (const uintptr_t *)((uintptr_t)to & ~(uintptr_t)7), (Blocks){0});
}

static void look_at_block(void *block, size_t size) {
    look_at(block, (const uintptr_t *)((char *)block + size), (Blocks){(uintptr_t)block, size});
}

static void look_at_heap(void) {
    for (size_t i = 0; i < page_capacity && !search->failed; i++) {
        uintptr_t address = pages[i].address;
        if (address) look_at((const uintptr_t *)address, (const uintptr_t *)(address + MEM_PAGE), (Blocks){address, pages[i].size});
    }
    if (!search->failed) mem_pool_walk_scanned(look_at_block);
}

// Chooses those that were not searched for yet and lie in one page. False: all were.
static bool choose_targets(void) {
    search->low = search->high = 0;
    for (size_t i = 0; i < search->count; i++) {
        Target *target = &search->targets[i];
        if (target->searched || target->rooted) continue;
        if (search->high && target->address / MEM_PAGE != search->low / MEM_PAGE) continue;
        uintptr_t end = target->address + target->size;
        if (!search->high || target->address < search->low) search->low = target->address;
        if (end > search->high) search->high = end;
        target->searched = true;
    }
    return search->high != 0;
}

// What was found to be held by what was.
static void spread_roots(void) {
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < search->count; i++) {
            for (size_t j = 0; j < search->count && !search->targets[i].rooted; j++)
                if (search->targets[i].holders >> j & 1 && search->targets[j].rooted) changed = search->targets[i].rooted = true;
        }
    }
}

static bool all_rooted(size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!search->targets[i].rooted) return false;
    return true;
}

size_t mem_search_size(void) { return page_count * MEM_PAGE + mem_pool_scanned_size(); }

static bool start(void *const *objects, size_t count) {
    if (count > MEM_SEARCH_MOST || incomplete || !mem_pool_complete() || !pages) return false;
    if (GC_get_gc_no() != pages_valid_at && !rebuild_pages(page_capacity)) return false;
    if (!search) search = malloc(sizeof *search);
    if (!search) return false;
    search->count = 0;
    search->failed = false;
    for (size_t i = 0; i < count; i++) {
        uintptr_t block = (uintptr_t)GC_base(objects[i]);
        if (!block || target_of(block, GC_size((void *)block)) != (int)i) return false;
    }
    return true;
}

// An object that is to be finalized may use what it holds, however dropped both are.
static bool some_are_held_for_the_end(void) {
    uint32_t holders = 0;
    for (size_t i = 0; i < search->count; i++)
        if (!search->targets[i].rooted) holders |= search->targets[i].holders;
    for (size_t i = 0; i < search->count; i++) {
        const Target *target = &search->targets[i];
        if (holders >> i & 1 && !target->rooted && mem_is_finalizable((void *)target->address)) return true;
    }
    return false;
}

// `youngest`: as for mem_search_is_dropped; NULL: what is exact. False: it is not known who is rooted.
static bool search_from_roots(size_t count, const void *youngest) {
    for (int pass = 0; choose_targets(); pass++) {
        if (pass == PASSES_MOST || search->failed) return false;
        mem_visit_roots(look_at_root, !youngest);
        if (youngest)
            look_at_root(youngest, mem_oldest_of_stack());
        else
            mem_visit_c_stack(look_at_root);
        if (pass == 0 && all_rooted(count)) break;
        look_at_heap();
        mem_reach_walked += mem_search_size() / sizeof(uintptr_t) / 8;
    }
    spread_roots();
    return !search->failed;
}

bool mem_search(void *const *objects, size_t count, bool *reached) {
    if (mem_used() > USED_MOST && mem_search_size() > SCANNED_MOST) return false;
    if (!start(objects, count) || !search_from_roots(count, NULL)) return false;
    for (size_t i = 0; i < count; i++) reached[i] = search->targets[i].rooted;
    return !some_are_held_for_the_end();
}

bool mem_search_is_dropped(void *block, const void *youngest) {
    if (GC_size(block) >> 31 || !start(&block, 1) || !search_from_roots(1, youngest) || search->targets[0].rooted) return false;
    for (size_t i = 0; i < search->count; i++) {        // the block and what holds it
        void *holder = (void *)search->targets[i].address;
        if (mem_is_finalizable(holder) || mem_is_watched(holder)) return false;
    }
    return true;
}

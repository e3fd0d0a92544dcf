// Which of some objects the program can still reach (mem.h).
//
// The collector believes every word of the C stack. Some of them are dead: what a compiler left in a register or in a
// variable's place after its last use. For collecting that does no harm; to the question whether a view was dropped it gives
// the wrong answer. So this walks the heap once more, from roots of which nearly all words are known to be alive: static
// data, the VM's stack as it is cleared for an exact collection, and the C stack without the frames of the loop, which keeps
// everything on the VM's stack, and without what is younger than the innermost call of Python code or of a function
// written in C by another. What is older are functions written in C that may hold objects while they call something.
//
// What was met is marked in tables of our own, one for each page of 4096 bytes; the collector's marks are in use.
#include "objects/mem_pool.h"
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <stdlib.h>

#define GRANULES (MEM_PAGE / MEM_GRANULE)
#define SCALE 28                        // of Page.inverse

typedef struct {
    uintptr_t address;                  // 0: a free place of the table
    uintptr_t block;                    // page of a large block: its address. Otherwise 0, and blocks of `size` lie side by side
    size_t size;                        // 0: not of the heap, or not known yet
    uint64_t inverse;                   // 2^SCALE / size, rounded up
    bool on_heap, scanned;
    uint64_t met[GRANULES / 64], asked[GRANULES / 64];  // by place in the page; of a large block, in its first page
} Page;

typedef struct {
    const uintptr_t *from, *to;
} Range;

typedef struct {
    Page *pages;
    size_t page_count, page_capacity;   // capacity: a power of two
    Range *work;                        // blocks that are still to be looked into
    size_t work_count, work_capacity;
    size_t wanted;                      // objects in question that were not met yet
    bool failed;                        // no memory
} Walk;

static Walk walk;                       // one at a time

// ---------------------------------------------------------------------------------------------------------------
// Pages

static Page *page_place(Page *pages, size_t capacity, uintptr_t address) {
    return mem_page_place(pages, sizeof *pages, capacity, address);
}

static bool grow_pages(void) {
    size_t capacity = walk.page_capacity ? walk.page_capacity * 2 : 512;
    Page *pages = calloc(capacity, sizeof *pages);
    if (!pages) return false;
    for (size_t i = 0; i < walk.page_capacity; i++)
        if (walk.pages[i].address) *page_place(pages, capacity, walk.pages[i].address) = walk.pages[i];
    free(walk.pages);
    walk.pages = pages;
    walk.page_capacity = capacity;
    return true;
}

static void describe(Page *page, uintptr_t word) {
    uintptr_t block = (uintptr_t)GC_base((void *)word);
    if (!block) return;
    page->scanned = GC_get_kind_and_size((void *)block, &page->size) != GC_I_PTRFREE;
    if (page->size > MEM_PAGE / 2)
        page->block = block;
    else
        page->inverse = ((uint64_t)1 << SCALE) / page->size + 1;
}

// NULL: the word does not point into the heap, or memory ran out.
static Page *page_of(uintptr_t word) {
    uintptr_t address = word & ~(uintptr_t)(MEM_PAGE - 1);
    Page *page = page_place(walk.pages, walk.page_capacity, address);
    if (likely(page->address)) {
        if (unlikely(page->on_heap && !page->size)) describe(page, word);
        return page;
    }
    if (walk.page_count * 2 >= walk.page_capacity) {
        if (!grow_pages()) {
            walk.failed = true;
            return NULL;
        }
        page = page_place(walk.pages, walk.page_capacity, address);
    }
    walk.page_count++;
    page->address = address;
    page->on_heap = GC_is_heap_ptr((void *)word);
    if (page->on_heap) describe(page, word);
    return page;
}

// ---------------------------------------------------------------------------------------------------------------
// The walk

static bool finished(void) { return walk.wanted == 0 || walk.failed; }

static void add_work(uintptr_t block, size_t size) {
    if (walk.work_count == walk.work_capacity) {
        size_t capacity = walk.work_capacity ? walk.work_capacity * 2 : 1024;
        Range *work = realloc(walk.work, capacity * sizeof *work);
        if (!work) {
            walk.failed = true;
            return;
        }
        walk.work = work;
        walk.work_capacity = capacity;
    }
    walk.work[walk.work_count++] = (Range){(uintptr_t *)block, (uintptr_t *)(block + size)};
}

// Finds the mark of the block that a word points into; NULL: into none.
static Page *find_block(uintptr_t word, uintptr_t *block) {
    Page *page = page_of(word);
    if (!page || !page->size) return NULL;
    if (!page->block) {
        *block = page->address + ((word & (MEM_PAGE - 1)) * page->inverse >> SCALE) * page->size;
        return *block + page->size <= page->address + MEM_PAGE ? page : NULL;
    }
    *block = page->block;
    return page_of(page->block);
}

static void meet(uintptr_t word) {
    if (word & (sizeof(Value) - 1) || word < MEM_PAGE || word >> 48) return;        // no address of the heap
    uintptr_t block;
    Page *page = find_block(word, &block);
    if (!page) return;
    size_t granule = (block & (MEM_PAGE - 1)) / MEM_GRANULE;
    uint64_t bit = (uint64_t)1 << (granule & 63);
    if (page->met[granule / 64] & bit) return;
    page->met[granule / 64] |= bit;
    if (page->asked[granule / 64] & bit) walk.wanted--;
    if (page->scanned) add_work(block, page->size);
}

// Reads words that may belong to nobody, also on the C stack: not for the sanitizers.
__attribute__((no_sanitize("address"))) static void meet_range(const uintptr_t *from, const uintptr_t *to) {
    for (; from < to && !finished(); from++) meet(*from);
}

static void do_work(void) {
    while (walk.work_count && !finished()) {
        Range block = walk.work[--walk.work_count];
        mem_reach_walked += (size_t)(block.to - block.from);     // static data, which sanitizers swell, does not count
        meet_range(block.from, block.to);
    }
}

static void meet_roots(const void *from, const void *to) {
    meet_range((const uintptr_t *)(((uintptr_t)from + 7) & ~(uintptr_t)7), (const uintptr_t *)((uintptr_t)to & ~(uintptr_t)7));
    do_work();
}

// ---------------------------------------------------------------------------------------------------------------
// The C stack

MemRun *mem_runs;
size_t mem_reach_interest, mem_reach_walked;
const void *mem_youngest;

const void *mem_oldest_of_stack(void) {
    static struct GC_stack_base base;
    if (!base.mem_base && GC_get_stack_base(&base) != GC_SUCCESS) base.mem_base = NULL;
    return base.mem_base;
}

void mem_visit_c_stack(void (*visit)(const void *from, const void *to)) {
    const void *from = mem_youngest ? mem_youngest : __builtin_frame_address(0);
    for (const MemRun *run = mem_runs; run; run = run->outer) {
        if (run->low >= from) visit(from, run->low);
        if (run->high >= from) from = run->high;
    }
    visit(from, mem_oldest_of_stack());
}
// ---------------------------------------------------------------------------------------------------------------

static uint64_t *word_of(void *object, bool asked, uint64_t *bit) {
    uintptr_t block;
    Page *page = find_block((uintptr_t)object, &block);
    if (!page) return NULL;
    size_t granule = (block & (MEM_PAGE - 1)) / MEM_GRANULE;
    *bit = (uint64_t)1 << (granule & 63);
    return &(asked ? page->asked : page->met)[granule / 64];
}

static bool was_met(void *object) {
    uint64_t bit, *word = word_of(object, false, &bit);
    return word && *word & bit;
}

static bool was_not_met(void *object) { return !was_met(object); }

// What a dropped object holds is met without the object itself: afterwards those are unmet that no other one holds. Where an
// object points into itself, a generator to its locals, that is no reference.
static void meet_contents(void *object) {
    uintptr_t block;
    Page *page = was_met(object) ? NULL : find_block((uintptr_t)object, &block);
    if (!page || !page->scanned) return;
    const uintptr_t *end = (const uintptr_t *)(block + page->size);
    for (const uintptr_t *at = (const uintptr_t *)block; at < end; at++)
        if (*at <= block || *at >= (uintptr_t)end) meet(*at);
    do_work();
}

static void set_asked(void *object, bool asked) {
    uint64_t bit, *word = word_of(object, true, &bit);
    if (word) *word = asked ? *word | bit : *word & ~bit;
}

// From here on the marks of what is asked about are those of dropped finalizable objects.
static void ask_about_dropped(void *object) { set_asked(object, !was_met(object)); }

static bool was_dropped(void *object) {
    uint64_t bit, *word = word_of(object, true, &bit);
    return word && *word & bit;
}

static size_t finalize_dropped_ones(bool cycles) {
    walk.wanted = SIZE_MAX;             // no walk ends early
    mem_walk_finalizables(ask_about_dropped);
    mem_walk_finalizables(meet_contents);
    size_t count = walk.failed ? 0 : mem_finalize_where(was_not_met);
    return count || !cycles || walk.failed ? count : mem_finalize_where(was_dropped);
}

bool mem_reach_finalizing(void *const *objects, size_t count, bool *reached, size_t *finalizable, bool cycles) {
    walk = (Walk){.wanted = count};
    walk.failed = !grow_pages();
    for (size_t i = 0; i < count && !walk.failed; i++) set_asked(objects[i], true);
    if (!finished()) mem_visit_roots(meet_roots, true);
    if (!finished()) mem_visit_c_stack(meet_roots);
    bool answer = !walk.failed;
    for (size_t i = 0; i < count && answer; i++) reached[i] = was_met(objects[i]);
    if (finalizable) *finalizable = finished() ? 0 : finalize_dropped_ones(cycles);
    free(walk.pages);
    free(walk.work);
    return answer;
}

bool mem_reach(void *const *objects, size_t count, bool *reached) {
    if (mem_search(objects, count, reached)) return true;
    return mem_reach_finalizing(objects, count, reached, NULL, false);
}

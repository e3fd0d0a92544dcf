// Whether the program can still reach one of some objects (mem.h).
//
// The collector scans the C stack and must believe every word of it. Some of these words are dead: what a compiler left in
// a register or in a variable's place after its last use. For collecting that does no harm; for the question whether a view
// was dropped it gives the wrong answer. So this walks the heap once more from the roots that are known to be alive:
// static data, the VM's stack as it is cleared for an exact collection, and the part of the C stack that is older than the
// innermost run of bytecode, where functions written in C may hold objects while they call Python code. Nothing is freed.
#include "objects/mem.h"
#include <gc.h>
#include <stdlib.h>

// A set of the blocks met so far. Those in question are in it from the start, marked.
#define IN_QUESTION ((uintptr_t)1)
typedef struct {
    uintptr_t *slots;                   // block, or block | IN_QUESTION; 0: free
    size_t used, capacity;              // capacity: a power of two
    uintptr_t *work;                    // blocks that are still to be looked into
    size_t work_count, work_capacity;
    bool found, failed;
} Walk;

static Walk walk;                       // one at a time

static size_t slot_of(const uintptr_t *slots, size_t capacity, uintptr_t block) {
    size_t at = (block >> 4) * 0x9e3779b97f4a7c15ull >> 20 & (capacity - 1);
    while (slots[at] && (slots[at] & ~IN_QUESTION) != block) at = (at + 1) & (capacity - 1);
    return at;
}

static bool grow(void) {
    size_t capacity = walk.capacity ? walk.capacity * 2 : 4096;
    uintptr_t *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < walk.capacity; i++)
        if (walk.slots[i]) slots[slot_of(slots, capacity, walk.slots[i] & ~IN_QUESTION)] = walk.slots[i];
    free(walk.slots);
    walk.slots = slots;
    walk.capacity = capacity;
    return true;
}

static bool add(uintptr_t entry) {
    if (walk.used * 2 >= walk.capacity && !grow()) return false;
    walk.slots[slot_of(walk.slots, walk.capacity, entry & ~IN_QUESTION)] = entry;
    walk.used++;
    return true;
}

static bool add_work(uintptr_t block) {
    if (walk.work_count == walk.work_capacity) {
        size_t capacity = walk.work_capacity ? walk.work_capacity * 2 : 4096;
        uintptr_t *work = realloc(walk.work, capacity * sizeof *work);
        if (!work) return false;
        walk.work = work;
        walk.work_capacity = capacity;
    }
    walk.work[walk.work_count++] = block;
    return true;
}

static void meet(uintptr_t word) {
    if (word & 7 || word < 4096 || word >> 47) return;         // no address of the heap
    uintptr_t block = (uintptr_t)GC_base((void *)word);
    if (!block) return;
    uintptr_t known = walk.slots[slot_of(walk.slots, walk.capacity, block)];
    if (known & IN_QUESTION)
        walk.found = true;
    else if (!known && (!add(block) || !add_work(block)))
        walk.failed = true;
}

// Reads words that may belong to nobody, also on the C stack: not for the sanitizers.
__attribute__((no_sanitize("address"))) static void meet_range(const void *from, const void *to) {
    const uintptr_t *word = (const uintptr_t *)(((uintptr_t)from + 7) & ~(uintptr_t)7);
    for (; word + 1 <= (const uintptr_t *)to && !walk.found && !walk.failed; word++) meet(*word);
}

static void walk_heap(void) {
    while (walk.work_count && !walk.found && !walk.failed) {
        uintptr_t block = walk.work[--walk.work_count];
        meet_range((const void *)block, (const void *)(block + GC_size((const void *)block)));
    }
}

bool mem_reaches(void *const *objects, size_t count) {
    if (!grow()) return true;
    for (size_t i = 0; i < count && !walk.failed; i++) walk.failed = !add((uintptr_t)objects[i] | IN_QUESTION);
    if (!walk.failed) {
        mem_visit_roots(meet_range);            // most views in use are some function's local variable
        walk_heap();
    }
    bool answer = walk.found || walk.failed;
    free(walk.slots);
    free(walk.work);
    walk = (Walk){0};
    return answer;
}

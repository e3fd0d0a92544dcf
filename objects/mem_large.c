// Large blocks that are not scanned (mem_pool.h): bytes and text of a megabyte and more. Such a block is handed out again as soon as
// no live object points into it, without waiting for a collection: its memory is mapped and perhaps still in a cache, that of
// a new one is neither. The search for words that point to it (mem_search.c) takes a small part of the time that filling
// the block takes, as long as there are few words for its size.
#include "objects/mem_pool.h"
#include <gc.h>
#include <gc/gc_mark.h>

#define RECENT 4
#ifdef MEM_STRESS
#define LARGE_MIN MEM_POOL_MAX
#define WORTH(words, size) true
#else
#define LARGE_MIN ((size_t)1 << 20)
#define WORTH(words, size) ((words) <= (size) / 4)      // both in bytes
#endif
#define SLACK(size) ((size) / 8)        // of a block, for a request of this size

static uintptr_t recent[RECENT];        // hidden, the newest first; 0: none

void mem_large_forget(const void *block) {
    for (size_t i = 0; i < RECENT; i++)
        if (recent[i] == mem_hide(block)) recent[i] = 0;
}

void mem_large_add(const void *block) {
    mem_large_forget(block);
    size_t last = 0;
    while (last < RECENT - 1 && recent[last]) last++;
    for (; last > 0; last--) recent[last] = recent[last - 1];
    recent[0] = mem_hide(block);
}

// A function of its own: words of its frame, and of those that it calls, do not count.
__attribute__((noinline)) static void *take(size_t size, const void *youngest) {
    for (size_t i = 0; i < RECENT; i++) {
        if (!recent[i]) continue;
        void *block = mem_reveal(recent[i]);
        size_t has = GC_size(block);
        if (has < size || has - size > SLACK(size) || !mem_search_is_dropped(block, youngest)) continue;
#ifdef MEM_STRESS
        memset(block, 0xdb, has);
#endif
        mem_large_add(block);
        return block;
    }
    return NULL;
}

void *mem_large_take(size_t size) {
    if (size < LARGE_MIN || GC_is_disabled() || !WORTH(mem_search_size(), size)) return NULL;
    __builtin_unwind_init();            // the callers' registers lie in this frame while the other function runs
    void *block = take(size, mem_stack_pointer());
    __asm__ volatile("" ::: "memory");
    return block;
}

void mem_large_when_marked(void) {
    for (size_t i = 0; i < RECENT; i++)
        if (recent[i] && !GC_is_marked(mem_reveal(recent[i]))) recent[i] = 0;
}

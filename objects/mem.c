// Memory: the collected heap, on top of the Boehm-Demers-Weiser collector.
//
// Scanned blocks are of a kind of their own: unlike the collector's standard kind it is scanned to the last word, so
// that a 32-byte request takes 32 bytes and not 48.
//
// What is told of the end of objects is in mem_watch.c.
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include "objects/mem.h"
#include "objects/mem_pool.h"
#include "objects/error.h"
#include "objects/object.h"
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <gmp.h>
#include <link.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

#define SIZE_ABSURD ((size_t)1 << 46)   // more than any machine has: refused without asking the collector
#define RESERVE_PAGES 64
#define RESERVE_HEAP_MIN ((size_t)16 << 20)
#define LIMIT_HEAP_MIN ((size_t)2 << 20)     // by then the interpreter has what it needs beside the heap
#define TABLES_MIN ((size_t)16 << 20)
#define PAGE_BLOCK 4000                 // bytes: takes a page of its own
#define COLLECTION_STACK (16 * 1024)
#define STACK_RESERVE (256 * 1024)
#define STACK_MAX ((size_t)64 << 20)    // what is used of an unlimited stack

void *mem_free_scanned[MEM_SMALL_MAX / MEM_GRANULE + 1], *mem_free_atomic[MEM_SMALL_MAX / MEM_GRANULE + 1];
uintptr_t mem_stack_limit;

static int collector_kinds[POOL_KINDS];        // of large blocks; these are not zeroed
static int small_kind;                         // of small blocks that are scanned; zeroed
static void (*before_collect)(bool exact);
static bool collecting_exactly, collecting_at_last;     // at last: memory has run out, nothing is kept for reuse
static GC_push_other_roots_proc push_other_roots;

// ---------------------------------------------------------------------------------------------------------------
// Allocation

// A collection in the middle of a function written in C leaves words on the stack below it, where variables come to lie that
// nothing was written to yet (mem.h).
static bool collected;                  // since the last allocation

void mem_after_collection(void) {
    if (likely(!collected)) return;
    collected = false;
    if (mem_reach_interest) mem_clear_stack_below(COLLECTION_STACK);
}

// In stress builds every Nth allocation collects.
#ifdef MEM_STRESS
void mem_stress(void) {
    static int interval, left;
    if (!interval) {
        const char *setting = getenv("BITIS_GC_STRESS");
        interval = setting && atoi(setting) > 0 ? atoi(setting) : 50;
        left = interval;
    }
    if (--left == 0) {
        left = interval;
        GC_gcollect();
        mem_after_collection();
    }
}
#endif

// Pages that are given back when memory has run out, so that there is some for the exception and for those that handle
// it. Single pages, because the collector needs memory of its own to divide a large block. Only a large heap keeps them;
// after they were needed, a later collection must have found room for them again.
static void *reserve[RESERVE_PAGES];
static GC_word reserve_given_back;      // number of the collection

static void keep_reserve(void) {
    if (likely(reserve[0] || GC_get_heap_size() < RESERVE_HEAP_MIN) || GC_get_gc_no() <= reserve_given_back + 1 ||
        GC_get_free_bytes() < GC_get_heap_size() / 8)
        return;
    for (size_t i = 0; i < RESERVE_PAGES; i++)
        reserve[i] = GC_malloc_atomic(PAGE_BLOCK);
}

size_t mem_limit_heap(size_t most) {
    static size_t limit;
    size_t before = limit;
    limit = most;
    if (most | before) GC_set_max_heap_size(most);
    return before;
}

// Where the address space is limited, the heap must not take it all: the collector cannot go on without memory for its
// own tables, about a tenth of the heap's size.
static void limit_heap(void) {
    struct rlimit limit;
    unsigned long pages = 0;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return;
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file)
        return;
    int got = fscanf(file, "%lu", &pages);
    fclose(file);
    size_t others = (size_t)pages * (size_t)sysconf(_SC_PAGESIZE) - GC_get_heap_size() + TABLES_MIN;
    if (got == 1)
        mem_limit_heap(others < limit.rlim_cur ? (limit.rlim_cur - others) / 6 * 5 : 1);
}

// Runs at each refill of a list: what need not be done for small programs.
static void before_refill(void) {
    static bool limited;
    if (unlikely(!limited && GC_get_heap_size() >= LIMIT_HEAP_MIN)) {
        limited = true;
        limit_heap();
        mem_finalize_reserve();
    }
    keep_reserve();
}

static void *out_of_memory(void) {
    for (size_t i = 0; i < RESERVE_PAGES && reserve[i]; i++) {
        GC_free(reserve[i]);
        reserve[i] = NULL;
        reserve_given_back = GC_get_gc_no();
    }
    raise_memory_error();
    return NULL;
}

// What the program has dropped may still be kept by a dead part of the C stack. (Not of the VM's: what is live there is
// known exactly at calls only.)
static void collect_at_last(void) {
    mem_clear_stack_below(64 * 1024);
    collecting_at_last = true;
    GC_gcollect();
    collecting_at_last = false;
}

// Takes one block from a list, having filled the list by a page of blocks if it was empty.
static void *small_block(void **lists, size_t size, int kind) {
    size_t granules = size ? (size + MEM_GRANULE - 1) / MEM_GRANULE : 1;
    void **list = &lists[granules];
    if (!*list) {
        before_refill();
        GC_generic_malloc_many(granules * MEM_GRANULE, kind, list);
    }
    if (unlikely(!*list)) {
        collect_at_last();
        GC_generic_malloc_many(granules * MEM_GRANULE, kind, list);
    }
    mem_after_collection();
    if (*list && kind == small_kind) mem_search_page(*list, kind);
    void **block = *list;
    if (unlikely(!block))
        return out_of_memory();
    *list = *block;
    *block = NULL;
    return block;
}

static void *new_block(size_t size, PoolKind kind) {
    if (size <= MEM_POOL_MAX) return mem_pool_new(size, kind);
    void *block = GC_generic_malloc(size, collector_kinds[kind]);
    if (!block) return NULL;
    if (kind == POOL_SCANNED)
        mem_pool_list_large(block);
    else
        mem_large_add(block);
    return block;
}

static void *large_block(size_t size, PoolKind kind) {
    void *block = NULL;
    if (size <= MEM_POOL_MAX)
        block = mem_pool_take(size, kind);
    else if (kind == POOL_ATOMIC)
        block = mem_large_take(size);
    if (!block && size < SIZE_ABSURD) {
        before_refill();
        block = new_block(size, kind);
        if (!block && size <= GC_get_heap_size()) {
            collect_at_last();
            block = new_block(size, kind);
        }
    }
    mem_after_collection();
    return likely(block != NULL) ? block : out_of_memory();
}

void *mem_alloc_slow(size_t size) {
    mem_stress();
    if (size <= MEM_SMALL_MAX)
        return small_block(mem_free_scanned, size, small_kind);
    void *block = large_block(size, POOL_SCANNED);
    return block ? memset(block, 0, GC_size(block)) : NULL;
}

void *mem_alloc_filled_slow(size_t size) {
    mem_stress();
    char *block = large_block(size, POOL_SCANNED);
    if (block) memset(block + size, 0, GC_size(block) - size);          // nobody fills that, and it is scanned
    return block;
}

void *mem_alloc_atomic_slow(size_t size) {
    mem_stress();
    if (size <= MEM_SMALL_MAX)
        return small_block(mem_free_atomic, size, GC_I_PTRFREE);
    return large_block(size, POOL_ATOMIC);
}

// Whether a block that was asked for with old_size bytes has room for new_size without moving. A block of many pages
// that has become much too large is not kept.
static bool fits_in_place(void *block, size_t old_size, size_t new_size) {
    if (!block)
        return false;
    if (new_size <= old_size)
        return old_size <= MEM_SMALL_MAX || new_size >= old_size / 2;
    return new_size <= GC_size(block);
}

void *mem_realloc(void *block, size_t old_size, size_t new_size) {
    if (fits_in_place(block, old_size, new_size)) {
        size_t changed_from = old_size < new_size ? old_size : new_size;
        size_t changed_to = old_size < new_size ? new_size : old_size;
        memset((char *)block + changed_from, 0, changed_to - changed_from);
        return block;
    }
    size_t kept = old_size < new_size ? old_size : new_size;
    char *moved = mem_alloc_filled(new_size);
    if (!moved)
        return NULL;
    if (kept)
        memcpy(moved, block, kept);
    memset(moved + kept, 0, new_size - kept);
    return moved;
}

void *mem_realloc_atomic(void *block, size_t old_size, size_t new_size) {
    if (fits_in_place(block, old_size, new_size))
        return block;
    void *moved = mem_alloc_atomic(new_size);
    if (moved && old_size)
        memcpy(moved, block, old_size < new_size ? old_size : new_size);
    return moved;
}

void mem_free(void *block) {
    if (mem_pool_give(block)) return;
    if (GC_size(block) > MEM_POOL_MAX) {
        mem_pool_unlist_large(block);
        mem_large_forget(block);
    }
    GC_free(block);
}

bool mem_ensure_room(size_t size) {
    void *block = mem_alloc_atomic(size);
    if (block) mem_free(block);
    return block != NULL;
}

// ---------------------------------------------------------------------------------------------------------------
// GMP's memory. GMP cannot be told that there is none: int.c asks whether there is room before large operations, and when that was
// not enough, or the heap is full, takes it from elsewhere. Numbers that are finished are in the heap. Of its scratch blocks one
// holds the next, and a result on its way may be held from the middle: the collector, which looks for pointers to a block's start
// in scanned memory, must wait until GMP is done.

typedef struct Elsewhere {
    struct Elsewhere *next;
    _Alignas(16) char limbs[];
} Elsewhere;
void *mem_gmp_elsewhere;

static void *gmp_allocate(size_t size) {
    GC_disable();
    void *block = mem_alloc_atomic(size);
    GC_enable();
    if (likely(block != NULL)) return block;
    (void)error_take();
    Elsewhere *one = malloc(sizeof *one + size);
    if (!one) {
        fputs("bitis: out of memory in integer arithmetic\n", stderr);
        abort();
    }
    one->next = mem_gmp_elsewhere;
    mem_gmp_elsewhere = one;
    return one->limbs;
}

bool mem_gmp_find(const void *limbs, bool end) {
    for (Elsewhere *one, **at = (Elsewhere **)&mem_gmp_elsewhere; (one = *at); at = &one->next) {
        if (one->limbs != limbs) continue;
        if (end) {
            *at = one->next;
            free(one);
        }
        return true;
    }
    return false;
}

static void *gmp_reallocate(void *block, size_t old_size, size_t new_size) {
    void *moved = gmp_allocate(new_size);
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    (void)mem_gmp_is_elsewhere(block, true);
    return moved;
}

static void gmp_release(void *block, size_t size) {
    if (!mem_gmp_is_elsewhere(block, true) && size > MEM_SMALL_MAX) mem_free(block);
}

// ---------------------------------------------------------------------------------------------------------------
// Collections

static bool some_needed;                // of what was not marked

static void GC_CALLBACK collection_event(GC_EventType event) {
    if (event == GC_EVENT_START) {
        memset(mem_free_scanned, 0, sizeof mem_free_scanned);
        memset(mem_free_atomic, 0, sizeof mem_free_atomic);
        mem_watch_when_started();
    } else if (event == GC_EVENT_MARK_END) {
        // The callbacks first: a file that is dropped writes what its buffer holds. Objects that are to be finalized, and all
        // that they hold, are marked only after this; then there is nothing to reuse, and the callbacks must wait.
        some_needed = mem_finalizable_dropped();
        bool keeps = !some_needed && !collecting_at_last;
        if (!some_needed) mem_watch_call_dropped(false, keeps && !collecting_exactly);
        mem_pool_when_marked(keeps);
        mem_large_when_marked();
    } else if (event == GC_EVENT_END) {
        if (some_needed) mem_watch_call_dropped(true, false);
        mem_pool_when_done(mem_watch_free_size());
        collected = true;
    }
}

static void (*roots_visitor)(const void *from, const void *to);         // instead of the collector

void mem_push_roots(const void *from, const void *to) {
    if (from < to && roots_visitor)
        roots_visitor(from, to);
    else if (from < to)
        GC_push_all((void *)from, (void *)to);
}

typedef struct {
    const char *from, *to;
} Root;
static Root static_roots[8];            // for the collector, too
static size_t static_root_count;
static Root *other_roots;               // malloc'd: not scanned
static size_t other_root_count;

void mem_add_root(const void *from, const void *to) {
    if (other_root_count % 64 == 0) {
        Root *grown = realloc(other_roots, (other_root_count + 64) * sizeof *grown);
        if (!grown) abort();
        other_roots = grown;
    }
    other_roots[other_root_count++] = (Root){from, to};
}

static void push_own_roots(bool exact) {
    for (size_t i = 0; i < other_root_count; i++)
        mem_push_roots(other_roots[i].from, other_roots[i].to);
    if (before_collect)
        before_collect(exact);
}

static void GC_CALLBACK push_roots(void) {
    if (push_other_roots)
        push_other_roots();
    push_own_roots(collecting_exactly);
}

void mem_visit_roots(void (*visit)(const void *from, const void *to), bool exact) {
    roots_visitor = visit;
    push_own_roots(exact);
    roots_visitor = NULL;
    for (size_t i = 0; i < static_root_count; i++)
        visit(static_roots[i].from, static_roots[i].to);
}

void mem_set_before_collect(void (*callback)(bool exact)) {
    before_collect = callback;
}

typedef uintptr_t Pair __attribute__((vector_size(2 * sizeof(uintptr_t))));

__attribute__((noinline)) static void no_leaf(void) {
    __asm__ volatile("");
}

// Overwrites what calls that have returned left on the stack below the caller, from the stack pointer on: an array here
// would leave the words beside it as they were. The call in it keeps its own variables out of the red zone below.
__attribute__((noinline, no_sanitize("address"))) void mem_clear_stack_below(size_t size) {
    no_leaf();
    volatile Pair *end = (volatile Pair *)((uintptr_t)mem_stack_pointer() & ~(uintptr_t)15);
    for (ptrdiff_t i = 1; i <= (ptrdiff_t)(size / sizeof *end); i++)
        end[-i] = (Pair){0};
}

void mem_collect(bool exact) {
    if (exact && mem_stack_limit + sizeof(char[96 * 1024]) < (uintptr_t)__builtin_frame_address(0))
        mem_clear_stack_below(64 * 1024);
    collecting_exactly = exact;
    GC_gcollect();
    collecting_exactly = false;
}

size_t mem_used(void) {
    return GC_get_heap_size() - GC_get_free_bytes();
}

size_t mem_collections(void) {
    return GC_get_gc_no();
}

// ---------------------------------------------------------------------------------------------------------------
// The C stack, and starting up

// The reserve is there to be used while the exception is made.
bool mem_stack_exhausted(void) {
    uintptr_t limit = mem_stack_limit;
    mem_stack_limit = 0;
    raise_recursion_error("");
    mem_stack_limit = limit;
    return false;
}

static bool find_thread_stack(uintptr_t *lowest, size_t *size) {
    pthread_attr_t attributes;
    void *address;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return false;
    bool found = pthread_attr_getstack(&attributes, &address, size) == 0;
    *lowest = (uintptr_t)address;
    pthread_attr_destroy(&attributes);
    return found;
}

// The main thread's stack grows down from the program's environment as far as the limit allows. (Asking pthread for it
// would read /proc.)
static void find_stack_limit(void) {
    uintptr_t top = getauxval(AT_EXECFN), lowest;
    size_t size = 0;
    struct rlimit limit;
    if (gettid() == getpid() && top && getrlimit(RLIMIT_STACK, &limit) == 0) {
        struct GC_stack_base base = {.mem_base = (void *)(top & -sizeof(Value))};
        GC_set_stackbottom(NULL, &base);        // the collector would ask
        size = limit.rlim_cur > STACK_MAX ? STACK_MAX : (size_t)limit.rlim_cur;
        lowest = top - size;
    } else if (!find_thread_stack(&lowest, &size)) {
        return;
    }
    mem_stack_limit = lowest + (size / 4 < STACK_RESERVE ? size / 4 : STACK_RESERVE);
}

// What the linker's script (lib/unscanned.ld) has put together because there are no values in it, or because it is told of by
// mem_add_root. Without the script these are 0, and all is scanned.
extern const char mem_unscanned_start[] __attribute__((weak)), mem_unscanned_end[] __attribute__((weak));
extern const char mem_types_start[] __attribute__((weak)), mem_types_end[] __attribute__((weak));

static void add_static_root(const char *from, const char *to) {
    const Root without[] = {{mem_types_start, mem_types_end}, {mem_unscanned_start, mem_unscanned_end}};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        if (without[i].from < from || without[i].to > to) continue;
        add_static_root(from, without[i].from);
        from = without[i].to;
    }
    if (from >= to || static_root_count == sizeof static_roots / sizeof *static_roots) return;
    GC_add_roots((void *)from, (void *)to);
    static_roots[static_root_count++] = (Root){from, to};
}

// Static data is scanned: that of the program and of the object that this file is in. The collector's own idea of it
// includes the program's text when linked statically, and all libraries when not.
static int add_static_roots(struct dl_phdr_info *object, size_t size, void *first) {
    (void)size;
    uintptr_t own = (uintptr_t)&mem_stack_limit, read_only_end = 0;
    bool wanted = *(bool *)first;
    *(bool *)first = false;
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        uintptr_t start = object->dlpi_addr + part->p_vaddr;
        wanted |= part->p_type == PT_LOAD && own >= start && own < start + part->p_memsz;
        if (part->p_type == PT_GNU_RELRO)
            read_only_end = start + part->p_memsz;
    }
    for (size_t i = 0; wanted && i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        uintptr_t start = object->dlpi_addr + part->p_vaddr, end = start + part->p_memsz;
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_W))
            continue;
        if (read_only_end > start && read_only_end < end)
            start = (read_only_end + sizeof(Value) - 1) & ~(sizeof(Value) - 1);
        add_static_root((const char *)start, (const char *)end);
    }
    return 0;
}

static void *GC_CALLBACK no_memory(size_t size) {
    (void)size;
    return NULL;
}

void mem_init(void) {
    static bool done;
    if (done)
        return;
    done = true;
    find_stack_limit();
    GC_set_markers_count(1);
    GC_set_dont_precollect(1);
    GC_set_no_dls(1);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_INIT();
    GC_clear_roots();
    bool first = true;
    dl_iterate_phdr(add_static_roots, &first);
    GC_set_oom_fn(no_memory);
    mem_finalize_start();
    GC_set_free_space_divisor(1);       // collect when as much was allocated as is in use
    GC_set_min_bytes_allocd(2 << 20);
    GC_expand_hp(1 << 20);
    collector_kinds[POOL_ATOMIC] = GC_I_PTRFREE;
    collector_kinds[POOL_SCANNED] = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 0);
    small_kind = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 1);
    for (PoolKind kind = 0; kind < POOL_KINDS; kind++) mem_pool_start(kind, collector_kinds[kind]);
    GC_set_on_collection_event(collection_event);
    push_other_roots = GC_get_push_other_roots();
    GC_set_push_other_roots(push_roots);
    mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_release);
}

// Memory: the collected heap. This is the only header that knows there is a collector (mem*.c alone include gc.h).
//
// Everything a Python program can hold lives here and is never freed by hand. The collector finds objects by scanning
// the C stack, registers, static data, the ranges that mem_push_roots names, and the objects it reaches conservatively;
// pointers into the middle of an object keep it alive (a pointer just behind its end does not). All allocation
// functions answer NULL with MemoryError pending when memory runs out.
//
// Small blocks come from free lists, one for each size in steps of 16 bytes, which are refilled a page at a time and
// forgotten when a collection begins: what is still in them then is found unused and swept like any other garbage. Blocks of
// middling size that a collection has found dropped wait for the next request of their size (mem_pool.c); large ones
// come from the collector and go back to it.
#pragma once
#include "objects/value.h"

void mem_init(void);                    // once, first of all

// --- fast path; not for use outside this header
#define MEM_GRANULE 16
#define MEM_SMALL_MAX 512
#ifdef MEM_STRESS
#define MEM_FREE_LIST_MAX 0             // every allocation goes the long way, where collections are forced
#else
#define MEM_FREE_LIST_MAX MEM_SMALL_MAX
#endif
extern void *mem_free_scanned[MEM_SMALL_MAX / MEM_GRANULE + 1], *mem_free_atomic[MEM_SMALL_MAX / MEM_GRANULE + 1];
void *mem_alloc_slow(size_t size) must_use;
void *mem_alloc_filled_slow(size_t size) must_use;
void *mem_alloc_atomic_slow(size_t size) must_use;

// Zeroed memory that may contain pointers.
static inline must_use void *mem_alloc(size_t size) {
    if (likely(size <= MEM_FREE_LIST_MAX)) {
        void **list = &mem_free_scanned[(size + MEM_GRANULE - 1) / MEM_GRANULE];
        void **block = *list;
        if (likely(block != NULL)) {
            *list = *block;
            *block = NULL;
            return block;
        }
    }
    return mem_alloc_slow(size);
}

// The same, but large blocks are NOT zeroed: for what the caller fills at once.
static inline must_use void *mem_alloc_filled(size_t size) {
    return size <= MEM_SMALL_MAX ? mem_alloc(size) : mem_alloc_filled_slow(size);
}

// Memory for bytes, text and digits: never scanned, NOT zeroed.
static inline must_use void *mem_alloc_atomic(size_t size) {
    if (likely(size <= MEM_FREE_LIST_MAX)) {
        void **list = &mem_free_atomic[(size + MEM_GRANULE - 1) / MEM_GRANULE];
        void **block = *list;
        if (likely(block != NULL)) {
            *list = *block;
            return block;
        }
    }
    return mem_alloc_atomic_slow(size);
}

// A block with the old one's content up to the smaller size: the old one itself where that has room, else a new one
// (the old one stays as it is). The rest of a scanned block is zeroed.
void *mem_realloc(void *block, size_t old_size, size_t new_size) must_use;
void *mem_realloc_atomic(void *block, size_t old_size, size_t new_size) must_use;
// Whether so many bytes could be allocated now; else a MemoryError is pending.
bool mem_ensure_room(size_t size) must_use;
// Whether GMP has got these limbs from elsewhere, since the heap was full. `end`: they are not needed any more.
extern void *mem_gmp_elsewhere;         // NULL: nothing is there
bool mem_gmp_find(const void *limbs, bool end);
static inline bool mem_gmp_is_elsewhere(const void *limbs, bool end) {
    return unlikely(mem_gmp_elsewhere != NULL) && mem_gmp_find(limbs, end);
}
// For a while: the heap may grow to this size, in bytes; 0: to any. The former limit.
size_t mem_limit_heap(size_t most);
// Gives back a block of mem_alloc that nobody will look at again: the next allocation of that size gets it. All words of it but
// the first are 0.
static inline void mem_recycle(void *block, size_t size) {
    if (size > MEM_FREE_LIST_MAX) return;
    void **list = &mem_free_scanned[(size + MEM_GRANULE - 1) / MEM_GRANULE];
    *(void **)block = *list;
    *list = block;
}
// Gives a block back before the collector finds out. Only for a block that nothing else can see.
void mem_free(void *block);

// A heap object of `size` bytes with its type set. `atomic`: it holds no pointer but the type (types are found
// elsewhere), and what follows the header is NOT zeroed.
static inline must_use void *mem_object(Type *type, size_t size) {
    Object *object = mem_alloc(size);
    if (likely(object != NULL))
        object->type = type;
    return object;
}
static inline must_use void *mem_object_atomic(Type *type, size_t size) {
    Object *object = mem_alloc_atomic(size);
    if (likely(object != NULL))
        object->type = type;
    return object;
}

// An object whose type's `reclaim` slot runs when the collector drops it (memoryview, file). What it points to is still
// intact then. Costs a few ns more than mem_object, and as much in each collection.
void *mem_object_reclaimed(Type *type, size_t size) must_use;
// The same for objects of one size that come and go by the thousand (memoryview): those that a collection finds dropped are the
// next ones to be handed out. NOT zeroed: the caller sets all of it at once, before anything else is allocated.
void *mem_object_reused(Type *type, size_t size) must_use;
// Those that were made and not found dropped yet, the newest first, until the callback says false. It must not allocate.
void mem_visit_reused(bool (*visit)(void *object, void *context), void *context);
// The same for any heap object: callback(object) runs once, at the end of the collection that finds it dropped. The
// callback must not allocate, raise, or keep the object (weak references: it clears the cells that refer to it).
bool mem_when_dropped(void *object, void (*callback)(void *object)) must_use;
// Objects that Python code finalizes, __del__ for instance (mem_finalize.c). One that is found dropped is kept for one more
// round, and mem_take_finalizable hands it out, once; 0: none waiting. `soon`: it is worth asking, often, whether it was dropped.
bool mem_add_finalizable(void *object, bool soon) must_use;
void mem_remove_finalizable(void *object);
void *mem_take_finalizable(void);
size_t mem_finalizables_soon(void **objects, size_t most);     // of those, but none when there are more; how many
size_t mem_finalizables_soon_count(void);
bool mem_is_finalizable(const void *object);   // and was not found dropped yet
void mem_walk_finalizables(void (*visit)(void *object));
size_t mem_finalize_where(bool (*wanted)(void *object));       // hands out these, dropped or not; how many
size_t mem_finalize_these(void *const *objects, const bool *wanted, size_t count);     // the same
void mem_finalize_all(void);            // at the end of the program: all that were added are handed out, dropped or not
void mem_finalize_start(void);          // for mem.c
void mem_finalize_reserve(void);        // for mem.c: without its table the collector ends the program when memory has run out
bool mem_finalizable_dropped(void);     // for mem.c, in a collection: whether one was not marked
extern bool mem_finalizables_waiting;
extern void (*mem_finalizables_notify)(void);     // called, in a collection, when there are some; may be 0

// Collects at once and runs the reclaim slots of all that was found dead. `exact`: first clears the dead parts of
// the VM's and the C stack, so that what the program has dropped is found dropped.
void mem_collect(bool exact);
// A callback in each collection; `exact` as above. The VM uses it to name its stack's live range. It may run more than
// once a collection and must not allocate.
void mem_set_before_collect(void (*callback)(bool exact));
void mem_push_roots(const void *from, const void *to);        // only inside that callback: scan [from, to)
// Static data [from, to) that is scanned for ever. All static data is, but for the types and for variables that say they hold no
// values; these save each collection some time.
void mem_add_root(const void *from, const void *to);
#define MEM_UNSCANNED __attribute__((section(".bss.unscanned")))
#define MEM_DATA_UNSCANNED __attribute__((section(".data.unscanned")))         // the same for what is initialized
// Which of these objects the program can still reach: reached[i] tells of objects[i]. Exact but for words that functions written
// in C have left on the C stack between their variables. Takes as long as a collection, less when all can be reached. Nothing
// may be allocated between an exact collection and this. False: there is no memory to find out.
bool mem_reach(void *const *objects, size_t count, bool *reached) must_use;
// The same. *finalizable: how many finalizable objects cannot be reached either and wait to be taken now; 0 when all in question
// are reached. Those that other such objects hold wait for these. Those that hold themselves, in a cycle, only count when
// `cycles` says so and there are no others.
bool mem_reach_finalizing(void *const *objects, size_t count, bool *reached, size_t *finalizable, bool cycles) must_use;
// A quicker way to know it of up to MEM_SEARCH_MOST objects, as long as the heap is small and few objects lie between them and
// the roots. False: not found out, also where a finalizable object that was dropped holds one that was.
#define MEM_SEARCH_MOST 8
bool mem_search(void *const *objects, size_t count, bool *reached) must_use;
void mem_visit_roots(void (*visit)(const void *from, const void *to), bool exact);     // static data, what before_collect names
void mem_visit_c_stack(void (*visit)(const void *from, const void *to));       // what of it counts, as said below
const void *mem_oldest_of_stack(void);         // where the C stack begins
void mem_search_page(void *block, int kind);   // for mem.c: small blocks that are scanned come from this page

// The C stack, for mem_reach. The loop that runs bytecode names its own frame, in which no word counts; what is younger than
// `mem_youngest` does not count at all. Whoever sets that is a call in between: its callers' variables lie above that
// address, also those that were in registers. The innermost run's callees, and those of such a call, hold nothing that
// is not held elsewhere as well when they ask.
//
// Variables in C that nothing was written to yet hold what earlier calls left on the stack. To a function that calls out
// while it has such, that would make dropped objects reachable: so what called it clears its part of the stack first, if there
// are objects at all that may be asked about.
extern size_t mem_reach_interest;       // how many there are: views of memory that can move, files to be written, and such
extern size_t mem_reach_walked;         // words that all these walks have looked at
void mem_clear_stack_below(size_t size);
#ifdef MEM_SANITIZE
#define MEM_CALL_OUT_STACK 16384
#else
#define MEM_CALL_OUT_STACK 2048
#endif
static inline void mem_before_call_out(void) {
    if (unlikely(mem_reach_interest)) mem_clear_stack_below(MEM_CALL_OUT_STACK);
}
typedef struct MemRun {
    struct MemRun *outer;
    const void *low, *high;             // of the frame
} MemRun;
extern MemRun *mem_runs;                // the innermost
extern const void *mem_youngest;        // 0: outside of all calls
static inline const void *mem_stack_pointer(void) {
    const void *p;
#if defined __x86_64__
    __asm__ volatile("mov %%rsp, %0" : "=r"(p));
#elif defined __aarch64__
    __asm__ volatile("mov %0, sp" : "=r"(p));
#endif
    return p;
}
// Around a call, in a function that does nothing else: makes it the innermost one.
#define MEM_INNER_BEGIN() \
    const void *mem_outer = mem_youngest; \
    __builtin_unwind_init(); \
    mem_youngest = mem_stack_pointer()
#define MEM_INNER_END() (mem_youngest = mem_outer)
size_t mem_used(void);
size_t mem_collections(void);           // how many there have been

// A word that holds an address without keeping the object alive.
static inline uintptr_t mem_hide(const void *p) { return ~(uintptr_t)p; }
static inline void *mem_reveal(uintptr_t hidden) { return (void *)~hidden; }

// C recursion: true while there is room on the C stack; otherwise RecursionError is pending.
// Every function that can call itself through user data asks first (repr, compare, call slots).
extern uintptr_t mem_stack_limit;
bool mem_stack_exhausted(void);
static inline must_use bool mem_stack_check(void) {
    return likely((uintptr_t)__builtin_frame_address(0) > mem_stack_limit) || mem_stack_exhausted();
}

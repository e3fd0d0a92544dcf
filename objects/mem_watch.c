// Objects with a callback for their end.
//
// They are not finalized by the collector: a table of hidden addresses lists them, and at the end of each collection those that
// were not marked are called. So one collection settles all of them, which neither finalizers nor the collector's "disclaim"
// hook do (that one runs when a page is swept, which may be never).
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include "objects/error.h"
#include "objects/mem_pool.h"
#include "objects/object.h"
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <stdlib.h>

typedef struct {
    uintptr_t hidden;                   // mem_hide(object)
    void (*callback)(void *object);
} Watch;

static Watch *watches;                  // malloc'd: not scanned
static size_t watch_count, watch_capacity;

// Marks tell it only as long as all pages are still there.
static inline bool is_dropped(void *object, bool at_end) { return (at_end && !GC_base(object)) || !GC_is_marked(object); }

static void call_watched(bool at_end) {
    size_t kept = 0, count = watch_count;
    for (size_t i = 0; i < count; i++) {
        Watch watch = watches[i];
        void *object = mem_reveal(watch.hidden);
        if (is_dropped(object, at_end))
            watch.callback(object);
        else
            watches[kept++] = watch;
    }
    watch_count = kept;
}

bool mem_when_dropped(void *object, void (*callback)(void *object)) {
    if (watch_count == watch_capacity) {
        size_t capacity = watch_capacity ? watch_capacity * 2 : 64;
        Watch *grown = realloc(watches, capacity * sizeof *watches);
        if (!grown) {
            raise_memory_error();
            return false;
        }
        watches = grown;
        watch_capacity = capacity;
    }
    watches[watch_count++] = (Watch){mem_hide(object), callback};
    return true;
}

static void reclaim(void *object) { ((Object *)object)->type->reclaim(VALUE(object)); }

void *mem_object_reclaimed(Type *type, size_t size) {
    void *object = mem_object(type, size);
    return object && mem_when_dropped(object, reclaim) ? object : NULL;
}

// ---------------------------------------------------------------------------------------------------------------
// Objects that are handed out again
//
// To sweep a memoryview, to clear it and to find it in its page again takes longer than what most programs do with it. So the
// dropped ones are marked as if they were in use. What is left of them when the next collection begins is forgotten,
// found unused and swept. An exact collection keeps none: a program that asks for one after each few views would get the same
// addresses again and again, and one stray word that looks like one of these would be in its way each time.

// So many are kept. In a small heap, where a collection takes as long as to make a thousand of them, it is time for one when all were
// used again; a large one waits until as many bytes were handed out as are in use.
#define SMALL_HEAP ((size_t)8 << 20)    // bytes
#define KEPT_IN_SMALL_HEAP ((size_t)16384)
#define KEPT_IN_LARGE_HEAP ((size_t)1 << 18)

static Type *reused_type;
static size_t reused_size;
static uintptr_t *reused, *dropped;     // hidden; malloc'd: not scanned; as long as each other
static size_t reused_count, reused_filled, reused_capacity;     // in use, or not known not to be; from there up to filled: free
static size_t refilled;                 // how many of these the last collection has found, 0 once all were handed out

static void collect_dropped(bool at_end, bool keeps) {
    size_t count = 0, dropped_count = 0, most = mem_used() < SMALL_HEAP ? KEPT_IN_SMALL_HEAP : KEPT_IN_LARGE_HEAP;
    for (size_t i = 0; i < reused_count; i++) {
        uintptr_t hidden = reused[i];
        if (is_dropped(mem_reveal(hidden), at_end)) {
            reused_type->reclaim(VALUE(mem_reveal(hidden)));
            dropped[dropped_count++] = hidden;
        } else {
            reused[count++] = hidden;
        }
    }
    refilled = !keeps ? 0 : dropped_count < most ? dropped_count : most;
    reused_count = count;
    reused_filled = count + refilled;
    if (refilled) memcpy(reused + count, dropped, refilled * sizeof *dropped);
}

// After all callbacks: some of them ask whether the same objects are marked.
static void mark_free(void) {
    for (size_t i = reused_count; i < reused_filled; i++) {
        void *object = mem_reveal(reused[i]);
        GC_set_mark_bit(object);
#ifdef MEM_STRESS
        memset(object, 0xdb, reused_size);      // who uses it all the same will find out
#endif
    }
}

static bool room_for_more(void) {
    if (reused_count < reused_capacity) return true;
    size_t capacity = reused_capacity ? reused_capacity * 2 : 64;
    uintptr_t *grown = realloc(reused, capacity * sizeof *reused), *grown_dropped = NULL;
    if (grown) reused = grown;
    if (grown) grown_dropped = realloc(dropped, capacity * sizeof *dropped);
    if (!grown_dropped) {
        raise_memory_error();
        return false;
    }
    dropped = grown_dropped;
    reused_capacity = capacity;
    return true;
}

static bool is_due(void) {
    size_t used = refilled;
    refilled = 0;
    return mem_pool_is_due(used * reused_size) || (used >= KEPT_IN_SMALL_HEAP && mem_used() < SMALL_HEAP);
}

// When none is free.
__attribute__((noinline)) static bool add_free(Type *type, size_t size) {
    reused_type = type;
    reused_size = size;
    if (refilled && is_due()) GC_gcollect();
    mem_after_collection();
    void *object = reused_filled > reused_count ? NULL : mem_alloc(size);
    if (reused_filled > reused_count) return true;      // also when that has collected
    if (!object || !room_for_more()) return false;
    reused[reused_count] = mem_hide(object);
    reused_filled = reused_count + 1;
    return true;
}

void *mem_object_reused(Type *type, size_t size) {
    mem_stress();
    if (unlikely(reused_count == reused_filled) && !add_free(type, size)) return NULL;
    Object *object = mem_reveal(reused[reused_count++]);
    object->type = type;
    return object;
}

void mem_visit_reused(bool (*visit)(void *object, void *context), void *context) {
    for (size_t i = reused_count; i-- > 0;)
        if (!visit(mem_reveal(reused[i]), context)) break;
}

// ---------------------------------------------------------------------------------------------------------------
// In a collection

void mem_watch_when_started(void) { reused_filled = reused_count; }

// When all is marked the marks are those of this collection and nothing was allocated since: the contents of dropped objects are
// untouched. At the very end whole pages of them may have gone.
void mem_watch_call_dropped(bool at_end, bool keeps) {
    call_watched(at_end);
    collect_dropped(at_end, keeps && !at_end);
    mark_free();
}

size_t mem_watch_free_size(void) { return (reused_filled - reused_count) * reused_size; }

bool mem_is_watched(const void *object) {
    for (size_t i = 0; i < watch_count; i++)
        if (watches[i].hidden == mem_hide(object)) return true;
    for (size_t i = 0; i < reused_count; i++)
        if (reused[i] == mem_hide(object)) return true;
    return false;
}

// Finalizable objects (mem.h): those of classes with __del__, generators that are inside a try or with, and what else has
// Python code to run when the program drops it. A collection finds the dropped ones, or somebody asks (mem_reach.c).
#include "objects/error.h"
#include "objects/mem.h"
#include <gc.h>
#include <gc/gc_mark.h>
#include <gc/javaxfc.h>
#include <stdlib.h>

bool mem_finalizables_waiting;
void (*mem_finalizables_notify)(void);

// What the collector's own table keeps for an object. Of those that were found dropped there is a chain, in the collected heap.
typedef struct Waiting {
    struct Waiting *next;
    void *object;
    size_t serial;                      // in order of mem_add_finalizable
    size_t place;                       // in `finalizables`
    bool soon;
} Waiting;
static Waiting *waiting_first, *waiting_last;

// Those that were not found dropped yet.
typedef struct {
    uintptr_t object, cell;             // hidden
} Finalizable;
static Finalizable *finalizables;       // malloc'd: not scanned
static size_t finalizable_count, finalizable_capacity, soon_count;

static Waiting *cell_of(const Finalizable *f) { return mem_reveal(f->cell); }

static bool list_finalizable(void *object, Waiting *cell) {
    if (finalizable_count == finalizable_capacity) {
        size_t capacity = finalizable_capacity ? finalizable_capacity * 2 : 64;
        Finalizable *grown = realloc(finalizables, capacity * sizeof *grown);
        if (!grown) {
            raise_memory_error();
            return false;
        }
        finalizables = grown;
        finalizable_capacity = capacity;
    }
    cell->place = finalizable_count++;
    finalizables[cell->place] = (Finalizable){mem_hide(object), mem_hide(cell)};
    return true;
}

static void unlist(const Waiting *cell) {
    Finalizable *last = &finalizables[--finalizable_count];
    cell_of(last)->place = cell->place;
    finalizables[cell->place] = *last;
    soon_count -= cell->soon;
    mem_reach_interest -= cell->soon;
}

static void GC_CALLBACK found(void *object, void *data) {
    Waiting *cell = data;
    unlist(cell);
    cell->object = object;
    if (waiting_last) waiting_last->next = cell;
    else waiting_first = cell;
    waiting_last = cell;
}

static void GC_CALLBACK ready(void) {
    mem_finalizables_waiting = true;
    if (mem_finalizables_notify) mem_finalizables_notify();
}

bool mem_finalizable_dropped(void) {
    for (size_t i = 0; i < finalizable_count; i++)
        if (!GC_is_marked(mem_reveal(finalizables[i].object))) return true;
    return false;
}

void mem_finalize_start(void) {
    GC_set_finalize_on_demand(1);
    GC_set_finalizer_notifier(ready);
}

void mem_finalize_reserve(void) {
    void *object = GC_malloc_atomic(1);
    GC_register_finalizer_no_order(object, found, NULL, NULL, NULL);
    GC_register_finalizer_no_order(object, NULL, NULL, NULL, NULL);
}

bool mem_add_finalizable(void *object, bool soon) {
    Waiting *cell = mem_alloc(sizeof *cell);
    if (!cell) return false;
    static size_t serial;
    cell->serial = ++serial;
    cell->soon = soon;
    if (!list_finalizable(object, cell)) return false;
    soon_count += soon;
    mem_reach_interest += soon;
    GC_finalization_proc callback = found;      // stays where there is no memory
    void *before = NULL;
    GC_register_finalizer_no_order(object, found, cell, &callback, &before);
    if (before) unlist(before);         // made anew, and added again
    if (!callback || before) return true;
    unlist(cell);
    raise_memory_error();
    return false;
}

// Takes it out of the collector's table. NULL: the collector has found it in the meantime, and done so.
static Waiting *take_back(void *object) {
    void *cell = NULL;
    GC_finalization_proc callback = NULL;
    GC_register_finalizer_no_order(object, NULL, NULL, &callback, &cell);
    return callback ? cell : NULL;
}

void mem_remove_finalizable(void *object) {
    Waiting *cell = take_back(object);
    if (cell) unlist(cell);
}

size_t mem_finalizables_soon_count(void) { return soon_count; }

size_t mem_finalizables_soon(void **objects, size_t most) {
    size_t count = 0;
    for (size_t i = 0; i < finalizable_count && soon_count <= most; i++)
        if (cell_of(&finalizables[i])->soon) objects[count++] = mem_reveal(finalizables[i].object);
    return count;
}

static int by_serial(const void *a, const void *b) {
    const Waiting *x = *(Waiting *const *)a, *y = *(Waiting *const *)b;
    return (x->serial > y->serial) - (x->serial < y->serial);
}

// Puts those that wait in the order in which they were made. Without memory for that they stay in any order.
static void sort_waiting(void) {
    size_t count = 0;
    for (Waiting *w = waiting_first; w; w = w->next) count++;
    Waiting **order = count ? malloc(count * sizeof *order) : NULL;
    if (!order) return;
    size_t at = 0;
    for (Waiting *w = waiting_first; w; w = w->next) order[at++] = w;
    qsort(order, count, sizeof *order, by_serial);
    for (size_t i = 0; i < count; i++) order[i]->next = i + 1 < count ? order[i + 1] : NULL;
    waiting_first = order[0];
    waiting_last = order[count - 1];
    free(order);
}

size_t mem_finalize_where(bool (*wanted)(void *object)) {
    size_t count = 0;
    for (size_t i = finalizable_count; i-- > 0;) {
        void *object = mem_reveal(finalizables[i].object);
        Waiting *cell = wanted(object) ? take_back(object) : NULL;
        if (!cell) continue;
        found(object, cell);
        count++;
    }
    sort_waiting();
    if (count) ready();
    return count;
}

size_t mem_finalize_these(void *const *objects, const bool *wanted, size_t count) {
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
        Waiting *cell = wanted[i] ? take_back(objects[i]) : NULL;
        if (!cell) continue;
        found(objects[i], cell);
        taken++;
    }
    if (taken) {
        sort_waiting();
        ready();
    }
    return taken;
}

bool mem_is_finalizable(const void *object) {
    for (size_t i = 0; i < finalizable_count; i++)
        if (finalizables[i].object == mem_hide(object)) return true;
    return false;
}

void mem_walk_finalizables(void (*visit)(void *object)) {
    for (size_t i = 0; i < finalizable_count; i++) visit(mem_reveal(finalizables[i].object));
}

void *mem_take_finalizable(void) {
    mem_finalizables_waiting = false;
    GC_invoke_finalizers();
    if (!waiting_first) return NULL;
    void *object = waiting_first->object;
    waiting_first = waiting_first->next;
    if (!waiting_first) waiting_last = NULL;
    else mem_finalizables_waiting = true;
    return object;
}

void mem_finalize_all(void) {
    GC_finalize_all();
    sort_waiting();
}

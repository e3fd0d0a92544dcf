// Memory: the collected heap. This is the only header that knows there is a collector (mem.c alone includes gc.h).
//
// Everything a Python program can hold lives here and is never freed by hand. The collector finds objects by scanning
// the C stack, registers, static data, the ranges that mem_add_roots names, and the objects it reaches conservatively;
// pointers into the middle of an object keep it alive. All allocation functions answer NULL with MemoryError pending
// when memory runs out.
#pragma once
#include "objects/value.h"

void mem_init(void);                    // once, first of all

// Zeroed memory that may contain pointers.
void *mem_alloc(size_t size) must_use;
// Memory for bytes, text and digits: never scanned, NOT zeroed.
void *mem_alloc_atomic(size_t size) must_use;
// A new block with the old one's content up to the smaller size; the rest of a scanned block is zeroed.
void *mem_realloc(void *block, size_t old_size, size_t new_size) must_use;
void *mem_realloc_atomic(void *block, size_t old_size, size_t new_size) must_use;
// Gives a block back before the collector finds out. Only for a block that nothing else can see.
void mem_free(void *block);

// A heap object of `size` bytes with its type set. `atomic`: it holds no pointer but the type (types are found elsewhere).
void *mem_object(Type *type, size_t size) must_use;
void *mem_object_atomic(Type *type, size_t size) must_use;
// An object whose type's `reclaim` slot runs when the collector drops it (memoryview, file, weak references).
// What it points to is still intact then. Costs about twice as much as mem_object.
void *mem_object_reclaimed(Type *type, size_t size) must_use;

// Collects at once and runs the reclaim slots of all that was found dead. `exact`: first clears the dead parts of
// the VM's and the C stack, so that what the program has dropped is found dropped.
void mem_collect(bool exact);
// A callback before each collection; `exact` as above. The VM uses it to name its stack's live range.
void mem_set_before_collect(void (*callback)(bool exact));
void mem_push_roots(const void *from, const void *to);        // only inside that callback: scan [from, to)
size_t mem_heap_size(void);
size_t mem_used(void);

// A word that holds an address without keeping the object alive.
static inline uintptr_t mem_hide(const void *p) { return ~(uintptr_t)p; }
static inline void *mem_reveal(uintptr_t hidden) { return (void *)~hidden; }

// C recursion: true while there is room on the C stack; otherwise RecursionError is pending.
// Every function that can call itself through user data asks first (repr, compare, call slots).
bool mem_stack_check(void) must_use;

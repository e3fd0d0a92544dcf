// Weak references: objects that lead to another one without keeping it alive.
//
// A table of hidden addresses leads from an object to its weak references, and they hide the object's
// address. When the collector drops the object, or weakref_settle() finds that the program cannot reach it,
// the references are cleared; those with a callback wait for weakref_call_waiting(), which whoever may run
// Python code calls (finalize_waiting does).
#pragma once
#include "objects/object.h"

typedef struct WeakRef {
    Object head;
    uintptr_t target;           // hidden; 0: it is gone
    uintptr_t before, after;    // hidden; neighbours in the list of the target, or among those that wait; 0: none
    Value callback;             // 0: none
    int64_t hash;               // of the target, -1: not asked for yet
    bool waits;                 // cleared, its callback not called yet
} WeakRef;

extern Type weakref_type, weakref_proxy_type, weakref_callable_proxy_type;
static inline WeakRef *weakref_of(Value v) { return (WeakRef *)value_object(v); }

// A reference of one of the three types to v. TypeError "cannot create weak reference to 'T' object".
// callback 0: none; then there is one object for all.
Value weakref_new(Type *type, Value v, Value callback) must_use;
// What it leads to, or 0: gone. While the heap is small and few have asked, finds out first whether the program can still reach
// it, which may run callbacks and __del__.
Value weakref_get_settled(Value reference);
Value weakref_list(Value v) must_use;           // list of the references to v: the shared ones, then the newest first
void weakref_settle(void);                      // collects; clears references to what is out of reach
size_t weakref_awaited(void);                  // how many references with a callback have their target
bool weakref_clear_dropped(void);              // clears references to what is out of reach; whether callbacks wait now
void weakref_call_waiting(void);
// Told of an exception in a callback, which nobody can catch. Set by who can print; may be 0.
extern void (*weakref_failed)(Value exception, Value callback);

void weakref_reclaim(Value self);              // the `reclaim` slot of all three types

// Finalize: __del__. An object with that method is kept for one round when the collector finds it dropped;
// whoever may run Python code then calls finalize_waiting().
#pragma once
#include "objects/object.h"

// Calls __del__ of the objects that wait for it, and callbacks of weak references. Exceptions in __del__ go
// to finalize_failed; a pending one is kept.
void finalize_waiting(void);
// For an object that Python code finalizes: __del__ is to be called as soon as it is dropped. There are no reference counts to
// tell; so while there are such objects, the VM calls finalize_dropped at its next statements, which asks whether they can still
// be reached. That costs as much as a collection: an answer of yes makes it ask less, and all in all not much more is walked than
// collections do. `finalize_ask`, which the VM sets, says that it should call; finalize_hint() that something was dropped surely.
bool finalize_soon(void *object) must_use;
void finalize_watch(void);                     // the same for a weak reference with a callback
void finalize_dropped(void);
void finalize_hint(void);
extern void (*finalize_ask)(void);
// At the end of the program: the same for all that have the method and live, in the order of their making.
void finalize_all(void);
extern void (*finalize_at_end)(void);           // called before that; may be 0
// Told of an exception that nobody can catch: "Exception ignored while calling deallocator ...". Set by who
// can print; may be 0.
extern void (*finalize_failed)(Value exception, Value object);

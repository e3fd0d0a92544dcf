// Finalize: __del__. An object with that method is kept for one round when the collector finds it dropped;
// whoever may run Python code then calls finalize_waiting().
#pragma once
#include "objects/object.h"

// Calls __del__ of the objects that wait for it, and callbacks of weak references. Exceptions in __del__ go
// to finalize_failed; a pending one is kept.
void finalize_waiting(void);
// At the end of the program: the same for all that have the method and live, in the order of their making.
void finalize_all(void);
extern void (*finalize_at_end)(void);           // called before that; may be 0
// Told of an exception that nobody can catch: "Exception ignored while calling deallocator ...". Set by who
// can print; may be 0.
extern void (*finalize_failed)(Value exception, Value method);

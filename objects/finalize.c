// Finalize: see finalize.h.
#include "objects/finalize.h"
#include "objects/str.h"
#include "objects/type.h"
#include "objects/weakref.h"

void (*finalize_failed)(Value exception, Value method);
void (*finalize_at_end)(void);

static void finalize(Value object) {
    Value method = object_find_special(object, NAME(__del__));
    if (method && object_call0(method)) return;
    Value exception = error_take();
    if (exception && finalize_failed) finalize_failed(exception, type_lookup(type_of(object), NAME(__del__)));
}

void finalize_waiting(void) {
    static bool running;
    if (running) return;        // __del__ that makes garbage of its own: the outer round goes on with it
    running = true;
    Value pending = error_take();
    void *object;
    while ((object = mem_take_finalizable())) finalize(VALUE(object));
    weakref_call_waiting();
    if (pending) error_set(pending);
    running = false;
}

void finalize_all(void) {
    if (finalize_at_end) finalize_at_end();
    mem_finalize_all();
    finalize_waiting();
}

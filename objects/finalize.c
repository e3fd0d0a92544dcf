// Finalize: see finalize.h.
#include "objects/finalize.h"
#include "objects/str.h"
#include "objects/type.h"
#include "objects/weakref.h"
#include <stdlib.h>

void (*finalize_failed)(Value exception, Value object);
void (*finalize_at_end)(void);

static void finalize(Value object) {
    Value method = object_find_special(object, NAME(__del__));
    if (method && object_call0(method)) return;
    Value exception = error_take();
    if (exception && finalize_failed) finalize_failed(exception, object);
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

#define WALK_FREE ((size_t)16 << 20)    // words, a tenth of a second
#define ASK_MOST 256                    // objects
#define ASK_ALWAYS 64                   // times in vain, then only after a hint
#define ASK_AFTER_HINT 3

void (*finalize_ask)(void);
static size_t asked_in_vain = ASK_ALWAYS;

static void ask_again(size_t in_vain) {
    asked_in_vain = in_vain;
    if (finalize_ask) finalize_ask();
}

void finalize_watch(void) { ask_again(0); }

bool finalize_soon(void *object) {
    finalize_watch();
    return mem_add_finalizable(object, true);
}

void finalize_hint(void) {
    size_t in_vain = ASK_ALWAYS - ASK_AFTER_HINT;
    ask_again(asked_in_vain < in_vain ? asked_in_vain : in_vain);
}

// Hands out those that a search finds dropped. False: it takes a walk.
static bool search_for_dropped(void *const *objects, size_t count, bool *dropped, size_t *finalizable) {
    if (!mem_search(objects, count, dropped)) return false;
    for (size_t i = 0; i < count; i++) dropped[i] = !dropped[i];
    *finalizable = mem_finalize_these(objects, dropped, count);
    return true;
}

// Whether some were dropped. Their addresses are malloc'd: on the C stack they would count as references.
static bool take_dropped(void) {
    void **objects = malloc(ASK_MOST * (sizeof *objects + sizeof(bool)));
    size_t count = objects ? mem_finalizables_soon(objects, ASK_MOST) : 0, finalizable = 0;
    bool *answers = (bool *)(objects + ASK_MOST);
    bool known = count && (search_for_dropped(objects, count, answers, &finalizable) ||
                           mem_reach_finalizing(objects, count, answers, &finalizable, false));
    free(objects);
    return known && finalizable;
}

static bool anybody_waits(void) { return mem_finalizables_soon_count() || weakref_awaited(); }

void finalize_dropped(void) {
    if (!anybody_waits() || mem_reach_walked >= WALK_FREE + mem_collections() * mem_used() / 16) return;
    while (take_dropped() || (weakref_awaited() && weakref_awaited() <= ASK_MOST && weakref_clear_dropped())) {
        asked_in_vain = 0;
        finalize_waiting();
    }
    if (++asked_in_vain < ASK_ALWAYS && anybody_waits()) ask_again(asked_in_vain);
}

void finalize_all(void) {
    if (finalize_at_end) finalize_at_end();
    mem_finalize_all();
    finalize_waiting();
}

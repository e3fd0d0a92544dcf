// Generators, coroutines and async generators: a frame that outlives its call.
#pragma once
#include "vm/frame.h"

typedef enum { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_DONE } GeneratorState;

typedef struct {
    Object head;
    Frame frame;
    uint8_t state;              // a GeneratorState
    bool yields_from;           // suspended inside yield from or await: the receiver is on top of its stack
    bool watched;               // finalizable: it was suspended inside a try or with, or is a coroutine that may be forgotten
    bool busy;                  // async generator: one of its awaitables is under way
    bool hooked, closed;        // async generator: its hooks were asked; it has ended, or was told to
    Value handled;              // the exception its frame is handling while suspended, or 0
    Value outer_handled;        // the resumer's, while it runs
    uint32_t handling;          // how many handlers of its frame it is in
    Value name, qualified_name;
    Value extra;                // a coroutine's origin, or who finalizes an async generator, or 0
    Value slots[];              // locals and evaluation stack
} Generator;
extern Type generator_type, coroutine_type, async_generator_type, coroutine_wrapper_type;
static inline Generator *generator_of(Value v) { return (Generator *)value_object(v); }

// Moves a frame of the common stack that executes RETURN_GENERATOR into a new generator, coroutine or async generator.
Value generator_new(Frame *frame) must_use;
// Its flags from now on; the frame object stays.
static inline void generator_set_flags(Generator *g, uint32_t flags) {
    g->frame.flags = FRAME_GENERATOR | flags | (g->frame.flags & FRAME_OBJECT);
}
// Links the generator's frame behind the machine's current one, ready to run with `sent` on its stack. False: raised
// (already executing; finished ones are the caller's to check).
bool generator_enter(Generator *generator, Value sent) must_use;
Value generator_get_frame(Value generator) must_use;                   // its frame object, or None
Value generator_get_suspended(Value generator) must_use;               // whether it stands at a yield or await
Value generator_get_yields_from(Value generator) must_use;             // what it awaits or delegates to, or None
void generator_leave(Generator *generator, GeneratorState state);      // after a yield, a return, an exception
// The methods send, throw and close: StopIteration carries the result.
Value generator_send(Generator *generator, Value value) must_use;
Value generator_throw(Generator *generator, Value type, Value value, Value traceback) must_use;       // value, traceback may be 0
Value generator_close(Generator *generator) must_use;
static inline Generator *generator_of_frame(Frame *frame) {
    return (Generator *)((char *)frame - offsetof(Generator, frame));
}
// The warning about throw(type, value, traceback). False: it is an error for this program.
bool generator_warn_throw(const Value *args, const char *name) must_use;
bool generator_set_name(Value generator, Value name) must_use;
bool generator_set_qualified_name(Value generator, Value name) must_use;
// Called with async generators: when one is first iterated, and when one that has not ended is dropped. 0: nobody.
typedef struct {
    Value first, finalizer;
} AsyncHooks;
extern AsyncHooks async_hooks;
extern int coroutine_origin_depth;      // how many frames cr_origin of new coroutines tells
// `async generator` yields are told apart from awaits by this wrapper.
Value async_wrap(Value v) must_use;
Value awaitable_iter(Value v, int why) must_use;        // GET_AWAITABLE's semantics

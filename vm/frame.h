// Frames and the machine's state.
//
// One contiguous stack of Values serves all Python frames of ordinary functions: the arguments that a caller has pushed
// become the first locals of the callee, whose evaluation stack follows its locals. A generator keeps its locals and stack in a
// block of its own; what it calls runs on the common stack again, above its resumer (`floor`). Frame records
// lie in an array beside the stack (those of generators in the generator).
//
// The collector sees the stack up to the end of the innermost frame. Slots above a frame's `top` are dead; they are
// cleared before a collection that must be exact (mem_collect). So everything that may call out saves `top` first.
#pragma once
#include "vm/code.h"
#include "vm/function.h"

enum FrameFlags {
    FRAME_ENTRY = 1,            // the loop returns to its C caller when this frame ends
    FRAME_INIT = 2,             // __init__ called for T(...): `instance` is the result
    FRAME_GENERATOR = 4,        // lives in a generator object
    FRAME_FOR = 8,              // a generator resumed by FOR or FOR_LOCAL
    FRAME_SEND = 16,            // a generator resumed by SEND
    FRAME_OBJECT = 32,          // `object` is set: Python code may ask for it (frame_object.h)
};

typedef struct Frame {
    struct Frame *back;         // who called or resumed it; 0 at the bottom
    const Instruction *next;    // the instruction to go on with; saved by whatever may call out or raise
    Value *top;                 // first free slot of the evaluation stack; saved likewise
    Value *locals;
    Code *code;
    Function *function;
    Dict *globals, *builtins;
    Value namespace;            // class body, module, exec: a mapping; 0 in functions
    Value *result;              // where the caller's stack pointer goes before the result is pushed
    Value *floor;               // of a generator's frame: where callees' frames may begin
    Value instance;             // with FRAME_INIT
    Value object;               // with FRAME_OBJECT
    uint32_t flags;
} Frame;

typedef struct {
    Frame *frame;               // the innermost running frame, 0 outside
    Value *stack, *stack_end;
    Frame *frames, *frames_end;
    Frame *frame_top;           // the next free record
    uint32_t depth, depth_limit;        // Python frames, sys.setrecursionlimit
    Value builtins;             // dict of the module builtins
    Value modules;              // sys.modules
} Machine;
extern Machine machine;
extern volatile int machine_interrupt;          // what is due, see below; the loop looks at it on jumps back and calls
// a signal came; objects with __del__ were found dropped; there may be such that were
enum { INTERRUPT_SIGNAL = 1, INTERRUPT_FINALIZE = 2, INTERRUPT_ASK = 4 };

bool machine_init(void);
bool machine_handle_interrupt(void) must_use;   // runs what is due; false: KeyboardInterrupt is pending

// Runs `frame` (already pushed, FRAME_ENTRY set) to its end. The result, or 0.
Value machine_run(Frame *frame) must_use;
// The same, beginning with `exception` raised at the frame's current instruction.
Value machine_run_raising(Frame *frame, Value exception) must_use;

// A frame for a function whose arguments lie at `locals`, the caller's stack; the caller has checked the room: frame_has_room.
static inline bool frame_has_room(const Code *code, const Value *locals) {
    return likely(machine.depth < machine.depth_limit && machine.frame_top < machine.frames_end &&
                  locals + code->local_count + code->stack_size + 8 < machine.stack_end);
}
static inline Frame *frame_push_unchecked(Function *function, Value *locals, Value namespace) {
    Code *code = function->code;
    Frame *frame = machine.frame_top;
    frame->back = machine.frame;
    frame->next = code->instructions;
    frame->locals = locals;
    frame->top = locals + code->local_count;
    frame->code = code;
    frame->function = function;
    frame->globals = function->globals;
    frame->builtins = function->builtins;
    frame->namespace = namespace;
    frame->flags = 0;
    machine.depth++;
    machine.frame_top = frame + 1;
    machine.frame = frame;
    return frame;
}
// A frame for `function` with its locals at `locals` (bound by function_bind, the rest of the slots already cleared).
// 0 with RecursionError pending when too deep.
Frame *frame_push(Function *function, Value *locals, Value namespace) must_use;
static inline void frame_pop(Frame *frame) {
    machine.frame = frame->back;
    machine.frame_top = frame;
    machine.depth--;
}
// First free slot of the common stack: where C code that calls a Python function lays out its locals.
Value *frame_free_stack(void);
// Runs a code object as module or class body or for exec/eval. `namespace` is the locals mapping.
Value machine_execute(Value code, Dict *globals, Value namespace) must_use;

static inline size_t frame_index(const Frame *frame) {          // of the instruction being executed
    return (size_t)(frame->next - frame->code->instructions) - 1;
}
// The same for a function whose globals, builtins and closure are chosen already; it takes no arguments.
Value machine_execute_function(Function *function, Value namespace) must_use;

int frame_line(const Frame *frame);

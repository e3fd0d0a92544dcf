// The machine's state: its stack and frames, their limits, interrupts, and what the collector must see of them.
#include "vm/caller.h"
#include "vm/frame.h"
#include "objects/finalize.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "vm/frame_object.h"
#include "vm/ops.h"
#include <sys/mman.h>
#include <sys/resource.h>

// Address space is reserved, not used: the system hands out pages when they are first touched.
#define STACK_VALUES ((size_t)8 << 20)
#define FRAME_RECORDS ((size_t)1 << 19)
#define DEPTH_DEFAULT 1000

Machine machine;
volatile int machine_interrupt;

// Where the address space is limited, each takes no more than an eighth of it.
static size_t fitting(size_t size) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY || size <= limit.rlim_cur / 8) return size;
    return limit.rlim_cur / 8;
}

static void *reserve(size_t size) {
    void *p = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? 0 : p;
}

static Value *frame_end(const Frame *frame) { return frame->locals + frame->code->local_count + frame->code->stack_size; }

Value *frame_free_stack(void) {
    Frame *frame = machine.frame;
    if (!frame) return machine.stack;
    return frame->flags & FRAME_GENERATOR ? frame->floor : frame_end(frame);
}

static void clear(Value *from, Value *to) {
    if (from < to) memset(from, 0, (size_t)((char *)to - (char *)from));
}

// Fields of a record that were not set for this frame hold what its last user left there.
static void clear_dead_fields(Frame *frame) {
    if (!(frame->flags & FRAME_INIT)) frame->instance = 0;
    if (!(frame->flags & FRAME_OBJECT)) frame->object = 0;
    if (!(frame->flags & FRAME_GENERATOR)) frame->floor = 0;
    if (frame->flags & (FRAME_ENTRY | FRAME_GENERATOR)) frame->result = 0;
}

// What is on the frames' stacks above their tops is dead. A called frame begins in the free part of its caller's, so the
// caller's is dead only up to there.
static void clear_dead_slots(void) {
    Value *called = 0;          // where the frame that was called last begins on the common stack
    for (Frame *f = machine.frame; f; f = f->back) {
        bool own_stack = f->flags & FRAME_GENERATOR;
        clear_dead_fields(f);
        Value *end = frame_end(f);
        clear(f->top, !own_stack && called && called < end ? called : end);
        called = own_stack ? f->floor : f->locals;
    }
}

// Before a collection. Frames of generators are objects on the heap; their records and slots are found through the
// machine's list of running frames, because a running generator may have no other holder.
static void before_collect(bool exact) {
    if (!machine.stack) return;
    if (exact) clear_dead_slots();
    mem_push_roots(machine.frames, machine.frame_top);
    mem_push_roots(machine.stack, frame_free_stack() + (machine.frame && !exact ? 64 : 0));
}

static void ask_for_dropped(void) { __atomic_fetch_or(&machine_interrupt, INTERRUPT_ASK, __ATOMIC_RELAXED); }

static void finalizables_found(void) { __atomic_fetch_or(&machine_interrupt, INTERRUPT_FINALIZE, __ATOMIC_RELAXED); }

bool machine_init(void) {
    size_t stack_size = fitting(STACK_VALUES * sizeof(Value)), frames_size = fitting(FRAME_RECORDS * sizeof(Frame));
    machine.stack = reserve(stack_size);
    machine.frames = reserve(frames_size);
    if (!machine.stack || !machine.frames) return false;
    machine.stack_end = machine.stack + stack_size / sizeof(Value);
    machine.frames_end = machine.frames + frames_size / sizeof(Frame);
    machine.frame_top = machine.frames;
    machine.depth_limit = DEPTH_DEFAULT;
    mem_set_before_collect(before_collect);
    mem_finalizables_notify = finalizables_found;
    finalize_ask = ask_for_dropped;
    frame_object_init();
    caller_init();
    return true;
}

bool machine_handle_interrupt(void) {
    int what = __atomic_exchange_n(&machine_interrupt, 0, __ATOMIC_RELAXED);
    if (what & INTERRUPT_FINALIZE) finalize_waiting();
    if (what & INTERRUPT_ASK) {
        mem_before_call_out();
        finalize_dropped();
    }
    if (!(what & INTERRUPT_SIGNAL)) return true;
    return raise_format(&KeyboardInterrupt_type, "");
}

Frame *frame_push(Function *function, Value *locals, Value namespace) {
    if (!frame_has_room(function->code, locals)) return raise_recursion_error(""), (Frame *)0;
    return frame_push_unchecked(function, locals, namespace);
}

Value machine_execute_function(Function *function, Value namespace) {
    if (!mem_stack_check()) return 0;
    mem_clear_stack_below(MEM_CALL_OUT_STACK);  // of what has compiled it; views may come to lie where its objects were
    Value *locals = frame_free_stack();
    if (locals + function->code->local_count + function->code->stack_size + 8 >= machine.stack_end)
        return raise_recursion_error("");
    function_fill(function, locals, 0);
    Frame *frame = frame_push(function, locals, namespace);
    if (!frame) return 0;
    frame->flags = FRAME_ENTRY;
    return machine_run(frame);
}

Value machine_execute(Value code, Dict *globals, Value namespace) {
    Value function = function_new(code, globals);
    return function ? machine_execute_function(function_of(function), namespace) : 0;
}

int frame_line(const Frame *frame) {
    size_t at = frame_index(frame);
    return at < frame->code->count ? code_position(frame->code, at)->line : frame->code->first_line;
}

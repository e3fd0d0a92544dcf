// generator, coroutine: a frame on the heap that is entered and left again. Async generators are in async.c.
//
// send, throw and close are written once and serve all three types. While a frame is suspended inside yield from or await,
// the object it waits for is on top of its stack, and throw and close go to that object first.
#include "vm/generator.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame_object.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ making, entering, leaving

static Type *type_for(const Code *code) {
    if (code->flags & CODE_COROUTINE) return &coroutine_type;
    if (code->flags & CODE_ASYNC_GENERATOR) return &async_generator_type;
    return &generator_type;
}

// A coroutine that is never awaited is worth a warning: at once if the caller drops it, which its next instruction says; when
// a collection finds it if the caller does anything else with it but awaiting it.
static void watch_coroutine(Generator *g, const Frame *frame) {
    bool called = frame->back && !(frame->flags & FRAME_ENTRY);
    uint32_t next = called ? *frame->back->next & 0xff : 0xff + 1;
    if (next == OP_GET_AWAITABLE) return;
    g->watched = next == OP_POP ? finalize_soon(g) : mem_add_finalizable(g, false);
    if (!g->watched) (void)error_take();
}

int coroutine_origin_depth;

// The frames that have made a coroutine, as a tuple of (file, line, name).
static Value origin_of(const Frame *frame) {
    Value list = list_with_capacity(0);
    for (int k = 0; list && frame && k < coroutine_origin_depth; k++, frame = frame->back) {
        Value line = tuple_pack(3, frame->code->file_name, SMALL(frame_line(frame)), frame->code->name);
        if (!line || !list_append(list, line)) return 0;
    }
    return list ? list_to_tuple(list) : 0;
}

Value generator_new(Frame *frame) {
    Code *code = frame->code;
    size_t slots = code->local_count + code->stack_size;
    Generator *g = mem_object(type_for(code), sizeof(Generator) + slots * sizeof(Value));
    if (!g) return 0;
    g->frame = *frame;
    g->frame.back = 0;
    g->frame.instance = 0;
    g->frame.result = 0;
    g->frame.object = 0;
    g->frame.flags = FRAME_GENERATOR;
    g->frame.locals = g->slots;
    memcpy(g->slots, frame->locals, code->local_count * sizeof(Value));
    g->frame.top = g->slots + code->local_count;
    g->name = frame->function->name;
    g->qualified_name = frame->function->qualified_name;
    if (code->flags & CODE_COROUTINE) {
        if (coroutine_origin_depth && !(g->extra = origin_of(frame->back))) return 0;
        watch_coroutine(g, frame);
    }
    return VALUE(g);
}

static const char *kind_name(const Generator *g) {
    return g->head.type == &coroutine_type         ? "coroutine"
           : g->head.type == &async_generator_type ? "async generator"
                                                   : "generator";
}

static void unwatch(Generator *g) {
    mem_remove_finalizable(g);
    g->watched = false;
}

bool generator_enter(Generator *g, Value sent) {
    if (g->state == GENERATOR_RUNNING) return raise_value_error("%s already executing", kind_name(g));
    if (machine.depth >= machine.depth_limit) return raise_recursion_error("");
    Value *floor = frame_free_stack();
    if (floor + 64 >= machine.stack_end) return raise_recursion_error("");
    g->frame.floor = floor;
    g->frame.back = machine.frame;
    if (g->state == GENERATOR_SUSPENDED) *g->frame.top++ = sent;
    else if (g->watched) unwatch(g);
    g->state = GENERATOR_RUNNING;
    g->outer_handled = error_handled;
    if (g->handled) error_handled = g->handled;
    machine.depth++;
    machine.frame = &g->frame;
    return true;
}

// Whether dropping it now would run code, its own or a hook's.
static bool has_to_be_ended(const Generator *g) {
    if (g->extra && g->head.type == &async_generator_type) return true;
    const Code *code = g->frame.code;
    size_t at = frame_index(&g->frame);
    for (const Handler *h = code->handlers, *end = h + code->handler_count; h < end; h++)
        if (h->start <= at && at < h->end && (code->instructions[h->target] & 0xff) != OP_STOP_ITERATION_ERROR) return true;
    return false;
}

// From now on it is closed when the program drops it.
static void watch(Generator *g) {
    g->watched = mem_add_finalizable(g, true);
    if (!g->watched) (void)error_take();
}

// What it has dropped must be seen as dropped: nothing stays behind in dead slots.
static void clear_slots(Generator *g, Value *from) {
    Value *end = g->slots + g->frame.code->local_count + g->frame.code->stack_size;
    while (from < end) *from++ = 0;
}

static void end_created(Generator *g) {
    g->state = GENERATOR_DONE;
    if (g->watched) unwatch(g);
    if (g->frame.flags & FRAME_OBJECT) frame_object_end(&g->frame);
}

// The frame will not run again. (Of one that is closed before it has begun CPython keeps the arguments.)
static void end_frame(Generator *g) {
    end_created(g);
    clear_slots(g, g->slots);
    g->frame.function = NULL;           // and with it cells
}

void generator_leave(Generator *g, GeneratorState state) {
    g->state = state;
    if (state == GENERATOR_DONE) end_frame(g);
    else if (!g->watched && (g->frame.code->handler_count > 1 || g->extra) && has_to_be_ended(g)) watch(g);
    g->handled = g->handling && state == GENERATOR_SUSPENDED ? error_handled : 0;
    error_handled = g->outer_handled;
    g->outer_handled = 0;
    machine.frame = g->frame.back;
    machine.depth--;
    g->frame.back = 0;
    g->frame.floor = 0;
    if (state != GENERATOR_DONE) clear_slots(g, g->frame.top);
}

// Runs from C until the next yield: the value; 0 with an exception pending, or, finished, 0 with *result set.
static Value resume(Generator *g, Value sent, Value *result) {
    *result = 0;
    if (!mem_stack_check() || !generator_enter(g, sent)) return 0;
    generator_set_flags(g, FRAME_ENTRY);
    Value value = machine_run(&g->frame);
    if (g->state == GENERATOR_SUSPENDED || !value) return value;
    *result = value;
    return 0;
}

// Enters the frame with an exception pending, as if the yield it stands at had raised it.
static Value resume_raising(Generator *g, Value exception, Value *result) {
    *result = 0;
    if (g->state == GENERATOR_CREATED) {
        // Nothing of the body has run: the exception comes from its first line.
        error_set(exception);
        Frame *back = machine.frame;
        g->frame.back = back;
        op_add_traceback(&g->frame);
        g->frame.back = 0;
        end_frame(g);
        return 0;
    }
    if (!mem_stack_check() || !generator_enter(g, NONE)) return 0;
    generator_set_flags(g, FRAME_ENTRY);
    if (g->handling) error_chain(exception, error_handled);
    Value value = machine_run_raising(&g->frame, exception);
    if (g->state == GENERATOR_SUSPENDED || !value) return value;
    *result = value;
    return 0;
}

// ------------------------------------------------------------------------------------------------ send, throw, close

static Value stop_iteration(Value result) {
    if (result == NONE) return raise_stop_iteration();
    Value exception = exception_new(&StopIteration_type, result);
    if (exception) error_set(exception);
    return 0;
}

// What `send` and `throw` answer: the yielded value, or StopIteration with the result.
static Value finish_step(Value value, Value result) { return value || error_pending ? value : stop_iteration(result); }

static bool refuse_reuse(Generator *g) {
    if (g->head.type == &coroutine_type && g->state == GENERATOR_DONE)
        return raise_runtime_error("cannot reuse already awaited coroutine");
    return true;
}

Value generator_send(Generator *g, Value value) {
    if (g->state == GENERATOR_CREATED && value != NONE)
        return raise_type_error("can't send non-None value to a just-started %s", kind_name(g));
    if (!refuse_reuse(g)) return 0;
    if (g->state == GENERATOR_DONE) return stop_iteration(NONE);
    Value result;
    value = resume(g, value, &result);
    return finish_step(value, result);
}

static Value *receiver_slot(Generator *g) {
    return g->state == GENERATOR_SUSPENDED && g->yields_from ? g->frame.top - 1 : 0;
}

// Meanwhile the generator counts as running.
static bool close_receiver(Generator *g, Value receiver) {
    bool found, closed;
    g->state = GENERATOR_RUNNING;
    if (type_of(receiver) == &generator_type || type_of(receiver) == &coroutine_type) {
        closed = generator_close(generator_of(receiver)) != 0;
    } else {
        Value close = object_find_attribute(receiver, NAME(close), &found);
        closed = close ? object_call0(close) != 0 : !error_pending;
    }
    g->state = GENERATOR_SUSPENDED;
    return closed;
}

Value generator_close(Generator *g) {
    if (g->state == GENERATOR_DONE) return NONE;
    if (g->state == GENERATOR_CREATED) return end_created(g), NONE;
    if (g->state == GENERATOR_RUNNING) return raise_value_error("%s already executing", kind_name(g));
    Value *receiver = receiver_slot(g), result, exception = 0;
    if (receiver && !close_receiver(g, *receiver)) exception = error_take();
    if (!exception && !(exception = exception_new(&GeneratorExit_type, 0))) return 0;
    Value value = resume_raising(g, exception, &result);
    if (value) return raise_runtime_error("%s ignored GeneratorExit", kind_name(g));
    if (!error_pending) return result;
    return error_clear_if(&StopIteration_type) || error_clear_if(&GeneratorExit_type) ? NONE : 0;
}

// The exception instance that throw(type[, value[, traceback]]) means; 0 after raising.
static Value thrown_exception(Value type, Value value) {
    if (exception_check(type)) {
        if (value && value != NONE) return raise_type_error("instance exception may not have a separate value");
        return type;
    }
    if (type_check(type) && type_is_subtype(type_from(type), &BaseException_type)) {
        if (value && exception_check(value) && object_is_instance(value, type_from(type))) return value;
        Value made = !value || value == NONE ? object_call0(type)
                     : tuple_check(value)    ? object_call(type, tuple_of(value)->items, tuple_count(value), 0)
                                             : object_call1(type, value);
        if (made && !exception_check(made))
            raise_type_error("calling %R should have returned an instance of BaseException, not %T", type, made);
        // What goes wrong here happens, to the program, where the generator stands.
        return error_pending ? error_take() : made;
    }
    return raise_type_error("exceptions must be classes or instances deriving from BaseException, not %T", type);
}

// Passes an exception on to what the frame waits for. Answers 1: *value was yielded there; 0: the frame itself must be resumed, with
// *raised pending or, when *raised is 0, with *value as the outcome of the yield from; -1: raised.
static int throw_into_receiver(Generator *g, Value *slot, Value exception, Value *value, Value *raised) {
    Value receiver = *slot;
    *raised = exception;
    if (object_is_instance(exception, &GeneratorExit_type)) {
        if (!close_receiver(g, receiver)) *raised = error_take();
        return 0;
    }
    bool found = true;
    Value method = object_find_attribute(receiver, NAME(throw_), &found);
    if (!method) return error_pending ? -1 : 0;
    // Meanwhile its own frame is among those that the receiver sees.
    g->frame.floor = frame_free_stack();
    g->frame.back = machine.frame;
    g->state = GENERATOR_RUNNING;
    machine.frame = &g->frame;
    *value = object_call1(method, exception);
    machine.frame = g->frame.back;
    g->state = GENERATOR_SUSPENDED;
    g->frame.back = 0;
    g->frame.floor = 0;
    if (*value) return 1;
    *raised = error_take();
    if (object_is_instance(*raised, &StopIteration_type)) {
        *value = object_get_attribute(*raised, NAME(value));
        if (!*value) return -1;
        *raised = 0;
    }
    return 0;
}

// Goes on behind the SEND loop with the value of the yield from.
static Value resume_behind_send(Generator *g, Value outcome, Value *result) {
    Instruction send = 0;
    // The YIELD is followed by a jump back to the SEND; the SEND's own target is where to go on.
    const Instruction *jump = g->frame.next;
    const Instruction *target = jump + 1 + instruction_d_signed(*jump);
    send = *target;
    g->frame.next = target + 1 + instruction_d_signed(send);
    g->frame.top--;
    g->yields_from = false;
    return resume(g, outcome, result);
}

Value generator_throw(Generator *g, Value type, Value value, Value traceback) {
    Value exception = thrown_exception(type, value), result;
    if (!exception) return 0;
    if (traceback && traceback != NONE) {
        if (!value_is(traceback, &traceback_type))
            return raise_type_error("throw() third argument must be a traceback object");
        exception_of(exception)->traceback = traceback;
    }
    if (g->state == GENERATOR_RUNNING) return raise_value_error("%s already executing", kind_name(g));
    if (!refuse_reuse(g)) return 0;
    if (g->state == GENERATOR_DONE) return error_set(exception), 0;
    Value *receiver = receiver_slot(g);
    if (receiver) {
        Value raised, outcome = 0;
        int how = throw_into_receiver(g, receiver, exception, &outcome, &raised);
        if (how < 0) return 0;
        if (how > 0) return outcome;
        if (!raised) {
            outcome = resume_behind_send(g, outcome, &result);
            return finish_step(outcome, result);
        }
        exception = raised;
    }
    Value yielded = resume_raising(g, exception, &result);
    return finish_step(yielded, result);
}

// ------------------------------------------------------------------------------------------------ Python methods, slots

static Value generator_next(Value self) {
    Generator *g = generator_of(self);
    if (g->state == GENERATOR_DONE) return 0;
    Value result, value = resume(g, NONE, &result);
    if (value || error_pending) return value;
    return result == NONE ? 0 : stop_iteration(result);
}

static Value generator_iter(Value self) { return self; }
static Value generator_py_send(Value self, Value *args) { return generator_send(generator_of(self), args[0]); }
static Value generator_py_del(Value self, Value *args) {
    (void)args;
    const Generator *g = generator_of(self);
    if (g->state == GENERATOR_CREATED && g->head.type == &coroutine_type &&
        !warn_of(&RuntimeWarning_type, str_format("coroutine '%S' was never awaited", g->qualified_name))) return 0;
    return generator_close(generator_of(self));
}
bool generator_warn_throw(const Value *args, const char *name) {
    return (!args[1] && !args[2]) || warn_deprecated(str_format(
        "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", name));
}
static Value generator_py_throw(Value self, Value *args) {
    return generator_warn_throw(args, "throw") ? generator_throw(generator_of(self), args[0], args[1], args[2]) : 0;
}
static Value generator_py_close(Value self, Value *args) {
    (void)args;
    return generator_close(generator_of(self));
}

static Value generator_repr(Value self) {
    return str_format("<%s object %S at %p>", type_of(self)->name, generator_of(self)->qualified_name, self);
}

static Value get_name(Value self) { return generator_of(self)->name; }
bool generator_set_name(Value self, Value value) {
    if (!value || !str_check(value)) return raise_type_error("__name__ must be set to a string object");
    return generator_of(self)->name = value, true;
}
static Value get_qualified_name(Value self) { return generator_of(self)->qualified_name; }
bool generator_set_qualified_name(Value self, Value value) {
    if (!value || !str_check(value)) return raise_type_error("__qualname__ must be set to a string object");
    return generator_of(self)->qualified_name = value, true;
}
static Value get_running(Value self) { return bool_value(generator_of(self)->state == GENERATOR_RUNNING); }
Value generator_get_suspended(Value self) { return bool_value(generator_of(self)->state == GENERATOR_SUSPENDED); }
static Value get_code(Value self) { return VALUE(generator_of(self)->frame.code); }
Value generator_get_frame(Value self) {
    Generator *g = generator_of(self);
    return g->state == GENERATOR_DONE ? NONE : frame_object_get(&g->frame);
}
Value generator_get_yields_from(Value self) {
    Value *receiver = receiver_slot(generator_of(self));
    return receiver ? *receiver : NONE;
}

static const MethodDef generator_methods[] = {
    METHOD("send", generator_py_send, "value, /", "Resume with value as the result of the yield; return what is yielded next."),
    METHOD("throw", generator_py_throw, "type, value=None, traceback=None, /", "Raise an exception where the generator stands."),
    METHOD("close", generator_py_close, "", "Raise GeneratorExit where the generator stands, so that it ends."),
    METHOD("__del__", generator_py_del, "", "Close it: called when the program has dropped it."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};

#define COMMON_ATTRIBUTES \
    {"__name__", get_name, generator_set_name, 0}, {"__qualname__", get_qualified_name, generator_set_qualified_name, 0}

static const AttributeDef generator_attributes[] = {
    COMMON_ATTRIBUTES, {"gi_running", get_running, 0, 0}, {"gi_suspended", generator_get_suspended, 0, 0}, {"gi_code", get_code, 0, 0},
    {"gi_frame", generator_get_frame, 0, 0},    {"gi_yieldfrom", generator_get_yields_from, 0, 0}, {0},
};
Type generator_type = {
    .head = {&type_type},
    .name = "generator",
    .doc = "What calling a function with yield gives: an iterator that runs it step by step.",
    .size = sizeof(Generator),
    .flags = TYPE_WEAK,
    .repr = generator_repr,
    .iter = generator_iter,
    .next = generator_next,
    .methods = generator_methods,
    .attributes = generator_attributes,
};

// ------------------------------------------------------------------------------------------------ coroutine

typedef struct {
    Object head;
    Value coroutine;
} CoroutineWrapper;

static Value coroutine_await(Value self) {
    CoroutineWrapper *w = mem_object(&coroutine_wrapper_type, sizeof(CoroutineWrapper));
    if (!w) return 0;
    w->coroutine = self;
    return VALUE(w);
}

static Value get_origin(Value self) { return generator_of(self)->extra ? generator_of(self)->extra : NONE; }

static const AttributeDef coroutine_attributes[] = {
    COMMON_ATTRIBUTES, {"cr_running", get_running, 0, 0}, {"cr_suspended", generator_get_suspended, 0, 0}, {"cr_code", get_code, 0, 0},
    {"cr_frame", generator_get_frame, 0, 0}, {"cr_origin", get_origin, 0, 0},    {"cr_await", generator_get_yields_from, 0, 0}, {0},
};
Type coroutine_type = {
    .head = {&type_type},
    .name = "coroutine",
    .doc = "What calling an async function gives; await runs it.",
    .size = sizeof(Generator),
    .flags = TYPE_WEAK,
    .repr = generator_repr,
    .await = coroutine_await,
    .methods = generator_methods,
    .attributes = coroutine_attributes,
};

static Generator *wrapped(Value self) { return generator_of(((CoroutineWrapper *)value_object(self))->coroutine); }
static Value wrapper_next(Value self) {
    Generator *g = wrapped(self);
    return generator_send(g, NONE);
}
static Value wrapper_py_send(Value self, Value *args) { return generator_send(wrapped(self), args[0]); }
static Value wrapper_py_throw(Value self, Value *args) {
    return generator_warn_throw(args, "throw") ? generator_throw(wrapped(self), args[0], args[1], args[2]) : 0;
}
static Value wrapper_py_close(Value self, Value *args) {
    (void)args;
    return generator_close(wrapped(self));
}
static const MethodDef wrapper_methods[] = {
    METHOD("send", wrapper_py_send, "value, /", "Resume the coroutine with value."),
    METHOD("throw", wrapper_py_throw, "type, value=None, traceback=None, /", "Raise an exception where the coroutine stands."),
    METHOD("close", wrapper_py_close, "", "Raise GeneratorExit where the coroutine stands."),
    METHODS_END
};
Type coroutine_wrapper_type = {
    .head = {&type_type},
    .name = "coroutine_wrapper",
    .doc = "Steps through a coroutine.",
    .size = sizeof(CoroutineWrapper),
    .iter = generator_iter,
    .next = wrapper_next,
    .methods = wrapper_methods,
};

// ------------------------------------------------------------------------------------------------ what the loop asks

Value op_yield_from_iter(Frame *frame, Value v) {
    if (type_of(v) == &coroutine_type) {
        if (frame->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) return v;
        return raise_type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return type_of(v) == &generator_type ? v : object_iter(v);
}

Value op_send(Value receiver, Value sent, Value *result) {
    *result = 0;
    Value value;
    if (type_of(receiver) == &generator_type || type_of(receiver) == &coroutine_type)
        value = generator_send(generator_of(receiver), sent);
    else if (sent == NONE)
        value = object_next_or_raise(receiver);
    else {
        Value method = object_get_attribute(receiver, NAME(send));
        value = method ? object_call1(method, sent) : 0;
    }
    if (value) return value;
    if (!error_pending) return *result = NONE, 0;
    if (!error_is(&StopIteration_type)) return 0;
    Value exception = error_take();
    *result = object_get_attribute(exception, NAME(value));
    return 0;
}

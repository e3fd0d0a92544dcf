// Async generators and await: what `async def` with yield makes, the awaitables that drive it, and the protocol's checks.
//
// An async generator's frame yields two kinds of things: what it awaits, passed on unchanged to whoever drives the
// event loop, and what its own yield statements produce, marked by a wrapper. The awaitables asend, athrow and aclose run the
// frame and tell the two apart: a wrapped value ends the await as its result, by StopIteration.
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/generic_alias.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/ops.h"

typedef struct {
    Object head;
    Value value;
} Wrapped;
static Type wrapped_type = {.head = {&type_type},
                            .name = "async_generator_wrapped_value",
                            .size = sizeof(Wrapped),
                            .flags = TYPE_NO_NEW};

Value async_wrap(Value v) {
    Wrapped *w = mem_object(&wrapped_type, sizeof(Wrapped));
    if (!w) return 0;
    w->value = v;
    return VALUE(w);
}

// ------------------------------------------------------------------------------------------------ await

static bool is_coroutine_like(Value v) {
    return type_of(v) == &coroutine_type ||
           (type_of(v) == &generator_type && generator_of(v)->frame.code->flags & CODE_ITERABLE_COROUTINE);
}

Value awaitable_iter(Value v, int why) {
    if (is_coroutine_like(v)) {
        Generator *g = generator_of(v);
        if (g->state == GENERATOR_RUNNING || (g->state == GENERATOR_SUSPENDED && g->yields_from))
            return raise_runtime_error("coroutine is being awaited already");
        return v;
    }
    Type *type = type_of(v);
    if (!type->await) {
        if (why == 1)
            return raise_type_error(
                "'async with' received an object from __aenter__ that does not implement __await__: %T", v);
        if (why == 2)
            return raise_type_error(
                "'async with' received an object from __aexit__ that does not implement __await__: %T", v);
        return raise_type_error("'%T' object can't be awaited", v);
    }
    Value iterator = type->await(v);
    if (!iterator) return 0;
    if (is_coroutine_like(iterator)) return raise_type_error("__await__() returned a coroutine");
    if (!type_of(iterator)->next) return raise_type_error("__await__() returned non-iterator of type '%T'", iterator);
    return iterator;
}

Value op_get_aiter(Value v) {
    if (!type_of(v)->aiter) return raise_type_error("'async for' requires an object with __aiter__ method, got %T", v);
    Value iterator = type_of(v)->aiter(v);
    if (!iterator) return 0;
    if (!type_of(iterator)->anext)
        return raise_type_error(
            "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator);
    return iterator;
}

Value op_get_anext(Value iterator) {
    if (!type_of(iterator)->anext)
        return raise_type_error("'async for' requires an iterator with __anext__ method, got %T", iterator);
    Value awaitable = type_of(iterator)->anext(iterator);
    if (!awaitable) return 0;
    Value made = awaitable_iter(awaitable, 0);
    if (made) return made;
    Value cause = error_take();
    (void)!raise_type_error("'async for' received an invalid object from __anext__: %T", awaitable);
    error_caused(cause);
    return 0;
}

// ------------------------------------------------------------------------------------------------ asend, athrow, aclose

typedef enum { STEP_SEND, STEP_THROW, STEP_CLOSE } StepKind;

typedef struct {
    Object head;
    Generator *generator;
    StepKind kind;
    enum { STEP_CREATED, STEP_RUNNING, STEP_ENDED } state;
    Value value;                // sent, or thrown: a tuple (type, value, traceback)
} AsyncStep;

AsyncHooks async_hooks;

static bool ask_hooks(Generator *g) {
    if (g->hooked) return true;
    g->hooked = true;
    g->extra = async_hooks.finalizer;
    if (g->extra && !(g->watched = finalize_soon(g))) return false;
    return !async_hooks.first || object_call1(async_hooks.first, VALUE(g));
}

static Value step_new(Type *type, Value generator, StepKind kind, Value value) {
    AsyncStep *s = ask_hooks(generator_of(generator)) ? mem_object(type, sizeof(AsyncStep)) : 0;
    if (!s) return 0;
    s->generator = generator_of(generator);
    s->kind = kind;
    s->value = value;
    return VALUE(s);
}

static Value raise_exhausted(void) {
    Value exception = exception_new(&StopAsyncIteration_type, 0);
    if (exception) error_set(exception);
    return 0;
}

// What one run of the frame means for the awaitable: an awaited thing is passed on; a yielded one ends the await.
static Value step_result(AsyncStep *s, Value value) {
    Generator *g = s->generator;
    if (value && type_of(value) != &wrapped_type) return value;
    g->busy = false;
    s->state = STEP_ENDED;
    if (value && s->kind == STEP_CLOSE) return raise_runtime_error("async generator ignored GeneratorExit");
    if (value) {
        Value exception = exception_new(&StopIteration_type, ((Wrapped *)value_object(value))->value);
        if (exception) error_set(exception);
        return 0;
    }
    // The end of the body: StopIteration with None from the frame is StopAsyncIteration to the outside.
    if (error_clear_if(&StopIteration_type)) (void)raise_exhausted();
    if (!error_is(&StopAsyncIteration_type) && !error_is(&GeneratorExit_type)) return 0;
    g->closed = true;
    if (s->kind != STEP_CLOSE) return 0;
    (void)error_take();
    return raise_stop_iteration();
}

// What both send and throw begin with.
static bool step_usable(const AsyncStep *s) {
    if (s->state != STEP_ENDED) return true;
    return raise_runtime_error(s->kind == STEP_SEND ? "cannot reuse already awaited __anext__()/asend()"
                                                    : "cannot reuse already awaited aclose()/athrow()");
}

static bool step_claim(AsyncStep *s) {
    static const char *const names[] = {"anext", "athrow", "aclose"};
    if (s->state == STEP_CREATED && s->generator->busy) {
        s->state = STEP_ENDED;
        return raise_runtime_error("%s(): asynchronous generator is already running", names[s->kind]);
    }
    s->state = STEP_RUNNING;
    return s->generator->busy = true;
}

// The first send to what athrow and aclose answer.
static Value step_throw(AsyncStep *s, Value sent) {
    Generator *g = s->generator;
    if (g->closed && !g->busy) {
        s->state = STEP_ENDED;
        return raise_exhausted();
    }
    if (sent != NONE && !g->busy) return raise_runtime_error("can't send non-None value to a just-started coroutine");
    if (!step_claim(s)) return 0;
    if (s->kind == STEP_CLOSE) {
        g->closed = true;
        return step_result(s, generator_throw(g, VALUE(&GeneratorExit_type), 0, 0));
    }
    Value *thrown = tuple_of(s->value)->items;
    return step_result(s, generator_throw(g, thrown[0], thrown[1], thrown[2]));
}

static Value step_send(Value self, Value sent) {
    AsyncStep *s = (AsyncStep *)value_object(self);
    if (!step_usable(s)) return 0;
    if (s->kind != STEP_SEND && s->generator->state == GENERATOR_DONE) {
        s->state = STEP_ENDED;
        return raise_stop_iteration();
    }
    if (s->state == STEP_CREATED) {
        if (s->kind != STEP_SEND) return step_throw(s, sent);
        if (!step_claim(s)) return 0;
        if (sent == NONE) sent = s->value;
    }
    return step_result(s, generator_send(s->generator, sent));
}

static Value step_self(Value self) { return self; }
static Value step_next(Value self) { return step_send(self, NONE); }
static Value step_py_send(Value self, Value *args) { return step_send(self, args[0]); }
static Value step_py_throw(Value self, Value *args) {
    AsyncStep *s = (AsyncStep *)value_object(self);
    if (!step_usable(s) || !step_claim(s)) return 0;
    bool go_on = generator_warn_throw(args, "throw");
    return step_result(s, go_on ? generator_throw(s->generator, args[0], args[1], args[2]) : 0);
}
static Value step_py_close(Value self, Value *args) {
    (void)args;
    if (((AsyncStep *)value_object(self))->state == STEP_ENDED) return NONE;
    if (step_py_throw(self, (Value[]){VALUE(&GeneratorExit_type), 0, 0}))
        return raise_runtime_error("coroutine ignored GeneratorExit");
    if (error_clear_if(&StopIteration_type) || error_clear_if(&StopAsyncIteration_type) ||
        error_clear_if(&GeneratorExit_type))
        return NONE;
    return 0;
}
static const MethodDef step_methods[] = {
    METHOD("send", step_py_send, "value, /", "Resume."),
    METHOD("throw", step_py_throw, "type, value=None, traceback=None, /", "Raise an exception where the generator stands."),
    METHOD("close", step_py_close, "", "End the awaiting."),
    METHODS_END
};
static Type asend_type = {
    .head = {&type_type}, .name = "async_generator_asend", .size = sizeof(AsyncStep), .flags = TYPE_NO_NEW,
    .iter = step_self, .next = step_next, .await = step_self, .methods = step_methods,
};
static Type athrow_type = {
    .head = {&type_type}, .name = "async_generator_athrow", .size = sizeof(AsyncStep), .flags = TYPE_NO_NEW,
    .iter = step_self, .next = step_next, .await = step_self, .methods = step_methods,
};

// ------------------------------------------------------------------------------------------------ the type

static Value async_self(Value self) { return self; }
static Value async_anext(Value self) { return step_new(&asend_type, self, STEP_SEND, NONE); }
static Value async_py_asend(Value self, Value *args) { return step_new(&asend_type, self, STEP_SEND, args[0]); }
static Value async_py_athrow(Value self, Value *args) {
    Value thrown = generator_warn_throw(args, "athrow") ? tuple_pack(3, args[0], args[1], args[2]) : 0;
    return thrown ? step_new(&athrow_type, self, STEP_THROW, thrown) : 0;
}
static Value async_py_aclose(Value self, Value *args) {
    (void)args;
    return step_new(&athrow_type, self, STEP_CLOSE, 0);
}
static Value async_py_del(Value self, Value *args) {
    (void)args;
    Generator *g = generator_of(self);
    return g->extra && !g->closed ? object_call1(g->extra, self) : generator_close(g);
}
static Value async_repr(Value self) {
    return str_format("<async_generator object %S at %p>", generator_of(self)->qualified_name, self);
}
static Value get_name(Value self) { return generator_of(self)->name; }
static Value get_qualified_name(Value self) { return generator_of(self)->qualified_name; }
static Value get_code(Value self) { return VALUE(generator_of(self)->frame.code); }
static Value get_running(Value self) { return bool_value(generator_of(self)->busy); }

static const AttributeDef async_attributes[] = {
    {"__name__", get_name, generator_set_name, 0}, {"__qualname__", get_qualified_name, generator_set_qualified_name, 0},
    {"ag_code", get_code, 0, 0},
    {"ag_frame", generator_get_frame, 0, 0},
    MEMBER("ag_running", get_running, 0), {"ag_suspended", generator_get_suspended, 0, 0},
    {"ag_await", generator_get_yields_from, 0, 0}, {0},
};
static const MethodDef async_methods[] = {
    METHOD("asend", async_py_asend, "value, /", "Return an awaitable that resumes the generator with a value."),
    METHOD("athrow", async_py_athrow, "type, value=None, traceback=None, /", "Return an awaitable that raises an exception in the generator."),
    METHOD("aclose", async_py_aclose, "", "Return an awaitable that ends the generator."),
    METHOD("__del__", async_py_del, "", "Close it: called when the program has dropped it."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};
Type async_generator_type = {
    .head = {&type_type},
    .name = "async_generator",
    .doc = "What calling an async function with yield gives.",
    .size = sizeof(Generator),
    .flags = TYPE_WEAK,
    .repr = async_repr,
    .aiter = async_self,
    .anext = async_anext,
    .methods = async_methods,
    .attributes = async_attributes,
};

// anext(iterator, default): an awaitable that stands for what __anext__ gave, and whose result is the default when the
// asynchronous iterator has come to its end.
#include "lib/builtins.h"
#include "objects/exception.h"
#include "objects/type.h"
#include "vm/ops.h"

typedef struct {
    Object head;
    Value awaitable, fallback;
    Value iterator;             // the awaitable's, once awaiting has begun
} AnextAwaitable;

static AnextAwaitable *awaitable_of(Value self) { return (AnextAwaitable *)value_object(self); }

static Value iterator_of(Value self) {
    AnextAwaitable *a = awaitable_of(self);
    if (!a->iterator) a->iterator = awaitable_iter(a->awaitable, 0);
    return a->iterator;
}

static Value stop_with(Value result) {
    Value exception = exception_new(&StopIteration_type, result);
    if (exception) error_set(exception);
    return 0;
}

// What a step of the iterator gave; the end of the asynchronous iteration becomes a result.
static Value step_result(Value self, Value value) {
    return value || !error_clear_if(&StopAsyncIteration_type) ? value : stop_with(awaitable_of(self)->fallback);
}

static Value step_send(Value self, Value sent) {
    Value iterator = iterator_of(self), result = 0, value = iterator ? op_send(iterator, sent, &result) : 0;
    return !value && result ? stop_with(result) : step_result(self, value);
}

static Value anext_self(Value self) { return self; }
static Value anext_next(Value self) { return step_send(self, NONE); }

static Value forward(Value self, const char *method, Value *args, size_t count) {
    Value iterator = iterator_of(self);
    return iterator ? step_result(self, object_call_method(iterator, intern(method), args, count)) : 0;
}

static Value anext_py_send(Value self, Value *args) { return step_send(self, args[0]); }
static Value anext_py_throw(Value self, Value *args) { return forward(self, "throw", args, args[2] ? 3 : args[1] ? 2 : 1); }
static Value anext_py_close(Value self, Value *args) { return forward(self, "close", args, 0); }

static const MethodDef anext_methods[] = {
    METHOD("send", anext_py_send, "value, /", "Resume."),
    METHOD("throw", anext_py_throw, "type, value=None, traceback=None, /", "Raise an exception where it stands."),
    METHOD("close", anext_py_close, "", "End the awaiting."),
    METHODS_END
};

static Type anext_awaitable_type = {
    .head = {&type_type},
    .name = "anext_awaitable",
    .size = sizeof(AnextAwaitable),
    .flags = TYPE_NO_NEW,
    .iter = anext_self,
    .next = anext_next,
    .await = anext_self,
    .methods = anext_methods,
};

Value anext_with_default(Value awaitable, Value fallback) {
    AnextAwaitable *made = mem_object(&anext_awaitable_type, sizeof(AnextAwaitable));
    if (!made) return 0;
    made->awaitable = awaitable;
    made->fallback = fallback;
    made->iterator = 0;
    return VALUE(made);
}

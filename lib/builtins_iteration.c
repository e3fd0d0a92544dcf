// Built-in functions on iterables: all, any, iter, next, sorted, aiter, anext.
#include "lib/builtins.h"
#include "objects/exception.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/type.h"
#include "vm/ops.h"

// Looks for the first item whose truth is `wanted`; TRUE when there is one.
static Value search_truth(Value iterable, int wanted) {
    Value iterator = object_iter(iterable);
    for (Value item; iterator && (item = object_next(iterator));) {
        int is = object_truth(item);
        if (is < 0) return 0;
        if (is == wanted) return TRUE;
    }
    return error_pending ? 0 : FALSE;
}
static Value py_any(Value self, Value *args) { (void)self; return search_truth(args[0], 1); }
static Value py_all(Value self, Value *args) {
    (void)self;
    Value found = search_truth(args[0], 0);
    return found ? bool_value(found == FALSE) : 0;
}

static Value py_iter(Value self, Value *args) {
    (void)self;
    if (!args[1]) return object_iter(args[0]);
    if (!object_callable(args[0])) return raise_type_error("iter(v, w): v must be callable");
    return callable_iterator_new(args[0], args[1]);
}

static Value py_next(Value self, Value *args) {
    (void)self;
    if (!type_of(args[0])->next) return raise_type_error("'%T' object is not an iterator", args[0]);
    Value item = args[1] ? object_next(args[0]) : object_next_or_raise(args[0]);
    return item || error_pending ? item : args[1];
}

// Its keywords are those of list.sort(), whose name the messages bear.
static Value py_sorted(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    if (count != 1) return raise_type_error("sorted expected 1 argument, got %zu", count);
    mem_before_call_out();
    Value list = list_from_iterable(args[0]), bound[2];
    args++, count--;
    if (!list || !NATIVE_BIND("sort", "*, key=None, reverse=False", bound)) return 0;
    int reverse = bound[1] ? object_truth(bound[1]) : 0;
    if (reverse < 0) return 0;
    return list_sort(list, bound[0] == NONE ? 0 : bound[0], reverse) ? list : 0;
}

static Value py_aiter(Value self, Value *args) {
    (void)self;
    if (!type_of(args[0])->aiter) return raise_type_error("'%T' object is not an async iterable", args[0]);
    return op_get_aiter(args[0]);
}
static Value py_anext(Value self, Value *args) {
    (void)self;
    if (!type_of(args[0])->anext) return raise_type_error("'%T' object is not an async iterator", args[0]);
    Value awaitable = type_of(args[0])->anext(args[0]);
    return awaitable && args[1] ? anext_with_default(awaitable, args[1]) : awaitable;
}

const MethodDef builtins_iteration_functions[] = {
    FUNCTION("aiter", py_aiter, "async_iterable, /", "Return an asynchronous iterator."),
    FUNCTION("all", py_all, "iterable, /", "Say whether all items are true."),
    FUNCTION("anext", py_anext, "aiterator, default=None, /", "Return an awaitable for the next item of an asynchronous iterator."),
    FUNCTION("any", py_any, "iterable, /", "Say whether any item is true."),
    FUNCTION("iter", py_iter, "object, sentinel=None, /", "Return an iterator over an object, or one that calls it until it returns the sentinel."),
    FUNCTION("next", py_next, "iterator, default=None, /", "Return the next item of an iterator, or the default when there is none."),
    FUNCTION("sorted", (NativeFunction)(void *)py_sorted, NATIVE_RAW "iterable, /, *, key=None, reverse=False", "Return a new sorted list of the items."),
    METHODS_END
};

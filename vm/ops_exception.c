// raise, except, with: the parts of exception handling that are more than jumping to a handler.
#include "objects/exception.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame_object.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ raise

static bool is_exception_class(Value v) { return type_check(v) && type_is_subtype(type_from(v), &BaseException_type); }

// An instance from what `raise` was given; 0 after raising.
static Value instantiate(Value v, const char *message) {
    if (exception_check(v)) return v;
    if (!is_exception_class(v)) return raise_type_error("%s", message);
    Value made = object_call0(v);
    if (made && !exception_check(made))
        return raise_type_error("calling %R should have returned an instance of BaseException, not %R", v,
                                VALUE(type_of(made)));
    return made;
}

bool op_raise(Value exception, Value cause) {
    if (!exception) {
        if (!error_handled) return raise_runtime_error("No active exception to reraise");
        error_set(error_handled);
        return false;
    }
    exception = instantiate(exception, "exceptions must derive from BaseException");
    if (!exception) return false;
    if (cause) {
        if (cause != NONE && !(cause = instantiate(cause, "exception causes must derive from BaseException"))) return false;
        exception_of(exception)->cause = cause == NONE ? 0 : cause;
        exception_of(exception)->suppress_context = true;
    }
    return raise_exception(exception) != 0;
}

// ------------------------------------------------------------------------------------------------ except

static bool check_class(Value v, bool star) {
    if (!is_exception_class(v))
        return raise_type_error("catching classes that do not inherit from BaseException is not allowed");
    if (star && type_is_subtype(type_from(v), &BaseExceptionGroup_type))
        return raise_type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
    return true;
}

static bool check_classes(Value v, bool star) {
    if (!tuple_check(v)) return check_class(v, star);
    for (size_t k = 0; k < tuple_count(v); k++)
        if (!check_class(tuple_get(v, k), star)) return false;
    return true;
}

int op_match_exception(Value exception, Value class) {
    if (!check_classes(class, false)) return -1;
    return exception_matches(exception, class);
}

bool op_match_group(Value *pair) {
    if (pair[0] == NONE) {
        pair[1] = NONE;
        return true;
    }
    if (!check_classes(pair[1], true)) return false;
    Value rest, matched = exception_group_split(pair[0], pair[1], &rest);
    if (!matched) return false;
    pair[0] = rest;
    pair[1] = matched;
    if (matched != NONE && !exception_of(matched)->traceback) {         // made here, around an exception that is no group
        error_set(matched);
        op_add_traceback(machine.frame);
        matched = pair[1] = error_take();
    }
    if (matched != NONE) error_handled = matched;
    return true;
}

Value op_finish_except_star(Value original, Value parts) { return exception_group_reraise(original, parts); }

// ------------------------------------------------------------------------------------------------ with

static bool raise_no_manager(Value manager, const char *protocol, Value missed, const char *hint) {
    if (error_pending) return false;
    Value name = type_full_name(type_of(manager));
    if (!name) return false;
    return raise_type_error("'%S' object does not support the %s protocol (missed %S method)%s", name,
                            protocol, missed, hint);
}

// The hint is for what has neither method; which method is named as missing is CPython's choice.
static bool enter(Value manager, Value enter_name, Value exit_name, const char *protocol, const char *hint, Value *out) {
    out[0] = object_find_special(manager, exit_name);
    if (!out[0]) return raise_no_manager(manager, protocol, exit_name, hint);
    Value enter_method = object_find_special(manager, enter_name);
    if (!enter_method) return raise_no_manager(manager, protocol, enter_name, hint);
    out[1] = object_call0(enter_method);
    return out[1] != 0;
}

static bool has_special(Value v, Value a, Value b) { return type_lookup(type_of(v), a) && type_lookup(type_of(v), b); }

bool op_enter_with(Value manager, Value *out) {
    const char *hint = has_special(manager, NAME(__aenter__), NAME(__aexit__))
        ? " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?" : "";
    return enter(manager, NAME(__enter__), NAME(__exit__), "context manager", hint, out);
}

bool op_enter_async_with(Value manager, Value *out) {
    const char *hint = has_special(manager, NAME(__enter__), NAME(__exit__))
        ? " but it supports the context manager protocol. Did you mean to use 'with'?" : "";
    return enter(manager, NAME(__aenter__), NAME(__aexit__), "asynchronous context manager", hint, out);
}

Value op_exit_with_exception(Value exit, Value exception) {
    Value traceback = exception_of(exception)->traceback;
    Value args[3] = {VALUE(type_of(exception)), exception, traceback ? traceback : NONE};
    return object_call(exit, args, 3, 0);
}

// ------------------------------------------------------------------------------------------------ tracebacks, generators

static int column(uint16_t c) { return c == COLUMN_UNKNOWN ? -1 : c; }

// Whether a function passes for one that is not written in Python.
static bool is_unseen(const Code *code) {
    return str_equal_c(code->file_name, "<bitis warnings>") && strncmp(str_data(code->name), "warn", 4) == 0;
}

void op_add_traceback(Frame *frame) {
    Value exception = error_take();
    Code *code = frame->code;
    size_t at = frame_index(frame);
    Position p = at < code->count ? code->positions[at] : (Position){.line = code->first_line};
    if (p.line == 0 || is_unseen(code)) return error_set(exception);     // line 0: what ends a generator
    Value object = frame_object_get(frame);
    if (!object || !traceback_add(exception, VALUE(code), object, (int)at, code->file_name, code->name,
                                  p.line, column(p.column), p.line + p.more_lines, column(p.end_column)))
        (void)error_take();             // no memory for a traceback: the exception itself matters more
    error_set(exception);
}

bool op_stop_iteration_error(Frame *frame, Value exception) {
    uint32_t flags = frame->code->flags;
    const char *kind = flags & CODE_COROUTINE ? "coroutine" : flags & CODE_ASYNC_GENERATOR ? "async generator" : "generator";
    const char *what = 0;
    if (object_is_instance(exception, &StopIteration_type)) what = "StopIteration";
    else if (flags & CODE_ASYNC_GENERATOR && object_is_instance(exception, &StopAsyncIteration_type))
        what = "StopAsyncIteration";
    if (!what) return error_set(exception), false;
    (void)!raise_runtime_error("%s raised %s", kind, what);
    exception_of(error_pending)->cause = exception;
    exception_of(error_pending)->context = exception;
    exception_of(error_pending)->suppress_context = true;
    op_add_traceback(frame);
    return false;
}

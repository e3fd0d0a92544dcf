// Exceptions that nobody can catch, because they were raised in __del__, __release_buffer__ or a callback
// while the program was doing something else: shown on sys.stderr, and the program goes on.
#include "objects/buffer.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/type.h"
#include "objects/weakref.h"
#include "lib/lib.h"
#include "lib/struct_sequence.h"
#include "vm/generator.h"
#include "vm/ops.h"

// The report without the lines that underline: this one kind of traceback has none.
static Value without_carets(Value report) {
    StrBuilder out;
    str_builder_init(&out);
    const char *at = str_data(report), *end = at + str_size(report);
    while (at < end) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        next = next ? next + 1 : end;
        size_t size = (size_t)(next - at);
        bool carets = strspn(at, " ~^") == size - 1 && memchr(at, '^', size);
        if (!carets) str_builder_add(&out, at, size);
        at = next;
    }
    return str_builder_finish(&out);
}

// --- what sys.unraisablehook is called with

static const AttributeDef fields[] = {
    STRUCT_FIELD(0, "exc_type", "Exception type"), STRUCT_FIELD(1, "exc_value", "Exception value"),
    STRUCT_FIELD(2, "exc_traceback", "Exception traceback"), STRUCT_FIELD(3, "err_msg", "Error message"),
    STRUCT_FIELD(4, "object", "Object causing the exception"), {0}};
static Type hook_args_type = {
    STRUCT_SEQUENCE("UnraisableHookArgs", "What sys.unraisablehook is called with.", fields, 5),
    .flags = TYPE_NO_NEW,
};

static Value hook_args(Value exception, Value message, Value object) {
    static bool ready;
    if (!ready && !(ready = struct_sequence_ready(&hook_args_type))) return 0;
    Value traceback = exception_of(exception)->traceback;
    Value items[] = {VALUE(type_of(exception)), exception, traceback ? traceback : NONE, message, object};
    return struct_sequence_new(&hook_args_type, items);
}

// What is said before the traceback.
static Value headline_of(Value message, Value object) {
    if (object != NONE && message != NONE) return str_format("%S: %R\n", message, object);
    if (object != NONE) return str_format("Exception ignored in: %R\n", object);
    return message != NONE ? str_format("%S:\n", message) : NAME(empty);
}

static bool print_report(Value exception, Value message, Value object) {
    Value headline = headline_of(message, object), report = headline ? exception_format(exception) : 0;
    if (report) report = without_carets(report);
    Value text = report ? str_concat(headline, report) : 0;
    if (text) run_print_error(text);
    return text;
}

Value sys_py_unraisablehook(Value self, Value *args) {
    (void)self;
    if (!value_is(args[0], &hook_args_type))
        return raise_type_error("sys.unraisablehook argument type must be UnraisableHookArgs");
    Value exception = tuple_get(args[0], 1), message = tuple_get(args[0], 3), object = tuple_get(args[0], 4);
    return !exception_check(exception) || print_report(exception, message, object) ? NONE : 0;
}

// Hands an exception to the hook; one that the hook raises is shown in its turn.
static void call_hook(Value hook, Value exception, Value message) {
    Value args = hook_args(exception, message, NONE);
    if (args && object_call1(hook, args)) return;
    Value second = error_take(), text = str_from("Exception ignored in sys.unraisablehook");
    if (text && print_report(second, text, hook)) return;
    (void)error_take();
}

void unraisable_report(Value exception, Value message) {
    Value pending = error_take();
    if (!exception_of(exception)->traceback && machine.frame) {          // raised by no statement: it happened at this one
        error_set(exception);
        op_add_traceback(machine.frame);
        (void)error_take();
    }
    Value hook = sys_get(intern("unraisablehook"));
    bool own = hook && hook != NONE && hook != sys_get(intern("__unraisablehook__"));
    if (!message) (void)error_take();
    else if (own) call_hook(hook, exception, message);
    else if (!print_report(exception, message, NONE)) (void)error_take();
    if (pending) error_set(pending);
}

static void deallocator_failed(Value exception, Value object) {
    Type *type = type_of(object);
    Value method = type_lookup(type, NAME(__del__)), message;
    if (type != &generator_type && type != &coroutine_type && type != &async_generator_type)
        message = str_format("Exception ignored while calling deallocator %R", method);
    else if (generator_of(object)->state == GENERATOR_CREATED)
        message = str_format("Exception ignored while finalizing %s %R",
                             type == &coroutine_type ? "coroutine" : "generator", object);
    else
        message = str_format("Exception ignored while closing generator %R", object);
    unraisable_report(exception, message);
}

static void release_failed(Value exception, Value exporter) {
    unraisable_report(exception, str_format("Exception ignored in __release_buffer__ of %T", exporter));
}

static void callback_failed(Value exception, Value callback) {
    unraisable_report(exception, str_format("Exception ignored while calling weakref callback %R", callback));
}

void unraisable_start(void) {
    weakref_failed = callback_failed;
    finalize_failed = deallocator_failed;
    buffer_release_failed = release_failed;
}

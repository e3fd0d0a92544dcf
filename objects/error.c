// Errors: the pending exception, and raising from C.
//
// Raising chains the exception that is being handled as the context of the new one, as the `raise` statement does.
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/module.h"
#include "objects/object.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <errno.h>
#include <stdarg.h>

Value error_pending, error_handled;

bool error_is(const Type *type) {
    return error_pending && object_is_instance(error_pending, type);
}

Value error_take(void) {
    Value exception = error_pending;
    error_pending = 0;
    return exception;
}

void error_set(Value exception) {
    error_pending = exception;
}

bool error_clear_if(const Type *type) {
    if (!error_is(type))
        return false;
    error_pending = 0;
    return true;
}

// Makes `context` the context of `exception`. If `exception` is already in the chain that starts at `context`, the chain is
// cut before it, so that chains have an end; a chain that is circular without it (made by a program) is walked once only.
static void chain_context(Value exception, Value context) {
    if (!context || context == exception)
        return;
    Value slow = context;
    bool advance = false;
    for (Value at = context; exception_of(at)->context; at = exception_of(at)->context) {
        if (exception_of(at)->context == exception) {
            exception_of(at)->context = 0;
            break;
        }
        if (exception_of(at)->context == slow)
            break;
        if (advance)
            slow = exception_of(slow)->context;
        advance = !advance;
    }
    exception_of(exception)->context = context;
}

void error_chain(Value exception, Value context) { chain_context(exception, context); }

void error_replaced(Value earlier) {
    if (error_pending && earlier)
        chain_context(error_pending, earlier);
}

void error_caused(Value earlier) {
    if (!error_pending || !earlier)
        return;
    chain_context(error_pending, earlier);
    exception_of(error_pending)->cause = earlier;
    exception_of(error_pending)->suppress_context = true;
}

Value raise_exception(Value exception) {
    chain_context(exception, error_handled);
    error_pending = exception;
    return 0;
}

Value raise_value(Type *type, Value argument) {
    Value exception = exception_new(type, argument);
    return exception ? raise_exception(exception) : 0;
}

static Value raise_list(Type *type, const char *format, va_list arguments) {
    Value message = str_format_list(format, arguments);
    return message ? raise_value(type, message) : 0;
}

Value raise_format(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_list(type, format, arguments);
    va_end(arguments);
    return 0;
}

// The functions that raise one type with a formatted message.
#define RAISE_FORMATTED(function, type) \
    Value function(const char *format, ...) { \
        va_list arguments; \
        va_start(arguments, format); \
        raise_list(&type, format, arguments); \
        va_end(arguments); \
        return 0; \
    }
RAISE_FORMATTED(raise_type_error, TypeError_type)
RAISE_FORMATTED(raise_value_error, ValueError_type)
RAISE_FORMATTED(raise_index_error, IndexError_type)
RAISE_FORMATTED(raise_overflow_error, OverflowError_type)
RAISE_FORMATTED(raise_zero_division, ZeroDivisionError_type)
RAISE_FORMATTED(raise_buffer_error, BufferError_type)
RAISE_FORMATTED(raise_runtime_error, RuntimeError_type)
RAISE_FORMATTED(raise_not_implemented, NotImplementedError_type)

Value raise_key_error(Value key) {
    return raise_value(&KeyError_type, key);
}

// An exception of `type` with a formatted message, not raised yet.
static Value formatted(Type *type, const char *format, va_list arguments) {
    Value message = str_format_list(format, arguments);
    return message ? exception_new(type, message) : 0;
}

Value raise_attribute_error_format(Value object, Value name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value exception = formatted(&AttributeError_type, format, arguments);
    va_end(arguments);
    if (!exception)
        return 0;
    exception_of(exception)->extra[ATTRIBUTE_ERROR_OBJECT] = object;
    exception_of(exception)->extra[ATTRIBUTE_ERROR_NAME] = name;
    return raise_exception(exception);
}

// Is the module's own code still running, at the other end of a circular import?
static bool module_is_initializing(Dict *dict) {
    bool found;
    Value spec = dict_get_name(dict, NAME(__spec__));
    Value running = spec && spec != NONE ? object_find_attribute(spec, intern("_initializing"), &found) : 0;
    if (error_pending) (void)error_take();
    return running == TRUE;
}

static Value raise_module_attribute_error(Value module, Value name) {
    Dict *dict = dict_of(module_dict(module));
    Value module_name = dict_get_name(dict, NAME(__name__)), file = dict_get_name(dict, NAME(__file__));
    if (module_name && str_check(module_name) && file && str_check(file) && module_is_initializing(dict))
        return raise_attribute_error_format(module, name, "partially initialized module '%S' from '%S' has no attribute '%S' "
                                            "(most likely due to a circular import)", module_name, file, name);
    if (module_name && str_check(module_name))
        return raise_attribute_error_format(module, name, "module '%S' has no attribute '%S'", module_name, name);
    return raise_attribute_error_format(module, name, "module has no attribute '%S'", name);
}

Value raise_attribute_error(Value object, Value name) {
    if (type_check(object))
        return raise_attribute_error_format(object, name, "type object '%N' has no attribute '%S'",
                                            type_from(object), name);
    if (object_is_instance(object, &module_type))
        return raise_module_attribute_error(object, name);
    return raise_attribute_error_format(object, name, "'%T' object has no attribute '%S'", object, name);
}

Value raise_name_error(Type *type, Value name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value exception = formatted(type, format, arguments);
    va_end(arguments);
    if (!exception)
        return 0;
    exception_of(exception)->extra[NAME_ERROR_NAME] = name;
    return raise_exception(exception);
}

// Sets what an ImportError knows and raises it.
static Value raise_import(Value exception, Value name, Value path, Value name_from) {
    if (!exception)
        return 0;
    exception_of(exception)->extra[IMPORT_ERROR_NAME] = name;
    exception_of(exception)->extra[IMPORT_ERROR_PATH] = path;
    exception_of(exception)->extra[IMPORT_ERROR_NAME_FROM] = name_from;
    return raise_exception(exception);
}

Value raise_import_error(Type *type, Value name, Value path, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value exception = formatted(type, format, arguments);
    va_end(arguments);
    return raise_import(exception, name, path, 0);
}

Value raise_import_from_error(Value name_from, Value name, Value path, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value exception = formatted(&ImportError_type, format, arguments);
    va_end(arguments);
    return raise_import(exception, name, path, name_from);
}

Value raise_stop_iteration(void) {
    Value exception = exception_new(&StopIteration_type, 0);
    return exception ? raise_exception(exception) : 0;
}

// A MemoryError for when there is no memory even for that. It is used again each time. Its attributes lie in extra[].
static Value last_memory_error(void) {
    static struct {
        Exception exception;
        Value more[32];                 // the shape may have grown
    } spare;
    memset(&spare, 0, sizeof spare);
    spare.exception.head.type = &MemoryError_type;
    spare.exception.args = tuple_empty;
    ((Attributes *)((char *)&spare + EXCEPTION_SIZE(0)))->shape = MemoryError_type.shape;
    return VALUE(&spare.exception);
}

Value raise_memory_error(void) {
    static bool raising;
    if (raising)                        // making the exception failed in turn
        return 0;
    raising = true;
    Value exception = exception_new(&MemoryError_type, 0);
    raising = false;
    return raise_exception(exception ? exception : last_memory_error());
}

Value raise_recursion_error(const char *where) {
    return raise_format(&RecursionError_type, "maximum recursion depth exceeded%s", where);
}

Value raise_os_error(int error_number, Value file_name) {
    Value message = str_from(strerror(error_number));
    if (!message)
        return 0;
    Value arguments[3] = {SMALL(error_number), message, file_name};
    Value exception = type_call(VALUE(&OSError_type), arguments, file_name ? 3 : 2, 0);
    return exception ? raise_exception(exception) : 0;
}

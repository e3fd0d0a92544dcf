// Exceptions: BaseException, and the types that add nothing or only attributes to it.
//
// `make` keeps the positional arguments as args, `init` sets them again, so both `BaseException.__new__` and a subclass
// whose __init__ does not call super() behave. Attributes of particular types lie in extra[] (exception_parts.h).
#include "objects/exception.h"
#include "objects/dict.h"
#include "objects/exception_parts.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// ---------------------------------------------------------------------------------------------------------------
// For C

Value exception_new(Type *type, Value message) {
    type_ready(type);
    if (type->flags & TYPE_HEAP)
        return type_call(VALUE(type), &message, message != 0, 0);
    Value exception = type->make(type, &message, message != 0, 0);
    if (!exception || (type->init && !type->init(exception, &message, message != 0, 0)))
        return 0;
    return exception;
}

bool exception_matches(Value exception, Value class_or_tuple) {
    if (!tuple_check(class_or_tuple))
        return type_check(class_or_tuple) && type_is_subtype(type_of(exception), type_from(class_or_tuple));
    for (size_t i = 0; i < tuple_count(class_or_tuple); i++)
        if (exception_matches(exception, tuple_get(class_or_tuple, i)))
            return true;
    return false;
}

bool exception_add_note(Value exception, Value note) {
    bool found;
    Value notes = object_find_attribute(exception, NAME(__notes__), &found);
    if (found && !list_check(notes))
        return raise_type_error("Cannot add note: __notes__ is not a list");
    if (!found) {
        if (error_occurred())
            return false;
        notes = list_new(NULL, 0);
        if (!notes || !object_set_attribute(exception, NAME(__notes__), notes))
            return false;
    }
    return list_append(notes, note);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots of BaseException

static bool set_args(Exception *e, Value *args, size_t count) {
    if (e->args && tuple_count(e->args) == count &&
        (!count || memcmp(tuple_of(e->args)->items, args, count * sizeof *args) == 0))
        return true;
    Value tuple = count ? tuple_new(args, count) : tuple_empty;
    if (tuple)
        e->args = tuple;
    return tuple != 0;
}

Value exception_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)keywords;
    Exception *e = instance_allocate(type, 0);
    return e && set_args(e, args, count) ? VALUE(e) : 0;
}

bool exception_init(Value self, Value *args, size_t count, Value keywords) {
    if (keywords && tuple_count(keywords))
        return raise_type_error("%T() takes no keyword arguments", self);
    return set_args(exception_of(self), args, count);
}

static Value exception_repr(Value self) {
    Value name = type_name(type_of(self)), args = exception_of(self)->args;
    if (!name)
        return 0;
    if (tuple_count(args) == 1)
        return str_format("%S(%R)", name, tuple_get(args, 0));
    return str_format("%S%R", name, args);
}

Value exception_str(Value self) {
    Value args = exception_of(self)->args;
    switch (tuple_count(args)) {
    case 0: return NAME(empty);
    case 1: return object_str(tuple_get(args, 0));
    default: return object_str(args);
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Attributes

Value exception_field(Value self, int place) {
    Value value = exception_of(self)->extra[place];
    return value ? value : NONE;
}

bool exception_set_field(Value self, int place, Value value) {
    exception_of(self)->extra[place] = value;
    return true;
}

static Value get_args(Value self) {
    return exception_of(self)->args;
}

static bool set_args_attribute(Value self, Value value) {
    if (!value)
        return raise_type_error("args may not be deleted");
    Value args = tuple_from_iterable(value);
    if (args)
        exception_of(self)->args = args;
    return args != 0;
}

static Value get_traceback(Value self) {
    Value traceback = exception_of(self)->traceback;
    return traceback ? traceback : NONE;
}

static bool set_traceback(Value self, Value value) {
    if (!value)
        return raise_type_error("__traceback__ may not be deleted");
    if (value != NONE && !value_is(value, &traceback_type))
        return raise_type_error("__traceback__ must be a traceback or None");
    exception_of(self)->traceback = value == NONE ? 0 : value;
    return true;
}

static Value get_context(Value self) {
    Value context = exception_of(self)->context;
    return context ? context : NONE;
}

static bool set_context(Value self, Value value) {
    if (!value)
        return raise_type_error("__context__ may not be deleted");
    if (value != NONE && !exception_check(value))
        return raise_type_error("exception context must be None or derive from BaseException");
    exception_of(self)->context = value == NONE ? 0 : value;
    return true;
}

static Value get_cause(Value self) {
    Value cause = exception_of(self)->cause;
    return cause ? cause : NONE;
}

static bool set_cause(Value self, Value value) {
    if (!value)
        return raise_type_error("__cause__ may not be deleted");
    if (value != NONE && !exception_check(value))
        return raise_type_error("exception cause must be None or derive from BaseException");
    exception_of(self)->cause = value == NONE ? 0 : value;
    exception_of(self)->suppress_context = true;
    return true;
}

static Value get_suppress_context(Value self) {
    return bool_value(exception_of(self)->suppress_context);
}

static bool set_suppress_context(Value self, Value value) {
    if (!value)
        return raise_type_error("can't delete numeric/char attribute");
    if (value != TRUE && value != FALSE)
        return raise_type_error("attribute value type must be bool");
    exception_of(self)->suppress_context = value == TRUE;
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Methods

static Value exception_py_with_traceback(Value self, Value *args) {
    return set_traceback(self, args[0]) ? self : 0;
}

static Value exception_py_add_note(Value self, Value *args) {
    if (!str_check(args[0]))
        return raise_type_error("add_note() argument must be str, not %s", argument_kind(args[0]));
    return exception_add_note(self, args[0]) ? NONE : 0;
}

static Value exception_py_setstate(Value self, Value *args) {
    if (args[0] == NONE)
        return NONE;
    if (!dict_check(args[0]))
        return raise_type_error("state is not a dictionary");
    Value state = dict_copy(args[0]);       // setting attributes may run code that changes the original
    if (!state)
        return 0;
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(state), &at));)
        if (!str_check(entry->key) || !object_set_attribute(self, str_intern(entry->key), entry->value))
            return error_occurred() ? 0 : raise_type_error("attribute name must be string, not '%T'", entry->key);
    return NONE;
}

Value exception_reduce(Value self, Value arguments, Value fields) {
    Attributes *attributes = attributes_of(self);
    Value type = VALUE(type_of(self));
    if (attributes->shape->dict_mode || attributes->shape->count) {
        Value dict = attributes_dict(attributes);
        dict = dict ? dict_copy(dict) : 0;
        if (!dict || (fields && !dict_update(dict, fields)))
            return 0;
        fields = dict;
    }
    return fields && dict_of(fields)->count ? tuple_pack(3, type, arguments, fields) : tuple_pack(2, type, arguments);
}

static Value exception_py_reduce(Value self, Value *args) {
    (void)args;
    return exception_reduce(self, exception_of(self)->args, 0);
}

static const MethodDef exception_methods[] = {
    METHOD("with_traceback", exception_py_with_traceback, "object, /",
           "Set self.__traceback__ to the argument and return self."),
    METHOD("add_note", exception_py_add_note, "note, /", "Add a note that is shown below the exception's message."),
    METHOD("__setstate__", exception_py_setstate, "state, /", "Set attributes from a dict."),
    METHOD("__reduce__", exception_py_reduce, "", "Return what the exception can be made again from."),
    METHODS_END
};

static const AttributeDef exception_attributes[] = {
    {"args", get_args, set_args_attribute, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__context__", get_context, set_context, "exception that was being handled when this one was raised"},
    {"__cause__", get_cause, set_cause, "exception given by `raise ... from`"},
    {"__suppress_context__", get_suppress_context, set_suppress_context, NULL},
    {0}
};

Type BaseException_type = {
    .head = {&type_type},
    .name = "BaseException",
    .doc = "The root of all exceptions.",
    .base = &object_type,
    .size = EXCEPTION_SIZE(0),
    .attributes_offset = EXCEPTION_SIZE(0),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES | TYPE_IS_EXCEPTION,
    .make = exception_make,
    .init = exception_init,
    .repr = exception_repr,
    .str = exception_str,
    .methods = exception_methods,
    .attributes = exception_attributes,
};

// ---------------------------------------------------------------------------------------------------------------
// Types that only have another name

// They are filled in at the start: as initialisers they would be most of the binary's data.
#define PLAIN_TYPES \
    X(Exception, BaseException, "The root of the exceptions that programs handle.") \
    X(GeneratorExit, BaseException, "Thrown into a generator that is closed.") \
    X(KeyboardInterrupt, BaseException, "The user pressed Ctrl-C.") \
    X(ArithmeticError, Exception, "What is wrong with a calculation.") \
    X(FloatingPointError, ArithmeticError, "A float operation failed.") \
    X(OverflowError, ArithmeticError, "A number is too large.") \
    X(ZeroDivisionError, ArithmeticError, "A division by zero.") \
    X(AssertionError, Exception, "An assert statement's condition is false.") \
    X(BufferError, Exception, "A buffer cannot be given out or changed.") \
    X(EOFError, Exception, "The input has ended.") \
    X(ModuleNotFoundError, ImportError, "There is no such module.") \
    X(LookupError, Exception, "A key or an index leads nowhere.") \
    X(IndexError, LookupError, "An index is out of range.") \
    X(MemoryError, Exception, "There is no memory left.") \
    X(UnboundLocalError, NameError, "A local variable has no value yet.") \
    X(BlockingIOError, OSError, "An operation would have to wait.") \
    X(ChildProcessError, OSError, "No such child process.") \
    X(ConnectionError, OSError, "What is wrong with a connection.") \
    X(BrokenPipeError, ConnectionError, "Nobody reads at the other end.") \
    X(ConnectionAbortedError, ConnectionError, "The connection was given up.") \
    X(ConnectionRefusedError, ConnectionError, "Nobody takes the connection.") \
    X(ConnectionResetError, ConnectionError, "The other end dropped the connection.") \
    X(FileExistsError, OSError, "There is such a file already.") \
    X(FileNotFoundError, OSError, "There is no such file.") \
    X(InterruptedError, OSError, "A signal came in between.") \
    X(IsADirectoryError, OSError, "A directory is no file for this.") \
    X(NotADirectoryError, OSError, "Only a directory will do.") \
    X(PermissionError, OSError, "Not allowed.") \
    X(ProcessLookupError, OSError, "No such process.") \
    X(TimeoutError, OSError, "It took too long.") \
    X(ReferenceError, Exception, "The object of a weak proxy is gone.") \
    X(RuntimeError, Exception, "An error that belongs to no other type.") \
    X(NotImplementedError, RuntimeError, "Something is still to be written.") \
    X(RecursionError, RuntimeError, "Calls are nested too deeply.") \
    X(PythonFinalizationError, RuntimeError, "Too late: the interpreter is ending.") \
    X(StopAsyncIteration, Exception, "An asynchronous iterator is exhausted.") \
    X(SystemError, Exception, "The interpreter itself has an error.") \
    X(TypeError, Exception, "A value is of the wrong type.") \
    X(ValueError, Exception, "A value of the right type is not acceptable.") \
    X(Warning, Exception, "The root of the warnings.") \
    X(BytesWarning, Warning, "About bytes and buffers.") \
    X(DeprecationWarning, Warning, "About features that will go, for developers.") \
    X(EncodingWarning, Warning, "About text encodings.") \
    X(FutureWarning, Warning, "About features that will change, for users.") \
    X(ImportWarning, Warning, "About likely mistakes in imports.") \
    X(PendingDeprecationWarning, Warning, "About features that may go one day.") \
    X(ResourceWarning, Warning, "About how resources are used.") \
    X(RuntimeWarning, Warning, "About doubtful behaviour at run time.") \
    X(SyntaxWarning, Warning, "About doubtful syntax.") \
    X(UnicodeWarning, Warning, "About Unicode text.") \
    X(UserWarning, Warning, "From the program itself.")

#define X(name, base, documentation) Type name##_type;
PLAIN_TYPES
#undef X

void exception_types_init(void) {
    static const struct {
        Type *type, *base;
        const char *name, *doc;
    } plain[] = {
#define X(name, base, documentation) {&name##_type, &base##_type, #name, documentation},
        PLAIN_TYPES
#undef X
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        Type *type = plain[i].type;
        type->head.type = &type_type;
        type->name = plain[i].name;
        type->doc = plain[i].doc;
        type->base = plain[i].base;
        type->flags = TYPE_BASE | TYPE_IS_EXCEPTION;
    }
}

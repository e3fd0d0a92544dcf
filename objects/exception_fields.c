// Exceptions with a few attributes of their own: StopIteration, SystemExit, KeyError, NameError, AttributeError,
// ImportError.
#include "objects/dict.h"
#include "objects/exception_parts.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"

// Index of the keyword in `names`, or -1.
static int keyword_place(Value keyword, const char *const *names) {
    for (int i = 0; names[i]; i++)
        if (str_equal_c(keyword, names[i]))
            return i;
    return -1;
}

// The name that messages about a constructor's arguments use: that of the built-in type, also for a subclass.
static const char *constructor_name(Value self) {
    const Type *type = type_of(self);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type->name;
}

static bool refuse_keyword(Value self, Value wrong, size_t given, const char *const *names) {
    const char *constructor = constructor_name(self);
    Value list = list_with_capacity(4), name, function;
    size_t count = 0;
    for (; list && names[count]; count++)
        if (!(name = intern(names[count])) || !list_append(list, name))
            return false;
    if (!list || !(function = intern(constructor)))
        return false;
    if (given > count)
        return raise_type_error("%s() takes at most %zu keyword argument%s (%zu given)", constructor, count,
                                count == 1 ? "" : "s", given);
    return raise_unexpected_keyword(function, wrong, list);
}

// Splits off keyword arguments named in `names` (ended by 0): their values go to extra[places[i]]. TypeError for others.
static bool take_keywords(Value self, Value *args, size_t count, Value keywords, const char *const *names,
                          const int *places) {
    size_t given = keywords ? tuple_count(keywords) : 0;
    for (int i = 0; names[i]; i++)
        exception_of(self)->extra[places[i]] = 0;
    for (size_t i = 0; i < given; i++) {
        int place = keyword_place(tuple_get(keywords, i), names);
        if (place < 0)
            return refuse_keyword(self, tuple_get(keywords, i), given, names);
        exception_of(self)->extra[places[place]] = args[count + i];
    }
    return true;
}

// --- StopIteration

static bool stop_iteration_init(Value self, Value *args, size_t count, Value keywords) {
    if (!exception_init(self, args, count, keywords))
        return false;
    exception_of(self)->extra[STOP_ITERATION_VALUE] = count ? args[0] : 0;
    return true;
}

EXCEPTION_FIELD(stop_iteration, value, STOP_ITERATION_VALUE)
static const AttributeDef stop_iteration_attributes[] = {
    {"value", stop_iteration_get_value, stop_iteration_set_value, "generator return value"},
    {0}
};

Type StopIteration_type = {
    EXCEPTION_TYPE(StopIteration, Exception_type, "An iterator is exhausted."),
    .size = EXCEPTION_SIZE(1),
    .init = stop_iteration_init,
    .attributes = stop_iteration_attributes,
};

// --- SystemExit

static bool system_exit_init(Value self, Value *args, size_t count, Value keywords) {
    if (!exception_init(self, args, count, keywords))
        return false;
    exception_of(self)->extra[SYSTEM_EXIT_CODE] = count == 0 ? 0 : count == 1 ? args[0] : exception_of(self)->args;
    return true;
}

EXCEPTION_FIELD(system_exit, code, SYSTEM_EXIT_CODE)
static const AttributeDef system_exit_attributes[] = {
    {"code", system_exit_get_code, system_exit_set_code, "exception code"},
    {0}
};

Type SystemExit_type = {
    EXCEPTION_TYPE(SystemExit, BaseException_type, "The program wants to end."),
    .size = EXCEPTION_SIZE(1),
    .init = system_exit_init,
    .attributes = system_exit_attributes,
};

// --- KeyError

// A single argument is shown by its repr, so that a missing key '' can be seen.
static Value key_error_str(Value self) {
    Value args = exception_of(self)->args;
    return tuple_count(args) == 1 ? object_repr(tuple_get(args, 0)) : exception_str(self);
}

Type KeyError_type = {
    EXCEPTION_TYPE(KeyError, LookupError_type, "A mapping has no such key."),
    .str = key_error_str,
};

// --- NameError

static bool name_error_init(Value self, Value *args, size_t count, Value keywords) {
    static const char *const names[] = {"name", NULL};
    static const int places[] = {NAME_ERROR_NAME};
    return exception_init(self, args, count, 0) &&
           take_keywords(self, args, count, keywords, names, places);
}

EXCEPTION_FIELD(name_error, name, NAME_ERROR_NAME)
static const AttributeDef name_error_attributes[] = {
    {"name", name_error_get_name, name_error_set_name, "name"},
    {0}
};

Type NameError_type = {
    EXCEPTION_TYPE(NameError, Exception_type, "There is no such variable."),
    .size = EXCEPTION_SIZE(1),
    .init = name_error_init,
    .attributes = name_error_attributes,
};

// --- AttributeError

static bool attribute_error_init(Value self, Value *args, size_t count, Value keywords) {
    static const char *const names[] = {"name", "obj", NULL};
    static const int places[] = {ATTRIBUTE_ERROR_NAME, ATTRIBUTE_ERROR_OBJECT};
    return exception_init(self, args, count, 0) &&
           take_keywords(self, args, count, keywords, names, places);
}

// The object may not be copyable: it is left out.
static Value attribute_error_py_reduce(Value self, Value *args) {
    (void)args;
    Value name = exception_of(self)->extra[ATTRIBUTE_ERROR_NAME], fields = dict_new();
    if (!fields || (name && !dict_set_c(fields, "name", name)) || !dict_set_c(fields, "args", exception_of(self)->args))
        return 0;
    return exception_reduce(self, exception_of(self)->args, fields);
}

static const MethodDef attribute_error_methods[] = {
    METHOD("__reduce__", attribute_error_py_reduce, "", "Return what the exception can be made again from."),
    METHODS_END
};

EXCEPTION_FIELD(attribute_error, name, ATTRIBUTE_ERROR_NAME)
EXCEPTION_FIELD(attribute_error, obj, ATTRIBUTE_ERROR_OBJECT)
static const AttributeDef attribute_error_attributes[] = {
    {"name", attribute_error_get_name, attribute_error_set_name, "attribute name"},
    {"obj", attribute_error_get_obj, attribute_error_set_obj, "object"},
    {0}
};

Type AttributeError_type = {
    EXCEPTION_TYPE(AttributeError, Exception_type, "There is no such attribute."),
    .size = EXCEPTION_SIZE(2),
    .init = attribute_error_init,
    .methods = attribute_error_methods,
    .attributes = attribute_error_attributes,
};

// --- ImportError

static bool import_error_init(Value self, Value *args, size_t count, Value keywords) {
    static const char *const names[] = {"name", "path", "name_from", NULL};
    static const int places[] = {IMPORT_ERROR_NAME, IMPORT_ERROR_PATH, IMPORT_ERROR_NAME_FROM};
    if (!exception_init(self, args, count, 0) ||
        !take_keywords(self, args, count, keywords, names, places))
        return false;
    exception_of(self)->extra[IMPORT_ERROR_MESSAGE] = count == 1 ? args[0] : 0;
    return true;
}

static Value import_error_str(Value self) {
    Value message = exception_of(self)->extra[IMPORT_ERROR_MESSAGE];
    return message && value_is(message, &str_type) ? message : exception_str(self);
}

static Value import_error_py_reduce(Value self, Value *args) {
    (void)args;
    static const struct { const char *name; int place; } kept[] = {
        {"name", IMPORT_ERROR_NAME}, {"path", IMPORT_ERROR_PATH}, {"name_from", IMPORT_ERROR_NAME_FROM},
    };
    Value fields = dict_new();
    for (size_t i = 0; fields && i < sizeof kept / sizeof *kept; i++) {
        Value value = exception_of(self)->extra[kept[i].place];
        if (value && !dict_set_c(fields, kept[i].name, value))
            return 0;
    }
    return fields ? exception_reduce(self, exception_of(self)->args, fields) : 0;
}

static const MethodDef import_error_methods[] = {
    METHOD("__reduce__", import_error_py_reduce, "", "Return what the exception can be made again from."),
    METHODS_END
};

EXCEPTION_FIELD(import_error, msg, IMPORT_ERROR_MESSAGE)
EXCEPTION_FIELD(import_error, name, IMPORT_ERROR_NAME)
EXCEPTION_FIELD(import_error, path, IMPORT_ERROR_PATH)
EXCEPTION_FIELD(import_error, name_from, IMPORT_ERROR_NAME_FROM)
static const AttributeDef import_error_attributes[] = {
    {"msg", import_error_get_msg, import_error_set_msg, "exception message"},
    {"name", import_error_get_name, import_error_set_name, "module name"},
    {"path", import_error_get_path, import_error_set_path, "module path"},
    {"name_from", import_error_get_name_from, import_error_set_name_from, "name imported from module"},
    {0}
};

Type ImportError_type = {
    EXCEPTION_TYPE(ImportError, Exception_type, "A module, or a name in it, cannot be imported."),
    .size = EXCEPTION_SIZE(4),
    .init = import_error_init,
    .str = import_error_str,
    .methods = import_error_methods,
    .attributes = import_error_attributes,
};

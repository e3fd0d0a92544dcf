// Built-in functions on objects of any type: attributes, classes, representations.
#include "lib/builtins.h"
#include "objects/int.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame_object.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ attributes


static Value py_getattr(Value self, Value *args) {
    (void)self;
    Value name = str_check(args[1]) ? str_intern(args[1])
                                    : raise_type_error("attribute name must be string, not '%T'", args[1]);
    if (!name) return 0;
    if (!args[2]) return object_get_attribute(args[0], name);
    bool found;
    Value value = object_find_attribute(args[0], name, &found);
    return value || error_pending ? value : args[2];
}

static Value py_hasattr(Value self, Value *args) {
    (void)self;
    if (!str_check(args[1])) return raise_type_error("attribute name must be string, not '%T'", args[1]);
    bool found;
    Value value = object_find_attribute(args[0], str_intern(args[1]), &found);
    return value ? TRUE : error_pending ? 0 : FALSE;
}

static Value py_setattr(Value self, Value *args) {
    (void)self;
    if (!str_check(args[1])) return raise_type_error("attribute name must be string, not '%T'", args[1]);
    return object_set_attribute(args[0], str_intern(args[1]), args[2]) ? NONE : 0;
}

static Value py_delattr(Value self, Value *args) {
    (void)self;
    if (!str_check(args[1])) return raise_type_error("attribute name must be string, not '%T'", args[1]);
    return object_set_attribute(args[0], str_intern(args[1]), 0) ? NONE : 0;
}

// The names visible where the caller stands: locals of a function, the namespace of a class body or module.
static Value caller_namespace(void) {
    return machine.frame ? frame_locals(machine.frame) : dict_new();
}

static Value py_vars(Value self, Value *args) {
    (void)self;
    if (!args[0]) return caller_namespace();
    bool found;
    Value dict = object_find_attribute(args[0], NAME(__dict__), &found);
    return dict || error_pending ? dict : raise_type_error("vars() argument must have __dict__ attribute");
}

static Value py_locals(Value self, Value *args) { (void)self; (void)args; return caller_namespace(); }
static Value py_globals(Value self, Value *args) {
    (void)self;
    (void)args;
    return machine.frame ? VALUE(machine.frame->globals) : NONE;
}

static Value sorted_list(Value iterable) {
    Value list = iterable ? list_from_iterable(iterable) : 0;
    return list && list_sort(list, 0, false) ? list : 0;
}

static Value py_dir(Value self, Value *args) {
    (void)self;
    if (!args[0]) {
        Value namespace = caller_namespace();
        return namespace ? sorted_list(object_call_method(namespace, NAME(keys), 0, 0)) : 0;
    }
    Value method = object_find_special(args[0], NAME(__dir__));
    if (!method) return error_pending ? 0 : raise_type_error("object does not provide __dir__");
    return sorted_list(object_call0(method));
}

// ------------------------------------------------------------------------------------------------ classes, calling

static Value truth(int v) { return v < 0 ? 0 : bool_value(v); }
static Value py_isinstance(Value self, Value *args) { (void)self; return truth(object_isinstance(args[0], args[1])); }
static Value py_issubclass(Value self, Value *args) { (void)self; return truth(object_issubclass(args[0], args[1])); }
static Value py_callable(Value self, Value *args) { (void)self; return bool_value(object_callable(args[0])); }

static Value py_build_class(Value self, Value *args) {
    (void)self;
    size_t count = tuple_count(args[0]), extra = dict_of(args[1])->count, at = 0, k = 0;
    if (!extra) return class_build(tuple_of(args[0])->items, count, 0);
    Value *values = mem_alloc((count + extra) * sizeof(Value)), names = tuple_new(0, extra);
    if (!values || !names) return 0;
    memcpy(values, tuple_of(args[0])->items, count * sizeof(Value));
    for (DictEntry *entry; (entry = dict_next(dict_of(args[1]), &at)); k++) {
        tuple_of(names)->items[k] = entry->key;
        values[count + k] = entry->value;
    }
    return class_build(values, count, names);
}

// ------------------------------------------------------------------------------------------------ representations

static Value py_repr(Value self, Value *args) { (void)self; return object_repr(args[0]); }
static Value py_ascii(Value self, Value *args) { (void)self; return object_ascii(args[0]); }
static Value py_format(Value self, Value *args) {
    (void)self;
    if (args[1] && !str_check(args[1])) return raise_type_error("format() argument 2 must be str, not %P", args[1]);
    return object_format(args[0], args[1] ? args[1] : NAME(empty));
}
static Value py_len(Value self, Value *args) {
    (void)self;
    ptrdiff_t length = object_length(args[0]);
    return length < 0 ? 0 : int_from_int64(length);
}

const MethodDef builtins_object_functions[] = {
    FUNCTION("__build_class__", py_build_class, "*args, **kwargs", "What a class statement calls."),
    FUNCTION("ascii", py_ascii, "obj, /", "Return a representation of an object with all but ASCII characters escaped."),
    FUNCTION("callable", py_callable, "obj, /", "Say whether an object can be called."),
    FUNCTION("delattr", py_delattr, "obj, name, /", "Delete an attribute: delattr(x, 'y') is del x.y."),
    FUNCTION("dir", py_dir, "object=None, /", "Return a sorted list of the attributes of an object, or of the names in scope."),
    FUNCTION("format", py_format, "value, format_spec='', /", "Return value.__format__(format_spec)."),
    FUNCTION("getattr", py_getattr, "object, name, default=None, /", "Return an attribute by name, or the default when it is absent."),
    FUNCTION("globals", py_globals, "", "Return the dict of the module's global names."),
    FUNCTION("hasattr", py_hasattr, "obj, name, /", "Say whether an object has an attribute."),
    FUNCTION("isinstance", py_isinstance, "obj, class_or_tuple, /", "Say whether an object is an instance of a class or of one of several."),
    FUNCTION("issubclass", py_issubclass, "cls, class_or_tuple, /", "Say whether a class is derived from another or from one of several."),
    FUNCTION("len", py_len, "obj, /", "Return the number of items in a container."),
    FUNCTION("locals", py_locals, "", "Return a dict of the names of the current scope."),
    FUNCTION("repr", py_repr, "obj, /", "Return a str that represents the object, for many types one that eval() would read back."),
    FUNCTION("setattr", py_setattr, "obj, name, value, /", "Set an attribute: setattr(x, 'y', v) is x.y = v."),
    FUNCTION("vars", py_vars, "object=None, /", "Return the __dict__ of an object, or locals()."),
    METHODS_END
};

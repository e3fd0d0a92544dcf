// Descriptors that stand for functions: bound methods, classmethod and staticmethod.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/generic_alias.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- method: a callable with its first argument

Value method_new(Value function, Value self) {
    Method *method = mem_object(&method_type, sizeof *method);
    if (!method) return 0;
    method->function = function;
    method->self = self;
    return VALUE(method);
}

static Method *method_of(Value v) { return (Method *)value_object(v); }

static Value method_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[2];
    if (!NATIVE_BIND("method", "function, instance, /", bound)) return 0;
    if (!object_callable(bound[0])) return raise_type_error("first argument must be callable");
    if (bound[1] == NONE) return raise_type_error("instance must not be None");
    return method_new(bound[0], bound[1]);
}

static Value method_call(Value self, Value *args, size_t count, Value keywords) {
    return object_call_with(method_of(self)->function, method_of(self)->self, args, count, keywords);
}

static Value method_repr(Value self) {
    bool found;
    Value name = object_find_attribute(method_of(self)->function, NAME(__qualname__), &found);
    if (!name && !error_occurred())
        name = object_find_attribute(method_of(self)->function, NAME(__name__), &found);
    if (error_occurred()) return 0;
    Value object = object_repr(method_of(self)->self);
    if (!object) return 0;
    if (!name || !str_check(name)) return str_format("<bound method ? of %S>", object);
    return str_format("<bound method %S of %S>", name, object);
}

static int64_t method_hash(Value self) {
    int64_t hash = object_hash(method_of(self)->function);
    if (hash == -1) return -1;
    hash ^= (int64_t)(method_of(self)->self >> 4);
    return hash == -1 ? -2 : hash;
}

static Value method_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(other, &method_type)) return NOT_IMPLEMENTED;
    int equal = object_equal(method_of(self)->function, method_of(other)->function);
    if (equal < 0) return 0;
    bool same = equal && method_of(self)->self == method_of(other)->self;
    return bool_value(same == (op == COMPARE_EQ));
}

// What the method has not itself, its function may have.
static Value method_get_attribute(Value self, Value name) {
    Value own = type_lookup(&method_type, name);
    if (own) return descriptor_bind(own, self, &method_type);
    return object_get_attribute(method_of(self)->function, name);
}

static Value method_descriptor_of_method_get(Value self, Value object, Type *owner) {
    (void)object, (void)owner;
    return self; // bound already
}

static Value method_get_function(Value self) { return method_of(self)->function; }
static Value method_get_self(Value self) { return method_of(self)->self; }
static Value method_get_doc(Value self) {
    return object_get_attribute(method_of(self)->function, NAME(__doc__));
}

static const AttributeDef method_attributes[] = {
    MEMBER("__func__", method_get_function, "the function (or other callable) implementing a method"),
    MEMBER("__self__", method_get_self, "the instance to which a method is bound"),
    {"__doc__", method_get_doc, 0, 0},
    {0},
};

Type method_type = {
    .head = {&type_type},
    .name = "method",
    .doc = "Create a bound instance method object.",
    .size = sizeof(Method),
    .flags = TYPE_WEAK,
    .make = method_make,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .get_attribute = method_get_attribute,
    .descriptor_get = method_descriptor_of_method_get,
    .attributes = method_attributes,
    .signature = "function, instance, /",
};

// --- what classmethod and staticmethod share: they wrap a function and look like it

static ClassMethod *wrapped_of(Value v) { return (ClassMethod *)value_object(v); }

static Value wrapped_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(ClassMethod)));
}

static bool copy_attribute(Value self, Value name) {
    bool found;
    Value value = object_find_attribute(wrapped_of(self)->function, name, &found);
    if (!value) return !error_occurred();
    return object_generic_set_attribute(self, name, value);
}

static bool wrap(Value self, Value function) {
    wrapped_of(self)->function = function;
    return copy_attribute(self, NAME(__module__)) && copy_attribute(self, NAME(__name__)) &&
           copy_attribute(self, NAME(__qualname__)) && copy_attribute(self, NAME(__doc__));
}

// What is wrapped; nothing yet when __init__ has not run.
static Value wrapped_function(Value self) {
    Value function = wrapped_of(self)->function;
    return function ? function : raise_runtime_error("uninitialized %T object", self);
}

static Value wrapped_repr(Value self, const char *what) {
    if (!wrapped_of(self)->function) return str_format("<%s(<NULL>)>", what);
    Value function = object_repr(wrapped_of(self)->function);
    return function ? str_format("<%s(%S)>", what, function) : 0;
}

static Value wrapped_get_function(Value self) {
    Value function = wrapped_of(self)->function;
    return function ? function : NONE;
}

static Value wrapped_get_dict(Value self) {
    if (!wrapped_of(self)->dict) {
        Value dict = dict_new();
        if (!dict) return 0;
        wrapped_of(self)->dict = dict_of(dict);
    }
    return VALUE(wrapped_of(self)->dict);
}

static Value wrapped_get_abstract(Value self) {
    if (!wrapped_of(self)->function) return FALSE;
    bool found;
    Value mark = object_find_attribute(wrapped_of(self)->function, NAME(__isabstractmethod__), &found);
    if (!mark) return error_occurred() ? 0 : FALSE;
    int abstract = object_truth(mark);
    return abstract < 0 ? 0 : bool_value(abstract);
}

static Value wrapped_get_annotations(Value self) {
    Value function = wrapped_function(self);
    return function ? object_get_attribute(function, NAME(__annotations__)) : 0;
}

static Value wrapped_get_annotate(Value self) {
    Value function = wrapped_function(self);
    return function ? object_get_attribute_c(function, "__annotate__") : 0;
}

static const MethodDef wrapped_methods[] = {
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "For type hints."),
    METHODS_END
};

static const AttributeDef wrapped_attributes[] = {
    MEMBER("__func__", wrapped_get_function, 0),
    MEMBER("__wrapped__", wrapped_get_function, 0),
    {"__dict__", wrapped_get_dict, 0, 0},
    {"__isabstractmethod__", wrapped_get_abstract, 0, 0},
    {"__annotate__", wrapped_get_annotate, 0, 0},
    {"__annotations__", wrapped_get_annotations, 0, 0},
    {0},
};

// --- classmethod

static bool classmethod_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[1];
    return NATIVE_BIND("classmethod", "function, /", bound) && wrap(self, bound[0]);
}

static Value classmethod_repr(Value self) { return wrapped_repr(self, "classmethod"); }

static Value classmethod_get(Value self, Value object, Type *owner) {
    Value function = wrapped_function(self);
    if (!function) return 0;
    return method_new(function, VALUE(owner ? owner : type_of(object)));
}

Type classmethod_type = {
    .head = {&type_type},
    .name = "classmethod",
    .doc = "classmethod(function) -> method\n\nConvert a function to be a class method.",
    .size = sizeof(ClassMethod),
    .flags = TYPE_BASE,
    .make = wrapped_make,
    .init = classmethod_init,
    .repr = classmethod_repr,
    .descriptor_get = classmethod_get,
    .methods = wrapped_methods,
    .attributes = wrapped_attributes,
    .signature = "function, /",
    .dict_offset = offsetof(ClassMethod, dict),
};

// --- staticmethod

Value staticmethod_new(Value function) {
    Value made = VALUE(instance_allocate(&staticmethod_type, sizeof(ClassMethod)));
    if (made) wrapped_of(made)->function = function;
    return made;
}

static bool staticmethod_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[1];
    return NATIVE_BIND("staticmethod", "function, /", bound) && wrap(self, bound[0]);
}

static Value staticmethod_repr(Value self) { return wrapped_repr(self, "staticmethod"); }

static Value staticmethod_get(Value self, Value object, Type *owner) {
    (void)object, (void)owner;
    return wrapped_function(self);
}

static Value staticmethod_call(Value self, Value *args, size_t count, Value keywords) {
    Value function = wrapped_function(self);
    return function ? object_call(function, args, count, keywords) : 0;
}

Type staticmethod_type = {
    .head = {&type_type},
    .name = "staticmethod",
    .doc = "staticmethod(function) -> method\n\nConvert a function to be a static method.",
    .size = sizeof(ClassMethod),
    .flags = TYPE_BASE,
    .make = wrapped_make,
    .init = staticmethod_init,
    .repr = staticmethod_repr,
    .call = staticmethod_call,
    .descriptor_get = staticmethod_get,
    .methods = wrapped_methods,
    .attributes = wrapped_attributes,
    .signature = "function, /",
    .dict_offset = offsetof(ClassMethod, dict),
};

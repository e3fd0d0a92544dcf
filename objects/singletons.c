// None, NotImplemented and Ellipsis: one object each, compared by address.
#include "objects/exception.h"
#include "objects/object.h"
#include "objects/str.h"
#include "objects/tuple.h"

Object none_object = {&none_type};
Object not_implemented_object = {&not_implemented_type};
Object ellipsis_object = {&ellipsis_type};

static Value make_singleton(const char *name, Value singleton, size_t count, Value keywords) {
    if (count || (keywords && tuple_count(keywords))) return raise_type_error("%s takes no arguments", name);
    return singleton;
}

static Value none_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type, (void)args;
    return make_singleton("NoneType", NONE, count, keywords);
}

static Value not_implemented_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type, (void)args;
    return make_singleton("NotImplementedType", NOT_IMPLEMENTED, count, keywords);
}

static Value ellipsis_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type, (void)args;
    return make_singleton("EllipsisType", ELLIPSIS, count, keywords);
}

static Value none_repr(Value self) {
    (void)self;
    return intern("None");
}

static Value not_implemented_repr(Value self) {
    (void)self;
    return intern("NotImplemented");
}

static Value ellipsis_repr(Value self) {
    (void)self;
    return intern("Ellipsis");
}

static int none_truth(Value self) {
    (void)self;
    return 0;
}

static int64_t none_hash(Value self) {
    (void)self;
    return 0xfca86420;          // the same in every run, as since Python 3.12
}

static int not_implemented_truth(Value self) {
    (void)self;
    raise_type_error("NotImplemented should not be used in a boolean context");
    return -1;
}

static Value reduce_to_name(Value self, Value *args) {
    (void)args;
    return object_repr(self);
}

static const MethodDef not_implemented_methods[] = {
    METHOD("__reduce__", reduce_to_name, "", "How to make it again, for copies."),
    METHODS_END,
};

static const MethodDef ellipsis_methods[] = {
    METHOD("__reduce__", reduce_to_name, "", "How to make it again, for copies."),
    METHODS_END,
};

Type none_type = {
    .head = {&type_type},
    .name = "NoneType",
    .doc = "The type of the None singleton.",
    .size = sizeof(Object),
    .make = none_make,
    .repr = none_repr,
    .hash = none_hash,
    .truth = none_truth,
};

Type not_implemented_type = {
    .head = {&type_type},
    .name = "NotImplementedType",
    .doc = "The type of the NotImplemented singleton.",
    .size = sizeof(Object),
    .make = not_implemented_make,
    .repr = not_implemented_repr,
    .truth = not_implemented_truth,
    .methods = not_implemented_methods,
};

Type ellipsis_type = {
    .head = {&type_type},
    .name = "ellipsis",
    .doc = "The type of the Ellipsis singleton.",
    .size = sizeof(Object),
    .make = ellipsis_make,
    .repr = ellipsis_repr,
    .methods = ellipsis_methods,
};

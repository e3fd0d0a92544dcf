// Native: builtin functions, methods of built-in types and their descriptors. native.h has the contract of
// the tables; the arguments are bound by signature.c.
//
// Three kinds of object show a MethodDef to Python: a Native (a function, or a method bound to self), a
// method descriptor (in the dict of a type) and a class method descriptor (the same, bound to the class when
// read).
#include "objects/native.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/object.h"
#include "objects/signature.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

Value native_new(const MethodDef *def, Value self, Value module) {
    Native *native = mem_object(&native_type, sizeof *native);
    if (!native) return 0;
    native->def = def;
    native->self = self;
    native->module = module;
    return VALUE(native);
}

static Value descriptor_new(Type *type, const MethodDef *def, Type *owner) {
    MethodDescriptor *descriptor = mem_object(type, sizeof *descriptor);
    if (!descriptor) return 0;
    descriptor->def = def;
    descriptor->owner = owner;
    return VALUE(descriptor);
}

Value method_descriptor_new(const MethodDef *def, Type *owner) {
    switch (def->kind) {
    case NATIVE_CLASS_METHOD: return descriptor_new(&classmethod_descriptor_type, def, owner);
    case NATIVE_STATIC_METHOD: return native_new(def, VALUE(owner), 0);
    default: return descriptor_new(&method_descriptor_type, def, owner);
    }
}

// --- calling

bool native_bind(Signature **cell, const char *name, const char *signature, Value *args, size_t count,
                 Value keywords, Value *bound) {
    Signature *compiled = signature_get(cell, signature);
    return compiled && signature_bind(compiled, &(Callee){.name = name}, args, count, keywords, bound);
}

Signature *native_signature(const MethodDef *def) { return signature_get(def->compiled, def->signature); }

// A function of its own, and no longer an array than needed: words of the C stack that nothing was written to
// can hold what an earlier call left there, and keep dropped objects alive.
__attribute__((noinline)) static Value call_bound(const Signature *signature, const MethodDef *def,
                                                  Value self, Value *args, size_t count, Value keywords,
                                                  bool by_method) {
    Value bound[signature->count ? signature->count : 1];
    Callee callee = {.name = def->name, .def = def, .self = self, .bound = by_method};
    if (!signature_bind(signature, &callee, args, count, keywords, bound)) return 0;
    return def->function(self, bound);
}

static inline Value call(const MethodDef *def, Value self, Value *args, size_t count, Value keywords,
                         bool by_method) {
    Signature *signature = native_signature(def);
    if (!signature) return 0;
    if (signature->calls_out) mem_before_call_out();
    if (unlikely(signature->raw)) return ((RawFunction)(void *)def->function)(self, args, count, keywords);
    if (!keywords && count == (size_t)signature->positional && count == (size_t)signature->count) {
        return def->function(self, args);
    }
    return call_bound(signature, def, self, args, count, keywords, by_method);
}

Value native_call(const MethodDef *def, Value self, Value *args, size_t count, Value keywords) {
    return call(def, self, args, count, keywords, false);
}

// A call by way of a slot: it may come from a function written in C that holds objects.
__attribute__((noinline)) static Value call_inner(const MethodDef *def, Value self, Value *args, size_t count,
                                                  Value keywords, bool by_method) {
    MEM_INNER_BEGIN();
    Value result = call(def, self, args, count, keywords, by_method);
    MEM_INNER_END();
    return result;
}

static Value native_call_slot(Value self, Value *args, size_t count, Value keywords) {
    Native *native = (Native *)value_object(self);
    return call_inner(native->def, native->self, args, count, keywords, true);
}

static Value raise_no_self(const MethodDescriptor *descriptor) {
    const char *owner = descriptor->owner->name, *dot = strrchr(owner, '.');
    return raise_type_error("unbound method %s.%s() needs an argument", dot ? dot + 1 : owner, descriptor->def->name);
}

static Value method_descriptor_call(Value self, Value *args, size_t count, Value keywords) {
    MethodDescriptor *descriptor = (MethodDescriptor *)value_object(self);
    if (count == 0) return raise_no_self(descriptor);
    if (!object_is_instance(args[0], descriptor->owner)) {
        return raise_type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                                descriptor->def->name, descriptor->owner, args[0]);
    }
    return call_inner(descriptor->def, args[0], args + 1, count - 1, keywords, false);
}

Value native_raise_needs_type(Value descriptor, Value owner) {
    const MethodDescriptor *d = (const MethodDescriptor *)value_object(descriptor);
    return raise_type_error("descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2", d->def->name,
                            d->owner, owner);
}

static Value classmethod_descriptor_call(Value self, Value *args, size_t count, Value keywords) {
    MethodDescriptor *descriptor = (MethodDescriptor *)value_object(self);
    if (count == 0) return raise_no_self(descriptor);
    if (!type_check(args[0])) return native_raise_needs_type(self, args[0]);
    return call_inner(descriptor->def, args[0], args + 1, count - 1, keywords, false);
}

// --- binding

static Value method_descriptor_get(Value self, Value object, Type *owner) {
    (void)owner;
    MethodDescriptor *descriptor = (MethodDescriptor *)value_object(self);
    if (!object) return self;
    if (!object_is_instance(object, descriptor->owner)) {
        return raise_type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                                descriptor->def->name, descriptor->owner, object);
    }
    return native_new(descriptor->def, object, 0);
}

static Value classmethod_descriptor_get(Value self, Value object, Type *owner) {
    MethodDescriptor *descriptor = (MethodDescriptor *)value_object(self);
    if (!owner) owner = type_of(object);
    type_ensure_ready(owner);
    if (!type_is_subtype(owner, descriptor->owner)) {
        return raise_type_error("descriptor '%s' requires a subtype of '%N' but received '%N'",
                                descriptor->def->name, descriptor->owner, owner);
    }
    return native_new(descriptor->def, VALUE(owner), 0);
}

// --- slots and attributes of the native

static Native *native_of(Value v) { return (Native *)value_object(v); }

static Value native_repr(Value self) {
    Native *native = native_of(self);
    if (!native->self) {
        return str_format("<built-in function %s>", native->def->name);
    }
    return str_format("<built-in method %s of %T object at %p>", native->def->name, native->self, native->self);
}

static int64_t native_hash(Value self) {
    uint64_t mixed = ((uint64_t)(uintptr_t)native_of(self)->def >> 4) ^ (native_of(self)->self >> 3);
    return (int64_t)(mixed == UINT64_MAX ? 1 : mixed);
}

static Value native_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(other, &native_type)) return NOT_IMPLEMENTED;
    bool same =
        native_of(self)->def == native_of(other)->def && native_of(self)->self == native_of(other)->self;
    return bool_value(same == (op == COMPARE_EQ));
}

static Value native_get_name(Value self) { return intern(native_of(self)->def->name); }

static Value native_get_qualname(Value self) {
    Native *native = native_of(self);
    if (!native->self) return native_get_name(self);
    Value owner = type_name(type_check(native->self) ? type_from(native->self) : type_of(native->self));
    return owner ? str_format("%S.%s", owner, native->def->name) : 0;
}

static Value native_get_doc(Value self) { return doc_text(native_of(self)->def->doc); }

static Value native_get_self(Value self) {
    Native *native = native_of(self);
    if (native->self && native->def->kind != NATIVE_STATIC_METHOD) return native->self;
    Value module = native->module && traceback_find_module ? traceback_find_module(native->module) : 0;
    return module ? module : NONE;
}

static Value native_get_module(Value self) {
    return native_of(self)->module ? native_of(self)->module : NONE;
}

static Value native_get_signature(Value self) {
    return signature_text(native_of(self)->def->signature, native_of(self)->def->kind);
}

// --- slots and attributes of the descriptors

static MethodDescriptor *descriptor_of(Value v) { return (MethodDescriptor *)value_object(v); }

static Value method_descriptor_repr(Value self) {
    return str_format("<method '%s' of '%N' objects>", descriptor_of(self)->def->name,
                      descriptor_of(self)->owner);
}

static Value descriptor_get_name(Value self) { return intern(descriptor_of(self)->def->name); }

static Value descriptor_get_qualname(Value self) {
    Value owner = type_name(descriptor_of(self)->owner);
    return owner ? str_format("%S.%s", owner, descriptor_of(self)->def->name) : 0;
}

static Value descriptor_get_doc(Value self) { return doc_text(descriptor_of(self)->def->doc); }

static Value descriptor_get_objclass(Value self) { return VALUE(descriptor_of(self)->owner); }

static Value descriptor_get_signature(Value self) {
    const MethodDef *def = descriptor_of(self)->def;
    return signature_text(def->signature, def->kind);
}

static const AttributeDef native_attributes[] = {
    {"__name__", native_get_name, 0, 0},
    {"__qualname__", native_get_qualname, 0, 0},
    {"__doc__", native_get_doc, 0, 0},
    {"__self__", native_get_self, 0, 0},
    {"__module__", native_get_module, 0, 0},
    {"__text_signature__", native_get_signature, 0, 0},
    {0},
};

static const AttributeDef descriptor_attributes[] = {
    MEMBER("__name__", descriptor_get_name, 0),
    {"__qualname__", descriptor_get_qualname, 0, 0},
    {"__doc__", descriptor_get_doc, 0, 0},
    MEMBER("__objclass__", descriptor_get_objclass, 0),
    {"__text_signature__", descriptor_get_signature, 0, 0},
    {0},
};

Type native_type = {
    .head = {&type_type},
    .name = "builtin_function_or_method",
    .doc = "A function or bound method that is written in C.",
    .size = sizeof(Native),
    .flags = TYPE_NO_NEW | TYPE_WEAK,
    .repr = native_repr,
    .hash = native_hash,
    .compare = native_compare,
    .call = native_call_slot,
    .attributes = native_attributes,
};

Type method_descriptor_type = {
    .head = {&type_type},
    .name = "method_descriptor",
    .doc = "A method of a built-in type.",
    .size = sizeof(MethodDescriptor),
    .flags = TYPE_NO_NEW | TYPE_BINDS_SELF,
    .repr = method_descriptor_repr,
    .call = method_descriptor_call,
    .descriptor_get = method_descriptor_get,
    .attributes = descriptor_attributes,
};

Type classmethod_descriptor_type = {
    .head = {&type_type},
    .name = "classmethod_descriptor",
    .doc = "A class method of a built-in type.",
    .size = sizeof(MethodDescriptor),
    .flags = TYPE_NO_NEW,
    .repr = method_descriptor_repr,
    .call = classmethod_descriptor_call,
    .descriptor_get = classmethod_descriptor_get,
    .attributes = descriptor_attributes,
};

// Python to C: wrapper descriptors ("slot wrapper '__add__' of 'int' objects"), their bound form, and for
// each kind of slot the function that turns Python arguments into a call of the slot and its answer into a
// Value.
#include "objects/buffer.h"
#include "objects/descriptor.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/sequence.h"
#include "objects/signature.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/type.h"

// --- one function per kind of slot

typedef Value (*Unary)(Value);
typedef Value (*Binary)(Value, Value);

static Value none_if(bool ok) { return ok ? NONE : 0; }

Value wrap_unary(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)args, (void)count;
    return ((Unary)function)(self);
}

Value wrap_binary(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return ((Binary)function)(self, args[0]);
}

// The factor is asked for as an index, so the message about a wrong one is that of indices.
Value wrap_repeat(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    if (!sequence_has_index(args[0])) return raise_type_error("'%T' object cannot be interpreted as an integer", args[0]);
    return ((Binary)function)(self, args[0]);
}

Value wrap_reflected(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return ((Binary)function)(args[0], self);
}

Value wrap_compare(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)count;
    return ((Value(*)(Value, Value, CompareOp))function)(self, args[0], (CompareOp)row->detail);
}

Value wrap_hash(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)args, (void)count;
    int64_t hash = ((int64_t(*)(Value))function)(self);
    return hash == -1 ? 0 : int_from_int64(hash);
}

Value wrap_truth(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)args, (void)count;
    int truth = ((int (*)(Value))function)(self);
    return truth < 0 ? 0 : bool_value(truth);
}

Value wrap_length(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)args, (void)count;
    ptrdiff_t length = ((ptrdiff_t(*)(Value))function)(self);
    return length < 0 ? 0 : int_from_int64(length);
}

Value wrap_next(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)args, (void)count;
    Value next = ((Unary)function)(self);
    return next || error_occurred() ? next : raise_stop_iteration();
}

Value wrap_contains(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    int found = ((int (*)(Value, Value))function)(self, args[0]);
    return found < 0 ? 0 : bool_value(found);
}

Value wrap_set_item(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return none_if(((bool (*)(Value, Value, Value))function)(self, args[0], args[1]));
}

Value wrap_del_item(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return none_if(((bool (*)(Value, Value, Value))function)(self, args[0], 0));
}

Value wrap_format(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    if (!str_check(args[0])) {
        return raise_type_error("__format__() argument must be str, not %P", args[0]);
    }
    return ((Binary)function)(self, args[0]);
}

// Three-argument pow of the built-in type below self's class.
static Value power_of_three(Value self, Value base, Value exponent, Value modulus) {
    const Type *type = type_of(self);
    while (type->flags & TYPE_HEAP) type = type->base;
    const Operators *operators = type->operators;
    return operators && operators->power ? operators->power(base, exponent, modulus) : NOT_IMPLEMENTED;
}

Value wrap_power(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row;
    if (count < 2 || args[1] == NONE) return ((Binary)function)(self, args[0]);
    return power_of_three(self, self, args[0], args[1]);
}

Value wrap_reflected_power(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row;
    if (count < 2 || args[1] == NONE) return ((Binary)function)(args[0], self);
    return power_of_three(self, args[0], self, args[1]);
}

// --- attributes. A slot of 0 is object's own behaviour.

static Value attribute_name(Value name) {
    if (!str_check(name)) return raise_type_error("attribute name must be string, not '%T'", name);
    return str_intern(name);
}

Value wrap_get_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    Value name = attribute_name(args[0]);
    if (!name) return 0;
    return function ? ((Binary)function)(self, name) : object_generic_get_attribute(self, name);
}

// object.__setattr__(int, ...) must not reach behind a class that has its own way to set attributes.
static bool set_attribute(SlotFunction function, Value self, Value name, Value value) {
    if (function) return ((bool (*)(Value, Value, Value))function)(self, name, value);
    const Type *type = type_of(self);
    while (type->flags & TYPE_HEAP) type = type->base;
    if (type->set_attribute) {
        return raise_type_error("can't apply this %s to %T object", value ? "__setattr__" : "__delattr__",
                                self);
    }
    return object_generic_set_attribute(self, name, value);
}

Value wrap_set_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    Value name = attribute_name(args[0]);
    return name ? none_if(set_attribute(function, self, name, args[1])) : 0;
}

Value wrap_del_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    Value name = attribute_name(args[0]);
    return name ? none_if(set_attribute(function, self, name, 0)) : 0;
}

// --- descriptors

// A classmethod binds whatever it is given for a class.
static Value bind_anything(Value method, Value owner) {
    Value function = object_get_attribute_c(method, "__func__");
    return function ? method_new(function, owner) : 0;
}

Value wrap_get(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row;
    Value object = args[0] == NONE ? 0 : args[0];
    Value owner = count < 2 || args[1] == NONE ? 0 : args[1];
    if (!object && !owner) return raise_type_error("__get__(None, None) is invalid");
    if (owner && !type_check(owner)) {
        if (value_is(self, &classmethod_descriptor_type)) return native_raise_needs_type(self, owner);
        if (value_is(self, &classmethod_type)) return bind_anything(self, owner);
        owner = object ? VALUE(type_of(object)) : 0;
    }
    return ((Value(*)(Value, Value, Type *))function)(self, object, owner ? type_from(owner) : 0);
}

Value wrap_set(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return none_if(((bool (*)(Value, Value, Value))function)(self, args[0], args[1]));
}

Value wrap_delete(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return none_if(((bool (*)(Value, Value, Value))function)(self, args[0], 0));
}

// --- buffers

Value wrap_get_buffer(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)count;
    return buffer_method_get(self, args[0], (BufferGetter)function);
}

Value wrap_release_buffer(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row, (void)function, (void)count;
    return buffer_method_release(self, args[0]);
}

// --- with keywords

Value wrap_call(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row;
    return ((Value(*)(Value, Value *, size_t, Value))function)(self, args, count, 0);
}

Value wrap_init(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count) {
    (void)row;
    return none_if(((bool (*)(Value, Value *, size_t, Value))function)(self, args, count, 0));
}

// object.__init__ itself: arguments are wrong unless __new__ alone was overridden and has taken them.
static Value init_object(Value self, size_t count, Value keywords) {
    Type *type = type_of(self);
    if (count == 0 && (!keywords || tuple_count(keywords) == 0)) return NONE;
    if (type->init) {
        return raise_type_error("object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (type->make == object_type.make) {
        return raise_type_error("%N.__init__() takes exactly one argument (the instance to initialize)",
                                type);
    }
    return NONE;
}

// --- the wrapper descriptor

Value wrapper_new(const SlotRow *row, Type *owner) {
    Wrapper *wrapper = mem_object(&wrapper_descriptor_type, sizeof *wrapper);
    if (!wrapper) return 0;
    wrapper->row = row;
    wrapper->owner = owner;
    return VALUE(wrapper);
}

static Wrapper *wrapper_of(Value v) { return (Wrapper *)value_object(v); }

// Whether CPython has this special method as a method of the type, not as a wrapper around a slot: the messages differ.
static bool is_plain_method(const SlotRow *row, const Type *owner) {
    if (row->wrap == wrap_format || strcmp(row->name, "__reversed__") == 0) return true;
    if (strcmp(row->name, "__getitem__") == 0) return owner->flags & (TYPE_IS_LIST | TYPE_IS_DICT);
    return strcmp(row->name, "__contains__") == 0 && owner->flags & (TYPE_IS_DICT | TYPE_IS_SET);
}

static Value wrong_count(const SlotRow *row, const Type *owner, size_t count) {
    bool few = count < (size_t)row->least;
    if (row->least == 2) return raise_type_error("%s expected 2 arguments, got %zu", row->name, count);
    if (row->wrap == wrap_get)
        return raise_type_error(few ? "%s expected at least 1 argument, got %zu"
                                    : "%s expected at most 2 arguments, got %zu",
                                row->name, count);
    if (row->wrap == wrap_get_buffer || row->wrap == wrap_release_buffer)
        return raise_type_error("%s expected 1 argument, got %zu", row->name, count);
    if (is_plain_method(row, owner))
        return raise_type_error(row->least ? "%N.%s() takes exactly one argument (%zu given)"
                                           : "%N.%s() takes no arguments (%zu given)", owner, row->name, count);
    if (row->least != row->most) {
        return raise_type_error("expected %d or %d arguments, got %zu", row->least, row->most, count);
    }
    return raise_type_error("expected %d argument%s, got %zu", row->least, row->least == 1 ? "" : "s", count);
}

// `named` is the type that messages name: the object's own where the method was bound to it.
static Value call_wrapper(const Wrapper *wrapper, const Type *named, Value self, Value *args, size_t count, Value keywords) {
    const SlotRow *row = wrapper->row;
    SlotFunction function = slot_get(wrapper->owner, row->offset);
    if (row->wrap == wrap_call) {
        return ((Value(*)(Value, Value *, size_t, Value))function)(self, args, count, keywords);
    }
    if (row->wrap == wrap_init) {
        if (!function) return init_object(self, count, keywords);
        return none_if(((bool (*)(Value, Value *, size_t, Value))function)(self, args, count, keywords));
    }
    if (keywords && tuple_count(keywords)) {
        if (is_plain_method(row, wrapper->owner))
            return raise_type_error("%N.%s() takes no keyword arguments", named, row->name);
        return raise_type_error("wrapper %s() takes no keyword arguments", row->name);
    }
    if (count < (size_t)row->least || count > (size_t)row->most) return wrong_count(row, named, count);
    MEM_INNER_BEGIN();
    Value result = row->wrap(row, function, self, args, count);
    MEM_INNER_END();
    return result;
}

static Value wrapper_call(Value self, Value *args, size_t count, Value keywords) {
    Wrapper *wrapper = wrapper_of(self);
    if (count == 0) {
        return raise_type_error("descriptor '%s' of '%N' object needs an argument", wrapper->row->name,
                                wrapper->owner);
    }
    if (!object_is_instance(args[0], wrapper->owner)) {
        return raise_type_error("descriptor '%s' requires a '%N' object but received a '%T'",
                                wrapper->row->name, wrapper->owner, args[0]);
    }
    return call_wrapper(wrapper, wrapper->owner, args[0], args + 1, count - 1, keywords);
}

typedef struct {
    Object head;
    Wrapper *wrapper;
    Value self;
} MethodWrapper;

static Value wrapper_get(Value self, Value object, Type *owner) {
    (void)owner;
    if (!object) return self;
    Wrapper *wrapper = wrapper_of(self);
    if (!object_is_instance(object, wrapper->owner)) {
        return raise_type_error("descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                                wrapper->row->name, wrapper->owner, object);
    }
    MethodWrapper *bound = mem_object(&method_wrapper_type, sizeof *bound);
    if (!bound) return 0;
    bound->wrapper = wrapper;
    bound->self = object;
    return VALUE(bound);
}

static Value wrapper_repr(Value self) {
    return str_format("<slot wrapper '%s' of '%N' objects>", wrapper_of(self)->row->name,
                      wrapper_of(self)->owner);
}

static Value wrapper_get_name(Value self) { return slot_row_name(wrapper_of(self)->row); }

static Value qualified(const Wrapper *wrapper) {
    Value owner = type_name(wrapper->owner);
    return owner ? str_format("%S.%s", owner, wrapper->row->name) : 0;
}

static Value wrapper_get_qualname(Value self) { return qualified(wrapper_of(self)); }
static Value wrapper_get_doc(Value self) { return doc_text(wrapper_of(self)->row->doc); }
static Value wrapper_get_objclass(Value self) { return VALUE(wrapper_of(self)->owner); }

static Value wrapper_get_signature(Value self) {
    return signature_text(wrapper_of(self)->row->signature, NATIVE_METHOD);
}

static const AttributeDef wrapper_attributes[] = {
    MEMBER("__name__", wrapper_get_name, 0),
    {"__qualname__", wrapper_get_qualname, 0, 0},
    {"__doc__", wrapper_get_doc, 0, 0},
    MEMBER("__objclass__", wrapper_get_objclass, 0),
    {"__text_signature__", wrapper_get_signature, 0, 0},
    {0},
};

Type wrapper_descriptor_type = {
    .head = {&type_type},
    .name = "wrapper_descriptor",
    .doc = "A special method of a built-in type.",
    .size = sizeof(Wrapper),
    .flags = TYPE_NO_NEW | TYPE_BINDS_SELF,
    .repr = wrapper_repr,
    .call = wrapper_call,
    .descriptor_get = wrapper_get,
    .attributes = wrapper_attributes,
};

// --- bound to an object

static MethodWrapper *bound_of(Value v) { return (MethodWrapper *)value_object(v); }
static Value method_wrapper_get_signature(Value self) { return wrapper_get_signature(VALUE(bound_of(self)->wrapper)); }

static Value method_wrapper_call(Value self, Value *args, size_t count, Value keywords) {
    const MethodWrapper *bound = bound_of(self);
    return call_wrapper(bound->wrapper, type_of(bound->self), bound->self, args, count, keywords);
}

static Value method_wrapper_repr(Value self) {
    const MethodWrapper *bound = bound_of(self);
    return str_format("<method-wrapper '%s' of %T object at %p>", bound->wrapper->row->name, bound->self,
                      bound->self);
}

static int64_t method_wrapper_hash(Value self) {
    return (int64_t)((bound_of(self)->self >> 3 ^ (uintptr_t)bound_of(self)->wrapper->row) & INT64_MAX);
}

static Value method_wrapper_compare(Value self, Value other, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is(other, &method_wrapper_type))
        return NOT_IMPLEMENTED;
    bool same =
        bound_of(self)->self == bound_of(other)->self && bound_of(self)->wrapper == bound_of(other)->wrapper;
    return bool_value(same == (op == COMPARE_EQ));
}

static Value method_wrapper_get_self(Value self) { return bound_of(self)->self; }
static Value method_wrapper_get_name(Value self) { return slot_row_name(bound_of(self)->wrapper->row); }
static Value method_wrapper_get_qualname(Value self) { return qualified(bound_of(self)->wrapper); }
static Value method_wrapper_get_doc(Value self) { return doc_text(bound_of(self)->wrapper->row->doc); }
static Value method_wrapper_get_objclass(Value self) { return VALUE(bound_of(self)->wrapper->owner); }

static const AttributeDef method_wrapper_attributes[] = {
    MEMBER("__self__", method_wrapper_get_self, 0),      {"__name__", method_wrapper_get_name, 0, 0},
    {"__qualname__", method_wrapper_get_qualname, 0, 0}, {"__doc__", method_wrapper_get_doc, 0, 0},
    {"__objclass__", method_wrapper_get_objclass, 0, 0}, {"__text_signature__", method_wrapper_get_signature, 0, 0}, {0},
};

Type method_wrapper_type = {
    .head = {&type_type},
    .name = "method-wrapper",
    .doc = "A special method bound to an object.",
    .size = sizeof(MethodWrapper),
    .flags = TYPE_NO_NEW,
    .repr = method_wrapper_repr,
    .hash = method_wrapper_hash,
    .compare = method_wrapper_compare,
    .call = method_wrapper_call,
    .attributes = method_wrapper_attributes,
};

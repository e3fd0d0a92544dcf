// super: attributes of an object as seen from behind a class in the object's mro.
#include "objects/descriptor.h"
#include "objects/error.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    Object head;
    Type *start;       // search behind this one
    Value object;      // 0: not bound
    Type *object_type; // the class whose mro is searched
} Super;

bool (*super_of_caller)(Type **start, Value *object);

static Super *super_of(Value v) { return (Super *)value_object(v); }

// The class whose mro counts: the object itself when it is a class below `start`, else its type; 0: neither
// fits.
static Type *class_of(Type *start, Value object) {
    if (type_check(object)) {
        type_ensure_ready(type_from(object));
        if (type_is_subtype(type_from(object), start)) return type_from(object);
    }
    if (object_is_instance(object, start)) return type_of(object);
    bool found;
    Value claimed = object_find_attribute(object, NAME(__class__), &found);
    if (claimed && type_check(claimed) && type_is_subtype(type_from(claimed), start))
        return type_from(claimed);
    if (error_occurred()) return 0;
    bool is_class = type_check(object);
    raise_type_error("super(type, obj): obj (%s %N) is not an instance or subtype of type (%N).",
                     is_class ? "type" : "instance of", is_class ? type_from(object) : type_of(object),
                     start);
    return 0;
}

static bool set_up(Super *super, Type *start, Value object) {
    type_ensure_ready(start);
    super->start = start;
    super->object = object;
    super->object_type = object ? class_of(start, object) : 0;
    return !object || super->object_type;
}

Value super_new(Type *start, Value object) {
    Super *super = mem_object(&super_type, sizeof *super);
    return super && set_up(super, start, object) ? VALUE(super) : 0;
}

static Value super_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Super)));
}

static bool super_init(Value self, Value *args, size_t count, Value keywords) {
    if (keywords && tuple_count(keywords)) return raise_type_error("super() takes no keyword arguments");
    if (count > 2) return raise_type_error("super() expected at most 2 arguments, got %zu", count);
    if (count == 0) {
        Type *start;
        Value object;
        if (!super_of_caller) return raise_runtime_error("super(): no arguments");
        return super_of_caller(&start, &object) && set_up(super_of(self), start, object);
    }
    if (!type_check(args[0])) return raise_type_error("super() argument 1 must be a type, not %T", args[0]);
    return set_up(super_of(self), type_from(args[0]), count == 2 && args[1] != NONE ? args[1] : 0);
}

static Value super_repr(Value self) {
    const Super *super = super_of(self);
    if (!super->start) return str_format("<super: <class 'NULL'>, NULL>");
    if (!super->object) return str_format("<super: <class '%N'>, NULL>", super->start);
    return str_format("<super: <class '%N'>, <%N object>>", super->start, super->object_type);
}

static Value super_get_attribute(Value self, Value name) {
    const Super *super = super_of(self);
    if (unlikely(!str_of(name)->interned) && !(name = str_intern(name))) return 0;
    if (super->object && !str_equal(name, NAME(__class__))) {
        Value found = type_lookup_after(super->object_type, super->start, name);
        if (found) {
            bool through_class = super->object == VALUE(super->object_type);
            return descriptor_bind(found, through_class ? 0 : super->object, super->object_type);
        }
    }
    return object_generic_get_attribute(self, name);
}

// Of a super that was never initialised.
static Value raise_no_start(Value object) {
    return raise_type_error("super(type, obj): obj (instance of %T) is not an instance or subtype of type ().", object);
}

static Value super_get(Value self, Value object, Type *owner) {
    (void)owner;
    const Super *super = super_of(self);
    if (!object || object == NONE || super->object) return self;
    if (!super->start) return raise_no_start(object);
    if (type_of(self) == &super_type) return super_new(super->start, object);
    return object_call2(VALUE(type_of(self)), VALUE(super->start), object);
}

static Value super_get_start(Value self) {
    return super_of(self)->start ? VALUE(super_of(self)->start) : NONE;
}
static Value super_get_object(Value self) { return super_of(self)->object ? super_of(self)->object : NONE; }

static Value super_get_object_type(Value self) {
    return super_of(self)->object_type ? VALUE(super_of(self)->object_type) : NONE;
}

static const AttributeDef super_attributes[] = {
    MEMBER("__thisclass__", super_get_start, "the class invoking super()"),
    MEMBER("__self__", super_get_object, "the instance invoking super(); may be None"),
    MEMBER("__self_class__", super_get_object_type, "the type of the instance invoking super(); may be None"),
    {0},
};

Type super_type = {
    .head = {&type_type},
    .name = "super",
    .doc = "super() -> same as super(__class__, <first argument>)\n"
           "super(type) -> unbound super object\n"
           "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
           "super(type, type2) -> bound super object; requires issubclass(type2, type)",
    .size = sizeof(Super),
    .flags = TYPE_BASE,
    .make = super_make,
    .init = super_init,
    .repr = super_repr,
    .get_attribute = super_get_attribute,
    .descriptor_get = super_get,
    .attributes = super_attributes,
};

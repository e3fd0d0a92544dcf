// object: the base of all classes; what its instances and every other object can do by default.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/object.h"
#include "objects/object_parts.h"
#include "objects/str.h"
#include "objects/type.h"

// --- making

static Value join_quoted(Value names) {
    StrBuilder builder;
    str_builder_init(&builder);
    for (size_t i = 0; i < list_of(names)->count; i++) {
        str_builder_add_c(&builder, i ? "', '" : "'");
        str_builder_add_str(&builder, list_of(names)->items[i]);
    }
    str_builder_add_c(&builder, "'");
    return str_builder_finish(&builder);
}

static Value refuse_abstract(Type *type) {
    Value methods = object_get_attribute(VALUE(type), NAME(__abstractmethods__));
    Value names = methods ? list_from_iterable(methods) : 0;
    if (!names || !list_sort(names, 0, false)) return 0;
    Value text = join_quoted(names);
    if (!text) return 0;
    return raise_type_error(
        "Can't instantiate abstract class %N without an implementation for abstract method%s %S", type,
        list_of(names)->count == 1 ? "" : "s", text);
}

// Excess arguments are wrong here unless __init__ alone was overridden and will take them.
static Value object_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args;
    if (count || (keywords && tuple_count(keywords))) {
        if (type->make != object_make) {
            return raise_type_error("object.__new__() takes exactly one argument (the type to instantiate)");
        }
        if (!type->init) return raise_type_error("%N() takes no arguments", type);
    }
    if (type->flags & TYPE_ABSTRACT) return refuse_abstract(type);
    return instance_new(type);
}

// --- slots

static Value object_default_repr(Value self) {
    Value name = type_qualified_name(type_of(self));
    return name ? str_format("<%S object at %p>", name, self) : 0;
}

static Value object_default_str(Value self) { return type_of(self)->repr(self); }

static int64_t object_default_hash(Value self) {
    // Addresses end in zeros: turn them to the front. What is no address may come out as -1, which means an error.
    int64_t hash = (int64_t)(self >> 4 | self << 60);
    return hash == -1 ? -2 : hash;
}

static Value object_default_compare(Value self, Value other, CompareOp op) {
    if (op == COMPARE_EQ) return self == other ? TRUE : NOT_IMPLEMENTED;
    if (op != COMPARE_NE) return NOT_IMPLEMENTED;
    // != is the opposite of what == says, also when a class defines only that.
    Value (*compare)(Value, Value, CompareOp) = type_of(self)->compare;
    Value equal = compare ? compare(self, other, COMPARE_EQ) : NOT_IMPLEMENTED;
    if (!equal || equal == NOT_IMPLEMENTED) return equal;
    int truth = object_truth(equal);
    return truth < 0 ? 0 : bool_value(!truth);
}

static Value object_default_format(Value self, Value spec) {
    if (str_size(spec)) return raise_type_error("unsupported format string passed to %T.__format__", self);
    return object_str(self);
}

// --- Python methods

static bool add_names(Value into, Dict *dict) {
    size_t at = 0;
    DictEntry *entry;
    while ((entry = dict_next(dict, &at))) {
        if (!dict_set(into, entry->key, NONE)) return false;
    }
    return true;
}

static bool add_class_names(Value into, Type *type) {
    type_ensure_ready(type);
    for (size_t i = type->mro->count; i-- > 0;) {
        if (!add_names(into, type_from(type->mro->items[i])->dict)) return false;
    }
    return true;
}

static Value dir_names(Value own, Type *type) {
    Value names = dict_new();
    if (!names || (type && !add_class_names(names, type))) return 0;
    if (own && dict_check(own) && !add_names(names, dict_of(own))) return 0;
    return list_from_iterable(names);
}

static Value object_py_dir(Value self, Value *args) {
    (void)args;
    bool found;
    Value own = object_find_attribute(self, NAME(__dict__), &found);
    if (error_occurred()) return 0;
    Value class = object_find_attribute(self, NAME(__class__), &found);
    if (error_occurred()) return 0;
    return dir_names(own, class && type_check(class) ? type_from(class) : 0);
}

Value type_py_dir(Value self, Value *args) {
    (void)args;
    return dir_names(0, type_from(self));
}

static Value object_py_sizeof(Value self, Value *args) {
    (void)args;
    Type *type = type_of(self);
    return int_from_int64((int64_t)(type->payload_size ? type->payload_size(self) : type->size));
}

static Value object_py_init_subclass(Value self, Value *args) {
    (void)self, (void)args;
    return NONE;
}

static Value object_py_subclasshook(Value self, Value *args) {
    (void)self, (void)args;
    return NOT_IMPLEMENTED;
}

// --- __class__

static Value object_get_class(Value self) { return VALUE(type_of(self)); }

static bool has_slot(const Type *type, Value name) {
    for (size_t i = 0; i < tuple_count(type->slot_names); i++)
        if (str_equal(tuple_get(type->slot_names, i), name)) return true;
    return false;
}

// Members lie in order of their names, so the same ones behind the same base lie at the same places. Private names are
// another class's another name.
static bool same_members(const Type *a, const Type *b) {
    if (!a->slot_names || !b->slot_names || tuple_count(a->slot_names) != tuple_count(b->slot_names)) return false;
    for (size_t i = 0; i < tuple_count(a->slot_names); i++) {
        Value name = tuple_get(a->slot_names, i);
        bool private = strncmp(str_data(name), "__", 2) == 0 && str_data(name)[str_size(name) - 1] != '_';
        if (!has_slot(b, name) || private) return false;
    }
    return true;
}

static bool same_solid_base(const Type *from, const Type *to) {
    Type *a = type_solid_base((Type *)from), *b = type_solid_base((Type *)to);
    return a == b || (a->base && b->base && type_solid_base(a->base) == type_solid_base(b->base) && same_members(a, b));
}

bool type_same_layout(const Type *from, const Type *to) {
    return from->size == to->size && from->attributes_offset == to->attributes_offset &&
           from->dict_offset == to->dict_offset && same_solid_base(from, to) &&
           ((from->flags ^ to->flags) & TYPE_ATTRIBUTES) == 0 &&
           !type_lookup((Type *)from, NAME(__weakref__)) == !type_lookup((Type *)to, NAME(__weakref__));
}

static bool object_set_class(Value self, Value value) {
    if (!value) return raise_type_error("can't delete __class__ attribute");
    if (!type_check(value))
        return raise_type_error("__class__ must be set to a class, not '%T' object", value);
    Type *from = type_of(self), *to = type_from(value);
    bool modules = object_is_instance(self, &module_type) && type_is_subtype(to, &module_type);
    if (!modules && !(from->flags & to->flags & TYPE_HEAP)) {
        return raise_type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (from == to) return true;
    if (!modules && !type_check_layout(from, to, "__class__")) return false;
    Attributes *attributes = attributes_of(self);
    if (attributes && !attributes_set_type(attributes, to)) return false;
    value_object(self)->type = to;
    return true;
}

static const MethodDef object_methods[] = {
    METHOD("__dir__", object_py_dir, "", "Default dir() implementation."),
    METHOD("__sizeof__", object_py_sizeof, "", "Size of object in memory, in bytes."),
    METHOD("__reduce__", object_py_reduce, "", "Helper for pickle."),
    METHOD("__reduce_ex__", object_py_reduce_ex, "protocol, /", "Helper for pickle."),
    METHOD("__getstate__", object_py_getstate, "", "Helper for pickle."),
    CLASS_METHOD("__init_subclass__", object_py_init_subclass, "",
                 "This method is called when a class is subclassed."),
    CLASS_METHOD("__subclasshook__", object_py_subclasshook, "object, /",
                 "Abstract classes can override this to customize issubclass()."),
    METHODS_END,
};

static const AttributeDef object_attributes[] = {
    {"__class__", object_get_class, object_set_class, "the object's class"},
    {0},
};

Type object_type = {
    .head = {&type_type},
    .name = "object",
    .doc = "The base class of the class hierarchy.\n\n"
           "When called, it accepts no arguments and returns a new featureless\n"
           "instance that has no instance attributes and cannot be given any.\n",
    .size = sizeof(Object),
    .flags = TYPE_BASE,
    .make = object_make,
    .repr = object_default_repr,
    .str = object_default_str,
    .hash = object_default_hash,
    .compare = object_default_compare,
    .format = object_default_format,
    .methods = object_methods,
    .attributes = object_attributes,
    .signature = "",
};

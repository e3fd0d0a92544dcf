// type: what Python code can do with a class. Attributes of a class are found along its own mro, with the
// metaclass's data descriptors (__name__, __dict__, __mro__ ...) before and its other attributes after them.
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/module.h"
#include "objects/signature.h"
#include "objects/str.h"
#include "objects/type.h"
#include "objects/union.h"

// --- slots

static Value type_repr(Value self) {
    Value name = type_qualified_name(type_from(self));
    return name ? str_format("<class '%S'>", name) : 0;
}

Value type_call(Value self, Value *args, size_t count, Value keywords) {
    Type *type = type_from(self);
    type_ensure_ready(type);
    if (type == &type_type) {
        bool named = keywords && tuple_count(keywords);
        if (count == 1) return named ? raise_type_error("type() takes no keyword arguments") : VALUE(type_of(args[0]));
        if (count != 3) return raise_type_error("type() takes 1 or 3 arguments");
    }
    if (unlikely(!type->make)) return raise_type_error("cannot create '%N' instances", type);
    Value made = type->make(type, args, count, keywords);
    if (!made) return 0;
    Type *made_type = type_of(made);
    if (made_type != type && !type_is_subtype(made_type, type)) return made;
    if (made_type->init && !made_type->init(made, args, count, keywords)) return 0;
    return made;
}

static bool type_init(Value self, Value *args, size_t count, Value keywords) {
    (void)self, (void)args;
    if (count == 1 && keywords && tuple_count(keywords)) {
        return raise_type_error("type.__init__() takes no keyword arguments");
    }
    return count == 1 || count == 3 || raise_type_error("type.__init__() takes 1 or 3 arguments");
}

Value type_find_attribute(Type *type, Value name) {
    if (unlikely(!str_of(name)->interned) && !(name = str_intern(name))) return 0;
    Type *metatype = type_of(VALUE(type));
    Value meta = type_lookup(metatype, name);
    Type *meta_kind = meta ? type_of(meta) : 0;
    if (meta_kind && meta_kind->descriptor_get && meta_kind->descriptor_set) {
        return meta_kind->descriptor_get(meta, VALUE(type), metatype);
    }
    Value own = type_lookup(type, name);
    if (own) {
        Type *kind = type_of(own);
        return kind->descriptor_get ? kind->descriptor_get(own, 0, type) : own;
    }
    if (meta_kind && meta_kind->descriptor_get) return meta_kind->descriptor_get(meta, VALUE(type), metatype);
    return meta;
}

Value type_get_attribute(Value self, Value name) {
    Value found = type_find_attribute(type_from(self), name);
    return found || error_occurred() ? found : raise_attribute_error(self, name);
}

static bool type_set_attribute_checked(Value self, Value name, Value value) {
    Type *type = type_from(self);
    if (!(type->flags & TYPE_HEAP)) {
        return raise_type_error("cannot set %R attribute of immutable type '%N'", name, type);
    }
    if (unlikely(!str_of(name)->interned) && !(name = str_intern(name))) return false;
    Value meta = type_lookup(type_of(self), name);
    if (meta && type_of(meta)->descriptor_set) return type_of(meta)->descriptor_set(meta, self, value);
    return type_set_attribute(type, name, value);
}

// int | str
static Value type_or(Value left, Value right) { return union_new(left, right); }

// --- attributes

static Value type_get_name(Value self) { return type_name(type_from(self)); }

static bool check_assignable(Type *type, const char *name, Value value) {
    if (!(type->flags & TYPE_HEAP)) {
        return raise_type_error("cannot set '%s' attribute of immutable type '%N'", name, type);
    }
    if (!value) return raise_type_error("cannot delete '%s' attribute of immutable type '%N'", name, type);
    return true;
}

static bool check_name(Type *type, const char *name, Value value) {
    if (!check_assignable(type, name, value)) return false;
    if (str_check(value)) return true;
    return raise_type_error("can only assign string to %N.%s, not '%T'", type, name, value);
}

static bool type_set_name(Value self, Value value) {
    Type *type = type_from(self);
    if (!check_name(type, "__name__", value) || !type_check_new_name(value) || !(value = str_intern(value))) return false;
    type->name = str_data(value);
    return true;
}

static Value type_get_qualname(Value self) {
    Type *type = type_from(self);
    return type->flags & TYPE_HEAP ? type->qualified_name : type_name(type);
}

static bool type_set_qualname(Value self, Value value) {
    if (!check_name(type_from(self), "__qualname__", value)) return false;
    type_from(self)->qualified_name = value;
    return true;
}

static Value type_get_module(Value self) { return type_module(type_from(self)); }

static bool type_set_module(Value self, Value value) {
    return check_assignable(type_from(self), "__module__", value) &&
           type_set_attribute(type_from(self), NAME(__module__), value);
}

static Value type_get_bases(Value self) {
    type_ensure_ready(type_from(self));
    return VALUE(type_from(self)->bases);
}

static bool type_set_bases(Value self, Value value) {
    Type *type = type_from(self);
    return check_assignable(type, "__bases__", value) && type_change_bases(type, value);
}

static Value type_get_base(Value self) {
    type_ensure_ready(type_from(self));
    return type_from(self)->base ? VALUE(type_from(self)->base) : NONE;
}

static Value type_get_mro(Value self) {
    type_ensure_ready(type_from(self));
    return VALUE(type_from(self)->mro);
}

Value type_get_dict(Value self) {
    type_ensure_ready(type_from(self));
    return mapping_proxy_new(VALUE(type_from(self)->dict));
}

static Value type_get_doc(Value self) {
    Type *type = type_from(self);
    type_ensure_ready(type);
    if (!(type->flags & TYPE_HEAP)) return type->doc ? str_from(type->doc) : NONE;
    Value doc = type_lookup(type, NAME(__doc__));
    return doc ? descriptor_bind(doc, 0, type) : NONE;
}

static bool type_set_doc(Value self, Value value) {
    return check_assignable(type_from(self), "__doc__", value) &&
           type_set_attribute(type_from(self), NAME(__doc__), value);
}

static Value own_attribute(Value self, Value name) {
    type_ensure_ready(type_from(self));
    return dict_get_name(type_from(self)->dict, name);
}

static Value type_get_abstract_methods(Value self) {
    Value methods = self == VALUE(&type_type) ? 0 : own_attribute(self, NAME(__abstractmethods__));
    if (methods) return methods;
    return raise_attribute_error_format(self, NAME(__abstractmethods__), "__abstractmethods__");
}

static bool type_set_abstract_methods(Value self, Value value) {
    Type *type = type_from(self);
    if (!value && !own_attribute(self, NAME(__abstractmethods__)))
        return type_get_abstract_methods(self) != 0;
    int abstract = value ? object_truth(value) : 0;
    if (abstract < 0 || !type_set_attribute(type, NAME(__abstractmethods__), value)) return false;
    type->flags = abstract ? type->flags | TYPE_ABSTRACT : type->flags & ~(uint32_t)TYPE_ABSTRACT;
    return true;
}

// Annotations are worked out when first asked for (PEP 649): by the function that the class statement left.
static Value annotate_function(Value self) {
    Value function = own_attribute(self, NAME(__annotate_func__));
    return function ? function : own_attribute(self, NAME(__annotate__));
}

static Value type_get_annotate(Value self) {
    if (!(type_from(self)->flags & TYPE_HEAP)) return raise_attribute_error(self, NAME(__annotate__));
    Value function = annotate_function(self);
    return function ? function : NONE;
}

static bool type_set_annotate(Value self, Value value) {
    if (!value) return raise_type_error("cannot delete __annotate__ attribute");
    if (value != NONE && !object_callable(value))
        return raise_type_error("__annotate__ must be callable or None");
    if (value != NONE && own_attribute(self, NAME(__annotations_cache__)) &&
        !type_set_attribute(type_from(self), NAME(__annotations_cache__), 0)) return false;
    return type_set_attribute(type_from(self), NAME(__annotate_func__), value);
}

static Value type_get_annotations(Value self) {
    if (!(type_from(self)->flags & TYPE_HEAP)) return raise_attribute_error(self, NAME(__annotations__));
    Value annotations = own_attribute(self, NAME(__annotations__));
    if (!annotations) annotations = own_attribute(self, NAME(__annotations_cache__));
    if (annotations) return descriptor_bind(annotations, 0, type_from(self));
    Value function = annotate_function(self);
    annotations = function && object_callable(function) ? object_call1(function, SMALL(1)) : dict_new();
    if (!annotations) return 0;
    if (!dict_check(annotations)) {
        return raise_type_error("__annotate__ returned non-dict of type '%T'", annotations);
    }
    return type_set_attribute(type_from(self), NAME(__annotations_cache__), annotations) ? annotations : 0;
}

static bool type_set_annotations(Value self, Value value) {
    bool cached = own_attribute(self, NAME(__annotations__)) == 0;
    Value name = cached ? NAME(__annotations_cache__) : NAME(__annotations__);
    if (!value && !own_attribute(self, name)) return raise_attribute_error(self, NAME(__annotations__));
    return type_set_attribute(type_from(self), name, value);
}

static Value type_get_type_params(Value self) {
    Value parameters = own_attribute(self, NAME(__type_params__));
    return parameters && type_from(self)->flags & TYPE_HEAP ? parameters : tuple_empty;
}

static bool type_set_type_params(Value self, Value value) {
    return type_set_attribute(type_from(self), NAME(__type_params__), value);
}

static Value type_get_text_signature(Value self) {
    const char *signature = type_from(self)->flags & TYPE_HEAP ? 0 : type_from(self)->signature;
    return signature ? str_format("(%s)", signature) : NONE;
}

static Value type_get_basicsize(Value self) { return int_from_int64((int64_t)type_from(self)->size); }
static Value type_get_itemsize(Value self) { return SMALL(type_from(self)->payload_size ? 1 : 0); }
// The bits that Py_TPFLAGS_... give a meaning.
static Value type_get_flags(Value self) {
    static const struct { uint32_t own; int bit; } bits[] = {
        {TYPE_SEQUENCE_PATTERN, 5}, {TYPE_MAPPING_PATTERN, 6}, {TYPE_NO_NEW, 7}, {TYPE_HEAP, 9}, {TYPE_BASE | TYPE_HEAP, 10},
        {TYPE_READY, 12}, {TYPE_ABSTRACT, 20}, {TYPE_IS_INT, 24}, {TYPE_IS_LIST, 25}, {TYPE_IS_TUPLE, 26}, {TYPE_IS_BYTES, 27},
        {TYPE_IS_STR, 28}, {TYPE_IS_DICT, 29}, {TYPE_IS_EXCEPTION, 30}, {TYPE_IS_TYPE, 31},
    };
    uint32_t flags = type_from(self)->flags;
    int64_t result = flags & TYPE_HEAP ? 0 : 1 << 8;
    for (size_t k = 0; k < sizeof bits / sizeof bits[0]; k++)
        if (flags & bits[k].own) result |= (int64_t)1 << bits[k].bit;
    return int_from_int64(result);
}
static Value type_get_dictoffset(Value self) { return int_from_int64(type_from(self)->dict_offset); }

static const AttributeDef type_attributes[] = {
    {"__name__", type_get_name, type_set_name, 0},
    {"__qualname__", type_get_qualname, type_set_qualname, 0},
    {"__module__", type_get_module, type_set_module, 0},
    {"__bases__", type_get_bases, type_set_bases, 0},
    MEMBER("__base__", type_get_base, 0),
    {"__mro__", type_get_mro, 0, 0},
    {"__dict__", type_get_dict, 0, 0},
    {"__doc__", type_get_doc, type_set_doc, 0},
    {"__abstractmethods__", type_get_abstract_methods, type_set_abstract_methods, 0},
    {"__annotate__", type_get_annotate, type_set_annotate, 0},
    {"__annotations__", type_get_annotations, type_set_annotations, 0},
    {"__type_params__", type_get_type_params, type_set_type_params, 0},
    {"__text_signature__", type_get_text_signature, 0, 0},
    MEMBER("__basicsize__", type_get_basicsize, 0),
    MEMBER("__itemsize__", type_get_itemsize, 0),
    MEMBER("__flags__", type_get_flags, 0),
    MEMBER("__dictoffset__", type_get_dictoffset, 0),
    {0},
};

// --- Python methods

static Value type_py_mro(Value self, Value *args) {
    (void)args;
    Type *type = type_from(self);
    type_ensure_ready(type);
    Tuple *mro = type == &object_type ? type->mro : mro_compute(type);
    return mro ? list_new(mro->items, mro->count) : 0;
}

static Value type_py_subclasses(Value self, Value *args) {
    (void)args;
    Value list = list_with_capacity(0);
    Type *subclass;
    for (size_t at = 0; list && (subclass = type_next_subclass(type_from(self), &at));) {
        if (!list_append(list, VALUE(subclass))) return 0;
    }
    return list;
}

static Value type_py_prepare(Value self, Value *args) {
    (void)self, (void)args;
    return dict_new();
}

static Value type_py_instancecheck(Value self, Value *args) {
    int result = type_is_instance(args[0], self);
    return result < 0 ? 0 : bool_value(result);
}

static Value type_py_subclasscheck(Value self, Value *args) {
    int result = type_is_subclass(args[0], self);
    return result < 0 ? 0 : bool_value(result);
}

static Value type_py_sizeof(Value self, Value *args) {
    (void)self, (void)args;
    return int_from_int64(sizeof(Type));
}

static const MethodDef type_methods[] = {
    METHOD("mro", type_py_mro, "", "Return a type's method resolution order."),
    METHOD("__subclasses__", type_py_subclasses, "", "Return a list of immediate subclasses."),
    CLASS_METHOD("__prepare__", type_py_prepare, "*args, **kwargs",
                 "Create the namespace for the class statement"),
    METHOD("__instancecheck__", type_py_instancecheck, "instance, /", "Check if an object is an instance."),
    METHOD("__subclasscheck__", type_py_subclasscheck, "subclass, /", "Check if a class is a subclass."),
    METHOD("__dir__", type_py_dir, "", "Specialized __dir__ implementation for types."),
    METHOD("__sizeof__", type_py_sizeof, "", "Return memory consumption of the type object."),
    METHODS_END,
};

Type type_type = {
    .head = {&type_type},
    .name = "type",
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .size = sizeof(Type),
    .flags = TYPE_BASE | TYPE_IS_TYPE | TYPE_WEAK,
    .make = type_make,
    .init = type_init,
    .repr = type_repr,
    .call = type_call,
    .get_attribute = type_get_attribute,
    .set_attribute = type_set_attribute_checked,
    .operators = OPERATORS(.binary[BINARY_OR] = type_or),
    .methods = type_methods,
    .attributes = type_attributes,
    .dict_offset = offsetof(Type, dict),
};

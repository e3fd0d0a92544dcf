// Descriptors that stand for data: the accessors of built-in types ("getset_descriptor"), the entries of
// __slots__ ("member_descriptor") and property.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

Value descriptor_bind(Value descriptor, Value object, Type *owner) {
    Type *kind = type_of(descriptor);
    return kind->descriptor_get ? kind->descriptor_get(descriptor, object, owner) : descriptor;
}

// What getset and member descriptors have in common: a name, and the type that they were made for.
typedef struct {
    Object head;
    Type *owner;
    Value name;              // interned str
    const AttributeDef *def; // 0: an entry of __slots__, which lies
    size_t offset;           // so many bytes from the start of the object
} DataDescriptor;

static DataDescriptor *data_of(Value v) { return (DataDescriptor *)value_object(v); }

static DataDescriptor *data_new(Type *type, Type *owner, Value name) {
    DataDescriptor *made = name ? mem_object(type, sizeof *made) : 0;
    if (!made) return 0;
    made->owner = owner;
    made->name = name;
    return made;
}

static bool check_object(const DataDescriptor *data, Value object) {
    if (object_is_instance(object, data->owner)) return true;
    return raise_type_error("descriptor '%S' for '%N' objects doesn't apply to a '%T' object", data->name,
                            data->owner, object);
}

static Value data_get_name(Value self) { return data_of(self)->name; }
static Value data_get_objclass(Value self) { return VALUE(data_of(self)->owner); }

static Value data_get_qualname(Value self) {
    Value owner = type_name(data_of(self)->owner);
    return owner ? str_format("%S.%S", owner, data_of(self)->name) : 0;
}

static Value data_get_doc(Value self) {
    const AttributeDef *def = data_of(self)->def;
    return def && def->doc ? str_from(def->doc) : NONE;
}

static const AttributeDef data_attributes[] = {
    MEMBER("__name__", data_get_name, 0),
    {"__qualname__", data_get_qualname, 0, 0},
    MEMBER("__objclass__", data_get_objclass, 0),
    {"__doc__", data_get_doc, 0, 0},
    {0},
};

bool attribute_set_member(Value self, Value value) {
    (void)self, (void)value;
    return raise_format(&AttributeError_type, "readonly attribute");
}

// --- getset_descriptor

Value attribute_descriptor_new(const AttributeDef *def, Type *owner) {
    Type *type = def->set == attribute_set_member ? &member_descriptor_type : &attribute_descriptor_type;
    DataDescriptor *made = data_new(type, owner, intern(def->name));
    if (made) made->def = def;
    return VALUE(made);
}

static Value attribute_repr(Value self) {
    return str_format("<attribute '%S' of '%N' objects>", data_of(self)->name, data_of(self)->owner);
}

static Value attribute_get(Value self, Value object, Type *owner) {
    (void)owner;
    DataDescriptor *data = data_of(self);
    if (!object) return self;
    if (!check_object(data, object)) return 0;
    return data->def->get ? data->def->get(object) : NONE;
}

static bool attribute_set(Value self, Value object, Value value) {
    DataDescriptor *data = data_of(self);
    if (!check_object(data, object)) return false;
    if (data->def->set) return data->def->set(object, value);
    return raise_attribute_error_format(object, data->name, "attribute '%S' of '%N' objects is not writable",
                                        data->name, data->owner);
}

Type attribute_descriptor_type = {
    .head = {&type_type},
    .name = "getset_descriptor",
    .doc = "An attribute that is computed.",
    .size = sizeof(DataDescriptor),
    .flags = TYPE_NO_NEW,
    .repr = attribute_repr,
    .descriptor_get = attribute_get,
    .descriptor_set = attribute_set,
    .attributes = data_attributes,
};

// --- member_descriptor

Value member_descriptor_new(Type *owner, Value name, size_t offset) {
    DataDescriptor *made = data_new(&member_descriptor_type, owner, name);
    if (made) made->offset = offset;
    return VALUE(made);
}

static Value *member_place(const DataDescriptor *data, Value object) {
    return (Value *)((char *)value_object(object) + data->offset);
}

static Value member_repr(Value self) {
    return str_format("<member '%S' of '%N' objects>", data_of(self)->name, data_of(self)->owner);
}

static Value member_get(Value self, Value object, Type *owner) {
    (void)owner;
    DataDescriptor *data = data_of(self);
    if (!object) return self;
    if (!check_object(data, object)) return 0;
    if (data->def) return data->def->get(object);
    Value value = *member_place(data, object);
    return value ? value : raise_attribute_error_format(object, data->name, "'%Q' object has no attribute '%S'", object, data->name);
}

static bool member_set(Value self, Value object, Value value) {
    DataDescriptor *data = data_of(self);
    if (!check_object(data, object)) return false;
    if (data->def) return data->def->set(object, value);
    Value *place = member_place(data, object);
    if (!value && !*place) return raise_attribute_error_format(object, data->name, "%S", data->name);
    *place = value;
    return true;
}

Type member_descriptor_type = {
    .head = {&type_type},
    .name = "member_descriptor",
    .doc = "An attribute that is kept in the object itself.",
    .size = sizeof(DataDescriptor),
    .flags = TYPE_NO_NEW,
    .repr = member_repr,
    .descriptor_get = member_get,
    .descriptor_set = member_set,
    .attributes = data_attributes,
};

// --- property

static Property *property_of(Value v) { return (Property *)value_object(v); }
static bool is_set(Value v) { return v && v != NONE; }

static Value property_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Property)));
}

static bool take_doc_of_getter(Property *property) {
    if (!is_set(property->getter)) return true;
    bool found;
    property->doc = object_find_attribute(property->getter, NAME(__doc__), &found);
    property->doc_of_getter = is_set(property->doc);
    return !error_occurred();
}

// An instance of a subclass has a __doc__ of its own, which hides the class's.
static bool keep_doc_in_instance(Value self, Value doc) {
    Value slot = type_lookup(type_of(self), NAME(__doc__));
    if (slot && type_of(slot)->descriptor_set) return type_of(slot)->descriptor_set(slot, self, doc);
    if (attributes_of(self)) return attributes_set(attributes_of(self), NAME(__doc__), doc);
    return raise_attribute_error_format(self, NAME(__doc__), "'%T' object attribute '__doc__' is read-only", self);
}

static bool property_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[4];
    if (!NATIVE_BIND("property", "fget=None, fset=None, fdel=None, doc=None", bound)) return false;
    Property *property = property_of(self);
    property->getter = bound[0];
    property->setter = bound[1];
    property->deleter = bound[2];
    property->doc = bound[3];
    if (!is_set(property->doc) && !take_doc_of_getter(property)) return false;
    return type_of(self) == &property_type || !is_set(property->doc) || keep_doc_in_instance(self, property->doc);
}

// The name it was assigned to in its class, else that of the getter; 0: none.
static Value property_name(const Property *property) {
    if (property->name) return property->name;
    if (!is_set(property->getter)) return 0;
    bool found;
    return object_find_attribute(property->getter, NAME(__name__), &found);
}

static bool refuse(const Property *property, Value object, const char *accessor) {
    Value name = property_name(property);
    const Type *type = type_of(object);
    Value owner = error_occurred() ? 0 : type->qualified_name ? type->qualified_name : type_name(type);
    if (!owner) return false;
    if (!name) return raise_format(&AttributeError_type, "property of '%S' object has no %s", owner, accessor);
    return raise_format(&AttributeError_type, "property %R of '%S' object has no %s", name, owner, accessor);
}

static Value property_get(Value self, Value object, Type *owner) {
    (void)owner;
    const Property *property = property_of(self);
    if (!object) return self;
    if (!is_set(property->getter)) return refuse(property, object, "getter");
    return object_call1(property->getter, object);
}

static bool property_set(Value self, Value object, Value value) {
    const Property *property = property_of(self);
    Value function = value ? property->setter : property->deleter;
    if (!is_set(function)) return refuse(property, object, value ? "setter" : "deleter");
    return (value ? object_call2(function, object, value) : object_call1(function, object)) != 0;
}

static Value or_none(Value v) { return v ? v : NONE; }

// A property like this one with some of its functions replaced.
static Value copy_with(Value self, Value getter, Value setter, Value deleter) {
    const Property *property = property_of(self);
    if (!getter) getter = property->getter;
    if (!setter) setter = property->setter;
    if (!deleter) deleter = property->deleter;
    Value doc = property->doc_of_getter && is_set(getter) ? 0 : property->doc;
    Value parts[] = {or_none(getter), or_none(setter), or_none(deleter), or_none(doc)};
    Value made = object_call(VALUE(type_of(self)), parts, 4, 0);
    if (made && object_is_instance(made, &property_type)) property_of(made)->name = property->name;
    return made;
}

static Value property_py_getter(Value self, Value *args) { return copy_with(self, args[0], 0, 0); }
static Value property_py_setter(Value self, Value *args) { return copy_with(self, 0, args[0], 0); }
static Value property_py_deleter(Value self, Value *args) { return copy_with(self, 0, 0, args[0]); }

static Value property_py_set_name(Value self, Value *args) {
    size_t count = tuple_count(args[0]);
    if (count != 2)
        return raise_type_error("__set_name__() takes 2 positional arguments but %zu were given", count);
    property_of(self)->name = tuple_get(args[0], 1);
    return NONE;
}

static Value property_get_fget(Value self) { return or_none(property_of(self)->getter); }
static Value property_get_fset(Value self) { return or_none(property_of(self)->setter); }
static Value property_get_fdel(Value self) { return or_none(property_of(self)->deleter); }
static Value property_get_doc(Value self) { return or_none(property_of(self)->doc); }

static bool property_set_doc(Value self, Value value) {
    property_of(self)->doc = or_none(value);
    return true;
}

static Value property_get_name(Value self) {
    Value name = property_name(property_of(self));
    return name || error_occurred() ? name : raise_attribute_error(self, NAME(__name__));
}

static bool property_set_name(Value self, Value value) {
    property_of(self)->name = value;
    return true;
}

static Value property_get_abstract(Value self) {
    const Value functions[] = {property_of(self)->getter, property_of(self)->setter,
                               property_of(self)->deleter};
    for (int i = 0; i < 3; i++) {
        if (!is_set(functions[i])) continue;
        bool found;
        Value mark = object_find_attribute(functions[i], NAME(__isabstractmethod__), &found);
        int abstract = mark ? object_truth(mark) : error_occurred() ? -1 : 0;
        if (abstract) return abstract < 0 ? 0 : TRUE;
    }
    return FALSE;
}

static const MethodDef property_methods[] = {
    METHOD("getter", property_py_getter, "object, /",
           "Descriptor to obtain a copy of the property with a different getter."),
    METHOD("setter", property_py_setter, "object, /",
           "Descriptor to obtain a copy of the property with a different setter."),
    METHOD("deleter", property_py_deleter, "object, /",
           "Descriptor to obtain a copy of the property with a different deleter."),
    METHOD("__set_name__", property_py_set_name, "*owner_and_name", "Method to set name of a property."),
    METHODS_END,
};

static const AttributeDef property_attributes[] = {
    MEMBER("fget", property_get_fget, 0),
    MEMBER("fset", property_get_fset, 0),
    MEMBER("fdel", property_get_fdel, 0),
    {"__doc__", property_get_doc, property_set_doc, 0},
    {"__name__", property_get_name, property_set_name, 0},
    {"__isabstractmethod__", property_get_abstract, 0, 0},
    {0},
};

Type property_type = {
    .head = {&type_type},
    .name = "property",
    .doc = "Property attribute.\n\n"
           "  fget\n    function to be used for getting an attribute value\n"
           "  fset\n    function to be used for setting an attribute value\n"
           "  fdel\n    function to be used for del'ing an attribute\n"
           "  doc\n    docstring\n",
    .size = sizeof(Property),
    .flags = TYPE_BASE,
    .make = property_make,
    .init = property_init,
    .descriptor_get = property_get,
    .descriptor_set = property_set,
    .methods = property_methods,
    .attributes = property_attributes,
    .signature = "fget=None, fset=None, fdel=None, doc=None",
};

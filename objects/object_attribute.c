// Attributes of any value. The generic way (reference, 3.3.2): a data descriptor of the class, then the
// object's own attribute, then what else the class has. Own attributes lie in a shape area (instance.h) or,
// for modules and functions, in a plain dict.
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/instance.h"
#include "objects/module.h"
#include "objects/str.h"
#include "objects/type.h"

static Dict **plain_dict(Value v) {
    ptrdiff_t offset = type_of(v)->dict_offset;
    return offset ? (Dict **)((char *)value_object(v) + offset) : 0;
}

Value object_own_attribute(Value v, Value name) {
    Attributes *attributes = attributes_of(v);
    if (attributes) return attributes_get(attributes, name);
    Dict **dict = plain_dict(v);
    return dict && *dict ? dict_get_name(*dict, name) : 0;
}

Value object_generic_find_attribute(Value v, Value name, bool *found) {
    Type *type = type_of(v);
    if (unlikely(!str_of(name)->interned) && !(name = str_intern(name))) return *found = false, 0;
    *found = true;
    Value attribute = type_lookup(type, name);
    Type *kind = attribute ? type_of(attribute) : 0;
    if (kind && kind->descriptor_get && kind->descriptor_set) return kind->descriptor_get(attribute, v, type);
    Value own = object_own_attribute(v, name);
    if (own) return own;
    if (kind) return kind->descriptor_get ? kind->descriptor_get(attribute, v, type) : attribute;
    *found = false;
    return 0;
}

Value object_generic_get_attribute(Value v, Value name) {
    bool found;
    Value result = object_generic_find_attribute(v, name, &found);
    return found || error_occurred() ? result : raise_attribute_error(v, name);
}

// An AttributeError that was raised by hand tells as well, for suggestions, what was looked for.
static void complete_error(Value v, Value name) {
    if (!error_is(&AttributeError_type)) return;
    Value *extra = exception_of(error_pending)->extra;
    if (extra[ATTRIBUTE_ERROR_NAME] || extra[ATTRIBUTE_ERROR_OBJECT]) return;
    extra[ATTRIBUTE_ERROR_NAME] = name;
    extra[ATTRIBUTE_ERROR_OBJECT] = v;
}

Value object_get_attribute(Value v, Value name) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    Value result = type->get_attribute ? type->get_attribute(v, name) : object_generic_get_attribute(v, name);
    if (unlikely(!result)) complete_error(v, name);
    return result;
}

Value object_get_attribute_c(Value v, const char *name) {
    Value interned = intern(name);
    return interned ? object_get_attribute(v, interned) : 0;
}

Value object_find_attribute(Value v, Value name, bool *found) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    Value result;
    *found = false;
    if (unlikely(!name) || !mem_stack_check()) return 0;
    if (!type->get_attribute) {
        result = object_generic_find_attribute(v, name, found);
    } else if (type->get_attribute == type_get_attribute) {
        result = type_find_attribute(type_from(v), name);
    } else {
        result = type->get_attribute(v, name);
    }
    *found = result != 0;
    if (!result && error_occurred()) error_clear_if(&AttributeError_type);
    return result;
}

Value object_find_special(Value v, Value name) {
    Type *type = type_of(v);
    Value found = type_lookup(type, name);
    return found ? descriptor_bind(found, v, type) : 0;
}

// --- setting

static bool cannot_set(Value v, Value name, bool class_has_it) {
    if (class_has_it) {
        return raise_attribute_error_format(v, name, "'%T' object attribute '%S' is read-only", v, name);
    }
    return raise_attribute_error_format(
        v, name, "'%T' object has no attribute '%S' and no __dict__ for setting new attributes", v, name);
}

static bool delete_own(Value v, Attributes *attributes, Dict **dict, Value name) {
    int deleted = attributes ? attributes_delete(attributes, name)
                  : *dict    ? dict_delete(VALUE(*dict), name)
                             : 0;
    if (deleted == 0) return raise_attribute_error_format(v, name, "'%T' object has no attribute '%S'", v, name);
    return deleted > 0;
}

bool object_generic_set_attribute(Value v, Value name, Value value) {
    Type *type = type_of(v);
    if (unlikely(!str_of(name)->interned) && !(name = str_intern(name))) return false;
    Value attribute = type_lookup(type, name);
    if (attribute) {
        Type *kind = type_of(attribute);
        if (kind->descriptor_set) return kind->descriptor_set(attribute, v, value);
    }
    Attributes *attributes = attributes_of(v);
    Dict **dict = attributes ? 0 : plain_dict(v);
    if (!attributes && !dict) return cannot_set(v, name, attribute != 0);
    if (!value) return delete_own(v, attributes, dict, name);
    if (attributes) return attributes_set(attributes, name, value);
    if (!*dict) {
        Value made = dict_new();
        if (!made) return false;
        *dict = dict_of(made);
    }
    return dict_set_name(*dict, name, value);
}

bool object_set_attribute(Value v, Value name, Value value) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    if (unlikely(!name)) return false;
    return type->set_attribute ? type->set_attribute(v, name, value)
                               : object_generic_set_attribute(v, name, value);
}

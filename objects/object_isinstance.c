// isinstance() and issubclass(): classes, tuples and unions of them, __instancecheck__ and __subclasscheck__,
// and objects that only look like classes because they have __bases__.
#include "objects/generic_alias.h"
#include "objects/object.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/union.h"

static const char not_a_class[] = "isinstance() arg 2 must be a type, a tuple of types, or a union";
static const char not_a_class_either[] = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

// __bases__ of something that is no type: a tuple, or 0 (nothing pending: it has none).
static Value abstract_bases(Value v) {
    bool found;
    Value bases = object_find_attribute(v, NAME(__bases__), &found);
    return bases && tuple_check(bases) ? bases : 0;
}

static int abstract_is_subclass(Value derived, Value base) {
    if (derived == base) return 1;
    if (!mem_stack_check()) return -1;
    Value bases = abstract_bases(derived);
    if (!bases) return error_occurred() ? -1 : 0;
    for (size_t i = 0; i < tuple_count(bases); i++) {
        int result = abstract_is_subclass(tuple_get(bases, i), base);
        if (result) return result;
    }
    return 0;
}

// An object may claim another class by its attribute __class__ (proxies, mocks).
static Value claimed_class(Value v) {
    Type *type = type_of(v);
    if (type->get_attribute == 0 && (!(type->flags & TYPE_HEAP) ||
        type_lookup(type, NAME(__class__)) == type_lookup(&object_type, NAME(__class__))))
        return 0;
    bool found;
    Value claimed = object_find_attribute(v, NAME(__class__), &found);
    return claimed && claimed != VALUE(type) ? claimed : 0;
}

int type_is_instance(Value v, Value class) {
    if (type_check(class)) {
        if (object_is_instance(v, type_from(class))) return 1;
        Value claimed = claimed_class(v);
        if (error_occurred()) return -1;
        return claimed && type_check(claimed) && type_is_subtype(type_from(claimed), type_from(class));
    }
    if (!abstract_bases(class)) {
        if (!error_occurred()) raise_type_error(not_a_class);
        return -1;
    }
    bool found;
    Value claimed = object_find_attribute(v, NAME(__class__), &found);
    if (!claimed) return error_occurred() ? -1 : 0;
    return abstract_is_subclass(claimed, class);
}

int type_is_subclass(Value derived, Value class) {
    if (type_check(derived) && type_check(class)) {
        type_ensure_ready(type_from(derived));
        return type_is_subtype(type_from(derived), type_from(class));
    }
    if (!type_check(derived) && !abstract_bases(derived)) {
        if (!error_occurred()) raise_type_error("issubclass() arg 1 must be a class");
        return -1;
    }
    if (!type_check(class) && !abstract_bases(class)) {
        if (!error_occurred()) raise_type_error(not_a_class_either);
        return -1;
    }
    return abstract_is_subclass(derived, class);
}

typedef int (*Check)(Value, Value);

static int check_any(Check check, Value v, Value classes) {
    if (!mem_stack_check()) return -1;
    for (size_t i = 0; i < tuple_count(classes); i++) {
        int result = check(v, tuple_get(classes, i));
        if (result) return result;
    }
    return 0;
}

static int check_by_method(Value method, Value v) {
    Value result = object_call1(method, v);
    return result ? object_truth(result) : -1;
}

static int check_class(Check recurse, Check plain, Value hook, Value v, Value class, const char *generic) {
    if (value_is(class, &type_type)) return plain(v, class);
    if (tuple_check(class)) return check_any(recurse, v, class);
    if (value_is(class, &union_type)) return check_any(recurse, v, union_args(class));
    if (value_is(class, &generic_alias_type)) {
        raise_type_error("%s argument 2 cannot be a parameterized generic", generic);
        return -1;
    }
    Value method = object_find_special(class, hook);
    if (method) return check_by_method(method, v);
    return error_occurred() ? -1 : plain(v, class);
}

int object_isinstance(Value v, Value classinfo) {
    if (VALUE(type_of(v)) == classinfo) return 1;
    return check_class(object_isinstance, type_is_instance, NAME(__instancecheck__), v, classinfo,
                       "isinstance()");
}

int object_issubclass(Value v, Value classinfo) {
    return check_class(object_issubclass, type_is_subclass, NAME(__subclasscheck__), v, classinfo,
                       "issubclass()");
}

// C to Python: the functions in the slots of a class made by a program. Each looks its method up on self's
// type and calls it. They are there only while the class has such a method (slots_update), so one that is
// missing after all was deleted on the way, and is an AttributeError.
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/type.h"

// --- calling a special method

// The method as it is found on the type. *unbound: call it with self in front; else it is bound already.
static Value find_method(Value self, Value name, bool *unbound) {
    Type *type = type_of(self);
    Value found = type_lookup(type, name);
    *unbound = false;
    if (!found) return 0;
    Type *kind = type_of(found);
    if (kind->flags & TYPE_BINDS_SELF) {
        *unbound = true;
        return found;
    }
    return kind->descriptor_get ? kind->descriptor_get(found, self, type) : found;
}

// args[0] is self. 0 without a pending exception: there is no such method.
static Value call_found(Value name, Value *args, size_t count) {
    bool unbound;
    Value method = find_method(args[0], name, &unbound);
    if (!method) return 0;
    return unbound ? object_call(method, args, count, 0) : object_call(method, args + 1, count - 1, 0);
}

// The same for methods that an object need not have: a property of the name may say that there is none.
static Value call_if_there(Value name, Value *args, size_t count) {
    bool unbound;
    Value method = find_method(args[0], name, &unbound);
    if (!method) {
        if (error_occurred()) (void)error_clear_if(&AttributeError_type);
        return 0;
    }
    return unbound ? object_call(method, args, count, 0) : object_call(method, args + 1, count - 1, 0);
}

static Value call_special(Value name, Value *args, size_t count) {
    Value result = call_found(name, args, count);
    return result || error_occurred() ? result : raise_attribute_error(args[0], name);
}

static Value call0(Value self, Value name) { return call_special(name, &self, 1); }
static Value call1(Value self, Value name, Value argument) {
    return call_special(name, (Value[]){self, argument}, 2);
}
static Value call2(Value self, Value name, Value first, Value second) {
    return call_special(name, (Value[]){self, first, second}, 3);
}

// --- everyday

Value class_repr(Value self) {
    Value result = call_if_there(NAME(__repr__), &self, 1);
    return result || error_occurred() ? result : str_format("<%T object at %p>", self, self);
}
Value class_str(Value self) { return call0(self, NAME(__str__)); }
Value class_format(Value self, Value spec) { return call1(self, NAME(__format__), spec); }

int64_t class_hash(Value self) {
    Value result = call_if_there(NAME(__hash__), &self, 1);
    if (!result && !error_occurred()) raise_type_error("unhashable type: '%T'", self);
    if (!result) return -1;
    if (!int_check(result)) {
        raise_type_error("__hash__ method should return an integer");
        return -1;
    }
    int64_t hash;
    if (!int_get64(result, &hash)) hash = int_hash_value(result);
    return hash == -1 ? -2 : hash;
}

Value class_compare(Value self, Value other, CompareOp op) {
    const Value method[] = {NAME(__lt__), NAME(__le__), NAME(__eq__),
                            NAME(__ne__), NAME(__gt__), NAME(__ge__)};
    Value result = call_if_there(method[op], (Value[]){self, other}, 2);
    return result || error_occurred() ? result : NOT_IMPLEMENTED;
}

static bool is_none(Value self, Value name) { return type_lookup(type_of(self), name) == NONE; }

int class_truth(Value self) {
    if (is_none(self, NAME(__bool__))) {
        raise_type_error("'%T' cannot be interpreted as a boolean", self);
        return -1;
    }
    Value result = call_if_there(NAME(__bool__), &self, 1);
    if (!result) return error_occurred() ? -1 : 1;
    if (result == TRUE) return 1;
    if (result == FALSE) return 0;
    raise_type_error("__bool__ should return bool, returned %T", result);
    return -1;
}

Value class_call(Value self, Value *args, size_t count, Value keywords) {
    bool unbound;
    Value method = find_method(self, NAME(__call__), &unbound);
    if (!method) return error_occurred() ? 0 : raise_type_error("'%T' object is not callable", self);
    if (unbound) return object_call_with(method, self, args, count, keywords);
    // Not as the last thing done: the compiler would make a jump of it, and an object that is its own __call__ run forever.
    Value result = object_call(method, args, count, keywords);
    __asm__ volatile("");
    return result;
}

Value class_make(Type *type, Value *args, size_t count, Value keywords) {
    Value function = type_lookup(type, NAME(__new__));
    if (!function) return raise_attribute_error(VALUE(type), NAME(__new__));
    Type *kind = type_of(function);
    if (kind->descriptor_get && !(function = kind->descriptor_get(function, 0, type))) return 0;
    return object_call_with(function, VALUE(type), args, count, keywords);
}

bool class_init(Value self, Value *args, size_t count, Value keywords) {
    bool unbound;
    Value method = find_method(self, NAME(__init__), &unbound);
    if (!method) return error_occurred() ? false : raise_attribute_error(self, NAME(__init__));
    Value result = unbound ? object_call_with(method, self, args, count, keywords)
                           : object_call(method, args, count, keywords);
    if (!result) return false;
    if (result == NONE) return true;
    return raise_type_error("__init__() should return None, not '%.200s'", type_of(result)->name);
}

// --- attributes

static bool is_objects_own(Value method) {
    return value_is(method, &wrapper_descriptor_type) &&
           ((Wrapper *)value_object(method))->owner == &object_type;
}

Value class_get_attribute(Value self, Value name) {
    Type *type = type_of(self);
    Value getattribute = type_lookup(type, NAME(__getattribute__));
    Value fallback = type_lookup(type, NAME(__getattr__));
    bool found;
    Value result;
    if (!getattribute || is_objects_own(getattribute)) {
        result = object_generic_find_attribute(self, name, &found);
        if (!found && !error_occurred() && !fallback) return raise_attribute_error(self, name);
    } else {
        result = call1(self, NAME(__getattribute__), name);
    }
    if (result || (error_occurred() && (!fallback || !error_clear_if(&AttributeError_type)))) return result;
    return call1(self, NAME(__getattr__), name);
}

bool class_set_attribute(Value self, Value name, Value value) {
    Value result = value ? call2(self, NAME(__setattr__), name, value) : call1(self, NAME(__delattr__), name);
    return result != 0;
}

Value class_descriptor_get(Value descriptor, Value object, Type *owner) {
    bool unbound;
    Value method = find_method(descriptor, NAME(__get__), &unbound);
    if (!method) return error_occurred() ? 0 : descriptor;
    Value args[] = {descriptor, object ? object : NONE, owner ? VALUE(owner) : NONE};
    return unbound ? object_call(method, args, 3, 0) : object_call(method, args + 1, 2, 0);
}

bool class_descriptor_set(Value descriptor, Value object, Value value) {
    Value name = value ? NAME(__set__) : NAME(__delete__);
    Value result = call_found(name, (Value[]){descriptor, object, value}, value ? 3 : 2);
    if (!result && !error_occurred()) raise_format(&AttributeError_type, value ? "__set__" : "__delete__");
    return result != 0;
}

// --- iteration

Value class_iter(Value self) {
    Value result = is_none(self, NAME(__iter__)) ? 0 : call_if_there(NAME(__iter__), &self, 1);
    return result || error_occurred() ? result : raise_type_error("'%T' object is not iterable", self);
}

Value class_next(Value self) {
    Value result = call0(self, NAME(__next__));
    if (unlikely(!result) && error_clear_if(&StopIteration_type)) return 0;
    return result;
}

Value class_reversed(Value self) {
    if (is_none(self, NAME(__reversed__))) return raise_type_error("'%T' object is not reversible", self);
    return call0(self, NAME(__reversed__));
}

static Value call_async(Value self, Value name) {
    Value result = call_if_there(name, &self, 1);
    if (result || error_occurred()) return result;
    return raise_format(&AttributeError_type, "object %T does not have %S method", self, name);
}
Value class_await(Value self) { return call_async(self, NAME(__await__)); }
Value class_aiter(Value self) { return call_async(self, NAME(__aiter__)); }
Value class_anext(Value self) { return call_async(self, NAME(__anext__)); }

// --- container

ptrdiff_t class_length(Value self) {
    Value result = call0(self, NAME(__len__));
    if (!result || !(result = object_index(result))) return -1;
    int64_t length;
    if (int_sign(result) < 0) {
        raise_value_error("__len__() should return >= 0");
        return -1;
    }
    if (!int_get64(result, &length)) {
        raise_overflow_error("cannot fit 'int' into an index-sized integer");
        return -1;
    }
    return (ptrdiff_t)length;
}

Value class_get_item(Value self, Value key) { return call1(self, NAME(__getitem__), key); }

bool class_set_item(Value self, Value key, Value value) {
    Value name = value ? NAME(__setitem__) : NAME(__delitem__);
    Value result = call_found(name, (Value[]){self, key, value}, value ? 3 : 2);
    return result || error_occurred() ? result != 0 : raise_format(&AttributeError_type, "%S", name);
}

int class_contains(Value self, Value item) {
    if (is_none(self, NAME(__contains__))) {
        raise_type_error("'%T' object is not a container", self);
        return -1;
    }
    Value result = call_if_there(NAME(__contains__), (Value[]){self, item}, 2);
    if (!result && !error_occurred()) raise_type_error("argument of type '%T' is not a container or iterable", self);
    return result ? object_truth(result) : -1;
}

// --- numbers. Who comes here has a class among the operands, but the other may have no operators.

static bool has_binary(Value v, BinaryOp op, Value (*thunk)(Value, Value)) {
    const Operators *operators = type_of(v)->operators;
    return operators && operators->binary[op] == thunk;
}

static bool has_power(Value v) { return type_of(v)->operators && type_of(v)->operators->power == class_power; }

// The method, or NOT_IMPLEMENTED when there is none.
static Value call_number(Value self, Value name, Value other) {
    Value result = call_if_there(name, (Value[]){self, other}, 2);
    return result || error_occurred() ? result : NOT_IMPLEMENTED;
}

// `other`'s class is a subclass of self's and has a reflected method of its own: it goes first.
static bool reflected_goes_first(Value self, Value other, Value name) {
    if (!type_is_subtype(type_of(other), type_of(self))) return false;
    Value theirs = type_lookup(type_of(other), name);
    return theirs && theirs != type_lookup(type_of(self), name);
}

static Value class_binary(BinaryOp op, Value (*thunk)(Value, Value), Value left, Value right) {
    Value forward = slot_binary_name(op, METHOD_FORWARD), reflected = slot_binary_name(op, METHOD_REFLECTED);
    bool try_right = type_of(left) != type_of(right) && has_binary(right, op, thunk);
    if (has_binary(left, op, thunk)) {
        if (try_right && reflected_goes_first(left, right, reflected)) {
            Value result = call_number(right, reflected, left);
            if (result != NOT_IMPLEMENTED) return result;
            try_right = false;
        }
        Value result = call_number(left, forward, right);
        if (result != NOT_IMPLEMENTED || type_of(left) == type_of(right)) return result;
    }
    return try_right ? call_number(right, reflected, left) : NOT_IMPLEMENTED;
}

#define X(name, method, symbol) \
    Value class_##method(Value left, Value right) { \
        return class_binary(BINARY_##name, class_##method, left, right); \
    } \
    Value class_inplace_##method(Value self, Value other) { \
        Value result = call_found(slot_binary_name(BINARY_##name, METHOD_INPLACE), (Value[]){self, other}, 2); \
        return result || error_occurred() ? result : NOT_IMPLEMENTED; \
    }
BINARY_OPERATORS(X)
#undef X

Value class_power(Value base, Value exponent, Value modulus) {
    if (modulus == NONE) return class_pow(base, exponent);
    // Three-argument pow() tries __pow__ of the base and, since 3.14, __rpow__ of the exponent.
    if (has_power(base)) {
        Value name = slot_binary_name(BINARY_POW, METHOD_FORWARD);
        Value result = call_if_there(name, (Value[]){base, exponent, modulus}, 3);
        if (!result && error_occurred()) return 0;
        if (result && result != NOT_IMPLEMENTED) return result;
    }
    if (type_of(exponent) != type_of(base) && has_power(exponent)) {
        Value name = slot_binary_name(BINARY_POW, METHOD_REFLECTED);
        Value result = call_if_there(name, (Value[]){exponent, base, modulus}, 3);
        return result || error_occurred() ? result : NOT_IMPLEMENTED;
    }
    return NOT_IMPLEMENTED;
}

Value class_neg(Value self) { return call0(self, NAME(__neg__)); }
Value class_pos(Value self) { return call0(self, NAME(__pos__)); }
Value class_invert(Value self) { return call0(self, NAME(__invert__)); }
Value class_abs(Value self) { return call0(self, NAME(__abs__)); }

// An instance of a subclass where one of the type itself should have come.
static bool accept_subclass(const char *returned, const char *type, Value result) {
    return warn_deprecated(
        str_format("%s returned non-%s (type %T).  The ability to return an instance of a strict subclass of "
                   "%s is deprecated, and may be removed in a future version of Python.",
                   returned, type, result, type));
}

static Value exact_int(Value result, const char *name) {
    if (!result || value_is_small(result) || value_is(result, &int_type)) return result;
    if (!int_check(result)) return raise_type_error("%s returned non-int (type %T)", name, result);
    return accept_subclass(name, "int", result) ? int_exact(result) : 0;
}

Value class_index(Value self) { return exact_int(call0(self, NAME(__index__)), "__index__"); }

Value class_to_int(Value self) { return exact_int(call0(self, NAME(__int__)), "__int__"); }

Value class_to_float(Value self) {
    Value result = call0(self, NAME(__float__));
    if (!result || value_is(result, &float_type)) return result;
    if (float_check(result)) {
        Value name = str_format("%T.__float__", self);
        return name && accept_subclass(str_data(name), "float", result) ? float_value(float_get(result)) : 0;
    }
    return raise_type_error("%T.__float__ returned non-float (type %T)", self, result);
}

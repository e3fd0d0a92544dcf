// Object: the everyday operations on any value: text, hash, comparison, truth, iteration, items. Each reads
// the slot of the value's type; object.h has the slots' contracts. Numbers are in object_number.c, attributes
// in object_attribute.c, calls in object_call.c, isinstance() in object_isinstance.c.
#include "objects/object.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/sequence.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/type.h"

// The type with inherited slots filled in.
static inline Type *ready_type(Value v) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    return type;
}

// --- text

static Value checked_text(Value text, const char *method) {
    if (text && !str_check(text)) return raise_type_error("%s returned non-string (type %T)", method, text);
    return text;
}

Value object_repr(Value v) {
    if (!mem_stack_check()) return 0;
    return checked_text(ready_type(v)->repr(v), "__repr__");
}

Value object_str(Value v) {
    if (value_is(v, &str_type)) return v;
    if (!mem_stack_check()) return 0;
    Type *type = ready_type(v);
    if (!type->str) return object_repr(v);
    return checked_text(type->str(v), "__str__");
}

Value object_ascii(Value v) {
    Value text = object_repr(v);
    return !text || str_is_ascii(text) ? text : str_escaped(text);
}

Value object_format(Value v, Value spec) {
    if (!spec) spec = NAME(empty);
    if (value_is(v, &str_type) && str_size(spec) == 0) return v;
    Type *type = ready_type(v);
    Value text = type->format(v, spec);
    if (text && !str_check(text)) return raise_type_error("__format__ must return a str, not %T", text);
    return text;
}

// --- hash, truth, comparison

int64_t object_hash(Value v) {
    Type *type = ready_type(v);
    if (likely(type->hash != 0)) return type->hash(v);
    raise_type_error("unhashable type: '%T'", v);
    return -1;
}

int object_truth(Value v) {
    if (v == TRUE) return 1;
    if (v == FALSE || v == NONE) return 0;
    if (value_is_small(v)) return v != SMALL(0);
    Type *type = ready_type(v);
    if (type->truth) return type->truth(v);
    if (!type->length) return 1;
    ptrdiff_t length = type->length(v);
    return length < 0 ? -1 : length > 0;
}

static CompareOp swapped(CompareOp op) {
    static const CompareOp mirror[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                       COMPARE_NE, COMPARE_LT, COMPARE_LE};
    return mirror[op];
}

static Value compare_small(Value a, Value b, CompareOp op) {
    int64_t x = (int64_t)a, y = (int64_t)b;
    switch (op) {
    case COMPARE_LT: return bool_value(x < y);
    case COMPARE_LE: return bool_value(x <= y);
    case COMPARE_EQ: return bool_value(x == y);
    case COMPARE_NE: return bool_value(x != y);
    case COMPARE_GT: return bool_value(x > y);
    default: return bool_value(x >= y);
    }
}

static Value compare_by_identity(Value a, Value b, CompareOp op) {
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    if (op == COMPARE_EQ) return bool_value(a == b);
    if (op == COMPARE_NE) return bool_value(a != b);
    return raise_type_error("'%s' not supported between instances of '%T' and '%T'", symbols[op], a, b);
}

Value object_compare(Value a, Value b, CompareOp op) {
    if (value_is_small(a) && value_is_small(b)) return compare_small(a, b, op);
    Type *left = ready_type(a), *right = ready_type(b);
    if (!mem_stack_check()) return 0;
    bool right_asked = false;
    if (left != right && right->compare && right->base != &object_type && type_is_subtype(right, left)) {
        right_asked = true;
        Value result = right->compare(b, a, swapped(op));
        if (result != NOT_IMPLEMENTED) return result;
    }
    if (left->compare) {
        Value result = left->compare(a, b, op);
        if (result != NOT_IMPLEMENTED) return result;
    }
    if (!right_asked && right->compare) {
        Value result = right->compare(b, a, swapped(op));
        if (result != NOT_IMPLEMENTED) return result;
    }
    return compare_by_identity(a, b, op);
}

int object_compare_truth(Value a, Value b, CompareOp op) {
    if (a == b && (op == COMPARE_EQ || op == COMPARE_NE)) return op == COMPARE_EQ;
    Value result = object_compare(a, b, op);
    if (!result) return -1;
    return result == TRUE ? 1 : result == FALSE ? 0 : object_truth(result);
}

int object_equal(Value a, Value b) { return object_compare_truth(a, b, COMPARE_EQ); }

// --- iteration

Value object_iter(Value v) {
    Type *type = ready_type(v);
    if (!mem_stack_check()) return 0;
    if (likely(type->iter != 0)) {
        Value iterator = type->iter(v);
        if (iterator && !ready_type(iterator)->next) {
            return raise_type_error("iter() returned non-iterator of type '%T'", iterator);
        }
        return iterator;
    }
    if (type_iterates(type) && !(type->flags & TYPE_IS_DICT)) return sequence_iterator_new(v);
    return raise_type_error("'%T' object is not iterable", v);
}

Value object_next(Value iterator) {
    Type *type = ready_type(iterator);
    if (unlikely(!type->next)) return raise_type_error("'%T' object is not an iterator", iterator);
    if (!mem_stack_check()) return 0;
    Value next = type->next(iterator);
    if (unlikely(!next) && error_occurred()) error_clear_if(&StopIteration_type);
    return next;
}

// The end of object_step, which got nothing.
Value object_next_end(Value iterator) {
    if (unlikely(!value_object(iterator)->type->next)) return object_next(iterator);
    if (error_occurred()) error_clear_if(&StopIteration_type);
    return 0;
}

Value object_next_or_raise(Value iterator) {
    Type *type = ready_type(iterator);
    if (unlikely(!type->next)) return raise_type_error("'%T' object is not an iterator", iterator);
    if (slot_is_class_next(type)) {
        Value method = object_find_special(iterator, NAME(__next__));
        return method ? object_call0(method) : 0;
    }
    Value next = type->next(iterator);
    return next || error_occurred() ? next : raise_stop_iteration();
}

// --- items

ptrdiff_t object_length(Value v) {
    Type *type = ready_type(v);
    if (likely(type->length != 0)) return type->length(v);
    raise_type_error("object of type '%T' has no len()", v);
    return -1;
}

ptrdiff_t object_length_hint(Value v, ptrdiff_t fallback) {
    if (ready_type(v)->length) {
        ptrdiff_t length = object_length(v);
        if (length >= 0 || !error_clear_if(&TypeError_type)) return length;
    }
    Value method = object_find_special(v, NAME(__length_hint__));
    if (!method) return error_occurred() ? -1 : fallback;
    Value hint = object_call0(method);
    if (!hint) return error_clear_if(&TypeError_type) ? fallback : -1;
    if (hint == NOT_IMPLEMENTED) return fallback;
    if (!int_check(hint)) {
        raise_type_error("__length_hint__ must be an integer, not %T", hint);
        return -1;
    }
    ptrdiff_t length;
    if (!sequence_size(hint, &length)) return -1;
    if (length < 0) raise_value_error("__length_hint__() should return >= 0");
    return length < 0 ? -1 : length;
}

// T[...]
static Value get_item_of_type(Value v, Value key) {
    if (v == VALUE(&type_type)) return generic_alias_new(v, key);
    Value method = type_find_attribute(type_from(v), NAME(__class_getitem__));
    if (method && method != NONE) return object_call1(method, key);
    if (error_occurred()) return 0;
    return raise_type_error("type '%N' is not subscriptable", type_from(v));
}

Value object_get_item(Value v, Value key) {
    Type *type = ready_type(v);
    if (likely(type->get_item != 0)) return type->get_item(v, key);
    if (type_check(v)) return get_item_of_type(v, key);
    return raise_type_error("'%T' object is not subscriptable", v);
}

bool object_set_item(Value v, Value key, Value value) {
    Type *type = ready_type(v);
    if (likely(type->set_item != 0)) return type->set_item(v, key, value);
    if (value) return raise_type_error("'%T' object does not support item assignment", v);
    bool sequence = (type->get_item || type->contains || type->flags & TYPE_HEAP) && ready_type(key)->index;
    ptrdiff_t index;
    if (sequence && !sequence_index(key, "", &index)) return false;
    return raise_type_error(sequence ? "'%T' object doesn't support item deletion"
                                     : "'%T' object does not support item deletion",
                            v);
}

static int contains_by_iteration(Value container, Value item) {
    Value iterator = object_iter(container);
    if (!iterator) {
        if (error_clear_if(&TypeError_type)) {
            raise_type_error("argument of type '%T' is not a container or iterable", container);
        }
        return -1;
    }
    Value next;
    while ((next = object_next(iterator))) {
        int equal = object_equal(next, item);
        if (equal) return equal;
    }
    return error_occurred() ? -1 : 0;
}

int object_contains(Value container, Value item) {
    Type *type = ready_type(container);
    return type->contains ? type->contains(container, item) : contains_by_iteration(container, item);
}

// --- repr of structures that contain themselves

static Value *represented;
static size_t represented_count, represented_room;

bool repr_enter(Value v) {
    for (size_t i = represented_count; i-- > 0;) {
        if (represented[i] == v) return false;
    }
    if (represented_count == represented_room) {
        size_t room = represented_room ? represented_room * 2 : 16;
        Value *grown = mem_realloc(represented, represented_room * sizeof *grown, room * sizeof *grown);
        if (!grown) {
            // Without the note a cycle ends at the limit of recursion, which is an error all the same.
            error_take();
            return true;
        }
        represented = grown;
        represented_room = room;
    }
    represented[represented_count++] = v;
    return true;
}

void repr_leave(Value v) {
    if (represented_count && represented[represented_count - 1] == v) represented[--represented_count] = 0;
}

// Slots: the table between C slots and double-underscore methods (slots.h), and what is done with it:
// publishing a built-in type's slots in its dict, inheriting them, and keeping those of classes in step with
// their methods.
#include "objects/slots.h"
#include "objects/buffer.h"
#include "objects/descriptor.h"
#include "objects/str.h"
#include "objects/type.h"

#define SLOT(slot) offsetof(Type, slot)
#define OPERATOR(slot) (SLOT_OPERATORS + offsetof(Operators, slot))
#define THUNK(function) ((SlotFunction)(function))
#define WHOLE_ROW(name, offset, thunk, wrap, least, most, signature, doc, detail) \
    {name, THUNK(thunk), wrap, signature, doc, offset, least, most, detail}
#define ROW(name, slot, thunk, wrap, least, most, signature, doc) \
    WHOLE_ROW(name, SLOT(slot), thunk, wrap, least, most, signature, DOC(doc), 0)
#define COMPARE_ROW(name, op, doc) \
    WHOLE_ROW(name, SLOT(compare), class_compare, wrap_compare, 1, 1, "value, /", DOC(doc), op)
#define UNARY_ROW(name, op, thunk, doc) WHOLE_ROW(name, OPERATOR(unary[op]), thunk, wrap_unary, 0, 0, "", DOC(doc), op)
#define IS_POW(id) (BINARY_##id == BINARY_POW)
#define OPERATOR_ROW(name, id, thunk, wrap, wrap_pow, doc, doc_of_pow) \
    WHOLE_ROW(name, OPERATOR(binary[BINARY_##id]), thunk, IS_POW(id) ? wrap_pow : wrap, 1, IS_POW(id) ? 2 : 1, \
              IS_POW(id) ? "value, mod=None, /" : "value, /", IS_POW(id) ? DOC(doc_of_pow) : DOC(doc), BINARY_##id)
#define BINARY_ROWS(id, method, symbol) \
    OPERATOR_ROW("__" #method "__", id, class_##method, wrap_binary, wrap_power, "Return self" symbol "value.", \
                 "Return pow(self, value, mod)."), \
    OPERATOR_ROW("__r" #method "__", id, class_##method, wrap_reflected, wrap_reflected_power, "Return value" symbol "self.", \
                 "Return pow(value, self, mod)."), \
    WHOLE_ROW("__i" #method "__", OPERATOR(inplace[BINARY_##id]), class_inplace_##method, wrap_binary, 1, 1, \
              "value, /", DOC("Return self" symbol "=value."), BINARY_##id),

static const SlotRow slot_rows[] = {
    ROW("__repr__", repr, class_repr, wrap_unary, 0, 0, "", "Return repr(self)."),
    ROW("__str__", str, class_str, wrap_unary, 0, 0, "", "Return str(self)."),
    ROW("__hash__", hash, class_hash, wrap_hash, 0, 0, "", "Return hash(self)."),
    ROW("__call__", call, class_call, wrap_call, 0, -1, "*args, **kwargs", "Call self as a function."),
    ROW("__init__", init, class_init, wrap_init, 0, -1, "*args, **kwargs",
        "Initialize self.  See help(type(self)) for accurate signature."),
    ROW("__getattribute__", get_attribute, class_get_attribute, wrap_get_attribute, 1, 1, "name, /",
        "Return getattr(self, name)."),
    ROW("__getattr__", get_attribute, class_get_attribute, 0, 1, 1, 0, ""),
    ROW("__setattr__", set_attribute, class_set_attribute, wrap_set_attribute, 2, 2, "name, value, /",
        "Implement setattr(self, name, value)."),
    ROW("__delattr__", set_attribute, class_set_attribute, wrap_del_attribute, 1, 1, "name, /",
        "Implement delattr(self, name)."),
    COMPARE_ROW("__lt__", COMPARE_LT, "Return self<value."),
    COMPARE_ROW("__le__", COMPARE_LE, "Return self<=value."),
    COMPARE_ROW("__eq__", COMPARE_EQ, "Return self==value."),
    COMPARE_ROW("__ne__", COMPARE_NE, "Return self!=value."),
    COMPARE_ROW("__gt__", COMPARE_GT, "Return self>value."),
    COMPARE_ROW("__ge__", COMPARE_GE, "Return self>=value."),
    ROW("__bool__", truth, class_truth, wrap_truth, 0, 0, "", "Return bool(self)."),
    ROW("__format__", format, class_format, wrap_format, 1, 1, "format_spec, /",
        "Implement format(self, format_spec)."),
    ROW("__iter__", iter, class_iter, wrap_unary, 0, 0, "", "Implement iter(self)."),
    ROW("__next__", next, class_next, wrap_next, 0, 0, "", "Implement next(self)."),
    ROW("__reversed__", reversed, class_reversed, wrap_unary, 0, 0, "",
        "Iterate from the last item to the first."),
    ROW("__await__", await, class_await, wrap_unary, 0, 0, "",
        "What await steps through."),
    ROW("__aiter__", aiter, class_aiter, wrap_unary, 0, 0, "",
        "Implement aiter(self)."),
    ROW("__anext__", anext, class_anext, wrap_unary, 0, 0, "", "Implement anext(self)."),
    ROW("__len__", length, class_length, wrap_length, 0, 0, "", "Return len(self)."),
    ROW("__getitem__", get_item, class_get_item, wrap_binary, 1, 1, "key, /", "Return self[key]."),
    ROW("__setitem__", set_item, class_set_item, wrap_set_item, 2, 2, "key, value, /",
        "Set self[key] to value."),
    ROW("__delitem__", set_item, class_set_item, wrap_del_item, 1, 1, "key, /", "Delete self[key]."),
    ROW("__contains__", contains, class_contains, wrap_contains, 1, 1, "key, /", "Return bool(key in self)."),
    BINARY_OPERATORS(BINARY_ROWS)
    WHOLE_ROW("__pow__", OPERATOR(power), class_power, 0, 1, 2, 0, 0, 0),
    WHOLE_ROW("__rpow__", OPERATOR(power), class_power, 0, 1, 2, 0, 0, 0),
    ROW("__add__", concat, 0, wrap_binary, 1, 1, "value, /", "Return self+value."),
    ROW("__mul__", repeat, 0, wrap_repeat, 1, 1, "value, /", "Return self*value."),
    ROW("__rmul__", repeat, 0, wrap_repeat, 1, 1, "value, /", "Return value*self."),
    ROW("__iadd__", inplace_concat, 0, wrap_binary, 1, 1, "value, /", "Implement self+=value."),
    ROW("__imul__", inplace_repeat, 0, wrap_repeat, 1, 1, "value, /", "Implement self*=value."),
    UNARY_ROW("__neg__", UNARY_NEG, class_neg, "-self"),
    UNARY_ROW("__pos__", UNARY_POS, class_pos, "+self"),
    UNARY_ROW("__invert__", UNARY_INVERT, class_invert, "~self"),
    UNARY_ROW("__abs__", UNARY_ABS, class_abs, "abs(self)"),
    ROW("__index__", index, class_index, wrap_unary, 0, 0, "",
        "The integer that self stands for, as an index or a count."),
    ROW("__int__", to_int, class_to_int, wrap_unary, 0, 0, "", "int(self)"),
    ROW("__float__", to_float, class_to_float, wrap_unary, 0, 0, "", "float(self)"),
    ROW("__get__", descriptor_get, class_descriptor_get, wrap_get, 1, 2, "instance, owner=None, /",
        "What reading the attribute of instance gives."),
    ROW("__set__", descriptor_set, class_descriptor_set, wrap_set, 2, 2, "instance, value, /",
        "What setting the attribute of instance does."),
    ROW("__delete__", descriptor_set, class_descriptor_set, wrap_delete, 1, 1, "instance, /",
        "What deleting the attribute of instance does."),
    ROW("__buffer__", get_buffer, buffer_get_by_method, wrap_get_buffer, 1, 1, "flags, /",
        "A memoryview of the memory of the object."),
    ROW("__release_buffer__", release_buffer, buffer_release_by_method, wrap_release_buffer, 1, 1,
        "buffer, /", "Give back what __buffer__ gave."),
    {0},
};
#define ROW_COUNT (sizeof slot_rows / sizeof slot_rows[0] - 1)

// Slots that have no method of their own and only go from base to subclass.
static const size_t inherited_only[] = {SLOT(reclaim), SLOT(payload_size), SLOT(make)};

SlotFunction slot_get(const Type *type, size_t offset) {
    SlotFunction function;
    if (offset < SLOT_OPERATORS) memcpy(&function, (const char *)type + offset, sizeof function);
    else if (!type->operators) return 0;
    else memcpy(&function, (const char *)type->operators + (offset - SLOT_OPERATORS), sizeof function);
    return function;
}

// A table that can be written, with what is in the one that it has or shares.
static Operators *own_operators(Type *type) {
    if (type->flags & TYPE_OWN_OPERATORS) return (Operators *)type->operators;
    Operators *own = mem_alloc(sizeof *own);
    if (!own) return 0;
    if (type->operators) *own = *type->operators;
    type->operators = own;
    type->flags |= TYPE_OWN_OPERATORS;
    return own;
}

static bool set_slot(Type *type, size_t offset, SlotFunction function) {
    if (slot_get(type, offset) == function) return true;
    char *table = (char *)type;
    if (offset >= SLOT_OPERATORS) {
        if (!(table = (char *)own_operators(type))) return false;
        offset -= SLOT_OPERATORS;
    }
    memcpy(table + offset, &function, sizeof function);
    return true;
}

// --- names

MEM_UNSCANNED static Value row_names[ROW_COUNT];      // interned for ever

Value slot_row_name(const SlotRow *row) {
    Value *name = &row_names[row - slot_rows];
    if (!*name) *name = intern(row->name);
    return *name;
}

Value slot_binary_name(BinaryOp op, BinaryMethod method) {
    static const char *const texts[3][BINARY_COUNT] = {
#define X(name, method, symbol) "__" #method "__",
        {BINARY_OPERATORS(X)},
#undef X
#define X(name, method, symbol) "__r" #method "__",
        {BINARY_OPERATORS(X)},
#undef X
#define X(name, method, symbol) "__i" #method "__",
        {BINARY_OPERATORS(X)},
#undef X
    };
    MEM_UNSCANNED static Value interned[3][BINARY_COUNT];
    Value *name = &interned[method][op];
    if (unlikely(!*name)) *name = intern(texts[method][op]);
    return *name;
}

// --- built-in types

// The slots for which 0 stands for object's own behaviour, so that nobody has to compare addresses.
static bool is_objects_default(const Type *type, size_t offset) {
    return type == &object_type &&
           (offset == SLOT(get_attribute) || offset == SLOT(set_attribute) || offset == SLOT(init));
}

static bool publishes(const Type *type, const SlotRow *row) {
    if (!row->wrap) return false;
    if (row->offset == OPERATOR(inplace[BINARY_DIVMOD])) return false;
    return slot_get(type, row->offset) || is_objects_default(type, row->offset);
}

static const MethodDef new_def;

void slots_publish(Type *type) {
    for (const SlotRow *row = slot_rows; row->name; row++) {
        if ((!type->operators && row->offset >= SLOT_OPERATORS) || !publishes(type, row)) continue;
        Value wrapper = wrapper_new(row, type);
        if (!wrapper || !dict_set_name(type->dict, slot_row_name(row), wrapper)) return;
    }
    if (type->make) {
        Value native = native_new(&new_def, VALUE(type), 0);
        if (!native || !dict_set_name(type->dict, NAME(__new__), native)) return;
    }
}

static bool inherit_slot(Type *type, size_t offset) {
    return slot_get(type, offset) || set_slot(type, offset, slot_get(type->base, offset));
}

bool slots_inherit(Type *type) {
    const Type *base = type->base;
    bool own_equality = type->compare || type->hash;
    if (!type->operators) type->operators = base->operators;
    for (const SlotRow *row = slot_rows; row->name; row++) {
        if (row->offset == SLOT(hash) && own_equality) continue;
        if (row->offset >= SLOT_OPERATORS && type->operators == base->operators) continue;
        if (!inherit_slot(type, row->offset)) return false;
    }
    for (size_t i = 0; i < sizeof inherited_only / sizeof inherited_only[0]; i++) {
        size_t offset = inherited_only[i];
        // A built-in type without `make` cannot be called, unless it is there to be extended or extends
        // another one.
        bool closed = !(type->flags & (TYPE_HEAP | TYPE_BASE));
        if (offset == SLOT(make) && base == &object_type && closed) continue;
        if (!inherit_slot(type, offset)) return false;
    }
    return true;
}

// --- __new__

static Value new_raw(Value self, Value *args, size_t count, Value keywords) {
    Type *type = type_from(self);
    if (count == 0) return raise_type_error("%N.__new__(): not enough arguments", type);
    if (!type_check(args[0])) {
        return raise_type_error("%N.__new__(X): X is not a type object (%T)", type, args[0]);
    }
    Type *wanted = type_from(args[0]);
    type_ensure_ready(wanted);
    if (!type_is_subtype(wanted, type)) {
        return raise_type_error("%N.__new__(%N): %N is not a subtype of %N", type, wanted, wanted, type);
    }
    // The nearest built-in base must be made by its own function, or its payload stays empty.
    Type *built_in = wanted;
    while (built_in->make == class_make) built_in = built_in->base;
    if (built_in->make != type->make) {
        return raise_type_error("%N.__new__(%N) is not safe, use %N.__new__()", type, wanted, built_in);
    }
    return type->make(wanted, args + 1, count - 1, keywords);
}

static const MethodDef new_def =
    FUNCTION("__new__", (NativeFunction)(void *)new_raw, NATIVE_RAW,
             "Create and return a new object.  See help(type) for accurate signature.");

// The type whose `make` this __new__ stands for; 0: it is something else.
static Type *type_of_new(Value found) {
    if (!value_is(found, &native_type)) return 0;
    Native *native = (Native *)value_object(found);
    return native->def == &new_def ? type_from(native->self) : 0;
}

static Value unwrap_static(Value found) {
    return value_is(found, &staticmethod_type) ? ((ClassMethod *)value_object(found))->function : found;
}

static void update_make(Type *type) {
    Value found = type_lookup(type, NAME(__new__));
    Type *owner = found ? type_of_new(unwrap_static(found)) : 0;
    type->new_function = 0;
    if (owner) {
        type->make = owner->make;
    } else {
        type->make = found ? class_make : 0;
        Value function = found ? unwrap_static(found) : 0;
        if (function && value_has(function, TYPE_IS_FUNCTION)) type->new_function = function;
    }
}

// --- classes

// What one method means for the slot: *specific is the C function it stands for, *thunk that Python code must
// be called.
static void consider(Type *type, const SlotRow *row, SlotFunction *specific, bool *thunk) {
    Value found = type_lookup(type, slot_row_name(row));
    if (!found || (found == NONE && row->offset == SLOT(hash))) return;
    if (!value_is(found, &wrapper_descriptor_type)) {
        *thunk = true;
        return;
    }
    Wrapper *wrapper = (Wrapper *)value_object(found);
    if (strcmp(wrapper->row->name, row->name) != 0 || !type_is_subtype(type, wrapper->owner)) {
        *thunk = true;
        return;
    }
    SlotFunction function = slot_get(wrapper->owner, row->offset);
    if (!function) return;
    if (*specific && *specific != function) *thunk = true;
    *specific = function;
}

static bool update_slot(Type *type, size_t offset) {
    SlotFunction specific = 0, generic = 0;
    bool thunk = false;
    for (const SlotRow *row = slot_rows; row->name; row++) {
        if (row->offset != offset) continue;
        consider(type, row, &specific, &thunk);
        generic = row->thunk;
    }
    if (!set_slot(type, offset, thunk ? generic : specific)) return false;
    if (offset == SLOT(get_attribute)) {
        type->flags &= ~(uint32_t)TYPE_GETATTR_HOOK;
        if (type->get_attribute == class_get_attribute) type->flags |= TYPE_GETATTR_HOOK;
    }
    return true;
}

static void update_init_function(Type *type) {
    Value found = type_lookup(type, NAME(__init__));
    type->init_function = found && value_has(found, TYPE_IS_FUNCTION) ? found : 0;
}

// Instances made from now on are registered; those made before stay as they are.
static void update_finalized(Type *type) {
    type->flags &= ~(uint32_t)TYPE_FINALIZED;
    if (type_lookup(type, NAME(__del__))) type->flags |= TYPE_FINALIZED;
}

static bool update_subclasses(Type *type, Value name) {
    Type *subclass;
    for (size_t at = 0; (subclass = type_next_subclass(type, &at));) {
        if (dict_find_name(subclass->dict, name) < 0 && !slots_update(subclass, name)) return false;
    }
    return true;
}

bool slots_update(Type *type, Value name) {
    if (name == NAME(__new__)) update_make(type);
    if (name == NAME(__init__)) update_init_function(type);
    if (name == NAME(__del__)) update_finalized(type);
    const char *text = str_data(name);
    for (const SlotRow *row = slot_rows; row->name; row++) {
        if (strcmp(row->name, text) == 0 && !update_slot(type, row->offset)) return false;
    }
    return update_subclasses(type, name);
}

bool slots_update_all(Type *type) {
    for (const SlotRow *row = slot_rows; row->name; row++)
        if (!update_slot(type, row->offset)) return false;
    update_make(type);
    update_init_function(type);
    update_finalized(type);
    return true;
}

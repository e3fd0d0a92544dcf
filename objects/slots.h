// Slots and double-underscore methods: one table serves both directions.
//
// Python to C: for each slot that a built-in type defines, its dict has a wrapper descriptor (`int.__add__`), which
// calls the owner's C function whatever subclass self is of. C to Python: a slot of a class made by a program is either
// the C function of the built-in type whose wrapper the class inherits, or a thunk that looks the method up.
#pragma once
#include "objects/object.h"

typedef void (*SlotFunction)(void);             // any slot's function, cast back by who knows its type
typedef struct SlotRow SlotRow;
typedef Value (*SlotWrap)(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);

struct SlotRow {
    const char *name;           // "__len__"
    SlotFunction thunk;         // for classes with a method of that name; 0: another row's slot serves them
    SlotWrap wrap;              // 0: the slot has no method of that name
    const char *signature;
    uint32_t doc;               // doc.h
    uint16_t offset;            // of the slot in Type, or SLOT_OPERATORS + that in Operators
    signed char least : 4, most : 4;        // arguments the wrapper takes; most -1: any number
    uint8_t detail;             // BinaryOp, CompareOp ... of the row
};

enum { SLOT_OPERATORS = sizeof(Type) };

SlotFunction slot_get(const Type *type, size_t offset);
Value slot_row_name(const SlotRow *row);        // interned

typedef struct {
    Object head;
    const SlotRow *row;
    Type *owner;
} Wrapper;                                      // wrapper_descriptor_type
Value wrapper_new(const SlotRow *row, Type *owner) must_use;

// The functions of both directions, named after the slot: slots_wrap.c and slots_class.c.
Value wrap_unary(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_binary(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_repeat(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_reflected(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_power(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_reflected_power(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_compare(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_hash(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_truth(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_length(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_next(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_contains(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_set_item(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_del_item(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_get_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_set_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_del_attribute(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_get(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_set(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_delete(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_format(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_get_buffer(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_release_buffer(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
// These two take keywords; the wrapper's call knows them by address.
Value wrap_call(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);
Value wrap_init(const SlotRow *row, SlotFunction function, Value self, Value *args, size_t count);

typedef enum { METHOD_FORWARD, METHOD_REFLECTED, METHOD_INPLACE } BinaryMethod;
Value slot_binary_name(BinaryOp op, BinaryMethod method);      // interned "__add__", "__radd__", "__iadd__"

Value class_repr(Value self);
Value class_str(Value self);
int64_t class_hash(Value self);
Value class_compare(Value self, Value other, CompareOp op);
Value class_call(Value self, Value *args, size_t count, Value keywords);
Value class_make(Type *type, Value *args, size_t count, Value keywords);
bool class_init(Value self, Value *args, size_t count, Value keywords);
int class_truth(Value self);
Value class_get_attribute(Value self, Value name);
bool class_set_attribute(Value self, Value name, Value value);
Value class_format(Value self, Value spec);
Value class_iter(Value self);
Value class_next(Value self);
Value class_reversed(Value self);
Value class_await(Value self);
Value class_aiter(Value self);
Value class_anext(Value self);
ptrdiff_t class_length(Value self);
Value class_get_item(Value self, Value key);
bool class_set_item(Value self, Value key, Value value);
int class_contains(Value self, Value item);
Value class_power(Value base, Value exponent, Value modulus);
Value class_index(Value self);
Value class_to_int(Value self);
Value class_to_float(Value self);
Value class_descriptor_get(Value descriptor, Value object, Type *owner);
bool class_descriptor_set(Value descriptor, Value object, Value value);
#define X(name, method, symbol) \
    Value class_##method(Value left, Value right); \
    Value class_inplace_##method(Value self, Value other);
BINARY_OPERATORS(X)
#undef X
Value class_neg(Value self);
Value class_pos(Value self);
Value class_invert(Value self);
Value class_abs(Value self);

// The function that a class's own `__next__` is called through; object_next_or_raise() calls the method itself then.
#define slot_is_class_next(type) ((type)->next == class_next)

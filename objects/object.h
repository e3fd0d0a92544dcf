// Object: what every value can be asked to do, and the Type that says how.
//
// A Type is a table of slots. A slot that is 0 means "cannot". Contracts are written once, here. Slots of built-in
// types are C functions named in a designated initialiser at the end of the type's file; for a class made by a
// Python program slots.c fills them with functions that look up the double-underscore method. The other way round,
// slots.c shows each C slot to Python as that method (`list.__len__`).
//
// Everybody else calls the object_... functions below, never a slot directly.
#pragma once
#include "objects/error.h"
#include "objects/mem.h"
#include "objects/native.h"
#include "objects/value.h"

typedef struct Buffer Buffer;       // buffer.h
typedef struct Dict Dict;           // dict.h
typedef struct Tuple Tuple;         // tuple.h
typedef struct Shape Shape;         // instance.h

// Binary operators, in the order of the bytecode's operands and of slots.c's table. Named after the methods.
// X(enumerator, method name without underscores, symbol as messages show it)
#define BINARY_OPERATORS(X) \
    X(ADD, add, "+") X(SUB, sub, "-") X(MUL, mul, "*") X(MATMUL, matmul, "@") X(TRUEDIV, truediv, "/") \
    X(FLOORDIV, floordiv, "//") X(MOD, mod, "%") X(POW, pow, "** or pow()") X(LSHIFT, lshift, "<<") \
    X(RSHIFT, rshift, ">>") X(AND, and, "&") X(XOR, xor, "^") X(OR, or, "|") X(DIVMOD, divmod, "divmod()")
typedef enum {
#define X(name, method, symbol) BINARY_##name,
    BINARY_OPERATORS(X)
#undef X
    BINARY_COUNT
} BinaryOp;

typedef enum { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE } CompareOp;

// What a comparison answers of operands whose order is known: below, at or above 0.
static inline Value compare_answer(int order, CompareOp op) {
    unsigned holds = order < 0    ? 1 << COMPARE_LT | 1 << COMPARE_LE | 1 << COMPARE_NE
                     : order == 0 ? 1 << COMPARE_LE | 1 << COMPARE_EQ | 1 << COMPARE_GE
                                  : 1 << COMPARE_GT | 1 << COMPARE_GE | 1 << COMPARE_NE;
    return bool_value(holds >> op & 1);
}

typedef enum { UNARY_NEG, UNARY_POS, UNARY_INVERT, UNARY_ABS, UNARY_COUNT } UnaryOp;

// The slots of a type that calculates; most have none and go without the table. Called with the operands in source order, with
// self on either side; NOT_IMPLEMENTED allowed. A class shares its base's table until a slot of its own differs.
typedef struct {
    Value (*binary[BINARY_COUNT])(Value left, Value right);
    Value (*inplace[BINARY_COUNT])(Value self, Value other);
    Value (*power)(Value base, Value exponent, Value modulus); // three-argument pow
    Value (*unary[UNARY_COUNT])(Value self);
} Operators;
#define OPERATORS(...) &(const Operators){__VA_ARGS__}

enum TypeFlags {
    TYPE_HEAP = 1 << 0,             // made at run time by a class statement or type(): its slots can change
    TYPE_BASE = 1 << 1,             // can be subclassed
    TYPE_READY = 1 << 2,            // dict, mro and inherited slots are filled in
    TYPE_ATTRIBUTES = 1 << 3,       // instances have a shape area (instance.h) at `attributes_offset`
    TYPE_BYTE_SPAN = 1 << 4,        // instances begin with a ByteSpan (bytespan.h): bytes, bytearray, memoryview
    TYPE_ABSTRACT = 1 << 5,         // has unimplemented abstract methods
    TYPE_NO_NEW = 1 << 6,           // cannot create '...' instances
    TYPE_MAPPING_PATTERN = 1 << 7,  // `case {...}` matches it
    TYPE_SEQUENCE_PATTERN = 1 << 8, // `case [...]` matches it
    TYPE_MATCH_SELF = 1 << 9,       // `case T(x)` binds the subject itself
    TYPE_GETATTR_HOOK = 1 << 10,    // a class with __getattr__ or __getattribute__: attribute caches do not apply
    TYPE_BINDS_SELF = 1 << 11,      // a descriptor for which d.__get__(o)(*a) is d(o, *a): calls need no bound method
    TYPE_IS_FUNCTION = 1 << 12,     // functions written in Python: __new__ among them becomes static, type->init_function
    TYPE_FINALIZED = 1 << 13,       // a class with __del__: its instances are registered for it (finalize.h)
    TYPE_WEAK = 1 << 14,            // a built-in type whose instances can be referred to weakly (weakref.h)
    TYPE_GIVES_ROWS = 1 << 15,      // an iterator (not its subclasses) whose items are new tuples that nobody else holds
    // "is this an instance of X or of a subclass": one bit each, inherited
    TYPE_IS_INT = 1 << 16, TYPE_IS_STR = 1 << 17, TYPE_IS_BYTES = 1 << 18, TYPE_IS_LIST = 1 << 19,
    TYPE_IS_TUPLE = 1 << 20, TYPE_IS_DICT = 1 << 21, TYPE_IS_EXCEPTION = 1 << 22, TYPE_IS_TYPE = 1 << 23,
    TYPE_IS_FLOAT = 1 << 24, TYPE_IS_BYTEARRAY = 1 << 25, TYPE_IS_MEMORYVIEW = 1 << 26, TYPE_IS_SET = 1 << 27,
    TYPE_OWN_OPERATORS = 1 << 28,   // type->operators is a table that nobody else has and that can be written
};

// A named C accessor: Python sees an attribute. set is 0 for a read-only one; value is 0 for `del`.
typedef struct {
    const char *name;
    Value (*get)(Value self);
    bool (*set)(Value self, Value value);
    const char *doc;
} AttributeDef;
// An accessor that Python sees as a "member_descriptor", with CPython's message for those: "readonly attribute".
bool attribute_set_member(Value self, Value value);
#define MEMBER(name, get, doc) {name, get, attribute_set_member, doc}

struct Type {
    Object head;
    const char *name;           // as messages show it: "bytearray", "collections.deque" (the module is cut off for __name__)
    const char *doc;
    Type *base;                 // 0: object
    size_t size;                // bytes of an instance, without attributes
    uint32_t flags;

    // --- making and dropping. `args` holds `count` positional values, then those of `keywords` (a tuple of str, or 0).
    Value (*make)(Type *type, Value *args, size_t count, Value keywords);          // __new__
    bool (*init)(Value self, Value *args, size_t count, Value keywords);           // __init__; 0: nothing to do
    void (*reclaim)(Value self);          // the collector drops it (mem_object_reclaimed); must neither allocate nor raise

    size_t (*payload_size)(Value self);   // bytes before the attributes of an instance (attributes_offset -1); slot 0: `size`

    // --- everyday
    Value (*repr)(Value self);            // a str
    Value (*str)(Value self);             // a str; 0: repr
    int64_t (*hash)(Value self);          // -1: raised; a hash is never -1
    Value (*compare)(Value self, Value other, CompareOp op);   // NOT_IMPLEMENTED allowed
    Value (*call)(Value self, Value *args, size_t count, Value keywords);
    int (*truth)(Value self);             // 0, 1, or -1: raised; slot 0: length, else true
    Value (*get_attribute)(Value self, Value name);            // name is a str; slot 0: object_generic_get_attribute
    bool (*set_attribute)(Value self, Value name, Value value);   // value 0: delete; slot 0: generic
    Value (*format)(Value self, Value spec);                   // spec is a str

    // --- iteration
    Value (*iter)(Value self);            // an iterator
    Value (*next)(Value self);            // 0 without a pending exception: exhausted
    Value (*reversed)(Value self);
    Value (*await)(Value self);
    Value (*aiter)(Value self);
    Value (*anext)(Value self);

    // --- container
    ptrdiff_t (*length)(Value self);      // -1: raised
    Value (*get_item)(Value self, Value key);
    bool (*set_item)(Value self, Value key, Value value);      // value 0: delete
    int (*contains)(Value self, Value item);                   // 0, 1, -1: raised; slot 0: by iteration
    Value (*concat)(Value self, Value other);                  // tried after operators' binary[ADD]; raises the TypeError itself
    Value (*repeat)(Value self, Value count);                  // tried after operators' binary[MUL]; count is any value with __index__
    Value (*inplace_concat)(Value self, Value other);
    Value (*inplace_repeat)(Value self, Value count);

    // --- number; see also `operators`
    Value (*index)(Value self);           // an exact int
    Value (*to_int)(Value self);
    Value (*to_float)(Value self);

    // --- descriptor
    Value (*descriptor_get)(Value descriptor, Value object, Type *owner);          // object 0: read from the class
    bool (*descriptor_set)(Value descriptor, Value object, Value value);           // value 0: delete

    // --- buffer protocol (buffer.h)
    bool (*get_buffer)(Value self, Buffer *buffer, int flags);
    void (*release_buffer)(Value self, Buffer *buffer);

    // --- what Python sees beside the slots; ended by a row with name 0
    const MethodDef *methods;
    const AttributeDef *attributes;
    const char *signature;                // of the constructor, for help() and __text_signature__; may be 0

    // --- what is in the collector's memory: filled in by type_ready (type.c), empty in the initialisers but for the first
    const Operators *operators;           // 0: all of them 0
    Tuple *bases, *mro;
    Dict *dict;
    Value qualified_name, module;         // str; for TYPE_HEAP
    Shape *shape;                         // of a new instance
    ptrdiff_t attributes_offset;          // of the shape area in an instance; -1: behind a variable-sized payload
    ptrdiff_t dict_offset;                // of a Dict* for types with a plain __dict__ (module, function); 0: none
    uint32_t version;                     // unique, changes when the type or a base changes; guards inline caches
    struct Subclasses *subclasses;        // type.c: those that live, without keeping them; or 0
    Value init_function;                  // __init__ as found in the mro when it is a Python function, else 0 (cache for calls)
    Value new_function;                   // __new__ as found in the mro when a Python class defines it, else 0
    Value slot_names;                     // tuple of __slots__ or 0
    Value extra;                          // room for vm/ and lib/
};

extern Type object_type, type_type, none_type, not_implemented_type, ellipsis_type, bool_type;

static inline bool value_has(Value v, uint32_t flag) { return (type_of(v)->flags & flag) != 0; }

// --- operations on any value. Those that return Value, bool, or -1 fail with an exception pending.
Value object_repr(Value v) must_use;
Value object_str(Value v) must_use;
Value object_ascii(Value v) must_use;
Value object_format(Value v, Value spec) must_use;                 // format(v, spec); spec 0: ''
int64_t object_hash(Value v) must_use;                             // -1: raised
int object_truth(Value v) must_use;                                // 0, 1, -1
Value object_compare(Value a, Value b, CompareOp op) must_use;     // any value, as Python's operator
int object_compare_truth(Value a, Value b, CompareOp op) must_use; // 0, 1, -1; for == and !=: identity implies equality
int object_equal(Value a, Value b) must_use;                       // 0, 1, -1; identity implies equality
Value object_binary(BinaryOp op, Value a, Value b) must_use;
Value object_inplace(BinaryOp op, Value a, Value b) must_use;
Value object_power(Value base, Value exponent, Value modulus) must_use;
Value object_unary(UnaryOp op, Value v) must_use;

Value object_get_attribute(Value v, Value name) must_use;          // name: interned str
Value object_get_attribute_c(Value v, const char *name) must_use;
// Like it, but *found is false and no exception is pending when the attribute is not there. The answer is 0 then.
Value object_find_attribute(Value v, Value name, bool *found) must_use;
bool object_set_attribute(Value v, Value name, Value value) must_use;      // value 0: delete; name 0: an exception is pending
Value object_generic_get_attribute(Value v, Value name) must_use;
Value object_generic_find_attribute(Value v, Value name, bool *found) must_use;
bool object_generic_set_attribute(Value v, Value name, Value value) must_use;
// What the object itself has (its shape area or dict), nothing bound, the class not asked; 0, nothing pending: absent.
Value object_own_attribute(Value v, Value name) must_use;
// A special method, looked up on the type and bound: 0 without exception when the type has none.
Value object_find_special(Value v, Value name) must_use;

Value object_call(Value callable, Value *args, size_t count, Value keywords) must_use;
Value object_call0(Value callable) must_use;
Value object_call1(Value callable, Value a) must_use;
Value object_call2(Value callable, Value a, Value b) must_use;
Value object_call3(Value callable, Value a, Value b, Value c) must_use;
Value object_call_with(Value callable, Value first, Value *args, size_t count, Value keywords) must_use;   // first in front
Value object_call_method(Value v, Value name, Value *args, size_t count) must_use;
bool object_callable(Value v);

// Whether instances can be iterated: classes may do with __getitem__ alone, native types that can have iterators.
static inline bool type_iterates(const Type *type) { return type->iter || (type->get_item && type->flags & TYPE_HEAP); }
Value object_iter(Value v) must_use;
Value object_next(Value iterator) must_use;                        // 0 without pending exception: exhausted
Value object_next_end(Value iterator) must_use;
// The same, inline, for what object_iter gave. Iterators over iterators may be nested to any depth.
static inline must_use Value object_step(Value iterator) {
    Type *type = value_object(iterator)->type;
    if (unlikely((uintptr_t)mem_stack_pointer() < mem_stack_limit)) return mem_stack_exhausted();
    Value next = likely(type->next != 0) ? type->next(iterator) : 0;
    return likely(next != 0) ? next : object_next_end(iterator);
}
// Like it, but StopIteration stays pending with the value it carries; what the next() function and `yield from` call.
Value object_next_or_raise(Value iterator) must_use;
ptrdiff_t object_length(Value v) must_use;
ptrdiff_t object_length_hint(Value v, ptrdiff_t fallback) must_use;        // -1: raised
Value object_get_item(Value v, Value key) must_use;
bool object_set_item(Value v, Value key, Value value) must_use;    // value 0: delete
int object_contains(Value container, Value item) must_use;

// Integers from any value with __index__. TypeError "'T' object cannot be interpreted as an integer".
Value object_index(Value v) must_use;                              // an exact int
bool object_to_size(Value v, ptrdiff_t *out) must_use;             // OverflowError/IndexError-free: clamps to ptrdiff_t
bool object_to_int64(Value v, int64_t *out) must_use;              // OverflowError "Python int too large to convert to C ..."
bool object_to_int(Value v, int *out) must_use;                     // OverflowError "Python int too large to convert to C int"

bool object_is_instance(Value v, const Type *type);                // of it or of a subclass, by mro; no hooks
bool type_is_subtype(const Type *type, const Type *base);
int object_isinstance(Value v, Value classinfo) must_use;          // isinstance(): tuples, unions, __instancecheck__; -1: raised
int object_issubclass(Value v, Value classinfo) must_use;

// repr of recursive structures: false when `v` is being represented already ([...]). Paired with repr_leave.
bool repr_enter(Value v);
void repr_leave(Value v);

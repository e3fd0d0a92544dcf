// Native: Python callables written in C, and the one place where arguments are checked and bound.
//
// A native has a signature in Python's own notation, without self:
//     "object, /"   "index=-1, /"   "sep=None, maxsplit=-1"   "*args, **kwargs"   "iterable, /, *, key=None, reverse=False"   ""
// From it come the binding, CPython's error messages, help() and __text_signature__. The C function gets one Value for
// each parameter in the order of the signature: 0 for an absent optional parameter, a tuple for *args, a dict for
// **kwargs (never 0). Defaults in the text are documentation: the C code decides what an absent one means.
#pragma once
#include "objects/doc.h"
#include "objects/value.h"

#define NATIVE_PARAMETERS_MAX 12

// As the whole signature, or before one that is only shown: the function is a RawFunction, cast, and gets the call's arguments
// unchecked. If it calls Python code with variables that nothing was written to yet, it says mem_before_call_out() itself.
#define NATIVE_RAW "..."
// Before a signature: complaints about its arguments are worded as if they had names. So CPython words them for
// methods that are told the class which defines them.
#define NATIVE_OF_CLASS "$"
typedef Value (*RawFunction)(Value self, Value *args, size_t count, Value keywords);

typedef Value (*NativeFunction)(Value self, Value *args);

Value doc_text(uint32_t number) __attribute__((warn_unused_result));      // of help, by its number (doc.h): a str, None for 0

typedef enum { NATIVE_METHOD, NATIVE_CLASS_METHOD, NATIVE_STATIC_METHOD, NATIVE_FUNCTION } NativeKind;

// One compiled signature; made at the first call and kept.
typedef struct Signature Signature;

typedef struct {
    const char *name;
    NativeFunction function;
    const char *signature;
    uint32_t doc;               // see doc.h; 0: none
    NativeKind kind;            // METHOD where left out
    Signature **compiled;       // a static cell of the table's macro; see METHOD()
} MethodDef;

// Rows of a method table at file scope. doc is a string literal, "" for none. The compound literal is the cell that keeps the compiled signature, so that tables stay const.
#define NATIVE_ROW(name, function, signature, doc, kind) {name, function, signature, DOC(doc), kind, &(Signature *){0}}
#define METHOD(name, function, signature, doc) NATIVE_ROW(name, function, signature, doc, NATIVE_METHOD)
#define CLASS_METHOD(name, function, signature, doc) NATIVE_ROW(name, function, signature, doc, NATIVE_CLASS_METHOD)
#define STATIC_METHOD(name, function, signature, doc) NATIVE_ROW(name, function, signature, doc, NATIVE_STATIC_METHOD)
#define FUNCTION(name, function, signature, doc) NATIVE_ROW(name, function, signature, doc, NATIVE_FUNCTION)
#define METHODS_END {0}

// Binds a call's arguments to the parameters of `signature`; bound[] has room for one Value a parameter.
// `name` is the callable's name in messages ("bytearray", "pop"). TypeError as CPython words it.
bool native_bind(Signature **cell, const char *name, const char *signature, Value *args, size_t count, Value keywords,
                 Value *bound) __attribute__((warn_unused_result));

// For `make` and `init` slots, whose parameters are named args, count, keywords:
//     Value bound[3];
//     if (!NATIVE_BIND("bytearray", "source=b'', encoding='utf-8', errors='strict'", bound)) return 0;
#define NATIVE_BIND(name, signature, bound) \
    ({ static Signature *cell; native_bind(&cell, name, signature, args, count, keywords, bound); })

// The same in a `make` slot without keywords: those that a subclass with an __init__ of its own gets are for that.
#define NATIVE_BIND_NEW(name, signature, bound) \
    (type->init ? (void)(keywords = 0) : (void)0, NATIVE_BIND(name, signature, bound))

// A builtin function or a bound builtin method ("builtin_function_or_method"). self is 0 for a function of a module.
typedef struct {
    struct Object head;
    const MethodDef *def;
    Value self;
    Value module;               // its module's name (str), or 0
} Native;
extern Type native_type;
Value native_new(const MethodDef *def, Value self, Value module);
// A method in a type's dict, not bound ("method_descriptor"; "wrapper_descriptor" for slots.c's).
typedef struct {
    struct Object head;
    const MethodDef *def;
    Type *owner;
} MethodDescriptor;
// TypeError: a classmethod_descriptor was given an owner that is not a class.
Value native_raise_needs_type(Value descriptor, Value owner);
extern Type method_descriptor_type, wrapper_descriptor_type, classmethod_descriptor_type, method_wrapper_type;
Value method_descriptor_new(const MethodDef *def, Type *owner);

// Calls def's function for self with these arguments. The VM's call sites use it after their own fast path.
Value native_call(const MethodDef *def, Value self, Value *args, size_t count, Value keywords)
    __attribute__((warn_unused_result));
Signature *native_signature(const MethodDef *def);

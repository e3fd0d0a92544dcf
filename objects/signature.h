// Signature: a native's parameters, compiled from the text in its MethodDef (native.h describes the notation).
//
// A Callee says who is called, for the messages alone: CPython names a function in some of them "pop", in others
// "list.pop()", so both forms can be made from it.
#pragma once
#include "objects/native.h"
#include "objects/value.h"

struct Signature {
    const char *text;
    bool of_class;              // NATIVE_OF_CLASS
    bool raw;                   // "...": the function takes the call's arguments as they come
    bool calls_out;             // takes an iterable, a function, a source, any number: may call what it is given
    int count;                  // parameters, *args and **kwargs included
    int positional;             // the first so many take positional values
    int positional_only;        // the first so many have no name to the outside
    int required;               // the first so many have no default
    int star, double_star;      // indices of *args and **kwargs, or -1
    int keyword_end;            // named parameters lie in [positional_only, keyword_end), but for `star`
    uint32_t keyword_required;  // bit i: the keyword-only parameter i has no default
    Value names[NATIVE_PARAMETERS_MAX];     // interned str
};

typedef struct {
    const char *name;
    const MethodDef *def;       // 0: only the name is known
    Value self;                 // what a method is bound to, or 0
    bool bound;                 // called by way of a bound method: that is named after the class of self
} Callee;

// The signature kept in the cell, compiled at first use. 0: MemoryError.
Signature *signature_get(Signature **cell, const char *text) must_use;
bool signature_bind(const Signature *signature, const Callee *callee, Value *args, size_t count, Value keywords,
                    Value *bound) must_use;
// "($self, object, /)", or "(object, /)" for a function.
Value signature_text(const char *text, NativeKind kind) must_use;

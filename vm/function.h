// Functions made by def and lambda, and the cells their closures share.
#pragma once
#include "objects/dict.h"
#include "objects/object.h"
#include "objects/tuple.h"
#include "vm/code.h"

typedef struct {
    Object head;
    Value content;              // 0: empty
} Cell;
extern Type cell_type;
Value cell_new(Value content) must_use;
static inline Cell *cell_of(Value v) { return (Cell *)value_object(v); }

typedef struct Function {
    Object head;
    Code *code;
    Dict *globals, *builtins;
    Value defaults;             // tuple, or 0
    Value keyword_defaults;     // dict, or 0
    Value closure;              // tuple of cells, or 0
    Value name, qualified_name; // str
    Value doc, module;          // any; 0: NONE
    Value annotate;             // callable, or 0
    Value annotations;          // dict, or 0: not made yet
    Value type_params;          // tuple, or 0
    Dict *dict;                 // __dict__, 0 until asked for
    bool simple;                // positional parameters only, nothing but a copy to do when their count is right
} Function;
extern Type function_type;
static inline Function *function_of(Value v) { return (Function *)value_object(v); }

Value function_new(Value code, Dict *globals) must_use;
Value builtins_object(Dict *builtins);          // what __builtins__ was, as a program may see it

// Puts the arguments of a call into the first slots of `locals`, which may be `args` itself (the caller's stack), fills in
// defaults, *args, **kwargs, clears the remaining locals and copies the closure in. TypeErrors as CPython words them.
bool function_bind(Function *function, Value *locals, const Value *args, size_t count, Value keywords) must_use;
// The quick case: function->simple and count right. Clears other locals, copies the closure.
static inline void function_fill(Function *function, Value *locals, size_t count) {
    Code *code = function->code;
    for (size_t i = count; i < code->local_count; i++) locals[i] = 0;
    if (code->free_count) {
        Value *free = locals + code->local_count - code->free_count;
        for (uint32_t i = 0; i < code->free_count; i++) free[i] = tuple_get(function->closure, i);
    }
}

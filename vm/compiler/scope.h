// Scope: which variable a name means. Two walks over the tree: scope_visit.h enters every block and every
// name used or bound in it, scope.c then finds out where each name lives.
//
// A block is a module, class body, function, lambda, comprehension, or one of the hidden functions of PEP
// 649 and PEP 695 (annotations, type parameters, bounds, aliases). Every block has a Scope, but not each
// has code of its own: list, set and dict comprehensions are part of the code around them (PEP 709).
// `root` is the scope whose code a scope belongs to. The variables of such a comprehension get local slots
// of their own in the root's frame, so that they never touch a variable of the same name outside.
#pragma once
#include "vm/compiler/compiler.h"

typedef enum {
    SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_GENERATOR, SCOPE_COMPREHENSION,
    SCOPE_TYPE_PARAMS, SCOPE_ANNOTATIONS, SCOPE_TYPE_VARIABLE, SCOPE_TYPE_DEFAULT, SCOPE_TYPE_ALIAS,
} ScopeKind;

enum SymbolFlags {
    SYMBOL_USED = 1, SYMBOL_ASSIGNED = 2, SYMBOL_PARAMETER = 4, SYMBOL_GLOBAL = 8, SYMBOL_NONLOCAL = 16,
    SYMBOL_ANNOTATED = 32, SYMBOL_IMPORTED = 64, SYMBOL_ITERATION = 128, SYMBOL_TYPE_PARAM = 256,
    SYMBOL_DELETED = 512,           // may become unset while the frame runs
    SYMBOL_WALRUS = 1024,           // bound inside of an expression
    SYMBOL_BOUND =
        SYMBOL_ASSIGNED | SYMBOL_PARAMETER | SYMBOL_IMPORTED | SYMBOL_ITERATION | SYMBOL_TYPE_PARAM,
};

typedef struct Scope Scope;
typedef struct Symbol Symbol;
struct Symbol {
    const Name *name;               // mangled
    uint32_t flags;
    bool captured;                  // lives in a cell
    uint32_t slot;                  // in the root's locals
    Scope *owner;
    Symbol *target;                 // the variable meant; NULL: a global or a name in a namespace
    Symbol *next;                   // in the order of first appearance
    uint32_t order;                 // of appearance among the variables of the root
    Span directive;                 // of the global or nonlocal statement
};

typedef struct { Symbol **items; uint32_t count, capacity; } SymbolTable;

// `name: annotation` in a module or class.
typedef struct Annotation Annotation;
struct Annotation {
    Stmt *statement;
    int conditional_index;          // -1: always reached
    Annotation *next;
};

struct Scope {
    ScopeKind kind;
    // What it belongs to: Stmt, Expr, TypeParam or Module; with the kind it is unique
    const void *node;
    Scope *parent, *root;
    Scope *first, *last, *next;     // children, in the order of the source
    Scope *cursor;                  // where the next look for a child begins
    const Name *private_name;       // the class whose name mangles __names, or NULL
    SymbolTable table;
    Symbol *symbols, *last_symbol;
    bool is_async;                  // async def
    bool is_generator, is_coroutine;    // has a yield; has an await or is async def
    bool in_iterable;               // while visiting: inside the iterable of a comprehension
    // An annotation scope in a class: names are first looked up in the class's namespace
    bool sees_class;
    bool is_conditional;            // while visiting: in a statement that may not run
    // Some annotations of a module or class are recorded when they are reached
    bool conditional_annotations;
    // Of a module or class, evaluated lazily
    Annotation *annotations, *last_annotation, *annotation_cursor;
    // of a root
    uint32_t symbol_count;          // its own and those of its comprehensions
    uint32_t local_count;           // all slots, free variables included
    uint32_t temp_base, temp_count; // slots for the captures of a pattern
    Symbol **free;                  // variables of outer functions, sorted by name: the last slots
    uint32_t free_count, free_capacity;
    // variables of a class body that are not names in its namespace: cells that methods refer to
    Symbol *class_cell, *class_dict, *class_conditional;
};

typedef enum {
    PLACE_LOCAL, PLACE_CELL,        // slot
    PLACE_GLOBAL, PLACE_NAME,
    PLACE_CLASS_CELL,               // in a class body: the namespace, then the cell in slot
    PLACE_DICT_CELL, PLACE_DICT_GLOBAL,     // in an annotation in a class
} PlaceKind;
typedef struct { PlaceKind kind; uint32_t slot; Symbol *symbol; } Place;

typedef struct Compiler Compiler;

void *scope_alloc(Compiler *c, size_t size);        // zeroed arena memory; NULL: failed
// Makes the tree of scopes for a module. NULL: failed, with a report.
Scope *scope_build(Compiler *c, Module *module);
void scope_resolve(Compiler *c, Scope *module);

Scope *scope_new(Compiler *c, Scope *parent, ScopeKind kind, const void *node);
Scope *scope_child(Scope *parent, ScopeKind kind, const void *node);
Symbol *scope_find(Scope *scope, const Name *mangled);              // NULL: not mentioned in this scope
Symbol *scope_add(Compiler *c, Scope *scope, const Name *name, uint32_t flags);   // mangles
Symbol *scope_add_mangled(Compiler *c, Scope *scope, const Name *name, uint32_t flags);
const Name *scope_mangle(Compiler *c, const Name *private_name, const Name *name);
Place scope_place(Compiler *c, Scope *scope, const Name *mangled);  // what a name in `scope` means
uint32_t scope_cell_slot(Scope *root, Symbol *target);              // of a captured variable, own or outer
static inline bool scope_is_function(const Scope *scope) {
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

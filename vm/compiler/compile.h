// What the files of the compiler share. One Compiler for a module, one Unit for each code object under
// construction.
//
// Failure is sticky: who finds an error reports it (compile_error) or leaves an exception pending (compile_fail)
// and returns; from then on nothing more is emitted, and compile_module answers 0. So nothing here returns a
// success flag.
#pragma once
#include "vm/compiler/emit.h"
#include "vm/compiler/scope.h"

typedef struct {                    // names that the compiler makes itself
    const Name *class_cell, *class_dict, *conditional_annotations, *super, *dot_zero, *dot_defaults,
        *dot_kwdefaults, *dot_type_params, *dot_generic_base, *format, *debug, *self, *annotate,
        *annotate_func, *annotations, *module, *qualname, *first_line, *doc, *name, *static_attributes,
        *class_cell_entry, *class_dict_entry, *type_params, *underscore, *shown_format;
} CompilerNames;

struct Compiler {
    Arena *arena;
    Names *names;
    CompilerNames known;
    const CompileOptions *options;
    Diagnostic *diagnostic;
    Module *module;
    Scope *module_scope;
    Scope *scope;                   // where names are looked up: the unit's, or a comprehension's in it
    Unit *unit;
    WarningList warnings;           // of what is compiled, behind those of the tree
    bool in_finally;                // while visiting: in a `finally` block, and in no loop or function within
    bool unwarned;                  // while visiting: in an annotation that is never evaluated
    bool failed;
    bool future_annotations;
    int depth;                      // of the walk over the tree
};

#define COMPILE_DEPTH_MAX 5000

void compile_error(Compiler *c, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
void compile_fail(Compiler *c);                 // an exception is pending

// --- warnings (warn.c): what is legal and yet hardly meant
void warn_compare(Compiler *c, const Expr *e);              // `x is 1`
void warn_call(Compiler *c, const Expr *e);                 // `"a" (1)`
void warn_subscript(Compiler *c, const Expr *e);            // `[1] ["a"]`
void warn_assert(Compiler *c, const Stmt *s);               // `assert (a, b)`
void warn_finally(Compiler *c, const Stmt *s, const char *what);    // `return` in a `finally` block
void warn_finish(Compiler *c);                              // hands them to the diagnostic
bool compile_enter(Compiler *c, Span span);     // false: too deep; paired with compile_leave
static inline void compile_leave(Compiler *c) { c->depth--; }
Value compile_name_value(Compiler *c, const Name *name);            // interned str; NONE after a failure

// --- statements, blocks
void compile_body(Compiler *c, StmtList body);
bool compile_is_docstring(StmtList body);
Value compile_docstring(Compiler *c, StmtList body);                // cleaned of indentation; 0: none
typedef struct {
    int test, body;                 // labels; the caller makes `test`
    int local;                      // the target's slot when it is a plain local, else -1
    Span span;
} ForLoop;
// iterator -- iterator; then the body, item stored
void compile_for_begin(Compiler *c, ForLoop *loop, Expr *target, Span span);
void compile_for_end(Compiler *c, const ForLoop *loop);                         // iterator --
// iterator -- iterator item, or what compile_async_end makes
void compile_async_next(Compiler *c, Range *range, Span span);
void compile_async_end(Compiler *c, Range *range, Span span);   // iterator --

// What a break, continue or return must leave. Innermost first; lives on the C stack.
typedef enum {
    BLOCK_WHILE, BLOCK_FOR, BLOCK_ASYNC_FOR, BLOCK_TRY, BLOCK_FINALLY, BLOCK_FINALLY_HANDLER, BLOCK_WITH,
    BLOCK_ASYNC_WITH, BLOCK_HANDLER, BLOCK_STAR_HANDLER, BLOCK_VALUE,
} BlockKind;
struct Block {
    BlockKind kind;
    Block *outer;
    int break_label, continue_label;    // loops
    StmtList body;                      // BLOCK_FINALLY
    const Name *name;                   // BLOCK_HANDLER: variable to unset, or NULL
    Range *range;                       // exception range that ends where the block is left, or NULL
    Span span;
};
void block_push(Compiler *c, Block *block);
void block_pop(Compiler *c, Block *block);
void compile_try(Compiler *c, Stmt *s);
// exit --; calls it for an exit without exception
void compile_exit_with(Compiler *c, bool is_async, Span span);
void compile_with(Compiler *c, Stmt *s);
void compile_match(Compiler *c, Stmt *s);
void compile_import(Compiler *c, Stmt *s);
void compile_import_from(Compiler *c, Stmt *s);
void compile_future_imports(Compiler *c, Module *module);
void compile_send_loop(Compiler *c, Span span);     // receiver -- value; await and yield from

// --- expressions
void compile_expression(Compiler *c, Expr *e);
void compile_expressions(Compiler *c, ExprList list);
void compile_jump_if(Compiler *c, Expr *e, int label, bool truth);  // jumps when e's truth is `truth`
void compile_binary(Compiler *c, Expr *e);
void compile_subscript(Compiler *c, Expr *e);
void compile_slice(Compiler *c, Expr *slice);        // -- slice
void compile_store_subscript(Compiler *c, Expr *e);  // value --
void compile_aug_assign(Compiler *c, Stmt *s);
void compile_call(Compiler *c, Expr *e);
void compile_attribute(Compiler *c, Expr *e);
Span compile_attribute_span(Expr *e);               // where a failing attribute is shown: the name's line
// The arguments of a call whose callable is on the stack, with `pushed` arguments already behind it. What a call
// looks like is decided before its callable is loaded: CALL_WITH_KEYWORDS wants a self or 0 behind the callable.
typedef enum { CALL_PLAIN, CALL_WITH_KEYWORDS, CALL_WITH_STARS } CallShape;
typedef struct {
    ArgumentList arguments;
    uint32_t pushed;
    const Name *last;               // a variable that is the last positional argument, or NULL
    Span span;
} CallArguments;
CallShape compile_call_shape(Compiler *c, const CallArguments *call);
void compile_arguments(Compiler *c, const CallArguments *call, CallShape shape, bool is_method);
void compile_display(Compiler *c, Expr *e);         // list, tuple, set
void compile_dict(Compiler *c, Expr *e);
void compile_constant_container(Compiler *c, Expr *e);     // a list or set that nobody can change
void compile_interpolation(Compiler *c, Expr *e);
void compile_yield_value(Compiler *c, Span span);   // value -- sent
void compile_joined_str(Compiler *c, Expr *e);
void compile_template_str(Compiler *c, Expr *e);
void compile_formatted_value(Compiler *c, Expr *e);

// An operand of a fused form.
typedef enum { FROM_STACK, FROM_LOCAL, FROM_CONST } OperandSource;
typedef struct { OperandSource source; uint32_t index; bool steady; } Operand;
// steady: a local that is certainly set and that no expression rebinds: it may be read later than where it
// stands.
Operand operand_of(Compiler *c, Expr *e);

// --- names and targets
Place compile_place(Compiler *c, const Name *name);
void compile_load_name(Compiler *c, const Name *name, Span span);
void compile_store_name(Compiler *c, const Name *name, Span span);
void compile_clear_name(Compiler *c, const Name *name, Span span);  // unsets it whether set or not
void compile_store(Compiler *c, Expr *target);      // value --
void compile_delete(Compiler *c, Expr *target);
void compile_assign(Compiler *c, Stmt *s);
void compile_check_name(Compiler *c, const Name *name, Span span, const char *verb);   // refuses __debug__
// Slot of a name that is a plain local below 256, else -1
int compile_plain_local(Compiler *c, const Expr *e);

// --- functions and classes
void compile_function_def(Compiler *c, Stmt *s);
void compile_lambda(Compiler *c, Expr *e);
void compile_class_def(Compiler *c, Stmt *s);
void compile_comprehension(Compiler *c, Expr *e);
void compile_type_alias(Compiler *c, Stmt *s);
void compile_type_params(Compiler *c, TypeParamList params);        // leaves the tuple
void compile_apply_decorators(Compiler *c, ExprList decorators);
// Pushes the tuple of cells if any: 8 or 0
uint32_t compile_closure(Compiler *c, Scope *scope, Span span);
void compile_make_function(Compiler *c, Value code, uint32_t flags, Span span);
void compile_ann_assign(Compiler *c, Stmt *s);
// 4: the annotate function is on the stack, or 0
uint32_t compile_function_annotations(Compiler *c, Stmt *s);
void compile_start_annotations(Compiler *c, Span span);             // of a module or class, before its body
// Stores the annotate function if there is one
void compile_deferred_annotations(Compiler *c, const Name *store_as, Span span);
void function_begin(Compiler *c, Unit *unit, Scope *scope, Value name, Span span, Range *range);
Value function_finish(Compiler *c, Unit *unit, Range *range);

// One code object: unit_begin, what it consists of, unit_finish. The unit lives on the caller's C stack.
void unit_begin(Compiler *c, Unit *unit, Scope *scope, Value name, Span span);
Value unit_finish(Compiler *c, Unit *unit);
void unit_prologue(Compiler *c, Span span);         // generator start and cells

// --- constant folding
Value fold_expression(Compiler *c, Expr *e);        // its value, or 0: not constant
Value fold_constant(Compiler *c, const Expr *e);  // of a literal
// A chain of binary operators nests to the left. Its nodes from the top down, at most FOLD_SPINE, and the operand below them.
enum { FOLD_SPINE = 64 };
int fold_spine(Expr *e, Expr **spine, Expr **base);
BinaryOp fold_operation(BinaryOperator op);         // the operation an operator stands for
int fold_truth(Compiler *c, Expr *e);               // 0, 1, or -1: not known

Value unparse_expression(Compiler *c, Expr *e);     // source text, as ast.unparse

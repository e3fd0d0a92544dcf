// The walk that makes scopes: enters every block and every name used or bound in it, in the order in which
// the code runs (values before targets), and reports what is wrong with names: global and nonlocal
// statements, duplicate parameters, assignment expressions and yields where they are not allowed.
//
// scope_visit.c has statements and definitions, scope_visit_expression.c expressions, targets and parameters.
#pragma once
#include "vm/compiler/compile.h"

// A new scope within c->scope, which becomes the current one until scope_leave. NULL: failed, with a report.
Scope *scope_enter(Compiler *c, ScopeKind kind, const void *node);
static inline void scope_leave(Compiler *c, Scope *scope) { c->scope = scope->parent; }
// The name, mangled, in the current scope; NULL: failed.
static inline Symbol *scope_bind(Compiler *c, const Name *name, uint32_t flags) {
    return scope_add(c, c->scope, name, flags);
}

void visit_expression(Compiler *c, Expr *e);
void visit_list(Compiler *c, ExprList list);
void visit_target(Compiler *c, Expr *target, uint32_t flags);       // SYMBOL_ASSIGNED, _DELETED, _ITERATION
void visit_arguments(Compiler *c, ArgumentList arguments);
void visit_parameters(Compiler *c, Parameters *parameters);         // within the function's scope
void visit_defaults(Compiler *c, ParameterList list);               // around it

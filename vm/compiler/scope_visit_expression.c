// The walk that makes scopes, of expressions, targets and parameters: see scope_visit.h.
#include "vm/compiler/scope_visit.h"

Scope *scope_enter(Compiler *c, ScopeKind kind, const void *node) {
    Scope *scope = scope_new(c, c->scope, kind, node);
    if (!scope) return NULL;
    c->scope = scope;
    if (scope->sees_class) scope_add_mangled(c, scope, c->known.class_dict, SYMBOL_USED);
    return scope;
}

void visit_list(Compiler *c, ExprList list) {
    for (int i = 0; i < list.count; i++) visit_expression(c, list.items[i]);
}

// ------------------------------------------------------------------------------------- where what is allowed

static const char *annotation_place(const Scope *scope) {
    switch (scope->kind) {
    case SCOPE_ANNOTATIONS: return "an annotation";
    case SCOPE_TYPE_VARIABLE: return "a TypeVar bound";
    case SCOPE_TYPE_DEFAULT: return "a type parameter default";
    case SCOPE_TYPE_ALIAS: return "a type alias";
    case SCOPE_TYPE_PARAMS: return "the definition of a generic";
    default: return NULL;
    }
}

static bool refuse_in_annotation(Compiler *c, const char *what, Span span) {
    const char *place = annotation_place(c->scope);
    if (place) compile_error(c, span, "%s expression cannot be used within %s", what, place);
    return place != NULL;
}

static const char *comprehension_name(const Scope *scope) {
    if (scope->kind == SCOPE_GENERATOR) return "generator expression";
    if (scope->kind != SCOPE_COMPREHENSION) return NULL;
    switch (((const Expr *)scope->node)->kind) {
    case AST_LIST_COMP: return "list comprehension";
    case AST_SET_COMP: return "set comprehension";
    default: return "dict comprehension";
    }
}

static void visit_yield(Compiler *c, Expr *e, Expr *value) {
    if (refuse_in_annotation(c, "yield", e->span)) return;
    if (value) visit_expression(c, value);
    const char *comprehension = comprehension_name(c->scope);
    if (comprehension) compile_error(c, e->span, "'yield' inside %s", comprehension);
    c->scope->is_generator = true;
}

// ------------------------------------------------------------------------------------ assignment expressions

// In a comprehension the target belongs to the function around it (PEP 572).
static void bind_outside_comprehensions(Compiler *c, const Name *name, Span span) {
    const Name *mangled = scope_mangle(c, c->scope->private_name, name);
    Scope *scope = c->scope;
    for (; scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_GENERATOR; scope = scope->parent) {
        Symbol *symbol = scope_find(scope, mangled);
        if (symbol && symbol->flags & SYMBOL_ITERATION) {
            compile_error(c, span,
                          "assignment expression cannot rebind comprehension iteration variable '%s'",
                          name->data);
            return;
        }
    }
    if (scope->kind == SCOPE_CLASS) {
        compile_error(c, span, "assignment expression within a comprehension cannot be used in a class body");
        return;
    }
    if (annotation_place(scope)) {
        compile_error(c, span, "assignment expression within a comprehension cannot be used within %s",
                      annotation_place(scope));
        return;
    }
    Symbol *outer = scope_add_mangled(c, scope, mangled, 0);
    if (!outer) return;
    bool is_global = scope->kind == SCOPE_MODULE || outer->flags & SYMBOL_GLOBAL;
    if (!is_global || scope->kind == SCOPE_MODULE) outer->flags |= SYMBOL_ASSIGNED | SYMBOL_WALRUS;
    if (scope->kind == SCOPE_MODULE) outer->flags |= SYMBOL_GLOBAL;
    Symbol *symbol = scope_add_mangled(c, c->scope, mangled,
                                       SYMBOL_WALRUS | (is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL));
    if (symbol && !symbol->directive.line) symbol->directive = span;
}

static void visit_named(Compiler *c, Expr *e) {
    Expr *target = e->named_expr.target;
    if (refuse_in_annotation(c, "named", e->span)) return;
    if (c->scope->in_iterable) {
        compile_error(c, e->span,
                      "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    visit_expression(c, e->named_expr.value);
    bool inside = c->scope->kind == SCOPE_COMPREHENSION || c->scope->kind == SCOPE_GENERATOR;
    if (inside) bind_outside_comprehensions(c, target->name.id, target->span);
    else scope_bind(c, target->name.id, SYMBOL_ASSIGNED | SYMBOL_WALRUS);
}

// --------------------------------------------------------------------------------------------------- targets

static void bind_iteration(Compiler *c, Expr *target) {
    Symbol *symbol = scope_find(c->scope, scope_mangle(c, c->scope->private_name, target->name.id));
    if (symbol && symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) {
        compile_error(c, target->span,
                      "comprehension inner loop cannot rebind assignment expression target '%s'",
                      target->name.id->data);
        return;
    }
    scope_bind(c, target->name.id, SYMBOL_ITERATION | SYMBOL_ASSIGNED);
}

void visit_target(Compiler *c, Expr *target, uint32_t flags) {
    switch (target->kind) {
    case AST_NAME:
        if (flags & SYMBOL_ITERATION) bind_iteration(c, target);
        else scope_bind(c, target->name.id, flags);
        break;
    case AST_STARRED: visit_target(c, target->starred.value, flags); break;
    case AST_TUPLE:
    case AST_LIST:
        for (int i = 0; i < target->tuple.elements.count; i++)
            visit_target(c, target->tuple.elements.items[i], flags);
        break;
    case AST_SUBSCRIPT:
        visit_expression(c, target->subscript.value);
        visit_expression(c, target->subscript.index);
        break;
    default: visit_expression(c, target);
    }
}

// -------------------------------------------------------------------------------------------- comprehensions

static void visit_iterable(Compiler *c, Expr *iter) {
    bool before = c->scope->in_iterable;
    c->scope->in_iterable = true;
    visit_expression(c, iter);
    c->scope->in_iterable = before;
}

static void visit_comprehension(Compiler *c, Expr *e, ComprehensionList clauses, Expr *key, Expr *value) {
    visit_iterable(c, clauses.items[0].iter);
    bool is_generator = e->kind == AST_GENERATOR_EXP;
    Scope *scope = scope_enter(c, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, e);
    if (!scope) return;
    if (is_generator) scope_add_mangled(c, scope, c->known.dot_zero, SYMBOL_PARAMETER);
    for (int i = 0; i < clauses.count; i++) {
        Comprehension *clause = &clauses.items[i];
        scope->is_coroutine |= clause->is_async;
        if (i > 0) visit_iterable(c, clause->iter);
        visit_target(c, clause->target, SYMBOL_ITERATION);
        visit_list(c, clause->conditions);
    }
    visit_expression(c, key);
    if (value) visit_expression(c, value);
    scope_leave(c, scope);
    scope->is_generator = is_generator;
    if (!scope->is_coroutine || is_generator) return;
    Scope *outer = c->scope;
    if (!outer->is_async && outer->kind != SCOPE_COMPREHENSION && outer->kind != SCOPE_GENERATOR)
        compile_error(c, e->span, "asynchronous comprehension outside of an asynchronous function");
    outer->is_coroutine = true;
}

// ------------------------------------------------------------------------------------------------ parameters

static void visit_parameter(Compiler *c, Parameter *parameter) {
    if (!parameter) return;
    Symbol *symbol = scope_find(c->scope, scope_mangle(c, c->scope->private_name, parameter->name));
    if (symbol && symbol->flags & SYMBOL_PARAMETER) {
        compile_error(c, parameter->span, "duplicate argument '%s' in function definition",
                      parameter->name->data);
        return;
    }
    scope_bind(c, parameter->name, SYMBOL_PARAMETER);
}

void visit_parameters(Compiler *c, Parameters *parameters) {
    for (int i = 0; i < parameters->positional.count; i++)
        visit_parameter(c, &parameters->positional.items[i]);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        visit_parameter(c, &parameters->keyword_only.items[i]);
    visit_parameter(c, parameters->vararg);
    visit_parameter(c, parameters->kwarg);
}

void visit_defaults(Compiler *c, ParameterList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i].default_value) visit_expression(c, list.items[i].default_value);
}

// ----------------------------------------------------------------------------------------------- expressions

static void visit_lambda(Compiler *c, Expr *e) {
    visit_defaults(c, e->lambda.parameters->positional);
    visit_defaults(c, e->lambda.parameters->keyword_only);
    Scope *scope = scope_enter(c, SCOPE_LAMBDA, e);
    if (!scope) return;
    visit_parameters(c, e->lambda.parameters);
    visit_expression(c, e->lambda.body);
    scope_leave(c, scope);
}

void visit_arguments(Compiler *c, ArgumentList arguments) {
    for (int i = 0; i < arguments.count; i++) visit_expression(c, arguments.items[i].value);
}

static void visit_name(Compiler *c, Expr *e) {
    scope_bind(c, e->name.id, SYMBOL_USED);
    if (e->name.id == c->known.super && scope_is_function(c->scope))
        scope_bind(c, c->known.class_cell, SYMBOL_USED);
}

static void visit_dict(Compiler *c, Expr *e) {
    for (int i = 0; i < e->dict.count; i++) {
        if (e->dict.keys[i]) visit_expression(c, e->dict.keys[i]);
        visit_expression(c, e->dict.values[i]);
    }
}

static void visit_binary(Compiler *c, Expr *e) {
    Expr *spine[FOLD_SPINE], *base;
    int count = fold_spine(e, spine, &base);
    visit_expression(c, base);
    while (count > 0) visit_expression(c, spine[--count]->bin_op.right);
}

// Those of the three that are there.
static void visit_some(Compiler *c, Expr *first, Expr *second, Expr *third) {
    if (first) visit_expression(c, first);
    if (second) visit_expression(c, second);
    if (third) visit_expression(c, third);
}

static void visit_kind(Compiler *c, Expr *e) {
    switch (e->kind) {
    case AST_BOOL_OP: visit_list(c, e->bool_op.values); break;
    case AST_NAMED_EXPR: visit_named(c, e); break;
    case AST_BIN_OP: visit_binary(c, e); break;
    case AST_UNARY_OP: visit_expression(c, e->unary_op.operand); break;
    case AST_LAMBDA: visit_lambda(c, e); break;
    case AST_IF_EXP: visit_some(c, e->if_exp.test, e->if_exp.body, e->if_exp.orelse); break;
    case AST_DICT: visit_dict(c, e); break;
    case AST_SET:
    case AST_LIST:
    case AST_TUPLE: visit_list(c, e->set.elements); break;
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_GENERATOR_EXP:
        visit_comprehension(c, e, e->list_comp.clauses, e->list_comp.element, NULL);
        break;
    case AST_DICT_COMP:
        visit_comprehension(c, e, e->dict_comp.clauses, e->dict_comp.key, e->dict_comp.value);
        break;
    case AST_AWAIT:
        if (refuse_in_annotation(c, "await", e->span)) return;
        visit_expression(c, e->await.value);
        c->scope->is_coroutine = true;
        break;
    case AST_YIELD: visit_yield(c, e, e->yield.value); break;
    case AST_YIELD_FROM: visit_yield(c, e, e->yield_from.value); break;
    case AST_COMPARE:
        warn_compare(c, e);
        visit_expression(c, e->compare.left);
        for (int i = 0; i < e->compare.count; i++) visit_expression(c, e->compare.comparators[i]);
        break;
    case AST_CALL:
        warn_call(c, e);
        visit_expression(c, e->call.function);
        visit_arguments(c, e->call.arguments);
        break;
    case AST_FORMATTED_VALUE:
        visit_some(c, e->formatted_value.value, e->formatted_value.format_spec, NULL);
        break;
    case AST_INTERPOLATION: visit_some(c, e->interpolation.value, e->interpolation.format_spec, NULL); break;
    case AST_JOINED_STR:
    case AST_TEMPLATE_STR: visit_list(c, e->joined_str.values); break;
    case AST_CONSTANT: break;
    case AST_ATTRIBUTE: visit_expression(c, e->attribute.value); break;
    case AST_SUBSCRIPT:
        warn_subscript(c, e);
        visit_some(c, e->subscript.value, e->subscript.index, NULL);
        break;
    case AST_STARRED: visit_expression(c, e->starred.value); break;
    case AST_NAME: visit_name(c, e); break;
    case AST_SLICE: visit_some(c, e->slice.lower, e->slice.upper, e->slice.step); break;
    }
}

void visit_expression(Compiler *c, Expr *e) {
    if (!compile_enter(c, e->span)) return;
    visit_kind(c, e);
    compile_leave(c);
}

// The walk that makes scopes: enters every block and every name used or bound in it, in the order in which
// the code runs (values before targets), and reports what is wrong with names: global and nonlocal
// statements, duplicate parameters, assignment expressions and yields where they are not allowed.
#include "vm/compiler/compile.h"

static void visit(Compiler *c, Expr *e);
static void visit_body(Compiler *c, StmtList body);
static void visit_body_in(Compiler *c, StmtList body, bool in_finally);
static void visit_list(Compiler *c, ExprList list) {
    for (int i = 0; i < list.count; i++) visit(c, list.items[i]);
}

static Scope *enter(Compiler *c, ScopeKind kind, const void *node) {
    Scope *scope = scope_new(c, c->scope, kind, node);
    if (!scope) return NULL;
    c->scope = scope;
    if (scope->sees_class) scope_add_mangled(c, scope, c->known.class_dict, SYMBOL_USED);
    return scope;
}
static void leave(Compiler *c, Scope *scope) { c->scope = scope->parent; }

static Symbol *bind(Compiler *c, const Name *name, uint32_t flags) {
    return scope_add(c, c->scope, name, flags);
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
    if (value) visit(c, value);
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
    visit(c, e->named_expr.value);
    bool inside = c->scope->kind == SCOPE_COMPREHENSION || c->scope->kind == SCOPE_GENERATOR;
    if (inside) bind_outside_comprehensions(c, target->name.id, target->span);
    else bind(c, target->name.id, SYMBOL_ASSIGNED | SYMBOL_WALRUS);
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
    bind(c, target->name.id, SYMBOL_ITERATION | SYMBOL_ASSIGNED);
}

static void visit_target(Compiler *c, Expr *target, uint32_t flags) {
    switch (target->kind) {
    case AST_NAME:
        if (flags & SYMBOL_ITERATION) bind_iteration(c, target);
        else bind(c, target->name.id, flags);
        break;
    case AST_STARRED: visit_target(c, target->starred.value, flags); break;
    case AST_TUPLE:
    case AST_LIST:
        for (int i = 0; i < target->tuple.elements.count; i++)
            visit_target(c, target->tuple.elements.items[i], flags);
        break;
    case AST_SUBSCRIPT: visit(c, target->subscript.value), visit(c, target->subscript.index); break;
    default: visit(c, target);
    }
}

// -------------------------------------------------------------------------------------------- comprehensions

static void visit_iterable(Compiler *c, Expr *iter) {
    bool before = c->scope->in_iterable;
    c->scope->in_iterable = true;
    visit(c, iter);
    c->scope->in_iterable = before;
}

static void visit_comprehension(Compiler *c, Expr *e, ComprehensionList clauses, Expr *key, Expr *value) {
    visit_iterable(c, clauses.items[0].iter);
    bool is_generator = e->kind == AST_GENERATOR_EXP;
    Scope *scope = enter(c, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, e);
    if (!scope) return;
    if (is_generator) scope_add_mangled(c, scope, c->known.dot_zero, SYMBOL_PARAMETER);
    for (int i = 0; i < clauses.count; i++) {
        Comprehension *clause = &clauses.items[i];
        scope->is_coroutine |= clause->is_async;
        if (i > 0) visit_iterable(c, clause->iter);
        visit_target(c, clause->target, SYMBOL_ITERATION);
        visit_list(c, clause->conditions);
    }
    visit(c, key);
    if (value) visit(c, value);
    leave(c, scope);
    scope->is_generator = is_generator;
    if (!scope->is_coroutine || is_generator) return;
    Scope *outer = c->scope;
    if (!outer->is_async && outer->kind != SCOPE_COMPREHENSION && outer->kind != SCOPE_GENERATOR)
        compile_error(c, e->span, "asynchronous comprehension outside of an asynchronous function");
    outer->is_coroutine = true;
}

// ------------------------------------------------------------------------------------------------- functions

static void visit_parameter(Compiler *c, Parameter *parameter) {
    if (!parameter) return;
    Symbol *symbol = scope_find(c->scope, scope_mangle(c, c->scope->private_name, parameter->name));
    if (symbol && symbol->flags & SYMBOL_PARAMETER) {
        compile_error(c, parameter->span, "duplicate argument '%s' in function definition",
                      parameter->name->data);
        return;
    }
    bind(c, parameter->name, SYMBOL_PARAMETER);
}

static void visit_parameters(Compiler *c, Parameters *parameters) {
    for (int i = 0; i < parameters->positional.count; i++)
        visit_parameter(c, &parameters->positional.items[i]);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        visit_parameter(c, &parameters->keyword_only.items[i]);
    visit_parameter(c, parameters->vararg);
    visit_parameter(c, parameters->kwarg);
}

static void visit_defaults(Compiler *c, ParameterList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i].default_value) visit(c, list.items[i].default_value);
}

static void visit_annotation_of(Compiler *c, const Parameter *parameter) {
    if (parameter && parameter->annotation) visit(c, parameter->annotation);
}

static void visit_function_annotations(Compiler *c, Stmt *s) {
    Scope *scope = enter(c, SCOPE_ANNOTATIONS, s);
    if (!scope) return;
    scope_add_mangled(c, scope, c->known.format, SYMBOL_PARAMETER);
    Parameters *parameters = s->function_def.parameters;
    for (int i = 0; i < parameters->positional.count; i++)
        visit_annotation_of(c, &parameters->positional.items[i]);
    visit_annotation_of(c, parameters->vararg);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        visit_annotation_of(c, &parameters->keyword_only.items[i]);
    visit_annotation_of(c, parameters->kwarg);
    if (s->function_def.returns) visit(c, s->function_def.returns);
    leave(c, scope);
}

static void visit_lazy(Compiler *c, ScopeKind kind, const void *node, Expr *e) {
    Scope *scope = enter(c, kind, node);
    if (!scope) return;
    scope_add_mangled(c, scope, c->known.format, SYMBOL_PARAMETER);
    visit(c, e);
    leave(c, scope);
}

static void visit_type_params(Compiler *c, TypeParamList params) {
    bool default_seen = false;
    for (int i = 0; i < params.count && !c->failed; i++) {
        TypeParam *param = &params.items[i];
        Symbol *symbol = scope_find(c->scope, scope_mangle(c, c->scope->private_name, param->name));
        if (symbol && symbol->flags & SYMBOL_TYPE_PARAM)
            compile_error(c, param->span, "duplicate type parameter '%s'", param->name->data);
        if (default_seen && !param->default_value)
            compile_error(c, param->span, "non-default type parameter '%s' follows default type parameter",
                          param->name->data);
        default_seen |= param->default_value != NULL;
        bind(c, param->name, SYMBOL_TYPE_PARAM | SYMBOL_ASSIGNED);
        if (param->bound) visit_lazy(c, SCOPE_TYPE_VARIABLE, param, param->bound);
        if (param->default_value) visit_lazy(c, SCOPE_TYPE_DEFAULT, param, param->default_value);
    }
}

static bool has_defaults(ParameterList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i].default_value) return true;
    return false;
}

static void visit_function_def(Compiler *c, Stmt *s) {
    Parameters *parameters = s->function_def.parameters;
    visit_list(c, s->function_def.decorators);
    visit_defaults(c, parameters->positional);
    visit_defaults(c, parameters->keyword_only);
    bind(c, s->function_def.name, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->function_def.type_params.count) {
        generic = enter(c, SCOPE_TYPE_PARAMS, s);
        if (!generic) return;
        if (has_defaults(parameters->positional))
            scope_add_mangled(c, generic, c->known.dot_defaults, SYMBOL_PARAMETER);
        if (has_defaults(parameters->keyword_only))
            scope_add_mangled(c, generic, c->known.dot_kwdefaults, SYMBOL_PARAMETER);
        visit_type_params(c, s->function_def.type_params);
    }
    bool unwarned = c->unwarned;
    c->unwarned |= c->future_annotations;
    visit_function_annotations(c, s);
    c->unwarned = unwarned;
    Scope *scope = enter(c, SCOPE_FUNCTION, s);
    if (!scope) return;
    scope->is_async = scope->is_coroutine = s->function_def.is_async;
    scope->in_iterable = false;
    visit_parameters(c, parameters);
    visit_body_in(c, s->function_def.body, false);
    leave(c, scope);
    if (generic) leave(c, generic);
}

static void visit_lambda(Compiler *c, Expr *e) {
    visit_defaults(c, e->lambda.parameters->positional);
    visit_defaults(c, e->lambda.parameters->keyword_only);
    Scope *scope = enter(c, SCOPE_LAMBDA, e);
    if (!scope) return;
    visit_parameters(c, e->lambda.parameters);
    visit(c, e->lambda.body);
    leave(c, scope);
}

static void visit_arguments(Compiler *c, ArgumentList arguments) {
    for (int i = 0; i < arguments.count; i++) visit(c, arguments.items[i].value);
}

static void visit_class_def(Compiler *c, Stmt *s) {
    visit_list(c, s->class_def.decorators);
    bind(c, s->class_def.name, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->class_def.type_params.count) {
        generic = enter(c, SCOPE_TYPE_PARAMS, s);
        if (!generic) return;
        generic->private_name = s->class_def.name;
        scope_add_mangled(c, generic, c->known.dot_generic_base, SYMBOL_ASSIGNED);
        scope_add_mangled(c, generic, c->known.dot_type_params, SYMBOL_ASSIGNED);
        visit_type_params(c, s->class_def.type_params);
    }
    visit_arguments(c, s->class_def.arguments);
    Scope *scope = enter(c, SCOPE_CLASS, s);
    if (!scope) return;
    scope->private_name = s->class_def.name;
    if (generic) scope_add_mangled(c, scope, c->known.dot_type_params, SYMBOL_USED);
    visit_body_in(c, s->class_def.body, false);
    leave(c, scope);
    if (generic) leave(c, generic);
}

static void visit_type_alias(Compiler *c, Stmt *s) {
    bind(c, s->type_alias.name->name.id, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->type_alias.type_params.count) {
        generic = enter(c, SCOPE_TYPE_PARAMS, s);
        if (!generic) return;
        visit_type_params(c, s->type_alias.type_params);
    }
    visit_lazy(c, SCOPE_TYPE_ALIAS, s, s->type_alias.value);
    if (generic) leave(c, generic);
}

// ----------------------------------------------------------------------------------------------- expressions

static void visit_name(Compiler *c, Expr *e) {
    bind(c, e->name.id, SYMBOL_USED);
    if (e->name.id == c->known.super && scope_is_function(c->scope))
        bind(c, c->known.class_cell, SYMBOL_USED);
}

static void visit_dict(Compiler *c, Expr *e) {
    for (int i = 0; i < e->dict.count; i++) {
        if (e->dict.keys[i]) visit(c, e->dict.keys[i]);
        visit(c, e->dict.values[i]);
    }
}

// a + b + c nests to the left: the walk goes down that side in a loop.
static void visit_binary(Compiler *c, Expr *e) {
    enum { SPINE = 64 };
    Expr *spine[SPINE];
    int count = 0;
    while (e->kind == AST_BIN_OP && count < SPINE) {
        spine[count++] = e;
        e = e->bin_op.left;
    }
    visit(c, e);
    while (count > 0) visit(c, spine[--count]->bin_op.right);
}

static void visit_slice(Compiler *c, Expr *e) {
    if (e->slice.lower) visit(c, e->slice.lower);
    if (e->slice.upper) visit(c, e->slice.upper);
    if (e->slice.step) visit(c, e->slice.step);
}

static void visit_formatted(Compiler *c, Expr *value, Expr *spec) {
    visit(c, value);
    if (spec) visit(c, spec);
}

static void visit_kind(Compiler *c, Expr *e) {
    switch (e->kind) {
    case AST_BOOL_OP: visit_list(c, e->bool_op.values); break;
    case AST_NAMED_EXPR: visit_named(c, e); break;
    case AST_BIN_OP: visit_binary(c, e); break;
    case AST_UNARY_OP: visit(c, e->unary_op.operand); break;
    case AST_LAMBDA: visit_lambda(c, e); break;
    case AST_IF_EXP: visit(c, e->if_exp.test), visit(c, e->if_exp.body), visit(c, e->if_exp.orelse); break;
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
        visit(c, e->await.value);
        c->scope->is_coroutine = true;
        break;
    case AST_YIELD: visit_yield(c, e, e->yield.value); break;
    case AST_YIELD_FROM: visit_yield(c, e, e->yield_from.value); break;
    case AST_COMPARE:
        warn_compare(c, e);
        visit(c, e->compare.left);
        for (int i = 0; i < e->compare.count; i++) visit(c, e->compare.comparators[i]);
        break;
    case AST_CALL: warn_call(c, e), visit(c, e->call.function), visit_arguments(c, e->call.arguments); break;
    case AST_FORMATTED_VALUE:
        visit_formatted(c, e->formatted_value.value, e->formatted_value.format_spec);
        break;
    case AST_INTERPOLATION: visit_formatted(c, e->interpolation.value, e->interpolation.format_spec); break;
    case AST_JOINED_STR:
    case AST_TEMPLATE_STR: visit_list(c, e->joined_str.values); break;
    case AST_CONSTANT: break;
    case AST_ATTRIBUTE: visit(c, e->attribute.value); break;
    case AST_SUBSCRIPT: warn_subscript(c, e), visit(c, e->subscript.value), visit(c, e->subscript.index); break;
    case AST_STARRED: visit(c, e->starred.value); break;
    case AST_NAME: visit_name(c, e); break;
    case AST_SLICE: visit_slice(c, e); break;
    }
}

static void visit(Compiler *c, Expr *e) {
    if (!compile_enter(c, e->span)) return;
    visit_kind(c, e);
    compile_leave(c);
}

// -------------------------------------------------------------------------------------------------- patterns

// The number of names that a pattern binds.
static int visit_pattern(Compiler *c, Pattern *p) {
    if (!compile_enter(c, p->span)) return 0;
    int count = 0;
    const PatternList *list = NULL;
    const Name *name = NULL;
    switch (p->kind) {
    case AST_MATCH_VALUE: visit(c, p->match_value.value); break;
    case AST_MATCH_SINGLETON: break;
    case AST_MATCH_SEQUENCE: list = &p->match_sequence.patterns; break;
    case AST_MATCH_MAPPING:
        visit_list(c, p->match_mapping.keys);
        list = &p->match_mapping.patterns;
        name = p->match_mapping.rest;
        break;
    case AST_MATCH_CLASS:
        visit(c, p->match_class.cls);
        list = &p->match_class.patterns;
        for (int i = 0; i < p->match_class.keyword_patterns.count; i++)
            count += visit_pattern(c, p->match_class.keyword_patterns.items[i]);
        break;
    case AST_MATCH_STAR: name = p->match_star.name; break;
    case AST_MATCH_AS:
        if (p->match_as.pattern) count += visit_pattern(c, p->match_as.pattern);
        name = p->match_as.name;
        break;
    case AST_MATCH_OR: list = &p->match_or.patterns; break;
    }
    for (int i = 0; list && i < list->count; i++) count += visit_pattern(c, list->items[i]);
    if (name) bind(c, name, SYMBOL_ASSIGNED), count++;
    compile_leave(c);
    return count;
}

static void visit_match(Compiler *c, Stmt *s) {
    visit(c, s->match.subject);
    for (int i = 0; i < s->match.cases.count; i++) {
        MatchCase *item = &s->match.cases.items[i];
        uint32_t captures = (uint32_t)visit_pattern(c, item->pattern);
        Scope *root = c->scope->root;
        if (captures > root->temp_count) root->temp_count = captures;
        if (item->guard) visit(c, item->guard);
        visit_body(c, item->body);
    }
}

// ------------------------------------------------------------------------------------------------ statements

// What any block calls global is so at the top as well, which tells where exec() with two namespaces puts it.
static void declare_in_module(Compiler *c, const Name *mangled) {
    Scope *scope = c->scope;
    while (scope->parent) scope = scope->parent;
    if (scope->kind == SCOPE_MODULE) scope_add_mangled(c, scope, mangled, SYMBOL_GLOBAL);
}

static void declare(Compiler *c, Stmt *s, const Name *name, uint32_t directive) {
    const char *what = directive == SYMBOL_GLOBAL ? "global" : "nonlocal";
    const Name *mangled = scope_mangle(c, c->scope->private_name, name);
    Symbol *symbol = scope_find(c->scope, mangled);
    uint32_t flags = symbol ? symbol->flags : 0;
    if (flags & SYMBOL_PARAMETER) {
        compile_error(c, s->span, "name '%s' is parameter and %s", name->data, what);
    } else if (flags & SYMBOL_USED) {
        compile_error(c, s->span, "name '%s' is used prior to %s declaration", name->data, what);
    } else if (flags & SYMBOL_ANNOTATED) {
        compile_error(c, s->span, "annotated name '%s' can't be %s", name->data, what);
    } else if (flags & SYMBOL_ASSIGNED) {
        compile_error(c, s->span, "name '%s' is assigned to before %s declaration", name->data, what);
    } else if (flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL) && !(flags & directive)) {
        compile_error(c, symbol->directive, "name '%s' is nonlocal and global", name->data);
    }
    symbol = scope_add_mangled(c, c->scope, mangled, directive);
    if (symbol && !symbol->directive.line) symbol->directive = s->span;
    if (directive == SYMBOL_GLOBAL) declare_in_module(c, mangled);
}

static void visit_declaration(Compiler *c, Stmt *s, NameList names, uint32_t directive) {
    if (directive == SYMBOL_NONLOCAL && c->scope->kind == SCOPE_MODULE) {
        compile_error(c, s->span, "nonlocal declaration not allowed at module level");
        return;
    }
    for (int i = 0; i < names.count && !c->failed; i++) declare(c, s, names.items[i], directive);
}

// Annotations of a module or class are evaluated by one function, which the statements only tell whether they
// were reached.
static void note_annotation(Compiler *c, Stmt *s) {
    Scope *scope = c->scope;
    Annotation *annotation = scope_alloc(c, sizeof(Annotation));
    if (!annotation) return;
    bool conditional = scope->kind == SCOPE_MODULE || scope->is_conditional;
    int index = scope->last_annotation ? scope->last_annotation->conditional_index : -1;
    for (Annotation *other = scope->annotations; other; other = other->next)
        if (other->conditional_index > index) index = other->conditional_index;
    *annotation = (Annotation){.statement = s, .conditional_index = conditional ? index + 1 : -1};
    if (scope->last_annotation) scope->last_annotation->next = annotation;
    else scope->annotations = annotation;
    scope->last_annotation = annotation;
    if (!conditional) return;
    scope->conditional_annotations = true;
    scope_add_mangled(c, scope, c->known.conditional_annotations, SYMBOL_USED);
}

// The scope of a module's or class's annotate function is made at its first annotation.
static Scope *annotation_scope(Compiler *c) {
    Scope *owner = c->scope;
    for (Scope *child = owner->first; child; child = child->next)
        if (child->kind == SCOPE_ANNOTATIONS && child->node == owner->node) return child;
    Scope *scope = scope_new(c, owner, SCOPE_ANNOTATIONS, owner->node);
    if (!scope) return NULL;
    scope_add_mangled(c, scope, c->known.format, SYMBOL_PARAMETER);
    if (scope->sees_class) scope_add_mangled(c, scope, c->known.class_dict, SYMBOL_USED);
    scope_add_mangled(c, scope, c->known.conditional_annotations, SYMBOL_USED);
    return scope;
}

static void visit_annotation(Compiler *c, Stmt *s) {
    Scope *owner = c->scope;
    bool evaluated = s->ann_assign.simple && !scope_is_function(owner);
    Scope *scope = evaluated ? annotation_scope(c) : scope_new(c, owner, SCOPE_ANNOTATIONS, s);
    if (!scope) return;
    bool unwarned = c->unwarned;
    c->scope = scope;
    c->unwarned |= c->future_annotations || !evaluated;
    visit(c, s->ann_assign.annotation);
    c->scope = owner;
    c->unwarned = unwarned;
}

static void visit_ann_assign(Compiler *c, Stmt *s) {
    Expr *target = s->ann_assign.target;
    bool is_name = target->kind == AST_NAME;
    if (is_name && s->ann_assign.simple) {
        Symbol *symbol = scope_find(c->scope, scope_mangle(c, c->scope->private_name, target->name.id));
        uint32_t flags = symbol ? symbol->flags : 0;
        if (flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL) && c->scope->kind != SCOPE_MODULE) {
            compile_error(c, s->span, "annotated name '%s' can't be %s", target->name.id->data,
                          flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
            return;
        }
    }
    if (s->ann_assign.value) visit(c, s->ann_assign.value);
    if (is_name && s->ann_assign.simple) bind(c, target->name.id, SYMBOL_ANNOTATED | SYMBOL_ASSIGNED);
    else if (!is_name) visit(c, target);
    else if (s->ann_assign.value) bind(c, target->name.id, SYMBOL_ASSIGNED);
    if (s->ann_assign.simple && !scope_is_function(c->scope) && !c->future_annotations) note_annotation(c, s);
    visit_annotation(c, s);
}

static void visit_try(Compiler *c, Stmt *s) {
    visit_body(c, s->try_.body);
    for (int i = 0; i < s->try_.handlers.count; i++) {
        ExceptHandler *handler = &s->try_.handlers.items[i];
        if (handler->type) visit(c, handler->type);
        if (handler->name) bind(c, handler->name, SYMBOL_ASSIGNED | SYMBOL_DELETED);
        visit_body(c, handler->body);
    }
    visit_body(c, s->try_.orelse);
    visit_body_in(c, s->try_.finalbody, true);
}

static void visit_with(Compiler *c, Stmt *s) {
    for (int i = 0; i < s->with.items.count; i++) {
        visit(c, s->with.items.items[i].context);
        if (s->with.items.items[i].target) visit_target(c, s->with.items.items[i].target, SYMBOL_ASSIGNED);
    }
    visit_body(c, s->with.body);
}

static void bind_alias(Compiler *c, const Alias *alias) {
    const Name *name = alias->as_name ? alias->as_name : alias->name;
    if (name->size == 1 && name->data[0] == '*') {
        if (c->scope->kind != SCOPE_MODULE)
            compile_error(c, alias->span, "import * only allowed at module level");
        return;
    }
    const char *dot = alias->as_name ? NULL : memchr(name->data, '.', name->size);
    bind(c, dot ? names_intern(c->names, name->data, (size_t)(dot - name->data)) : name, SYMBOL_IMPORTED);
}

static void visit_if(Compiler *c, Stmt *s) {
    for (;;) {                      // elif chains in a loop
        visit(c, s->if_.test);
        visit_body(c, s->if_.body);
        if (s->if_.orelse.count != 1 || s->if_.orelse.items[0]->kind != AST_IF) break;
        s = s->if_.orelse.items[0];
    }
    visit_body(c, s->if_.orelse);
}

static void visit_simple(Compiler *c, Stmt *s) {
    switch (s->kind) {
    case AST_BREAK: warn_finally(c, s, "break"); break;
    case AST_CONTINUE: warn_finally(c, s, "continue"); break;
    case AST_RETURN:
        warn_finally(c, s, "return");
        if (s->return_.value) visit(c, s->return_.value);
        break;
    case AST_DELETE:
        for (int i = 0; i < s->delete.targets.count; i++)
            visit_target(c, s->delete.targets.items[i], SYMBOL_ASSIGNED | SYMBOL_DELETED);
        break;
    case AST_ASSIGN:
        visit(c, s->assign.value);
        for (int i = 0; i < s->assign.targets.count; i++)
            visit_target(c, s->assign.targets.items[i], SYMBOL_ASSIGNED);
        break;
    case AST_AUG_ASSIGN:
        visit_target(c, s->aug_assign.target, SYMBOL_ASSIGNED);
        visit(c, s->aug_assign.value);
        break;
    case AST_ANN_ASSIGN: visit_ann_assign(c, s); break;
    case AST_RAISE:
        if (s->raise.exception) visit(c, s->raise.exception);
        if (s->raise.cause) visit(c, s->raise.cause);
        break;
    case AST_ASSERT:
        warn_assert(c, s);
        visit(c, s->assert_.test);
        if (s->assert_.message) visit(c, s->assert_.message);
        break;
    case AST_IMPORT:
        for (int i = 0; i < s->import.names.count; i++) bind_alias(c, &s->import.names.items[i]);
        break;
    case AST_IMPORT_FROM:
        for (int i = 0; i < s->import_from.names.count; i++) bind_alias(c, &s->import_from.names.items[i]);
        break;
    case AST_GLOBAL: visit_declaration(c, s, s->global.names, SYMBOL_GLOBAL); break;
    case AST_NONLOCAL: visit_declaration(c, s, s->nonlocal.names, SYMBOL_NONLOCAL); break;
    case AST_EXPR_STMT: visit(c, s->expr_stmt.value); break;
    default: break;
    }
}

static void visit_conditional(Compiler *c, Stmt *s) {
    Scope *scope = c->scope;
    bool before = scope->is_conditional;
    scope->is_conditional = true;
    switch (s->kind) {
    case AST_FOR:
        visit(c, s->for_.iter);
        visit_target(c, s->for_.target, SYMBOL_ASSIGNED);
        visit_body_in(c, s->for_.body, false);
        visit_body(c, s->for_.orelse);
        break;
    case AST_WHILE:
        visit(c, s->while_.test);
        visit_body_in(c, s->while_.body, false);
        visit_body(c, s->while_.orelse);
        break;
    case AST_IF: visit_if(c, s); break;
    case AST_WITH: visit_with(c, s); break;
    case AST_MATCH: visit_match(c, s); break;
    default: visit_try(c, s);
    }
    scope->is_conditional = before;
}

static void visit_statement(Compiler *c, Stmt *s) {
    switch (s->kind) {
    case AST_FUNCTION_DEF: visit_function_def(c, s); break;
    case AST_CLASS_DEF: visit_class_def(c, s); break;
    case AST_TYPE_ALIAS: visit_type_alias(c, s); break;
    case AST_FOR:
    case AST_WHILE:
    case AST_IF:
    case AST_WITH:
    case AST_MATCH:
    case AST_TRY: visit_conditional(c, s); break;
    default: visit_simple(c, s);
    }
}

static void visit_body(Compiler *c, StmtList body) {
    for (int i = 0; i < body.count && !c->failed; i++) {
        if (!compile_enter(c, body.items[i]->span)) return;
        visit_statement(c, body.items[i]);
        compile_leave(c);
    }
}

static void visit_body_in(Compiler *c, StmtList body, bool in_finally) {
    bool before = c->in_finally;
    c->in_finally = in_finally;
    visit_body(c, body);
    c->in_finally = before;
}

Scope *scope_build(Compiler *c, Module *module) {
    c->scope = NULL;
    Scope *scope = scope_new(c, NULL, SCOPE_MODULE, module);
    if (!scope) return NULL;
    c->scope = scope;
    if (module->kind == MODULE_EXPRESSION) visit(c, module->expression);
    else visit_body(c, module->body);
    if (!c->failed) scope_resolve(c, scope);
    return c->failed ? NULL : scope;
}

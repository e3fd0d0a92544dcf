// The walk that makes scopes, of statements, definitions and patterns: see scope_visit.h.
#include "vm/compiler/scope_visit.h"

static void visit_body(Compiler *c, StmtList body);
static void visit_body_in(Compiler *c, StmtList body, bool in_finally);

// ------------------------------------------------------------------------------------------------- functions

static void visit_annotation_of(Compiler *c, const Parameter *parameter) {
    if (parameter && parameter->annotation) visit_expression(c, parameter->annotation);
}

// An annotation that is never evaluated is looked through for mistakes alone: its last scope goes, so that no variable is kept for it.
static void drop_last(Scope *owner) {
    Scope *before = owner->first;
    while (before && before->next && before->next != owner->last) before = before->next;
    if (owner->first == owner->last) owner->first = before = NULL;
    else if (before) before->next = NULL;
    owner->last = before;
}

static void visit_function_annotations(Compiler *c, Stmt *s) {
    Scope *scope = scope_enter(c, SCOPE_ANNOTATIONS, s);
    if (!scope) return;
    scope_add_mangled(c, scope, c->known.format, SYMBOL_PARAMETER);
    Scope *aside = c->future_annotations ? scope_enter(c, SCOPE_ANNOTATIONS, s) : NULL;
    Parameters *parameters = s->function_def.parameters;
    for (int i = 0; i < parameters->positional.count; i++)
        visit_annotation_of(c, &parameters->positional.items[i]);
    visit_annotation_of(c, parameters->vararg);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        visit_annotation_of(c, &parameters->keyword_only.items[i]);
    visit_annotation_of(c, parameters->kwarg);
    if (s->function_def.returns) visit_expression(c, s->function_def.returns);
    if (aside) {
        scope_leave(c, aside);
        drop_last(scope);
    }
    scope_leave(c, scope);
}

static void visit_lazy(Compiler *c, ScopeKind kind, const void *node, Expr *e) {
    Scope *scope = scope_enter(c, kind, node);
    if (!scope) return;
    scope_add_mangled(c, scope, c->known.format, SYMBOL_PARAMETER);
    visit_expression(c, e);
    scope_leave(c, scope);
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
        scope_bind(c, param->name, SYMBOL_TYPE_PARAM | SYMBOL_ASSIGNED);
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
    scope_bind(c, s->function_def.name, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->function_def.type_params.count) {
        generic = scope_enter(c, SCOPE_TYPE_PARAMS, s);
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
    Scope *scope = scope_enter(c, SCOPE_FUNCTION, s);
    if (!scope) return;
    scope->is_async = scope->is_coroutine = s->function_def.is_async;
    scope->in_iterable = false;
    visit_parameters(c, parameters);
    visit_body_in(c, s->function_def.body, false);
    scope_leave(c, scope);
    if (generic) scope_leave(c, generic);
}

static void visit_class_def(Compiler *c, Stmt *s) {
    visit_list(c, s->class_def.decorators);
    scope_bind(c, s->class_def.name, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->class_def.type_params.count) {
        generic = scope_enter(c, SCOPE_TYPE_PARAMS, s);
        if (!generic) return;
        generic->private_name = s->class_def.name;
        scope_add_mangled(c, generic, c->known.dot_generic_base, SYMBOL_ASSIGNED);
        scope_add_mangled(c, generic, c->known.dot_type_params, SYMBOL_ASSIGNED);
        visit_type_params(c, s->class_def.type_params);
    }
    visit_arguments(c, s->class_def.arguments);
    Scope *scope = scope_enter(c, SCOPE_CLASS, s);
    if (!scope) return;
    scope->private_name = s->class_def.name;
    if (generic) scope_add_mangled(c, scope, c->known.dot_type_params, SYMBOL_USED);
    visit_body_in(c, s->class_def.body, false);
    scope_leave(c, scope);
    if (generic) scope_leave(c, generic);
}

static void visit_type_alias(Compiler *c, Stmt *s) {
    scope_bind(c, s->type_alias.name->name.id, SYMBOL_ASSIGNED);
    Scope *generic = NULL;
    if (s->type_alias.type_params.count) {
        generic = scope_enter(c, SCOPE_TYPE_PARAMS, s);
        if (!generic) return;
        visit_type_params(c, s->type_alias.type_params);
    }
    visit_lazy(c, SCOPE_TYPE_ALIAS, s, s->type_alias.value);
    if (generic) scope_leave(c, generic);
}

// -------------------------------------------------------------------------------------------------- patterns

// The number of names that a pattern binds.
static int visit_pattern(Compiler *c, Pattern *p) {
    if (!compile_enter(c, p->span)) return 0;
    int count = 0;
    const PatternList *list = NULL;
    const Name *name = NULL;
    switch (p->kind) {
    case AST_MATCH_VALUE: visit_expression(c, p->match_value.value); break;
    case AST_MATCH_SINGLETON: break;
    case AST_MATCH_SEQUENCE: list = &p->match_sequence.patterns; break;
    case AST_MATCH_MAPPING:
        visit_list(c, p->match_mapping.keys);
        list = &p->match_mapping.patterns;
        name = p->match_mapping.rest;
        break;
    case AST_MATCH_CLASS:
        visit_expression(c, p->match_class.cls);
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
    if (name) scope_bind(c, name, SYMBOL_ASSIGNED), count++;
    compile_leave(c);
    return count;
}

static void visit_match(Compiler *c, Stmt *s) {
    visit_expression(c, s->match.subject);
    for (int i = 0; i < s->match.cases.count; i++) {
        MatchCase *item = &s->match.cases.items[i];
        uint32_t captures = (uint32_t)visit_pattern(c, item->pattern);
        Scope *root = c->scope->root;
        if (captures > root->temp_count) root->temp_count = captures;
        if (item->guard) visit_expression(c, item->guard);
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
    bool evaluated = s->ann_assign.simple && !scope_is_function(owner) && !c->future_annotations;
    Scope *scope = evaluated ? annotation_scope(c) : scope_new(c, owner, SCOPE_ANNOTATIONS, s);
    if (!scope) return;
    bool unwarned = c->unwarned;
    c->scope = scope;
    c->unwarned |= !evaluated;
    visit_expression(c, s->ann_assign.annotation);
    c->scope = owner;
    if (!evaluated) drop_last(owner);
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
    if (s->ann_assign.value) visit_expression(c, s->ann_assign.value);
    if (is_name && s->ann_assign.simple) scope_bind(c, target->name.id, SYMBOL_ANNOTATED | SYMBOL_ASSIGNED);
    else if (!is_name) visit_expression(c, target);
    else if (s->ann_assign.value) scope_bind(c, target->name.id, SYMBOL_ASSIGNED);
    if (s->ann_assign.simple && !scope_is_function(c->scope) && !c->future_annotations) note_annotation(c, s);
    visit_annotation(c, s);
}

static void visit_try(Compiler *c, Stmt *s) {
    visit_body(c, s->try_.body);
    for (int i = 0; i < s->try_.handlers.count; i++) {
        ExceptHandler *handler = &s->try_.handlers.items[i];
        if (handler->type) visit_expression(c, handler->type);
        if (handler->name) scope_bind(c, handler->name, SYMBOL_ASSIGNED | SYMBOL_DELETED);
        visit_body(c, handler->body);
    }
    visit_body(c, s->try_.orelse);
    visit_body_in(c, s->try_.finalbody, true);
}

static void visit_with(Compiler *c, Stmt *s) {
    for (int i = 0; i < s->with.items.count; i++) {
        visit_expression(c, s->with.items.items[i].context);
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
    scope_bind(c, dot ? names_intern(c->names, name->data, (size_t)(dot - name->data)) : name, SYMBOL_IMPORTED);
}

static void visit_if(Compiler *c, Stmt *s) {
    for (;;) {                      // elif chains in a loop
        visit_expression(c, s->if_.test);
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
        if (s->return_.value) visit_expression(c, s->return_.value);
        break;
    case AST_DELETE:
        for (int i = 0; i < s->delete.targets.count; i++)
            visit_target(c, s->delete.targets.items[i], SYMBOL_ASSIGNED | SYMBOL_DELETED);
        break;
    case AST_ASSIGN:
        visit_expression(c, s->assign.value);
        for (int i = 0; i < s->assign.targets.count; i++)
            visit_target(c, s->assign.targets.items[i], SYMBOL_ASSIGNED);
        break;
    case AST_AUG_ASSIGN:
        visit_target(c, s->aug_assign.target, SYMBOL_ASSIGNED);
        visit_expression(c, s->aug_assign.value);
        break;
    case AST_ANN_ASSIGN: visit_ann_assign(c, s); break;
    case AST_RAISE:
        if (s->raise.exception) visit_expression(c, s->raise.exception);
        if (s->raise.cause) visit_expression(c, s->raise.cause);
        break;
    case AST_ASSERT:
        warn_assert(c, s);
        visit_expression(c, s->assert_.test);
        if (s->assert_.message) visit_expression(c, s->assert_.message);
        break;
    case AST_IMPORT:
        for (int i = 0; i < s->import.names.count; i++) bind_alias(c, &s->import.names.items[i]);
        break;
    case AST_IMPORT_FROM:
        for (int i = 0; i < s->import_from.names.count; i++) bind_alias(c, &s->import_from.names.items[i]);
        break;
    case AST_GLOBAL: visit_declaration(c, s, s->global.names, SYMBOL_GLOBAL); break;
    case AST_NONLOCAL: visit_declaration(c, s, s->nonlocal.names, SYMBOL_NONLOCAL); break;
    case AST_EXPR_STMT: visit_expression(c, s->expr_stmt.value); break;
    default: break;
    }
}

static void visit_conditional(Compiler *c, Stmt *s) {
    Scope *scope = c->scope;
    bool before = scope->is_conditional;
    scope->is_conditional = true;
    switch (s->kind) {
    case AST_FOR:
        visit_expression(c, s->for_.iter);
        visit_target(c, s->for_.target, SYMBOL_ASSIGNED);
        visit_body_in(c, s->for_.body, false);
        visit_body(c, s->for_.orelse);
        break;
    case AST_WHILE:
        visit_expression(c, s->while_.test);
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
    if (module->kind == MODULE_EXPRESSION) visit_expression(c, module->expression);
    else visit_body(c, module->body);
    if (!c->failed) scope_resolve(c, scope);
    return c->failed ? NULL : scope;
}

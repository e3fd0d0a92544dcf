// Warn: SyntaxWarnings about expressions and statements that can hardly be meant. They are found on the walk
// that makes the scopes; those about values count only when that walk has found no error.
#include "vm/compiler/compile.h"

static void warn(Compiler *c, Span span, const char *format, const char *first, const char *second) {
    Warning warning = {.span = span, .stage = STAGE_COMPILER};
    if (!c->unwarned && !c->failed) diagnostic_warn(c->arena, &c->warnings, warning, format, first, second);
}

void warn_finally(Compiler *c, const Stmt *s, const char *what) {
    Warning warning = {.span = s->span, .stage = STAGE_COMPILER};
    if (c->in_finally && !c->failed)
        diagnostic_warn(c->arena, &c->diagnostic->warnings, warning, "'%s' in a 'finally' block", what);
}

// Warnings about what stands behind an error are not given.
static bool is_behind(const Warning *warning, const Diagnostic *error) {
    Span a = warning->span, b = error->span;
    return error->kind != DIAG_NONE && (a.line > b.line || (a.line == b.line && a.column >= b.column));
}

void warn_finish(Compiler *c) {
    WarningList *all = &c->diagnostic->warnings;
    for (Warning *w = c->warnings.first, *next; w; w = next) {
        next = w->next;
        w->next = NULL;
        if (is_behind(w, c->diagnostic)) continue;
        if (all->last) all->last->next = w;
        else all->first = w;
        all->last = w;
    }
}

// ----------------------------------------------------------------------------------------------- known types

static const char *constant_type(const Constant *constant) {
    switch (constant->kind) {
    case CONSTANT_NONE: return "NoneType";
    case CONSTANT_TRUE: case CONSTANT_FALSE: return "bool";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    case CONSTANT_INT: case CONSTANT_BIG_INT: return "int";
    case CONSTANT_FLOAT: return "float";
    case CONSTANT_IMAGINARY: return "complex";
    case CONSTANT_STR: return "str";
    case CONSTANT_BYTES: return "bytes";
    }
    return NULL;
}

// The type of what an expression makes, where its form alone says it, or NULL.
static const char *known_type(const Expr *e) {
    switch (e->kind) {
    case AST_CONSTANT: return constant_type(&e->constant);
    case AST_TUPLE: return "tuple";
    case AST_LIST: case AST_LIST_COMP: return "list";
    case AST_DICT: case AST_DICT_COMP: return "dict";
    case AST_SET: case AST_SET_COMP: return "set";
    case AST_GENERATOR_EXP: return "generator";
    case AST_LAMBDA: return "function";
    case AST_JOINED_STR: case AST_FORMATTED_VALUE: return "str";
    case AST_TEMPLATE_STR: case AST_INTERPOLATION: return "string.templatelib.Template";
    default: return NULL;
    }
}

static bool is_one_of(const char *type, const char *const *types) {
    while (*types && strcmp(*types, type)) types++;
    return *types;
}

// ----------------------------------------------------------------------------------------------- expressions

// The type of a literal that has no identity worth asking for, or NULL.
static const char *literal_type(const Expr *e) {
    static const char *const singletons[] = {"NoneType", "bool", "ellipsis", NULL};
    if (e->kind == AST_CONSTANT) {
        const char *type = constant_type(&e->constant);
        return is_one_of(type, singletons) ? NULL : type;
    }
    if (e->kind != AST_TUPLE) return NULL;
    for (int i = 0; i < e->tuple.elements.count; i++)
        if (e->tuple.elements.items[i]->kind != AST_CONSTANT) return NULL;
    return "tuple";
}

void warn_compare(Compiler *c, const Expr *e) {
    const char *left = literal_type(e->compare.left);
    for (int i = 0; i < e->compare.count; i++) {
        const char *right = literal_type(e->compare.comparators[i]), *type = left ? left : right;
        CompareOperator op = e->compare.operators[i];
        left = right;
        if (!type || (op != AST_IS && op != AST_IS_NOT)) continue;
        warn(c, e->span,
             op == AST_IS ? "\"is\" with '%s' literal. Did you mean \"%s\"?"
                              : "\"is not\" with '%s' literal. Did you mean \"%s\"?",
             type, op == AST_IS ? "==" : "!=");
        return;
    }
}

void warn_call(Compiler *c, const Expr *e) {
    const Expr *callee = e->call.function;
    const char *type = callee->kind == AST_LAMBDA ? NULL : known_type(callee);
    if (type) warn(c, callee->span, "'%s' object is not callable%s", type, "; perhaps you missed a comma?");
}

void warn_subscript(Compiler *c, const Expr *e) {
    static const char *const sequences[] = {"str", "bytes", "tuple", "list", NULL};
    static const char *const indices[] = {"int", "bool", NULL};
    const Expr *value = e->subscript.value;
    const char *type = known_type(value), *index = known_type(e->subscript.index);
    if (!type || !strcmp(type, "dict")) return;
    if (!is_one_of(type, sequences))
        warn(c, value->span, "'%s' object is not subscriptable%s", type, "; perhaps you missed a comma?");
    else if (index && !is_one_of(index, indices))
        warn(c, value->span, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
             index);
}

void warn_assert(Compiler *c, const Stmt *s) {
    const Expr *test = s->assert_.test;
    if (test->kind == AST_TUPLE && test->tuple.elements.count)
        warn(c, s->span, "assertion is always true, %s%s", "perhaps remove parentheses?", "");
}

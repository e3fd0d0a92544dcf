// Actions for the roots and for simple statements.
#include "parser/build.h"
#include <string.h>

static Stmt *statement_new(Parser *p, StmtKind kind, const Token *first) {
    Stmt *stmt = parser_alloc(p, sizeof *stmt);
    stmt->kind = kind;
    stmt->span = span_from(p, first);
    return stmt;
}

// ------------------------------------------------------------ roots

static void module_set(Parser *p, ModuleKind kind, StmtList body, Expr *expression) {
    Module *module = parser_alloc(p, sizeof *module);
    *module = (Module){.kind = kind, .body = body, .expression = expression, .names = p->names};
    p->module = module;
}

void ast_file(Parser *p, const Items *statements) {
    module_set(p, MODULE_FILE, items_statements(p, statements), NULL);
}

void ast_interactive(Parser *p, const Items *statements) {
    module_set(p, MODULE_INTERACTIVE, items_statements(p, statements), NULL);
}

void ast_eval(Parser *p, Piece expression) {
    module_set(p, MODULE_EXPRESSION, (StmtList){0}, expression.expr);
}

// ------------------------------------------------------------ expressions and assignments

Stmt *ast_expression_statement(Parser *p, Piece value) {
    Stmt *stmt = statement_new(p, AST_EXPR_STMT, value.first);
    stmt->expr_stmt.value = value.expr;
    return stmt;
}

Stmt *ast_plain(Parser *p, const Token *token, StmtKind kind) {
    return statement_new(p, kind, token);
}

Stmt *ast_assign(Parser *p, const Items *targets, Piece value) {
    const Piece *pieces = items_data(targets);
    Stmt *stmt = statement_new(p, AST_ASSIGN, pieces[0].first);
    stmt->assign.targets = items_expressions(p, targets);
    stmt->assign.value = value.expr;
    return stmt;
}

Stmt *ast_augmented(Parser *p, Piece target, const Token *op, Piece value) {
    target_check_augmented(p, target.expr);
    Stmt *stmt = statement_new(p, AST_AUG_ASSIGN, target.first);
    stmt->aug_assign.target = target.expr;
    stmt->aug_assign.op = ast_operator(op);
    stmt->aug_assign.value = value.expr;
    return stmt;
}

Stmt *ast_annotated(Parser *p, Piece target, Piece annotation, Piece value) {
    target_check_annotated(p, target.expr);
    Stmt *stmt = statement_new(p, AST_ANN_ASSIGN, target.first);
    stmt->ann_assign.target = target.expr;
    stmt->ann_assign.annotation = annotation.expr;
    stmt->ann_assign.value = value.expr;
    stmt->ann_assign.simple = target.expr->kind == AST_NAME && !target.expr->parenthesized;
    return stmt;
}

Stmt *ast_type_alias(Parser *p, const Token *first, const Token *name, const Items *type_params, Piece value) {
    Stmt *stmt = statement_new(p, AST_TYPE_ALIAS, first);
    stmt->type_alias.name = ast_name(p, name).expr;
    stmt->type_alias.type_params = items_type_params(p, type_params);
    stmt->type_alias.value = value.expr;
    return stmt;
}

// ------------------------------------------------------------ keyword statements

Stmt *ast_return(Parser *p, const Token *first, Piece value) {
    Stmt *stmt = statement_new(p, AST_RETURN, first);
    stmt->return_.value = value.expr;
    return stmt;
}

Stmt *ast_raise(Parser *p, const Token *first, Piece exception, Piece cause) {
    Stmt *stmt = statement_new(p, AST_RAISE, first);
    stmt->raise.exception = exception.expr;
    stmt->raise.cause = cause.expr;
    return stmt;
}

// `del a, b` deletes two targets, `del (a, b)` one.
Stmt *ast_delete(Parser *p, const Token *first, Piece targets) {
    target_check_delete(p, targets.expr);
    Stmt *stmt = statement_new(p, AST_DELETE, first);
    if (targets.expr->kind == AST_TUPLE && !targets.expr->parenthesized) {
        stmt->delete.targets = targets.expr->tuple.elements;
        return stmt;
    }
    Expr **items = parser_alloc(p, sizeof *items);
    items[0] = targets.expr;
    stmt->delete.targets = (ExprList){1, items};
    return stmt;
}

Stmt *ast_assert(Parser *p, const Token *first, Piece test, Piece message) {
    Stmt *stmt = statement_new(p, AST_ASSERT, first);
    stmt->assert_.test = test.expr;
    stmt->assert_.message = message.expr;
    return stmt;
}

Stmt *ast_declare(Parser *p, const Token *first, StmtKind kind, const Items *names) {
    Stmt *stmt = statement_new(p, kind, first);
    stmt->global.names = items_names(p, names);
    return stmt;
}

// ------------------------------------------------------------ imports

static Alias *alias_new(Parser *p, const Token *first, const Name *name, Piece as) {
    Alias *alias = parser_alloc(p, sizeof *alias);
    *alias = (Alias){.name = name, .span = span_from(p, first)};
    if (!as.expr)
        return alias;
    if (as.expr->kind == AST_NAME && !as.expr->parenthesized)
        alias->as_name = as.expr->name.id;
    else
        parser_error(p, as.expr->span, "cannot use %s as import target", expression_description(as.expr));
    return alias;
}

Alias *ast_alias(Parser *p, const Token *name, Piece as) {
    return alias_new(p, name, parser_name(p, name), as);
}

// The tokens of `a . b . c` as the one name "a.b.c".
static const Name *dotted_name(Parser *p, const Items *tokens) {
    const Token *const *parts = items_data(tokens);
    if (tokens->count == 1)
        return parser_name(p, parts[0]);
    size_t size = 0;
    for (int i = 0; i < tokens->count; i++)
        size += parts[i]->text.size + 1;
    char *text = parser_alloc(p, size);
    if (arena_failed(p->arena))
        return parser_name(p, parts[0]);
    char *end = text;
    for (int i = 0; i < tokens->count; i++) {
        memcpy(end, parts[i]->text.data, parts[i]->text.size);
        end += parts[i]->text.size;
        *end++ = '.';
    }
    return parser_name(p, &(Token){.text = {text, size - 1}});
}

Alias *ast_alias_dotted(Parser *p, const Items *name, Piece as) {
    const Token *first = *(const Token **)items_data(name);
    return alias_new(p, first, dotted_name(p, name), as);
}

Items *items_alias_star(Parser *p, const Token *star) {
    Alias *alias = alias_new(p, star, parser_name(p, &(Token){.text = {"*", 1}}), piece_none);
    return items_add(p, NULL, &alias, sizeof alias);
}

static AliasList items_aliases(Parser *p, const Items *list) {
    int count = items_count(list);
    Alias **from = items_data(list);
    Alias *items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (AliasList){0};
    for (int i = 0; i < count; i++)
        items[i] = *from[i];
    return (AliasList){count, items};
}

Stmt *ast_import(Parser *p, const Token *first, const Items *aliases) {
    Stmt *stmt = statement_new(p, AST_IMPORT, first);
    stmt->import.names = items_aliases(p, aliases);
    return stmt;
}

Stmt *ast_import_from(Parser *p, const Token *first, int level, const Items *module, const Items *aliases) {
    Stmt *stmt = statement_new(p, AST_IMPORT_FROM, first);
    stmt->import_from.module = module ? dotted_name(p, module) : NULL;
    stmt->import_from.names = items_aliases(p, aliases);
    stmt->import_from.level = level;
    return stmt;
}

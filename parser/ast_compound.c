// Actions for compound statements and for what stands in their heads. A statement ends where its last block
// does.
#include "parser/build.h"

static Stmt *statement_new(Parser *p, StmtKind kind, const Token *first) {
    Stmt *stmt = parser_alloc(p, sizeof *stmt);
    stmt->kind = kind;
    stmt->span = span_from(p, first);
    return stmt;
}

// ------------------------------------------------------------ if, while, for

Stmt *ast_if(Parser *p, const Token *first, Piece test, StmtList body) {
    Stmt *stmt = statement_new(p, AST_IF, first);
    stmt->if_.test = test.expr;
    stmt->if_.body = body;
    return stmt;
}

// Hangs every elif into the one before it, from the last to the first.
Stmt *ast_if_chain(Parser *p, Stmt *first, const Items *elifs, StmtList orelse) {
    Stmt **items = items_data(elifs);
    const Token *end = parser_end(p);
    for (int i = items_count(elifs) - 1; i >= 0; i--) {
        items[i]->if_.orelse = orelse;
        items[i]->span = span_between(items[i]->span, end->span);
        orelse = (StmtList){1, &items[i]};
    }
    first->if_.orelse = orelse;
    first->span = span_between(first->span, end->span);
    return first;
}

Stmt *ast_while(Parser *p, const Token *first, Piece test, StmtList body, StmtList orelse) {
    Stmt *stmt = statement_new(p, AST_WHILE, first);
    stmt->while_.test = test.expr;
    stmt->while_.body = body;
    stmt->while_.orelse = orelse;
    return stmt;
}

Piece ast_for_target(Parser *p, const Items *targets) {
    Piece target = ast_sequence(p, targets);
    target_check_for(p, target.expr);
    return target;
}

Stmt *ast_for(Parser *p, const Token *first, Piece target, Piece iter, StmtList body, StmtList orelse) {
    Stmt *stmt = statement_new(p, AST_FOR, first);
    stmt->for_.target = target.expr;
    stmt->for_.iter = iter.expr;
    stmt->for_.body = body;
    stmt->for_.orelse = orelse;
    return stmt;
}

Stmt *ast_async(Parser *p, const Token *async, Stmt *statement) {
    (void)p;
    statement->span.line = async->span.line;
    statement->span.column = async->span.column;
    switch (statement->kind) {
    case AST_FOR: statement->for_.is_async = true; break;
    case AST_WITH: statement->with.is_async = true; break;
    default: statement->function_def.is_async = true; break;
    }
    return statement;
}

// ------------------------------------------------------------ with

WithItem ast_with_item(Parser *p, Piece context, Piece target) {
    if (target.expr)
        target_check_with(p, target.expr);
    return (WithItem){context.expr, target.expr};
}

// `with (a, b):` has two items, although it was parsed as a tuple; not so if an element could not be an item.
static bool is_item_tuple(const Expr *context, const Token *open) {
    if (context->kind != AST_TUPLE || !context->tuple.elements.count || open->kind != TOK_LPAR
        || context->span.line != open->span.line || context->span.column != open->span.column)
        return false;
    for (int i = 0; i < context->tuple.elements.count; i++) {
        const Expr *element = context->tuple.elements.items[i];
        if (element->kind == AST_STARRED || (element->kind == AST_NAMED_EXPR && !element->parenthesized))
            return false;
    }
    return true;
}

static WithItemList split_tuple(Parser *p, const Expr *tuple) {
    int count = tuple->tuple.elements.count;
    WithItem *items = parser_alloc(p, (size_t)count * sizeof *items);
    for (int i = 0; i < count && !arena_failed(p->arena); i++)
        items[i].context = tuple->tuple.elements.items[i];
    return (WithItemList){count, items};
}

Stmt *ast_with(Parser *p, const Token *first, const Items *items, StmtList body) {
    Stmt *stmt = statement_new(p, AST_WITH, first);
    WithItem *from = items_data(items);
    if (items->count == 1 && !from[0].target && is_item_tuple(from[0].context, first + 1))
        stmt->with.items = split_tuple(p, from[0].context);
    else
        stmt->with.items = (WithItemList){items->count, from};
    stmt->with.body = body;
    return stmt;
}

// ------------------------------------------------------------ try

Stmt *ast_try_finally(Parser *p, const Token *first, StmtList body, StmtList finalbody) {
    Stmt *stmt = statement_new(p, AST_TRY, first);
    stmt->try_.body = body;
    stmt->try_.finalbody = finalbody;
    return stmt;
}

Stmt *ast_try(Parser *p, const Token *first, StmtList body, const Items *handlers, StmtList orelse,
              StmtList finalbody) {
    Stmt *stmt = ast_try_finally(p, first, body, finalbody);
    Handler **from = items_data(handlers);
    ExceptHandler *items = parser_alloc(p, (size_t)handlers->count * sizeof *items);
    for (int i = 0; i < handlers->count && !arena_failed(p->arena); i++)
        items[i] = from[i]->handler;
    stmt->try_.handlers = (ExceptHandlerList){handlers->count, items};
    stmt->try_.orelse = orelse;
    stmt->try_.is_star = from[0]->star != NULL;
    return stmt;
}

Handler *ast_except(Parser *p, const Token *first, const Token *star, const Items *types, Piece name) {
    Handler *handler = parser_alloc(p, sizeof *handler);
    *handler = (Handler){.first = first, .star = star};
    if (types)
        handler->handler.type = ast_sequence(p, types).expr;
    if (!name.expr)
        return handler;
    if (types->count > 1 || types->comma)
        parser_error(p, span_from(p, ((Piece *)items_data(types))->first),
                     "multiple exception types must be parenthesized when using 'as'");
    else if (name.expr->kind != AST_NAME || name.expr->parenthesized)
        parser_error(p, name.expr->span, "cannot use except%s statement with %s", star ? "*" : "",
                     expression_description(name.expr));
    else
        handler->handler.name = name.expr->name.id;
    return handler;
}

Handler *ast_handler(Parser *p, Handler *handler, StmtList body) {
    handler->handler.body = body;
    handler->handler.span = span_from(p, handler->first);
    return handler;
}

Items *items_handler(Parser *p, Items *list, Handler *handler) {
    Handler **before = items_data(list);
    if ((before[0]->star != NULL) != (handler->star != NULL))
        parser_error(
            p, span_between(handler->first->span, handler->star ? handler->star->span : handler->first->span),
            "cannot have both 'except' and 'except*' on the same 'try'");
    return items_add(p, list, &handler, sizeof handler);
}

// ------------------------------------------------------------ match

Stmt *ast_match(Parser *p, const Token *first, Piece subject, const Items *cases) {
    Stmt *stmt = statement_new(p, AST_MATCH, first);
    stmt->match.subject = subject.expr;
    MatchCase **from = items_data(cases);
    MatchCase *items = parser_alloc(p, (size_t)cases->count * sizeof *items);
    for (int i = 0; i < cases->count && !arena_failed(p->arena); i++)
        items[i] = *from[i];
    stmt->match.cases = (MatchCaseList){cases->count, items};
    return stmt;
}

MatchCase *ast_case(Parser *p, Pattern *pattern, Piece guard, StmtList body) {
    MatchCase *match_case = parser_alloc(p, sizeof *match_case);
    *match_case = (MatchCase){.pattern = pattern, .guard = guard.expr, .body = body};
    return match_case;
}

// ------------------------------------------------------------ def, class

Stmt *ast_function(Parser *p, const Token *first, const Token *name, const Items *type_params,
                   Parameters *parameters, Piece returns, StmtList body) {
    Stmt *stmt = statement_new(p, AST_FUNCTION_DEF, first);
    stmt->function_def.name = parser_name(p, name);
    stmt->function_def.type_params = items_type_params(p, type_params);
    stmt->function_def.parameters = parameters;
    stmt->function_def.returns = returns.expr;
    stmt->function_def.body = body;
    return stmt;
}

Stmt *ast_class(Parser *p, const Token *first, const Token *name, const Items *type_params,
                ArgumentList bases, StmtList body) {
    Stmt *stmt = statement_new(p, AST_CLASS_DEF, first);
    stmt->class_def.name = parser_name(p, name);
    stmt->class_def.type_params = items_type_params(p, type_params);
    stmt->class_def.arguments = bases;
    stmt->class_def.body = body;
    return stmt;
}

Stmt *ast_decorate(Parser *p, const Items *decorators, Stmt *definition) {
    if (definition->kind == AST_CLASS_DEF)
        definition->class_def.decorators = items_expressions(p, decorators);
    else
        definition->function_def.decorators = items_expressions(p, decorators);
    return definition;
}

// ------------------------------------------------------------ type parameters

TypeParam *ast_type_param(Parser *p, const Token *star, const Token *name, Piece bound, Piece default_value) {
    TypeParam *param = parser_alloc(p, sizeof *param);
    *param = (TypeParam){.kind = !star                    ? TYPE_PARAM_VAR
                                 : star->kind == TOK_STAR ? TYPE_PARAM_VAR_TUPLE
                                                          : TYPE_PARAM_SPEC,
                         .name = parser_name(p, name),
                         .bound = bound.expr,
                         .default_value = default_value.expr,
                         .span = span_from(p, star ? star : name)};
    if (star && bound.expr) {
        const char *what = bound.expr->kind == AST_TUPLE ? "constraints" : "bound";
        parser_error(p, span_start_to(name[1].span, p->lookahead), "cannot use %s with %s", what,
                     star->kind == TOK_STAR ? "TypeVarTuple" : "ParamSpec");
    }
    return param;
}

Items *items_type_param(Parser *p, Items *list, TypeParam *param) {
    return items_add(p, list, &param, sizeof param);
}

TypeParamList items_type_params(Parser *p, const Items *list) {
    int count = items_count(list);
    TypeParam **from = items_data(list);
    TypeParam *items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (TypeParamList){0};
    for (int i = 0; i < count; i++)
        items[i] = *from[i];
    return (TypeParamList){count, items};
}

// Actions for tuples, parentheses, lists, sets, dicts and comprehensions.
#include "parser/build.h"

// ------------------------------------------------------------ tuples and groups

Piece ast_sequence(Parser *p, const Items *items) {
    const Piece *pieces = items_data(items);
    if (items->count == 1 && !items->comma)
        return pieces[0];
    Expr *tuple = expression_new(p, AST_TUPLE, span_from(p, pieces[0].first));
    tuple->tuple.elements = items_expressions(p, items);
    return (Piece){tuple, pieces[0].first};
}

Piece ast_group(Parser *p, const Token *open, Piece inner) {
    (void)p;
    inner.expr->parenthesized = true;
    return (Piece){inner.expr, open};
}

// A display: the elements between an opening token and the closing one just read.
static Piece display(Parser *p, ExprKind kind, const Token *open, const Items *items) {
    Piece piece = {expression_new(p, kind, span_from(p, open)), open};
    piece.expr->tuple.elements = items_expressions(p, items);
    return piece;
}

Piece ast_parens(Parser *p, const Token *open, const Items *items) {
    if (items_count(items) != 1 || items->comma)
        return ast_group(p, open, display(p, AST_TUPLE, open, items));
    Piece inner = *(Piece *)items_data(items);
    if (inner.expr->kind == AST_STARRED)
        parser_error(p, inner.expr->span, "cannot use starred expression here");
    return ast_group(p, open, inner);
}

Piece ast_list(Parser *p, const Token *open, const Items *items) {
    return display(p, AST_LIST, open, items);
}

Piece ast_set(Parser *p, const Token *open, const Items *items) {
    return display(p, AST_SET, open, items);
}

// ------------------------------------------------------------ dicts

DictItem *ast_dict_item(Parser *p, Piece key, Piece value) {
    DictItem *item = parser_alloc(p, sizeof *item);
    *item = (DictItem){.key = key.expr, .value = value.expr};
    return item;
}

DictItem *ast_dict_starred(Parser *p, Piece key, const Token *star) {
    parser_error(p, span_start_to(star->span, p->lookahead),
                 "cannot use a starred expression in a dictionary value");
    return ast_dict_item(p, key, key);
}

DictItem *ast_dict_unpack(Parser *p, const Token *stars, Piece value) {
    DictItem *item = parser_alloc(p, sizeof *item);
    *item = (DictItem){.stars = stars, .value = value.expr};
    return item;
}

Piece ast_dict(Parser *p, const Token *open, const Items *items) {
    int count = items_count(items);
    DictItem **from = items_data(items);
    Piece piece = {expression_new(p, AST_DICT, span_from(p, open)), open};
    Expr **keys = parser_alloc(p, (size_t)count * sizeof *keys);
    Expr **values = parser_alloc(p, (size_t)count * sizeof *values);
    for (int i = 0; i < count && !arena_failed(p->arena); i++) {
        keys[i] = from[i]->key;
        values[i] = from[i]->value;
    }
    piece.expr->dict.count = count;
    piece.expr->dict.keys = keys;
    piece.expr->dict.values = values;
    return piece;
}

// ------------------------------------------------------------ comprehensions

Comprehension *ast_clause(Parser *p, const Token *async, Piece target, Piece iter, const Items *conditions) {
    Comprehension *clause = parser_alloc(p, sizeof *clause);
    clause->target = target.expr;
    clause->iter = iter.expr;
    clause->conditions = items_expressions(p, conditions);
    clause->is_async = async != NULL;
    return clause;
}

ComprehensionList items_clauses(Parser *p, const Items *clauses) {
    int count = items_count(clauses);
    Comprehension **from = items_data(clauses);
    Comprehension *items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (ComprehensionList){0};
    for (int i = 0; i < count; i++)
        items[i] = *from[i];
    return (ComprehensionList){count, items};
}

// `x, y for x in z`: a comprehension has one element, which is no star.
static void check_element(Parser *p, ExprKind kind, const Token *open, const Items *items) {
    static const char message[] = "did you forget parentheses around the comprehension target?";
    const Piece *elements = items_data(items);
    Span first = elements[0].expr->span;
    if (items->count == 1 && !items->comma) {
        if (elements[0].expr->kind == AST_STARRED)
            parser_error(p, first, "iterable unpacking cannot be used in comprehension");
        return;
    }
    if (kind == AST_GENERATOR_EXP)
        parser_error(p, token_for(open + 1)->span, "invalid syntax");
    else
        parser_error(p, span_between(first, items->count == 1 ? items->comma->span
                                                              : elements[items->count - 1].expr->span),
                     message);
}

Piece ast_comprehension(Parser *p, ExprKind kind, const Token *open, const Items *items, const Items *clauses) {
    check_element(p, kind, open, items);
    Piece piece = {expression_new(p, kind, span_from(p, open)), open};
    piece.expr->list_comp.element = ((Piece *)items_data(items))->expr;
    piece.expr->list_comp.clauses = items_clauses(p, clauses);
    return piece;
}

Piece ast_dict_comprehension(Parser *p, const Token *open, DictItem *item, const Items *clauses) {
    if (item->stars)
        parser_error(p, item->stars->span, "dict unpacking cannot be used in dict comprehension");
    Piece piece = {expression_new(p, AST_DICT_COMP, span_from(p, open)), open};
    piece.expr->dict_comp.key = item->key;
    piece.expr->dict_comp.value = item->value;
    piece.expr->dict_comp.clauses = items_clauses(p, clauses);
    return piece;
}

// Actions for expressions: names, literals, operators, attributes, subscripts. Each makes one node.
#include "parser/build.h"

Expr *expression_new(Parser *p, ExprKind kind, Span span) {
    Expr *expr = parser_alloc(p, sizeof *expr);
    expr->kind = kind;
    expr->span = span;
    return expr;
}

// A node that began with `first` and ends here.
static Piece piece_new(Parser *p, ExprKind kind, const Token *first) {
    return (Piece){expression_new(p, kind, span_from(p, first)), first};
}

// ------------------------------------------------------------ atoms

Piece ast_name(Parser *p, const Token *token) {
    Piece piece = {expression_new(p, AST_NAME, token->span), token};
    piece.expr->name.id = parser_name(p, token);
    return piece;
}

static Piece constant_new(Parser *p, const Token *token, ConstantKind kind) {
    Piece piece = {expression_new(p, AST_CONSTANT, token->span), token};
    piece.expr->constant.kind = kind;
    return piece;
}

Piece ast_singleton(Parser *p, const Token *token) {
    switch (token->kind) {
    case TOK_NONE: return constant_new(p, token, CONSTANT_NONE);
    case TOK_TRUE: return constant_new(p, token, CONSTANT_TRUE);
    case TOK_FALSE: return constant_new(p, token, CONSTANT_FALSE);
    default: return constant_new(p, token, CONSTANT_ELLIPSIS);
    }
}

Piece ast_number(Parser *p, const Token *token) {
    Piece piece;
    warn_number(p, token);
    if (token->kind == TOK_INTEGER && token->big) {
        piece = constant_new(p, token, CONSTANT_BIG_INT);
        piece.expr->constant.text = token->text;
    } else if (token->kind == TOK_INTEGER) {
        piece = constant_new(p, token, CONSTANT_INT);
        piece.expr->constant.integer = token->integer;
    } else {
        piece = constant_new(p, token, token->kind == TOK_FLOAT ? CONSTANT_FLOAT : CONSTANT_IMAGINARY);
        piece.expr->constant.real = token->real;
    }
    return piece;
}

// ------------------------------------------------------------ operators

// `a or b or c` is one node: a further operand joins the node on the left, if that is not in parentheses. The
// array doubles when its count reaches a power of two.
static void operand_add(Parser *p, int count, Expr ***items, Expr *item) {
    if ((count & (count - 1)) == 0) {
        Expr **grown = parser_alloc(p, (size_t)(count ? count * 2 : 1) * sizeof *grown);
        if (arena_failed(p->arena))
            return;
        for (int i = 0; i < count; i++)
            grown[i] = (*items)[i];
        *items = grown;
    }
    (*items)[count] = item;
}

Piece ast_bool_op(Parser *p, BoolOperator op, Piece left, Piece right) {
    Piece piece = left;
    if (left.expr->kind != AST_BOOL_OP || left.expr->parenthesized || left.expr->bool_op.op != op) {
        piece = piece_new(p, AST_BOOL_OP, left.first);
        piece.expr->bool_op.op = op;
        ExprList *values = &piece.expr->bool_op.values;
        operand_add(p, values->count++, &values->items, left.expr);
    }
    ExprList *values = &piece.expr->bool_op.values;
    operand_add(p, values->count++, &values->items, right.expr);
    piece.expr->span = span_from(p, piece.first);
    return piece;
}

Piece ast_compare(Parser *p, Piece left, CompareOperator op, Piece right) {
    Piece piece = left;
    if (left.expr->kind != AST_COMPARE || left.expr->parenthesized) {
        piece = piece_new(p, AST_COMPARE, left.first);
        piece.expr->compare.left = left.expr;
    }
    int count = piece.expr->compare.count++;
    operand_add(p, count, &piece.expr->compare.comparators, right.expr);
    CompareOperator *operators = piece.expr->compare.operators;
    if ((count & (count - 1)) == 0) {
        CompareOperator *grown = parser_alloc(p, (size_t)(count ? count * 2 : 1) * sizeof *grown);
        if (arena_failed(p->arena))
            return piece;
        for (int i = 0; i < count; i++)
            grown[i] = operators[i];
        piece.expr->compare.operators = operators = grown;
    }
    operators[count] = op;
    piece.expr->span = span_from(p, piece.first);
    return piece;
}

CompareOperator ast_comparator(const Token *token) {
    switch (token->kind) {
    case TOK_LESS: return AST_LT;
    case TOK_GREATER: return AST_GT;
    case TOK_EQEQUAL: return AST_EQ;
    case TOK_NOTEQUAL: return AST_NOT_EQ;
    case TOK_LESSEQUAL: return AST_LT_E;
    case TOK_GREATEREQUAL: return AST_GT_E;
    default: return AST_IN;
    }
}

Piece ast_unary(Parser *p, const Token *op, Piece operand) {
    Piece piece = piece_new(p, AST_UNARY_OP, op);
    piece.expr->unary_op.op = op->kind == TOK_NOT ? AST_NOT : op->kind == TOK_MINUS ? AST_U_SUB
                            : op->kind == TOK_PLUS ? AST_U_ADD : AST_INVERT;
    piece.expr->unary_op.operand = operand.expr;
    return piece;
}

BinaryOperator ast_operator(const Token *token) {
    switch (token->kind) {
    case TOK_PLUS: case TOK_PLUSEQUAL: return AST_ADD;
    case TOK_MINUS: case TOK_MINEQUAL: return AST_SUB;
    case TOK_STAR: case TOK_STAREQUAL: return AST_MULT;
    case TOK_AT: case TOK_ATEQUAL: return AST_MAT_MULT;
    case TOK_SLASH: case TOK_SLASHEQUAL: return AST_DIV;
    case TOK_PERCENT: case TOK_PERCENTEQUAL: return AST_MOD;
    case TOK_DOUBLESTAR: case TOK_DOUBLESTAREQUAL: return AST_POW;
    case TOK_LEFTSHIFT: case TOK_LEFTSHIFTEQUAL: return AST_L_SHIFT;
    case TOK_RIGHTSHIFT: case TOK_RIGHTSHIFTEQUAL: return AST_R_SHIFT;
    case TOK_VBAR: case TOK_VBAREQUAL: return AST_BIT_OR;
    case TOK_CIRCUMFLEX: case TOK_CIRCUMFLEXEQUAL: return AST_BIT_XOR;
    case TOK_AMPER: case TOK_AMPEREQUAL: return AST_BIT_AND;
    default: return AST_FLOOR_DIV;
    }
}

Piece ast_binary(Parser *p, Piece left, const Token *op, Piece right) {
    Piece piece = piece_new(p, AST_BIN_OP, left.first);
    piece.expr->bin_op.op = ast_operator(op);
    piece.expr->bin_op.left = left.expr;
    piece.expr->bin_op.right = right.expr;
    return piece;
}

Piece ast_conditional(Parser *p, Piece body, Piece test, Piece orelse) {
    Piece piece = piece_new(p, AST_IF_EXP, body.first);
    piece.expr->if_exp.body = body.expr;
    piece.expr->if_exp.test = test.expr;
    piece.expr->if_exp.orelse = orelse.expr;
    return piece;
}

Piece ast_lambda(Parser *p, const Token *first, Parameters *parameters, Piece body) {
    Piece piece = piece_new(p, AST_LAMBDA, first);
    piece.expr->lambda.parameters = parameters;
    piece.expr->lambda.body = body.expr;
    return piece;
}

// The `:=` behind a target that stands in the arguments of a call, or NULL.
static const Token *walrus_in_call(const Token *first) {
    int depth = 0;
    const Token *open = first - 1, *walrus = first;
    for (; open->kind != TOK_COUNT && depth >= 0; open--) {
        bool opens = open->kind == TOK_LPAR || open->kind == TOK_LSQB || open->kind == TOK_LBRACE;
        depth += open->kind == TOK_RPAR || open->kind == TOK_RSQB || open->kind == TOK_RBRACE;
        depth -= opens;
    }
    bool callable = open->kind == TOK_NAME || open->kind == TOK_RPAR || open->kind == TOK_RSQB;
    bool call = open[1].kind == TOK_LPAR && callable;
    while (walrus->kind != TOK_COLONEQUAL)
        walrus++;
    return call ? walrus : NULL;
}

Piece ast_walrus(Parser *p, Piece target, Piece value) {
    bool invalid = target.expr->kind != AST_NAME || target.expr->parenthesized;
    const Token *in_call = invalid ? walrus_in_call(target.first) : NULL;
    if (in_call)
        parser_error(p, in_call->span, "invalid syntax");
    else if (invalid)
        parser_error(p, target.expr->span, "cannot use assignment expressions with %s",
                     expression_description(target.expr));
    Piece piece = piece_new(p, AST_NAMED_EXPR, target.first);
    piece.expr->named_expr.target = target.expr;
    piece.expr->named_expr.value = value.expr;
    return piece;
}

// ------------------------------------------------------------ prefixes

static Piece prefix_new(Parser *p, ExprKind kind, const Token *first, Piece value) {
    Piece piece = piece_new(p, kind, first);
    piece.expr->starred.value = value.expr;
    return piece;
}

Piece ast_starred(Parser *p, const Token *star, Piece value) {
    return prefix_new(p, AST_STARRED, star, value);
}

Piece ast_await(Parser *p, const Token *first, Piece value) {
    return prefix_new(p, AST_AWAIT, first, value);
}

Piece ast_yield(Parser *p, const Token *first, Piece value) {
    return prefix_new(p, AST_YIELD, first, value);
}

Piece ast_yield_from(Parser *p, const Token *first, Piece value) {
    return prefix_new(p, AST_YIELD_FROM, first, value);
}

// ------------------------------------------------------------ primaries

Piece ast_attribute(Parser *p, Piece value, const Token *name) {
    Piece piece = piece_new(p, AST_ATTRIBUTE, value.first);
    piece.expr->attribute.value = value.expr;
    piece.expr->attribute.attribute = parser_name(p, name);
    piece.expr->attribute.name_span = name->span;
    return piece;
}

// The index of `a[b, c]` is a tuple without parentheses; so is that of `a[*b]`.
Piece ast_subscript(Parser *p, Piece value, const Items *slices) {
    const Piece *items = items_data(slices);
    Piece piece = piece_new(p, AST_SUBSCRIPT, value.first);
    Expr *index = items[0].expr;
    if (slices->count > 1 || slices->comma || index->kind == AST_STARRED) {
        const Token *last = parser_end(p) - 1;
        index = expression_new(p, AST_TUPLE, span_between(items[0].first->span, last->span));
        index->tuple.elements = items_expressions(p, slices);
    }
    piece.expr->subscript.value = value.expr;
    piece.expr->subscript.index = index;
    return piece;
}

Piece ast_slice(Parser *p, Piece lower, const Token *colon, Piece upper, Piece step) {
    Piece piece = piece_new(p, AST_SLICE, lower.expr ? lower.first : colon);
    piece.expr->slice.lower = lower.expr;
    piece.expr->slice.upper = upper.expr;
    piece.expr->slice.step = step.expr;
    return piece;
}

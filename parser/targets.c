// Targets: an expression was parsed where something is stored or deleted, and it is checked here that it can
// be. Tuples, lists and stars nest no deeper than parentheses do, which the lexer limits; so the walk may
// recurse.
#include "parser/build.h"

const char *expression_description(const Expr *expression) {
    static const char *const descriptions[] = {
        [AST_BOOL_OP] = "expression", [AST_NAMED_EXPR] = "named expression", [AST_BIN_OP] = "expression",
        [AST_UNARY_OP] = "expression", [AST_LAMBDA] = "lambda", [AST_IF_EXP] = "conditional expression",
        [AST_DICT] = "dict literal", [AST_SET] = "set display", [AST_LIST_COMP] = "list comprehension",
        [AST_SET_COMP] = "set comprehension", [AST_DICT_COMP] = "dict comprehension",
        [AST_GENERATOR_EXP] = "generator expression", [AST_AWAIT] = "await expression",
        [AST_YIELD] = "yield expression", [AST_YIELD_FROM] = "yield expression", [AST_COMPARE] = "comparison",
        [AST_CALL] = "function call", [AST_FORMATTED_VALUE] = "f-string expression",
        [AST_INTERPOLATION] = "t-string expression", [AST_JOINED_STR] = "f-string expression",
        [AST_TEMPLATE_STR] = "t-string expression", [AST_CONSTANT] = "literal", [AST_ATTRIBUTE] = "attribute",
        [AST_SUBSCRIPT] = "subscript", [AST_STARRED] = "starred", [AST_NAME] = "name", [AST_LIST] = "list",
        [AST_TUPLE] = "tuple", [AST_SLICE] = "slice",
    };
    static const char *const constants[] = {
        [CONSTANT_NONE] = "None",
        [CONSTANT_TRUE] = "True",
        [CONSTANT_FALSE] = "False",
        [CONSTANT_ELLIPSIS] = "ellipsis",
    };
    if (expression->kind == AST_CONSTANT && expression->constant.kind <= CONSTANT_ELLIPSIS)
        return constants[expression->constant.kind];
    return descriptions[expression->kind];
}

typedef enum { TARGET_STORE, TARGET_FOR, TARGET_DELETE } TargetUse;

static Expr *invalid_part(Expr *target, TargetUse use);

static Expr *invalid_element(const ExprList *elements, TargetUse use) {
    for (int i = 0; i < elements->count; i++) {
        Expr *invalid = invalid_part(elements->items[i], use);
        if (invalid)
            return invalid;
    }
    return NULL;
}

// The first part of the target that nothing can be stored to, or NULL.
static Expr *invalid_part(Expr *target, TargetUse use) {
    switch (target->kind) {
    case AST_NAME: case AST_ATTRIBUTE: case AST_SUBSCRIPT:
        return NULL;
    case AST_TUPLE: case AST_LIST:
        return invalid_element(&target->tuple.elements, use);
    case AST_STARRED:
        return use == TARGET_DELETE ? target : invalid_part(target->starred.value, use);
    default:
        return target;
    }
}

static void check(Parser *p, Expr *target, TargetUse use) {
    Expr *invalid = invalid_part(target, use);
    if (invalid)
        parser_error(p, invalid->span, "cannot %s %s", use == TARGET_DELETE ? "delete" : "assign to",
                     expression_description(invalid));
}

// `for (x in y) in z`: what stands before the inner `in` could be a target.
void target_check_for(Parser *p, Expr *target) {
    bool contains = target->kind == AST_COMPARE && target->compare.operators[0] == AST_IN;
    if (contains && !invalid_part(target->compare.left, TARGET_FOR))
        parser_error(p, p->lookahead->span, "invalid syntax");
    check(p, target, TARGET_FOR);
}

void target_check_with(Parser *p, Expr *target) {
    check(p, target, TARGET_STORE);
}

void target_check_delete(Parser *p, Expr *target) {
    check(p, target, TARGET_DELETE);
}

void target_check_augmented(Parser *p, Expr *target) {
    bool single = target->kind == AST_NAME || target->kind == AST_ATTRIBUTE || target->kind == AST_SUBSCRIPT;
    if (!single)
        parser_error(p, target->span, "'%s' is an illegal expression for augmented assignment",
                     expression_description(target));
}

void target_check_annotated(Parser *p, Expr *target) {
    switch (target->kind) {
    case AST_NAME: case AST_ATTRIBUTE: case AST_SUBSCRIPT:
        break;
    case AST_TUPLE: case AST_LIST:
        if (target->kind == AST_TUPLE && !target->parenthesized)    // CPython points at the first one
            parser_error(p, target->tuple.elements.items[0]->span,
                         "only single target (not tuple) can be annotated");
        parser_error(p, target->span, "only single target (not %s) can be annotated",
                     expression_description(target));
        break;
    default:
        parser_error(p, target->span, "illegal target for annotation");
    }
}

// ------------------------------------------------------------ assignment

// Whether what stands behind an `=` is an operand, and no further `=` follows it: then `==` was probably
// meant.
static bool looks_like_comparison(const Probe *right) {
    return right->expr && right->end->kind != TOK_EQUAL && right->end->kind != TOK_COLONEQUAL;
}

// What `==` could compare: an operand, but no display and no None, True or False.
static bool is_operand(const Expr *expr) {
    switch (expr->kind) {
    case AST_BOOL_OP: case AST_COMPARE: case AST_IF_EXP: case AST_LAMBDA: case AST_NAMED_EXPR: case AST_YIELD:
    case AST_YIELD_FROM:
        return expr->parenthesized;
    case AST_UNARY_OP:
        return expr->parenthesized || expr->unary_op.op != AST_NOT;
    case AST_TUPLE:
    case AST_LIST:
    case AST_GENERATOR_EXP:
    case AST_STARRED: return false;
    case AST_CONSTANT:
        return expr->constant.kind > CONSTANT_FALSE;
    default:
        return true;
    }
}

// `target = operand` at the beginning of a statement in which this target is wrong or a later one. CPython explains that first,
// of a tuple without parentheses its last element.
static bool explain_equal(Parser *p, const Expr *target, const Token *right_start) {
    if (target->kind == AST_TUPLE && !target->parenthesized && target->tuple.elements.count)
        target = target->tuple.elements.items[target->tuple.elements.count - 1];
    if (right_start[-2].kind == TOK_COMMA || !is_operand(target))
        return false;
    Probe right = parser_probe(p, PROBE_OPERAND, right_start);
    if (!looks_like_comparison(&right))
        return false;
    if (target->kind == AST_NAME && !target->parenthesized)
        parser_error(p, span_between(target->span, right.expr->span),
                     "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else
        parser_error(p, target->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                     expression_description(target));
    return true;
}

static bool explain_first(Parser *p, const Piece *first) {
    const Token *equal = first->first;
    while (equal->kind != TOK_EQUAL)
        equal++;
    return explain_equal(p, first->expr, equal + 1);
}

Items *items_target(Parser *p, Items *targets, Piece target) {
    bool yields = target.expr->kind == AST_YIELD || target.expr->kind == AST_YIELD_FROM;
    bool invalid = invalid_part(target.expr, TARGET_STORE) != NULL;
    if (yields && !target.expr->parenthesized)
        parser_error(p, target.expr->span, "assignment to yield expression not possible");
    else if (!invalid || !(targets ? explain_first(p, items_data(targets)) : explain_equal(p, target.expr, p->lookahead)))
        check(p, target.expr, TARGET_STORE);
    return items_add(p, targets, &target, sizeof target);
}

// Mistakes within expressions. Each looks for one of CPython's explanations, at the places from which CPython
// would have tried to read an expression that ends at the unexpected token.
#include "parser/build.h"
#include <string.h>

static bool is_string(const Token *token) {
    return token->kind == TOK_STRING || token->kind == TOK_BYTES;
}

static bool is_soft_keyword(const Token *token) {
    return mistake_is_name(token, "match") || mistake_is_name(token, "case") || mistake_is_name(token, "type")
           || mistake_is_name(token, "_");
}

static bool is_legacy(const Token *token) {
    return mistake_is_name(token, "print") || mistake_is_name(token, "exec");
}

static bool is_dict(const Level *level) {
    return level->open && level->open->kind == TOK_LBRACE && !level->field && !level->comprehension;
}

// What the line's first `if` before the token asks, or NULL; in a case, behind the patterns.
static const Token *condition(const Mistake *m) {
    for (const Token *token = m->line; token < m->token; token++)
        if (token->kind == TOK_IF)
            return token + 1;
    return NULL;
}

// In the head of a case, up to its `if`, there are patterns instead of expressions, which look much the same.
static bool in_pattern(const Mistake *m) {
    return m->line->kind == TOK_SOFT_CASE && m->statement == m->line && !condition(m);
}

// ------------------------------------------------------------ places to start from

// What stands first in an item is no expression in parameters and in lists of names to import.
static bool items_are_expressions(const Mistake *m) {
    const Token *def = m->line->kind == TOK_ASYNC ? m->line + 1 : m->line;
    bool parameters = def->kind == TOK_DEF && m->depth == 1 && m->statement == m->line;
    return !parameters && m->statement->kind != TOK_FROM && m->statement->kind != TOK_IMPORT;
}

// Whether a star takes a whole expression, as in calls and subscripts, and before a display's first item.
static bool takes_starred(const Level *level, const Token *star) {
    if (!level->open || star == level->open + 1)
        return level->open;
    TokenKind before = level->open[-1].kind;
    return before == TOK_NAME || before == TOK_RPAR || before == TOK_RSQB || before == TOK_STRING;
}

// Whether a whole expression may begin behind this token, which is in the middle of an item.
static bool precedes_expression(const Mistake *m, const Token *token) {
    switch (token->kind) {
    case TOK_COLON:
    case TOK_EQUAL:
    case TOK_COLONEQUAL:
    case TOK_ELSE:
    case TOK_AS:
    case TOK_YIELD:
    case TOK_ARROW:
    case TOK_RETURN: case TOK_ASSERT: case TOK_RAISE: case TOK_DEL:
        return true;
    case TOK_STAR:
        return items_are_expressions(m) && takes_starred(&m->levels[m->depth], token);
    case TOK_DOUBLESTAR:
        return items_are_expressions(m) && !is_dict(&m->levels[m->depth]);
    case TOK_FROM:
        return token != m->statement;
    case TOK_IF: case TOK_ELIF: case TOK_WHILE: case TOK_AT:
        return token == m->line || m->line->kind == TOK_SOFT_CASE;
    default:
        return token->kind >= TOK_PLUSEQUAL && token->kind <= TOK_DOUBLESTAREQUAL;
    }
}

// The next place behind `from` at which an expression may begin, or NULL; brackets are passed over.
static const Token *next_start(Mistake *m, const Token *from) {
    const Level *level = mistake_level(m);
    if (in_pattern(m) || level->item >= m->token)
        return NULL;
    const Token *guard = m->line->kind == TOK_SOFT_CASE && m->statement == m->line ? condition(m) : NULL;
    if (!from && items_are_expressions(m))
        return guard > level->item ? guard : level->item;
    int depth = 0;
    for (const Token *t = level->item; t < m->token; t++) {
        bool behind = from ? t > from : t > level->item;
        if (behind && depth == 0 && precedes_expression(m, t - 1))
            return t;
        if (t->kind == TOK_LPAR || t->kind == TOK_LSQB || t->kind == TOK_LBRACE)
            depth++;
        else if (t->kind == TOK_RPAR || t->kind == TOK_RSQB || t->kind == TOK_RBRACE)
            depth--;
    }
    return NULL;
}

// ------------------------------------------------------------ two expressions in a row

// `'a' b 'c'`
bool mistake_interrupted_string(Mistake *m) {
    if (!is_string(m->token - 1) || is_string(m->token - 2))
        return false;
    Probe first = mistake_probe(m, PROBE_EXPRESSION, m->token), last = first;
    while (last.expr && !is_string(last.end)) {
        Probe next = mistake_probe(m, PROBE_EXPRESSION, last.end);
        if (!next.expr)
            return false;
        last = next;
    }
    if (!last.expr)
        return false;
    return mistake_report(m, span_between(first.expr->span, last.expr->span),
                          "invalid syntax. Is this intended to be part of the string?");
}

// Whether an expression ends before `where` and another one begins there.
static bool missing_comma_at(Mistake *m, const Token *where) {
    for (const Token *start = next_start(m, NULL); start && start < where; start = next_start(m, start)) {
        if ((start->kind == TOK_NAME && is_string(start + 1)) || is_soft_keyword(start)) {
            if (start + 1 == where)
                mistake_probe(m, PROBE_EXPRESSION, where);      // for what is wrong in there
            continue;
        }
        Probe left = mistake_probe(m, PROBE_DISJUNCTION, start);
        if (!left.expr || left.end != where)
            continue;
        Probe right = mistake_probe(m, PROBE_EXPRESSION, where);
        if (!right.expr)
            return false;
        if (m->depth && !(start + 1 == where && is_legacy(start)))
            return mistake_report(m, span_between(left.expr->span, right.expr->span),
                                  "invalid syntax. Perhaps you forgot a comma?");
    }
    return false;
}

// `a not b`: only behind the `not` it is seen that there is no `in`.
bool mistake_missing_comma(Mistake *m) {
    return missing_comma_at(m, m->token)
           || (m->token[-1].kind == TOK_NOT && missing_comma_at(m, m->token - 1));
}

// `print x`, as Python 2 had it
bool mistake_legacy_statement(Mistake *m) {
    for (const Token *start = next_start(m, NULL); start; start = next_start(m, start)) {
        if (!is_legacy(start) || start + 1 != m->token)
            continue;
        Probe value = mistake_probe(m, PROBE_ASSIGNED, m->token);
        if (value.expr)
            return mistake_report(m, span_between(start->span, value.expr->span),
                                  "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
                                  (int)start->text.size, start->text.data, (int)start->text.size,
                                  start->text.data);
    }
    return false;
}

// ------------------------------------------------------------ conditional expressions

static bool is_bare_statement(const Token *token) {
    return token->kind == TOK_PASS || token->kind == TOK_BREAK || token->kind == TOK_CONTINUE;
}

// `a if b`, `a if b else`
static bool conditional_from(Mistake *m, const Token *start) {
    Probe body = mistake_probe(m, PROBE_DISJUNCTION, start);
    if (!body.expr || body.end->kind != TOK_IF || body.end >= m->token)
        return false;
    Probe test = mistake_probe(m, PROBE_DISJUNCTION, body.end + 1);
    if (!test.expr)
        return false;
    if (test.end->kind != TOK_ELSE && test.end->kind != TOK_COLON)
        return mistake_report(m, span_between(body.expr->span, test.expr->span),
                              "expected 'else' after 'if' expression");
    if (test.end == m->token - 1 && test.end->kind == TOK_ELSE)
        return mistake_report(m, m->token->span, "expected expression after 'else', but statement is given");
    return false;
}

bool mistake_conditional(Mistake *m) {
    const Token *bare = m->token - (m->token->kind == TOK_IF && m->token > m->line);
    if (is_bare_statement(bare))
        mistake_look(m, bare + 1);
    if (is_bare_statement(bare) && bare[1].kind == TOK_IF) {
        Probe test = mistake_probe(m, PROBE_DISJUNCTION, bare + 2);
        if (test.expr && test.end->kind == TOK_ELSE)
            return mistake_report(m, bare->span,
                                  "expected expression before 'if', but statement is given");
    }
    for (const Token *start = next_start(m, NULL); start; start = next_start(m, start)) {
        if (conditional_from(m, start))
            return true;
    }
    return false;
}

// `a if b else (c d`: what begins behind the `else` cannot be read.
bool mistake_behind_else(Mistake *m) {
    for (int i = 1; i <= m->depth; i++) {
        const Token *open = m->levels[i].open;
        if (open[-1].kind == TOK_ELSE)
            return mistake_report(m, open->span, "expected expression after 'else', but statement is given");
    }
    return false;
}

// ------------------------------------------------------------ '=' where an expression is

// Where a walrus may stand: first in an item of brackets, or behind `if`, `while`, `@`.
static const Token *named_start(Mistake *m) {
    const Level *level = mistake_level(m);
    TokenKind first = m->line->kind;
    if (m->depth)
        return level->colon || level->field ? NULL : level->item;
    bool head = first == TOK_IF || first == TOK_ELIF || first == TOK_WHILE || first == TOK_AT;
    if (level->item != m->line)
        return NULL;
    return first == TOK_SOFT_CASE ? condition(m) : head ? m->line + 1 : NULL;
}

static bool is_display(const Expr *expr) {
    bool singleton = expr->kind == AST_CONSTANT && expr->constant.kind <= CONSTANT_FALSE;
    return expr->kind == AST_LIST || expr->kind == AST_TUPLE || expr->kind == AST_GENERATOR_EXP || singleton;
}

bool mistake_equal(Mistake *m) {
    const Token *start = named_start(m);
    if (m->token->kind != TOK_EQUAL || !start || mistake_is_parameter(m) || in_pattern(m))
        return false;
    Probe left = mistake_probe(m, PROBE_OPERAND, start);
    if (!left.expr || left.end != m->token)
        return false;
    Probe right = mistake_probe(m, PROBE_OPERAND, m->token + 1);
    if (!right.expr || right.end->kind == TOK_EQUAL || right.end->kind == TOK_COLONEQUAL)
        return false;
    if (start->kind == TOK_NAME && start + 1 == m->token)
        return mistake_report(m, span_between(left.expr->span, right.expr->span),
                              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    if (is_display(left.expr))
        return false;
    return mistake_report(m, left.expr->span,
                          "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                          expression_description(left.expr));
}

// `f() := 1` as a statement, or as a part of one; in brackets there is a rule for it.
bool mistake_walrus(Mistake *m) {
    const Token *start = mistake_level(m)->item;
    if (m->token->kind != TOK_COLONEQUAL || m->depth || start >= m->token)
        return false;
    Probe left = mistake_probe(m, PROBE_EXPRESSION, start);
    if (!left.expr || left.end != m->token || left.expr->kind == AST_NAME)
        return false;
    if (!mistake_probe(m, PROBE_EXPRESSION, m->token + 1).expr)
        return false;
    return mistake_report(m, left.expr->span, "cannot use assignment expressions with %s",
                          expression_description(left.expr));
}

// `for a and b in c:`; behind a target that could be one something else is wrong.
bool mistake_for_target(Mistake *m) {
    const Token *loop = m->line->kind == TOK_ASYNC ? m->line + 1 : m->line;
    if (loop->kind != TOK_FOR || m->depth || m->token <= loop)
        return false;
    Probe target = mistake_probe(m, PROBE_EXPRESSION, loop + 1);
    if (!target.expr || target.end < m->token)
        return false;
    switch (target.expr->kind) {
    case AST_LAMBDA: case AST_IF_EXP: case AST_BOOL_OP:
        return mistake_report(m, target.expr->span, "cannot assign to %s",
                              expression_description(target.expr));
    default:
        return false;
    }
}

// ------------------------------------------------------------ comprehensions, operands, stars

// `[x for y]`: from the last `for` of the brackets on there are targets alone.
bool mistake_missing_in(Mistake *m) {
    const Level *level = mistake_level(m);
    if (!level->open || mistake_is_parameter(m))
        return false;
    const Token *token = m->token - 1;
    while (token > level->open && token->kind != TOK_FOR && token->kind != TOK_IN)
        token--;
    if (token->kind != TOK_FOR || token[-1].kind == TOK_COMMA || token - 1 == level->open)
        return false;
    for (token++; token < m->token;) {
        Probe target = mistake_probe(m, PROBE_OPERAND, token);
        if (!target.expr)
            return false;
        if (target.end == m->token)
            break;
        if (target.end->kind != TOK_COMMA)
            break;
        token = target.end + 1;
    }
    if (m->token[-1].kind == TOK_FOR)
        return false;
    return mistake_report(m, m->token->span, "'in' expected after for-loop variables");
}

// `1 + not x`
bool mistake_not_operand(Mistake *m) {
    if (m->token->kind != TOK_NOT)
        return false;
    switch (m->token[-1].kind) {
    case TOK_PLUS:
    case TOK_MINUS:
    case TOK_TILDE:
    case TOK_STAR:
    case TOK_SLASH:
    case TOK_DOUBLESLASH:
    case TOK_PERCENT:
    case TOK_AT: break;
    default:
        return false;
    }
    Probe operand = mistake_probe(m, PROBE_INVERSION, m->token + 1);
    if (!operand.expr)
        return false;
    return mistake_report(m, span_between(m->token->span, operand.expr->span),
                          "'not' after an operator must be parenthesized");
}

// `(**a)`, which is no call
bool mistake_double_star(Mistake *m) {
    const Level *level = mistake_level(m);
    if (m->token->kind != TOK_DOUBLESTAR || !level->open || level->open->kind != TOK_LPAR
        || level->open + 1 != m->token)
        return false;
    Probe value = mistake_probe(m, PROBE_EXPRESSION, m->token + 1);
    if (!value.expr || value.end->kind != TOK_RPAR)
        return false;
    return mistake_report(m, m->token->span, "cannot use double starred expression here");
}

// ------------------------------------------------------------ arguments

// `f(a=)`, `f(a.b=)`
static bool missing_value(Mistake *m, const Token *item) {
    const Token *equal = m->token - 1;
    if (equal->kind != TOK_EQUAL || (m->token->kind != TOK_COMMA && m->token->kind != TOK_RPAR))
        return false;
    Span span = span_between(item->span, equal->span);
    if (item->kind == TOK_NAME && item + 1 == equal)
        return mistake_report(m, span, "expected argument value expression");
    Probe name = mistake_probe(m, PROBE_EXPRESSION, item);
    if (!name.expr || name.end != equal)
        return false;
    return mistake_report(m, span, "expression cannot contain assignment, perhaps you meant \"==\"?");
}

bool mistake_argument(Mistake *m) {
    const Level *level = mistake_level(m);
    TokenKind first = m->line->kind;
    if (!level->open || mistake_is_parameter(m) || first == TOK_FROM || in_pattern(m))
        return false;
    bool brace = is_dict(level);
    const Token *before = m->token - 1;
    if (before->kind == TOK_STAR && before == level->item && !level->field
        && (brace ? before == level->open + 1 : takes_starred(level, before)))
        return mistake_report(m, m->token->span, "Invalid star expression");
    return level->open->kind == TOK_LPAR && level->item < m->token && missing_value(m, level->item);
}

// ------------------------------------------------------------ dicts

// `{1: 2, 3}`: from the second item on, a key without a value goes before whatever is wrong within it.
bool mistake_in_dict_item(Mistake *m) {
    for (int i = 1; i <= m->depth; i++) {
        const Level *level = &m->levels[i];
        if (!is_dict(level) || !level->pair || level->colon || level->item >= m->token || in_pattern(m))
            continue;
        Probe key = mistake_probe(m, PROBE_EXPRESSION, level->item);
        if (!key.expr || key.end->kind == TOK_COLON)
            continue;
        Span span = key.expr->span;
        return mistake_report(m, (Span){span.line, span.end_column - 1, span.end_line, -1},
                              "':' expected after dictionary key");
    }
    return false;
}

bool mistake_dict_value(Mistake *m) {
    if (!is_dict(mistake_level(m)) || m->token[-1].kind != TOK_COLON || in_pattern(m))
        return false;
    if (m->token->kind != TOK_RBRACE && m->token->kind != TOK_COMMA)
        return false;
    if (m->token - 1 == mistake_level(m)->item)
        return false;
    return mistake_report(m, m->token[-1].span, "expression expected after dictionary key and ':'");
}

// ------------------------------------------------------------ fields of f-strings

static bool closes_value(const Token *token) {
    return token->kind == TOK_COLON || token->kind == TOK_RBRACE;
}

// `!` and what follows it
static bool conversion_mistake(Mistake *m, const Token *exclamation, char prefix) {
    const Token *name = exclamation + 1;
    if (closes_value(name))
        return mistake_report(m, name->span, "%c-string: missing conversion character", prefix);
    if (name->kind != TOK_NAME)
        return mistake_report(m, name->span, "%c-string: invalid conversion character", prefix);
    return mistake_report(m, name[1].span, "%c-string: expecting ':' or '}'", prefix);
}

// The value can be read; something is wrong behind it.
static bool behind_value(Mistake *m, const Token *token, char prefix) {
    const Token *equal = NULL;
    if (token->kind == TOK_EQUAL)
        equal = token++;
    if (token->kind == TOK_EXCLAMATION)
        return conversion_mistake(m, token, prefix);
    return mistake_report(m, token->span, equal ? "%c-string: expecting '!', or ':', or '}'"
                                                : "%c-string: expecting '=', or '!', or ':', or '}'", prefix);
}

// `{lambda x: 1}`: the colon begins the format specification.
static bool lambda_in_field(Mistake *m, const Token *first, char prefix) {
    bool ends = m->token->kind == TOK_RBRACE && m->token[-1].kind == TOK_COLON;
    if (first->kind != TOK_LAMBDA
        || (m->token->kind != TOK_FSTRING_MIDDLE && m->token->kind != TOK_TSTRING_MIDDLE && !ends))
        return false;
    return mistake_report(m, span_between(first->span, m->token[-1].span),
                          "%c-string: lambda expressions are not allowed without parentheses", prefix);
}

bool mistake_field(Mistake *m) {
    const Level *level = mistake_level(m);
    if (!level->field)
        return false;
    char prefix = parser_fstring_prefix(m->p, level->open);
    const Token *first = level->open + 1;
    if (lambda_in_field(m, first, prefix))
        return true;
    if (level->spec)
        return mistake_report(m, m->token->span, "%c-string: expecting '}', or format specs", prefix);
    if (first->kind == TOK_EQUAL || first->kind == TOK_EXCLAMATION || closes_value(first))
        return mistake_report(m, first->span, "%c-string: valid expression required before '%s'", prefix,
                              token_text(first->kind));
    Probe value = mistake_probe(m, PROBE_ASSIGNED, first);
    if (!value.expr)
        return mistake_report(m, first->span, "%c-string: expecting a valid expression after '{'", prefix);
    return behind_value(m, value.end, prefix);
}

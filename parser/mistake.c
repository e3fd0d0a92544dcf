// Mistakes: what to say about a token that no rule of the grammar goes on with.
//
// Everyday mistakes have messages of their own, CPython's. CPython finds them with rules that it tries in a
// second run of its backtracking parser; here they are looked for around the token on which the only run has
// ended, with the help of probes, which parse a piece of the line on its own. What nothing explains is
// "invalid syntax" at the token.
#include "parser/build.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Level *mistake_level(Mistake *m) {
    return &m->levels[m->depth];
}

void mistake_look(Mistake *m, const Token *token) {
    if (token > m->p->furthest)
        m->p->furthest = token;
}

Probe mistake_probe(Mistake *m, ProbeRule rule, const Token *from) {
    Probe probe = parser_probe(m->p, rule, from);
    m->exhausted |= probe.exhausted;
    if (probe.exhausted)
        probe.expr = NULL;
    mistake_look(m, probe.expr ? probe.end : probe.seen);
    return probe;
}

bool mistake_report(Mistake *m, Span span, const char *format, ...) {
    char message[sizeof m->p->diagnostic->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    parser_error(m->p, span, "%s", message);
    return true;
}

bool mistake_is_name(const Token *token, const char *text) {
    return token->kind == TOK_NAME && token->text.size == strlen(text)
           && memcmp(token->text.data, text, token->text.size) == 0;
}

// ------------------------------------------------------------ where it is

static bool ends_line(const Token *token) {
    return token->kind == TOK_NEWLINE || token->kind == TOK_INDENT || token->kind == TOK_DEDENT
           || token->kind == TOK_COUNT;
}

static void push(Mistake *m, const Token *open, bool field) {
    if (m->depth + 1 < MAX_LEVELS)
        m->depth++;
    *mistake_level(m) = (Level){.open = open, .item = open + 1, .field = field};
}

static void pop(Mistake *m) {
    if (m->depth)
        m->depth--;
}

// Whether an opening brace here is that of a field: in the text of an f-string, or in a format specification.
static bool in_text(Mistake *m) {
    const Level *level = mistake_level(m);
    bool text =
        level->open && (level->open->kind == TOK_FSTRING_START || level->open->kind == TOK_TSTRING_START);
    return text || level->spec;
}

static void pass_colon(Mistake *m, const Token *token) {
    Level *level = mistake_level(m);
    if (level->lambdas && !level->field) {
        level->lambdas--;
        return;
    }
    if (level->field)
        level->spec = true;
    level->colon = true;
    if (m->depth == 0) {
        m->head = m->statement;
        m->statement = level->item = token + 1;
    }
}

static void pass_comma(Mistake *m, const Token *token) {
    Level *level = mistake_level(m);
    if (level->targets)
        return;
    level->pair |= level->colon || level->item->kind == TOK_DOUBLESTAR;
    level->colon = false;
    level->item = token + 1;
}

static void pass(Mistake *m, const Token *token) {
    switch (token->kind) {
    case TOK_LPAR: case TOK_LSQB: case TOK_FSTRING_START: case TOK_TSTRING_START:
        push(m, token, false);
        break;
    case TOK_LBRACE:
        push(m, token, in_text(m));
        break;
    case TOK_RPAR: case TOK_RSQB: case TOK_RBRACE: case TOK_FSTRING_END: case TOK_TSTRING_END:
        pop(m);
        break;
    case TOK_COLON:
        pass_colon(m, token);
        break;
    case TOK_LAMBDA:
        mistake_level(m)->lambdas++;
        break;
    case TOK_COMMA:
        pass_comma(m, token);
        break;
    case TOK_FOR:
        mistake_level(m)->comprehension = mistake_level(m)->targets = true;
        break;
    case TOK_IN:
        mistake_level(m)->targets = false;
        break;
    case TOK_SEMI:
        m->head = NULL;
        m->statement = mistake_level(m)->item = token + 1;
        break;
    default:
        break;
    }
}

static void locate(Mistake *m) {
    m->line = m->token;
    while (!ends_line(m->line - 1))
        m->line--;
    m->statement = m->levels[0].item = m->line;
    for (const Token *token = m->line; token < m->token; token++)
        pass(m, token);
}

// What is in brackets that are closed again is passed over.
bool mistake_in_lambda(const Mistake *m) {
    const Level *level = &m->levels[m->depth];
    const Token *start = level->open ? level->open : m->statement - 1;
    int depth = 0;
    for (const Token *token = m->token - 1; token > start; token--) {
        if (token->kind == TOK_RPAR || token->kind == TOK_RSQB || token->kind == TOK_RBRACE)
            depth++;
        else if (token->kind == TOK_LPAR || token->kind == TOK_LSQB || token->kind == TOK_LBRACE)
            depth--;
        else if (depth == 0 && (token->kind == TOK_COLON || token->kind == TOK_LAMBDA))
            return token->kind == TOK_LAMBDA;
    }
    return false;
}

bool mistake_is_parameter(Mistake *m) {
    const Token *def = m->line->kind == TOK_ASYNC ? m->line + 1 : m->line;
    return (def->kind == TOK_DEF && m->depth == 1 && m->statement == m->line) || mistake_in_lambda(m);
}

// ------------------------------------------------------------ explaining

// `f(x): ...`, `a + b += ...`: what stands before the colon or operator can have no annotation and get no value. So CPython
// stops there, unless it can read on to where it says what is wrong with the target. Gives the token, or NULL.
static const Token *behind_wrong_target(Mistake *m, Probe *target) {
    bool colon = m->head != NULL;
    *target = parser_probe(m->p, PROBE_ASSIGNED, colon ? m->head : m->statement);
    const Token *end = target->end;
    if (!target->expr || m->depth || end >= m->token)
        return NULL;
    if (colon ? end->kind != TOK_COLON : end->kind < TOK_PLUSEQUAL || end->kind > TOK_DOUBLESTAREQUAL)
        return NULL;
    ExprKind kind = target->expr->kind;
    return kind != AST_NAME && kind != AST_ATTRIBUTE && kind != AST_SUBSCRIPT ? end : NULL;
}

static bool mistake_target(Mistake *m) {
    Probe target;
    const Token *end = behind_wrong_target(m, &target);
    if (!end || target.expr->kind == AST_STARRED)
        return false;
    bool colon = end->kind == TOK_COLON;
    if (!parser_probe(m->p, colon ? PROBE_EXPRESSION : PROBE_ASSIGNED, end + 1).expr)
        return false;
    if (colon)
        target_check_annotated(m->p, target.expr);
    else
        target_check_augmented(m->p, target.expr);
    return true;
}

// Where CPython shows "invalid syntax": the furthest token it has read. It sees the end of the source behind
// the last line, and has no column for it.
static Span generic_span(Mistake *m) {
    const Parser *p = m->p;
    const Token *token = m->token, *before = token - 1;
    if (token == m->statement + 1 && mistake_is_name(before, "type") && token->kind == TOK_NAME)
        return token[1].span;                               // it has tried `type X`
    Probe target;
    const Token *end = behind_wrong_target(m, &target);
    if (end)
        return end->span;
    bool implied = p->mode != PARSE_FILE && token->kind == TOK_NEWLINE && token->start == p->text + p->size;
    if (token != p->last && !implied)
        return token->span;
    int lines = parser_line_count(p);
    return (Span){lines, -1, lines, -1};
}

// What is wrong within brackets can also mean that they do not belong to what stands before them.
static void explain_outside(Mistake *m) {
    const Token *furthest = m->p->furthest;
    while (m->depth > 0 && !parser_failed(m->p)) {
        m->token = mistake_level(m)->open;
        m->depth--;
        if (!mistake_missing_comma(m))
            mistake_conditional(m);
    }
    if (!parser_failed(m->p))
        m->p->furthest = furthest;
}

// In the order in which they are tried.
static bool (*const checks[])(Mistake *) = {
    mistake_missing_block,
    mistake_try,
    mistake_indent,
    mistake_mixed_handlers,
    mistake_missing_colon,
    mistake_elif,
    mistake_in_dict_item,
    mistake_interrupted_string,
    mistake_parameter,
    mistake_missing_comma,
    mistake_legacy_statement,
    mistake_conditional,
    mistake_equal,
    mistake_walrus,
    mistake_for_target,
    mistake_missing_in,
    mistake_not_operand,
    mistake_argument,
    mistake_dict_value,
    mistake_double_star,
    mistake_field,
    mistake_import,
    mistake_multiple,
    mistake_behind_else,
    mistake_target,
};

void mistake_explain(Parser *p, const Token *token) {
    Mistake *m = parser_alloc(p, sizeof *m);
    if (parser_failed(p))
        return;
    m->p = p;
    m->token = token;
    const Token *next = token;
    while (next->kind == TOK_DEDENT)
        next++;
    p->diagnostic->at_end = next == p->last;
    locate(m);
    for (size_t i = 0; i < sizeof checks / sizeof *checks && !parser_failed(p); i++) {
        if (!checks[i](m) && m->exhausted)
            parser_fail_as_lexer(p);
    }
    explain_outside(m);
    m->token = token;
    if (!parser_failed(p))
        parser_error(p, generic_span(m), "invalid syntax");
    const Token *block = mistake_last_block(m);
    if (block) {
        p->diagnostic->block_line = block->span.line;
        p->diagnostic->block_column = block->span.column;
    }
}

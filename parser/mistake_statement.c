// Mistakes of statements: blocks and indentation, colons, try and elif, imports, parameters.
#include "parser/build.h"

// Where CPython puts an error that is found at a token without a place of its own: behind the indentation, or
// behind the last line end.
static Span place(const Parser *p, const Token *token) {
    const Token *next = token;
    while (next->kind == TOK_INDENT || next->kind == TOK_DEDENT)
        next++;
    if (next != p->last || p->lexical.kind != DIAG_NONE)
        return (Span){token->span.line, token->span.end_column - 1, token->span.line, -2};
    int lines = 0, column = 0;
    for (const char *c = p->text; c < p->text + p->size; c++) {
        column = c > p->text && c[-1] == '\n' ? 1 : column + 1;
        lines += *c == '\n';
    }
    bool open_end = p->size && p->text[p->size - 1] != '\n';
    return (Span){lines + open_end, column - 1 + open_end, lines + open_end, -2};
}

static Span span_of(const Parser *p, const Token *token) {
    bool placed = token->kind != TOK_INDENT && token->kind != TOK_DEDENT && token != p->last;
    return placed ? token->span : place(p, token);
}

static const Token *line_start(const Token *token) {
    while (token[-1].kind != TOK_NEWLINE && token[-1].kind != TOK_INDENT && token[-1].kind != TOK_DEDENT
           && token[-1].kind != TOK_COUNT)
        token--;
    return token;
}

static const Token *keyword_of(const Token *line) {
    return line->kind == TOK_ASYNC ? line + 1 : line;
}

// ------------------------------------------------------------ blocks

// How messages name the statement that a block belongs to.
static const char *block_owner(const Token *keyword) {
    switch (keyword->kind) {
    case TOK_DEF: return "function definition";
    case TOK_CLASS: return "class definition";
    case TOK_IF: return "'if' statement";
    case TOK_ELIF: return "'elif' statement";
    case TOK_ELSE: return "'else' statement";
    case TOK_FOR: return "'for' statement";
    case TOK_WHILE: return "'while' statement";
    case TOK_WITH: return "'with' statement";
    case TOK_TRY: return "'try' statement";
    case TOK_EXCEPT: return keyword[1].kind == TOK_STAR ? "'except*' statement" : "'except' statement";
    case TOK_FINALLY: return "'finally' statement";
    case TOK_SOFT_MATCH: return "'match' statement";
    case TOK_SOFT_CASE: return "'case' statement";
    default: return NULL;
    }
}

// What follows the block that belongs to a keyword, or NULL if that goes on up to `end`.
static const Token *behind_block(const Token *keyword, const Token *end) {
    int depth = 0;
    const Token *token = keyword;
    for (; token < end && (depth || token->kind != TOK_COLON); token++) {
        depth += token->kind == TOK_LPAR || token->kind == TOK_LSQB || token->kind == TOK_LBRACE;
        depth -= token->kind == TOK_RPAR || token->kind == TOK_RSQB || token->kind == TOK_RBRACE;
    }
    bool indented = token + 2 < end && token[2].kind == TOK_INDENT;
    for (token += indented ? 3 : 1, depth = 0; token < end; token++) {
        depth += token->kind == TOK_INDENT;
        if (indented ? token->kind == TOK_DEDENT && depth-- == 0 : token->kind == TOK_NEWLINE)
            return token + 1;
    }
    return NULL;
}

// CPython remembers the last one but for functions, to look for misspelt keywords from there on.
const Token *mistake_last_block(const Mistake *m) {
    const Token *last = NULL;
    for (const Token *token = m->p->tokens + 1; token < m->token; token++) {
        if (token != line_start(token))
            continue;
        TokenKind kind = keyword_of(token)->kind;
        bool opens = kind == TOK_IF || kind == TOK_FOR || kind == TOK_WHILE || kind == TOK_WITH
                     || kind == TOK_TRY || kind == TOK_CLASS || kind == TOK_SOFT_MATCH;
        const Token *behind = opens ? behind_block(token, m->token) : NULL;
        if (behind && kind == TOK_TRY)
            behind = behind < m->token ? behind_block(behind, m->token) : NULL;
        if (behind)
            last = token;
    }
    return last;
}

bool mistake_missing_block(Mistake *m) {
    const Token *newline = m->token - 1;
    if (newline->kind != TOK_NEWLINE || !parser_accepts(m->p, TOK_INDENT))
        return false;
    const Token *line = line_start(newline);
    const char *owner = block_owner(keyword_of(line));
    if (!owner)
        return false;
    Span span = span_of(m->p, m->token);
    diagnostic_report(m->p->diagnostic, DIAG_INDENTATION_ERROR, span,
                      "expected an indented block after %s on line %d", owner, line->span.line);
    return true;
}

bool mistake_indent(Mistake *m) {
    if (m->token->kind != TOK_INDENT && m->token->kind != TOK_DEDENT)
        return false;
    diagnostic_report(m->p->diagnostic, DIAG_INDENTATION_ERROR, place(m->p, m->token), "unexpected %s",
                      m->token->kind == TOK_INDENT ? "indent" : "unindent");
    return true;
}

// ------------------------------------------------------------ heads

// Behind `def f(...)`, `else`, `try` and `finally` nothing but a colon can follow, in the other heads a line
// end only is taken for a forgotten colon.
bool mistake_missing_colon(Mistake *m) {
    if (m->depth || m->statement != m->line)
        return false;
    const Token *keyword = keyword_of(m->line), *token = m->token;
    bool def = keyword->kind == TOK_DEF;
    if (def && token[-1].kind == TOK_ARROW)
        return mistake_report(m, token[-1].span, "expected ':'");
    if (def && (token == keyword + 2 || token[-1].kind == TOK_RSQB) && parser_accepts(m->p, TOK_LPAR))
        return mistake_report(m, token->span, "expected '('");
    bool except = token == keyword + 1 && keyword->kind == TOK_EXCEPT;
    if (!block_owner(keyword) || mistake_in_lambda(m) || !(except || parser_accepts(m->p, TOK_COLON)))
        return false;
    bool bare = token == keyword + 1
                && (keyword->kind == TOK_ELSE || keyword->kind == TOK_TRY || keyword->kind == TOK_FINALLY);
    if (!def && !bare && token->kind != TOK_NEWLINE)
        return false;
    return mistake_report(m, token->span, "expected ':'");
}

bool mistake_try(Mistake *m) {
    const Token *token = m->token;
    bool after_star = token[-1].kind == TOK_STAR && token[-2].kind == TOK_EXCEPT;
    if (after_star && (token->kind == TOK_COLON || token->kind == TOK_NEWLINE))
        return mistake_report(m, token->span, "expected one or more exception types");
    bool after_block = parser_accepts(m->p, TOK_EXCEPT) && parser_accepts(m->p, TOK_FINALLY)
                       && !parser_accepts(m->p, TOK_PASS);
    if (!after_block)
        return false;
    return mistake_report(m, span_of(m->p, token), "expected 'except' or 'finally' block");
}

// The first token of the line before `line` that is indented as much as that one, blocks in between left out;
// or NULL.
static const Token *previous_clause(const Token *line) {
    int depth = 0;
    for (const Token *token = line - 1; token->kind != TOK_COUNT; token--) {
        depth += token->kind == TOK_DEDENT;
        depth -= token->kind == TOK_INDENT;
        if (depth < 0)
            return NULL;
        bool starts = token == line_start(token) && token->kind != TOK_INDENT && token->kind != TOK_DEDENT;
        if (depth == 0 && starts)
            return token;
    }
    return NULL;
}

// `except* A` behind `except B`, and the other way round: CPython goes on with what fits the first one.
bool mistake_mixed_handlers(Mistake *m) {
    const Token *line = m->line, *before = NULL;
    if (line->kind == TOK_EXCEPT && m->token > line)
        before = previous_clause(line);
    if (!before || before->kind != TOK_EXCEPT || m->statement != line)
        return false;
    bool star = line[1].kind == TOK_STAR, star_before = before[1].kind == TOK_STAR;
    return star != star_before && m->token > line + 1 && mistake_report(m, line[1].span, "invalid syntax");
}

bool mistake_elif(Mistake *m) {
    if (m->token->kind != TOK_ELIF || m->token != m->line)
        return false;
    const Token *clause = previous_clause(m->token);
    if (!clause || clause->kind != TOK_ELSE)
        return false;
    const Token *owner = previous_clause(clause);
    if (!owner || (owner->kind != TOK_IF && owner->kind != TOK_ELIF))
        return false;
    return mistake_report(m, m->token->span, "'elif' block follows an 'else' block");
}

// ------------------------------------------------------------ imports

// `import a, b from c`
static bool import_from(Mistake *m) {
    const Token *token = m->token;
    if (m->statement->kind != TOK_IMPORT || token->kind != TOK_FROM || token[1].kind != TOK_NAME)
        return false;
    for (const Token *name = m->statement + 1; name < token; name++) {
        if (name->kind != TOK_NAME && name->kind != TOK_DOT && name->kind != TOK_COMMA)
            return false;
    }
    const Token *end = token + 2;
    while (end->kind == TOK_DOT && end[1].kind == TOK_NAME)
        end += 2;
    return mistake_report(m, span_start_to(m->statement->span, end),
                          "Did you mean to use 'from ... import ...' instead?");
}

bool mistake_import(Mistake *m) {
    const Token *token = m->token, *before = token - 1;
    bool import = m->statement->kind == TOK_IMPORT, from = m->statement->kind == TOK_FROM;
    if (!import && !from)
        return false;
    if (before->kind == TOK_IMPORT && token->kind == TOK_NEWLINE)
        return mistake_report(m, span_start_to(token->span, token),
                              "Expected one or more names after 'import'");
    if (from && before->kind == TOK_COMMA && token->kind == TOK_NEWLINE)
        return mistake_report(m, token->span, "trailing comma not allowed without surrounding parentheses");
    for (const Token *name = token - 1; name > m->statement + 1; name--) {
        bool ends = name[1].kind == TOK_COMMA || name[1].kind == TOK_RPAR;
        if (name->kind == TOK_NAME && name[-1].kind == TOK_AS && !ends)
            return mistake_report(m, name->span, "cannot use name as import target");
    }
    return import_from(m);
}

// ------------------------------------------------------------ the prompt

// A second line behind the one statement of PARSE_SINGLE.
bool mistake_multiple(Mistake *m) {
    const Token *newline = m->token - 1;
    if (m->p->mode != PARSE_SINGLE || newline->kind != TOK_NEWLINE || !parser_accepts(m->p, TOK_END))
        return false;
    if (!mistake_report(m, newline->span, "multiple statements found while compiling a single statement"))
        return false;
    m->p->diagnostic->seen_line = newline->span.line;           // what follows need not be looked at
    return true;
}

// ------------------------------------------------------------ parameters

// `(a, b)`: the closing parenthesis, or NULL if anything but names is in there.
static const Token *end_of_names(const Token *open) {
    const Token *token = open + 1;
    while (token->kind == TOK_NAME && token[1].kind == TOK_COMMA)
        token += 2;
    if (token->kind == TOK_NAME)
        token++;
    return token->kind == TOK_RPAR && token > open + 1 ? token : NULL;
}

bool mistake_parameter(Mistake *m) {
    const Token *token = m->token, *before = token - 1;
    TokenKind first = keyword_of(m->line)->kind;
    bool empty = before->kind == TOK_LSQB && token->kind == TOK_RSQB && before == keyword_of(m->line) + 2;
    if (empty && m->depth == 1 && (first == TOK_DEF || first == TOK_CLASS || first == TOK_SOFT_TYPE))
        return mistake_report(m, span_start_to(token->span, token + (first == TOK_SOFT_TYPE)),
                              "Type parameter list cannot be empty");
    const Token *list = keyword_of(m->line) + 2;
    if (first == TOK_DEF && m->depth && m->levels[1].open == list && list->kind == TOK_LSQB)
        return mistake_report(m, list->span, "expected '('");
    if (!mistake_is_parameter(m))
        return false;
    const Token *end = token->kind == TOK_LPAR ? end_of_names(token) : NULL;
    bool lambda = mistake_in_lambda(m);
    if (end && (before->kind == TOK_LPAR || before->kind == TOK_COMMA || before->kind == TOK_LAMBDA))
        return mistake_report(m, span_between(token->span, end->span),
                              "%s parameters cannot be parenthesized",
                              lambda ? "Lambda expression" : "Function");
    if (before->kind == TOK_EQUAL && (token->kind == TOK_COMMA || (token->kind == TOK_RPAR && !lambda)))
        return mistake_report(m, before->span, "expected default value expression");
    if (before->kind == TOK_SLASH && token->kind == TOK_STAR)
        return mistake_report(m, token->span, "expected comma between / and *");
    const Token *star = lambda ? before - 1 : mistake_level(m)->item;
    bool annotated = star[1].kind == TOK_NAME && star[2].kind == TOK_COLON && !lambda;
    if (token->kind == TOK_EQUAL && (star->kind == TOK_STAR || star->kind == TOK_DOUBLESTAR)
        && (annotated || before == star + 1) && before > star && star[1].kind == TOK_NAME)
        return mistake_report(m, token->span, "var-%s argument cannot have default value",
                              star->kind == TOK_STAR ? "positional" : "keyword");
    return false;
}

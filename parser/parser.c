// The driver: tokens from the lexer into the grammar, and what the actions share.
//
// All tokens are made before the first is parsed, so that actions can look at what stands around a node, and
// mistakes can be explained from what follows them. An error of the lexer counts when the grammar has come as
// far as that.
#include "parser/build.h"
#include "lexer/lexer.h"
#include "parser/grammar.h"
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

// ------------------------------------------------------------ what actions share

enum { RESERVE_SIZE = 1 << 15 };

bool parser_failed(const Parser *p) {
    return p->diagnostic->kind != DIAG_NONE;
}

void parser_report_memory(Parser *p) {
    diagnostic_report(p->diagnostic, DIAG_MEMORY_ERROR, (Span){0}, "out of memory");
}

// Sizes are rounded so that what the reserve gives is aligned.
void *parser_alloc(Parser *p, size_t size) {
    size = (size + 15) & ~(size_t)15;
    if (size == 0)
        return NULL;
    void *memory = arena_alloc(p->arena, size);
    if (memory)
        return memory;
    parser_report_memory(p);
    if (size > p->reserve_size)
        return p->spare;
    p->reserve_size -= size;
    return p->reserve + p->reserve_size;
}

void parser_error(Parser *p, Span span, const char *format, ...) {
    char message[sizeof p->diagnostic->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    diagnostic_report(p->diagnostic, DIAG_SYNTAX_ERROR, span, "%s", message);
}

void parser_fail_as_lexer(Parser *p) {
    p->lexical.warnings = p->diagnostic->warnings;
    *p->diagnostic = p->lexical;
}

const Name *parser_name(Parser *p, const Token *token) {
    static const Name nameless = {.data = ""};
    const Name *name = names_intern(p->names, token->text.data, token->text.size);
    if (name)
        return name;
    parser_report_memory(p);
    return &nameless;
}

const Token *parser_end(const Parser *p) {
    const Token *token = p->lookahead - 1;
    while (token->kind == TOK_NEWLINE || token->kind == TOK_INDENT || token->kind == TOK_DEDENT)
        token--;
    return token;
}

Span span_between(Span first, Span last) {
    return (Span){first.line, first.column, last.end_line, last.end_column};
}

Span span_from(const Parser *p, const Token *first) {
    return span_between(first->span, parser_end(p)->span);
}

Span span_start_to(Span first, const Token *last) {
    return (Span){first.line, first.column, last->span.end_line, last->span.end_column - 1};
}

const Token *token_for(const Token *from) {
    int depth = 0;
    for (; from->kind != TOK_END; from++) {
        switch (from->kind) {
        case TOK_LPAR: case TOK_LSQB: case TOK_LBRACE:
            depth++;
            break;
        case TOK_RPAR: case TOK_RSQB: case TOK_RBRACE:
            depth--;
            break;
        case TOK_FOR: case TOK_ASYNC:
            if (depth == 0)
                return from;
            break;
        default:
            break;
        }
    }
    return from;
}

int parser_line_count(const Parser *p) {
    int lines = 0;
    for (const char *c = p->text; c < p->text + p->size; c++)
        lines += *c == '\n';
    return lines + (p->size && p->text[p->size - 1] != '\n');
}

const Token *parser_fstring(const Parser *p, const Token *token) {
    int depth = 0;
    for (; token > p->tokens; token--) {
        if (token->kind == TOK_FSTRING_END || token->kind == TOK_TSTRING_END)
            depth++;
        else if ((token->kind == TOK_FSTRING_START || token->kind == TOK_TSTRING_START) && depth-- == 0)
            break;
    }
    return token;
}

char parser_fstring_prefix(const Parser *p, const Token *token) {
    return parser_fstring(p, token)->kind == TOK_TSTRING_START ? 't' : 'f';
}

// ------------------------------------------------------------ tokens

#define GRAMMAR_END 0       // lemon's own name for the end of input is none

static const unsigned char grammar_codes[] = {
#define X(name, text) [TOK_##name] = GRAMMAR_##name,
    TOKEN_KINDS(X)
#undef X
};

// Makes all tokens. The first one stands for the root that is asked for; where there is nothing in the
// source, at its start.
static bool read_tokens(Parser *p, const char *file_name) {
    Lexer *lexer = lexer_open(p->arena, p->text, p->size, file_name, &p->lexical);
    if (!lexer) {
        *p->diagnostic = p->lexical;
        return false;
    }
    size_t count = 1, capacity = 64;
    Token *tokens = malloc(capacity * sizeof *tokens);
    while (tokens) {
        if (count == capacity) {
            capacity *= 2;
            Token *grown = realloc(tokens, capacity * sizeof *tokens);
            if (!grown)
                break;
            tokens = grown;
        }
        tokens[count] = lexer_next(lexer);
        if (tokens[count].kind == TOK_NEWLINE)
            tokens[count].span.end_column++;    // CPython's line end is one column wide, also if it is none
        if (tokens[count++].kind != TOK_END)
            continue;
        tokens[0] = (Token){.kind = TOK_COUNT, .span = {1, 0, 1, 0}, .start = p->text, .end = p->text};
        p->tokens = tokens;
        p->last = tokens + count - 1;
        return true;
    }
    free(tokens);
    parser_report_memory(p);
    return false;
}

// Whether the parenthesis behind a `with` holds an `as` of its own: the one thing that LALR(1) cannot see in
// time.
static bool opens_with_items(const Token *open) {
    int depth = 0;
    for (const Token *token = open; token->kind != TOK_END; token++) {
        switch (token->kind) {
        case TOK_LPAR: case TOK_LSQB: case TOK_LBRACE:
            depth++;
            break;
        case TOK_RPAR: case TOK_RSQB: case TOK_RBRACE:
            if (--depth == 0)
                return false;
            break;
        case TOK_AS:
            if (depth == 1)
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

static int grammar_code(const Token *token) {
    if (token->kind == TOK_LPAR && token[-1].kind == TOK_WITH && opens_with_items(token))
        return GRAMMAR_WITH_LPAR;
    return grammar_codes[token->kind];
}

// ------------------------------------------------------------ parsing

// What lemon generates.
void *grammar_Alloc(void *(*allocate)(size_t));
void grammar_Free(void *grammar, void (*release)(void *));
void grammar_(void *grammar, int code, const Token *token, Parser *p);

void parser_stuck(Parser *p, const Token *token) {
    if (p->probing)
        parser_error(p, token->span, "stuck");
    else if (!parser_failed(p))
        mistake_explain(p, token);
}

static bool start_grammar(Parser *p, int start) {
    p->grammar = grammar_Alloc(malloc);
    if (!p->grammar) {
        parser_report_memory(p);
        return false;
    }
    grammar_(p->grammar, start, p->tokens, p);
    return true;
}

static void run_grammar(Parser *p) {
    static const int starts[] = {
        [PARSE_FILE] = GRAMMAR_START_FILE,
        [PARSE_SINGLE] = GRAMMAR_START_SINGLE,
        [PARSE_EVAL] = GRAMMAR_START_EVAL,
    };
    p->lookahead = p->tokens + 1;
    if (!start_grammar(p, starts[p->mode]))
        return;
    for (;; p->lookahead++) {
        if (p->lookahead == p->last && p->lexical.kind != DIAG_NONE)
            parser_fail_as_lexer(p);
        else
            grammar_(p->grammar, grammar_code(p->lookahead), p->lookahead, p);
        if (p->lookahead == p->last || parser_failed(p))
            break;
    }
    grammar_Free(p->grammar, free);
}

bool parser_accepts(const Parser *p, TokenKind kind) {
    return grammar_accepts(p->grammar, grammar_codes[kind]);
}

// ------------------------------------------------------------ probing

// Feeds tokens from `from` on until no rule goes on, or up to `end` if that is given, with an end of input
// there.
static void feed_piece(Parser *p, const Token *from, const Token *end, Probe *probe) {
    for (p->lookahead = from; !parser_failed(p); p->lookahead++) {
        if (p->lookahead == end) {
            grammar_(p->grammar, GRAMMAR_END, end, p);
            return;
        }
        if (!end && p->lookahead > from && grammar_accepts(p->grammar, GRAMMAR_END))
            probe->end = p->lookahead;
        if (p->lookahead == p->last) {
            probe->exhausted = p->lexical.kind != DIAG_NONE;
            return;
        }
        grammar_(p->grammar, grammar_code(p->lookahead), p->lookahead, p);
    }
}

Probe parser_probe(const Parser *p, ProbeRule rule, const Token *from) {
    static const int starts[] = {
        [PROBE_DISJUNCTION] = GRAMMAR_START_DISJUNCTION, [PROBE_OPERAND] = GRAMMAR_START_OPERAND,
        [PROBE_INVERSION] = GRAMMAR_START_INVERSION, [PROBE_EXPRESSION] = GRAMMAR_START_EXPRESSION,
        [PROBE_ASSIGNED] = GRAMMAR_START_ASSIGNED,
    };
    Probe probe = {.end = from};
    const Token *end = NULL;
    for (int run = 0; run < 2; run++) {     // the first one finds the end, the second one makes the node
        Diagnostic diagnostic = {0};
        Parser piece = *p;
        piece.diagnostic = &diagnostic;
        piece.probing = true;
        piece.piece = piece_none;
        if (!start_grammar(&piece, starts[rule]))
            return probe;
        feed_piece(&piece, from, end, &probe);
        grammar_Free(piece.grammar, free);
        probe.expr = piece.piece.expr;
        if (run == 0)
            probe.seen = piece.lookahead - parser_failed(&piece);
        if (probe.end == from)
            return probe;
        end = probe.end;
    }
    return probe;
}

// ------------------------------------------------------------ the whole

// Whether CPython's check of the rest of the source passes over an error: texts with fields are not read as such there, and
// for what is wrong with a backslash it has no message.
static bool is_passed_over(const char *message) {
    return strncmp(message + 1, "-string: ", 9) == 0 || strncmp(message, "unterminated f-", 15) == 0
           || strncmp(message, "unterminated t-", 15) == 0 || strstr(message, "line continuation")
           || strncmp(message, "unexpected EOF", 14) == 0;
}

// An error of the lexer further down goes before the parser's, but for one of indentation; the lexer is asked
// again from where the parser is.
static void check_rest(Parser *p, const char *file_name) {
    Diagnostic rest = {0};
    Lexer *lexer = lexer_open(p->arena, p->text, p->size, file_name, &rest);
    if (!lexer)
        return;
    for (const Token *token = p->tokens; token < p->lookahead; token++)
        lexer_next(lexer);
    const Token *furthest = p->furthest > p->lookahead ? p->furthest : p->lookahead;
    int line = furthest == p->last ? INT_MAX : furthest->span.line;
    if (lexer_check_rest(lexer, line) && rest.kind == DIAG_SYNTAX_ERROR && !is_passed_over(rest.message)) {
        rest.warnings = p->diagnostic->warnings;
        *p->diagnostic = rest;
    }
}

static void finish(Parser *p, const char *file_name) {
    if (!parser_failed(p))
        return;
    bool from_lexer = p->lookahead == p->last && p->lexical.kind != DIAG_NONE;
    if (p->diagnostic->kind == DIAG_SYNTAX_ERROR && !from_lexer)
        check_rest(p, file_name);
    const Token *furthest = p->furthest > p->lookahead ? p->furthest : p->lookahead;
    if (!p->diagnostic->seen_line)
        p->diagnostic->seen_line = furthest->span.line;
    if (p->diagnostic->seen_line > parser_line_count(p))
        p->diagnostic->seen_line = parser_line_count(p);
    if (p->mode == PARSE_SINGLE && p->diagnostic->at_end) {
        p->diagnostic->whole_kind = p->diagnostic->kind;
        p->diagnostic->kind = DIAG_INCOMPLETE;
    }
}

Module *parser_parse(Arena *arena, const char *text, size_t size, const char *file_name, ParseMode mode,
                     Diagnostic *diagnostic) {
    Names *names = names_new(arena);
    Parser *p = arena_alloc(arena, sizeof *p);
    char *reserve = arena_alloc(arena, RESERVE_SIZE);
    if (!p || !names || !reserve) {
        diagnostic_report(diagnostic, DIAG_MEMORY_ERROR, (Span){0}, "out of memory");
        return NULL;
    }
    *p = (Parser){.arena = arena,
                  .names = names,
                  .diagnostic = diagnostic,
                  .text = text,
                  .size = size,
                  .mode = mode,
                  .reserve = reserve,
                  .reserve_size = RESERVE_SIZE};
    if (read_tokens(p, file_name)) {
        run_grammar(p);
        finish(p, file_name);
    }
    free((Token *)p->tokens);
    return parser_failed(p) ? NULL : p->module;
}

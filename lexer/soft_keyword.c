// Soft keywords: `match`, `case` and `type` are names, but for the statements that begin with them. The lexer
// decides by reading ahead with a copy of itself, at most to the end of the logical line and once for a
// logical line, so that the time stays linear:
// - `match` begins a match statement if what follows can only be a new expression, or if it may be (as in
//   `match (x)`, `match -x`) and the logical line ends with a colon: no simple statement does.
// - `case` begins a case block wherever a line of a match statement's body begins with it, since nothing else
//   may stand there.
// - `type X` begins a type alias if it is followed by `=` or `[`.
#include "lexer/state.h"

typedef enum { SUBJECT_NO, SUBJECT_MAYBE, SUBJECT_YES } Subject;

// Can the token begin the subject of a match statement, rather than continue an expression that begins with a
// name?
static Subject begins_subject(TokenKind kind) {
    switch (kind) {
    case TOK_LPAR: case TOK_LSQB: case TOK_PLUS: case TOK_MINUS: case TOK_STAR:
        return SUBJECT_MAYBE;
    case TOK_NAME: case TOK_INTEGER: case TOK_FLOAT: case TOK_IMAGINARY: case TOK_STRING: case TOK_BYTES:
    case TOK_FSTRING_START: case TOK_TSTRING_START: case TOK_FALSE: case TOK_NONE: case TOK_TRUE:
    case TOK_AWAIT: case TOK_LAMBDA: case TOK_ELLIPSIS: case TOK_TILDE: case TOK_LBRACE:
        return SUBJECT_YES;
    default:
        return SUBJECT_NO;
    }
}

static bool begins_match_statement(Lexer *ahead) {
    TokenKind kind = lexer_next(ahead).kind;
    if (kind == TOK_NOT) return lexer_next(ahead).kind != TOK_IN;
    Subject subject = begins_subject(kind);
    if (subject != SUBJECT_MAYBE) return subject == SUBJECT_YES;
    TokenKind last = kind;
    while (kind != TOK_NEWLINE && kind != TOK_END) {
        last = kind;
        kind = lexer_next(ahead).kind;
    }
    return kind == TOK_NEWLINE && last == TOK_COLON;
}

static bool begins_type_alias(Lexer *ahead) {
    if (lexer_next(ahead).kind != TOK_NAME) return false;
    TokenKind kind = lexer_next(ahead).kind;
    return kind == TOK_EQUAL || kind == TOK_LSQB;
}

static bool at_logical_line_start(const Lexer *lexer) {
    TokenKind previous = lexer->previous;
    return previous == TOK_NEWLINE || previous == TOK_INDENT || previous == TOK_DEDENT;
}

static bool at_statement_start(const Lexer *lexer) {
    return lexer->depth == 0
        && (at_logical_line_start(lexer) || lexer->previous == TOK_SEMI || lexer->previous == TOK_COLON);
}

static bool is_keyword(const Lexer *lexer, TokenKind keyword, const char *end) {
    if (lexer->looking_ahead || !at_statement_start(lexer)) return false;
    if (keyword != TOK_SOFT_TYPE && !at_logical_line_start(lexer)) return false;
    if (keyword == TOK_SOFT_CASE) return lexer->indent_count && lexer->indents[lexer->indent_count - 1].cases;
    Lexer ahead = *lexer;
    Diagnostic ignored = {.kind = DIAG_NONE};
    ahead.diagnostic = &ignored;
    ahead.looking_ahead = true;
    ahead.cursor = end;
    return keyword == TOK_SOFT_MATCH ? begins_match_statement(&ahead) : begins_type_alias(&ahead);
}

Token soft_keyword_token(Lexer *lexer, TokenKind keyword, const char *end) {
    if (!is_keyword(lexer, keyword, end)) return identifier_token(lexer, end);
    lexer->after_match = keyword == TOK_SOFT_MATCH;
    return finish_token(lexer, keyword, end);
}

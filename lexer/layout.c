// Layout: open brackets, within which line ends and indentation mean nothing, and the levels of indentation.
#include "lexer/state.h"

// ---- brackets

Token bracket_open(Lexer *lexer, TokenKind kind, const char *end) {
    if (lexer->depth == BRACKET_LIMIT) return fail_at(lexer, end - 1, "too many nested parentheses");
    Token token = finish_token(lexer, kind, end);
    lexer->brackets[lexer->depth++] = (Bracket){token.span.line, token.span.column, end[-1], false};
    return token;
}

static Token bracket_mismatch(Lexer *lexer, const Bracket *open, const char *at) {
    const FString *fstring = fstring_current(lexer);
    if (open->field) return fail_at(lexer, at, "%c-string: unmatched '%c'", fstring->letter, *at);
    if (open->line == lexer->line) {
        return fail_at(lexer, at, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                       *at, open->bracket);
    }
    return fail_at(lexer, at, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
                   *at, open->bracket, open->line);
}

Token bracket_close(Lexer *lexer, TokenKind kind, const char *end) {
    char opening = kind == TOK_RPAR ? '(' : kind == TOK_RSQB ? '[' : '{';
    if (!lexer->depth) return fail_at(lexer, end - 1, "unmatched '%c'", end[-1]);
    const Bracket *open = &lexer->brackets[lexer->depth - 1];
    if (open->bracket != opening) return bracket_mismatch(lexer, open, end - 1);
    lexer->depth--;
    if (open->field) {
        FString *fstring = fstring_current(lexer);
        fstring->fields--;
        fstring->in_spec = false;
        lexer->mode = MODE_FSTRING;
    }
    return finish_token(lexer, kind, end);
}

Token bracket_unclosed(Lexer *lexer) {
    const Bracket *open = &lexer->brackets[lexer->depth - 1];
    lexer->unclosed_line = open->line;
    Span span = {open->line, open->column, open->line, -1};
    Token token = fail_at_end(lexer, span, "'%c' was never closed", open->bracket);
    lexer->diagnostic->stage = STAGE_PARSER;
    return token;
}

// ---- indentation

static bool inconsistent_tabs(Lexer *lexer) {
    fail(lexer, DIAG_TAB_ERROR, (Span){lexer->line, 0, lexer->line, -1},
         "inconsistent use of tabs and spaces in indentation");
    return false;
}

static bool unknown_level(Lexer *lexer) {
    size_t length;
    lexer_line(lexer->line_start, (size_t)(lexer->limit - lexer->line_start), 1, &length);
    fail(lexer, DIAG_INDENTATION_ERROR, (Span){lexer->line, (int)length, lexer->line, -2},
         "unindent does not match any outer indentation level");
    return false;
}

static bool indent_push(Lexer *lexer, Indent indent, Indent outer) {
    if (lexer->indent_count == INDENT_LIMIT - 1) {
        Span span = {lexer->line, 0, lexer->line, -1};
        fail(lexer, DIAG_INDENTATION_ERROR, span, "too many levels of indentation");
        return false;
    }
    if (indent.narrow_column <= outer.narrow_column) return inconsistent_tabs(lexer);
    lexer->indents[lexer->indent_count++] = indent;
    lexer->levels = 1;
    return true;
}

// The level in force: that of the innermost block, or of the unindented text.
static Indent indent_current(const Lexer *lexer) {
    return lexer->indent_count ? lexer->indents[lexer->indent_count - 1] : (Indent){0, 0, false};
}

bool indent_apply(Lexer *lexer, int column, int narrow_column) {
    Indent current = indent_current(lexer), indent = {column, narrow_column, lexer->after_match};
    lexer->after_match = false;
    if (column > current.column) return indent_push(lexer, indent, current);
    while (column < current.column) {
        lexer->indent_count--;
        lexer->levels--;
        current = indent_current(lexer);
    }
    if (column != current.column) return unknown_level(lexer);
    return narrow_column == current.narrow_column || inconsistent_tabs(lexer);
}

Token indent_token(Lexer *lexer) {
    bool opens = lexer->levels > 0;
    begin_token(lexer, opens ? lexer->line_start : lexer->cursor);
    lexer->levels += opens ? -1 : 1;
    return finish_token(lexer, opens ? TOK_INDENT : TOK_DEDENT, lexer->cursor);
}

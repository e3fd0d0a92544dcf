// F-strings (PEP 701) and t-strings (PEP 750): a stack of those that are open, and the steps between their
// text, which scan_fstring reads, and the code of their replacement fields, which scan_code reads.
#include "lexer/state.h"

FString *fstring_current(Lexer *lexer) {
    return lexer->fstring_depth ? &lexer->fstrings[lexer->fstring_depth - 1] : NULL;
}

bool fstring_in_field(const Lexer *lexer) {
    return lexer->depth && lexer->brackets[lexer->depth - 1].field;
}

Token fstring_open(Lexer *lexer, unsigned prefix, const char *quote, bool triple) {
    if (lexer->fstring_depth == FSTRING_LIMIT) {
        return fail_at(lexer, quote, "too many nested f-strings or t-strings");
    }
    TokenKind kind = prefix & PREFIX_T ? TOK_TSTRING_START : TOK_FSTRING_START;
    Token token = finish_token(lexer, kind, quote + (triple ? 3 : 1));
    token.raw = prefix & PREFIX_R;
    lexer->fstrings[lexer->fstring_depth++] = (FString){
        .line = token.span.line,
        .column = token.span.column,
        .base_depth = lexer->depth,
        .quote = *quote,
        .triple = triple,
        .raw = token.raw,
        .letter = prefix & PREFIX_T ? 't' : 'f',
    };
    lexer->mode = MODE_FSTRING;
    return token;
}

// A closing quote in a format spec is an error that the parser reports; the fields end with their string
// here.
Token fstring_close(Lexer *lexer, const char *end) {
    FString *fstring = fstring_current(lexer);
    Token token = finish_token(lexer, fstring->letter == 't' ? TOK_TSTRING_END : TOK_FSTRING_END, end);
    lexer->depth = fstring->base_depth;
    lexer->fstring_depth--;
    lexer->mode = MODE_CODE;
    if (!fstring->escape) return token;
    fstring->escape->span = token.span;
    return fail_value(lexer, fstring->escape);
}

static void keep_first_error(Lexer *lexer, FString *fstring, const Diagnostic *error) {
    if (fstring->escape) return;
    fstring->escape = arena_alloc(lexer->arena, sizeof *error);
    if (fstring->escape) *fstring->escape = *error;
}

Token fstring_middle(Lexer *lexer, const char *end) {
    FString *fstring = fstring_current(lexer);
    Token token = finish_token(lexer, fstring->letter == 't' ? TOK_TSTRING_MIDDLE : TOK_FSTRING_MIDDLE, end);
    if (lexer->looking_ahead) return token;
    Diagnostic error = {.kind = DIAG_NONE};
    unsigned flags = ESCAPE_BRACES | (fstring->raw ? ESCAPE_RAW : 0);
    if (escape_decode(lexer->arena, lexer->token_start, end, flags, &token.text, &error)) return token;
    if (error.kind == DIAG_MEMORY_ERROR) return fail_memory(lexer);
    keep_first_error(lexer, fstring, &error);
    return token;
}

Token fstring_field(Lexer *lexer, const char *end) {
    FString *fstring = fstring_current(lexer);
    if (fstring->fields == FIELD_LIMIT) {
        return fail_at(lexer, end - 2, "%c-string: expressions nested too deeply", fstring->letter);
    }
    int depth = lexer->depth;
    Token token = bracket_open(lexer, TOK_LBRACE, end);
    if (lexer->depth == depth) return token;
    lexer->brackets[depth].field = true;
    fstring->fields++;
    lexer->mode = MODE_CODE;
    return token;
}

Token fstring_unterminated(Lexer *lexer) {
    const FString *fstring = fstring_current(lexer);
    char letter = fstring->letter;
    if (fstring->in_spec && !fstring->triple) {
        const char *end = lexer->cursor;
        if (end > lexer->line_start && *end == '\n' && end[-1] == '\r') end--;
        return fail_at(lexer, end, "%c-string: newlines are not allowed in format specifiers for single quoted "
                       "%c-strings", letter, letter);
    }
    Span start = {fstring->line, fstring->column, fstring->line, fstring->column};
    const char *kind = fstring->triple ? "triple-quoted " : "";
    const char *format = "unterminated %s%c-string literal (detected at line %d)";
    if (fstring->triple) return fail_at_end(lexer, start, format, kind, letter, last_line(lexer));
    return fail(lexer, DIAG_SYNTAX_ERROR, start, format, kind, letter, last_line(lexer));
}

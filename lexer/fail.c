// Fail: the ways in which the lexing ends.
#include "lexer/state.h"
#include <stdarg.h>
#include <stdio.h>

Token end_token(Lexer *lexer) {
    lexer->mode = MODE_END;
    lexer->levels = 0;
    begin_token(lexer, lexer->cursor);
    return finish_token(lexer, TOK_END, lexer->cursor);
}

static Token report(Lexer *lexer, DiagnosticKind kind, Span span, const char *format, va_list arguments) {
    char message[sizeof lexer->diagnostic->message];
    vsnprintf(message, sizeof message, format, arguments);
    if (lexer->diagnostic->kind == DIAG_NONE && kind == DIAG_SYNTAX_ERROR) lexer->diagnostic->stage = STAGE_LEXER;
    diagnostic_report(lexer->diagnostic, kind, span, "%s", message);
    return end_token(lexer);
}

Token fail(Lexer *lexer, DiagnosticKind kind, Span span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Token token = report(lexer, kind, span, format, arguments);
    va_end(arguments);
    return token;
}

Token fail_at(Lexer *lexer, const char *at, const char *format, ...) {
    int column = (int)(at - lexer->line_start);
    va_list arguments;
    va_start(arguments, format);
    Span span = {lexer->line, column, lexer->line, column};
    Token token = report(lexer, DIAG_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    return token;
}

Token fail_at_end(Lexer *lexer, Span span, const char *format, ...) {
    if (lexer->diagnostic->kind == DIAG_NONE) lexer->diagnostic->at_end = true;
    va_list arguments;
    va_start(arguments, format);
    Token token = report(lexer, DIAG_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    return token;
}

Token fail_memory(Lexer *lexer) {
    return fail(lexer, DIAG_MEMORY_ERROR, token_span(lexer, lexer->cursor), "out of memory");
}

Token fail_value(Lexer *lexer, const Diagnostic *error) {
    Lexer rest = *lexer;
    Diagnostic rest_error = {.kind = DIAG_NONE};
    rest.diagnostic = &rest_error;
    bool rest_is_worse = error->kind != DIAG_MEMORY_ERROR && lexer_check_rest(&rest, error->span.line);
    lexer->failed_by_value = !rest_is_worse;
    if (lexer->diagnostic->kind == DIAG_NONE) *lexer->diagnostic = rest_is_worse ? rest_error : *error;
    return end_token(lexer);
}

bool lexer_check_rest(Lexer *lexer, int line) {
    lexer->looking_ahead = true;
    while (lexer_next(lexer).kind != TOK_END) {}
    if (lexer->diagnostic->kind == DIAG_NONE || lexer->failed_by_value) return false;
    return !lexer->unclosed_line || lexer->unclosed_line < line;
}

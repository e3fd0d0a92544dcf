// Dump: the tokens of a text in a form for people and tests.
#include "lexer/lexer.h"

static void print_text(const char *text, size_t size, FILE *out) {
    fputc('\'', out);
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n') fputs("\\n", out);
        else if (byte == '\'' || byte == '\\') fprintf(out, "\\%c", byte);
        else if (byte < ' ' || byte == 0x7F) fprintf(out, "\\x%02x", byte);
        else fputc(byte, out);
    }
    fputc('\'', out);
}

// What the token stands for, if that is not its spelling.
static void print_value(const Token *token, FILE *out) {
    switch (token->kind) {
    case TOK_INTEGER:
        if (token->big) print_text(token->text.data, token->text.size, out);
        else fprintf(out, "%lld", (long long)token->integer);
        break;
    case TOK_FLOAT: case TOK_IMAGINARY:
        fprintf(out, "%.17g", token->real);
        break;
    case TOK_NAME: case TOK_STRING: case TOK_BYTES: case TOK_FSTRING_MIDDLE: case TOK_TSTRING_MIDDLE:
        print_text(token->text.data, token->text.size, out);
        break;
    default:
        print_text(token->start, (size_t)(token->end - token->start), out);
    }
}

static void print_token(const Token *token, FILE *out) {
    const Span *span = &token->span;
    fprintf(out, "%d:%d-%d:%d %s ", span->line, span->column, span->end_line, span->end_column,
            token_name(token->kind));
    print_value(token, out);
    fputc('\n', out);
}

static void print_diagnostic(const Diagnostic *diagnostic, FILE *out) {
    static const char *const names[] = {
        [DIAG_SYNTAX_ERROR] = "SyntaxError",
        [DIAG_INDENTATION_ERROR] = "IndentationError",
        [DIAG_TAB_ERROR] = "TabError",
        [DIAG_INCOMPLETE] = "SyntaxError",
        [DIAG_MEMORY_ERROR] = "MemoryError",
        [DIAG_RECURSION_ERROR] = "RecursionError",
    };
    const Span *span = &diagnostic->span;
    fprintf(out, "%d:%d-%d:%d %s: %s%s\n", span->line, span->column, span->end_line, span->end_column,
            names[diagnostic->kind], diagnostic->message,
            diagnostic->at_end ? " (more text could mend it)" : "");
}

void lexer_dump_tokens(const char *text, size_t size, FILE *out) {
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    Arena *arena = arena_new();
    Lexer *lexer = arena ? lexer_open(arena, text, size, "<tokens>", &diagnostic) : NULL;
    Token token = {.kind = TOK_END};
    while (lexer && ((token = lexer_next(lexer)).kind != TOK_END || diagnostic.kind == DIAG_NONE)) {
        print_token(&token, out);
        if (token.kind == TOK_END) break;
    }
    if (diagnostic.kind != DIAG_NONE) print_diagnostic(&diagnostic, out);
    arena_free(arena);
}

// Warnings about literals: escapes that mean nothing, and keywords that follow a number without a blank.
//
// Where such a warning is to be an error, CPython counts its columns in a way of its own, which is followed
// here: from the first character of the token, quotes counted only where no prefix stands before them.
#include "parser/build.h"
#include <string.h>

static void warn(Parser *p, Warning warning, const char *format, const char *text, int size) {
    if (!p->probing && !parser_failed(p))
        diagnostic_warn(p->arena, &p->diagnostic->warnings, warning, format, size, text, size, text);
}

// ------------------------------------------------------------ numbers

static const char *number_form(const Token *token) {
    char second = token->end - token->start > 1 ? token->start[1] | 0x20 : 0;
    if (token->start[0] == '0' && second == 'x')
        return "hexadecimal";
    if (token->start[0] == '0' && second == 'o')
        return "octal";
    if (token->start[0] == '0' && second == 'b')
        return "binary";
    return token->kind == TOK_IMAGINARY ? "imaginary" : "decimal";
}

void warn_number(Parser *p, const Token *token) {
    char next = token->end < p->text + p->size ? *token->end : 0;
    if (next < 'a' || next > 'z')
        return;
    const char *form = number_form(token);
    int column = token->span.end_column - 1, line = token->span.line;
    Warning warning = {.span = {line, column, line, column}, .stage = STAGE_LEXER};
    warn(p, warning, "invalid %.*s literal", form, (int)strlen(form));
}

// ------------------------------------------------------------ escapes

#define ADVICE " escape sequence. Did you mean \"\\%.*s\"? A raw string is also an option."

static bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

// The size of the escape at the backslash, and whether it means nothing.
static int escape_size(const char *at, const char *end, bool bytes, bool *bad) {
    char c = at[1];
    int digits = 0;
    while (digits < 3 && at + 1 + digits < end && is_octal(at[1 + digits]))
        digits++;
    bool known = strchr("\n\r'\"\\abfnrtvx", c) || (!bytes && strchr("uUN", c)) || (unsigned char)c >= 0x80;
    *bad = digits ? digits == 3 && c >= '4' : !known;
    return digits ? digits + 1 : 2;
}

// The first escape of a text that means nothing, or NULL.
static const char *find_bad_escape(const char *at, const char *end, bool bytes) {
    while ((at = memchr(at, '\\', (size_t)(end - at))) && at + 1 < end) {
        bool bad;
        int size = escape_size(at, end, bytes, &bad);
        if (bad)
            return at;
        at += size;
    }
    return NULL;
}

// The place of an escape in a text whose beginning is taken to be at `place`.
static Warning warning_at(const Token *place, int quotes, const char *text, const char *escape) {
    int line = place->span.line, column = place->span.column + quotes;
    for (; text < escape; text++) {
        column = *text == '\n' ? 0 : column + 1;
        line += *text == '\n';
    }
    return (Warning){.span = {line, column, line, column + 2}, .seen_line = place->span.end_line};
}

static void warn_in(Parser *p, const char *text, const char *end, bool bytes, const Token *place, int quotes) {
    const char *escape = find_bad_escape(text, end, bytes);
    if (!escape)
        return;
    bool octal = is_octal(escape[1]);
    warn(p, warning_at(place, quotes, text, escape),
         octal ? "\"%.*s\" is an invalid octal" ADVICE : "\"%.*s\" is an invalid" ADVICE,
         escape, octal ? 4 : 2);
}

static int quote_size(const char *quote, const char *end) {
    return end - quote > 2 && quote[1] == *quote && quote[2] == *quote ? 3 : 1;
}

void warn_escape(Parser *p, const Token *token) {
    const char *quote = token->start;
    if (!memchr(quote, '\\', (size_t)(token->end - quote)))
        return;
    for (; *quote != '"' && *quote != '\''; quote++) {
        if ((*quote | 0x20) == 'r')
            return;
    }
    int size = quote_size(quote, token->end);
    warn_in(p, quote + size, token->end - size, token->kind == TOK_BYTES, token,
            quote == token->start ? size : 0);
}

// A backslash before a brace: the lexer sees that one.
static void warn_brace(Parser *p, const Token *middle) {
    const char *text = middle->end - 1;
    int backslashes = 0;
    for (const char *at = text; at >= middle->start && *at == '\\'; at--)
        backslashes++;
    int line = middle->span.end_line, column = middle->span.end_column;
    if (backslashes % 2)
        warn(p, (Warning){.span = {line, column, line, column}, .stage = STAGE_LEXER},
             "\"%.*s\" is an invalid" ADVICE, text, 2);
}

// 1 where a field or string begins, -1 where one ends.
static int nesting(const Token *token) {
    switch (token->kind) {
    case TOK_LBRACE: case TOK_FSTRING_START: case TOK_TSTRING_START:
        return 1;
    case TOK_RBRACE: case TOK_FSTRING_END: case TOK_TSTRING_END:
        return -1;
    default:
        return 0;
    }
}

// The token that ends the texts behind `from`.
static const Token *end_of_texts(const Token *from) {
    int depth = 0;
    for (from++; from->kind != TOK_END && depth + nesting(from) >= 0; from++)
        depth += nesting(from);
    return from;
}

void warn_escapes(Parser *p, const Token *from) {
    bool spec = from->kind == TOK_COLON;
    const Token *start = spec ? parser_fstring(p, from) : from, *end = NULL;
    int depth = 0;
    if (start->raw)
        return;
    for (const Token *token = from + 1; token < p->lookahead; token++) {
        bool middle = token->kind == TOK_FSTRING_MIDDLE || token->kind == TOK_TSTRING_MIDDLE;
        depth += nesting(token);
        if (!middle || depth || !memchr(token->start, '\\', (size_t)(token->end - token->start)))
            continue;
        if (!end)
            end = end_of_texts(from);
        warn_in(p, token->start, token->end, false, spec ? token : end,
                spec ? 0 : quote_size(end->start, end->end));
        if (token[1].kind == TOK_LBRACE)
            warn_brace(p, token);
    }
}

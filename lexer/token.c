// Token: the names and texts of the kinds, from the one list in token.h.
#include "lexer/token.h"

const char *token_name(TokenKind kind) {
    static const char *const names[] = {
#define X(name, text) [TOK_##name] = #name,
        TOKEN_KINDS(X)
#undef X
    };
    return kind < TOK_COUNT ? names[kind] : "?";
}

const char *token_text(TokenKind kind) {
    static const char *const texts[] = {
#define X(name, text) [TOK_##name] = text,
        TOKEN_KINDS(X)
#undef X
    };
    return kind < TOK_COUNT ? texts[kind] : "?";
}

// Identifiers: names with characters beyond ASCII (PEP 3131), and characters that belong to no token.
#include "lexer/state.h"
#include <stdint.h>

enum { NOT_PRINTABLE, PRINTABLE, IN_NAME, STARTS_NAME };

#include "lexer/xid.inc"

// The class of a character from U+0080.
static unsigned character_class(uint32_t character) {
    size_t low = 0, high = sizeof class_runs / sizeof *class_runs;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (class_runs[middle] >> 2 <= character) low = middle;
        else high = middle;
    }
    return class_runs[low] & 3;
}

Token bad_character(Lexer *lexer, const char *at) {
    const char *end = at;
    uint32_t character = read_character(&end);
    bool is_ascii = character < 0x80;
    bool printable = is_ascii ? character >= ' ' && character < 0x7F
                              : character_class(character) != NOT_PRINTABLE;
    if (!printable) return fail_at(lexer, at, "invalid non-printable character U+%04X", (unsigned)character);
    if (is_ascii) return finish_token(lexer, TOK_INVALID, end);
    return fail_at(lexer, at, "invalid character '%.*s' (U+%04X)", (int)(end - at), at, (unsigned)character);
}

Token identifier_token(Lexer *lexer, const char *end) {
    const char *begin = lexer->token_start;
    bool beyond_ascii = false;
    for (const char *next = begin; next < end;) {
        const char *at = next;
        uint32_t character = read_character(&next);
        if (character < 0x80) continue;
        beyond_ascii = true;
        unsigned needed = at == begin ? STARTS_NAME : IN_NAME;
        if (character_class(character) < needed) return bad_character(lexer, at);
    }
    Text name = {begin, (size_t)(end - begin)};
    if (beyond_ascii && !nfkc_normalize(lexer->arena, begin, end, &name)) return fail_memory(lexer);
    Token token = finish_token(lexer, TOK_NAME, end);
    token.text = name;
    return token;
}

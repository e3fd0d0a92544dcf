// Identifiers: names with characters beyond ASCII (PEP 3131), and characters that belong to no token.
#include "lexer/state.h"
#include <stdint.h>
#include <stdlib.h>

LexerUnicode lexer_unicode;

// The normal form in which identifiers are compared (PEP 3131; Unicode Standard Annex 15). Nearly all names are in it, and
// are not copied.
static bool normalize(Arena *arena, const char *begin, const char *end, Text *normal) {
    size_t size = (size_t)(end - begin), count;
    *normal = (Text){begin, size};
    if (lexer_unicode.seems_normal(begin, size)) return true;
    uint32_t *text = lexer_unicode.normalize(begin, size, &count);
    char *spelling = text ? arena_alloc(arena, count * 4) : NULL, *out = spelling;
    for (size_t i = 0; spelling && i < count; i++) out = write_character(out, text[i]);
    free(text);
    *normal = (Text){spelling, (size_t)(out - spelling)};
    return spelling;
}

Token bad_character(Lexer *lexer, const char *at) {
    const char *end = at;
    uint32_t character = read_character(&end);
    bool is_ascii = character < 0x80;
    bool printable = is_ascii ? character >= ' ' && character < 0x7F : lexer_unicode.is_printable(character);
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
        bool good = at == begin ? lexer_unicode.is_identifier_start(character) : lexer_unicode.is_identifier(character);
        if (!good) return bad_character(lexer, at);
    }
    Text name = {begin, (size_t)(end - begin)};
    if (beyond_ascii && !normalize(lexer->arena, begin, end, &name)) return fail_memory(lexer);
    Token token = finish_token(lexer, TOK_NAME, end);
    token.text = name;
    return token;
}

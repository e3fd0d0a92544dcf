// Gives the lexer what it must know of characters.
#include "lexer/lexer.h"
#include "lib/lib.h"
#include "objects/unicode.h"
#include "objects/unicode_names.h"
#include "objects/unicode_normal.h"

static bool seems_normal(const char *text, size_t size) { return unicode_seems_normal(text, size, UNICODE_NFKC); }
static uint32_t *normalize(const char *text, size_t size, size_t *count) {
    return unicode_normalize(text, size, UNICODE_NFKC, count);
}

static int find(const char *name, size_t size, uint32_t *character) {
    uint32_t found[UNICODE_SEQUENCE_MAX];
    int count = unicode_lookup(name, size, false, found);
    if (count > 0) *character = found[0];
    return count;
}

void lexer_start(void) {
    lexer_unicode = (LexerUnicode){unicode_is_printable, unicode_is_identifier_start, unicode_is_identifier, seems_normal, normalize, find};
}

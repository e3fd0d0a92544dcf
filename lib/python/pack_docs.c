// Collects the texts of help in the sources: pack_docs < PREPROCESSED > TEXTS. A tool of the build, not part of the program.
//
// PREPROCESSED is what the preprocessor makes of the sources with DOC_TEXTS defined: among much else, string literals between
// DOC_BEGIN and DOC_END. TEXTS are they, each once and ended by a zero byte. Fails when two have the same number (doc.h).
#include "objects/doc.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1 << 16, TEXTS_MAX = 1 << 14 };

static struct {
    uint32_t number;
    char *text;
} known[TEXTS_MAX];
static size_t count;

static void fail(const char *message, const char *text) {
    fprintf(stderr, "pack_docs: %s: %s\n", message, text);
    exit(1);
}

static char read_escape(int c) {
    static const char letters[] = "n\nt\tr\r", same[] = "\\\"'?";
    const char *found = strchr(letters, c);
    if (found) return found[1];
    if (strchr(same, c)) return (char)c;
    return fail("an escape that is not understood", (char[]){(char)c, 0}), 0;
}

// The literals up to DOC_END, as one text.
static size_t read_text(char *out) {
    size_t size = 0, matched = 0;
    static const char mark[] = "DOC_END";
    for (int c; matched < sizeof mark - 1 && (c = getchar()) != EOF;) {
        matched = c == mark[matched] ? matched + 1 : c == mark[0];
        if (c != '"') continue;
        while ((c = getchar()) != '"' && c != EOF) {
            if (size == TEXT_MAX - 1) fail("a text is too long", out);
            out[size++] = c == '\\' ? read_escape(getchar()) : (char)c;
        }
    }
    out[size] = 0;
    return size;
}

static void add(const char *text, size_t size) {
    uint32_t number = DOC_NUMBER(text, size);
    for (size_t i = 0; i < count; i++) {
        if (known[i].number != number) continue;
        if (strcmp(known[i].text, text) != 0) fail(known[i].text, "doc.h gives this text the same number");
        return;
    }
    if (number == 0) fail("change the text, its number is 0", text);
    if (count == TEXTS_MAX) fail("too many texts", text);
    known[count].number = number;
    known[count++].text = strdup(text);
    fwrite(text, 1, size + 1, stdout);
}

int main(void) {
    static const char mark[] = "DOC_BEGIN";
    static char text[TEXT_MAX];
    size_t matched = 0;
    for (int c; (c = getchar()) != EOF;) {
        matched = c == mark[matched] ? matched + 1 : c == mark[0];
        if (matched < sizeof mark - 1) continue;
        matched = 0;
        size_t size = read_text(text);
        if (size) add(text, size);
    }
    return fflush(stdout) != 0;
}

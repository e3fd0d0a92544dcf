// Source: opening a text (byte order mark, coding cookie, encoding), and its lines.
//
// The cookie is PEP 263's: a comment with "coding:" or "coding=" in line 1, or in line 2 if line 1 is blank
// or a comment. UTF-8 is the only encoding read, but a text in ASCII alone may call itself Latin-1, too.
#include "lexer/state.h"
#include <limits.h>
#include <stdint.h>
#include <string.h>

// ---- lines

// Behind the end of the line that begins at `text`; *length is without the line end.
static const char *next_line(const char *text, const char *limit, size_t *length) {
    const char *end = text;
    while (end < limit && *end != '\n' && *end != '\r') end++;
    *length = (size_t)(end - text);
    if (limit - end > 1 && end[0] == '\r' && end[1] == '\n') return end + 2;
    return end < limit ? end + 1 : end;
}

static bool has_mark(const char *text, size_t size) {
    return size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
}

const char *lexer_line(const char *text, size_t size, int line, size_t *length) {
    const char *limit = text + size;
    const char *start = has_mark(text, size) ? text + 3 : text;
    const char *next = next_line(start, limit, length);
    while (--line > 0) {
        start = next;
        next = next_line(start, limit, length);
    }
    return start;
}

// ---- encoding

// The end of the UTF-8 sequence at `text`, NULL if it is not one (RFC 3629: shortest form, no surrogates).
static const char *skip_character(const char *text, const char *limit) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t left = (size_t)(limit - text);
    unsigned low = 0x80, high = 0xBF;      // of the second byte
    size_t size;
    if (bytes[0] < 0x80) return text + 1;
    if (bytes[0] >= 0xC2 && bytes[0] <= 0xDF) size = 2;
    else if (bytes[0] >= 0xE0 && bytes[0] <= 0xEF) size = 3;
    else if (bytes[0] >= 0xF0 && bytes[0] <= 0xF4) size = 4;
    else return NULL;
    if (bytes[0] == 0xE0) low = 0xA0;
    if (bytes[0] == 0xED) high = 0x9F;
    if (bytes[0] == 0xF0) low = 0x90;
    if (bytes[0] == 0xF4) high = 0x8F;
    if (left < size || bytes[1] < low || bytes[1] > high) return NULL;
    for (size_t i = 2; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return NULL;
    }
    return text + size;
}

// The first byte that is not UTF-8, or `limit`. *beyond_ascii: the first character before it that is not
// ASCII, if any.
static const char *find_bad_byte(const char *text, const char *limit, const char **beyond_ascii) {
    while (text < limit) {
        uint64_t eight;
        while (limit - text >= 8 && (memcpy(&eight, text, 8), !(eight & 0x8080808080808080u))) text += 8;
        if (text == limit) break;
        const char *next = skip_character(text, limit);
        if (!next) return text;
        if (next - text > 1 && !*beyond_ascii) *beyond_ascii = text;
        text = next;
    }
    return limit;
}

static void report_bad_byte(Lexer *lexer, const char *bad) {
    int line = 1;
    const char *start = lexer->text;
    for (size_t length;; line++) {
        const char *next = next_line(start, lexer->limit, &length);
        if (bad < next) break;
        start = next;
    }
    int column = (int)(bad - start);
    diagnostic_report(lexer->diagnostic, DIAG_SYNTAX_ERROR, (Span){line, column, line, column},
                      "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "
                      "see https://peps.python.org/pep-0263/ for details", (unsigned char)*bad, line);
}

// ---- coding cookie

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\f';
}

static bool is_encoding_letter(char byte) {
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
        || byte == '-' || byte == '_' || byte == '.';
}

// The encoding named in a line, empty if it names none. *only_comment says if the next line may name it.
static Text find_cookie(const char *line, size_t length, bool *only_comment) {
    const char *limit = line + length;
    while (line < limit && is_blank(*line)) line++;
    *only_comment = line == limit || *line == '#';
    if (line == limit || *line != '#') return (Text){NULL, 0};
    for (; limit - line > 7; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) continue;
        const char *begin = line + 7;
        while (begin < limit && (*begin == ' ' || *begin == '\t')) begin++;
        const char *end = begin;
        while (end < limit && is_encoding_letter(*end)) end++;
        if (end > begin) return (Text){begin, (size_t)(end - begin)};
    }
    return (Text){NULL, 0};
}

// Lower case, "_" as "-", cut to fit.
static void normalize_encoding(Text name, char *normal, size_t size) {
    size_t length = name.size < size - 1 ? name.size : size - 1;
    for (size_t i = 0; i < length; i++) {
        char byte = name.data[i];
        normal[i] = byte == '_' ? '-' : byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    }
    normal[length] = 0;
}

static bool is_one_of(const char *name, const char *const *names) {
    for (; *names; names++) {
        if (strcmp(name, *names) == 0) return true;
    }
    return false;
}

// Whether the text can be read in the encoding that it names; `beyond_ascii` is its first byte that is not
// ASCII, or NULL.
static bool check_name(Lexer *lexer, Text name, Span line, bool has_mark, const char *beyond_ascii) {
    static const char *const ascii_names[] = {"ascii", "us-ascii", "646", "ansi-x3.4-1968", NULL};
    static const char *const latin_names[] = {
        "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "iso-latin-1",
        "cp1252", "windows-1252", "iso-8859-15", "latin-9", NULL,
    };
    static const char *const utf8_names[] = {"utf8", "u8", "cp65001", NULL};
    const Span nowhere = {0, -2, 0, -2};
    Diagnostic *diagnostic = lexer->diagnostic;
    int size = name.size < 100 ? (int)name.size : 100;
    char normal[32];
    normalize_encoding(name, normal, sizeof normal);
    bool is_ascii = is_one_of(normal, ascii_names), is_latin = is_one_of(normal, latin_names);
    if (strcmp(normal, "utf-8") == 0 || strncmp(normal, "utf-8-", 6) == 0) return true;
    if (has_mark) {
        diagnostic_report(diagnostic, DIAG_SYNTAX_ERROR, line, "encoding problem: %.*s with BOM",
                          size, name.data);
    } else if (is_ascii && beyond_ascii) {
        diagnostic_report(diagnostic, DIAG_SYNTAX_ERROR, nowhere,
                          "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in range(128)",
                          (unsigned char)*beyond_ascii, (size_t)(beyond_ascii - lexer->text));
    } else if (is_latin && beyond_ascii) {
        diagnostic_report(diagnostic, DIAG_SYNTAX_ERROR, nowhere,
                          "unsupported encoding: %.*s (only UTF-8 and ASCII are)", size, name.data);
    } else if (!is_ascii && !is_latin && !is_one_of(normal, utf8_names)) {
        diagnostic_report(diagnostic, DIAG_SYNTAX_ERROR, nowhere, "unknown encoding: %.*s", size, name.data);
    }
    return diagnostic->kind == DIAG_NONE;
}

// The encoding that line 1 or 2 names, and that line; empty if there is none.
static Text find_name(const Lexer *lexer, Span *span) {
    const char *line = lexer->text;
    bool look_on = true;
    for (int number = 1; number <= 2 && look_on; number++) {
        size_t length;
        const char *next = next_line(line, lexer->limit, &length);
        Text name = find_cookie(line, length, &look_on);
        *span = (Span){number, -1, number, (int)length - 1};
        if (name.size) return name;
        line = next;
    }
    return (Text){NULL, 0};
}

static bool check_encoding(Lexer *lexer, bool has_mark) {
    const char *beyond_ascii = NULL;
    const char *bad = find_bad_byte(lexer->text, lexer->limit, &beyond_ascii);
    if (bad < lexer->limit && !beyond_ascii) beyond_ascii = bad;
    Span line;
    Text name = find_name(lexer, &line);
    if (name.size && !check_name(lexer, name, line, has_mark, beyond_ascii)) return false;
    if (bad < lexer->limit) report_bad_byte(lexer, bad);
    return bad == lexer->limit;
}

// ---- opening

static Lexer *open_text(Arena *arena, const char *text, size_t size, Diagnostic *diagnostic) {
    if (size && memchr(text, 0, size)) {
        diagnostic_report(diagnostic, DIAG_SYNTAX_ERROR, (Span){0, 0, 0, 0},
                          "source code string cannot contain null bytes");
        return NULL;
    }
    Lexer *lexer = size < INT_MAX ? arena_alloc(arena, sizeof *lexer) : NULL;
    char *copy = lexer ? arena_copy(arena, text, size) : NULL;
    if (!copy) {
        diagnostic_report(diagnostic, DIAG_MEMORY_ERROR, (Span){0, 0, 0, 0}, "out of memory");
        return NULL;
    }
    lexer->arena = arena;
    lexer->diagnostic = diagnostic;
    lexer->original = text;
    lexer->text = lexer->cursor = lexer->line_start = copy;
    lexer->limit = copy + size;
    lexer->line = 1;
    lexer->previous = TOK_NEWLINE;
    return lexer;
}

Lexer *lexer_open(Arena *arena, const char *text, size_t size, const char *file_name, Diagnostic *diagnostic) {
    bool mark = has_mark(text, size);
    Lexer *lexer = open_text(arena, text + (mark ? 3 : 0), size - (mark ? 3 : 0), diagnostic);
    (void)file_name;
    return lexer && check_encoding(lexer, mark) ? lexer : NULL;
}

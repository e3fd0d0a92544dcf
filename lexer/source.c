// Source: opening a text (byte order mark, coding cookie, encoding), and its lines.
//
// The cookie is PEP 263's: a comment with "coding:" or "coding=" in line 1, or in line 2 if line 1 is blank
// or a comment. Only UTF-8 is read here: who has bytes in another encoding asks lexer_encoding and decodes them first.
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

// The first byte that is not UTF-8, or `limit`.
static const char *find_bad_byte(const char *text, const char *limit) {
    while (text < limit) {
        uint64_t eight;
        while (limit - text >= 8 && (memcpy(&eight, text, 8), !(eight & 0x8080808080808080u))) text += 8;
        if (text == limit) break;
        const char *next = skip_character(text, limit);
        if (!next) return text;
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
    diagnostic_report(lexer->diagnostic, DIAG_ENCODING_ERROR, (Span){line, column, line, column},
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

// Whether a name is `normal` or begins so before a hyphen, but for case, "_" standing for "-".
static bool is_named(Text name, const char *normal) {
    size_t size = strlen(normal);
    if (name.size < size || (name.size > size && name.data[size] != '-' && name.data[size] != '_')) return false;
    for (size_t i = 0; i < size; i++) {
        char byte = name.data[i] == '_' ? '-' : name.data[i];
        if ((byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte) != normal[i]) return false;
    }
    return true;
}

// UTF-8 is empty, Latin-1 has its usual name; others remain as they are.
static Text normalize_name(Text name) {
    if (is_named(name, "utf-8")) return (Text){NULL, 0};
    bool latin = is_named(name, "latin-1") || is_named(name, "iso-8859-1") || is_named(name, "iso-latin-1");
    return latin ? (Text){"iso-8859-1", 10} : name;
}

// The encoding that line 1 or 2 names, and that line; empty if there is none, or it is UTF-8.
static Text find_name(const char *line, const char *limit, Span *span) {
    bool look_on = true;
    for (int number = 1; number <= 2 && look_on; number++) {
        size_t length;
        const char *next = next_line(line, limit, &length);
        Text name = find_cookie(line, length, &look_on);
        *span = (Span){number, -1, number, (int)length - 1};
        if (name.size) return normalize_name(name);
        line = next;
    }
    return (Text){NULL, 0};
}

const char *lexer_encoding(const char *text, size_t size, size_t *length) {
    Span line;
    Text name = has_mark(text, size) ? (Text){NULL, 0} : find_name(text, text + size, &line);
    *length = name.size;
    return name.data;
}

static bool check_encoding(Lexer *lexer, bool has_mark) {
    const char *bad = find_bad_byte(lexer->text, lexer->limit);
    Span line;
    Text name = has_mark ? find_name(lexer->text, lexer->limit, &line) : (Text){NULL, 0};
    if (name.size)
        diagnostic_report(lexer->diagnostic, DIAG_ENCODING_ERROR, line, "encoding problem: %.*s with BOM",
                          name.size < 100 ? (int)name.size : 100, name.data);
    else if (bad < lexer->limit) report_bad_byte(lexer, bad);
    return !name.size && bad == lexer->limit;
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

// Escapes: the value of what stands between the quotes of a string, bytes or f-string literal.
//
// A value is never longer than its spelling. Text without escapes and carriage returns is not copied. The
// rules cannot read beyond the text: a quote or a brace follows it, and neither belongs to an escape.
#include "lexer/state.h"
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *origin;       // where positions in error messages count from
    const char *end;          // of the text
    char *out;
    bool bytes;
    Diagnostic *error;
} Decoder;

/*!re2c
    re2c:yyfill:enable = 0;
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;

    newline = "\r\n" | "\r" | "\n";
    hex = [0-9a-fA-F];
*/

static void put_character(Decoder *decoder, uint32_t character) {
    if (decoder->bytes) *decoder->out++ = (char)character;
    else decoder->out = write_character(decoder->out, character);
}

static uint32_t read_digits(const char *digit, const char *end, unsigned base) {
    uint32_t number = 0;
    for (; digit < end; digit++) {
        unsigned value = *digit <= '9' ? (unsigned)(*digit - '0') : (unsigned)((*digit | 0x20) - 'a' + 10);
        number = number * base + value;
    }
    return number;
}

// ---- errors

// The position of `at` as CPython counts it: in the text with \n for line ends and, for a str, each character
// beyond ASCII spelled \UXXXXXXXX, and a backslash before such a one spelled \u005c.
static size_t position(const Decoder *decoder, const char *at) {
    size_t count = 0;
    for (const char *byte = decoder->origin; byte < at; byte++) {
        unsigned char lead = (unsigned char)*byte, next = (unsigned char)byte[1];
        if (lead == '\r' && next == '\n') continue;
        if (lead == '\\' && next >= 0x80) count += 6;
        else if (lead >= 0xC0) count += 10;
        else if (lead < 0x80) count++;
        if (lead == '\\' && next < 0x80 && next != '\r' && byte + 1 < at) {
            byte++;
            count++;
        }
    }
    return count;
}

// A bad escape from `begin` to `end`. Returns NULL.
static const char *refuse(Decoder *decoder, const char *begin, const char *end, const char *reason) {
    size_t first = position(decoder, begin), last = position(decoder, end) - 1;
    if (decoder->bytes) {
        diagnostic_report(decoder->error, DIAG_SYNTAX_ERROR, (Span){0, 0, 0, 0},
                          "(value error) invalid \\x escape at position %zu", first);
    } else {
        diagnostic_report(decoder->error, DIAG_SYNTAX_ERROR, (Span){0, 0, 0, 0},
                          "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                          first, last, reason);
    }
    return NULL;
}

// ---- one escape

static const char *put_unicode(Decoder *decoder, const char *begin, const char *end) {
    uint32_t character = read_digits(begin + 2, end, 16);
    if (character > 0x10FFFF) return refuse(decoder, begin, end, "illegal Unicode character");
    put_character(decoder, character);
    return end;
}

// \N{name}
static const char *put_named(Decoder *decoder, const char *begin) {
    const char *name = begin + 3, *malformed = "malformed \\N character escape";
    if (name > decoder->end || name[-1] != '{') return refuse(decoder, begin, begin + 2, malformed);
    const char *close = memchr(name, '}', (size_t)(decoder->end - name));
    if (!close || close == name) return refuse(decoder, begin, close ? close : decoder->end, malformed);
    uint32_t character;
    int found = lexer_unicode.find(name, (size_t)(close - name), &character);
    if (!found) return refuse(decoder, begin, close + 1, "unknown Unicode character name");
    if (found < 0) {
        diagnostic_report(decoder->error, DIAG_MEMORY_ERROR, (Span){0, 0, 0, 0}, "out of memory");
        return NULL;
    }
    put_character(decoder, character);
    return close + 1;
}

// An escape that stands for nothing but itself: the backslash; what follows is ordinary text.
static const char *put_backslash(Decoder *decoder, const char *begin) {
    *decoder->out++ = '\\';
    return begin + 1;
}

static const char *put_byte(Decoder *decoder, char byte, const char *end) {
    *decoder->out++ = byte;
    return end;
}

// Decodes the escape at the backslash `begin`; returns its end, NULL after an error.
static const char *scan_escape(Decoder *decoder, const char *begin) {
    const char *cursor = begin;
/*!re2c
    "\\" newline        { return cursor; }
    "\\" ['"\\]         { return put_byte(decoder, cursor[-1], cursor); }
    "\\a"               { return put_byte(decoder, '\a', cursor); }
    "\\b"               { return put_byte(decoder, '\b', cursor); }
    "\\f"               { return put_byte(decoder, '\f', cursor); }
    "\\n"               { return put_byte(decoder, '\n', cursor); }
    "\\r"               { return put_byte(decoder, '\r', cursor); }
    "\\t"               { return put_byte(decoder, '\t', cursor); }
    "\\v"               { return put_byte(decoder, '\v', cursor); }
    "\\" [0-7]{1,3}     { put_character(decoder, read_digits(begin + 1, cursor, 8)); return cursor; }
    "\\x" hex{2}        { put_character(decoder, read_digits(begin + 2, cursor, 16)); return cursor; }
    "\\x" hex?          { return refuse(decoder, begin, cursor, "truncated \\xXX escape"); }
    "\\u" hex{4}        { return put_unicode(decoder, begin, cursor); }
    "\\U" hex{8}        { return put_unicode(decoder, begin, cursor); }
    "\\u" hex{0,3}      { return refuse(decoder, begin, cursor, "truncated \\uXXXX escape"); }
    "\\U" hex{0,7}      { return refuse(decoder, begin, cursor, "truncated \\UXXXXXXXX escape"); }
    "\\N"               { return put_named(decoder, begin); }
    *                   { return put_backslash(decoder, begin); }
*/
}

// ---- the text

static bool is_plain(const char *begin, size_t size, unsigned flags) {
    if (memchr(begin, '\r', size)) return false;
    if (!(flags & ESCAPE_RAW) && memchr(begin, '\\', size)) return false;
    return !(flags & ESCAPE_BRACES) || (!memchr(begin, '{', size) && !memchr(begin, '}', size));
}

static bool decode(Decoder *decoder, const char *next, const char *end, unsigned flags) {
    while (next < end) {
        bool doubled = end - next > 1 && next[0] == next[1];
        if (*next == '\\' && !(flags & ESCAPE_RAW)) {
            bool only_in_str = next[1] == 'u' || next[1] == 'U' || next[1] == 'N';
            next = decoder->bytes && only_in_str ? put_backslash(decoder, next) : scan_escape(decoder, next);
            if (!next) return false;
        } else if (*next == '\r') {
            *decoder->out++ = '\n';
            next += end - next > 1 && next[1] == '\n' ? 2 : 1;
        } else if (flags & ESCAPE_BRACES && doubled && (*next == '{' || *next == '}')) {
            *decoder->out++ = *next;
            next += 2;
            decoder->origin = next;
        } else {
            *decoder->out++ = *next++;
        }
    }
    return true;
}

static bool is_ascii(const char *begin, size_t size) {
    unsigned char all = 0;
    for (size_t i = 0; i < size; i++) all |= (unsigned char)begin[i];
    return all < 0x80;
}

bool escape_decode(Arena *arena, const char *begin, const char *end, unsigned flags, Text *value,
                   Diagnostic *error) {
    size_t size = (size_t)(end - begin);
    if (flags & ESCAPE_BYTES && !is_ascii(begin, size)) {
        diagnostic_report(error, DIAG_SYNTAX_ERROR, (Span){0, 0, 0, 0},
                          "bytes can only contain ASCII literal characters");
        return false;
    }
    *value = (Text){begin, size};
    if (is_plain(begin, size, flags)) return true;
    char *out = arena_alloc(arena, size);
    if (!out) {
        diagnostic_report(error, DIAG_MEMORY_ERROR, (Span){0, 0, 0, 0}, "out of memory");
        return false;
    }
    Decoder decoder = {.origin = begin, .end = end, .out = out, .bytes = flags & ESCAPE_BYTES, .error = error};
    if (!decode(&decoder, begin, end, flags)) return false;
    *value = (Text){out, (size_t)(decoder.out - out)};
    return true;
}

// State: what the files of the lexer share, and nobody else sees.
//
// The lexer works on a copy of the source that ends with a NUL (there is no other NUL in it, lexer_open
// refuses them), so that the scanners need no bounds checks. `cursor` is the next byte to read; `line` and
// `line_start` say where it is. Line ends are passed with new_line() (lexer.re) and in no other way.
//
// Brackets and f-strings nest into each other. All open brackets are on one stack; a brace that opens a
// replacement field is an entry with `field` set. Invariant: while code is read inside of an f-string, at
// least one bracket above its `base_depth` is open, and the lowest of them is a field.
#pragma once
#include "lexer/lexer.h"

enum { BRACKET_LIMIT = 200, FSTRING_LIMIT = 149, INDENT_LIMIT = 100, FIELD_LIMIT = 3 }; // CPython's

typedef enum {
    MODE_LINE_START,      // before the indentation of a logical line
    MODE_CODE,
    MODE_FSTRING,         // literal text or format spec of the innermost f-string
    MODE_END,             // after the end of the text, or after an error
} Mode;

typedef struct {
    int line, column;     // of the opening bracket
    char bracket;
    bool field;           // opens a replacement field of an f-string
} Bracket;

typedef struct {
    int line, column;     // of its prefix
    int base_depth;       // brackets open around it
    int fields;           // replacement fields open in it, each in the format spec of the one before
    char quote;
    char letter;          // 'f' or 't'
    bool triple, raw;
    bool in_spec;         // in a format spec, before the first field nested in it
    Diagnostic *escape;   // the first bad escape in its text: reported at the closing quote, as CPython does
} FString;

typedef struct {
    int column;           // tabs go to multiples of 8
    int narrow_column;    // tabs count 1; both must order the lines alike, else they depend on the tab size
    bool cases;           // the body of a match statement
} Indent;

struct Lexer {
    Arena *arena;
    Diagnostic *diagnostic;
    const char *original; // of the caller's text, the byte that text[0] is a copy of
    const char *text, *limit;
    const char *cursor, *line_start;
    int line;
    Mode mode;
    bool looking_ahead;   // this is a copy that decides about a soft keyword: literals are not decoded
    bool failed_by_value; // the error is in what a literal means, and not in how the text divides into tokens
    int unclosed_line;    // the error is a bracket opened in that line and never closed
    bool after_match;     // the last logical line began a match statement
    TokenKind previous;
    const char *token_start, *token_line_start;
    int token_line;
    int levels;           // indentation levels that the next tokens open (1) or close (-n)
    int indent_count, depth, fstring_depth;
    Indent indents[INDENT_LIMIT];
    Bracket brackets[BRACKET_LIMIT];
    FString fstrings[FSTRING_LIMIT];
};

// ---- tokens and errors (lexer.re)

void begin_token(Lexer *lexer, const char *start);                   // in the cursor's line
Token finish_token(Lexer *lexer, TokenKind kind, const char *end);   // from its begin to `end`, the new cursor

Token end_token(Lexer *lexer);                                       // the last one, for ever
Span token_span(const Lexer *lexer, const char *end);                // from the token's begin to `end`
int last_line(const Lexer *lexer);                                   // the cursor's, but no empty one at the end

// ---- errors (fail.c)
//
// Errors end the lexing; what these functions return is what lexer_next is to return. fail_at is for a place
// in the cursor's line; CPython gives such errors an empty range. Some of its ranges end before they begin:
// an end_offset of 0 or -1 in its terms is an end_column of -1 or -2 here, so that the attributes of the
// exception come out the same.

Token fail_at(Lexer *lexer, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
Token fail(Lexer *lexer, DiagnosticKind kind, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
Token fail_at_end(Lexer *lexer, Span span, const char *format, ...)   // more text could mend it
    __attribute__((format(printf, 3, 4)));
Token fail_memory(Lexer *lexer);
Token fail_value(Lexer *lexer, const Diagnostic *error);             // other errors in the text go before it

// ---- characters (utf8.c)

uint32_t read_character(const char **text);                          // of valid UTF-8; moves *text behind it
char *write_character(char *out, uint32_t character);                // also a surrogate; returns the end

// ---- identifiers (identifier.c), soft keywords (soft_keyword.c)

Token identifier_token(Lexer *lexer, const char *end);
Token soft_keyword_token(Lexer *lexer, TokenKind keyword, const char *end);
Token bad_character(Lexer *lexer, const char *at);

// ---- numbers (number.c)

typedef enum {
    NUMBER_DECIMAL, NUMBER_ZERO_LED, NUMBER_HEXADECIMAL, NUMBER_OCTAL, NUMBER_BINARY, NUMBER_REAL,
    NUMBER_IMAGINARY,
} NumberForm;

// The token up to `end`, which is as far as the form's syntax goes; looks at what follows. A prefix 0x, 0o or
// 0b may be without digits, a number led by zeros may be any digits: these are refused here.
Token number_token(Lexer *lexer, NumberForm form, const char *end);

// ---- strings: escapes (escape.c), f-strings (fstring.c)

enum { PREFIX_B = 1, PREFIX_U = 2, PREFIX_R = 4, PREFIX_F = 8, PREFIX_T = 16 };

// The value of the text between quotes. In a raw string backslashes mean nothing, in f-string text doubled
// braces mean single ones. False with the kind and the message of the error.
enum { ESCAPE_RAW = 1, ESCAPE_BYTES = 2, ESCAPE_BRACES = 4 };
bool escape_decode(Arena *arena, const char *begin, const char *end, unsigned flags, Text *value,
                   Diagnostic *error);

Token fstring_open(Lexer *lexer, unsigned prefix, const char *quote, bool triple);
Token fstring_close(Lexer *lexer, const char *end);
Token fstring_middle(Lexer *lexer, const char *end);
Token fstring_field(Lexer *lexer, const char *end);                  // "{"
Token fstring_unterminated(Lexer *lexer);
FString *fstring_current(Lexer *lexer);                              // NULL outside of f-strings
bool fstring_in_field(const Lexer *lexer);                           // the innermost bracket opens a field

// ---- brackets and indentation (layout.c)

Token bracket_open(Lexer *lexer, TokenKind kind, const char *end);
Token bracket_close(Lexer *lexer, TokenKind kind, const char *end);
Token bracket_unclosed(Lexer *lexer);                                // the text ended
bool indent_apply(Lexer *lexer, int column, int narrow_column);      // false after an error
Token indent_token(Lexer *lexer);                                    // the next of `levels`

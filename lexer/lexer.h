// Lexer: UTF-8 text to tokens, the whole lexical grammar of Python 3.14.
//
// The caller opens a Lexer over the text of one source and pulls tokens until TOK_END. Indentation, line
// joining, bracket depth and the nesting of f-strings (PEP 701) and t-strings (PEP 750) are the lexer's; the
// parser sees NEWLINE, INDENT and DEDENT tokens and, for an f-string, the sequence
//     FSTRING_START (FSTRING_MIDDLE | field)* FSTRING_END
//     field: LBRACE expression tokens [EQUAL] [EXCLAMATION NAME] [COLON (FSTRING_MIDDLE | field)*] RBRACE
// Literals are decoded here: a token carries its value, not its spelling.
#pragma once
#include "lexer/arena.h"
#include "lexer/diagnostic.h"
#include "lexer/token.h"
#include <stdint.h>
#include <stdio.h>

typedef struct Lexer Lexer;

// What the lexer asks about characters beyond ASCII. It has no tables of its own: who uses it fills this in before.
typedef struct {
    bool (*is_printable)(uint32_t character);
    bool (*is_identifier_start)(uint32_t character);
    bool (*is_identifier)(uint32_t character);              // may continue one
    bool (*seems_normal)(const char *text, size_t size);    // is surely in the normal form of identifiers, NFKC
    uint32_t *(*normalize)(const char *text, size_t size, size_t *count);      // NFKC, for free(); NULL: out of memory
    int (*find)(const char *name, size_t size, uint32_t *character);           // by its name: 1; 0: there is none; -1: out of memory
} LexerUnicode;
extern LexerUnicode lexer_unicode;

// Opens a lexer on text[0..size), which must stay alive and unchanged while the tree made from it is used.
// Handles a byte order mark; refuses text that is not UTF-8, and NUL bytes. `file_name`
// is for messages; there is none at present that names it. The lexer lives in the arena; it needs no closing.
// NULL after a report to `diagnostic`.
Lexer *lexer_open(Arena *arena, const char *text, size_t size, const char *file_name, Diagnostic *diagnostic);

// The encoding that a coding cookie in the text names, as far as *length; 0 when there is none, or it is UTF-8.
const char *lexer_encoding(const char *text, size_t size, size_t *length);

// The next token: TOK_END at the end of the text and, for ever, after an error (reported to the diagnostic).
Token lexer_next(Lexer *lexer);

// Text of line `line` (from 1) without its line end, for messages and carets; empty if there is no such line.
const char *lexer_line(const char *text, size_t size, int line, size_t *length);

// For the parser, when it has found an error of its own in `line`: reads what is left of the text, and says
// if the lexer has an error that goes before it. Such are all errors about how the text divides into tokens,
// wherever they are (of a bracket never closed only if it was opened in a line before), but not those about
// the value of a literal. The error is in the lexer's diagnostic; this must not be the one that the parser's
// own error is reported to.
bool lexer_check_rest(Lexer *lexer, int line);

// One token a line: "line:column-line:column NAME 'text'", and the diagnostic if there is one.
void lexer_dump_tokens(const char *text, size_t size, FILE *out);

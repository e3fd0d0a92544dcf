// Token: kinds, and the value that a token carries. The list is written once, as an X-macro, and drives the
// enum, the names in dumps and the texts in messages; parser/grammar.y uses the same names, without the
// prefix TOK_.
#pragma once
#include "lexer/diagnostic.h"
#include <stdint.h>

// NAME, text in messages and dumps. INVALID is one of $ ? `, which no rule of the grammar uses.
#define TOKEN_KINDS(X) \
    X(END, "end of input") X(NEWLINE, "newline") X(INDENT, "indent") X(DEDENT, "dedent") \
    X(NAME, "name") X(INTEGER, "number") X(FLOAT, "number") X(IMAGINARY, "number") X(STRING, "string") X(BYTES, "bytes") \
    X(FSTRING_START, "f-string start") X(FSTRING_MIDDLE, "f-string middle") X(FSTRING_END, "f-string end") \
    X(TSTRING_START, "t-string start") X(TSTRING_MIDDLE, "t-string middle") X(TSTRING_END, "t-string end") \
    X(FALSE, "False") X(NONE, "None") X(TRUE, "True") X(AND, "and") X(AS, "as") X(ASSERT, "assert") X(ASYNC, "async") \
    X(AWAIT, "await") X(BREAK, "break") X(CLASS, "class") X(CONTINUE, "continue") X(DEF, "def") X(DEL, "del") \
    X(ELIF, "elif") X(ELSE, "else") X(EXCEPT, "except") X(FINALLY, "finally") X(FOR, "for") X(FROM, "from") \
    X(GLOBAL, "global") X(IF, "if") X(IMPORT, "import") X(IN, "in") X(IS, "is") X(LAMBDA, "lambda") \
    X(NONLOCAL, "nonlocal") X(NOT, "not") X(OR, "or") X(PASS, "pass") X(RAISE, "raise") X(RETURN, "return") \
    X(TRY, "try") X(WHILE, "while") X(WITH, "with") X(YIELD, "yield") \
    X(SOFT_MATCH, "match") X(SOFT_CASE, "case") X(SOFT_TYPE, "type") \
    X(LPAR, "(") X(RPAR, ")") X(LSQB, "[") X(RSQB, "]") X(LBRACE, "{") X(RBRACE, "}") \
    X(COMMA, ",") X(COLON, ":") X(SEMI, ";") X(DOT, ".") X(ELLIPSIS, "...") X(ARROW, "->") X(AT, "@") X(EXCLAMATION, "!") \
    X(EQUAL, "=") X(COLONEQUAL, ":=") X(PLUSEQUAL, "+=") X(MINEQUAL, "-=") X(STAREQUAL, "*=") X(SLASHEQUAL, "/=") \
    X(DOUBLESLASHEQUAL, "//=") X(PERCENTEQUAL, "%=") X(ATEQUAL, "@=") X(AMPEREQUAL, "&=") X(VBAREQUAL, "|=") \
    X(CIRCUMFLEXEQUAL, "^=") X(RIGHTSHIFTEQUAL, ">>=") X(LEFTSHIFTEQUAL, "<<=") X(DOUBLESTAREQUAL, "**=") \
    X(PLUS, "+") X(MINUS, "-") X(STAR, "*") X(SLASH, "/") X(DOUBLESLASH, "//") X(PERCENT, "%") X(AMPER, "&") X(VBAR, "|") \
    X(CIRCUMFLEX, "^") X(TILDE, "~") X(LEFTSHIFT, "<<") X(RIGHTSHIFT, ">>") X(DOUBLESTAR, "**") \
    X(LESS, "<") X(GREATER, ">") X(EQEQUAL, "==") X(NOTEQUAL, "!=") X(LESSEQUAL, "<=") X(GREATEREQUAL, ">=") \
    X(INVALID, "invalid character")

typedef enum {
#define X(name, text) TOK_##name,
    TOKEN_KINDS(X)
#undef X
    TOK_COUNT
} TokenKind;

// Text as bytes with a length: names, strings (UTF-8, lone surrogates from \ud800 as their 3-byte form),
// bytes.
typedef struct {
    const char *data;     // in the arena or in the source; not NUL-terminated
    size_t size;
} Text;

typedef struct {
    TokenKind kind;
    Span span;
    union {
        Text text;        // NAME (NFKC-normalised), STRING, BYTES, *_MIDDLE (decoded); INTEGER that does not
                          // fit in 63 bits: "0x" and hexadecimal digits in either case, or decimal digits,
                          // without underscores and leading zeros; big is then true
        int64_t integer;  // INTEGER, big false: 0 .. 2**62-1
        double real;      // FLOAT, IMAGINARY
    };
    bool big;
    bool raw;             // *_START: the prefix had an r
    const char *start, *end;  // its spelling in the source (the text handed to lexer_open)
} Token;

const char *token_name(TokenKind kind);   // "LPAR"
const char *token_text(TokenKind kind);   // "("

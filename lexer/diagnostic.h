// Diagnostic: the one error that a front end run can end with. Lexer, parser and compiler fill it; the caller
// turns it into a SyntaxError (or IndentationError, TabError). The first report wins, later ones are dropped.
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    DIAG_NONE,
    DIAG_SYNTAX_ERROR,
    DIAG_INDENTATION_ERROR,
    DIAG_TAB_ERROR,
    DIAG_INCOMPLETE,        // like a SyntaxError, but more input could mend it: the REPL asks for another line
    DIAG_MEMORY_ERROR,
    DIAG_RECURSION_ERROR,   // nested too deeply
} DiagnosticKind;

// A range of source text. Lines count from 1, columns from 0 in bytes of the UTF-8 text.
typedef struct {
    int line, column, end_line, end_column;
} Span;

typedef struct {
    DiagnosticKind kind;
    Span span;
    bool at_end;            // the text ended within a bracket, string or joined line: more could mend it
    char message[400];
} Diagnostic;

// Warnings that CPython prints for sources ("\d" is an invalid escape sequence ...) are not collected.
void diagnostic_report(Diagnostic *diagnostic, DiagnosticKind kind, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

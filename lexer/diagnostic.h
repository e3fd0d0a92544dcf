// Diagnostic: the one error that a front end run can end with. Lexer, parser and compiler fill it; the caller
// turns it into a SyntaxError (or IndentationError, TabError). The first report wins, later ones are dropped.
#pragma once
#include "lexer/arena.h"
#include <stdbool.h>

typedef enum {
    DIAG_NONE,
    DIAG_SYNTAX_ERROR,
    DIAG_INDENTATION_ERROR,
    DIAG_TAB_ERROR,
    DIAG_ENCODING_ERROR,    // a SyntaxError; it names no file
    DIAG_INCOMPLETE,        // like a SyntaxError, but more input could mend it: the REPL asks for another line
    DIAG_MEMORY_ERROR,
    DIAG_RECURSION_ERROR,   // nested too deeply
} DiagnosticKind;

// A range of source text. Lines count from 1, columns from 0 in bytes of the UTF-8 text.
typedef struct {
    int line, column, end_line, end_column;
} Span;

// Who found it: CPython takes the source line that goes with it from different places.
typedef enum { STAGE_PARSER, STAGE_LEXER, STAGE_COMPILER } Stage;

// A SyntaxWarning; where the program wants warnings to be errors it is the SyntaxError `message` at `span`.
typedef struct Warning Warning;
struct Warning {
    Warning *next;
    const char *message;
    Span span;
    Stage stage;
    int seen_line;
};

typedef struct { Warning *first, *last; } WarningList;

typedef struct {
    DiagnosticKind kind;
    DiagnosticKind whole_kind;  // of DIAG_INCOMPLETE: what it is where no more input can come
    Span span;
    Stage stage;
    int seen_line;          // of the last token that was looked at
    int block_line, block_column;   // of the last compound statement before a mistake, 0 if there is none
    bool at_end;            // the text ended within a bracket, string or joined line: more could mend it
    WarningList warnings;   // in the order in which they are given, before the error if there is one
    char message[400];
} Diagnostic;

// Adds a warning with its nodes in the arena; what does not fit into that is left out.
void diagnostic_warn(Arena *arena, WarningList *list, Warning warning, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diagnostic_report(Diagnostic *diagnostic, DiagnosticKind kind, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

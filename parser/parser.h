// Parser: the text of one source to its syntax tree.
#pragma once
#include "lexer/arena.h"
#include "lexer/diagnostic.h"
#include "parser/ast.h"
#include <stdio.h>

typedef enum {
    PARSE_FILE,   // any number of statements
    PARSE_SINGLE, // one statement typed at a prompt: one simple line, or a compound statement and a blank
                  // line
    PARSE_EVAL,   // one expression
} ParseMode;

// The tree of text[0..size), or NULL after a report to `diagnostic` (whose kind must be DIAG_NONE before).
// Tree and names live in the arena and may point into `text`, which must stay alive as long as the tree is
// used. In PARSE_SINGLE a text that more lines could complete is reported as DIAG_INCOMPLETE.
Module *parser_parse(Arena *arena, const char *text, size_t size, const char *file_name, ParseMode mode,
                     Diagnostic *diagnostic);

// Writes the tree, one node a line, its children indented below it; with spans if asked for. False when the
// tree is too deep to be walked: what lies deeper is then missing.
bool ast_dump(const Module *module, bool with_spans, FILE *file);

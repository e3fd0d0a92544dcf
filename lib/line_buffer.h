// The text that is being edited at the terminal: UTF-8 of one or more lines, and a place in it.
//
// Plain memory, no values. When memory runs out a change does not happen.
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    char *text;                 // always with a NUL behind it
    size_t size, room;
    size_t cursor;              // a byte offset at the start of a character
} LineBuffer;

bool line_reserve(LineBuffer *b, size_t size);          // also makes an empty buffer usable
void line_insert(LineBuffer *b, const char *text, size_t size);         // at the cursor, which moves behind it
void line_delete(LineBuffer *b, size_t from, size_t to);                // the cursor stays at its character
void line_set(LineBuffer *b, const char *text, size_t size);            // the cursor goes to the end
void line_free(LineBuffer *b);

// Places, from `at` on; each answers `at` itself where there is nothing more.
size_t line_next(const LineBuffer *b, size_t at);               // a character, with the marks that combine with it
size_t line_previous(const LineBuffer *b, size_t at);
size_t line_next_word(const LineBuffer *b, size_t at);          // the end of the word here or of the next one
size_t line_previous_word(const LineBuffer *b, size_t at);
size_t line_start(const LineBuffer *b, size_t at);              // of the line
size_t line_end(const LineBuffer *b, size_t at);                // of the line, before its newline
size_t line_indent(const LineBuffer *b, size_t at);             // blanks that the line begins with

// Columns that a character takes on a screen, 0 for a combining mark. Controls are shown as ^X.
int line_character_width(const char *text);
size_t line_columns(const LineBuffer *b, size_t from, size_t to);       // of characters of one line
size_t line_at_column(const LineBuffer *b, size_t start, size_t columns);       // the place of a column in the line at start

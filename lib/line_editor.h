// Editing at the terminal: a text of any number of lines, with history and completion. (The usual libraries edit one line at
// a time; a function that is written at a prompt is corrected as a whole.)
//
// The terminal is in raw mode only while a text is being edited. What the keys do: line_editor.c, table `keys`.
#pragma once
#include "lib/line_history.h"
#include <stdbool.h>
#include <stddef.h>

// What could stand at the cursor. Words replace the text from `start` to the cursor; all in malloc's memory.
typedef struct {
    size_t start;
    char **words;
    size_t count, room;
} Completions;
bool completions_add(Completions *c, const char *word, size_t size);

typedef struct {
    const char *prompt, *more;          // before the first line and the others; UTF-8, may hold colours
    History *history;                   // 0: none
    bool (*is_whole)(const char *text, size_t size);    // Enter at the end takes the text; 0: always
    void (*complete)(const char *text, size_t cursor, Completions *c);      // words that start with what is there; 0: none
    void (*highlight)(const char *text, size_t size, unsigned char *styles);        // see line_screen.h; 0: none
    const char *const *styles;
} LineEditor;

typedef enum { LINE_READ, LINE_INTERRUPTED, LINE_END } LineResult;
// Reads from the terminal `in` and draws on the terminal `out`. With LINE_READ *text is malloc's, with no newline at its end
// but those that were typed.
LineResult line_edit(const LineEditor *e, int in, int out, char **text, size_t *size);
bool line_edit_possible(int in, int out);       // both are terminals that can do what is needed

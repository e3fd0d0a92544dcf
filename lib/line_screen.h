// The edited text on the screen: drawn over itself after each key, from the line on where the prompt stands.
//
// A text that has more rows than the window is shown in part, around the cursor. Below it there may be a note (a list of
// completions).
#pragma once
#include "lib/line_buffer.h"

typedef struct {
    int fd;
    const char *prompt, *more;          // before the first line and the others; may hold escape sequences of colour
    // Fills in a style for each byte of the text: 0 or a number of `styles`. May be 0.
    void (*highlight)(const char *text, size_t size, unsigned char *styles);
    const char *const *styles;          // escape sequences
    const char *note;                   // lines below the text, or 0
    int columns, rows;                  // of the window
    size_t cursor_row;                  // of the cursor, counted from the first row drawn
    size_t top;                         // the row of the text that is drawn first
} Screen;

void screen_measure(Screen *s);                                 // asks the terminal for its size
void screen_begin(const Screen *s);                             // to a line of its own, whatever was written before
void screen_draw(Screen *s, const LineBuffer *b);
void screen_resized(Screen *s, const LineBuffer *b);            // draws again after the window has changed
void screen_leave(Screen *s, const LineBuffer *b);              // the cursor to the line below the text
void screen_clear(Screen *s, const LineBuffer *b);              // clears the window, the text goes to its top

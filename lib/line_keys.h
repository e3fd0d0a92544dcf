// Keys: what the terminal sends, decoded.
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef enum {
    KEY_TEXT,                   // `text` is a character, or a whole pasted text
    KEY_PASTE,
    KEY_CONTROL,                // `letter` with Ctrl: 'A' to 'Z', or '_', ']', '\\', '^', '@'
    KEY_ALT,                    // `letter` with Alt, or after Escape; lower case
    KEY_ENTER, KEY_ALT_ENTER, KEY_TAB, KEY_BACK_TAB, KEY_BACKSPACE, KEY_ALT_BACKSPACE, KEY_DELETE, KEY_ESCAPE,
    KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_PAGE_UP, KEY_PAGE_DOWN,
    KEY_WORD_LEFT, KEY_WORD_RIGHT, KEY_WORD_DELETE, KEY_FIRST, KEY_LAST,        // with Ctrl: words, both ends of the text
    KEY_RESIZED,                // the window has another size now
    KEY_NONE,                   // something that has no meaning here
    KEY_END_OF_INPUT,           // the terminal is gone
} KeyKind;

typedef struct {
    KeyKind kind;
    char letter;
    const char *text;           // valid UTF-8; good until the next key
    size_t size;
} Key;

Key keys_read(int fd);          // waits
bool keys_pending(int fd);      // something was typed or pasted already
void keys_resized(void);        // from a signal handler

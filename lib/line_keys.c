// Keys: reading the terminal, and telling escape sequences, pasted text and a lone Escape apart.
#include "lib/line_keys.h"
#include "objects/mem.h"
#include "objects/utf8.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#define ESCAPE_WAIT 60          // milliseconds: a lone Escape key sends nothing more

typedef struct {
    unsigned char bytes[4096];
    size_t at, size;
} Input;
MEM_UNSCANNED static Input input;
static volatile int resized;
static char *pasted;
static size_t pasted_room;

void keys_resized(void) { resized = 1; }

// ------------------------------------------------------------------------------------------------ bytes

enum { NO_BYTE = -1, RESIZED = -2 };

static bool wait_for(int fd, int milliseconds) {
    struct pollfd p = {.fd = fd, .events = POLLIN};
    return input.at < input.size || poll(&p, 1, milliseconds) > 0;
}

bool keys_pending(int fd) { return wait_for(fd, 0); }

// The next byte; RESIZED only when `interruptible`.
static int next_byte(int fd, bool interruptible) {
    while (input.at >= input.size) {
        if (resized && interruptible) return resized = 0, RESIZED;
        ssize_t got = read(fd, input.bytes, sizeof input.bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return NO_BYTE;
        input.at = 0;
        input.size = (size_t)got;
    }
    return input.bytes[input.at++];
}

// ------------------------------------------------------------------------------------------------ pasted text

static bool paste_add(size_t *size, char c) {
    if (*size + 8 > pasted_room) {
        char *more = realloc(pasted, pasted_room * 2 + 4096);
        if (!more) return false;
        pasted = more;
        pasted_room = pasted_room * 2 + 4096;
    }
    pasted[(*size)++] = c;
    return true;
}

// Text with what is no UTF-8 and no text left out.
static size_t clean(char *text, size_t size) {
    size_t to = 0;
    for (size_t at = 0; at < size;) {
        size_t count = 0, width = utf8_width(text[at]);
        if (at + width > size || utf8_validate((uint8_t *)text + at, width, &count) != width) {
            at++;
            continue;
        }
        bool keep = (unsigned char)text[at] >= ' ' || text[at] == '\n' || text[at] == '\t';
        if (keep) memmove(text + to, text + at, width);
        to += keep ? width : 0;
        at += width;
    }
    return to;
}

static Key read_paste(int fd) {
    static const char end[] = "\033[201~";
    size_t size = 0;
    int c;
    while ((c = next_byte(fd, false)) >= 0) {
        bool newline = c == '\r' || (c == '\n' && (!size || pasted[size - 1] != '\r'));
        if (!paste_add(&size, newline ? '\n' : (char)c)) break;
        if (size >= sizeof end - 1 && !memcmp(pasted + size - (sizeof end - 1), end, sizeof end - 1)) {
            size -= sizeof end - 1;
            break;
        }
    }
    return (Key){KEY_PASTE, 0, pasted, clean(pasted, size)};
}

// ------------------------------------------------------------------------------------------------ sequences

typedef struct {
    int final;                  // letter or ~
    int number, modifier;       // modifier: 1 + (1 Shift, 2 Alt, 4 Ctrl)
} Sequence;

static const struct {
    int final, number;
    KeyKind plain, with_control;
} sequences[] = {
    {'A', 1, KEY_UP, KEY_PAGE_UP}, {'B', 1, KEY_DOWN, KEY_PAGE_DOWN}, {'C', 1, KEY_RIGHT, KEY_WORD_RIGHT},
    {'D', 1, KEY_LEFT, KEY_WORD_LEFT}, {'H', 1, KEY_HOME, KEY_FIRST}, {'F', 1, KEY_END, KEY_LAST},
    {'Z', 1, KEY_BACK_TAB, KEY_BACK_TAB}, {'M', 1, KEY_ENTER, KEY_ALT_ENTER}, {'~', 1, KEY_HOME, KEY_FIRST},
    {'~', 7, KEY_HOME, KEY_FIRST}, {'~', 4, KEY_END, KEY_LAST}, {'~', 8, KEY_END, KEY_LAST},
    {'~', 3, KEY_DELETE, KEY_WORD_DELETE}, {'~', 5, KEY_PAGE_UP, KEY_PAGE_UP}, {'~', 6, KEY_PAGE_DOWN, KEY_PAGE_DOWN},
};

static Key meaning(int fd, const Sequence *s) {
    if (s->final == '~' && s->number == 200) return read_paste(fd);
    for (size_t k = 0; k < sizeof sequences / sizeof *sequences; k++)
        if (sequences[k].final == s->final && sequences[k].number == s->number)
            return (Key){.kind = s->modifier > 2 ? sequences[k].with_control : sequences[k].plain};
    return (Key){.kind = KEY_NONE};
}

// After ESC [ or ESC O: numbers between semicolons, then the final character.
static Key read_sequence(int fd) {
    Sequence s = {.number = 0, .modifier = 1};
    int *into = &s.number, c, value = 0;
    while ((c = next_byte(fd, false)) >= 0 && (c < '@' || c > '~')) {
        if (c >= '0' && c <= '9' && value < 1000) value = value * 10 + c - '0';
        *into = value;
        if (c == ';') into = &s.modifier, value = 0;
    }
    if (c < 0) return (Key){.kind = KEY_END_OF_INPUT};
    s.final = c;
    if (!s.number) s.number = 1;
    return meaning(fd, &s);
}

static Key read_escape(int fd) {
    if (!wait_for(fd, ESCAPE_WAIT)) return (Key){.kind = KEY_ESCAPE};
    int c = next_byte(fd, false);
    switch (c) {
    case NO_BYTE: return (Key){.kind = KEY_END_OF_INPUT};
    case '[': case 'O': return read_sequence(fd);
    case '\r': case '\n': return (Key){.kind = KEY_ALT_ENTER};
    case 8: case 127: return (Key){.kind = KEY_ALT_BACKSPACE};
    case 27: return (Key){.kind = KEY_ESCAPE};
    default: return (Key){KEY_ALT, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c), 0, 0};
    }
}

static Key read_character(int fd, int first) {
    static char text[5];
    size_t width = utf8_width((char)first), count = 0;
    text[0] = (char)first;
    for (size_t k = 1; k < width; k++) {
        int c = next_byte(fd, false);
        if (c < 0) return (Key){.kind = KEY_END_OF_INPUT};
        if (!utf8_is_continuation((char)c)) {           // the next key
            input.at--;
            return (Key){.kind = KEY_NONE};
        }
        text[k] = (char)c;
    }
    if (utf8_validate((uint8_t *)text, width, &count) != width) return (Key){.kind = KEY_NONE};
    return (Key){KEY_TEXT, 0, text, width};
}

Key keys_read(int fd) {
    int c = next_byte(fd, true);
    switch (c) {
    case NO_BYTE: return (Key){.kind = KEY_END_OF_INPUT};
    case RESIZED: return (Key){.kind = KEY_RESIZED};
    case '\r': case '\n': return (Key){.kind = KEY_ENTER};
    case '\t': return (Key){.kind = KEY_TAB};
    case 8: case 127: return (Key){.kind = KEY_BACKSPACE};
    case 27: return read_escape(fd);
    default: return c < 32 ? (Key){KEY_CONTROL, (char)(c + '@'), 0, 0} : read_character(fd, c);
    }
}

// The screen: what the edited text looks like in rows and columns, and the escape sequences that draw it.
#include "lib/line_screen.h"
#include "objects/utf8.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

void screen_measure(Screen *s) {
    struct winsize size;
    bool known = ioctl(s->fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    s->columns = known ? size.ws_col : 80;
    s->rows = known ? size.ws_row : 24;
    if (s->columns < 8) s->columns = 8;
}

// ------------------------------------------------------------------------------------------------ rows

// A row of the window: part of one line of the text.
typedef struct {
    size_t start, end;
    int column;                 // where the text begins: behind the prompt in a line's first row
    int width;                  // columns that are taken, prompt included
    bool first;                 // of its line
} Row;

typedef struct {
    Row *rows;
    size_t count, room;
    size_t cursor_row;
    int cursor_column;
} Layout;

// Columns of a prompt: escape sequences take none.
static int prompt_width(const char *p) {
    int width = 0;
    while (*p) {
        if (*p == '\033' && p[1] == '[') {
            for (p += 2; *p && (*p < '@' || *p > '~'); p++) {}
            p += *p != 0;
            continue;
        }
        width += line_character_width(p);
        p += utf8_width(*p);
    }
    return width;
}

static Row *add_row(Layout *l, Row row) {
    if (l->count == l->room) {
        Row *more = realloc(l->rows, (l->room * 2 + 32) * sizeof *more);
        if (!more) return 0;
        l->rows = more;
        l->room = l->room * 2 + 32;
    }
    l->rows[l->count] = row;
    return &l->rows[l->count++];
}

static int width_at(const char *text, int column, int from) {
    return *text == '\t' ? 8 - (column - from) % 8 : line_character_width(text);
}

// Divides the text into rows. A line that fills its last row goes on with an empty one, where the cursor can stand.
static bool lay_out(Layout *l, const Screen *s, const LineBuffer *b) {
    int widths[] = {prompt_width(s->prompt) % s->columns, prompt_width(s->more) % s->columns};
    *l = (Layout){0};
    Row *row = add_row(l, (Row){.column = widths[0], .width = widths[0], .first = true});
    for (size_t at = 0; row; at += utf8_width(b->text[at])) {
        if (at == b->cursor) l->cursor_row = l->count - 1, l->cursor_column = row->width;
        row->end = at;
        if (at >= b->size) return true;
        if (b->text[at] == '\n') {
            row = add_row(l, (Row){.start = at + 1, .column = widths[1], .width = widths[1], .first = true});
            continue;
        }
        int width = width_at(b->text + at, row->width, row->column);
        if (row->width + width > s->columns) {
            row = add_row(l, (Row){.start = at, .width = width});
            if (row && at == b->cursor) l->cursor_row = l->count - 1, l->cursor_column = 0;
        } else {
            row->width += width;
        }
        size_t next = at + utf8_width(b->text[at]);
        bool mark = next < b->size && b->text[next] != '\n' && !line_character_width(b->text + next);
        if (row && row->width == s->columns && !mark) {
            row->end = next;
            row = add_row(l, (Row){.start = next});
        }
    }
    return false;
}

// ------------------------------------------------------------------------------------------------ output

typedef struct {
    char *data;
    size_t size, room;
} Output;

static void put(Output *o, const char *text, size_t size) {
    if (o->size + size > o->room) {
        char *more = realloc(o->data, (o->size + size) * 2 + 1024);
        if (!more) return;
        o->data = more;
        o->room = (o->size + size) * 2 + 1024;
    }
    memcpy(o->data + o->size, text, size);
    o->size += size;
}

static void put_c(Output *o, const char *text) { put(o, text, strlen(text)); }

__attribute__((format(printf, 2, 3))) static void put_format(Output *o, const char *format, ...) {
    char text[512];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    put_c(o, text);
}

static void put_up(Output *o, size_t rows) {
    if (rows) put_format(o, "\033[%zuA", rows);
    put_c(o, "\r");
}

static void send(Output *o, int fd) {
    for (size_t at = 0; at < o->size;) {
        ssize_t put = write(fd, o->data + at, o->size - at);
        if (put < 0 && errno != EINTR) break;
        if (put > 0) at += (size_t)put;
    }
    free(o->data);
}

static void put_character(Output *o, const char *text, int width) {
    if (*text == '\t') put(o, "        ", (size_t)width);
    else if ((unsigned char)*text < 0x20 || *text == 0x7f) put_format(o, "^%c", *text ^ 0x40);
    else put(o, text, utf8_width(*text));
}

static void put_row(Output *o, const Screen *s, const LineBuffer *b, const Row *row, const unsigned char *styles) {
    int column = row->column, style = 0;
    for (size_t at = row->start; at < row->end; at += utf8_width(b->text[at])) {
        int width = width_at(b->text + at, column, row->column), wanted = styles ? styles[at] : 0;
        if (wanted != style) put_c(o, style ? "\033[0m" : ""), put_c(o, wanted ? s->styles[wanted] : "");
        style = wanted;
        put_character(o, b->text + at, width);
        column += width;
    }
    if (style) put_c(o, "\033[0m");
}

// The rows from `from` to `to`. The terminal itself goes on to the next row in the middle of a line, so that it knows what
// belongs together when the window changes.
static void put_rows(Output *o, const Screen *s, const LineBuffer *b, const Layout *l, size_t from, size_t to) {
    unsigned char *styles = s->highlight ? calloc(b->size + 1, 1) : 0;
    if (styles) s->highlight(b->text, b->size, styles);
    for (size_t k = from; k < to; k++) {
        const Row *row = &l->rows[k];
        if (row->first) put_c(o, k == 0 ? s->prompt : s->more);
        put_row(o, s, b, row, styles);
        bool last = k + 1 == to, wraps = k + 1 < l->count && !l->rows[k + 1].first;
        if (row->width < s->columns) put_c(o, "\033[K");
        if (last) break;
        if (!wraps) put_c(o, "\r\n");
        else if (l->rows[k + 1].start == l->rows[k + 1].end) put_c(o, " \r");
    }
    free(styles);
}

static size_t note_rows(const Screen *s) {
    size_t rows = 0;
    for (const char *n = s->note; n && *n; n++) rows += *n == '\n';
    return rows < (size_t)s->rows / 2 ? rows : (size_t)s->rows / 2;
}

// As many lines of the note as `rows`.
static void put_note(Output *o, const char *note, size_t rows) {
    for (; rows; rows--) {
        size_t size = strcspn(note, "\n");
        put_c(o, "\r\n");
        put(o, note, size);
        put_c(o, "\033[K");
        note += size + 1;
    }
}

// A mark and blanks, as many as the window has columns: from the first column on they fill the line, and the prompt will
// cover them; from any other they go on to the next line, and the mark says that there was no newline.
void screen_begin(const Screen *s) {
    Output o = {0};
    put_c(&o, "\033[7m%\033[0m");
    put_format(&o, "%*s\r", s->columns - 1 < 400 ? s->columns - 1 : 400, "");
    send(&o, s->fd);
}

void screen_draw(Screen *s, const LineBuffer *b) {
    Layout l;
    Output o = {0};
    if (lay_out(&l, s, b)) {
        size_t below = note_rows(s), room = (size_t)s->rows - below;
        if (l.cursor_row < s->top) s->top = l.cursor_row;
        if (l.cursor_row >= s->top + room) s->top = l.cursor_row - room + 1;
        if (l.count <= s->top + room) s->top = l.count > room ? l.count - room : 0;
        size_t end = l.count < s->top + room ? l.count : s->top + room;
        put_c(&o, "\033[?25l");
        put_up(&o, s->cursor_row);
        put_rows(&o, s, b, &l, s->top, end);
        put_note(&o, s->note, below);
        if (end - s->top + below < (size_t)s->rows) put_c(&o, "\033[J");
        s->cursor_row = l.cursor_row - s->top;
        put_up(&o, end - s->top - 1 + below - s->cursor_row);
        if (l.cursor_column) put_format(&o, "\033[%dC", l.cursor_column);
        put_c(&o, "\033[?25h");
    }
    send(&o, s->fd);
    free(l.rows);
}

// Terminals that change the rows of what they show keep the cursor at its character, so its row follows from the new size.
void screen_resized(Screen *s, const LineBuffer *b) {
    screen_measure(s);
    Layout l;
    Output o = {0};
    if (lay_out(&l, s, b) && l.count <= (size_t)s->rows && !s->top) {
        put_up(&o, l.cursor_row);
    } else {
        put_c(&o, "\033[H\033[2J");
    }
    send(&o, s->fd);
    free(l.rows);
    s->cursor_row = s->top = 0;
    screen_draw(s, b);
}

void screen_leave(Screen *s, const LineBuffer *b) {
    LineBuffer end = *b;
    end.cursor = end.size;
    s->note = 0;
    screen_draw(s, &end);
    Output o = {0};
    put_c(&o, "\r\n");
    send(&o, s->fd);
    s->cursor_row = s->top = 0;
}

void screen_clear(Screen *s, const LineBuffer *b) {
    Output o = {0};
    put_c(&o, "\033[H\033[2J");
    send(&o, s->fd);
    s->cursor_row = s->top = 0;
    screen_draw(s, b);
}

// The editor at the prompt: what each key does (`press`), with undo, search, completion, and the terminal in raw mode.
#include "lib/line_editor.h"
#include "lib/line_keys.h"
#include "lib/line_screen.h"
#include "objects/utf8.h"
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#define INDENT 4
#define UNDO_MAX 200

typedef struct {
    char *text;
    size_t size, cursor;
} State;

typedef enum { EDITING, DONE, INTERRUPTED, ENDED } Mode;

typedef struct {
    const LineEditor *e;
    int in;
    Screen screen;
    LineBuffer b;
    Mode mode;
    size_t entry;               // of the history; its count: the text that is being typed
    LineBuffer typed;           // that text, while an older one is shown
    State undo[UNDO_MAX];
    size_t undo_count;
    bool typing;                // the last key inserted a character: one undo for all of them
    size_t wanted_column;       // of cursor movements up and down; SIZE_MAX: where it is
    char *note;
    bool has_next;              // a key that ended a search is still to be done
    Key next;
} Editor;

static LineBuffer killed;       // by Ctrl-K and its like; kept from text to text

// ------------------------------------------------------------------------------------------------ changes

static void remember(Editor *ed) {
    if (ed->undo_count == UNDO_MAX) {
        free(ed->undo[0].text);
        memmove(ed->undo, ed->undo + 1, --ed->undo_count * sizeof *ed->undo);
    }
    char *copy = malloc(ed->b.size + 1);
    if (!copy) return;
    memcpy(copy, ed->b.text, ed->b.size + 1);
    ed->undo[ed->undo_count++] = (State){copy, ed->b.size, ed->b.cursor};
}

static void undo(Editor *ed) {
    if (!ed->undo_count) return;
    State s = ed->undo[--ed->undo_count];
    line_set(&ed->b, s.text, s.size);
    ed->b.cursor = s.cursor;
    free(s.text);
}

static void forget_undo(Editor *ed) {
    while (ed->undo_count) free(ed->undo[--ed->undo_count].text);
}

static void insert(Editor *ed, const char *text, size_t size) {
    remember(ed);
    line_insert(&ed->b, text, size);
}

static void delete(Editor *ed, size_t from, size_t to) {
    if (from == to) return;
    remember(ed);
    line_delete(&ed->b, from, to);
}

static void kill_text(Editor *ed, size_t from, size_t to) {
    if (from == to) return;
    line_set(&killed, ed->b.text + from, to - from);
    delete(ed, from, to);
}

// ------------------------------------------------------------------------------------------------ indentation

static size_t leading_end(const LineBuffer *b, size_t at) { return line_start(b, at) + line_indent(b, at); }

static bool word_at(const LineBuffer *b, size_t at, const char *word) {
    size_t size = strlen(word);
    char behind = at + size <= b->size ? b->text[at + size] : 0;
    return at + size <= b->size && !memcmp(b->text + at, word, size) && (!behind || strchr(" \t\n;(#", behind));
}

// Blanks that the line after the cursor's should begin with.
static size_t next_indent(const LineBuffer *b) {
    static const char *const leaving[] = {"return", "pass", "break", "continue", "raise"};
    size_t indent = line_indent(b, b->cursor), first = leading_end(b, b->cursor), last = b->cursor;
    if (first > b->cursor) return b->cursor - line_start(b, b->cursor);
    while (last > first && (b->text[last - 1] == ' ' || b->text[last - 1] == '\t')) last--;
    if (last > first && strchr(":([{", b->text[last - 1])) return indent + INDENT;
    for (size_t k = 0; k < sizeof leaving / sizeof *leaving; k++)
        if (word_at(b, first, leaving[k])) return indent > INDENT ? indent - INDENT : 0;
    return indent;
}

// When more was typed ahead, it is a text that some program sends, with an indentation of its own.
static void new_line(Editor *ed) {
    LineBuffer *b = &ed->b;
    size_t start = line_start(b, b->cursor), old = line_indent(b, b->cursor);
    size_t indent = keys_pending(ed->in) ? 0 : next_indent(b);
    insert(ed, "\n", 1);
    for (size_t k = 0; k < indent; k++) line_insert(b, k < old ? &(char){b->text[start + k]} : " ", 1);
}

static void indent_more(Editor *ed) {
    size_t column = ed->b.cursor - line_start(&ed->b, ed->b.cursor);
    insert(ed, "    ", INDENT - column % INDENT);
}

static void indent_less(Editor *ed) {
    size_t start = line_start(&ed->b, ed->b.cursor), count = line_indent(&ed->b, ed->b.cursor);
    delete(ed, start, start + (count < INDENT ? count : (count - 1) % INDENT + 1));
}

static void delete_back(Editor *ed) {
    LineBuffer *b = &ed->b;
    size_t start = line_start(b, b->cursor), column = b->cursor - start, from = line_previous(b, b->cursor);
    bool blanks = column && column <= line_indent(b, b->cursor) && !memchr(b->text + start, '\t', column);
    if (blanks) from = b->cursor - ((column - 1) % INDENT + 1);
    delete(ed, from, b->cursor);
}

// ------------------------------------------------------------------------------------------------ history

static void show_entry(Editor *ed, size_t entry) {
    const History *h = ed->e->history;
    if (!h || entry > h->count || entry == ed->entry) return;
    if (ed->entry == h->count) line_set(&ed->typed, ed->b.text, ed->b.size);
    forget_undo(ed);
    ed->entry = entry;
    if (entry == h->count) line_set(&ed->b, ed->typed.text, ed->typed.size);
    else line_set(&ed->b, h->entries[entry], strlen(h->entries[entry]));
}

static void older(Editor *ed) {
    if (ed->entry > 0) show_entry(ed, ed->entry - 1);
}

static void newer(Editor *ed) { show_entry(ed, ed->entry + 1); }

// A line up or down in the text; at its ends to another entry.
static void move_line(Editor *ed, bool down) {
    LineBuffer *b = &ed->b;
    size_t start = line_start(b, b->cursor), end = line_end(b, b->cursor), column = ed->wanted_column;
    if (column == SIZE_MAX) column = line_columns(b, start, b->cursor);
    if (down && end == b->size) newer(ed);
    else if (!down && start == 0) older(ed);
    else {
        b->cursor = line_at_column(b, down ? end + 1 : line_start(b, start - 1), column);
        ed->wanted_column = column;
    }
}

static size_t word_columns(const char *word) {
    return line_columns(&(LineBuffer){.text = (char *)word}, 0, strlen(word));
}

static void set_note(Editor *ed, const char *text) {
    free(ed->note);
    ed->note = text ? strdup(text) : 0;
    ed->screen.note = ed->note;
}

// The newest entry before `before` that has the pattern in it.
static size_t search_back(const History *h, size_t before, const char *pattern) {
    while (before > 0)
        if (strstr(h->entries[--before], pattern)) return before;
    return SIZE_MAX;
}

static void show_search(Editor *ed, const char *pattern, bool found) {
    char note[200];
    snprintf(note, sizeof note, "%ssearch: %.150s\n", found ? "" : "not found, ", pattern);
    set_note(ed, note);
    screen_draw(&ed->screen, &ed->b);
}

// Ctrl-R: what is typed is searched in older entries. Any key that is no text ends it.
static void search(Editor *ed) {
    const History *h = ed->e->history;
    LineBuffer pattern = {0};
    size_t first = ed->entry, at = first;
    if (!h || !line_reserve(&pattern, 1)) return;
    show_search(ed, pattern.text, true);
    for (Key key;;) {
        key = keys_read(ed->in);
        bool again = key.kind == KEY_CONTROL && key.letter == 'R';
        if (key.kind == KEY_TEXT) line_insert(&pattern, key.text, key.size);
        else if (key.kind == KEY_BACKSPACE) line_delete(&pattern, line_previous(&pattern, pattern.size), pattern.size);
        else if (!again) {
            bool back = key.kind == KEY_CONTROL && (key.letter == 'G' || key.letter == 'C');
            if (back) show_entry(ed, first);
            ed->has_next = !back && key.kind != KEY_ESCAPE && key.kind != KEY_ENTER;
            ed->next = key;
            break;
        }
        size_t found = pattern.size ? search_back(h, again ? at : h->count, pattern.text) : at;
        if (found != SIZE_MAX && pattern.size) {
            show_entry(ed, at = found);
            ed->b.cursor = (size_t)(strstr(ed->b.text, pattern.text) - ed->b.text);
        }
        show_search(ed, pattern.text, found != SIZE_MAX);
    }
    set_note(ed, 0);
    line_free(&pattern);
}

// ------------------------------------------------------------------------------------------------ completion

bool completions_add(Completions *c, const char *word, size_t size) {
    if (c->count == c->room) {
        char **more = realloc(c->words, (c->room * 2 + 32) * sizeof *more);
        if (!more) return false;
        c->words = more;
        c->room = c->room * 2 + 32;
    }
    char *copy = strndup(word, size);
    if (copy) c->words[c->count++] = copy;
    return copy != 0;
}

static int compare_words(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void sort_words(Completions *c) {
    qsort(c->words, c->count, sizeof *c->words, compare_words);
    size_t kept = 0;
    for (size_t k = 0; k < c->count; k++) {
        if (kept && !strcmp(c->words[kept - 1], c->words[k])) free(c->words[k]);
        else c->words[kept++] = c->words[k];
    }
    c->count = kept;
}

static size_t common_prefix(const Completions *c) {
    size_t size = strlen(c->words[0]);
    for (size_t k = 1; k < c->count; k++) {
        size_t same = 0;
        while (same < size && c->words[k][same] == c->words[0][same]) same++;
        size = same;
    }
    while (size && utf8_is_continuation(c->words[0][size])) size--;
    return size;
}

// The words in columns, read downwards.
static void list_words(Editor *ed, const Completions *c) {
    size_t width = 0, most = (size_t)ed->screen.rows / 2;
    for (size_t k = 0; k < c->count; k++) {
        size_t columns = word_columns(c->words[k]);
        if (columns + 2 > width) width = columns + 2;
    }
    size_t across = (size_t)ed->screen.columns > width ? ((size_t)ed->screen.columns - 1) / width : 1;
    size_t rows = (c->count + across - 1) / across;
    LineBuffer text = {0};
    for (size_t row = 0; row < rows && row < most; row++) {
        for (size_t k = row; k < c->count; k += rows) {
            line_insert(&text, c->words[k], strlen(c->words[k]));
            for (size_t pad = word_columns(c->words[k]); pad < width && k + rows < c->count; pad++)
                line_insert(&text, " ", 1);
        }
        line_insert(&text, "\n", 1);
    }
    if (rows > most && most) {                  // the last line says how many are missing
        char more[64];
        size_t shown = 0;
        for (size_t row = 0; row + 1 < most; row++)
            for (size_t k = row; k < c->count; k += rows) shown++;
        line_delete(&text, line_start(&text, text.size - 1), text.size);
        int size = snprintf(more, sizeof more, "... and %zu more\n", c->count - shown);
        line_insert(&text, more, (size_t)size);
    }
    set_note(ed, text.text);
    line_free(&text);
}

static void complete(Editor *ed) {
    LineBuffer *b = &ed->b;
    if (leading_end(b, b->cursor) >= b->cursor) return indent_more(ed);
    Completions c = {.start = b->cursor};
    if (ed->e->complete) ed->e->complete(b->text, b->cursor, &c);
    if (c.count) {
        sort_words(&c);
        size_t prefix = common_prefix(&c), typed = b->cursor - c.start;
        if (prefix > typed) insert(ed, c.words[0] + typed, prefix - typed);
        else if (c.count > 1) list_words(ed, &c);
    }
    for (size_t k = 0; k < c.count; k++) free(c.words[k]);
    free(c.words);
}

// ------------------------------------------------------------------------------------------------ keys

static void enter(Editor *ed) {
    LineBuffer *b = &ed->b;
    bool last = line_end(b, b->cursor) == b->size;
    if (last && (!ed->e->is_whole || ed->e->is_whole(b->text, b->size))) ed->mode = DONE;
    else if (ed->e->is_whole) new_line(ed);
}

static void transpose(Editor *ed) {
    LineBuffer *b = &ed->b;
    size_t at = b->cursor == line_end(b, b->cursor) ? line_previous(b, b->cursor) : b->cursor;
    size_t before = line_previous(b, at), behind = line_next(b, at);
    if (at <= line_start(b, b->cursor) || at == behind || b->text[at] == '\n') return;
    char moved[64];
    if (at - before >= sizeof moved) return;
    remember(ed);
    memcpy(moved, b->text + before, at - before);
    line_delete(b, before, at);
    b->cursor = before + (behind - at);
    line_insert(b, moved, at - before);
}

static void suspend(Editor *ed);

static void end_or_delete(Editor *ed) {
    if (!ed->b.size) ed->mode = ENDED;
    else delete(ed, ed->b.cursor, line_next(&ed->b, ed->b.cursor));
}

static void control(Editor *ed, char letter) {
    LineBuffer *b = &ed->b;
    size_t at = b->cursor;
    switch (letter) {
    case 'A': b->cursor = line_start(b, at); break;
    case 'B': b->cursor = line_previous(b, at); break;
    case 'C': ed->mode = INTERRUPTED; break;
    case 'D': end_or_delete(ed); break;
    case 'E': b->cursor = line_end(b, at); break;
    case 'F': b->cursor = line_next(b, at); break;
    case 'K': kill_text(ed, at, line_end(b, at) == at ? line_next(b, at) : line_end(b, at)); break;
    case 'L': screen_clear(&ed->screen, b); break;
    case 'N': newer(ed); break;
    case 'P': older(ed); break;
    case 'R': search(ed); break;
    case 'T': transpose(ed); break;
    case 'U': kill_text(ed, line_start(b, at), at); break;
    case 'W': kill_text(ed, line_previous_word(b, at), at); break;
    case 'Y': insert(ed, killed.text, killed.size); break;
    case 'Z': suspend(ed); break;
    case '_': undo(ed); break;
    default: break;
    }
}

static void alt(Editor *ed, char letter) {
    LineBuffer *b = &ed->b;
    switch (letter) {
    case 'b': b->cursor = line_previous_word(b, b->cursor); break;
    case 'f': b->cursor = line_next_word(b, b->cursor); break;
    case 'd': kill_text(ed, b->cursor, line_next_word(b, b->cursor)); break;
    case '<': b->cursor = 0; break;
    case '>': b->cursor = b->size; break;
    default: break;
    }
}

static void press(Editor *ed, const Key *key) {
    LineBuffer *b = &ed->b;
    size_t at = b->cursor;
    switch (key->kind) {
    case KEY_TEXT:
        if (!ed->typing) remember(ed);
        line_insert(b, key->text, key->size);
        break;
    case KEY_PASTE: insert(ed, key->text, key->size); break;
    case KEY_CONTROL: control(ed, key->letter); break;
    case KEY_ALT: alt(ed, key->letter); break;
    case KEY_ENTER: enter(ed); break;
    case KEY_ALT_ENTER: new_line(ed); break;
    case KEY_TAB: complete(ed); break;
    case KEY_BACK_TAB: indent_less(ed); break;
    case KEY_BACKSPACE: delete_back(ed); break;
    case KEY_ALT_BACKSPACE: kill_text(ed, line_previous_word(b, at), at); break;
    case KEY_DELETE: delete(ed, at, line_next(b, at)); break;
    case KEY_WORD_DELETE: kill_text(ed, at, line_next_word(b, at)); break;
    case KEY_UP: move_line(ed, false); break;
    case KEY_DOWN: move_line(ed, true); break;
    case KEY_LEFT: b->cursor = line_previous(b, at); break;
    case KEY_RIGHT: b->cursor = line_next(b, at); break;
    case KEY_WORD_LEFT: b->cursor = line_previous_word(b, at); break;
    case KEY_WORD_RIGHT: b->cursor = line_next_word(b, at); break;
    case KEY_HOME: b->cursor = line_start(b, at); break;
    case KEY_END: b->cursor = line_end(b, at); break;
    case KEY_FIRST: b->cursor = 0; break;
    case KEY_LAST: b->cursor = b->size; break;
    case KEY_PAGE_UP: older(ed); break;
    case KEY_PAGE_DOWN: newer(ed); break;
    case KEY_RESIZED: screen_resized(&ed->screen, b); break;
    case KEY_END_OF_INPUT: ed->mode = ENDED; break;
    case KEY_ESCAPE: case KEY_NONE: break;
    }
}

// ------------------------------------------------------------------------------------------------ the terminal

static struct termios usual;
static struct sigaction usual_resize, usual_ends[3];
static const int ends[3] = {SIGTERM, SIGHUP, SIGQUIT};
static int terminal = -1;       // the one that is in raw mode

static void on_resize(int number) {
    (void)number;
    keys_resized();
}

// The terminal must not stay raw when a signal ends the program.
static void on_end(int number) {
    tcsetattr(terminal, TCSANOW, &usual);
    signal(number, SIG_DFL);
    raise(number);
}

static void catch_ends(void) {
    struct sigaction action = {.sa_handler = on_end};
    for (int k = 0; k < 3; k++)
        if (sigaction(ends[k], 0, &usual_ends[k]) == 0 && usual_ends[k].sa_handler == SIG_DFL)
            sigaction(ends[k], &action, 0);
}

static void send(int fd, const char *text) {
    if (write(fd, text, strlen(text)) < 0) return;
}

// Raw mode: keys come one by one, unseen. Output is treated as ever.
static bool terminal_take(int in, int out) {
    if (tcgetattr(in, &usual) < 0) return false;
    struct termios raw = usual;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
    raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(in, TCSADRAIN, &raw) < 0) return false;
    struct sigaction action = {.sa_handler = on_resize};
    sigaction(SIGWINCH, &action, &usual_resize);
    terminal = in;
    catch_ends();
    send(out, "\033[?2004h");                   // pasted text comes in brackets
    return true;
}

static void terminal_give_back(int in, int out) {
    send(out, "\033[?2004l");
    tcsetattr(in, TCSADRAIN, &usual);
    sigaction(SIGWINCH, &usual_resize, 0);
    for (int k = 0; k < 3; k++) sigaction(ends[k], &usual_ends[k], 0);
}

static void suspend(Editor *ed) {
    screen_leave(&ed->screen, &ed->b);
    terminal_give_back(ed->in, ed->screen.fd);
    kill(0, SIGTSTP);
    if (!terminal_take(ed->in, ed->screen.fd)) ed->mode = ENDED;
    screen_measure(&ed->screen);
}

bool line_edit_possible(int in, int out) {
    const char *term = getenv("TERM");
    return isatty(in) && isatty(out) && term && *term && strcmp(term, "dumb");
}

static void edit(Editor *ed) {
    screen_begin(&ed->screen);
    screen_draw(&ed->screen, &ed->b);
    while (ed->mode == EDITING) {
        Key key = ed->has_next ? ed->next : keys_read(ed->in);
        ed->has_next = false;
        set_note(ed, 0);
        if (key.kind != KEY_UP && key.kind != KEY_DOWN) ed->wanted_column = SIZE_MAX;
        press(ed, &key);
        ed->typing = key.kind == KEY_TEXT;
        if (ed->mode == EDITING && !keys_pending(ed->in)) screen_draw(&ed->screen, &ed->b);
    }
    set_note(ed, 0);
    screen_leave(&ed->screen, &ed->b);
}

LineResult line_edit(const LineEditor *e, int in, int out, char **text, size_t *size) {
    Editor ed = {.e = e, .in = in, .wanted_column = SIZE_MAX, .entry = e->history ? e->history->count : 0};
    ed.screen = (Screen){.fd = out, .prompt = e->prompt, .more = e->more, .highlight = e->highlight, .styles = e->styles};
    bool room = line_reserve(&ed.b, 1) && line_reserve(&ed.typed, 1) && line_reserve(&killed, 1);
    if (!room || !terminal_take(in, out)) return LINE_END;
    screen_measure(&ed.screen);
    edit(&ed);
    terminal_give_back(in, out);
    forget_undo(&ed);
    line_free(&ed.typed);
    *text = ed.b.text;
    *size = ed.b.size;
    if (ed.mode == DONE) return LINE_READ;
    line_free(&ed.b);
    return ed.mode == INTERRUPTED ? LINE_INTERRUPTED : LINE_END;
}

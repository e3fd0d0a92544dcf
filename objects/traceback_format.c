// Traceback entries as text: file, line, source, and marks below the part of the source that failed (PEP 657).
//
//     File "x.py", line 3, in f
//       return a / b
//              ~~^~~
//
// Of an expression that spans lines, the first and the last line are shown and those around its anchors.
#include "objects/list.h"
#include "objects/traceback_parts.h"
#include <stdio.h>
#include <stdlib.h>

#define REPEATED_SHOWN 3                // of entries for one line in a row, as deep recursion has them
#define LINES_MAX 10000

typedef struct {
    const char *text;
    size_t size;
} Line;

// The source lines of one entry with their common indentation cut off, and the failed part in them.
typedef struct {
    Line *lines;
    int count;
    size_t start, end;                  // bytes in the first line, in the last line
    Anchors anchors;
    int left_line, right_line;          // where the anchors are
    size_t left, right;                 // bytes in these lines
} Excerpt;

// ---------------------------------------------------------------------------------------------------------------
// Lines

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

static size_t leading_blanks(Line line) {
    size_t blanks = 0;
    while (blanks < line.size && is_blank(line.text[blanks]))
        blanks++;
    return blanks;
}

static Line without_trailing_blanks(Line line) {
    while (line.size && is_blank(line.text[line.size - 1]))
        line.size--;
    return line;
}

static Line without_blanks(Line line) {
    size_t blanks = leading_blanks(line);
    return without_trailing_blanks((Line){line.text + blanks, line.size - blanks});
}

// Cuts off the spaces and tabs that all lines with content begin with; answers how many there are.
static size_t dedent(Line *lines, int count) {
    const Line *first = NULL;
    size_t margin = 0;
    for (int i = 0; i < count; i++) {
        if (leading_blanks(lines[i]) == lines[i].size)
            continue;
        if (!first) {
            first = &lines[i];
            while (first->text[margin] == ' ' || first->text[margin] == '\t')
                margin++;
        }
        size_t same = 0;
        while (same < margin && same < lines[i].size && lines[i].text[same] == first->text[same])
            same++;
        margin = same;
    }
    for (int i = 0; i < count; i++) {
        bool blank = leading_blanks(lines[i]) == lines[i].size;
        size_t cut = blank ? lines[i].size : margin;
        lines[i] = (Line){lines[i].text + cut, lines[i].size - cut};
    }
    return margin;
}

// The entry's source lines, trailing blanks cut off; false if there is nothing to show.
static bool read_lines(const Traceback *entry, Line *lines, int count) {
    bool any = false;
    for (int i = 0; i < count; i++) {
        if (!source_line(entry->file_name, entry->line + i, &lines[i].text, &lines[i].size))
            lines[i] = (Line){"", 0};
        lines[i] = without_trailing_blanks(lines[i]);
        any |= lines[i].size != leading_blanks(lines[i]);
    }
    return any;
}

// ---------------------------------------------------------------------------------------------------------------
// The failed part

static size_t clamp(size_t value, size_t limit) {
    return value < limit ? value : limit;
}

// The failed part as one text with newlines between the lines.
static char *segment_text(const Excerpt *e, size_t *size) {
    size_t total = 0;
    for (int i = 0; i < e->count; i++)
        total += e->lines[i].size + 1;
    char *text = mem_alloc_atomic(total + 1), *at = text;
    if (!text)
        return NULL;
    for (int i = 0; i < e->count; i++) {
        size_t from = i == 0 ? e->start : 0, to = i == e->count - 1 ? e->end : e->lines[i].size;
        if (i > 0)
            *at++ = '\n';
        if (to > from) {
            memcpy(at, e->lines[i].text + from, to - from);
            at += to - from;
        }
    }
    *size = (size_t)(at - text);
    return text;
}

// Turns an offset in the segment into a line and an offset there.
static void locate(const Excerpt *e, const char *segment, size_t offset, int *line, size_t *in_line) {
    *line = 0;
    *in_line = offset + e->start;
    for (size_t i = 0; i < offset; i++) {
        if (segment[i] == '\n') {
            ++*line;
            *in_line = offset - i - 1;
        }
    }
}

static void find_anchors(Excerpt *e) {
    size_t size;
    const char *segment = segment_text(e, &size);
    if (!segment) {
        error_take();
        return;
    }
    if (!anchors_find(segment, size, &e->anchors)) {
        e->anchors.kind = ANCHORS_NONE;
        return;
    }
    locate(e, segment, e->anchors.left, &e->left_line, &e->left);
    locate(e, segment, e->anchors.right, &e->right_line, &e->right);
}

// What may stand behind a statement's value: closing brackets, a comment, or another statement.
static bool ends_statement(Line rest, size_t brackets) {
    size_t i = 0;
    for (; i < rest.size && (is_blank(rest.text[i]) || (rest.text[i] == ')' && brackets)); i++)
        if (rest.text[i] == ')')
            brackets--;
    return !brackets && (i == rest.size || rest.text[i] == '#' || rest.text[i] == ';');
}

static bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

// Whether the failed part is all of the value in `return f(...)` or `name = f(...)`: marks would say nothing then.
static bool is_whole_call(const Excerpt *e) {
    Line first = e->lines[0], last = e->lines[e->count - 1];
    if (e->anchors.kind != ANCHORS_CALL)
        return false;
    size_t at = 0, brackets = 0, word;
    while (at < e->start && is_name_character(first.text[at]))
        at++;
    word = at;
    bool is_return = word == 6 && memcmp(first.text, "return", 6) == 0;
    while (at < e->start && is_blank(first.text[at]))
        at++;
    if (!is_return && (!word || first.text[0] <= '9' || at >= e->start || first.text[at++] != '='))
        return false;
    if (is_return && !e->anchors.plain_call)
        return false;
    for (; at < e->start; at++) {
        if (first.text[at] != '(' && !is_blank(first.text[at]))
            return false;
        brackets += first.text[at] == '(';
    }
    // Offsets of code points are compared to those of bytes here: other than ASCII text never passes.
    return display_width(last.text, e->end) == e->end &&
           ends_statement((Line){last.text + e->end, last.size - e->end}, brackets);
}

static bool shows_marks(const Excerpt *e) {
    if (is_whole_call(e))
        return false;
    if (e->anchors.kind != ANCHORS_NONE)
        return true;
    Line first = e->lines[0], last = e->lines[e->count - 1];
    return leading_blanks((Line){first.text, e->start}) < e->start ||
           without_trailing_blanks((Line){last.text + e->end, last.size - e->end}).size > 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Marks

typedef struct {
    int line;
    size_t column;                      // on the screen
} Place;

static bool is_before(Place a, Place b) {
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

// Columns of the first `bytes` of a line.
static size_t column_of(Line line, size_t bytes) {
    return display_width(line.text, clamp(bytes, line.size));
}

// When memory is short.
static Line no_line(void) {
    error_take();
    return (Line){"", 0};
}

static Line marks_below(const Excerpt *e, int number) {
    Line line = e->lines[number];
    size_t width = display_width(line.text, line.size), blanks = leading_blanks(line);
    size_t start = number == 0 ? column_of(line, e->start) : 0;
    if (number == e->count - 1)
        width = column_of(line, e->end);
    bool anchored = e->anchors.kind != ANCHORS_NONE;
    Place left = {e->left_line, column_of(e->lines[e->left_line], e->left)};
    Place right = {e->right_line, column_of(e->lines[e->right_line], e->right)};
    char *marks = mem_alloc_atomic(width + 1);
    if (!marks)
        return no_line();
    for (size_t column = 0; column < width; column++) {
        Place here = {number, column};
        if (column < blanks || column < start)
            marks[column] = ' ';
        else
            marks[column] = !anchored || (!is_before(here, left) && is_before(here, right)) ? '^' : '~';
    }
    return (Line){marks, width};
}

// Which lines are shown: the first, the last, those around the anchors, and single lines between them.
static bool is_significant(const Excerpt *e, int line) {
    if (line == 0 || line == e->count - 1)
        return true;
    return e->anchors.kind != ANCHORS_NONE && (abs(line - e->left_line) <= 1 || abs(line - e->right_line) <= 1);
}

static int next_significant(const Excerpt *e, int line) {
    do
        line++;
    while (line < e->count && !is_significant(e, line));
    return line;
}

static Line omission(int lines) {
    char *text = mem_alloc_atomic(40);
    return text ? (Line){text, (size_t)snprintf(text, 40, "...<%d lines>...", lines)} : no_line();
}

static int add_line(const Excerpt *e, int number, bool marks, Line *shown, int count) {
    shown[count++] = e->lines[number];
    if (marks)
        shown[count++] = marks_below(e, number);
    return count;
}

// What is shown of an excerpt, marks included; `shown` has room for two lines for each of the excerpt's.
static int choose_lines(const Excerpt *e, Line *shown) {
    bool marks = shows_marks(e) && (e->count > 1 || e->end > e->start);
    int count = 0;
    for (int line = 0; line < e->count;) {
        count = add_line(e, line, marks, shown, count);
        int next = next_significant(e, line);
        if (next < e->count && next - line == 2)
            count = add_line(e, line + 1, marks, shown, count);
        else if (next < e->count && next - line > 2)
            shown[count++] = omission(next - line - 1);
        line = next;
    }
    return count;
}

// ---------------------------------------------------------------------------------------------------------------
// Entries

static void add_indented(StrBuilder *out, Line line) {
    str_builder_add_c(out, "    ");
    str_builder_add(out, line.text, line.size);
    str_builder_add_c(out, "\n");
}

static void format_excerpt(StrBuilder *out, const Traceback *entry, Line *lines, int count) {
    Excerpt e = {.lines = lines, .count = count};
    e.start = clamp((size_t)entry->column, lines[0].size);
    e.end = clamp((size_t)entry->end_column, lines[count - 1].size);
    size_t margin = dedent(lines, count);
    e.start = e.start > margin ? e.start - margin : 0;
    e.end = clamp(e.end > margin ? e.end - margin : 0, lines[count - 1].size);
    find_anchors(&e);
    Line *shown = mem_alloc((size_t)count * 2 * sizeof *shown);
    if (!shown) {
        error_take();
        return;
    }
    int shown_count = choose_lines(&e, shown);
    dedent(shown, shown_count);
    for (int i = 0; i < shown_count; i++)
        add_indented(out, shown[i]);
}

bool traceback_hides_columns;

static void format_source(StrBuilder *out, const Traceback *entry) {
    int count = entry->end_line > entry->line ? entry->end_line - entry->line + 1 : 1;
    if (count > LINES_MAX)
        count = LINES_MAX;
    Line *lines = mem_alloc((size_t)count * sizeof *lines);
    if (!lines) {
        error_take();
        return;
    }
    if (!read_lines(entry, lines, count))
        return;
    if (entry->column < 0 || entry->end_column < 0 || traceback_hides_columns)
        add_indented(out, without_blanks(lines[0]));
    else
        format_excerpt(out, entry, lines, count);
}

static Value format_entry(const Traceback *entry) {
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_format(&out, "  File \"%S\", line %d, in %S\n", entry->file_name, entry->line, entry->name);
    format_source(&out, entry);
    return str_builder_finish(&out);
}

static bool add_piece(Value list, Value piece) {
    return piece && list_append(list, piece);
}

static bool add_repetitions(Value list, int count) {
    int more = count - REPEATED_SHOWN;
    return more <= 0 ||
           add_piece(list, str_format("  [Previous line repeated %d more time%s]\n", more, more > 1 ? "s" : ""));
}

static bool is_same_place(const Traceback *a, const Traceback *b) {
    return a->line == b->line && str_equal(a->file_name, b->file_name) && str_equal(a->name, b->name);
}

// The first entry that `limit` lets through.
static Value first_within(Value traceback, ptrdiff_t limit) {
    ptrdiff_t count = 0;
    for (Value at = traceback; at && at != NONE; at = traceback_of(at)->next)
        count++;
    for (; limit < 0 && count > -limit; count--)
        traceback = traceback_of(traceback)->next;
    return traceback;
}

bool traceback_format_entries(Value list, Value traceback, ptrdiff_t limit) {
    const Traceback *last = NULL;
    int count = 0;
    traceback = first_within(traceback, limit);
    for (ptrdiff_t left = limit; traceback && traceback != NONE && left != 0; traceback = traceback_of(traceback)->next) {
        const Traceback *entry = traceback_of(traceback);
        left -= limit > 0 && limit != TRACEBACK_ALL;
        if (!last || !is_same_place(last, entry)) {
            if (!add_repetitions(list, count))
                return false;
            last = entry;
            count = 0;
        }
        if (++count <= REPEATED_SHOWN && !add_piece(list, format_entry(entry)))
            return false;
    }
    return add_repetitions(list, count);
}

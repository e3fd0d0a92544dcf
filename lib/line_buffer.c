// The edited text: changes, and the places of characters, words and lines in it.
#include "lib/line_buffer.h"
#include "objects/traceback_parts.h"
#include "objects/unicode.h"
#include "objects/utf8.h"
#include <stdlib.h>

bool line_reserve(LineBuffer *b, size_t size) {
    if (size < b->room) return true;
    char *text = realloc(b->text, size + size / 2 + 64);
    if (!text) return false;
    b->text = text;
    b->room = size + size / 2 + 64;
    text[b->size] = 0;
    return true;
}

void line_insert(LineBuffer *b, const char *text, size_t size) {
    if (!line_reserve(b, b->size + size)) return;
    memmove(b->text + b->cursor + size, b->text + b->cursor, b->size - b->cursor + 1);
    memcpy(b->text + b->cursor, text, size);
    b->size += size;
    b->cursor += size;
}

void line_delete(LineBuffer *b, size_t from, size_t to) {
    if (from >= to) return;
    memmove(b->text + from, b->text + to, b->size - to + 1);
    b->size -= to - from;
    if (b->cursor >= to) b->cursor -= to - from;
    else if (b->cursor > from) b->cursor = from;
}

void line_set(LineBuffer *b, const char *text, size_t size) {
    if (!line_reserve(b, size)) return;
    memcpy(b->text, text, size);
    b->text[size] = 0;
    b->size = b->cursor = size;
}

void line_free(LineBuffer *b) {
    free(b->text);
    *b = (LineBuffer){0};
}

// ------------------------------------------------------------------------------------------------ characters

static uint32_t code_point(const char *text) { return utf8_read(&text); }

static bool combines(uint32_t c) {
    if (c >= 0x200b && c <= 0x200f) return true;                // zero width space, joiners, marks of direction
    return c >= 0x300 && unicode_is_identifier(c) && unicode_is_case_ignorable(c) && !unicode_is_alpha(c);
}

int line_character_width(const char *text) {
    uint32_t c = code_point(text);
    if (c < 0x20 || c == 0x7f) return 2;
    if (c < 0x300) return 1;
    return combines(c) ? 0 : (int)display_width(text, utf8_width(*text));
}

size_t line_next(const LineBuffer *b, size_t at) {
    if (at >= b->size) return at;
    do at += utf8_width(b->text[at]);
    while (at < b->size && combines(code_point(b->text + at)));
    return at;
}

size_t line_previous(const LineBuffer *b, size_t at) {
    while (at > 0) {
        do at--;
        while (at > 0 && utf8_is_continuation(b->text[at]));
        if (!combines(code_point(b->text + at))) break;
    }
    return at;
}

static bool in_word(const LineBuffer *b, size_t at) {
    uint32_t c = code_point(b->text + at);
    return c == '_' || unicode_is_identifier(c);
}

size_t line_next_word(const LineBuffer *b, size_t at) {
    while (at < b->size && !in_word(b, at)) at = line_next(b, at);
    while (at < b->size && in_word(b, at)) at = line_next(b, at);
    return at;
}

size_t line_previous_word(const LineBuffer *b, size_t at) {
    while (at > 0 && !in_word(b, line_previous(b, at))) at = line_previous(b, at);
    while (at > 0 && in_word(b, line_previous(b, at))) at = line_previous(b, at);
    return at;
}

// ------------------------------------------------------------------------------------------------ lines

size_t line_start(const LineBuffer *b, size_t at) {
    while (at > 0 && b->text[at - 1] != '\n') at--;
    return at;
}

size_t line_end(const LineBuffer *b, size_t at) {
    while (at < b->size && b->text[at] != '\n') at++;
    return at;
}

size_t line_indent(const LineBuffer *b, size_t at) {
    size_t start = line_start(b, at), count = 0;
    while (b->text[start + count] == ' ' || b->text[start + count] == '\t') count++;
    return count;
}

// A tab goes on to the next multiple of eight columns of its line.
static size_t column_behind(const char *text, size_t column) {
    return *text == '\t' ? column - column % 8 + 8 : column + (size_t)line_character_width(text);
}

size_t line_columns(const LineBuffer *b, size_t from, size_t to) {
    size_t column = 0;
    for (; from < to; from += utf8_width(b->text[from])) column = column_behind(b->text + from, column);
    return column;
}

size_t line_at_column(const LineBuffer *b, size_t start, size_t columns) {
    size_t column = 0;
    while (start < b->size && b->text[start] != '\n' && (column = column_behind(b->text + start, column)) <= columns)
        start = line_next(b, start);
    return start;
}

// What the files that print tracebacks share.
#pragma once
#include "objects/exception.h"
#include "objects/str.h"

// --- source lines (source_lines.c)
// The text of a line without its end; false: not known. `line` counts from 1. Valid until source_forget().
bool source_line(Value file_name, int line, const char **text, size_t *size);
// Drops what was read from files, which may have changed.
void source_forget(void);

// --- anchors (traceback_anchors.c)
typedef enum { ANCHORS_NONE, ANCHORS_BINARY, ANCHORS_SUBSCRIPT, ANCHORS_CALL } AnchorsKind;
typedef struct {
    AnchorsKind kind;
    bool plain_call;                    // of a name: f(...)
    size_t left, right;                 // bytes from the text's beginning
} Anchors;
// The part of an expression to point at; false: no part in particular.
bool anchors_find(const char *text, size_t size, Anchors *anchors);

// --- entries (traceback_format.c)
#define TRACEBACK_ALL PTRDIFF_MAX
static inline Traceback *traceback_of(Value v) { return (Traceback *)value_object(v); }
// Appends a text for each entry to `list`: `  File "...", line ...` and its source. `limit`: as many from the outermost entry
// on, or if negative as many of the innermost.
bool traceback_format_entries(Value list, Value traceback, ptrdiff_t limit) must_use;
// The same for an exception: heading, entries, messages, as traceback.format_exception() divides them. `chain`: with what it
// came from.
bool exception_format_pieces(Value list, Value exception, bool chain, ptrdiff_t limit) must_use;
// Only the message and notes; `with_members`: those of a group's exceptions as well.
bool exception_format_message(Value list, Value exception, bool with_members) must_use;
// Columns that a text takes on a screen: two for wide characters.
size_t display_width(const char *text, size_t size);

extern bool traceback_hides_columns;    // no marks below source lines

extern Value (*source_decode)(const char *text, size_t size);   // lib's: a text that names another encoding than UTF-8; 0: it does not
extern Value (*source_find)(Value file_name);   // lib's: the text that the program has given for a name, or 0

// --- suggestions (suggest.c)
// What may have been meant, or 0: the name nearest to a NameError's, AttributeError's or ImportError's wrong one. Never raises.
Value suggest_for(Value exception);
// TypeError: the function has no such parameter; `names` is a list of those that it has. Answers false.
bool raise_unexpected_keyword(Value function, Value wrong, Value names);
bool suggest_is_module(Value name);     // a module of the standard library
Value suggest_module_names(void) must_use;          // frozenset of them
Value suggest_nearest(Value names, Value wrong);    // of a list of str, or 0
// lib's: a SyntaxError that says more than this one and is shown in its place, or 0. Never raises.
extern Value (*syntax_error_explain)(Value exception);

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
// The lines of all entries, with `  File "...", line ...` each. Never raises.
void traceback_format_entries(StrBuilder *out, Value traceback);
// Columns that a text takes on a screen: two for wide characters.
size_t display_width(const char *text, size_t size);

// --- suggestions (suggest.c)
// What may have been meant, or 0: the name nearest to a NameError's, AttributeError's or ImportError's wrong one. Never raises.
Value suggest_for(Value exception);
bool suggest_is_module(Value name);     // a module of the standard library

// Diagnostic: filling in the one error of a front end run.
#include "lexer/diagnostic.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void diagnostic_report(Diagnostic *diagnostic, DiagnosticKind kind, Span span, const char *format, ...) {
    if (diagnostic->kind != DIAG_NONE) return;
    diagnostic->kind = kind;
    diagnostic->span = span;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(diagnostic->message, sizeof diagnostic->message, format, arguments);
    va_end(arguments);
}

void diagnostic_warn(Arena *arena, WarningList *list, Warning warning, const char *format, ...) {
    char message[sizeof ((Diagnostic *)0)->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    size_t size = strlen(message) + 1;
    Warning *node = arena_alloc(arena, sizeof *node);
    char *text = arena_alloc(arena, size);
    if (!node || !text) return;
    memcpy(text, message, size);
    *node = warning;
    node->message = text;
    if (list->last) list->last->next = node;
    else list->first = node;
    list->last = node;
}

// Diagnostic: filling in the one error of a front end run.
#include "lexer/diagnostic.h"
#include <stdarg.h>
#include <stdio.h>

void diagnostic_report(Diagnostic *diagnostic, DiagnosticKind kind, Span span, const char *format, ...) {
    if (diagnostic->kind != DIAG_NONE) return;
    diagnostic->kind = kind;
    diagnostic->span = span;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(diagnostic->message, sizeof diagnostic->message, format, arguments);
    va_end(arguments);
}

// Colours on terminals: when there are any, of tracebacks, and of source text.
#pragma once
#include "objects/value.h"
#include <stdbool.h>
#include <stddef.h>

// As CPython decides it: PYTHON_COLORS (0, 1), NO_COLOR, FORCE_COLOR, TERM=dumb, then whether `fd` is a terminal.
bool color_wanted(int fd);
Value color_traceback(Value text) __attribute__((warn_unused_result));          // str to str
extern const char *const color_source_styles[];                 // STYLE_... to escape sequences
enum { STYLE_PLAIN, STYLE_KEYWORD, STYLE_BUILTIN, STYLE_STRING, STYLE_NUMBER, STYLE_COMMENT, STYLE_DEFINITION };
// A style for each byte of a Python text, which need not be complete or right.
void color_source(const char *text, size_t size, unsigned char *styles);
extern const char *const color_keywords[];                      // of the language, ended by 0

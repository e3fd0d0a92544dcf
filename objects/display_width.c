// The columns that text takes on a screen: characters that are wide or full width in East Asian Width (Unicode 16, UAX 11)
// take two. For the marks below source lines in tracebacks.
#include "objects/traceback_parts.h"
#include "objects/unicode.h"
#include "objects/utf8.h"

size_t display_width(const char *text, size_t size) {
    if (utf8_is_ascii(text, size))
        return size;
    size_t width = 0;
    for (const char *end = text + size; text < end;)
        width += unicode_is_wide(utf8_read(&text)) ? 2 : 1;
    return width;
}

// Colours: whether to use them, in tracebacks, and in source text as it is typed.
#include "lib/terminal_color.h"
#include "lib/lib.h"
#include "lib/settings.h"
#include "objects/traceback_parts.h"
#include "objects/utf8.h"
#include "vm/frame.h"
#include <stdlib.h>
#include <unistd.h>

#define RESET "\033[0m"
#define BOLD_RED "\033[1;31m"
#define RED "\033[31m"
#define MAGENTA "\033[35m"
#define BOLD_MAGENTA "\033[1;35m"

static bool is_set(const char *name) {
    const char *value = getenv(name);
    return value && *value;
}

bool color_wanted(int fd) {
    const char *own = settings_variable("PYTHON_COLORS"), *term = getenv("TERM");
    if (own && !strcmp(own, "0")) return false;
    if (own && !strcmp(own, "1")) return true;
    if (is_set("NO_COLOR")) return false;
    if (is_set("FORCE_COLOR")) return true;
    return !(term && !strcmp(term, "dumb")) && isatty(fd);
}

// ------------------------------------------------------------------------------------------------ tracebacks

typedef struct {
    const char *text;
    size_t size;                // without the newline
} Line;

static Line line_at(const char *at, const char *end) {
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return (Line){at, (size_t)((newline ? newline : end) - at)};
}

static void add_colored(StrBuilder *out, const char *color, const char *text, size_t size) {
    if (!size) return;
    str_builder_add_c(out, color);
    str_builder_add(out, text, size);
    str_builder_add_c(out, RESET);
}

static const char *find(const char *text, const char *end, const char *what) {
    return memmem(text, (size_t)(end - text), what, strlen(what));
}

// `  File "NAME", line N, in FUNCTION`, also behind the margin of a group; false: it is something else.
static bool add_entry(StrBuilder *out, Line line) {
    const char *end = line.text + line.size, *name = find(line.text, end, "  File \"");
    const char *number = name ? find(name + 8, end, "\", line ") : 0;
    if (!number || strspn(line.text, " |+") < (size_t)(name - line.text)) return false;
    name += 8;
    size_t digits = strspn(number + 8, "0123456789");
    str_builder_add(out, line.text, (size_t)(name - 1 - line.text));
    add_colored(out, MAGENTA, name - 1, (size_t)(number + 1 - (name - 1)));
    str_builder_add_c(out, ", line ");
    add_colored(out, MAGENTA, number + 8, digits);
    const char *rest = number + 8 + digits;
    if (end - rest > 5 && !memcmp(rest, ", in ", 5)) {
        str_builder_add_c(out, ", in ");
        add_colored(out, MAGENTA, rest + 5, (size_t)(end - rest - 5));
    } else {
        str_builder_add(out, rest, (size_t)(end - rest));
    }
    return true;
}

static bool is_marks(Line line) {
    size_t blanks = strspn(line.text, " |");
    return blanks < line.size && blanks >= 4 && strspn(line.text + blanks, "~^") == line.size - blanks;
}

// A character of the marks line says how what stands above it is shown.
static void add_marked(StrBuilder *out, Line source, Line marks) {
    char style = ' ';
    size_t column = 0;
    for (const char *at = source.text; at < source.text + source.size;) {
        size_t width = utf8_width(*at);
        char wanted = column < marks.size && strchr("~^", marks.text[column]) ? marks.text[column] : ' ';
        if (wanted != style) {
            if (style != ' ') str_builder_add_c(out, RESET);
            if (wanted != ' ') str_builder_add_c(out, wanted == '^' ? BOLD_RED : RED);
        }
        style = wanted;
        str_builder_add(out, at, width);
        column += display_width(at, width);
        at += width;
    }
    if (style != ' ') str_builder_add_c(out, RESET);
}

// `Type: message` at the beginning of a line, behind a group's margin if there is one.
static bool add_message(StrBuilder *out, Line line) {
    size_t margin = strspn(line.text, " |"), name = margin;
    while (name < line.size && (line.text[name] == '.' || line.text[name] == '_' || (unsigned char)line.text[name] >= 0x80 ||
                                (line.text[name] >= '0' && line.text[name] <= '9') ||
                                ((line.text[name] | 32) >= 'a' && (line.text[name] | 32) <= 'z')))
        name++;
    bool alone = name == line.size, followed = name + 1 < line.size && line.text[name] == ':' && line.text[name + 1] == ' ';
    if (name == margin || (!alone && !followed)) return false;
    str_builder_add(out, line.text, margin);
    add_colored(out, BOLD_MAGENTA, line.text + margin, name - margin);
    if (followed) {
        str_builder_add_c(out, ": ");
        add_colored(out, MAGENTA, line.text + name + 2, line.size - name - 2);
    }
    return true;
}

Value color_traceback(Value text) {
    StrBuilder out;
    str_builder_init(&out);
    const char *at = str_data(text), *end = at + str_size(text);
    bool message_due = true;                    // the next line that begins like a message is one
    while (at < end) {
        Line line = line_at(at, end);
        const char *next = line.text + line.size + 1;
        Line below = next < end ? line_at(next, end) : (Line){"", 0};
        bool heading = find(line.text, line.text + line.size, "(most recent call last):");
        if (is_marks(below) && !is_marks(line)) {
            add_marked(&out, line, below);
            str_builder_add_c(&out, "\n");
            add_marked(&out, below, below);
            next = below.text + below.size + 1;
        } else if (heading || line.size == 0) {
            message_due = true;
            str_builder_add(&out, line.text, line.size);
        } else if (!add_entry(&out, line)) {
            bool message = message_due && line.text[0] != ' ' && add_message(&out, line);
            bool in_group = line.text[0] == ' ' && memchr(line.text, '|', strspn(line.text, " |"));
            if (message) message_due = false;
            else if (!in_group || !add_message(&out, line))
                str_builder_add(&out, line.text, line.size);
        }
        if (next <= end) str_builder_add_c(&out, "\n");
        at = next;
    }
    return str_builder_finish(&out);
}

// ------------------------------------------------------------------------------------------------ source

const char *const color_source_styles[] = {
    [STYLE_PLAIN] = "", [STYLE_KEYWORD] = "\033[1;34m", [STYLE_BUILTIN] = "\033[36m", [STYLE_STRING] = "\033[32m",
    [STYLE_NUMBER] = "\033[33m", [STYLE_COMMENT] = "\033[31m", [STYLE_DEFINITION] = "\033[1m",
};

const char *const color_keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield", 0,
};

static bool is_name_byte(char c) {
    return c == '_' || (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_word(const char *text, size_t size, const char *word) {
    return strlen(word) == size && !memcmp(text, word, size);
}

static bool is_keyword(const char *text, size_t size) {
    for (size_t k = 0; color_keywords[k]; k++)
        if (is_word(text, size, color_keywords[k])) return true;
    return false;
}

static bool is_builtin(const char *text, size_t size) {
    Value name = str_new(text, size), found = name ? dict_get(machine.builtins, name) : 0;
    if (!name || (!found && error_occurred())) (void)error_take();
    return found != 0;
}

// Behind the string that starts at `at`, quotes included; an open one ends with its line, or with the text.
static size_t string_end(const char *text, size_t size, size_t at) {
    char quote = text[at];
    bool triple = at + 2 < size && text[at + 1] == quote && text[at + 2] == quote;
    for (at += triple ? 3 : 1; at < size; at++) {
        if (text[at] == '\\') at++;
        else if (!triple && (text[at] == quote || text[at] == '\n')) return at + (text[at] == quote);
        else if (triple && at + 2 < size && text[at] == quote && text[at + 1] == quote &&
                 text[at + 2] == quote)
            return at + 3;
    }
    return size;
}

static int word_style(const char *text, size_t at, size_t end, bool definition) {
    if (text[at] >= '0' && text[at] <= '9') return STYLE_NUMBER;
    if (definition) return STYLE_DEFINITION;
    if (at && text[at - 1] == '.') return STYLE_PLAIN;
    if (is_keyword(text + at, end - at)) return STYLE_KEYWORD;
    return is_builtin(text + at, end - at) ? STYLE_BUILTIN : STYLE_PLAIN;
}

static bool is_string_prefix(const char *text, size_t size) { return size <= 2 && strspn(text, "rRbBuUfFtT") >= size; }

void color_source(const char *text, size_t size, unsigned char *styles) {
    bool definition = false;
    for (size_t at = 0; at < size;) {
        size_t end = at;
        int style = STYLE_PLAIN;
        while (end < size && is_name_byte(text[end])) end++;
        bool quoted = end < size && strchr("'\"", text[end]) && is_string_prefix(text + at, end - at);
        if (quoted) {
            end = string_end(text, size, end);
            style = STYLE_STRING;
        } else if (end > at) {
            style = word_style(text, at, end, definition);
            definition = is_word(text + at, end - at, "def") || is_word(text + at, end - at, "class");
        } else if (text[at] == '#') {
            while (end < size && text[end] != '\n') end++;
            style = STYLE_COMMENT;
        } else {
            definition = definition && text[at] == ' ';
            end++;
        }
        memset(styles + at, style, end - at);
        at = end;
    }
}

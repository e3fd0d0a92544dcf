// Unit tests of the parser: trees and syntax errors, whose expectations are CPython 3.14's.
//   trees/NAME.source    a source, its tree with all spans in trees/NAME.tree
//   mistakes.txt         a line each: a source, in which \n, \t and \\ are written so, "  ==>  ", and the
//   exception with
//                        its lineno, offset, end_lineno and end_offset (columns of bytes from 1); or "ok"
// The argument is the folder they are in. Prints what failed, then "N passed, N failed".
#include "parser/parser.h"
#include "lib/lib.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static int passed, failed;

static void check(const char *name, const char *expected, const char *got)
{
    if (strcmp(expected, got) == 0) {
        passed++;
        return;
    }
    failed++;
    printf("FAILED: %s\n  expected %s\n  got      %s\n", name, expected, got);
}

static char *read_file(const char *folder, const char *name, size_t *size)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    FILE *out = open_memstream(&text, size);
    for (int c; file && (c = getc(file)) != EOF;)
        putc(c, out);
    fclose(out);
    if (file)
        fclose(file);
    return text;
}

static void print_diagnostic(const Diagnostic *diagnostic, FILE *out)
{
    static const char *const kinds[] = {
        [DIAG_NONE] = "nothing",
        [DIAG_SYNTAX_ERROR] = "SyntaxError",
        [DIAG_INDENTATION_ERROR] = "IndentationError",
        [DIAG_TAB_ERROR] = "TabError",
        [DIAG_INCOMPLETE] = "incomplete",
        [DIAG_MEMORY_ERROR] = "MemoryError",
        [DIAG_RECURSION_ERROR] = "RecursionError",
    };
    Span span = diagnostic->span;
    fprintf(out, "%s: %s %d %d %d %d", kinds[diagnostic->kind], diagnostic->message, span.line,
            span.column + 1, span.end_line, span.end_column + 1);
}

// The tree or the error of a source as text; without the tree "ok".
static char *describe(const char *source, size_t size, ParseMode mode, bool with_tree)
{
    char *text = NULL;
    size_t text_size;
    FILE *out = open_memstream(&text, &text_size);
    Arena *arena = arena_new();
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    Module *module = parser_parse(arena, source, size, "test", mode, &diagnostic);
    if (!module)
        print_diagnostic(&diagnostic, out);
    else if (with_tree)
        ast_dump(module, true, out);
    else
        fprintf(out, "ok");
    fclose(out);
    arena_free(arena);
    return text;
}

// ------------------------------------------------------------ trees

static void check_tree(const char *folder, const char *name)
{
    char tree_name[300];
    snprintf(tree_name, sizeof tree_name, "%.*s.tree", (int)(strlen(name) - strlen(".source")), name);
    size_t size, tree_size;
    char *source = read_file(folder, name, &size), *expected = read_file(folder, tree_name, &tree_size);
    char *got = describe(source, size, PARSE_FILE, true);
    check(name, expected, got);
    free(source);
    free(expected);
    free(got);
}

static void check_trees(const char *folder)
{
    DIR *directory = opendir(folder);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if (strstr(entry->d_name, ".source"))
            check_tree(folder, entry->d_name);
    }
    if (directory)
        closedir(directory);
}

// ------------------------------------------------------------ mistakes

// In place; the result is ended by a newline.
static void unescape(char *text)
{
    char *out = text;
    for (; *text; text++) {
        if (*text != '\\') {
            *out++ = *text;
            continue;
        }
        text++;
        *out++ = *text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
    }
    *out++ = '\n';
    *out = '\0';
}

static void check_mistake(char *line)
{
    static const char arrow[] = "  ==>  ";
    char *expected = strstr(line, arrow);
    if (!expected)
        return;
    *expected = '\0';
    expected += strlen(arrow);
    char source[1000];
    snprintf(source, sizeof source - 1, "%s", line);
    unescape(source);
    char *got = describe(source, strlen(source), PARSE_FILE, false);
    check(line, expected, got);
    free(got);
}

static void check_mistakes(const char *folder)
{
    size_t size;
    char *text = read_file(folder, "mistakes.txt", &size);
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        check_mistake(line);
    }
    free(text);
}

// ------------------------------------------------------------ modes and depth

static void check_mode(const char *source, ParseMode mode, const char *expected)
{
    char *got = describe(source, strlen(source), mode, false);
    check(source, expected, got);
    free(got);
}

static void check_modes(void)
{
    check_mode("1 + 2 \n", PARSE_EVAL, "ok");
    check_mode(" 1", PARSE_EVAL, "IndentationError: unexpected indent 1 1 1 -1");
    check_mode("a, b", PARSE_EVAL, "ok");
    check_mode("x = 1", PARSE_EVAL, "SyntaxError: invalid syntax 1 3 1 4");
    check_mode("", PARSE_EVAL, "SyntaxError: invalid syntax 0 0 0 0");
    check_mode("x = 1\n", PARSE_SINGLE, "ok");
    check_mode("\n", PARSE_SINGLE, "ok");
    check_mode("x; y\n", PARSE_SINGLE, "ok");
    check_mode("if x:\n  y\n\n", PARSE_SINGLE, "ok");
    check_mode("x\ny\n", PARSE_SINGLE,
               "SyntaxError: multiple statements found while compiling a single statement 1 2 1 3");
    check_mode("if x:\n", PARSE_SINGLE,
               "incomplete: expected an indented block after 'if' statement on line 1 1 6 1 -1");
    check_mode("try:\n  x\n", PARSE_SINGLE, "incomplete: expected 'except' or 'finally' block 2 4 2 -1");
    check_mode("f(a,\n", PARSE_SINGLE, "incomplete: '(' was never closed 1 2 1 0");
    check_mode("x = '''a\n", PARSE_SINGLE,
               "incomplete: unterminated triple-quoted string literal (detected at line 1) 1 5 1 5");
    check_mode("f(a b)\n", PARSE_SINGLE, "SyntaxError: invalid syntax. Perhaps you forgot a comma? 1 3 1 6");
}

// `prefix` once, `part` many times, `suffix` once: none of it may run out of the C stack.
static void check_deep(const char *prefix, const char *part, const char *suffix)
{
    enum { COUNT = 100000 };
    size_t part_size = strlen(part), prefix_size = strlen(prefix);
    char *source = malloc(prefix_size + COUNT * part_size + strlen(suffix) + 1);
    memcpy(source, prefix, prefix_size);
    for (int i = 0; i < COUNT; i++)
        memcpy(source + prefix_size + (size_t)i * part_size, part, part_size);
    strcpy(source + prefix_size + COUNT * part_size, suffix);
    check_mode(source, PARSE_FILE, "ok");
    char *got = describe(source, strlen(source), PARSE_FILE, true);     // the dump stops at its limit
    free(got);
    free(source);
}

int main(int count, char **arguments)
{
    lexer_start();
    const char *folder = count > 1 ? arguments[1] : "tests/parser";
    char trees[900];
    snprintf(trees, sizeof trees, "%s/trees", folder);
    check_trees(trees);
    check_mistakes(folder);
    check_modes();
    check_deep("a", " + a", "\n");
    check_deep("", "not ", "a\n");
    check_deep("a", " if a else a", "\n");
    check_deep("a", ".b()[0]", "\n");
    check_deep("if a: b\n", "elif a: b\n", "");
    check_deep("", "a = ", "b\n");
    check_deep("", "lambda: ", "b\n");
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}

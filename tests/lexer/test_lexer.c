// Unit tests of the lexer: tokens and their values as one line of text, errors as the exception's fields. The expectations
// are CPython 3.14's. Prints what failed, then "N passed, N failed".
#include "lexer/lexer.h"
#include "lib/lib.h"
#include <stdlib.h>
#include <string.h>

static int passed, failed;

static void check(bool ok, const char *source, const char *expected, const char *got) {
    if (ok) {
        passed++;
        return;
    }
    failed++;
    printf("FAILED: %s\n  expected %s\n  got      %s\n", source, expected, got);
}

// ---- tokens

static void print_value(const Token *token, FILE *out) {
    switch (token->kind) {
    case TOK_INTEGER:
        if (!token->big) {
            fprintf(out, ":%lld", (long long)token->integer);
            return;
        }
        break;
    case TOK_FLOAT: case TOK_IMAGINARY:
        fprintf(out, ":%.17g", token->real);
        return;
    case TOK_NAME: case TOK_STRING: case TOK_BYTES: case TOK_FSTRING_MIDDLE: case TOK_TSTRING_MIDDLE:
        break;
    default:
        return;
    }
    fprintf(out, ":%.*s", (int)token->text.size, token->text.data);
}

// The tokens of a text as "NAME:x EQUAL INTEGER:1", without those that every text ends with.
static char *describe(const char *source, size_t size) {
    char *text = NULL;
    size_t text_size;
    FILE *out = open_memstream(&text, &text_size);
    Arena *arena = arena_new();
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    Lexer *lexer = lexer_open(arena, source, size, "test", &diagnostic);
    const char *space = "";
    for (Token token; lexer && (token = lexer_next(lexer)).kind != TOK_END; space = " ") {
        if (token.kind == TOK_NEWLINE && token.end == source + size) continue;
        fprintf(out, "%s%s", space, token_name(token.kind));
        print_value(&token, out);
    }
    if (diagnostic.kind != DIAG_NONE) fprintf(out, "%s%s", space, diagnostic.message);
    fclose(out);
    arena_free(arena);
    return text;
}

static void check_tokens(const char *source, const char *expected) {
    char *got = describe(source, strlen(source));
    check(strcmp(got, expected) == 0, source, expected, got);
    free(got);
}

static const char *const token_cases[][2] = {
    // layout
    {"", ""},
    {"# only a comment", ""},
    {"x", "NAME:x"},
    {"x\n", "NAME:x NEWLINE"},
    {"x # c\n\n  # c\ny", "NAME:x NEWLINE NAME:y"},
    {"if a:\n  b\nc", "IF NAME:a COLON NEWLINE INDENT NAME:b NEWLINE DEDENT NAME:c"},
    {"if a:\n  if b:\n    c", "IF NAME:a COLON NEWLINE INDENT IF NAME:b COLON NEWLINE INDENT NAME:c DEDENT DEDENT"},
    {"if a:\n\tb\n\tc", "IF NAME:a COLON NEWLINE INDENT NAME:b NEWLINE NAME:c DEDENT"},
    {"if a:\n  b\n\f  c", "IF NAME:a COLON NEWLINE INDENT NAME:b NEWLINE NAME:c DEDENT"},
    {"(a,\n  b\n)", "LPAR NAME:a COMMA NAME:b RPAR"},
    {"a \\\n  + b", "NAME:a PLUS NAME:b"},
    {"if a:\n  \\\nb", "IF NAME:a COLON NEWLINE INDENT NAME:b DEDENT"},
    {"a\r\nb\rc", "NAME:a NEWLINE NAME:b NEWLINE NAME:c"},
    {"\xEF\xBB\xBFx", "NAME:x"},
    {"# -*- coding: utf-8 -*-\nx", "NAME:x"},
    {"# coding: latin-1\nx", "NAME:x"},
    // operators
    {"a:=b->c...d.e", "NAME:a COLONEQUAL NAME:b ARROW NAME:c ELLIPSIS NAME:d DOT NAME:e"},
    {"**=**//=//>>=>>!=!", "DOUBLESTAREQUAL DOUBLESTAR DOUBLESLASHEQUAL DOUBLESLASH RIGHTSHIFTEQUAL RIGHTSHIFT NOTEQUAL "
                           "EXCLAMATION"},
    {"$", "INVALID"},
    // names
    {"if iff None none", "IF NAME:iff NONE NAME:none"},
    {"\xC3\xA9\xCE\xBB_1", "NAME:\xC3\xA9\xCE\xBB_1"},
    {"\xEF\xAC\x81 x\xCC\x81 e\xCC\x81 \xC3\xA9", "NAME:fi NAME:x\xCC\x81 NAME:\xC3\xA9 NAME:\xC3\xA9"},
    {"a\xCC\x81\xCC\xA3 \xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "NAME:\xE1\xBA\xA1\xCC\x81 NAME:\xEA\xB0\x81"},
    {"\xF0\x9D\x90\xB1", "NAME:x"},
    // numbers
    {"0 00 1_000 0xFF 0o17 0b101 0XaB", "INTEGER:0 INTEGER:0 INTEGER:1000 INTEGER:255 INTEGER:15 INTEGER:5 INTEGER:171"},
    {"4611686018427387903", "INTEGER:4611686018427387903"},
    {"4611686018427387904", "INTEGER:4611686018427387904"},
    {"18446744073709551616", "INTEGER:18446744073709551616"},
    {"0x4000_0000_0000_0000", "INTEGER:0x4000000000000000"},
    {"0b1000000000000000000000000000000000000000000000000000000000000000", "INTEGER:0x8000000000000000"},
    {"0o0_0400000000000000000000", "INTEGER:0x4000000000000000"},
    {"0o04000000000000000000001", "INTEGER:0x20000000000000001"},
    {"0x0000000000000000000001", "INTEGER:1"},
    {"1. .5 1e3 1_0.2_5e-1_0 1E+2", "FLOAT:1 FLOAT:0.5 FLOAT:1000 FLOAT:1.0250000000000001e-09 FLOAT:100"},
    {"1e400 5e-324 09.5", "FLOAT:inf FLOAT:4.9406564584124654e-324 FLOAT:9.5"},
    {"1j 1.5e1J 08j", "IMAGINARY:1 IMAGINARY:15 IMAGINARY:8"},
    {"1if 1else 2", "INTEGER:1 IF INTEGER:1 ELSE INTEGER:2"},
    {"0xfor x", "INTEGER:15 OR NAME:x"},
    {"1 .real 1..real", "INTEGER:1 DOT NAME:real FLOAT:1 DOT NAME:real"},
    // strings
    {"'a' \"b\" '''c\n'd''' \"\"\"e\"\"\"", "STRING:a STRING:b STRING:c\n'd STRING:e"},
    {"'' \"\"", "STRING: STRING:"},
    {"r'\\n' R'\\'' u'x' U'y'", "STRING:\\n STRING:\\' STRING:x STRING:y"},
    {"b'x' B'y' rb'\\x' bR'z' Rb''", "BYTES:x BYTES:y BYTES:\\x BYTES:z BYTES:"},
    {"bb''", "NAME:bb STRING:"},
    {"'\\n\\t\\\\\\'\\\"\\a\\x41\\101\\1018'", "STRING:\n\t\\'\"\aAAA8"},
    {"'\\u20ac\\U0001F600\\777\\xe9'", "STRING:\xE2\x82\xAC\xF0\x9F\x98\x80\xC7\xBF\xC3\xA9"},
    {"'\\ud800'", "STRING:\xED\xA0\x80"},
    {"b'\\xe9\\u0041\\N{x}\\601'", "BYTES:\xE9\\u0041\\N{x}\x81"},
    {"'a\\\nb\\q\\8'", "STRING:ab\\q\\8"},
    {"'''a\r\nb\rc\\\r\nd'''", "STRING:a\nb\ncd"},
    // f-strings and t-strings
    {"f''", "FSTRING_START FSTRING_END"},
    {"f'a{b}c'", "FSTRING_START FSTRING_MIDDLE:a LBRACE NAME:b RBRACE FSTRING_MIDDLE:c FSTRING_END"},
    {"f'{{a}}\\x41'", "FSTRING_START FSTRING_MIDDLE:{a}A FSTRING_END"},
    {"rf'\\x{a}'", "FSTRING_START FSTRING_MIDDLE:\\x LBRACE NAME:a RBRACE FSTRING_END"},
    {"f'\\{a}'", "FSTRING_START FSTRING_MIDDLE:\\ LBRACE NAME:a RBRACE FSTRING_END"},
    {"f'{a!r:>{w}x}'", "FSTRING_START LBRACE NAME:a EXCLAMATION NAME:r COLON FSTRING_MIDDLE:> LBRACE NAME:w RBRACE "
                       "FSTRING_MIDDLE:x RBRACE FSTRING_END"},
    {"f'{a=}'", "FSTRING_START LBRACE NAME:a EQUAL RBRACE FSTRING_END"},
    {"f'{a!=b}'", "FSTRING_START LBRACE NAME:a NOTEQUAL NAME:b RBRACE FSTRING_END"},
    {"f'{a:=5}'", "FSTRING_START LBRACE NAME:a COLON FSTRING_MIDDLE:=5 RBRACE FSTRING_END"},
    {"f'{(a:=5)}'", "FSTRING_START LBRACE LPAR NAME:a COLONEQUAL INTEGER:5 RPAR RBRACE FSTRING_END"},
    {"f'{ {1:2}[1] }'", "FSTRING_START LBRACE LBRACE INTEGER:1 COLON INTEGER:2 RBRACE LSQB INTEGER:1 RSQB RBRACE FSTRING_END"},
    {"f'{f'{'a'}'}'", "FSTRING_START LBRACE FSTRING_START LBRACE STRING:a RBRACE FSTRING_END RBRACE FSTRING_END"},
    {"f'{a # '}\n}'", "FSTRING_START LBRACE NAME:a RBRACE FSTRING_END"},
    {"f'''{\na\n}\n'''", "FSTRING_START LBRACE NAME:a RBRACE FSTRING_MIDDLE:\n FSTRING_END"},
    {"t'a{b}'", "TSTRING_START TSTRING_MIDDLE:a LBRACE NAME:b RBRACE TSTRING_END"},
    // soft keywords
    {"match x:\n case y: case = 1", "SOFT_MATCH NAME:x COLON NEWLINE INDENT SOFT_CASE NAME:y COLON NAME:case EQUAL INTEGER:1 "
                                    "DEDENT"},
    {"match(x)", "NAME:match LPAR NAME:x RPAR"},
    {"match (x):\n case(1): 1", "SOFT_MATCH LPAR NAME:x RPAR COLON NEWLINE INDENT SOFT_CASE LPAR INTEGER:1 RPAR COLON "
                                "INTEGER:1 DEDENT"},
    {"match[x]: int", "NAME:match LSQB NAME:x RSQB COLON NAME:int"},
    {"match -x", "NAME:match MINUS NAME:x"},
    {"match not in x", "NAME:match NOT IN NAME:x"},
    {"match = type = case = 1", "NAME:match EQUAL NAME:type EQUAL NAME:case EQUAL INTEGER:1"},
    {"case(1)", "NAME:case LPAR INTEGER:1 RPAR"},
    {"type X = 1; type Y[T] = 2", "SOFT_TYPE NAME:X EQUAL INTEGER:1 SEMI SOFT_TYPE NAME:Y LSQB NAME:T RSQB EQUAL INTEGER:2"},
    {"if a: type type = 1", "IF NAME:a COLON SOFT_TYPE NAME:type EQUAL INTEGER:1"},
    {"type(x)", "NAME:type LPAR NAME:x RPAR"},
    {"type in x", "NAME:type IN NAME:x"},
};

static void test_positions(void) {
    Arena *arena = arena_new();
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    const char *source = "\xEF\xBB\xBF\xC3\xA9 = '''\na''' # c\n";
    Lexer *lexer = lexer_open(arena, source, strlen(source), "test", &diagnostic);
    static const Span spans[] = {{1, 0, 1, 2}, {1, 3, 1, 4}, {1, 5, 2, 4}, {2, 5, 2, 8}, {3, 0, 3, 0}};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        Token token = lexer_next(lexer);
        check(memcmp(&token.span, &spans[i], sizeof(Span)) == 0, "positions", token_name(token.kind), "another span");
        check(token.start >= source + 3 && token.end <= source + strlen(source), "positions", "in the source", "elsewhere");
    }
    arena_free(arena);
}

// ---- errors

typedef struct {
    const char *source;
    DiagnosticKind kind;
    int line, offset, end_offset;      // as the exception has them
    bool at_end;
    const char *message;
} ErrorCase;

#define SYNTAX DIAG_SYNTAX_ERROR
#define MALFORMED "(unicode error) 'unicodeescape' codec can't decode bytes in position "

static const ErrorCase error_cases[] = {
    // brackets
    {"x = (1,\ny\n", SYNTAX, 1, 5, 0, true, "'(' was never closed"},
    {"((", SYNTAX, 1, 2, 0, true, "'(' was never closed"},
    {")", SYNTAX, 1, 1, 1, false, "unmatched ')'"},
    {"(]", SYNTAX, 1, 2, 2, false, "closing parenthesis ']' does not match opening parenthesis '('"},
    {"(\n]", SYNTAX, 2, 1, 1, false, "closing parenthesis ']' does not match opening parenthesis '(' on line 1"},
    // lines
    {"x = 1 \\", SYNTAX, 1, 8, -1, true, "unexpected EOF while parsing"},
    {"x = 1 \\\n", SYNTAX, 1, 8, -1, true, "unexpected EOF while parsing"},
    {"if x:\n  \\", SYNTAX, 2, 4, -1, true, "unexpected EOF while parsing"},
    {"(\\", SYNTAX, 1, 1, 0, true, "'(' was never closed"},
    {"x = \\ 1", SYNTAX, 1, 6, 0, false, "unexpected character after line continuation character"},
    // indentation
    {"if 1:\n    x\n  yyyyyy = 1 # foo\n", DIAG_INDENTATION_ERROR, 3, 19, -1, false,
     "unindent does not match any outer indentation level"},
    {"if 1:\n\ty\n        z\n", DIAG_TAB_ERROR, 3, 1, 0, false, "inconsistent use of tabs and spaces in indentation"},
    {"if 1:\n        y\n\tz\n", DIAG_TAB_ERROR, 3, 1, 0, false, "inconsistent use of tabs and spaces in indentation"},
    {"if 1:\n  if 1:\n\tx", DIAG_TAB_ERROR, 3, 1, 0, false, "inconsistent use of tabs and spaces in indentation"},
    // characters
    {"a\xE2\x82\xAC", SYNTAX, 1, 2, 2, false, "invalid character '\xE2\x82\xAC' (U+20AC)"},
    {"x = a\xC2\xA0+ b", SYNTAX, 1, 6, 6, false, "invalid non-printable character U+00A0"},
    {"\x01", SYNTAX, 1, 1, 1, false, "invalid non-printable character U+0001"},
    {"x = 1\ny = '\xFF'", DIAG_ENCODING_ERROR, 2, 6, 6, false, "Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared; "
                                                   "see https://peps.python.org/pep-0263/ for details"},
    {"\xEF\xBB\xBF# coding: utf8\nx", DIAG_ENCODING_ERROR, 1, 0, 14, false, "encoding problem: utf8 with BOM"},
    // numbers
    {"1abc", SYNTAX, 1, 1, 1, false, "invalid decimal literal"},
    {"1__0", SYNTAX, 1, 2, 2, false, "invalid decimal literal"},
    {"1e+", SYNTAX, 1, 3, 3, false, "invalid decimal literal"},
    {"1._5", SYNTAX, 1, 2, 2, false, "invalid decimal literal"},
    {"0x", SYNTAX, 1, 2, 2, false, "invalid hexadecimal literal"},
    {"0x_", SYNTAX, 1, 3, 3, false, "invalid hexadecimal literal"},
    {"0o18", SYNTAX, 1, 4, 4, false, "invalid digit '8' in octal literal"},
    {"0b_2", SYNTAX, 1, 4, 4, false, "invalid digit '2' in binary literal"},
    {"1jx", SYNTAX, 1, 2, 2, false, "invalid imaginary literal"},
    {"0_7", SYNTAX, 1, 1, 3, false,
     "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"},
    {"1orx", SYNTAX, 1, 1, 1, false, "invalid decimal literal"},
    // strings
    {"x = 'abc\n", SYNTAX, 1, 5, 5, false, "unterminated string literal (detected at line 1)"},
    {"'a\\\nb\nc'", SYNTAX, 1, 1, 1, false, "unterminated string literal (detected at line 2)"},
    {"'a\\\n", SYNTAX, 1, 1, 1, true, "unterminated string literal (detected at line 1)"},
    {"x = 'a\\'\n", SYNTAX, 1, 5, 5, false,
     "unterminated string literal (detected at line 1); perhaps you escaped the end quote?"},
    {"'''abc\ndef", SYNTAX, 1, 1, 1, true, "unterminated triple-quoted string literal (detected at line 2)"},
    {"bfr''", SYNTAX, 1, 1, 4, false, "'b' and 'f' prefixes are incompatible"},
    {"ur''", SYNTAX, 1, 1, 3, false, "'u' and 'r' prefixes are incompatible"},
    {"'ab\\xg'", SYNTAX, 1, 1, 8, false, MALFORMED "2-3: truncated \\xXX escape"},
    {"'\\u12'", SYNTAX, 1, 1, 7, false, MALFORMED "0-3: truncated \\uXXXX escape"},
    {"'\\U00110000'", SYNTAX, 1, 1, 13, false, MALFORMED "0-9: illegal Unicode character"},
    {"'\\N{abc'", SYNTAX, 1, 1, 9, false, MALFORMED "0-5: malformed \\N character escape"},
    {"'\xC3\xA9\\x'", SYNTAX, 1, 1, 7, false, MALFORMED "10-11: truncated \\xXX escape"},
    {"'\\\xC3\xA9\\x'", SYNTAX, 1, 1, 8, false, MALFORMED "16-17: truncated \\xXX escape"},
    {"b'ab\\x4'", SYNTAX, 1, 1, 9, false, "(value error) invalid \\x escape at position 2"},
    {"b'\xC3\xA9'", SYNTAX, 1, 1, 6, false, "bytes can only contain ASCII literal characters"},
    {"'\\x'; 1a", SYNTAX, 1, 7, 7, false, "invalid decimal literal"},
    // f-strings
    {"f'abc", SYNTAX, 1, 1, 1, false, "unterminated f-string literal (detected at line 1)"},
    {"t'abc", SYNTAX, 1, 1, 1, false, "unterminated t-string literal (detected at line 1)"},
    {"f'''abc\nd", SYNTAX, 1, 1, 1, true, "unterminated triple-quoted f-string literal (detected at line 2)"},
    {"f'}'", SYNTAX, 1, 3, 3, false, "f-string: single '}' is not allowed"},
    {"f'{a'", SYNTAX, 1, 5, 5, false, "f-string: expecting '}'"},
    {"f'{a", SYNTAX, 1, 3, 0, true, "'{' was never closed"},
    {"f'{a # c}'", SYNTAX, 1, 3, 0, true, "'{' was never closed"},
    {"f'{a]}'", SYNTAX, 1, 5, 5, false, "f-string: unmatched ']'"},
    {"f'{(a}'", SYNTAX, 1, 6, 6, false, "closing parenthesis '}' does not match opening parenthesis '('"},
    {"f'{a:{b:{c:{d}}}}'", SYNTAX, 1, 11, 11, false, "f-string: expressions nested too deeply"},
    {"f'{a:\n}'", SYNTAX, 1, 6, 6, false,
     "f-string: newlines are not allowed in format specifiers for single quoted f-strings"},
    {"f'abc{1}\\x'", SYNTAX, 1, 11, 12, false, MALFORMED "0-1: truncated \\xXX escape"},
    {"f'a{{b\\x'", SYNTAX, 1, 9, 10, false, MALFORMED "1-2: truncated \\xXX escape"},
};

static Diagnostic lex(const char *source, size_t size) {
    Arena *arena = arena_new();
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    Lexer *lexer = lexer_open(arena, source, size, "test", &diagnostic);
    while (lexer && lexer_next(lexer).kind != TOK_END) {}
    if (lexer) check(lexer_next(lexer).kind == TOK_END, source, "END for ever", "another token");
    arena_free(arena);
    return diagnostic;
}

static void check_error(const ErrorCase *test) {
    Diagnostic got = lex(test->source, strlen(test->source));
    check(strcmp(got.message, test->message) == 0, test->source, test->message, got.message);
    check(got.kind == test->kind, test->source, "its kind", "another kind");
    check(got.at_end == test->at_end, test->source, "its at_end", "the other at_end");
    bool same_place = got.span.line == test->line && got.span.column == test->offset - 1
                   && got.span.end_column == test->end_offset - 1;
    char place[80];
    snprintf(place, sizeof place, "line %d, offset %d, end_offset %d", got.span.line, got.span.column + 1,
             got.span.end_column + 1);
    check(same_place, test->source, "its place", place);
}

// ---- encodings

static const struct {
    const char *source, *name;
} encodings[] = {
    {"x", ""},
    {"# coding: utf-8\nx", ""},
    {"# vim: set fileencoding=UTF_8-unix :\nx", ""},
    {"# coding: foo\nx", "foo"},
    {"#!/usr/bin/env bitis\n# -*- coding: koi8-r -*-\nx", "koi8-r"},
    {"# coding=Latin_1-unix\nx", "iso-8859-1"},
    {"x # coding: foo", ""},
    {"x\n# coding: foo\n", ""},
    {"\n\n# coding: foo\n", ""},
    {"\xEF\xBB\xBF# coding: foo\nx", ""},
};

static void check_encoding(const char *source, const char *name) {
    size_t size;
    const char *found = lexer_encoding(source, strlen(source), &size);
    char got[40];
    snprintf(got, sizeof got, "%.*s", (int)size, found ? found : "");
    check(strcmp(got, name) == 0, source, name, got);
}

// ---- limits

// `count` times `open`, then `middle`, then `count` times `close`.
static char *nest(const char *open, const char *middle, const char *close, int count) {
    char *text = malloc((strlen(open) + strlen(close)) * (size_t)count + strlen(middle) + 1);
    char *end = text;
    for (int i = 0; i < count; i++) end = stpcpy(end, open);
    end = stpcpy(end, middle);
    for (int i = 0; i < count; i++) end = stpcpy(end, close);
    return text;
}

static void check_nest(const char *open, const char *middle, const char *close, int count, const char *message) {
    char *text = nest(open, middle, close, count);
    Diagnostic got = lex(text, strlen(text));
    check(strcmp(got.message, message) == 0, open, message, got.message);
    free(text);
}

static void check_blocks(int count, const char *message) {
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i <= count; i++) fprintf(out, "%*sif 1:\n", i, "");
    fprintf(out, "%*spass\n", count, "");
    fclose(out);
    Diagnostic got = lex(text, size);
    check(strcmp(got.message, message) == 0, "blocks", message, got.message);
    free(text);
}

static void test_limits(void) {
    check_nest("(", "x", ")", 200, "");
    check_nest("(", "x", ")", 201, "too many nested parentheses");
    check_nest("f'{", "1", "}'", 149, "");
    check_nest("f'{", "1", "}'", 150, "too many nested f-strings or t-strings");
    check_blocks(99, "");
    check_blocks(100, "too many levels of indentation");
    check_nest("9", "", "", 4300, "");
    check_nest("9", "", "", 4301,
               "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; "
               "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
               "to avoid decimal conversion limits.");
    check_nest("f", "", "", 100000, "");
    check_nest("0", "", "", 100000, "");
    check_nest("\\\n", "x", "", 100000, "");
    Diagnostic got = lex("x = '\0'", 7);
    check(strcmp(got.message, "source code string cannot contain null bytes") == 0, "NUL", "refused", got.message);
}

// ---- which error goes first

// Reads one token, as a parser that finds an error in line 1 would, and asks.
static void check_rest(const char *source, bool expected) {
    Arena *arena = arena_new();
    Diagnostic diagnostic = {.kind = DIAG_NONE};
    Lexer *lexer = lexer_open(arena, source, strlen(source), "test", &diagnostic);
    lexer_next(lexer);
    bool got = lexer_check_rest(lexer, 1);
    check(got == expected, source, expected ? "goes first" : "goes last", diagnostic.message);
    arena_free(arena);
}

static void test_rest(void) {
    check_rest("a b\n'", true);
    check_rest("a b\n(", false);
    check_rest("a b\n$", false);
    check_rest("a b\n'\\x'", false);
    check_rest("a b\nc", false);
}

static void test_lines(void) {
    const char *source = "\xEF\xBB\xBF" "ab\r\nc\rd\n";
    static const char *const lines[] = {"ab", "c", "d", "", ""};
    for (int i = 0; i < 5; i++) {
        size_t length;
        const char *line = lexer_line(source, strlen(source), i + 1, &length);
        check(length == strlen(lines[i]) && memcmp(line, lines[i], length) == 0, "lines", lines[i], "another line");
    }
}

static void test_arena(void) {
    Arena *arena = arena_new();
    bool zeroed = true, aligned = true;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(arena, size);
        aligned &= (uintptr_t)memory % 16 == 0;
        for (size_t i = 0; i < size; i++) zeroed &= memory[i] == 0;
        memset(memory, 0xFF, size);
    }
    check(zeroed, "arena", "zeroed memory", "other bytes");
    check(aligned, "arena", "aligned memory", "another address");
    check(strcmp(arena_copy(arena, "abc", 2), "ab") == 0, "arena", "a copy", "another text");
    check(!arena_failed(arena), "arena", "no failure", "a failure");
    check(!arena_alloc(arena, SIZE_MAX - 8) && arena_failed(arena), "arena", "a failure", "none");
    arena_free(arena);
    arena_free(NULL);
}

int main(void) {
    lexer_start();
    for (size_t i = 0; i < sizeof token_cases / sizeof *token_cases; i++) check_tokens(token_cases[i][0], token_cases[i][1]);
    for (size_t i = 0; i < sizeof error_cases / sizeof *error_cases; i++) check_error(&error_cases[i]);
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) check_encoding(encodings[i].source, encodings[i].name);
    test_positions();
    test_limits();
    test_rest();
    test_lines();
    test_arena();
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}

// Lexer: the scanners. One function reads one kind of text: scan_indentation a line's start, scan_code
// ordinary code, scan_string the body of a string, scan_fstring the literal text and format specs of an
// f-string. What a token means (numbers, escapes, names, brackets, soft keywords) is decided in the files of
// those names; see state.h.
#include "lexer/state.h"

/*!re2c
    re2c:yyfill:enable = 0;
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;

    end = "\x00";
    newline = "\r\n" | "\r" | "\n";
    blank = [ \t\f];
    comment = "#" [^\r\n\x00]*;
    ascii_name = [A-Za-z_] [A-Za-z_0-9]*;
    any_name = [A-Za-z_\x80-\xff] [A-Za-z_0-9\x80-\xff]*;
    string_start = [bBfFrRtTuU]{0,5} ["'];

    digits = [0-9] ("_"? [0-9])*;
    decimal = [1-9] ("_"? [0-9])* | "0" ("_"? "0")*;
    hexadecimal = '0x' ("_"? [0-9a-fA-F])*;
    octal = '0o' ("_"? [0-7])*;
    binary = '0b' ("_"? [01])*;
    fraction = digits? "." digits | digits ".";
    exponent = 'e' [-+]? digits;
    real = fraction exponent? | digits exponent;
    imaginary = (digits | real) 'j';
*/

// The cursor's line is now the one at `start`.
static void new_line(Lexer *lexer, const char *start) {
    lexer->line++;
    lexer->line_start = start;
}

void begin_token(Lexer *lexer, const char *start) {
    lexer->token_start = start;
    lexer->token_line_start = lexer->line_start;
    lexer->token_line = lexer->line;
}

Span token_span(const Lexer *lexer, const char *end) {
    return (Span){
        .line = lexer->token_line,
        .column = (int)(lexer->token_start - lexer->token_line_start),
        .end_line = lexer->line,
        .end_column = (int)(end - lexer->line_start),
    };
}

Token finish_token(Lexer *lexer, TokenKind kind, const char *end) {
    lexer->cursor = end;
    lexer->previous = kind;
    return (Token){
        .kind = kind,
        .span = token_span(lexer, end),
        .start = lexer->original + (lexer->token_start - lexer->text),
        .end = lexer->original + (end - lexer->text),
    };
}

// ---- line ends

int last_line(const Lexer *lexer) {
    bool empty_at_end = lexer->line_start == lexer->limit && lexer->line > 1;
    return lexer->line - empty_at_end;
}

// A backslash and a line end: the logical line goes on at `next`, if there is anything.
static bool join_line(Lexer *lexer, const char *backslash, const char *next) {
    if (next == lexer->limit && lexer->depth) {
        bracket_unclosed(lexer);
        return false;
    }
    if (next == lexer->limit) {
        int column = (int)(backslash + 1 - lexer->line_start);
        fail_at_end(lexer, (Span){lexer->line, column, lexer->line, -2}, "unexpected EOF while parsing");
        lexer->diagnostic->stage = STAGE_PARSER;
        return false;
    }
    new_line(lexer, next);
    return true;
}

// A backslash that no line end follows.
static Token bad_line_joining(Lexer *lexer, const char *next) {
    if (next == lexer->limit) {
        join_line(lexer, next - 1, next);
        return end_token(lexer);
    }
    int column = (int)(next - lexer->line_start);
    Token token = fail(lexer, DIAG_SYNTAX_ERROR, (Span){lexer->line, column, lexer->line, -1},
                       "unexpected character after line continuation character");
    lexer->diagnostic->stage = STAGE_PARSER;
    return token;
}

// The end of a logical line: the token covers a comment before the line end, but not the line end.
static Token newline_token(Lexer *lexer, const char *next) {
    const char *end = next;
    while (end > lexer->token_start && (end[-1] == '\n' || end[-1] == '\r')) end--;
    Token token = finish_token(lexer, TOK_NEWLINE, end);
    lexer->mode = MODE_LINE_START;
    lexer->cursor = next;
    new_line(lexer, next);
    return token;
}

// ---- indentation

// Reads blank lines and comments up to the first line with code, and its indentation. When a line consisting
// of blanks and a backslash is joined with the next, its blanks are the indentation, if there are any.
static bool scan_indentation(Lexer *lexer) {
    const char *cursor = lexer->cursor;
    int column = 0, narrow_column = 0, joined_column = 0;
    for (;;) {
/*!re2c
        " "     { column++; narrow_column++; continue; }
        "\t"    { column = (column / 8 + 1) * 8; narrow_column++; continue; }
        "\f"    { column = narrow_column = 0; continue; }
        comment? newline {
            column = narrow_column = joined_column = 0;
            new_line(lexer, cursor);
            continue;
        }
        "\\" newline {
            const char *backslash = cursor[-2] == '\\' ? cursor - 2 : cursor - 3;
            if (!joined_column) joined_column = column;
            if (!join_line(lexer, backslash, cursor)) return false;
            continue;
        }
        "\\"    { bad_line_joining(lexer, cursor); return false; }
        comment? end {
            lexer->cursor = lexer->limit;
            if (lexer->line_start != lexer->limit) new_line(lexer, lexer->limit);
            lexer->mode = MODE_END;
            return indent_apply(lexer, 0, 0);
        }
        *       { cursor--; break; }
*/
    }
    lexer->cursor = cursor;
    lexer->mode = MODE_CODE;
    if (joined_column) column = narrow_column = joined_column;
    return indent_apply(lexer, column, narrow_column);
}

// ---- strings

// Which letters are before the quote. 0 for a letter given twice: then it is a name, and not a prefix.
static bool read_prefix(const char *letters, const char *quote, unsigned *prefix) {
    *prefix = 0;
    for (; letters < quote; letters++) {
        unsigned bit = 0;
        switch (*letters | 0x20) {
        case 'b': bit = PREFIX_B; break;
        case 'u': bit = PREFIX_U; break;
        case 'r': bit = PREFIX_R; break;
        case 'f': bit = PREFIX_F; break;
        case 't': bit = PREFIX_T; break;
        }
        if (*prefix & bit) return false;
        *prefix |= bit;
    }
    return true;
}

static bool prefix_is_compatible(Lexer *lexer, unsigned prefix, const char *quote) {
    static const char pairs[] = "ub ur uf ut bf bt ft";
    for (const char *pair = pairs; pair < pairs + sizeof pairs; pair += 3) {
        unsigned both;
        read_prefix(pair, pair + 2, &both);
        if ((prefix & both) != both) continue;
        fail(lexer, DIAG_SYNTAX_ERROR, token_span(lexer, quote), "'%c' and '%c' prefixes are incompatible",
             pair[0], pair[1]);
        return false;
    }
    return true;
}

// The text, or the line of a string that is not triple-quoted, ended before the closing quote.
static Token string_unterminated(Lexer *lexer, char quote, bool triple, bool escaped_quote, bool at_end) {
    Span start = token_span(lexer, lexer->cursor);
    start.end_line = start.line;
    start.end_column = start.column;
    const FString *around = fstring_current(lexer);
    if (around && around->quote == quote && around->triple == triple) {
        return fail(lexer, DIAG_SYNTAX_ERROR, start, "%c-string: expecting '}'", around->letter);
    }
    const char *format = triple          ? "unterminated triple-quoted string literal (detected at line %d)%s"
                                         : "unterminated string literal (detected at line %d)%s";
    const char *hint = escaped_quote && !triple ? "; perhaps you escaped the end quote?" : "";
    if (at_end) return fail_at_end(lexer, start, format, last_line(lexer), hint);
    return fail(lexer, DIAG_SYNTAX_ERROR, start, format, last_line(lexer), hint);
}

static Token finish_string(Lexer *lexer, unsigned prefix, const char *begin, const char *end, const char *after) {
    Token token = finish_token(lexer, prefix & PREFIX_B ? TOK_BYTES : TOK_STRING, after);
    if (lexer->looking_ahead) return token;
    Diagnostic error = {.kind = DIAG_NONE};
    unsigned flags = (prefix & PREFIX_R ? ESCAPE_RAW : 0) | (prefix & PREFIX_B ? ESCAPE_BYTES : 0);
    if (escape_decode(lexer->arena, begin, end, flags, &token.text, &error)) return token;
    error.span = token.span;
    return fail_value(lexer, &error);
}

// Reads the body of a string and its closing quote.
static Token scan_string(Lexer *lexer, unsigned prefix, char quote, bool triple) {
    const char *cursor = lexer->cursor, *begin = cursor;
    bool escaped_quote = false;
    for (;;) {
/*!re2c
        [^\\'"\r\n\x00]+    { continue; }
        "\\" newline        { new_line(lexer, cursor); continue; }
        "\\" [^\r\n\x00]    { escaped_quote |= cursor[-1] == quote; continue; }
        newline {
            if (!triple) break;
            new_line(lexer, cursor);
            continue;
        }
        ["'] {
            if (cursor[-1] != quote) continue;
            if (!triple) return finish_string(lexer, prefix, begin, cursor - 1, cursor);
            if (cursor[0] != quote || cursor[1] != quote) continue;
            return finish_string(lexer, prefix, begin, cursor - 1, cursor + 2);
        }
        *   {
            bool joined = lexer->line_start == lexer->limit;
            return string_unterminated(lexer, quote, triple, escaped_quote, triple || joined);
        }
*/
    }
    return string_unterminated(lexer, quote, triple, escaped_quote, false);
}

// The cursor is behind the first quote.
static Token scan_string_start(Lexer *lexer, const char *cursor) {
    const char *quote = cursor - 1;
    unsigned prefix;
    if (!read_prefix(lexer->token_start, quote, &prefix)) return identifier_token(lexer, quote);
    if (!prefix_is_compatible(lexer, prefix, quote)) return end_token(lexer);
    bool triple = quote[1] == quote[0] && quote[2] == quote[0];
    if (prefix & (PREFIX_F | PREFIX_T)) return fstring_open(lexer, prefix, quote, triple);
    lexer->cursor = quote + (triple ? 3 : 1);
    return scan_string(lexer, prefix, *quote, triple);
}

// Reads f-string text up to a brace that means something, or the closing quote; when it is at one already,
// reads that.
static Token scan_fstring(Lexer *lexer) {
    FString *fstring = fstring_current(lexer);
    const char *cursor = lexer->cursor, *begin = cursor;
    bool named = false;      // inside of \N{...}
    begin_token(lexer, begin);
    for (;;) {
/*!re2c
        [^\\'"{}\r\n\x00]+  { continue; }
        "\\" newline        { new_line(lexer, cursor); continue; }
        "\\" [{}]           { cursor--; continue; }
        "\\N{" {
            if (fstring->raw) cursor--;
            else named = true;
            continue;
        }
        "\\" [^\r\n\x00]    { continue; }
        newline {
            if (!fstring->triple) break;
            new_line(lexer, cursor);
            continue;
        }
        "{{" {
            if (!fstring->in_spec) continue;
            cursor -= 2;
            return cursor > begin ? fstring_middle(lexer, cursor) : fstring_field(lexer, cursor + 1);
        }
        "{" {
            cursor--;
            return cursor > begin ? fstring_middle(lexer, cursor) : fstring_field(lexer, cursor + 1);
        }
        "}" {
            if (named) { named = false; continue; }
            if (*cursor == '}' && !fstring->fields) { cursor++; continue; }
            cursor--;
            if (cursor > begin) return fstring_middle(lexer, cursor);
            if (fstring->fields) return bracket_close(lexer, TOK_RBRACE, cursor + 1);
            return fail_at(lexer, cursor, "%c-string: single '}' is not allowed", fstring->letter);
        }
        ["'] {
            if (cursor[-1] != fstring->quote) continue;
            if (fstring->triple && (cursor[0] != fstring->quote || cursor[1] != fstring->quote)) continue;
            cursor--;
            if (cursor > begin) return fstring_middle(lexer, cursor);
            return fstring_close(lexer, cursor + (fstring->triple ? 3 : 1));
        }
        *   { break; }
*/
    }
    lexer->cursor = cursor - 1;
    return fstring_unterminated(lexer);
}

// ---- code

// ":" and what begins with it: at the level of a replacement field, the colon begins the format spec.
static Token scan_colon(Lexer *lexer, TokenKind kind, const char *end) {
    if (!fstring_in_field(lexer)) return finish_token(lexer, kind, end);
    fstring_current(lexer)->in_spec = true;
    lexer->mode = MODE_FSTRING;
    return finish_token(lexer, TOK_COLON, lexer->token_start + 1);
}

static Token scan_code(Lexer *lexer) {
    const char *cursor = lexer->cursor, *marker;
    for (;;) {
        begin_token(lexer, cursor);
/*!re2c
        blank+              { continue; }
        comment? newline {
            if (!lexer->depth) return newline_token(lexer, cursor);
            new_line(lexer, cursor);
            continue;
        }
        comment? end {
            lexer->cursor = lexer->limit;
            return lexer->depth ? bracket_unclosed(lexer) : newline_token(lexer, lexer->limit);
        }
        "\\" newline {
            if (!join_line(lexer, lexer->token_start, cursor)) return end_token(lexer);
            continue;
        }
        "\\"                { return bad_line_joining(lexer, cursor); }

        decimal             { return number_token(lexer, NUMBER_DECIMAL, cursor); }
        digits              { return number_token(lexer, NUMBER_ZERO_LED, cursor); }
        hexadecimal         { return number_token(lexer, NUMBER_HEXADECIMAL, cursor); }
        octal               { return number_token(lexer, NUMBER_OCTAL, cursor); }
        binary              { return number_token(lexer, NUMBER_BINARY, cursor); }
        real                { return number_token(lexer, NUMBER_REAL, cursor); }
        imaginary           { return number_token(lexer, NUMBER_IMAGINARY, cursor); }
        string_start        { return scan_string_start(lexer, cursor); }

        "False"     { return finish_token(lexer, TOK_FALSE, cursor); }
        "None"      { return finish_token(lexer, TOK_NONE, cursor); }
        "True"      { return finish_token(lexer, TOK_TRUE, cursor); }
        "and"       { return finish_token(lexer, TOK_AND, cursor); }
        "as"        { return finish_token(lexer, TOK_AS, cursor); }
        "assert"    { return finish_token(lexer, TOK_ASSERT, cursor); }
        "async"     { return finish_token(lexer, TOK_ASYNC, cursor); }
        "await"     { return finish_token(lexer, TOK_AWAIT, cursor); }
        "break"     { return finish_token(lexer, TOK_BREAK, cursor); }
        "class"     { return finish_token(lexer, TOK_CLASS, cursor); }
        "continue"  { return finish_token(lexer, TOK_CONTINUE, cursor); }
        "def"       { return finish_token(lexer, TOK_DEF, cursor); }
        "del"       { return finish_token(lexer, TOK_DEL, cursor); }
        "elif"      { return finish_token(lexer, TOK_ELIF, cursor); }
        "else"      { return finish_token(lexer, TOK_ELSE, cursor); }
        "except"    { return finish_token(lexer, TOK_EXCEPT, cursor); }
        "finally"   { return finish_token(lexer, TOK_FINALLY, cursor); }
        "for"       { return finish_token(lexer, TOK_FOR, cursor); }
        "from"      { return finish_token(lexer, TOK_FROM, cursor); }
        "global"    { return finish_token(lexer, TOK_GLOBAL, cursor); }
        "if"        { return finish_token(lexer, TOK_IF, cursor); }
        "import"    { return finish_token(lexer, TOK_IMPORT, cursor); }
        "in"        { return finish_token(lexer, TOK_IN, cursor); }
        "is"        { return finish_token(lexer, TOK_IS, cursor); }
        "lambda"    { return finish_token(lexer, TOK_LAMBDA, cursor); }
        "nonlocal"  { return finish_token(lexer, TOK_NONLOCAL, cursor); }
        "not"       { return finish_token(lexer, TOK_NOT, cursor); }
        "or"        { return finish_token(lexer, TOK_OR, cursor); }
        "pass"      { return finish_token(lexer, TOK_PASS, cursor); }
        "raise"     { return finish_token(lexer, TOK_RAISE, cursor); }
        "return"    { return finish_token(lexer, TOK_RETURN, cursor); }
        "try"       { return finish_token(lexer, TOK_TRY, cursor); }
        "while"     { return finish_token(lexer, TOK_WHILE, cursor); }
        "with"      { return finish_token(lexer, TOK_WITH, cursor); }
        "yield"     { return finish_token(lexer, TOK_YIELD, cursor); }
        "match"     { return soft_keyword_token(lexer, TOK_SOFT_MATCH, cursor); }
        "case"      { return soft_keyword_token(lexer, TOK_SOFT_CASE, cursor); }
        "type"      { return soft_keyword_token(lexer, TOK_SOFT_TYPE, cursor); }
        any_name    { return identifier_token(lexer, cursor); }

        "("     { return bracket_open(lexer, TOK_LPAR, cursor); }
        "["     { return bracket_open(lexer, TOK_LSQB, cursor); }
        "{"     { return bracket_open(lexer, TOK_LBRACE, cursor); }
        ")"     { return bracket_close(lexer, TOK_RPAR, cursor); }
        "]"     { return bracket_close(lexer, TOK_RSQB, cursor); }
        "}"     { return bracket_close(lexer, TOK_RBRACE, cursor); }
        ":"     { return scan_colon(lexer, TOK_COLON, cursor); }
        ":="    { return scan_colon(lexer, TOK_COLONEQUAL, cursor); }
        ","     { return finish_token(lexer, TOK_COMMA, cursor); }
        ";"     { return finish_token(lexer, TOK_SEMI, cursor); }
        "."     { return finish_token(lexer, TOK_DOT, cursor); }
        "..."   { return finish_token(lexer, TOK_ELLIPSIS, cursor); }
        "->"    { return finish_token(lexer, TOK_ARROW, cursor); }
        "@"     { return finish_token(lexer, TOK_AT, cursor); }
        "!"     { return finish_token(lexer, TOK_EXCLAMATION, cursor); }
        "="     { return finish_token(lexer, TOK_EQUAL, cursor); }
        "+="    { return finish_token(lexer, TOK_PLUSEQUAL, cursor); }
        "-="    { return finish_token(lexer, TOK_MINEQUAL, cursor); }
        "*="    { return finish_token(lexer, TOK_STAREQUAL, cursor); }
        "/="    { return finish_token(lexer, TOK_SLASHEQUAL, cursor); }
        "//="   { return finish_token(lexer, TOK_DOUBLESLASHEQUAL, cursor); }
        "%="    { return finish_token(lexer, TOK_PERCENTEQUAL, cursor); }
        "@="    { return finish_token(lexer, TOK_ATEQUAL, cursor); }
        "&="    { return finish_token(lexer, TOK_AMPEREQUAL, cursor); }
        "|="    { return finish_token(lexer, TOK_VBAREQUAL, cursor); }
        "^="    { return finish_token(lexer, TOK_CIRCUMFLEXEQUAL, cursor); }
        ">>="   { return finish_token(lexer, TOK_RIGHTSHIFTEQUAL, cursor); }
        "<<="   { return finish_token(lexer, TOK_LEFTSHIFTEQUAL, cursor); }
        "**="   { return finish_token(lexer, TOK_DOUBLESTAREQUAL, cursor); }
        "+"     { return finish_token(lexer, TOK_PLUS, cursor); }
        "-"     { return finish_token(lexer, TOK_MINUS, cursor); }
        "*"     { return finish_token(lexer, TOK_STAR, cursor); }
        "/"     { return finish_token(lexer, TOK_SLASH, cursor); }
        "//"    { return finish_token(lexer, TOK_DOUBLESLASH, cursor); }
        "%"     { return finish_token(lexer, TOK_PERCENT, cursor); }
        "&"     { return finish_token(lexer, TOK_AMPER, cursor); }
        "|"     { return finish_token(lexer, TOK_VBAR, cursor); }
        "^"     { return finish_token(lexer, TOK_CIRCUMFLEX, cursor); }
        "~"     { return finish_token(lexer, TOK_TILDE, cursor); }
        "<<"    { return finish_token(lexer, TOK_LEFTSHIFT, cursor); }
        ">>"    { return finish_token(lexer, TOK_RIGHTSHIFT, cursor); }
        "**"    { return finish_token(lexer, TOK_DOUBLESTAR, cursor); }
        "<"     { return finish_token(lexer, TOK_LESS, cursor); }
        ">"     { return finish_token(lexer, TOK_GREATER, cursor); }
        "=="    { return finish_token(lexer, TOK_EQEQUAL, cursor); }
        "!="    { return finish_token(lexer, TOK_NOTEQUAL, cursor); }
        "<>"    { return finish_token(lexer, TOK_EXCLAMATION, cursor); }    // no operator any more, but one token
        "<="    { return finish_token(lexer, TOK_LESSEQUAL, cursor); }
        ">="    { return finish_token(lexer, TOK_GREATEREQUAL, cursor); }
        *       { return bad_character(lexer, lexer->token_start); }
*/
    }
}

Token lexer_next(Lexer *lexer) {
    if (lexer->mode == MODE_LINE_START && !scan_indentation(lexer)) return end_token(lexer);
    if (lexer->levels) return indent_token(lexer);
    switch (lexer->mode) {
    case MODE_CODE: return scan_code(lexer);
    case MODE_FSTRING: return scan_fstring(lexer);
    default: return end_token(lexer);
    }
}

// Which part of a failed expression a traceback points at (PEP 657): the operator of a binary operation, the brackets of
// a subscript or a call.
//
// The text is that of one expression, so it need not be parsed as a whole: what matters is the operator that binds loosest
// outside brackets, or else the last trailer. Text that is something else (a statement, a comparison, a lambda) has no anchors.
#include "objects/traceback_parts.h"
#include <string.h>

typedef struct {
    const char *text;
    size_t size, at;
} Scanner;

typedef enum { TOK_END, TOK_NAME, TOK_AWAIT, TOK_NUMBER, TOK_STRING, TOK_GROUP, TOK_DOT, TOK_ELLIPSIS, TOK_OPERATOR, TOK_BAD } TokenKind;

typedef struct {
    TokenKind kind;
    char first;                         // first character: the bracket of a group, the sign of an operator
    size_t start, end;
    int precedence;                     // of an operator; higher binds tighter; 0: a sign that is only a prefix (~)
} Token;

enum { PRECEDENCE_PREFIX_ONLY, PRECEDENCE_OR, PRECEDENCE_XOR, PRECEDENCE_AND, PRECEDENCE_SHIFT, PRECEDENCE_SUM,
       PRECEDENCE_PRODUCT, PRECEDENCE_POWER };

static char peek(const Scanner *s, size_t ahead) {
    return s->at + ahead < s->size ? s->text[s->at + ahead] : 0;
}

static bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// ---------------------------------------------------------------------------------------------------------------
// Strings and brackets

static bool skip_string(Scanner *s, bool has_fields, int depth);

// A replacement field of an f-string, the scanner standing behind its '{'. Behind a ':' comes literal text, with fields in it.
static bool skip_field(Scanner *s, int depth) {
    bool literal = false;
    for (int brackets = 0; s->at < s->size;) {
        char c = s->text[s->at++];
        if (c == '{' && literal) {
            if (depth > 50 || !skip_field(s, depth + 1))
                return false;
        } else if (c == '}' && brackets == 0) {
            return true;
        } else if (!literal && (c == '"' || c == '\'')) {
            s->at--;
            if (depth > 50 || !skip_string(s, true, depth + 1))
                return false;
        } else if (!literal && strchr("([{", c)) {
            brackets++;
        } else if (!literal && strchr(")]}", c)) {
            brackets--;
        } else if (c == ':' && brackets == 0) {
            literal = true;
        }
    }
    return false;
}

// A string, the scanner standing at its first quote.
static bool skip_string(Scanner *s, bool has_fields, int depth) {
    char quote = peek(s, 0);
    size_t quotes = peek(s, 1) == quote && peek(s, 2) == quote ? 3 : 1;
    s->at += quotes;
    while (s->at < s->size) {
        char c = s->text[s->at];
        if (c == '\\') {
            s->at += 2;
        } else if (c == quote && (quotes == 1 || (peek(s, 1) == quote && peek(s, 2) == quote))) {
            s->at += quotes;
            return true;
        } else if (c == '{' && has_fields && peek(s, 1) == '{') {
            s->at += 2;
        } else if (c == '{' && has_fields) {
            s->at++;
            if (!skip_field(s, depth))
                return false;
        } else {
            s->at++;
        }
    }
    return false;
}

// A name, or the prefix of a string that follows at once, and then the string.
static bool skip_word(Scanner *s, bool *is_string) {
    size_t start = s->at;
    bool has_fields = false;
    while (is_name_start(peek(s, 0)) || is_digit(peek(s, 0))) {
        has_fields |= strchr("fFtT", peek(s, 0)) != NULL;
        s->at++;
    }
    char c = peek(s, 0);
    *is_string = (c == '"' || c == '\'') && s->at - start <= 2;
    return !*is_string || skip_string(s, has_fields, 0);
}

static void skip_comment(Scanner *s) {
    while (s->at < s->size && s->text[s->at] != '\n')
        s->at++;
}

// A bracketed group, the scanner standing at its opening bracket.
static bool skip_group(Scanner *s) {
    int brackets = 0;
    bool is_string;
    while (s->at < s->size) {
        char c = s->text[s->at];
        if (is_name_start(c) || c == '"' || c == '\'') {
            if (!skip_word(s, &is_string))
                return false;
            continue;
        }
        if (c == '#') {
            skip_comment(s);
            continue;
        }
        s->at++;
        if (strchr("([{", c))
            brackets++;
        else if (strchr(")]}", c) && --brackets == 0)
            return true;
    }
    return false;
}

// ---------------------------------------------------------------------------------------------------------------
// Tokens

static void skip_blanks(Scanner *s) {
    while (s->at < s->size) {
        char c = s->text[s->at];
        if (c == '#')
            skip_comment(s);
        else if (c && strchr(" \t\n\f\r", c))
            s->at++;
        else if (c == '\\' && peek(s, 1) == '\n')
            s->at += 2;
        else
            return;
    }
}

static void skip_number(Scanner *s) {
    bool hexadecimal = peek(s, 0) == '0' && (peek(s, 1) == 'x' || peek(s, 1) == 'X');
    for (;;) {
        char c = peek(s, 0);
        bool exponent = !hexadecimal && (c == 'e' || c == 'E');
        if (!is_name_start(c) && !is_digit(c) && c != '.')
            return;
        s->at++;
        if (exponent && (peek(s, 0) == '+' || peek(s, 0) == '-'))
            s->at++;
    }
}

static TokenKind kind_of_word(const char *word, size_t size) {
    static const char *const keywords[] = {
        "and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
        "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    };
    if (size == 5 && memcmp(word, "await", 5) == 0)
        return TOK_AWAIT;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strlen(keywords[i]) == size && memcmp(keywords[i], word, size) == 0)
            return TOK_BAD;
    return TOK_NAME;
}

// Binary operators and prefixes. A sign that is followed by '=' belongs to a statement or a comparison.
static void operator_token(Scanner *s, Token *token) {
    static const struct { const char *sign; int precedence; } operators[] = {
        {"**", PRECEDENCE_POWER}, {"//", PRECEDENCE_PRODUCT}, {"<<", PRECEDENCE_SHIFT}, {">>", PRECEDENCE_SHIFT},
        {"*", PRECEDENCE_PRODUCT}, {"/", PRECEDENCE_PRODUCT}, {"%", PRECEDENCE_PRODUCT}, {"@", PRECEDENCE_PRODUCT},
        {"+", PRECEDENCE_SUM}, {"-", PRECEDENCE_SUM}, {"&", PRECEDENCE_AND}, {"^", PRECEDENCE_XOR}, {"|", PRECEDENCE_OR},
        {"~", PRECEDENCE_PREFIX_ONLY},
    };
    token->kind = TOK_BAD;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t size = strlen(operators[i].sign);
        if (s->size - s->at < size || memcmp(s->text + s->at, operators[i].sign, size) != 0)
            continue;
        s->at += size;
        if (peek(s, 0) != '=')
            token->kind = TOK_OPERATOR;
        token->precedence = operators[i].precedence;
        return;
    }
    s->at++;
}

static Token next_token(Scanner *s) {
    skip_blanks(s);
    char c = peek(s, 0);
    bool is_string;
    Token token = {.kind = TOK_END, .first = c, .start = s->at};
    if (s->at >= s->size) {
        token.end = s->at;
        return token;
    }
    if (is_name_start(c) || c == '"' || c == '\'') {
        bool closed = skip_word(s, &is_string);
        token.kind = !closed ? TOK_BAD : is_string ? TOK_STRING : kind_of_word(s->text + token.start, s->at - token.start);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(s, 1)))) {
        skip_number(s);
        token.kind = TOK_NUMBER;
    } else if (strchr("([{", c)) {
        token.kind = skip_group(s) ? TOK_GROUP : TOK_BAD;
    } else if (c == '.') {
        token.kind = peek(s, 1) == '.' && peek(s, 2) == '.' ? TOK_ELLIPSIS : TOK_DOT;
        s->at += token.kind == TOK_DOT ? 1 : 3;
    } else {
        operator_token(s, &token);
    }
    token.end = s->at;
    return token;
}

// ---------------------------------------------------------------------------------------------------------------
// Expressions

// What stands between two binary operators: [prefixes] atom trailers.
typedef struct {
    bool signed_, awaited;
    Token atom, last_trailer;           // last_trailer.kind is TOK_END when there is none
    int trailers;
} Operand;

// Reads an operand whose first token is *token; leaves the token behind it in *token.
static bool read_operand(Scanner *s, Token *token, Operand *operand) {
    *operand = (Operand){.last_trailer = {.kind = TOK_END}};
    for (; token->kind == TOK_OPERATOR && strchr("+-~", token->first); *token = next_token(s))
        operand->signed_ = true;
    for (; token->kind == TOK_AWAIT; *token = next_token(s))
        operand->awaited = true;
    operand->atom = *token;
    if (token->kind != TOK_NAME && token->kind != TOK_NUMBER && token->kind != TOK_STRING && token->kind != TOK_GROUP &&
        token->kind != TOK_ELLIPSIS)
        return false;
    do
        *token = next_token(s);
    while (operand->atom.kind == TOK_STRING && token->kind == TOK_STRING);
    while (token->kind == TOK_DOT || (token->kind == TOK_GROUP && token->first != '{')) {
        operand->last_trailer = *token;
        operand->trailers++;
        if (token->kind == TOK_DOT) {
            *token = next_token(s);
            if (token->kind != TOK_NAME)
                return false;
        }
        *token = next_token(s);
    }
    return true;
}

// Whether the brackets of a group belong to what is in them: a tuple's or a generator's do, others only group.
static bool is_display(const Scanner *s, const Token *group) {
    Scanner inner = {s->text, group->end - 1, group->start + 1};
    Token token = next_token(&inner);
    if (token.kind == TOK_END)
        return true;
    for (; token.kind != TOK_END; token = next_token(&inner))
        if (token.first == ',' || (token.end - token.start == 3 && memcmp(s->text + token.start, "for", 3) == 0))
            return true;
    return false;
}

// Whether it is a name, perhaps in brackets.
static bool is_plain_name(const Scanner *s, Token token) {
    while (token.kind == TOK_GROUP && token.first == '(') {
        Scanner inner = {s->text, token.end - 1, token.start + 1};
        token = next_token(&inner);
        if (next_token(&inner).kind != TOK_END)
            return false;
    }
    return token.kind == TOK_NAME;
}

static bool anchor_trailer(const Scanner *s, const Operand *operand, Anchors *anchors) {
    const Token *trailer = &operand->last_trailer;
    if (operand->signed_ || operand->awaited || trailer->kind != TOK_GROUP)
        return false;
    anchors->kind = trailer->first == '(' ? ANCHORS_CALL : ANCHORS_SUBSCRIPT;
    anchors->plain_call = anchors->kind == ANCHORS_CALL && operand->trailers == 1 && is_plain_name(s, operand->atom);
    anchors->left = trailer->start;
    anchors->right = s->size;
    return true;
}

bool anchors_find(const char *text, size_t size, Anchors *anchors) {
    Scanner s = {text, size, 0};
    Token token = next_token(&s), top = {.kind = TOK_END};
    Operand first, operand;
    if (!read_operand(&s, &token, &first))
        return false;
    while (token.kind == TOK_OPERATOR && token.precedence != PRECEDENCE_PREFIX_ONLY) {
        bool looser = top.kind == TOK_END || token.precedence < top.precedence;
        if (looser || (token.precedence == top.precedence && token.precedence != PRECEDENCE_POWER))
            top = token;
        token = next_token(&s);
        if (!read_operand(&s, &token, &operand))
            return false;
    }
    if (token.kind != TOK_END)
        return false;
    if (top.kind == TOK_END)
        return anchor_trailer(&s, &first, anchors);
    if (top.precedence == PRECEDENCE_POWER && first.signed_)        // -a ** b is -(a ** b)
        return false;
    *anchors = (Anchors){.kind = ANCHORS_BINARY, .left = top.start, .right = top.end};
    // A bracket right behind the operator is pointed at as well, unless it belongs to the right operand.
    bool alone = operand.trailers == 0 && !operand.signed_ && !operand.awaited && operand.atom.kind == TOK_GROUP;
    if (top.end - top.start == 1 && alone && operand.atom.start == top.end && operand.atom.first == '(' &&
        !is_display(&s, &operand.atom))
        anchors->right++;
    return true;
}

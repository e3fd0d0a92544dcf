// Numbers: what may follow a number, and its value.
#include "lexer/state.h"
#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMAL_DIGITS_LIMIT = 4300 };

static const char *form_name(NumberForm form) {
    switch (form) {
    case NUMBER_HEXADECIMAL: return "hexadecimal";
    case NUMBER_OCTAL: return "octal";
    case NUMBER_BINARY: return "binary";
    case NUMBER_IMAGINARY: return "imaginary";
    default: return "decimal";
    }
}

static unsigned form_base(NumberForm form) {
    switch (form) {
    case NUMBER_HEXADECIMAL: return 16;
    case NUMBER_OCTAL: return 8;
    case NUMBER_BINARY: return 2;
    default: return 10;
    }
}

static bool is_radix_form(NumberForm form) {
    return form == NUMBER_HEXADECIMAL || form == NUMBER_OCTAL || form == NUMBER_BINARY;
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

// ---- what follows

static bool is_name_byte(char byte) {
    return is_letter(byte) || is_digit(byte) || byte == '_' || (unsigned char)byte >= 0x80;
}

// `1if x else 2` and the like are allowed; CPython does not look at what follows a keyword in i.
static bool keyword_follows(const char *end) {
    static const char *const keywords[] = {"and", "else", "for", "not", "or", "if", "in", "is"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        size_t size = strlen(keywords[i]);
        if (strncmp(end, keywords[i], size) == 0) return *end == 'i' || !is_name_byte(end[size]);
    }
    return false;
}

// Where the error is for CPython: the last byte that it has taken for a part of the number, or NULL.
static const char *find_bad_end(NumberForm form, const char *begin, const char *end) {
    bool has_fraction_digits = end[-1] != '.';
    if (is_radix_form(form)) {
        const char *next = end + (*end == '_');
        if (next > end || end - begin == 2) return next - 1;
    } else if (form != NUMBER_IMAGINARY && has_fraction_digits && *end == '_') {
        return end;
    } else if (form != NUMBER_IMAGINARY && (*end | 0x20) == 'e' && (end[1] == '-' || end[1] == '+')) {
        size_t size = (size_t)(end - begin);
        bool has_exponent = memchr(begin, 'e', size) || memchr(begin, 'E', size);
        return has_exponent ? end - 1 : end + 1;
    }
    bool joined = is_name_byte(*end) && (unsigned char)*end < 0x80 && !keyword_follows(end);
    return joined ? end - 1 : NULL;
}

static bool check_end(Lexer *lexer, NumberForm form, const char *end) {
    if (form == NUMBER_OCTAL || form == NUMBER_BINARY) {
        const char *next = end + (*end == '_');
        if (is_digit(*next)) {
            fail_at(lexer, next, "invalid digit '%c' in %s literal", *next, form_name(form));
            return false;
        }
    }
    const char *begin = lexer->token_start;
    const char *bad = find_bad_end(form, begin, end);
    if (form == NUMBER_ZERO_LED && (!bad || (bad < end && (*end | 0x20) != 'e'))) {
        Span span = token_span(lexer, begin);
        span.end_column += (int)strspn(begin, "0_");
        fail(lexer, DIAG_SYNTAX_ERROR, span, "leading zeros in decimal integer literals are not permitted; "
             "use an 0o prefix for octal integers");
        return false;
    }
    if (bad) fail_at(lexer, bad, "invalid %s literal", form_name(form));
    return !bad;
}

// ---- values

// The number without underscores, and room for `prefix` before it.
static char *copy_digits(Lexer *lexer, const char *prefix, const char *begin, const char *end) {
    size_t prefix_size = strlen(prefix);
    char *copy = arena_alloc(lexer->arena, prefix_size + (size_t)(end - begin) + 1);
    if (!copy) return NULL;
    memcpy(copy, prefix, prefix_size);
    char *out = copy + prefix_size;
    for (; begin < end; begin++) {
        if (*begin != '_') *out++ = *begin;
    }
    return copy;
}

static unsigned digit_value(char digit) {
    return is_digit(digit) ? (unsigned)(digit - '0') : (unsigned)((digit | 0x20) - 'a' + 10);
}

// False when the value does not fit in 62 bits.
static bool read_small(const char *digit, const char *end, unsigned base, int64_t *value) {
    const uint64_t most = ((uint64_t)1 << 62) - 1;
    uint64_t number = 0;
    for (; digit < end; digit++) {
        if (*digit == '_') continue;
        unsigned value_of_digit = digit_value(*digit);
        if (number > (most - value_of_digit) / base) return false;
        number = number * base + value_of_digit;
    }
    *value = (int64_t)number;
    return true;
}

// Octal and binary digits, packed into "0x..." from the last one on. Leading zeros are left out.
static char *pack_digits(Lexer *lexer, const char *begin, const char *end, unsigned bits) {
    size_t room = 2 + (size_t)(end - begin) + 1;
    char *copy = arena_alloc(lexer->arena, room);
    if (!copy) return NULL;
    char *out = copy + room - 1;
    unsigned pending = 0, pending_bits = 0;
    while (end > begin) {
        char digit = *--end;
        if (digit == '_') continue;
        pending |= digit_value(digit) << pending_bits;
        pending_bits += bits;
        for (; pending_bits >= 4; pending_bits -= 4, pending >>= 4) *--out = "0123456789abcdef"[pending & 15];
    }
    if (pending) *--out = "0123456789abcdef"[pending];
    while (*out == '0') out++;
    *--out = 'x';
    *--out = '0';
    return out;
}

static Token big_token(Lexer *lexer, Token token, NumberForm form, const char *digits, const char *end) {
    const char *text;
    if (form == NUMBER_OCTAL) text = pack_digits(lexer, digits, end, 3);
    else if (form == NUMBER_BINARY) text = pack_digits(lexer, digits, end, 1);
    else text = copy_digits(lexer, form == NUMBER_HEXADECIMAL ? "0x" : "", digits, end);
    if (!text) return fail_memory(lexer);
    token.big = true;
    token.text = (Text){text, strlen(text)};
    if (form != NUMBER_DECIMAL || token.text.size <= DECIMAL_DIGITS_LIMIT) return token;
    Diagnostic error = {.kind = DIAG_NONE};
    diagnostic_report(&error, DIAG_SYNTAX_ERROR, (Span){token.span.line, -1, token.span.line, -1},
                      "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
                      "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                      "integer literals to avoid decimal conversion limits.",
                      DECIMAL_DIGITS_LIMIT, token.text.size);
    return fail_value(lexer, &error);
}

static Token integer_value(Lexer *lexer, Token token, NumberForm form, const char *end) {
    const char *digits = lexer->token_start + (is_radix_form(form) ? 2 : 0);
    if (read_small(digits, end, form_base(form), &token.integer)) return token;
    while (*digits == '0' || *digits == '_') digits++;
    return big_token(lexer, token, form, digits, end);
}

// In the C locale, whatever the program's is. Only a number with underscores must be copied: strtod stops at
// whatever follows it otherwise.
static Token real_value(Lexer *lexer, Token token, const char *end) {
    static locale_t c_locale;      // the C locale is never freed, and made anew it is the same one
    if (!c_locale) c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    const char *digits = lexer->token_start;
    if (memchr(digits, '_', (size_t)(end - digits))) digits = copy_digits(lexer, "", digits, end);
    if (!digits) return fail_memory(lexer);
    token.real = strtod_l(digits, NULL, c_locale);
    return token;
}

Token number_token(Lexer *lexer, NumberForm form, const char *end) {
    if (!check_end(lexer, form, end)) return end_token(lexer);
    if (form == NUMBER_REAL) return real_value(lexer, finish_token(lexer, TOK_FLOAT, end), end);
    if (form == NUMBER_IMAGINARY) return real_value(lexer, finish_token(lexer, TOK_IMAGINARY, end), end);
    Token token = finish_token(lexer, TOK_INTEGER, end);
    return lexer->looking_ahead ? token : integer_value(lexer, token, form, end);
}
